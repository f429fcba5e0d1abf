//! The network's hashrate block by block.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Difficulty, Error, Fraction, HASHES_PER_DIFFICULTY, HASHES_PER_TH, Record, Timestamp};

use super::interval::{check_confidence, gamma_interval};

/// Inputs of [`RunningHashrate`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RunningHashrateParams {
    /// Number of blocks whose work is counted; 120 is what Bitcoin Core takes, 2016 a whole period.
    #[record(range = 1..=100_000, example = 120)]
    pub window_blocks: u32,
    /// Confidence of the interval, above 0 and below 1.
    #[record(example = 0.95)]
    pub confidence: Fraction,
}

/// Block of the chain, one event of [`RunningHashrate`]: in order of height.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = BlockSeenColumns)]
#[non_exhaustive]
pub struct BlockSeen {
    /// Header time of the block, in Unix milliseconds; may lie before that of the block below.
    pub time_ms: Timestamp,
    /// Difficulty of the block.
    pub difficulty: Difficulty,
}

/// Output of [`RunningHashrate`] after a block. NaN until there are two blocks with different times.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = RunningHashrateTable)]
#[non_exhaustive]
pub struct RunningHashrateOutput {
    /// Hashrate of the network, in TH/s; NaN while warming up.
    pub hashrate_ths: f64,
    /// Lower end of the hashrate's interval, in TH/s.
    pub lower_ths: f64,
    /// Upper end of the hashrate's interval, in TH/s.
    pub upper_ths: f64,
    /// Hashrate without the bias of a window of blocks, in TH/s; NaN while warming up and for a single interval.
    pub unbiased_ths: f64,
}

/// The network's hashrate over the last blocks, as Bitcoin Core's `getnetworkhashps` takes it (`src/rpc/mining.cpp`),
/// with the exact interval for that number of blocks: the window is in blocks, so its time is what is random.
///
/// ```text
/// hashrate = work of the last n blocks / (latest - earliest time of these n blocks and the one below)
/// unbiased = hashrate · (n - 1) / n
/// ```
///
/// On average n blocks over their own time are n / (n - 1) of the hashrate. The work of a block is `difficulty · 2^32`. While fewer than `window_blocks + 1` blocks were seen, n is one less
/// than those seen. Cost of a block: one pass over the window; the factors of the interval are computed only when n
/// changes.
///
/// ```
/// use hashinsight_mining::network::{BlockSeen, RunningHashrate, RunningHashrateParams};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Difficulty, Fraction, Timestamp};
/// let mut stream = RunningHashrate::open(&RunningHashrateParams::new(120, Fraction::new(0.95)?))?;
/// let difficulty = Difficulty::new(1.3e14)?;
/// let [first, second] = [1_700_000_000, 1_700_000_600].map(Timestamp::from_s);
/// assert!(stream.update(&BlockSeen::new(first?, difficulty))?.hashrate_ths.is_nan());
/// let output = stream.update(&BlockSeen::new(second?, difficulty))?;
/// assert_eq!((output.hashrate_ths / 1e6).round(), 931.0); // EH/s, from a single interval:
/// assert!(output.lower_ths < 0.03 * output.hashrate_ths && output.upper_ths > 3.6 * output.hashrate_ths);
/// assert!(output.unbiased_ths.is_nan()); // no estimate from one interval is without bias
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct RunningHashrate {
    params: RunningHashrateParams,
    /// Oldest first, at most `window_blocks + 1`.
    blocks: VecDeque<BlockSeen>,
    /// The ends of the interval for this number of blocks, over that number.
    factors: (u32, f64, f64),
}

impl RunningHashrate {
    /// The state with the block, apart from the window.
    fn measure(&self, next: &BlockSeen) -> Result<(RunningHashrateOutput, (u32, f64, f64)), Error> {
        let full = self.blocks.len() > self.params.window_blocks as usize;
        let kept = || self.blocks.iter().skip(usize::from(full)).chain([next]);
        let times = || kept().map(|block| block.time_ms.to_ms());
        let (earliest, latest) = times().fold((i64::MAX, i64::MIN), |(low, high), ms| (low.min(ms), high.max(ms)));
        let counted = self.blocks.len() - usize::from(full);
        if counted == 0 || earliest == latest {
            let nan = RunningHashrateOutput {
                hashrate_ths: f64::NAN,
                lower_ths: f64::NAN,
                upper_ths: f64::NAN,
                unbiased_ths: f64::NAN,
            };
            return Ok((nan, self.factors));
        }
        let count = u32::try_from(counted).unwrap_or_else(|_| unreachable!("a window holds at most 100,001 blocks"));
        let factors = if self.factors.0 == count { self.factors } else { self.factors_for(count)? };
        let difficulty: f64 = kept().skip(1).map(|block| block.difficulty.get()).sum();
        let seconds = (latest - earliest) as f64 / 1e3;
        let hashrate_ths = difficulty * HASHES_PER_DIFFICULTY / seconds / HASHES_PER_TH;
        let (_, lower, upper) = factors;
        let n = f64::from(count);
        let output = RunningHashrateOutput {
            hashrate_ths,
            lower_ths: hashrate_ths * lower,
            upper_ths: hashrate_ths * upper,
            unbiased_ths: if count > 1 { hashrate_ths * ((n - 1.0) / n) } else { f64::NAN },
        };
        Ok((output, factors))
    }

    fn factors_for(&self, count: u32) -> Result<(u32, f64, f64), Error> {
        let (lower, upper) = gamma_interval(count, self.params.confidence)?;
        Ok((count, lower / f64::from(count), upper / f64::from(count)))
    }
}

impl Stream for RunningHashrate {
    const PATH: &'static str = "mining.running_hashrate";
    type Params = RunningHashrateParams;
    type State = VecDeque<BlockSeen>;
    type Event = BlockSeen;
    type Output = RunningHashrateOutput;

    fn resume(params: &RunningHashrateParams, blocks: VecDeque<BlockSeen>) -> Result<Self, Error> {
        params.check()?;
        check_confidence(params.confidence)?;
        if blocks.len() > params.window_blocks as usize + 1 {
            return Err(impossible("blocks"));
        }
        Ok(Self { params: params.clone(), blocks, factors: (0, 0.0, 0.0) })
    }

    fn parts(&self) -> (&RunningHashrateParams, &VecDeque<BlockSeen>) {
        (&self.params, &self.blocks)
    }

    fn update(&mut self, event: &BlockSeen) -> Result<RunningHashrateOutput, Error> {
        let (output, factors) = self.measure(event)?;
        if self.blocks.len() > self.params.window_blocks as usize {
            self.blocks.pop_front();
        }
        self.blocks.push_back(*event);
        self.factors = factors;
        Ok(output)
    }

    fn peek(&self, event: &BlockSeen) -> Result<RunningHashrateOutput, Error> {
        Ok(self.measure(event)?.0)
    }
}

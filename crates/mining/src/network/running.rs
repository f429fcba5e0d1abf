//! The network's hashrate block by block.

use std::collections::VecDeque;

use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Difficulty, Fraction, Timestamp};

use super::basis::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};
use super::interval::{check_confidence, poisson_interval};
use crate::error;
use hashinsight_units::Error;

const MAX_WINDOW: u32 = 100_000;

/// What [`RunningHashrate`] is opened with.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RunningHashrateParams {
    /// Blocks whose work is counted, 1 to 100,000; 120 is what Bitcoin Core takes, 2016 a whole period.
    pub window_blocks: u32,
    /// Confidence of the interval, above 0 and below 1.
    pub confidence: Fraction,
}

/// A block of the chain, as [`RunningHashrate`] is fed: in order of height.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BlockSeen {
    /// Header time in Unix milliseconds; may lie before that of the block below.
    pub time_ms: Timestamp,
    /// Difficulty of the block.
    pub difficulty: Difficulty,
}

/// What [`RunningHashrate`] answers to a block. NaN until there are two blocks with different times.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RunningHashrateOutput {
    /// Hashrate in TH/s.
    pub hashrate_ths: f64,
    /// Lower end of its interval in TH/s.
    pub lower_ths: f64,
    /// Upper end of its interval in TH/s.
    pub upper_ths: f64,
}

/// The network's hashrate over the last blocks, as Bitcoin Core's `getnetworkhashps` takes it (`src/rpc/mining.cpp`),
/// with Garwood's interval for that number of blocks.
///
/// ```text
/// hashrate = work of the last n blocks / (latest - earliest time of these n blocks and the one below)
/// ```
///
/// The work of a block is `difficulty · 2^32`. While fewer than `window_blocks + 1` blocks were seen, n is one less
/// than those seen. Cost of a block: one pass over the window; the factors of the interval are computed only when n
/// changes.
///
/// ```
/// use hashinsight_mining::network::{BlockSeen, RunningHashrate, RunningHashrateParams};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::{Difficulty, Fraction, Timestamp};
/// let params = RunningHashrateParams { window_blocks: 120, confidence: Fraction::new(0.95)? };
/// let mut stream = RunningHashrate::open(&params)?;
/// let block = |s| Ok::<_, Box<dyn std::error::Error>>(BlockSeen {
///     time_ms: Timestamp::from_s(s)?,
///     difficulty: Difficulty::new(1.3e14)?,
/// });
/// assert!(stream.update(&block(1_700_000_000)?)?.hashrate_ths.is_nan());
/// let output = stream.update(&block(1_700_000_600)?)?;
/// assert_eq!((output.hashrate_ths / 1e6).round(), 931.0); // EH/s, from a single interval:
/// assert!(output.lower_ths < 0.03 * output.hashrate_ths && output.upper_ths > 5.0 * output.hashrate_ths);
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
            let nan = RunningHashrateOutput { hashrate_ths: f64::NAN, lower_ths: f64::NAN, upper_ths: f64::NAN };
            return Ok((nan, self.factors));
        }
        let count = u32::try_from(counted).unwrap_or(MAX_WINDOW); // at most the window
        let factors = if self.factors.0 == count { self.factors } else { self.factors_for(count)? };
        let difficulty: f64 = kept().skip(1).map(|block| block.difficulty.get()).sum();
        let seconds = (latest - earliest) as f64 / 1e3;
        let hashrate_ths = difficulty * HASHES_PER_DIFFICULTY / seconds / HASHES_PER_TH;
        let (_, lower, upper) = factors;
        let output =
            RunningHashrateOutput { hashrate_ths, lower_ths: hashrate_ths * lower, upper_ths: hashrate_ths * upper };
        Ok((output, factors))
    }

    fn factors_for(&self, count: u32) -> Result<(u32, f64, f64), Error> {
        let (lower, upper) = poisson_interval(count, self.params.confidence)?;
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
        if params.window_blocks == 0 || params.window_blocks > MAX_WINDOW {
            let allowed = "1 to 100000 blocks";
            return Err(error::out_of_range("window_blocks", "window_blocks", params.window_blocks, allowed));
        }
        check_confidence(params.confidence, "confidence")?;
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

//! Moving average convergence/divergence (Appel 2005): a fast exponential average less a slow one, and an exponential average of that.

use hashinsight_units::{Error, Fault, Problem, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Indicator, MacdLines, Output, Seed};

/// Place at which the two averages begin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum MacdStart {
    /// Together: the fast one is seeded with the last values of the slow one's seed, as in TA-Lib.
    #[default]
    Together,
    /// Each as soon as it can.
    Each,
}

/// Inputs of [`Macd`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MacdParams {
    /// Length of the fast average, in observations.
    #[record(default = 12, range = 1..=1_000_000)]
    pub fast: u32,
    /// Length of the slow average, in observations.
    #[record(default = 26, range = 1..=1_000_000)]
    pub slow: u32,
    /// Length of the average of the difference, in observations.
    #[record(default = 9, range = 1..=1_000_000)]
    pub signal: u32,
    /// Place at which the two averages begin.
    #[record(default = MacdStart::Together)]
    pub start: MacdStart,
}

impl MacdParams {
    /// Of the fast, the slow and the signal's average: their blocks end at the same values.
    fn rules(&self) -> [Rule; 3] {
        let fast = Rule::exponential(self.fast, Seed::Mean);
        let fast = match self.start {
            MacdStart::Together => fast.after(self.slow - self.fast),
            MacdStart::Each => fast,
        };
        let signal = Rule::exponential(self.signal, Seed::Mean).in_step(self.slow - 1);
        [fast, Rule::exponential(self.slow, Seed::Mean), signal]
    }
}

impl MacdLines {
    /// The difference less its average.
    pub fn histogram(self) -> f64 {
        self.macd - self.signal
    }
}

/// Moving average convergence/divergence, in the unit of the series.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Macd, MacdParams};
/// let params = MacdParams::new().fast(1).slow(3).signal(1);
/// let lines = Macd::batch(&params, &[90.0, 92.0, 94.0, 100.0])?[3];
/// assert_eq!((lines.macd, lines.signal, lines.histogram()), (100.0 - 96.0, 4.0, 0.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Macd {
    fast: Average,
    slow: Average,
    signal: Average,
}

impl Indicator for Macd {
    const PATH: &'static str = "signals.macd";
    type Params = MacdParams;
    type Input = f64;
    type Output = MacdLines;

    fn prepare(&mut self, params: &MacdParams) -> Result<(), Error> {
        params.check()?;
        if params.fast > params.slow {
            let fault = Fault::new("signals.fast", Problem::OutOfRange).at("fast").got(params.fast);
            return Err(fault.allowed(format!("at most slow {}", params.slow)).into());
        }
        let [fast, slow, signal] = params.rules();
        self.fast.prepare(fast)?;
        self.slow.prepare(slow)?;
        self.signal.prepare(signal)
    }

    fn next(&mut self, value: f64) -> MacdLines {
        let macd = self.fast.next(value) - self.slow.next(value);
        let signal = if macd.is_nan() { macd } else { self.signal.next(macd) };
        if signal.is_nan() { MacdLines::NAN } else { MacdLines { macd, signal } }
    }

    fn fill(&mut self, values: &[f64], out: &mut [MacdLines]) {
        let mut done = 0;
        while done < out.len() {
            if out.len() - done >= 4 && [&self.fast, &self.slow, &self.signal].iter().all(|average| average.at_block())
            {
                while let (Some(x), Some(out)) = (values.get(done..done + 4), out.get_mut(done..done + 4)) {
                    let x = [x[0], x[1], x[2], x[3]];
                    let (fast, slow) = (self.fast.block(x), self.slow.block(x));
                    let macd: [f64; 4] = std::array::from_fn(|j| fast[j] - slow[j]);
                    let signal = self.signal.block(macd);
                    for j in 0..4 {
                        out[j] = MacdLines { macd: macd[j], signal: signal[j] };
                    }
                    done += 4;
                }
            } else {
                out[done] = self.next(values[done]);
                done += 1;
            }
        }
    }

    fn warmup(params: &MacdParams) -> u64 {
        u64::from(params.slow) + u64::from(params.signal) - 2
    }

    fn stable_after(params: &MacdParams, digits: u32) -> Option<u64> {
        let [_, slow, signal] = params.rules().map(|rule| rule.forgets_after(digits));
        Some(1 + Self::warmup(params) + slow + signal)
    }
}

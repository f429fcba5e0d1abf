//! Patterns of candles, with the definitions and the numbers of TA-Lib: a table of tests over the last few candles. What is long, short, near or far
//! is said by the candles before.

mod double;
mod longer;
mod measure;
mod pattern;
mod single;
mod triple;

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Fault, Fraction, Problem, Record};
use serde::{Deserialize, Serialize};

pub use pattern::CandleShape;

use super::{Indicator, Ohlc};
use measure::Candles;

/// Candles that the longest pattern reads: its own five, and ten before the first of them.
const KEPT: usize = 15;

/// Inputs of [`CandlePattern`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CandlePatternParams {
    /// Pattern that is looked for.
    pub pattern: CandleShape,
    /// Part of a body that a later candle has to run into, for patterns that ask for it. Absent: 0.5 for a dark cloud cover and a mat hold, 0.3
    /// for stars and an abandoned baby.
    pub penetration: Option<Fraction>,
}

/// A pattern of candles: 100 where it stands and looks upward, -100 where it looks downward, 0 where there is none; 80 and 200 as the pattern says.
///
/// ```
/// use hashinsight_signals::indicators::{CandlePattern, CandlePatternParams, CandleShape, Indicator, OhlcColumns};
/// let bars = OhlcColumns {
///     open: &[91.0, 93.0, 90.0],
///     high: &[94.0, 94.0, 95.0],
///     low: &[90.0, 90.0, 89.0],
///     close: &[93.0, 91.0, 94.0],
/// };
/// let found = CandlePattern::batch(&CandlePatternParams::new(CandleShape::Engulfing), bars)?;
/// assert_eq!(found[2], 100.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct CandlePattern {
    /// The last candles, newest first.
    candles: Vec<Ohlc>,
    #[serde(skip)]
    sought: Option<(CandleShape, Option<f64>)>,
}

impl Indicator for CandlePattern {
    const PATH: &'static str = "signals.candle_pattern";
    type Params = CandlePatternParams;
    type Input = Ohlc;
    type Output = f64;

    fn prepare(&mut self, params: &CandlePatternParams) -> Result<(), Error> {
        let CandlePatternParams { pattern, penetration } = *params;
        if penetration.is_some() && !pattern.asks_penetration() {
            let fault = Fault::new("signals.penetration", Problem::Unsupported).at("penetration");
            return Err(fault.allowed("absent: the pattern does not ask for it").into());
        }
        self.sought = Some((pattern, penetration.map(Fraction::get)));
        let finite = |bar: &Ohlc| [bar.open, bar.high, bar.low, bar.close].iter().all(|price| price.is_finite());
        if self.candles.len() <= KEPT && self.candles.iter().all(finite) { Ok(()) } else { Err(impossible("candles")) }
    }

    fn next(&mut self, candle: Ohlc) -> f64 {
        self.candles.truncate(KEPT - 1);
        self.candles.insert(0, candle);
        let Some((pattern, penetration)) = self.sought else { return f64::NAN }; // `prepare` says which
        if self.candles.len() <= pattern.warmup() as usize {
            return f64::NAN;
        }
        pattern.find(Candles(&self.candles), penetration)
    }

    fn warmup(params: &CandlePatternParams) -> u64 {
        u64::from(params.pattern.warmup())
    }
}

//! Pivot levels of a period that is over, for the one after it.
//!
//! ```text
//! p = (h + l + c) / 3                            Woodie: p = (h + l + 2 c) / 4
//! classic, Woodie: r1 = 2 p - l,  r2 = p + (h - l),  r3 = h + 2 (p - l)
//! Fibonacci:       r_i = p + f_i (h - l),            f = 0.382, 0.618, 1
//! Camarilla:       r_i = c + 1.1 (h - l) / d_i,      d = 12, 6, 4
//! ```
//!
//! Supports `s` are the same downwards.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::{Bands, Candle, Indicator};

/// How pivot levels are computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PivotMethod {
    /// Of the floor traders.
    #[default]
    Classic,
    /// By fractions of the range: 0.382, 0.618 and 1.
    Fibonacci,
    /// By fractions of the range around the close: 1.1 / 12, 1.1 / 6 and 1.1 / 4.
    Camarilla,
    /// Classic levels around a pivot in which the close counts twice.
    Woodie,
}

/// Pivot levels of one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PivotLevels {
    /// Pivot.
    pub pivot: f64,
    /// Resistances, from the nearest.
    pub resistance: [f64; 3],
    /// Supports, from the nearest.
    pub support: [f64; 3],
}

/// Pivot levels that a finished period gives to the one after it.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, PivotMethod, pivot_levels};
/// let levels = pivot_levels(PivotMethod::Classic, Candle { high: 110.0, low: 104.0, close: 107.0 });
/// assert_eq!((levels.pivot, levels.resistance[0], levels.support[0]), (107.0, 110.0, 104.0));
/// ```
pub fn pivot_levels(method: PivotMethod, period: Candle) -> PivotLevels {
    let Candle { high, low, close } = period;
    let range = high - low;
    let pivot =
        if method == PivotMethod::Woodie { (high + low + 2.0 * close) / 4.0 } else { (high + low + close) / 3.0 };
    let around = |center: f64, steps: [f64; 3]| PivotLevels {
        pivot,
        resistance: steps.map(|step| center + step),
        support: steps.map(|step| center - step),
    };
    match method {
        PivotMethod::Fibonacci => around(pivot, [0.382 * range, 0.618 * range, range]),
        PivotMethod::Camarilla => around(close, [12.0, 6.0, 4.0].map(|divisor| range * 1.1 / divisor)),
        PivotMethod::Classic | PivotMethod::Woodie => PivotLevels {
            pivot,
            resistance: [2.0 * pivot - low, pivot + range, high + 2.0 * (pivot - low)],
            support: [2.0 * pivot - high, pivot - range, low - 2.0 * (high - pivot)],
        },
    }
}

/// Inputs of [`Pivots`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PivotsParams {
    /// How the levels are computed.
    #[record(default = PivotMethod::Classic)]
    pub method: PivotMethod,
    /// Number of the resistance and the support that are answered, counted from the pivot.
    #[record(default = 1, range = 1..=3)]
    pub level: u32,
}

/// Pivot, resistance and support that each bar gives to the bar after it: [`pivot_levels`] bar by bar.
///
/// ```
/// use hashinsight_signals::indicators::{Bands, Candle, Indicator, Pivots, PivotsParams};
/// let levels = Pivots::new(&PivotsParams::new())?.next(Candle { high: 110.0, low: 104.0, close: 107.0 });
/// assert_eq!(levels, Bands { upper: 110.0, middle: 107.0, lower: 104.0 });
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Pivots {
    #[serde(skip)]
    method: PivotMethod,
    #[serde(skip)]
    level: usize,
}

impl Indicator for Pivots {
    const PATH: &'static str = "signals.pivots";
    type Params = PivotsParams;
    type Input = Candle;
    type Output = Bands;

    fn prepare(&mut self, params: &PivotsParams) -> Result<(), Error> {
        params.check()?;
        (self.method, self.level) = (params.method, params.level as usize - 1);
        Ok(())
    }

    fn next(&mut self, candle: Candle) -> Bands {
        let levels = pivot_levels(self.method, candle);
        Bands { upper: levels.resistance[self.level], middle: levels.pivot, lower: levels.support[self.level] }
    }

    fn warmup(_: &PivotsParams) -> u64 {
        0
    }
}

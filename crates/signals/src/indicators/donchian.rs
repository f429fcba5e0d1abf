//! Donchian channel: the highest high and the lowest low of the last `n` bars, and the middle between them.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Greatest, Least, Window};
use super::{Bands, Candle, CandleColumns, Indicator, Output};

/// Inputs of [`Donchian`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DonchianParams {
    /// Length of the window, in bars.
    #[record(range = 1..=1_000_000, example = 20)]
    pub length: u32,
    /// Bars by which the channel lags: 0 where it includes the current bar (as TA-Lib), 1 where a break of it is asked for.
    #[record(default = 0, range = 0..=1)]
    pub lag: u32,
}

/// Donchian channel. A close is never above a channel that includes its own bar: a test for a break takes `lag` 1.
///
/// ```
/// use hashinsight_signals::indicators::{Bands, CandleColumns, Donchian, DonchianParams, Indicator};
/// let bars = CandleColumns { high: &[93.0, 95.0, 98.0], low: &[91.0, 92.0, 94.0], close: &[92.0, 95.0, 97.0] };
/// let included = Donchian::batch(&DonchianParams::new(2), bars)?;
/// assert_eq!(included[2], Bands { upper: 98.0, middle: 95.0, lower: 92.0 });
/// let before = Donchian::batch(&DonchianParams::new(2).lag(1), bars)?;
/// assert_eq!(before[2], included[1]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Donchian {
    highs: Window<Greatest>,
    lows: Window<Least>,
    /// The channel at the bar before, upper and lower, once there is one.
    before: Option<[f64; 2]>,
    #[serde(skip)]
    lags: bool,
}

fn bands([upper, lower]: [f64; 2]) -> Bands {
    Bands { upper, middle: 0.5 * (upper + lower), lower }
}

impl Indicator for Donchian {
    const PATH: &'static str = "signals.donchian";
    type Params = DonchianParams;
    type Input = Candle;
    type Output = Bands;

    fn prepare(&mut self, params: &DonchianParams) -> Result<(), Error> {
        params.check()?;
        self.lags = params.lag > 0;
        self.highs.prepare(params.length)?;
        self.lows.prepare(params.length)?;
        let possible = self.before.is_none_or(|ends| ends[0].is_finite() && ends[1].is_finite());
        if possible { Ok(()) } else { Err(hashinsight_numerics::state::impossible("channel before")) }
    }

    fn next(&mut self, candle: Candle) -> Bands {
        let now = self.highs.next(candle.high).zip(self.lows.next(candle.low)).map(|(upper, lower)| [upper, lower]);
        let shown = if self.lags { std::mem::replace(&mut self.before, now) } else { now };
        shown.map_or(Bands::NAN, bands)
    }

    fn fill(&mut self, bars: CandleColumns<'_>, out: &mut [Bands]) {
        const TILE: usize = 2048;
        let [mut uppers, mut lowers] = [(); 2].map(|()| vec![f64::NAN; out.len().min(TILE)]);
        for (tile, out) in out.chunks_mut(TILE).enumerate() {
            let rows = tile * TILE..tile * TILE + out.len();
            self.highs.map(&bars.high[rows.clone()], &mut uppers, f64::NAN, |_, upper| upper);
            self.lows.map(&bars.low[rows], &mut lowers, f64::NAN, |_, lower| lower);
            let now = uppers.iter().zip(&lowers).map(|(upper, lower)| bands([*upper, *lower]));
            if self.lags {
                let mut before = self.before.map_or(Bands::NAN, bands);
                for (out, now) in out.iter_mut().zip(now) {
                    *out = std::mem::replace(&mut before, now);
                }
                self.before = (!before.middle.is_nan()).then_some([before.upper, before.lower]);
            } else {
                out.iter_mut().zip(now).for_each(|(out, now)| *out = now);
            }
        }
    }

    fn warmup(params: &DonchianParams) -> u64 {
        u64::from(params.length) - 1 + u64::from(params.lag)
    }
}

//! Slow stochastic oscillator (Lane 1984): `100 (c - l_n) / (h_n - l_n)` with the lowest low `l_n` and the highest high `h_n` of `n` bars, its simple
//! average `%K`, and the simple average of that, `%D`.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Greatest, Least, Total, Window};
use super::{Candle, CandleColumns, Indicator, Output, Stochastics};

/// Inputs of [`Stochastic`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StochasticParams {
    /// Length of the window of highs and lows, in bars.
    #[record(default = 5, range = 1..=1_000_000)]
    pub fast_k: u32,
    /// Length of the average that is %K, in bars.
    #[record(default = 3, range = 1..=1_000_000)]
    pub slow_k: u32,
    /// Length of the average of %K that is %D, in bars.
    #[record(default = 3, range = 1..=1_000_000)]
    pub slow_d: u32,
}

/// Slow stochastic oscillator, 0 to 100. Where highs and lows are all equal the place of the close is 0, as in TA-Lib.
///
/// ```
/// use hashinsight_signals::indicators::{Candle, Indicator, Stochastic, StochasticParams};
/// let mut oscillator = Stochastic::new(&StochasticParams::new().fast_k(2).slow_k(1).slow_d(1))?;
/// oscillator.next(Candle { high: 94.0, low: 90.0, close: 92.0 });
/// let seen = oscillator.next(Candle { high: 95.0, low: 91.0, close: 94.0 });
/// assert_eq!((seen.k, seen.d), (80.0, 80.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Stochastic {
    highs: Window<Greatest>,
    lows: Window<Least>,
    places: Window<Total>,
    averages: Window<Total>,
    #[serde(skip)]
    shares: [f64; 2],
}

#[inline(always)]
fn place(close: f64, high: f64, low: f64) -> f64 {
    let range = high - low; // without one, the close is at the low
    100.0 * (close - low) / if range > 0.0 { range } else { 1.0 }
}

impl Indicator for Stochastic {
    const PATH: &'static str = "signals.stochastic";
    type Params = StochasticParams;
    type Input = Candle;
    type Output = Stochastics;

    fn prepare(&mut self, params: &StochasticParams) -> Result<(), Error> {
        params.check()?;
        self.shares = [params.slow_k, params.slow_d].map(|length| 1.0 / f64::from(length));
        self.highs.prepare(params.fast_k)?;
        self.lows.prepare(params.fast_k)?;
        self.places.prepare(params.slow_k)?;
        self.averages.prepare(params.slow_d)
    }

    fn next(&mut self, Candle { high, low, close }: Candle) -> Stochastics {
        let ends = self.highs.next(high).zip(self.lows.next(low));
        let total = ends.and_then(|(high, low)| self.places.next(place(close, high, low)));
        let Some(k) = total.map(|total| total * self.shares[0]) else { return Stochastics::NAN };
        let d = self.averages.next(k).map(|total| total * self.shares[1]);
        d.map_or(Stochastics::NAN, |d| Stochastics { k, d })
    }

    fn fill(&mut self, bars: CandleColumns<'_>, out: &mut [Stochastics]) {
        const TILE: usize = 2048;
        let [mut high, mut low, mut d] = [(); 3].map(|()| vec![f64::NAN; out.len().min(TILE)]);
        let shares = self.shares;
        for (tile, out) in out.chunks_mut(TILE).enumerate() {
            let (from, count) = (tile * TILE, out.len());
            self.highs.map(&bars.high[from..from + count], &mut high, f64::NAN, |_, end| end);
            self.lows.map(&bars.low[from..from + count], &mut low, f64::NAN, |_, end| end);
            let known = |line: &[f64]| line[..count].iter().take_while(|value| value.is_nan()).count();
            // The averages begin with the first place, and with the first average of places.
            let first = known(&high);
            for ((high, low), close) in high.iter_mut().zip(&low).zip(&bars.close[from..from + count]) {
                *high = place(*close, *high, *low);
            }
            let k = &mut low;
            k[..first].fill(f64::NAN);
            self.places.map(&high[first..count], &mut k[first..], f64::NAN, |_, total| total * shares[0]);
            let first = known(k);
            d[..first].fill(f64::NAN);
            self.averages.map(&k[first..count], &mut d[first..], f64::NAN, |_, total| total * shares[1]);
            for ((out, k), d) in out.iter_mut().zip(&*k).zip(&d) {
                *out = if d.is_nan() { Stochastics::NAN } else { Stochastics { k: *k, d: *d } };
            }
        }
    }

    fn warmup(params: &StochasticParams) -> u64 {
        u64::from(params.fast_k) + u64::from(params.slow_k) + u64::from(params.slow_d) - 3
    }
}

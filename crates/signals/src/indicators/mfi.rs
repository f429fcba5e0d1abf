//! Money flow index (Quong and Soudack 1989): `100 u / (u + d)`, where `u` and `d` add up typical price times volume over the last `n` changes of
//! the typical price `(h + l + c) / 3`, upward and downward.

use hashinsight_numerics::state::impossible;
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::window::{Total, Window};
use super::{Indicator, Traded};

/// Inputs of [`Mfi`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MfiParams {
    /// Length of the window, in changes from one bar to the next.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// Money flow index, 0 to 100. Where no money flows it is 50, as the RSI of a series that does not move; TA-Lib says 0, and so it does
/// of flows below 1.
///
/// ```
/// use hashinsight_signals::indicators::{Indicator, Mfi, MfiParams, Traded};
/// let mut index = Mfi::new(&MfiParams::new(2))?;
/// for close in [91.0, 94.0] {
///     index.next(Traded { high: close, low: close, close, volume: 3.0 });
/// }
/// let seen = index.next(Traded { high: 92.0, low: 92.0, close: 92.0, volume: 1.0 });
/// assert_eq!(seen, 100.0 * 282.0 / (282.0 + 92.0));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Mfi {
    before: Option<f64>,
    up: Window<Total>,
    down: Window<Total>,
}

impl Indicator for Mfi {
    const PATH: &'static str = "signals.mfi";
    type Params = MfiParams;
    type Input = Traded;
    type Output = f64;

    fn prepare(&mut self, params: &MfiParams) -> Result<(), Error> {
        params.check()?;
        self.up.prepare(params.length)?;
        self.down.prepare(params.length)?;
        if self.before.is_none_or(f64::is_finite) { Ok(()) } else { Err(impossible("price before")) }
    }

    fn next(&mut self, bar: Traded) -> f64 {
        let price = (bar.high + bar.low + bar.close) / 3.0;
        let Some(before) = self.before.replace(price) else { return f64::NAN };
        let flow = price * bar.volume;
        let up = self.up.next(if price > before { flow } else { 0.0 });
        let down = self.down.next(if price < before { flow } else { 0.0 });
        let (Some(up), Some(down)) = (up, down) else { return f64::NAN };
        let flows = up + down;
        if flows > 0.0 { 100.0 * (up / flows) } else { 50.0 }
    }

    fn warmup(params: &MfiParams) -> u64 {
        u64::from(params.length)
    }
}

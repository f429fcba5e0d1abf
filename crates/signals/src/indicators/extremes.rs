//! Least and greatest of the last `n` values.

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::Indicator;
use super::window::{Greatest, Least, Window};

/// Inputs of [`RollingMin`] and [`RollingMax`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExtremeParams {
    /// Length of the window, in observations.
    #[record(range = 1..=1_000_000, example = 20)]
    pub length: u32,
}

macro_rules! extremes {
    ($($(#[$doc:meta])* pub struct $name:ident($window:ty), $path:literal;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, Serialize, Deserialize)]
            pub struct $name($window);

            impl Indicator for $name {
                const PATH: &'static str = $path;
                type Params = ExtremeParams;
                type Input = f64;
                type Output = f64;

                fn prepare(&mut self, params: &ExtremeParams) -> Result<(), Error> {
                    params.check()?;
                    self.0.prepare(params.length)
                }

                fn next(&mut self, value: f64) -> f64 {
                    self.0.next(value).unwrap_or(f64::NAN)
                }

                fn fill(&mut self, values: &[f64], out: &mut [f64]) {
                    self.0.map(values, out, f64::NAN, |_, extreme| extreme);
                }

                fn warmup(params: &ExtremeParams) -> u64 {
                    u64::from(params.length) - 1
                }
            }
        )*
    };
}

extremes! {
    /// Least of the last values, in the unit of the series; the time that it takes does not depend on the length.
    ///
    /// ```
    /// use hashinsight_signals::indicators::{ExtremeParams, Indicator, RollingMin};
    /// assert_eq!(RollingMin::batch(&ExtremeParams::new(2), &[3.0, 1.0, 2.0])?[1..], [1.0, 1.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub struct RollingMin(Window<Least>), "signals.rolling_min";
    /// Greatest of the last values, in the unit of the series; the time that it takes does not depend on the length.
    ///
    /// ```
    /// use hashinsight_signals::indicators::{ExtremeParams, Indicator, RollingMax};
    /// assert_eq!(RollingMax::batch(&ExtremeParams::new(2), &[3.0, 1.0, 2.0])?[1..], [3.0, 2.0]);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub struct RollingMax(Window<Greatest>), "signals.rolling_max";
}

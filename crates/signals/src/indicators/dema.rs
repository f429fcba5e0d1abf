//! Double and triple exponential averages (Mulloy 1994): `2 e - e(e)` and `3 e - 3 e(e) + e(e(e))` with exponential averages `e` of one length,
//! each begun with the mean of the first `n` of the one below it (as TA-Lib).

use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::average::{Average, Rule};
use super::{Indicator, Seed};

/// Inputs of [`Dema`] and [`Tema`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LayeredAverageParams {
    /// Length of each average, in observations.
    #[record(range = 1..=1_000_000, example = 14)]
    pub length: u32,
}

/// Averages of averages: their blocks end at the same values.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Layers<const N: usize>(#[serde(with = "layers")] [Average; N]);

/// An array of any length, which serde does not read by itself.
mod layers {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Average;

    pub(super) fn serialize<S: Serializer, const N: usize>(layers: &[Average; N], to: S) -> Result<S::Ok, S::Error> {
        layers.as_slice().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[Average; N], D::Error> {
        Vec::deserialize(from)?.try_into().map_err(|_| D::Error::custom("another number of averages"))
    }
}

impl<const N: usize> Default for Layers<N> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| Average::default()))
    }
}

impl<const N: usize> Layers<N> {
    fn prepare(&mut self, length: u32) -> Result<(), Error> {
        let rule = Rule::exponential(length, Seed::Mean);
        (0..).zip(&mut self.0).try_for_each(|(layer, average)| average.prepare(rule.in_step((length - 1) * layer)))
    }

    /// The averages that follow a value: NaN where they have not begun.
    fn next(&mut self, value: f64) -> [f64; N] {
        let mut input = value;
        self.0.each_mut().map(|average| {
            if !input.is_nan() {
                input = average.next(input);
            }
            input
        })
    }
}

fn warmup(params: &LayeredAverageParams, layers: u64) -> u64 {
    layers * (u64::from(params.length) - 1)
}

fn stable_after(params: &LayeredAverageParams, digits: u32, layers: u64) -> u64 {
    1 + warmup(params, layers) + layers * Rule::exponential(params.length, Seed::Mean).forgets_after(digits)
}

macro_rules! layered {
    ($($(#[$doc:meta])* pub struct $name:ident($layers:literal), $path:literal, |$e:ident| $answer:expr;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Debug, Default, Serialize, Deserialize)]
            pub struct $name(Layers<$layers>);

            impl Indicator for $name {
                const PATH: &'static str = $path;
                type Params = LayeredAverageParams;
                type Input = f64;
                type Output = f64;

                fn prepare(&mut self, params: &LayeredAverageParams) -> Result<(), Error> {
                    params.check()?;
                    self.0.prepare(params.length)
                }

                fn next(&mut self, value: f64) -> f64 {
                    let $e = self.0.next(value);
                    $answer
                }

                fn warmup(params: &LayeredAverageParams) -> u64 {
                    warmup(params, $layers)
                }

                fn stable_after(params: &LayeredAverageParams, digits: u32) -> Option<u64> {
                    Some(stable_after(params, digits, $layers))
                }
            }
        )*
    };
}

layered! {
    /// Double exponential average, in the unit of the series.
    ///
    /// ```
    /// use hashinsight_signals::indicators::{Dema, Indicator, LayeredAverageParams};
    /// let line = Dema::batch(&LayeredAverageParams::new(2), &[90.0, 92.0, 94.0, 96.0])?;
    /// assert_eq!(line[2..], [94.0, 96.0]); // of a straight line, the line
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub struct Dema(2), "signals.dema", |e| 2.0 * e[0] - e[1];
    /// Triple exponential average, in the unit of the series.
    ///
    /// ```
    /// use hashinsight_signals::indicators::{Indicator, LayeredAverageParams, Tema};
    /// let line = Tema::batch(&LayeredAverageParams::new(2), &[90.0, 92.0, 94.0, 96.0])?;
    /// assert_eq!(line[3], 96.0); // of a straight line, the line
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub struct Tema(3), "signals.tema", |e| 3.0 * e[0] - 3.0 * e[1] + e[2];
}

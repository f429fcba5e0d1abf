//! Exponential moving average: `e_t = (1 - w) e_(t-1) + w x_t`, `w = 2 / (n + 1)`, begun with the mean of the first `n` values (as TA-Lib).

use super::Observation;
use hashinsight_numerics::{state::impossible, stream::Stream};
use hashinsight_units::{Error, Record};

/// Inputs of [`Ema`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EmaParams {
    /// Length of the average, in observations.
    #[record(range = 1..=1_000_000, example = 12)]
    pub length: u32,
}

/// Output of [`Ema`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = EmaTable)]
#[non_exhaustive]
pub struct EmaOutput {
    /// Exponential moving average, in the unit of the series; NaN before observation number `length`.
    pub ema: f64,
}

/// Exponential moving average of a series: see the example of this crate's first page.
#[derive(Clone, Debug)]
pub struct Ema(EmaParams, EmaState);

/// Number of observations up to `length`, and their average.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct EmaState(u32, f64);

impl Stream for Ema {
    const PATH: &'static str = "signals.ema";
    type Params = EmaParams;
    type State = EmaState;
    type Event = Observation;
    type Output = EmaOutput;

    fn resume(params: &EmaParams, state: EmaState) -> Result<Self, Error> {
        params.check()?;
        let possible = state.0 <= params.length && state.1.is_finite();
        if possible { Ok(Self(params.clone(), state)) } else { Err(impossible("average")) }
    }

    fn parts(&self) -> (&EmaParams, &EmaState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &Observation) -> Result<EmaOutput, Error> {
        let Self(EmaParams { length }, EmaState(seen, average)) = self;
        let weight = if seen < length { 1.0 / f64::from(*seen + 1) } else { 2.0 / (f64::from(*length) + 1.0) };
        *average = (1.0 - weight) * *average + weight * event.value.get();
        *seen += u32::from(seen < length);
        Ok(EmaOutput { ema: if seen < length { f64::NAN } else { *average } })
    }
}

//! The filter of two regimes, value by value: one exponential and one logarithm each.
//!
//! The prediction is `p = p_01 (1 - x) + p_11 x` of `x`, the probability of regime 1 after the value before; the update
//! `p f_1(y) / ((1 - p) f_0(y) + p f_1(y))` with the normal densities `f`.
//!
//! Densities are taken over the greater of the two, so that one of them is 1 and no value is so odd that both vanish.

use hashinsight_numerics::{exp, ln, state::impossible, stream::Stream};
use hashinsight_units::{Error, Fault, Problem, Record};

use super::switching::SwitchingModel;
use crate::indicators::{Input, Observation};

/// What a model of two regimes decides.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TwoRegimes {
    mean: [f64; 2],
    /// `-1 / (2 variance)` and `-ln(2 pi variance) / 2`.
    precision: [f64; 2],
    scale: [f64; 2],
    /// Probabilities of regime 1 after regime 0 and after regime 1.
    to_one: [f64; 2],
    /// Probability of regime 1 at the first value.
    first: f64,
}

/// Probability of regime 1 once a value is known, and the logarithm of the value's density.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filtered {
    pub(crate) filtered: f64,
    pub(crate) log_density: f64,
}

impl TwoRegimes {
    /// # Errors
    /// What the model refuses; `signals.regimes.out_of_range` unless there are two, `signals.autoregression.unsupported` for any.
    pub(crate) fn of(model: &SwitchingModel) -> Result<Self, Error> {
        model.consistent()?;
        let [zero, one] = &model.regimes[..] else {
            let fault = Fault::new("signals.regimes", Problem::OutOfRange).at("regimes").got(model.regimes.len());
            return Err(fault.allowed("two regimes").into());
        };
        if model.autoregression.as_ref().is_some_and(|lags| !lags.is_empty()) {
            let fault = Fault::new("signals.autoregression", Problem::Unsupported).at("autoregression");
            return Err(fault.allowed("no coefficients").into());
        }
        let first = model.first()?;
        let of = |read: fn(f64, f64) -> f64| [read(zero.mean, zero.variance), read(one.mean, one.variance)];
        Ok(Self {
            mean: of(|mean, _| mean),
            precision: of(|_, variance| -0.5 / variance),
            scale: of(|_, variance| -0.5 * ln(std::f64::consts::TAU * variance)),
            to_one: [model.transition(0, 1), model.transition(1, 1)],
            first: first[1],
        })
    }

    /// Filters a value after `before`, the probability of regime 1 after the value before; `None` at the first.
    #[inline]
    pub(crate) fn step(&self, before: Option<f64>, value: f64) -> Filtered {
        let predicted = match before {
            None => self.first,
            Some(before) => self.to_one[0] * (1.0 - before) + self.to_one[1] * before,
        };
        let log = |j: usize| {
            let distance = value - self.mean[j];
            self.scale[j] + self.precision[j] * (distance * distance)
        };
        let (zero, one) = (log(0), log(1));
        let greatest = if one > zero { one } else { zero };
        // One of the exponentials is 1: what remains is that of the distance between the two.
        let lesser = exp(if one > zero { zero - one } else { one - zero });
        let weights = if one > zero { [lesser, 1.0] } else { [1.0, lesser] };
        let joint = [(1.0 - predicted) * weights[0], predicted * weights[1]];
        let density = joint[0] + joint[1];
        // A regime that cannot be and one that does not explain the value: the density vanishes, and nothing is learned.
        let filtered = if density > 0.0 { joint[1] / density } else { predicted };
        Filtered { filtered, log_density: greatest + ln(density) }
    }
}

/// Inputs of [`RegimeFilter`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RegimeFilterParams {
    /// Switching model of the series, of two regimes and without autoregression: see `fit_regimes`.
    pub model: SwitchingModel,
}

/// Output of [`RegimeFilter`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = RegimeFilterTable)]
#[non_exhaustive]
pub struct RegimeFilterOutput {
    /// Filtered probability of the second regime: it knows this value and none after it.
    pub second_probability: f64,
    /// Logarithm of the density of this value, given all before.
    pub log_density: f64,
}

/// Hamilton's filter of two regimes, value by value: [`SwitchingModel::filter`] as a stream.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::indicators::Observation;
/// use hashinsight_signals::modules::regime::{RegimeFilter, RegimeFilterParams, SwitchingModel, SwitchingRegime};
/// use hashinsight_units::{Finite, Fraction};
/// let odds = |stay: f64, leave: f64| vec![Fraction::constant(stay), Fraction::constant(leave)];
/// let calm = SwitchingRegime::new(0.0, 1.0, odds(0.9, 0.1));
/// let turbulent = SwitchingRegime::new(0.0, 25.0, odds(0.2, 0.8));
/// let params = RegimeFilterParams::new(SwitchingModel::new(vec![calm, turbulent]));
/// let values = [0.1, -0.5, 9.0].map(|value| Observation::new(Finite::constant(value)));
/// let seen = batch::<RegimeFilter>(&params, &values)?;
/// assert!(seen[1].second_probability < 0.1 && seen[2].second_probability > 0.9);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct RegimeFilter {
    params: RegimeFilterParams,
    state: RegimeFilterState,
    model: TwoRegimes,
}

/// Filtered probability of the second regime after the last value.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct RegimeFilterState(Option<f64>);

impl Stream for RegimeFilter {
    const PATH: &'static str = "signals.regime_filter";
    type Params = RegimeFilterParams;
    type State = RegimeFilterState;
    type Event = Observation;
    type Output = RegimeFilterOutput;

    fn resume(params: &RegimeFilterParams, state: RegimeFilterState) -> Result<Self, Error> {
        let model = TwoRegimes::of(&params.model).map_err(|error| error.at("model"))?;
        if state.0.is_some_and(|probability| !(0.0..=1.0).contains(&probability)) {
            return Err(impossible("probability"));
        }
        Ok(Self { params: params.clone(), state, model })
    }

    fn parts(&self) -> (&RegimeFilterParams, &RegimeFilterState) {
        (&self.params, &self.state)
    }

    fn update(&mut self, event: &Observation) -> Result<RegimeFilterOutput, Error> {
        let Filtered { filtered, log_density } = self.model.step(self.state.0, f64::of(event)?);
        self.state.0 = Some(filtered);
        Ok(RegimeFilterOutput { second_probability: filtered, log_density })
    }
}

//! The filter of two regimes, value by value: one exponential and one logarithm each.
//!
//! The prediction is `p = p_01 (1 - x) + p_11 x` of `x`, the probability of regime 1 after the value before; the update
//! `p f_1(y) / ((1 - p) f_0(y) + p f_1(y))` with the normal densities `f`.
//!
//! Densities are taken over the greater of the two, so that one of them is 1 and no value is so odd that both vanish.

use hashinsight_numerics::{exp, exp_slice, ln, ln_slice, state::impossible, stream::Stream};
use hashinsight_units::columns::{Columns, Row, Table};
use hashinsight_units::{Error, Fault, Problem, Record};

use super::switching::SwitchingModel;
use crate::indicators::{Input, Observation, ObservationColumns};

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

/// The greater of two logarithms, the distance of the other from it, and whether the greater is that of regime 1.
#[derive(Clone, Copy, Debug, Default)]
struct Logs {
    greatest: f64,
    apart: f64,
    is_one: bool,
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
        let logs = self.logs(value);
        let (filtered, density) = self.learn(before, logs, exp(logs.apart));
        Filtered { filtered, log_density: logs.greatest + ln(density) }
    }

    /// The logarithms of both densities of a value.
    #[inline]
    fn logs(&self, value: f64) -> Logs {
        let log = |j: usize| {
            let distance = value - self.mean[j];
            self.scale[j] + self.precision[j] * (distance * distance)
        };
        let (zero, one) = (log(0), log(1));
        let is_one = one > zero;
        let (greatest, apart) = if is_one { (one, zero - one) } else { (zero, one - zero) };
        Logs { greatest, apart, is_one }
    }

    /// What a value teaches: the probability of regime 1, and the value's density over the greater of the two. Of their weights one is 1, and
    /// `lesser` is the other. What runs from value to value is all in here.
    #[inline]
    fn learn(&self, before: Option<f64>, logs: Logs, lesser: f64) -> (f64, f64) {
        let predicted = match before {
            None => self.first,
            Some(before) => self.to_one[0] * (1.0 - before) + self.to_one[1] * before,
        };
        let weights = if logs.is_one { [lesser, 1.0] } else { [1.0, lesser] };
        let joint = [(1.0 - predicted) * weights[0], predicted * weights[1]];
        let density = joint[0] + joint[1];
        // A regime that cannot be and one that does not explain the value: the density vanishes, and nothing is learned.
        (if density > 0.0 { joint[1] / density } else { predicted }, density)
    }

    /// Filters values in order, with the bits of [`step`](Self::step): exponentials and logarithms side by side, what runs between them.
    ///
    /// # Errors
    /// Never, for `out` and `log_densities` as long as the values.
    fn steps(
        &self,
        mut before: Option<f64>,
        values: &[f64],
        out: &mut [f64],
        log_densities: &mut [f64],
    ) -> Result<Option<f64>, Error> {
        const TILE: usize = 256;
        let (mut logs, mut lesser) = ([Logs::default(); TILE], [0.0; TILE]);
        let tiles = values.chunks(TILE).zip(out.chunks_mut(TILE)).zip(log_densities.chunks_mut(TILE));
        for ((values, out), log_densities) in tiles {
            for ((logs, apart), value) in logs.iter_mut().zip(&mut *out).zip(values) {
                *logs = self.logs(*value);
                *apart = logs.apart;
            }
            let (logs, lesser) = (&logs[..values.len()], &mut lesser[..values.len()]);
            exp_slice(out, lesser)?;
            for ((out, lesser), logs) in out.iter_mut().zip(&mut *lesser).zip(logs) {
                (*out, *lesser) = self.learn(before, *logs, *lesser); // the density, from here on
                before = Some(*out);
            }
            ln_slice(lesser, log_densities)?;
            log_densities.iter_mut().zip(logs).for_each(|(log, logs)| *log += logs.greatest);
        }
        Ok(before)
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

    fn fold(&mut self, columns: &ObservationColumns<'_>) -> Result<RegimeFilterTable, Error> {
        let rows = columns.len();
        for row in 0..rows {
            f64::of(&Observation::of(columns, row)?).map_err(|error| error.in_row(row))?;
        }
        let mut table = RegimeFilterTable::with_rows(rows);
        let (second, logs) = (&mut table.second_probability, &mut table.log_density);
        self.state.0 = self.model.steps(self.state.0, columns.value, second, logs)?;
        Ok(table)
    }
}

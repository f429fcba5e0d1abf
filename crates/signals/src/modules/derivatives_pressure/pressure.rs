//! The module: funding, basis, skew and open interest as one score.

use std::collections::VecDeque;

use hashinsight_numerics::{clamp, mean, state::impossible, stream::Stream, variance};
use hashinsight_units::{AssetPrice, Error, Finite, Record, Timestamp};

use crate::modules::{Assessment, AssessmentStatus, Module, ModuleName, Reason, ReasonCode, bounded};
use crate::refuse::{out_of_range, refuse};

/// Inputs of [`DerivativesPressure`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DerivativesPressureParams {
    /// Number of snapshots with which funding and risk reversal are compared.
    #[record(default = 90, range = 2..=10_000, example = 90)]
    pub length: u32,
    /// Basis per year that counts for nothing: the usual price of leverage.
    #[record(default = 0.10, range = -1.0..=10.0, example = 0.10)]
    pub usual_basis: f64,
    /// Basis per year beyond the usual one that counts in full.
    #[record(default = 0.20, range = 1e-6..=10.0, example = 0.20)]
    pub full_basis: f64,
    /// Change of open interest as a fraction, from one snapshot to the next, below which price and open interest say nothing together.
    #[record(default = 0.01, range = 0.0..=10.0, example = 0.01)]
    pub least_change: f64,
}

/// Observations of derivatives at one instant; what no venue said is absent.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = DerivativesSnapshotColumns)]
#[non_exhaustive]
pub struct DerivativesSnapshot {
    /// Instant of the snapshot, in Unix milliseconds: after the one before it.
    #[record(example = 1_713_571_200_000)]
    pub time_ms: Timestamp,
    /// Spot price, in quote currency per unit of base.
    #[record(example = 63_850)]
    pub spot: AssetPrice,
    /// Funding of the perpetual per year, without compounding, as a fraction.
    pub funding_per_year: Option<Finite>,
    /// Basis of a dated future per year, without compounding, as a fraction.
    pub basis_per_year: Option<Finite>,
    /// Open interest in units of base.
    pub open_interest_base: Option<AssetPrice>,
    /// Risk reversal of 25 delta, call less put volatility.
    pub risk_reversal_25: Option<Finite>,
    /// Volatility at the money of the far expiry less that of the near one.
    pub term_slope: Option<Finite>,
    /// Open interest of puts over that of calls.
    pub put_call: Option<Finite>,
    /// Gamma exposure, in quote currency per 1 % move.
    pub gamma_exposure: Option<Finite>,
}

/// Output of [`DerivativesPressure`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = DerivativesPressureTable)]
#[non_exhaustive]
pub struct DerivativesPressureOutput {
    /// Advice: 1 to sell now, -1 to keep. NaN unless the status is `ok`.
    pub score: f64,
    /// Confidence in the score: the part of the four reasons that is known; 0 unless the status is `ok`.
    pub confidence: f64,
    /// Status of the assessment: stale where something came before and nothing at this snapshot.
    pub status: AssessmentStatus,
    /// Contribution of funding; NaN where it is not known.
    pub funding_contribution: f64,
    /// Contribution of the basis; NaN where it is not known.
    pub basis_contribution: f64,
    /// Contribution of the risk reversal; NaN where it is not known.
    pub risk_reversal_contribution: f64,
    /// Contribution of price and open interest together; NaN where they are not known.
    pub open_interest_contribution: f64,
    /// Contribution of the clamp; NaN unless the status is `ok`.
    pub clamp_contribution: f64,
    /// Funding in standard deviations from the mean of its past: longs crowd where it is high. NaN where it is not known.
    pub funding_z_contrarian: f64,
    /// Basis per year, without compounding: leverage is dear where it is high. NaN where it is not known.
    pub basis_per_year_contrarian: f64,
    /// Risk reversal in standard deviations from the mean of its past: calls are sought where it is high. NaN where it is not known.
    pub risk_reversal_z_momentum: f64,
    /// 1 where price and open interest move the same way, which confirms the move of the price if it rises and its exhaustion if it falls; -1 where
    /// they part, 0 where open interest hardly changes. NaN where they are not known.
    pub open_interest_quadrant_momentum: f64,
    /// Funding per year, without compounding. NaN where it is not known.
    pub funding_per_year: f64,
    /// Volatility at the money of the far expiry less that of the near one. NaN where it is not known.
    pub term_slope: f64,
    /// Open interest of puts over that of calls. NaN where it is not known.
    pub put_call: f64,
    /// Gamma exposure, in quote currency per 1 % move. NaN where it is not known.
    pub gamma_exposure: f64,
}

/// Pressure from derivatives, snapshot by snapshot: see the page of this module.
///
/// ```
/// use hashinsight_numerics::stream::batch;
/// use hashinsight_signals::modules::AssessmentStatus;
/// use hashinsight_signals::modules::derivatives_pressure::{
///     DerivativesPressure, DerivativesPressureParams, DerivativesSnapshot,
/// };
/// use hashinsight_units::{AssetPrice, Finite, Timestamp};
/// let snapshot = DerivativesSnapshot::new(Timestamp::from_ms(1_713_571_200_000)?, AssetPrice::new(60_000.0)?);
/// let rich = snapshot.basis_per_year(Finite::constant(0.2)); // 20 % a year: half of the way from usual to full
/// let answers = batch::<DerivativesPressure>(&DerivativesPressureParams::new(), &[rich])?;
/// assert_eq!((answers[0].status, answers[0].score, answers[0].confidence), (AssessmentStatus::Ok, 0.5, 0.25));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct DerivativesPressure(DerivativesPressureParams, DerivativesPressureState);

/// The past that funding and risk reversal are compared with, and the snapshot before.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub struct DerivativesPressureState {
    last_ms: Option<i64>,
    funding: VecDeque<f64>,
    risk_reversal: VecDeque<f64>,
    /// Spot and open interest of the last snapshot that had both.
    before: Option<[f64; 2]>,
    /// Whether any of the four reasons ever came.
    has_data: bool,
}

impl Stream for DerivativesPressure {
    const PATH: &'static str = "signals.derivatives_pressure";
    type Params = DerivativesPressureParams;
    type State = DerivativesPressureState;
    type Event = DerivativesSnapshot;
    type Output = DerivativesPressureOutput;

    fn resume(params: &DerivativesPressureParams, state: DerivativesPressureState) -> Result<Self, Error> {
        params.check()?;
        let sound =
            |past: &VecDeque<f64>| past.len() <= params.length as usize && past.iter().all(|value| value.is_finite());
        let before = state.before.is_none_or(|before| before.iter().all(|value| *value > 0.0 && value.is_finite()));
        let possible = sound(&state.funding) && sound(&state.risk_reversal) && before;
        if possible { Ok(Self(params.clone(), state)) } else { Err(impossible("past")) }
    }

    fn parts(&self) -> (&DerivativesPressureParams, &DerivativesPressureState) {
        (&self.0, &self.1)
    }

    fn update(&mut self, event: &DerivativesSnapshot) -> Result<DerivativesPressureOutput, Error> {
        let Self(params, state) = self;
        let time = event.time_ms.to_ms();
        if let Some(last) = state.last_ms.filter(|last| time <= *last) {
            return Err(out_of_range("time_ms", time, format!("after the snapshot before it, {last}")));
        }
        if let Some(put_call) = event.put_call.map(Finite::get).filter(|put_call| *put_call < 0.0) {
            return Err(refuse("put_call", put_call, "a finite number of at least 0"));
        }
        state.last_ms = Some(time);
        let spot = event.spot.get();
        let open = event.open_interest_base.map(AssetPrice::get);
        let funding_z = event.funding_per_year.and_then(|rate| z_score(&mut state.funding, rate.get(), params.length));
        let reversal_z =
            event.risk_reversal_25.and_then(|value| z_score(&mut state.risk_reversal, value.get(), params.length));
        let basis = event.basis_per_year.map(Finite::get);
        let quadrant = state.before.zip(open).map(|(before, open)| quadrant(before, [spot, open], params.least_change));
        state.before = open.map(|open| [spot, open]).or(state.before);
        let comes = [event.funding_per_year, event.basis_per_year, event.risk_reversal_25].iter().any(Option::is_some);
        let comes = comes || open.is_some();
        let came = state.has_data;
        state.has_data |= comes;

        let unit = |x: f64| clamp(x, -1.0, 1.0);
        let terms = [
            funding_z.map(|z| unit(z / 3.0)),
            basis.map(|basis| unit((basis - params.usual_basis) / params.full_basis)),
            reversal_z.map(|z| -unit(z / 3.0)),
            quadrant.map(|together| -0.5 * together),
        ];
        let known = terms.iter().flatten().count() as f64;
        let [funding, basis_part, reversal, interest] = terms.map(|term| term.map_or(f64::NAN, |term| term / known));
        let status = match (known > 0.0, comes, came) {
            (true, ..) => AssessmentStatus::Ok,
            (false, true, _) => AssessmentStatus::Warmup,
            (false, false, true) => AssessmentStatus::Stale,
            (false, false, false) => AssessmentStatus::NoData,
        };
        let held = bounded([funding, basis_part, reversal, interest]);
        let when_ok = |value: f64| if status == AssessmentStatus::Ok { value } else { f64::NAN };
        let number = |value: Option<f64>| value.unwrap_or(f64::NAN);
        Ok(DerivativesPressureOutput {
            score: when_ok(held.score),
            confidence: known / 4.0,
            status,
            funding_contribution: funding,
            basis_contribution: basis_part,
            risk_reversal_contribution: reversal,
            open_interest_contribution: interest,
            clamp_contribution: when_ok(held.clamp),
            funding_z_contrarian: number(funding_z),
            basis_per_year_contrarian: number(basis),
            risk_reversal_z_momentum: number(reversal_z),
            open_interest_quadrant_momentum: number(quadrant),
            funding_per_year: number(event.funding_per_year.map(Finite::get)),
            term_slope: number(event.term_slope.map(Finite::get)),
            put_call: number(event.put_call.map(Finite::get)),
            gamma_exposure: number(event.gamma_exposure.map(Finite::get)),
        })
    }
}

impl Module for DerivativesPressure {
    const NAME: ModuleName = ModuleName::DerivativesPressure;

    fn assess(&self, output: &DerivativesPressureOutput) -> Assessment {
        let DerivativesPressureParams { usual_basis, .. } = self.0;
        let o = output;
        let reasons = [
            Reason::new(ReasonCode::Funding, o.funding_z_contrarian, o.funding_contribution).threshold(3.0),
            Reason::new(ReasonCode::Basis, o.basis_per_year_contrarian, o.basis_contribution).threshold(usual_basis),
            Reason::new(ReasonCode::RiskReversal, o.risk_reversal_z_momentum, o.risk_reversal_contribution)
                .threshold(3.0),
            Reason::new(
                ReasonCode::OpenInterestQuadrant,
                o.open_interest_quadrant_momentum,
                o.open_interest_contribution,
            ),
        ];
        Assessment::new(Self::NAME, output.status, output.confidence, output, reasons)
    }
}

/// Standard score of a value against the values before it, which it joins; none before the past is full, or where it never varied.
fn z_score(past: &mut VecDeque<f64>, value: f64, length: u32) -> Option<f64> {
    let full = past.len() == length as usize;
    let values = past.make_contiguous();
    let score = full.then(|| mean(values).ok().zip(variance(values, 1).ok())).flatten();
    let score = score.filter(|(_, variance)| *variance > 0.0).map(|(mean, variance)| (value - mean) / variance.sqrt());
    if full {
        past.pop_front();
    }
    past.push_back(value);
    score.filter(|score| score.is_finite())
}

/// Whether price and open interest moved the same way.
fn quadrant([spot_before, open_before]: [f64; 2], [spot, open]: [f64; 2], least_change: f64) -> f64 {
    if ((open - open_before) / open_before).abs() < least_change || spot == spot_before || open == open_before {
        return 0.0;
    }
    if (spot > spot_before) == (open > open_before) { 1.0 } else { -1.0 }
}

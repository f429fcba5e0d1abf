//! What cash flows are worth: net present value, and the rates at which they are worth nothing.
//!
//! ```text
//! value(rate) = sum of flow / (1 + rate)^t
//! ```
//!
//! `t` counts periods, or years of 365 days from the first date (as Excel's XNPV and XIRR). A rate of return is a root
//! of that function above -1. There may be none, and there may be several: Descartes' rule of signs allows as many as
//! the flows, in order of time, change sign; none of several is better than another, so they are all told.
//!
//! Flows of one instant are one flow, their sum: what comes and goes at once is worth nothing at any rate. A sum below
//! what 64 bits resolve of its terms is 0. Where every instant cancels there is no rate to name.

use hashinsight_numerics::{exp, find_root, ln_1p, sum_by};
use hashinsight_units::{FieldPath, Timestamp};

use crate::MiningError;

const MS_PER_YEAR: f64 = 365.0 * 86_400e3;
const MAX_USD: f64 = 1e15;
/// Bounds the scan for several roots to a fraction of a second.
const MAX_FLOWS: usize = 10_000;
const MAX_YEARS: f64 = 200.0;
/// Rates are looked for from -99.99 % to 1e6: the logarithm of `1 + rate` between these.
const LOW: f64 = -9.210340371976182; // ln 1e-4
const HIGH: f64 = 13.815511557963774; // ln (1 + 1e6)
/// Points of the scan where several roots are possible, on either side of 0 and denser there.
const SCAN: u32 = 2048;

/// Cash flows in USD: positive where money comes in.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CashFlows {
    /// One per period, the first one now. Rates are per period.
    Periodic(Vec<f64>),
    /// Each with its date, none before the first. Rates are per year of 365 days.
    Dated(Vec<DatedCashFlow>),
}

/// One flow of [`CashFlows::Dated`].
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DatedCashFlow {
    /// When it is paid, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// How much, in USD.
    pub usd: f64,
}

/// The rate at which flows are worth nothing, or what there is instead.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum InternalRate {
    /// The only one between -99.99 % and 1e6, as a part: 0.1 for 10 %.
    Rate(f64),
    /// There is none.
    NoSolution {
        /// Why.
        reason: &'static str,
    },
    /// There are several, in ascending order, and no reason to prefer one.
    SeveralSolutions(Vec<f64>),
}

/// A flow and its time, in the unit of the rate.
pub(super) type Flow = (f64, f64);

impl CashFlows {
    /// (time, flow), checked.
    fn flows(&self) -> Result<Vec<Flow>, MiningError> {
        let path = |case: &str, index: usize| FieldPath::new("cash_flows").field(case).index(index);
        let too_big =
            |usd: f64, path: FieldPath| MiningError::out_of_range("cash_flows", path, usd, "-1e15 to 1e15 USD");
        let good = |usd: f64| (-MAX_USD..=MAX_USD).contains(&usd);
        let flows: Vec<Flow> = match self {
            Self::Periodic(flows) => {
                if let Some(at) = flows.iter().position(|usd| !good(*usd)) {
                    return Err(too_big(flows[at], path("periodic", at)));
                }
                flows.iter().enumerate().map(|(period, usd)| (period as f64, *usd)).collect()
            }
            Self::Dated(flows) => {
                let first = flows.first().map_or(0, |flow| flow.time_ms.to_ms());
                let mut dated = Vec::with_capacity(flows.len());
                for (at, flow) in flows.iter().enumerate() {
                    if !good(flow.usd) {
                        return Err(too_big(flow.usd, path("dated", at).field("usd")));
                    }
                    let years = (flow.time_ms.to_ms() - first) as f64 / MS_PER_YEAR;
                    if !(0.0..=MAX_YEARS).contains(&years) {
                        let (time, allowed) =
                            (flow.time_ms.to_ms(), "within 200 years of the first flow, none before it");
                        return Err(MiningError::out_of_range(
                            "time",
                            path("dated", at).field("time_ms"),
                            time,
                            allowed,
                        ));
                    }
                    dated.push((years, flow.usd));
                }
                dated.sort_by(|a, b| a.0.total_cmp(&b.0));
                dated
            }
        };
        if flows.is_empty() || flows.len() > MAX_FLOWS {
            let (field, allowed) = ("cash_flows", "1 to 10000 flows");
            return Err(MiningError::ListLength { field, path: FieldPath::new(field), items: flows.len(), allowed });
        }
        Ok(flows)
    }
}

/// Value at a force of interest `ln(1 + rate)`.
pub(super) fn present_value(flows: &[Flow], force: f64) -> f64 {
    flows.iter().fold(0.0, |sum, (time, usd)| sum + usd * exp(-force * time))
}

/// The flows of each instant as one; none that cancel.
fn netted(flows: &[Flow]) -> Vec<Flow> {
    let net = |instant: &[Flow]| {
        let total = sum_by(instant.len(), |i| instant[i].1);
        let resolved = f64::EPSILON * sum_by(instant.len(), |i| instant[i].1.abs());
        (instant.len() == 1 || total.abs() > resolved).then_some((instant[0].0, total))
    };
    let instants = flows.chunk_by(|a, b| a.0 == b.0);
    instants.filter_map(net).filter(|flow| flow.1 != 0.0).collect()
}

/// The value up to a positive factor that keeps every term finite and one of them away from 0: told at the last flow's
/// time for negative forces, else at the first one's.
fn scaled_value(flows: &[Flow], force: f64) -> f64 {
    let at = if force < 0.0 { flows.last() } else { flows.first() }.map_or(0.0, |flow| flow.0);
    flows.iter().fold(0.0, |sum, (time, usd)| sum + usd * exp(force * (at - time)))
}

/// All rates of return. `flows` are in order of time.
pub(super) fn internal_rate(flows: &[Flow]) -> InternalRate {
    let flows = netted(flows);
    if flows.is_empty() {
        return InternalRate::NoSolution { reason: "the cash flows cancel: they are worth nothing at every rate" };
    }
    let value = |force: f64| scaled_value(&flows, force);
    let changes = flows.windows(2).filter(|pair| (pair[0].1 > 0.0) != (pair[1].1 > 0.0)).count();
    if changes == 0 {
        return InternalRate::NoSolution { reason: "the cash flows never change sign" };
    }
    let points: Vec<f64> = if changes == 1 {
        vec![LOW, HIGH]
    } else {
        let side = |end: f64| {
            move |i: u32| {
                let x = f64::from(i) / f64::from(SCAN);
                end * (x * x * x)
            }
        };
        (1..=SCAN).rev().map(side(LOW)).chain((0..=SCAN).map(side(HIGH))).collect()
    };
    let mut forces: Vec<f64> = Vec::new();
    let values: Vec<f64> = points.iter().map(|force| value(*force)).collect();
    let root = |low: f64, high: f64| find_root(value, low, high, 0.0).ok();
    for (pair, ends) in points.windows(2).zip(values.windows(2)) {
        if ends[0] == 0.0 {
            forces.push(pair[0]);
        } else if ends[1] != 0.0 && (ends[0] > 0.0) != (ends[1] > 0.0) {
            forces.extend(root(pair[0], pair[1]));
        }
    }
    if values.last() == Some(&0.0) {
        forces.push(HIGH);
    }
    // Between points of one sign the value may dip to the other side and come back.
    for (at, ends) in points.windows(3).zip(values.windows(3)) {
        let toward_zero = ends[1].abs() < ends[0].abs() && ends[1].abs() < ends[2].abs();
        if toward_zero && ends.iter().all(|v| *v > 0.0) | ends.iter().all(|v| *v < 0.0) {
            let dip = dip(&value, at[0], at[2]);
            let there = value(dip);
            if there == 0.0 {
                forces.push(dip);
            } else if (there > 0.0) != (ends[1] > 0.0) {
                forces.extend(root(at[0], dip));
                forces.extend(root(dip, at[2]));
            }
        }
    }
    forces.sort_by(f64::total_cmp);
    let rates: Vec<f64> = forces.into_iter().map(hashinsight_numerics::exp_m1).collect();
    match rates.as_slice() {
        [] => InternalRate::NoSolution { reason: "no rate from -99.99 % to 1e6 makes the cash flows worth nothing" },
        [rate] => InternalRate::Rate(*rate),
        _ => InternalRate::SeveralSolutions(rates),
    }
}

/// Where the value is nearest to zero between two points of one sign: golden-section search.
fn dip(value: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    const GOLDEN: f64 = 0.618_033_988_749_894_8;
    for _ in 0..60 {
        let (left, right) = (high - GOLDEN * (high - low), low + GOLDEN * (high - low));
        let sign = if value(low) > 0.0 { 1.0 } else { -1.0 };
        if sign * value(left) < sign * value(right) {
            high = right;
        } else {
            low = left;
        }
    }
    0.5 * (low + high)
}

/// What [`net_present_value`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NetPresentValueRequest {
    /// The flows.
    pub cash_flows: CashFlows,
    /// The rate per period, or per year where flows are dated, as a part: 0.1 for 10 %. -0.99 to 100.
    pub discount_rate: f64,
}

/// What [`net_present_value`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct NetPresentValueReport {
    /// Value at the time of the first flow, in USD.
    pub net_present_value_usd: f64,
    /// Sum of the flows, without interest, in USD.
    pub sum_usd: f64,
}

/// What cash flows are worth at a rate.
///
/// # Errors
/// `mining.cash_flows.out_of_range`, `mining.cash_flows.length`, `mining.time.out_of_range`;
/// `mining.discount_rate.out_of_range` outside -0.99 to 100, and where the value exceeds what an `f64` holds.
///
/// ```
/// use hashinsight_mining::forecast::{CashFlows, NetPresentValueRequest, net_present_value};
/// let report = net_present_value(&NetPresentValueRequest {
///     cash_flows: CashFlows::Periodic(vec![-1000.0, 400.0, 400.0, 400.0]),
///     discount_rate: 0.1,
/// })?;
/// assert!((report.net_present_value_usd + 5.259203606311075).abs() < 1e-9);
/// # Ok::<(), hashinsight_mining::MiningError>(())
/// ```
pub fn net_present_value(request: &NetPresentValueRequest) -> Result<NetPresentValueReport, MiningError> {
    let flows = request.cash_flows.flows()?;
    let refuse = |allowed| MiningError::out_of_range("discount_rate", "discount_rate", request.discount_rate, allowed);
    if !(-0.99..=100.0).contains(&request.discount_rate) {
        return Err(refuse("-0.99 to 100 (a fraction, not percent)"));
    }
    let net_present_value_usd = present_value(&flows, ln_1p(request.discount_rate));
    if !net_present_value_usd.is_finite() {
        return Err(refuse("a rate at which the value is finite"));
    }
    Ok(NetPresentValueReport { net_present_value_usd, sum_usd: flows.iter().fold(0.0, |sum, flow| sum + flow.1) })
}

/// What [`internal_rate_of_return`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InternalRateOfReturnRequest {
    /// The flows.
    pub cash_flows: CashFlows,
}

/// What [`internal_rate_of_return`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct InternalRateOfReturnReport {
    /// The rate per period, or per year where flows are dated.
    pub rate: InternalRate,
}

/// The rate at which cash flows are worth nothing.
///
/// # Errors
/// `mining.cash_flows.out_of_range`, `mining.cash_flows.length`, `mining.time.out_of_range`. No rate and several rates
/// are answers, not errors.
///
/// ```
/// use hashinsight_mining::forecast::{CashFlows, InternalRate, InternalRateOfReturnRequest, internal_rate_of_return};
/// let rate = |flows: &[f64]| {
///     let cash_flows = CashFlows::Periodic(flows.to_vec());
///     internal_rate_of_return(&InternalRateOfReturnRequest { cash_flows }).map(|report| report.rate)
/// };
/// assert!(matches!(rate(&[-1000.0, 400.0, 400.0, 400.0])?, InternalRate::Rate(r) if (r - 0.0970).abs() < 1e-4));
/// assert!(matches!(rate(&[100.0, 200.0, 300.0])?, InternalRate::NoSolution { .. }));
/// assert!(matches!(rate(&[-100.0, 230.0, -132.0])?, InternalRate::SeveralSolutions(r) if r.len() == 2)); // 10 %, 20 %
/// # Ok::<(), hashinsight_mining::MiningError>(())
/// ```
pub fn internal_rate_of_return(
    request: &InternalRateOfReturnRequest,
) -> Result<InternalRateOfReturnReport, MiningError> {
    Ok(InternalRateOfReturnReport { rate: internal_rate(&request.cash_flows.flows()?) })
}

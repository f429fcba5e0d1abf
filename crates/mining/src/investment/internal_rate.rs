//! The rates at which cash flows are worth nothing.

use hashinsight_numerics::{exp, exp_m1, find_root, sum_by};
use hashinsight_units::{At, Error, Order, Record};

use super::cash_flows::{CashFlows, DatedCashFlow, Flow};

/// Rates are looked for from -99.99 % to 1e6: the logarithm of `1 + rate` between these.
const LOW: f64 = -9.210340371976182; // ln 1e-4
const HIGH: f64 = 13.815511557963774; // ln (1 + 1e6)
/// Points of the scan where several roots are possible, on either side of 0 and denser there.
const SCAN: u32 = 2048;
const MS_PER_DAY: i64 = 86_400_000;

/// The rate at which flows are worth nothing: one, none or several.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum InternalRate {
    /// The only rate between -99.99 % and 1e6, as a fraction: 0.1 for 10 %.
    Value(f64),
    /// No rate of return exists.
    Undefined {
        /// Reason why no rate of return exists.
        reason: &'static str,
    },
    /// There are several rates, and no reason to prefer one.
    Several {
        /// All rates in ascending order, as fractions.
        rates: Vec<f64>,
    },
}

impl InternalRate {
    /// The rate, where there is exactly one.
    pub const fn value(&self) -> Option<f64> {
        match self {
            Self::Value(rate) => Some(*rate),
            _ => None,
        }
    }
}

impl CashFlows {
    /// The rate at which the flows are worth nothing.
    ///
    /// # Errors
    /// As [`internal_rate_of_return`].
    pub fn internal_rate(&self) -> Result<InternalRate, Error> {
        let flows = self.flows().at("cash_flows")?;
        if let Self::Dated(dated) = self
            && cancels_by_day(dated)
        {
            return Ok(CANCELS);
        }
        Ok(internal_rate(&flows))
    }
}

const CANCELS: InternalRate =
    InternalRate::Undefined { reason: "the cash flows cancel: they are worth nothing at every rate" };

/// Whether nothing is left of any day: a day's interest is below what a rate per year is meant to tell.
fn cancels_by_day(dated: &[DatedCashFlow]) -> bool {
    let mut flows: Vec<(i64, f64)> =
        dated.iter().map(|flow| (flow.time_ms.to_ms().div_euclid(MS_PER_DAY), flow.usd)).collect();
    flows.order_by_key(|(day, _)| *day);
    flows.chunk_by(|a, b| a.0 == b.0).all(|day| {
        let total = sum_by(day.len(), |i| day[i].1);
        total.abs() <= f64::EPSILON * sum_by(day.len(), |i| day[i].1.abs()) && (day.len() > 1 || total == 0.0)
    })
}

/// The flows of each instant as one, without those that cancel.
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

/// What rounding can make of the value.
fn resolved(flows: &[Flow], force: f64) -> f64 {
    let at = if force < 0.0 { flows.last() } else { flows.first() }.map_or(0.0, |flow| flow.0);
    let terms = flows.iter().map(|(time, usd)| (force * (at - time), usd.abs()));
    let error = |(power, usd): (f64, f64)| usd * exp(power) * (flows.len() as f64 + power.abs());
    f64::EPSILON * terms.map(error).fold(0.0, |sum, term| sum + term)
}

/// All rates of return. `flows` are in order of time.
pub(crate) fn internal_rate(flows: &[Flow]) -> InternalRate {
    let flows = netted(flows);
    if flows.is_empty() {
        return CANCELS;
    }
    let value = |force: f64| scaled_value(&flows, force);
    let changes = flows.windows(2).filter(|pair| (pair[0].1 > 0.0) != (pair[1].1 > 0.0)).count();
    if changes == 0 {
        return InternalRate::Undefined { reason: "the cash flows never change sign" };
    }
    // As much comes back as went out: no rate is needed for that, however short the time.
    if changes == 1 && value(0.0) == 0.0 {
        return InternalRate::Value(0.0);
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
            // A double root touches zero, which rounding may miss or cross.
            if there.abs() <= resolved(&flows, dip) {
                forces.push(dip);
            } else if (there > 0.0) != (ends[1] > 0.0) {
                forces.extend(root(at[0], dip));
                forces.extend(root(dip, at[2]));
            }
        }
    }
    forces.sort_unstable_by(f64::total_cmp);
    let rates: Vec<f64> = forces.into_iter().map(exp_m1).collect();
    match rates.as_slice() {
        [] => InternalRate::Undefined { reason: "no rate from -99.99 % to 1e6 makes the cash flows worth nothing" },
        [rate] => InternalRate::Value(*rate),
        _ => InternalRate::Several { rates },
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

/// Inputs of [`internal_rate_of_return`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct InternalRateOfReturnRequest {
    /// Cash flows whose rate of return is wanted.
    pub cash_flows: CashFlows,
}

/// Result of [`internal_rate_of_return`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct InternalRateOfReturnReport {
    /// Rate of return per period, or per year where flows are dated.
    pub rate: InternalRate,
}

/// The rate at which cash flows are worth nothing.
///
/// # Errors
/// `mining.cash_flows.out_of_range`, `mining.cash_flows.length`, `mining.time.out_of_range`. No rate and several rates
/// are answers, not errors.
///
/// ```
/// use hashinsight_mining::investment::{CashFlows, InternalRate};
/// let rate = |flows: &[f64]| CashFlows::Periodic(flows.to_vec()).internal_rate();
/// assert!(matches!(rate(&[-1000.0, 400.0, 400.0, 400.0])?, InternalRate::Value(r) if (r - 0.0970).abs() < 1e-4));
/// assert!(matches!(rate(&[100.0, 200.0, 300.0])?, InternalRate::Undefined { .. }));
/// assert!(matches!(rate(&[-100.0, 230.0, -132.0])?, InternalRate::Several { rates } if rates.len() == 2)); // 10 %, 20 %
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn internal_rate_of_return(request: &InternalRateOfReturnRequest) -> Result<InternalRateOfReturnReport, Error> {
    Ok(InternalRateOfReturnReport { rate: request.cash_flows.internal_rate()? })
}

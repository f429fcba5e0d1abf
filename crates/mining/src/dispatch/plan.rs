//! The plan of a span: every class, every hour, why, and what the bill becomes.

use hashinsight_numerics::max;
use hashinsight_units::{At, Error, Power, Ratio, Record, Timestamp, W_PER_KW};

use super::accounts::charge;
use super::class::{Class, DispatchClass};
use super::hours::{HashpriceCurve, Hours};
use super::plan_search::Search;
use super::report::DispatchReport;
use crate::error;
use crate::machine::{check_overhead, nanowatts, within};
use crate::reward::PoolFee;
use crate::tariff::{Tariff, check_hours};

/// Modes of all classes times intervals: 80 MB of machines running.
const MAX_CELLS: u64 = 20_000_000;

/// Inputs of [`plan_dispatch`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DispatchRequest {
    /// Classes of equal machines, at most 1000.
    pub classes: Vec<DispatchClass>,
    /// Tariff of the site's power.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    #[record(example = 24)]
    pub hours: u32,
    /// Hashprice of the span, before the pool's fee.
    pub hashprice: HashpriceCurve,
    /// Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out.
    pub pool_fee: Option<PoolFee>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Greatest power that the site may draw at the meter, in watts. Absent: no limit. Together with minimum times, start
    /// costs or initial states the plan keeps it, and `optimality_gap_usd` says what a better plan may leave.
    pub power_limit_w: Option<Power>,
    /// Whether models with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Which machines run when, what that earns and what it costs: the plan that leaves most under the tariff's bill, or one
/// that says how much more the best can leave.
///
/// # Errors
/// `mining.hours.out_of_range`, also for more than 20 million modes times hours; `mining.hashprice.length`;
/// `mining.power_limit.out_of_range` where machines that may not stop yet exceed it;
/// `mining.min_up_hours.out_of_range`, `mining.min_down_hours.out_of_range`, `mining.initial.out_of_range`;
/// `mining.classes.length`, `mining.modes.length`; `mining.model.unknown`, `mining.model.unsupported`;
/// `mining.pool_fee.out_of_range`; `mining.cooling_overhead.out_of_range`; `units.power.out_of_range` for a site beyond
/// 1e15 W; those of [`tariff_prices`](crate::tariff::tariff_prices).
///
/// ```
/// use hashinsight_mining::dispatch::*;
/// use hashinsight_mining::machine::Machine;
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::*;
/// // Ten S19 Pro through an afternoon of high prices; at 50 USD/PH/day they earn up to 70.5 USD/MWh.
/// let start_ms = Timestamp::from_s(1_785_542_400)?;
/// let prices = [40.0, 60.0, 90.0, 300.0, 80.0, 50.0];
/// let usd_per_kwh = prices.map(|p| EnergyPrice::from_usd_per_mwh(p)).into_iter().collect::<Result<_, _>>()?;
/// let tariff = Tariff::new(EnergyRates::Hourly(HourlySeries::new(start_ms, usd_per_kwh)));
/// let machines = DispatchClass::new("S19 Pro".into(), 10, Machine::Model("S19 Pro (110T)".into())).min_down_hours(2);
/// let hashprice = HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::constant(50.0));
/// let report = plan_dispatch(&DispatchRequest::new(vec![machines], tariff, start_ms, 6, hashprice))?;
/// assert_eq!(report.classes[0].running, [[10, 10, 0, 0, 0, 10]]);
/// assert_eq!(report.classes[0].reason[3], DispatchReason::Unprofitable);
/// assert_eq!(format!("{:.2}", report.saved_usd), "8.40");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_dispatch(request: &DispatchRequest) -> Result<DispatchReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let per_hour = request.tariff.intervals_per_hour()?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful, per_hour)?;
    let most_w = |class: &Class<'_>| class.count() * class.modes.iter().map(|mode| mode.meter_w).fold(0.0, max);
    let site_w = classes.iter().map(most_w).fold(0.0, |sum, w| sum + w);
    Power::new(site_w).at("classes")?;
    let modes: u64 = classes.iter().map(|class| class.modes.len() as u64).sum();
    if modes * u64::from(request.hours) * u64::from(per_hour) > MAX_CELLS {
        let allowed = "at most 20 million modes times settlement intervals";
        return Err(error::out_of_range("hours", "hours", request.hours, allowed));
    }
    let hours = check_hours(request.hours as usize).at("hours")?;
    let hashprice = request.hashprice.intervals(hours, per_hour)?;
    let terms = request.tariff.terms(request.tariff.grid(request.start_ms, hours)?)?;
    let hours = Hours { hashprice, price: terms.prices.clone() };
    let cost = hours.with_coincident(&terms);
    let search = Search {
        classes: &classes,
        hours: &hours,
        cost: &cost,
        terms: &terms,
        cap: request.power_limit_w.map(|limit| within(nanowatts(limit.get()))),
        site_kw: site_w / W_PER_KW,
        coupled: classes.iter().any(Class::is_coupled),
    };
    let (schedules, gap) = search.run()?;
    Ok(charge(&terms, &classes, &hours, schedules, gap))
}

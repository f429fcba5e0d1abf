//! The plan of a span: every class, every hour, why, and what the bill becomes.

use hashinsight_numerics::max;
use hashinsight_units::{Fraction, Hashprice, Power, Ratio, Timestamp};

use super::class::{Class, DispatchClass, InitialState, W_PER_KW};
use super::merit::{PowerLimit, cap_milliwatts, choose, merit_steps, running};
use super::schedule::{Bounds, Scheduler};
use crate::machine::check_overhead;
use crate::tariff::{Bill, Tariff, check_hours};
use crate::{MiningError, Outcome};

/// Nodes of the search of each limited hour.
const MAX_NODES: u32 = 2_000;
/// Modes of all classes times hours: 80 MB of machines running.
const MAX_CELLS: u64 = 20_000_000;

/// What hashrate earns.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum HashpriceCurve {
    /// The same in every hour, in USD/PH/day.
    ConstantUsdPerPhsDay(Hashprice),
    /// One for each hour of the span, in USD/PH/day.
    HourlyUsdPerPhsDay(Vec<Hashprice>),
}

/// What [`plan_dispatch`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DispatchRequest {
    /// The machines, at most 1000 classes.
    pub classes: Vec<DispatchClass>,
    /// What power costs.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    pub hours: u32,
    /// What hashrate earns, before the pool's fee.
    pub hashprice: HashpriceCurve,
    /// The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool_fee: Option<Fraction>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooling_overhead: Option<Ratio>,
    /// The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start
    /// costs and initial states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub power_limit_w: Option<Power>,
    /// Whether models with contradictory sources may be used.
    #[serde(default)]
    pub include_doubtful: bool,
}

/// Why a class does in an hour what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DispatchReason {
    /// It runs: revenue covers power.
    Profitable,
    /// It rests: revenue does not cover power.
    Unprofitable,
    /// It runs at a loss: to stop and start again would cost more, or its minimum time holds it.
    HeldOn,
    /// It rests although the hour would pay: a start would not pay, or its minimum time holds it.
    HeldOff,
    /// It would pay, but the site's power limit stops some or all of it.
    Limited,
}

/// One class of a [`DispatchReport`].
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DispatchClassReport {
    /// Its name.
    pub name: String,
    /// Price of power up to which the normal mode earns in the first hour, in USD/MWh; unbounded where it draws
    /// nothing.
    pub break_even_usd_per_mwh: Outcome,
    /// For each mode, the normal one first, the machines that run in each hour.
    pub running: Vec<Vec<u32>>,
    /// Why, for each hour.
    pub reason: Vec<DispatchReason>,
    /// What each hour earns more than if all machines ran in their normal mode, in USD; without start costs.
    pub saved_usd: Vec<f64>,
    /// Hours in which machines run, times their number.
    pub machine_hours: f64,
    /// Starts, times the number of machines.
    pub starts: u64,
    /// Revenue of the span, in USD.
    pub revenue_usd: f64,
    /// Energy at the meter, in kWh.
    pub energy_kwh: f64,
    /// That energy at the price of its hours, in USD.
    pub energy_usd: f64,
    /// Cost of the starts, in USD.
    pub start_cost_usd: f64,
}

/// What [`plan_dispatch`] answers. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
/// from left to right.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DispatchReport {
    /// Price of each hour, in USD/kWh.
    pub price_usd_per_kwh: Vec<f64>,
    /// Load of each hour at the meter, in watts.
    pub load_w: Vec<f64>,
    /// The classes, in the order of the request.
    pub classes: Vec<DispatchClassReport>,
    /// Revenue of the span, in USD.
    pub revenue_usd: f64,
    /// Cost of starts, in USD.
    pub start_cost_usd: f64,
    /// The tariff's bill for this load.
    pub bill: Bill,
    /// What is left, in USD.
    pub net_usd: f64,
    /// Revenue if all machines always ran in their normal mode, in USD.
    pub always_on_revenue_usd: f64,
    /// The tariff's bill for that.
    pub always_on_bill: Bill,
    /// What would be left, in USD.
    pub always_on_net_usd: f64,
    /// What the plan is worth: `net_usd - always_on_net_usd`.
    pub saved_usd: f64,
    /// How much better than this the best answer can be at most, in USD; above 0 only where a limited hour was too hard
    /// to search.
    pub optimality_gap_usd: f64,
}

/// Hour by hour, what is given.
struct Hours {
    hashprice: Vec<f64>,
    price: Vec<f64>,
}

impl Hours {
    fn of(request: &DispatchRequest) -> Result<Self, MiningError> {
        let hours = check_hours(request.hours as usize, "hours")?;
        let hashprice = match &request.hashprice {
            HashpriceCurve::ConstantUsdPerPhsDay(hashprice) => vec![hashprice.get(); hours as usize],
            HashpriceCurve::HourlyUsdPerPhsDay(hourly) if hourly.len() == hours as usize => {
                hourly.iter().map(|hashprice| hashprice.get()).collect()
            }
            HashpriceCurve::HourlyUsdPerPhsDay(hourly) => {
                let (field, allowed) = ("hashprice", "one hashprice per hour of the span");
                let path = hashinsight_units::FieldPath::new(field).field("hourly_usd_per_phs_day");
                return Err(MiningError::ListLength { field, path, items: hourly.len(), allowed });
            }
        };
        Ok(Self { hashprice, price: request.tariff.prices(request.start_ms, hours)? })
    }

    fn iter(&self) -> impl Iterator<Item = (usize, f64, f64)> {
        self.hashprice.iter().zip(&self.price).enumerate().map(|(hour, (hashprice, price))| (hour, *hashprice, *price))
    }
}

/// Which machines run when, what that earns and what it costs.
///
/// # Errors
/// `mining.hours.out_of_range`, also for more than 20 million modes times hours; `mining.hashprice.length`; `mining.power_limit.unsupported` together with minimum
/// times, start costs or initial states; `mining.min_up_hours.out_of_range`, `mining.min_down_hours.out_of_range`,
/// `mining.initial.out_of_range`; `mining.classes.length`, `mining.modes.length`; `mining.model.unknown`,
/// `mining.model.unsupported`; `mining.pool_fee.out_of_range`; `mining.cooling_overhead.out_of_range`;
/// `units.power.out_of_range` for a site beyond 1e15 W; those of [`tariff_prices`](crate::tariff::tariff_prices).
///
/// ```
/// use hashinsight_mining::dispatch::*;
/// use hashinsight_mining::machine::Machine;
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::*;
/// // Ten S19 Pro through an afternoon of high prices; at 50 USD/PH/day they earn up to 70.5 USD/MWh.
/// let start_ms = Timestamp::from_s(1_785_542_400)?;
/// let prices = [40.0, 60.0, 90.0, 300.0, 80.0, 50.0];
/// let report = plan_dispatch(&DispatchRequest {
///     classes: vec![DispatchClass {
///         name: "S19 Pro".into(),
///         count: 10,
///         machine: Machine::Model("S19 Pro (110T)".into()),
///         modes: None,
///         min_up_hours: None,
///         min_down_hours: Some(2),
///         start_cost_usd: None,
///         initial: None,
///     }],
///     tariff: Tariff::new(EnergyRates::Hourly(HourlySeries {
///         start_ms,
///         usd_per_kwh: prices.map(|p| EnergyPrice::from_usd_per_mwh(p)).into_iter().collect::<Result<_, _>>()?,
///     })),
///     start_ms,
///     hours: 6,
///     hashprice: HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(50.0)?),
///     pool_fee: None,
///     cooling_overhead: None,
///     power_limit_w: None,
///     include_doubtful: false,
/// })?;
/// assert_eq!(report.classes[0].running, [[10, 10, 0, 0, 0, 10]]);
/// assert_eq!(report.classes[0].reason[3], DispatchReason::Unprofitable);
/// assert_eq!(format!("{:.2}", report.saved_usd), "8.40");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn plan_dispatch(request: &DispatchRequest) -> Result<DispatchReport, MiningError> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful)?;
    let most_w = |class: &Class<'_>| class.count() * class.modes.iter().map(|mode| mode.meter_w).fold(0.0, max);
    let site_w = classes.iter().map(most_w).fold(0.0, |sum, w| sum + w);
    Power::new(site_w).map_err(MiningError::unit("classes"))?;
    let modes: u64 = classes.iter().map(|class| class.modes.len() as u64).sum();
    if modes * u64::from(request.hours) > MAX_CELLS {
        let allowed = "at most 20 million modes times hours";
        return Err(MiningError::out_of_range("hours", "hours", request.hours, allowed));
    }
    let hours = Hours::of(request)?;
    let (reports, optimality_gap_usd) = match request.power_limit_w {
        None => {
            let mut room = Room::default();
            (classes.iter().map(|class| scheduled(class, &hours, &mut room)).collect(), 0.0)
        }
        Some(limit) => {
            if classes.iter().any(Class::is_coupled) {
                let allowed = "no minimum times, start costs or initial states beside a power limit";
                return Err(MiningError::unsupported("power_limit", "power_limit_w", limit.get(), allowed));
            }
            limited(&classes, &hours, limit)
        }
    };
    charge(request, &classes, &hours, reports, optimality_gap_usd)
}

/// Columns of one class that has not been given its hours yet.
fn empty(class: &Class<'_>, hours: &Hours) -> DispatchClassReport {
    let mode = class.modes[0];
    let break_even = mode.revenue(hours.hashprice[0]) / mode.meter_w * (W_PER_KW * W_PER_KW);
    DispatchClassReport {
        name: class.request.name.clone(),
        break_even_usd_per_mwh: if mode.meter_w > 0.0 { Outcome::of(break_even) } else { Outcome::Unbounded },
        running: vec![vec![0; hours.price.len()]; class.modes.len()],
        reason: Vec::with_capacity(hours.price.len()),
        saved_usd: Vec::with_capacity(hours.price.len()),
        machine_hours: 0.0,
        starts: 0,
        revenue_usd: 0.0,
        energy_kwh: 0.0,
        energy_usd: 0.0,
        start_cost_usd: 0.0,
    }
}

/// Room that the schedules of all classes share.
#[derive(Default)]
struct Room {
    modes: Vec<usize>,
    margins: Vec<f64>,
    runs: Vec<bool>,
    scheduler: Scheduler,
}

/// The best schedule of one class by itself.
fn scheduled(class: &Class<'_>, hours: &Hours, room: &mut Room) -> DispatchClassReport {
    let mut report = empty(class, hours);
    let Room { modes, margins, runs, scheduler } = room;
    modes.clear();
    margins.clear();
    for (_, hashprice, price) in hours.iter() {
        let (mode, margin) = class.best_mode(hashprice, price);
        modes.push(mode);
        margins.push(margin);
    }
    runs.clear();
    runs.resize(margins.len(), false);
    let bounds = Bounds {
        min_up: class.min_up as usize,
        min_down: class.min_down as usize,
        start_cost: class.start_cost,
        initial: class.initial,
    };
    scheduler.run(margins, &bounds, runs);
    let (count, machines) = (class.request.count, class.count());
    let mut was_on = matches!(class.initial, InitialState::OnHours(_));
    let (mut hours_on, mut starts) = (0_u64, 0);
    for ((hour, hashprice, price), ((mode, margin), on)) in hours.iter().zip(modes.iter().zip(margins).zip(runs)) {
        let normal = class.modes[0].margin(hashprice, price);
        report.reason.push(match (*on, *margin >= 0.0) {
            (true, true) => DispatchReason::Profitable,
            (true, false) => DispatchReason::HeldOn,
            (false, true) if *margin > 0.0 => DispatchReason::HeldOff,
            (false, _) => DispatchReason::Unprofitable,
        });
        let kept = if *on { *margin } else { 0.0 };
        report.saved_usd.push((kept - normal) * machines);
        if *on {
            let mode_used = class.modes[*mode];
            report.running[*mode][hour] = count;
            hours_on += 1;
            starts += u64::from(!was_on);
            let kwh = mode_used.kwh * machines;
            report.revenue_usd += mode_used.revenue(hashprice) * machines;
            report.energy_kwh += kwh;
            report.energy_usd += kwh * price;
        }
        was_on = *on;
    }
    report.machine_hours = hours_on as f64 * machines;
    report.starts = starts * u64::from(count);
    report.start_cost_usd = report.starts as f64 * class.start_cost;
    report
}

/// Every hour by itself, in merit order under the limit.
fn limited(classes: &[Class<'_>], hours: &Hours, limit: Power) -> (Vec<DispatchClassReport>, f64) {
    let mut reports: Vec<DispatchClassReport> = classes.iter().map(|class| empty(class, hours)).collect();
    let cap = cap_milliwatts(classes, PowerLimit::CapW(limit));
    let mut gap = 0.0;
    for (hour, hashprice, price) in hours.iter() {
        let steps = merit_steps(classes, hashprice, price);
        let chosen = choose(&steps, cap, MAX_NODES);
        gap += chosen.gap;
        let every: Vec<u32> = steps.iter().map(|step| step.count).collect();
        let wanted = running(classes, &steps, &every);
        let got = running(classes, &steps, &chosen.taken);
        for (((class, report), wanted), got) in classes.iter().zip(&mut reports).zip(wanted).zip(got) {
            report.reason.push(if got != wanted {
                DispatchReason::Limited
            } else if got.iter().any(|count| *count > 0) {
                DispatchReason::Profitable
            } else {
                DispatchReason::Unprofitable
            });
            let mut margin = 0.0;
            for ((mode, count), column) in class.modes.iter().zip(got).zip(&mut report.running) {
                let machines = f64::from(count);
                column[hour] = count;
                let kwh = mode.kwh * machines;
                margin += mode.margin(hashprice, price) * machines;
                report.machine_hours += machines;
                report.revenue_usd += mode.revenue(hashprice) * machines;
                report.energy_kwh += kwh;
                report.energy_usd += kwh * price;
            }
            report.saved_usd.push(margin - class.modes[0].margin(hashprice, price) * class.count());
        }
    }
    (reports, gap)
}

fn charge(
    request: &DispatchRequest,
    classes: &[Class<'_>],
    hours: &Hours,
    reports: Vec<DispatchClassReport>,
    optimality_gap_usd: f64,
) -> Result<DispatchReport, MiningError> {
    let mut load_w = vec![0.0; hours.price.len()];
    for (class, report) in classes.iter().zip(&reports) {
        for (mode, column) in class.modes.iter().zip(&report.running) {
            for (load, count) in load_w.iter_mut().zip(column) {
                *load += f64::from(*count) * mode.meter_w;
            }
        }
    }
    let always_w = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].meter_w);
    let always_phs = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].phs_per_day_hour);
    let bill = request.tariff.charge(request.start_ms, &load_w, &hours.price)?;
    let always_on_bill = request.tariff.charge(request.start_ms, &vec![always_w; load_w.len()], &hours.price)?;
    let always_on_revenue_usd = hours.hashprice.iter().fold(0.0, |sum, hashprice| sum + hashprice * always_phs);
    let revenue_usd = reports.iter().fold(0.0, |sum, class| sum + class.revenue_usd);
    let start_cost_usd = reports.iter().fold(0.0, |sum, class| sum + class.start_cost_usd);
    let net_usd = revenue_usd - start_cost_usd - bill.total_usd;
    let always_on_net_usd = always_on_revenue_usd - always_on_bill.total_usd;
    Ok(DispatchReport {
        price_usd_per_kwh: hours.price.clone(),
        load_w,
        classes: reports,
        revenue_usd,
        start_cost_usd,
        bill,
        net_usd,
        always_on_revenue_usd,
        always_on_bill,
        always_on_net_usd,
        saved_usd: net_usd - always_on_net_usd,
        optimality_gap_usd,
    })
}

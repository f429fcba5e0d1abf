//! The plan of a span: every class, every hour, why, and what the bill becomes.

use hashinsight_numerics::max;
use hashinsight_units::{Fraction, Hashprice, Power, Ratio, Timestamp, Usd};

use super::class::{Class, DispatchClass, HourPrice, Mode, W_PER_KW};
use super::demand::Steering;
use super::running::{Hours, Room, Schedule, always, limited, scheduled, steered};
use crate::error;
use crate::machine::{check_overhead, nanowatts, within};
use crate::tariff::{Bill, Tariff, check_hours};
use hashinsight_units::{Error, Outcome};

/// Modes of all classes times hours: 80 MB of machines running.
const MAX_CELLS: u64 = 20_000_000;

/// What hashrate earns.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum HashpriceCurve {
    /// The same in every hour, in USD/PH/day.
    ConstantUsdPerPhsDay(Hashprice),
    /// One for each hour of the span, in USD/PH/day.
    HourlyUsdPerPhsDay(Vec<Hashprice>),
}

/// Inputs of [`plan_dispatch`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
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
    pub pool_fee: Option<Fraction>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start
    /// costs and initial states.
    pub power_limit_w: Option<Power>,
    /// Whether models with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Why a class does in an hour what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
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
    /// It rests although the hour would pay: the month's hours do not cover the demand charge of its load.
    DemandCharge,
}

/// One class of a [`DispatchReport`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
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
    /// What the class earns more than if all its machines always ran in their normal mode, in USD; without start costs.
    pub saved_usd: f64,
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

/// Result of [`plan_dispatch`]. `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
/// from left to right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DispatchReport {
    /// Price of each hour, in USD/kWh.
    pub price_usd_per_kwh: Vec<f64>,
    /// Load of each hour at the meter, in watts.
    pub load_w: Vec<f64>,
    /// What each hour earns more than if all machines ran in their normal mode, in USD; without start costs and demand
    /// charges.
    pub hourly_saved_usd: Vec<f64>,
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
    /// How much more than this the best plan can leave at most under the whole bill, in USD; 0 where none leaves more.
    /// Above 0 only where a limited hour was too hard to search, or minimum times, start costs or initial states meet a
    /// demand charge.
    pub optimality_gap_usd: f64,
}

/// Hour by hour, what is given.
fn hours_of(request: &DispatchRequest) -> Result<Hours, Error> {
    let hours = check_hours(request.hours as usize, "hours")?;
    let hashprice = match &request.hashprice {
        HashpriceCurve::ConstantUsdPerPhsDay(hashprice) => vec![hashprice.get(); hours as usize],
        HashpriceCurve::HourlyUsdPerPhsDay(hourly) if hourly.len() == hours as usize => {
            hourly.iter().map(|hashprice| hashprice.get()).collect()
        }
        HashpriceCurve::HourlyUsdPerPhsDay(hourly) => {
            let (field, allowed) = ("hashprice", "one hashprice per hour of the span");
            let path = hashinsight_units::FieldPath::new(field).field("hourly_usd_per_phs_day");
            return Err(error::list_length(field, path, hourly.len(), allowed));
        }
    };
    Ok(Hours { hashprice, price: request.tariff.prices(request.start_ms, hours)? })
}

/// Which machines run when, what that earns and what it costs: the plan that leaves most under the tariff's bill, or one
/// that says how much more the best can leave.
///
/// # Errors
/// `mining.hours.out_of_range`, also for more than 20 million modes times hours; `mining.hashprice.length`;
/// `mining.power_limit.unsupported` together with minimum times, start costs or initial states;
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
pub fn plan_dispatch(request: &DispatchRequest) -> Result<DispatchReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful)?;
    let most_w = |class: &Class<'_>| class.count() * class.modes.iter().map(|mode| mode.meter_w).fold(0.0, max);
    let site_w = classes.iter().map(most_w).fold(0.0, |sum, w| sum + w);
    Power::new(site_w).map_err(|error| error.at("classes"))?;
    let modes: u64 = classes.iter().map(|class| class.modes.len() as u64).sum();
    if modes * u64::from(request.hours) > MAX_CELLS {
        let allowed = "at most 20 million modes times hours";
        return Err(error::out_of_range("hours", "hours", request.hours, allowed));
    }
    let hours = hours_of(request)?;
    let coupled = classes.iter().any(Class::is_coupled);
    if let (Some(limit), true) = (request.power_limit_w, coupled) {
        let allowed = "no minimum times, start costs or initial states beside a power limit";
        return Err(error::unsupported("power_limit", "power_limit_w", limit.get(), allowed));
    }
    let cap = request.power_limit_w.map(|limit| within(nanowatts(limit.get())));
    let plan = |steering: Option<&Steering>| match (cap, steering) {
        (Some(cap), _) => limited(&classes, &hours, cap, steering),
        (None, None) => {
            let mut room = Room::default();
            (classes.iter().map(|class| scheduled(class, &hours, &mut room)).collect(), 0.0)
        }
        (None, Some(steering)) => {
            let mut room = Room::default();
            (classes.iter().map(|class| steered(class, &hours, steering, &mut room)).collect(), 0.0)
        }
    };
    let rate = request.tariff.demand_charge_usd_per_kw_month.map_or(0.0, Usd::get);
    if rate <= 0.0 {
        let (schedules, gap) = plan(None);
        return charge(request, &classes, &hours, schedules, gap);
    }
    let months = request.tariff.months(request.start_ms, hours.price.len())?;
    let steering = Steering::of(&hours, months.into_iter().map(|(hours, _)| hours).collect(), rate);
    let (schedules, search_gap) = plan(Some(&steering));
    let mut best = charge(request, &classes, &hours, schedules, 0.0)?;
    let gap = search_gap + steering.gap(&best.load_w);
    if gap <= 0.0 {
        return Ok(best);
    }
    let most = best.net_usd + gap;
    let always_nw: i128 = classes.iter().map(Class::normal_nanowatts).sum();
    let fits = cap.is_none_or(|cap| always_nw <= cap);
    let others: [&dyn Fn() -> Option<Vec<Schedule>>; 3] =
        [&|| Some(plan(None).0), &|| Some(classes.iter().map(|class| always(class, &hours, false)).collect()), &|| {
            fits.then(|| classes.iter().map(|class| always(class, &hours, true)).collect())
        }];
    for schedules in others.iter().filter_map(|other| other()) {
        let other = charge(request, &classes, &hours, schedules, 0.0)?;
        if other.net_usd > best.net_usd {
            best = other;
        }
    }
    best.optimality_gap_usd = max(most - best.net_usd, 0.0);
    Ok(best)
}

/// The money of a class, and its part of each hour's load and revenue.
fn account(
    class: &Class<'_>,
    schedule: Schedule,
    hours: &Hours,
    load_w: &mut [f64],
    revenue: &mut [f64],
) -> DispatchClassReport {
    let (mut machine_hours, mut revenue_usd, mut energy_kwh, mut energy_usd) = (0.0, 0.0, 0.0, 0.0);
    for (mode, column) in class.modes.iter().zip(&schedule.running) {
        let (mut running_hours, mut of_hashprice, mut of_price) = (0.0, 0.0, 0.0);
        for ((count, HourPrice { hashprice, usd_per_kwh }), (load, revenue)) in
            column.iter().zip(hours.iter()).zip(load_w.iter_mut().zip(revenue.iter_mut()))
        {
            let machines = f64::from(*count);
            running_hours += machines;
            of_hashprice += machines * hashprice;
            of_price += machines * usd_per_kwh;
            *load += machines * mode.meter_w;
            *revenue += machines * mode.revenue(hashprice);
        }
        machine_hours += running_hours;
        revenue_usd += mode.revenue(of_hashprice);
        energy_kwh += mode.kwh * running_hours;
        energy_usd += mode.kwh * of_price;
    }
    let normal = class.modes[0];
    let sum = |column: &[f64]| column.iter().fold(0.0, |sum, value| sum + value);
    let always_on = class.count() * normal.margin(sum(&hours.hashprice), sum(&hours.price));
    let break_even = normal.revenue(hours.hashprice[0]) / normal.meter_w * (W_PER_KW * W_PER_KW);
    DispatchClassReport {
        name: class.request.name.clone(),
        break_even_usd_per_mwh: if normal.meter_w > 0.0 { Outcome::of(break_even) } else { Outcome::Unbounded },
        running: schedule.running,
        reason: schedule.reason,
        saved_usd: revenue_usd - energy_usd - always_on,
        machine_hours,
        starts: schedule.starts,
        revenue_usd,
        energy_kwh,
        energy_usd,
        start_cost_usd: schedule.starts as f64 * class.start_cost,
    }
}

fn charge(
    request: &DispatchRequest,
    classes: &[Class<'_>],
    hours: &Hours,
    schedules: Vec<Schedule>,
    optimality_gap_usd: f64,
) -> Result<DispatchReport, Error> {
    let mut load_w = vec![0.0; hours.price.len()];
    let mut revenue = load_w.clone();
    let reports: Vec<DispatchClassReport> = classes
        .iter()
        .zip(schedules)
        .map(|(class, schedule)| account(class, schedule, hours, &mut load_w, &mut revenue))
        .collect();
    let always_w = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].meter_w);
    let always_phs = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].phs_per_day_hour);
    let always = Mode::new(always_phs, always_w);
    let hourly_saved_usd = hours
        .iter()
        .zip(load_w.iter().zip(&revenue))
        .map(|(HourPrice { hashprice, usd_per_kwh }, (load, revenue))| {
            revenue - usd_per_kwh * (load / W_PER_KW) - always.margin(hashprice, usd_per_kwh)
        })
        .collect();
    let bill = request.tariff.charge(request.start_ms, &load_w, &hours.price)?;
    let always_on_bill = request.tariff.charge(request.start_ms, &vec![always_w; load_w.len()], &hours.price)?;
    let always_on_revenue_usd = hours.hashprice.iter().fold(0.0, |sum, hashprice| sum + always.revenue(*hashprice));
    let revenue_usd = reports.iter().fold(0.0, |sum, class| sum + class.revenue_usd);
    let start_cost_usd = reports.iter().fold(0.0, |sum, class| sum + class.start_cost_usd);
    let net_usd = revenue_usd - start_cost_usd - bill.total_usd;
    let always_on_net_usd = always_on_revenue_usd - always_on_bill.total_usd;
    Ok(DispatchReport {
        price_usd_per_kwh: hours.price.clone(),
        load_w,
        hourly_saved_usd,
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

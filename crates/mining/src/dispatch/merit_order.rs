//! The merit order: which machines run in one hour under a power limit.
//!
//! Modes of a class are the corners of a concave curve of margin over power: going from one to the next is a step with
//! its own margin per kWh. Steps are taken in descending order of that figure until the limit is reached; this is
//! optimal if machines could be split. Whole machines, in any of their modes, are found from there by the search of
//! `knapsack`. It is exact unless it is cut off, which takes many classes of nearly equal merit; then the report says
//! how far from the best the answer can be.

use hashinsight_units::{At, EnergyPrice, Error, Hashprice, Outcome, Power, Ratio, Record, W_PER_KW};

use super::class::{Class, DispatchClass};
use super::hours::HourPrice;
use super::knapsack::{Choice, choose};
use super::merit_steps::{MeritStep, merit_steps};
use crate::error;
use crate::machine::{check_overhead, nanowatts, watts, within};
use crate::reward::PoolFee;

/// Nodes of the search for a single hour.
const MAX_NODES: usize = 2_000_000;

/// Limit of the load.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PowerLimit {
    /// Greatest load at the meter, in watts.
    #[record(example = 2e6)]
    CapW(Power),
    /// Least reduction of the load against all machines in their normal mode, in watts.
    #[record(example = 5e5)]
    ShedW(Power),
}

/// Inputs of [`merit_order`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MeritOrderRequest {
    /// Classes of equal machines; minimum times, start costs and initial states play no part in a single hour.
    pub classes: Vec<DispatchClass>,
    /// Hashprice in USD/PH/day, before the pool's fee.
    #[record(example = 50)]
    pub hashprice_usd_per_phs_day: Hashprice,
    /// Power price in USD/kWh; may be negative.
    #[record(example = 0.04)]
    pub power_price_usd_per_kwh: EnergyPrice,
    /// Limit of the load. Absent: there is no limit.
    pub limit: Option<PowerLimit>,
    /// Fraction of the reward that the pool keeps; below 1. Absent: 0, the hashprice is what is paid out.
    pub pool_fee: Option<PoolFee>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Whether models with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// One class of a [`MeritOrderReport`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeritClassReport {
    /// Name of the class.
    pub name: String,
    /// Power price up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing.
    pub break_even_usd_per_mwh: Outcome,
    /// Number of machines that run in each mode; the normal one first.
    pub running: Vec<u32>,
    /// Number of machines that are stopped.
    pub stopped: u32,
}

/// A step of the merit order, best first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeritRow {
    /// Index of the class in the request.
    pub class_index: u32,
    /// Mode that the step leads to; 0 is the normal one.
    pub mode: u32,
    /// Power at the meter that the step adds per machine, in watts.
    pub added_w: f64,
    /// Power price up to which the step earns, in USD/MWh; unbounded where it adds no power.
    pub break_even_usd_per_mwh: Outcome,
    /// Number of machines that run in that mode or in one that draws more.
    pub machines: u32,
}

/// Result of [`merit_order`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeritOrderReport {
    /// Classes in the order of the request.
    pub classes: Vec<MeritClassReport>,
    /// Steps that earn at this price, best first.
    pub order: Vec<MeritRow>,
    /// Load at the meter, in watts.
    pub load_w: f64,
    /// Load below that of all machines in their normal mode, in watts; negative where better modes draw more.
    pub shed_w: f64,
    /// Revenue less power, in USD per hour.
    pub margin_usd_per_hour: f64,
    /// Margin lost to the limit, in USD per hour.
    pub loss_usd_per_hour: f64,
    /// Greatest margin that a better choice of whole machines could add, in USD per hour; 0 where this choice is the
    /// best.
    pub optimality_gap_usd_per_hour: f64,
}

/// The most that all machines may draw, in nanowatts.
fn cap_nanowatts(classes: &[Class<'_>], limit: PowerLimit) -> Result<i128, Error> {
    match limit {
        PowerLimit::CapW(cap) => Ok(within(nanowatts(cap.get()))),
        PowerLimit::ShedW(shed) => {
            let cap = within(normal_nanowatts(classes) - nanowatts(shed.get()));
            let refuse = || error::out_of_range("limit", "shed_w", shed.get(), "at most what all machines draw");
            if cap < 0 { Err(refuse()) } else { Ok(cap) }
        }
    }
}

fn normal_nanowatts(classes: &[Class<'_>]) -> i128 {
    classes.iter().map(Class::normal_nanowatts).sum()
}

/// The machines that earn most in one hour under a power limit: whole machines in any of their modes.
///
/// # Errors
/// `mining.limit.out_of_range` to shed more than all machines draw; `mining.model.unknown`, `mining.model.unsupported`;
/// `mining.pool_fee.out_of_range`; `mining.cooling_overhead.out_of_range`; `mining.modes.length`.
///
/// ```
/// use hashinsight_mining::dispatch::{DispatchClass, MeritOrderRequest, PowerLimit, merit_order};
/// use hashinsight_mining::machine::Machine;
/// use hashinsight_units::{EnergyPrice, Hashprice, Power};
/// let class = |model: &str| DispatchClass::new(model.into(), 10, Machine::Model(model.into()));
/// // 40 kW are to go: eight of the oldest machines and four of the next are exactly that.
/// let classes = vec![class("S19 Pro (110T)"), class("S21"), class("S21 XP")];
/// let request = MeritOrderRequest::new(classes, Hashprice::constant(50.0), EnergyPrice::constant(0.0))
///     .limit(PowerLimit::ShedW(Power::from_kw(40.0)?));
/// let report = merit_order(&request)?;
/// assert_eq!(report.classes.iter().map(|class| class.stopped).collect::<Vec<_>>(), [8, 4, 0]);
/// assert_eq!(format!("{:.2} USD/h", report.loss_usd_per_hour), "3.50 USD/h");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn merit_order(request: &MeritOrderRequest) -> Result<MeritOrderReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful, 1)?;
    let hour = HourPrice {
        hashprice: request.hashprice_usd_per_phs_day.get(),
        usd_per_kwh: request.power_price_usd_per_kwh.get(),
    };
    let steps = merit_steps(&classes, hour);
    let unlimited = steps.iter().fold(0.0, |sum, step| sum + step.margin * f64::from(step.count));
    // Nothing limits: no more than all of them in their most.
    let cap = request.limit.map_or(Ok(i128::MAX), |limit| cap_nanowatts(&classes, limit)).at("limit")?;
    let Choice { running, margin, gap, .. } = choose(&classes, hour, cap, MAX_NODES, None);
    let load = load_nanowatts(&classes, &running);
    let break_even = |usd: f64, watts: f64| {
        if watts > 0.0 { Outcome::of(usd / watts * (W_PER_KW * W_PER_KW)) } else { Outcome::Unbounded }
    };
    let row = |step: &MeritStep| {
        let added_w = watts(step.nanowatts);
        // Of the mode's revenue the part that this step adds.
        let revenue = step.margin + hour.usd_per_kwh * (added_w / W_PER_KW);
        let modes = &classes[step.class].modes;
        let beyond =
            modes.iter().zip(&running[step.class]).filter(|(mode, _)| mode.meter_w >= modes[step.mode].meter_w);
        MeritRow {
            class_index: index(step.class),
            mode: index(step.mode),
            added_w,
            break_even_usd_per_mwh: break_even(revenue, added_w),
            machines: beyond.map(|(_, count)| count).sum(),
        }
    };
    let class_report = |(class, running): (&Class<'_>, &Vec<u32>)| MeritClassReport {
        name: class.request.name.clone(),
        break_even_usd_per_mwh: break_even(class.modes[0].revenue(hour.hashprice), class.modes[0].meter_w),
        running: running.clone(),
        stopped: class.request.count - running.iter().sum::<u32>(),
    };
    Ok(MeritOrderReport {
        classes: classes.iter().zip(&running).map(class_report).collect(),
        order: steps.iter().map(row).collect(),
        load_w: watts(load),
        shed_w: watts(normal_nanowatts(&classes) - load),
        margin_usd_per_hour: margin,
        loss_usd_per_hour: unlimited - margin,
        optimality_gap_usd_per_hour: gap,
    })
}

/// A place in a list of classes or modes.
fn index(place: usize) -> u32 {
    #[expect(clippy::expect_used, reason = "at most 1000 classes of 17 modes")]
    u32::try_from(place).expect("a place in a short list")
}

fn load_nanowatts(classes: &[Class<'_>], running: &[Vec<u32>]) -> i128 {
    let one = |(class, running): (&Class<'_>, &Vec<u32>)| -> i128 {
        class.modes.iter().zip(running).map(|(mode, count)| nanowatts(mode.meter_w) * i128::from(*count)).sum()
    };
    classes.iter().zip(running).map(one).sum()
}

//! The merit order: which machines run in one hour under a power limit.
//!
//! Modes of a class are the corners of a concave curve of margin over power: going from one to the next is a step with
//! its own margin per kWh. Steps are taken in descending order of that figure until the limit is reached; this is
//! optimal if machines could be split. Whole machines, in any of their modes, are found from there by the search of
//! `knapsack`. It is exact unless it is cut off, which takes many classes of nearly equal merit; then the report says
//! how far from the best the answer can be.

use std::cmp::Ordering;

use hashinsight_numerics::min;
use hashinsight_units::{EnergyPrice, Fraction, Hashprice, Power, Ratio};

use super::class::{Class, DispatchClass, HourPrice, W_PER_KW};
use super::knapsack::{Choice, choose};
use crate::error;
use crate::machine::{check_overhead, nanowatts, watts, within};
use hashinsight_units::{Error, Outcome};

/// Nodes of the search for a single hour.
const MAX_NODES: usize = 2_000_000;

/// What limits the load.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PowerLimit {
    /// At most so many watts at the meter.
    CapW(Power),
    /// At least so many watts less than if all machines ran in their normal mode.
    ShedW(Power),
}

impl PowerLimit {
    fn power(self) -> Power {
        match self {
            Self::CapW(power) | Self::ShedW(power) => power,
        }
    }
}

/// Inputs of [`merit_order`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MeritOrderRequest {
    /// The machines; minimum times, start costs and initial states play no part in a single hour.
    pub classes: Vec<DispatchClass>,
    /// Hashprice in USD/PH/day, before the pool's fee.
    pub hashprice_usd_per_phs_day: Hashprice,
    /// Price of power in USD/kWh.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// What limits the load. Absent: nothing.
    pub limit: Option<PowerLimit>,
    /// The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out.
    pub pool_fee: Option<Fraction>,
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
    /// Its name.
    pub name: String,
    /// Price of power up to which the normal mode earns, in USD/MWh; unbounded where it draws nothing.
    pub break_even_usd_per_mwh: Outcome,
    /// Machines that run, for each mode; the normal one first.
    pub running: Vec<u32>,
    /// Machines that are stopped.
    pub stopped: u32,
}

/// A step of the merit order, best first.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeritRow {
    /// Place of the class in the request.
    pub class_index: u32,
    /// The mode that the step leads to; 0 is the normal one.
    pub mode: u32,
    /// Watts at the meter that the step adds per machine.
    pub added_w: f64,
    /// Price of power up to which the step earns, in USD/MWh; unbounded where it adds no power.
    pub break_even_usd_per_mwh: Outcome,
    /// Machines that run in that mode or in one that draws more.
    pub machines: u32,
}

/// Result of [`merit_order`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MeritOrderReport {
    /// The classes, in the order of the request.
    pub classes: Vec<MeritClassReport>,
    /// Steps that earn at this price, best first.
    pub order: Vec<MeritRow>,
    /// Load at the meter, in watts.
    pub load_w: f64,
    /// Watts less than if all machines ran in their normal mode; negative where better modes draw more.
    pub shed_w: f64,
    /// Revenue less power, in USD per hour.
    pub margin_usd_per_hour: f64,
    /// What the limit costs against the best without it, in USD per hour.
    pub loss_usd_per_hour: f64,
    /// How much better than this the best choice of whole machines can be at most, in USD per hour; 0 where none is
    /// better.
    pub optimality_gap_usd_per_hour: f64,
}

/// One mode more: from the one before it on the curve of its class, or from rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeritStep {
    pub(super) class: usize,
    pub(super) mode: usize,
    /// What it adds per machine.
    pub(super) nanowatts: i128,
    pub(super) margin: f64,
    /// Margin over power.
    pub(super) merit: f64,
    /// The mode from which it leads; none is rest.
    pub(super) after: Option<usize>,
    pub(super) count: u32,
}

/// More margin per power comes first; what needs no power has infinitely much. Ties keep the order of classes and
/// steps.
fn by_merit(a: &MeritStep, b: &MeritStep) -> Ordering {
    b.merit.total_cmp(&a.merit)
}

/// The steps that earn, best first.
pub(super) fn merit_steps(classes: &[Class<'_>], hour: HourPrice) -> Vec<MeritStep> {
    let mut steps: Vec<MeritStep> = Vec::new();
    for (index, class) in classes.iter().enumerate() {
        let margin = |mode: usize| class.modes[mode].margin(hour.hashprice, hour.usd_per_kwh);
        let power = |mode: usize| nanowatts(class.modes[mode].meter_w);
        let (mut at_power, mut at_margin, mut merit, mut after) = (0_i128, 0.0, f64::INFINITY, None);
        // From corner to corner: the mode with the steepest rise of margin over power from here, as long as margin
        // rises.
        loop {
            let candidates =
                (0..class.modes.len()).filter(|mode| power(*mode) >= at_power && margin(*mode) > at_margin);
            let step_to = |mode: usize| {
                let (added, gained) = (power(mode) - at_power, margin(mode) - at_margin);
                // Slopes fall from corner to corner; rounding must not say otherwise, or steps would lose their order.
                let merit = min(merit, gained / added as f64);
                let count = class.request.count;
                MeritStep { class: index, mode, nanowatts: added, margin: gained, merit, after, count }
            };
            let Some(next) = candidates.map(step_to).min_by(by_merit) else { break };
            (at_power, at_margin, merit, after) = (power(next.mode), margin(next.mode), next.merit, Some(next.mode));
            steps.push(next);
        }
    }
    steps.sort_by(by_merit); // stable: steps of a class stay in their order
    steps
}

/// The most that all machines may draw, in nanowatts.
fn cap_nanowatts(classes: &[Class<'_>], limit: PowerLimit) -> i128 {
    within(match limit {
        PowerLimit::CapW(cap) => nanowatts(cap.get()),
        PowerLimit::ShedW(shed) => normal_nanowatts(classes) - nanowatts(shed.get()),
    })
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
/// let class = |model: &str| DispatchClass {
///     name: model.into(),
///     count: 10,
///     machine: Machine::Model(model.into()),
///     modes: None,
///     min_up_hours: None,
///     min_down_hours: None,
///     start_cost_usd: None,
///     initial: None,
/// };
/// // 40 kW are to go: eight of the oldest machines and four of the next are exactly that.
/// let report = merit_order(&MeritOrderRequest {
///     classes: vec![class("S19 Pro (110T)"), class("S21"), class("S21 XP")],
///     hashprice_usd_per_phs_day: Hashprice::new(50.0)?,
///     power_price_usd_per_kwh: EnergyPrice::new(0.0)?,
///     limit: Some(PowerLimit::ShedW(Power::from_kw(40.0)?)),
///     pool_fee: None,
///     cooling_overhead: None,
///     include_doubtful: false,
/// })?;
/// assert_eq!(report.classes.iter().map(|class| class.stopped).collect::<Vec<_>>(), [8, 4, 0]);
/// assert_eq!(format!("{:.2} USD/h", report.loss_usd_per_hour), "3.50 USD/h");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn merit_order(request: &MeritOrderRequest) -> Result<MeritOrderReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful)?;
    let hour = HourPrice {
        hashprice: request.hashprice_usd_per_phs_day.get(),
        usd_per_kwh: request.power_price_usd_per_kwh.get(),
    };
    let steps = merit_steps(&classes, hour);
    let unlimited = steps.iter().fold(0.0, |sum, step| sum + step.margin * f64::from(step.count));
    // Nothing limits: no more than all of them in their most.
    let cap = request.limit.map_or(i128::MAX, |limit| cap_nanowatts(&classes, limit));
    if cap < 0 {
        let value = request.limit.map_or(0.0, |limit| limit.power().get());
        let allowed = "at most what all machines draw";
        return Err(error::out_of_range("limit", "limit.shed_w", value, allowed));
    }
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
            class_index: u32::try_from(step.class).unwrap_or(u32::MAX),
            mode: u32::try_from(step.mode).unwrap_or(u32::MAX),
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

fn load_nanowatts(classes: &[Class<'_>], running: &[Vec<u32>]) -> i128 {
    let one = |(class, running): (&Class<'_>, &Vec<u32>)| -> i128 {
        class.modes.iter().zip(running).map(|(mode, count)| nanowatts(mode.meter_w) * i128::from(*count)).sum()
    };
    classes.iter().zip(running).map(one).sum()
}

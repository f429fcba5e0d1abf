//! The merit order: which machines run in one hour under a power limit.
//!
//! Modes of a class are the corners of a concave curve of margin over power: going from one to the next is a step with
//! its own margin per kWh. Steps are taken in descending order of that figure until the limit is reached; this is
//! optimal if machines could be split. Whole machines are found by branch and bound with that relaxation as the bound,
//! in whole milliwatts; modes below the curve are left out. The search is exact unless it is cut off after a million
//! nodes, which takes classes of nearly equal merit; then the report says how far from the best the answer can be.

use std::cmp::Ordering;

use hashinsight_numerics::{max, min};
use hashinsight_units::{EnergyPrice, Fraction, Hashprice, Power, Ratio};

use super::class::{Class, DispatchClass, W_PER_KW};
use crate::machine::check_overhead;
use crate::{MiningError, Outcome};

/// Nodes of the search for a single hour.
const MAX_NODES: u32 = 1_000_000;
const MW_PER_W: f64 = 1e3;

/// What limits the load.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
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

/// What [`merit_order`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeritOrderRequest {
    /// The machines; minimum times, start costs and initial states play no part in a single hour.
    pub classes: Vec<DispatchClass>,
    /// Hashprice in USD/PH/day, before the pool's fee.
    pub hashprice_usd_per_phs_day: Hashprice,
    /// Price of power in USD/kWh.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// What limits the load. Absent: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<PowerLimit>,
    /// The part that the pool keeps; below 1. Absent: nothing, the hashprice is what is paid out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool_fee: Option<Fraction>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cooling_overhead: Option<Ratio>,
    /// Whether models with contradictory sources may be used.
    #[serde(default)]
    pub include_doubtful: bool,
}

/// One class of a [`MeritOrderReport`].
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// Machines that take the step.
    pub machines: u32,
}

/// What [`merit_order`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// How much better than this the best answer can be at most, in USD per hour: 0 where the search was exact.
    pub optimality_gap_usd_per_hour: f64,
}

/// One mode more: from the one before it on the curve of its class, or from rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct MeritStep {
    pub(super) class: usize,
    pub(super) mode: usize,
    /// What it adds per machine.
    milliwatts: i128,
    margin: f64,
    /// Margin over power.
    merit: f64,
    /// The step of the same class that comes before it.
    after: Option<usize>,
    pub(super) count: u32,
}

#[expect(clippy::cast_possible_truncation, reason = "at most 1e27 milliwatts")]
fn milliwatts(watts: f64) -> i128 {
    (watts * MW_PER_W).round() as i128
}

/// More margin per power comes first; what needs no power has infinitely much. Ties keep the order of classes and
/// steps.
fn by_merit(a: &MeritStep, b: &MeritStep) -> Ordering {
    b.merit.total_cmp(&a.merit)
}

/// The steps that earn, best first.
pub(super) fn merit_steps(classes: &[Class<'_>], hashprice: f64, usd_per_kwh: f64) -> Vec<MeritStep> {
    let mut steps: Vec<MeritStep> = Vec::new();
    for (index, class) in classes.iter().enumerate() {
        let margin = |mode: usize| class.modes[mode].margin(hashprice, usd_per_kwh);
        let power = |mode: usize| milliwatts(class.modes[mode].meter_w);
        let (mut at_power, mut at_margin, mut merit) = (0_i128, 0.0, f64::INFINITY);
        // From corner to corner: the mode with the steepest rise of margin over power from here, as long as margin
        // rises.
        loop {
            let candidates =
                (0..class.modes.len()).filter(|mode| power(*mode) >= at_power && margin(*mode) > at_margin);
            let step_to = |mode: usize| {
                let (added, gained) = (power(mode) - at_power, margin(mode) - at_margin);
                // Slopes fall from corner to corner; rounding must not say otherwise, or steps would lose their order.
                let merit = min(merit, gained / added as f64);
                let (after, count) = (None, class.request.count);
                MeritStep { class: index, mode, milliwatts: added, margin: gained, merit, after, count }
            };
            let Some(next) = candidates.map(step_to).min_by(by_merit) else { break };
            (at_power, at_margin, merit) = (power(next.mode), margin(next.mode), next.merit);
            steps.push(next);
        }
    }
    steps.sort_by(by_merit); // stable: steps of a class stay in their order
    for place in 0..steps.len() {
        steps[place].after = steps[..place].iter().rposition(|before| before.class == steps[place].class);
    }
    steps
}

/// The relaxation: sums over all machines of the steps before each place.
struct Relaxed<'a> {
    steps: &'a [MeritStep],
    power: Vec<i128>,
    margin: Vec<f64>,
}

impl<'a> Relaxed<'a> {
    fn of(steps: &'a [MeritStep]) -> Self {
        let (mut power, mut margin) = (vec![0], vec![0.0]);
        for (place, step) in steps.iter().enumerate() {
            power.push(power[place] + step.milliwatts * i128::from(step.count));
            margin.push(margin[place] + step.margin * f64::from(step.count));
        }
        Self { steps, power, margin }
    }

    /// The most that steps from `place` on can earn with this power, if machines could be split.
    fn most(&self, place: usize, power: i128) -> f64 {
        let end = self.power[place] + power;
        let whole = place + self.power[place + 1..].partition_point(|used| *used <= end);
        let sum = self.margin[whole] - self.margin[place];
        match self.steps.get(whole) {
            // Its machines do not all fit, so each draws something.
            Some(step) => sum + step.margin * ((end - self.power[whole]) as f64 / step.milliwatts as f64),
            None => sum,
        }
    }
}

/// Whole machines under a cap.
pub(super) struct Chosen {
    /// How many take each step.
    pub(super) taken: Vec<u32>,
    pub(super) margin: f64,
    /// How much more the best choice can earn.
    pub(super) gap: f64,
}

/// Branch and bound: depth first, from many machines to few, so that the first leaf is the greedy choice.
pub(super) fn choose(steps: &[MeritStep], cap: i128, max_nodes: u32) -> Chosen {
    let depth = steps.len();
    let relaxed = Relaxed::of(steps);
    let mut best = Chosen { taken: vec![0; depth], margin: 0.0, gap: 0.0 };
    if depth == 0 {
        return best;
    }
    let mut taken = best.taken.clone();
    let (mut left, mut margin) = (vec![cap; depth + 1], vec![0.0; depth + 1]);
    let most = |place: usize, left: i128, taken: &[u32]| {
        let step = &steps[place];
        let allowed = i64::from(step.after.map_or(step.count, |before| taken[before]));
        let fits = if step.milliwatts == 0 { i128::from(allowed) } else { left / step.milliwatts };
        i64::try_from(fits).map_or(allowed, |fits| fits.min(allowed))
    };
    // The count that is tried next at each depth; below 0 the depth is done.
    let mut next = vec![-1; depth];
    next[0] = most(0, cap, &taken);
    let (mut place, mut nodes) = (0, 0);
    loop {
        let count = next[place];
        if count < 0 {
            taken[place] = 0;
            if place == 0 {
                return best;
            }
            place -= 1;
            continue;
        }
        next[place] -= 1;
        let step = &steps[place];
        let power = left[place] - step.milliwatts * i128::from(count);
        let sum = margin[place] + step.margin * count as f64;
        // Fewer of the best leave less for the rest: once the bound fails it fails for every smaller count.
        if sum + relaxed.most(place + 1, power) <= best.margin {
            next[place] = -1;
            continue;
        }
        taken[place] = u32::try_from(count).unwrap_or_else(|_| unreachable!("from 0 to the count of the class"));
        if place + 1 == depth {
            best.margin = sum;
            best.taken.clone_from(&taken);
            continue;
        }
        nodes += 1;
        if nodes >= max_nodes {
            best.gap = max(relaxed.most(0, cap) - best.margin, 0.0);
            return best;
        }
        place += 1;
        (left[place], margin[place]) = (power, sum);
        next[place] = most(place, power, &taken);
    }
}

/// Machines per class and mode out of counts per step.
pub(super) fn running(classes: &[Class<'_>], steps: &[MeritStep], taken: &[u32]) -> Vec<Vec<u32>> {
    let mut running: Vec<Vec<u32>> = classes.iter().map(|class| vec![0; class.modes.len()]).collect();
    for (place, (step, count)) in steps.iter().zip(taken).enumerate() {
        let further: u32 = steps
            .iter()
            .zip(taken)
            .skip(place + 1)
            .find(|(later, _)| later.class == step.class)
            .map_or(0, |(_, count)| *count);
        running[step.class][step.mode] = count - further;
    }
    running
}

/// The cap in milliwatts.
pub(super) fn cap_milliwatts(classes: &[Class<'_>], limit: PowerLimit) -> i128 {
    match limit {
        PowerLimit::CapW(cap) => milliwatts(cap.get()),
        PowerLimit::ShedW(shed) => normal_milliwatts(classes) - milliwatts(shed.get()),
    }
}

fn normal_milliwatts(classes: &[Class<'_>]) -> i128 {
    classes.iter().map(|class| milliwatts(class.modes[0].meter_w) * i128::from(class.request.count)).sum()
}

/// The machines that earn most in one hour under a power limit.
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
pub fn merit_order(request: &MeritOrderRequest) -> Result<MeritOrderReport, MiningError> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let classes = Class::resolve(&request.classes, request.pool_fee, overhead, request.include_doubtful)?;
    let (hashprice, usd_per_kwh) = (request.hashprice_usd_per_phs_day.get(), request.power_price_usd_per_kwh.get());
    let steps = merit_steps(&classes, hashprice, usd_per_kwh);
    let every: Vec<u32> = steps.iter().map(|step| step.count).collect();
    let unlimited = steps.iter().fold(0.0, |sum, step| sum + step.margin * f64::from(step.count));
    let (taken, margin, gap) = match request.limit.map(|limit| cap_milliwatts(&classes, limit)) {
        None => (every, unlimited, 0.0),
        Some(cap) if cap >= 0 => {
            let chosen = choose(&steps, cap, MAX_NODES);
            (chosen.taken, chosen.margin, chosen.gap)
        }
        Some(_) => {
            let value = request.limit.map_or(0.0, |limit| limit.power().get());
            let allowed = "at most what all machines draw";
            return Err(MiningError::out_of_range("limit", "limit.shed_w", value, allowed));
        }
    };
    let running = running(&classes, &steps, &taken);
    let load: i128 = steps.iter().zip(&taken).map(|(step, count)| step.milliwatts * i128::from(*count)).sum();
    let break_even = |usd: f64, watts: f64| {
        if watts > 0.0 { Outcome::of(usd / watts * (W_PER_KW * W_PER_KW)) } else { Outcome::Unbounded }
    };
    let row = |(step, machines): (&MeritStep, &u32)| {
        let added_w = step.milliwatts as f64 / MW_PER_W;
        // Of the mode's revenue the part that this step adds.
        let revenue = step.margin + usd_per_kwh * (added_w / W_PER_KW);
        MeritRow {
            class_index: u32::try_from(step.class).unwrap_or(u32::MAX),
            mode: u32::try_from(step.mode).unwrap_or(u32::MAX),
            added_w,
            break_even_usd_per_mwh: break_even(revenue, added_w),
            machines: *machines,
        }
    };
    let class_report = |(class, running): (&Class<'_>, &Vec<u32>)| MeritClassReport {
        name: class.request.name.clone(),
        break_even_usd_per_mwh: break_even(class.modes[0].revenue(hashprice), class.modes[0].meter_w),
        running: running.clone(),
        stopped: class.request.count - running.iter().sum::<u32>(),
    };
    Ok(MeritOrderReport {
        classes: classes.iter().zip(&running).map(class_report).collect(),
        order: steps.iter().zip(&taken).map(row).collect(),
        load_w: load as f64 / MW_PER_W,
        shed_w: (normal_milliwatts(&classes) - load) as f64 / MW_PER_W,
        margin_usd_per_hour: margin,
        loss_usd_per_hour: unlimited - margin,
        optimality_gap_usd_per_hour: gap,
    })
}

//! Fleets and sites.

use hashinsight_numerics::pow;
use hashinsight_units::{Days, FieldPath, Fraction, Hashrate, Power, Ratio};

use super::catalog::find_machine;
use super::draw::{nanowatts, watts, within};
use crate::error;
use hashinsight_units::{Error, Outcome};

/// Twelve months are 365 days.
pub(crate) const DAYS_PER_MONTH: f64 = 365.0 / 12.0;
/// Counts are exact in an `f64` up to here.
const MAX_COUNT: u64 = 1 << 53;

/// A machine: by the name of its model, or by figures of one's own.
///
/// In JSON `{"model": "Antminer S21"}` or `{"spec": {"hashrate_ths": 200, "power_w": 3500}}`.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Machine {
    /// A model of the catalog, see [`find_machine`].
    Model(String),
    /// Hashrate and power as measured or tuned.
    Spec(MachineSpec),
}

/// What a machine hashes and draws.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MachineSpec {
    /// Hashrate in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power in watts, at the machine's plug.
    pub power_w: Power,
}

impl Machine {
    /// Hashrate and power; `path` is where the machine stood.
    ///
    /// # Errors
    /// As [`find_machine`].
    ///
    /// ```
    /// use hashinsight_mining::machine::Machine;
    /// let spec = Machine::Model("Antminer S21".into()).spec(false, "machine")?;
    /// assert_eq!((spec.hashrate_ths.get(), spec.power_w.get()), (200.0, 3500.0));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn spec(&self, include_doubtful: bool, path: impl Into<FieldPath>) -> Result<MachineSpec, Error> {
        match self {
            Self::Spec(spec) => Ok(*spec),
            Self::Model(name) => {
                let machine = find_machine(name, include_doubtful, path.into().field("model"))?;
                Ok(MachineSpec { hashrate_ths: machine.hashrate_ths, power_w: machine.power_w })
            }
        }
    }
}

/// What is left of a hashrate that decays by a part per month.
///
/// ```
/// use hashinsight_mining::machine::decayed;
/// use hashinsight_units::{Fraction, Hashrate};
/// let year_old = decayed(Hashrate::from_ths(110.0)?, Fraction::new(0.005)?, 365.0);
/// assert!((year_old - 103.57850876).abs() < 1e-7);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn decayed(hashrate: Hashrate, decay_per_month: Fraction, days: f64) -> f64 {
    hashrate.get() * remaining(decay_per_month, days)
}

/// The part of a hashrate that is left.
fn remaining(decay_per_month: Fraction, days: f64) -> f64 {
    pow(1.0 - decay_per_month.get(), days / DAYS_PER_MONTH)
}

/// Power at the meter over power at the plug: at least 1.
pub(crate) fn check_overhead(overhead: Option<Ratio>) -> Result<f64, Error> {
    let overhead = overhead.map_or(1.0, Ratio::get);
    if overhead < 1.0 {
        let (field, allowed) = ("cooling_overhead", "at least 1: power at the meter over power of the machines");
        return Err(error::out_of_range(field, field, overhead, allowed));
    }
    Ok(overhead)
}

/// Machines of one kind and age.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FleetGroup {
    /// How many.
    pub count: u32,
    /// What each of them is.
    pub machine: Machine,
    /// How long they have been running, in days. Goes with `decay_per_month`.
    pub age_days: Option<Days>,
    /// The part of its hashrate that a machine loses each month. Goes with `age_days`.
    pub decay_per_month: Option<Fraction>,
}

/// Inputs of [`fleet`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FleetRequest {
    /// The machines, group by group.
    pub groups: Vec<FleetGroup>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines.
    pub cooling_overhead: Option<Ratio>,
    /// The part of the time that machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Whether models with contradictory sources may be used.
    #[serde(default)]
    pub include_doubtful: bool,
}

/// One group of a [`FleetReport`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FleetGroupReport {
    /// How many.
    pub count: u32,
    /// Hashrate of one machine, after decay, in TH/s.
    pub hashrate_ths_each: f64,
    /// Power of one machine at its plug, in watts.
    pub power_w_each: f64,
    /// Hashrate of the group while running, in TH/s.
    pub hashrate_ths: f64,
    /// Power of the group at the meter while running, in watts.
    pub meter_power_w: f64,
    /// Power at the meter over hashrate, in J/TH.
    pub efficiency_j_per_th: Outcome,
}

/// Result of [`fleet`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FleetReport {
    /// Number of machines.
    pub machines: u64,
    /// Hashrate while all run, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power of the machines at their plugs while all run, in watts.
    pub machine_power_w: Power,
    /// Power at the meter while all run, in watts.
    pub meter_power_w: Power,
    /// Mean hashrate at the given uptime, in TH/s.
    pub average_hashrate_ths: f64,
    /// Mean power at the meter at the given uptime, in watts.
    pub average_meter_power_w: f64,
    /// Power at the meter over hashrate, in J/TH.
    pub efficiency_j_per_th: Outcome,
    /// The groups, in the order of the request.
    pub groups: Vec<FleetGroupReport>,
}

/// What a fleet hashes and draws.
///
/// # Errors
/// `mining.model.unknown` and `mining.model.unsupported`; `mining.age.missing` and `mining.decay_per_month.missing`
/// where only one of the two is given; `mining.cooling_overhead.out_of_range` below 1; `units.hashrate.out_of_range`
/// and `units.power.out_of_range` for a total beyond what the units hold.
///
/// ```
/// use hashinsight_mining::machine::{FleetGroup, FleetRequest, Machine, fleet};
/// use hashinsight_units::Ratio;
/// let group = |count, model: &str| FleetGroup {
///     count,
///     machine: Machine::Model(model.into()),
///     age_days: None,
///     decay_per_month: None,
/// };
/// let report = fleet(&FleetRequest {
///     groups: vec![group(100, "Antminer S21"), group(50, "Antminer S19 XP")],
///     cooling_overhead: Some(Ratio::new(1.05)?),
///     uptime: None,
///     include_doubtful: false,
/// })?;
/// assert_eq!((report.machines, report.hashrate_ths.to_phs()), (150, 27.0));
/// assert_eq!(report.meter_power_w.to_kw().round(), 526.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fleet(request: &FleetRequest) -> Result<FleetReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let mut groups = Vec::with_capacity(request.groups.len());
    let (mut machines, mut hashrate, mut power) = (0, 0.0, 0.0);
    for (index, group) in request.groups.iter().enumerate() {
        let path = FieldPath::new("groups").index(index);
        let spec = group.machine.spec(request.include_doubtful, path.clone().field("machine"))?;
        let part = match (group.age_days, group.decay_per_month) {
            (None, None) => 1.0,
            (Some(age), Some(decay)) => remaining(decay, age.get()),
            (None, Some(_)) => {
                let why = "decay_per_month says how fast, not for how long";
                return Err(error::missing("age", path.field("age_days"), why));
            }
            (Some(_), None) => {
                let why = "age_days says for how long, not how fast";
                return Err(error::missing("decay_per_month", path.field("decay_per_month"), why));
            }
        };
        let count = f64::from(group.count);
        let (ths, watts) = (spec.hashrate_ths.get() * part, spec.power_w.get());
        machines += u64::from(group.count);
        hashrate += count * ths;
        power += count * watts;
        groups.push(FleetGroupReport {
            count: group.count,
            hashrate_ths_each: ths,
            power_w_each: watts,
            hashrate_ths: count * ths,
            meter_power_w: count * watts * overhead,
            efficiency_j_per_th: efficiency(watts * overhead, ths),
        });
    }
    let hashrate_ths = Hashrate::new(hashrate).map_err(|error| error.at("groups"))?;
    let meter_power_w = Power::new(power * overhead).map_err(|error| error.at("groups"))?;
    let uptime = request.uptime.map_or(1.0, Fraction::get);
    Ok(FleetReport {
        machines,
        hashrate_ths,
        machine_power_w: Power::new(power).map_err(|error| error.at("groups"))?,
        meter_power_w,
        average_hashrate_ths: hashrate * uptime,
        average_meter_power_w: meter_power_w.get() * uptime,
        efficiency_j_per_th: efficiency(meter_power_w.get(), hashrate),
        groups,
    })
}

fn efficiency(power_w: f64, hashrate_ths: f64) -> Outcome {
    if hashrate_ths > 0.0 {
        Outcome::of(power_w / hashrate_ths)
    } else {
        Outcome::Undefined { reason: "the hashrate is zero" }
    }
}

/// Inputs of [`site_capacity`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteCapacityRequest {
    /// What the site can draw at its meter, in watts.
    pub site_power_w: Power,
    /// The machine to fill it with; it draws power.
    pub machine: Machine,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Whether a model with contradictory sources may be used.
    #[serde(default)]
    pub include_doubtful: bool,
}

/// Result of [`site_capacity`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SiteCapacityReport {
    /// How many machines fit; 0 where the site cannot feed one.
    pub machines: u64,
    /// Their hashrate in TH/s.
    pub hashrate_ths: f64,
    /// Their power at the meter, in watts.
    pub used_power_w: f64,
    /// What is left of the site's power, in watts.
    pub spare_power_w: f64,
}

/// How many machines a site can feed: by exact decimals, so that a site whose figures fit exactly is full.
///
/// # Errors
/// `mining.model.unknown`, `mining.model.unsupported`; `mining.power.out_of_range` for a machine that draws so little
/// that the count is no count; `mining.cooling_overhead.out_of_range` below 1.
///
/// ```
/// use hashinsight_mining::machine::{Machine, SiteCapacityRequest, site_capacity};
/// use hashinsight_units::{Power, Ratio};
/// let report = site_capacity(&SiteCapacityRequest {
///     site_power_w: Power::from_mw(20.0)?,
///     machine: Machine::Model("Antminer S21".into()),
///     cooling_overhead: Some(Ratio::new(1.04)?),
///     include_doubtful: false,
/// })?;
/// assert_eq!(report.machines, 5494); // 20,000 kW / 3.64 kW
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn site_capacity(request: &SiteCapacityRequest) -> Result<SiteCapacityReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let spec = request.machine.spec(request.include_doubtful, "machine")?;
    let site = nanowatts(request.site_power_w.get());
    let each = nanowatts(spec.power_w.get() * overhead);
    let count = within(site).checked_div(each).and_then(|count| u64::try_from(count).ok());
    let Some(machines) = count.filter(|count| *count < MAX_COUNT) else {
        let allowed = "a nanowatt or more, and enough for the site to feed less than 2^53 machines";
        return Err(error::out_of_range("power", "machine.spec.power_w", spec.power_w.get(), allowed));
    };
    let used = i128::from(machines) * each;
    Ok(SiteCapacityReport {
        machines,
        hashrate_ths: machines as f64 * spec.hashrate_ths.get(),
        used_power_w: watts(used),
        // A full site has nothing left, not the rounding of its figures.
        spare_power_w: watts((site - used).max(0)),
    })
}

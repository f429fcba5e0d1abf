//! Fleets and sites.

use hashinsight_numerics::pow;
use hashinsight_units::{At, Days, Error, Fraction, Hashrate, Outcome, Power, Ratio, Record};

use super::catalog::find_machine;
use super::draw::{nanowatts, watts, within};
use crate::error;

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
    #[record(example = "Antminer S21")]
    Model(String),
    /// Hashrate and power as measured or tuned.
    Spec(MachineSpec),
}

/// What a machine hashes and draws; also several machines together, or a site.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MachineSpec {
    /// Hashrate while running, in TH/s.
    #[record(example = 200)]
    pub hashrate_ths: Hashrate,
    /// Power drawn while running, in watts.
    #[record(example = 3500)]
    pub power_w: Power,
}

impl Machine {
    /// Hashrate, and power at the plug.
    ///
    /// # Errors
    /// As [`find_machine`], at `model`.
    ///
    /// ```
    /// use hashinsight_mining::machine::Machine;
    /// let spec = Machine::Model("Antminer S21".into()).spec(false)?;
    /// assert_eq!((spec.hashrate_ths.get(), spec.power_w.get()), (200.0, 3500.0));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn spec(&self, include_doubtful: bool) -> Result<MachineSpec, Error> {
        match self {
            Self::Spec(spec) => Ok(*spec),
            Self::Model(name) => {
                let machine = find_machine(name, include_doubtful).at("model")?;
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
    decayed_ths(hashrate.get(), decay_per_month.get(), days)
}

/// [`decayed`] for columns, whose values may be refused: any number makes some number.
pub(crate) fn decayed_ths(hashrate_ths: f64, decay_per_month: f64, days: f64) -> f64 {
    hashrate_ths * remaining(decay_per_month, days)
}

/// The part of a hashrate that is left.
fn remaining(decay_per_month: f64, days: f64) -> f64 {
    pow(1.0 - decay_per_month, days / DAYS_PER_MONTH)
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
    /// Number of machines.
    #[record(example = 100)]
    pub count: u32,
    /// Machine of the group: model or own figures.
    pub machine: Machine,
    /// Age of the machines, in days of running. Goes with `decay_per_month`.
    pub age_days: Option<Days>,
    /// Fraction of its hashrate that a machine loses each month. Goes with `age_days`.
    pub decay_per_month: Option<Fraction>,
}

impl FleetGroup {
    /// The part of the nominal hashrate that age has left.
    fn remaining(&self) -> Result<f64, Error> {
        match (self.age_days, self.decay_per_month) {
            (None, None) => Ok(1.0),
            (Some(age), Some(decay)) => Ok(remaining(decay.get(), age.get())),
            (None, Some(_)) => {
                Err(error::missing("age", "age_days", "decay_per_month says how fast, not for how long"))
            }
            (Some(_), None) => {
                let why = "age_days says for how long, not how fast";
                Err(error::missing("decay_per_month", "decay_per_month", why))
            }
        }
    }

    fn report(&self, overhead: f64, include_doubtful: bool) -> Result<FleetGroupReport, Error> {
        let spec = self.machine.spec(include_doubtful).at("machine")?;
        let count = f64::from(self.count);
        let (ths, watts) = (spec.hashrate_ths.get() * self.remaining()?, spec.power_w.get());
        Ok(FleetGroupReport {
            count: self.count,
            hashrate_ths_each: ths,
            power_w_each: watts,
            hashrate_ths: count * ths,
            meter_power_w: count * watts * overhead,
            efficiency_j_per_th: efficiency(watts * overhead, ths),
        })
    }
}

/// Inputs of [`fleet`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FleetRequest {
    /// Machines of the fleet, group by group.
    pub groups: Vec<FleetGroup>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1, nothing but the machines.
    pub cooling_overhead: Option<Ratio>,
    /// Fraction of the time that machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Whether models with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// One group of a [`FleetReport`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FleetGroupReport {
    /// Number of machines of the group.
    pub count: u32,
    /// Hashrate of one machine, after decay, in TH/s.
    pub hashrate_ths_each: f64,
    /// Power of one machine at its plug, in watts.
    pub power_w_each: f64,
    /// Hashrate of the group while running, in TH/s.
    pub hashrate_ths: f64,
    /// Power of the group at the meter while running, in watts.
    pub meter_power_w: f64,
    /// Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate.
    pub efficiency_j_per_th: Outcome,
}

/// Result of [`fleet`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FleetReport {
    /// Number of machines of the fleet.
    pub machines: u64,
    /// Hashrate of the fleet while all machines run, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power of the machines at their plugs while all run, in watts.
    pub machine_power_w: Power,
    /// Power of the fleet at the meter while all machines run, in watts.
    pub meter_power_w: Power,
    /// Mean hashrate at the given uptime, in TH/s.
    pub average_hashrate_ths: f64,
    /// Mean power at the meter at the given uptime, in watts.
    pub average_meter_power_w: f64,
    /// Efficiency, power at the meter over hashrate, in J/TH; undefined without hashrate.
    pub efficiency_j_per_th: Outcome,
    /// Figures of the groups, in the order of the request.
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
/// let group = |count, model: &str| FleetGroup::new(count, Machine::Model(model.into()));
/// let groups = vec![group(100, "Antminer S21"), group(50, "Antminer S19 XP")];
/// let report = fleet(&FleetRequest::new(groups).cooling_overhead(Ratio::constant(1.05)))?;
/// assert_eq!((report.machines, report.hashrate_ths.to_phs()), (150, 27.0));
/// assert_eq!(report.meter_power_w.to_kw().round(), 526.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fleet(request: &FleetRequest) -> Result<FleetReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let mut groups = Vec::with_capacity(request.groups.len());
    let (mut machines, mut hashrate, mut power) = (0, 0.0, 0.0);
    for (index, group) in request.groups.iter().enumerate() {
        let report = group.report(overhead, request.include_doubtful).index(index).at("groups")?;
        machines += u64::from(group.count);
        hashrate += report.hashrate_ths;
        power += f64::from(group.count) * report.power_w_each;
        groups.push(report);
    }
    let hashrate_ths = Hashrate::new(hashrate).at("groups")?;
    let meter_power_w = Power::new(power * overhead).at("groups")?;
    let uptime = request.uptime.map_or(1.0, Fraction::get);
    Ok(FleetReport {
        machines,
        hashrate_ths,
        machine_power_w: Power::new(power).at("groups")?,
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
    /// Power that the site can draw at its meter, in watts.
    #[record(example = 20_000_000)]
    pub site_power_w: Power,
    /// Machine to fill the site with; it draws power.
    pub machine: Machine,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Whether a model with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Result of [`site_capacity`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SiteCapacityReport {
    /// Number of machines that fit; 0 where the site cannot feed one.
    pub machines: u64,
    /// Hashrate of the machines, in TH/s.
    pub hashrate_ths: f64,
    /// Power of the machines at the meter, in watts.
    pub used_power_w: f64,
    /// Power of the site that is left, in watts.
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
/// let request = SiteCapacityRequest::new(Power::from_mw(20.0)?, Machine::Model("Antminer S21".into()));
/// let report = site_capacity(&request.cooling_overhead(Ratio::constant(1.04)))?;
/// assert_eq!(report.machines, 5494); // 20,000 kW / 3.64 kW
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn site_capacity(request: &SiteCapacityRequest) -> Result<SiteCapacityReport, Error> {
    let overhead = check_overhead(request.cooling_overhead)?;
    let spec = request.machine.spec(request.include_doubtful).at("machine")?;
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

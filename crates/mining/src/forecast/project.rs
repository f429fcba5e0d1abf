//! What is bought and how it is run.

use hashinsight_numerics::ln_1p;
use hashinsight_units::{
    DiscountRate, EnergyPrice, Error, Fraction, Ratio, Record, SECONDS_PER_DAY, Timestamp, Usd, W_PER_KW,
};

use super::world::StartingWorld;
use crate::error;
use crate::machine::MachineSpec;
use crate::profit::Operation;

/// A purchase of machines, how they are run, and the network and market on the day they start.
///
/// ```
/// use hashinsight_mining::forecast::{MiningProject, StartingWorld};
/// use hashinsight_mining::machine::MachineSpec;
/// use hashinsight_mining::profit::Operation;
/// use hashinsight_mining::reward::PoolFee;
/// use hashinsight_units::*;
/// let machine = MachineSpec::new(Hashrate::constant(270.0), Power::constant(3645.0));
/// let world = StartingWorld::new(
///     Height::new(953_568),
///     Difficulty::constant(1.3e14),
///     Price::constant(90_000.0),
///     MeanAmount::constant(4e6),
/// );
/// let operation = Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05)).uptime(Fraction::constant(0.97));
/// let start_ms = Timestamp::from_s(1_782_000_000)?;
/// let project = MiningProject::new(machine, Usd::constant(3335.0), start_ms, world, operation).resale_usd(Usd::constant(300.0));
/// assert_eq!(serde_json::to_value(&project)?["pool_fee"], 0.02);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MiningProject {
    /// Hashrate of all machines at the start and their power at the meter, while running.
    #[record(flatten)]
    pub machines: MachineSpec,
    /// Price of all machines, in USD, paid at the start.
    #[record(example = 3335)]
    pub machine_price_usd: Usd,
    /// Price at which the machines are sold at the end, in USD. Absent: 0.
    pub resale_usd: Option<Usd>,
    /// Start of the project, in Unix milliseconds.
    #[record(example = 1781913600000)]
    pub start_ms: Timestamp,
    /// Network and market at the start.
    #[record(flatten)]
    pub world: StartingWorld,
    /// How the machines are run.
    #[record(flatten)]
    pub operation: Operation,
    /// Carbon dioxide of the energy, in kg/kWh. Absent: emissions are not computed.
    pub co2_kg_per_kwh: Option<Ratio>,
}

/// What a project earns and costs in each second, as far as no step changes it.
pub(super) struct PerSecond {
    /// Avoidable costs of running: energy at its price, and the hosting fee.
    pub(super) power_usd: f64,
    pub(super) hosting_usd: f64,
    pub(super) maintenance_usd: f64,
    pub(super) kwh: f64,
    pub(super) uptime: f64,
}

const SECONDS_PER_HOUR: f64 = 3_600.0;

impl MiningProject {
    pub(super) fn per_second(&self) -> PerSecond {
        let Operation { power_price_usd_per_kwh, hosting_fee_usd_per_kwh, .. } = self.operation;
        let uptime = self.operation.uptime.map_or(1.0, Fraction::get);
        let kwh = self.machines.power_w.get() / W_PER_KW * uptime / SECONDS_PER_HOUR;
        PerSecond {
            power_usd: kwh * power_price_usd_per_kwh.get(),
            hosting_usd: kwh * hosting_fee_usd_per_kwh.map_or(0.0, EnergyPrice::get),
            maintenance_usd: self.operation.maintenance_usd_per_day.map_or(0.0, Usd::get) / SECONDS_PER_DAY,
            kwh,
            uptime,
        }
    }
}

/// A rate per year as the force of interest `ln(1 + rate)`. Below -50 % a century's flows would exceed what an `f64`
/// holds; above 100 % percent were meant.
pub(super) fn force_of_interest(rate: DiscountRate) -> Result<f64, Error> {
    if !(-0.5..=1.0).contains(&rate.get()) {
        let allowed = "-0.5 to 1 per year (a fraction, not percent: 0.1 for 10 %)";
        return Err(error::out_of_range("discount_rate", "discount_rate_per_year", rate.get(), allowed));
    }
    Ok(ln_1p(rate.get()))
}

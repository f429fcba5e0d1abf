//! How machines are run.

use hashinsight_units::{EnergyPrice, Fraction, Record, Usd};

use crate::reward::PoolFee;

/// How machines are run, and what that costs.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Operation {
    /// Fraction of the reward that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Power price in USD/kWh; may be negative.
    #[record(example = 0.05)]
    pub power_price_usd_per_kwh: EnergyPrice,
    /// Hosting fee on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep in USD per day, running or not. Absent: 0.
    pub maintenance_usd_per_day: Option<Usd>,
    /// Fraction of the time in which machines that are switched on run. Absent: all of it.
    pub uptime: Option<Fraction>,
}

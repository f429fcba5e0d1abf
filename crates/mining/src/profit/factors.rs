//! The arithmetic of one row. [`profit`](super::profit) and [`profit_batch`](super::profit_batch) both stand on it, so
//! that they cannot differ.

use hashinsight_units::{Days, EnergyPrice, Fraction, HOURS_PER_DAY, SECONDS_PER_DAY, Usd, W_PER_KW};

use super::Operation;
use crate::network::NetworkUsed;
use crate::reward::{BlockReward, PoolFee};

/// How long machines run and on which terms, whatever energy costs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Running {
    pub(super) days: Days,
    pub(super) pool_fee: PoolFee,
    pub(super) uptime: Option<Fraction>,
    pub(super) hosting: Option<EnergyPrice>,
    pub(super) maintenance: Option<Usd>,
}

impl Running {
    pub(super) const fn new(operation: &Operation, days: Days) -> Self {
        let Operation { pool_fee, hosting_fee_usd_per_kwh, maintenance_usd_per_day, uptime, .. } = *operation;
        Self { days, pool_fee, uptime, hosting: hosting_fee_usd_per_kwh, maintenance: maintenance_usd_per_day }
    }
}

/// What all rows share, reduced to one factor per term.
#[derive(Clone, Copy, Debug)]
pub(super) struct Factors {
    btc_per_ths: f64,
    kwh_per_w: f64,
    pool_fee: f64,
    hosting_usd_per_kwh: f64,
    maintenance_usd: f64,
}

/// From reward to net: the terms of one row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Statement {
    pub(super) gross_btc: f64,
    pub(super) gross_revenue_usd: f64,
    pub(super) pool_fee_usd: f64,
    pub(super) revenue_usd: f64,
    pub(super) energy_kwh: f64,
    pub(super) power_cost_usd: f64,
    pub(super) hosting_usd: f64,
    pub(super) maintenance_usd: f64,
    pub(super) net_usd: f64,
}

impl Factors {
    pub(super) fn new(network: &NetworkUsed, reward: BlockReward, running: Running) -> Self {
        let Running { days, pool_fee, uptime, hosting, maintenance } = running;
        let running_days = days.get() * uptime.map_or(1.0, Fraction::get);
        Self {
            btc_per_ths: network.blocks_per_ths(running_days * SECONDS_PER_DAY) * reward.to_btc(),
            kwh_per_w: running_days * HOURS_PER_DAY / W_PER_KW,
            pool_fee: pool_fee.get(),
            hosting_usd_per_kwh: hosting.map_or(0.0, EnergyPrice::get),
            maintenance_usd: maintenance.map_or(0.0, Usd::get) * days.get(),
        }
    }

    /// Bounds: at most 1e23 blocks per TH/s, 4.2e7 BTC per block, 1e24 TH/s and 1e12 USD make 4e66 USD; energy is at
    /// most 2.4e19 kWh, maintenance 1e21 USD. Nothing overflows, so nothing is infinite and no difference of infinities
    /// is NaN.
    #[inline]
    pub(super) fn statement(&self, hashrate_ths: f64, power_w: f64, tariff: f64, btc_price: f64) -> Statement {
        let gross_btc = hashrate_ths * self.btc_per_ths;
        let gross_revenue_usd = gross_btc * btc_price;
        let pool_fee_usd = gross_revenue_usd * self.pool_fee;
        let revenue_usd = gross_revenue_usd - pool_fee_usd;
        let energy_kwh = power_w * self.kwh_per_w;
        let power_cost_usd = energy_kwh * tariff;
        let hosting_usd = energy_kwh * self.hosting_usd_per_kwh;
        let net_usd = revenue_usd - power_cost_usd - hosting_usd - self.maintenance_usd;
        Statement {
            gross_btc,
            gross_revenue_usd,
            pool_fee_usd,
            revenue_usd,
            energy_kwh,
            power_cost_usd: power_cost_usd + 0.0, // no energy at a negative tariff costs 0, not -0
            hosting_usd: hosting_usd + 0.0,
            maintenance_usd: self.maintenance_usd,
            net_usd: net_usd + 0.0,
        }
    }
}

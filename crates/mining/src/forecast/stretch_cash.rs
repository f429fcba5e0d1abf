//! Money of one stretch.

use hashinsight_units::{Fraction, SECONDS_PER_DAY};

use super::billed::StretchPower;
use super::project::{MiningProject, PerSecond};
use super::stretches::Stretch;
use crate::machine::decayed;
use crate::network::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};

/// Money of a stretch with the option to switch off, and without.
pub(super) struct StretchCash {
    pub(super) hashrate_ths: f64,
    /// Seconds in which the machines run.
    pub(super) on_s: f64,
    pub(super) btc: f64,
    pub(super) always_btc: f64,
    pub(super) revenue: f64,
    pub(super) always_revenue: f64,
    pub(super) power: f64,
    pub(super) hosting: f64,
    pub(super) maintenance: f64,
    pub(super) net: f64,
    pub(super) always_on_net: f64,
}

impl StretchCash {
    /// At one price of power: the machines run throughout where revenue covers what running costs.
    pub(super) fn of(
        project: &MiningProject,
        per_second: &PerSecond,
        decay: Option<Fraction>,
        stretch: &Stretch,
    ) -> Self {
        let middle_days = (stretch.start_s + 0.5 * stretch.seconds) / SECONDS_PER_DAY;
        let nominal = project.machines.hashrate_ths;
        let hashrate_ths = decay.map_or(nominal.get(), |per_month| decayed(nominal, per_month, middle_days));
        let hashes = hashrate_ths * HASHES_PER_TH * stretch.seconds * per_second.uptime;
        let gross = hashes / (stretch.difficulty * HASHES_PER_DIFFICULTY) * stretch.reward.to_btc();
        let always_btc = gross - gross * project.operation.pool_fee.get();
        let (power, hosting) = (per_second.power_usd * stretch.seconds, per_second.hosting_usd * stretch.seconds);
        let maintenance = per_second.maintenance_usd * stretch.seconds;
        let always_revenue = always_btc * stretch.btc_price;
        let always_on_net = always_revenue - power - hosting - maintenance + 0.0;
        let runs = always_revenue >= power + hosting;
        let on = |amount: f64| if runs { amount } else { 0.0 };
        Self {
            hashrate_ths,
            on_s: on(stretch.seconds),
            btc: on(always_btc),
            always_btc,
            revenue: on(always_revenue),
            always_revenue,
            power: on(power),
            hosting: on(hosting),
            maintenance,
            net: if runs { always_on_net } else { 0.0 - maintenance },
            always_on_net,
        }
    }

    /// Under a tariff, which says when the machines run and what that is billed.
    pub(super) fn billed(self, per_second: &PerSecond, stretch: &Stretch, tariff: StretchPower) -> Self {
        let StretchPower { on_s, usd, always_on_usd } = tariff;
        let part = on_s / stretch.seconds;
        let (btc, revenue) = (self.always_btc * part, self.always_revenue * part);
        let (power, hosting) = (usd + per_second.power_usd * on_s, per_second.hosting_usd * on_s);
        Self {
            on_s,
            btc,
            revenue,
            power,
            hosting,
            net: revenue - power - hosting - self.maintenance + 0.0,
            always_on_net: self.always_on_net - always_on_usd,
            ..self
        }
    }
}

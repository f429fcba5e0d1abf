//! Money of one stretch.

use hashinsight_units::{Fraction, SECONDS_PER_DAY};

use super::project::{MiningProject, PerSecond};
use super::stretches::Stretch;
use crate::machine::decayed;
use crate::network::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};

/// What a stretch brings if the machines run, and whether they do.
pub(super) struct StretchCash {
    pub(super) hashrate_ths: f64,
    pub(super) btc: f64,
    pub(super) revenue: f64,
    pub(super) power: f64,
    pub(super) hosting: f64,
    pub(super) maintenance: f64,
    /// Whether revenue covers what running costs.
    pub(super) runs: bool,
}

impl StretchCash {
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
        let btc = gross - gross * project.operation.pool_fee.get();
        let (power, hosting) = (per_second.power_usd * stretch.seconds, per_second.hosting_usd * stretch.seconds);
        let revenue = btc * stretch.btc_price;
        Self {
            hashrate_ths,
            btc,
            revenue,
            power,
            hosting,
            maintenance: per_second.maintenance_usd * stretch.seconds,
            runs: revenue >= power + hosting,
        }
    }

    /// What is left where the machines run throughout.
    pub(super) fn always_on_net(&self) -> f64 {
        self.revenue - self.power - self.hosting - self.maintenance + 0.0
    }

    pub(super) fn net(&self) -> f64 {
        if self.runs { self.always_on_net() } else { 0.0 - self.maintenance }
    }
}

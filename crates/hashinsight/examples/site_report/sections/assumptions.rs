//! What the report assumes because no sample figure says it.

use hashinsight::mining::reward::PoolFee;
use hashinsight::units::{Amount, EnergyPrice, Fraction, Usd};
use serde::Serialize;

use crate::inputs::Inputs;
use crate::view::View;

/// From the site file, all of it; none is measured.
#[derive(Debug, Serialize)]
pub(crate) struct Assumptions {
    /// Transaction fees per block, in satoshis; on every day.
    fees_per_block_sat: Amount,
    /// The part that the pool keeps.
    pool_fee: PoolFee,
    /// Power price in USD/kWh.
    power_price_usd_per_kwh: EnergyPrice,
    /// The part of the day in which machines run. Absent: all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    uptime: Option<Fraction>,
    /// What a host charges on top of the power price. Absent: there is no host.
    #[serde(skip_serializing_if = "Option::is_none")]
    hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep of one machine per day. Absent: none.
    #[serde(skip_serializing_if = "Option::is_none")]
    maintenance_usd_per_day: Option<Usd>,
}

impl Assumptions {
    pub(crate) fn of(inputs: &Inputs) -> Self {
        let site = &inputs.site;
        Self {
            fees_per_block_sat: site.fees_per_block,
            pool_fee: site.pool_fee,
            power_price_usd_per_kwh: site.power_price,
            uptime: site.uptime,
            hosting_fee_usd_per_kwh: site.hosting_fee,
            maintenance_usd_per_day: site.maintenance,
        }
    }

    pub(crate) fn view(&self) -> View {
        let per_day = |usd| format!("{usd} per machine and day");
        let percent = |fraction: f64| format!("{} %", (1e8 * fraction).round() / 1e6);
        View {
            title: "Assumptions",
            facts: vec![
                ("fees per block", self.fees_per_block_sat.to_string()),
                ("pool fee", percent(self.pool_fee.get())),
                ("power price", self.power_price_usd_per_kwh.to_string()),
                ("uptime", self.uptime.map_or("always on".to_owned(), |uptime| percent(uptime.get()))),
                ("hosting fee", self.hosting_fee_usd_per_kwh.map_or("no host".to_owned(), |fee| fee.to_string())),
                ("maintenance", self.maintenance_usd_per_day.map_or("none".to_owned(), per_day)),
            ],
            plots: Vec::new(),
            tables: Vec::new(),
            notes: vec![
                "From the site file: the sample figures hold no fees, and nobody else can know a site's contracts.",
                "Up to the machines, price and difficulty stay as on the sample's last day: arithmetic, not a forecast.",
            ],
        }
    }
}

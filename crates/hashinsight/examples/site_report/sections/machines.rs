//! What machines earn, cost and leave on the last day, and where each stops paying.

use hashinsight::mining::machine::MachineSpec;
use hashinsight::mining::profit::{BreakEvens, Operation, ProfitRequest, profit};
use hashinsight::units::{Days, Error, Hashrate, Power};
use serde::Serialize;

use crate::inputs::Inputs;
use crate::sample::Machine;
use crate::site::Catalog;
use crate::view::{Plot, Table, View, grouped, outcome, outcome_with, trillions};

/// Bars that fit a screen.
const BARS: usize = 24;

const COLUMNS: [&str; 12] = [
    "machine",
    "site has",
    "TH/s",
    "W",
    "revenue USD",
    "power USD",
    "profit USD",
    "b/e USD/kWh",
    "b/e USD/BTC",
    "b/e USD/PH/day",
    "b/e difficulty",
    "doubts",
];

/// The site's machines and those of the catalog.
#[derive(Debug, Serialize)]
pub(crate) struct Machines {
    /// All machines of the site together. Absent where the site file names none.
    #[serde(skip_serializing_if = "Option::is_none")]
    site_total: Option<SiteTotal>,
    /// One machine of each kind for one day: those of the site first, then the catalog, each by falling profit.
    machines: Vec<MachineDay>,
}

/// The site for one day.
#[derive(Debug, Default, Serialize)]
struct SiteTotal {
    machines: u64,
    hashrate_ths: f64,
    power_w: f64,
    revenue_usd: f64,
    power_cost_usd: f64,
    hosting_usd: f64,
    maintenance_usd: f64,
    net_usd: f64,
}

/// One machine for one day.
#[derive(Debug, Serialize)]
struct MachineDay {
    model: String,
    /// How many the site has; 0 for what only the catalog has.
    count: u32,
    hashrate_ths: Hashrate,
    power_w: Power,
    revenue_usd: f64,
    power_cost_usd: f64,
    hosting_usd: f64,
    maintenance_usd: f64,
    net_usd: f64,
    break_even: BreakEvens,
    /// Codes of the sources, see `asics_sources.md`; empty for figures of the site file.
    sources: String,
    /// What speaks against the figures; empty where nothing does.
    note: String,
}

impl Machines {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let own = inputs.fleet.iter().map(|owned| MachineDay::of(&owned.machine, owned.count, inputs));
        let mut machines = own.collect::<Result<Vec<_>, _>>()?;
        let site_total = (!machines.is_empty()).then(|| machines.iter().fold(SiteTotal::default(), SiteTotal::and));
        let shown = inputs.catalog.iter().filter(|machine| match inputs.site.catalog {
            Catalog::Undisputed => machine.note.is_empty(),
            Catalog::All => true,
            Catalog::None => false,
        });
        let mut catalog = shown.map(|machine| MachineDay::of(machine, 0, inputs)).collect::<Result<Vec<_>, _>>()?;
        for group in [&mut machines, &mut catalog] {
            group.sort_by(|a, b| b.net_usd.total_cmp(&a.net_usd));
        }
        machines.append(&mut catalog);
        Ok(Self { site_total, machines })
    }

    pub(crate) fn view(&self) -> View {
        let bars = self.machines.iter().take(BARS).map(|machine| (machine.model.clone(), machine.net_usd)).collect();
        let mut facts = vec![("kinds of machine", self.machines.len().to_string())];
        let paying = self.machines.iter().filter(|machine| machine.net_usd > 0.0).count();
        facts.push(("that pay", paying.to_string()));
        if let Some(total) = &self.site_total {
            let usd = |value| format!("{} USD/day", grouped(value, 2));
            let (machines, phs, kw) = (total.machines as f64, total.hashrate_ths / 1e3, total.power_w / 1e3);
            let size = format!("{} machines, {} PH/s, {} kW", grouped(machines, 0), grouped(phs, 2), grouped(kw, 1));
            facts.extend([("the site", size), ("its revenue", usd(total.revenue_usd))]);
            facts.extend([("its power cost", usd(total.power_cost_usd)), ("its profit", usd(total.net_usd))]);
        }
        let title = match self.machines.len() {
            0..=BARS => "Profit of one machine in USD per day".to_owned(),
            more => format!("Profit of one machine in USD per day: the first {BARS} of {more}"),
        };
        View {
            title: "Machines",
            facts,
            plots: vec![Plot::Bars { title, unit: "USD/day", bars }],
            tables: vec![Table {
                caption: "One machine for one day, and the inputs at which its profit is zero".to_owned(),
                columns: COLUMNS.to_vec(),
                rows: self.machines.iter().map(MachineDay::cells).collect(),
            }],
            notes: vec![
                "Revenue is after the pool's fee, profit after hosting and maintenance too where there are any.",
                "b/e: break-even, the others being as they are. never: no value pays; unbounded: every value pays.",
            ],
        }
    }
}

impl SiteTotal {
    fn and(self, machine: &MachineDay) -> Self {
        let count = f64::from(machine.count);
        Self {
            machines: self.machines + u64::from(machine.count),
            hashrate_ths: self.hashrate_ths + count * machine.hashrate_ths.get(),
            power_w: self.power_w + count * machine.power_w.get(),
            revenue_usd: self.revenue_usd + count * machine.revenue_usd,
            power_cost_usd: self.power_cost_usd + count * machine.power_cost_usd,
            hosting_usd: self.hosting_usd + count * machine.hosting_usd,
            maintenance_usd: self.maintenance_usd + count * machine.maintenance_usd,
            net_usd: self.net_usd + count * machine.net_usd,
        }
    }
}

impl MachineDay {
    fn of(machine: &Machine, count: u32, inputs: &Inputs) -> Result<Self, Error> {
        let site = &inputs.site;
        let mut operation = Operation::new(site.pool_fee, site.power_price);
        operation.uptime = site.uptime;
        operation.hosting_fee_usd_per_kwh = site.hosting_fee;
        operation.maintenance_usd_per_day = site.maintenance;
        let spec = MachineSpec::new(machine.hashrate, machine.power);
        let report = profit(&ProfitRequest::new(spec, inputs.market(), operation, Days::constant(1.0)))?;
        Ok(Self {
            model: machine.model.clone(),
            count,
            hashrate_ths: machine.hashrate,
            power_w: machine.power,
            revenue_usd: report.revenue_usd,
            power_cost_usd: report.power_cost_usd,
            hosting_usd: report.hosting_usd,
            maintenance_usd: report.maintenance_usd,
            net_usd: report.net_usd,
            break_even: report.break_even,
            sources: machine.sources.clone(),
            note: machine.note.clone(),
        })
    }

    fn cells(&self) -> Vec<String> {
        let even = &self.break_even;
        vec![
            self.model.clone(),
            if self.count == 0 { String::new() } else { self.count.to_string() },
            self.hashrate_ths.get().to_string(),
            self.power_w.get().to_string(),
            grouped(self.revenue_usd, 2),
            grouped(self.power_cost_usd, 2),
            grouped(self.net_usd, 2),
            outcome(even.power_price_usd_per_kwh, 4),
            outcome(even.btc_price_usd, 0),
            outcome(even.hashprice_usd_per_phs_day, 2),
            outcome_with(even.difficulty, trillions),
            self.note.clone(),
        ]
    }
}

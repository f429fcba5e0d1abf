//! When to switch which machines off, at the prices of the site's tariff.

use hashinsight::mining::dispatch::{DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, plan_dispatch};
use hashinsight::mining::machine::{Machine, MachineSpec};
use hashinsight::mining::reward::hashprice;
use hashinsight::units::{EnergyPrice, Error, Fraction, Hashprice, Hashrate, Power, Timestamp, W_PER_KW};
use serde::Serialize;

use crate::fleet::Owned;
use crate::inputs::Inputs;
use crate::tariff::Origin;
use crate::view::{Plot, Table, View, grouped, outcome};

const HOUR_MS: i64 = 3_600_000;
/// Rows that fit a page; the data have all hours.
const ROWS: usize = 48;

/// A plan, or why there is none.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Curtailment {
    /// Something is not known.
    NoData {
        /// What is missing.
        reason: &'static str,
    },
    /// The plan that leaves most.
    Plan(Box<Plan>),
}

/// The plan and what it rests on.
#[derive(Debug, Serialize)]
pub(crate) struct Plan {
    /// Where the prices come from: `synthetic`, `stated` in the site file, or a `file`.
    prices: Origin,
    /// Beginning of the first hour, Unix milliseconds.
    start_ms: Timestamp,
    /// Number of hours.
    hours: u32,
    /// What hashrate earns in every hour before the pool's fee: that of the last day.
    hashprice_usd_per_phs_day: f64,
    /// What a host charges, part of each hour's price below. Absent: there is no host.
    #[serde(skip_serializing_if = "Option::is_none")]
    hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Machines of each class.
    machines: Vec<u32>,
    /// Which run in which hour, and what that leaves.
    report: DispatchReport,
}

impl Curtailment {
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
        let Some(site) = &inputs.site.tariff else {
            return Ok(Self::NoData { reason: "the site file has no [tariff]: prices by the hour are not known" });
        };
        if inputs.fleet.is_empty() {
            return Ok(Self::NoData { reason: "the site file names no machines" });
        }
        let earned = hashprice(inputs.day.difficulty, inputs.reward()).to_usd_per_phs_day(inputs.day.close_usd);
        let start_ms = site.start.map_or_else(|| inputs.midnight(), Ok)?;
        let hosting_fee_usd_per_kwh = inputs.site.hosting_fee;
        let classes = inputs.fleet.iter().map(|owned| class(owned, inputs.site.uptime));
        let mut tariff = site.tariff.clone();
        if let Some(fee) = hosting_fee_usd_per_kwh {
            tariff.energy = tariff.energy.plus(fee)?;
        }
        let curve = HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(earned)?);
        let classes = classes.collect::<Result<_, _>>()?;
        let request = DispatchRequest::new(classes, tariff, start_ms, site.hours, curve);
        let report = plan_dispatch(&request.pool_fee(inputs.site.pool_fee))?;
        Ok(Self::Plan(Box::new(Plan {
            prices: site.origin,
            start_ms,
            hours: site.hours,
            hashprice_usd_per_phs_day: earned,
            hosting_fee_usd_per_kwh,
            machines: inputs.fleet.iter().map(|owned| owned.count).collect(),
            report,
        })))
    }

    pub(crate) fn view(&self) -> View {
        let title = "Curtailment plan";
        match self {
            Self::NoData { reason } => {
                let facts = vec![("plan", format!("no_data: {reason}"))];
                View { title, facts, plots: Vec::new(), tables: Vec::new(), notes: Vec::new() }
            }
            Self::Plan(plan) => plan.view(title),
        }
    }
}

/// A machine that runs only part of the time hashes and draws that part of its figures.
fn class(owned: &Owned, uptime: Option<Fraction>) -> Result<DispatchClass, Error> {
    let part = uptime.map_or(1.0, Fraction::get);
    let hashrate = Hashrate::new(owned.machine.hashrate.get() * part)?;
    let spec = MachineSpec::new(hashrate, Power::new(owned.machine.power.get() * part)?);
    Ok(DispatchClass::new(owned.machine.model.clone(), owned.count, Machine::Spec(spec)))
}

impl Plan {
    /// The beginning of an hour as it is written.
    fn label(&self, hour: usize) -> String {
        let after = HOUR_MS * hour.cast_signed() as i64;
        let time = Timestamp::from_ms(self.start_ms.to_ms() + after);
        time.map_or(String::new(), |time| time.to_string().replace(":00:00Z", ":00").replace('T', " "))
    }

    fn origin(&self) -> &'static str {
        match self.prices {
            Origin::Synthetic => "synthetic prices, invented for illustration",
            Origin::Stated => "prices as stated in the site file",
            Origin::File => "prices of the site's file",
        }
    }

    /// Machines of each class that run in an hour.
    fn running(&self, hour: usize) -> Vec<u32> {
        self.report.classes.iter().map(|class| class.running.iter().map(|mode| mode[hour]).sum()).collect()
    }

    /// Stretches of hours in which the same machines run.
    fn stretches(&self) -> Vec<(usize, usize, Vec<u32>)> {
        let mut stretches: Vec<(usize, usize, Vec<u32>)> = Vec::new();
        for hour in 0..self.hours as usize {
            let running = self.running(hour);
            match stretches.last_mut() {
                Some((_, end, same)) if *same == running => *end = hour + 1,
                _ => stretches.push((hour, hour + 1, running)),
            }
        }
        stretches
    }

    fn schedule(&self) -> Table {
        let stretches = self.stretches();
        let prices = &self.report.price_usd_per_kwh;
        let row = |(from, end, running): &(usize, usize, Vec<u32>)| {
            let (low, high) =
                prices[*from..*end].iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), price| {
                    (if *price < low { *price } else { low }, if *price > high { *price } else { high })
                });
            let classes = self.report.classes.iter().zip(&self.machines).zip(running);
            let names = classes.map(|((class, count), on)| format!("{} {on} of {count}", class.name));
            let (hours, names) = ((end - from).to_string(), names.collect::<Vec<_>>().join(", "));
            vec![self.label(*from), hours, grouped(low, 4), grouped(high, 4), names]
        };
        let shown = match stretches.len() {
            0..=ROWS => String::new(),
            more => format!(": the first {ROWS} of {more} stretches"),
        };
        Table {
            caption: format!("What runs when, UTC ({}){shown}", self.origin()),
            columns: vec!["from", "hours", "lowest USD/kWh", "highest USD/kWh", "running"],
            rows: stretches.iter().take(ROWS).map(row).collect(),
        }
    }

    fn classes(&self) -> Table {
        let row = |(class, count): (&hashinsight::mining::dispatch::DispatchClassReport, &u32)| {
            let off = f64::from(*count) * f64::from(self.hours) - class.machine_hours;
            vec![
                class.name.clone(),
                count.to_string(),
                outcome(class.break_even_usd_per_mwh, 2),
                grouped(off, 0),
                grouped(class.revenue_usd, 0),
                grouped(class.energy_usd, 0),
                grouped(class.saved_usd, 2),
            ]
        };
        Table {
            caption: format!("Classes ({})", self.origin()),
            columns: vec![
                "machine",
                "count",
                "b/e USD/MWh",
                "machine-hours off",
                "revenue USD",
                "power USD",
                "saved USD",
            ],
            rows: self.report.classes.iter().zip(&self.machines).map(row).collect(),
        }
    }

    fn view(&self, title: &'static str) -> View {
        let report = &self.report;
        let usd = |usd| format!("{} USD", grouped(usd, 2));
        let labels: Vec<String> = (0..self.hours as usize).map(|hour| self.label(hour)).collect();
        let rests = |hour: usize| self.running(hour).iter().zip(&self.machines).any(|(on, count)| on < count);
        let load: Vec<f64> = report.load_w.iter().map(|w| w / W_PER_KW).collect();
        let shaded = (0..self.hours as usize).map(rests).collect::<Vec<_>>();
        let off = shaded.iter().filter(|rests| **rests).count();
        let origin = self.origin();
        let plot = |what: &str, unit, values| Plot::Series {
            title: format!("{what} ({origin})"),
            unit,
            labels: labels.clone(),
            series: vec![(unit, values)],
            steps: true,
            marks: Vec::new(),
            shaded: (shaded.clone(), "some machines rest"),
        };
        View {
            title,
            facts: vec![
                ("prices", origin.to_owned()),
                ("span", format!("{} hours from {} UTC", self.hours, self.label(0))),
                ("hashprice", format!("{} USD/PH/day, as on the last day", grouped(self.hashprice_usd_per_phs_day, 2))),
                ("hours with rest", off.to_string()),
                ("net by the plan", usd(report.net_usd)),
                ("net without rest", usd(report.always_on_net_usd)),
                ("the plan saves", usd(report.saved_usd)),
            ],
            plots: vec![
                plot("Price of power in USD/kWh", "USD/kWh", report.price_usd_per_kwh.clone()),
                plot("Load of the plan in kW", "kW", load),
            ],
            tables: vec![self.classes(), self.schedule()],
            notes: vec![
                "A class runs where its revenue after the pool's fee covers its power: no other plan leaves more.",
                "A host's fee is part of the price. Upkeep is due either way. A start costs nothing here.",
            ],
        }
    }
}

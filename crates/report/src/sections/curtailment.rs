//! When to switch which machines off, at the prices of the site's tariff.

use hashinsight_mining::dispatch::{DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, plan_dispatch};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::reward::hashprice;
use hashinsight_units::{At, Error, Fraction, Hashprice, Hashrate, Power, Timestamp, W_PER_KW};

use crate::document::{
    Cells, Column, Curves, Figure, Label, Plot, PlotShape, Section, SectionName, Series, Shading, Shown, Source, Table,
    TextCode, Unit,
};
use crate::known::{Hours, Known, OwnedMachine};
use crate::request::Written;

const HOUR_MS: i64 = 3_600_000;

/// The plan that leaves most, and what it rests on.
pub(crate) struct Plan {
    /// Source of the prices.
    pub(crate) source: Source,
    pub(crate) start: Timestamp,
    pub(crate) hours: usize,
    /// What hashrate earns in every hour before the pool's fee: that of the last day, USD/PH/s and day.
    pub(crate) hashprice: f64,
    /// Machines of each class.
    pub(crate) counts: Vec<u32>,
    pub(crate) report: DispatchReport,
}

impl Plan {
    /// Absent: tariff or machines are not known.
    pub(crate) fn of(known: &Known<'_>) -> Result<Option<Self>, Error> {
        let Some(hours) = Hours::of(known.site)? else { return Ok(None) };
        if known.fleet.is_empty() {
            return Ok(None);
        }
        let earned = hashprice(known.day().difficulty, known.reward()).to_usd_per_phs_day(known.day().close_usd);
        let start = hours.start.map_or_else(|| known.midnight(), Ok)?;
        let uptime = known.site.uptime.map(Written::get);
        let classes = known.fleet.iter().map(|owned| class(owned, uptime));
        let mut tariff = hours.tariff;
        if let Some(fee) = known.site.hosting_fee {
            tariff.energy = tariff.energy.plus(fee.get()).at("hosting_fee")?;
        }
        let curve = HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(earned)?);
        let classes = classes.collect::<Result<_, _>>()?;
        let request = DispatchRequest::new(classes, tariff, start, hours.count, curve).pool_fee(known.pool_fee);
        Ok(Some(Self {
            source: hours.source,
            start,
            hours: hours.count as usize,
            hashprice: earned,
            counts: known.fleet.iter().map(|owned| owned.count).collect(),
            report: plan_dispatch(&request).at("tariff")?,
        }))
    }

    /// Machines of each class that run in an hour.
    pub(crate) fn running(&self, hour: usize) -> Vec<u32> {
        self.report.classes.iter().map(|class| class.running.iter().map(|mode| mode[hour]).sum()).collect()
    }

    /// Whether some machines rest in an hour.
    pub(crate) fn rests(&self, hour: usize) -> bool {
        self.running(hour).iter().zip(&self.counts).any(|(on, count)| on < count)
    }

    /// Beginning of an hour.
    pub(crate) fn instant(&self, hour: usize) -> Result<Timestamp, Error> {
        Timestamp::from_ms(self.start.to_ms() + HOUR_MS * hour.cast_signed() as i64)
    }

    /// Stretches of hours in which the same machines run.
    fn stretches(&self) -> Vec<(usize, usize, Vec<u32>)> {
        let mut stretches: Vec<(usize, usize, Vec<u32>)> = Vec::new();
        for hour in 0..self.hours {
            let running = self.running(hour);
            match stretches.last_mut() {
                Some((_, end, same)) if *same == running => *end = hour + 1,
                _ => stretches.push((hour, hour + 1, running)),
            }
        }
        stretches
    }

    fn schedule(&self) -> Result<Table, Error> {
        let stretches = self.stretches();
        let extreme = |(from, to, _): &(usize, usize, Vec<u32>), is_beyond: fn(f64, f64) -> bool| {
            let prices = &self.report.price_usd_per_kwh[*from..*to];
            prices.iter().fold(prices[0], |found, price| if is_beyond(*price, found) { *price } else { found })
        };
        let running = |(_, _, running): &(usize, usize, Vec<u32>)| {
            let classes = self.report.classes.iter().zip(&self.counts).zip(running);
            classes.map(|((class, count), on)| format!("{} {on}/{count}", class.name)).collect::<Vec<_>>().join(", ")
        };
        let starts = stretches.iter().map(|(from, ..)| self.instant(*from)).collect::<Result<_, _>>()?;
        Ok(Table::of(
            "schedule",
            vec![
                Column::of("from", Unit::None, Cells::Instants(starts)),
                Column::numbers(
                    "hours",
                    Unit::Hours,
                    stretches.iter().map(|(from, to, _)| (to - from) as f64).collect(),
                ),
                Column::numbers(
                    "lowest_power_price",
                    Unit::UsdPerKwh,
                    stretches.iter().map(|s| extreme(s, |a, b| a < b)).collect(),
                ),
                Column::numbers(
                    "highest_power_price",
                    Unit::UsdPerKwh,
                    stretches.iter().map(|s| extreme(s, |a, b| a > b)).collect(),
                ),
                Column::of("running", Unit::None, Cells::Texts(stretches.iter().map(running).collect())),
            ],
        ))
    }

    fn classes(&self) -> Table {
        let classes = &self.report.classes;
        let rest = classes
            .iter()
            .zip(&self.counts)
            .map(|(class, count)| f64::from(*count) * self.hours as f64 - class.machine_hours);
        let break_even = classes.iter().map(|class| class.break_even_usd_per_mwh.map(|usd| usd / 1e3).into());
        Table::of(
            "classes",
            vec![
                Column::of(
                    "machine",
                    Unit::None,
                    Cells::Texts(classes.iter().map(|class| class.name.clone()).collect()),
                ),
                Column::numbers("count", Unit::Count, self.counts.iter().map(|count| f64::from(*count)).collect()),
                Column::of("break_even_power", Unit::UsdPerKwh, Cells::Shown(break_even.collect())),
                Column::numbers("hours_off", Unit::Hours, rest.collect()),
                Column::numbers("revenue", Unit::Usd, classes.iter().map(|class| class.revenue_usd).collect()),
                Column::numbers("power_cost", Unit::Usd, classes.iter().map(|class| class.energy_usd).collect()),
                Column::numbers("saved", Unit::Usd, classes.iter().map(|class| class.saved_usd).collect()),
            ],
        )
    }

    fn plot(&self, code: &str, unit: Unit, values: Vec<f64>) -> Result<Plot, Error> {
        let instants = (0..self.hours).map(|hour| self.instant(hour)).collect::<Result<_, _>>()?;
        let rests = (0..self.hours).map(|hour| self.rests(hour)).collect();
        let curves = Curves::new(Cells::Instants(instants), vec![Series::new(Label::column(code), values)]);
        let shading = Shading::new(Label::Code(TextCode::of("report.word.some_rest")), rests);
        Ok(Plot::of(code, unit, self.source, PlotShape::Step(curves.shading(shading))))
    }
}

/// A machine that runs only part of the time hashes and draws that part of its figures.
fn class(owned: &OwnedMachine, uptime: Option<Fraction>) -> Result<DispatchClass, Error> {
    let part = uptime.map_or(1.0, Fraction::get);
    let hashrate = Hashrate::new(owned.machine.hashrate.get() * part)?;
    let spec = MachineSpec::new(hashrate, Power::new(owned.machine.power.get() * part)?);
    Ok(DispatchClass::new(owned.machine.model.clone(), owned.count, Machine::Spec(spec)))
}

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let Some(plan) = known.plan()? else {
        let missing = if known.site.tariff.is_none() { "tariff" } else { "machine" };
        return Ok(Section::no_data(SectionName::Curtailment, missing));
    };
    let report = &plan.report;
    let figure = |code, value: f64, unit| Figure::of(code, value, unit, plan.source);
    let off = (0..plan.hours).filter(|hour| plan.rests(*hour)).count();
    let figures = vec![
        Figure::of("plan_start", Shown::Instant(plan.start), Unit::None, plan.source),
        figure("plan_hours", plan.hours as f64, Unit::Hours),
        Figure::of("plan_hashprice", plan.hashprice, Unit::UsdPerPhsDay, Source::Calculated),
        figure("hours_with_rest", off as f64, Unit::Hours),
        figure("plan_net", report.net_usd, Unit::Usd),
        figure("always_on_net", report.always_on_net_usd, Unit::Usd),
        figure("plan_saves", report.saved_usd, Unit::Usd),
    ];
    let load = report.load_w.iter().map(|w| w / W_PER_KW).collect();
    let plots = vec![
        plan.plot("power_price", Unit::UsdPerKwh, report.price_usd_per_kwh.clone())?,
        plan.plot("load", Unit::Kw, load)?,
    ];
    let section = Section::new(SectionName::Curtailment).figures(figures).plots(plots);
    Ok(section.tables(vec![plan.classes(), plan.schedule()?]).noted(&["curtailment", "host_price"]))
}

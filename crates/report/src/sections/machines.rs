//! What machines earn, cost and leave on the last day, and where each stops paying.

use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::profit::{HeatMapRequest, ProfitReport, ProfitRequest, profit, profit_heat_map};
use hashinsight_units::{At, Days, Error, Hashrate, Order, Outcome, Power, Price, Ratio, TH_PER_PH, Usd, W_PER_KW};

use crate::document::{
    BarPlot, Cells, Column, Figure, HeatMap, Label, Plot, PlotShape, ScatterPlot, Section, SectionName, Shown, Source,
    Table, Unit,
};
use crate::known::{CatalogMachine, Known};
use crate::request::{SiteCatalog, Written};

/// Bars that fit a screen.
const BARS: usize = 16;
/// Greatest draw in J/TH of machines whose efficiency is drawn: older ones would push the others together.
const DRAWN: f64 = 50.0;
/// Prices and difficulties of the heat map, as factors of those of the last day.
const PRICES: [f64; 7] = [0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3];
const DIFFICULTIES: [f64; 5] = [0.8, 0.9, 1.0, 1.1, 1.2];

/// One machine for one day.
pub(crate) struct MachineDay {
    pub(crate) machine: CatalogMachine,
    /// How many the site has; 0 for what only the catalog has.
    pub(crate) count: u32,
    pub(crate) day: ProfitReport,
}

/// The site for one day.
#[derive(Default)]
pub(crate) struct SiteDay {
    pub(crate) machines: f64,
    pub(crate) hashrate_ths: f64,
    pub(crate) power_w: f64,
    pub(crate) btc: f64,
    pub(crate) revenue_usd: f64,
    pub(crate) power_cost_usd: f64,
    pub(crate) hosting_usd: f64,
    pub(crate) maintenance_usd: f64,
    pub(crate) net_usd: f64,
}

/// The site's machines and those of the catalog, each by falling profit.
pub(crate) struct Machines {
    pub(crate) own: Vec<MachineDay>,
    pub(crate) catalog: Vec<MachineDay>,
    /// Absent where the document names no machines.
    pub(crate) site: Option<SiteDay>,
}

impl Machines {
    pub(crate) fn of(known: &Known<'_>) -> Result<Self, Error> {
        let own = known.fleet.iter().map(|owned| MachineDay::of(&owned.machine, owned.count, known));
        let mut own = own.collect::<Result<Vec<_>, _>>()?;
        let site = (!own.is_empty()).then(|| own.iter().fold(SiteDay::default(), SiteDay::and));
        let shown = known.catalog.iter().filter(|machine| match known.site.catalog {
            SiteCatalog::Undisputed => machine.note.is_empty(),
            SiteCatalog::All => true,
            SiteCatalog::None => false,
        });
        let mut catalog = shown.map(|machine| MachineDay::of(machine, 0, known)).collect::<Result<Vec<_>, _>>()?;
        for group in [&mut own, &mut catalog] {
            group.order_by(|a, b| b.day.net_usd.total_cmp(&a.day.net_usd));
        }
        Ok(Self { own, catalog, site })
    }
}

impl MachineDay {
    fn of(machine: &CatalogMachine, count: u32, known: &Known<'_>) -> Result<Self, Error> {
        let mut operation = known.operation();
        operation.maintenance_usd_per_day = known.site.maintenance.map(Written::get);
        let spec = MachineSpec::new(machine.hashrate, machine.power);
        let day = profit(&ProfitRequest::new(spec, known.market(), operation, Days::constant(1.0)))?;
        Ok(Self { machine: machine.clone(), count, day })
    }
}

impl SiteDay {
    fn and(self, machine: &MachineDay) -> Self {
        let (count, day) = (f64::from(machine.count), &machine.day);
        Self {
            machines: self.machines + count,
            hashrate_ths: self.hashrate_ths + count * machine.machine.hashrate.get(),
            power_w: self.power_w + count * machine.machine.power.get(),
            btc: self.btc + count * day.expected_btc,
            revenue_usd: self.revenue_usd + count * day.revenue_usd,
            power_cost_usd: self.power_cost_usd + count * day.power_cost_usd,
            hosting_usd: self.hosting_usd + count * day.hosting_usd,
            maintenance_usd: self.maintenance_usd + count * day.maintenance_usd,
            net_usd: self.net_usd + count * day.net_usd,
        }
    }

    /// What is added and taken to come to the profit.
    pub(crate) fn terms(&self) -> [(&'static str, f64); 4] {
        [
            ("revenue", self.revenue_usd),
            ("power_cost", 0.0 - self.power_cost_usd),
            ("hosting_cost", 0.0 - self.hosting_usd),
            ("maintenance_cost", 0.0 - self.maintenance_usd),
        ]
    }
}

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let machines = known.machines()?;
    let all = || machines.own.iter().chain(&machines.catalog);
    let count = |value: usize| Shown::Number(value as f64);
    let mut figures = vec![
        Figure::of("kinds", count(all().count()), Unit::Count, Source::Catalog),
        Figure::of(
            "kinds_paying",
            count(all().filter(|m| m.day.net_usd > 0.0).count()),
            Unit::Count,
            Source::Calculated,
        ),
    ];
    let mut plots = Vec::new();
    let mut tables = Vec::new();
    if let Some(site) = &machines.site {
        let figure = |code, value: f64, unit| Figure::of(code, value, unit, Source::Calculated);
        figures.extend([
            figure("site_machines", site.machines, Unit::Count),
            figure("site_hashrate", site.hashrate_ths / TH_PER_PH, Unit::Phs),
            figure("site_power", site.power_w / W_PER_KW, Unit::Kw),
            figure("site_btc", site.btc, Unit::BtcPerDay),
            figure("site_revenue", site.revenue_usd, Unit::UsdPerDay),
            figure("site_power_cost", site.power_cost_usd, Unit::UsdPerDay),
            figure("site_hosting", site.hosting_usd, Unit::UsdPerDay),
            figure("site_maintenance", site.maintenance_usd, Unit::UsdPerDay),
            figure("site_net", site.net_usd, Unit::UsdPerDay),
        ]);
        let (names, values) = site.terms().into_iter().map(|(code, usd)| (Label::column(code), usd)).unzip();
        let shape = PlotShape::Waterfall(BarPlot::new(names, values));
        plots.push(Plot::of("site_day", Unit::UsdPerDay, Source::Calculated, shape));
        plots.push(heat_map(known, site)?);
        tables.push(table("own_machines", &machines.own));
    }
    let bars = || all().take(BARS);
    let name = |machine: &MachineDay| Label::text(machine.machine.model.clone());
    let shape = BarPlot::new(bars().map(name).collect(), bars().map(|machine| machine.day.net_usd).collect());
    plots.push(Plot::of("machine_profit", Unit::UsdPerDay, Source::Calculated, PlotShape::Bar(shape)));
    if !machines.catalog.is_empty() {
        plots.push(efficiency(&machines.catalog));
        tables.push(table("catalog_machines", &machines.catalog).folded(!machines.own.is_empty()));
    }
    let section = Section::new(SectionName::Machines).figures(figures).plots(plots).tables(tables);
    Ok(section.noted(&["machine_profit", "break_even"]))
}

fn table(title: &str, machines: &[MachineDay]) -> Table {
    let numbers =
        |code, unit, of: &dyn Fn(&MachineDay) -> f64| Column::numbers(code, unit, machines.iter().map(of).collect());
    let outcomes = |code, unit, of: fn(&MachineDay) -> Outcome| {
        Column::of(code, unit, Cells::Shown(machines.iter().map(|machine| of(machine).into()).collect()))
    };
    let texts = |code, of: fn(&MachineDay) -> String| {
        Column::of(code, Unit::None, Cells::Texts(machines.iter().map(of).collect()))
    };
    Table::of(
        title,
        vec![
            texts("machine", |machine| machine.machine.model.clone()),
            numbers("count", Unit::Count, &|machine| f64::from(machine.count)),
            numbers("hashrate", Unit::Ths, &|machine| machine.machine.hashrate.get()),
            numbers("power", Unit::W, &|machine| machine.machine.power.get()),
            numbers("revenue", Unit::UsdPerDay, &|machine| machine.day.revenue_usd),
            numbers("power_cost", Unit::UsdPerDay, &|machine| machine.day.power_cost_usd),
            numbers("hosting_cost", Unit::UsdPerDay, &|machine| machine.day.hosting_usd),
            numbers("maintenance_cost", Unit::UsdPerDay, &|machine| machine.day.maintenance_usd),
            numbers("net", Unit::UsdPerDay, &|machine| machine.day.net_usd),
            outcomes("break_even_power", Unit::UsdPerKwh, |machine| machine.day.break_even.power_price_usd_per_kwh),
            outcomes("break_even_price", Unit::UsdPerBtc, |machine| machine.day.break_even.btc_price_usd),
            outcomes("break_even_hashprice", Unit::UsdPerPhsDay, |m| m.day.break_even.hashprice_usd_per_phs_day),
            outcomes("break_even_difficulty", Unit::Difficulty, |machine| machine.day.break_even.difficulty),
            texts("doubts", |machine| machine.machine.note.clone()),
        ],
    )
}

/// The whole fleet at other prices and difficulties; it never rests.
fn heat_map(known: &Known<'_>, site: &SiteDay) -> Result<Plot, Error> {
    let hashrate = Hashrate::new(site.hashrate_ths).at("machine")?;
    let spec = MachineSpec::new(hashrate, Power::new(site.power_w).at("machine")?);
    let mut operation = known.operation();
    let upkeep = known.site.maintenance.map(|usd| Usd::new(usd.get().get() * site.machines));
    operation.maintenance_usd_per_day = upkeep.transpose().at("maintenance")?;
    let base = ProfitRequest::new(spec, known.market(), operation, Days::constant(1.0));
    let close = known.day().close_usd.get();
    let prices = PRICES.iter().map(|factor| Price::new(close * factor)).collect::<Result<Vec<_>, _>>().at("days")?;
    let factors = DIFFICULTIES.iter().map(|factor| Ratio::new(*factor)).collect::<Result<Vec<_>, _>>()?;
    let x: Vec<f64> = prices.iter().map(|price| price.get()).collect();
    let map = profit_heat_map(&HeatMapRequest::new(base, prices, factors, vec![known.site.power_price.get()]))?;
    let rows = map.difficulty.len();
    let values = (0..rows).flat_map(|row| (0..x.len()).map(move |column| column * rows + row));
    let values = values.map(|cell| map.net_usd[cell]).collect();
    let [x_name, y_name] = ["btc_price", "difficulty"].map(Label::column);
    let shape = HeatMap::new(x_name, Unit::UsdPerBtc, x, y_name, Unit::Difficulty, map.difficulty, values);
    Ok(Plot::of("site_heat_map", Unit::UsdPerDay, Source::Calculated, PlotShape::HeatMap(shape)))
}

/// What a petahash leaves, by what it draws.
fn efficiency(catalog: &[MachineDay]) -> Plot {
    let with =
        || catalog.iter().filter(|machine| machine.machine.power.get() <= DRAWN * machine.machine.hashrate.get());
    let per_ths = |machine: &MachineDay| machine.day.net_usd / machine.machine.hashrate.get();
    let draw = |machine: &MachineDay| machine.machine.power.get() / machine.machine.hashrate.get();
    let names = with().map(|machine| machine.machine.model.clone()).collect();
    let (x, y) = with().map(|machine| (draw(machine), per_ths(machine) * TH_PER_PH)).unzip();
    let shape = ScatterPlot::new(names, Label::column("efficiency"), Unit::JPerTh, x, y);
    Plot::of("efficiency", Unit::UsdPerPhsDay, Source::Calculated, PlotShape::Scatter(shape))
}

//! Month by month what the site is left with, and the halving where the height says it comes.

use hashinsight_mining::consensus::{Network, subsidy};
use hashinsight_mining::forecast::{ForecastTable, HalvingAhead};
use hashinsight_units::{Error, Timestamp, UtcOffset};

use crate::document::{
    Cells, Column, Curves, Figure, Label, Plot, PlotMark, PlotShape, Section, SectionName, Series, Shown, Source,
    Table, TextCode, Unit,
};
use crate::known::{DAYS_PER_MONTH, Future, Futures, Known, MONTHS, MS_PER_MONTH, Seen};

/// Money of each month. `revenue - power - hosting - maintenance = net` up to rounding.
struct Months {
    btc: Vec<f64>,
    revenue_usd: Vec<f64>,
    power_cost_usd: Vec<f64>,
    hosting_usd: Vec<f64>,
    maintenance_usd: Vec<f64>,
    net_usd: Vec<f64>,
    /// After what the machines cost, where that is known.
    cumulative_usd: Vec<f64>,
}

/// What falls into each month of a column that has a row per step: income of a step is spread evenly over its days.
fn monthly(days: &[f64], column: &[f64]) -> Vec<f64> {
    let mut months = vec![0.0; MONTHS];
    let mut start = 0.0;
    for (days, value) in days.iter().zip(column) {
        let end = start + days;
        for (month, sum) in months.iter_mut().enumerate() {
            let (from, to) = (month as f64 * DAYS_PER_MONTH, (month + 1) as f64 * DAYS_PER_MONTH);
            let overlap = (if to < end { to } else { end }) - (if from > start { from } else { start });
            if overlap > 0.0 {
                *sum += value * (overlap / days);
            }
        }
        start = end;
    }
    months
}

impl Months {
    fn of(future: &Future, machine_price_usd: f64) -> Self {
        let table: &ForecastTable = &future.forecast.table;
        let monthly = |column: &[f64]| monthly(&table.days, column);
        let net_usd = monthly(&table.net_usd);
        let mut sum = 0.0 - machine_price_usd;
        let mut add = |net: &f64| {
            sum += net;
            sum
        };
        Self {
            btc: monthly(&table.btc),
            revenue_usd: monthly(&table.revenue_usd),
            power_cost_usd: monthly(&table.power_cost_usd),
            hosting_usd: monthly(&table.hosting_usd),
            maintenance_usd: monthly(&table.maintenance_usd),
            cumulative_usd: net_usd.iter().map(&mut add).collect(),
            net_usd,
        }
    }
}

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    match known.futures()? {
        Futures::Missing(code) => Ok(Section::no_data(SectionName::CashFlow, code)),
        Futures::Seen(seen) => months(seen),
    }
}

fn months(seen: &Seen) -> Result<Section, Error> {
    let start = seen.start.to_ms();
    let begins = |month: i64| Timestamp::from_ms(start + month * MS_PER_MONTH);
    let price = seen.machine_price_usd.unwrap_or(0.0);
    let (unmoved, moving) = (Months::of(&seen.unmoved, price), Months::of(&seen.moving, price));
    let starts = (0i64..).take(MONTHS + 1).map(begins).collect::<Result<Vec<_>, _>>()?;
    let month_of = |ahead: &HalvingAhead| u32::try_from((ahead.time_ms.to_ms() - start) / MS_PER_MONTH).unwrap_or(0);
    let halvings = &seen.moving.forecast.halvings;

    let last = |months: &Months| months.cumulative_usd.last().copied().unwrap_or(0.0);
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Assumed);
    let mut figures = vec![
        figure("end_static", Shown::Number(last(&unmoved)), Unit::Usd),
        figure("end_dynamic", Shown::Number(last(&moving)), Unit::Usd),
    ];
    if let Some(ahead) = halvings.first() {
        let after = subsidy(ahead.height, Network::Mainnet.params());
        figures.push(figure("halving_height", Shown::Number(ahead.height.get().into()), Unit::Count));
        figures.push(figure("halving_time", Shown::Day(ahead.time_ms.date(UtcOffset::UTC)), Unit::None));
        figures.push(figure("halving_subsidy", Shown::Number(after.to_btc_f64()), Unit::Btc));
    } else {
        figures.push(figure("halving_height", Shown::word("none_within_span"), Unit::Count));
    }

    let from_start = |months: &Months| [&[0.0 - price], months.cumulative_usd.as_slice()].concat();
    let halving = Label::Code(TextCode::of("report.word.halving"));
    let curves = Curves::new(
        Cells::Days(starts.iter().map(|time| time.date(UtcOffset::UTC)).collect()),
        vec![
            Series::new(Label::Code(TextCode::of("report.word.static")), from_start(&unmoved)),
            Series::new(Label::Code(TextCode::of("report.word.dynamic")), from_start(&moving)),
        ],
    );
    let curves = curves.marks(halvings.iter().map(|ahead| PlotMark::new(month_of(ahead), halving.clone())).collect());
    let title = if seen.machine_price_usd.is_some() { "cumulative" } else { "cumulative_without_price" };
    let plot = Plot::of(title, Unit::Usd, Source::Assumed, PlotShape::Line(curves));

    let event = |month: u32| halvings.iter().any(|ahead| month_of(ahead) == month);
    let events =
        (0..).take(MONTHS).map(|month| if event(month) { Shown::word("halving") } else { Shown::Text(String::new()) });
    let usd = |code, values: Vec<f64>| Column::numbers(code, Unit::Usd, values);
    let table = Table::of(
        "months",
        vec![
            Column::of(
                "from",
                Unit::None,
                Cells::Days(starts[..MONTHS].iter().map(|t| t.date(UtcOffset::UTC)).collect()),
            ),
            usd("static_net", unmoved.net_usd),
            usd("static_cumulative", unmoved.cumulative_usd),
            Column::numbers("dynamic_btc", Unit::Btc, moving.btc),
            usd("dynamic_revenue", moving.revenue_usd),
            usd("dynamic_power", moving.power_cost_usd),
            usd("dynamic_hosting", moving.hosting_usd),
            usd("dynamic_maintenance", moving.maintenance_usd),
            usd("dynamic_net", moving.net_usd),
            usd("dynamic_cumulative", moving.cumulative_usd),
            Column::of("event", Unit::None, Cells::Shown(events.collect())),
        ],
    );
    let section = Section::new(SectionName::CashFlow).figures(figures).plots(vec![plot]).tables(vec![table]);
    Ok(section.noted(&["cash_flow", "month"]))
}

//! Coins and cash, how long they last, the plan of sale with its certificate, and every template over the past year beside holding.

mod position;
mod templates;

pub(crate) use position::Position;

use hashinsight_treasury::backtest::BacktestReport;
use hashinsight_treasury::coverage::Cash;
use hashinsight_treasury::floor::{Floor, FloorRow};
use hashinsight_treasury::metrics::PerformanceReport;
use hashinsight_units::{Error, Outcome, Timestamp};

use crate::document::{
    Cells, Column, Curves, Figure, Label, Plot, PlotShape, Section, SectionName, Series, Shown, Source, Table,
    TextCode, Unit,
};
use crate::known::Known;
use templates::{Run, runs};

/// Templates whose equity is drawn.
const DRAWN: [&str; 4] = ["hold", "floor", "opex_coverage", "layered"];

pub(super) fn section(known: &Known<'_>) -> Result<Section, Error> {
    let (Some(site), Some(position)) = (&known.site.treasury, known.treasury()?) else {
        return Ok(Section::no_data(SectionName::Treasury, "treasury"));
    };
    let mut figures = inventory(position);
    figures.extend(plan(position));
    let mut tables = vec![liabilities(position)];
    let mut plots = Vec::new();
    if let Some(Floor::Feasible { certificate, .. }) = position.plan.floors.first() {
        tables.push(self::certificate(certificate));
        let cash = certificate.iter().map(|row| row.cash_usd.to_usd_f64()).collect();
        let x = Cells::Instants(certificate.iter().map(|row| row.time_ms).collect());
        let curves = Curves::new(x, vec![Series::new(Label::column("cash"), cash)]);
        plots.push(Plot::of("worst_cash", Unit::Usd, Source::Assumed, PlotShape::Step(curves)));
    }
    let mut notes = vec!["worst_case", "liabilities"];
    let runs = runs(known, site)?;
    if !runs.is_empty() {
        plots.push(equity(&runs)?);
        tables.push(compared(&runs));
        notes.push("backtest");
        if site.futures.is_none() {
            let missing = Shown::NoData(TextCode::of("report.missing.futures"));
            figures.push(Figure::of("basis_funding", missing, Unit::None, Source::Site));
        }
    }
    Ok(Section::new(SectionName::Treasury).figures(figures).plots(plots).tables(tables).noted(&notes))
}

fn inventory(position: &Position) -> Vec<Figure> {
    let (seen, cover) = (&position.observation, &position.coverage);
    let stated = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Site);
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let usd = |cash: Cash| Shown::Number(cash.to_usd_f64());
    let known = |cash: Option<Cash>| cash.map_or_else(|| Shown::NoData(TextCode::of("report.missing.cost")), usd);
    vec![
        stated("coins", Shown::Number(seen.coins_sat.to_btc_f64()), Unit::Btc),
        figure("coins_worth", usd(cover.coins_usd), Unit::Usd),
        stated("coins_cost", known(seen.cost_usd), Unit::Usd),
        figure("unrealised", known(cover.unrealised_usd), Unit::Usd),
        stated("cash", usd(seen.cash_usd), Unit::Usd),
        figure("total", usd(cover.total_usd), Unit::Usd),
        figure("coins_weight", cover.coins_weight.into(), Unit::Fraction),
        figure("monthly_costs", usd(position.monthly), Unit::Usd),
        figure("coverage_days", cover.coverage_days.into(), Unit::Days),
        figure("coverage_days_with_coins", cover.coverage_days_with_coins.into(), Unit::Days),
    ]
}

fn plan(position: &Position) -> Vec<Figure> {
    let plan = &position.plan;
    let figure = |code, value: Shown, unit| Figure::of(code, value, unit, Source::Calculated);
    let usd = |cash: Cash| Shown::Number(cash.to_usd_f64());
    let mut figures = vec![
        figure("plan_sale", Shown::Number(plan.sell_sat.to_btc_f64()), Unit::Btc),
        figure("plan_proceeds", usd(plan.proceeds_usd), Unit::Usd),
    ];
    match plan.floors.first() {
        Some(Floor::Feasible { spare_usd, binding_ms, .. }) => {
            figures.push(figure("guarantee", Shown::word("yes"), Unit::None));
            figures.push(figure("spare", usd(*spare_usd), Unit::Usd));
            if let Some(binding) = binding_ms {
                figures.push(figure("binding", Shown::Instant(*binding), Unit::None));
            }
        }
        Some(Floor::Infeasible { shortfall_usd, first_breach_ms, minimum_capital_usd }) => {
            figures.push(figure("guarantee", Shown::word("no"), Unit::None));
            figures.push(figure("shortfall", usd(*shortfall_usd), Unit::Usd));
            figures.push(figure("first_breach", Shown::Instant(*first_breach_ms), Unit::None));
            figures.push(figure("minimum_capital", usd(*minimum_capital_usd), Unit::Usd));
        }
        _ => {}
    }
    figures.push(figure("left_coins", Shown::Number(plan.left.coins_sat.to_btc_f64()), Unit::Btc));
    figures.push(figure("left_cash", usd(plan.left.cash_usd), Unit::Usd));
    figures.push(figure("left_days", plan.left.coverage_days.into(), Unit::Days));
    figures
}

fn liabilities(position: &Position) -> Table {
    let due = &position.observation.liabilities;
    let sums = due.iter().map(|payment| payment.amount_usd.to_usd_f64()).collect();
    let columns = vec![
        Column::of("due", Unit::None, Cells::Instants(due.iter().map(|payment| payment.due_ms).collect())),
        Column::numbers("payment", Unit::Usd, sums),
    ];
    Table::of("liabilities", columns).folded(true)
}

fn certificate(rows: &[FloorRow]) -> Table {
    let usd = |code, of: fn(&FloorRow) -> Cash| {
        Column::numbers(code, Unit::Usd, rows.iter().map(|row| of(row).to_usd_f64()).collect())
    };
    let btc = |code, of: fn(&FloorRow) -> hashinsight_units::Amount| {
        Column::numbers(code, Unit::Btc, rows.iter().map(|row| of(row).to_btc_f64()).collect())
    };
    Table::of(
        "certificate",
        vec![
            Column::of("from", Unit::None, Cells::Instants(rows.iter().map(|row| row.time_ms).collect())),
            usd("least_price", |row| row.price_usd),
            btc("sale", |row| row.sale_sat),
            usd("proceeds", |row| row.proceeds_usd),
            usd("payment", |row| row.payment_usd),
            btc("coins", |row| row.coins_sat),
            usd("cash", |row| row.cash_usd),
        ],
    )
}

fn equity(runs: &[Run]) -> Result<Plot, Error> {
    let drawn: Vec<&Run> = runs.iter().filter(|run| DRAWN.contains(&run.template)).collect();
    let times = drawn.first().map(|run| run.report.equity.time_ms.as_slice()).unwrap_or_default();
    let times = times.iter().map(|ms| Timestamp::from_ms(*ms)).collect::<Result<_, _>>()?;
    let name = |run: &Run| Label::Code(TextCode::of(format!("report.template.{}", run.template)));
    let series = drawn.iter().map(|run| Series::new(name(run), run.report.equity.equity_usd.clone()));
    let curves = Curves::new(Cells::Instants(times), series.collect());
    Ok(Plot::of("equity", Unit::Usd, Source::Calculated, PlotShape::Line(curves)))
}

fn compared(runs: &[Run]) -> Table {
    let names = runs.iter().map(|run| TextCode::of(format!("report.template.{}", run.template))).collect();
    let measured = |code, unit, of: fn(&PerformanceReport) -> Outcome| {
        let cell = |run: &Run| match &run.report.performance_usd {
            Outcome::Value(performance) => of(performance).into(),
            _ => Shown::Undefined,
        };
        Column::of(code, unit, Cells::Shown(runs.iter().map(cell).collect()))
    };
    let numbers = |code, unit, of: fn(&BacktestReport) -> f64| {
        Column::numbers(code, unit, runs.iter().map(|run| of(&run.report)).collect())
    };
    Table::of(
        "backtest",
        vec![
            Column::of("template", Unit::None, Cells::Codes(names)),
            measured("total_return", Unit::Change, |performance| performance.total_return),
            measured("sharpe", Unit::Number, |performance| performance.sharpe),
            measured("max_drawdown", Unit::Change, |performance| Outcome::Value(performance.max_drawdown)),
            numbers("coins", Unit::Btc, |report| report.coins_sat.to_btc_f64()),
            numbers("cash", Unit::Usd, |report| report.cash_usd.to_usd_f64()),
            numbers("shortfall", Unit::Usd, |report| report.shortfall_usd.to_usd_f64()),
            numbers("trades", Unit::Count, |report| f64::from(report.trades)),
            numbers("trade_costs", Unit::Usd, |report| report.costs_usd.to_usd_f64()),
        ],
    )
}

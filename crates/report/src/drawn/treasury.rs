//! Answers of the treasury.

use hashinsight_treasury::coverage::Cash;
use hashinsight_treasury::scenario::Stress;
use hashinsight_units::{Error, Record, Timestamp};

use super::{Part, nothing_to_draw};
use crate::document::{BarPlot, Cells, Curves, Label, Plot, PlotShape, Series, Source, TextCode, Unit};

/// Treasury at each close.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EquityDrawn {
    /// Closes of the bars, in Unix milliseconds UTC.
    pub time_ms: Vec<Timestamp>,
    /// Coins at the price, and cash, in USD.
    pub equity_usd: Vec<f64>,
}

/// What is drawn of a backtest.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BacktestDrawn {
    /// Treasury at each close.
    pub equity: Part<EquityDrawn>,
}

pub(super) fn backtest(drawn: &BacktestDrawn) -> Plot {
    let Part(equity) = &drawn.equity;
    let series = Series::new(Label::column("coins_and_cash"), equity.equity_usd.clone());
    let curves = Curves::new(Cells::Instants(equity.time_ms.clone()), vec![series]);
    Plot::of("coins_and_cash", Unit::Usd, Source::Calculated, PlotShape::Line(curves))
}

/// What is drawn of a simulated treasury.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TreasurySimulationDrawn {
    /// Levels of the quantiles.
    pub quantiles: Vec<f64>,
    /// Quantiles of the equity at the end, in USD.
    pub equity_usd: Vec<f64>,
}

pub(super) fn simulation(drawn: &TreasurySimulationDrawn) -> Plot {
    let series = Series::new(Label::column("coins_and_cash"), drawn.equity_usd.clone());
    let curves = Curves::new(Cells::Numbers(drawn.quantiles.clone()), vec![series]);
    Plot::of("simulated_equity", Unit::Usd, Source::Assumed, PlotShape::Line(curves))
}

/// What is drawn of a week.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WeekDrawn {
    /// End of the week, in Unix milliseconds UTC.
    pub end_ms: Timestamp,
    /// Cash at its end, in USD.
    pub closing_usd: Cash,
}

/// What is drawn of a forecast of cash.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CashForecastDrawn {
    /// Weeks, in order.
    pub weeks: Vec<Part<WeekDrawn>>,
}

pub(super) fn cash_forecast(drawn: &CashForecastDrawn) -> Plot {
    cash("cash_weeks", drawn.weeks.iter().map(|Part(week)| (week.end_ms, week.closing_usd)))
}

/// What is drawn of a step of the worst case.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FloorStepDrawn {
    /// Instant of the decision, in Unix milliseconds UTC.
    pub time_ms: Timestamp,
    /// Cash left, in USD.
    pub cash_usd: Cash,
}

/// What is drawn of a floor that holds.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FeasibleDrawn {
    /// Certificate: the worst case step by step.
    pub certificate: Vec<Part<FloorStepDrawn>>,
}

/// What is said of a floor that does not hold.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct InfeasibleDrawn {
    /// Least cash that would have to be added now, in USD.
    pub shortfall_usd: Cash,
}

/// Floor that is drawn.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum FloorDrawnCase {
    /// Every payment is met in the worst case.
    Feasible(Part<FeasibleDrawn>),
    /// No plan meets every payment in the worst case.
    Infeasible(Part<InfeasibleDrawn>),
}

/// What is drawn of a floor.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FloorDrawn {
    /// Smallest sale with its certificate, or what is missing.
    pub floor: FloorDrawnCase,
}

pub(super) fn floor(drawn: &FloorDrawn) -> Result<Plot, Error> {
    let FloorDrawnCase::Feasible(Part(feasible)) = &drawn.floor else { return Err(nothing_to_draw()) };
    Ok(cash("worst_cash", feasible.certificate.iter().map(|Part(step)| (step.time_ms, step.cash_usd))))
}

/// Cash over time.
fn cash(title: &str, rows: impl Iterator<Item = (Timestamp, Cash)>) -> Plot {
    let (times, values) = rows.map(|(time, cash)| (time, cash.to_usd_f64())).unzip();
    let curves = Curves::new(Cells::Instants(times), vec![Series::new(Label::column("cash"), values)]);
    Plot::of(title, Unit::Usd, Source::Assumed, PlotShape::Step(curves))
}

/// What is drawn of a stress.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StressRowDrawn {
    /// Stress.
    pub stress: Stress,
    /// Coins at the last price, and cash, in USD.
    pub equity_usd: f64,
}

/// What is drawn of stresses.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StressDrawn {
    /// Stresses, in order.
    pub rows: Vec<Part<StressRowDrawn>>,
}

pub(super) fn stress(drawn: &StressDrawn) -> Plot {
    let bar = |Part(row): &Part<StressRowDrawn>| {
        let name = match row.stress {
            Stress::Calm => "calm",
            Stress::PriceFall { .. } => "price_fall",
            Stress::Halving { .. } => "halving",
            Stress::DifficultyRise { .. } => "difficulty_rise",
            Stress::PowerCost { .. } => "power_cost",
            Stress::LoanRecall { .. } => "loan_recall",
            _ => unreachable!("every stress is above"),
        };
        (Label::Code(TextCode::of(format!("treasury.stress.{name}"))), row.equity_usd)
    };
    let (names, values) = drawn.rows.iter().map(bar).unzip();
    Plot::of("stressed_equity", Unit::Usd, Source::Assumed, PlotShape::Bar(BarPlot::new(names, values)))
}

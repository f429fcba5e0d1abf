//! Answers of the treasury.

use hashinsight_units::{Record, Timestamp};

use super::Part;
use crate::document::{Cells, Curves, Label, Plot, PlotShape, Series, Source, Unit};

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

//! Plots of the rooms' answers: what `.plot()` shows of a forecast, a plan, a backtest.
//!
//! ```
//! use hashinsight_report::document::PlotShape;
//! use hashinsight_report::drawn::{Part, PlotRequest, Plotted, plot};
//! let answer = r#"{"losses": [0, 5], "exceedance_probabilities": [0.2, 0], "expected_loss": 1}"#;
//! let part: Part<_> = hashinsight_units::record::read("report", answer)?; // `Part::of` of an answer in Rust
//! let drawn = plot(&PlotRequest::new(Plotted::BookLoss(part)))?;
//! assert!(matches!(drawn.shape, PlotShape::Step(_)));
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod mining;
mod part;
mod risk;
mod signals;
mod treasury;

use hashinsight_units::{Error, Fault, Problem, Record};

use crate::document::Plot;

pub use mining::{DispatchDrawn, ForecastDrawn, ForecastTableDrawn, HeatMapDrawn, SimulationDrawn};
pub use part::Part;
pub use risk::{ChainDrawn, ExpiryDrawn, LossDrawn, PassageDrawn, PremiumDrawn, QuoteDrawn};
pub use signals::{DecisionDrawn, SignalsDrawn};
pub use treasury::{BacktestDrawn, EquityDrawn, TreasurySimulationDrawn};

/// Answer that is drawn: as its room has given it, behind what it is.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Plotted {
    /// Answer of `mining.forecast`: profit of each step, with and without the option to switch off.
    Forecast(Part<ForecastDrawn>),
    /// Answer of `mining.profit_heat_map`: profit by price and by power price, at the difficulty next to today's.
    HeatMap(Part<HeatMapDrawn>),
    /// Answer of `mining.plan_dispatch`: load of each interval.
    Dispatch(Part<DispatchDrawn>),
    /// Answer of `mining.forecast_simulation`: net present value by quantile.
    ForecastSimulation(Part<SimulationDrawn>),
    /// Answer of `derivatives.option_chain`: smiles of all expiries.
    OptionChain(Part<ChainDrawn>),
    /// Answer of `derivatives.simulate_passage`: probability of a touch by date.
    Passage(Part<PassageDrawn>),
    /// Answer of `signals.evaluate`: sell score of each bar.
    Signals(Part<SignalsDrawn>),
    /// Answer of `treasury.backtest`: coins and cash at each close.
    Backtest(Part<BacktestDrawn>),
    /// Answer of `treasury.treasury_simulation`: equity by quantile.
    TreasurySimulation(Part<TreasurySimulationDrawn>),
    /// Answer of `insurance.quote`: from the pure to the gross premium.
    Quote(Part<QuoteDrawn>),
    /// Answer of `insurance.book_loss`: probability that a loss is exceeded.
    BookLoss(Part<LossDrawn>),
}

/// Inputs of [`plot`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PlotRequest {
    /// Answer that is drawn.
    pub answer: Plotted,
}

/// The plot of an answer, as data: [`render_svg`](crate::render::render_svg) draws it, and
/// [`render_vega_lite`](crate::render::render_vega_lite) writes it for others to restyle.
///
/// # Errors
/// `report.answer.insufficient_data` where the answer holds nothing to draw; those of [`Plot::check`].
pub fn plot(request: &PlotRequest) -> Result<Plot, Error> {
    let plot = match &request.answer {
        Plotted::Forecast(Part(drawn)) => mining::forecast(drawn),
        Plotted::HeatMap(Part(drawn)) => mining::heat_map(drawn)?,
        Plotted::Dispatch(Part(drawn)) => mining::dispatch(drawn),
        Plotted::ForecastSimulation(Part(drawn)) => mining::simulation(drawn),
        Plotted::OptionChain(Part(drawn)) => risk::chain(drawn)?,
        Plotted::Passage(Part(drawn)) => risk::passage(drawn),
        Plotted::Signals(Part(drawn)) => signals::scores(drawn),
        Plotted::Backtest(Part(drawn)) => treasury::backtest(drawn),
        Plotted::TreasurySimulation(Part(drawn)) => treasury::simulation(drawn),
        Plotted::Quote(Part(drawn)) => risk::premium(drawn)?,
        Plotted::BookLoss(Part(drawn)) => risk::exceedance(drawn),
    };
    plot.check()?;
    if plot.table().rows() == 0 { Err(nothing_to_draw()) } else { Ok(plot) }
}

fn nothing_to_draw() -> Error {
    let fault = Fault::new("report.answer", Problem::InsufficientData).at("answer").got(0);
    fault.allowed("an answer with at least one value to draw").into()
}

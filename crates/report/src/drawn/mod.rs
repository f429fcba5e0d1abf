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

mod crm;
mod derivatives;
mod insurance;
mod mining;
mod part;
mod signals;
mod treasury;

use hashinsight_units::{Error, Fault, Problem, Record};

use crate::document::Plot;

pub use crm::ActivityDrawn;
pub use derivatives::{ChainDrawn, ExpiryDrawn, PassageDrawn};
pub use insurance::{
    AggregateDrawn, BookSimulationDrawn, ClaimDrawn, ContributionDrawn, LossDrawn, LossLevelDrawn, PayoutDrawn,
    PremiumDrawn, QuoteDrawn, RiskIndexDrawn, SimulatedTailDrawn,
};
pub use mining::{
    CurtailmentDrawn, DispatchDrawn, ForecastDrawn, ForecastTableDrawn, HeatMapDrawn, SimulationDrawn, SoloIncomeDrawn,
};
pub use part::{Held, Part, ReasonDrawn};
pub use signals::{
    DecisionDrawn, ModelDrawn, ModelForecastDrawn, PriceBandDrawn, PriceForecastDrawn, ReliabilityBinDrawn,
    ReliabilityDrawn, SignalsDrawn, WalkForwardDrawn,
};
pub use treasury::{
    BacktestDrawn, CashForecastDrawn, EquityDrawn, FeasibleDrawn, FloorDrawn, FloorDrawnCase, FloorStepDrawn,
    InfeasibleDrawn, StressDrawn, StressRowDrawn, TreasurySimulationDrawn, WeekDrawn,
};

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
    /// Answer of `mining.power_curtailment_analysis`: load of each hour.
    PowerCurtailment(Part<CurtailmentDrawn>),
    /// Answer of `mining.solo_income`: income by quantile.
    SoloIncome(Part<SoloIncomeDrawn>),
    /// Answer of `derivatives.option_chain`: smiles of all expiries.
    OptionChain(Part<ChainDrawn>),
    /// Answer of `derivatives.simulate_passage`: probability of a touch by date.
    Passage(Part<PassageDrawn>),
    /// Answer of `signals.evaluate`: sell score of each bar.
    Signals(Part<SignalsDrawn>),
    /// Answer of `signals.forecast`: price at the horizon by probability, a line for each model.
    PriceForecast(Part<PriceForecastDrawn>),
    /// Answer of `signals.walk_forward`: how often the label came true, by the probability that was said.
    WalkForward(Part<WalkForwardDrawn>),
    /// Answer of `signals.reliability`: how often the label came true, by the probability that was said.
    Reliability(Part<ReliabilityDrawn>),
    /// Answer of `treasury.backtest`: coins and cash at each close.
    Backtest(Part<BacktestDrawn>),
    /// Answer of `treasury.treasury_simulation`: equity by quantile.
    TreasurySimulation(Part<TreasurySimulationDrawn>),
    /// Answer of `treasury.cash_forecast`: cash at the end of each week.
    CashForecast(Part<CashForecastDrawn>),
    /// Answer of `treasury.floor`: cash in the worst case, step by step.
    Floor(Part<FloorDrawn>),
    /// Answer of `treasury.stress_treasury`: equity under each stress.
    Stress(Part<StressDrawn>),
    /// Answer of `insurance.quote`: from the pure to the gross premium.
    Quote(Part<QuoteDrawn>),
    /// Answer of `insurance.book_loss`: probability that a loss is exceeded.
    BookLoss(Part<LossDrawn>),
    /// Answer of `insurance.book_simulation`: loss at each level, and the mean beyond it.
    BookSimulation(Part<BookSimulationDrawn>),
    /// Answer of `insurance.aggregate_loss`: loss at each level, and the mean beyond it.
    AggregateLoss(Part<AggregateDrawn>),
    /// Answer of `insurance.claim`: from the loss that is covered to the payout.
    Claim(Part<ClaimDrawn>),
    /// Answer of `insurance.risk_index`: from the base to the index, factor by factor.
    RiskIndex(Part<RiskIndexDrawn>),
    /// Answer of `crm.activity_report`: number of activities of each period.
    Activity(Part<ActivityDrawn>),
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
        Plotted::PowerCurtailment(Part(drawn)) => mining::dispatch(&drawn.plan.0),
        Plotted::SoloIncome(Part(drawn)) => mining::solo_income(drawn),
        Plotted::OptionChain(Part(drawn)) => derivatives::chain(drawn)?,
        Plotted::Passage(Part(drawn)) => derivatives::passage(drawn),
        Plotted::Signals(Part(drawn)) => signals::scores(drawn),
        Plotted::PriceForecast(Part(drawn)) => signals::forecast(drawn),
        Plotted::WalkForward(Part(drawn)) => signals::walk_forward(drawn)?,
        Plotted::Reliability(Part(drawn)) => signals::reliability(drawn),
        Plotted::Backtest(Part(drawn)) => treasury::backtest(drawn),
        Plotted::TreasurySimulation(Part(drawn)) => treasury::simulation(drawn),
        Plotted::CashForecast(Part(drawn)) => treasury::cash_forecast(drawn),
        Plotted::Floor(Part(drawn)) => treasury::floor(drawn)?,
        Plotted::Stress(Part(drawn)) => treasury::stress(drawn),
        Plotted::Quote(Part(drawn)) => insurance::premium(drawn)?,
        Plotted::BookLoss(Part(drawn)) => insurance::exceedance(drawn),
        Plotted::BookSimulation(Part(drawn)) => insurance::book_simulation(drawn),
        Plotted::AggregateLoss(Part(drawn)) => insurance::aggregate(drawn),
        Plotted::Claim(Part(drawn)) => insurance::claim(drawn)?,
        Plotted::RiskIndex(Part(drawn)) => insurance::risk_index(drawn)?,
        Plotted::Activity(Part(drawn)) => crm::activity(drawn),
    };
    plot.check()?;
    if plot.table().rows() == 0 { Err(nothing_to_draw()) } else { Ok(plot) }
}

fn nothing_to_draw() -> Error {
    let fault = Fault::new("report.answer", Problem::InsufficientData).at("answer").got(0);
    fault.allowed("an answer with at least one value to draw").into()
}

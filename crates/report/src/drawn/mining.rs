//! Answers of mining.

use hashinsight_units::{Error, Fault, Problem, Record, Timestamp};

use crate::document::{Cells, Curves, HeatMap, Label, Plot, PlotShape, Series, Shading, Source, TextCode, Unit};

/// Steps of a forecast.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastTableDrawn {
    /// Beginning of the step, in Unix milliseconds.
    pub start_ms: Vec<Timestamp>,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: Vec<f64>,
    /// Net income where the machines never switch off, in USD.
    pub always_on_net_usd: Vec<f64>,
}

/// What is drawn of a forecast.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastDrawn {
    /// Steps of the forecast.
    pub table: super::Part<ForecastTableDrawn>,
}

pub(super) fn forecast(drawn: &ForecastDrawn) -> Plot {
    let super::Part(table) = &drawn.table;
    let series = vec![
        Series::new(Label::column("net"), table.net_usd.clone()),
        Series::new(Label::column("net_always_on"), table.always_on_net_usd.clone()),
    ];
    let curves = Curves::new(Cells::Instants(table.start_ms.clone()), series);
    Plot::of("forecast", Unit::Usd, Source::Assumed, PlotShape::Step(curves))
}

/// What is drawn of a heat map of profit.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HeatMapDrawn {
    /// Prices of one bitcoin, in USD: the first axis.
    pub btc_prices_usd: Vec<f64>,
    /// Factors of difficulty: the second axis.
    pub difficulty_factors: Vec<f64>,
    /// Power prices in USD/kWh: the third axis, the fastest of the cells.
    pub power_prices_usd_per_kwh: Vec<f64>,
    /// Profit of each cell, in USD.
    pub net_usd: Vec<f64>,
}

/// Prices to the right. Downward the power prices at the difficulty next to today's; where there is one power price alone, the difficulties.
pub(super) fn heat_map(drawn: &HeatMapDrawn) -> Result<Plot, Error> {
    let HeatMapDrawn { btc_prices_usd: prices, difficulty_factors: factors, power_prices_usd_per_kwh: power, net_usd } =
        drawn;
    let cells = prices.len() * factors.len() * power.len();
    if net_usd.len() != cells {
        let fault = Fault::new("report.net_usd", Problem::Length).at("net_usd").got(net_usd.len());
        return Err(fault.allowed(format!("{cells}, a value for each cell of the three axes")).into());
    }
    let cell = |price: usize, factor: usize, power_price: usize| {
        net_usd[(price * factors.len() + factor) * power.len() + power_price]
    };
    let (title, name, unit, y, values): (_, _, _, _, Vec<f64>) = if power.len() == 1 {
        let values = (0..factors.len()).flat_map(|factor| (0..prices.len()).map(move |price| cell(price, factor, 0)));
        ("heat_map_difficulty", "difficulty_factor", Unit::Number, factors, values.collect())
    } else {
        let today = next_to_one(factors);
        let values = (0..power.len()).flat_map(|row| (0..prices.len()).map(move |price| cell(price, today, row)));
        ("heat_map_power", "power_price", Unit::UsdPerKwh, power, values.collect())
    };
    let (x_name, y_name) = (Label::column("btc_price"), Label::column(name));
    let map = HeatMap::new(x_name, Unit::UsdPerBtc, prices.clone(), y_name, unit, y.clone(), values);
    Ok(Plot::of(title, Unit::Usd, Source::Calculated, PlotShape::HeatMap(map)))
}

/// The first of those next to 1.
fn next_to_one(factors: &[f64]) -> usize {
    let mut best = 0;
    for (place, factor) in factors.iter().enumerate() {
        if (factor - 1.0).abs() < (factors[best] - 1.0).abs() {
            best = place;
        }
    }
    best
}

/// What is drawn of a plan of dispatch.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DispatchDrawn {
    /// Load of each settlement interval at the meter, in watts.
    pub load_w: Vec<f64>,
}

/// Intervals are numbered: the plan's answer does not know when they begin.
pub(super) fn dispatch(drawn: &DispatchDrawn) -> Plot {
    let most = drawn.load_w.iter().fold(0.0, |most: f64, load| if *load > most { *load } else { most });
    let rests = drawn.load_w.iter().map(|load| *load < most).collect();
    let kilowatts = drawn.load_w.iter().map(|load| load / 1000.0).collect();
    let places = (0..drawn.load_w.len()).map(|interval| interval as f64).collect();
    let curves = Curves::new(Cells::Numbers(places), vec![Series::new(Label::column("load"), kilowatts)]);
    let shading = Shading::new(Label::Code(TextCode::of("report.word.some_rest")), rests);
    Plot::of("plan_load", Unit::Kw, Source::Calculated, PlotShape::Step(curves.shading(shading)))
}

/// What is drawn of a simulated forecast.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SimulationDrawn {
    /// Levels of the quantiles.
    pub quantiles: Vec<f64>,
    /// Quantiles of the net present value, in USD.
    pub net_present_value_usd: Vec<f64>,
}

pub(super) fn simulation(drawn: &SimulationDrawn) -> Plot {
    let series = Series::new(Label::column("net_present_value"), drawn.net_present_value_usd.clone());
    let curves = Curves::new(Cells::Numbers(drawn.quantiles.clone()), vec![series]);
    Plot::of("simulated_value", Unit::Usd, Source::Assumed, PlotShape::Line(curves))
}

/// What is drawn of a curtailment analysis.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CurtailmentDrawn {
    /// Plan of the hours.
    pub plan: super::Part<DispatchDrawn>,
}

/// What is drawn of a simulated income of a miner alone.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SoloIncomeDrawn {
    /// Levels of the quantiles.
    pub quantiles: Vec<f64>,
    /// Quantiles of the income, in satoshis.
    pub income_sat: Vec<f64>,
}

pub(super) fn solo_income(drawn: &SoloIncomeDrawn) -> Plot {
    let series = Series::new(Label::column("income"), drawn.income_sat.clone());
    let curves = Curves::new(Cells::Numbers(drawn.quantiles.clone()), vec![series]);
    Plot::of("simulated_income", Unit::Sat, Source::Assumed, PlotShape::Line(curves))
}

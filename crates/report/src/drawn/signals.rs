//! Answers of the signals.

use hashinsight_signals::forecast::ForecastModel;
use hashinsight_signals::modules::ensemble::Action;
use hashinsight_units::{Error, Order, Record, Timestamp};

use super::{Part, nothing_to_draw};
use crate::document::{BandPlot, Cells, Curves, Label, Plot, PlotShape, Series, Shading, Source, TextCode, Unit};

/// What is drawn of a decision.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DecisionDrawn {
    /// Instant of the bar's close, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Action that is advised.
    pub action: Action,
    /// Sell score: 0 to 100. Absent: the modules are not warm.
    pub sell_score: Option<f64>,
}

/// What is drawn of the signals of a history.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SignalsDrawn {
    /// Decisions, bar by bar.
    pub decisions: Vec<Part<DecisionDrawn>>,
}

/// Bars without a score are left out: there is nothing to draw.
pub(super) fn scores(drawn: &SignalsDrawn) -> Plot {
    let known = || drawn.decisions.iter().filter_map(|Part(decision)| Some((decision, decision.sell_score?)));
    let times = known().map(|(decision, _)| decision.time_ms).collect();
    let series = Series::new(Label::column("sell_score"), known().map(|(_, score)| score).collect());
    let sales = known().map(|(decision, _)| decision.action != Action::Hold).collect();
    let shading = Shading::new(Label::Code(TextCode::of("report.word.sale_advised")), sales);
    let curves = Curves::new(Cells::Instants(times), vec![series]).shading(shading);
    Plot::of("sell_score", Unit::Number, Source::Calculated, PlotShape::Line(curves))
}

/// What is drawn of a band.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PriceBandDrawn {
    /// Probability that the price ends in the band, 0 to 1.
    pub level: f64,
    /// Lower end of the band, in quote currency.
    pub low: f64,
    /// Upper end of the band, in quote currency.
    pub high: f64,
}

/// What is drawn of the forecast of a model.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ModelForecastDrawn {
    /// Median price at the horizon, in quote currency.
    pub median_price: f64,
    /// Bands of the price.
    pub bands: Vec<Part<PriceBandDrawn>>,
}

/// What is drawn of a model.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ModelDrawn {
    /// Model that forecasts.
    pub model: ForecastModel,
    /// Forecast from the last bar.
    pub forecast: Part<ModelForecastDrawn>,
}

/// What is drawn of a forecast of the price.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PriceForecastDrawn {
    /// Models, all with the same levels.
    pub models: Vec<Part<ModelDrawn>>,
}

/// The price that is not exceeded with each probability, a line for each model.
pub(super) fn forecast(drawn: &PriceForecastDrawn) -> Plot {
    let points = |forecast: &ModelForecastDrawn| {
        let band = |Part(band): &Part<PriceBandDrawn>| {
            [(0.5 - band.level / 2.0, band.low), (0.5 + band.level / 2.0, band.high)]
        };
        let mut points: Vec<(f64, f64)> = forecast.bands.iter().flat_map(band).collect();
        points.push((0.5, forecast.median_price));
        points.order_by(|one, other| one.0.total_cmp(&other.0));
        points
    };
    let first = drawn.models.first().map(|Part(one)| points(&one.forecast.0)).unwrap_or_default();
    let series = drawn.models.iter().map(|Part(one)| {
        let name = match one.model {
            ForecastModel::Ewma { .. } => "ewma",
            ForecastModel::Autoregression { .. } => "autoregression",
            ForecastModel::GeometricBrownian => "geometric_brownian",
            _ => unreachable!("every model is above"),
        };
        let name = Label::Code(TextCode::of(format!("signals.forecast_model.{name}")));
        Series::new(name, points(&one.forecast.0).into_iter().map(|(_, price)| price).collect())
    });
    let places = first.into_iter().map(|(probability, _)| probability).collect();
    let curves = Curves::new(Cells::Numbers(places), series.collect());
    Plot::of("price_forecast", Unit::Number, Source::Calculated, PlotShape::Line(curves))
}

/// What is drawn of a bin of probabilities.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReliabilityBinDrawn {
    /// Mean of the probabilities in the bin.
    pub mean_probability: f64,
    /// Part of their labels that came true.
    pub frequency: f64,
    /// Lower end of the 95 % interval of the frequency.
    pub frequency_low: f64,
    /// Upper end of the 95 % interval of the frequency.
    pub frequency_high: f64,
}

/// What is drawn of the quality of probabilities.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReliabilityDrawn {
    /// Bins of equal width that hold any.
    pub bins: Vec<Part<ReliabilityBinDrawn>>,
}

/// What is drawn of a walk-forward.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WalkForwardDrawn {
    /// Quality of the pooled probabilities. Absent: there were none.
    pub calibration: Option<Part<ReliabilityDrawn>>,
}

/// How often the label came true, by the probability that was said.
pub(super) fn walk_forward(drawn: &WalkForwardDrawn) -> Result<Plot, Error> {
    drawn.calibration.as_ref().map(|Part(quality)| reliability(quality)).ok_or_else(nothing_to_draw)
}

pub(super) fn reliability(drawn: &ReliabilityDrawn) -> Plot {
    let column = |value: fn(&ReliabilityBinDrawn) -> f64| drawn.bins.iter().map(|Part(bin)| value(bin)).collect();
    let said = Cells::Numbers(column(|bin| bin.mean_probability));
    let (low, high) = (column(|bin| bin.frequency_low), column(|bin| bin.frequency_high));
    let band = BandPlot::new(said, low, column(|bin| bin.frequency), high);
    Plot::of("reliability", Unit::Fraction, Source::Calculated, PlotShape::Band(band))
}

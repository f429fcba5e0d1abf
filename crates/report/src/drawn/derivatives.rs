//! Answers of derivatives.

use hashinsight_units::{Error, Record, Timestamp};

use super::{Part, nothing_to_draw};
use crate::document::{BarPlot, Cells, Curves, Label, Plot, PlotShape, ScatterPlot, Series, Source, Unit};

/// What is drawn of an expiry.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExpiryDrawn {
    /// Instant of the expiry, in Unix milliseconds.
    pub expiry_ms: Timestamp,
    /// Strikes of the smile, in quote currency.
    pub smile_strikes: Vec<f64>,
    /// Implied volatilities at the strikes, per square root of a year.
    pub smile_volatilities: Vec<f64>,
}

/// What is drawn of a chain of options.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ChainDrawn {
    /// Expiries of the chain.
    pub expiries: Vec<Part<ExpiryDrawn>>,
}

/// A point for each strike, named by the day of its expiry.
pub(super) fn chain(drawn: &ChainDrawn) -> Result<Plot, Error> {
    let mut points = ScatterPlot::new(Vec::new(), Label::column("strike"), Unit::UsdPerBtc, Vec::new(), Vec::new());
    for Part(expiry) in &drawn.expiries {
        let day = expiry.expiry_ms.to_string();
        let day = day.get(..10).unwrap_or(&day);
        points.names.extend(std::iter::repeat_n(day.to_owned(), expiry.smile_strikes.len()));
        points.x.extend_from_slice(&expiry.smile_strikes);
        points.y.extend_from_slice(&expiry.smile_volatilities);
    }
    if points.x.is_empty() {
        return Err(nothing_to_draw());
    }
    Ok(Plot::of("smiles", Unit::Fraction, Source::Calculated, PlotShape::Scatter(points)))
}

/// What is drawn of simulated passages.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PassageDrawn {
    /// Probability of a touch, adjusted by the control variate.
    pub probability: f64,
    /// Probability of a touch without the control variate.
    pub plain_probability: f64,
    /// Touch probability of the control, in closed form.
    pub control_probability: f64,
    /// Probability of a touch by each of the dates, without the control variate.
    pub plain_probability_by_date: Vec<f64>,
}

/// By date, where dates were asked for; else the estimate beside what it was made of.
pub(super) fn passage(drawn: &PassageDrawn) -> Plot {
    let by_date = &drawn.plain_probability_by_date;
    let shape = if by_date.is_empty() {
        let names = ["touch", "touch_plain", "touch_control"].map(Label::column);
        let values = vec![drawn.probability, drawn.plain_probability, drawn.control_probability];
        PlotShape::Bar(BarPlot::new(names.to_vec(), values))
    } else {
        let places = (1..=by_date.len()).map(|date| date as f64).collect();
        PlotShape::Line(Curves::new(Cells::Numbers(places), vec![Series::new(Label::column("touch"), by_date.clone())]))
    };
    Plot::of("touch", Unit::Fraction, Source::Calculated, shape)
}

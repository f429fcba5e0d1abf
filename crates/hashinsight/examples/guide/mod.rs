//! What the programs of the guides share: their plots as files, and numbers as they are printed.

use std::error::Error;
use std::path::Path;

use hashinsight::report::document::{Cells, Curves, Label, Plot, PlotShape, Series, Source, Unit};
use hashinsight::report::render::{RenderPlotRequest, grouped, render_svg};
use hashinsight::texts::Language;
use hashinsight::units::Outcome;

/// Several series over named places.
pub(crate) fn curves(labels: Vec<String>, series: Vec<(&str, Vec<f64>)>) -> Curves {
    let series = series.into_iter().map(|(name, values)| Series::new(Label::text(name), values));
    Curves::new(Cells::Texts(labels), series.collect())
}

/// Writes a plot as a file of its own.
pub(crate) fn write(
    folder: &Path,
    name: &str,
    title: &str,
    unit: Unit,
    shape: PlotShape,
) -> Result<(), Box<dyn Error>> {
    let plot = Plot::new(Label::text(title), unit, Source::Calculated, shape);
    let svg = render_svg(&RenderPlotRequest::new(plot, Language::En))?.text;
    Ok(std::fs::write(folder.join(name), svg)?)
}

/// A number, or the word for there being none.
#[allow(dead_code, reason = "one of the guides prints no outcomes")]
pub(crate) fn outcome(value: Outcome, places: usize) -> String {
    match value {
        Outcome::Value(value) => grouped(value, places),
        Outcome::Never => "never".to_owned(),
        Outcome::Unbounded => "unbounded".to_owned(),
        _ => "undefined".to_owned(),
    }
}

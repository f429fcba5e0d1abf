//! Vega-Lite specifications: JSON, with the numbers of the plot's table. The schema of Vega-Lite is asked in the tests of the Python package.

use hashinsight_report::document::{Plot, PlotShape, Shown};
use hashinsight_report::render::{RenderPlotRequest, render_vega_lite};
use hashinsight_texts::Language;
use serde_json::Value;

use super::sample::{full, report};
use super::{drawn, plotted};

fn specification(plot: &Plot, language: Language) -> Value {
    let text = render_vega_lite(&RenderPlotRequest::new(plot.clone(), language)).unwrap().text;
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Names of the columns of a shape's table, as the page's table has them from the left.
fn keys(shape: &PlotShape, columns: usize) -> Vec<String> {
    let names: &[&str] = match shape {
        PlotShape::Line(_) | PlotShape::Step(_) => {
            return std::iter::once("place".to_owned())
                .chain((1..columns).map(|n| format!("series_{}", n - 1)))
                .collect();
        }
        PlotShape::Band(_) => &["place", "lower", "estimate", "upper"],
        PlotShape::Bar(_) | PlotShape::Waterfall(_) => &["name", "value"],
        PlotShape::HeatMap(_) => &["y", "x", "value"],
        PlotShape::Scatter(_) => &["name", "x", "value"],
        PlotShape::Table(_) => return (0..columns).map(|n| format!("column_{n}")).collect(),
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn the_data_are_those_of_the_table() {
    let report = report(&full());
    let of_report = report.sections.iter().flat_map(|section| section.plots.iter().cloned());
    for plot in drawn::plots().into_iter().chain(plotted::plots()).chain(of_report) {
        let (spec, table) = (specification(&plot, Language::En), plot.table());
        let rows = spec["data"]["values"].as_array().unwrap();
        assert_eq!(rows.len(), table.rows());
        let keys = keys(&plot.shape, table.columns.len());
        assert_eq!(keys.len(), table.columns.len());
        for (row, values) in rows.iter().enumerate() {
            for (key, column) in keys.iter().zip(&table.columns) {
                match column.cells.get(row).unwrap() {
                    Shown::Number(number) => assert_eq!(values[key].as_f64().unwrap().to_bits(), number.to_bits()),
                    Shown::Text(text) => assert_eq!(values[key], text.as_str()),
                    Shown::Day(day) => assert_eq!(values[key], day.to_string()),
                    Shown::Instant(time) => assert_eq!(values[key], time.to_string()),
                    _ => assert!(
                        values[key].as_str().is_some_and(|text| !text.is_empty() && !text.starts_with("report."))
                    ),
                }
            }
        }
    }
}

#[test]
fn words_are_those_of_the_language() {
    let plot = &plotted::plots()[0];
    assert!(specification(plot, Language::En)["title"].as_str().unwrap().contains("Profit of each step"));
    let zh = specification(plot, Language::Zh);
    assert!(zh["title"].as_str().unwrap().contains("各步利润"));
    assert_eq!(zh["layer"][0]["encoding"]["color"]["datum"], "利润");
}

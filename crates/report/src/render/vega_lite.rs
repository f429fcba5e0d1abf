//! Plots as Vega-Lite specifications, for people who restyle: the data are those of the plot's table, in full.

use hashinsight_units::json::{push_f64, text};

use super::words::Words;
use crate::document::{BarPlot, Cells, Curves, HeatMap, Plot, PlotShape, ScatterPlot, Shown, Table, Unit};

const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v5.json";
/// Width of the view, in pixels.
const WIDTH: &str = "560";

/// The specification as JSON text.
pub(super) fn render(plot: &Plot, words: &Words) -> String {
    let table = plot.table();
    let (extra, body) = match &plot.shape {
        PlotShape::Line(curves) => curves_of(curves, plot.unit, words, "\"line\""),
        PlotShape::Step(curves) => {
            curves_of(curves, plot.unit, words, r#"{"type": "line", "interpolate": "step-after"}"#)
        }
        PlotShape::Band(band) => (Vec::new(), of_band(&band.x, plot.unit)),
        PlotShape::Bar(bars) => (Vec::new(), of_bars(bars, plot.unit, words)),
        PlotShape::Waterfall(bars) => (Vec::new(), of_waterfall(bars, plot.unit, words)),
        PlotShape::HeatMap(map) => (Vec::new(), of_heat_map(map, plot.unit, words)),
        PlotShape::Scatter(points) => (Vec::new(), of_points(points, plot.unit, words)),
        PlotShape::Table(table) => (Vec::new(), of_table(table, words)),
    };
    let keys = keys(&plot.shape, table.columns.len());
    let title = text(&words.caption(&plot.title, plot.unit, plot.source));
    let rows = rows(&table, &keys, &extra, words);
    format!(
        "{{\"$schema\": \"{SCHEMA}\", \"title\": {title}, \"width\": {WIDTH}, \"data\": {{\"values\": {rows}}}, {body}}}"
    )
}

/// Names of the columns of the plot's table within a row.
fn keys(shape: &PlotShape, columns: usize) -> Vec<String> {
    let fixed = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    match shape {
        PlotShape::Line(curves) | PlotShape::Step(curves) => {
            std::iter::once("place".to_owned()).chain((0..curves.series.len()).map(series)).collect()
        }
        PlotShape::Band(_) => fixed(&["place", "lower", "estimate", "upper"]),
        PlotShape::Bar(_) | PlotShape::Waterfall(_) => fixed(&["name", "value"]),
        PlotShape::HeatMap(_) => fixed(&["y", "x", "value"]),
        PlotShape::Scatter(_) => fixed(&["name", "x", "value"]),
        PlotShape::Table(_) => (0..columns).map(cell).collect(),
    }
}

fn series(index: usize) -> String {
    format!("series_{index}")
}

fn cell(index: usize) -> String {
    format!("column_{index}")
}

/// Rows of the table as JSON objects, each with what stands beside the table at its place.
fn rows(table: &Table, keys: &[String], extra: &[(&str, Vec<Option<String>>)], words: &Words) -> String {
    let row = |row: usize| {
        let cells = keys.iter().zip(&table.columns).filter_map(|(key, column)| {
            column.cells.get(row).map(|cell| format!("\"{key}\": {}", value(&cell, words)))
        });
        let beside = extra.iter().filter_map(|(key, values)| Some(format!("\"{key}\": {}", values[row].as_ref()?)));
        format!("{{{}}}", cells.chain(beside).collect::<Vec<_>>().join(", "))
    };
    format!("[{}]", (0..table.rows()).map(row).collect::<Vec<_>>().join(", "))
}

/// Numbers bare and in full, in the unit of the document; days and instants as ISO 8601 has them.
fn value(shown: &Shown, words: &Words) -> String {
    match shown {
        Shown::Number(number) => {
            let mut out = String::new();
            push_f64(&mut out, *number);
            out
        }
        Shown::Instant(time) => text(&time.to_string()),
        other => text(&words.shown(other, Unit::None, false)),
    }
}

/// A channel of the encoding.
fn channel(field: &str, kind: &str, title: &str, rest: &str) -> String {
    format!("{{\"field\": \"{field}\", \"type\": \"{kind}\", \"title\": {}{rest}}}", text(title))
}

/// How a number of the unit stands on an axis.
fn format_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Fraction | Unit::Change => r#", "axis": {"format": "~%"}"#,
        Unit::Difficulty | Unit::Count | Unit::Sat => r#", "axis": {"format": "~s"}"#,
        _ => "",
    }
}

fn amount(field: &str, unit: Unit, title: &str) -> String {
    channel(field, "quantitative", title, format_of(unit))
}

fn place(cells: &Cells) -> String {
    let kind = match cells {
        Cells::Days(_) | Cells::Instants(_) => "temporal",
        Cells::Numbers(_) => "quantitative",
        _ => return r#"{"field": "place", "type": "ordinal", "title": null, "sort": null}"#.to_owned(),
    };
    format!("{{\"field\": \"place\", \"type\": \"{kind}\", \"title\": null}}")
}

fn layers(layers: &[String]) -> String {
    format!("\"layer\": [{}]", layers.join(", "))
}

type Beside = Vec<(&'static str, Vec<Option<String>>)>;

fn curves_of(curves: &Curves, unit: Unit, words: &Words, mark: &str) -> (Beside, String) {
    let (x, mut beside, mut drawn) = (place(&curves.x), Beside::new(), Vec::new());
    if let Some(shading) = &curves.shading {
        let name = text(words.label(&shading.name));
        drawn.push(format!(
            "{{\"transform\": [{{\"filter\": \"datum.is_shaded\"}}], \"mark\": {{\"type\": \"rule\", \"opacity\": 0.15, \"strokeWidth\": 4, \
             \"tooltip\": {name}}}, \"encoding\": {{\"x\": {x}}}}}"
        ));
        beside.push(("is_shaded", shading.at.iter().map(|at| Some(at.to_string())).collect()));
    }
    for (index, line) in curves.series.iter().enumerate() {
        let (y, name) = (amount(&series(index), unit, unit.symbol()), text(words.label(&line.name)));
        drawn.push(format!(
            "{{\"mark\": {mark}, \"encoding\": {{\"x\": {x}, \"y\": {y}, \"color\": {{\"datum\": {name}, \"title\": null}}}}}}"
        ));
    }
    if !curves.marks.is_empty() {
        let mut names = vec![None; curves.x.len()];
        for mark in &curves.marks {
            names[mark.index as usize] = Some(text(words.label(&mark.name)));
        }
        beside.push(("mark", names));
        let marked = "\"transform\": [{\"filter\": \"isValid(datum.mark)\"}]";
        drawn.push(format!(
            "{{{marked}, \"mark\": {{\"type\": \"rule\", \"strokeDash\": [3, 3]}}, \"encoding\": {{\"x\": {x}}}}}"
        ));
        drawn.push(format!(
            "{{{marked}, \"mark\": {{\"type\": \"text\", \"align\": \"left\", \"dx\": 4, \"y\": 8}}, \
             \"encoding\": {{\"x\": {x}, \"text\": {{\"field\": \"mark\"}}}}}}"
        ));
    }
    (beside, layers(&drawn))
}

fn of_band(x: &Cells, unit: Unit) -> String {
    let (x, lower) = (place(x), amount("lower", unit, unit.symbol()));
    layers(&[
        format!(
            "{{\"mark\": {{\"type\": \"area\", \"opacity\": 0.3}}, \"encoding\": {{\"x\": {x}, \"y\": {lower}, \"y2\": {{\"field\": \"upper\"}}}}}}"
        ),
        format!(
            "{{\"mark\": {{\"type\": \"line\", \"point\": true}}, \"encoding\": {{\"x\": {x}, \"y\": {}}}}}",
            amount("estimate", unit, unit.symbol())
        ),
    ])
}

const BY_SIGN: &str =
    r##""color": {"condition": {"test": "datum.value < 0", "value": "#c2542d"}, "value": "#2a7f62"}"##;

fn of_bars(bars: &BarPlot, unit: Unit, words: &Words) -> String {
    let (y, x) = (names(bars, words, None), amount("value", unit, unit.symbol()));
    format!("\"mark\": \"bar\", \"encoding\": {{\"y\": {y}, \"x\": {x}, {BY_SIGN}}}")
}

/// Names in their order.
fn names(bars: &BarPlot, words: &Words, last: Option<&str>) -> String {
    let names = bars.names.iter().map(|name| words.label(name)).chain(last).map(text).collect::<Vec<_>>().join(", ");
    channel("name", "nominal", "", &format!(", \"sort\": [{names}]"))
}

/// Each step from the sum before it to the sum behind it, and the sum of all.
fn of_waterfall(bars: &BarPlot, unit: Unit, words: &Words) -> String {
    let sum = words.word("sum");
    let (y, to) = (names(bars, words, Some(sum)), amount("to", unit, unit.symbol()));
    let steps = "\"transform\": [{\"window\": [{\"op\": \"sum\", \"field\": \"value\", \"as\": \"to\"}]}, \
                 {\"calculate\": \"datum.to - datum.value\", \"as\": \"from\"}]";
    // Within an expression a text stands in its own quotes.
    let named = text(&format!("'{}'", sum.replace('\\', "\\\\").replace('\'', "\\'")));
    let whole = format!(
        "\"transform\": [{{\"aggregate\": [{{\"op\": \"sum\", \"field\": \"value\", \"as\": \"to\"}}]}}, {{\"calculate\": {named}, \"as\": \"name\"}}]"
    );
    layers(&[
        format!(
            "{{{steps}, \"mark\": \"bar\", \"encoding\": {{\"y\": {y}, \"x\": {to}, \"x2\": {{\"field\": \"from\"}}, {BY_SIGN}}}}}"
        ),
        format!(
            "{{{whole}, \"mark\": \"bar\", \"encoding\": {{\"y\": {y}, \"x\": {to}, \"color\": {{\"value\": \"#1f5fa8\"}}}}}}"
        ),
    ])
}

fn of_heat_map(map: &HeatMap, unit: Unit, words: &Words) -> String {
    let side = |field: &str, name, unit| {
        let rest = format_of(unit);
        channel(field, "ordinal", &words.heading(name, unit), &format!(", \"sort\": null{rest}"))
    };
    let (x, y) = (side("x", &map.x_name, map.x_unit), side("y", &map.y_name, map.y_unit));
    let scale = ", \"scale\": {\"scheme\": \"redyellowgreen\", \"domainMid\": 0}";
    let color = channel("value", "quantitative", unit.symbol(), scale);
    format!("\"mark\": \"rect\", \"encoding\": {{\"x\": {x}, \"y\": {y}, \"color\": {color}}}")
}

fn of_points(points: &ScatterPlot, unit: Unit, words: &Words) -> String {
    let x = amount("x", points.x_unit, &words.heading(&points.x_name, points.x_unit));
    let y = amount("value", unit, unit.symbol());
    let name = channel("name", "nominal", "", "");
    format!("\"mark\": \"point\", \"encoding\": {{\"x\": {x}, \"y\": {y}, \"tooltip\": {name}}}")
}

/// A cell where its row and its column meet.
fn of_table(table: &Table, words: &Words) -> String {
    let fields: Vec<String> = (0..table.columns.len()).map(|index| text(&cell(index))).collect();
    let names =
        table.columns.iter().enumerate().map(|(index, column)| {
            format!("{}: {}", text(&cell(index)), text(&words.heading(&column.name, column.unit)))
        });
    let label = text(&format!("({{{}}})[datum.value]", names.collect::<Vec<_>>().join(", ")));
    format!(
        "\"transform\": [{{\"window\": [{{\"op\": \"row_number\", \"as\": \"row\"}}]}}, {{\"fold\": [{}], \"as\": [\"column\", \"cell\"]}}], \
         \"mark\": \"text\", \"encoding\": {{\"x\": {{\"field\": \"column\", \"type\": \"nominal\", \"title\": null, \"sort\": null, \
         \"axis\": {{\"orient\": \"top\", \"labelExpr\": {label}, \"labelAngle\": 0}}}}, \
         \"y\": {{\"field\": \"row\", \"type\": \"ordinal\", \"axis\": null}}, \"text\": {{\"field\": \"cell\"}}}}",
        fields.join(", ")
    )
}

//! Plots as SVG: no script, no network, colors from the page's style sheet, and the content in words for those who do not see it.

mod axis;
mod bars;
mod curves;
mod fields;

use std::fmt::Write as _;

use super::html::{PLOT_STYLE, escape};
use super::number;
use super::words::Words;
use crate::document::{Plot, PlotShape};

/// Width of every plot, in the units that letters are 11.5 high in: it fits a telephone without shrinking them away.
const WIDTH: f64 = 380.0;

/// What a shape draws, and how high it is.
struct Drawing {
    body: String,
    height: f64,
}

/// A plot within a page that has the style.
pub(super) fn inline(plot: &Plot, words: &Words, id: usize) -> String {
    written(plot, words, id, "", "")
}

/// A plot as a file of its own, with the style inside and a ground to stand on.
pub(super) fn file(plot: &Plot, words: &Words) -> String {
    let style = format!("<style>{PLOT_STYLE}svg {{ background: var(--paper); }}</style>");
    written(plot, words, 0, " xmlns=\"http://www.w3.org/2000/svg\"", &style) + "\n"
}

fn written(plot: &Plot, words: &Words, id: usize, space: &str, style: &str) -> String {
    let Drawing { body, height } = match &plot.shape {
        PlotShape::Line(shape) => curves::draw(shape, plot.unit, words, false),
        PlotShape::Step(shape) => curves::draw(shape, plot.unit, words, true),
        PlotShape::Band(shape) => curves::band(shape, plot.unit),
        PlotShape::Bar(shape) => bars::draw(shape, plot.unit, words),
        PlotShape::Waterfall(shape) => bars::waterfall(shape, plot.unit, words),
        PlotShape::HeatMap(shape) => fields::heat_map(shape, plot.unit, words),
        PlotShape::Scatter(shape) => fields::scatter(shape, plot.unit, words),
        PlotShape::Table(table) => {
            Drawing { body: table_body(table, words), height: 20.0 + 18.0 * table.rows() as f64 }
        }
    };
    let title = escape(&words.caption(&plot.title, plot.unit, plot.source));
    let told = escape(&told(plot, words));
    format!(
        "<svg{space} role=\"img\" aria-labelledby=\"t{id} d{id}\" viewBox=\"0 0 {WIDTH} {height}\">\
         <title id=\"t{id}\">{title}</title><desc id=\"d{id}\">{told}</desc>{style}{body}</svg>"
    )
}

/// A table where only a drawing fits: its first two columns.
fn table_body(table: &crate::document::Table, words: &Words) -> String {
    let mut out = String::new();
    for row in 0..table.rows() {
        let y = 18.0 * (row + 1) as f64;
        for (column, (x, class)) in table.columns.iter().zip([(0.0, "key"), (WIDTH, "end")]) {
            let cell = column.cells.get(row).map_or(String::new(), |cell| words.shown(&cell, column.unit, true));
            let _ = write!(out, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\">{}</text>", escape(&cell));
        }
    }
    out
}

/// Columns of the data with their ends, in words.
fn told(plot: &Plot, words: &Words) -> String {
    let table = plot.table();
    let mut told = vec![format!("{}: {}", words.word("rows"), table.rows())];
    for column in &table.columns {
        let numbers: Vec<f64> = (0..table.rows()).filter_map(|row| column.cells.get(row)?.number()).collect();
        if let (Some((low, high)), Some(last)) = (axis::extent(numbers.iter().copied()), numbers.last()) {
            let [low, high, last] = [low, high, *last].map(|value| number::with_unit(value, column.unit));
            let name = words.label(&column.name);
            told.push(format!("{name}: {low} … {high}, {} {last}", words.word("last")));
        }
    }
    told.join("; ")
}

//! Bars from zero, and bars that begin where the one before them ends.

use std::fmt::Write as _;

use super::super::html::escape;
use super::super::number;
use super::super::words::Words;
use super::axis::{Scale, extent, rightward, ticks};
use super::{Drawing, WIDTH};
use crate::document::{BarPlot, Unit};

const NAMES: f64 = 142.0;
const RIGHT: f64 = WIDTH - 58.0;
const BAR: f64 = 19.0;
/// Width of a name that fits, in Latin letters of a wide typeface; the data behind the plot have all of it.
const LETTERS: f64 = 17.0;

struct Bar {
    name: String,
    from: f64,
    to: f64,
    class: &'static str,
    value: f64,
}

pub(super) fn draw(plot: &BarPlot, unit: Unit, words: &Words) -> Drawing {
    let bar = |(name, value): (&crate::document::Label, &f64)| Bar {
        name: words.label(name).to_owned(),
        from: 0.0,
        to: *value,
        class: if *value < 0.0 { "loss" } else { "gain" },
        value: *value,
    };
    drawn(&plot.names.iter().zip(&plot.values).map(bar).collect::<Vec<_>>(), unit)
}

pub(super) fn waterfall(plot: &BarPlot, unit: Unit, words: &Words) -> Drawing {
    let mut at = 0.0;
    let mut bars = Vec::with_capacity(plot.values.len() + 1);
    for (name, value) in plot.names.iter().zip(&plot.values) {
        let class = if *value < 0.0 { "loss" } else { "gain" };
        bars.push(Bar { name: words.label(name).to_owned(), from: at, to: at + value, class, value: *value });
        at += value;
    }
    bars.push(Bar { name: words.word("sum").to_owned(), from: 0.0, to: at, class: "sum", value: at });
    drawn(&bars, unit)
}

fn drawn(bars: &[Bar], unit: Unit) -> Drawing {
    let bottom = BAR * bars.len() as f64 + 2.0;
    let (low, high) = extent(bars.iter().flat_map(|bar| [bar.from, bar.to]).chain([0.0])).unwrap_or((0.0, 1.0));
    let marks = ticks(low, high, 4.0);
    let x = Scale::over(&marks, NAMES, RIGHT);
    let mut out = String::new();
    rightward(&mut out, &marks, &x, (0.0, bottom), unit);
    for (row, bar) in bars.iter().enumerate() {
        let top = BAR * row as f64;
        let (a, b) = (x.at(bar.from), x.at(bar.to));
        let (left, width) = if a < b { (a, b - a) } else { (b, a - b) };
        let (base, end) = (top + 14.0, NAMES - 6.0);
        let name = fitting(&bar.name);
        let _ = write!(out, "<text class=\"end\" x=\"{end}\" y=\"{base}\">{}</text>", escape(&name));
        let (y, height) = (top + 3.0, BAR - 6.0);
        let _ = write!(
            out,
            "<rect class=\"{}\" x=\"{left:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\" rx=\"2\"/>",
            bar.class
        );
        let after = left + width + 4.0;
        let value = number::written(bar.value, unit);
        let _ = write!(out, "<text class=\"key\" x=\"{after:.1}\" y=\"{base}\">{value}</text>");
    }
    Drawing { body: out, height: bottom + 22.0 }
}

/// What fits of a name; a Chinese letter is as wide as two others.
fn fitting(name: &str) -> String {
    let width = |letter: char| if letter >= '\u{2e80}' { 1.7 } else { 1.0 };
    if name.chars().map(width).sum::<f64>() <= LETTERS {
        return name.to_owned();
    }
    let mut used = 1.0;
    let fits = |letter: &char| {
        used += width(*letter);
        used <= LETTERS
    };
    name.chars().take_while(fits).chain(['…']).collect()
}

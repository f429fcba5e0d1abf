//! Two quantities against each other: heat maps and points.

use std::fmt::Write as _;

use super::super::html::escape;
use super::super::number;
use super::super::words::Words;
use super::axis::{Scale, extent, rightward, ticks, upward};
use super::{Drawing, WIDTH};
use crate::document::{HeatMap, ScatterPlot, Unit};

const LEFT: f64 = 52.0;
const RIGHT: f64 = WIDTH - 12.0;

/// Green above zero, red below, the stronger the further.
pub(super) fn heat_map(map: &HeatMap, unit: Unit, words: &Words) -> Drawing {
    let (columns, rows) = (map.x.len(), map.y.len());
    let (top, height) = (38.0, 26.0);
    let width = (RIGHT - LEFT) / if columns > 0 { columns as f64 } else { 1.0 };
    let most = map.values.iter().fold(0.0, |most: f64, value| if value.abs() > most { value.abs() } else { most });
    let mut out = String::new();
    let names = (words.heading(&map.x_name, map.x_unit), words.heading(&map.y_name, map.y_unit));
    let _ = write!(out, "<text class=\"end\" x=\"{RIGHT}\" y=\"12\">{} →</text>", escape(&names.0));
    let _ = write!(out, "<text x=\"0\" y=\"12\">{} ↓</text>", escape(&names.1));
    for (column, value) in map.x.iter().enumerate() {
        let (x, text) = (LEFT + width * (column as f64 + 0.5), number::short(whole(*value), map.x_unit));
        let _ = write!(out, "<text class=\"mid\" x=\"{x:.1}\" y=\"30\">{text}</text>");
    }
    for (row, value) in map.y.iter().enumerate() {
        let (y, text) = (top + height * row as f64 + 17.0, number::short(whole(*value), map.y_unit));
        let _ = write!(out, "<text class=\"end\" x=\"{}\" y=\"{y}\">{text}</text>", LEFT - 5.0);
        for column in 0..columns {
            let Some(value) = map.values.get(row * columns + column) else { continue };
            let (x, class) = (LEFT + width * column as f64, if *value < 0.0 { "loss" } else { "gain" });
            let strength = if most > 0.0 { 0.12 + 0.55 * value.abs() / most } else { 0.12 };
            let (y, w, h) = (top + height * row as f64, width - 1.0, height - 1.0);
            let _ = write!(
                out,
                "<rect class=\"{class}\" fill-opacity=\"{strength:.2}\" x=\"{x:.1}\" y=\"{y}\" width=\"{w:.1}\" height=\"{h}\"/>"
            );
            let (middle, text) = (x + width / 2.0, number::short(whole(*value), unit));
            let _ = write!(out, "<text class=\"key mid\" x=\"{middle:.1}\" y=\"{}\">{text}</text>", y + 17.0);
        }
    }
    Drawing { body: out, height: top + height * rows as f64 + 4.0 }
}

/// Three digits that count: more do not fit a cell.
fn whole(value: f64) -> f64 {
    let mut step = 1e-6;
    while step * 1000.0 < value.abs() && step < 1e290 {
        step *= 10.0;
    }
    (value / step).round() * step
}

pub(super) fn scatter(points: &ScatterPlot, unit: Unit, words: &Words) -> Drawing {
    let (top, bottom) = (22.0, 212.0);
    let ends = |values: &[f64]| extent(values.iter().copied()).unwrap_or((0.0, 1.0));
    let ((left, right), (low, high)) = (ends(&points.x), ends(&points.y));
    let (across, marks) = (ticks(left, right, 5.0), ticks(low, high, 5.0));
    let (x, y) = (Scale::over(&across, LEFT, RIGHT), Scale::over(&marks, bottom, top));
    let mut out = String::new();
    rightward(&mut out, &across, &x, (top, bottom), points.x_unit);
    upward(&mut out, &marks, &y, (LEFT, RIGHT), unit);
    let name = escape(&words.heading(&points.x_name, points.x_unit));
    let _ = write!(out, "<text class=\"end\" x=\"{RIGHT}\" y=\"12\">{name} →</text>");
    for ((name, right), up) in points.names.iter().zip(&points.x).zip(&points.y) {
        let (at, up) = (x.at(*right), y.at(*up));
        let name = escape(name);
        let _ =
            write!(out, "<circle class=\"dot\" cx=\"{at:.1}\" cy=\"{up:.1}\" r=\"3\"><title>{name}</title></circle>");
    }
    Drawing { body: out, height: bottom + 22.0 }
}

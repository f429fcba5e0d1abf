//! Lines, steps and bands over places in order.

use std::fmt::Write as _;

use super::super::html::escape;
use super::super::number;
use super::super::words::Words;
use super::axis::{Scale, extent, ticks, upward};
use super::{Drawing, WIDTH};
use crate::document::{BandPlot, Cells, Curves, Shown, Unit};

const LEFT: f64 = 46.0;
const RIGHT: f64 = WIDTH - 12.0;
const PLOT: f64 = 190.0;
const LINE: f64 = 16.0;
/// Places that are named below a plot: three where the names are as long as a day's, which do not fit more often beside each other.
const NAMED: usize = 4;
const SHORT: usize = 8;

/// Places across the plot: one after the other at equal distances.
fn across(count: usize) -> Scale {
    Scale::over(&[0.0, if count > 1 { (count - 1) as f64 } else { 1.0 }], LEFT, RIGHT)
}

/// Name of a place: as short as can be.
fn name(x: &Cells, row: usize) -> String {
    match x.get(row) {
        Some(Shown::Day(day)) => day.to_string(),
        Some(Shown::Instant(time)) => {
            let text = number::instant(time);
            if text.ends_with("00:00") || is_long(x) { text[..10].to_owned() } else { text[5..].to_owned() }
        }
        Some(Shown::Number(value)) => number::short(value, Unit::Number),
        Some(Shown::Text(text)) => text,
        _ => String::new(),
    }
}

/// Whether the plot is about more than some weeks: then the year counts, and the hour does not.
fn is_long(x: &Cells) -> bool {
    const WEEKS_MS: i64 = 60 * 86_400_000;
    match (x.get(0), x.get(x.len().saturating_sub(1))) {
        (Some(Shown::Instant(first)), Some(Shown::Instant(last))) => (last.to_ms() - first.to_ms()).abs() > WEEKS_MS,
        _ => false,
    }
}

/// Names of some places, evenly chosen, below the plot.
fn places(out: &mut String, x: &Cells, scale: &Scale, bottom: f64) {
    let last = x.len().saturating_sub(1);
    let most = if name(x, 0).chars().count() > SHORT { NAMED - 1 } else { NAMED };
    let marks = most.min(x.len());
    for mark in 0..marks {
        let row = if marks < 2 { 0 } else { last * mark / (marks - 1) };
        let class = match row {
            0 => "",
            _ if row == last => "end",
            _ => "mid",
        };
        let (at, y) = (scale.at(row as f64), bottom + 16.0);
        let _ = write!(out, "<text class=\"{class}\" x=\"{at:.1}\" y=\"{y}\">{}</text>", escape(&name(x, row)));
    }
}

pub(super) fn draw(curves: &Curves, unit: Unit, words: &Words, steps: bool) -> Drawing {
    let mut out = String::new();
    let shading = curves.shading.as_ref().filter(|shading| shading.at.contains(&true));
    let mut top = 8.0;
    if curves.series.len() > 1 {
        for (index, series) in curves.series.iter().enumerate() {
            let (y, name) = (top + 6.0, escape(words.label(&series.name)));
            let _ = write!(out, "<path class=\"s{index}\" d=\"M{LEFT} {y}H{}\"/>", LEFT + 26.0);
            let _ = write!(out, "<text class=\"key\" x=\"{}\" y=\"{}\">{name}</text>", LEFT + 32.0, y + 4.0);
            top += LINE;
        }
    }
    if let Some(shading) = shading {
        let (y, name) = (top, escape(words.label(&shading.name)));
        let _ = write!(out, "<rect class=\"band\" x=\"{LEFT}\" y=\"{y}\" width=\"26\" height=\"11\"/>");
        let _ = write!(out, "<text class=\"key\" x=\"{}\" y=\"{}\">{name}</text>", LEFT + 32.0, y + 10.0);
        top += LINE;
    }
    let bottom = top + PLOT;
    let all = curves.series.iter().flat_map(|series| series.values.iter().copied());
    let (low, high) = extent(all).unwrap_or((0.0, 1.0));
    // From zero, unless that would flatten the curve.
    let low = if low > 0.0 && low < 0.6 * high { 0.0 } else { low };
    let marks = ticks(low, high, 5.0);
    let y = Scale::over(&marks, bottom, top);
    let count = curves.x.len() + usize::from(steps);
    let x = across(count);
    if let Some(shading) = shading {
        let width = x.at(1.0) - x.at(0.0);
        for (row, _) in shading.at.iter().enumerate().filter(|(_, shaded)| **shaded) {
            let at = x.at(row as f64);
            let _ =
                write!(out, "<rect class=\"band\" x=\"{at:.1}\" y=\"{top}\" width=\"{width:.2}\" height=\"{PLOT}\"/>");
        }
    }
    upward(&mut out, &marks, &y, (LEFT, RIGHT), unit);
    places(&mut out, &curves.x, &x, bottom);
    for (index, series) in curves.series.iter().enumerate() {
        let mut path = String::new();
        for (row, value) in series.values.iter().enumerate() {
            let (at, up) = (x.at(row as f64), y.at(*value));
            let _ = match (row, steps) {
                (0, _) => write!(path, "M{at:.1} {up:.1}"),
                (_, false) => write!(path, "L{at:.1} {up:.1}"),
                (_, true) => write!(path, "H{at:.1}V{up:.1}"),
            };
        }
        if steps {
            let _ = write!(path, "H{:.1}", x.at((count - 1) as f64));
        }
        let _ = write!(out, "<path class=\"s{index}\" d=\"{path}\"/>");
    }
    for mark in &curves.marks {
        let at = x.at(f64::from(mark.index));
        let _ = write!(out, "<line class=\"axis\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{top}\" y2=\"{bottom}\"/>");
        let name = escape(words.label(&mark.name));
        // Towards the middle, where there is room.
        let (class, x) = if at > WIDTH / 2.0 { ("key end", at - 4.0) } else { ("key", at + 4.0) };
        let _ = write!(out, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{:.1}\">{name}</text>", top + 10.0);
    }
    Drawing { body: out, height: bottom + 24.0 }
}

pub(super) fn band(band: &BandPlot, unit: Unit) -> Drawing {
    if band.x.len() == 1 {
        return one_band(band, unit);
    }
    let mut out = String::new();
    let (top, bottom) = (8.0, 8.0 + PLOT);
    let all = band.lower.iter().chain(&band.middle).chain(&band.upper).copied();
    let (low, high) = extent(all).unwrap_or((0.0, 1.0));
    let marks = ticks(low, high, 5.0);
    let (x, y) = (across(band.x.len()), Scale::over(&marks, bottom, top));
    let point = |row: usize, value: f64| format!("{:.1},{:.1}", x.at(row as f64), y.at(value));
    let there = band.upper.iter().enumerate().map(|(row, value)| point(row, *value));
    let back = band.lower.iter().enumerate().rev().map(|(row, value)| point(row, *value));
    let area: Vec<String> = there.chain(back).collect();
    let middle: Vec<String> = band.middle.iter().enumerate().map(|(row, value)| point(row, *value)).collect();
    let _ = write!(out, "<polygon class=\"band\" points=\"{}\"/>", area.join(" "));
    upward(&mut out, &marks, &y, (LEFT, RIGHT), unit);
    places(&mut out, &band.x, &x, bottom);
    let _ = write!(out, "<polyline class=\"s0\" points=\"{}\"/>", middle.join(" "));
    Drawing { body: out, height: bottom + 24.0 }
}

/// One place: its band lies flat.
fn one_band(band: &BandPlot, unit: Unit) -> Drawing {
    let ends = band.lower.iter().zip(&band.middle).zip(&band.upper).next();
    let Some(((lower, middle), upper)) = ends else { return Drawing { body: String::new(), height: 20.0 } };
    let (low, high) = extent([*lower, *upper, 0.0].into_iter()).unwrap_or((0.0, 1.0));
    let marks = ticks(low * unit.scale(), high * unit.scale(), 5.0);
    let marks: Vec<f64> = marks.into_iter().map(|mark| mark / unit.scale()).collect();
    let x = Scale::over(&marks, 24.0, WIDTH - 24.0);
    let mut out = String::new();
    super::axis::rightward(&mut out, &marks, &x, (24.0, 70.0), unit);
    let (from, to, at) = (x.at(*lower), x.at(*upper), x.at(*middle));
    let _ = write!(out, "<rect class=\"band\" x=\"{from:.1}\" y=\"38\" width=\"{:.1}\" height=\"18\"/>", to - from);
    let _ = write!(out, "<circle class=\"dot\" cx=\"{at:.1}\" cy=\"47\" r=\"5\"/>");
    let _ = write!(out, "<text class=\"key mid\" x=\"{at:.1}\" y=\"16\">{}</text>", number::with_unit(*middle, unit));
    Drawing { body: out, height: 92.0 }
}

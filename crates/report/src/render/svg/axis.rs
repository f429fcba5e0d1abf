//! Scales and their marks.

use std::fmt::Write as _;

use super::super::number;
use crate::document::Unit;

/// Least and greatest, where there is one.
pub(super) fn extent(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |found, value| {
        let (low, high) = found.unwrap_or((value, value));
        Some((if value < low { value } else { low }, if value > high { value } else { high }))
    })
}

/// Round numbers, about `count` of them, from at or below `low` to at or above `high`.
pub(super) fn ticks(low: f64, high: f64, count: f64) -> Vec<f64> {
    let size = if high.abs() > low.abs() { high.abs() } else { low.abs() };
    let least = if size > 1e-280 { size * 1e-9 } else { 1.0 };
    let span = if high - low > least { high - low } else { least };
    let mut power = 1.0;
    while power * 10.0 * count < span && power < 1e300 {
        power *= 10.0;
    }
    while power * count > span && power > 1e-300 {
        power /= 10.0;
    }
    // power · count <= span < power · 10 · count
    let step = [10.0, 5.0, 2.0].into_iter().map(|n| n * power).rfind(|step| step * count >= span);
    let step = step.unwrap_or(10.0 * power);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let mut ticks = vec![first * step];
    let mut n = first;
    while n < last && ticks.len() < 50 {
        n += 1.0;
        ticks.push(n * step);
    }
    if ticks.len() < 2 {
        ticks.push((first + 1.0) * step);
    }
    ticks
}

/// From a range of values to a range of places.
pub(super) struct Scale {
    low: f64,
    per_value: f64,
    from: f64,
}

impl Scale {
    /// From the first to the last mark.
    pub(super) fn over(ticks: &[f64], from: f64, to: f64) -> Self {
        let low = ticks.first().copied().unwrap_or(0.0);
        let span = ticks.last().copied().unwrap_or(1.0) - low;
        Self { low, per_value: (to - from) / if span > 0.0 { span } else { 1.0 }, from }
    }

    pub(super) fn at(&self, value: f64) -> f64 {
        self.from + (value - self.low) * self.per_value
    }
}

/// Marks of the values, upward.
pub(super) fn upward(out: &mut String, ticks: &[f64], scale: &Scale, (left, right): (f64, f64), unit: Unit) {
    for tick in ticks {
        let y = scale.at(*tick);
        let class = if *tick == 0.0 { "axis" } else { "grid" };
        let _ = write!(out, "<line class=\"{class}\" x1=\"{left}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
        let (x, y, text) = (left - 5.0, y + 4.0, number::short(*tick, unit));
        let _ = write!(out, "<text class=\"end\" x=\"{x}\" y=\"{y:.1}\">{text}</text>");
    }
}

/// Marks of the values, to the right.
pub(super) fn rightward(out: &mut String, ticks: &[f64], scale: &Scale, (top, bottom): (f64, f64), unit: Unit) {
    for tick in ticks {
        let x = scale.at(*tick);
        let class = if *tick == 0.0 { "axis" } else { "grid" };
        let _ = write!(out, "<line class=\"{class}\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{top}\" y2=\"{bottom}\"/>");
        let (y, text) = (bottom + 15.0, number::short(*tick, unit));
        let _ = write!(out, "<text class=\"mid\" x=\"{x:.1}\" y=\"{y}\">{text}</text>");
    }
}

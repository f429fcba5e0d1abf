//! Plots as inline SVG: no script, no network, colors from the page's style sheet.

use std::fmt::Write as _;

use hashinsight::units::Date;

use crate::html::escape;
use crate::view::{Plot, grouped, percent};

const WIDTH: f64 = 860.0;
const MARGIN: f64 = 56.0;
const NAMES: f64 = 230.0;
const BAR: f64 = 20.0;

/// A plot as a figure with its title below.
pub(crate) fn render(plot: &Plot, id: usize) -> String {
    format!("<figure>{}<figcaption>{}</figcaption></figure>\n", svg(plot, id), escape(title(plot)))
}

fn title(plot: &Plot) -> &str {
    match plot {
        Plot::Days { title, .. } | Plot::Bars { title, .. } | Plot::Band { title, .. } | Plot::Series { title, .. } => {
            title
        }
    }
}

/// A plot with its title, and its content in words for those who do not see it.
pub(crate) fn svg(plot: &Plot, id: usize) -> String {
    let (told, height, body) = match plot {
        Plot::Days { unit, days, values, .. } => (told(days, values, unit), 300.0, line(days, values)),
        Plot::Bars { unit, bars, .. } => {
            let told = bars.iter().map(|(name, value)| format!("{name}: {} {unit}", grouped(*value, 2)));
            (told.collect::<Vec<_>>().join("; "), BAR * bars.len() as f64 + 40.0, self::bars(bars))
        }
        Plot::Band { lower, estimate, upper, .. } => {
            let told = format!("{} to {}, estimate {}", percent(*lower), percent(*upper), percent(*estimate));
            (told, 110.0, band(*lower, *estimate, *upper))
        }
        Plot::Series { unit, labels, series, steps, marks, shaded, .. } => {
            let one = |(name, values): &(&'static str, Vec<f64>)| {
                let (low, high) = extent(values.iter().copied());
                let last = values.last().map_or_else(String::new, |last| number(*last));
                format!("{name}: between {} and {}, last {last} {unit}", number(low), number(high))
            };
            let mut told: Vec<String> = series.iter().map(one).collect();
            told.extend(marks.iter().filter_map(|(at, what)| Some(format!("{what}: {}", labels.get(*at)?))));
            let hours = shaded.0.iter().filter(|shaded| **shaded).count();
            told.extend((hours > 0).then(|| format!("{}: {hours} of {}", shaded.1, labels.len())));
            (told.join("; "), 300.0, self::series(labels, series, *steps, marks, shaded))
        }
    };
    let (title, told) = (escape(title(plot)), escape(&told));
    format!(
        "<svg role=\"img\" aria-labelledby=\"t{id} d{id}\" viewBox=\"0 0 {WIDTH} {height}\">\
         <title id=\"t{id}\">{title}</title><desc id=\"d{id}\">{told}</desc>{body}</svg>"
    )
}

fn told(days: &[Date], values: &[f64], unit: &str) -> String {
    let (Some(first), Some(last)) = (days.iter().zip(values).next(), days.iter().zip(values).next_back()) else {
        return "no days".to_owned();
    };
    let (low, high) = extent(values.iter().copied());
    let number = |value: f64| grouped(value, 2);
    let ((from, start), (to, end)) = (first, last);
    let (start, end, low, high) = (number(*start), number(*end), number(low), number(high));
    format!("from {start} on {from} to {end} {unit} on {to}, between {low} and {high}")
}

/// Least and greatest.
fn extent(values: impl Iterator<Item = f64>) -> (f64, f64) {
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| {
        (if v < low { v } else { low }, if v > high { v } else { high })
    })
}

/// Round numbers, about `count` of them, from at or below `low` to at or above `high`.
fn ticks(low: f64, high: f64, count: f64) -> Vec<f64> {
    let span = if high > low { high - low } else { 1.0 };
    let mut power = 1.0;
    while power * 10.0 * count < span {
        power *= 10.0;
    }
    while power * count > span {
        power /= 10.0;
    }
    // power · count <= span < power · 10 · count
    let step = [10.0, 5.0, 2.0].into_iter().map(|n| n * power).rfind(|step| step * count >= span);
    let step = step.unwrap_or(10.0 * power);
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let mut ticks = vec![first * step];
    let mut n = first;
    while n < last {
        n += 1.0;
        ticks.push(n * step);
    }
    ticks
}

/// The range that ticks span.
fn ends(ticks: &[f64]) -> (f64, f64) {
    (ticks.first().copied().unwrap_or(0.0), ticks.last().copied().unwrap_or(1.0))
}

/// From a range of values to a range of pixels.
fn scale((low, high): (f64, f64), from: f64, to: f64) -> impl Fn(f64) -> f64 {
    move |value| from + (value - low) / (high - low) * (to - from)
}

fn line(days: &[Date], values: &[f64]) -> String {
    let (top, bottom, right) = (12.0, 268.0, WIDTH - MARGIN);
    let (low, high) = extent(values.iter().copied());
    let marks = ticks(if low > 0.0 { 0.0 } else { low }, high, 6.0);
    let y = scale(ends(&marks), bottom, top);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
    let x = scale((first.unix_day() as f64, last.unix_day() as f64), MARGIN, right);
    let mut out = String::new();
    for mark in &marks {
        let y = y(*mark);
        let _ = write!(out, "<line class=\"grid\" x1=\"{MARGIN}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
        let label = (MARGIN - 8.0, y + 4.0, grouped(*mark, 0));
        let _ = write!(out, "<text class=\"end\" x=\"{}\" y=\"{:.1}\">{}</text>", label.0, label.1, label.2);
    }
    for day in days.iter().filter(|day| day.day() == 1 && day.month() % 3 == 1) {
        let x = x(day.unix_day() as f64);
        let (year, month) = (day.year(), day.month());
        let _ = write!(out, "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{top}\" y2=\"{bottom}\"/>");
        let _ = write!(out, "<text class=\"mid\" x=\"{x:.1}\" y=\"{}\">{year}-{month:02}</text>", bottom + 20.0);
    }
    let points: Vec<String> = days
        .iter()
        .zip(values)
        .map(|(day, value)| format!("{:.1},{:.1}", x(day.unix_day() as f64), y(*value)))
        .collect();
    let _ = write!(out, "<polyline class=\"line\" points=\"{}\"/>", points.join(" "));
    if let Some(value) = values.last() {
        let _ = write!(out, "<circle class=\"dot\" cx=\"{right:.1}\" cy=\"{:.1}\" r=\"4\"/>", y(*value));
        let _ = write!(out, "<text class=\"key\" x=\"{}\" y=\"{:.1}\">{value:.2}</text>", right + 8.0, y(*value) + 4.0);
    }
    out
}

fn bars(bars: &[(String, f64)]) -> String {
    let bottom = BAR * bars.len() as f64;
    let (low, high) = extent(bars.iter().map(|(_, value)| *value).chain([0.0]));
    let marks = ticks(low, high, 6.0);
    let x = scale(ends(&marks), NAMES, WIDTH - MARGIN);
    let mut out = String::new();
    for mark in &marks {
        let x = x(*mark);
        let _ = write!(out, "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"0\" y2=\"{bottom}\"/>");
        let places = usize::from(marks.iter().any(|mark| mark.fract() != 0.0));
        let label = grouped(*mark, places);
        let _ = write!(out, "<text class=\"mid\" x=\"{x:.1}\" y=\"{}\">{label}</text>", bottom + 20.0);
    }
    let zero = x(0.0);
    for (i, (name, value)) in bars.iter().enumerate() {
        let (top, end) = (BAR * i as f64, x(*value));
        let (left, width, class) = if *value < 0.0 { (end, zero - end, "loss") } else { (zero, end - zero, "gain") };
        let (names, base) = (NAMES - 8.0, top + 14.0);
        let _ = write!(out, "<text class=\"end\" x=\"{names}\" y=\"{base}\">{}</text>", escape(name));
        let (y, height) = (top + 3.0, BAR - 6.0);
        let _ = write!(
            out,
            "<rect class=\"{class}\" x=\"{left:.1}\" y=\"{y}\" width=\"{width:.1}\" height=\"{height}\" rx=\"2\"/>"
        );
        let after = if *value < 0.0 { zero } else { end };
        let _ = write!(out, "<text class=\"key\" x=\"{:.1}\" y=\"{base}\">{}</text>", after + 6.0, grouped(*value, 2));
    }
    let _ = write!(out, "<line class=\"axis\" x1=\"{zero:.1}\" x2=\"{zero:.1}\" y1=\"0\" y2=\"{bottom}\"/>");
    out
}

fn band(lower: f64, estimate: f64, upper: f64) -> String {
    let (low, high) = extent([lower, upper, 0.0].into_iter());
    let marks = ticks(100.0 * low, 100.0 * high, 8.0);
    let x = scale(ends(&marks), MARGIN, WIDTH - MARGIN);
    let mut out = String::new();
    for mark in &marks {
        let (at, class) = (x(*mark), if *mark == 0.0 { "axis" } else { "grid" });
        let _ = write!(out, "<line class=\"{class}\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"24\" y2=\"76\"/>");
        let _ = write!(out, "<text class=\"mid\" x=\"{at:.1}\" y=\"96\">{} %</text>", (mark * 1e6).round() / 1e6);
    }
    let [left, middle, right] = [lower, estimate, upper].map(|change| x(100.0 * change));
    let width = right - left;
    let _ = write!(out, "<rect class=\"band\" x=\"{left:.1}\" y=\"38\" width=\"{width:.1}\" height=\"24\" rx=\"4\"/>");
    let _ = write!(out, "<line class=\"mark\" x1=\"{middle:.1}\" x2=\"{middle:.1}\" y1=\"32\" y2=\"68\"/>");
    let _ = write!(out, "<text class=\"mid key\" x=\"{middle:.1}\" y=\"16\">{}</text>", percent(estimate));
    out
}

/// A number with as many decimal places as its size needs.
fn number(value: f64) -> String {
    grouped(value, if value.abs() < 10.0 { 4 } else { 0 })
}

/// The least number of decimal places with which all marks of an axis are exact.
fn places(marks: &[f64]) -> usize {
    let mut factor = 1.0;
    for places in 0..6 {
        if marks.iter().all(|mark| ((mark * factor).round() - mark * factor).abs() < 1e-6) {
            return places;
        }
        factor *= 10.0;
    }
    6
}

/// Lines over named moments, the first solid, the second dashed, further ones dotted; a legend above.
fn series(
    labels: &[String],
    series: &[(&'static str, Vec<f64>)],
    steps: bool,
    marks: &[(usize, String)],
    (shaded, meaning): &(Vec<bool>, &'static str),
) -> String {
    let (top, bottom, left, right) = (30.0, 268.0, MARGIN + 24.0, WIDTH - 40.0);
    let (low, high) = extent(series.iter().flat_map(|(_, values)| values.iter().copied()).chain([0.0]));
    let rules = ticks(low, high, 6.0);
    let (y, places) = (scale(ends(&rules), bottom, top), places(&rules));
    let last = if steps { labels.len() } else { labels.len().saturating_sub(1) };
    let x = scale((0.0, if last > 0 { last as f64 } else { 1.0 }), left, right);
    let mut out = String::new();
    let mut from = 0;
    for stretch in shaded.chunk_by(|a, b| a == b) {
        let (at, width, height) = (x(from as f64), x(stretch.len() as f64) - x(0.0), bottom - top);
        from += stretch.len();
        if stretch[0] {
            let _ = write!(
                out,
                "<rect class=\"band\" x=\"{at:.1}\" y=\"{top}\" width=\"{width:.1}\" height=\"{height}\"/>"
            );
        }
    }
    for mark in &rules {
        let (y, class) = (y(*mark), if *mark == 0.0 { "axis" } else { "grid" });
        let _ = write!(out, "<line class=\"{class}\" x1=\"{left}\" x2=\"{right}\" y1=\"{y:.1}\" y2=\"{y:.1}\"/>");
        let (at, down, text) = (left - 8.0, y + 4.0, grouped(*mark, places));
        let _ = write!(out, "<text class=\"end\" x=\"{at}\" y=\"{down:.1}\">{text}</text>");
    }
    let eighth = labels.len().div_ceil(8).max(1);
    let every = if steps && eighth > 12 { eighth.next_multiple_of(24) } else { eighth }; // whole days of hours
    for (i, label) in labels.iter().enumerate().step_by(every) {
        let (at, down) = (x(i as f64), bottom + 20.0);
        let short = label.get(..10).unwrap_or(label);
        let _ = write!(out, "<line class=\"grid\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{top}\" y2=\"{bottom}\"/>");
        let _ = write!(out, "<text class=\"mid\" x=\"{at:.1}\" y=\"{down}\">{}</text>", escape(short));
    }
    for (i, what) in marks {
        let (at, beside, down) = (x(*i as f64), x(*i as f64) - 6.0, top + 12.0);
        let _ = write!(out, "<line class=\"axis\" x1=\"{at:.1}\" x2=\"{at:.1}\" y1=\"{top}\" y2=\"{bottom}\"/>");
        let _ = write!(out, "<text class=\"end key\" x=\"{beside:.1}\" y=\"{down}\">{}</text>", escape(what));
    }
    let mut legend = left;
    for (i, (name, values)) in series.iter().enumerate() {
        let class = ["line", "line other"].get(i).copied().unwrap_or("line third");
        let mut points: Vec<String> = Vec::new();
        for (at, value) in values.iter().enumerate() {
            points.push(format!("{:.1},{:.1}", x(at as f64), y(*value)));
            if steps {
                points.push(format!("{:.1},{:.1}", x((at + 1) as f64), y(*value)));
            }
        }
        let _ = write!(out, "<polyline class=\"{class}\" points=\"{}\"/>", points.join(" "));
        let (end, text) = (legend + 24.0, legend + 30.0);
        let _ = write!(out, "<line class=\"{class}\" x1=\"{legend}\" x2=\"{end}\" y1=\"14\" y2=\"14\"/>");
        let _ = write!(out, "<text class=\"key\" x=\"{text}\" y=\"18\">{}</text>", escape(name));
        legend += 140.0;
    }
    if shaded.contains(&true) {
        let text = legend + 30.0;
        let _ = write!(out, "<rect class=\"band\" x=\"{legend}\" y=\"8\" width=\"24\" height=\"12\"/>");
        let _ = write!(out, "<text class=\"key\" x=\"{text}\" y=\"18\">{}</text>", escape(meaning));
    }
    out
}

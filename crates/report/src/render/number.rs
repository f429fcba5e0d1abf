//! Numbers as people read them.

use hashinsight_units::Timestamp;

use crate::document::Unit;

/// A number with its thousands set apart.
///
/// ```
/// use hashinsight_report::render::grouped;
/// assert_eq!(grouped(1234567.891, 2), "1,234,567.89");
/// assert_eq!(grouped(-0.001, 2), "0.00"); // nothing is negative
/// ```
pub fn grouped(value: f64, places: usize) -> String {
    let text = format!("{:.places$}", value.abs());
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::new();
    if value < 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// A number in its unit, without the symbol.
pub(super) fn written(value: f64, unit: Unit) -> String {
    let scaled = value * unit.scale();
    let text = grouped(scaled, unit.places(scaled));
    if matches!(unit, Unit::Change) && value > 0.0 { format!("+{text}") } else { text }
}

/// A number with the symbol of its unit.
pub(super) fn with_unit(value: f64, unit: Unit) -> String {
    match unit.symbol() {
        "" => written(value, unit),
        symbol => format!("{} {symbol}", written(value, unit)),
    }
}

/// A number on an axis, as short as can be.
pub(super) fn short(value: f64, unit: Unit) -> String {
    let scaled = value * unit.scale();
    let size = scaled.abs();
    let (part, suffix) = match size {
        _ if size >= 1e15 => return format!("{scaled:.2e}"),
        _ if size >= 1e9 => (scaled / 1e9, "G"),
        _ if size >= 1e6 => (scaled / 1e6, "M"),
        _ if size >= 1e4 => (scaled / 1e3, "k"),
        _ => (scaled, ""),
    };
    let text = format!("{part:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = if text == "-0" { "0" } else { text };
    format!("{text}{suffix}")
}

/// An instant to the minute, UTC.
pub(super) fn instant(time: Timestamp) -> String {
    let text = time.to_string();
    let minute = text.get(..16).unwrap_or(&text);
    minute.replace('T', " ")
}

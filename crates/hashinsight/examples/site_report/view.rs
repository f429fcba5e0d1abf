//! What a section shows, whoever draws it: the text and the page are made of these and know nothing of mining.

use hashinsight::units::Date;
use hashinsight::units::Outcome;

/// One section.
pub(crate) struct View {
    pub(crate) title: &'static str,
    /// Names and values, in order.
    pub(crate) facts: Vec<(&'static str, String)>,
    pub(crate) plots: Vec<Plot>,
    pub(crate) tables: Vec<Table>,
    /// What a reader must know to read the figures right.
    pub(crate) notes: Vec<&'static str>,
}

/// A table; the first column names the row.
pub(crate) struct Table {
    pub(crate) caption: String,
    pub(crate) columns: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
}

/// A plot, with a title that says what and in which unit.
pub(crate) enum Plot {
    /// One value per day.
    Days { title: String, unit: &'static str, days: Vec<Date>, values: Vec<f64> },
    /// One bar per name, from zero to either side.
    Bars { title: String, unit: &'static str, bars: Vec<(String, f64)> },
    /// Several values per moment, with a name each; `labels` name the moments.
    Series {
        title: String,
        unit: &'static str,
        labels: Vec<String>,
        series: Vec<(&'static str, Vec<f64>)>,
        /// A value holds until the next moment, instead of being on a line towards it.
        steps: bool,
        /// What happens at a moment, by its index.
        marks: Vec<(usize, String)>,
        /// Moments to be set off, and what that means. Empty: none.
        shaded: (Vec<bool>, &'static str),
    },
    /// An estimate within its band, as fractions of 1.
    Band { title: String, lower: f64, estimate: f64, upper: f64 },
}

/// `1234567.891` as `1,234,567.89` with two places.
pub(crate) fn grouped(value: f64, places: usize) -> String {
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

/// A number, or the word for there being none.
pub(crate) fn outcome(value: Outcome, places: usize) -> String {
    outcome_with(value, |value| grouped(value, places))
}

/// As [`outcome`], with the number written by the caller.
pub(crate) fn outcome_with(value: Outcome, write: impl Fn(f64) -> String) -> String {
    match value {
        Outcome::Value(value) => write(value),
        Outcome::Never => "never".to_owned(),
        Outcome::Unbounded => "unbounded".to_owned(),
        _ => "undefined".to_owned(),
    }
}

/// A fraction as signed percent.
pub(crate) fn percent(fraction: f64) -> String {
    format!("{:+.2} %", 100.0 * fraction)
}

/// A difficulty in the customary trillions.
pub(crate) fn trillions(difficulty: f64) -> String {
    format!("{} T", grouped(difficulty / 1e12, 2))
}

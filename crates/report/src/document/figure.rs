//! A figure: name, value, unit and source.

use hashinsight_units::{Date, Outcome, Record, Timestamp};

use super::{SectionName, TextCode, Unit};

/// A word of the catalogue, or one that is nobody's but the site's.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
pub enum Label {
    /// Code of a text of the catalogue.
    #[record(example = "report.figure.earns")]
    Code(TextCode),
    /// Text as it stands, the same in every language.
    #[record(example = "Antminer S21")]
    Text(String),
}

impl Label {
    /// The name of a figure, `report.figure.<code>`.
    pub fn figure(code: &str) -> Self {
        Self::Code(TextCode::of(format!("report.figure.{code}")))
    }

    /// The name of a column or series, `report.column.<code>`.
    pub fn column(code: &str) -> Self {
        Self::Code(TextCode::of(format!("report.column.{code}")))
    }

    /// The title of a table or plot, `report.title.<code>`.
    pub fn title(code: &str) -> Self {
        Self::Code(TextCode::of(format!("report.title.{code}")))
    }

    /// A text that is the same in every language.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }
}

/// What a figure or a cell of a table shows.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Shown {
    /// A number, in the unit beside it.
    #[record(example = 73674.0)]
    Number(f64),
    /// A text that is the same in every language.
    #[record(example = "Antminer S21")]
    Text(String),
    /// Code of a text of the catalogue.
    #[record(example = "report.word.halving")]
    Code(TextCode),
    /// A day, UTC.
    #[record(example = "2026-06-20")]
    Day(Date),
    /// An instant, in Unix milliseconds UTC.
    #[record(example = 1781913600000)]
    Instant(Timestamp),
    /// It does not happen: no value is good enough.
    Never,
    /// There is no limit.
    Unbounded,
    /// Every value is good enough.
    Every,
    /// The question has no answer.
    Undefined,
    /// Nothing is known: code of what is missing in the site document.
    #[record(example = "report.missing.machine_price")]
    NoData(TextCode),
}

impl Shown {
    /// A word of the catalogue, `report.word.<code>`.
    pub fn word(code: &str) -> Self {
        Self::Code(TextCode::of(format!("report.word.{code}")))
    }

    /// The number, where it is one.
    pub const fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }
}

impl From<f64> for Shown {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Outcome> for Shown {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Value(number) => Self::Number(number),
            Outcome::Never => Self::Never,
            Outcome::Unbounded => Self::Unbounded,
            Outcome::Every => Self::Every,
            _ => Self::Undefined,
        }
    }
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Source {
    /// The sample days of the package.
    Sample,
    /// Days of the site's own file.
    Days,
    /// The site document, as its owner states it.
    Site,
    /// The site document, which calls it invented.
    Synthetic,
    /// The catalog of machines.
    Catalog,
    /// Calculated from days and site document.
    Calculated,
    /// Calculated under assumptions of the site document about what is to come.
    Assumed,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Figure {
    /// Name of the figure.
    pub name: Label,
    /// Value of the figure.
    pub value: Shown,
    /// Unit of the value, where it is a number.
    #[record(example = "usd")]
    pub unit: Unit,
    /// Source of the value.
    #[record(example = "site")]
    pub source: Source,
    /// Section that says why. Absent: the figure's own.
    pub link: Option<SectionName>,
}

impl Figure {
    pub(crate) fn of(code: &str, value: impl Into<Shown>, unit: Unit, source: Source) -> Self {
        Self::new(Label::figure(code), value.into(), unit, source)
    }
}

//! Tables, column by column.

use hashinsight_units::{Date, Record, Timestamp};

use super::{Label, Shown, TextCode, Unit};

/// Cells of a column: numbers, or what else is shown.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Cells {
    /// Numbers, in the unit of the column.
    Numbers(Vec<f64>),
    /// Numbers with words where there is none.
    Shown(Vec<Shown>),
    /// Texts that are the same in every language.
    Texts(Vec<String>),
    /// Codes of texts of the catalogue.
    Codes(Vec<TextCode>),
    /// Days, UTC.
    Days(Vec<Date>),
    /// Instants, in Unix milliseconds UTC.
    Instants(Vec<Timestamp>),
}

impl Cells {
    /// Number of cells.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(cells) => cells.len(),
            Self::Shown(cells) => cells.len(),
            Self::Texts(cells) => cells.len(),
            Self::Codes(cells) => cells.len(),
            Self::Days(cells) => cells.len(),
            Self::Instants(cells) => cells.len(),
        }
    }

    /// Whether there is no cell.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a cell shows, where there is one.
    pub fn get(&self, row: usize) -> Option<Shown> {
        Some(match self {
            Self::Numbers(cells) => Shown::Number(*cells.get(row)?),
            Self::Shown(cells) => cells.get(row)?.clone(),
            Self::Texts(cells) => Shown::Text(cells.get(row)?.clone()),
            Self::Codes(cells) => Shown::Code(cells.get(row)?.clone()),
            Self::Days(cells) => Shown::Day(*cells.get(row)?),
            Self::Instants(cells) => Shown::Instant(*cells.get(row)?),
        })
    }
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Column {
    /// Name of the column.
    pub name: Label,
    /// Unit of its numbers.
    #[record(example = "usd")]
    pub unit: Unit,
    /// Cells of the column, as many as the table has rows.
    pub cells: Cells,
}

impl Column {
    pub(crate) fn of(code: &str, unit: Unit, cells: Cells) -> Self {
        Self::new(Label::column(code), unit, cells)
    }

    pub(crate) fn numbers(code: &str, unit: Unit, numbers: Vec<f64>) -> Self {
        Self::of(code, unit, Cells::Numbers(numbers))
    }
}

/// A table; the first column names the row.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Table {
    /// Title of the table.
    pub title: Label,
    /// Columns, at least one, all of the same length.
    pub columns: Vec<Column>,
    /// Whether a page shows the table only when it is asked for.
    #[record(default = false)]
    pub folded: bool,
}

impl Table {
    pub(crate) fn of(code: &str, columns: Vec<Column>) -> Self {
        Self::new(Label::title(code), columns)
    }

    /// Number of rows.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |column| column.cells.len())
    }
}

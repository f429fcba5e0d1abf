//! Columns: rows of a record as typed slices, by name, and tables of answers.
//!
//! ```
//! use hashinsight_units::columns::{OnBadRow, RowStatus, rows};
//! use hashinsight_units::{EnergyPrice, Power, Record};
//!
//! /// One row of a batch of power bills.
//! #[derive(Clone, Copy, Debug, PartialEq, Record)]
//! #[record(columns = BillColumns)]
//! #[non_exhaustive]
//! pub struct BillRow {
//!     /// Power at the wall, in watts.
//!     pub power_w: Power,
//!     /// Price of a kilowatt-hour, in US dollars.
//!     pub power_price_usd_per_kwh: EnergyPrice,
//! }
//!
//! /// Answer of one row.
//! #[derive(Clone, Copy, Debug, PartialEq, Record)]
//! #[record(answer, table = BillTable)]
//! #[non_exhaustive]
//! pub struct BillLine {
//!     /// Cost of one hour, in US dollars.
//!     pub cost_usd: f64,
//!     /// State of the row.
//!     pub status: RowStatus,
//! }
//!
//! let columns = BillColumns { power_w: &[3500.0, -1.0], power_price_usd_per_kwh: &[0.06, 0.06] };
//! let bills = |on_bad_row| rows(columns, on_bad_row, |part: BillColumns<'_>, out: BillTablePart<'_>| {
//!     for ((cost, power), price) in out.cost_usd.iter_mut().zip(part.power_w).zip(part.power_price_usd_per_kwh) {
//!         *cost = power / 1e3 * price;
//!     }
//! });
//! let table: BillTable = bills(OnBadRow::Report)?;
//! assert_eq!((table.cost_usd[0], table.status[1]), (0.21, RowStatus::Refused));
//! let fault = bills(OnBadRow::Refuse).unwrap_err();
//! assert_eq!((fault.code(), fault.path().as_str()), ("units.power.out_of_range", "power_w[1]"));
//! # Ok::<(), hashinsight_units::Fault>(())
//! ```

mod cell;
mod inputs;
mod rows;

pub use cell::{Cell, Range};
pub use inputs::{Column, ColumnBuffer, ColumnKind, ColumnSpec, Inputs};
pub use rows::{CHUNK, rows, rows_into};

use crate::{Fault, Record};

/// What a batch does with a row that cannot be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum OnBadRow {
    /// The whole batch is refused with the first fault, by column, then by row.
    #[default]
    Refuse,
    /// The row is marked `refused` in the status column and its results are NaN; the other rows are computed. It is about numbers: a word
    /// that is unknown or absent refuses the batch.
    Report,
}

/// State of a row of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum RowStatus {
    /// Computed.
    #[default]
    Ok,
    /// There is no such value: it does not happen. The result is NaN.
    Never,
    /// Every bound is exceeded: there is no greatest value. The result is NaN.
    Unbounded,
    /// Every value is a solution. The result is NaN.
    Every,
    /// The question has no answer for these values. The result is NaN.
    Undefined,
    /// A value is outside its range. The results are NaN.
    Refused,
}

/// Rows of one record as typed slices of one length. The derive of records implements it for the struct that
/// `#[record(columns = Name)]` names.
pub trait Columns: Copy {
    /// Number of rows: the length of the first column.
    fn len(&self) -> usize;

    /// Whether there are no rows.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Refuses columns of different length.
    ///
    /// # Errors
    /// `<domain>.<column>.length`.
    fn check_lengths(&self) -> Result<(), Fault>;

    /// The rows of a range, which lies within the columns.
    #[must_use]
    fn part(&self, rows: std::ops::Range<usize>) -> Self;

    /// Whether every value is allowed.
    fn hold(&self) -> bool;

    /// Whether every value of a row is allowed.
    fn row_holds(&self, row: usize) -> bool;

    /// The first refused value, by column, then by row.
    fn fault(&self) -> Option<Fault>;
}

/// A record whose rows can come as columns.
pub trait Row: Sized {
    /// The columns.
    type Columns<'a>: Columns;
    /// Name, kind and meaning of each, in declared order.
    const SPECS: &'static [ColumnSpec];

    /// Finds the columns by name and hands them over: words are decoded before.
    ///
    /// # Errors
    /// `<domain>.request.unknown_field`, `<domain>.<column>.missing`, `several`, `wrong_type`, `unknown` and `length`.
    fn arrange<R>(inputs: &Inputs<'_, '_>, then: impl FnOnce(Self::Columns<'_>) -> R) -> Result<R, Fault>;

    /// One row of columns of one length, checked.
    ///
    /// # Errors
    /// What a value refuses, at `<column>[row]`.
    fn of(columns: &Self::Columns<'_>, row: usize) -> Result<Self, Fault>;
}

/// A table of answers. The derive of records implements it for the struct that `#[record(table = Name)]` names.
pub trait Table: Sized {
    /// One row.
    type Line;
    /// The rows of a range, to be written.
    type Part<'a>;
    /// Name, kind and meaning of each column, in declared order.
    const SPECS: &'static [ColumnSpec];

    /// So many rows of zeros, [`RowStatus::Ok`].
    fn with_rows(rows: usize) -> Self;

    /// Adds a row.
    fn push(&mut self, line: Self::Line);

    /// The table as a whole, to be written.
    fn whole(&mut self) -> Self::Part<'_>;

    /// The first column of a part that has not so many rows, and its length.
    fn uneven(part: &Self::Part<'_>, rows: usize) -> Option<(&'static str, usize)>;

    /// The rows of a range, which lies within the part.
    fn part<'a>(part: &'a mut Self::Part<'_>, rows: std::ops::Range<usize>) -> Self::Part<'a>;

    /// Marks a row as refused: its numbers are NaN.
    fn refuse(part: &mut Self::Part<'_>, row: usize);

    /// The columns, in declared order.
    fn into_buffers(self) -> Vec<ColumnBuffer>;
}

/// A record whose rows make a table.
pub trait Line: Sized {
    /// The table.
    type Table: Table<Line = Self>;
}

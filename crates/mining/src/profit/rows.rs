//! Rows that a batch cannot use.

use hashinsight_units::{FieldPath, UnitError};

use crate::MiningError;

/// Rows between two looks at whether one of them is refused.
pub(super) const BLOCK: usize = 1024;

/// What a batch does with a row that a unit refuses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OnBadRow {
    /// The whole batch is refused with the first fault, by column, then by row.
    #[default]
    Refuse,
    /// The row is marked in the status column and its results are NaN; the other rows are computed.
    Report,
}

/// Whether a row was computed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RowStatus {
    /// Computed.
    #[default]
    Ok,
    /// A unit refused one of its values; the results are NaN.
    Refused,
}

/// One input column: its name, its values, the closed range in which they must lie, and the typed refusal of a value
/// outside.
pub(super) struct Column<'a> {
    pub(super) name: &'static str,
    pub(super) values: &'a [f64],
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) refuse: &'a dyn Fn(f64) -> Result<(), Refusal>,
}

/// Why a value is refused, before the row is known.
pub(super) enum Refusal {
    /// By its unit.
    Unit(UnitError),
    /// By the mining crate.
    Field { field: &'static str, allowed: &'static str },
}

impl From<UnitError> for Refusal {
    fn from(error: UnitError) -> Self {
        Self::Unit(error)
    }
}

impl Column<'_> {
    pub(super) fn in_range(&self, row: usize) -> bool {
        let value = self.values[row];
        value >= self.low && value <= self.high
    }

    fn first_fault(&self) -> Option<MiningError> {
        let row = (0..self.values.len()).find(|row| !self.in_range(*row))?;
        let value = self.values[row];
        let path = FieldPath::new(self.name).index(row);
        match (self.refuse)(value) {
            Ok(()) => None,
            Err(Refusal::Unit(source)) => Some(MiningError::Unit { path, source }),
            Err(Refusal::Field { field, allowed }) if !value.is_finite() => {
                Some(MiningError::NotFinite { field, path, value: value.to_string(), allowed })
            }
            Err(Refusal::Field { field, allowed }) => Some(MiningError::out_of_range(field, path, value, allowed)),
        }
    }
}

/// The first fault by column, then by row.
pub(super) fn first_fault(columns: &[Column<'_>]) -> Option<MiningError> {
    columns.iter().find_map(Column::first_fault)
}

/// Every column must be as long as the first.
pub(super) fn check_length(column: &'static str, rows: usize, expected: usize) -> Result<(), MiningError> {
    if rows == expected { Ok(()) } else { Err(MiningError::Length { column, rows, expected }) }
}

//! Rows of a batch: checked by column, computed in lanes or one by one, each with the bits of the single form.

use multiversion::multiversion;

use crate::DerivativesError;

/// What a batch does with a row that cannot be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum BadRows {
    /// The whole batch is refused with the first fault, by column, then by row.
    #[default]
    Refuse,
    /// The row is marked in the status column and its results are NaN; the other rows are computed.
    Report,
}

/// What became of a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RowState {
    /// Computed.
    #[default]
    Ok,
    /// It does not happen: there is no such price. The result is NaN.
    Never,
    /// The question has no answer for these values. The result is NaN.
    Undefined,
    /// A value is out of its range. The results are NaN.
    Refused,
}

impl RowState {
    /// The words of a status column, in the order of [`code`](Self::code).
    pub const WORDS: &'static [&'static str] = &["ok", "never", "undefined", "refused"];

    /// Place in [`WORDS`](Self::WORDS).
    pub const fn code(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::Never => 1,
            Self::Undefined => 2,
            Self::Refused => 3,
        }
    }
}

/// The numbers that a column may hold: `low..=high` without the open interval `gap`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Range {
    low: f64,
    high: f64,
    gap: [f64; 2],
}

impl Range {
    pub(crate) const fn new(low: f64, high: f64) -> Self {
        Self { low, high, gap: [low, low] }
    }

    /// Without the numbers between 0 and `least`.
    pub(crate) const fn zero_or_from(self, least: f64) -> Self {
        Self { gap: [0.0, least], ..self }
    }

    #[inline(always)]
    pub(crate) const fn holds(self, value: f64) -> bool {
        let Self { low, high, gap } = self;
        value >= low && value <= high && (value <= gap[0] || value >= gap[1])
    }
}

/// A quantity that a column can hold.
pub(crate) trait Bounded {
    const RANGE: Range;
    const ALLOWED: &'static str;
}

/// One input column and what it may hold.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column<'a> {
    name: &'static str,
    values: &'a [f64],
    range: Range,
    allowed: &'static str,
}

impl<'a> Column<'a> {
    pub(crate) const fn of<Q: Bounded>(name: &'static str, values: &'a [f64]) -> Self {
        Self { name, values, range: Q::RANGE, allowed: Q::ALLOWED }
    }

    /// Each 1 or -1.
    pub(crate) const fn of_signs(name: &'static str, values: &'a [f64]) -> Self {
        Self { name, values, range: Range { low: -1.0, high: 1.0, gap: [-1.0, 1.0] }, allowed: "-1 or 1" }
    }

    /// The first refused value, as an error.
    fn fault(&self) -> Option<DerivativesError> {
        let row = self.values.iter().position(|value| !self.range.holds(*value))?;
        Some(DerivativesError::refuse(self.name, self.values[row], self.allowed).in_row(row))
    }
}

/// Whether every value of a part of a column is allowed.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn all_hold(range: Range, values: &[f64]) -> bool {
    values.iter().fold(true, |all, value| all & range.holds(*value))
}

/// Rows per call of a kernel: its columns stay in the nearest cache.
pub(crate) const CHUNK: usize = 512;

/// Results of `N` columns and the state of each row.
pub(crate) type Table<const N: usize> = ([Vec<f64>; N], Vec<RowState>);

/// Runs a kernel over parts of the columns: `kernel(inputs, results, states)`, where all states are [`RowState::Ok`] before. Rows with refused
/// values are computed too and overwritten: a kernel must bear any number.
pub(crate) fn table<const C: usize, const N: usize>(
    columns: &[Column<'_>; C],
    on_bad_row: BadRows,
    mut kernel: impl FnMut([&[f64]; C], [&mut [f64]; N], &mut [RowState]),
) -> Result<Table<N>, DerivativesError> {
    let rows = columns[0].values.len();
    for column in columns {
        if column.values.len() != rows {
            return Err(DerivativesError::Length { column: column.name, rows: column.values.len(), expected: rows });
        }
    }
    let mut results: [Vec<f64>; N] = std::array::from_fn(|_| vec![0.0; rows]);
    let mut states = vec![RowState::Ok; rows];
    let mut outputs = results.each_mut().map(|column| column.chunks_mut(CHUNK));
    for (part, states) in states.chunks_mut(CHUNK).enumerate() {
        let place = part * CHUNK..part * CHUNK + states.len();
        let inputs = columns.map(|column| &column.values[place.clone()]);
        let mut outputs = outputs
            .each_mut()
            .map(|column| column.next().unwrap_or_else(|| unreachable!("results have as many rows as states")));
        let good = (0..C).all(|i| all_hold(columns[i].range, inputs[i]));
        if !good && on_bad_row == BadRows::Refuse {
            let fault = columns.iter().find_map(Column::fault);
            return Err(fault.unwrap_or_else(|| unreachable!("the lanes refused a row, so the search by row finds it")));
        }
        kernel(inputs, outputs.each_mut().map(|column| &mut **column), states);
        if !good {
            for (row, state) in states.iter_mut().enumerate() {
                if (0..C).any(|i| !columns[i].range.holds(inputs[i][row])) {
                    *state = RowState::Refused;
                    for column in &mut outputs {
                        column[row] = f64::NAN;
                    }
                }
            }
        }
    }
    Ok((results, states))
}

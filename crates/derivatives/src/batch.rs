//! Rows of a batch: checked by column, computed one by one, each with the bits of the single form.

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

/// One input column and the check of a value in its name.
pub(crate) struct Column<'a> {
    pub(crate) name: &'static str,
    pub(crate) values: &'a [f64],
    pub(crate) check: fn(&'static str, f64) -> Result<(), DerivativesError>,
}

/// Results of `N` columns and the state of each row.
pub(crate) type Table<const N: usize> = ([Vec<f64>; N], Vec<RowState>);

/// Runs `compute` over the rows, with the values in the order of the columns.
pub(crate) fn table<const C: usize, const N: usize>(
    columns: &[Column<'_>; C],
    on_bad_row: BadRows,
    compute: impl Fn([f64; C]) -> Result<([f64; N], RowState), DerivativesError>,
) -> Result<Table<N>, DerivativesError> {
    let rows = columns[0].values.len();
    for column in columns {
        if column.values.len() != rows {
            return Err(DerivativesError::Length { column: column.name, rows: column.values.len(), expected: rows });
        }
    }
    if on_bad_row == BadRows::Refuse {
        for column in columns {
            for (row, value) in column.values.iter().enumerate() {
                (column.check)(column.name, *value).map_err(|error| error.in_row(row))?;
            }
        }
    }
    let mut results: [Vec<f64>; N] = std::array::from_fn(|_| vec![f64::NAN; rows]);
    let mut states = vec![RowState::Refused; rows];
    for row in 0..rows {
        let values: [f64; C] = std::array::from_fn(|i| columns[i].values[row]);
        let good = columns.iter().zip(values).all(|(column, value)| (column.check)(column.name, value).is_ok());
        let computed = if good { compute(values) } else { continue };
        match computed {
            Ok((cells, state)) => {
                for (result, cell) in results.iter_mut().zip(cells) {
                    result[row] = cell;
                }
                states[row] = state;
            }
            Err(error) if on_bad_row == BadRows::Refuse => return Err(error.in_row(row)),
            Err(_) => {}
        }
    }
    Ok((results, states))
}

/// A check for columns whose values are 0 or 1, -1 or 1.
pub(crate) fn one_of(field: &'static str, value: f64, allowed: [f64; 2]) -> Result<(), DerivativesError> {
    if allowed.contains(&value) {
        return Ok(());
    }
    let error = DerivativesError::refuse(field, value, format!("{} or {}", allowed[0], allowed[1]));
    Err(error)
}

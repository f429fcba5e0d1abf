//! The one batch engine: rows in parts that stay in the nearest cache, each with the bits of the single form.

use super::{Columns, Inputs, OnBadRow, Table};
use crate::Fault;

/// Most rows per call of a kernel. Less than a page of numbers: parts of whole pages would compete for the same lines of the nearest cache.
pub const CHUNK: usize = 384;

/// Runs a kernel over parts of the columns: `kernel(columns, table)`, where every status is [`RowStatus::Ok`](super::RowStatus::Ok) before.
///
/// Rows with refused values are computed too and overwritten, so a kernel must bear any number.
///
/// # Errors
/// `<domain>.<column>.length` for columns of different length; with [`OnBadRow::Refuse`] the first refused value, by column, then by row.
pub fn rows<C: Columns, T: Table>(
    columns: C,
    on_bad_row: OnBadRow,
    kernel: impl FnMut(C, T::Part<'_>),
) -> Result<T, Fault> {
    columns.check_lengths()?;
    let mut table = T::with_rows(columns.len());
    fill::<C, T>(columns, &mut table.whole(), on_bad_row, kernel)?;
    Ok(table)
}

/// [`rows`] into the caller's memory. Where a bad row refuses the batch, every row is marked as refused; for another refusal the memory is
/// untouched.
///
/// # Errors
/// As [`rows`], and `<domain>.<column>.length` for a table one of whose columns has another length.
pub fn rows_into<C: Columns, T: Table>(
    columns: C,
    domain: &str,
    out: &mut T::Part<'_>,
    on_bad_row: OnBadRow,
    kernel: impl FnMut(C, T::Part<'_>),
) -> Result<(), Fault> {
    columns.check_lengths()?;
    let rows = columns.len();
    if let Some((column, length)) = T::uneven(out, rows) {
        Inputs::check_lengths(domain, &[("each column that comes in", rows), (column, length)])?;
    }
    fill::<C, T>(columns, out, on_bad_row, kernel).inspect_err(|_| (0..rows).for_each(|row| T::refuse(out, row)))
}

fn fill<C: Columns, T: Table>(
    columns: C,
    out: &mut T::Part<'_>,
    on_bad_row: OnBadRow,
    mut kernel: impl FnMut(C, T::Part<'_>),
) -> Result<(), Fault> {
    for start in (0..columns.len()).step_by(CHUNK) {
        let place = start..columns.len().min(start + CHUNK);
        let part = columns.part(place.clone());
        let mut written = T::part(out, place);
        // The kernel first: it reads all columns side by side, and the check finds them in the cache.
        kernel(part, T::part(&mut written, 0..part.len()));
        if part.hold() {
            continue;
        }
        if on_bad_row == OnBadRow::Refuse {
            let fault = columns.fault();
            return Err(fault.unwrap_or_else(|| unreachable!("a part does not hold: one of its values is refused")));
        }
        for row in (0..part.len()).filter(|row| !part.row_holds(*row)) {
            T::refuse(&mut written, row);
        }
    }
    Ok(())
}

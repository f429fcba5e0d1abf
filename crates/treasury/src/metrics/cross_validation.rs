//! Folds of a cross-validation in time, purged and with an embargo (López de Prado 2018, "Advances in financial machine learning", 7).

use std::ops::Range;

use hashinsight_units::Error;

use super::refuse;

/// One fold: rows to test, and the rows before and after them to train with.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct PurgedFold {
    /// Rows that are tested.
    pub test: Range<usize>,
    /// Rows to train with that end, with what they look ahead, before the test.
    pub before: Range<usize>,
    /// Rows to train with that begin after the test, what it looks ahead, and the embargo.
    pub after: Range<usize>,
}

/// Folds of consecutive rows, each of which looks `horizon` rows ahead: rows whose sight overlaps that of the test are purged, and the
/// `embargo` rows that follow it are left out. Fold `i` of `k` tests the rows `n i / k` to `n (i + 1) / k`, rounded down.
///
/// ```
/// use hashinsight_treasury::metrics::purged_folds;
/// let second = &purged_folds(100, 5, 3, 2)?[1];
/// assert_eq!((second.test.clone(), second.before.clone(), second.after.clone()), (20..40, 0..17, 45..100));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.folds.out_of_range` for fewer than 2 folds, and for more folds than rows.
pub fn purged_folds(rows: usize, folds: usize, horizon: usize, embargo: usize) -> Result<Vec<PurgedFold>, Error> {
    if folds < 2 || folds > rows {
        return Err(refuse::out_of_range("folds", folds, format!("2 to {rows}, the number of rows")));
    }
    let bound = |fold: usize| rows * fold / folds;
    let fold = |fold: usize| {
        let test = bound(fold)..bound(fold + 1);
        let resumed = test.end.saturating_add(horizon).saturating_add(embargo).min(rows);
        PurgedFold { before: 0..test.start.saturating_sub(horizon), after: resumed..rows, test }
    };
    Ok((0..folds).map(fold).collect())
}

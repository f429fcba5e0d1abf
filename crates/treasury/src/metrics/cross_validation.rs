//! Folds of a cross-validation in time, purged and with an embargo: one after the other, or every choice of several (López de Prado 2018,
//! "Advances in financial machine learning", 7 and 12), and those of a walk forward.

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

/// Rows to test, and rows to train with, of one split of time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TimeSplit {
    /// Rows that are tested, in order, without overlap.
    pub test: Vec<Range<usize>>,
    /// Rows to train with, in order, without overlap.
    pub train: Vec<Range<usize>>,
}

/// Every choice of `tested` of `groups` groups of consecutive rows, in the order of the numbers of the groups: combinatorial purged
/// cross-validation. Each group is tested in `C(groups - 1, tested - 1)` splits, so that as many paths run through all rows; what a row may
/// train is as in [`purged_folds`], around each group that is tested.
///
/// ```
/// use hashinsight_treasury::metrics::combinatorial_folds;
/// let splits = combinatorial_folds(60, 6, 2, 1, 0)?;
/// assert_eq!(splits.len(), 15); // and 5 paths
/// assert_eq!((splits[1].test.clone(), splits[1].train.clone()), (vec![0..10, 20..30], vec![11..19, 31..60]));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.groups.out_of_range` for fewer than 2 groups, more than 16, and more than rows; `treasury.test_groups.out_of_range` unless 1 or more
/// are tested and 1 or more are not.
pub fn combinatorial_folds(
    rows: usize,
    groups: usize,
    tested: usize,
    horizon: usize,
    embargo: usize,
) -> Result<Vec<TimeSplit>, Error> {
    let most = rows.min(16);
    if groups < 2 || groups > most {
        return Err(refuse::out_of_range("groups", groups, format!("2 to {most}")));
    }
    if tested == 0 || tested >= groups {
        return Err(refuse::out_of_range("test_groups", tested, format!("1 to {}", groups - 1)));
    }
    let bound = |group: usize| rows * group / groups;
    let split = |chosen: Vec<usize>| {
        let test: Vec<Range<usize>> = chosen.iter().map(|group| bound(*group)..bound(group + 1)).collect();
        let (mut train, mut from) = (Vec::new(), 0);
        for range in &test {
            let until = range.start.saturating_sub(horizon);
            if from < until {
                train.push(from..until);
            }
            from = range.end.saturating_add(horizon).saturating_add(embargo).min(rows);
        }
        if from < rows {
            train.push(from..rows);
        }
        TimeSplit { test, train }
    };
    Ok(choices(groups, tested).map(split).collect())
}

/// Choices of so many of the first numbers, each in order, the least first.
fn choices(of: usize, count: usize) -> impl Iterator<Item = Vec<usize>> {
    let first: Vec<usize> = (0..count).collect();
    std::iter::successors(Some(first), move |last| {
        let at = (0..count).rev().find(|at| last[*at] < of - count + at)?;
        let mut next = last.clone();
        next[at] += 1;
        (at + 1..count).for_each(|later| next[later] = next[later - 1] + 1);
        Some(next)
    })
}

/// A walk forward: so many rows to train with, then so many to test, then on by what was tested. Anchored, the training begins at the first row
/// and grows; otherwise it rolls. Rows at the end that fill no test are not used.
///
/// ```
/// use hashinsight_treasury::metrics::walk_forward;
/// let splits = walk_forward(25, 10, 5, false)?;
/// assert_eq!((splits.len(), splits[2].train.clone(), splits[2].test.clone()), (3, vec![10..20], vec![20..25]));
/// assert_eq!(walk_forward(25, 10, 5, true)?[2].train, vec![0..20]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.train.out_of_range` and `treasury.test.out_of_range` for 0, and where both together exceed the rows.
pub fn walk_forward(rows: usize, train: usize, test: usize, is_anchored: bool) -> Result<Vec<TimeSplit>, Error> {
    if train == 0 || train >= rows {
        return Err(refuse::out_of_range("train", train, format!("1 to {}", rows.saturating_sub(1))));
    }
    if test == 0 || test > rows - train {
        return Err(refuse::out_of_range("test", test, format!("1 to {}", rows - train)));
    }
    let split = |begin: usize| {
        let from = if is_anchored { 0 } else { begin - train };
        #[expect(clippy::single_range_in_vec_init, reason = "a list of ranges, of which there is one")]
        TimeSplit { test: vec![begin..begin + test], train: vec![from..begin] }
    };
    Ok((train..=rows - test).step_by(test).map(split).collect())
}

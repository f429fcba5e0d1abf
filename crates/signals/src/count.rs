//! Numbers of rows as documents hold them.

/// A number of rows in memory: below 2^32.
pub(crate) fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or_else(|_| unreachable!("2^32 rows in memory"))
}

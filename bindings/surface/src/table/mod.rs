//! The table, a file per domain.

mod border;
#[cfg(feature = "derivatives")]
mod derivatives;
#[cfg(feature = "feeds")]
mod feeds;
#[cfg(feature = "mining")]
mod mining;

use crate::Operation;

pub(crate) const TABLES: &[&[Operation]] = &[
    border::TABLE,
    #[cfg(feature = "derivatives")]
    derivatives::TABLE,
    #[cfg(feature = "feeds")]
    feeds::TABLE,
    #[cfg(feature = "mining")]
    mining::TABLE,
];

//! The table, a file per domain.

mod border;
#[cfg(feature = "derivatives")]
mod derivatives;
#[cfg(feature = "feeds")]
mod feeds;
#[cfg(feature = "mining")]
mod mining;
#[cfg(feature = "mining")]
mod mining_projects;
#[cfg(feature = "mining")]
mod mining_sites;
#[cfg(feature = "signals")]
mod signals;

use crate::Operation;

pub(crate) const TABLES: &[&[Operation]] = &[
    border::TABLE,
    #[cfg(feature = "derivatives")]
    derivatives::TABLE,
    #[cfg(feature = "feeds")]
    feeds::TABLE,
    #[cfg(feature = "mining")]
    mining::TABLE,
    #[cfg(feature = "mining")]
    mining_sites::TABLE,
    #[cfg(feature = "mining")]
    mining_projects::TABLE,
    #[cfg(feature = "signals")]
    signals::TABLE,
];

//! The table, a file per domain.

mod border;
#[cfg(feature = "mining")]
mod mining;
#[cfg(feature = "mining")]
mod mining_projects;
#[cfg(feature = "mining")]
mod mining_sites;

use crate::Operation;

pub(crate) const TABLES: &[&[Operation]] = &[
    border::TABLE,
    #[cfg(feature = "mining")]
    mining::TABLE,
    #[cfg(feature = "mining")]
    mining_sites::TABLE,
    #[cfg(feature = "mining")]
    mining_projects::TABLE,
];

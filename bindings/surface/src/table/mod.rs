//! The table, a file per domain.

mod border;
#[cfg(feature = "derivatives")]
mod derivatives;
#[cfg(feature = "feeds")]
mod feeds;
#[cfg(feature = "mining")]
mod mining;
#[cfg(feature = "mining")]
mod mining_dispatch;
#[cfg(feature = "mining")]
mod mining_forecast;
#[cfg(feature = "mining")]
mod mining_payout;
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
    mining_dispatch::TABLE,
    #[cfg(feature = "mining")]
    mining_payout::TABLE,
    #[cfg(feature = "mining")]
    mining_forecast::TABLE,
    #[cfg(feature = "signals")]
    signals::TABLE,
];

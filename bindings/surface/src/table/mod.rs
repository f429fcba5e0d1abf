//! The table, a file per domain.

#[cfg(feature = "border")]
mod border;
#[cfg(feature = "crm")]
mod crm;
#[cfg(feature = "derivatives")]
mod derivatives;
#[cfg(any(feature = "feeds_chain", feature = "feeds_exchanges"))]
mod feeds;
#[cfg(any(feature = "feeds_chain", feature = "feeds_exchanges"))]
mod feeds_collector;
#[cfg(feature = "feeds_files")]
mod feeds_files;
#[cfg(feature = "insurance")]
mod insurance;
#[cfg(feature = "insurance")]
mod insurance_book;
#[cfg(feature = "insurance")]
mod insurance_claim;
#[cfg(feature = "insurance")]
mod insurance_quote;
#[cfg(feature = "mining_core")]
mod mining;
#[cfg(feature = "mining")]
mod mining_dispatch;
#[cfg(feature = "mining")]
mod mining_forecast;
#[cfg(feature = "mining")]
mod mining_network;
#[cfg(feature = "mining")]
mod mining_payout;
#[cfg(feature = "mining")]
mod mining_sites;
#[cfg(feature = "report")]
mod report;
#[cfg(feature = "signals")]
mod signals;
#[cfg(feature = "signals")]
mod signals_modules;
#[cfg(feature = "texts")]
mod texts;
#[cfg(feature = "treasury")]
mod treasury;
#[cfg(feature = "treasury")]
mod treasury_backtest;
#[cfg(feature = "treasury")]
mod treasury_policy;

use crate::Operation;
#[cfg(all(feature = "feeds", feature = "mining"))]
use crate::Part;

pub(crate) const TABLES: &[&[Operation]] = &[
    #[cfg(feature = "border")]
    border::TABLE,
    #[cfg(feature = "crm")]
    crm::TABLE,
    #[cfg(feature = "derivatives")]
    derivatives::TABLE,
    #[cfg(any(feature = "feeds_chain", feature = "feeds_exchanges"))]
    feeds::TABLE,
    #[cfg(feature = "feeds_files")]
    feeds_files::TABLE,
    #[cfg(any(feature = "feeds_chain", feature = "feeds_exchanges"))]
    feeds_collector::TABLE,
    #[cfg(feature = "insurance")]
    insurance::TABLE,
    #[cfg(feature = "insurance")]
    insurance_quote::TABLE,
    #[cfg(feature = "insurance")]
    insurance_book::TABLE,
    #[cfg(feature = "insurance")]
    insurance_claim::TABLE,
    #[cfg(feature = "mining_core")]
    mining::TABLE,
    #[cfg(feature = "mining")]
    mining_network::TABLE,
    #[cfg(feature = "mining")]
    mining_sites::TABLE,
    #[cfg(feature = "mining")]
    mining_dispatch::TABLE,
    #[cfg(feature = "mining")]
    mining_payout::TABLE,
    #[cfg(feature = "mining")]
    mining_forecast::TABLE,
    #[cfg(feature = "report")]
    report::TABLE,
    #[cfg(feature = "signals")]
    signals::TABLE,
    #[cfg(feature = "signals")]
    signals_modules::TABLE,
    #[cfg(feature = "texts")]
    texts::TABLE,
    #[cfg(feature = "treasury")]
    treasury::TABLE,
    #[cfg(feature = "treasury")]
    treasury_policy::TABLE,
    #[cfg(feature = "treasury")]
    treasury_backtest::TABLE,
];

/// Which operations belong to a part of a room.
#[cfg(all(feature = "feeds", feature = "mining"))]
pub const PARTS: &[Part] = &[
    Part { room: "feeds", name: "chain", tables: &[feeds::TABLE, feeds_collector::TABLE] },
    Part { room: "feeds", name: "exchanges", tables: &[feeds::TABLE, feeds_collector::TABLE] },
    Part { room: "feeds", name: "files", tables: &[feeds_files::TABLE] },
    Part { room: "mining", name: "core", tables: &[mining::TABLE] },
];

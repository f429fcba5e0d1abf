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
#[cfg(feature = "insurance_actuarial")]
mod insurance_actuarial;
#[cfg(feature = "insurance_book")]
mod insurance_book;
#[cfg(feature = "insurance_claim")]
mod insurance_claim;
#[cfg(feature = "insurance_quote")]
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
#[cfg(feature = "signals_indicators")]
mod signals_indicators;
#[cfg(feature = "signals_modules")]
mod signals_modules;
#[cfg(feature = "texts")]
mod texts;
#[cfg(feature = "treasury_backtest")]
mod treasury_backtest;
#[cfg(feature = "treasury_ledger")]
mod treasury_ledger;
#[cfg(feature = "treasury_policy")]
mod treasury_policy;

use crate::Operation;
#[cfg(all(
    feature = "feeds",
    feature = "insurance",
    feature = "mining",
    feature = "signals",
    feature = "treasury"
))]
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
    #[cfg(feature = "insurance_actuarial")]
    insurance_actuarial::TABLE,
    #[cfg(feature = "insurance_quote")]
    insurance_quote::TABLE,
    #[cfg(feature = "insurance_book")]
    insurance_book::TABLE,
    #[cfg(feature = "insurance_claim")]
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
    #[cfg(feature = "signals_indicators")]
    signals_indicators::TABLE,
    #[cfg(feature = "signals_modules")]
    signals_modules::TABLE,
    #[cfg(feature = "texts")]
    texts::TABLE,
    #[cfg(feature = "treasury_ledger")]
    treasury_ledger::TABLE,
    #[cfg(feature = "treasury_policy")]
    treasury_policy::TABLE,
    #[cfg(feature = "treasury_backtest")]
    treasury_backtest::TABLE,
];

/// Which operations belong to a part of a room.
#[cfg(all(feature = "feeds", feature = "insurance", feature = "mining", feature = "signals", feature = "treasury"))]
pub const PARTS: &[Part] = &[
    Part { room: "feeds", name: "chain", tables: &[feeds::TABLE, feeds_collector::TABLE] },
    Part { room: "feeds", name: "exchanges", tables: &[feeds::TABLE, feeds_collector::TABLE] },
    Part { room: "feeds", name: "files", tables: &[feeds_files::TABLE] },
    Part { room: "insurance", name: "actuarial", tables: &[insurance_actuarial::TABLE] },
    Part { room: "insurance", name: "book", tables: &[insurance_book::TABLE] },
    Part { room: "insurance", name: "claim", tables: &[insurance_claim::TABLE] },
    Part { room: "insurance", name: "quote", tables: &[insurance_quote::TABLE] },
    Part { room: "mining", name: "core", tables: &[mining::TABLE] },
    Part { room: "signals", name: "indicators", tables: &[signals_indicators::TABLE] },
    Part { room: "signals", name: "modules", tables: &[signals_modules::TABLE] },
    Part { room: "treasury", name: "backtest", tables: &[treasury_backtest::TABLE] },
    Part { room: "treasury", name: "ledger", tables: &[treasury_ledger::TABLE] },
    Part { room: "treasury", name: "policy", tables: &[treasury_policy::TABLE] },
];

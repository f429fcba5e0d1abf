//! Mathematics of bitcoin mining and of leveraged contracts: the family behind one name.
//!
//! | module | what it answers |
//! |---|---|
//! | [`units`] | quantities that cannot be mixed up, exact money, time, and [`Error`](units::Error), the one that crosses borders |
//! | [`numerics`] | special functions with the same bits on every machine, sums, quantiles, random numbers; the stream and job contracts |
//! | [`market`] | canonical data: bars, quotes, books, funding, options, margin tiers, blocks, network snapshots |
//! | [`mining`] | what `nBits` means, what the next difficulty will be, what a fleet earns, where profit ends, when it should rest |
//! | [`derivatives`] | when a position is liquidated, what options, barriers and jumps cost |
//! | [`signals`] | indicators of market data, event by event |
//! | [`texts`] | names of states, roles and reasons in English and Chinese |
//! | [`treasury`] | lots and cost basis, cash coverage, sell policies with a guarantee, backtest, risk and performance measures |
//! | [`insurance`] | what cover costs, pays and needs as capital: actuarial methods and measures of risk |
//! | [`report`] | the main job: what a site earns, holds and should decide, as text, page and CSV in English and Chinese |
//! | [`crm`] | leads, deals, contracts and invoices as state machines, commissions to the cent, roles, an audit chain |
//! | [`feeds`] | what upstreams really send, as market data; pure parsers, no sockets |
//!
//! Nothing here opens a file, a socket or a clock: time, data and seeds are arguments. Estimates are `f64` with every operation in one
//! written order; booked money is exact; bad input is a typed error that names the field, the value and what is allowed.
//!
//! # One minute
//!
//! ```
//! # #[cfg(feature = "mining")] {
//! use hashinsight::mining::consensus::{Network, subsidy};
//! use hashinsight::mining::reward::{BlockReward, hashprice};
//! use hashinsight::units::{Difficulty, Height, MeanAmount, Price};
//!
//! let subsidy = subsidy(Height::new(953_568), Network::Mainnet.params());
//! let reward = BlockReward::new(subsidy, MeanAmount::constant(2e6));
//! let earned = hashprice(Difficulty::constant(138_955_357_012_247.3), reward);
//! // A block takes D * 2^32 hashes on average: 1e15 * 86400 hashes of a petahash-day find that share of one.
//! let usd = earned.to_usd_per_phs_day(Price::constant(73_674.0));
//! assert_eq!(format!("{usd:.2} USD per PH/s and day"), "33.54 USD per PH/s and day");
//! # }
//! ```
//!
//! # Features
//!
//! One per domain (`crm`, `derivatives`, `feeds`, `insurance`, `mining`, `report`, `signals`, `texts`, `treasury`, all on by default), and `schema` for JSON Schemas of every document. `feeds_chain` and `feeds_exchanges` are `feeds` with fewer upstreams, for programs that count
//! bytes. No feature changes a result.

#[cfg(feature = "crm")]
pub use hashinsight_crm as crm;
#[cfg(feature = "derivatives")]
pub use hashinsight_derivatives as derivatives;
#[cfg(any(feature = "feeds_chain", feature = "feeds_exchanges"))]
pub use hashinsight_feeds as feeds;
#[cfg(feature = "insurance")]
pub use hashinsight_insurance as insurance;
pub use hashinsight_market as market;
#[cfg(feature = "mining")]
pub use hashinsight_mining as mining;
pub use hashinsight_numerics as numerics;
#[cfg(feature = "report")]
pub use hashinsight_report as report;
#[cfg(feature = "signals")]
pub use hashinsight_signals as signals;
#[cfg(feature = "texts")]
pub use hashinsight_texts as texts;
#[cfg(feature = "treasury")]
pub use hashinsight_treasury as treasury;
pub use hashinsight_units as units;

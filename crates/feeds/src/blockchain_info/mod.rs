//! Blockchain.info: network summary, daily charts, plain-text queries, exchange rates.
//!
//! Traps: `/stats` and `/q/hashrate` say GH/s, `/charts/hash-rate` says TH/s (and says so). `n_blocks_total` counts
//! blocks, the genesis block included: the tip's height is one less (the coins in `totalbc` are the subsidies of
//! exactly so many). Since 2026 `total_fees_btc` has been seen as minus the minted coins and `miners_revenue_usd` as 0:
//! both are left out and noted. `/stats` writes its time as `1.780730885E12`.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, blockchain_info};
//! use hashinsight_units::Timestamp;
//! let body = include_bytes!("../../tests/fixtures/obs_blockchain_info_stats_2026.json");
//! let parsed = blockchain_info::Stats.parse(&Payload::new(body, Timestamp::from_s(1_780_730_900)?))?;
//! assert_eq!(parsed.data.hashrate_ths.to_ehs().round(), 933.0);
//! assert_eq!(parsed.suspicious[0].path, "total_fees_btc");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod chart;
pub(crate) mod host;
mod query;
mod stats;
mod ticker;

use crate::endpoint::upstream;

pub use chart::{Chart, ChartData, ChartName};
pub use query::{Query, QueryData};
pub use stats::{ChainStats, Stats, minted_per_block};
pub(crate) use ticker::{CurrencyPrice, by_currency};
pub use ticker::{PricesByCurrency, Ticker};

upstream! {
    "Blockchain.info", BlockchainInfoAsk => BlockchainInfoData {
        /// Summary of the network.
        Stats,
        /// A daily history.
        Chart(Chart),
        /// One number as plain text.
        Query(Query),
        /// Price of one bitcoin in many currencies.
        Ticker,
    }
}

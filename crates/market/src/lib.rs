//! Canonical market and chain data: what parsers produce and every domain consumes.
//!
//! A price without its source, its time and its currency is a number that will be misread. Here an observation carries all three, is
//! checked once, and cannot be changed afterwards, so that whoever takes a [`Bar`] or an [`OrderBook`] has nothing left to check.
//!
//! | row | columns | says |
//! |---|---|---|
//! | [`Bar`] | [`Bars`] | open, high, low, close, volume of an interval |
//! | [`Quote`] | [`Quotes`] | bid, ask, last at an instant |
//! | [`OrderBook`] | (its [`Levels`] are columns) | the levels of a book |
//! | [`MarkPoint`] | [`MarkPath`] | the price that liquidations go by |
//! | [`Funding`] | [`FundingHistory`] | payments between longs and shorts |
//! | [`OpenInterest`] | [`OpenInterestHistory`] | how many contracts are open |
//! | [`OptionQuote`] | (rows: [`OptionChain`]) | premiums and implied volatilities |
//! | [`MarginTier`] | [`TierTable`] | maintenance margin by size of the position |
//! | [`NetworkSnapshot`] | [`NetworkHistory`] | tip, difficulty, hashrate, mempool |
//! | [`BlockStats`] | [`BlockHistory`] | what a block paid |
//! | [`Point`] | [`Series`] | any other number over time |
//! | [`LedgerRow`] | (rows) | a line of an account statement |
//! | (columns alone) | [`PowerPrices`] | what power costs, interval by interval |
//!
//! What the chain itself fixes, whoever tells its figures, is in [`chain`].
//!
//! # Rows and columns
//! The `...Fields` and `...Columns` are open and unchecked. A row is made from its `...Fields` with every value named; columns are made from
//! their `...Columns`, or row by row with `push`. Either way each row passes the same check, so that columns never hold what a row refuses.
//! What all rows share (source, instrument, currency) stands once. A field that may be absent is there for all rows or for none.
//!
//! They are not `#[non_exhaustive]`, unlike the inputs of other crates. `new(open, high, low, close)` would take four numbers of one type in an
//! order that nothing checks; in a literal each has its name. And a parser that forgets a field does not compile: had a new field a default, every
//! parser written before it would say "absent" of what its source may well publish. What more a row could say is another row; a field more in
//! an old one is a major release, and means work for whoever makes such rows.
//!
//! Documents are those of the open structs, read strictly and then checked. A refusal is a [`hashinsight_units::Error`] whose code is
//! `market.<field>.<problem>` and whose path is the field within the row; in a column it carries the row's index too: `high[17]`.
//!
//! # Units and assumptions
//! * Prices are `f64` estimates in the quote currency that the row names, per unit of base; `BTCUSDT` is quoted in USDT, which is not USD.
//! * Sizes and volumes are units of base (coins). A parser that meets contracts converts them: only it knows the contract.
//! * Rates, spreads and volatilities are fractions, never percent.
//! * Instants are Unix milliseconds UTC; a block header's time is seconds and its field ends in `_s`.
//! * Missing is not zero: an optional field is `None`, its key is omitted, `null` is refused. [`Status`] says what is too old to use.
//! * Prices lie in 1e-18..=1e18, sizes in 0..=1e24: what is computed from them stays finite. `-0.0` becomes `0.0`.
//!
//! # Pitfalls
//! The last bar that a venue sends is still forming: ask [`Bar::is_closed`]. Funding is per interval, and intervals differ between
//! contracts. Margin tables change: a [`TierTable`] says when it held. Header times of blocks can run backwards.
//!
//! # Example
//! ```
//! use hashinsight_market::{Bar, Bars, Interval};
//! use hashinsight_units::Currency;
//!
//! let mut bars = Bars::new("binance_spot".parse()?, "BTCUSDT".parse()?, "USDT".parse()?, Interval::HOUR);
//! let row = r#"{"source":"binance_spot","instrument":"BTCUSDT","quote_currency":"USDT","interval_ms":3600000,
//!               "open_time_ms":1713571200000,"open":63850.0,"high":64020.5,"low":63790.1,"close":63991.0,"volume_base":812.25}"#;
//! let bar: Bar = serde_json::from_str(row).unwrap();
//! bars.push(bar)?;
//! assert_eq!(bars.get(0), Some(bar));
//!
//! let again = bars.push(bar).unwrap_err();
//! assert_eq!(again.code(), "market.open_time_ms.out_of_range");
//! assert_eq!(bars.len(), 1); // a refused row leaves everything as it was
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod bar;
mod block;
mod book;
pub mod chain;
mod check;
mod funding;
mod interval;
mod ledger_row;
mod mark;
mod name;
mod network;
mod open_interest;
mod option;
mod power_prices;
mod quote;
mod refuse;
mod row;
mod series;
mod status;
mod tier;

pub use bar::{Bar, BarFields, Bars, BarsColumns};
pub use block::{BlockHistory, BlockHistoryColumns, BlockStats, BlockStatsFields};
pub use book::{Levels, OrderBook, OrderBookFields};
pub use funding::{Funding, FundingFields, FundingHistory, FundingHistoryColumns};
pub use interval::Interval;
pub use ledger_row::{LedgerRow, LedgerRowFields, LedgerRowKind};
pub use mark::{MarkPath, MarkPathColumns, MarkPoint, MarkPointFields};
pub use name::{Instrument, Reference, Source};
pub use network::{NetworkHistory, NetworkHistoryColumns, NetworkSnapshot, NetworkSnapshotFields};
pub use open_interest::{OpenInterest, OpenInterestFields, OpenInterestHistory, OpenInterestHistoryColumns};
pub use option::{OptionChain, OptionKind, OptionQuote, OptionQuoteFields};
pub use power_prices::PowerPrices;
pub use quote::{Quote, QuoteFields, Quotes, QuotesColumns};
pub use series::{Point, PointFields, Series, SeriesColumns};
pub use status::Status;
pub use tier::{MarginTier, MarginTierFields, TierTable, TierTableColumns};

//! Pure parsers: what upstreams really send becomes validated market data; and the small machinery around a collector.
//!
//! Nothing here opens a socket or reads a clock. The caller sends what [`Endpoint::request`] builds, with whatever it
//! has (a collector in Flask, a browser's `fetch`, Node), and hands the bytes to [`Endpoint::parse`] together with the
//! time at which they came.
//!
//! | module | upstream | gives |
//! |---|---|---|
//! | [`coinwarz`] | CoinWarz | difficulty, reward and price per coin |
//! | [`coingecko`] | CoinGecko | spot price, history, candles |
//! | [`blockchain_info`] | Blockchain.info | network summary, daily charts, scalars, prices |
//! | [`bitcoin_rpc`] | Bitcoin Core, Ankr | chain, mining state, hashrate, blocks |
//! | [`mempool_space`] | mempool.space | retarget estimate, hashrate, rewards, fees, prices |
//! | [`deribit`] | Deribit | options, futures, books, funding, volatility index, candles |
//! | [`binance`] | Binance | candles, books, mark, funding, open interest, margin tiers |
//! | [`coinbase`] | Coinbase | candles, tickers, books, prices of three generations |
//! | [`okx`] | OKX | candles, books, tickers, funding, open interest, margin tiers |
//! | [`bybit`] | Bybit | candles, books, tickers, funding, open interest, margin tiers |
//! | [`alternative_me`] | alternative.me | the fear and greed index |
//!
//! | file | gives |
//! |---|---|
//! | [`read_statement`] | lines of an account statement: Kraken's ledger |
//! | [`read_settlement`] | prices of power by intervals: ERCOT's settlement points |
//!
//! | helper | decides |
//! |---|---|
//! | [`reconcile`] | which number several sources support, and how well |
//! | [`Schedule`] | when to ask: interval, jitter, back-off, one in flight |
//! | [`Freshness`] | whether a cached answer may be served |
//! | [`Retention`], [`retain`] | which points of a day are kept |
//! | [`Gaps`], [`Daily`] | what is missing, and what the days were |
//! | [`Alert`] | whether to tell somebody, once per crossing |
//!
//! # Units and assumptions
//!
//! What comes out is in the family's units whatever went in: TH/s for GH/s and H/s, fractions for percent, milliseconds
//! for seconds, coins for contracts, satoshis for bitcoin. Numbers may come as text everywhere, `null` and `""` mean
//! absent where a value may be. Unknown keys are ignored, because upstreams add some every month.
//!
//! # Three answers to a bad payload
//!
//! * What cannot be (missing, mistyped, negative, more than a day in the future) is [`FeedError::Invalid`] with the path
//!   of the culprit.
//! * What can be and is hard to believe comes with a [`Suspicion`]: a hashrate that contradicts its difficulty, a price
//!   of 7 USD.
//! * What an upstream refuses, in whatever shape (JSON-RPC with status 200, `{"code","msg"}`, an HTML page), is
//!   [`FeedError::Refused`] or [`FeedError::NotJson`]; [`RefusalKind`] says whether to wait, to look at the key, or to
//!   ask somebody else.
//!
//! Bodies longer than 1 MiB (or the caller's limit) and deeper than 32 levels are refused unread.
//!
//! # From an answer to other rooms
//!
//! What an answer holds are types of `market` and of `units`, which other crates take as they are. The answer to a typed question has them
//! as fields; of a [`FeedData`], which may be any answer, [`FeedData::one`] and [`FeedData::named`] find them by [`Kind`].
//!
//! # Pitfalls
//!
//! The candle that is still forming stands apart in [`Candlesticks`]. Keys are never part of a question: they are added
//! by [`Request::authorize`], only to their own host, and are masked wherever a request is printed; [`Request::url`]
//! has them.
//!
//! # Example
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, binance};
//! use hashinsight_market::Interval;
//! use hashinsight_units::Timestamp;
//!
//! let (symbol, currency) = ("BTCUSDT".parse()?, "USDT".parse()?);
//! let question = binance::Candles::new(binance::Market::Spot, symbol, currency, Interval::HOUR).limit(2);
//! assert_eq!(question.request()?.url(), "https://api.binance.com/api/v3/klines?symbol=BTCUSDT&interval=1h&limit=2");
//! let body = br#"[
//!   [1780725600000,"60910.0","60999.9","60800.1","60850.0","812.25",1780729199999,"494700.1",91,"400.1","2400.5","0"],
//!   [1780729200000,"60850.0","60870.0","60790.0","60823.2","301.50",1780732799999,"183400.9",30,"150.2","9120.4","0"]]"#;
//! let candles = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?.data;
//! assert_eq!(candles.closed.close(), [60_850.0]);
//! assert_eq!(candles.forming.unwrap().close(), 60_823.2); // at 07:28 the bar of 07:00 is not over
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]

mod access;
mod alert;
pub mod alternative_me;
pub mod binance;
pub mod bitcoin_rpc;
pub mod blockchain_info;
pub mod bybit;
mod candles;
pub mod coinbase;
pub mod coingecko;
pub mod coinwarz;
mod consensus;
mod csv;
mod daily;
mod decimal;
pub mod deribit;
mod document;
mod encoding;
mod endpoint;
mod error;
mod freshness;
mod gaps;
mod history;
mod iso;
mod kind;
mod lanes;
pub mod mempool_space;
pub mod okx;
mod payload;
mod plausible;
mod read;
mod reconcile;
mod request;
mod retention;
mod retry_after;
mod schedule;
mod settlement;
mod source;
mod spacing;
mod statement;
mod time;
mod upstream;
mod upstreams;
mod venue;

pub use access::{Access, Key};
pub use alert::{
    Alert, AlertAnswer, AlertParams, AlertPhase, AlertSide, AlertState, AlertTable, AlertTablePart, ValueSeen,
    ValueSeenColumns,
};
pub use candles::Candlesticks;
pub use daily::{Daily, DailyParams, DailyState, DayPhase, DayTable, DayTablePart, DayValues};
pub use document::{
    FeedAsk, FeedData, FeedRequest, HttpRequest, ParseReport, ParseRequest, RefusalReport, RefusalRequest, RefusalSaid,
    RequestHeader, build_request, parse, refusal,
};
pub use endpoint::Endpoint;
pub use error::{FeedError, RefusalKind};
pub use freshness::{
    CacheAction, CacheAnswer, CacheEvent, CacheEventColumns, CacheStep, CacheTable, CacheTablePart, Freshness,
    FreshnessParams, FreshnessState, Serve,
};
pub use gaps::{Gaps, GapsAnswer, GapsParams, GapsState, GapsTable, GapsTablePart, PointSeen, PointSeenColumns};
pub use kind::{KINDS, Kind};
pub use payload::{Parsed, Payload, Suspicion};
pub use reconcile::{
    ReadingState, ReadingVerdict, ReconcileMethod, ReconcileReport, ReconcileRequest, Reconciled, SourceReading,
    Tolerance, reconcile,
};
pub use request::{Method, Request};
pub use retention::{RetainReport, RetainRequest, Retention, RetentionParams, RetentionState, retain};
pub use schedule::{
    Schedule, ScheduleAction, ScheduleAnswer, ScheduleEvent, ScheduleEventColumns, ScheduleParams, ScheduleState,
    ScheduleStep, ScheduleTable, ScheduleTablePart,
};
pub use settlement::{SettlementFormat, SettlementReport, SettlementRequest, read_settlement};
pub use statement::{StatementFormat, StatementReport, StatementRequest, read_statement};
pub use venue::VenueTicker;

//! Pure parsers: what upstreams really send becomes validated market data.
//!
//! Nothing here opens a socket or reads a clock. The caller sends what [`Endpoint::request`] builds, with whatever it has (a Flask collector, a
//! browser's `fetch`, Node), and hands the bytes to [`Endpoint::parse`] together with the time at which they came.
#![forbid(unsafe_code)]

pub mod binance;
pub mod bitcoin_rpc;
pub mod blockchain_info;
mod candles;
pub mod coinbase;
pub mod coingecko;
pub mod coinwarz;
pub mod deribit;
mod endpoint;
mod error;
mod history;
mod iso;
pub mod mempool_space;
mod payload;
mod plausible;
mod read;
mod request;
mod source;
mod venue;

pub use candles::Candlesticks;
pub use endpoint::Endpoint;
pub use error::{FeedError, PayloadProblem, RefusalKind};
pub use payload::{Parsed, Payload, Suspicion};
pub use request::{Access, Key, Method, Request};
pub use venue::VenueTicker;

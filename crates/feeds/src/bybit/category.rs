//! Which of Bybit's markets, and what its answers have in common.

use hashinsight_market::{Instrument, Source};
use hashinsight_units::{Currency, Error, FieldPath, Record};

use super::host::HOST;
use crate::error::{FeedError, same, unsupported};
use crate::read::{self, MaybeWhole, Wire, wire};
use crate::source::source;
use crate::venue::{Market, quoted};
use crate::{Payload, Request};

/// A market of Bybit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitCategory")]
#[non_exhaustive]
pub enum Category {
    /// Spot.
    Spot,
    /// Contracts settled in USDT or USDC.
    Linear,
    /// Contracts settled in the coin.
    Inverse,
}

impl Category {
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Spot => "spot",
            Self::Linear => "linear",
            Self::Inverse => "inverse",
        }
    }

    pub(super) fn source(self) -> Source {
        source(match self {
            Self::Spot => "bybit_spot",
            Self::Linear => "bybit_linear",
            Self::Inverse => "bybit_inverse",
        })
    }

    /// Of what an answer is: the name says the currency of the price too.
    pub(super) fn market(self, instrument: Instrument, quote_currency: Currency) -> Result<Market, Error> {
        self.check_name(instrument)?;
        let (name, quote) = (instrument.as_str(), quote_currency.as_str());
        let pair = name.split('-').next().unwrap_or_default();
        let agrees = match self {
            Self::Spot => pair.ends_with(quote),
            Self::Inverse => quote == "USD",
            // `BTCUSDT`, `BTCUSDT-26JUN26`; `BTCPERP` and `BTC-26JUN26` in USDC.
            Self::Linear if pair.ends_with("USDT") => quote == "USDT",
            Self::Linear => pair.ends_with(quote) || quote == "USDC",
        };
        quoted(instrument, agrees, quote_currency)?;
        Ok(Market { source: self.source(), instrument, quote_currency })
    }

    pub(super) fn get(self, name: &str, instrument: Instrument) -> Result<Request, Error> {
        self.check_name(instrument)?;
        let request = Request::get(HOST, format!("/v5/market/{name}"));
        Ok(request.with("category", self.word()).with("symbol", instrument))
    }

    /// Refuses a name that this market does not have: inverse contracts are `BTCUSD` and, with an expiry, `BTCUSDM26`.
    fn check_name(self, instrument: Instrument) -> Result<(), Error> {
        let name = instrument.as_str();
        let is_inverse = name.split_once("USD").is_some_and(|(coin, expiry)| {
            !coin.is_empty()
                && (expiry.is_empty() || matches!(expiry.as_bytes(), [b'A'..=b'Z', b'0'..=b'9', b'0'..=b'9']))
        });
        let is_named = match self {
            Self::Spot => !name.contains('-'),
            Self::Linear => !is_inverse,
            Self::Inverse => is_inverse,
        };
        if is_named && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-') {
            return Ok(());
        }
        Err(unsupported(
            "instrument",
            instrument,
            match self {
                Self::Spot => "a symbol of the spot market in capital letters, like BTCUSDT",
                Self::Linear => "a linear contract in capital letters, like BTCUSDT, BTCPERP or BTC-26JUN26",
                Self::Inverse => "an inverse contract in capital letters, like BTCUSD or BTCUSDM26",
            },
        ))
    }

    /// The same, of contracts.
    pub(super) fn contracts(self) -> Result<Self, Error> {
        match self {
            Self::Spot => Err(unsupported("category", self.word(), "linear or inverse")),
            other => Ok(other),
        }
    }
}

wire! {
    /// An answer: its result, and when it was made.
    pub(super) struct Answer<T> {
        pub(super) result: T,
        pub(super) time: MaybeWhole = default,
    }
}

wire! {
    /// A list, and what it says of itself.
    pub(super) struct List<T> {
        category: Option<String>,
        symbol: Option<Instrument>,
        pub(super) rows: Vec<T> = "list",
    }
}

/// An answer that is a list about what was asked for.
pub(super) fn list<T: Wire>(
    payload: &Payload<'_>,
    category: Category,
    instrument: Instrument,
) -> Result<Answer<List<T>>, FeedError> {
    let answer: Answer<List<T>> = read::json(payload)?;
    if let Some(said) = answer.result.category.as_deref().filter(|said| !said.is_empty()) {
        same("result.category", said, category.word())?;
    }
    if let Some(said) = answer.result.symbol {
        same("result.symbol", said, instrument)?;
    }
    Ok(answer)
}

/// Where the list stands.
pub(super) fn rows() -> FieldPath {
    FieldPath::new("result").field("list")
}

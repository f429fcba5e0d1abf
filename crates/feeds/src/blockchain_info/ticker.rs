//! Price of one bitcoin in many currencies.

use hashinsight_market::Quote;
use hashinsight_units::json::Node;
use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use super::host::{HOST, SOURCE};
use crate::error::{FeedError, at_member, missing, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{self, Maybe, Members, wire};
use crate::source::{currency, instrument, source};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET blockchain.info/ticker`: price of one bitcoin in many currencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticker;

/// One price per currency.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PricesByCurrency {
    /// Last price of one bitcoin in each currency, sorted by currency. Which of "buy" and "sell" is the bid is not documented (they have
    /// been equal for years): only the last price is read.
    pub quotes: Vec<Quote>,
}

parts! { PricesByCurrency { quotes } }

wire! {
    struct TickerWire {
        last: Maybe,
        /// The currency again, or in answers of older years its sign.
        symbol: Option<String>,
    }
}

impl Endpoint for Ticker {
    type Data = PricesByCurrency;

    fn request(&self) -> Result<Request, Error> {
        Ok(Request::get(HOST, "/ticker"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<PricesByCurrency>, FeedError> {
        let document = read::document(payload)?;
        let members = read::members(payload, &document)?;
        let mut doubts = Doubts::new(payload);
        let quotes = by_currency(SOURCE, &members, &mut doubts, |code, node| {
            let TickerWire { last, symbol } = read::value(FieldPath::new(code), node)?;
            if let Some(symbol) = symbol.filter(|symbol| is_currency(symbol) && *symbol != code) {
                let path = FieldPath::new(code).field("symbol");
                return Err(refuse(Problem::Unknown, path, symbol, code));
            }
            let last = last.0.filter(|price| *price != 0.0);
            Ok(Some(CurrencyPrice {
                path: FieldPath::new(code).field("last"),
                time_ms: payload.received_ms,
                price: last,
            }))
        });
        match quotes {
            Ok(quotes) => Ok(doubts.done(PricesByCurrency { quotes })),
            Err(error) => Err(read::refusal_or(payload, &document, error)),
        }
    }
}

/// What a member says of a currency.
pub(crate) struct CurrencyPrice {
    pub(crate) path: FieldPath,
    pub(crate) time_ms: Timestamp,
    /// Absent where the upstream knows none.
    pub(crate) price: Option<f64>,
}

/// Prices of one bitcoin by the currencies that are members: one that has none, or is refused, is told and does not cost
/// the others. Where none is left, the first refusal stands.
pub(crate) fn by_currency(
    publisher: &'static str,
    members: &Members<'_>,
    doubts: &mut Doubts,
    read: impl Fn(&str, Node<'_>) -> Result<Option<CurrencyPrice>, Error>,
) -> Result<Vec<Quote>, Error> {
    let (mut quotes, mut first) = (Vec::new(), None);
    for (code, node) in members.iter().filter(|(code, _)| is_currency(code)) {
        let quote = |doubts: &mut Doubts| {
            let Some(CurrencyPrice { path, time_ms, price }) = read(code, node)? else { return Ok(None) };
            let price = price.ok_or_else(|| refuse(Problem::None, path.clone(), node.raw(), "a price above 0"))?;
            let currency = currency(code, code)?;
            let name = instrument(&format!("BTC-{currency}"))?;
            let quote = history::last_price((source(publisher), name, currency), time_ms, price);
            let quote = quote.map_err(|error| at_member(&error, |_| path.clone()))?;
            plausible::price(path.as_str(), price, name, currency, doubts);
            Ok(Some(quote))
        };
        match quote(doubts) {
            Ok(quote) => quotes.extend(quote),
            Err(error) => {
                doubts.left_out(&error);
                first.get_or_insert(error);
            }
        }
    }
    plausible::exchange_rates(&quotes, doubts);
    match first {
        Some(error) if quotes.is_empty() => Err(error),
        _ if quotes.is_empty() => Err(missing("USD", "at least one currency")),
        _ => Ok(quotes),
    }
}

/// Whether a key is a currency: what else stands beside them, now or later, is no price.
pub(crate) fn is_currency(key: &str) -> bool {
    key.len() == 3 && key.bytes().all(|b| b.is_ascii_uppercase())
}

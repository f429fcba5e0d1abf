//! What every venue publishes in much the same form: a ticker, a book.

use hashinsight_market::{Instrument, Levels, OrderBook, OrderBookFields, Quote, QuoteFields, Source};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use crate::error::{at_member, refuse, unsupported};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::plausible;

/// Best prices of a market and what happened in it in 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VenueTicker {
    /// Bid, ask and last price, as far as they are said.
    pub quote: Quote,
    /// Trading volume of 24 hours, in coins of the base.
    pub volume_24h_base: Option<f64>,
    /// Change of the price in 24 hours, as a fraction (received as percent).
    pub change_24h: Option<f64>,
}

parts! { VenueTicker { quote } }

/// Of what, from whom, in which currency.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Market {
    pub(crate) source: Source,
    pub(crate) instrument: Instrument,
    pub(crate) quote_currency: Currency,
}

/// Refuses a currency of the price that the name of the instrument contradicts.
pub(crate) fn quoted(instrument: Instrument, agrees: bool, quote_currency: Currency) -> Result<(), Error> {
    if agrees {
        return Ok(());
    }
    Err(unsupported("quote_currency", quote_currency, format!("the currency in which {instrument} is quoted")))
}

/// A volume, or another amount, that is not negative.
pub(crate) fn volume(path: &FieldPath, volume: Option<f64>) -> Result<Option<f64>, Error> {
    match volume {
        Some(volume) if !(0.0..=1e24).contains(&volume) => {
            Err(refuse(Problem::OutOfRange, path.clone(), volume, "0 to 1e24"))
        }
        other => Ok(other),
    }
}

/// A change of a price in percent: no price falls below nothing.
pub(crate) fn change(path: &FieldPath, percent: Option<f64>, doubts: &mut Doubts) -> Result<(), Error> {
    let Some(percent) = percent else { return Ok(()) };
    if percent < -100.0 {
        return Err(refuse(Problem::OutOfRange, path.clone(), percent, "at least -100 percent"));
    }
    doubts.range(path.as_str(), percent, -80.0, 400.0, " percent");
    Ok(())
}

/// A price and the member that says it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    pub(crate) price: Option<f64>,
    pub(crate) member: &'static str,
}

/// The price that a member says; 0 says that there is none.
pub(crate) const fn said(member: &'static str, price: Option<f64>) -> Said {
    Said { price, member }
}

/// Bid, ask and last price.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Best {
    pub(crate) bid: Said,
    pub(crate) ask: Said,
    pub(crate) last: Said,
}

impl Best {
    /// A last price alone.
    pub(crate) const fn last(member: &'static str, price: f64) -> Self {
        let none = said("", None);
        Self { bid: none, ask: none, last: said(member, Some(price)) }
    }

    /// Whether there is any.
    pub(crate) fn is_any(&self) -> bool {
        [self.bid, self.ask, self.last].iter().any(|said| said.price.is_some_and(|price| price != 0.0))
    }
}

impl Market {
    /// A quote whose prices are members of what stands at `path`.
    pub(crate) fn quote(
        self,
        path: &FieldPath,
        time_ms: Timestamp,
        best: Best,
        doubts: &mut Doubts,
    ) -> Result<Quote, Error> {
        let Self { source, instrument, quote_currency } = self;
        let Best { bid, ask, last } = best;
        for Said { price, member } in [bid, ask, last] {
            if let Some(price) = price.filter(|price| *price != 0.0) {
                plausible::price(path.clone().field(member).as_str(), price, instrument, quote_currency, doubts);
            }
        }
        if let (Some(best_bid), Some(best_ask)) = (bid.price, ask.price)
            && best_bid > 0.0
            && best_ask > 2.0 * best_bid
        {
            let expected = format!("within a factor 2 of the best bid, {best_bid}");
            doubts.note(path.clone().field(ask.member), best_ask, expected);
        }
        if let (Some(price), Some(beside)) = (last.price, bid.price.or(ask.price))
            && price > 0.0
            && beside > 0.0
            && !(0.5..=2.0).contains(&(price / beside))
        {
            let expected = format!("within a factor 2 of the best price, {beside}");
            doubts.note(path.clone().field(last.member), price, expected);
        }
        let [bid_price, ask_price, last_price] = [bid, ask, last].map(|said| said.price.filter(|price| *price != 0.0));
        let fields =
            QuoteFields { source, instrument, quote_currency, time_ms, bid: bid_price, ask: ask_price, last_price };
        Quote::new(fields).map_err(|error| {
            at_member(&error, |field| {
                let member = match field {
                    "bid" => bid.member,
                    "ask" => ask.member,
                    "last_price" => last.member,
                    other => other,
                };
                path.clone().field(member)
            })
        })
    }

    /// A book of `(price, units of base)`, best first, whose sides are the members `bids` and `asks` of what stands at `path`.
    pub(crate) fn book(
        self,
        path: &FieldPath,
        time_ms: Timestamp,
        bids: impl Iterator<Item = (f64, f64)>,
        asks: impl Iterator<Item = (f64, f64)>,
        doubts: &mut Doubts,
    ) -> Result<OrderBook, Error> {
        let side = |side: &str| path.clone().field(side);
        self.book_of(side, time_ms, (levels(bids), levels(asks)), doubts)
    }

    /// The same with sides elsewhere: `at` leads to `bids` and `asks`.
    pub(crate) fn book_of(
        self,
        at: impl Fn(&str) -> FieldPath,
        time_ms: Timestamp,
        (bids, asks): (Levels, Levels),
        doubts: &mut Doubts,
    ) -> Result<OrderBook, Error> {
        let Self { source, instrument, quote_currency } = self;
        for (side, levels) in [("bids", &bids), ("asks", &asks)] {
            if let Some(price) = levels.price.first() {
                let path = at(side).index(0);
                plausible::price(path.as_str(), *price, instrument, quote_currency, doubts);
            }
        }
        if let (Some(bid), Some(ask)) = (bids.price.first(), asks.price.first())
            && *ask > 2.0 * bid
            && *bid > 0.0
        {
            doubts.note(at("asks").index(0), ask, format!("within a factor 2 of the best bid, {bid}"));
        }
        let fields = OrderBookFields { source, instrument, quote_currency, time_ms, bids, asks };
        // `bids.size_base[3]` of the row is `bids[3][1]` of the payload, or `bids[3]` where its levels are objects.
        OrderBook::new(fields).map_err(|error| {
            at_member(&error, |field| {
                let (side, rest) = field.split_once('.').unwrap_or((field, ""));
                let (column, index) = rest.split_at(rest.find('[').unwrap_or(rest.len()));
                let level = at(side).join(&index.into());
                match column {
                    "price" if !index.is_empty() => level.index(0),
                    "size_base" if !index.is_empty() => level.index(1),
                    _ => level,
                }
            })
        })
    }
}

/// The columns of `(price, units of base)`.
pub(crate) fn levels(levels: impl Iterator<Item = (f64, f64)>) -> Levels {
    let (price, size_base) = levels.unzip();
    Levels { price, size_base }
}

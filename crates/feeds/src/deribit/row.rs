//! A ticker and a row of a book summary: the same figures.

use hashinsight_market::{
    Instrument, MarkPoint, MarkPointFields, OpenInterest, OpenInterestFields, OptionKind, OptionQuote,
    OptionQuoteFields, Quote, Source,
};
use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use super::call::{SOURCE, State};
use super::name::{Contract, Traded};
use crate::decimal::of_percent;
use crate::error::{at_member, missing, refuse};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::plausible;
use crate::read::{Maybe, MaybeWhole, wire};
use crate::source::source;
use crate::time::DAY_MS;
use crate::venue::{Best, Market, said};

wire! {
    /// A ticker and a row of a book summary: the same figures, under some other names.
    #[derive(Clone, Copy, Debug)]
    pub(super) struct Row {
        pub(super) instrument_name: Instrument,
        /// Of a ticker.
        timestamp: MaybeWhole = default,
        /// Of a row of a summary.
        creation_timestamp: MaybeWhole = default,
        pub(super) mark_price: Maybe = default,
        pub(super) mark_iv: Maybe = default,
        pub(super) bid_iv: Maybe = default,
        pub(super) ask_iv: Maybe = default,
        pub(super) bid_price: Maybe = default "bid_price" "best_bid_price",
        pub(super) ask_price: Maybe = default "ask_price" "best_ask_price",
        pub(super) last: Maybe = default "last" "last_price",
        pub(super) open_interest: Maybe = default,
        pub(super) underlying_price: Maybe = default,
        pub(super) index_price: Maybe = default,
        pub(super) funding_8h: Maybe = default,
        pub(super) current_funding: Maybe = default,
        /// Of a ticker.
        pub(super) state: State = default,
    }
}

/// A future at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FutureSummary {
    /// Bid, ask and last price. Absent where nobody bids, asks or has traded.
    pub quote: Option<Quote>,
    /// Mark price, and index price where it is said.
    pub mark: MarkPoint,
    /// Open interest: in US dollars for inverse contracts, in coins for linear ones.
    pub open_interest: OpenInterest,
    /// Funding rate of the last 8 hours as a fraction of the notional; perpetual contracts only.
    pub funding_8h: Option<f64>,
    /// Current funding rate as a fraction of the notional per 8 hours; perpetual contracts only.
    pub current_funding: Option<f64>,
}

parts! { FutureSummary { quote, mark, open_interest } }

impl Row {
    pub(super) fn option(
        &self,
        source: Source,
        contract: Contract,
        path: impl Fn() -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<OptionQuote, Error> {
        let at = |field: &str| path().field(field);
        let Traded::Option(expiry_ms, strike, kind) = contract.traded else {
            return Err(refuse(Problem::Unknown, at("instrument_name"), self.instrument_name, "an option"));
        };
        let fraction = |percent: Maybe| percent.0.map(of_percent);
        let underlying = self.underlying_price.0.ok_or_else(|| missing(at("underlying_price"), "a price"))?;
        let mark = self.mark_price.0.ok_or_else(|| missing(at("mark_price"), "a price"))?;
        let open_interest = self.open_interest.0.ok_or_else(|| missing(at("open_interest"), "an amount"))?;
        let fields = OptionQuoteFields {
            source,
            quote_currency: contract.quote,
            premium_currency: contract.premium,
            instrument: self.instrument_name,
            time_ms: self.time(&path, doubts)?,
            expiry_ms,
            strike,
            kind,
            underlying,
            bid: self.bid_price.0.filter(|price| *price != 0.0),
            ask: self.ask_price.0.filter(|price| *price != 0.0),
            mark: Some(mark),
            bid_iv: fraction(self.bid_iv).filter(|iv| *iv != 0.0),
            ask_iv: fraction(self.ask_iv).filter(|iv| *iv != 0.0),
            mark_iv: fraction(self.mark_iv),
            open_interest_base: Some(open_interest),
        };
        // A premium above what the option can pay is dollars where coins are meant, one below what it pays now belongs to
        // another strike or forward; a volatility below 1 % is a fraction where percent is meant.
        let unit = if contract.is_inverse { 1.0 } else { underlying };
        let (most, pays) = match kind {
            OptionKind::Call => (1.0, 1.0 - strike / underlying),
            OptionKind::Put => (strike / underlying, strike / underlying - 1.0),
        };
        let coins = mark / unit;
        if coins > most + 0.01 {
            doubts.note(at("mark_price"), mark, format!("at most what the option can pay, {}", most * unit));
        } else if coins < 0.9 * pays - 0.02 {
            doubts.note(at("mark_price"), mark, format!("about what the option pays now, {}, or more", pays * unit));
        }
        for (member, price) in [("bid_price", self.bid_price.0), ("ask_price", self.ask_price.0)] {
            if let Some(price) = price.filter(|price| (price - mark).abs() / unit > 0.5) {
                doubts.note(at(member), price, format!("about the mark price, {mark}"));
            }
        }
        if let (Some(bid), Some(ask)) = (fields.bid_iv, fields.ask_iv)
            && bid > ask
        {
            doubts.note(at("bid_iv"), bid * 100.0, format!("at most ask_iv, {}", ask * 100.0));
        }
        let of = (self.instrument_name, contract.quote);
        if plausible::is_bitcoin(of.0, of.1) && !plausible::is_price(underlying, doubts.received_ms()) {
            plausible::price(at("underlying_price").as_str(), underlying, of.0, of.1, doubts);
        }
        // Far from the mark in its own measure: a side in another unit.
        if let Some(ask) = self.ask_price.0.filter(|ask| *ask > 0.0 && *ask < 0.3 * mark && coins > 0.005) {
            doubts.note(at("ask_price"), ask, format!("about the mark price, {mark}"));
        }
        let volatilities = [("bid_iv", self.bid_iv.0), ("ask_iv", self.ask_iv.0)];
        for (member, iv) in
            volatilities.into_iter().filter_map(|(member, iv)| Some((member, iv.filter(|iv| *iv != 0.0)?)))
        {
            if !(1.0..=1000.0).contains(&iv) {
                doubts.note(at(member), iv, "1 to 1000 percent");
            }
            if let Some(mark_iv) = self.mark_iv.0.filter(|mark| member == "ask_iv" && iv < 0.5 * mark) {
                doubts.note(at(member), iv, format!("about mark_iv, {mark_iv}, or more"));
            }
        }
        if let Some(iv) = self.mark_iv.0.filter(|iv| !(1.0..=400.0).contains(iv)) {
            doubts.note(at("mark_iv"), iv, "1 to 400 percent");
        }
        OptionQuote::new(fields).map_err(|error| at_member(&error, |field| at(member(field))))
    }

    /// The path is made only where it is needed: a summary has a thousand rows.
    #[inline]
    pub(super) fn time(&self, path: impl Fn() -> FieldPath, doubts: &mut Doubts) -> Result<Timestamp, Error> {
        let (member, ms) = self.instant();
        let ms = ms.ok_or_else(|| missing(path().field(member), "an instant"))?;
        if doubts.received_ms() - ms > DAY_MS {
            let received = doubts.received_ms();
            doubts.note(path().field(member), ms, format!("within a day before it was received, {received}"));
        }
        doubts.past_at(ms, || path().field(member))
    }

    /// The instant, and the member that says it.
    pub(super) fn instant(&self) -> (&'static str, Option<i64>) {
        match self.creation_timestamp.0 {
            Some(ms) if self.timestamp.0.is_none() => ("creation_timestamp", Some(ms)),
            _ => ("timestamp", self.timestamp.0),
        }
    }

    /// Best prices and last price of a pair.
    pub(super) fn pair(
        &self,
        contract: Contract,
        path: impl Fn() -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<Quote, Error> {
        let time_ms = self.time(&path, doubts)?;
        let market =
            Market { source: source(SOURCE), instrument: self.instrument_name, quote_currency: contract.quote };
        let quote = market.quote(&path(), time_ms, self.best(), doubts)?;
        if let (Some(mark), Some(price)) = (self.mark_price.0, quote.last_price()) {
            plausible::near(&path().field("mark_price"), Some(mark), price, doubts);
        }
        Ok(quote)
    }

    fn best(&self) -> Best {
        Best {
            bid: said("bid_price", self.bid_price.0),
            ask: said("ask_price", self.ask_price.0),
            last: said("last", self.last.0),
        }
    }

    pub(super) fn future(
        &self,
        contract: Contract,
        path: impl Fn() -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<FutureSummary, Error> {
        let at = |field: &str| path().field(field);
        let (source, instrument, quote_currency) = (source(SOURCE), self.instrument_name, contract.quote);
        let time_ms = self.time(&path, doubts)?;
        let best = self.best();
        let market = Market { source, instrument, quote_currency };
        let quote = best.is_any().then(|| market.quote(&path(), time_ms, best, doubts)).transpose()?;
        let mark_price = self.mark_price.0.ok_or_else(|| missing(at("mark_price"), "a price"))?;
        let open = self.open_interest.0.ok_or_else(|| missing(at("open_interest"), "an amount"))?;
        plausible::price(at("mark_price").as_str(), mark_price, instrument, quote_currency, doubts);
        plausible::near(&at("index_price"), self.index_price.0.filter(|price| *price != 0.0), mark_price, doubts);
        for (member, price) in [("bid_price", self.bid_price.0), ("ask_price", self.ask_price.0)] {
            plausible::near(&at(member), price.filter(|price| *price != 0.0), mark_price, doubts);
        }
        let mark = MarkPoint::new(MarkPointFields {
            source,
            instrument,
            quote_currency,
            time_ms,
            mark: mark_price,
            index: self.index_price.0.filter(|price| *price != 0.0),
        });
        let (open_base, open_usd) = if contract.is_inverse { (None, Some(open)) } else { (Some(open), None) };
        let open_interest = OpenInterest::new(OpenInterestFields { source, instrument, time_ms, open_base, open_usd });
        let rate = |field: &str, rate: Maybe, doubts: &mut Doubts| match rate.0 {
            Some(rate) if !(-1.0..=1.0).contains(&rate) => {
                Err(refuse(Problem::OutOfRange, at(field), rate, "a fraction from -1 to 1"))
            }
            Some(rate) => {
                plausible::funding(at(field).as_str(), rate, doubts);
                Ok(Some(rate))
            }
            None => Ok(None),
        };
        Ok(FutureSummary {
            quote,
            mark: mark.map_err(|error| at_member(&error, |field| at(member(field))))?,
            open_interest: open_interest.map_err(|error| at_member(&error, |_| at("open_interest")))?,
            funding_8h: rate("funding_8h", self.funding_8h, doubts)?,
            current_funding: rate("current_funding", self.current_funding, doubts)?,
        })
    }
}

/// The member of a row that a field was read from.
fn member(field: &str) -> &str {
    match field {
        "mark" => "mark_price",
        "index" => "index_price",
        "bid" => "bid_price",
        "ask" => "ask_price",
        "underlying" => "underlying_price",
        "open_interest_base" => "open_interest",
        "time_ms" => "timestamp",
        "strike" | "kind" | "expiry_ms" => "instrument_name",
        other => other,
    }
}

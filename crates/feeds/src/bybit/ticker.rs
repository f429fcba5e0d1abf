//! Best prices, 24 hours, and what contracts have besides.

use hashinsight_market::{
    Funding, FundingFields, Instrument, Interval, MarkPoint, MarkPointFields, OpenInterest, OpenInterestFields,
};
use hashinsight_units::{Currency, Error, FieldPath, Record, Timestamp};

use super::category::{Answer, Category, list, rows};
use crate::error::{FeedError, at_member, in_body, missing, same};
use crate::kind::parts;
use crate::payload::Doubts;
use crate::read::{Maybe, MaybeWhole, wire};
use crate::venue::{self, Best, Market, VenueTicker, said};
use crate::{Endpoint, Parsed, Payload, Request, plausible};

/// `GET /v5/market/tickers`: best prices and 24 hours; of contracts mark, coming funding and open interest too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitTicker")]
#[non_exhaustive]
pub struct Ticker {
    /// Market of the instrument.
    #[record(example = "linear")]
    pub category: Category,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
}

/// A market at one instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MarketState {
    /// Best prices and 24 hours.
    pub ticker: VenueTicker,
    /// Mark price and index price; contracts only.
    pub mark: Option<MarkPoint>,
    /// Coming funding payment at the current rate: a forecast; perpetual contracts only.
    pub next_funding: Option<Funding>,
    /// Open interest: in coins for linear contracts, in US dollars for inverse ones.
    pub open_interest: Option<OpenInterest>,
}

parts! { MarketState { ticker, mark, next_funding, open_interest } }

wire! {
    struct TickerWire {
        symbol: Instrument,
        last_price: Maybe = default "lastPrice",
        bid1_price: Maybe = default "bid1Price",
        ask1_price: Maybe = default "ask1Price",
        mark_price: Maybe = default "markPrice",
        index_price: Maybe = default "indexPrice",
        change_24h: Maybe = default "price24hPcnt",
        price_before: Maybe = default "prevPrice24h",
        low_24h: Maybe = default "lowPrice24h",
        high_24h: Maybe = default "highPrice24h",
        volume_24h: Maybe = default "volume24h",
        turnover_24h: Maybe = default "turnover24h",
        open_interest: Maybe = default "openInterest",
        open_interest_value: Maybe = default "openInterestValue",
        funding_rate: Maybe = default "fundingRate",
        next_funding_time: MaybeWhole = default "nextFundingTime",
        delivery_time: MaybeWhole = default "deliveryTime",
        funding_interval_hour: MaybeWhole = default "fundingIntervalHour",
    }
}

/// Eight hours, which contracts of older answers had without saying so.
const USUAL_HOURS: i64 = 8;

impl Endpoint for Ticker {
    type Data = MarketState;

    fn request(&self) -> Result<Request, Error> {
        self.category.market(self.instrument, self.quote_currency)?;
        self.category.get("tickers", self.instrument)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MarketState>, FeedError> {
        let Answer { result, time } = list::<TickerWire>(payload, self.category, self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let path = rows().index(0);
        let at = |member: &str| path.clone().field(member);
        let row = result.rows.into_iter().next().ok_or_else(|| missing(path.clone(), "a ticker"))?;
        same(at("symbol"), row.symbol, self.instrument)?;
        let time_ms = match time.0 {
            Some(ms) => doubts.live("time", ms)?,
            None => payload.received_ms,
        };
        if let Some(ms) = row.delivery_time.0.filter(|ms| *ms > 0 && *ms <= time_ms.to_ms()) {
            doubts.note(at("deliveryTime"), ms, "after the answer: what has been delivered does not trade");
        }
        let market = self.category.market(self.instrument, self.quote_currency)?;
        let best = Best {
            bid: said("bid1Price", row.bid1_price.0),
            ask: said("ask1Price", row.ask1_price.0),
            last: said("lastPrice", row.last_price.0),
        };
        let quote = market.quote(&path, time_ms, best, &mut doubts)?;
        let (member, volume) = match self.category {
            Category::Inverse => ("turnover24h", row.turnover_24h.0),
            _ => ("volume24h", row.volume_24h.0),
        };
        let volume_24h_base = venue::volume(&at(member), volume)?;
        if let (Some(volume), Some(turnover), Some(low), Some(high)) =
            (row.volume_24h.0, row.turnover_24h.0, row.low_24h.0, row.high_24h.0)
        {
            match self.category {
                Category::Inverse => plausible::turnover(&at(member), turnover, volume, (low, high), &mut doubts),
                _ => plausible::turnover(&at(member), volume, turnover, (low, high), &mut doubts),
            }
        }
        venue::change(&at("price24hPcnt"), row.change_24h.0.map(|change| change * 100.0), &mut doubts)?;
        if let (Some(change), Some(before), Some(last)) = (row.change_24h.0, row.price_before.0, quote.last_price())
            && before > 0.0
            && (last / before - 1.0 - change).abs() > 0.01
        {
            doubts.note(at("price24hPcnt"), change, format!("the change since prevPrice24h, {}", last / before - 1.0));
        }
        let ticker = VenueTicker { quote, volume_24h_base, change_24h: row.change_24h.0 };
        let mark = row.mark(market, time_ms, at, &mut doubts)?;
        let next_funding = row.funding(market, time_ms, at, &mut doubts)?;
        row.doubt_value(self.category, at, &mut doubts);
        let open_interest = row.open_interest(self.category, market, time_ms, at)?;
        Ok(doubts.done(MarketState { ticker, mark, next_funding, open_interest }))
    }
}

impl TickerWire {
    fn mark(
        &self,
        market: Market,
        time_ms: Timestamp,
        at: impl Fn(&str) -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<Option<MarkPoint>, Error> {
        let Some(mark) = self.mark_price.0 else { return Ok(None) };
        let Market { source, instrument, quote_currency } = market;
        let fields = MarkPointFields { source, instrument, quote_currency, time_ms, mark, index: self.index_price.0 };
        let member = |field: &str| at(if field == "index" { "indexPrice" } else { "markPrice" });
        let point = MarkPoint::new(fields).map_err(|error| at_member(&error, member))?;
        plausible::price(at("markPrice").as_str(), mark, instrument, quote_currency, doubts);
        plausible::near(&at("indexPrice"), self.index_price.0, mark, doubts);
        plausible::near(&at("lastPrice"), self.last_price.0, mark, doubts);
        Ok(Some(point))
    }

    fn funding(
        &self,
        market: Market,
        now: Timestamp,
        at: impl Fn(&str) -> FieldPath,
        doubts: &mut Doubts,
    ) -> Result<Option<Funding>, Error> {
        let next = self.funding_rate.0.zip(self.next_funding_time.0.filter(|ms| *ms != 0));
        let Some((rate, ms)) = next else { return Ok(None) };
        let hours = self.funding_interval_hour.0.unwrap_or(USUAL_HOURS);
        let interval = Interval::from_ms(hours.saturating_mul(3_600_000));
        let interval_ms = interval.map_err(in_body(at("fundingIntervalHour")))?;
        let ahead = ms - now.to_ms();
        if ahead < 0 || ahead > interval_ms.to_ms() {
            let expected = format!("within an interval, {interval_ms}, after {}", now.to_ms());
            doubts.note(at("nextFundingTime"), ms, expected);
        }
        let time_ms = Timestamp::from_ms(ms).map_err(in_body(at("nextFundingTime")))?;
        let Market { source, instrument, .. } = market;
        let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
        let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at("fundingRate")))?;
        plausible::funding(at("fundingRate").as_str(), rate, doubts);
        plausible::on_grid(&at("nextFundingTime"), ms, interval_ms.to_ms(), doubts);
        Ok(Some(funding))
    }

    /// Open interest is said in contracts and as a value: in the quote currency, or of inverse contracts in the coin.
    fn doubt_value(&self, category: Category, at: impl Fn(&str) -> FieldPath, doubts: &mut Doubts) {
        let said =
            self.open_interest.0.zip(self.open_interest_value.0).filter(|(open, value)| *open > 0.0 && *value > 0.0);
        let (Some((open, value)), Some(price)) = (said, self.mark_price.0.or(self.last_price.0)) else { return };
        let implied = if category == Category::Inverse { open / value } else { value / open };
        if !(0.9..=1.1).contains(&(implied / price)) {
            doubts.note(at("openInterest"), open, format!("with openInterestValue {value} at a price of {price}"));
        }
    }

    fn open_interest(
        &self,
        category: Category,
        market: Market,
        time_ms: Timestamp,
        at: impl Fn(&str) -> FieldPath,
    ) -> Result<Option<OpenInterest>, Error> {
        let Some(open) = self.open_interest.0.filter(|_| category != Category::Spot) else { return Ok(None) };
        let (open_base, open_usd) = if category == Category::Inverse { (None, Some(open)) } else { (Some(open), None) };
        let Market { source, instrument, .. } = market;
        let fields = OpenInterestFields { source, instrument, time_ms, open_base, open_usd };
        OpenInterest::new(fields).map(Some).map_err(|error| at_member(&error, |_| at("openInterest")))
    }
}

//! Binance: spot, USDⓈ-M and COIN-M futures.
//!
//! Traps: prices and rates are text, times are numbers and in some places text, `""` is absent. The last candle is
//! still forming. COIN-M counts contracts: its candles carry the base volume in another place, its open interest needs
//! the contract's size. Errors are `{"code","msg"}`. `leverageBracket` is a signed call: see [`Request::query_string`].
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, binance};
//! use hashinsight_units::Timestamp;
//! let question = binance::LeverageBrackets {
//!     market: binance::Market::Usdm,
//!     instrument: "BTCUSDT".parse()?,
//!     margin_currency: "USDT".parse()?,
//!     sign_ms: Timestamp::from_s(1_780_730_885)?,
//! };
//! let body = include_bytes!("../tests/fixtures/syn_binance_futures_leverage_bracket.json");
//! let table = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_886)?))?.data;
//! assert_eq!(table.tier_at(100_000.0).unwrap().maintenance_rate(), 0.005);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use hashinsight_market::{
    Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval, MarginTier, MarginTierFields,
    MarkPoint, MarkPointFields, OpenInterest as OpenInterestRow, OpenInterestFields,
    OpenInterestHistory as OpenInterestRows, OrderBook, TierTable,
};
use hashinsight_units::{Currency, FieldPath, Timestamp, Usd, wire};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::candles::{self, Candlesticks};
use crate::endpoint::upstream;
use crate::error::{FeedError, PayloadProblem};
use crate::payload::Doubts;
use crate::read::{self, Maybe, MaybeWhole, Number, Scan, Whole, tuple_row};
use crate::source::source;
use crate::venue::{Best, Market as Venue, VenueTicker};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

pub(crate) const SPOT_HOST: &str = "api.binance.com";
pub(crate) const USDM_HOST: &str = "fapi.binance.com";
pub(crate) const COINM_HOST: &str = "dapi.binance.com";

upstream! {
    "Binance", BinanceAsk => BinanceData {
        /// Candles.
        Candles(Candles),
        /// Levels of the book.
        Depth(Depth),
        /// Best prices and 24 hours.
        Ticker(Ticker),
        /// Mark price and coming funding.
        PremiumIndex(PremiumIndex),
        /// Past funding.
        FundingHistory(FundingHistory),
        /// Open interest now.
        OpenInterest(OpenInterest),
        /// Open interest over time.
        OpenInterestHistory(OpenInterestHistory),
        /// Margin tiers.
        LeverageBrackets(LeverageBrackets),
    }
}

/// Which of Binance's markets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceMarket"))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Market {
    /// Spot.
    Spot,
    /// Linear futures, margin in USDT or USDC.
    Usdm,
    /// Inverse futures, margin in the coin.
    Coinm,
}

impl Market {
    const fn host(self) -> &'static str {
        match self {
            Self::Spot => SPOT_HOST,
            Self::Usdm => USDM_HOST,
            Self::Coinm => COINM_HOST,
        }
    }

    fn path(self, name: &str) -> String {
        match self {
            Self::Spot => format!("/api/v3/{name}"),
            Self::Usdm => format!("/fapi/v1/{name}"),
            Self::Coinm => format!("/dapi/v1/{name}"),
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Spot => "binance_spot",
            Self::Usdm => "binance_usdm",
            Self::Coinm => "binance_coinm",
        }
    }

    fn get(self, name: &str, instrument: Instrument) -> Request {
        Request::get(self.host(), self.path(name)).with("symbol", instrument)
    }

    fn venue(self, instrument: Instrument, quote_currency: Currency) -> Result<Venue, FeedError> {
        Ok(Venue { source: source(self.word())?, instrument, quote_currency })
    }

    fn only(self, markets: &[Self]) -> Result<Self, FeedError> {
        if markets.contains(&self) {
            return Ok(self);
        }
        let names: Vec<&str> = markets.iter().map(|market| market.word()).collect();
        Err(FeedError::unsupported("market", self.word(), names.join(" or ")))
    }
}

/// `GET .../klines`: candles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceCandles"))]
#[serde(deny_unknown_fields)]
pub struct Candles {
    /// Which market.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// In which currency its price is.
    pub quote_currency: Currency,
    /// What one candle covers: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days.
    pub interval_ms: Interval,
    /// From when on; absent: the last ones.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub start_ms: Option<Timestamp>,
    /// Up to when.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub end_ms: Option<Timestamp>,
    /// How many at most, up to 1000 (spot) or 1500.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

tuple_row! {
    /// `[open time, open, high, low, close, volume, close time, quote volume (base volume at COIN-M), trades, ...]`
    KlineWire {
        open_time: Whole, open: Number, high: Number, low: Number, close: Number, volume: Number, close_time: Whole,
        other_volume: Number,
    }
}

/// What is needed of a row.
#[derive(Clone, Copy, Debug)]
struct Kline {
    row: candles::Row,
    close_ms: i64,
}

impl Kline {
    fn new(wire: &KlineWire, is_inverse: bool) -> Self {
        let volume = if is_inverse { wire.other_volume } else { wire.volume };
        let row = candles::Row {
            open_ms: wire.open_time.0,
            open: wire.open.0,
            high: wire.high.0,
            low: wire.low.0,
            close: wire.close.0,
            volume_base: Some(volume.0),
        };
        Self { row, close_ms: wire.close_time.0 }
    }

    /// The same in one go, without looking at the value of the other volume and at what follows.
    fn scan(scan: &mut Scan<'_>, is_inverse: bool) -> Option<Self> {
        scan.demand(b'[')?;
        let open_ms = scan.whole()?.0;
        let next = |scan: &mut Scan<'_>| {
            scan.demand(b',')?;
            scan.number().map(|number| number.0)
        };
        let volume = |scan: &mut Scan<'_>, is_base: bool| {
            if is_base {
                return next(scan);
            }
            scan.demand(b',')?;
            scan.skip_number().map(|()| 0.0)
        };
        let (open, high, low, close) = (next(scan)?, next(scan)?, next(scan)?, next(scan)?);
        let volume_base = volume(scan, !is_inverse)?;
        scan.demand(b',')?;
        let close_ms = scan.whole()?.0;
        let inverse_base = volume(scan, is_inverse)?;
        while scan.eat(b',') {
            scan.ignore()?;
        }
        scan.demand(b']')?;
        let volume_base = Some(if is_inverse { inverse_base } else { volume_base });
        Some(Self { row: candles::Row { open_ms, open, high, low, close, volume_base }, close_ms })
    }
}

const INTERVALS: [(i64, &str); 14] = [
    (1, "1m"),
    (3, "3m"),
    (5, "5m"),
    (15, "15m"),
    (30, "30m"),
    (60, "1h"),
    (120, "2h"),
    (240, "4h"),
    (360, "6h"),
    (480, "8h"),
    (720, "12h"),
    (1440, "1d"),
    (4320, "3d"),
    (10080, "1w"),
];

fn interval_word(interval: Interval) -> Result<&'static str, FeedError> {
    let found = INTERVALS.iter().find(|(minutes, _)| minutes * 60_000 == interval.to_ms());
    let unsupported =
        || FeedError::unsupported("interval_ms", interval.to_ms(), "that of an interval that Binance has");
    found.map(|(_, word)| *word).ok_or_else(unsupported)
}

impl Endpoint for Candles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, FeedError> {
        let request = self.market.get("klines", self.instrument).with("interval", interval_word(self.interval_ms)?);
        let request = request.with_some("startTime", self.start_ms.map(Timestamp::to_ms));
        Ok(request.with_some("endTime", self.end_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let is_inverse = self.market == Market::Coinm;
        let klines = read::scanned(
            payload,
            |scan| scan.list(|scan| Kline::scan(scan, is_inverse)),
            || Ok(read::json::<Vec<KlineWire>>(payload)?.iter().map(|wire| Kline::new(wire, is_inverse)).collect()),
        )?;
        let mut doubts = Doubts::new(payload);
        let whole = |kline: &Kline| kline.close_ms.checked_sub(kline.row.open_ms) == Some(self.interval_ms.to_ms() - 1);
        if let Some(index) = klines.iter().position(|kline| !whole(kline)) {
            let path = FieldPath::default().index(index).index(6);
            doubts.note(path, klines[index].close_ms, format!("the interval after the open, {}", self.interval_ms));
        }
        let Venue { source, instrument, quote_currency } = self.market.venue(self.instrument, self.quote_currency)?;
        let rows = klines.iter().map(|kline| kline.row);
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms };
        let data = candles::read(series, rows, &FieldPath::default(), payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// `GET .../depth`: levels of the book, at spot and USDⓈ-M.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceDepth"))]
#[serde(deny_unknown_fields)]
pub struct Depth {
    /// Which market: spot or USDⓈ-M.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// In which currency its price is.
    pub quote_currency: Currency,
    /// Levels of each side.
    pub limit: u32,
}

tuple_row! {
    /// `[price, quantity]`
    Level { price: Number, size: Number }
}

#[derive(Deserialize)]
struct DepthWire {
    /// Time of the event, at futures only.
    #[serde(rename = "E", default)]
    event_time: MaybeWhole,
    /// At some futures only.
    #[serde(default)]
    symbol: Option<Instrument>,
    bids: Vec<Level>,
    asks: Vec<Level>,
}

impl Endpoint for Depth {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, FeedError> {
        let market = self.market.only(&[Market::Spot, Market::Usdm])?;
        Ok(market.get("depth", self.instrument).with("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let market = self.market.only(&[Market::Spot, Market::Usdm])?;
        let wire: DepthWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        wire.symbol.map_or(Ok(()), |symbol| same("symbol", symbol, self.instrument))?;
        let time_ms = match wire.event_time.0 {
            Some(ms) => doubts.past("E", ms)?,
            None => payload.received_ms,
        };
        let side = |levels: Vec<Level>| levels.into_iter().map(|level| (level.price.0, level.size.0));
        let venue = market.venue(self.instrument, self.quote_currency)?;
        let book = venue.book("", time_ms, side(wire.bids), side(wire.asks))?;
        Ok(doubts.done(book))
    }
}

/// `GET .../ticker/24hr`: best prices (spot only) and 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceTicker"))]
#[serde(deny_unknown_fields)]
pub struct Ticker {
    /// Which market.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// In which currency its price is.
    pub quote_currency: Currency,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct TickerWire {
    symbol: Instrument,
    last_price: Number,
    #[serde(default)]
    bid_price: Maybe,
    #[serde(default)]
    ask_price: Maybe,
    volume: Number,
    #[serde(default)]
    base_volume: Maybe,
    #[serde(default)]
    price_change_percent: Maybe,
    close_time: Whole,
}

impl Endpoint for Ticker {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(self.market.get("ticker/24hr", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: TickerWire = one(payload, self.instrument, |wire: &TickerWire| wire.symbol, &mut doubts)?;
        let time_ms = doubts.past("closeTime", wire.close_time.0)?;
        let best = Best { bid: wire.bid_price.0, ask: wire.ask_price.0, last: Some(wire.last_price.0) };
        let venue = self.market.venue(self.instrument, self.quote_currency)?;
        let quote = venue.quote("lastPrice", time_ms, best, &mut doubts)?;
        let volume = if self.market == Market::Coinm { wire.base_volume.0 } else { Some(wire.volume.0) };
        if let Some(volume) = volume.filter(|volume| *volume < 0.0) {
            return Err(FeedError::payload(PayloadProblem::OutOfRange, "volume", volume, "at least 0"));
        }
        let change = wire.price_change_percent.0;
        if let Some(percent) = change {
            doubts.range("priceChangePercent", percent, -80.0, 400.0, " percent");
        }
        Ok(doubts.done(VenueTicker {
            quote,
            volume_24h_base: volume,
            change_24h: change.map(|percent| percent / 100.0),
        }))
    }
}

/// An object, or the one of a list that is about the instrument: COIN-M answers a list even to one symbol.
fn one<T: DeserializeOwned + PartialEq>(
    payload: &Payload<'_>,
    instrument: Instrument,
    symbol: impl Fn(&T) -> Instrument,
    doubts: &mut Doubts,
) -> Result<T, FeedError> {
    let of_list = payload.body.trim_ascii_start().starts_with(b"[");
    let mut list: Vec<T> = if of_list { read::json(payload)? } else { vec![read::json(payload)?] };
    let other = list.first().map_or_else(|| "none".to_owned(), |item| symbol(item).to_string());
    list.retain(|item| symbol(item) == instrument);
    let item = list
        .pop()
        .ok_or_else(|| FeedError::payload(PayloadProblem::Unknown, "symbol", other, instrument.to_string()))?;
    if list.iter().any(|twin| *twin != item) {
        let allowed = format!("one entry for {instrument}; several differ");
        return Err(FeedError::payload(PayloadProblem::Several, "symbol", instrument, allowed));
    }
    if !list.is_empty() {
        doubts.note("symbol", instrument, "each instrument once; the same entry again is left out");
    }
    Ok(item)
}

/// Refuses an answer that says itself that it is about another instrument.
fn same(path: impl Into<FieldPath>, said: Instrument, asked: Instrument) -> Result<(), FeedError> {
    if said == asked {
        return Ok(());
    }
    Err(FeedError::payload(PayloadProblem::Unknown, path, said, asked.to_string()))
}

/// `GET .../premiumIndex`: mark price and coming funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinancePremiumIndex"))]
#[serde(deny_unknown_fields)]
pub struct PremiumIndex {
    /// Which market: USDⓈ-M or COIN-M.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// In which currency its price is.
    pub quote_currency: Currency,
    /// How often funding is paid; Binance says it elsewhere (`fundingInfo`): 8 hours for most, 4 or 1 for some.
    pub funding_interval_ms: Interval,
}

/// Mark price and coming funding of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct MarkAndFunding {
    /// Mark and index.
    pub mark: MarkPoint,
    /// The coming payment at the rate of now: a forecast. Delivery contracts have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_funding: Option<Funding>,
    /// Estimated settlement price, said in the last hour before settlement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub estimated_settlement: Option<f64>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PremiumWire {
    symbol: Instrument,
    mark_price: Number,
    #[serde(default)]
    index_price: Maybe,
    #[serde(default)]
    estimated_settle_price: Maybe,
    #[serde(default)]
    last_funding_rate: Maybe,
    #[serde(default)]
    next_funding_time: MaybeWhole,
    time: Whole,
}

impl Endpoint for PremiumIndex {
    type Data = MarkAndFunding;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(self.market.only(&[Market::Usdm, Market::Coinm])?.get("premiumIndex", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<MarkAndFunding>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let wire: PremiumWire = one(payload, self.instrument, |wire: &PremiumWire| wire.symbol, &mut doubts)?;
        let Venue { source, instrument, quote_currency } = market.venue(self.instrument, self.quote_currency)?;
        let time_ms = doubts.past("time", wire.time.0)?;
        let index = wire.index_price.0.filter(|price| *price != 0.0);
        let fields = MarkPointFields { source, instrument, quote_currency, time_ms, mark: wire.mark_price.0, index };
        let mark = MarkPoint::new(fields).map_err(FeedError::market("markPrice"))?;
        plausible::price("markPrice", wire.mark_price.0, instrument, quote_currency, &mut doubts);
        let next = wire.last_funding_rate.0.zip(wire.next_funding_time.0.filter(|ms| *ms != 0));
        let next_funding = match next {
            None => None,
            Some((rate, ms)) => {
                plausible::funding("lastFundingRate", rate, &mut doubts);
                let time_ms = Timestamp::from_ms(ms).map_err(FeedError::unit("nextFundingTime"))?;
                let interval_ms = self.funding_interval_ms;
                let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
                Some(Funding::new(fields).map_err(FeedError::market("lastFundingRate"))?)
            }
        };
        let estimated_settlement = wire.estimated_settle_price.0.filter(|price| *price > 0.0);
        Ok(doubts.done(MarkAndFunding { mark, next_funding, estimated_settlement }))
    }
}

/// `GET .../fundingRate`: past funding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceFundingHistory"))]
#[serde(deny_unknown_fields)]
pub struct FundingHistory {
    /// Which market: USDⓈ-M or COIN-M.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// How often funding is paid: 8 hours for most contracts.
    pub funding_interval_ms: Interval,
    /// From when on; absent: the last ones.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub start_ms: Option<Timestamp>,
    /// How many at most, up to 1000.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FundingWire {
    symbol: Instrument,
    funding_rate: Number,
    funding_time: Whole,
}

impl Endpoint for FundingHistory {
    type Data = FundingRows;

    fn request(&self) -> Result<Request, FeedError> {
        let request = self.market.only(&[Market::Usdm, Market::Coinm])?.get("fundingRate", self.instrument);
        Ok(request.with_some("startTime", self.start_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FundingRows>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let wire: Vec<FundingWire> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (source, instrument, interval_ms) = (source(market.word())?, self.instrument, self.funding_interval_ms);
        let mut rows = Vec::with_capacity(wire.len());
        for (index, row) in wire.iter().enumerate() {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            same(at("symbol"), row.symbol, instrument)?;
            plausible::funding(at("fundingRate").as_str(), row.funding_rate.0, &mut doubts);
            let time_ms = doubts.past(at("fundingTime"), row.funding_time.0)?;
            let fields =
                FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: row.funding_rate.0 };
            rows.push((index, Funding::new(fields).map_err(FeedError::market(FieldPath::default().index(index)))?));
        }
        let by_time = |a: &Funding, b: &Funding| a.time_ms().cmp(&b.time_ms());
        history::ordered(&mut rows, by_time, Funding::rate_per_interval, &FieldPath::default(), &mut doubts);
        let mut history = FundingRows::new(source, instrument, interval_ms);
        for (index, row) in rows {
            history.push(row).map_err(FeedError::market(FieldPath::default().index(index)))?;
        }
        Ok(doubts.done(history))
    }
}

/// `GET .../openInterest`: open interest now.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceOpenInterest"))]
#[serde(deny_unknown_fields)]
pub struct OpenInterest {
    /// Which market: USDⓈ-M or COIN-M.
    pub market: Market,
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// Size of a contract at COIN-M, which counts contracts: 100 USD for bitcoin, 10 USD for the others.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub contract_usd: Option<Usd>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenInterestWire {
    symbol: Instrument,
    open_interest: Number,
    time: Whole,
}

impl Endpoint for OpenInterest {
    type Data = OpenInterestRow;

    fn request(&self) -> Result<Request, FeedError> {
        Ok(self.market.only(&[Market::Usdm, Market::Coinm])?.get("openInterest", self.instrument))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRow>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let wire: OpenInterestWire = one(payload, self.instrument, |wire: &OpenInterestWire| wire.symbol, &mut doubts)?;
        let open = wire.open_interest.0;
        let (open_base, open_usd) = match (market, self.contract_usd) {
            (Market::Coinm, Some(contract)) => (None, Some(open * contract.get())),
            (Market::Coinm, None) => {
                let allowed = "the size of a contract, because COIN-M counts contracts";
                return Err(FeedError::parameter("contract_usd", "missing", "absent", allowed));
            }
            _ => (Some(open), None),
        };
        let fields = OpenInterestFields {
            source: source(market.word())?,
            instrument: self.instrument,
            time_ms: doubts.past("time", wire.time.0)?,
            open_base,
            open_usd,
        };
        Ok(doubts.done(OpenInterestRow::new(fields).map_err(FeedError::market("openInterest"))?))
    }
}

/// `GET /futures/data/openInterestHist`: open interest over time, at USDⓈ-M; the last 30 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceOpenInterestHistory"))]
#[serde(deny_unknown_fields)]
pub struct OpenInterestHistory {
    /// Symbol, like `BTCUSDT`.
    pub instrument: Instrument,
    /// How far apart: 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, a day.
    pub interval_ms: Interval,
    /// How many at most, up to 500.
    #[serde(default, deserialize_with = "wire::present", skip_serializing_if = "Option::is_none")]
    pub limit: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OpenInterestRowWire {
    symbol: Instrument,
    sum_open_interest: Number,
    timestamp: Whole,
}

impl Endpoint for OpenInterestHistory {
    type Data = OpenInterestRows;

    fn request(&self) -> Result<Request, FeedError> {
        let request = Request::get(USDM_HOST, "/futures/data/openInterestHist").with("symbol", self.instrument);
        Ok(request.with("period", interval_word(self.interval_ms)?).with_some("limit", self.limit))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<OpenInterestRows>, FeedError> {
        let wire: Vec<OpenInterestRowWire> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (source, instrument) = (source(Market::Usdm.word())?, self.instrument);
        let mut rows = Vec::with_capacity(wire.len());
        for (index, row) in wire.iter().enumerate() {
            let at = |field: &str| FieldPath::default().index(index).field(field);
            same(at("symbol"), row.symbol, instrument)?;
            let time_ms = doubts.past(at("timestamp"), row.timestamp.0)?;
            let open_base = Some(row.sum_open_interest.0);
            let fields = OpenInterestFields { source, instrument, time_ms, open_base, open_usd: None };
            let row = OpenInterestRow::new(fields).map_err(FeedError::market(FieldPath::default().index(index)))?;
            rows.push((index, row));
        }
        let by_time = |a: &OpenInterestRow, b: &OpenInterestRow| a.time_ms().cmp(&b.time_ms());
        let shown = |row: &OpenInterestRow| row.open_base().unwrap_or_default(); // given in every row, above
        history::ordered(&mut rows, by_time, shown, &FieldPath::default(), &mut doubts);
        let mut history = OpenInterestRows::new(source, instrument);
        for (index, row) in rows {
            history.push(row).map_err(FeedError::market(FieldPath::default().index(index)))?;
        }
        Ok(doubts.done(history))
    }
}

/// `GET .../leverageBracket`: margin tiers. A signed call: append `timestamp` and `signature` to the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "BinanceLeverageBrackets"))]
#[serde(deny_unknown_fields)]
pub struct LeverageBrackets {
    /// Which market: USDⓈ-M, or COIN-M (notional in coins).
    pub market: Market,
    /// Symbol, like `BTCUSDT`; the pair at COIN-M.
    pub instrument: Instrument,
    /// The currency of notional and margin.
    pub margin_currency: Currency,
    /// When the request is signed.
    pub sign_ms: Timestamp,
}

#[derive(PartialEq, Deserialize)]
struct BracketsWire {
    #[serde(alias = "pair")]
    symbol: Instrument,
    brackets: Vec<BracketWire>,
}

#[derive(PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BracketWire {
    initial_leverage: Number,
    #[serde(alias = "qtyCap")]
    notional_cap: Number,
    // The misspelled key exists.
    #[serde(alias = "qtyFloor", alias = "qtylFloor")]
    notional_floor: Number,
    maint_margin_ratio: Number,
    cum: Number,
}

impl Endpoint for LeverageBrackets {
    type Data = TierTable;

    fn request(&self) -> Result<Request, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        Ok(market.get("leverageBracket", self.instrument).with("timestamp", self.sign_ms.to_ms()))
    }

    fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<TierTable>, FeedError> {
        let market = self.market.only(&[Market::Usdm, Market::Coinm])?;
        let mut doubts = Doubts::new(payload);
        let wire: BracketsWire = one(payload, self.instrument, |wire: &BracketsWire| wire.symbol, &mut doubts)?;
        let (source, instrument) = (source(market.word())?, self.instrument);
        let (margin_currency, time_ms) = (self.margin_currency, payload.received_ms);
        let mut tiers = Vec::with_capacity(wire.brackets.len());
        for (index, row) in wire.brackets.iter().enumerate() {
            let fields = MarginTierFields {
                source,
                instrument,
                margin_currency,
                time_ms,
                notional_floor: row.notional_floor.0,
                notional_cap: row.notional_cap.0,
                maintenance_rate: row.maint_margin_ratio.0,
                deduction: row.cum.0,
                max_leverage: row.initial_leverage.0,
            };
            let path = FieldPath::new("brackets").index(index);
            tiers.push((index, MarginTier::new(fields).map_err(FeedError::market(path))?));
        }
        tiers.sort_by(|(_, a), (_, b)| a.notional_floor().total_cmp(&b.notional_floor()));
        let mut table = TierTable::new(source, instrument, margin_currency, time_ms);
        for (index, tier) in tiers {
            table.push(tier).map_err(FeedError::market(FieldPath::new("brackets").index(index)))?;
        }
        if table.is_empty() {
            return Err(FeedError::payload(PayloadProblem::Length, "brackets", 0, "at least one bracket"));
        }
        Ok(doubts.done(table))
    }
}

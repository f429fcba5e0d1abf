//! CoinGecko: spot price, history, candles.
//!
//! Traps: an unknown coin is `{}` with status 200. Any value may be `null`; in a history such rows are left out and
//! noted. Changes are percent. The last point of a history is "now" and not on the grid. Candles carry the time of
//! their close. A call that fails counts against the plan too; the Demo plan asks for attribution.
//!
//! ```
//! use hashinsight_feeds::{Endpoint, Payload, coingecko};
//! use hashinsight_units::{Currency, Timestamp};
//! let question = coingecko::SimplePrice::new("bitcoin".parse()?, Currency::USD);
//! let body = br#"{"bitcoin":{"usd":60823.2,"usd_24h_change":-1.5,"last_updated_at":1780730870}}"#;
//! let spot = question.parse(&Payload::new(body, Timestamp::from_s(1_780_730_885)?))?.data;
//! assert_eq!((spot.price.last_price(), spot.change_24h), (Some(60_823.2), Some(-0.015)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub(crate) mod host;

use hashinsight_market::{Instrument, Interval, Quote, Quotes, Series};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record};

use self::host::HOST;
use crate::candles::{self, Candlesticks};
use crate::decimal::of_percent;
use crate::encoding::segment;
use crate::endpoint::upstream;
use crate::error::{FeedError, at_member, missing, out_of_range, refuse, unsupported};
use crate::kind::parts;
use crate::payload::{Doubts, Window, ms_by_magnitude};
use crate::read::{self, Each, Maybe, MaybeWhole, Number, Whole, wire};
use crate::source::source;
use crate::time::DAY_MS;
use crate::{Access, Endpoint, Parsed, Payload, Request, history, plausible, spacing, venue};

const SOURCE: &str = "coingecko";

upstream! {
    "CoinGecko", CoingeckoAsk => CoingeckoData {
        /// Price of a coin now.
        SimplePrice(SimplePrice),
        /// Prices, market capitalization and volume over time.
        MarketChart(MarketChart),
        /// Candles without volume.
        Ohlc(Ohlc),
    }
}

/// `GET /api/v3/simple/price`: price of a coin now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoingeckoSimplePrice")]
#[non_exhaustive]
pub struct SimplePrice {
    /// Identifier of the coin at CoinGecko, like `bitcoin`.
    #[record(example = "bitcoin")]
    pub coin: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
}

/// Price of a coin, and its market.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SpotPrice {
    /// Last price of the coin.
    pub price: Quote,
    /// Market capitalization in the quote currency.
    pub market_cap: Option<f64>,
    /// Trading volume of 24 hours in the quote currency.
    pub volume_24h: Option<f64>,
    /// Change of the price in 24 hours, as a fraction (received as percent).
    pub change_24h: Option<f64>,
}

parts! { SpotPrice { price } }

impl Endpoint for SimplePrice {
    type Data = SpotPrice;

    fn request(&self) -> Result<Request, Error> {
        let request = Request::get(HOST, "/api/v3/simple/price").with("ids", self.coin);
        let request = request.with("vs_currencies", self.quote_currency.as_str().to_ascii_lowercase());
        let includes = ["include_market_cap", "include_24hr_vol", "include_24hr_change", "include_last_updated_at"];
        Ok(includes.iter().fold(request, |request, name| request.with(name, "true")).with("precision", "full"))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<SpotPrice>, FeedError> {
        let document = read::document(payload)?;
        let members = read::members(payload, &document)?;
        let mut doubts = Doubts::new(payload);
        let (coin, currency) = (self.coin.as_str(), self.quote_currency.as_str().to_ascii_lowercase());
        let Some(entry) = members.members(coin) else {
            let unknown = missing(coin, "a coin that CoinGecko knows");
            return Err(read::refusal_or(payload, &document, unknown));
        };
        let (entry, at) = (entry?, FieldPath::new(coin));
        let maybe = |key: &str| entry.read::<Maybe>(&at, key).transpose().map(|maybe| maybe.and_then(|maybe| maybe.0));
        let path = FieldPath::new(coin).field(&currency);
        let price = maybe(&currency)?.ok_or_else(|| missing(path.clone(), "a price"))?;
        let time_ms = match entry.read::<MaybeWhole>(&at, "last_updated_at").transpose()?.and_then(|time| time.0) {
            None => payload.received_ms,
            Some(time) => doubts.live(FieldPath::new(coin).field("last_updated_at"), ms_by_magnitude(time))?,
        };
        plausible::price(path.as_str(), price, self.coin, self.quote_currency, &mut doubts);
        let quote = history::last_price((source(SOURCE), self.coin, self.quote_currency), time_ms, price);
        let amount = |suffix: &str| {
            let key = format!("{currency}_{suffix}");
            match maybe(&key)? {
                Some(value) if value < 0.0 => {
                    let path = FieldPath::new(coin).field(&key);
                    Err(refuse(Problem::OutOfRange, path, value, "at least 0"))
                }
                other => Ok(other),
            }
        };
        let change = maybe(&format!("{currency}_24h_change"))?;
        venue::change(&FieldPath::new(coin).field(&format!("{currency}_24h_change")), change, &mut doubts)?;
        let market_cap = amount("market_cap")?;
        if let Some(cap) = market_cap.filter(|cap| *cap != 0.0) {
            supply(self.coin, &FieldPath::new(coin).field(&format!("{currency}_market_cap")), cap, price, &mut doubts);
        }
        Ok(doubts.done(SpotPrice {
            price: quote.map_err(|error| at_member(&error, |_| path))?,
            market_cap,
            volume_24h: amount("24h_vol")?,
            change_24h: change.map(of_percent),
        }))
    }
}

/// A capitalization of bitcoin is its price times the coins there are.
fn supply(coin: Instrument, path: &FieldPath, cap: f64, price: f64, doubts: &mut Doubts) {
    let coins = cap / price;
    if coin.as_str() == "bitcoin" && !(0.5e7..=2.2e7).contains(&coins) {
        doubts.note(path.clone(), cap, format!("0.5e7 to 2.2e7 coins at the price, {price}"));
    }
}

/// `GET /api/v3/coins/{id}/market_chart`: prices, market capitalization and volume over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoingeckoMarketChart")]
#[non_exhaustive]
pub struct MarketChart {
    /// Identifier of the coin at CoinGecko, like `bitcoin`.
    #[record(example = "bitcoin")]
    pub coin: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Length of the history, in days: 1 answers every five minutes, up to 90 every hour, above every day (and the current value as one
    /// point more). More than 365 need a key of the Pro plan.
    #[record(example = 30)]
    pub days: u32,
}

/// Market of a coin over time.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct MarketHistory {
    /// Prices of the coin.
    pub prices: Quotes,
    /// Market capitalization in the quote currency.
    pub market_cap: Series,
    /// Trading volume of the 24 hours before, in the quote currency.
    pub volume_24h: Series,
}

parts! { MarketHistory { prices, market_cap, volume_24h } }

wire! {
    /// `[ms, value]`
    row ChartRow { time: Whole, value: Maybe }
}

wire! {
    struct ChartWire {
        prices: Vec<Each<ChartRow>>,
        market_caps: Vec<Each<ChartRow>>,
        total_volumes: Vec<Each<ChartRow>>,
    }
}

impl MarketChart {
    /// Refuses a history that the plan of a key does not have: without one of the Pro plan it is that of a year.
    pub(crate) fn check_plan(&self, access: Option<&Access>) -> Result<(), Error> {
        if self.days > 365 && !matches!(access, Some(Access::CoingeckoPro(_))) {
            return Err(out_of_range("days", self.days, "1 to 365, or more with a key of the Pro plan"));
        }
        Ok(())
    }

    /// How far apart the points of an answer are.
    const fn distance_ms(&self) -> i64 {
        match self.days {
            0..=1 => 300_000,
            2..=90 => 3_600_000,
            _ => DAY_MS,
        }
    }
}

impl Endpoint for MarketChart {
    type Data = MarketHistory;

    fn request(&self) -> Result<Request, Error> {
        if self.days == 0 {
            return Err(out_of_range("days", 0, "at least 1"));
        }
        let request = Request::get(HOST, format!("/api/v3/coins/{}/market_chart", segment(self.coin)));
        Ok(request.with("vs_currency", self.quote_currency.as_str().to_ascii_lowercase()).with("days", self.days))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<MarketHistory>, FeedError> {
        let wire: ChartWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let source = source(SOURCE);
        let window = Window::days(payload, self.days);
        let rows = |name: &'static str, rows: Vec<Each<ChartRow>>, doubts: &mut Doubts| {
            let list = FieldPath::new(name);
            let rows = history::each(rows, &list, doubts, |index, row, doubts| {
                let at = list.clone().index(index);
                doubts.within(|| at.clone().index(0), row.time.0, &window);
                if let Some(value) = row.value.0 {
                    history::not_negative(at.clone().index(1), value)?;
                    if value == 0.0 && name != "prices" {
                        doubts.note(at.index(1), value, "above 0");
                    }
                }
                Ok((row.time.0, row.value.0))
            })?;
            let times = rows.iter().map(|(index, (ms, _))| (*index, *ms));
            spacing::check(times, self.distance_ms(), |index| list.clone().index(index).index(0), doubts);
            Ok::<_, Error>((history::again(rows), list))
        };
        let of = (source, self.coin, self.quote_currency);
        let (prices, list) = rows("prices", wire.prices, &mut doubts)?;
        let prices = history::prices(of, prices, &list, &mut doubts)?;
        let (caps, list) = rows("market_caps", wire.market_caps, &mut doubts)?;
        let market_cap = history::series((source, plausible::STEP_PRICE), caps, &list, &mut doubts)?;
        let (volumes, list) = rows("total_volumes", wire.total_volumes, &mut doubts)?;
        let volume_24h = history::series((source, plausible::STEP_FLOW), volumes, &list, &mut doubts)?;
        let last_price = prices.last().and_then(|quote| quote.last_price());
        if let (Some(price), Some(cap)) = (last_price, market_cap.last())
            && cap.value() != 0.0
        {
            supply(self.coin, &"market_caps".into(), cap.value(), price, &mut doubts);
        }
        Ok(doubts.done(MarketHistory { prices, market_cap, volume_24h }))
    }
}

/// `GET /api/v3/coins/{id}/ohlc`: candles without volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoingeckoOhlc")]
#[non_exhaustive]
pub struct Ohlc {
    /// Identifier of the coin at CoinGecko, like `bitcoin`.
    #[record(example = "bitcoin")]
    pub coin: Instrument,
    /// Currency of the prices.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Length of the history, in days: 1, 7, 14, 30, 90, 180 or 365.
    #[record(example = 30)]
    pub days: u32,
    /// Interval of one candle, in milliseconds, where the plan lets one choose: an hour or a day. Absent: 30 minutes for 1 day, 4 hours up
    /// to 30 days and 4 days above.
    pub interval_ms: Option<Interval>,
}

wire! {
    /// `[ms of the close, open, high, low, close]`
    row OhlcRow { close_time: Whole, open: Number, high: Number, low: Number, close: Number }
}

impl Ohlc {
    #[expect(clippy::expect_used, reason = "each is between a millisecond and a year")]
    fn interval(&self) -> Interval {
        let minutes = match self.days {
            0..=2 => 30,
            3..=30 => 240,
            _ => 5760,
        };
        self.interval_ms.unwrap_or_else(|| Interval::from_ms(minutes * 60_000).expect("an interval"))
    }
}

impl Endpoint for Ohlc {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        let interval = match self.interval_ms {
            None => None,
            Some(Interval::HOUR) => Some("hourly"),
            Some(Interval::DAY) => Some("daily"),
            Some(other) => return Err(unsupported("interval_ms", other.to_ms(), "3600000 or 86400000")),
        };
        if ![1, 7, 14, 30, 90, 180, 365].contains(&self.days) {
            return Err(unsupported("days", self.days, "1, 7, 14, 30, 90, 180 or 365"));
        }
        let most = if self.interval_ms == Some(Interval::HOUR) { 90 } else { 180 };
        if self.interval_ms.is_some() && self.days > most {
            return Err(unsupported("days", self.days, format!("at most {most} with this interval")));
        }
        let request = Request::get(HOST, format!("/api/v3/coins/{}/ohlc", segment(self.coin)));
        let request = request.with("vs_currency", self.quote_currency.as_str().to_ascii_lowercase());
        Ok(request.with("days", self.days).with_some("interval", interval))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let wire: Vec<Each<OhlcRow>> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let (interval, list) = (self.interval(), FieldPath::default());
        let (source, instrument, quote_currency) = (source(SOURCE), self.coin, self.quote_currency);
        let window = Window::days(payload, self.days);
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            // The close is the time that stands there.
            doubts.past(list.clone().index(index).index(0), row.close_time.0)?;
            doubts.within(|| list.clone().index(index).index(0), row.close_time.0, &window);
            Ok(candles::Row {
                open_ms: row.close_time.0.saturating_sub(interval.to_ms()),
                open: row.open.0,
                high: row.high.0,
                low: row.low.0,
                close: row.close.0,
                volume_base: None,
            })
        })?;
        let at = candles::columns(&["open_time_ms", "open", "high", "low", "close"]);
        let series = candles::Series { source, instrument, quote_currency, interval, at: &at };
        let data = candles::read(series, rows.iter().copied(), &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

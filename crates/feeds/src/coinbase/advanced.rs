//! Advanced Trade.

use hashinsight_market::{Instrument, Interval, OrderBook};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use super::host::ADVANCED;
use super::product::{check_count, instant, venue};
use crate::candles::{self, Candlesticks};
use crate::decimal::of_percent;
use crate::encoding::segment;
use crate::error::{FeedError, missing, out_of_range, refuse, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{self, Each, Maybe, Number, Percent, Whole, wire};
use crate::venue::{Best, Market, VenueTicker, volume};
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET api.coinbase.com/api/v3/brokerage/market/products/{id}/candles`, at most 350.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseAdvancedCandles")]
#[non_exhaustive]
pub struct AdvancedCandles {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Interval of one candle, in milliseconds: 1, 5, 15, 30 minutes, 1, 2, 6 hours, a day.
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_617_600_000)]
    pub start_ms: Timestamp,
    /// Last instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub end_ms: Timestamp,
}

wire! {
    struct AdvancedCandlesWire {
        candles: Vec<Each<AdvancedCandle>>,
    }
}

wire! {
    struct AdvancedCandle {
        start: Whole,
        low: Number,
        high: Number,
        open: Number,
        close: Number,
        volume: Number,
    }
}

impl Endpoint for AdvancedCandles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        let word = match self.interval_ms.to_ms() / 60_000 {
            1 => "ONE_MINUTE",
            5 => "FIVE_MINUTE",
            15 => "FIFTEEN_MINUTE",
            30 => "THIRTY_MINUTE",
            60 => "ONE_HOUR",
            120 => "TWO_HOUR",
            360 => "SIX_HOUR",
            1440 => "ONE_DAY",
            _ => "",
        };
        if word.is_empty() || self.interval_ms.to_ms() % 60_000 != 0 {
            let allowed = "1, 5, 15, 30, 60, 120, 360 or 1440 minutes";
            return Err(unsupported("interval_ms", self.interval_ms.to_ms(), allowed));
        }
        check_count(Some(self.start_ms), Some(self.end_ms), self.interval_ms, 350)?;
        let id = segment(self.instrument);
        let request = Request::get(ADVANCED, format!("/api/v3/brokerage/market/products/{id}/candles"));
        Ok(request.with("start", self.start_ms.to_s()).with("end", self.end_ms.to_s()).with("granularity", word))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let wire: AdvancedCandlesWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let contracts = counts_contracts(self.instrument);
        let list = FieldPath::new("candles");
        let window = Window { start: Some(self.start_ms), end: Some(self.end_ms), slack_ms: self.interval_ms.to_ms() };
        let rows = history::each(wire.candles, &list, &mut doubts, |index, row, doubts| {
            let at = |member: &str| list.clone().index(index).field(member);
            let open_ms = doubts.past_s(at("start"), row.start.0)?.to_ms();
            doubts.within(|| at("start"), open_ms, &window);
            if contracts {
                let expected = "coins; those of this future are contracts and left out";
                doubts.note(at("volume"), row.volume.0, expected);
            }
            Ok(candles::Row {
                open_ms,
                open: row.open.0,
                high: row.high.0,
                low: row.low.0,
                close: row.close.0,
                volume_base: Some(row.volume.0).filter(|_| !contracts),
            })
        })?;
        let at = |index: usize, field: &str| {
            let member = match field {
                "open_time_ms" => "start",
                "volume_base" => "volume",
                other => other,
            };
            FieldPath::new("candles").index(index).field(member)
        };
        let Market { source, instrument, quote_currency } = venue(self.instrument, self.quote_currency)?;
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms, at: &at };
        let data = candles::read(series, rows.iter().copied(), &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// `GET api.coinbase.com/api/v3/brokerage/market/products/{id}`: last price and 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseAdvancedProduct")]
#[non_exhaustive]
pub struct AdvancedProduct {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
}

wire! {
    struct ProductWire {
        product_id: Instrument,
        price: Maybe,
        price_percentage_change_24h: Percent = default,
        volume_24h: Maybe = default,
        approximate_quote_24h_volume: Maybe = default,
        quote_currency_id: Option<String>,
        base_currency_id: Option<String>,
        status: Option<String>,
        is_disabled: Option<bool>,
        trading_disabled: Option<bool>,
        cancel_only: Option<bool>,
        post_only: Option<bool>,
        view_only: Option<bool>,
        auction_mode: Option<bool>,
        product_type: Option<String>,
        future_product_details: Option<FutureDetails>,
    }
}

wire! {
    struct FutureDetails {
        contract_size: Maybe = default,
    }
}

impl ProductWire {
    /// Notes that nothing trades at the price: it is that of another day.
    fn doubt_state(&self, doubts: &mut Doubts) {
        let flags = [
            ("is_disabled", self.is_disabled),
            ("trading_disabled", self.trading_disabled),
            ("cancel_only", self.cancel_only),
            ("post_only", self.post_only),
            ("view_only", self.view_only),
            ("auction_mode", self.auction_mode),
        ];
        for (flag, _) in flags.iter().filter(|(_, is_set)| *is_set == Some(true)) {
            doubts.note(*flag, true, "false: nothing trades at this price");
        }
        let closed = |status: &&str| !status.is_empty() && *status != "online";
        if let Some(status) = self.status.as_deref().filter(closed) {
            doubts.note("status", status, "online");
        }
    }

    /// Coins that changed hands in 24 hours: a future counts contracts.
    fn volume_base(&self, doubts: &mut Doubts) -> Result<Option<f64>, Error> {
        let volume = volume(&"volume_24h".into(), self.volume_24h.0)?;
        let size = self.future_product_details.as_ref().and_then(|details| details.contract_size.0);
        let is_future = self.product_type.as_deref().map_or(size.is_some(), |kind| kind == "FUTURE");
        let Some(contracts) = volume.filter(|_| is_future) else { return Ok(volume) };
        let Some(size) = size else {
            let expected = "contracts of a size that future_product_details.contract_size says; left out";
            doubts.note("volume_24h", contracts, expected);
            return Ok(None);
        };
        if !(size > 0.0 && size <= 1e9) {
            let path = "future_product_details.contract_size";
            return Err(refuse(Problem::OutOfRange, path, size, "above 0, at most 1e9 coins"));
        }
        if contracts > 1e18 {
            return Err(refuse(Problem::OutOfRange, "volume_24h", contracts, "0 to 1e18 contracts"));
        }
        Ok(Some(contracts * size))
    }
}

/// Whether a product is a future of Coinbase's US exchange, whose candles and books count contracts and do not say of
/// what size.
fn counts_contracts(instrument: Instrument) -> bool {
    instrument.as_str().ends_with("-CDE")
}

impl Endpoint for AdvancedProduct {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        Ok(Request::get(ADVANCED, format!("/api/v3/brokerage/market/products/{}", segment(self.instrument))))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let wire: ProductWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if wire.product_id != self.instrument {
            let allowed = self.instrument.to_string();
            return Err(refuse(Problem::Unknown, "product_id", wire.product_id, allowed).into());
        }
        let quote = wire.quote_currency_id.as_deref().filter(|quote| !quote.is_empty());
        if let Some(quote) = quote.filter(|quote| *quote != self.quote_currency.as_str()) {
            let (path, allowed) = ("quote_currency_id", self.quote_currency.to_string());
            return Err(refuse(Problem::Unknown, path, quote, allowed).into());
        }
        let asked = self.instrument.as_str().split('-').next().unwrap_or_default();
        let is_spot = wire.product_type.as_deref() == Some("SPOT");
        if let Some(base) =
            wire.base_currency_id.as_deref().filter(|base| is_spot && !base.is_empty() && *base != asked)
        {
            return Err(refuse(Problem::Unknown, "base_currency_id", base, asked).into());
        }
        wire.doubt_state(&mut doubts);
        let last = wire.price.0.ok_or_else(|| missing("price", "a price"))?;
        let best = Best::last("price", last);
        let quote =
            venue(self.instrument, self.quote_currency)?.quote(&"".into(), payload.received_ms, best, &mut doubts)?;
        let change = wire.price_percentage_change_24h.0;
        crate::venue::change(&"price_percentage_change_24h".into(), change, &mut doubts)?;
        let volume_24h_base = wire.volume_base(&mut doubts)?;
        if let (Some(volume), Some(turnover)) = (volume_24h_base, wire.approximate_quote_24h_volume.0) {
            // A mean price of the day near the last one.
            plausible::turnover(&"volume_24h".into(), volume, turnover, (0.6 * last, 1.6 * last), &mut doubts);
        }
        Ok(doubts.done(VenueTicker { quote, volume_24h_base, change_24h: change.map(of_percent) }))
    }
}

/// `GET api.coinbase.com/api/v3/brokerage/market/product_book`: levels of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseAdvancedBook")]
#[non_exhaustive]
pub struct AdvancedBook {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Number of levels of each side: at least 1.
    #[record(example = 100)]
    pub limit: u32,
}

wire! {
    struct PriceBookWire {
        pricebook: PriceBook,
    }
}

wire! {
    struct PriceBook {
        product_id: Instrument,
        bids: Vec<PriceLevel>,
        asks: Vec<PriceLevel>,
        time: Option<String>,
    }
}

wire! {
    struct PriceLevel {
        price: Number,
        size: Number,
    }
}

impl AdvancedBook {
    fn check(&self) -> Result<(), Error> {
        if counts_contracts(self.instrument) {
            let allowed = "a product whose sizes are coins; those of this future are contracts";
            return Err(unsupported("instrument", self.instrument, allowed));
        }
        Ok(())
    }
}

impl Endpoint for AdvancedBook {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        self.check()?;
        if self.limit == 0 {
            return Err(out_of_range("limit", 0, "at least 1"));
        }
        let request = Request::get(ADVANCED, "/api/v3/brokerage/market/product_book");
        Ok(request.with("product_id", self.instrument).with("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        self.check()?;
        let PriceBookWire { pricebook } = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        if pricebook.product_id != self.instrument {
            let (path, allowed) = ("pricebook.product_id", self.instrument.to_string());
            return Err(refuse(Problem::Unknown, path, pricebook.product_id, allowed).into());
        }
        let time_ms = match pricebook.time.filter(|text| !text.is_empty()) {
            Some(text) => instant(&text, "pricebook.time", &mut doubts)?,
            None => payload.received_ms,
        };
        let side = |levels: Vec<PriceLevel>| levels.into_iter().map(|level| (level.price.0, level.size.0));
        let venue = venue(self.instrument, self.quote_currency)?;
        let path = FieldPath::new("pricebook");
        let book = venue.book(&path, time_ms, side(pricebook.bids), side(pricebook.asks), &mut doubts)?;
        Ok(doubts.done(book))
    }
}

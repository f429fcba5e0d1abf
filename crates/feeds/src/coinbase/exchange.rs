//! The Exchange API.

use hashinsight_market::{Instrument, Interval, OrderBook};
use hashinsight_units::{Currency, Error, FieldPath, Record, Timestamp};

use super::host::EXCHANGE;
use super::product::{check_count, instant, venue};
use crate::candles::{self, Candlesticks};
use crate::encoding::segment;
use crate::error::{FeedError, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{self, Each, Maybe, Number, Whole, wire};
use crate::venue::{Best, Market, VenueTicker, said, volume};
use crate::{Endpoint, Parsed, Payload, Request, history};

/// `GET api.exchange.coinbase.com/products/{id}/candles`, at most 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseExchangeCandles")]
#[non_exhaustive]
pub struct ExchangeCandles {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
    /// Interval of one candle, in milliseconds: 1, 5, 15 minutes, 1, 6 hours, a day.
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
}

wire! {
    /// `[time s, low, high, open, close, volume]`
    row CandleRow { time: Whole, low: Number, high: Number, open: Number, close: Number, volume: Number }
}

impl Endpoint for ExchangeCandles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        let minutes = [1, 5, 15, 60, 360, 1440];
        let ms = self.interval_ms.to_ms();
        if minutes.iter().all(|minutes| minutes * 60_000 != ms) {
            return Err(unsupported("interval_ms", ms, "1, 5, 15, 60, 360 or 1440 minutes"));
        }
        check_count(self.start_ms, self.end_ms, self.interval_ms, 300)?;
        let request = Request::get(EXCHANGE, format!("/products/{}/candles", segment(self.instrument)));
        Ok(request.with("granularity", ms / 1000).with_some("start", self.start_ms).with_some("end", self.end_ms))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let wire: Vec<Each<CandleRow>> = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::default();
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: self.interval_ms.to_ms() };
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = || list.clone().index(index).index(0);
            let open_ms = doubts.past_s(at(), row.time.0)?.to_ms();
            doubts.within(at, open_ms, &window);
            Ok(candles::Row {
                open_ms,
                open: row.open.0,
                high: row.high.0,
                low: row.low.0,
                close: row.close.0,
                volume_base: Some(row.volume.0),
            })
        })?;
        let Market { source, instrument, quote_currency } = venue(self.instrument, self.quote_currency)?;
        let at = candles::columns(&["open_time_ms", "low", "high", "open", "close", "volume_base"]);
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms, at: &at };
        let data = candles::read(series, rows.iter().copied(), &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// `GET api.exchange.coinbase.com/products/{id}/ticker`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseExchangeTicker")]
#[non_exhaustive]
pub struct ExchangeTicker {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
}

wire! {
    struct TickerWire {
        price: Number,
        time: String,
        bid: Maybe = default,
        ask: Maybe = default,
        volume: Maybe = default,
    }
}

impl Endpoint for ExchangeTicker {
    type Data = VenueTicker;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        Ok(Request::get(EXCHANGE, format!("/products/{}/ticker", segment(self.instrument))))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<VenueTicker>, FeedError> {
        let wire: TickerWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time_ms = instant(&wire.time, "time", &mut doubts)?;
        let best = Best {
            bid: said("bid", wire.bid.0),
            ask: said("ask", wire.ask.0),
            last: said("price", Some(wire.price.0)),
        };
        let quote = venue(self.instrument, self.quote_currency)?.quote(&"".into(), time_ms, best, &mut doubts)?;
        let volume_24h_base = volume(&"volume".into(), wire.volume.0)?;
        Ok(doubts.done(VenueTicker { quote, volume_24h_base, change_24h: None }))
    }
}

/// `GET api.exchange.coinbase.com/products/{id}/book?level=2`: levels of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "CoinbaseExchangeBook")]
#[non_exhaustive]
pub struct ExchangeBook {
    /// Name of the product, like `BTC-USD`.
    #[record(example = "BTC-USD")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USD")]
    pub quote_currency: Currency,
}

wire! {
    /// `[price, size, orders]`
    row LevelRow { price: Number, size: Number }
}

wire! {
    struct BookWire {
        bids: Vec<LevelRow>,
        asks: Vec<LevelRow>,
        time: Option<String>,
        auction_mode: Option<bool>,
    }
}

impl Endpoint for ExchangeBook {
    type Data = OrderBook;

    fn request(&self) -> Result<Request, Error> {
        venue(self.instrument, self.quote_currency)?;
        let request = Request::get(EXCHANGE, format!("/products/{}/book", segment(self.instrument)));
        Ok(request.with("level", 2))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<OrderBook>, FeedError> {
        let wire: BookWire = read::json(payload)?;
        let mut doubts = Doubts::new(payload);
        let time_ms = match wire.time.filter(|text| !text.is_empty()) {
            Some(text) => instant(&text, "time", &mut doubts)?,
            None => payload.received_ms,
        };
        if wire.auction_mode == Some(true) {
            doubts.note("auction_mode", true, "false: in an auction nothing trades at these prices");
        }
        let side = |levels: Vec<LevelRow>| levels.into_iter().map(|level| (level.price.0, level.size.0));
        let venue = venue(self.instrument, self.quote_currency)?;
        let book = venue.book(&FieldPath::default(), time_ms, side(wire.bids), side(wire.asks), &mut doubts)?;
        Ok(doubts.done(book))
    }
}

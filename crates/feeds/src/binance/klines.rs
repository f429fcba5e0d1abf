//! Candles.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, FieldPath, Record, Timestamp};

use super::market::{Market, check_limit, interval_word};
use crate::candles::{self, Candlesticks};
use crate::error::{FeedError, out_of_range};
use crate::payload::{Doubts, Window};
use crate::read::{self, Each, Number, Whole, wire};
use crate::time::DAY_MS;
use crate::venue::Market as Venue;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET .../klines`: candles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BinanceCandles")]
#[non_exhaustive]
pub struct Candles {
    /// Market of the instrument.
    #[record(example = "spot")]
    pub market: Market,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 8, 12 hours, 1, 3, 7 days, a month (2629746000).
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds: at COIN-M at most 200 days after the first.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 1000 (spot) or 1500.
    pub limit: Option<u32>,
}

/// COIN-M refuses a window of more than 200 days (`-4088`).
const MOST_COINM_MS: i64 = 200 * DAY_MS;

wire! {
    /// `[open time, open, high, low, close, volume, close time, quote volume (base volume at COIN-M), trades, ...]`
    row KlineWire {
        open_time: Whole, open: Number, high: Number, low: Number, close: Number, volume: Number, close_time: Whole,
        other_volume: Number,
    }
}

/// What is needed of a row.
#[derive(Clone, Copy, Debug)]
struct Kline {
    row: candles::Row,
    close_ms: i64,
    /// The volume that is not in coins.
    other_volume: f64,
}

impl Kline {
    fn new(wire: &KlineWire, is_inverse: bool) -> Self {
        let (volume, other) =
            if is_inverse { (wire.other_volume, wire.volume) } else { (wire.volume, wire.other_volume) };
        let row = candles::Row {
            open_ms: wire.open_time.0,
            open: wire.open.0,
            high: wire.high.0,
            low: wire.low.0,
            close: wire.close.0,
            volume_base: Some(volume.0),
        };
        Self { row, close_ms: wire.close_time.0, other_volume: other.0 }
    }
}

impl Endpoint for Candles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        let most = if self.market == Market::Spot { 1000 } else { 1500 };
        check_limit(self.limit, most)?;
        Window::check(self.start_ms, self.end_ms)?;
        self.market.venue(self.instrument, self.quote_currency)?;
        let longest = self.start_ms.filter(|_| self.market == Market::Coinm).map(|start| start.to_ms() + MOST_COINM_MS);
        if let (Some(latest), Some(end)) = (longest, self.end_ms)
            && end.to_ms() > latest
        {
            return Err(out_of_range("end_ms", end.to_ms(), format!("at most 200 days after start_ms, {latest}")));
        }
        let request = self.market.get("klines", self.instrument)?.with("interval", interval_word(self.interval_ms)?);
        let request = request.with_some("startTime", self.start_ms.map(Timestamp::to_ms));
        Ok(request.with_some("endTime", self.end_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let is_inverse = self.market == Market::Coinm;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::default();
        let rows: Vec<Each<KlineWire>> = read::json(payload)?;
        let klines = history::each(rows, &list, &mut doubts, |_, wire, _| Ok(Kline::new(&wire, is_inverse)))?;
        let whole = |kline: &Kline| kline.close_ms.checked_add(1) == Some(self.interval_ms.end_ms(kline.row.open_ms));
        for (index, kline) in klines.iter().filter(|(_, kline)| !whole(kline)) {
            let path = FieldPath::default().index(*index).index(6);
            doubts.note(path, kline.close_ms, format!("the interval after the open, {}", self.interval_ms));
        }
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: self.interval_ms.to_ms() };
        for (index, kline) in &klines {
            doubts.within(|| FieldPath::default().index(*index).index(0), kline.row.open_ms, &window);
            let (row, other) = (kline.row, kline.other_volume);
            let base = row.volume_base.unwrap_or_default();
            let is_price = (0.9 * row.low * base..=1.1 * row.high * base).contains(&other);
            if is_inverse {
                let path = FieldPath::default().index(*index).index(7);
                plausible::contracts(&path, base, other, row.close, &mut doubts);
            } else if base > 0.0 && !is_price {
                let path = FieldPath::default().index(*index).index(5);
                plausible::turnover(&path, base, other, (row.low, row.high), &mut doubts);
            }
        }
        let volume = if is_inverse { 7 } else { 5 };
        let at = |index: usize, field: &str| {
            let place = match field {
                "open_time_ms" => 0,
                "open" => 1,
                "high" => 2,
                "low" => 3,
                "close" => 4,
                _ => volume,
            };
            FieldPath::default().index(index).index(place)
        };
        let Venue { source, instrument, quote_currency } = self.market.venue(self.instrument, self.quote_currency)?;
        let rows = klines.iter().map(|(index, kline)| (*index, kline.row));
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms, at: &at };
        let data = candles::read(series, rows, &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

//! Candles.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Currency, Error, Record, Timestamp};

use super::category::{Answer, Category, list, rows};
use crate::candles::{self, Candlesticks};
use crate::error::{FeedError, out_of_range, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Number, Whole, wire};
use crate::venue::Market;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /v5/market/kline`: candles, newest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "BybitCandles")]
#[non_exhaustive]
pub struct Candles {
    /// Market of the instrument.
    #[record(example = "spot")]
    pub category: Category,
    /// Symbol of the instrument, like `BTCUSDT`.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Currency of the price.
    #[record(example = "USDT")]
    pub quote_currency: Currency,
    /// Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1 or 7 days, a month (2629746000).
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 1000.
    pub limit: Option<u32>,
}

wire! {
    /// `[open time, open, high, low, close, volume, turnover]`
    row KlineWire {
        open_time: Whole, open: Number, high: Number, low: Number, close: Number, volume: Number, turnover: Number,
    }
}

const COLUMNS: [&str; 5] = ["open_time_ms", "open", "high", "low", "close"];

impl Endpoint for Candles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        self.category.market(self.instrument, self.quote_currency)?;
        Window::check(self.start_ms, self.end_ms)?;
        if let Some(limit) = self.limit.filter(|limit| !(1..=1000).contains(limit)) {
            return Err(out_of_range("limit", limit, "1 to 1000"));
        }
        let ms = self.interval_ms.to_ms();
        let minutes = [1, 3, 5, 15, 30, 60, 120, 240, 360, 720].into_iter().find(|minutes| minutes * 60_000 == ms);
        let word = match (minutes, ms) {
            (Some(minutes), _) => minutes.to_string(),
            (None, 86_400_000) => "D".to_owned(),
            (None, 604_800_000) => "W".to_owned(),
            (None, _) if self.interval_ms == Interval::MONTH => "M".to_owned(),
            _ => {
                let allowed = "1, 3, 5, 15, 30, 60, 120, 240, 360, 720, 1440 or 10080 minutes, or a month";
                return Err(unsupported("interval_ms", ms, allowed));
            }
        };
        let request = self.category.get("kline", self.instrument)?.with("interval", word);
        let request = request.with_some("start", self.start_ms.map(Timestamp::to_ms));
        Ok(request.with_some("end", self.end_ms.map(Timestamp::to_ms)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let Answer { result, .. } = list::<Each<KlineWire>>(payload, self.category, self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let path = rows();
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: self.interval_ms.to_ms() };
        // Of inverse contracts the volume counts dollars, and the turnover coins.
        let is_inverse = self.category == Category::Inverse;
        let bars = history::each(result.rows, &path, &mut doubts, |index, row, doubts| {
            doubts.within(|| path.clone().index(index).index(0), row.open_time.0, &window);
            let (place, volume, turnover) =
                if is_inverse { (6, row.turnover.0, row.volume.0) } else { (5, row.volume.0, row.turnover.0) };
            let at = || path.clone().index(index).index(place);
            plausible::turnover_at(at, volume, turnover, (row.low.0, row.high.0), doubts);
            Ok(candles::Row {
                open_ms: row.open_time.0,
                open: row.open.0,
                high: row.high.0,
                low: row.low.0,
                close: row.close.0,
                volume_base: Some(volume),
            })
        })?;
        let volume = if is_inverse { 6 } else { 5 };
        let at = |index: usize, field: &str| {
            let place = COLUMNS.iter().position(|column| *column == field).unwrap_or(volume);
            rows().index(index).index(place)
        };
        let Market { source, instrument, quote_currency } =
            self.category.market(self.instrument, self.quote_currency)?;
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms, at: &at };
        let data = candles::read(series, bars.iter().copied(), &path, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

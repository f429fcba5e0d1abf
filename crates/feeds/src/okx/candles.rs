//! Candles.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use super::contract::{Contract, Traded, get, open};
use crate::candles::{self, Candlesticks};
use crate::error::{FeedError, out_of_range, refuse, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Maybe};
use crate::venue::Market;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible};

/// `GET /api/v5/market/candles`: candles, newest first; the last 1440.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "OkxCandles")]
#[non_exhaustive]
pub struct Candles {
    /// Name of the pair or contract, like `BTC-USDT` or `BTC-USDT-SWAP`.
    #[record(example = "BTC-USDT")]
    pub instrument: Instrument,
    /// Interval of one candle, in milliseconds: 1, 3, 5, 15, 30 minutes, 1, 2, 4, 6, 12 hours, 1, 2, 3, 7 days (which begin at 00:00 UTC), a month
    /// (2629746000).
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
    /// First instant of the rows, in Unix milliseconds. Absent: the last rows.
    pub start_ms: Option<Timestamp>,
    /// Last instant of the rows, in Unix milliseconds.
    pub end_ms: Option<Timestamp>,
    /// Greatest number of rows, 1 to 300.
    pub limit: Option<u32>,
}

const BARS: [(i64, &str); 14] = [
    (1, "1m"),
    (3, "3m"),
    (5, "5m"),
    (15, "15m"),
    (30, "30m"),
    (60, "1H"),
    (120, "2H"),
    (240, "4H"),
    (360, "6Hutc"),
    (720, "12Hutc"),
    (1440, "1Dutc"),
    (2880, "2Dutc"),
    (4320, "3Dutc"),
    (10_080, "1Wutc"),
];

/// Columns of a row: time, open, high, low, close, volume, volume in the other currency, in the quote currency, and
/// whether the bar is over. Those of older years end earlier.
const COLUMNS: [&str; 5] = ["open_time_ms", "open", "high", "low", "close"];
/// The volume in contracts; in coins where the pair is traded itself.
const CONTRACTS: usize = 5;
const CONFIRM: usize = 8;

impl Endpoint for Candles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        Contract::of(self.instrument)?;
        Window::check(self.start_ms, self.end_ms)?;
        if let Some(limit) = self.limit.filter(|limit| !(1..=300).contains(limit)) {
            return Err(out_of_range("limit", limit, "1 to 300"));
        }
        let ms = self.interval_ms.to_ms();
        let bar = BARS.iter().find(|(minutes, _)| minutes * 60_000 == ms).map(|(_, bar)| *bar);
        let Some(bar) = bar.or_else(|| (self.interval_ms == Interval::MONTH).then_some("1Mutc")) else {
            let allowed = "1, 3, 5, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 4320 or 10080 minutes, or a month";
            return Err(unsupported("interval_ms", ms, allowed));
        };
        let request = get("market/candles").with("instId", self.instrument).with("bar", bar);
        // Rows come after `before` and before `after`, both exclusive.
        let request = request.with_some("before", self.start_ms.map(|start| start.to_ms() - 1));
        Ok(request.with_some("after", self.end_ms.map(|end| end.to_ms() + 1)).with_some("limit", self.limit))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let contract = Contract::of(self.instrument)?;
        let wire: Vec<Each<Vec<Maybe>>> = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::new("data");
        let volume = if contract.traded == Traded::Spot { 5 } else { 6 };
        let span = self.interval_ms.to_ms();
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: span };
        let rows = history::each(wire, &list, &mut doubts, |index, cells, doubts| {
            let row = || list.clone().index(index);
            if cells.len() <= volume {
                let allowed = format!("{} columns or more", volume + 1);
                return Err(refuse(Problem::Length, row(), cells.len(), allowed));
            }
            let cell = |place: usize| {
                let needed = || refuse(Problem::Missing, row().index(place), "\"\"", "a number");
                cells.get(place).and_then(|cell| cell.0).ok_or_else(needed)
            };
            let open_ms = whole(|| row().index(0), cell(0)?)?;
            doubts.within(|| row().index(0), open_ms, &window);
            let is_over = payload.received_ms.to_ms() >= self.interval_ms.end_ms(open_ms);
            if let Some(confirmed) = cells.get(CONFIRM).and_then(|cell| cell.0).filter(|c| (*c == 1.0) != is_over) {
                let expected = if is_over { "1: its interval is over" } else { "0: its interval is not over" };
                doubts.note(row().index(CONFIRM), confirmed, expected);
            }
            let (open, high, low, close) = (cell(1)?, cell(2)?, cell(3)?, cell(4)?);
            // Answers of older years have 0 for what they did not count.
            let is_counted = cell(volume)? != 0.0 || cell(CONTRACTS)? == 0.0;
            let volume_base = is_counted.then(|| cell(volume)).transpose()?;
            if let (Some(coins), Some(turnover)) = (volume_base, cells.get(7).and_then(|cell| cell.0))
                && turnover != 0.0
            {
                plausible::turnover_at(|| row().index(volume), coins, turnover, (low, high), doubts);
            }
            Ok(candles::Row { open_ms, open, high, low, close, volume_base })
        })?;
        let at = |index: usize, field: &str| {
            let place = COLUMNS.iter().position(|column| *column == field).unwrap_or(volume);
            FieldPath::new("data").index(index).index(place)
        };
        let Market { source, instrument, quote_currency } = contract.market();
        let series = candles::Series { source, instrument, quote_currency, interval: self.interval_ms, at: &at };
        let data = candles::read(series, rows.iter().copied(), &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

/// A time among numbers.
fn whole(path: impl FnOnce() -> FieldPath, number: f64) -> Result<i64, Error> {
    if number.fract() == 0.0 && number.abs() <= 9e15 {
        #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
        return Ok(number as i64);
    }
    Err(refuse(Problem::OutOfRange, path(), number, "a whole number of milliseconds"))
}

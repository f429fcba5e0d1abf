//! Candles.

use hashinsight_market::{Instrument, Interval};
use hashinsight_units::{Error, FieldPath, Problem, Record, Timestamp};

use super::contract::{Contract, Traded, get, open};
use crate::candles::{self, Candlesticks};
use crate::error::{FeedError, out_of_range, refuse, unsupported};
use crate::payload::{Doubts, Window};
use crate::read::{Each, Maybe, Number, Whole, wire};
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

wire! {
    /// Volumes in contracts (in coins where the pair is traded itself), in the other currency and in the quote currency, and whether the bar is
    /// over. Rows of older years end earlier.
    row CandleWire {
        time: Whole, open: Number, high: Number, low: Number, close: Number, contracts: Maybe,
        coins: Maybe = default, turnover: Maybe = default, confirm: Maybe = default,
    }
}

const COLUMNS: [&str; 5] = ["open_time_ms", "open", "high", "low", "close"];
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
        let wire: Vec<Each<CandleWire>> = open(payload)?;
        let mut doubts = Doubts::new(payload);
        let list = FieldPath::new("data");
        let is_spot = contract.traded == Traded::Spot;
        let volume = if is_spot { 5 } else { 6 };
        let span = self.interval_ms.to_ms();
        let window = Window { start: self.start_ms, end: self.end_ms, slack_ms: span };
        let rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |place: usize| list.clone().index(index).index(place);
            let open_ms = row.time.0;
            doubts.within(|| at(0), open_ms, &window);
            let is_over = payload.received_ms.to_ms() >= self.interval_ms.end_ms(open_ms);
            if let Some(confirmed) = row.confirm.0.filter(|confirmed| (*confirmed == 1.0) != is_over) {
                let expected = if is_over { "1: its interval is over" } else { "0: its interval is not over" };
                doubts.note(at(CONFIRM), confirmed, expected);
            }
            let number = |place: usize, cell: Maybe| {
                cell.0.ok_or_else(|| refuse(Problem::Missing, at(place), "absent", "a number in this column"))
            };
            let coins = number(volume, if is_spot { row.contracts } else { row.coins })?;
            // Answers of older years have 0 for what they did not count.
            let is_counted = coins != 0.0 || number(5, row.contracts)? == 0.0;
            let volume_base = Some(coins).filter(|_| is_counted);
            let (low, high) = (row.low.0, row.high.0);
            if let (Some(coins), Some(turnover)) = (volume_base, row.turnover.0.filter(|turnover| *turnover != 0.0)) {
                plausible::turnover_at(|| at(volume), coins, turnover, (low, high), doubts);
            }
            Ok(candles::Row { open_ms, open: row.open.0, high, low, close: row.close.0, volume_base })
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

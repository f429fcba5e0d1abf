//! Over time: funding, the volatility index, candles.

use hashinsight_market::{Funding, FundingFields, FundingHistory as FundingRows, Instrument, Interval, Series};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use super::call::{SOURCE, open, public};
use super::name::{self, Traded};
use crate::candles::{self, Candlesticks};
use crate::decimal::of_percent;
use crate::error::{FeedError, at_member, in_body, refuse, unsupported};
use crate::kind::parts;
use crate::payload::{Doubts, Window};
use crate::read::{Each, Maybe, MaybeWhole, Number, Whole, wire};
use crate::source::source;
use crate::time::DAY_MS;
use crate::{Endpoint, Parsed, Payload, Request, history, plausible, spacing};

/// `get_funding_rate_value`: funding between two instants.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitFundingValue")]
#[non_exhaustive]
pub struct FundingValue {
    /// Name of the contract, like `BTC-PERPETUAL`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// First instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_617_600_000)]
    pub start_ms: Timestamp,
    /// Last instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub end_ms: Timestamp,
}

/// Funding between two instants.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundingSum {
    /// Sum of the funding rates as a fraction of the notional: positive where longs paid.
    pub rate: f64,
}

parts! { FundingSum {} }

fn window(request: Request, instrument: Instrument, start: Timestamp, end: Timestamp) -> Result<Request, Error> {
    Window::check(Some(start), Some(end))?;
    let request = request.with("instrument_name", instrument);
    Ok(request.with("start_timestamp", start.to_ms()).with("end_timestamp", end.to_ms()))
}

/// The name of what pays funding.
fn perpetual(name: Instrument) -> Result<Instrument, Error> {
    let is_perpetual = |contract: &name::Contract| contract.traded == Traded::Perpetual;
    name::asked_of(name, is_perpetual, "the name of a perpetual contract, like BTC-PERPETUAL").map(|_| name)
}

impl Endpoint for FundingValue {
    type Data = FundingSum;

    fn request(&self) -> Result<Request, Error> {
        window(public("get_funding_rate_value"), perpetual(self.instrument)?, self.start_ms, self.end_ms)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FundingSum>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let Number(rate) = open(payload, &mut doubts)?;
        if !(-1e6..=1e6).contains(&rate) {
            return Err(refuse(Problem::OutOfRange, "result", rate, "-1e6 to 1e6").into());
        }
        let days = (self.end_ms.to_ms() - self.start_ms.to_ms()) as f64 / DAY_MS as f64;
        let most = 0.15 * if days > 1.0 { days } else { 1.0 }; // 5 % per 8 hours
        doubts.range("result", rate, -most, most, "");
        Ok(doubts.done(FundingSum { rate }))
    }
}

/// `get_funding_rate_history`: funding hour by hour; the start is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitFundingHistory")]
#[non_exhaustive]
pub struct FundingHistory {
    /// Name of the contract, like `BTC-PERPETUAL`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// Instant after which the rows begin, in Unix milliseconds.
    #[record(example = 1_780_617_600_000)]
    pub start_ms: Timestamp,
    /// Last instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub end_ms: Timestamp,
}

/// Funding and index hour by hour.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundingAndIndex {
    /// Funding payment of each hour.
    pub funding: FundingRows,
    /// Index price at the end of each hour, in the quote currency of the contract.
    pub index: Series,
}

parts! { FundingAndIndex { funding, index } }

wire! {
    struct FundingWire {
        timestamp: Whole,
        index_price: Maybe,
        prev_index_price: Maybe = default,
        interest_1h: Number,
    }
}

/// The currency of the prices under a name.
fn perpetual_quote(name: Instrument) -> Option<Currency> {
    name::asked(name).ok().map(|contract| contract.quote)
}

impl Endpoint for FundingHistory {
    type Data = FundingAndIndex;

    fn request(&self) -> Result<Request, Error> {
        window(public("get_funding_rate_history"), perpetual(self.instrument)?, self.start_ms, self.end_ms)
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FundingAndIndex>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: Vec<Each<FundingWire>> = open(payload, &mut doubts)?;
        let (source, instrument, interval_ms) = (source(SOURCE), self.instrument, Interval::HOUR);
        let list = FieldPath::new("result");
        let window = Window { start: Some(self.start_ms), end: Some(self.end_ms), slack_ms: interval_ms.to_ms() };
        let quote = perpetual_quote(self.instrument);
        let mut rows = history::each(wire, &list, &mut doubts, |index, row, doubts| {
            let at = |member: &str| list.clone().index(index).field(member);
            let rate = row.interest_1h.0;
            let time_ms = doubts.past(at("timestamp"), row.timestamp.0)?;
            doubts.within(|| at("timestamp"), row.timestamp.0, &window);
            if let (Some(price), Some(quote)) = (row.index_price.0, quote) {
                if price <= 0.0 {
                    return Err(refuse(Problem::OutOfRange, at("index_price"), price, "above 0"));
                }
                plausible::price(at("index_price").as_str(), price, instrument, quote, doubts);
                plausible::near(&at("prev_index_price"), row.prev_index_price.0, price, doubts);
            }
            let fields = FundingFields { source, instrument, interval_ms, time_ms, rate_per_interval: rate };
            let funding = Funding::new(fields).map_err(|error| at_member(&error, |_| at("interest_1h")))?;
            plausible::on_grid(&at("timestamp"), row.timestamp.0, interval_ms.to_ms(), doubts);
            plausible::funding(at("interest_1h").as_str(), rate, doubts);
            Ok((funding, row.index_price.0))
        })?;
        let by_time = |(a, _): &(Funding, _), (b, _): &(Funding, _)| a.time_ms().cmp(&b.time_ms());
        history::ordered(&mut rows, by_time, |(row, _)| row.rate_per_interval(), &list, &mut doubts);
        let times = rows.iter().map(|(index, (row, _))| (*index, row.time_ms().to_ms()));
        spacing::check(times, interval_ms.to_ms(), |index| list.clone().index(index).field("timestamp"), &mut doubts);
        let mut funding = FundingRows::new(source, instrument, interval_ms);
        for (index, (row, _)) in &rows {
            funding.push(*row).map_err(in_body(list.clone().index(*index)))?;
        }
        let index = rows.iter().map(|(at, (row, index))| (*at, (row.time_ms(), *index)));
        let index = history::series_of(source, index, &list, &mut doubts)?;
        Ok(doubts.done(FundingAndIndex { funding, index }))
    }
}

/// `get_volatility_index_data`: the volatility index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitVolatilityIndex")]
#[non_exhaustive]
pub struct VolatilityIndex {
    /// Coin of the contracts, like `BTC`.
    #[record(example = "BTC")]
    pub currency: Currency,
    /// First instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_617_600_000)]
    pub start_ms: Timestamp,
    /// Last instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub end_ms: Timestamp,
    /// Interval of one row, in milliseconds: a second, a minute, an hour, 12 hours, a day.
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
}

/// The volatility index over time: 30-day implied volatility as a fraction per square root of a year (received as
/// percent).
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VolatilityBars {
    /// Volatility index at the beginning of each interval, as a fraction per square root of a year.
    pub open: Series,
    /// Highest volatility index of each interval, as a fraction per square root of a year.
    pub high: Series,
    /// Lowest volatility index of each interval, as a fraction per square root of a year.
    pub low: Series,
    /// Volatility index at the end of each interval, as a fraction per square root of a year; the last interval may still run.
    pub close: Series,
    /// Instant from which older rows are left, in Unix milliseconds: ask again with it as `end_ms`. Absent: none are left.
    pub continue_ms: Option<Timestamp>,
}

parts! { VolatilityBars { open, high, low, close } }

wire! {
    /// `[ms, open, high, low, close]`
    row VolatilityRow { time: Whole, open: Number, high: Number, low: Number, close: Number }
}

wire! {
    struct VolatilityWire {
        data: Vec<Each<VolatilityRow>>,
        continuation: MaybeWhole = default,
    }
}

impl Endpoint for VolatilityIndex {
    type Data = VolatilityBars;

    fn request(&self) -> Result<Request, Error> {
        let seconds = self.interval_ms.to_ms() / 1000;
        let resolution = match seconds {
            1 | 60 | 3600 | 43200 => seconds.to_string(),
            86_400 => "1D".to_owned(),
            _ => String::new(),
        };
        if resolution.is_empty() || self.interval_ms.to_ms() % 1000 != 0 {
            let allowed = "1, 60, 3600, 43200 or 86400 seconds";
            return Err(unsupported("interval_ms", self.interval_ms.to_ms(), allowed));
        }
        Window::check(Some(self.start_ms), Some(self.end_ms))?;
        let request = public("get_volatility_index_data").with("currency", self.currency);
        let request = request.with("start_timestamp", self.start_ms.to_ms()).with("end_timestamp", self.end_ms.to_ms());
        Ok(request.with("resolution", resolution))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<VolatilityBars>, FeedError> {
        let mut doubts = Doubts::new(payload);
        let wire: VolatilityWire = open(payload, &mut doubts)?;
        let path = FieldPath::new("result").field("data");
        let span = self.interval_ms.to_ms();
        let window = Window { start: Some(self.start_ms), end: Some(self.end_ms), slack_ms: span };
        let mut rows = history::each(wire.data, &path, &mut doubts, |index, row, doubts| {
            let at = || path.clone().index(index);
            let time = doubts.past(at().index(0), row.time.0)?;
            doubts.within(|| at().index(0), row.time.0, &window);
            let (open, high, low, close) = (row.open.0, row.high.0, row.low.0, row.close.0);
            let ordered = low <= open && low <= close && high >= open && high >= close;
            if !ordered || !(0.0..=10_000.0).contains(&low) || high > 10_000.0 {
                let value = format!("{open} {high} {low} {close}");
                let allowed = "percent from 0 to 10000, low <= open, close <= high";
                return Err(refuse(Problem::OutOfRange, at(), value, allowed));
            }
            for (place, value) in [(1, open), (2, high), (3, low), (4, close)] {
                doubts.range(at().index(place).as_str(), value, 5.0, 300.0, " percent");
            }
            Ok((time, row))
        })?;
        history::ordered(&mut rows, |(a, _), (b, _)| a.cmp(b), |(_, row)| row.close.0, &path, &mut doubts);
        let times = rows.iter().map(|(index, (time, _))| (*index, time.to_ms()));
        spacing::check(times, span, |index| path.clone().index(index).index(0), &mut doubts);
        let source = source(SOURCE);
        let mut column = |value: fn(&VolatilityRow) -> f64| {
            let rows = rows.iter().map(|(index, (time, row))| (*index, (*time, Some(of_percent(value(row))))));
            history::series_of(source, rows, &path, &mut doubts)
        };
        let (open, high) = (column(|row| row.open.0)?, column(|row| row.high.0)?);
        let (low, close) = (column(|row| row.low.0)?, column(|row| row.close.0)?);
        let continue_ms = wire.continuation.0.map(Timestamp::from_ms).transpose();
        let continue_ms = continue_ms.map_err(in_body("result.continuation"))?;
        Ok(doubts.done(VolatilityBars { open, high, low, close, continue_ms }))
    }
}

/// `get_tradingview_chart_data`: candles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "DeribitCandles")]
#[non_exhaustive]
pub struct Candles {
    /// Name of the contract, like `BTC-PERPETUAL`.
    #[record(example = "BTC-PERPETUAL")]
    pub instrument: Instrument,
    /// First instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_617_600_000)]
    pub start_ms: Timestamp,
    /// Last instant of the rows, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub end_ms: Timestamp,
    /// Interval of one candle, in milliseconds: 1, 3, 5, 10, 15, 30 minutes, 1, 2, 3, 6, 12 hours, a day.
    #[record(example = 3_600_000)]
    pub interval_ms: Interval,
}

wire! {
    struct ChartWire {
        ticks: Vec<Whole>,
        open: Vec<Maybe>,
        high: Vec<Maybe>,
        low: Vec<Maybe>,
        close: Vec<Maybe>,
        volume: Vec<Maybe>,
        /// Volume in the quote currency.
        cost: Vec<Maybe> = default,
        status: Option<String>,
    }
}

impl Endpoint for Candles {
    type Data = Candlesticks;

    fn request(&self) -> Result<Request, Error> {
        let minutes = self.interval_ms.to_ms() / 60_000;
        let known = [1, 3, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440].contains(&minutes);
        if !known || self.interval_ms.to_ms() % 60_000 != 0 {
            let allowed = "1, 3, 5, 10, 15, 30, 60, 120, 180, 360, 720 or 1440 minutes";
            return Err(unsupported("interval_ms", self.interval_ms.to_ms(), allowed));
        }
        let resolution = if minutes == 1440 { "1D".to_owned() } else { minutes.to_string() };
        name::asked(self.instrument)?;
        let request = window(public("get_tradingview_chart_data"), self.instrument, self.start_ms, self.end_ms)?;
        Ok(request.with("resolution", resolution))
    }

    fn read(&self, payload: &Payload<'_>) -> Result<Parsed<Candlesticks>, FeedError> {
        let contract = name::asked(self.instrument)?;
        let mut doubts = Doubts::new(payload);
        let wire: ChartWire = open(payload, &mut doubts)?;
        let rows = wire.ticks.len();
        if let Some(status) = wire.status.filter(|status| !matches!(status.as_str(), "ok" | "no_data")) {
            return Err(refuse(Problem::Unknown, "result.status", status, "ok or no_data").into());
        }
        let columns = [
            ("open", &wire.open),
            ("high", &wire.high),
            ("low", &wire.low),
            ("close", &wire.close),
            ("volume", &wire.volume),
        ];
        for (name, column) in columns {
            if column.len() != rows {
                let path = FieldPath::new("result").field(name);
                return Err(refuse(Problem::Length, path, column.len(), format!("{rows} rows")).into());
            }
        }
        let span = self.interval_ms.to_ms();
        let window = Window { start: Some(self.start_ms), end: Some(self.end_ms), slack_ms: span };
        let at = |index: usize, field: &str| {
            let column = match field {
                "open_time_ms" => "ticks",
                "volume_base" => "volume",
                other => other,
            };
            FieldPath::new("result").field(column).index(index)
        };
        let rows = (0..rows).filter_map(|index| {
            let value = |column: &[Maybe]| column.get(index).and_then(|value| value.0);
            let row = candles::Row {
                open_ms: wire.ticks.get(index)?.0,
                open: value(&wire.open)?,
                high: value(&wire.high)?,
                low: value(&wire.low)?,
                close: value(&wire.close)?,
                volume_base: value(&wire.volume),
            };
            Some((index, row))
        });
        for (index, tick) in wire.ticks.iter().enumerate() {
            doubts.within(|| at(index, "open_time_ms"), tick.0, &window);
            let value = |column: &[Maybe]| column.get(index).and_then(|value| value.0);
            let span = value(&wire.low).zip(value(&wire.high));
            let volumes = value(&wire.volume).zip(value(&wire.cost)).filter(|_| !contract.is_option());
            if let (Some(span), Some((volume, cost))) = (span, volumes) {
                plausible::turnover(&at(index, "volume_base"), volume, cost, span, &mut doubts);
            }
        }
        for (index, pair) in wire.ticks.windows(2).enumerate().filter(|(_, pair)| pair[1].0 < pair[0].0) {
            let expected = format!("after the row before it, {}; rows are put in order", pair[0].0);
            doubts.note(at(index + 1, "open_time_ms"), pair[1].0, expected);
        }
        for (name, column) in columns {
            for index in column.iter().enumerate().filter(|(_, value)| value.0.is_none()).map(|(index, _)| index) {
                doubts.note(at(index, name), "null", "a number; left out");
            }
        }
        let quote_currency = if contract.is_option() { contract.premium } else { contract.quote };
        let (source, instrument, interval) = (source(SOURCE), self.instrument, self.interval_ms);
        let series = candles::Series { source, instrument, quote_currency, interval, at: &at };
        let list = FieldPath::new("result").field("ticks");
        let data = candles::read(series, rows, &list, payload.received_ms, &mut doubts)?;
        Ok(doubts.done(data))
    }
}

//! Candles, as every venue has them.

use hashinsight_market::{Bar, BarFields, Bars, Instrument, Interval, Source};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use crate::error::{at_member, refuse};
use crate::history::Indexed;
use crate::kind::parts;
use crate::payload::Doubts;
use crate::time::DAY_MS;
use crate::{history, plausible, spacing};

/// Bars whose interval is over, oldest first, and apart from them the one that is still forming: a study that takes it
/// looks ahead.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Candlesticks {
    /// Bars that were over when the payload was received.
    pub closed: Bars,
    /// Last bar, where its interval was not over when the payload was received.
    pub forming: Option<Bar>,
}

parts! { Candlesticks { closed, forming } }

/// What all bars of a payload have in common.
#[derive(Clone, Copy)]
pub(crate) struct Series<'a> {
    pub(crate) source: Source,
    pub(crate) instrument: Instrument,
    pub(crate) quote_currency: Currency,
    pub(crate) interval: Interval,
    /// Where a field of a row stands in the payload.
    pub(crate) at: &'a dyn Fn(usize, &str) -> FieldPath,
}

/// One row of a payload.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) open_ms: i64,
    pub(crate) open: f64,
    pub(crate) high: f64,
    pub(crate) low: f64,
    pub(crate) close: f64,
    pub(crate) volume_base: Option<f64>,
}

impl Row {
    fn bar(&self, series: &Series<'_>, index: usize, doubts: &mut Doubts) -> Result<Bar, Error> {
        let Series { source, instrument, quote_currency, interval, at } = *series;
        let open_time_ms = doubts.past_at(self.open_ms, || at(index, "open_time_ms"))?;
        let Self { open, high, low, close, volume_base, .. } = *self;
        let fields = BarFields {
            source,
            instrument,
            quote_currency,
            interval_ms: interval,
            open_time_ms,
            open,
            high,
            low,
            close,
            volume_base,
        };
        // Up to four hours every venue's bars begin at multiples of the interval; longer ones follow its own clock.
        let span = interval.to_ms();
        if span <= LONGEST_ON_GRID_MS && DAY_MS % span == 0 && self.open_ms % span != 0 {
            doubts.note(at(index, "open_time_ms"), self.open_ms, format!("a multiple of the interval, {span} ms"));
        }
        let bar = Bar::new(fields).map_err(|error| at_member(&error, |field| at(index, field)))?;
        if high > FAR * if open > close { open } else { close } {
            doubts.note(at(index, "high"), high, format!("at most {FAR} times open {open} or close {close}"));
        }
        if low * FAR < if open < close { open } else { close } {
            doubts.note(at(index, "low"), low, format!("at least open {open} or close {close} over {FAR}"));
        }
        Ok(bar)
    }
}

/// Where the fields of a row stand that is an array of them in this order, in a list that is the whole body.
pub(crate) fn columns<'c>(columns: &'c [&'c str]) -> impl Fn(usize, &str) -> FieldPath + 'c {
    move |index, field| {
        let row = FieldPath::default().index(index);
        match columns.iter().position(|column| *column == field) {
            Some(place) => row.index(place),
            None => row,
        }
    }
}

/// How many times its body a bar's shadow is long, where it is not of another unit.
const FAR: f64 = 3.0;
const LONGEST_ON_GRID_MS: i64 = 4 * 3_600_000;

/// Bars out of rows: sorted, each once, the forming one apart. A row that is refused is left out and noted; where no row
/// is left, its refusal stands.
pub(crate) fn read(
    series: Series<'_>,
    rows: impl Iterator<Item = Indexed<Row>> + Clone,
    list: &FieldPath,
    received: Timestamp,
    doubts: &mut Doubts,
) -> Result<Candlesticks, Error> {
    let Series { source, instrument, quote_currency, interval, at } = series;
    let mut closed = Bars::new(source, instrument, quote_currency, interval);
    closed.reserve(rows.size_hint().0);
    let mut forming: Option<Bar> = None;
    let mut first = None;
    let is_bitcoin = plausible::is_bitcoin(instrument, quote_currency);
    let mut take = |index: usize, bar: Bar, doubts: &mut Doubts| {
        if let Some(forming) = forming {
            let allowed = format!("one unfinished bar; that of {} is not over either", forming.open_time_ms());
            return Err(refuse(Problem::OutOfRange, at(index, "open_time_ms"), bar.open_time_ms().to_ms(), allowed));
        }
        if is_bitcoin && !plausible::is_price(bar.close(), bar.open_time_ms().to_ms()) {
            doubts.note(at(index, "close"), bar.close(), plausible::price_words(bar.open_time_ms().to_ms()));
        }
        if bar.is_closed(received) {
            return closed.push(bar).map_err(|error| at_member(&error, |field| at(index, field)));
        }
        forming = Some(bar);
        Ok(())
    };
    let mut leave_out = |error: Error, doubts: &mut Doubts| {
        doubts.left_out(&error);
        first.get_or_insert(error);
    };
    if rows.clone().is_sorted_by(|(_, a), (_, b)| a.open_ms < b.open_ms) {
        for (index, row) in rows.clone() {
            match row.bar(&series, index, doubts) {
                Ok(bar) => take(index, bar, doubts)?,
                Err(error) => leave_out(error, doubts),
            }
        }
    } else {
        let mut bars = Vec::with_capacity(rows.size_hint().0);
        for (index, row) in rows.clone() {
            match row.bar(&series, index, doubts) {
                Ok(bar) => bars.push((index, bar)),
                Err(error) => leave_out(error, doubts),
            }
        }
        history::ordered(&mut bars, |a, b| a.open_time_ms().cmp(&b.open_time_ms()), Bar::close, list, doubts);
        for (index, bar) in bars {
            take(index, bar, doubts)?;
        }
    }
    let times = rows.map(|(index, row)| (index, row.open_ms));
    spacing::check(times, interval.to_ms(), |index| at(index, "open_time_ms"), doubts);
    match first {
        Some(error) if closed.is_empty() && forming.is_none() => Err(error),
        _ => Ok(Candlesticks { closed, forming }),
    }
}

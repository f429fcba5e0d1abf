//! Candles, as every venue has them.

use hashinsight_market::{Bar, BarFields, Bars, Instrument, Interval, Source};
use hashinsight_units::{Currency, Error, FieldPath, Problem, Record, Timestamp};

use crate::error::{in_body, refuse};
use crate::payload::Doubts;
use crate::{history, plausible};

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

/// What all bars of a payload have in common.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Series {
    pub(crate) source: Source,
    pub(crate) instrument: Instrument,
    pub(crate) quote_currency: Currency,
    pub(crate) interval: Interval,
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

/// Sorts, takes each bar once, and sets the forming bar apart. `path` leads to the list of rows.
pub(crate) fn read(
    series: Series,
    rows: impl Iterator<Item = Row> + Clone,
    path: &FieldPath,
    received: Timestamp,
    doubts: &mut Doubts,
) -> Result<Candlesticks, Error> {
    let Series { source, instrument, quote_currency, interval } = series;
    let at = |index: usize| path.clone().index(index);
    let bar = |doubts: &mut Doubts, index: usize, row: Row| {
        let open_time_ms = doubts.past_at(row.open_ms, || at(index))?;
        let Row { open, high, low, close, volume_base, .. } = row;
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
        Bar::new(fields).map_err(|error| in_body(at(index))(error))
    };
    let mut closed = Bars::new(source, instrument, quote_currency, interval);
    closed.reserve(rows.size_hint().0);
    let mut forming: Option<Bar> = None;
    let mut take = |index: usize, bar: Bar| {
        if let Some(forming) = forming {
            let allowed = format!("one unfinished bar; that of {} is not over either", forming.open_time_ms());
            let path = at(index);
            return Err(refuse(Problem::OutOfRange, path, bar.open_time_ms().to_ms(), allowed));
        }
        if bar.is_closed(received) {
            return closed.push(bar).map_err(|error| in_body(at(index))(error));
        }
        forming = Some(bar);
        Ok(())
    };
    if rows.clone().is_sorted_by(|a, b| a.open_ms < b.open_ms) {
        for (index, row) in rows.enumerate() {
            take(index, bar(doubts, index, row)?)?;
        }
    } else {
        let bars = rows.enumerate().map(|(index, row)| Ok((index, bar(doubts, index, row)?)));
        let mut bars = bars.collect::<Result<Vec<_>, Error>>()?;
        history::ordered(&mut bars, |a, b| a.open_time_ms().cmp(&b.open_time_ms()), Bar::close, path, doubts);
        for (index, bar) in bars {
            take(index, bar)?;
        }
    }
    if plausible::is_bitcoin(instrument, quote_currency) {
        let odd = |price: &f64| !plausible::PRICE_USD.contains(price);
        if let Some(index) = closed.close().iter().position(odd) {
            doubts.note(path.clone().field("close"), closed.close()[index], plausible::PRICE_WORDS);
        }
    }
    Ok(Candlesticks { closed, forming })
}

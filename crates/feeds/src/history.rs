//! Histories of one number.

use hashinsight_market::{Instrument, MarketError};
use hashinsight_market::{Point, PointFields, Quote, QuoteFields, Quotes, Series, Source};
use hashinsight_units::{Currency, FieldPath, Timestamp};

use crate::error::FeedError;
use crate::payload::Doubts;

/// Rows sorted by time, each time once; `path` leads to the list of rows. What is absent (`None`) is left out and
/// noted.
fn ordered(
    rows: impl Iterator<Item = (i64, Option<f64>)>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Vec<(usize, Timestamp, f64)>, FeedError> {
    let at = |index: usize| path.clone().index(index);
    let mut kept = Vec::with_capacity(rows.size_hint().0);
    for (index, (ms, value)) in rows.enumerate() {
        let time = doubts.past_at(ms, || at(index))?;
        match value {
            Some(value) => kept.push((index, time, value)),
            None => doubts.note(at(index), "null", "a number; the row is left out"),
        }
    }
    if !kept.is_sorted_by(|(_, a, _), (_, b, _)| a < b) {
        kept.sort_by_key(|(_, time, _)| *time);
        kept.dedup_by(|(index, time, value), (_, kept_time, kept_value)| {
            if time == kept_time && value != kept_value {
                doubts.note(at(*index), *value, format!("the same value as before, {kept_value}"));
            }
            time == kept_time
        });
    }
    Ok(kept)
}

/// A series in the unit of the caller's field.
pub(crate) fn series(
    source: Source,
    rows: impl Iterator<Item = (i64, Option<f64>)>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Series, FeedError> {
    let mut series = Series::new(source);
    for (index, time_ms, value) in ordered(rows, path, doubts)? {
        Point::new(PointFields { source, time_ms, value })
            .and_then(|point| series.push(point))
            .map_err(|error| FeedError::market(path.clone().index(index))(error))?;
    }
    Ok(series)
}

/// A series of last prices.
pub(crate) fn prices(
    (source, instrument, quote_currency): (Source, Instrument, Currency),
    rows: impl Iterator<Item = (i64, Option<f64>)>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Quotes, FeedError> {
    let mut quotes = Quotes::new(source, instrument, quote_currency);
    for (index, time_ms, value) in ordered(rows, path, doubts)? {
        let at = || path.clone().index(index);
        let quote = last_price((source, instrument, quote_currency), time_ms, value);
        quote.and_then(|quote| quotes.push(quote)).map_err(|error| FeedError::market(at())(error))?;
    }
    Ok(quotes)
}

/// A quote of which only the last price is known.
pub(crate) fn last_price(
    (source, instrument, quote_currency): (Source, Instrument, Currency),
    time_ms: Timestamp,
    price: f64,
) -> Result<Quote, MarketError> {
    let (bid, ask, last_price) = (None, None, Some(price));
    Quote::new(QuoteFields { source, instrument, quote_currency, time_ms, bid, ask, last_price })
}

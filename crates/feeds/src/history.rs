//! Rows over time: the order they are brought into, and histories of one number.

use std::cmp::Ordering;

use hashinsight_market::{Instrument, Point, PointFields, Quote, QuoteFields, Quotes, Series, Source};
use hashinsight_units::{Currency, Error, FieldPath, Timestamp};

use crate::error::in_body;
use crate::payload::Doubts;

/// A row and its index in the list as received.
pub(crate) type Indexed<T> = (usize, T);

/// The one rule for rows of one instant (or of one name: `by` says which rows are about the same). Rows are sorted; of
/// those about the same the first received stays, and each other is left out and noted: as a repetition where it is
/// equal, as a contradiction where it is not. Each row comes with its index in the list that `path` leads to, `shown`
/// is the value by which a note tells it.
pub(crate) fn ordered<T: PartialEq>(
    rows: &mut Vec<Indexed<T>>,
    by: impl Fn(&T, &T) -> Ordering,
    shown: impl Fn(&T) -> f64,
    path: &FieldPath,
    doubts: &mut Doubts,
) {
    if rows.is_sorted_by(|(_, a), (_, b)| by(a, b) == Ordering::Less) {
        return;
    }
    rows.sort_by(|(_, a), (_, b)| by(a, b)); // stable: the first received stays the first
    rows.dedup_by(|(index, row), (kept_index, kept)| {
        if by(row, kept) != Ordering::Equal {
            return false;
        }
        let expected = if row == kept {
            format!("each row once; that of [{kept_index}] again is left out")
        } else {
            format!("what [{kept_index}] says of the same, {}; left out", shown(kept))
        };
        doubts.note(path.clone().index(*index), shown(row), expected);
        true
    });
}

/// [`ordered`] for a list that keeps the order in which it was received.
pub(crate) fn once<T: PartialEq>(
    mut rows: Vec<Indexed<T>>,
    by: impl Fn(&T, &T) -> Ordering,
    shown: impl Fn(&T) -> f64,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Vec<T> {
    ordered(&mut rows, by, shown, path, doubts);
    rows.sort_unstable_by_key(|(index, _)| *index);
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Numbers by time, [`ordered`]. What is absent (`None`) is left out and noted.
fn numbers(
    rows: impl Iterator<Item = Indexed<(i64, Option<f64>)>>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Vec<Indexed<(Timestamp, f64)>>, Error> {
    let at = |index: usize| path.clone().index(index);
    let mut kept = Vec::with_capacity(rows.size_hint().0);
    for (index, (ms, value)) in rows {
        let time = doubts.past_at(ms, || at(index))?;
        match value {
            Some(value) => kept.push((index, (time, value))),
            None => doubts.note(at(index), "null", "a number; the row is left out"),
        }
    }
    ordered(&mut kept, |(a, _), (b, _)| a.cmp(b), |(_, value)| *value, path, doubts);
    Ok(kept)
}

/// A series in the unit of the caller's field.
pub(crate) fn series(
    source: Source,
    rows: impl Iterator<Item = (i64, Option<f64>)>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Series, Error> {
    series_of(source, rows.enumerate(), path, doubts)
}

/// [`series`] of rows that no longer stand as they were received: each with its index.
pub(crate) fn series_of(
    source: Source,
    rows: impl Iterator<Item = Indexed<(i64, Option<f64>)>>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Series, Error> {
    let mut series = Series::new(source);
    for (index, (time_ms, value)) in numbers(rows, path, doubts)? {
        Point::new(PointFields { source, time_ms, value })
            .and_then(|point| series.push(point))
            .map_err(|error| in_body(path.clone().index(index))(error))?;
    }
    Ok(series)
}

/// A series of last prices.
pub(crate) fn prices(
    (source, instrument, quote_currency): (Source, Instrument, Currency),
    rows: impl Iterator<Item = (i64, Option<f64>)>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Quotes, Error> {
    let mut quotes = Quotes::new(source, instrument, quote_currency);
    for (index, (time_ms, value)) in numbers(rows.enumerate(), path, doubts)? {
        let at = || path.clone().index(index);
        let quote = last_price((source, instrument, quote_currency), time_ms, value);
        quote.and_then(|quote| quotes.push(quote)).map_err(|error| in_body(at())(error))?;
    }
    Ok(quotes)
}

/// A quote of which only the last price is known.
pub(crate) fn last_price(
    (source, instrument, quote_currency): (Source, Instrument, Currency),
    time_ms: Timestamp,
    price: f64,
) -> Result<Quote, Error> {
    let (bid, ask, last_price) = (None, None, Some(price));
    Quote::new(QuoteFields { source, instrument, quote_currency, time_ms, bid, ask, last_price })
}

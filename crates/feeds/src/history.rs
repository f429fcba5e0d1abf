//! Rows over time: the order they are brought into, and histories of one number.

use std::cmp::Ordering;

use hashinsight_market::{
    Funding, FundingHistory, Instrument, Interval, OpenInterest, OpenInterestHistory, Point, PointFields, Quote,
    QuoteFields, Quotes, Series, Source,
};
use hashinsight_units::{Currency, Error, FieldPath, Order, Problem, Timestamp};

use crate::error::{at_member, in_body, refuse};
use crate::payload::Doubts;
use crate::plausible;
use crate::read::Each;
use crate::spacing;

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
    ordered_by(rows, &by, &shown, path, doubts);
}

fn ordered_by<T: PartialEq>(
    rows: &mut Vec<Indexed<T>>,
    by: &dyn Fn(&T, &T) -> Ordering,
    shown: &dyn Fn(&T) -> f64,
    path: &FieldPath,
    doubts: &mut Doubts,
) {
    if rows.is_sorted_by(|(_, a), (_, b)| by(a, b) == Ordering::Less) {
        return;
    }
    rows.order_by(|(_, a), (_, b)| by(a, b)); // the first received stays the first
    rows.dedup_by(|(index, row), (kept_index, kept)| {
        let is_again = by(row, kept) == Ordering::Equal;
        if is_again {
            let contradicts = (row != kept).then(|| shown(kept));
            note_again(path.clone().index(*index), shown(row), *kept_index, contradicts, doubts);
        }
        is_again
    });
}

/// Notes a row that is left out, because one before it is about the same, and says this where it contradicts.
#[cold]
fn note_again(path: FieldPath, shown: f64, kept: usize, contradicts: Option<f64>, doubts: &mut Doubts) {
    let expected = match contradicts {
        None => format!("each row once; that of [{kept}] again is left out"),
        Some(said) => format!("what [{kept}] says of the same, {said}; left out"),
    };
    doubts.note(path, shown, expected);
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
    rows.order_by(|(a, _), (b, _)| a.cmp(b));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Rows of which each is read by itself: one that is refused is left out and noted, and does not cost the rest. Where no
/// row is left, the first refusal is that of the list.
pub(crate) fn each<W, T>(
    rows: Vec<Each<W>>,
    list: &FieldPath,
    doubts: &mut Doubts,
    read: impl FnMut(usize, W, &mut Doubts) -> Result<T, Error>,
) -> Result<Vec<Indexed<T>>, Error> {
    each_of(received(rows), list, doubts, read)
}

fn each_of<W, T>(
    rows: impl Iterator<Item = Indexed<Each<W>>>,
    list: &FieldPath,
    doubts: &mut Doubts,
    mut read: impl FnMut(usize, W, &mut Doubts) -> Result<T, Error>,
) -> Result<Vec<Indexed<T>>, Error> {
    let mut kept = Vec::with_capacity(rows.size_hint().0);
    let mut first = None;
    for (index, Each(row)) in rows {
        let row = row.map_err(|error| in_body(list.clone().index(index))(error));
        match row.and_then(|row| read(index, row, doubts)) {
            Ok(row) => kept.push((index, row)),
            Err(error) => {
                doubts.left_out(&error);
                first.get_or_insert(error);
            }
        }
    }
    match first {
        Some(error) if kept.is_empty() => Err(error),
        _ => Ok(kept),
    }
}

/// Rows that were read, with their places, to be read further.
pub(crate) fn again<W>(rows: Vec<Indexed<W>>) -> impl Iterator<Item = Indexed<Each<W>>> {
    rows.into_iter().map(|(index, row)| (index, Each(Ok(row))))
}

/// Rows as they were received.
pub(crate) fn received<W>(rows: Vec<Each<W>>) -> impl Iterator<Item = Indexed<Each<W>>> {
    rows.into_iter().enumerate()
}

/// At least 0, as amounts are.
pub(crate) fn not_negative(path: FieldPath, value: f64) -> Result<(), Error> {
    if value < 0.0 { Err(refuse(Problem::OutOfRange, path, value, "at least 0")) } else { Ok(()) }
}

/// A series in the unit of the caller's field, of which no value is more than `step` times the one before. Each row comes
/// with its index: an instant, and a number where there is one; what is absent is left out and noted.
pub(crate) fn series(
    (source, step): (Source, f64),
    rows: impl Iterator<Item = Indexed<Each<(i64, Option<f64>)>>>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Series, Error> {
    let rows = numbers(rows, path, doubts, |at, (time_ms, value), _| {
        Point::new(PointFields { source, time_ms, value }).map_err(|error| at_member(&error, |_| at))
    })?;
    let mut series = Series::new(source);
    // Oldest first: what is a hundred times the value before is in another unit.
    let values: Vec<_> = rows.iter().map(|(index, point)| (path.clone().index(*index), point.value())).collect();
    plausible::jumps(&values, step, doubts);
    for (index, point) in rows {
        series.push(point).map_err(|error| in_body(path.clone().index(index))(error))?;
    }
    Ok(series)
}

fn numbers<T: PartialEq + Timed>(
    rows: impl Iterator<Item = Indexed<Each<(i64, Option<f64>)>>>,
    path: &FieldPath,
    doubts: &mut Doubts,
    read: impl Fn(FieldPath, (Timestamp, f64), &mut Doubts) -> Result<T, Error>,
) -> Result<Vec<Indexed<T>>, Error> {
    let mut kept = each_of(rows, path, doubts, |index, (ms, value), doubts| {
        let at = path.clone().index(index);
        let time = doubts.past_at(ms, || at.clone())?;
        let Some(value) = value else {
            doubts.note(at, "null", "a number; the row is left out");
            return Ok(None);
        };
        read(at, (time, value), doubts).map(Some)
    })?;
    let mut kept: Vec<Indexed<T>> = kept.drain(..).filter_map(|(index, row)| Some((index, row?))).collect();
    ordered(&mut kept, |a, b| a.at().cmp(&b.at()), T::shown, path, doubts);
    Ok(kept)
}

/// A row that is one number at one instant.
trait Timed {
    fn at(&self) -> Timestamp;
    fn shown(&self) -> f64;
}

impl Timed for Point {
    fn at(&self) -> Timestamp {
        self.time_ms()
    }

    fn shown(&self) -> f64 {
        self.value()
    }
}

impl Timed for Quote {
    fn at(&self) -> Timestamp {
        self.time_ms()
    }

    fn shown(&self) -> f64 {
        self.last_price().unwrap_or_default() // given in every row, below
    }
}

/// Past funding: each payment once, oldest first.
pub(crate) fn funding(
    (source, instrument, interval): (Source, Instrument, Interval),
    mut rows: Vec<Indexed<Funding>>,
    list: &FieldPath,
    doubts: &mut Doubts,
) -> Result<FundingHistory, Error> {
    ordered(&mut rows, |a, b| a.time_ms().cmp(&b.time_ms()), Funding::rate_per_interval, list, doubts);
    let times = rows.iter().map(|(index, row)| (*index, row.time_ms().to_ms()));
    spacing::check(times, interval.to_ms(), |index| list.clone().index(index), doubts);
    let mut history = FundingHistory::new(source, instrument, interval);
    for (index, row) in rows {
        history.push(row).map_err(in_body(list.clone().index(index)))?;
    }
    Ok(history)
}

/// Open interest over time: each instant once, oldest first.
pub(crate) fn open_interest(
    (source, instrument, interval): (Source, Instrument, Interval),
    mut rows: Vec<Indexed<OpenInterest>>,
    list: &FieldPath,
    doubts: &mut Doubts,
) -> Result<OpenInterestHistory, Error> {
    let shown = |row: &OpenInterest| row.open_base().or(row.open_usd()).unwrap_or_default();
    ordered(&mut rows, |a, b| a.time_ms().cmp(&b.time_ms()), shown, list, doubts);
    let times = rows.iter().map(|(index, row)| (*index, row.time_ms().to_ms()));
    spacing::check(times, interval.to_ms(), |index| list.clone().index(index), doubts);
    let values: Vec<_> = rows.iter().map(|(index, row)| (list.clone().index(*index), shown(row))).collect();
    plausible::jumps(&values, 8.0, doubts);
    let mut history = OpenInterestHistory::new(source, instrument);
    for (index, row) in rows {
        history.push(row).map_err(in_body(list.clone().index(index)))?;
    }
    Ok(history)
}

/// A series of numbers that were read with the rows around them.
pub(crate) fn series_of(
    source: Source,
    rows: impl Iterator<Item = Indexed<(Timestamp, Option<f64>)>>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Series, Error> {
    let mut series = Series::new(source);
    for (index, (time_ms, value)) in rows {
        let at = || path.clone().index(index);
        let Some(value) = value else {
            doubts.note(at(), "null", "a number; the row is left out");
            continue;
        };
        let point = Point::new(PointFields { source, time_ms, value });
        point.and_then(|point| series.push(point)).map_err(|error| in_body(at())(error))?;
    }
    Ok(series)
}

/// A series of last prices.
pub(crate) fn prices(
    (source, instrument, quote_currency): (Source, Instrument, Currency),
    rows: impl Iterator<Item = Indexed<Each<(i64, Option<f64>)>>>,
    path: &FieldPath,
    doubts: &mut Doubts,
) -> Result<Quotes, Error> {
    let rows = numbers(rows, path, doubts, |at, (time_ms, value), doubts| {
        let quote = last_price((source, instrument, quote_currency), time_ms, value);
        let quote = quote.map_err(|error| at_member(&error, |_| at.clone()))?;
        plausible::price_at(at.as_str(), value, (instrument, quote_currency), time_ms.to_ms(), doubts);
        Ok(quote)
    })?;
    let mut quotes = Quotes::new(source, instrument, quote_currency);
    let price = |quote: &Quote| quote.last_price().unwrap_or_default();
    let values: Vec<_> = rows.iter().map(|(index, quote)| (path.clone().index(*index), price(quote))).collect();
    plausible::jumps(&values, 8.0, doubts);
    for (index, quote) in rows {
        quotes.push(quote).map_err(|error| in_body(path.clone().index(index))(error))?;
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

//! Long columns in pieces, for callers whose memory holds no copy of them.

use std::ops::Range;

use hashinsight::units::{Error, Fault};

use crate::StreamHandle;

/// Rows of a piece: a few megabytes of columns, and so much work that reading the parameters again does not count.
pub const PIECE: usize = 1 << 16;

fn pieces(rows: usize, piece: usize) -> impl Iterator<Item = Range<usize>> {
    (0..rows).step_by(piece.max(1)).map(move |start| start..rows.min(start + piece))
}

/// Runs an operation that answers each row by itself (`is_by_row`) on pieces of the rows of its columns, which have these names. `call` is
/// given the ranges whose rows, in this order, are the columns of one call; `take` gets each answer with its range.
///
/// # Errors
/// What the whole call would be refused with, to the letter.
pub fn in_pieces<T>(
    names: &[&str],
    rows: usize,
    piece: usize,
    mut call: impl FnMut(&[Range<usize>]) -> Result<T, Error>,
    mut take: impl FnMut(Range<usize>, T) -> Result<(), Error>,
) -> Result<(), Error> {
    let (mut first, mut refused) = (None, Vec::new());
    for range in pieces(rows, piece) {
        match call(std::slice::from_ref(&range)) {
            Ok(answer) if first.is_none() => take(range, answer)?,
            Ok(_) => {}
            Err(error) => {
                refused.extend(row_of(names, &error).map(|row| range.start + row));
                first.get_or_insert(error);
            }
        }
    }
    let Some(first) = first else { return Ok(()) };
    // Which fault comes first is for the operation to say: a column goes before a row, and what is read before what is calculated. It is one
    // of those that came first in their pieces, so a call with only their rows tells it.
    let candidates: Vec<Range<usize>> = refused.iter().map(|row| *row..row + 1).collect();
    let error = call(&candidates).err().unwrap_or(first);
    Err(moved(names, error, |row| refused.get(row).copied().unwrap_or(row)))
}

/// Feeds a stream whose events hold no words with pieces of rows, all or none; `call` feeds one range, `take` gets what it answered.
///
/// # Errors
/// The first refused row.
pub fn feed_in_pieces<T>(
    stream: &mut Box<dyn StreamHandle>,
    names: &[&str],
    rows: usize,
    piece: usize,
    mut call: impl FnMut(&mut dyn StreamHandle, Range<usize>) -> Result<T, Error>,
    mut take: impl FnMut(Range<usize>, T) -> Result<(), Error>,
) -> Result<(), Error> {
    let before = stream.duplicate();
    let fed = pieces(rows, piece).try_for_each(|range| {
        let answer = call(stream.as_mut(), range.clone());
        take(range.clone(), answer.map_err(|error| moved(names, error, |row| range.start + row))?)
    });
    fed.inspect_err(|_| *stream = before)
}

/// The row that a refusal names, as `power_w[17]` does of a column.
fn row_of(names: &[&str], error: &Error) -> Option<usize> {
    let (name, row) = error.path().as_str().strip_suffix(']')?.split_once('[')?;
    if names.contains(&name) { row.parse().ok() } else { None }
}

/// The refusal, with the row that it names as it is numbered in the whole.
fn moved(names: &[&str], error: Error, place: impl Fn(usize) -> usize) -> Error {
    let Some(row) = row_of(names, &error) else { return error };
    let fault = error.fault();
    let subject = fault.code().rsplit_once('.').map_or("", |(subject, _)| subject);
    let column = fault.path().as_str().split('[').next().unwrap_or_default().to_owned();
    let moved = Fault::new(subject, fault.problem()).at(column).in_row(place(row));
    moved.got(fault.value()).allowed(fault.allowed_text()).into()
}

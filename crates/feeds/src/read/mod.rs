//! Reading JSON: a document of places in the text, wire structs of one upstream out of it, and what cannot be read told
//! with its place, as it was received.
//!
//! What an upstream writes is declared once, as a table ([`wire`]). A scanner tries it first; where that gives up, the body is read again as a
//! document. Only when that fails too is it looked at again, to find out whether it is an error of the upstream or no JSON at all.

mod checked;
mod found;
mod limits;
mod members;
mod number;
mod place;
mod refusal;
mod said;
mod scan;
mod shape;
mod status;
mod text;
mod words;

use std::ops::Range;

use hashinsight_units::Error;
use hashinsight_units::json::Document;

pub(crate) use checked::value_at as value;
pub(crate) use members::Members;
pub(crate) use number::{Choice, Maybe, MaybeWhole, Number, Percent, Texts, Whole};
pub(crate) use place::as_received;
pub(crate) use refusal::{of_status, of_words, refused};
pub(crate) use said::Said;
pub(crate) use shape::{Cells, Each, Field, Shape, Wire, wire};
pub(crate) use text::text;

use self::shape::Tape;
use crate::Payload;
use crate::error::FeedError;

/// The places of a JSON body.
pub(crate) fn document<'t>(payload: &Payload<'t>) -> Result<Document<'t>, FeedError> {
    limits::check(payload)?;
    let text = std::str::from_utf8(payload.body).map_err(|_| not_json(payload))?;
    Document::parse(text).map_err(|_| not_json(payload))
}

/// Reads a JSON body that does not say no beside what it has.
pub(crate) fn json<T: Wire>(payload: &Payload<'_>) -> Result<T, FeedError> {
    let mut tape = scanned(payload, T::SHAPE)?;
    loop {
        // A text that is not what it must be is told by the reader of documents.
        match tape.take() {
            Some(taken) => {
                // Their texts tell all bits apart: `{:?}` writes a float so that it is read back, and -0.0 as such.
                #[cfg(debug_assertions)]
                assert_eq!(Ok(format!("{tape:?}")), read(payload, T::SHAPE).map(|read| format!("{read:?}")));
                return Ok(taken);
            }
            None => tape = again(payload, T::SHAPE, &tape)?,
        }
    }
}

/// Reads a body by its shape. A refusal in the envelope of an answer goes before what cannot be read.
fn scanned<'a>(payload: &Payload<'a>, shape: &'static Shape) -> Result<Tape<'a>, FeedError> {
    limits::check_length(payload)?;
    match scan::tape(shape, payload.body) {
        Some((tape, lists)) if !says_no(payload, &lists) => Ok(tape),
        _ => read(payload, shape),
    }
}

/// What could not be taken of a scanned body.
#[cold]
fn again<'a>(payload: &Payload<'a>, shape: &'static Shape, tape: &Tape<'_>) -> Result<Tape<'a>, FeedError> {
    let read = read(payload, shape)?;
    if *tape == read { Err(crate::error::missing("", "what was read").into()) } else { Ok(read) }
}

fn read<'a>(payload: &Payload<'a>, shape: &'static Shape) -> Result<Tape<'a>, FeedError> {
    let document = document(payload)?;
    if let Some(refused) = refusal::of_document(payload, &document) {
        return Err(refused);
    }
    let read = checked::tape(shape, document.root());
    read.map(Tape::kept).map_err(|found| refusal_or(payload, &document, found.into_error_in("".into())))
}

/// Whether an answer says no: its lists are left out, as none does by what stands in one.
fn says_no(payload: &Payload<'_>, lists: &[Range<usize>]) -> bool {
    let (mut envelope, mut at) = (Vec::new(), 0);
    for list in lists {
        envelope.extend_from_slice(&payload.body[at..list.start]);
        envelope.extend_from_slice(b"[]");
        at = list.end;
    }
    envelope.extend_from_slice(&payload.body[at..]);
    let document = std::str::from_utf8(&envelope).ok().and_then(|text| Document::parse(text).ok());
    document.is_none_or(|document| refusal::of_document(payload, &document).is_some())
}

/// The members of a body whose keys are data.
pub(crate) fn members<'d>(payload: &Payload<'_>, document: &'d Document<'d>) -> Result<Members<'d>, FeedError> {
    match refusal::of_document(payload, document) {
        Some(refused) => Err(refused),
        None => Ok(Members::of("".into(), document.root())?),
    }
}

/// The refusal that a document words, or else `error`.
#[cold]
pub(crate) fn refusal_or(payload: &Payload<'_>, document: &Document<'_>, error: Error) -> FeedError {
    refusal::of_document(payload, document).unwrap_or(error.into())
}

#[cold]
fn not_json(payload: &Payload<'_>) -> FeedError {
    let body = payload.body;
    let text = String::from_utf8_lossy(body.trim_ascii());
    if let Some(refused) = refusal::of_text(payload, &text) {
        return refused;
    }
    let what = match text.chars().next() {
        None => "empty".to_owned(),
        Some('<') => "an HTML page".to_owned(),
        Some('{' | '[') if limits::is_open(body) => format!("truncated after {} bytes", body.len()),
        Some(_) => format!("text: {}", refusal::masked(&text)),
    };
    FeedError::NotJson { what }
}

//! Reading JSON: a document of places in the text, wire structs of one upstream out of it, and what cannot be read told
//! with its place, as it was received.
//!
//! Only when that fails is the body looked at again, to find out whether it is an error of the upstream or no JSON at all.
//! The two densest payloads (candles of Binance, book summaries of Deribit) are first tried by a scanner.

mod at;
mod choice;
mod limits;
mod members;
mod number;
mod place;
mod refusal;
mod said;
mod scan;
mod status;
mod text;
mod words;

use hashinsight_units::Error;
use hashinsight_units::json::Document;
use serde::de::DeserializeOwned;

pub(crate) use at::Each;
pub(crate) use choice::Choice;
pub(crate) use members::{Members, value};
pub(crate) use number::{Maybe, MaybeWhole, Number, Percent, Whole, tuple_row};
pub(crate) use place::as_received;
pub(crate) use refusal::{of_status, of_words, refused};
pub(crate) use said::Said;
pub(crate) use scan::{Keys, Scan, scanned};
pub(crate) use text::text;

use self::at::At;
use crate::Payload;
use crate::error::FeedError;

/// The places of a JSON body.
pub(crate) fn document<'t>(payload: &Payload<'t>) -> Result<Document<'t>, FeedError> {
    limits::check(payload)?;
    let text = std::str::from_utf8(payload.body).map_err(|_| not_json(payload))?;
    Document::parse(text).map_err(|_| not_json(payload))
}

/// Reads a JSON body into wire structs.
pub(crate) fn json<T: DeserializeOwned>(payload: &Payload<'_>) -> Result<T, FeedError> {
    let document = document(payload)?;
    read(payload, &document)
}

/// [`json`] of an upstream that says no in the envelope of its answers.
pub(crate) fn answer<T: DeserializeOwned>(payload: &Payload<'_>) -> Result<T, FeedError> {
    let document = document(payload)?;
    refusal::of_document(payload, &document).map_or_else(|| read(payload, &document), Err)
}

fn read<T: DeserializeOwned>(payload: &Payload<'_>, document: &Document<'_>) -> Result<T, FeedError> {
    T::deserialize(At(document.root())).map_err(|found| refusal_or(payload, document, found.into_error()))
}

/// The members of a body whose keys are data.
pub(crate) fn members<'d>(payload: &Payload<'_>, document: &'d Document<'d>) -> Result<Members<'d>, FeedError> {
    let members = Members::of("".into(), document.root());
    members.map_err(|error| refusal_or(payload, document, error))
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

//! Reading JSON: fast where all is well, and with a path where it is not.
//!
//! The fast way is `serde_json` straight into wire structs of one upstream. Only when that fails is the body read once
//! more, into a tree, to find out whether it is an error of the upstream, no JSON at all, or which value is to blame.
//! The two densest payloads (candles of Binance, book summaries of Deribit) are first tried by a scanner.

mod choice;
mod explain;
mod limits;
mod members;
mod number;
mod refusal;
mod scan;

use hashinsight_units::{Error, FieldPath, Problem};
use serde::de::DeserializeOwned;
use serde_json::Value;

pub(crate) use choice::Choice;
pub(crate) use members::Members;
pub(crate) use number::{Maybe, MaybeWhole, Number, Whole, tuple_row};
pub(crate) use refusal::refused;
pub(crate) use scan::{Keys, Scan, scanned};

use crate::Payload;
use crate::error::{FeedError, refuse};

/// Reads a JSON body into wire structs.
pub(crate) fn json<T: DeserializeOwned>(payload: &Payload<'_>) -> Result<T, FeedError> {
    limits::check(payload)?;
    // Text that is checked as a whole, in lanes, need not be checked string by string.
    let text = std::str::from_utf8(payload.body).map_err(|_| not_json(payload.body))?;
    serde_json::from_str(text).map_err(|error| explain::<T>(payload.body, &error))
}

/// Reads one value of a tree, for payloads whose keys are data.
pub(crate) fn value<T: DeserializeOwned>(path: FieldPath, value: &Value) -> Result<T, Error> {
    T::deserialize(explain::At(value)).map_err(|found| found.inside(path).into_error())
}

/// The refusal that a tree words, or else `error`.
pub(crate) fn refusal_or(tree: &Value, error: Error) -> FeedError {
    refusal::of_value(tree).unwrap_or(error.into())
}

/// Reads a body of plain text.
pub(crate) fn text<'a>(payload: &Payload<'a>) -> Result<&'a str, FeedError> {
    limits::check_length(payload)?;
    let text = std::str::from_utf8(payload.body).unwrap_or_default().trim();
    if text.is_empty() || text.starts_with(['<', '{', '[']) || text.len() > 40 {
        return Err(match serde_json::from_slice::<Value>(payload.body) {
            Ok(value) => refusal::of_value(&value).unwrap_or_else(|| not_json(payload.body)),
            Err(_) => not_json(payload.body),
        });
    }
    refusal::of_text(text).map_or(Ok(text), Err)
}

#[cold]
fn explain<T: DeserializeOwned>(body: &[u8], error: &serde_json::Error) -> FeedError {
    let Ok(value) = serde_json::from_slice::<Value>(body) else {
        return if error.is_eof() && !body.trim_ascii().is_empty() {
            FeedError::NotJson { what: format!("truncated after {} bytes", body.len()) }
        } else {
            not_json(body)
        };
    };
    if let Some(refused) = refusal::of_value(&value) {
        return refused;
    }
    match T::deserialize(explain::At(&value)) {
        Err(found) => found.into_error().into(),
        // A tree holds each key once, so what it does not show is a key that stands there twice.
        Ok(_) => refuse(Problem::Several, "", error, "each key once").into(),
    }
}

fn not_json(body: &[u8]) -> FeedError {
    let text = String::from_utf8_lossy(body.trim_ascii());
    if let Some(refused) = refusal::of_text(&text) {
        return refused;
    }
    let what = match text.chars().next() {
        None => "empty".to_owned(),
        Some('<') => "an HTML page".to_owned(),
        Some(_) => format!("text: {}", refusal::masked(&text)),
    };
    FeedError::NotJson { what }
}

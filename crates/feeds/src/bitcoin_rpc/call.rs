//! Calls, envelopes, and the forms of their values.

use hashinsight_units::{Difficulty, Error, FieldPath, Problem};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::host::NO_HOST;
use crate::error::{FeedError, in_body, missing, refuse};
use crate::payload::Doubts;
use crate::read::{self, MaybeWhole, Number};
use crate::{Payload, Request, plausible};

pub(super) const SOURCE: &str = "bitcoin_rpc";

pub(super) fn call(method: &str, params: &Value) -> Request {
    // Written out: the order of keys in a `json!` object is a feature of serde_json that any other crate may switch.
    let body = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
    Request::post(NO_HOST, "/", body)
}

#[derive(Deserialize)]
struct Envelope<T> {
    #[serde(default = "none")]
    result: Option<T>,
    #[serde(default)]
    error: Option<RpcError>,
}

const fn none<T>() -> Option<T> {
    None
}

#[derive(Deserialize)]
struct RpcError {
    #[serde(default)]
    code: MaybeWhole,
    #[serde(default)]
    message: Option<String>,
}

pub(super) fn open<T: DeserializeOwned>(payload: &Payload<'_>) -> Result<T, FeedError> {
    match read::json(payload)? {
        Envelope { error: Some(error), .. } => {
            let code = error.code.0.map(|code| code.to_string()).unwrap_or_default();
            Err(read::refused(&code, error.message.as_deref().unwrap_or_default()))
        }
        Envelope { result: Some(result), .. } => Ok(result),
        Envelope { .. } => Err(missing("result", "a value").into()),
    }
}

pub(super) fn count(path: &'static str, whole: i64) -> Result<u32, Error> {
    u32::try_from(whole).map_err(|_| {
        let path = FieldPath::new("result").field(path);
        refuse(Problem::OutOfRange, path, whole, "0 to 4294967295")
    })
}

pub(super) fn nbits(path: &str, text: &str) -> Result<u32, Error> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let hex = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let value = if hex { u32::from_str_radix(digits, 16).ok() } else { None };
    value.ok_or_else(|| refuse(Problem::Unknown, path, text, "8 hex digits"))
}

pub(super) fn difficulty(path: &'static str, number: Number, doubts: &mut Doubts) -> Result<Difficulty, Error> {
    let difficulty = Difficulty::new(number.0).map_err(in_body(path))?;
    plausible::difficulty(path, difficulty, doubts);
    Ok(difficulty)
}

//! Calls, envelopes, and the forms of their values.

use hashinsight_units::{Error, FieldPath, Problem, Timestamp};

use super::host::NO_HOST;
use crate::error::{FeedError, missing, refuse};
use crate::payload::Doubts;
use crate::read::{self, Wire, wire};
use crate::{Payload, Request};

pub(super) const SOURCE: &str = "bitcoin_rpc";

pub(super) fn call(method: &str, params: &str) -> Request {
    let body = format!(r#"{{"jsonrpc":"2.0","id":1,"method":"{method}","params":{params}}}"#);
    Request::post(NO_HOST, "/", body)
}

wire! {
    struct Envelope<T> {
        result: Option<T>,
    }
}

pub(super) fn open<T: Wire>(payload: &Payload<'_>) -> Result<T, FeedError> {
    read::json::<Envelope<T>>(payload)?.result.ok_or_else(|| missing("result", "a value").into())
}

pub(super) fn count(path: &'static str, whole: i64) -> Result<u32, Error> {
    u32::try_from(whole).map_err(|_| {
        let path = FieldPath::new("result").field(path);
        refuse(Problem::OutOfRange, path, whole, "0 to 4294967295")
    })
}

/// A header time: seconds.
pub(super) fn header_time(path: &'static str, time: i64, doubts: &mut Doubts) -> Result<(u32, Timestamp), Error> {
    let instant = doubts.past_s(FieldPath::new("result").field(path), time)?;
    Ok((count(path, time)?, instant))
}

pub(super) fn nbits(path: &str, text: &str) -> Result<u32, Error> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let hex = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit());
    let value = if hex { u32::from_str_radix(digits, 16).ok() } else { None };
    value.ok_or_else(|| refuse(Problem::Unknown, path, text, "8 hex digits"))
}

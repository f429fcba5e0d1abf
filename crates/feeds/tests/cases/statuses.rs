//! Every HTTP status has a kind and words, where the answer has none.

use crate::support::ask::NOW_MS;
use hashinsight_feeds::RefusalKind::{self, BadRequest, Key, Later, NotFromHere, Other, RateLimited};
use hashinsight_feeds::{FeedAsk, ParseRequest, RefusalRequest, RefusalSaid, parse, refusal};
use hashinsight_units::Timestamp;
use serde_json::json;

/// Statuses of the IANA registry (of RFC 9110 where it says otherwise) that give no data, with their phrases, and what they ask of the
/// caller: 402, 403 and 407 say that the caller is not allowed to, 408 and 425 that the same may be asked again, 501 that this server cannot,
/// 511 that the caller's network does not let it out, 301 and 308 that the address is no more.
const STATUSES: [(u16, &str, RefusalKind); 54] = [
    (100, "Continue", Other),
    (101, "Switching Protocols", Other),
    (102, "Processing", Other),
    (103, "Early Hints", Other),
    (202, "Accepted", Later),
    (204, "No Content", Other),
    (205, "Reset Content", Other),
    (300, "Multiple Choices", Other),
    (301, "Moved Permanently", BadRequest),
    (302, "Found", Other),
    (303, "See Other", Other),
    (304, "Not Modified", Other),
    (305, "Use Proxy", Other),
    (307, "Temporary Redirect", Other),
    (308, "Permanent Redirect", BadRequest),
    (400, "Bad Request", BadRequest),
    (401, "Unauthorized", Key),
    (402, "Payment Required", Key),
    (403, "Forbidden", Key),
    (404, "Not Found", BadRequest),
    (405, "Method Not Allowed", BadRequest),
    (406, "Not Acceptable", BadRequest),
    (407, "Proxy Authentication Required", Key),
    (408, "Request Timeout", Later),
    (409, "Conflict", BadRequest),
    (410, "Gone", BadRequest),
    (411, "Length Required", BadRequest),
    (412, "Precondition Failed", BadRequest),
    (413, "Content Too Large", BadRequest),
    (414, "URI Too Long", BadRequest),
    (415, "Unsupported Media Type", BadRequest),
    (416, "Range Not Satisfiable", BadRequest),
    (417, "Expectation Failed", BadRequest),
    (418, "I'm a teapot", RateLimited), // Binance: banned
    (421, "Misdirected Request", BadRequest),
    (422, "Unprocessable Content", BadRequest),
    (423, "Locked", BadRequest),
    (424, "Failed Dependency", BadRequest),
    (425, "Too Early", Later),
    (426, "Upgrade Required", BadRequest),
    (428, "Precondition Required", BadRequest),
    (429, "Too Many Requests", RateLimited),
    (431, "Request Header Fields Too Large", BadRequest),
    (451, "Unavailable For Legal Reasons", NotFromHere),
    (500, "Internal Server Error", Later),
    (501, "Not Implemented", NotFromHere),
    (502, "Bad Gateway", Later),
    (503, "Service Unavailable", Later),
    (504, "Gateway Timeout", Later),
    (505, "HTTP Version Not Supported", BadRequest),
    (506, "Variant Also Negotiates", Later),
    (507, "Insufficient Storage", Later),
    (508, "Loop Detected", Later),
    (511, "Network Authentication Required", NotFromHere),
];

fn said(body: &str, status: u16) -> Option<RefusalSaid> {
    let now = Timestamp::from_ms(NOW_MS).unwrap();
    refusal(&RefusalRequest::new(body.to_owned(), now).status(status)).refusal
}

#[test]
fn every_status_without_a_body_has_a_kind_and_words() {
    let ask: FeedAsk = serde_json::from_value(json!({"mempool_space": "recommended_fees"})).unwrap();
    for (status, phrase, kind) in STATUSES {
        for empty in ["", " \r\n", "\u{feff}"] {
            let said = said(empty, status).unwrap_or_else(|| panic!("{status} {empty:?}"));
            assert_eq!((said.kind, said.code, said.message.as_str()), (kind, status.to_string(), phrase));
        }
        let now = Timestamp::from_ms(NOW_MS).unwrap();
        let error = parse(&ParseRequest::new(ask.clone(), String::new(), now).status(status)).unwrap_err();
        assert_eq!(error.value(), format!("{status} {phrase}"));
    }
}

/// A status that is not known means what the first of its class does, and one that is none a fault of the server (RFC 9110, section 15).
#[test]
fn other_statuses_are_those_of_their_class() {
    let known = |status: u16| STATUSES.iter().any(|(known, ..)| *known == status);
    for status in (0..1000).filter(|status| !known(*status)) {
        let expected = match status {
            200..=299 => None, // an empty answer that claims success is no refusal: it is not JSON
            100..=199 => Some((Other, "Informational")),
            300..=399 => Some((Other, "Redirection")),
            400..=499 => Some((BadRequest, "Client Error")),
            _ => Some((Later, "Server Error")),
        };
        let got = said("", status);
        assert_eq!(got.as_ref().map(|said| (said.kind, said.message.as_str())), expected, "{status}");
    }
}

/// A page or a document under a status without data says more than the status, and is never data.
#[test]
fn a_status_without_data_has_none_whatever_the_body_says() {
    let ask: FeedAsk = serde_json::from_value(json!({"mempool_space": "recommended_fees"})).unwrap();
    let fees = r#"{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#;
    for status in (0..1000).filter(|status| !(200..300).contains(status)).chain([204, 205]) {
        let now = Timestamp::from_ms(NOW_MS).unwrap();
        let error = parse(&ParseRequest::new(ask.clone(), fees.to_owned(), now).status(status)).unwrap_err();
        assert!(error.value().starts_with(&format!("{status} {{")), "{error}");
    }
    for status in [200, 201, 202, 203, 206] {
        let now = Timestamp::from_ms(NOW_MS).unwrap();
        assert!(parse(&ParseRequest::new(ask.clone(), fees.to_owned(), now).status(status)).is_ok());
    }
    let limited = r#"{"code":-1003,"msg":"Too many requests."}"#;
    for status in [200, 400, 403, 404, 500, 503] {
        assert_eq!(said(limited, status).map(|said| said.kind), Some(RateLimited), "{status}");
    }
    let page = "<html><head><title>301 Moved Permanently</title></head></html>";
    let said = said(page, 301).unwrap();
    assert_eq!((said.kind, said.message.as_str()), (BadRequest, "301 Moved Permanently"));
}

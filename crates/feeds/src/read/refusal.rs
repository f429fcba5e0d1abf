//! The ways in which upstreams say no, made errors.

use serde_json::Value;

use crate::error::{FeedError, RefusalKind, excerpt};
use crate::upstreams;

/// An error as an upstream words it; what looks like a key in it is masked.
pub(crate) fn refused(code: &str, message: &str) -> FeedError {
    let lower = message.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let kind = upstreams::kind(code).unwrap_or_else(|| match code {
        "429" => RefusalKind::RateLimited,
        "401" | "403" => RefusalKind::Key,
        _ if says(&["rate limit", "too many", "too_many", "ratelimit", "throttle"]) => RefusalKind::RateLimited,
        _ if says(&["api key", "apikey", "api_key", "unauthorized", "forbidden"]) => RefusalKind::Key,
        _ => RefusalKind::Other,
    });
    FeedError::Refused { kind, code: excerpt(code), message: masked(message) }
}

/// The text, cut, with long runs of letters and digits (keys, signatures) masked.
pub(super) fn masked(text: &str) -> String {
    let is_key = |word: &str| {
        let digits = word.bytes().filter(u8::is_ascii_digit).count();
        word.len() >= 16 && digits > 0 && digits < word.len()
    };
    let in_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let length = rest.find(|c| !in_word(c)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(length);
        out.push_str(if is_key(word) { "***" } else { word });
        let gap = after.find(in_word).unwrap_or(after.len());
        out.push_str(&after[..gap]);
        rest = &after[gap..];
    }
    excerpt(&out)
}

/// What a body that is no JSON says, if it says no.
pub(super) fn of_text(text: &str) -> Option<FeedError> {
    let head: String = text.chars().take(2000).collect();
    let lower = head.to_ascii_lowercase();
    let limited = ["too many requests", "rate limit", "error code: 1015"].iter().any(|word| lower.contains(word));
    limited.then(|| refused("429", if text.starts_with('<') { "an HTML page" } else { &head }))
}

/// What a JSON body says, if it says no in one of the known shapes.
pub(super) fn of_value(value: &Value) -> Option<FeedError> {
    upstreams::refusal(value).map(|refusal| refused(&refusal.code, &refusal.message))
}

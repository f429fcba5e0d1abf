//! The shapes in which upstreams say no.

use serde_json::Value;

use crate::error::{FeedError, RefusalKind, excerpt};

/// An error as an upstream words it; what looks like a key in it is masked.
pub(crate) fn refused(code: &str, message: &str) -> FeedError {
    let lower = message.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let kind = match code {
        "429" | "418" | "-1003" | "-1015" | "10028" | "-32005" | "10429" => RefusalKind::RateLimited,
        "401" | "403" | "-2014" | "-2015" | "-1022" | "10002" | "13009" | "10005" => RefusalKind::Key,
        "-32601" => RefusalKind::Unsupported,
        _ if says(&["rate limit", "too many", "too_many", "ratelimit", "throttle"]) => RefusalKind::RateLimited,
        _ if says(&["api key", "apikey", "api_key", "unauthorized", "forbidden"]) => RefusalKind::Key,
        _ => RefusalKind::Other,
    };
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
    let words = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    };
    let is_set = |value: &Value| !value.is_null() && *value != Value::Bool(false);
    // JSON-RPC, CoinGecko and blockchain.info: {"error": {code, message}} or {"error": "text", "message": ...}
    let error = &value["error"];
    if error.is_object() {
        let data = &error["data"]["reason"];
        let message = if is_set(data) {
            format!("{} {}", words(&error["message"]), words(data))
        } else {
            words(&error["message"])
        };
        return Some(refused(&words(&error["code"]), &message));
    }
    if error.is_string() {
        return Some(refused("", &format!("{} {}", words(error), words(&value["message"]))));
    }
    // CoinGecko: {"status": {"error_code", "error_message"}}
    let status = &value["status"];
    if is_set(&status["error_code"]) {
        return Some(refused(&words(&status["error_code"]), &words(&status["error_message"])));
    }
    // CoinWarz: {"Success": false, "Message": ...}
    if value["Success"] == Value::Bool(false) {
        return Some(refused("", &words(&value["Message"])));
    }
    // Binance: {"code": -1121, "msg": ...}
    if value["msg"].is_string() && (value["code"].is_number() || value["code"].is_string()) {
        return Some(refused(&words(&value["code"]), &words(&value["msg"])));
    }
    // Coinbase: {"errors": [{"id", "message"}]} and {"message": ...} alone
    if let Some(first) = value["errors"].get(0) {
        return Some(refused(&words(&first["id"]), &words(&first["message"])));
    }
    match value.as_object() {
        Some(map) if map.len() == 1 && value["message"].is_string() => Some(refused("", &words(&value["message"]))),
        _ => None,
    }
}

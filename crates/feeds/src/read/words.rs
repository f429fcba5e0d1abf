//! What the words of a refusal ask of the caller.

use crate::error::RefusalKind::{self, BadRequest, Key, Later, NotFromHere, RateLimited, UnknownInstrument};

/// Words by what they mean, in small letters; of several the first decides. Each was seen in an answer of an upstream or of a
/// proxy before one.
const MEANINGS: [(RefusalKind, &[&str]); 6] = [
    (
        RateLimited,
        &[
            "rate limit",
            "rate_limit",
            "ratelimit",
            "rate-limit",
            "too many",
            "too_many",
            "throttl",
            "quota",
            "concurrent requests",
            "work queue depth exceeded",
            "request limit",
            "too frequent",
            "too much request",
            "error code: 1015",
            "error 1015",
            "being rate limited",
            "call limit",
            "usage limit",
        ],
    ),
    (
        NotFromHere,
        &[
            "restricted location",
            "your country",
            "your region",
            "the country",
            "your location",
            "compliance restriction",
            "regulatory restriction",
            "legal reasons",
            "method not found",
            "error code: 1020",
            "error 1020",
            "error code: 1009",
            "error 1009",
            "sorry, you have been blocked",
        ],
    ),
    (
        Key,
        &[
            "api key",
            "apikey",
            "api_key",
            "api-key",
            "unauthorized",
            "unauthorised",
            "signature",
            "pro api",
            "subscri",
            "authenticat",
            "authoriz",
            "permission",
            "forbidden",
            "invalid_credentials",
            "access denied",
        ],
    ),
    (
        UnknownInstrument,
        &[
            "invalid symbol",
            "symbol invalid",
            "unknown symbol",
            "symbol does not exist",
            "symbol is not",
            "supported symbol",
            "invalid instrument",
            "unknown instrument",
            "instrument_not_found",
            "instrument id",
            "invalid pair",
            "coin not found",
            "could not find coin",
            "product not found",
            "invalid product",
            "productid",
            "product_id",
            "invalid base currency",
            "invalid currency",
            "unknown coin",
            "invalid coin",
            "coin tag",
            "cointag",
        ],
    ),
    (
        Later,
        &[
            "unavailable",
            "maintenance",
            "try again",
            "try later",
            "temporar",
            "timeout",
            "timed out",
            "timed_out",
            "bad gateway",
            "overloaded",
            "system busy",
            "server busy",
            "loading block index",
            "verifying blocks",
            "rewinding blocks",
            "in warmup",
            "internal error",
            "internal server error",
            "internal_server_error",
            "server error",
            "just a moment",
            "settlement_in_progress",
            "shutting down",
        ],
    ),
    (
        BadRequest,
        &[
            "invalid",
            "parameter",
            "param",
            "illegal",
            "bad request",
            "bad_request",
            "malformed",
            "mandatory",
            "not found",
            "not_found",
            "not-found",
            "notfound",
            "allowed time range",
            "granularity",
            "out of range",
            "unsupported",
        ],
    ),
];

fn first(lower: &str, meanings: &[(RefusalKind, &[&str])]) -> Option<RefusalKind> {
    let says = |words: &&[&str]| words.iter().any(|word| lower.contains(word));
    meanings.iter().find(|(_, words)| says(words)).map(|(kind, _)| *kind)
}

/// What a text means.
pub(super) fn of_text(text: &str) -> Option<RefusalKind> {
    first(&text.to_ascii_lowercase(), &MEANINGS)
}

/// What an HTML page means: its text and its title, but no such words as scripts are made of.
pub(super) fn of_page(page: &str) -> Option<RefusalKind> {
    let in_title = title(page).and_then(of_text);
    let lower = page.to_ascii_lowercase();
    // `403 Forbidden` and `Access denied` say less than the reason below it.
    if in_title == Some(Key) {
        if sentence_of_place(page).is_some() {
            return Some(NotFromHere);
        }
        if ["being rate limited", "error 1015"].iter().any(|word| lower.contains(word)) {
            return Some(RateLimited);
        }
    }
    in_title.or_else(|| first(&lower, &MEANINGS[..2])).or_else(|| {
        ["bad gateway", "unavailable", "maintenance", "time-out", "timeout"]
            .iter()
            .any(|word| lower.contains(word))
            .then_some(Later)
    })
}

/// The sentence of a page that says that the caller's place is refused.
pub(super) fn sentence_of_place(page: &str) -> Option<&str> {
    let lower = page.to_ascii_lowercase();
    let (_, words) = MEANINGS.iter().find(|(kind, _)| *kind == NotFromHere)?;
    let place = words.iter().filter_map(|word| lower.find(word)).min()?;
    let start = page[..place].rfind(['>', '.']).map_or(0, |before| before + 1);
    let end = page[place..].find(['<', '.']).map_or(page.len(), |length| place + length);
    Some(page[start..end].trim())
}

/// The title of an HTML page.
pub(super) fn title(page: &str) -> Option<&str> {
    let open = page.to_ascii_lowercase().find("<title")?;
    let start = open + page.get(open..)?.find('>')? + 1;
    let length = page.get(start..)?.find('<')?;
    Some(page.get(start..start + length)?.trim()).filter(|title| !title.is_empty())
}

/// `IP banned until 1667826432345`, in Unix milliseconds.
pub(super) fn banned_until(message: &str) -> Option<i64> {
    let (_, after) = message.split_once("until ")?;
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after[..digits].parse().ok().filter(|ms| *ms > 1_000_000_000_000)
}

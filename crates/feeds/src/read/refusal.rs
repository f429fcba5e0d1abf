//! The ways in which upstreams say no, made errors.

use hashinsight_units::json::Document;

use super::{Said, status, words};
use crate::error::{FeedError, RefusalKind, cut, excerpt};
use crate::upstream::Refusal;
use crate::{Payload, upstreams};

/// What a document says, if it says no in one of the known shapes.
pub(super) fn of_document(payload: &Payload<'_>, document: &Document<'_>) -> Option<FeedError> {
    upstreams::refusal(Said(Some(document.root()))).map(|(refusal, kind)| made(payload, &refusal, kind))
}

/// What a body that is no JSON says, if it says no.
pub(super) fn of_text(payload: &Payload<'_>, text: &str) -> Option<FeedError> {
    let head: String = text.chars().take(4000).collect();
    let is_page = head.starts_with('<');
    let kind = if is_page { words::of_page(&head) } else { words::of_text(&head) }?;
    let message = if is_page { page_words(&head) } else { head };
    Some(made(payload, &Refusal { code: String::new(), message }, Some(kind)))
}

/// What an HTML page says: its title, and the sentence that refuses the place of the caller.
fn page_words(page: &str) -> String {
    let title = words::title(page).unwrap_or("an HTML page");
    match words::sentence_of_place(page).filter(|sentence| !title.contains(sentence)) {
        Some(sentence) => format!("{title}: {sentence}"),
        None => title.to_owned(),
    }
}

/// A refusal in words alone.
pub(crate) fn of_words(payload: &Payload<'_>, message: &str) -> FeedError {
    made(payload, &Refusal { code: String::new(), message: message.to_owned() }, None)
}

/// What a status says of an answer, whatever its body is: with no other than one of success there is data.
pub(crate) fn of_status(payload: &Payload<'_>) -> Option<FeedError> {
    let status = payload.status.filter(|_| !status::may_give_data(payload))?;
    let text = String::from_utf8_lossy(payload.body.trim_ascii());
    let said = Document::parse(&*text).ok().and_then(|document| of_document(payload, &document));
    Some(said.or_else(|| of_text(payload, &text)).unwrap_or_else(|| {
        let message = match text.chars().next() {
            None => status::words(status).to_owned(),
            Some('<') => page_words(&text),
            Some(_) => text.clone().into_owned(),
        };
        // The words of the status itself mean what the status means.
        let kind = text.is_empty().then(|| waits(payload).unwrap_or(status::of(status)));
        made(payload, &Refusal { code: status.to_string(), message }, kind)
    }))
}

/// What an answer says, if it says no in any way.
pub(crate) fn refused(payload: &Payload<'_>) -> Option<FeedError> {
    of_status(payload).or_else(|| {
        let text = String::from_utf8_lossy(payload.body.trim_ascii());
        match Document::parse(&*text) {
            Ok(document) => of_document(payload, &document),
            Err(_) => of_text(payload, &text),
        }
    })
}

/// An error as an upstream words it; what looks like a key in it is masked. What its code means goes before what its
/// words mean, and a status that means one thing before both.
fn made(payload: &Payload<'_>, refusal: &Refusal, kind: Option<RefusalKind>) -> FeedError {
    let Refusal { code, message } = refusal;
    let as_status = || code.parse().ok().filter(|code| (400..600).contains(code));
    let of_code = || as_status().and_then(status::of_sure_error);
    let by_words = || words::of_text(&format!("{code} {message}"));
    let by_status = || payload.status.filter(|_| !status::may_give_data(payload)).or_else(as_status).map(status::of);
    let kind = payload.status.and_then(status::of_sure).or(kind).or_else(of_code).or_else(by_words);
    let banned = || words::banned_until(message).map(|ms| ms.saturating_sub(payload.received_ms.to_ms()).max(0));
    // Of two waits the longer: a ban is never shortened.
    let retry_after_ms = payload.retry_after_ms().max(banned());
    let waits = waits(payload).or(retry_after_ms.map(|_| RefusalKind::Later));
    let kind = kind.or(waits).or_else(by_status).unwrap_or(RefusalKind::Other);
    let suspicious = payload.unread();
    FeedError::Refused { kind, code: excerpt(code), message: masked(message), retry_after_ms, suspicious }
}

/// What a header `Retry-After` means, whether it can be read or not.
fn waits(payload: &Payload<'_>) -> Option<RefusalKind> {
    payload.retry_after.map(|_| RefusalKind::Later)
}

/// As many characters of what an upstream says are kept: advice stands behind the reason.
const WORDS: usize = 400;

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
    cut(&out, WORDS)
}

//! Bodies of plain text.

use hashinsight_units::json::Document;

use super::{limits, not_json, refusal};
use crate::Payload;
use crate::error::FeedError;

/// Longer is no number.
const LONGEST: usize = 40;

/// Reads a body that is one number.
pub(crate) fn text<'a>(payload: &Payload<'a>) -> Result<&'a str, FeedError> {
    let text = whole(payload)?.trim();
    if text.is_empty() || text.starts_with(['<', '{', '[']) || text.len() > LONGEST {
        let said = Document::parse(text).ok().and_then(|document| refusal::of_document(payload, &document));
        return Err(said.unwrap_or_else(|| not_json(payload)));
    }
    refusal::of_text(payload, text).map_or(Ok(text), Err)
}

fn whole<'a>(payload: &Payload<'a>) -> Result<&'a str, FeedError> {
    limits::check_length(payload)?;
    std::str::from_utf8(payload.body).map_err(|_| not_json(payload))
}

//! The questions that the samples of the crate answer, by upstream.

use std::sync::OnceLock;

use hashinsight::feeds::{Endpoint, FeedAsk, Payload};
use hashinsight::units::Timestamp;
use hashinsight_fuzz::{check_document, check_error};
use serde_json::Value;

static QUESTIONS: OnceLock<Vec<(FeedAsk, Timestamp)>> = OnceLock::new();

fn questions(upstream: &str) -> Vec<(FeedAsk, Timestamp)> {
    let table = include_str!("../../../crates/feeds/tests/fixtures/samples.json");
    let rows: Vec<Value> = serde_json::from_str(table).expect("the table is JSON");
    let rows = rows.iter().filter(|row| row["ask"].get(upstream).is_some());
    let question = |row: &Value| {
        let ask = serde_json::from_value(row["ask"].clone()).expect("the table holds questions");
        let received = row["received_ms"].as_i64().and_then(|ms| Timestamp::from_ms(ms).ok());
        (ask, received.expect("the table holds times"))
    };
    rows.map(question).collect()
}

/// Reads the bytes as the answer to each question to this upstream.
pub fn read(upstream: &str, body: &[u8]) {
    for (ask, received) in QUESTIONS.get_or_init(|| questions(upstream)) {
        match ask.parse(&Payload::new(body, *received)) {
            Ok(parsed) => check_document(&serde_json::to_string(&parsed.data).expect("data is JSON")),
            Err(error) => check_error(&error.into()),
        }
    }
}

//! The table of samples, `fixtures/samples.json`: file, question, time, and what must come out.

pub(crate) mod ask;

use std::path::PathBuf;

use hashinsight_feeds::{Endpoint, FeedAsk, FeedData, FeedError, Parsed, Payload};
use hashinsight_units::Timestamp;
use serde_json::Value;

pub(crate) struct Sample {
    pub(crate) file: String,
    pub(crate) ask: FeedAsk,
    pub(crate) body: Vec<u8>,
    pub(crate) received_ms: Timestamp,
    pub(crate) row: Value,
}

impl Sample {
    pub(crate) fn parse(&self) -> Result<Parsed<FeedData>, FeedError> {
        self.parse_body(&self.body)
    }

    pub(crate) fn parse_body(&self, body: &[u8]) -> Result<Parsed<FeedData>, FeedError> {
        self.ask.parse(&Payload::new(body, self.received_ms))
    }

    pub(crate) fn is_data(&self) -> bool {
        self.row.get("expect").is_some()
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

pub(crate) fn samples() -> Vec<Sample> {
    let table = std::fs::read_to_string(folder().join("samples.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&table).unwrap();
    let sample = |row: Value| {
        let file = row["file"].as_str().unwrap().to_owned();
        let ask = serde_json::from_value(row["ask"].clone()).unwrap_or_else(|error| panic!("{file}: {error}"));
        let body = std::fs::read(folder().join(&file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let received_ms = Timestamp::from_ms(row["received_ms"].as_i64().unwrap()).unwrap();
        Sample { file, ask, body, received_ms, row }
    };
    rows.into_iter().map(sample).collect()
}

pub(crate) fn files() -> Vec<String> {
    let entries = std::fs::read_dir(folder()).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| ["obs_", "rec_", "syn_"].iter().any(|kind| name.starts_with(kind))).collect()
}

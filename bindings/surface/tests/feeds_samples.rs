//! Every sample payload of the feeds, through the border.
#![cfg(feature = "feeds")]
#![allow(clippy::unwrap_used, reason = "a test")]

use hashinsight::feeds::{Endpoint, FeedAsk, Payload};
use hashinsight::units::Timestamp;
use hashinsight_surface::call;
use serde_json::{Value, json};

#[test]
fn the_border_says_of_each_sample_what_the_core_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/feeds/tests/fixtures");
    let table = std::fs::read_to_string(format!("{folder}/samples.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&table).unwrap();
    assert!(rows.len() > 60);
    for row in rows {
        let (file, ask, received) = (row["file"].as_str().unwrap(), &row["ask"], row["received_ms"].as_i64().unwrap());
        let body = std::fs::read_to_string(format!("{folder}/{file}")).unwrap();
        let request = json!({ "ask": ask, "body": body, "received_ms": received }).to_string();
        let core: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
        let core = core.parse(&Payload::new(body.as_bytes(), Timestamp::from_ms(received).unwrap()));
        match (call("feeds.parse", &request), core) {
            (Ok(report), Ok(parsed)) => {
                let report: Value = serde_json::from_str(&report).unwrap();
                assert_eq!(report["data"], serde_json::to_value(&parsed.data).unwrap(), "{file}");
                assert_eq!(report["suspicious"], serde_json::to_value(&parsed.suspicious).unwrap(), "{file}");
            }
            (Err(fault), Err(error)) => assert_eq!(fault, error.into(), "{file}"),
            (border, core) => assert_eq!(border.is_ok(), core.is_ok(), "{file}: {border:?}"),
        }
        let request = json!({ "ask": ask }).to_string();
        let report: Value = serde_json::from_str(&call("feeds.request", &request).unwrap()).unwrap();
        let is_get = report["method"] == "get";
        assert_eq!(is_get, report.get("body").is_none(), "{file}: {report}");
    }
}

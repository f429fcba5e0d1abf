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

/// What the accessors of other languages find by the schemas is what the core finds by its types, in every sample.
#[cfg(feature = "schema")]
#[test]
fn accessors_find_what_the_core_finds() {
    use hashinsight::feeds::{FeedData, Kind};
    use hashinsight::market::{
        Bar, Bars, BlockStats, Funding, FundingHistory, MarkPoint, OpenInterest, OpenInterestHistory, OptionChain,
        OptionQuote, OrderBook, Quote, Quotes, Series, TierTable,
    };
    use hashinsight::units::{Difficulty, Hashrate, Height, MeanAmount};

    fn of<T: Kind + serde::Serialize>(data: &FeedData) -> (&'static str, Vec<Value>) {
        (T::NAME, data.all::<T>().into_iter().map(|value| serde_json::to_value(value).unwrap()).collect())
    }
    fn walk(value: &Value, fields: &[&str], found: &mut Vec<Value>) {
        let Some((field, rest)) = fields.split_first() else { return found.push(value.clone()) };
        let inner = value.get(field.trim_end_matches("[]"));
        match inner.filter(|_| field.ends_with("[]")) {
            Some(list) => list.as_array().into_iter().flatten().for_each(|item| walk(item, rest, found)),
            None => inner.map_or((), |inner| walk(inner, rest, found)),
        }
    }
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../crates/feeds/tests/fixtures");
    let table = std::fs::read_to_string(format!("{folder}/samples.json")).unwrap();
    let rows: Vec<Value> = serde_json::from_str(&table).unwrap();
    let held = hashinsight_surface::held();
    assert_eq!(held.len(), hashinsight::feeds::KINDS.len());
    let mut compared = std::collections::BTreeMap::<&str, usize>::new();
    for row in rows {
        let (file, ask) =
            (row["file"].as_str().unwrap(), serde_json::from_value::<FeedAsk>(row["ask"].clone()).unwrap());
        let body = std::fs::read(format!("{folder}/{file}")).unwrap();
        let received = Timestamp::from_ms(row["received_ms"].as_i64().unwrap()).unwrap();
        let Ok(parsed) = ask.parse(&Payload::new(&body, received)) else { continue };
        let (data, core) = (serde_json::to_value(&parsed.data).unwrap(), &parsed.data);
        let kinds = [
            of::<Bars>(core),
            of::<Bar>(core),
            of::<Quote>(core),
            of::<Quotes>(core),
            of::<OrderBook>(core),
            of::<MarkPoint>(core),
            of::<Funding>(core),
            of::<FundingHistory>(core),
            of::<OpenInterest>(core),
            of::<OpenInterestHistory>(core),
            of::<OptionQuote>(core),
            of::<OptionChain>(core),
            of::<TierTable>(core),
            of::<BlockStats>(core),
            of::<Series>(core),
            of::<Difficulty>(core),
            of::<Hashrate>(core),
            of::<Height>(core),
            of::<MeanAmount>(core),
        ];
        for (held, (name, mut core)) in held.iter().zip(kinds) {
            assert_eq!(held.name, name);
            let mut walked = Vec::new();
            for place in &held.places {
                let (cases, fields) = place.split_once('/').unwrap_or((place, ""));
                let content = cases.split('.').try_fold(&data, |value, case| value.get(case));
                let fields: Vec<&str> = fields.split('.').filter(|field| !field.is_empty()).collect();
                if let Some(content) = content {
                    walk(content, &fields, &mut walked);
                }
            }
            *compared.entry(name).or_default() += core.len();
            core.sort_by_key(Value::to_string);
            walked.sort_by_key(Value::to_string);
            assert_eq!(walked, core, "{file}: {name}");
        }
    }
    println!("values by kind: {compared:?}");
    assert!(compared.values().all(|count| *count > 0), "a kind that no sample has: {compared:?}");
}

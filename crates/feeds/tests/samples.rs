//! Every sample payload gives exactly what stands in it, in the family's units.

use hashinsight_feeds::{Endpoint, FeedData, Parsed};
use serde_json::Value;

use crate::support;

#[test]
fn every_sample_is_in_the_table() {
    let table: Vec<String> = support::samples().into_iter().map(|sample| sample.file).collect();
    let mut files = support::files();
    files.retain(|file| !table.contains(file));
    assert_eq!(files, Vec::<String>::new(), "samples without a row");
}

#[test]
fn samples_say_what_they_say() {
    let mut by_upstream = std::collections::BTreeMap::<String, u32>::new();
    for sample in support::samples() {
        let file = &sample.file;
        let upstream = sample.row["ask"].as_object().unwrap().keys().next().unwrap().clone();
        *by_upstream.entry(upstream).or_default() += 1;
        let parsed = match sample.parse() {
            Ok(parsed) => parsed,
            Err(error) => {
                let code = sample.row["refused"].as_str().unwrap_or_else(|| panic!("{file}: {error}"));
                assert_eq!(error.fault().code(), code, "{file}");
                continue;
            }
        };
        let expected = sample.row["expect"].as_object().unwrap_or_else(|| panic!("{file}: was not refused"));
        let Parsed { data, suspicious, .. } = parsed;
        let data = serde_json::to_value::<FeedData>(data).unwrap();
        for (pointer, value) in expected {
            let got = data.pointer(pointer).unwrap_or(&Value::Null);
            assert!(same(got, value), "{file}: {pointer} is {got}, expected {value}");
        }
        let paths: Vec<&str> = suspicious.iter().map(|suspicion| suspicion.path.as_str()).collect();
        let odd: Vec<&str> = sample.row["suspicious"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        assert_eq!(paths, odd, "{file}: {suspicious:?}");
    }
    println!("samples by upstream: {by_upstream:?}");
    assert_eq!(by_upstream.len(), 11);
}

/// Bodies that somebody received, or that an upstream's own documentation shows, each with the place where it was found.
#[test]
fn recorded_bodies_name_their_source() {
    let mut by_upstream = std::collections::BTreeMap::<String, u32>::new();
    for sample in support::samples().into_iter().filter(|sample| sample.file.starts_with("rec_")) {
        let source = sample.row["source"].as_str().unwrap_or_default();
        let (place, path) = source.split_once(' ').unwrap_or((source, ""));
        let is_page = place.starts_with("https://");
        let is_file = place.split('/').filter(|part| !part.is_empty()).count() == 2 && path.contains('.');
        assert!(is_page || is_file, "{}: {source}", sample.file);
        let upstream = sample.row["ask"].as_object().unwrap().keys().next().unwrap().clone();
        *by_upstream.entry(upstream).or_default() += 1;
    }
    println!("recorded bodies by upstream: {by_upstream:?}");
    assert!(by_upstream.len() >= 8 && by_upstream["okx"] >= 6 && by_upstream["bybit"] >= 6);
}

/// Equal, up to the rounding of one conversion of units (GH/s to TH/s, percent to fraction): two units in the last
/// place.
fn same(got: &Value, expected: &Value) -> bool {
    match (got, expected) {
        (Value::Array(got), Value::Array(expected)) => {
            got.len() == expected.len() && got.iter().zip(expected).all(|(got, expected)| same(got, expected))
        }
        (Value::Number(a), Value::Number(b)) if a.is_f64() => {
            let (a, b) = (a.as_f64().unwrap(), b.as_f64().unwrap());
            (a - b).abs() <= 4.5e-16 * b.abs()
        }
        _ => got == expected,
    }
}

#[test]
fn every_question_can_be_asked() {
    for sample in support::samples() {
        let request = sample.ask.request().unwrap_or_else(|error| panic!("{}: {error}", sample.file));
        let url = request.url();
        let own_node = sample.file.contains("bitcoin_rpc");
        assert_eq!(url.starts_with("https://"), !own_node, "{url}");
        assert!(url.is_ascii() && !url.contains(' ') && !url.contains("//api//"), "{url}");
        assert_eq!(request.body().is_some(), own_node, "{url}");
    }
}

#[test]
fn unknown_keys_change_nothing() {
    fn enrich(value: &mut Value) {
        match value {
            Value::Array(list) => list.iter_mut().for_each(enrich),
            Value::Object(map) => {
                map.values_mut().for_each(enrich);
                map.insert("brand_new".to_owned(), serde_json::json!({"deep": [1, {"x": null}]}));
            }
            _ => {}
        }
    }
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(mut value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let plain = sample.parse().unwrap();
        enrich(&mut value);
        let rich = sample.parse_body(value.to_string().as_bytes());
        assert_eq!(rich.as_ref(), Ok(&plain), "{}", sample.file);
    }
}

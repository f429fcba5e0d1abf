//! Samples that are damaged in every small way: an error with a path or data, never a panic.

use hashinsight_feeds::FeedError;
use hashinsight_units::Problem;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support;

const ALIASES: [(&str, &str); 5] = [
    (".difficulty[0].timestamp", ".difficulty[0].time"),
    (".creation_timestamp", ".timestamp"),
    (".pair", ".symbol"),
    (".qtyFloor", ".notionalFloor"),
    (".qtylFloor", ".notionalFloor"),
];

/// JSON pointers of everything in a document.
pub(crate) fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
    found.push(pointer.to_owned());
    match value {
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, item)| places(item, &format!("{pointer}/{i}"), found));
        }
        Value::Object(map) => {
            for (key, item) in map {
                places(item, &format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        _ => {}
    }
}

/// `result[0].mark_price` of `/result/0/mark_price`.
fn path_of(pointer: &str, value: &Value) -> String {
    let mut path = String::from("body");
    let mut here = value;
    for segment in pointer.split('/').skip(1) {
        path = if here.is_array() { format!("{path}[{segment}]") } else { format!("{path}.{segment}") };
        here = if here.is_array() { &here[segment.parse::<usize>().unwrap()] } else { &here[segment] };
    }
    path
}

/// Whether a document holds `null`, which is how `serde_json` writes NaN and infinity. (A text may hold the word.)
fn holds_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.iter().any(holds_null),
        Value::Object(map) => map.values().any(holds_null),
        _ => false,
    }
}

fn check_fault(error: &FeedError, what: &str) {
    let fault = error.fault();
    assert!(fault.code().ends_with(fault.problem().name()), "{what}: {fault}");
    assert!(!fault.path().as_str().is_empty(), "{what}: {fault} has no path");
}

#[test]
fn every_key_that_is_missing_is_named() {
    let (mut required, mut optional) = (0, 0);
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let mut pointers = Vec::new();
        places(&value, "", &mut pointers);
        for pointer in pointers.iter().filter(|pointer| !pointer.is_empty()) {
            let (parent, key) = pointer.rsplit_once('/').unwrap();
            let mut less = value.clone();
            let Some(map) = less.pointer_mut(parent).and_then(Value::as_object_mut) else { continue };
            map.remove(key);
            match sample.parse_body(less.to_string().as_bytes()) {
                Ok(_) => optional += 1,
                Err(error) => {
                    required += 1;
                    let what = format!("{} without {pointer}", sample.file);
                    let missing = matches!(&error, FeedError::Invalid(error) if error.problem() == Problem::Missing);
                    assert!(missing, "{what}: {error:?}");
                    let fault = error.fault();
                    // Of a key with two names the error says the first.
                    let path = ALIASES.iter().fold(path_of(pointer, &value), |path, (alias, name)| {
                        path.strip_suffix(alias).map_or(path.clone(), |path| format!("{path}{name}"))
                    });
                    assert_eq!(fault.path().as_str(), path, "{what}");
                }
            }
        }
    }
    println!("{required} required keys named when missing, {optional} optional");
    assert!(required > 150 && optional > 150);
}

#[test]
fn every_leaf_replaced_is_refused_with_a_path_or_read() {
    let (mut refused, mut read) = (0, 0);
    let replacements = [
        json!(null),
        json!(""),
        json!("abc"),
        json!(-1),
        json!(true),
        json!([]),
        json!({}),
        json!(1e308),
        json!(u64::MAX),
    ];
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let mut pointers = Vec::new();
        places(&value, "", &mut pointers);
        for pointer in &pointers {
            for replacement in &replacements {
                let mut other = value.clone();
                *other.pointer_mut(pointer).unwrap() = replacement.clone();
                let what = format!("{}: {pointer} = {replacement}", sample.file);
                match sample.parse_body(other.to_string().as_bytes()) {
                    Ok(parsed) => {
                        read += 1;
                        let data = serde_json::to_value(&parsed.data).unwrap();
                        assert!(!holds_null(&data), "{what}: {data}");
                    }
                    Err(error) => {
                        refused += 1;
                        check_fault(&error, &what);
                    }
                }
            }
            // A literal that no f64 holds.
            let mark = "\"\u{2620}\"";
            let mut other = value.clone();
            *other.pointer_mut(pointer).unwrap() = json!("\u{2620}");
            let text = other.to_string().replace(mark, "1e400");
            if let Err(error) = sample.parse_body(text.as_bytes()) {
                check_fault(&error, pointer);
            }
        }
    }
    println!("{} replacements: {refused} refused, {read} read", refused + read);
    assert!(refused > 3000);
}

#[test]
fn every_prefix_is_refused() {
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        if sample.file.contains("_q_") {
            continue; // fewer digits are another number
        }
        let body = sample.body.trim_ascii_end();
        for length in 0..body.len() {
            let error = sample.parse_body(&body[..length]).expect_err(&sample.file);
            check_fault(&error, &sample.file);
        }
    }
}

#[test]
fn quantities_of_the_wrong_sign_are_refused() {
    // Prices and sizes below 0 pass no parser: what is negative in the data must be able to be.
    let may_be_negative = ["rate", "change", "funding", "value", "expiry", "continue"];
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let mut pointers = Vec::new();
        places(&value, "", &mut pointers);
        for pointer in pointers.iter().filter(|pointer| value.pointer(pointer).is_some_and(Value::is_number)) {
            let mut other = value.clone();
            let number = other.pointer(pointer).and_then(Value::as_f64).unwrap();
            *other.pointer_mut(pointer).unwrap() = json!(-number - 1.0);
            let Ok(parsed) = sample.parse_body(other.to_string().as_bytes()) else { continue };
            let data = serde_json::to_value(&parsed.data).unwrap();
            let mut found = Vec::new();
            places(&data, "", &mut found);
            for place in found {
                let negative = data.pointer(&place).and_then(Value::as_f64).is_some_and(|number| number < 0.0);
                let name = place.rsplit('/').find(|part| part.parse::<usize>().is_err()).unwrap_or_default();
                let allowed = name.contains("time") || may_be_negative.iter().any(|word| name.contains(word));
                assert!(!negative || allowed, "{}: {pointer} below 0 gives {place} in {data}", sample.file);
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Edit {
    Set(prop::sample::Index, u8),
    Remove(prop::sample::Index, u8),
    Insert(prop::sample::Index, String),
    Swap(prop::sample::Index, prop::sample::Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let token = prop_oneof![
        r#"[\[\]{},:"]{1,3}"#,
        "-?[0-9]{1,20}",
        Just("null".to_owned()),
        Just("1e999".to_owned()),
        Just("\"\"".to_owned()),
        Just("\\ud800".to_owned()),
        ".{1,4}",
    ];
    prop_oneof![
        (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, byte)| Edit::Set(at, byte)),
        (any::<prop::sample::Index>(), 1_u8..40).prop_map(|(at, length)| Edit::Remove(at, length)),
        (any::<prop::sample::Index>(), token).prop_map(|(at, text)| Edit::Insert(at, text)),
        (any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(|(a, b)| Edit::Swap(a, b)),
    ]
}

fn apply(body: &mut Vec<u8>, edit: &Edit) {
    if body.is_empty() {
        return;
    }
    match edit {
        Edit::Set(at, byte) => {
            let at = at.index(body.len());
            body[at] = *byte;
        }
        Edit::Remove(at, length) => {
            let at = at.index(body.len());
            let end = body.len().min(at + usize::from(*length));
            body.drain(at..end);
        }
        Edit::Insert(at, text) => {
            let at = at.index(body.len());
            body.splice(at..at, text.bytes());
        }
        Edit::Swap(a, b) => {
            let (a, b) = (a.index(body.len()), b.index(body.len()));
            body.swap(a, b);
        }
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

    #[test]
    fn no_mutation_panics(which in any::<prop::sample::Index>(), edits in prop::collection::vec(edit(), 1..4)) {
        thread_local! {
            static SAMPLES: Vec<support::Sample> = support::samples();
        }
        SAMPLES.with(|samples| {
            let sample = &samples[which.index(samples.len())];
            let mut body = sample.body.clone();
            for edit in &edits {
                apply(&mut body, edit);
            }
            match sample.parse_body(&body) {
                Err(error) => check_fault(&error, &sample.file),
                Ok(parsed) => {
                    let data = serde_json::to_value(&parsed.data).unwrap();
                    assert!(!holds_null(&data), "{}: {data}", sample.file);
                }
            }
        });
    }

    /// Compact bodies may go through the scanner; those with a line end behind them are read by `serde` alone.
    #[test]
    fn both_ways_read_the_same(which in any::<prop::sample::Index>(), edits in prop::collection::vec(edit(), 0..3)) {
        thread_local! {
            static DENSE: Vec<support::Sample> = support::samples()
                .into_iter()
                .filter(|sample| sample.file.contains("binance_klines") || sample.file.contains("book_summary"))
                .collect();
        }
        DENSE.with(|samples| {
            let sample = &samples[which.index(samples.len())];
            let value: Value = serde_json::from_slice(&sample.body).unwrap();
            let mut body = value.to_string().into_bytes();
            for edit in &edits {
                apply(&mut body, edit);
            }
            let scanned = sample.parse_body(&body).map(|parsed| format!("{parsed:?}"));
            body.push(b'\n');
            let read = sample.parse_body(&body).map(|parsed| format!("{parsed:?}"));
            assert_eq!(scanned.ok(), read.ok(), "{}", String::from_utf8_lossy(&body));
        });
    }
}

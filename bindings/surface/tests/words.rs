//! What is allowed is said in Chinese, for whatever a reader of documents refuses.
#![allow(clippy::expect_used, reason = "a test")]

use std::collections::BTreeSet;

use hashinsight::texts::{FaultTextRequest, Language, fault_text};
use hashinsight_surface::{Error, JobWork, Shape, call, open_job, operations};
use serde_json::{Value, json};

/// Places of a document: every key, and the first of a list.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(pairs) => pairs.iter().for_each(|(key, item)| places(item, &format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().take(1).enumerate().for_each(|(index, item)| places(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// What is allowed where a reader refuses: another type, a field that is missing or that there is not.
fn of_readers(refused: &Error, found: &mut BTreeSet<String>) {
    for fault in refused.faults() {
        let problem = fault.code().rsplit('.').next().expect("a code has a problem");
        if ["wrong_type", "missing", "unknown_field", "not_finite"].contains(&problem) {
            found.insert(fault.allowed_text().to_owned());
        }
    }
}

#[test]
fn what_readers_allow_is_said_in_chinese() {
    let mut allowed = BTreeSet::new();
    for operation in operations().filter(|operation| operation.path.split('.').next() != Some("border")) {
        let example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        let ask = |document: &Value| match operation.shape {
            Shape::Document { .. } => call(operation.path, &document.to_string()).map(|_| ()),
            Shape::Job { .. } => open_job(operation.path, &document.to_string(), JobWork::Whole).map(|_| ()),
            Shape::Columns { .. } | Shape::Stream { .. } => Ok(()),
        };
        let mut found = Vec::new();
        places(&example, "", &mut found);
        for place in &found {
            for wrong in [json!(1.5), json!({}), json!(true)] {
                let mut document = example.clone();
                // What is no whole number is of the wrong type only where one is asked for.
                if wrong.is_f64() && !document.pointer(place).is_some_and(Value::is_i64) {
                    continue;
                }
                *document.pointer_mut(place).expect("a place of the example") = wrong;
                if let Err(refused) = ask(&document) {
                    of_readers(&refused, &mut allowed);
                }
            }
            if let Some((parent, key)) = place.rsplit_once('/') {
                let mut document = example.clone();
                if let Some(Value::Object(pairs)) = document.pointer_mut(parent) {
                    let value = pairs.remove(key).expect("a place of the example");
                    let missing = Value::Object(pairs.clone());
                    pairs.insert(format!("{key}_"), value);
                    if let Err(refused) = ask(&document) {
                        of_readers(&refused, &mut allowed);
                    }
                    *document.pointer_mut(parent).expect("the same place") = missing;
                    if let Err(refused) = ask(&document) {
                        of_readers(&refused, &mut allowed);
                    }
                }
            }
        }
    }
    assert!(allowed.len() > 500, "{}", allowed.len());
    let english: Vec<&String> = allowed
        .iter()
        // A word by itself is a value: the name of a file, or that of a contract.
        .filter(|allowed| allowed.contains(' '))
        .filter(|allowed| {
            let request = FaultTextRequest::new(Language::Zh, "x.missing".to_owned()).allowed((*allowed).clone());
            fault_text(&request).expect("a code").text.contains(allowed.as_str())
        })
        .collect();
    assert!(english.is_empty(), "{} of {} stay English: {english:#?}", english.len(), allowed.len());
}

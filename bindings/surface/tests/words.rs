//! What is allowed is said in Chinese, for whatever a reader of documents refuses.
#![allow(clippy::expect_used, reason = "a test")]

use std::collections::BTreeSet;

use hashinsight::texts::{FaultTextRequest, Language, fault_text};
use hashinsight_surface::{Error, JobWork, Operation, Shape, call, open_job, operations};
use serde_json::{Value, json};

/// Places of objects in a document; of a list the first.
fn objects(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(pairs) => {
            found.push(at.to_owned());
            pairs.iter().for_each(|(key, item)| objects(item, &format!("{at}/{key}"), found));
        }
        Value::Array(items) => items.iter().take(1).for_each(|item| objects(item, &format!("{at}/0"), found)),
        _ => {}
    }
}

/// The document with another value in place of everything that is a number, a text or a truth.
fn with_leaves(document: &Value, wrong: &dyn Fn(&Value) -> Value) -> Value {
    match document {
        Value::Object(pairs) => {
            Value::Object(pairs.iter().map(|(key, item)| (key.clone(), with_leaves(item, wrong))).collect())
        }
        Value::Array(items) => Value::Array(items.iter().take(2).map(|item| with_leaves(item, wrong)).collect()),
        leaf => wrong(leaf),
    }
}

/// Documents that a reader refuses: leaves of other types, objects without their fields, and with one that there is not.
fn refused(example: &Value) -> Vec<Value> {
    let not_whole = |leaf: &Value| if leaf.is_i64() { json!(1.5) } else { leaf.clone() };
    let mut found = vec![
        with_leaves(example, &|_| json!(true)),
        with_leaves(example, &|_| json!({})),
        with_leaves(example, &not_whole),
    ];
    let mut places = Vec::new();
    objects(example, "", &mut places);
    for place in places {
        let with = |object: Value| {
            let mut document = example.clone();
            *document.pointer_mut(&place).expect("a place of the example") = object;
            document
        };
        let mut strange = example.pointer(&place).expect("a place of the example").clone();
        strange["no_such_field"] = json!(1);
        found.extend([with(json!({})), with(strange)]);
    }
    found
}

fn ask(operation: &Operation, document: &Value) -> Result<(), Error> {
    match operation.shape {
        Shape::Document { .. } => call(operation.path, &document.to_string()).map(|_| ()),
        Shape::Job { .. } => open_job(operation.path, &document.to_string(), JobWork::Whole).map(|_| ()),
        Shape::Columns { .. } | Shape::Stream { .. } => Ok(()),
    }
}

#[test]
fn what_readers_allow_is_said_in_chinese() {
    let mut allowed = BTreeSet::new();
    for operation in operations().filter(|operation| !operation.path.starts_with("border.")) {
        let example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        for document in refused(&example) {
            for fault in ask(operation, &document).err().iter().flat_map(Error::faults) {
                let problem = fault.code().rsplit('.').next().expect("a code has a problem");
                // A word by itself is a value: the name of a file, or that of a contract.
                if ["wrong_type", "missing", "unknown_field"].contains(&problem) && fault.allowed_text().contains(' ') {
                    allowed.insert(fault.allowed_text().to_owned());
                }
            }
        }
    }
    assert!(allowed.len() > 500, "{}", allowed.len());
    let stays = |allowed: &&String| {
        let request = FaultTextRequest::new(Language::Zh, "x.missing".to_owned()).allowed((*allowed).clone());
        fault_text(&request).expect("a code").text.contains(allowed.as_str())
    };
    let english: Vec<&String> = allowed.iter().filter(stays).collect();
    assert!(english.is_empty(), "{} of {} stay English: {english:#?}", english.len(), allowed.len());
}

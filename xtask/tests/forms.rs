//! What a reader of a schema, and of a refusal, is shown to write.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

/// The definitions that stand in a request.
fn reached(definitions: &Value, node: &Value, found: &mut BTreeSet<String>) {
    match node {
        Value::Object(entries) => {
            if let Some(name) = entries.get("$ref").and_then(Value::as_str) {
                let name = name.trim_start_matches("#/$defs/");
                if found.insert(name.to_owned()) {
                    reached(definitions, &definitions[name], found);
                }
            }
            entries.values().for_each(|entry| reached(definitions, entry, found));
        }
        Value::Array(entries) => entries.iter().for_each(|entry| reached(definitions, entry, found)),
        _ => {}
    }
}

#[test]
fn a_case_of_one_number_or_text_shows_a_value() {
    let schemas = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/schemas");
    let (mut asked, mut bare) = (0, BTreeSet::new());
    for entry in std::fs::read_dir(schemas).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") || path.ends_with("border.echo.json") {
            continue;
        }
        let schema: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let mut names = BTreeSet::new();
        let request: Value =
            ["$ref", "properties"].iter().map(|key| ((*key).to_owned(), schema[*key].clone())).collect();
        reached(&schema["$defs"], &request, &mut names);
        for name in names {
            for case in schema["$defs"][&name]["oneOf"].as_array().into_iter().flatten() {
                for (tag, content) in case["properties"].as_object().into_iter().flatten() {
                    if ["number", "integer", "string"].iter().any(|plain| content["type"] == *plain) {
                        asked += 1;
                        if content["examples"].is_null() {
                            bare.insert(format!("{name}.{tag}"));
                        }
                    }
                }
            }
        }
    }
    assert!(asked > 100, "{asked} cases");
    assert!(bare.is_empty(), "without `#[record(example = ...)]`: {bare:?}");
}

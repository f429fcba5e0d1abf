//! Worked examples as TypeScript.

use hashinsight_surface::Shape;
use serde_json::{Map, Value};

use crate::generate::model::{Op, camel};

/// A line that is longer is broken at its fields.
const LINE: usize = 110;
/// An example that is longer is said by its path.
const LONGEST: usize = 2_000;

/// The example of an operation for its doc comment.
pub(super) fn tag(domain: &str, op: &Op) -> String {
    format!("@example\n```ts\n{}\n```", program(domain, op))
}

fn program(domain: &str, op: &Op) -> String {
    let path = op.operation.path;
    let name = format!("{domain}.{}", camel(&op.name));
    let document: Value = serde_json::from_str(op.operation.example).unwrap_or_default();
    let call = |value: &Value, whole: &str| match literal(value) {
        text if text.len() <= LONGEST => text,
        _ => whole.to_owned(),
    };
    let parsed = format!("JSON.parse(example(\"{path}\"))");
    let part = |name: &str| call(&document[name], &format!("{parsed}.{name}"));
    let params = || if document["params"] == Value::Object(Map::new()) { String::new() } else { part("params") };
    match op.operation.shape {
        Shape::Document { .. } => format!("const answer = {name}({});", call(&document, &parsed)),
        Shape::Job { .. } => format!("const answer = await {name}({});", call(&document, &parsed)),
        Shape::Columns { .. } => {
            let given: Vec<String> = [part("columns"), params()].into_iter().filter(|text| !text.is_empty()).collect();
            format!("const columns = {name}({});", given.join(", "))
        }
        Shape::Stream { .. } => {
            let events = part("columns");
            format!(
                "const stream = {name}({});\nconst columns = stream.updateMany({events});\nstream.free();",
                params()
            )
        }
    }
}

/// A value on one line, or with its fields on lines of their own.
fn literal(value: &Value) -> String {
    let line = on_a_line(value);
    match value {
        Value::Object(pairs) if line.len() > LINE => {
            let pairs = pairs.iter().map(|(key, value)| format!("  {}: {},\n", name(key), on_a_line(value)));
            format!("{{\n{}}}", pairs.collect::<String>())
        }
        _ => line,
    }
}

fn on_a_line(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(on_a_line).collect::<Vec<_>>().join(", ")),
        Value::Object(pairs) if pairs.is_empty() => "{}".into(),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("{}: {}", name(key), on_a_line(value)));
            format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

fn name(key: &str) -> String {
    let is_name = key.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && key.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    if is_name { key.to_owned() } else { format!("{}", Value::from(key)) }
}

//! One set of cases that Rust, Python, Node and WASM must answer alike, bit for bit and fault for fault.
//!
//! Nothing is stored: the cases are enumerated from the operation table (each worked example, each of its numbers perturbed, and the
//! bad-input walk) and from the sample payloads of the feeds, the Rust core answers them, and the other languages compare. What a bad input must be called does not come from the
//! core's answer but from the schema, see `walk`.

mod run;
mod walk;

pub(crate) use run::Inputs;

use std::path::Path;

use hashinsight_surface::Shape;
use serde_json::{Value, json};

use crate::Result;
use crate::generate::model::{Model, Op, model};

/// Writes `target/conformance/*.json`.
pub(crate) fn write(root: &Path) -> Result<()> {
    let folder = crate::target_dir(root).join("conformance");
    std::fs::create_dir_all(&folder)?;
    let model = model()?;
    let (answers, faults) = (answers(&model)?, walk::cases(&model)?);
    println!("conformance: {} answers, {} refusals", answers.len(), faults.len());
    std::fs::write(folder.join("answers.json"), serde_json::to_string(&answers)?)?;
    Ok(std::fs::write(folder.join("refusals.json"), serde_json::to_string(&faults)?)?)
}

fn ops(model: &Model) -> impl Iterator<Item = &Op> {
    model.domains.values().flat_map(|domain| &domain.operations)
}

/// Each example, and each with one of its numbers multiplied.
fn answers(model: &Model) -> Result<Vec<Value>> {
    let mut cases = Vec::new();
    for op in ops(model) {
        let example: Value = serde_json::from_str(op.operation.example)
            .map_err(|error| format!("{}: the example is no JSON: {error}", op.operation.path))?;
        let outcome = run::run(op, &example)?;
        if let Err(fault) = &outcome {
            return Err(format!("{}: the example is refused: {fault}", op.operation.path).into());
        }
        cases.push(case(op, &example, &outcome)?);
        for pointer in numbers(&example) {
            // The work of a job grows with its numbers, so they only shrink.
            let is_job = matches!(op.operation.shape, Shape::Job { .. });
            let factors = if is_job {
                &[-1.0, 0.0, 0.5][..]
            } else {
                &[-1.0, 0.0, 0.5, 0.999_999_999_999, 1.000_000_1, 3.0, 1e6]
            };
            for factor in factors.iter().copied() {
                let mut perturbed = example.clone();
                let Some(number) = perturbed.pointer_mut(&pointer) else { continue };
                *number = multiplied(number, factor);
                let outcome = run::run(op, &perturbed)?;
                cases.push(case(op, &perturbed, &outcome)?);
            }
        }
    }
    for op in ops(model).filter(|op| op.operation.path == "feeds.parse") {
        for request in samples()? {
            cases.push(case(op, &request, &run::run(op, &request)?)?);
        }
    }
    Ok(cases)
}

/// Requests that parse the sample payloads of the upstreams, in the wrong and in the right shape.
fn samples() -> Result<Vec<Value>> {
    let folder = crate::root()?.join("crates/feeds/tests/fixtures");
    let rows: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(folder.join("samples.json"))?)?;
    let request = |row: &Value| {
        let body = std::fs::read_to_string(folder.join(row["file"].as_str().unwrap_or_default()))?;
        Ok(json!({ "ask": row["ask"], "body": body, "received_ms": row["received_ms"] }))
    };
    rows.iter().map(request).collect()
}

fn case(op: &Op, request: &Value, outcome: &run::Outcome) -> Result<Value> {
    let expected = match outcome {
        Ok(answer) => json!({ "answer": answer }),
        Err(error) => json!({ "fault": run::fault(error)? }),
    };
    let (path, shape) = (op.operation.path, op.operation.shape.name());
    Ok(json!({ "path": path, "shape": shape, "request": run::bits(request), "expected": expected }))
}

/// Integers stay integers, so that an integer field keeps its type.
fn multiplied(number: &Value, factor: f64) -> Value {
    match number.as_i64() {
        #[expect(clippy::cast_possible_truncation, reason = "saturates, which is as good a test value as any")]
        Some(integer) if !number.is_f64() => {
            // JavaScript has no greater integers as numbers.
            let exact = 9_007_199_254_740_991;
            json!(((integer as f64 * factor) as i64).clamp(-exact, exact))
        }
        _ => json!(number.as_f64().unwrap_or_default() * factor),
    }
}

/// JSON pointers of all numbers.
fn numbers(value: &Value) -> Vec<String> {
    fn visit(value: &Value, pointer: &str, found: &mut Vec<String>) {
        match value {
            Value::Number(_) => found.push(pointer.to_owned()),
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(index, item)| visit(item, &format!("{pointer}/{index}"), found));
            }
            Value::Object(pairs) => {
                pairs.iter().for_each(|(key, item)| visit(item, &format!("{pointer}/{key}"), found))
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    visit(value, "", &mut found);
    found
}

#[cfg(test)]
mod tests {
    /// The examples run, and the bad-input walk over the whole operation table finds what the schemas promise.
    #[test]
    fn rust_answers_and_refuses_as_the_table_says() {
        let model = super::model().unwrap();
        let (answers, refusals) = (super::answers(&model).unwrap(), super::walk::cases(&model).unwrap());
        for op in super::ops(&model) {
            let path = op.operation.path;
            assert!(!op.operation.doc.trim().is_empty(), "{path} has no doc");
            for cases in [&answers, &refusals] {
                assert!(cases.iter().any(|case| case["path"] == path), "{path} is not covered");
            }
            let undocumented = op.request.fields.iter().find(|field| field.doc.trim().is_empty());
            assert!(undocumented.is_none(), "{path}: {} has no doc", undocumented.map_or("", |field| &field.name));
        }
    }
}

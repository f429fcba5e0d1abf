//! Whatever comes in, an answer or a typed refusal goes out.
#![allow(clippy::expect_used, reason = "a test")]

use hashinsight_surface::{
    Column, ColumnKind, ColumnSpec, Error, JobWork, Operation, Shape, call, call_columns, open_job, open_stream,
    operations,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_operation() -> impl Strategy<Value = &'static Operation> {
    (0..operations().count()).prop_map(|index| operations().nth(index).expect("counted"))
}

fn any_float() -> impl Strategy<Value = f64> {
    prop_oneof![any::<u64>().prop_map(f64::from_bits), -1e3..1e3, Just(0.0), Just(1e300), Just(5e-324)]
}

fn any_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any_float().prop_map(|x| json!(x)),
        any::<i64>().prop_map(|x| json!(x)),
        any::<u64>().prop_map(|x| json!(x.to_string())),
        any::<bool>().prop_map(|x| json!(x)),
        ".{0,12}".prop_map(|x| json!(x)),
        "[0-9a-f]{8,64}".prop_map(|x| json!(x)),
        Just(Value::Null),
        Just(json!([])),
        Just(json!({})),
        Just(json!({ "difficulty": 1e300 })),
        Just(json!({ "value": 1 })),
    ]
}

/// Places of a document: every key and index, outermost first.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(pairs) => pairs.iter().for_each(|(key, item)| places(item, &format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| places(item, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

/// A refusal says something that can be acted on.
fn check(outcome: Result<(), Error>) {
    if let Err(fault) = outcome {
        let parts: Vec<&str> = fault.code().split('.').collect();
        assert!(parts.len() >= 2 && parts.iter().all(|part| !part.is_empty()), "{fault}");
    }
}

fn run(operation: &Operation, params: &str, floats: &[f64], integers: &[i64]) -> Result<(), Error> {
    let flags = vec![true; floats.len()];
    let codes: Vec<u8> = integers.iter().map(|integer| integer.to_le_bytes()[0] % 2).collect();
    let columns = |specs: &'static [ColumnSpec]| -> Vec<(&str, Column<'_>)> {
        let column = |kind| match kind {
            ColumnKind::F64 => Column::F64(floats),
            ColumnKind::I64 => Column::I64(integers),
            ColumnKind::Bool => Column::Bool(&flags),
            ColumnKind::Words(words) => Column::Words { codes: &codes, words },
        };
        specs.iter().map(|spec| (spec.name, column(spec.kind))).collect()
    };
    match operation.shape {
        Shape::Document { .. } => call(operation.path, params).map(|report| {
            let report: Value = serde_json::from_str(&report).expect("a report is JSON");
            assert!(!report.is_null());
        }),
        Shape::Columns { inputs, .. } => call_columns(operation.path, params, &columns(inputs)).map(|_| ()),
        Shape::Stream { inputs, .. } => {
            let mut stream = open_stream(operation.path, params, None)?;
            let state = stream.save();
            let refused = stream.update(&columns(inputs)).err();
            if refused.is_some() {
                assert_eq!(stream.save(), state, "a refused event changed the state");
            }
            stream.finish();
            open_stream(operation.path, params, Some(&stream.save())).map(|_| ())
        }
        Shape::Job { .. } => {
            let job = open_job(operation.path, params, JobWork::Whole)?;
            open_job(operation.path, params, JobWork::State(&job.save())).map(|_| ())
        }
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(100_000))]

    #[test]
    fn any_text(operation in any_operation(), text in ".{0,80}") {
        check(run(operation, &text, &[], &[]));
    }

    #[test]
    fn an_example_with_foreign_parts(
        operation in any_operation(), parts in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..4),
        floats in prop::collection::vec(any_float(), 3), integers in prop::collection::vec(any::<i64>(), 3),
    ) {
        let example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        let mut params = match operation.shape {
            Shape::Document { .. } | Shape::Job { .. } => example,
            Shape::Columns { .. } | Shape::Stream { .. } => example["params"].clone(),
        };
        for (index, value) in parts {
            let mut found = Vec::new();
            places(&params, "", &mut found);
            if let Some(place) = params.pointer_mut(&found[index.index(found.len())]) {
                *place = value;
            }
        }
        check(run(operation, &params.to_string(), &floats, &integers));
    }

    #[test]
    fn any_state_bytes(
        operation in any_operation(), bytes in prop::collection::vec(any::<u8>(), 0..64), at in any::<prop::sample::Index>(),
    ) {
        let example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        match operation.shape {
            Shape::Stream { .. } => {
                let params = example["params"].to_string();
                check(open_stream(operation.path, &params, Some(&bytes)).map(|_| ()));
                let mut state = open_stream(operation.path, &params, None).expect("the example opens").save();
                let at = at.index(state.len());
                state.splice(at.., bytes);
                check(open_stream(operation.path, &params, Some(&state)).map(|_| ()));
            }
            Shape::Job { .. } => {
                let params = example.to_string();
                check(open_job(operation.path, &params, JobWork::State(&bytes)).map(|_| ()));
                let mut state = open_job(operation.path, &params, JobWork::Whole).expect("the example opens").save();
                let at = at.index(state.len());
                state.splice(at.., bytes);
                check(open_job(operation.path, &params, JobWork::State(&state)).map(|_| ()));
            }
            Shape::Document { .. } | Shape::Columns { .. } => {}
        }
    }
}

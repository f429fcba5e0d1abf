//! Every worked example answers.
#![allow(clippy::expect_used, clippy::panic, reason = "a test")]

use hashinsight_surface::{
    Column, ColumnKind, ColumnSpec, JobWork, Shape, call, call_columns, open_job, open_stream, operations,
};
use serde_json::Value;

/// A column of an example, as its operation takes it.
enum Cells {
    F64(Vec<f64>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
    Words(Vec<u8>, &'static [&'static str]),
}

fn cells(spec: &ColumnSpec, columns: &Value) -> Cells {
    let rows =
        columns.as_object().and_then(|columns| columns.values().next()).and_then(Value::as_array).map_or(0, Vec::len);
    let Some(values) = columns[spec.name].as_array() else { return Cells::F64(vec![f64::NAN; rows]) }; // may be absent
    let float = |value: &Value| value.as_f64().expect("a number");
    match spec.kind {
        ColumnKind::F64 => Cells::F64(values.iter().map(float).collect()),
        ColumnKind::I64 => Cells::I64(values.iter().map(|value| value.as_i64().expect("an integer")).collect()),
        ColumnKind::Bool => Cells::Bool(values.iter().map(|value| value.as_bool().expect("a truth")).collect()),
        ColumnKind::Words(words) => {
            let place = |value: &Value| words.iter().position(|word| value == word).expect("a word of the column");
            Cells::Words(values.iter().map(|value| u8::try_from(place(value)).expect("few words")).collect(), words)
        }
    }
}

fn named<'c>(specs: &'static [ColumnSpec], cells: &'c [Cells]) -> Vec<(&'static str, Column<'c>)> {
    let column = |cells: &'c Cells| match cells {
        Cells::F64(values) => Column::F64(values),
        Cells::I64(values) => Column::I64(values),
        Cells::Bool(values) => Column::Bool(values),
        Cells::Words(codes, words) => Column::Words { codes, words },
    };
    specs.iter().map(|spec| spec.name).zip(cells.iter().map(column)).collect()
}

#[test]
fn answer() {
    for operation in operations() {
        let (path, inputs) = (operation.path, operation.shape.inputs());
        let example: Value = serde_json::from_str(operation.example).expect("an example is JSON");
        let cells: Vec<Cells> = inputs.iter().map(|spec| cells(spec, &example["columns"])).collect();
        let (columns, params) = (named(inputs, &cells), example["params"].to_string());
        let outcome = match operation.shape {
            Shape::Document { .. } => call(path, operation.example).map(|_| ()),
            Shape::Columns { .. } => call_columns(path, &params, &columns).map(|_| ()),
            Shape::Stream { .. } => {
                open_stream(path, &params, None).and_then(|mut stream| stream.update(&columns)).map(|_| ())
            }
            Shape::Job { .. } => open_job(path, operation.example, JobWork::Whole).and_then(|mut job| {
                job.step(u64::MAX);
                job.report().map(|_| ())
            }),
        };
        outcome.unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}

//! Running one case in Rust, through the same four entries that the bindings use.

use hashinsight_surface::{
    Column, ColumnBuffer, ColumnKind, Fault, JobWork, Shape, call, call_columns, open_job, open_stream,
};
use serde_json::{Map, Value, json};

use crate::Result;
use crate::generate::model::Op;

/// What an operation answers, as JSON with every float as its bits.
pub(crate) type Outcome = std::result::Result<Value, Fault>;

/// Runs the operation on a request in the form of the examples.
pub(crate) fn run(op: &Op, request: &Value) -> Result<Outcome> {
    let (params, columns) = (request["params"].to_string(), &request["columns"]);
    let path = op.operation.path;
    Ok(match op.operation.shape {
        Shape::Document { .. } => call(path, &request.to_string()).and_then(|text| report(&text)),
        Shape::Columns { .. } => {
            let inputs = Inputs::new(op, columns)?;
            call_columns(path, &params, &inputs.columns()).map(|outputs| answer(op, &outputs))
        }
        Shape::Stream { .. } => {
            let inputs = Inputs::new(op, columns)?;
            open_stream(path, &params, None)
                .and_then(|mut stream| stream.update(&inputs.columns()))
                .map(|outputs| answer(op, &outputs))
        }
        Shape::Job { .. } => open_job(path, &request.to_string(), JobWork::Whole).and_then(|mut job| {
            while !job.step(1).is_complete() {}
            job.report().and_then(|text| report(&text))
        }),
    })
}

/// Owned columns out of JSON lists.
pub(crate) struct Inputs(Vec<(String, ColumnBuffer)>);

impl Inputs {
    pub(crate) fn new(op: &Op, columns: &Value) -> Result<Self> {
        let mut inputs = Vec::new();
        for (name, list) in columns.as_object().into_iter().flatten() {
            let list = list.as_array().ok_or_else(|| format!("{name} is no list"))?;
            let kind = op.inputs.iter().find(|input| input.spec.name == *name).map(|input| input.spec.kind);
            inputs.push((name.clone(), buffer(kind, list)));
        }
        Ok(Self(inputs))
    }

    /// The columns with their kinds, floats as their bits.
    pub(crate) fn to_json(&self) -> Value {
        let named = self.0.iter().map(|(name, buffer)| (name.clone(), column(buffer)));
        Value::Object(named.collect::<Map<_, _>>())
    }

    pub(crate) fn columns(&self) -> Vec<(&str, Column<'_>)> {
        self.0
            .iter()
            .filter_map(|(name, buffer)| match buffer {
                ColumnBuffer::F64(values) => Some((name.as_str(), Column::F64(values))),
                ColumnBuffer::I64(values) => Some((name.as_str(), Column::I64(values))),
                ColumnBuffer::Words { .. } => None,
            })
            .collect()
    }
}

fn buffer(kind: Option<ColumnKind>, list: &[Value]) -> ColumnBuffer {
    if kind == Some(ColumnKind::I64) {
        return ColumnBuffer::I64(list.iter().map(|value| value.as_i64().unwrap_or_default()).collect());
    }
    ColumnBuffer::F64(list.iter().map(float).collect())
}

fn float(value: &Value) -> f64 {
    match value.as_str() {
        Some("Infinity") => f64::INFINITY,
        Some("-Infinity") => f64::NEG_INFINITY,
        Some(_) => f64::NAN,
        None => value.as_f64().unwrap_or_default(),
    }
}

fn report(text: &str) -> Outcome {
    let value: Value = serde_json::from_str(text).map_err(|_| Fault::new("border.json", Problem::Unknown).got(text))?;
    Ok(bits(&value))
}

fn answer(op: &Op, outputs: &[ColumnBuffer]) -> Value {
    let named = op.outputs.iter().zip(outputs).map(|(spec, buffer)| (spec.name.to_owned(), column(buffer)));
    Value::Object(named.collect::<Map<_, _>>())
}

fn column(buffer: &ColumnBuffer) -> Value {
    match buffer {
        ColumnBuffer::F64(values) => json!({ "f64": values.iter().map(|value| hex(*value)).collect::<Vec<_>>() }),
        ColumnBuffer::I64(values) => json!({ "i64": values.iter().map(ToString::to_string).collect::<Vec<_>>() }),
        ColumnBuffer::Words { codes, words } => {
            let word = |code: &u8| words.get(usize::from(*code)).copied().unwrap_or_default();
            json!({ "words": codes.iter().map(word).collect::<Vec<_>>() })
        }
    }
}

fn hex(value: f64) -> String {
    if value.is_nan() { "nan".into() } else { format!("{:016x}", value.to_bits()) }
}

/// The same JSON with each float as `{"$f64": "<16 hex digits of its bits>"}`; integers stay.
pub(crate) fn bits(value: &Value) -> Value {
    match value {
        Value::Number(number) if number.is_f64() => json!({ "$f64": hex(number.as_f64().unwrap_or_default()) }),
        Value::Array(items) => items.iter().map(bits).collect(),
        Value::Object(pairs) => Value::Object(pairs.iter().map(|(key, item)| (key.clone(), bits(item))).collect()),
        other => other.clone(),
    }
}

pub(crate) fn fault(fault: &Fault) -> Value {
    json!({ "code": fault.code(), "path": fault.path().as_str(), "value": fault.value(), "allowed": fault.allowed_text() })
}

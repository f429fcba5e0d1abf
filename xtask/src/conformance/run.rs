//! Running one case in Rust, through the same four entries that the bindings use.

use hashinsight_surface::{
    Column, ColumnBuffer, ColumnKind, Error, Fault, JobWork, Problem, Shape, call, call_columns, fault_json, open_job,
    open_stream,
};
use serde_json::{Map, Value, json};

use crate::Result;
use crate::generate::model::Op;

/// What an operation answers, as JSON with every float as its bits.
pub(crate) type Outcome = std::result::Result<Value, Error>;

/// Runs the operation on a request in the form of the examples.
pub(crate) fn run(op: &Op, request: &Value) -> Result<Outcome> {
    let (params, columns) = (request["params"].to_string(), &request["columns"]);
    let path = op.operation.path;
    Ok(match op.operation.shape {
        Shape::Document { .. } => call(path, &request.to_string()).and_then(|text| report(&text)),
        Shape::Columns { .. } => {
            let inputs = Inputs::new(op, columns)?;
            inputs.with(|columns| call_columns(path, &params, columns)).map(|outputs| answer(op, &outputs))
        }
        Shape::Stream { .. } => {
            let inputs = Inputs::new(op, columns)?;
            open_stream(path, &params, None)
                .and_then(|mut stream| inputs.with(|events| stream.update(events)))
                .map(|outputs| answer(op, &outputs))
        }
        Shape::Job { .. } => open_job(path, &request.to_string(), JobWork::Whole).and_then(|mut job| {
            while !job.step(1).is_complete() {}
            job.report().and_then(|text| report(&text))
        }),
    })
}

/// Owned columns out of JSON lists.
pub(crate) struct Inputs(Vec<(String, Buffer)>);

enum Buffer {
    F64(Vec<f64>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
    Words(Vec<u8>, Vec<String>),
}

impl Inputs {
    pub(crate) fn new(op: &Op, columns: &Value) -> Result<Self> {
        let mut inputs = Vec::new();
        for (name, list) in columns.as_object().into_iter().flatten() {
            let list = list.as_array().ok_or_else(|| format!("{name} is no list"))?;
            let kind = op.inputs.iter().find(|input| input.spec.name == *name).map(|input| input.spec.kind);
            inputs.push((name.clone(), Buffer::new(kind, list)));
        }
        Ok(Self(inputs))
    }

    /// The columns with their kinds, floats as their bits.
    pub(crate) fn to_json(&self) -> Value {
        let named = self.0.iter().map(|(name, buffer)| (name.clone(), buffer.to_json()));
        Value::Object(named.collect::<Map<_, _>>())
    }

    pub(crate) fn with<R>(&self, run: impl FnOnce(&[(&str, Column<'_>)]) -> R) -> R {
        let lists: Vec<Vec<&str>> = self.0.iter().map(|(_, buffer)| buffer.words()).collect();
        let columns = self.0.iter().zip(&lists).map(|((name, buffer), words)| {
            let column = match buffer {
                Buffer::F64(values) => Column::F64(values),
                Buffer::I64(values) => Column::I64(values),
                Buffer::Bool(values) => Column::Bool(values),
                Buffer::Words(codes, _) => Column::Words { codes, words },
            };
            (name.as_str(), column)
        });
        run(&columns.collect::<Vec<_>>())
    }
}

impl Buffer {
    /// What the values are, and only where that leaves it open what the column holds: a wrong kind must arrive as one.
    fn new(kind: Option<ColumnKind>, list: &[Value]) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match (kind, list.first()) {
            (Some(ColumnKind::I64), Some(Value::Number(_)) | None) => {
                Self::I64(list.iter().map(|value| value.as_i64().unwrap_or_default()).collect())
            }
            (Some(ColumnKind::Bool), None) | (_, Some(Value::Bool(_))) => {
                Self::Bool(list.iter().map(|value| value.as_bool().unwrap_or_default()).collect())
            }
            (Some(ColumnKind::Words(_)), Some(Value::String(_)) | None) => {
                let mut words: Vec<String> = Vec::new();
                let mut code = |word: String| {
                    let place = words.iter().position(|known| *known == word).unwrap_or_else(|| {
                        words.push(word);
                        words.len() - 1
                    });
                    u8::try_from(place).unwrap_or(u8::MAX)
                };
                let codes = list.iter().map(|value| code(text(value))).collect();
                Self::Words(codes, words)
            }
            _ => Self::F64(list.iter().map(float).collect()),
        }
    }

    fn words(&self) -> Vec<&str> {
        match self {
            Self::Words(_, words) => words.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }

    fn to_json(&self) -> Value {
        match self {
            Self::F64(values) => floats(values),
            Self::I64(values) => integers(values),
            Self::Bool(values) => json!({ "bool": values }),
            Self::Words(codes, words) => named(codes, words),
        }
    }
}

fn floats(values: &[f64]) -> Value {
    json!({ "f64": values.iter().map(|value| hex(*value)).collect::<Vec<_>>() })
}

/// As text: JavaScript has no such numbers.
fn integers(values: &[i64]) -> Value {
    json!({ "i64": values.iter().map(ToString::to_string).collect::<Vec<_>>() })
}

fn named<T: AsRef<str>>(codes: &[u8], words: &[T]) -> Value {
    let word = |code: &u8| words.get(usize::from(*code)).map(AsRef::as_ref).unwrap_or_default();
    json!({ "words": codes.iter().map(word).collect::<Vec<_>>() })
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
    let unreadable = |_| Error::from(Fault::new("border.json", Problem::Unknown).got(text));
    Ok(bits(&serde_json::from_str(text).map_err(unreadable)?))
}

fn answer(op: &Op, outputs: &[ColumnBuffer]) -> Value {
    let column = |buffer: &ColumnBuffer| match buffer {
        ColumnBuffer::F64(values) => floats(values),
        ColumnBuffer::I64(values) => integers(values),
        ColumnBuffer::Bool(values) => json!({ "bool": values }),
        ColumnBuffer::Words { codes, words } => named(codes, words),
    };
    let named = op.outputs.iter().zip(outputs).map(|(output, buffer)| (output.spec.name.to_owned(), column(buffer)));
    Value::Object(named.collect::<Map<_, _>>())
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

/// The error as it crosses, with all its faults.
pub(crate) fn fault(error: &Error) -> Result<Value> {
    Ok(serde_json::from_str(&fault_json(error))?)
}

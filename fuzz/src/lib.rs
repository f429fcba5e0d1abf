//! What the targets share: operations by number, their examples, and what must hold of every answer and every refusal.
//!
//! `cargo xtask proof fuzz` runs all targets for a short time; `cargo +nightly fuzz run documents` one of them until it is
//! stopped. A new operation needs nothing here: the targets enumerate the operation table.
#![forbid(unsafe_code)]

use hashinsight_surface::{Column, ColumnKind, ColumnSpec, Error, Operation, operations};
use serde_json::Value;

/// The operation that a byte chooses among those that `wanted` accepts, and the rest of the bytes.
pub fn choose(data: &[u8], wanted: impl Fn(&Operation) -> bool) -> Option<(&'static Operation, &[u8])> {
    let (first, rest) = data.split_first()?;
    let wanted: Vec<_> = operations().filter(|operation| wanted(operation)).collect();
    wanted.get(usize::from(*first) % wanted.len().max(1)).map(|operation| (*operation, rest))
}

/// Foreign bytes, raw or (so that the fuzzer need not invent a document first) in place of a part of good ones.
///
/// An even first byte means raw. After an odd one, two bytes say where the part begins and one how long it is.
pub fn splice(good: &[u8], data: &[u8]) -> Vec<u8> {
    match data {
        [mode, high, low, length, rest @ ..] if mode % 2 == 1 => {
            let start = usize::from(u16::from_be_bytes([*high, *low])) % (good.len() + 1);
            let end = good.len().min(start + usize::from(*length));
            [&good[..start], rest, &good[end..]].concat()
        }
        [_, rest @ ..] => rest.to_vec(),
        [] => Vec::new(),
    }
}

/// Parameters and columns of an operation's own example; a document's or a job's example is all parameters.
pub fn example(operation: &Operation) -> (String, Value) {
    let example: Value = serde_json::from_str(operation.example).expect("examples are JSON");
    match (example.get("params"), example.get("columns")) {
        (Some(params), Some(columns)) => (params.to_string(), columns.clone()),
        _ => (operation.example.to_owned(), Value::Null),
    }
}

/// A refusal says codes of three parts that end in their problem, whatever was sent.
pub fn check_error(error: &Error) {
    for fault in error.faults() {
        assert!(fault.code().ends_with(fault.problem().name()), "{fault}");
        assert!(fault.code().split('.').count() == 3, "{fault}");
    }
}

/// An answer is JSON without `null`.
pub fn check_document(text: &str) {
    fn no_null(value: &Value) -> bool {
        match value {
            Value::Null => false,
            Value::Array(values) => values.iter().all(no_null),
            Value::Object(fields) => fields.values().all(no_null),
            _ => true,
        }
    }
    assert!(serde_json::from_str(text).is_ok_and(|value| no_null(&value)), "{text}");
}

/// Columns of foreign bits, eight bytes a value, for these inputs.
#[derive(Default)]
pub struct Bits {
    f64: Vec<Vec<f64>>,
    i64: Vec<Vec<i64>>,
    bool: Vec<Vec<bool>>,
    codes: Vec<Vec<u8>>,
}

impl Bits {
    /// Deals the bytes out to the columns, row by row.
    pub fn of(data: &[u8], inputs: &[ColumnSpec]) -> Self {
        let words: Vec<[u8; 8]> = data.as_chunks().0.to_vec();
        let column = |i: usize| words.iter().skip(i).step_by(inputs.len()).take(words.len() / inputs.len());
        let mut bits = Self::default();
        for i in 0..inputs.len() {
            bits.f64.push(column(i).map(|word| f64::from_le_bytes(*word)).collect());
            bits.i64.push(column(i).map(|word| i64::from_le_bytes(*word)).collect());
            bits.bool.push(column(i).map(|word| word[0] % 2 == 1).collect());
            bits.codes.push(column(i).map(|word| word[0]).collect());
        }
        bits
    }

    /// Example columns, so that what follows begins from something good.
    pub fn from_example(columns: &Value, inputs: &[ColumnSpec]) -> Self {
        let mut bits = Self::default();
        for spec in inputs {
            let values = columns[spec.name].as_array().cloned().unwrap_or_default();
            bits.f64.push(values.iter().filter_map(Value::as_f64).collect());
            bits.i64.push(values.iter().filter_map(Value::as_i64).collect());
            bits.bool.push(values.iter().filter_map(Value::as_bool).collect());
            bits.codes.push(values.iter().filter_map(|word| code(spec.kind, word.as_str()?)).collect());
        }
        bits
    }

    /// As the border takes them.
    pub fn columns<'a>(&'a self, inputs: &'a [ColumnSpec]) -> Vec<(&'a str, Column<'a>)> {
        let columns = inputs.iter().enumerate().map(|(i, spec)| match spec.kind {
            ColumnKind::F64 => (spec.name, Column::F64(&self.f64[i])),
            ColumnKind::I64 => (spec.name, Column::I64(&self.i64[i])),
            ColumnKind::Bool => (spec.name, Column::Bool(&self.bool[i])),
            ColumnKind::Words(words) => (spec.name, Column::Words { codes: &self.codes[i], words }),
        });
        columns.collect()
    }
}

fn code(kind: ColumnKind, word: &str) -> Option<u8> {
    let ColumnKind::Words(words) = kind else { return None };
    words.iter().position(|known| *known == word).and_then(|place| u8::try_from(place).ok())
}

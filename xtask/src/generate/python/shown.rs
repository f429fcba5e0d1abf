//! What a worked example answers, as Python prints it.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnBuffer, JobWork, Shape, call, call_columns, open_job, open_stream};
use serde_json::Value;

use crate::conformance::Inputs;
use crate::generate::model::{Model, Named, Op, Struct, Type};

/// Lines that are shown of an answer.
const LINES: usize = 2;
/// Rows that are shown of a column.
const ROWS: usize = 3;

/// Lines behind the example that ask its answer for something, with what Python prints.
pub(super) fn shown(model: &Model, op: &Op) -> String {
    let example: Value = serde_json::from_str(op.operation.example).unwrap_or_default();
    let lines = match op.operation.shape {
        Shape::Document { .. } => {
            call(op.operation.path, op.operation.example).ok().map(|text| fields(model, op, &text)).unwrap_or_default()
        }
        Shape::Job { .. } => {
            let report = open_job(op.operation.path, op.operation.example, JobWork::Whole).and_then(|mut job| {
                while !job.step(64).is_complete() {}
                job.report()
            });
            report.ok().map(|text| fields(model, op, &text)).unwrap_or_default()
        }
        Shape::Columns { .. } | Shape::Stream { .. } => columns(op, &example).unwrap_or_default(),
    };
    lines.iter().take(LINES).fold(String::new(), |mut text, (asked, printed)| {
        let _ = writeln!(text, ">>> {asked}\n{printed}");
        text
    })
}

fn columns(op: &Op, example: &Value) -> Option<Vec<(String, String)>> {
    let inputs = Inputs::new(op, &example["columns"]).ok()?;
    let (path, params) = (op.operation.path, example["params"].to_string());
    let outputs = if let Shape::Stream { .. } = op.operation.shape {
        let mut stream = open_stream(path, &params, None).ok()?;
        inputs.with(|events| stream.update(events))
    } else {
        inputs.with(|columns| call_columns(path, &params, columns))
    };
    let line = |(name, buffer): (&str, &ColumnBuffer)| {
        let (rows, values) = values(buffer);
        let head = if rows > ROWS { format!("[:{ROWS}]") } else { String::new() };
        (format!("columns.{name}{head}.tolist()"), format!("[{}]", values.join(", ")))
    };
    let names = op.outputs.iter().map(|output| output.spec.name);
    Some(names.zip(&outputs.ok()?).map(line).collect())
}

/// Number of rows, and the first values.
fn values(buffer: &ColumnBuffer) -> (usize, Vec<String>) {
    let head = |rows: usize| rows.min(ROWS);
    match buffer {
        ColumnBuffer::F64(all) => (all.len(), all[..head(all.len())].iter().map(|value| float(*value)).collect()),
        ColumnBuffer::I64(all) => (all.len(), all[..head(all.len())].iter().map(ToString::to_string).collect()),
        ColumnBuffer::Bool(all) => (all.len(), all[..head(all.len())].iter().map(|value| truth(*value)).collect()),
        ColumnBuffer::Words { codes, words } => {
            let word = |code: &u8| words.get(usize::from(*code)).map(|word| format!("'{word}'")).unwrap_or_default();
            (codes.len(), codes[..head(codes.len())].iter().map(word).collect())
        }
    }
}

/// Plain values of the report, then those of its parts, then lengths of its lists.
fn fields(model: &Model, op: &Op, report: &str) -> Vec<(String, String)> {
    let report: Value = serde_json::from_str(report).unwrap_or_default();
    let Some(Named::Struct(item)) = op.report.as_ref().and_then(|name| model.named(name)) else { return Vec::new() };
    let (mut found, mut inner, mut lengths) = (Vec::new(), Vec::new(), Vec::new());
    plain(model, item, &report, "report", &mut found);
    for field in &item.fields {
        let (value, asked) = (&report[&field.name], format!("report.{}", field.name));
        match &field.ty {
            Type::Named(name) if value.is_object() => {
                if let Some(Named::Struct(part)) = model.named(name) {
                    plain(model, part, value, &asked, &mut inner);
                }
            }
            Type::List(_) => {
                lengths.extend(value.as_array().map(|list| (format!("len({asked})"), list.len().to_string())))
            }
            _ => {}
        }
    }
    found.into_iter().chain(inner).chain(lengths).collect()
}

fn plain(model: &Model, item: &Struct, report: &Value, above: &str, found: &mut Vec<(String, String)>) {
    for field in &item.fields {
        let (value, asked) = (&report[&field.name], format!("{above}.{}", field.name));
        match (&field.ty, value) {
            (Type::Number | Type::Integer, Value::Number(_)) | (Type::Bool, Value::Bool(_)) => {
                found.push((asked, python(value)))
            }
            (Type::Text | Type::Word(_), Value::String(text))
                if text.len() <= 40 && !text.contains(['\'', '\\', '\n']) =>
            {
                found.push((asked, format!("'{text}'")));
            }
            (Type::Choice(name), Value::Object(case))
                if matches!(model.outcome(name), Some(Type::Number | Type::Integer)) =>
            {
                found.extend(case.get("value").map(|value| (format!("{asked}.value"), python(value))));
            }
            _ => {}
        }
    }
}

fn python(value: &Value) -> String {
    match value {
        Value::Bool(value) => truth(*value),
        Value::Number(number) if number.is_f64() => float(number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    }
}

fn truth(value: bool) -> String {
    if value { "True".into() } else { "False".into() }
}

/// A float as Python's `repr` has it.
fn float(value: f64) -> String {
    let shortest = format!("{value:e}");
    let Some((digits, exponent)) = shortest.split_once('e') else {
        return if value.is_nan() { "nan".into() } else { value.to_string() };
    };
    match exponent.parse::<i32>() {
        Ok(exponent) if !(-4..16).contains(&exponent) => {
            format!("{digits}e{}{:02}", if exponent < 0 { '-' } else { '+' }, exponent.abs())
        }
        _ => {
            let plain = value.to_string();
            if plain.contains('.') { plain } else { plain + ".0" }
        }
    }
}

#[cfg(test)]
mod tests {
    /// Expected: `repr` of `CPython` 3.11.
    #[test]
    fn floats_as_python_prints_them() {
        for (value, printed) in [
            (0.0, "0.0"),
            (1.0, "1.0"),
            (-0.1, "-0.1"),
            (1e-4, "0.0001"),
            (5e-5, "5e-05"),
            (1e15, "1000000000000000.0"),
            (1e16, "1e+16"),
            (1.25e-7, "1.25e-07"),
            (123_456_789.125, "123456789.125"),
            (1e100, "1e+100"),
            (f64::NAN, "nan"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(super::float(value), printed);
        }
    }
}

//! Docstrings, signatures and examples.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnKind, ColumnSpec, Shape};
use serde_json::Value;

use super::shown::shown;
use crate::generate::model::{Field, Model, Op, Type, pascal, plain, range};

/// Words that Python does not have as names.
const KEYWORDS: [&str; 33] = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "self", "try", "while", "with", "yield",
];

/// Name of a field as an attribute and an argument: a word of Python's own is written with an underscore behind it, `from_`.
pub(super) fn attribute(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// The type that a caller passes.
pub(super) fn accepts(ty: &Type) -> String {
    match ty {
        Type::Instant => "datetime.datetime | int | str".into(),
        Type::Decimal => "Decimal | str".into(),
        Type::Compact => "str | int".into(),
        Type::List(item) if matches!(**item, Type::Number | Type::Integer) => "ArrayLike".into(),
        Type::List(item) if **item == Type::Instant => format!("Sequence[{}] | ArrayLike", accepts(item)),
        Type::List(item) => format!("Sequence[{}]", accepts(item)),
        Type::Named(name) => format!("{0} | {0}Dict", name.own),
        Type::Choice(name) => format!("{}Like", name.own),
        _ => answers(ty), // words among them: a Literal accepts the plain string
    }
}

/// The type that a parameter takes: a list of records may be a data frame too, and a body is what the client has read.
fn taken(field: &Field) -> String {
    match &field.ty {
        Type::Text if field.name == "body" => "str | bytes | bytearray | memoryview".into(),
        ty if is_table(ty) => accepts(ty) + " | FrameLike",
        ty => accepts(ty),
    }
}

fn is_table(ty: &Type) -> bool {
    matches!(ty, Type::List(item) if matches!(**item, Type::Named(_)))
}

/// The type that comes back.
pub(super) fn answers(ty: &Type) -> String {
    match ty {
        Type::Number => "float".into(),
        Type::Integer | Type::Wide => "int".into(),
        Type::Bool => "bool".into(),
        Type::Text | Type::Compact => "str".into(),
        Type::Date => "datetime.date".into(),
        Type::Instant => "datetime.datetime".into(),
        Type::Decimal => "Decimal".into(),
        Type::List(item) if is_table(ty) => format!("Rows[{}]", answers(item)),
        Type::List(item) => format!("tuple[{}, ...]", answers(item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => name.own.clone(),
    }
}

/// The same for readers of a docstring.
fn described(ty: &Type) -> String {
    match ty {
        Type::List(item) if matches!(**item, Type::Number | Type::Integer) => {
            format!("array_like of {}", answers(item))
        }
        _ if is_table(ty) => format!("{}, or a DataFrame of their fields", accepts(ty)),
        Type::Named(name) => format!("{}, or a mapping of its fields", name.own),
        Type::Choice(name) => format!("{}, or its word or mapping", name.own),
        _ => accepts(ty),
    }
}

/// From Python to what the native side encodes.
pub(super) fn wire(ty: &Type, value: &str) -> String {
    match ty {
        Type::Wide => format!("wide({value})"),
        _ => value.to_owned(),
    }
}

pub(super) fn docstring(out: &mut String, indent: &str, text: &str) {
    let text = text.trim().replace('\\', "\\\\").replace("\"\"\"", "'''");
    let mut lines = text.lines();
    let _ = write!(out, "{indent}\"\"\"{}", lines.next().unwrap_or_default().trim_end());
    let rest: Vec<&str> = lines.collect();
    for line in &rest {
        let line = line.trim_end();
        let _ = if line.is_empty() { writeln!(out) } else { write!(out, "\n{indent}{line}") };
    }
    if rest.is_empty() {
        out.push_str("\"\"\"\n")
    } else {
        let _ = write!(out, "\n{indent}\"\"\"\n");
    }
}

/// Text whose lines are joined, a line per paragraph.
pub(super) fn paragraph(text: &str) -> String {
    let joined = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    plain(text).split("\n\n").map(joined).collect::<Vec<_>>().join("\n\n")
}

pub(super) fn class_head(out: &mut String, name: &str, base: &str, frozen: bool) {
    out.push_str("\n\n");
    if frozen {
        let columns = "@dataclasses.dataclass(frozen=True, repr=False, eq=False)\n";
        out.push_str(if base == "Columns" { columns } else { "@document\n" });
    }
    let _ = writeln!(out, "class {name}({base}):");
}

/// A numpydoc entry: name, type, and doc with unit and range.
pub(super) fn entry(field: &Field, ty: &str) -> String {
    let optional = if field.required { "" } else { ", optional" };
    let mut text = paragraph(&field.doc);
    let range = range(&field.schema);
    if !range.is_empty() {
        let _ = write!(text, " [{range}]");
    }
    format!("{} : {ty}{optional}\n    {}\n", attribute(&field.name), text.replace('\n', "\n    "))
}

pub(super) fn operation_doc(model: &Model, op: &Op, result: &str, columns: bool) -> String {
    let mut text = plain(op.operation.doc);
    let has_parameters = !op.request.fields.is_empty() || (columns && !op.inputs.is_empty());
    if has_parameters {
        text.push_str("\n\nParameters\n----------\n");
    }
    if columns {
        for input in &op.inputs {
            let range = range(&input.schema);
            let range = if range.is_empty() { String::new() } else { format!(" [{range}]") };
            let _ = writeln!(
                text,
                "{} : column of {}\n    {}{range}",
                input.spec.name,
                kind(input.spec),
                paragraph(input.spec.doc)
            );
        }
    }
    for field in &op.request.fields {
        text.push_str(&entry(field, &described(&field.ty)));
    }
    let _ = write!(
        text,
        "\nReturns\n-------\n{result}\n\nRaises\n------\nHashInsightError\n    Names the field, the value and what is allowed.\n"
    );
    let _ = write!(text, "\nExamples\n--------\n{}{}", example(op), shown(model, op));
    text
}

/// The kind of a column, and its words where it holds some.
pub(super) fn kind(spec: &ColumnSpec) -> String {
    match spec.kind {
        ColumnKind::F64 => "float64".into(),
        ColumnKind::I64 => "int64".into(),
        ColumnKind::Bool => "bool".into(),
        ColumnKind::Words(words) => format!("words ({})", words.join(", ")),
    }
}

/// The worked example of the table, as a Python call.
pub(crate) fn example(op: &Op) -> String {
    let document: Value = serde_json::from_str(op.operation.example).unwrap_or_default();
    let domain = super::module_of(op.operation.crate_name());
    let arguments = |value: &Value, fields: &[Field]| -> Vec<String> {
        let pairs = value.as_object().into_iter().flatten();
        let named = |(name, value): (&String, &Value)| {
            let ty = fields.iter().find(|field| field.name == *name).map(|field| &field.ty);
            format!("{}={}", attribute(name), literal(value, ty == Some(&Type::Wide)))
        };
        pairs.map(named).collect()
    };
    let params = &document["params"];
    let columns = arguments(&document["columns"], &[]);
    let name = &op.name;
    match op.operation.shape {
        Shape::Document { .. } => {
            let arguments = arguments(&document, &op.request.fields);
            format!(">>> import hashinsight as hi\n>>> report = hi.{domain}.{name}({})\n", arguments.join(", "))
        }
        Shape::Columns { .. } => {
            let arguments = [columns, arguments(params, &op.request.fields)].concat();
            format!(">>> import hashinsight as hi\n>>> columns = hi.{domain}.{name}({})\n", arguments.join(", "))
        }
        Shape::Stream { .. } => {
            let arguments = arguments(params, &op.request.fields);
            let class = pascal(name);
            format!(
                ">>> import hashinsight as hi\n>>> stream = hi.{domain}.{class}({})\n>>> columns = stream.update_many({})\n",
                arguments.join(", "),
                columns.join(", ")
            )
        }
        Shape::Job { .. } => {
            let arguments = arguments(&document, &op.request.fields);
            format!(">>> import hashinsight as hi\n>>> report = hi.{domain}.{name}({})\n", arguments.join(", "))
        }
    }
}

fn literal(value: &Value, wide: bool) -> String {
    match value {
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::String(digits) if wide => digits.clone(),
        Value::Array(items) => format!("[{}]", items.iter().map(|v| literal(v, false)).collect::<Vec<_>>().join(", ")),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(key, value)| format!("\"{key}\": {}", literal(value, false)));
            format!("{{{}}}", pairs.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

/// `name: type,` lines of a signature, required before optional.
pub(super) fn parameters(out: &mut String, indent: &str, fields: &[Field]) {
    for field in fields {
        let ty = taken(field);
        let _ = if field.required {
            writeln!(out, "{indent}{}: {ty},", attribute(&field.name))
        } else {
            writeln!(out, "{indent}{}: {ty} | None = None,", attribute(&field.name))
        };
    }
}

pub(super) fn dict(fields: &[Field]) -> String {
    let sent = |field: &Field| {
        let name = attribute(&field.name);
        if is_table(&field.ty) { format!("records({name})") } else { wire(&field.ty, &name) }
    };
    let pairs: Vec<String> = fields.iter().map(|field| format!("\"{}\": {}", field.name, sent(field))).collect();
    format!("{{{}}}", pairs.join(", "))
}

pub(super) fn star(fields: &[Field]) -> &'static str {
    if fields.is_empty() { "" } else { "*," }
}

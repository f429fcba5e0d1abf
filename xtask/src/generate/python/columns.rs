//! Operations on columns: arrays, Series or a data frame in, the same kind out.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnKind, ColumnSpec};

use super::text::{class_head, dict, docstring, kind, operation_doc, paragraph, parameters};
use crate::generate::model::{ColumnField, Model, Op, Type, pascal};

/// Name of the class of the answer.
pub(super) fn class(op: &Op) -> String {
    pascal(&op.name) + "Columns"
}

/// A class with a field a column.
pub(super) fn record(
    out: &mut String,
    name: &str,
    base: &str,
    doc: &str,
    columns: &[ColumnField],
    ty: impl Fn(&ColumnField) -> String,
) {
    class_head(out, name, base, true);
    let mut text = doc.to_owned();
    text.push_str("\n\nAttributes\n----------\n");
    for ColumnField { spec, .. } in columns {
        let _ = writeln!(text, "{} : {}\n    {}", spec.name, kind(spec), paragraph(spec.doc));
    }
    docstring(out, "    ", &text);
    out.push('\n');
    for column in columns {
        let _ = writeln!(out, "    {}: {}", column.spec.name, ty(column));
    }
}

fn tuple(items: &[String]) -> String {
    format!("({},)", items.join(", "))
}

/// Names and kinds of the columns that come in; the kind of a column of words is its words.
pub(super) fn inputs(op: &Op) -> String {
    let pair = |spec: &ColumnSpec, ty: &Type| {
        let kind = match spec.kind {
            ColumnKind::Words(words) => tuple(&words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>()),
            ColumnKind::I64 if *ty == Type::Instant => "\"time\"".to_owned(),
            kind => format!("\"{}\"", kind.name()),
        };
        format!("(\"{}\", {kind})", spec.name)
    };
    tuple(&op.inputs.iter().map(|input| pair(input.spec, &input.ty)).collect::<Vec<_>>())
}

/// Names of the columns that come out.
pub(super) fn outputs(op: &Op) -> String {
    tuple(&op.outputs.iter().map(|output| format!("\"{}\"", output.spec.name)).collect::<Vec<_>>())
}

/// The arguments as a dict by name.
pub(super) fn given(op: &Op) -> String {
    let pairs: Vec<String> = op.inputs.iter().map(|input| format!("\"{0}\": {0}", input.spec.name)).collect();
    format!("{{{}}}", pairs.join(", "))
}

/// A parameter a column.
pub(super) fn column_parameters(out: &mut String, indent: &str, op: &Op, ty: &str) {
    for input in &op.inputs {
        let absent = if input.is_optional() && !ty.ends_with("None") { " | None = None" } else { "" };
        let _ = writeln!(out, "{indent}{}: {ty}{absent},", input.spec.name);
    }
}

pub(super) fn columns(out: &mut String, model: &Model, op: &Op) {
    let class = class(op);
    let doc = format!("Columns of ``{}``, of the kind that came in.", op.name);
    record(out, &class, "Columns", &doc, &op.outputs, |_| "Any".to_owned());
    let forms = [
        ("", "ArrayLike", class.as_str(), true),
        ("    frame: _Frame,\n    /,\n", "ArrayLike | None = None", "_Frame", true),
        ("    frame: Any = None,\n    /,\n", "Any = None", "Any", false),
    ];
    for (frame, column, answer, is_overload) in forms {
        out.push_str(if is_overload { "\n\n@overload\n" } else { "\n\n@operation()\n" });
        let _ = writeln!(out, "def {}(\n{frame}    *,", op.name);
        column_parameters(out, "    ", op, column);
        parameters(out, "    ", &op.request.fields);
        let _ = writeln!(out, ") -> {answer}:{}", if is_overload { " ..." } else { "" });
    }
    let result = format!(
        "{class}, or a DataFrame\n    Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not\n    \
         named are taken from it by name, and the result is a DataFrame of its kind."
    );
    docstring(out, "    ", &operation_doc(model, op, &result, true));
    let (path, params, given) = (op.operation.path, dict(&op.request.fields), given(op));
    let _ = writeln!(
        out,
        "    return _frames.call(\n        \"{path}\",\n        {params},\n        frame,\n        {given},\n        {},\n        {},\n        {class},\n        {},\n    )",
        inputs(op),
        outputs(op),
        // Rows that can be refused one by one do not know of each other.
        if op.request.fields.iter().any(|field| field.name == "on_bad_row") { "True" } else { "False" }
    );
}

//! The operation reference for people, and a JSON Schema per operation for anyone's web form.

use std::fmt::Write as _;
use std::path::PathBuf;

use hashinsight_surface::{ColumnSpec, Shape};
use serde_json::{Map, Value, json};

use super::model::{Choice, Field, Model, Named, Op, Struct, Type, camel, pascal, plain, range};
use super::python;
use crate::Result;

pub(crate) fn operations(model: &Model) -> String {
    let mut out = String::from(
        "# Operations\n\nGenerated from the operation table by `cargo xtask gen`. Every operation exists under the same path in every language; fields, \
         enum words and\nerror paths are spelled the same everywhere. A JSON Schema of each request and report lies in [schemas](schemas).\n\n\
         | operation | shape | Python | TypeScript |\n|---|---|---|---|\n",
    );
    for (domain, content) in &model.domains {
        for op in &content.operations {
            let shape = op.operation.shape.name();
            let (python, script) = match op.operation.shape {
                Shape::Stream { .. } => (pascal(&op.name), camel(&op.name)),
                _ => (op.name.clone(), camel(&op.name)),
            };
            let path = op.operation.path;
            let _ = writeln!(
                out,
                "| [`{path}`](#{anchor}) | {shape} | `hi.{domain}.{python}` | `{domain}.{script}` |",
                anchor = path.replace('.', "")
            );
        }
    }
    for content in model.domains.values() {
        for op in &content.operations {
            operation(&mut out, op);
        }
    }
    out.push_str("\n# Types\n");
    for content in model.domains.values() {
        for named in &content.types {
            match named {
                Named::Struct(item) => structure(&mut out, item),
                Named::Choice(item) => choice(&mut out, item),
            }
        }
    }
    out
}

fn cell(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn type_name(ty: &Type) -> String {
    match ty {
        Type::Number => "number".into(),
        Type::Integer => "integer".into(),
        Type::Bool => "boolean".into(),
        Type::Text => "string".into(),
        Type::Date => "date".into(),
        Type::Instant => "instant".into(),
        Type::Decimal => "decimal".into(),
        Type::Wide => "wide integer".into(),
        Type::List(item) => format!("list of {}", type_name(item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => format!("[{name}](#{})", name.to_lowercase()),
    }
}

fn fields(out: &mut String, fields: &[Field]) {
    if fields.is_empty() {
        return;
    }
    out.push_str("\n| field | type | range | meaning |\n|---|---|---|---|\n");
    for field in fields {
        let optional = if field.required { "" } else { ", optional" };
        let (name, ty, doc) = (&field.name, type_name(&field.ty), cell(&field.doc));
        let _ = writeln!(out, "| `{name}` | {ty}{optional} | {} | {doc} |", range(&field.schema));
    }
}

fn specs<'a>(out: &mut String, title: &str, specs: impl Iterator<Item = (&'a ColumnSpec, String)>) {
    let _ = writeln!(out, "\n| {title} | kind | range | meaning |\n|---|---|---|---|");
    for (spec, range) in specs {
        let _ = writeln!(out, "| `{}` | {} | {range} | {} |", spec.name, spec.kind.name(), cell(spec.doc));
    }
}

fn operation(out: &mut String, op: &Op) {
    let _ = writeln!(out, "\n## {}\n\n{}", op.operation.path, plain(op.operation.doc));
    fields(out, &op.request.fields);
    if !op.inputs.is_empty() {
        specs(out, "column in", op.inputs.iter().map(|input| (input.spec, range(&input.schema))));
        specs(out, "column out", op.outputs.iter().map(|spec| (spec, String::new())));
    }
    if let Some(report) = &op.report {
        let _ = writeln!(out, "\nAnswers [{report}](#{}).", report.to_lowercase());
    }
    let _ = writeln!(out, "\n```python\n{}```", python::example(op).replace(">>> ", ""));
}

fn structure(out: &mut String, item: &Struct) {
    let _ = writeln!(out, "\n## {}\n\n{}", item.name, item.doc);
    fields(out, &item.fields);
}

fn choice(out: &mut String, item: &Choice) {
    let _ = writeln!(out, "\n## {}\n\n{}\n\n| case | content | meaning |\n|---|---|---|", item.name, item.doc);
    for variant in &item.variants {
        let content = variant.content.as_ref().map(type_name).unwrap_or_default();
        let _ = writeln!(out, "| `{}` | {content} | {} |", variant.tag, cell(&variant.doc));
    }
}

/// One file per operation: request, report, and the definitions that they use.
pub(crate) fn schemas(model: &Model) -> Result<Vec<(PathBuf, String)>> {
    let mut files = Vec::new();
    for content in model.domains.values() {
        for op in &content.operations {
            let mut schema = json!({
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "title": op.operation.path,
                "description": plain(op.operation.doc),
                "request": { "$ref": format!("#/$defs/{}", op.request.name) },
            });
            let mut needed = vec![op.request.name.clone()];
            if let Some(report) = &op.report {
                schema["report"] = json!({ "$ref": format!("#/$defs/{report}") });
                needed.push(report.clone());
            }
            schema["$defs"] = Value::Object(definitions(model, needed));
            let path = PathBuf::from("docs/schemas").join(format!("{}.json", op.operation.path));
            files.push((path, serde_json::to_string_pretty(&schema)? + "\n"));
        }
    }
    Ok(files)
}

fn definitions(model: &Model, mut needed: Vec<String>) -> Map<String, Value> {
    let mut found = Map::new();
    while let Some(name) = needed.pop() {
        let Some(schema) = model.schemas.get(&name).filter(|_| !found.contains_key(&name)) else { continue };
        references(schema, &mut needed);
        found.insert(name, schema.clone());
    }
    found.sort_keys();
    found
}

fn references(schema: &Value, names: &mut Vec<String>) {
    match schema {
        Value::Object(object) => {
            if let Some(name) =
                object.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"))
            {
                names.push(name.to_owned());
            }
            object.values().for_each(|value| references(value, names));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        _ => {}
    }
}

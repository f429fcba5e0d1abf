//! The operation reference for people, a page per domain, and a JSON Schema per operation for anyone's web form.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use hashinsight_surface::{ColumnKind, Shape};
use serde_json::{Map, Value, json};

use super::model::{
    Choice, ColumnField, Domain, Field, Model, Name, Named, Op, Struct, Type, camel, pascal, plain, range,
};
use super::python;
use crate::Result;

/// The folders whose every file is generated.
pub(crate) const FOLDERS: [&str; 2] = ["docs/operations", "docs/schemas"];

pub(crate) fn pages(model: &Model) -> Vec<(PathBuf, String)> {
    let [folder, _] = FOLDERS.map(Path::new);
    let mut files = vec![(folder.join("README.md"), index(model))];
    for (domain, content) in &model.domains {
        files.push((folder.join(format!("{domain}.md")), page(domain, content)));
    }
    files
}

fn index(model: &Model) -> String {
    let mut out = String::from(
        "# Operations\n\nGenerated from the operation table by `cargo xtask gen`. Every operation exists under the same path in every language; fields, \
         enum words and\nerror paths are spelled the same everywhere. A JSON Schema of each request and report lies in [schemas](../schemas).\n",
    );
    for (domain, content) in &model.domains {
        if content.operations.is_empty() {
            let _ = writeln!(out, "\n[`{domain}`]({domain}.md): types that several domains share.");
            continue;
        }
        let _ = writeln!(out, "\n## {domain}\n\n| operation | shape | Python | TypeScript |\n|---|---|---|---|");
        for op in &content.operations {
            let shape = op.operation.shape.name();
            let (python, script) = match op.operation.shape {
                Shape::Stream { .. } => (pascal(&op.name), camel(&op.name)),
                _ => (op.name.clone(), camel(&op.name)),
            };
            let path = op.operation.path;
            let anchor = path.replace('.', "");
            let link = format!("[`{path}`]({domain}.md#{anchor})");
            let _ = writeln!(out, "| {link} | {shape} | `hi.{domain}.{python}` | `{domain}.{script}` |");
        }
    }
    out
}

fn page(domain: &str, content: &Domain) -> String {
    let mut out = format!(
        "# {domain}\n\nGenerated from the operation table by `cargo xtask gen`; all domains are [here](README.md).\n"
    );
    for op in &content.operations {
        operation(&mut out, domain, op);
    }
    if !content.operations.is_empty() && !content.types.is_empty() {
        out.push_str("\n# Types\n");
    }
    for named in &content.types {
        match named {
            Named::Struct(item) => structure(&mut out, domain, item),
            Named::Choice(item) => choice(&mut out, domain, item),
        }
    }
    out
}

fn cell(text: &str) -> String {
    plain(text).split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

fn link(domain: &str, name: &Name) -> String {
    let anchor = name.own.to_lowercase();
    if name.domain == domain {
        format!("[{}](#{anchor})", name.own)
    } else {
        format!("[{name}]({}.md#{anchor})", name.domain)
    }
}

fn type_name(domain: &str, ty: &Type) -> String {
    match ty {
        Type::Number => "number".into(),
        Type::Integer => "integer".into(),
        Type::Bool => "boolean".into(),
        Type::Text => "string".into(),
        Type::Date => "date".into(),
        Type::Instant => "instant".into(),
        Type::Decimal => "decimal".into(),
        Type::Wide => "wide integer".into(),
        Type::Compact => "string or integer".into(),
        Type::List(item) => format!("list of {}", type_name(domain, item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => link(domain, name),
    }
}

fn fields(out: &mut String, domain: &str, fields: &[Field]) {
    if fields.is_empty() {
        return;
    }
    out.push_str("\n| field | type | range | meaning |\n|---|---|---|---|\n");
    for field in fields {
        let optional = if field.required { "" } else { ", optional" };
        let (name, ty, doc) = (&field.name, type_name(domain, &field.ty), cell(&field.doc));
        let _ = writeln!(out, "| `{name}` | {ty}{optional} | {} | {doc} |", cell(&range(&field.schema)));
    }
}

fn kind(domain: &str, column: &ColumnField) -> String {
    match (column.spec.kind, column.ty.name()) {
        (ColumnKind::Words(_), Some(name)) => link(domain, name),
        (kind, _) => kind.name().to_owned(),
    }
}

fn columns(out: &mut String, domain: &str, title: &str, columns: &[ColumnField]) {
    let _ = writeln!(out, "\n| {title} | kind | range | meaning |\n|---|---|---|---|");
    for column in columns {
        let (spec, range) = (column.spec, cell(&range(&column.schema)));
        let _ = writeln!(out, "| `{}` | {} | {range} | {} |", spec.name, kind(domain, column), cell(spec.doc));
    }
}

fn operation(out: &mut String, domain: &str, op: &Op) {
    let _ = writeln!(out, "\n## {}\n\n{}", op.operation.path, plain(op.operation.doc));
    fields(out, domain, &op.request.fields);
    if !op.inputs.is_empty() {
        columns(out, domain, "column in", &op.inputs);
        columns(out, domain, "column out", &op.outputs);
    }
    if let Some(report) = &op.report {
        let _ = writeln!(out, "\nAnswers {}.", link(domain, report));
    }
    let _ = writeln!(out, "\n```python\n{}```", python::example(op).replace(">>> ", ""));
}

fn structure(out: &mut String, domain: &str, item: &Struct) {
    let _ = writeln!(out, "\n## {}\n\n{}", item.name.own, item.doc);
    fields(out, domain, &item.fields);
}

fn choice(out: &mut String, domain: &str, item: &Choice) {
    let _ = writeln!(out, "\n## {}\n\n{}\n\n| case | content | meaning |\n|---|---|---|", item.name.own, item.doc);
    for variant in &item.variants {
        let content = variant.content.as_ref().map(|ty| type_name(domain, ty)).unwrap_or_default();
        let _ = writeln!(out, "| `{}` | {content} | {} |", variant.tag, cell(&variant.doc));
    }
}

/// One file per operation, a schema of its request, or of the parameters where it takes columns: what it answers stands beside under
/// `x-report`, columns in and out under `x-columns` and `x-table`. `vocabulary.json` lists the keywords that are not JSON Schema's own.
pub(crate) fn schemas(model: &Model) -> Result<Vec<(PathBuf, String)>> {
    let folder = Path::new(FOLDERS[1]);
    let mut files = Vec::new();
    let mut vocabulary = BTreeSet::new();
    for content in model.domains.values() {
        for op in &content.operations {
            let mut schema = schema(model, op);
            drop_machine_formats(&mut schema);
            keywords(&schema, &mut vocabulary);
            let path = folder.join(format!("{}.json", op.operation.path));
            files.push((path, serde_json::to_string_pretty(&schema)? + "\n"));
        }
    }
    files.push((folder.join("vocabulary.json"), serde_json::to_string_pretty(&vocabulary)? + "\n"));
    Ok(files)
}

fn schema(model: &Model, op: &Op) -> Value {
    let reference = |name: &str| json!({ "$ref": format!("#/$defs/{name}") });
    let request = op.request.name.to_string();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": op.operation.path,
        "description": plain(op.operation.doc),
        "$ref": format!("#/$defs/{request}"),
        "x-shape": op.operation.shape.name(),
    });
    let example: Value = serde_json::from_str(op.operation.example).unwrap_or_default();
    schema["examples"] = json!([if op.inputs.is_empty() { example } else { example["params"].clone() }]);
    let mut needed = vec![request.clone()];
    let mut tables = Map::new();
    if let Some(report) = &op.report {
        schema["x-report"] = reference(&report.to_string());
        needed.push(report.to_string());
    }
    for (key, suffix, columns) in [("x-columns", "Input", &op.inputs), ("x-table", "Columns", &op.outputs)] {
        if !columns.is_empty() {
            let name = format!("{}.{}{suffix}", op.request.name.domain, pascal(&op.name));
            let table = table(columns);
            references(&table, &mut needed);
            schema[key] = reference(&name);
            tables.insert(name, table);
        }
    }
    let mut definitions = definitions(model, needed);
    definitions.extend(tables);
    definitions.sort_keys();
    schema["$defs"] = Value::Object(definitions);
    schema
}

/// Columns by name, as arrays of JSON: a typed array has the same numbers.
fn table(columns: &[ColumnField]) -> Value {
    let property = |column: &ColumnField| {
        let doc = plain(column.spec.doc);
        let title = doc.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let title = title.split(". ").next().unwrap_or_default().trim_end_matches('.').to_owned();
        let kind = column.spec.kind.name();
        let items = &column.schema;
        let property = json!({ "type": "array", "items": items, "x-kind": kind, "title": title, "description": doc });
        (column.spec.name.to_owned(), property)
    };
    let required: Vec<&str> = columns.iter().filter(|column| !column.is_optional()).map(|c| c.spec.name).collect();
    let properties: Map<String, Value> = columns.iter().map(property).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}

/// Takes out the formats that say how a machine holds a number: bounds say what is allowed, and strict readers refuse the rest.
fn drop_machine_formats(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("format").and_then(Value::as_str).is_some_and(|format| format != "date") {
                object.remove("format");
            }
            let is_example = |key: &str, value: &Value| key == "examples" && value.is_array();
            let parts = object.iter_mut().filter(|(key, value)| !is_example(key, value));
            parts.for_each(|(_, part)| drop_machine_formats(part));
        }
        Value::Array(items) => items.iter_mut().for_each(drop_machine_formats),
        _ => {}
    }
}

fn keywords(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(object) => {
            found.extend(object.keys().filter(|key| key.starts_with("x-")).cloned());
            object.values().for_each(|value| keywords(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| keywords(item, found)),
        _ => {}
    }
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

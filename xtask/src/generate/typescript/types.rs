//! Interfaces and unions.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnKind, Shape};

use crate::generate::model::{Choice, ColumnField, Field, Model, Name, Named, Op, Struct, Type, pascal, plain, range};

pub(super) fn named(out: &mut String, domain: &str, named: &Named, model: &Model) {
    match named {
        Named::Struct(item) => structure(out, domain, item, model),
        Named::Choice(item) => choice(out, domain, item, model),
    }
}

pub(super) fn comment(out: &mut String, indent: &str, text: &str) {
    let text = text.trim().replace("*/", "*\\/").replace("[`", "`").replace("`]", "`");
    if text.is_empty() {
        return;
    }
    let lines: Vec<&str> = text.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
    if let [line] = lines.as_slice() {
        let _ = writeln!(out, "{indent}/** {line} */");
        return;
    }
    let _ = writeln!(out, "{indent}/**");
    for line in lines {
        let _ = if line.is_empty() { writeln!(out, "{indent} *") } else { writeln!(out, "{indent} * {line}") };
    }
    let _ = writeln!(out, "{indent} */");
}

/// A name as the files of this domain say it.
pub(super) fn reference(domain: &str, name: &Name) -> String {
    if name.domain == domain { name.own.clone() } else { name.to_string() }
}

/// The type of a value; wide integers go in as `bigint` or text and come out as text.
pub(super) fn type_name(domain: &str, ty: &Type) -> String {
    match ty {
        Type::Number | Type::Integer | Type::Instant => "number".into(),
        Type::Bool => "boolean".into(),
        Type::Text | Type::Date | Type::Decimal => "string".into(),
        Type::Wide => "bigint | string".into(),
        Type::Compact => "string | number".into(),
        Type::List(item) => format!("readonly ({})[]", type_name(domain, item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => reference(domain, name),
    }
}

fn field_doc(field: &Field) -> String {
    let range = range(&field.schema);
    let note = match field.ty {
        Type::Instant => " (milliseconds since 1970 UTC)",
        Type::Decimal => " (decimal text)",
        Type::Wide => " (answered as decimal text)",
        Type::Compact => " (answered as text)",
        _ => "",
    };
    let range = if range.is_empty() { String::new() } else { format!(" [{range}]") };
    format!("{}{note}{range}", field.doc)
}

/// The type of a value in what is never answered: the forms that the glue makes one of.
fn taken(domain: &str, ty: &Type) -> String {
    match ty {
        Type::Instant => "number | Date | string".into(),
        Type::Wide => "bigint | number | string".into(),
        Type::List(item) => {
            let arrays = match **item {
                Type::Number => "Float64Array | ",
                Type::Integer | Type::Instant => "BigInt64Array | Float64Array | ",
                _ => "",
            };
            let item = if **item == Type::Integer { "number | bigint".into() } else { taken(domain, item) };
            format!("{arrays}readonly ({item})[]")
        }
        _ => type_name(domain, ty),
    }
}

pub(super) fn structure(out: &mut String, domain: &str, item: &Struct, model: &Model) {
    let of = if model.answered.contains(&item.name) { type_name } else { taken };
    // A form may hold `undefined` for what it leaves out; an answer never does.
    let absent =
        if model.answered.contains(&item.name) && !model.accepted.contains(&item.name) { "" } else { " | undefined" };
    out.push('\n');
    comment(out, "", &item.doc);
    let _ = writeln!(out, "export interface {} {{", item.name.own);
    for field in &item.fields {
        comment(out, "  ", &field_doc(field));
        let (optional, absent) = if field.required { ("", "") } else { ("?", absent) };
        let _ = writeln!(out, "  readonly {}{optional}: {}{absent};", field.name, of(domain, &field.ty));
    }
    out.push_str("}\n");
}

/// A union of words and objects of one key. Where a choice is only answered and may hold a value, `.value` can be asked of every case:
/// JavaScript answers `undefined` for the others, and so says the type.
fn choice(out: &mut String, domain: &str, item: &Choice, model: &Model) {
    out.push('\n');
    let mut doc = item.doc.clone();
    for variant in &item.variants {
        let _ = write!(doc, "\n- `{}`: {}", variant.tag, variant.doc.replace('\n', " "));
    }
    comment(out, "", &doc);
    let has_value = item.value().is_some() && !model.accepted.contains(&item.name);
    let of = if model.answered.contains(&item.name) { type_name } else { taken };
    let case = |(tag, content): (&str, Option<&Type>)| match content {
        None if has_value => format!("(\"{tag}\" & {{ readonly value?: undefined }})"),
        None => format!("\"{tag}\""),
        Some(ty) => {
            let other = if has_value && tag != "value" { "; readonly value?: undefined" } else { "" };
            format!("{{ readonly {tag}: {}{other} }}", of(domain, ty))
        }
    };
    let cases: Vec<String> =
        item.variants.iter().map(|variant| case((&variant.tag, variant.content.as_ref()))).collect();
    let _ = writeln!(out, "export type {} =\n  | {};", item.name.own, cases.join("\n  | "));
}

fn array_in(domain: &str, input: &ColumnField) -> String {
    let one = event(domain, input);
    match input.spec.kind {
        ColumnKind::F64 => format!("Float64Array | readonly {one}[] | {one}"),
        ColumnKind::I64 => format!("BigInt64Array | Float64Array | readonly ({one})[] | {one}"),
        ColumnKind::Bool => format!("Uint8Array | readonly {one}[] | {one}"),
        ColumnKind::Words(_) => format!("readonly {one}[] | Words<{one}> | {one}"),
    }
}

fn array_out(domain: &str, output: &ColumnField) -> String {
    match output.spec.kind {
        ColumnKind::F64 => "Float64Array".into(),
        ColumnKind::I64 => "BigInt64Array".into(),
        ColumnKind::Bool => "Uint8Array".into(),
        ColumnKind::Words(_) => format!("Words<{}>", type_name(domain, &output.ty)),
    }
}

fn event(domain: &str, input: &ColumnField) -> String {
    match input.spec.kind {
        ColumnKind::F64 => "number".into(),
        ColumnKind::I64 if input.ty == Type::Instant => "number | bigint | Date".into(),
        ColumnKind::I64 => "number | bigint".into(),
        ColumnKind::Bool | ColumnKind::Words(_) => type_name(domain, &input.ty),
    }
}

fn row(domain: &str, output: &ColumnField) -> String {
    match output.spec.kind {
        ColumnKind::F64 => "number".into(),
        ColumnKind::I64 => "bigint".into(),
        ColumnKind::Bool | ColumnKind::Words(_) => type_name(domain, &output.ty),
    }
}

/// Interfaces of what an operation takes and answers by column and, where it is a stream, by row.
pub(super) fn columns<'a>(out: &mut String, domain: &str, op: &'a Op) {
    if op.inputs.is_empty() {
        return;
    }
    let name = pascal(&op.name);
    let mut interface = |suffix: &str, doc: &str, fields: Vec<(String, String, String)>| {
        out.push('\n');
        comment(out, "", doc);
        let _ = writeln!(out, "export interface {name}{suffix} extends Columns {{");
        for (field, doc, ty) in fields {
            comment(out, "  ", &doc);
            let _ = writeln!(out, "  readonly {field}: {ty};");
        }
        out.push_str("}\n");
    };
    let fields = |columns: &'a [ColumnField], ty: fn(&str, &ColumnField) -> String| {
        let field = |column: &ColumnField| {
            let range = range(&column.schema);
            let range = if range.is_empty() { String::new() } else { format!(" [{range}]") };
            let absent = if column.is_optional() { "?" } else { "" };
            let name = format!("{}{absent}", column.spec.name);
            let or_absent = if absent.is_empty() { "" } else { " | undefined" };
            (name, format!("{}{range}", plain(column.spec.doc)), format!("{}{or_absent}", ty(domain, column)))
        };
        columns.iter().map(field).collect::<Vec<_>>()
    };
    let path = op.operation.path;
    interface("Input", &format!("Columns that `{path}` takes."), fields(&op.inputs, array_in));
    interface("Columns", &format!("Columns that `{path}` answers."), fields(&op.outputs, array_out));
    if let Shape::Stream { .. } = op.operation.shape {
        interface("Event", &format!("One event of `{path}`."), fields(&op.inputs, event));
        interface("Row", &format!("One output of `{path}`."), fields(&op.outputs, row));
    }
}

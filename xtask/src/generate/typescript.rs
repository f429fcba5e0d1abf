//! The TypeScript surface that Node and WASM share: one interface per type, one function or class per operation.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnKind, ColumnSpec, Shape};

use super::model::{Choice, Domain, Field, Model, Named, Op, Struct, Type, camel, pascal, plain, range};

pub(crate) fn module(model: &Model) -> String {
    let mut out = String::from(
        "// Generated from the operation table by `cargo xtask gen`.\n\n\
         import { type Backend, type Columns, Job, type JobOptions, Stream, type Words, document, runColumns, runJob } from \"./core.js\";\n",
    );
    let mut seen: Vec<&str> = Vec::new();
    for content in model.domains.values() {
        for named in &content.types {
            if seen.contains(&named.name()) {
                continue;
            }
            seen.push(named.name());
            match named {
                Named::Struct(item) => structure(&mut out, item),
                Named::Choice(item) => choice(&mut out, item),
            }
        }
        for op in &content.operations {
            if !seen.contains(&op.request.name.as_str()) {
                seen.push(&op.request.name);
                structure(&mut out, &op.request);
            }
            columns_types(&mut out, op);
        }
    }
    for (domain, content) in &model.domains {
        domain_type(&mut out, domain, content);
    }
    out.push_str("\n/** Every operation, by domain. */\nexport interface Operations {\n");
    for domain in model.domains.keys() {
        let _ = writeln!(out, "  readonly {domain}: {};", pascal(domain));
    }
    out.push_str(
        "}\n\n/** The operations of a backend. */\nexport function bind(backend: Backend): Operations {\n  return {\n",
    );
    for (domain, content) in &model.domains {
        binding(&mut out, domain, content);
    }
    out.push_str("  };\n}\n");
    out
}

fn comment(out: &mut String, indent: &str, text: &str) {
    let text = text.trim().replace("*/", "*\\/").replace("[`", "`").replace("`]", "`");
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

/// The type of a value; wide integers go in as `bigint` or text and come out as text.
fn type_name(ty: &Type) -> String {
    match ty {
        Type::Number | Type::Integer | Type::Instant => "number".into(),
        Type::Bool => "boolean".into(),
        Type::Text | Type::Date | Type::Decimal => "string".into(),
        Type::Wide => "bigint | string".into(),
        Type::List(item) => format!("readonly ({})[]", type_name(item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => name.clone(),
    }
}

fn field_doc(field: &Field) -> String {
    let range = range(&field.schema);
    let note = match field.ty {
        Type::Instant => " (milliseconds since 1970 UTC)",
        Type::Decimal => " (decimal text)",
        Type::Wide => " (answered as decimal text)",
        _ => "",
    };
    let range = if range.is_empty() { String::new() } else { format!(" [{range}]") };
    format!("{}{note}{range}", field.doc)
}

fn structure(out: &mut String, item: &Struct) {
    out.push('\n');
    comment(out, "", &item.doc);
    let _ = writeln!(out, "export interface {} {{", item.name);
    for field in &item.fields {
        comment(out, "  ", &field_doc(field));
        let optional = if field.required { "" } else { "?" };
        let _ = writeln!(out, "  readonly {}{optional}: {};", field.name, type_name(&field.ty));
    }
    out.push_str("}\n");
}

fn choice(out: &mut String, item: &Choice) {
    out.push('\n');
    let mut doc = item.doc.clone();
    for variant in &item.variants {
        let _ = write!(doc, "\n- `{}`: {}", variant.tag, variant.doc.replace('\n', " "));
    }
    comment(out, "", &doc);
    let cases: Vec<String> = item
        .variants
        .iter()
        .map(|variant| match &variant.content {
            None => format!("\"{}\"", variant.tag),
            Some(ty) => format!("{{ readonly {}: {} }}", variant.tag, type_name(ty)),
        })
        .collect();
    let _ = writeln!(out, "export type {} =\n  | {};", item.name, cases.join("\n  | "));
}

fn array_in(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::F64 => "Float64Array | readonly number[]",
        ColumnKind::I64 | ColumnKind::Words => "BigInt64Array | Float64Array | readonly number[]",
    }
}

fn array_out(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::F64 => "Float64Array",
        ColumnKind::I64 => "BigInt64Array",
        ColumnKind::Words => "Words",
    }
}

fn scalar(kind: ColumnKind) -> &'static str {
    match kind {
        ColumnKind::F64 => "number",
        ColumnKind::I64 => "bigint",
        ColumnKind::Words => "string",
    }
}

fn columns_types(out: &mut String, op: &Op) {
    if op.inputs.is_empty() {
        return;
    }
    let name = pascal(&op.name);
    let mut interface =
        |suffix: &str, doc: &str, specs: &[(&ColumnSpec, String)], ty: fn(ColumnKind) -> &'static str| {
            out.push('\n');
            comment(out, "", doc);
            let _ = writeln!(out, "export interface {name}{suffix} extends Columns {{");
            for (spec, range) in specs {
                let range = if range.is_empty() { String::new() } else { format!(" [{range}]") };
                comment(out, "  ", &format!("{}{range}", plain(spec.doc)));
                let _ = writeln!(out, "  readonly {}: {};", spec.name, ty(spec.kind));
            }
            out.push_str("}\n");
        };
    let inputs: Vec<_> = op.inputs.iter().map(|input| (input.spec, range(&input.schema))).collect();
    let outputs: Vec<_> = op.outputs.iter().map(|spec| (spec, String::new())).collect();
    let path = op.operation.path;
    interface("Input", &format!("Columns that `{path}` takes."), &inputs, array_in);
    interface("Columns", &format!("Columns that `{path}` answers."), &outputs, array_out);
    if let Shape::Stream { .. } = op.operation.shape {
        interface("Event", &format!("One event of `{path}`."), &inputs, |kind| match kind {
            ColumnKind::F64 => "number",
            ColumnKind::I64 | ColumnKind::Words => "number | bigint",
        });
        interface("Row", &format!("One output of `{path}`."), &outputs, scalar);
    }
}

fn signature(op: &Op) -> String {
    let (name, class) = (camel(&op.name), pascal(&op.name));
    let request = &op.request.name;
    let report = op.report.clone().unwrap_or_default();
    let given = if op.request.fields.iter().any(|field| field.required) { "" } else { "?" };
    match op.operation.shape {
        Shape::Document { .. } => format!("{name}(request{given}: {request}): {report}"),
        Shape::Columns { .. } => format!("{name}(columns: {class}Input, params{given}: {request}): {class}Columns"),
        Shape::Stream { .. } => {
            format!(
                "{name}(params{given}: {request}, state?: Uint8Array): Stream<{class}Event, {class}Row, {class}Input, {class}Columns>"
            )
        }
        Shape::Job { .. } => format!("{name}(params{given}: {request}, options?: JobOptions): Promise<{report}>"),
    }
}

fn domain_type(out: &mut String, domain: &str, content: &Domain) {
    let _ = writeln!(
        out,
        "\n/** The operations of `{domain}`. Each throws {{@link HashInsightError}} on what it refuses; one that answers a promise rejects it. */"
    );
    let _ = writeln!(out, "export interface {} {{", pascal(domain));
    for op in &content.operations {
        comment(out, "  ", &plain(op.operation.doc));
        let _ = writeln!(out, "  {};", signature(op));
        if let Shape::Job { .. } = op.operation.shape {
            comment(
                out,
                "  ",
                &format!("`{}` in blocks: step, save, resume, split over workers, merge.", camel(&op.name)),
            );
            let report = op.report.clone().unwrap_or_default();
            let _ = writeln!(
                out,
                "  {}Job(params: {}, work?: {{ blocks?: readonly [number, number]; state?: Uint8Array }}): Job<{report}>;",
                camel(&op.name),
                op.request.name
            );
        }
    }
    out.push_str("}\n");
}

fn specs(kinds: impl Iterator<Item = (&'static str, ColumnKind)>) -> String {
    let pairs: Vec<String> = kinds.map(|(name, kind)| format!("[\"{name}\", \"{}\"]", kind.name())).collect();
    format!("[{}]", pairs.join(", "))
}

fn binding(out: &mut String, domain: &str, content: &Domain) {
    let _ = writeln!(out, "    {domain}: {{");
    for op in &content.operations {
        let (name, path) = (camel(&op.name), op.operation.path);
        let inputs = specs(op.inputs.iter().map(|input| (input.spec.name, input.spec.kind)));
        let outputs = specs(op.outputs.iter().map(|spec| (spec.name, spec.kind)));
        let _ = match op.operation.shape {
            Shape::Document { .. } => {
                writeln!(out, "      {name}: (request) => document(backend, \"{path}\", request),")
            }
            Shape::Columns { .. } => writeln!(
                out,
                "      {name}: (columns, params) => runColumns(backend, \"{path}\", {inputs}, {outputs}, columns, params),"
            ),
            Shape::Stream { .. } => writeln!(
                out,
                "      {name}: (params, state) => new Stream(backend, \"{path}\", {inputs}, {outputs}, params, state),"
            ),
            Shape::Job { .. } => writeln!(
                out,
                "      {name}: async (params, options) => runJob(new Job(backend, \"{path}\", params), options),\n      \
                 {name}Job: (params, work) => new Job(backend, \"{path}\", params, work),"
            ),
        };
    }
    out.push_str("    },\n");
}

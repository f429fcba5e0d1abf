//! The Python modules: keyword-only functions, frozen results, numpydoc docstrings, and their stubs.

use std::fmt::Write as _;

use hashinsight_surface::{ColumnKind, ColumnSpec, Shape};
use serde_json::Value;

use super::model::{Choice, Domain, Field, Named, Op, Struct, Type, pascal, plain, range};

/// Which of the two files is written: the module, or its stub.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Form {
    Module,
    Stub,
}

pub(crate) fn module(domain: &str, content: &Domain, form: Form) -> String {
    let mut out = String::new();
    if form == Form::Module {
        let _ = writeln!(
            out,
            "\"\"\"The operations of ``{domain}``. Generated from the operation table by ``cargo xtask gen``.\"\"\"\n"
        );
    } else {
        out.push_str("# Generated from the operation table by `cargo xtask gen`.\n");
    }
    out.push_str(
        "from __future__ import annotations\n\nimport dataclasses\nimport datetime\nfrom collections.abc import Mapping, Sequence\n\
         from decimal import Decimal\n",
    );
    if form == Form::Module {
        out.push_str(
            "from typing import Any, ClassVar, Literal, Self, TypeAlias\n\nfrom . import _frames\nfrom ._documents import Document, Variant, call, day, filled, instant, wide\n\
             from ._frames import Columns\nfrom ._handles import Job, Progress, Stream\n\n",
        );
    } else {
        out.push_str(
            "from typing import Any, ClassVar, Literal, Self, TypeAlias, TypeVar, overload\n\nfrom numpy.typing import ArrayLike\n\n\
             from ._documents import Document, Variant\nfrom ._frames import Columns\nfrom ._handles import Job, Progress, Stream\n\n\
             _Frame = TypeVar(\"_Frame\") # a pandas or polars DataFrame\n\n",
        );
    }
    let mut names: Vec<String> = content.types.iter().map(|named| named.name().to_owned()).collect();
    for op in &content.operations {
        match op.operation.shape {
            Shape::Document { .. } => names.push(op.name.clone()),
            Shape::Columns { .. } => names.extend([op.name.clone(), columns_class(op)]),
            Shape::Stream { .. } => names.extend([pascal(&op.name), row_class(op), columns_class(op)]),
            Shape::Job { .. } => names.extend([op.name.clone(), job_class(op)]),
        }
    }
    names.sort();
    let _ = writeln!(out, "__all__ = [");
    for name in &names {
        let _ = writeln!(out, "    \"{name}\",");
    }
    out.push_str("]\n");

    for named in &content.types {
        match named {
            Named::Struct(item) => structure(&mut out, item, form),
            Named::Choice(item) => choice(&mut out, item, content.accepted.contains(&item.name), form),
        }
    }
    for op in &content.operations {
        match op.operation.shape {
            Shape::Document { .. } => document(&mut out, op, form),
            Shape::Columns { .. } => columns(&mut out, op, form),
            Shape::Stream { .. } => stream(&mut out, op, form),
            Shape::Job { .. } => job(&mut out, op, form),
        }
    }
    out
}

fn columns_class(op: &Op) -> String {
    pascal(&op.name) + "Columns"
}

fn row_class(op: &Op) -> String {
    pascal(&op.name) + "Row"
}

fn job_class(op: &Op) -> String {
    pascal(&op.name) + "Job"
}

/// The type that a caller passes.
fn accepts(ty: &Type) -> String {
    match ty {
        Type::Instant => "datetime.datetime | int".into(),
        Type::Decimal => "Decimal | str".into(),
        Type::List(item) => format!("Sequence[{}]", accepts(item)),
        Type::Named(name) => format!("{name} | Mapping[str, Any]"),
        Type::Choice(name) => format!("{name} | Mapping[str, Any] | str"),
        _ => answers(ty), // words among them: a Literal accepts the plain string
    }
}

/// The type that comes back.
fn answers(ty: &Type) -> String {
    match ty {
        Type::Number => "float".into(),
        Type::Integer | Type::Wide => "int".into(),
        Type::Bool => "bool".into(),
        Type::Text => "str".into(),
        Type::Date => "datetime.date".into(),
        Type::Instant => "datetime.datetime".into(),
        Type::Decimal => "Decimal".into(),
        Type::List(item) => format!("list[{}]", answers(item)),
        Type::Named(name) | Type::Choice(name) | Type::Word(name) => name.clone(),
    }
}

/// From JSON to Python.
fn read(ty: &Type, value: &str) -> String {
    match ty {
        Type::Number | Type::Integer | Type::Bool | Type::Text | Type::Word(_) => value.to_owned(),
        Type::Wide => format!("int({value})"),
        Type::Date => format!("day({value})"),
        Type::Instant => format!("instant({value})"),
        Type::Decimal => format!("Decimal({value})"),
        Type::List(item) if read(item, "item") == "item" => value.to_owned(),
        Type::List(item) => format!("[{} for item in {value}]", read(item, "item")),
        Type::Named(name) | Type::Choice(name) => format!("{name}._read({value})"),
    }
}

/// From Python to what the native side encodes.
fn wire(ty: &Type, value: &str) -> String {
    match ty {
        Type::Wide => format!("wide({value})"),
        _ => value.to_owned(),
    }
}

fn docstring(out: &mut String, indent: &str, text: &str) {
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
fn paragraph(text: &str) -> String {
    let joined = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    plain(text).split("\n\n").map(joined).collect::<Vec<_>>().join("\n\n")
}

fn class_head(out: &mut String, name: &str, base: &str, frozen: bool) {
    out.push_str("\n\n");
    if frozen {
        out.push_str("@dataclasses.dataclass(frozen=True, repr=False)\n");
    }
    let _ = writeln!(out, "class {name}({base}):");
}

fn structure(out: &mut String, item: &Struct, form: Form) {
    class_head(out, &item.name, "Document", true);
    let mut text = item.doc.clone();
    if !item.fields.is_empty() {
        text.push_str("\n\nAttributes\n----------\n");
        for field in &item.fields {
            text.push_str(&entry(field, &answers(&field.ty)));
        }
    }
    docstring(out, "    ", &text);
    if item.fields.is_empty() && form == Form::Stub {
        out.push_str("    ...\n");
    }
    out.push('\n');
    // Fields that may be absent come last, because they have a default.
    let ordered: Vec<&Field> =
        item.fields.iter().filter(|f| f.required).chain(item.fields.iter().filter(|f| !f.required)).collect();
    for field in &ordered {
        let ty = answers(&field.ty);
        let _ = if field.required {
            writeln!(out, "    {}: {ty}", field.name)
        } else {
            writeln!(out, "    {}: {ty} | None = None", field.name)
        };
    }
    if form == Form::Stub {
        return;
    }
    let converted: Vec<&Field> = item.fields.iter().filter(|field| read(&field.ty, "x") != "x").collect();
    if !converted.is_empty() {
        out.push_str("\n    @classmethod\n    def _read(cls, document: dict[str, Any]) -> Self:\n");
    }
    for Field { name, ty, required, .. } in &converted {
        let value = read(ty, &format!("document[\"{name}\"]"));
        let _ = if *required {
            writeln!(out, "        document[\"{name}\"] = {value}")
        } else {
            writeln!(out, "        if \"{name}\" in document:\n            document[\"{name}\"] = {value}")
        };
    }
    if !converted.is_empty() {
        out.push_str("        return filled(cls, document)\n");
    }
    out.push_str("\n    def _wire(self) -> dict[str, Any]:\n        return {\n");
    for Field { name, ty, .. } in &item.fields {
        let _ = writeln!(out, "            \"{name}\": {},", wire(ty, &format!("self.{name}")));
    }
    out.push_str("        }\n");
}

/// A choice; one that is only answered has no constructors, whose names would shadow its content.
fn choice(out: &mut String, item: &Choice, accepted: bool, form: Form) {
    let tags: Vec<String> = item.variants.iter().map(|variant| format!("\"{}\"", variant.tag)).collect();
    if item.is_plain() {
        let _ = writeln!(out, "\n\n{}: TypeAlias = Literal[{}]", item.name, tags.join(", "));
        return docstring(out, "", &cases(item));
    }
    class_head(out, &item.name, "Variant", true);
    docstring(out, "    ", &cases(item));
    let _ = writeln!(out, "\n    tag: Literal[{}]", tags.join(", "));
    let contents: Vec<String> = item.variants.iter().filter_map(|v| v.content.as_ref()).map(answers).collect();
    let mut union: Vec<String> = Vec::new();
    for content in contents {
        if !union.contains(&content) {
            union.push(content);
        }
    }
    union.push("None".into());
    let _ = writeln!(out, "    content: {} = None", union.join(" | "));
    for variant in item.variants.iter().filter(|_| accepted) {
        let tag = &variant.tag;
        let (parameter, argument) = match &variant.content {
            None => (String::new(), String::new()),
            Some(ty) => (format!(", content: {}", accepts(ty)), format!(", {}", wire(ty, "content"))),
        };
        let _ = writeln!(out, "\n    @classmethod\n    def {tag}(cls{parameter}) -> Self:");
        docstring(out, "        ", &paragraph(&variant.doc));
        let _ = if form == Form::Stub { Ok(()) } else { writeln!(out, "        return cls(\"{tag}\"{argument})") };
    }
    let converted: Vec<String> = item
        .variants
        .iter()
        .filter_map(|v| v.content.as_ref().map(|ty| (&v.tag, read(ty, "content"))))
        .filter(|(_, read)| read != "content")
        .map(|(tag, read)| format!("        if tag == \"{tag}\":\n            return {read}\n"))
        .collect();
    if form == Form::Module && !converted.is_empty() {
        out.push_str("\n    @classmethod\n    def _content(cls, tag: str, content: Any) -> Any:\n");
        out.push_str(&converted.concat());
        out.push_str("        return content\n");
    }
}

fn cases(item: &Choice) -> String {
    let mut text = item.doc.clone();
    text.push_str("\n\nCases\n-----\n");
    for variant in &item.variants {
        let _ = writeln!(text, "{}\n    {}", variant.tag, paragraph(&variant.doc).replace('\n', "\n    "));
    }
    text
}

/// A numpydoc entry: name, type, and doc with unit and range.
fn entry(field: &Field, ty: &str) -> String {
    let optional = if field.required { "" } else { ", optional" };
    let mut text = paragraph(&field.doc);
    let range = range(&field.schema);
    if !range.is_empty() {
        let _ = write!(text, " [{range}]");
    }
    format!("{} : {ty}{optional}\n    {}\n", field.name, text.replace('\n', "\n    "))
}

fn operation_doc(op: &Op, result: &str, columns: bool) -> String {
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
        text.push_str(&entry(field, &accepts(&field.ty)));
    }
    let _ = write!(
        text,
        "\nReturns\n-------\n{result}\n\nRaises\n------\nHashInsightError\n    Names the field, the value and what is allowed.\n"
    );
    let _ = write!(text, "\nExamples\n--------\n{}", example(op));
    text
}

fn kind(spec: &ColumnSpec) -> &'static str {
    match spec.kind {
        ColumnKind::F64 => "float64",
        ColumnKind::I64 => "int64",
        ColumnKind::Words => "words",
    }
}

/// The worked example of the table, as a Python call.
pub(crate) fn example(op: &Op) -> String {
    let document: Value = serde_json::from_str(op.operation.example).unwrap_or_default();
    let domain = op.operation.crate_name();
    let arguments = |value: &Value, fields: &[Field]| -> Vec<String> {
        let pairs = value.as_object().into_iter().flatten();
        let named = |(name, value): (&String, &Value)| {
            let ty = fields.iter().find(|field| field.name == *name).map(|field| &field.ty);
            format!("{name}={}", literal(value, ty == Some(&Type::Wide)))
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
fn parameters(out: &mut String, indent: &str, fields: &[Field]) {
    for field in fields {
        let ty = accepts(&field.ty);
        let _ = if field.required {
            writeln!(out, "{indent}{}: {ty},", field.name)
        } else {
            writeln!(out, "{indent}{}: {ty} | None = None,", field.name)
        };
    }
}

fn dict(fields: &[Field]) -> String {
    let pairs: Vec<String> = fields.iter().map(|f| format!("\"{}\": {}", f.name, wire(&f.ty, &f.name))).collect();
    format!("{{{}}}", pairs.join(", "))
}

fn star(fields: &[Field]) -> &'static str {
    if fields.is_empty() { "" } else { "*," }
}

fn document(out: &mut String, op: &Op, form: Form) {
    let report = op.report.clone().unwrap_or_default();
    let _ = writeln!(out, "\n\ndef {}(\n    {}", op.name, star(&op.request.fields));
    parameters(out, "    ", &op.request.fields);
    let _ = writeln!(out, ") -> {report}:");
    docstring(out, "    ", &operation_doc(op, &report, false));
    if form == Form::Module {
        let _ =
            writeln!(out, "    return {report}._read(call(\"{}\", {}))", op.operation.path, dict(&op.request.fields));
    }
}

fn row_type(spec: &ColumnSpec) -> &'static str {
    match spec.kind {
        ColumnKind::F64 => "float",
        ColumnKind::I64 => "int",
        ColumnKind::Words => "str",
    }
}

fn record(
    out: &mut String,
    name: &str,
    base: &str,
    doc: &str,
    outputs: &[ColumnSpec],
    ty: impl Fn(&ColumnSpec) -> &'static str,
) {
    class_head(out, name, base, true);
    let mut text = doc.to_owned();
    text.push_str("\n\nAttributes\n----------\n");
    for spec in outputs {
        let _ = writeln!(text, "{} : {}\n    {}", spec.name, kind(spec), paragraph(spec.doc));
    }
    docstring(out, "    ", &text);
    out.push('\n');
    for spec in outputs {
        let _ = writeln!(out, "    {}: {}", spec.name, ty(spec));
    }
}

fn input_table(op: &Op) -> String {
    let pairs: Vec<String> =
        op.inputs.iter().map(|input| format!("(\"{}\", \"{}\")", input.spec.name, input.spec.kind.name())).collect();
    format!("({},)", pairs.join(", "))
}

fn output_table(op: &Op) -> String {
    let names: Vec<String> = op.outputs.iter().map(|spec| format!("\"{}\"", spec.name)).collect();
    format!("({},)", names.join(", "))
}

fn given(op: &Op) -> String {
    let pairs: Vec<String> = op.inputs.iter().map(|input| format!("\"{0}\": {0}", input.spec.name)).collect();
    format!("{{{}}}", pairs.join(", "))
}

fn columns(out: &mut String, op: &Op, form: Form) {
    let class = columns_class(op);
    record(
        out,
        &class,
        "Columns",
        &format!("Columns of ``{}``, of the kind that came in.", op.name),
        op.outputs,
        |_| "Any",
    );
    let result = format!(
        "{class}, or a DataFrame\n    Columns of the kind that came in (NumPy, pandas, polars). Where a DataFrame is given, columns that are not\n    \
         named are taken from it by name, and the result is a DataFrame of its kind."
    );
    let doc = operation_doc(op, &result, true);
    if form == Form::Stub {
        for (frame, column, answer) in
            [("", "ArrayLike", class.as_str()), ("    frame: _Frame,\n    /,\n", "ArrayLike | None = None", "_Frame")]
        {
            let _ = writeln!(out, "\n\n@overload\ndef {}(\n{frame}    *,", op.name);
            column_parameters(out, "    ", op, column);
            parameters(out, "    ", &op.request.fields);
            let _ = writeln!(out, ") -> {answer}:");
            docstring(out, "    ", &doc);
        }
        return;
    }
    let _ = writeln!(out, "\n\ndef {}(\n    frame: Any = None,\n    /,\n    *,", op.name);
    column_parameters(out, "    ", op, "Any = None");
    parameters(out, "    ", &op.request.fields);
    let _ = writeln!(out, ") -> Any:");
    docstring(out, "    ", &doc);
    let _ = writeln!(
        out,
        "    return _frames.call(\n        \"{}\",\n        {},\n        frame,\n        {},\n        {},\n        {},\n        {class},\n    )",
        op.operation.path,
        dict(&op.request.fields),
        given(op),
        input_table(op),
        output_table(op)
    );
}

fn column_parameters(out: &mut String, indent: &str, op: &Op, ty: &str) {
    for input in &op.inputs {
        let _ = writeln!(out, "{indent}{}: {ty},", input.spec.name);
    }
}

fn stream(out: &mut String, op: &Op, form: Form) {
    let (class, row, columns) = (pascal(&op.name), row_class(op), columns_class(op));
    record(out, &row, "Document", &format!("One output of ``{class}``."), op.outputs, row_type);
    record(out, &columns, "Columns", &format!("Outputs of ``{class}``, a row per event."), op.outputs, |_| "Any");
    class_head(out, &class, "Stream", false);
    docstring(out, "    ", &operation_doc(op, &class, false));
    if form == Form::Module {
        let _ = writeln!(
            out,
            "\n    _path: ClassVar[str] = \"{}\"\n    _inputs: ClassVar[Sequence[tuple[str, str]]] = {}\n    _outputs: ClassVar[Sequence[str]] = {}\n    \
             _row: ClassVar[type[Any]] = {row}\n    _columns: ClassVar[type[Any]] = {columns}",
            op.operation.path,
            input_table(op),
            output_table(op)
        );
    }
    let ellipsis = if form == Form::Stub { " ..." } else { "" };
    let fields = &op.request.fields;
    let _ = writeln!(out, "\n    def __init__(\n        self,\n        {}", star(fields));
    parameters(out, "        ", fields);
    let _ = writeln!(out, "    ) -> None:{ellipsis}");
    if form == Form::Module {
        let _ = writeln!(out, "        super().__init__({})", dict(fields));
    }
    let _ = writeln!(
        out,
        "\n    @classmethod\n    def restore(\n        cls,\n        state: bytes,\n        {}",
        star(fields)
    );
    parameters(out, "        ", fields);
    out.push_str("    ) -> Self:\n");
    docstring(out, "        ", "The stream that ``save`` wrote, opened with the same parameters.");
    if form == Form::Module {
        let _ = writeln!(out, "        return cls._again({}, state)", dict(fields));
    }
    for (method, doc) in [
        ("update", "Take the next event; a refused event changes nothing."),
        ("peek", "What ``update`` would answer, without taking the event."),
    ] {
        let _ = writeln!(out, "\n    def {method}(\n        self,\n        *,");
        for input in &op.inputs {
            let ty = match input.spec.kind {
                ColumnKind::F64 => "float",
                _ if input.schema["x-quantity"] == "timestamp" => "datetime.datetime | int",
                _ => "int",
            };
            let _ = writeln!(out, "        {}: {ty},", input.spec.name);
        }
        let _ = writeln!(out, "    ) -> {row}:");
        docstring(out, "        ", doc);
        if form == Form::Module {
            let _ = writeln!(out, "        result: {row} = self._{method}({})\n        return result", given(op));
        }
    }
    let _ = writeln!(out, "\n    def update_many(\n        self,\n        frame: Any = None,\n        /,\n        *,");
    column_parameters(out, "        ", op, if form == Form::Stub { "ArrayLike | None = None" } else { "Any = None" });
    let _ = writeln!(out, "    ) -> {columns}:");
    docstring(out, "        ", "Take many events, all or none: columns by keyword, or by name out of a DataFrame.");
    if form == Form::Module {
        let _ =
            writeln!(out, "        result: {columns} = self._update_many(frame, {})\n        return result", given(op));
    }
}

fn job(out: &mut String, op: &Op, form: Form) {
    let class = job_class(op);
    let report = op.report.clone().unwrap_or_default();
    let fields = &op.request.fields;
    let ellipsis = if form == Form::Stub { " ..." } else { "" };
    class_head(out, &class, "Job", false);
    docstring(
        out,
        "    ",
        &format!("``{}`` in blocks: save, resume, split over machines with ``blocks=(start, end)``, merge.", op.name),
    );
    if form == Form::Module {
        let _ = writeln!(
            out,
            "\n    _path: ClassVar[str] = \"{}\"\n    _report: ClassVar[type[Any]] = {report}",
            op.operation.path
        );
    }
    let _ = writeln!(out, "\n    def __init__(\n        self,\n        {}", star(fields));
    parameters(out, "        ", fields);
    let _ = writeln!(out, "        blocks: tuple[int, int] | None = None,\n    ) -> None:{ellipsis}");
    if form == Form::Module {
        let _ = writeln!(out, "        super().__init__({}, blocks)", dict(fields));
    }
    let _ = writeln!(
        out,
        "\n    @classmethod\n    def restore(\n        cls,\n        state: bytes,\n        {}",
        star(fields)
    );
    parameters(out, "        ", fields);
    out.push_str("    ) -> Self:\n");
    docstring(out, "        ", "The job that ``save`` wrote, opened with the same parameters.");
    if form == Form::Module {
        let _ = writeln!(out, "        return cls._again({}, state)", dict(fields));
    }
    let _ = writeln!(out, "\n    def report(self) -> {report}:");
    docstring(out, "        ", "The result, once every block of the whole job is done.");
    if form == Form::Module {
        let _ = writeln!(out, "        result: {report} = self._result()\n        return result");
    }
    let _ = writeln!(out, "\n\ndef {}(\n    {}", op.name, star(fields));
    parameters(out, "    ", fields);
    let _ = writeln!(out, "    progress: Progress = False,\n) -> {report}:");
    let mut doc = operation_doc(op, &report, false);
    let progress = "progress : bool or callable, optional\n    True shows a bar (tqdm where installed); a callable gets (blocks done, blocks in all).\n\nReturns";
    doc = doc.replacen("\nReturns", progress, 1);
    docstring(out, "    ", &doc);
    if form == Form::Module {
        let arguments: Vec<String> = fields.iter().map(|f| format!("{0}={0}", f.name)).collect();
        let _ = writeln!(out, "    return {class}({}).run(progress).report()", arguments.join(", "));
    }
}

//! Structs as frozen dataclasses, choices as tagged values or literals.

use std::fmt::Write as _;

use super::text::{accepts, answers, class_head, docstring, entry, paragraph, wire};
use crate::generate::model::{Choice, Field, Struct, Type};

/// From JSON to Python.
pub(super) fn read(ty: &Type, value: &str) -> String {
    match ty {
        Type::Number | Type::Integer | Type::Bool | Type::Text | Type::Word(_) => value.to_owned(),
        Type::Wide => format!("int({value})"),
        Type::Date => format!("day({value})"),
        Type::Instant => format!("instant({value})"),
        Type::Decimal => format!("Decimal({value})"),
        Type::List(item) if read(item, "item") == "item" => value.to_owned(),
        Type::List(item) => format!("[{} for item in {value}]", read(item, "item")),
        Type::Named(name) | Type::Choice(name) => format!("{}._read({value})", name.own),
    }
}

/// A list of documents of a report: a table too.
fn rows(ty: &Type, accepted: bool) -> Option<&str> {
    match ty {
        Type::List(item) => match &**item {
            Type::Named(name) if !accepted => Some(&name.own),
            _ => None,
        },
        _ => None,
    }
}

/// A struct; where it is only answered, its lists of documents are tables.
pub(super) fn structure(out: &mut String, item: &Struct, accepted: bool) {
    let shown = |ty: &Type| rows(ty, accepted).map_or_else(|| answers(ty), |name| format!("Rows[{name}]"));
    class_head(out, &item.name.own, "Document", true);
    let mut text = item.doc.clone();
    if !item.fields.is_empty() {
        text.push_str("\n\nAttributes\n----------\n");
        for field in &item.fields {
            text.push_str(&entry(field, &shown(&field.ty)));
        }
    }
    docstring(out, "    ", &text);
    out.push('\n');
    // Fields that may be absent come last, because they have a default.
    let ordered: Vec<&Field> =
        item.fields.iter().filter(|f| f.required).chain(item.fields.iter().filter(|f| !f.required)).collect();
    for field in &ordered {
        let ty = shown(&field.ty);
        let _ = if field.required {
            writeln!(out, "    {}: {ty}", field.name)
        } else {
            writeln!(out, "    {}: {ty} | None = None", field.name)
        };
    }
    let converted: Vec<&Field> = item.fields.iter().filter(|field| read(&field.ty, "x") != "x").collect();
    if !converted.is_empty() {
        out.push_str("\n    @classmethod\n    def _read(cls, document: dict[str, Any]) -> Self:\n");
    }
    for Field { name, ty, required, .. } in &converted {
        let value = format!("document[\"{name}\"]");
        let value = match rows(ty, accepted) {
            Some(row) => format!("Rows({row}, {value})"),
            None => read(ty, &value),
        };
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
pub(super) fn choice(out: &mut String, item: &Choice, accepted: bool) {
    let tags: Vec<String> = item.variants.iter().map(|variant| format!("\"{}\"", variant.tag)).collect();
    if item.is_plain() {
        let _ = writeln!(out, "\n\n{}: TypeAlias = Literal[{}]", item.name.own, tags.join(", "));
        return docstring(out, "", &cases(item));
    }
    class_head(out, &item.name.own, "Variant", true);
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
    if let Some(value) = item.value().filter(|_| !accepted) {
        let ty = answers(value);
        let _ = writeln!(out, "\n    @property\n    def value(self) -> {ty} | None:");
        docstring(out, "        ", "The value, where there is one.");
        let _ = writeln!(out, "        value: {ty} | None = self._value()\n        return value");
    }
    for variant in item.variants.iter().filter(|_| accepted) {
        let tag = &variant.tag;
        let (parameter, made) = match &variant.content {
            None => (String::new(), format!("cls(\"{tag}\")")),
            Some(ty) => {
                let content = wire(ty, "content");
                let made = format!("filled(cls, {{\"tag\": \"{tag}\", \"content\": {content}}})");
                (format!(", content: {}", accepts(ty)), made)
            }
        };
        let _ = writeln!(out, "\n    @classmethod\n    def {tag}(cls{parameter}) -> Self:");
        docstring(out, "        ", &paragraph(&variant.doc));
        let _ = writeln!(out, "        return {made}");
    }
    let converted: Vec<String> = item
        .variants
        .iter()
        .filter_map(|v| v.content.as_ref().map(|ty| (&v.tag, read(ty, "content"))))
        .filter(|(_, read)| read != "content")
        .map(|(tag, read)| format!("        if tag == \"{tag}\":\n            return {read}\n"))
        .collect();
    if !converted.is_empty() {
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

//! Structs as frozen dataclasses, choices as tagged values or literals.

use std::fmt::Write as _;

use super::text::{accepts, answers, attribute, class_head, docstring, entry, paragraph, parameters, wire};
use crate::generate::model::{Choice, Field, Model, Name, Named, Struct, Type};

/// What makes a value of Python's own of one that JSON, or a caller, has written; none where it is the same.
fn reader(model: &Model, ty: &Type) -> Option<String> {
    Some(match ty {
        Type::Number | Type::Integer | Type::Bool | Type::Text | Type::Compact | Type::Word(_) => return None,
        Type::Wide => "int".into(),
        Type::Date => "day".into(),
        Type::Instant => "instant".into(),
        Type::Decimal => "Decimal".into(),
        Type::List(_) => format!("lambda items: {}", read(model, ty, "items")),
        Type::Choice(name) if model.outcome(name).is_some() => match held(model, name) {
            None => "outcome".into(),
            Some(_) => format!("lambda item: {}", read(model, ty, "item")),
        },
        Type::Named(name) | Type::Choice(name) => format!("{}._read", name.own),
    })
}

/// The reader of the value of an outcome.
fn held(model: &Model, name: &Name) -> Option<String> {
    model.outcome(name).and_then(|value| reader(model, value))
}

/// From JSON, or from a caller, to Python.
fn read(model: &Model, ty: &Type, value: &str) -> String {
    match ty {
        Type::List(item) => match (&**item, reader(model, item)) {
            (Type::Named(name), _) => format!("rows({}._read, {value})", name.own),
            (_, None) => format!("listed({value})"),
            (_, Some(reader)) => format!("each({reader}, {value})"),
        },
        Type::Choice(name) if model.outcome(name).is_some() => match held(model, name) {
            None => format!("outcome({value})"),
            Some(reader) => format!("outcome({value}, {reader})"),
        },
        _ => reader(model, ty).map_or_else(|| value.to_owned(), |reader| format!("{reader}({value})")),
    }
}

/// Whether each of its fields is a list of plain values: a table by columns.
fn is_table(model: &Model, item: &Struct) -> bool {
    let is_column =
        |field: &Field| matches!(&field.ty, Type::List(inner) if !matches!(**inner, Type::Named(_) | Type::List(_)));
    let own = &item.name.own; // of a report several lists may be of several lengths
    !own.ends_with("Report")
        && item.fields.len() > 1
        && item.fields.iter().all(is_column)
        && !model.accepted.contains(&item.name)
}

/// What an answer is to `report.plot`, whose cases say of which operation's answer they are.
fn plotted<'m>(model: &'m Model, name: &Name) -> Option<&'m str> {
    let choice = Name { domain: "report".to_owned(), own: "Plotted".to_owned() };
    let Named::Choice(choice) = model.named(&choice)? else { return None };
    let answers_it = |doc: &str| {
        let path = doc.strip_prefix("Answer of `")?.split('`').next()?;
        let (domain, operation) = path.split_once('.')?;
        let op = model.domains.get(domain)?.operations.iter().find(|op| op.name == operation)?;
        (op.report.as_ref() == Some(name)).then_some(())
    };
    choice.variants.iter().find(|variant| answers_it(&variant.doc).is_some()).map(|variant| variant.tag.as_str())
}

pub(super) fn structure(out: &mut String, model: &Model, item: &Struct) {
    let base = if is_table(model, item) { "ColumnTable" } else { "Document" };
    let plotted = plotted(model, &item.name);
    let base = match (&plotted, item.name.to_string().as_str()) {
        (Some(_), _) => format!("WithPlot, {base}"),
        (None, "report.Plot") => format!("Drawable, {base}"),
        (None, _) => base.to_owned(),
    };
    class_head(out, &item.name.own, &base, true);
    let mut text = item.doc.clone();
    if !item.fields.is_empty() {
        text.push_str("\n\nAttributes\n----------\n");
        for field in &item.fields {
            text.push_str(&entry(field, &answers(&field.ty)));
        }
    }
    docstring(out, "    ", &text);
    out.push('\n');
    // Fields that may be absent come last, because they have a default.
    let ordered: Vec<&Field> =
        item.fields.iter().filter(|f| f.required).chain(item.fields.iter().filter(|f| !f.required)).collect();
    for field in &ordered {
        let ty = answers(&field.ty);
        let _ = if field.required {
            writeln!(out, "    {}: {ty}", attribute(&field.name))
        } else {
            writeln!(out, "    {}: {ty} | None = None", attribute(&field.name))
        };
    }
    route(out, model, &item.name);
    if let Some(tag) = plotted {
        let _ = writeln!(out, "    _plotted = \"{tag}\"");
    }
    let renamed = item.fields.iter().filter(|field| attribute(&field.name) != field.name);
    let renamed: Vec<String> = renamed.map(|f| format!("\"{}\": \"{}\"", f.name, attribute(&f.name))).collect();
    if !renamed.is_empty() {
        let _ = writeln!(out, "    _renamed = {{{}}}", renamed.join(", "));
    }
    if model.accepted.contains(&item.name) {
        out.push_str("\n    def __init__(\n        self,\n");
        let fields: Vec<Field> = ordered.iter().map(|field| (*field).clone()).collect();
        parameters(out, "        ", &fields);
        let pairs: Vec<String> =
            item.fields.iter().map(|field| format!("\"{0}\": {0}", attribute(&field.name))).collect();
        let _ = writeln!(out, "    ) -> None:\n        self._fill({{{}}})", pairs.join(", "));
    }
    let converted: Vec<&Field> = item.fields.iter().filter(|field| reader(model, &field.ty).is_some()).collect();
    if !converted.is_empty() {
        out.push_str("\n    @classmethod\n    def _convert(cls, document: dict[str, Any]) -> None:\n");
    }
    for Field { name, ty, required, .. } in &converted {
        let value = read(model, ty, &format!("document[\"{}\"]", attribute(name)));
        let name = attribute(name);
        let _ = if *required {
            writeln!(out, "        document[\"{name}\"] = {value}")
        } else {
            writeln!(
                out,
                "        if document.get(\"{name}\") is not None:\n            document[\"{name}\"] = {value}"
            )
        };
    }
    out.push_str("\n    def _wire(self) -> dict[str, Any]:\n        return {\n");
    for Field { name, ty, .. } in &item.fields {
        let _ = writeln!(out, "            \"{name}\": {},", wire(ty, &format!("self.{}", attribute(name))));
    }
    out.push_str("        }\n");
    accessors(out, model, &item.name);
    if model.accepted.contains(&item.name) {
        mapping_of(out, item);
    }
}

/// A method for each kind of what an answer may hold.
fn accessors(out: &mut String, model: &Model, name: &Name) {
    let held = model.held_by(name);
    if !held.is_empty() {
        out.push_str("\n    _held = {\n");
        for item in held {
            let places: Vec<String> = item.places.iter().map(|place| format!("\"{place}\",")).collect();
            let _ = writeln!(out, "        \"{}\": ({}),", item.name, places.join(" "));
        }
        out.push_str("    }\n");
    }
    for item in held {
        let (name, ty) = (item.name, answers(&Model::held_type(item)));
        let _ = writeln!(out, "\n    def {name}(self, name: str | None = None) -> {ty}:");
        docstring(out, "        ", &Model::held_doc(item));
        let field = hashinsight_surface::FIELD;
        let _ = writeln!(
            out,
            "        {name}: {ty} = held_value(self.{field}, self._held, \"{name}\", name)\n        return {name}"
        );
    }
}

/// The mapping that stands for a struct. A word of Python's own is no name in a class, but a key.
fn mapping_of(out: &mut String, item: &Struct) {
    let own = &item.name.own;
    let ty = |field: &Field| {
        let ty = accepts(&field.ty);
        if field.required { ty } else { format!("NotRequired[{ty} | None]") }
    };
    if item.fields.iter().any(|field| attribute(&field.name) != field.name) {
        let keys: Vec<String> =
            item.fields.iter().map(|field| format!("\"{}\": \"{}\"", field.name, ty(field))).collect();
        let _ = writeln!(out, "\n\n{own}Dict = TypedDict(\"{own}Dict\", {{{}}})", keys.join(", "));
        return docstring(out, "", &format!("``{own}`` as a mapping."));
    }
    let _ = writeln!(out, "\n\nclass {own}Dict(TypedDict):");
    docstring(out, "    ", &format!("``{own}`` as a mapping."));
    out.push('\n');
    for field in &item.fields {
        let _ = writeln!(out, "    {}: {}", field.name, ty(field));
    }
}

/// Where a request takes a value of this type, for the core to check it when it is built.
fn route(out: &mut String, model: &Model, name: &Name) {
    if let Some(route) = model.routes.get(name) {
        let _ = writeln!(out, "    _route = \"{route}\"");
    }
}

/// What may not exist: a union of classes, which type checkers tell apart.
fn outcome(out: &mut String, item: &Choice, value: &Type) {
    let _ = writeln!(
        out,
        "\n\n{}: TypeAlias = \"Value[{}] | Never | Unbounded | Every | Undefined\"",
        item.name.own,
        answers(value)
    );
    docstring(out, "", &cases(item));
}

/// What a caller may write for a choice: an object of it, a mapping of one key, a word.
fn mapping(out: &mut String, item: &Choice) {
    let own = &item.name.own;
    let _ = writeln!(out, "\n\nclass {own}Dict(TypedDict, total=False):");
    docstring(out, "    ", &format!("``{own}`` as a mapping: one of the keys, with its content."));
    out.push('\n');
    for variant in &item.variants {
        if let Some(content) = &variant.content {
            let _ = writeln!(out, "    {}: {}", variant.tag, accepts(content));
        }
    }
    let words: Vec<String> =
        item.variants.iter().filter(|v| v.content.is_none()).map(|v| format!("'{}'", v.tag)).collect();
    let words = if words.is_empty() { String::new() } else { format!(" | Literal[{}]", words.join(", ")) };
    let _ = writeln!(out, "\n\n{own}Like: TypeAlias = \"{own} | {own}Dict{words}\"");
    docstring(out, "", &format!("What is taken for a ``{own}``."));
}

/// What stands in the innermost cases; nothing for a bare word.
pub(super) fn leaves<'a>(model: &'a Model, item: &'a Choice, found: &mut Vec<Option<&'a Type>>) {
    for variant in &item.variants {
        if let Some(Type::Choice(name)) = &variant.content
            && let (None, Some(Named::Choice(inner))) = (model.outcome(name), model.named(name))
        {
            leaves(model, inner, found);
        } else if !found.contains(&variant.content.as_ref()) {
            found.push(variant.content.as_ref());
        }
    }
}

/// Whether a case holds a choice, which again holds something.
pub(super) fn is_nested(model: &Model, item: &Choice) -> bool {
    let holds = |ty: &Type| matches!(ty, Type::Choice(name) if model.outcome(name).is_none());
    item.variants.iter().filter_map(|variant| variant.content.as_ref()).any(holds)
}

/// A choice; one that is only answered has no constructors, whose names would shadow its content.
pub(super) fn choice(out: &mut String, model: &Model, item: &Choice) {
    let accepted = model.accepted.contains(&item.name);
    let tags: Vec<String> = item.variants.iter().map(|variant| format!("\"{}\"", variant.tag)).collect();
    if item.is_plain() {
        let _ = writeln!(out, "\n\n{}: TypeAlias = Literal[{}]", item.name.own, tags.join(", "));
        return docstring(out, "", &cases(item));
    }
    if let Some(value) = model.outcome(&item.name) {
        outcome(out, item, value);
        if accepted {
            mapping(out, item);
        }
        return;
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
    route(out, model, &item.name);
    if is_nested(model, item) {
        let mut found = Vec::new();
        leaves(model, item, &mut found);
        let mut types: Vec<String> = Vec::new();
        for leaf in found {
            let leaf = leaf.map_or_else(|| "None".to_owned(), answers);
            if !types.contains(&leaf) {
                types.push(leaf);
            }
        }
        let ty = types.join(" | ");
        let _ = writeln!(out, "\n    @property\n    def payload(self) -> {ty}:");
        docstring(out, "        ", "What stands in the innermost case.");
        let _ = writeln!(out, "        payload: {ty} = self._payload()\n        return payload");
    }
    if let Some(value) = item.value().filter(|_| !accepted) {
        let ty = answers(value);
        let _ = writeln!(out, "\n    @property\n    def value(self) -> {ty} | None:");
        docstring(out, "        ", "The value, where there is one.");
        let _ = writeln!(out, "        value: {ty} | None = self._value()\n        return value");
    }
    for variant in item.variants.iter().filter(|_| accepted) {
        let tag = &variant.tag;
        let (parameter, made) = match &variant.content {
            None => (String::new(), format!("cls._made(\"{tag}\")")),
            Some(ty) => {
                (format!(", content: {}", accepts(ty)), format!("cls._made(\"{tag}\", {})", wire(ty, "content")))
            }
        };
        let _ = writeln!(out, "\n    @classmethod\n    def {tag}(cls{parameter}) -> Self:");
        docstring(out, "        ", &paragraph(&variant.doc));
        let _ = writeln!(out, "        return {made}");
    }
    let converted: Vec<String> = item
        .variants
        .iter()
        .filter_map(|v| v.content.as_ref().map(|ty| (&v.tag, ty)))
        .filter(|(_, ty)| reader(model, ty).is_some())
        .map(|(tag, ty)| format!("        if tag == \"{tag}\":\n            return {}\n", read(model, ty, "content")))
        .collect();
    if !converted.is_empty() {
        out.push_str("\n    @classmethod\n    def _content(cls, tag: str, content: Any) -> Any:\n");
        out.push_str(&converted.concat());
        out.push_str("        return content\n");
    }
    if accepted {
        mapping(out, item);
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

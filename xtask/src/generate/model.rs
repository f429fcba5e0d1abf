//! What a generator needs to know of the operation table: operations, structs and choices, read from the JSON Schemas.

use std::collections::{BTreeMap, BTreeSet};

use hashinsight_surface::{ColumnSpec, Operation, Shape};
use schemars::SchemaGenerator;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use crate::Result;

pub(crate) struct Model {
    /// By domain (the first part of the path), in table order.
    pub(crate) domains: BTreeMap<String, Domain>,
    /// The definitions, as JSON Schema.
    pub(crate) schemas: Map<String, Value>,
}

#[derive(Default)]
pub(crate) struct Domain {
    pub(crate) operations: Vec<Op>,
    /// Types that this domain's operations reach, a type before those that hold it.
    pub(crate) types: Vec<Named>,
    /// Names of the types that a caller can pass.
    pub(crate) accepted: BTreeSet<String>,
}

pub(crate) struct Op {
    pub(crate) name: String,
    pub(crate) operation: &'static Operation,
    /// Fields of the request or the parameters.
    pub(crate) request: Struct,
    pub(crate) report: Option<String>,
    pub(crate) inputs: Vec<ColumnField>,
    pub(crate) outputs: &'static [ColumnSpec],
}

pub(crate) struct ColumnField {
    pub(crate) spec: &'static ColumnSpec,
    pub(crate) schema: Value,
}

#[derive(Clone)]
pub(crate) enum Named {
    Struct(Struct),
    Choice(Choice),
}

impl Named {
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Struct(item) => &item.name,
            Self::Choice(item) => &item.name,
        }
    }
}

#[derive(Clone)]
pub(crate) struct Struct {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) fields: Vec<Field>,
}

#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) schema: Value,
}

#[derive(Clone)]
pub(crate) struct Choice {
    pub(crate) name: String,
    pub(crate) doc: String,
    pub(crate) variants: Vec<Variant>,
}

impl Model {
    /// The choices of bare words, as `domain.Name`.
    pub(crate) fn words(&self) -> impl Iterator<Item = String> {
        let types = self.domains.iter().flat_map(|(domain, content)| content.types.iter().map(move |ty| (domain, ty)));
        types.filter_map(|(domain, named)| match named {
            Named::Choice(item) if item.is_plain() => Some(format!("{domain}.{}", item.name)),
            _ => None,
        })
    }
}

impl Choice {
    /// Whether every case is a bare word.
    pub(crate) fn is_plain(&self) -> bool {
        self.variants.iter().all(|variant| variant.content.is_none())
    }
}

#[derive(Clone)]
pub(crate) struct Variant {
    pub(crate) tag: String,
    pub(crate) doc: String,
    pub(crate) content: Option<Type>,
}

#[derive(Clone, PartialEq)]
pub(crate) enum Type {
    Number,
    Integer,
    Bool,
    Text,
    Date,
    Instant,
    Decimal,
    Wide,
    List(Box<Type>),
    /// A struct.
    Named(String),
    /// A choice with content in some of its cases.
    Choice(String),
    /// A choice whose every case is a bare word.
    Word(String),
}

const KEYWORDS: [&str; 33] = [
    "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
    "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise",
    "return", "self", "try", "while", "with", "yield",
];

pub(crate) fn model() -> Result<Model> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut raw: Vec<(&'static Operation, Value, Option<Value>, Vec<ColumnField>)> = Vec::new();
    for operation in hashinsight_surface::operations() {
        let request = (operation.schemas.request)(&mut generator).to_value();
        let report = operation.schemas.report.map(|schema| schema(&mut generator).to_value());
        let inputs = inputs(operation, &mut generator);
        raw.push((operation, request, report, inputs));
    }
    let mut schemas = generator.take_definitions(true);
    name_inner_structs(&mut schemas);
    schemas.values_mut().for_each(plain_descriptions);
    let types = Types { schemas: &schemas };

    let mut domains: BTreeMap<String, Domain> = BTreeMap::new();
    for (operation, request, report, inputs) in raw {
        let (domain, name) = operation.path.split_once('.').ok_or("an operation path without a domain")?;
        let domain = domains.entry(domain.to_owned()).or_default();
        let Type::Named(request_name) = types.type_of(&request)? else {
            return Err(format!("{}: the request is no struct", operation.path).into());
        };
        let Named::Struct(request) = types.named(&request_name)? else {
            return Err(format!("{}: the request is no struct", operation.path).into());
        };
        for field in &request.fields {
            let mut passed = Vec::new();
            types.reach(&field.ty, &mut passed)?;
            domain.accepted.extend(passed.iter().map(|named| named.name().to_owned()));
            types.reach(&field.ty, &mut domain.types)?;
        }
        let report = report.map(|report| types.type_of(&report)).transpose()?;
        let report = match report {
            None => None,
            Some(Type::Named(name)) => {
                types.reach(&Type::Named(name.clone()), &mut domain.types)?;
                Some(name)
            }
            Some(_) => return Err(format!("{}: the report is no struct", operation.path).into()),
        };
        let outputs: &[ColumnSpec] = match operation.shape {
            Shape::Columns { outputs, .. } | Shape::Stream { outputs, .. } => outputs,
            Shape::Document { .. } | Shape::Job { .. } => &[],
        };
        domain.operations.push(Op { name: name.to_owned(), operation, request, report, inputs, outputs });
    }
    Ok(Model { domains, schemas })
}

/// A case that holds a struct of its own, like `{"undefined": {"reason": ...}}`, gets a name for it: `OutcomeUndefined`.
fn name_inner_structs(schemas: &mut Map<String, Value>) {
    let mut named: Vec<(String, Value)> = Vec::new();
    for (name, schema) in schemas.iter_mut() {
        for case in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            for (tag, content) in case.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
                if content["type"] == "object" {
                    let inner = format!("{name}{}", pascal(tag));
                    let reference = serde_json::json!({ "$ref": format!("#/$defs/{inner}") });
                    named.push((inner, std::mem::replace(content, reference)));
                }
            }
        }
    }
    schemas.extend(named);
}

fn inputs(operation: &'static Operation, generator: &mut SchemaGenerator) -> Vec<ColumnField> {
    let specs: &[ColumnSpec] = match operation.shape {
        Shape::Columns { inputs, .. } | Shape::Stream { inputs, .. } => inputs,
        Shape::Document { .. } | Shape::Job { .. } => &[],
    };
    let field = |spec: &'static ColumnSpec| ColumnField {
        spec,
        schema: spec.schema.map_or(Value::Null, |schema| schema(generator).to_value()),
    };
    specs.iter().map(field).collect()
}

struct Types<'a> {
    schemas: &'a Map<String, Value>,
}

impl Types<'_> {
    /// Adds a type and what it holds, innermost first.
    fn reach(&self, ty: &Type, reached: &mut Vec<Named>) -> Result<()> {
        let name = match ty {
            Type::List(item) => return self.reach(item, reached),
            Type::Named(name) | Type::Choice(name) | Type::Word(name)
                if reached.iter().all(|known| known.name() != name) =>
            {
                name
            }
            _ => return Ok(()),
        };
        let named = self.named(name)?;
        let inner: Vec<Type> = match &named {
            Named::Struct(item) => item.fields.iter().map(|field| field.ty.clone()).collect(),
            Named::Choice(item) => item.variants.iter().filter_map(|variant| variant.content.clone()).collect(),
        };
        let itself = |ty: &Type| matches!(ty, Type::Named(inner) | Type::Choice(inner) if inner == name);
        for ty in inner.iter().filter(|ty| !itself(ty)) {
            self.reach(ty, reached)?;
        }
        reached.push(named);
        Ok(())
    }

    fn named(&self, name: &str) -> Result<Named> {
        let schema = self.schemas.get(name).ok_or_else(|| format!("no definition of {name}"))?;
        if schema.get("properties").is_some() || schema["type"] == "object" {
            return self.structure(name, schema).map(Named::Struct);
        }
        let doc = doc(schema);
        if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            let word = |word: &Value| Variant { tag: text(word), doc: String::new(), content: None };
            return Ok(Named::Choice(Choice {
                name: name.to_owned(),
                doc,
                variants: words.iter().map(word).collect(),
            }));
        }
        let cases = schema
            .get("oneOf")
            .and_then(Value::as_array)
            .ok_or_else(|| format!("{name} is neither struct nor choice"))?;
        let mut variants = Vec::new();
        for case in cases {
            if let Some(word) = case.get("const") {
                variants.push(Variant { tag: text(word), doc: self::doc(case), content: None });
            } else if let Some(words) = case.get("enum").and_then(Value::as_array) {
                variants.extend(words.iter().map(|word| Variant {
                    tag: text(word),
                    doc: String::new(),
                    content: None,
                }));
            } else {
                let properties =
                    case["properties"].as_object().ok_or_else(|| format!("{name}: a case without a key"))?;
                let (tag, content) = properties.iter().next().ok_or_else(|| format!("{name}: a case without a key"))?;
                let content = Some(self.type_of(content).map_err(|error| format!("{name}.{tag}: {error}"))?);
                variants.push(Variant { tag: tag.clone(), doc: self::doc(case), content });
            }
        }
        Ok(Named::Choice(Choice { name: name.to_owned(), doc, variants }))
    }

    fn structure(&self, name: &str, schema: &Value) -> Result<Struct> {
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required: Vec<String> = schema
            .get("required")
            .and_then(Value::as_array)
            .map(|names| names.iter().map(text).collect())
            .unwrap_or_default();
        let mut fields = Vec::new();
        for (field, schema) in properties {
            if KEYWORDS.contains(&field.as_str()) {
                return Err(
                    format!("{name}.{field} is a keyword of Python, which cannot have it as an attribute").into()
                );
            }
            let schema = without_null(schema);
            fields.push(Field {
                name: field.clone(),
                doc: doc(&schema),
                ty: self.type_of(&schema).map_err(|error| format!("{name}.{field}: {error}"))?,
                required: required.contains(field),
                schema,
            });
        }
        Ok(Struct { name: name.to_owned(), doc: doc(schema), fields })
    }

    fn type_of(&self, schema: &Value) -> Result<Type> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let name = reference.rsplit('/').next().unwrap_or_default();
            let schema = self.schemas.get(name).unwrap_or(&Value::Null);
            return Ok(match schema.get("oneOf") {
                _ if is_words(schema) => Type::Word(name.to_owned()),
                Some(_) => Type::Choice(name.to_owned()),
                None => Type::Named(name.to_owned()),
            });
        }
        let quantity = schema.get("x-quantity").and_then(Value::as_str).unwrap_or_default();
        match (schema["type"].as_str().unwrap_or_default(), quantity) {
            ("number", _) => Ok(Type::Number),
            ("integer", "timestamp") => Ok(Type::Instant),
            ("integer", _) => Ok(Type::Integer),
            ("boolean", _) => Ok(Type::Bool),
            ("string", "date") => Ok(Type::Date),
            ("string", "decimal") => Ok(Type::Decimal),
            ("string", "integer") => Ok(Type::Wide),
            ("string", _) => Ok(Type::Text),
            ("array", _) => Ok(Type::List(Box::new(self.type_of(&schema["items"])?))),
            (other, _) => Err(format!("a schema of type {other:?} has no form at the border: {schema}").into()),
        }
    }
}

/// Whether a definition is a list of bare words.
fn is_words(schema: &Value) -> bool {
    let cases = schema.get("oneOf").and_then(Value::as_array);
    schema.get("enum").is_some()
        || cases.is_some_and(|cases| cases.iter().all(|case| case.get("const").is_some() || case.get("enum").is_some()))
}

/// An absent value is an omitted key, so the schema's "or null" is dropped.
fn without_null(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(kinds) = schema["type"].as_array() {
        let kind = kinds.iter().find(|kind| **kind != "null").cloned().unwrap_or_default();
        schema["type"] = kind;
    }
    if let Some(cases) = schema.get("anyOf").and_then(Value::as_array) {
        let case = cases.iter().find(|case| case["type"] != "null").cloned().unwrap_or_default();
        if let (Some(target), Some(case)) = (schema.as_object_mut(), case.as_object()) {
            target.remove("anyOf");
            target.extend(case.clone());
        }
    }
    schema
}

fn doc(schema: &Value) -> String {
    schema.get("description").map(text).unwrap_or_default()
}

fn plain_descriptions(schema: &mut Value) {
    match schema {
        Value::Object(pairs) => {
            if let Some(Value::String(text)) = pairs.get_mut("description") {
                *text = plain(text);
            }
            pairs.values_mut().for_each(plain_descriptions);
        }
        Value::Array(items) => items.iter_mut().for_each(plain_descriptions),
        _ => {}
    }
}

/// Rustdoc as every language can read it: without Rust examples, link brackets and the blank that follows `///`.
pub(crate) fn plain(rustdoc: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    let mut fenced = false;
    for line in rustdoc.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        if line.starts_with("```") {
            fenced = !fenced;
            continue;
        }
        let after_blank = lines.last().is_none_or(|last| last.is_empty());
        if !(fenced || after_blank && line.is_empty()) {
            lines.push(line);
        }
    }
    let text = lines.join("\n").trim_end().to_owned();
    // "[`Never`](Self::Never)" and "[`Never`]" are links to code.
    let mut parts = text.split("[`");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let Some((name, rest)) = part.split_once("`]") else { continue };
        let rest = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or(rest, |(_, rest)| rest);
        plain.extend(["`", name, "`", rest]);
    }
    plain
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// `profit_batch` as `ProfitBatch`.
pub(crate) fn pascal(name: &str) -> String {
    name.split('_').map(|part| part[..1].to_uppercase() + &part[1..]).collect()
}

/// `profit_batch` as `profitBatch`.
pub(crate) fn camel(name: &str) -> String {
    let pascal = pascal(name);
    pascal[..1].to_lowercase() + &pascal[1..]
}

/// The range and unit of a value, for docs: "TH/s, 0 to 1e24".
pub(crate) fn range(schema: &Value) -> String {
    let number = |key: &str| schema.get(key).filter(|value| value.is_number()).map(ToString::to_string);
    let low = number("minimum").map(|low| format!("from {low}"));
    let low = low.or_else(|| number("exclusiveMinimum").map(|low| format!("above {low}")));
    let high = number("maximum").map(|high| format!("to {high}"));
    let unit = schema.get("x-unit").and_then(Value::as_str).filter(|unit| !unit.is_empty());
    let range: Vec<String> = low.into_iter().chain(high).collect();
    let parts: Vec<String> =
        unit.map(str::to_owned).into_iter().chain((!range.is_empty()).then(|| range.join(" "))).collect();
    parts.join(", ")
}

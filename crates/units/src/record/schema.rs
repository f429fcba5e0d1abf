//! JSON Schemas of records: what a form, a generator or a bad-input walk needs to know of them.

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

/// One field of a record.
#[derive(Debug)]
pub struct Field {
    /// Name with its unit.
    pub name: &'static str,
    /// Documentation; the first line makes sense alone.
    pub doc: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// JSON text of the value of an omitted key.
    pub default: Option<String>,
    /// JSON text of a value to write.
    pub example: &'static str,
    /// Schema of the value.
    pub schema: Schema,
}

/// One case of a choice.
#[derive(Debug)]
pub struct Case {
    /// The tag.
    pub tag: &'static str,
    /// Documentation.
    pub doc: &'static str,
    /// JSON text of a content to write.
    pub example: &'static str,
    /// Schema of the content, if it has one.
    pub content: Option<Schema>,
}

/// Name of a type in schemas, unique in the family: `mining.Fleet`. `own` may name another domain than that of its crate.
pub fn name(package: &str, own: &str) -> String {
    let domain = package.trim_start_matches("hashinsight-");
    if own.contains('.') { own.to_owned() } else { format!("{domain}.{own}") }
}

/// Says in which module a type is declared: generators keep together what belongs together.
pub fn in_module(mut schema: Schema, module: &str) -> Schema {
    schema.insert("x-module".to_owned(), json!(module));
    schema
}

/// The schema of an object.
pub fn object(doc: &str, closed: bool, fields: Vec<Field>) -> Schema {
    let mut schema = json_schema!({ "type": "object", "properties": {} });
    let required: Vec<&str> = fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    let required = (!required.is_empty()).then(|| json!(required));
    let mut properties = Map::new();
    for Field { name, doc, default, example, schema: mut property, .. } in fields {
        if let Some(default) = default {
            property.insert("default".to_owned(), written(name, "default", &default));
        }
        if !example.is_empty() {
            property.insert("examples".to_owned(), json!([written(name, "example", example)]));
        }
        describe(&mut property, doc);
        properties.insert(name.to_owned(), property.to_value());
    }
    schema.insert("properties".to_owned(), Value::Object(properties));
    if closed {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
    if let Some(required) = required {
        schema.insert("required".to_owned(), required);
    }
    describe(&mut schema, doc);
    schema
}

/// What a declaration says in JSON. A generator stops at what is none: a form without its default would be a wrong form.
fn written(field: &str, what: &str, text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| unreachable!("the {what} of {field} is no JSON: {error}"))
}

/// JSON text of the value of an omitted key.
pub fn default_text(value: &impl serde::Serialize) -> String {
    crate::json::write(value).unwrap_or_else(|fault| unreachable!("a default that no document can hold: {fault}"))
}

/// The schema of a choice.
pub fn choice(doc: &str, cases: Vec<Case>) -> Schema {
    let case = |Case { tag, doc, example, content }: Case| {
        let mut schema = match content {
            None => json_schema!({ "type": "string", "const": tag }),
            Some(mut content) => {
                if !example.is_empty() {
                    content.insert("examples".to_owned(), json!([written(tag, "example", example)]));
                }
                json_schema!({
                    "type": "object", "properties": { tag: content }, "required": [tag], "additionalProperties": false
                })
            }
        };
        describe(&mut schema, doc);
        schema.to_value()
    };
    let cases: Vec<Value> = cases.into_iter().map(case).collect();
    let mut schema = json_schema!({ "oneOf": cases });
    describe(&mut schema, doc);
    schema
}

/// A number with its least and greatest value.
pub fn within(mut schema: Schema, low: impl Into<Value>, high: impl Into<Value>) -> Schema {
    schema.insert("minimum".to_owned(), low.into());
    schema.insert("maximum".to_owned(), high.into());
    schema
}

/// A number of a column, where NaN means that it is absent; the column may be left out.
pub fn or_absent(mut schema: Schema) -> Schema {
    schema.insert("x-nan".to_owned(), json!("absent"));
    schema.insert("x-column".to_owned(), json!("optional"));
    schema
}

/// The schema of an exact decimal as text.
pub fn decimal() -> Schema {
    json_schema!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$", "x-quantity": "decimal" })
}

/// The schema of an integer as decimal text.
pub fn digits(bits: u32) -> Schema {
    let places = if bits == 64 { 20 } else { 39 };
    let pattern = format!("^[0-9]{{1,{places}}}$");
    json_schema!({ "type": "string", "pattern": pattern, "x-quantity": "integer", "x-bits": bits })
}

fn describe(schema: &mut Schema, doc: &str) {
    if !doc.is_empty() {
        schema.insert("title".to_owned(), json!(title(doc)));
        schema.insert("description".to_owned(), json!(doc));
    }
}

/// The first sentence, without its period.
fn title(doc: &str) -> String {
    let paragraph = doc.split("\n\n").next().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let sentence = paragraph.split_once(". ").map_or(&*paragraph, |(first, _)| first);
    sentence.strip_suffix('.').unwrap_or(sentence).to_owned()
}

//! What an answer holds of the kinds that other rooms take, and where: in every language an accessor each, found in the schemas.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

/// An accessor of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Name of the accessor, like `bars`.
    pub name: &'static str,
    /// What it gives: the name of a definition, like `market.Bars`, or of a quantity, like `difficulty`.
    pub schema: &'static str,
    /// Where the answer may hold it: `binance.candles/closed`, the words of the cases and then the fields, with `[]` behind one that is a
    /// list.
    pub places: Vec<String>,
}

/// The type whose answers have accessors.
pub const HOLDER: &str = "feeds.ParseReport";
/// The field of it that holds everything.
pub const FIELD: &str = "data";

/// The accessors of an answer of `feeds.parse`, in the order of the kinds.
///
/// ```
/// let held = hashinsight_surface::held();
/// let bars = held.iter().find(|held| held.name == "bars").unwrap();
/// assert!(bars.places.contains(&"okx.candles/closed".to_owned()));
/// ```
pub fn held() -> Vec<Held> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let report = generator.subschema_for::<hashinsight::feeds::ParseReport>().to_value();
    let definitions = generator.take_definitions(true);
    let report = resolved(&report, &definitions);
    let data = report.pointer(&format!("/properties/{FIELD}")).cloned().unwrap_or_default();
    let kinds = hashinsight::feeds::KINDS.iter();
    let held = kinds.map(|(name, schema)| {
        let mut places = Vec::new();
        find(&data, schema, &Place::default(), &definitions, &mut places);
        Held { name, schema, places }
    });
    held.collect()
}

/// A way through the cases of choices, and then through fields.
#[derive(Clone, Default)]
struct Place {
    cases: Vec<String>,
    fields: Vec<String>,
}

impl Place {
    fn text(&self) -> String {
        let cases = self.cases.join(".");
        if self.fields.is_empty() { cases } else { format!("{cases}/{}", self.fields.join(".")) }
    }
}

fn name_of(schema: &Value) -> Option<&str> {
    schema.get("$ref").and_then(Value::as_str).and_then(|reference| reference.rsplit('/').next())
}

fn resolved<'s>(schema: &'s Value, definitions: &'s Map<String, Value>) -> &'s Value {
    name_of(schema).and_then(|name| definitions.get(name)).unwrap_or(schema)
}

fn find(schema: &Value, wanted: &str, place: &Place, definitions: &Map<String, Value>, found: &mut Vec<String>) {
    // Whole quantities stand for several things, and only one has the name of the kind: of heights the one of the tip.
    let has_name = place.fields.last().or(place.cases.last()).is_some_and(|last| last == wanted);
    let is_number = schema["type"] == "number" || (schema["type"] == "integer" && has_name);
    if name_of(schema) == Some(wanted) || (is_number && schema["x-quantity"] == wanted) {
        return found.push(place.text());
    }
    let inner = resolved(schema, definitions);
    for case in inner.get("oneOf").and_then(Value::as_array).into_iter().flatten() {
        for (tag, content) in case.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if place.fields.is_empty() {
                let mut place = place.clone();
                place.cases.push(tag.clone());
                find(content, wanted, &place, definitions, found);
            }
        }
    }
    for (field, content) in inner.get("properties").and_then(Value::as_object).into_iter().flatten() {
        let item = content.get("items").filter(|_| content["type"] == "array");
        // What lies inside of a value of the market is no value of its own.
        if name_of(schema).is_some_and(|name| name.starts_with("market.")) {
            continue;
        }
        let mut place = place.clone();
        place.fields.push(if item.is_some() { format!("{field}[]") } else { field.clone() });
        find(item.unwrap_or(content), wanted, &place, definitions, found);
    }
}

//! The bad-input walk: every field and column of every operation, wrong in every way that its schema knows.
//!
//! What the refusal must be called follows from the schema alone, by the rules of the border:
//! a quantity refuses in its own name (`units.hashrate.out_of_range`), the reader in the field's (`mining.hashrate_ths.missing`).

mod columns;

use hashinsight_surface::{Error, JobWork, Problem, Shape, call, call_columns, open_job, open_stream};
use serde_json::{Value, json};

use super::{ops, run};
use crate::Result;
use crate::generate::model::{Choice, Model, Named, Op, Struct, Type, Variant};

/// One wrong input, and what it must be called.
struct Wrong {
    /// The request or the parameters, as JSON text.
    text: String,
    /// Columns in the form of the examples, where the operation takes some.
    columns: Value,
    /// The whole code, or `.problem` where the name before it is the operation's own affair.
    code: String,
    path: String,
    /// What the text of what is allowed ends in.
    allowed: String,
}

/// All wrong inputs with the core's refusal, which is checked against the rules.
pub(crate) fn cases(model: &Model) -> Result<Vec<Value>> {
    let mut cases = Vec::new();
    for op in ops(model) {
        for wrong in wrongs(model, op)? {
            let (path, text) = (op.operation.path, &wrong.text);
            let what = || format!("{path} with {text} {}", wrong.columns);
            let Err(error) = refusal(op, &wrong)? else { return Err(format!("{}: was accepted", what()).into()) };
            let code_fits =
                error.code() == wrong.code || (wrong.code.starts_with('.') && error.code().ends_with(&wrong.code));
            if !code_fits || error.path().as_str() != wrong.path || !error.allowed().ends_with(&wrong.allowed) {
                let must = format!("{} at {} {}", wrong.code, wrong.path, wrong.allowed);
                return Err(format!("{}: refused as {error}, must be {must}", what()).into());
            }
            let problem = error.code().rsplit('.').next();
            if Problem::ALL.iter().all(|known| Some(known.name()) != problem) {
                return Err(format!("{}: {} does not end in a known problem", what(), error.code()).into());
            }
            let shape = op.operation.shape.name();
            let columns = run::Inputs::new(op, &wrong.columns)?.to_json();
            let fault = run::fault(&error)?;
            cases.push(json!({ "path": path, "shape": shape, "text": text, "columns": columns, "fault": fault }));
        }
    }
    Ok(cases)
}

fn refusal(op: &Op, wrong: &Wrong) -> Result<std::result::Result<(), Error>> {
    let (path, text) = (op.operation.path, wrong.text.as_str());
    let inputs = run::Inputs::new(op, &wrong.columns)?;
    Ok(match op.operation.shape {
        Shape::Document { .. } => call(path, text).map(|_| ()),
        Shape::Columns { .. } => inputs.with(|columns| call_columns(path, text, columns)).map(|_| ()),
        Shape::Stream { .. } => {
            open_stream(path, text, None).and_then(|mut stream| inputs.with(|events| stream.update(events))).map(|_| ())
        }
        Shape::Job { .. } => open_job(path, text, JobWork::Whole).map(|_| ()),
    })
}

fn wrongs(model: &Model, op: &Op) -> Result<Vec<Wrong>> {
    let example: Value = serde_json::from_str(op.operation.example)?;
    let (request, columns) = match op.operation.shape {
        Shape::Document { .. } | Shape::Job { .. } => (example, Value::Null),
        Shape::Columns { .. } | Shape::Stream { .. } => (example["params"].clone(), example["columns"].clone()),
    };
    let mut walk =
        Walk { model, crate_name: op.operation.crate_name(), request: &request, columns: &columns, found: Vec::new() };
    walk.whole();
    walk.structure(&op.request, "", "");
    walk.columns(op);
    Ok(walk.found)
}

/// The name in which a value refuses itself, like `units.hashrate`.
fn quantity(schema: &Value) -> Option<String> {
    let quantity = schema.get("x-quantity")?.as_str()?;
    let crate_name = schema.get("x-crate").and_then(Value::as_str).unwrap_or("units");
    Some(format!("{crate_name}.{quantity}"))
}

struct Walk<'a> {
    model: &'a Model,
    crate_name: &'a str,
    request: &'a Value,
    columns: &'a Value,
    found: Vec<Wrong>,
}

impl Walk<'_> {
    fn push(&mut self, text: impl Into<String>, code: impl Into<String>, path: impl Into<String>) {
        let (text, code, path) = (text.into(), code.into(), path.into());
        self.found.push(Wrong { text, columns: self.columns.clone(), code, path, allowed: String::new() });
    }

    /// The request with `value` at `pointer` (or without what is there).
    fn with(&self, pointer: &str, value: Option<Value>) -> String {
        let mut request = self.request.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap_or(("", ""));
        if let Some(parent) = request.pointer_mut(parent).and_then(Value::as_object_mut) {
            match value {
                Some(value) => parent.insert(key.to_owned(), value),
                None => parent.remove(key),
            };
        }
        request.to_string()
    }

    fn whole(&mut self) {
        let code = format!("{}.request.wrong_type", self.crate_name);
        for text in ["[]", "null", "1", "\"text\"", "true"] {
            self.push(text, code.clone(), "");
        }
        for text in ["", "{", "{]", "{\"\\u12\":1}"] {
            self.push(text, "border.json.unknown", "");
        }
        // What is no document is that alone, whatever else is wrong with it.
        let unknown = self.with("/no_such_field", Some(Value::Null));
        self.push(&unknown[..unknown.len() - 1], "border.json.unknown", "");
        self.push("[".repeat(100_000), "border.depth.out_of_range", "");
        let deep = unknown.replacen("null", &"[".repeat(100_000), 1);
        self.push(deep, "border.depth.out_of_range", "");
        if let Some((key, value)) = self.request.as_object().and_then(|request| request.iter().next()) {
            let twice = format!("{{{}:{value},{}", json!(key), &self.request.to_string()[1..]);
            self.push(twice, format!("{}.{key}.several", self.crate_name), key);
        }
    }

    fn unknown_fields(&mut self, item: &Struct, pointer: &str, path: &str) {
        let code = format!("{}.request.unknown_field", self.crate_name);
        let unknown = self.with(&format!("{pointer}/no_such_field"), Some(json!(1)));
        self.push(unknown, code.clone(), join(path, "no_such_field"));
        if let Some(field) = item.fields.first().filter(|field| field.name.len() > 3) {
            let misspelt = format!("{}_", field.name);
            let text = self.with(&format!("{pointer}/{misspelt}"), Some(json!(1)));
            self.push(text, code, join(path, &misspelt));
            if let Some(wrong) = self.found.last_mut() {
                wrong.allowed = format!("did you mean {}?", field.name);
            }
        }
    }

    fn structure(&mut self, item: &Struct, pointer: &str, path: &str) {
        // Of an answer that is drawn some fields are read: nothing is asked of the others.
        if self.model.schemas[&item.name.to_string()]["additionalProperties"] == false {
            self.unknown_fields(item, pointer, path);
        }
        for field in &item.fields {
            let (pointer, path) = (format!("{pointer}/{}", field.name), join(path, &field.name));
            if field.required {
                let code = format!("{}.{}.missing", self.crate_name, field.name);
                self.push(self.with(&pointer, None), code, path.clone());
            }
            self.value(&field.ty, &field.schema, &field.name, &pointer, &path);
        }
    }

    fn value(&mut self, ty: &Type, schema: &Value, field: &str, pointer: &str, path: &str) {
        let wrong_type = format!("{}.{field}.wrong_type", self.crate_name);
        let mut mistyped = vec![Value::Null, json!([]), json!({}), json!(true), json!("x"), json!(1.5), json!([1])];
        match ty {
            Type::Number => mistyped.retain(|value| *value != json!(1.5)),
            Type::Integer | Type::Instant => {}
            Type::Bool => mistyped.retain(|value| *value != json!(true)),
            Type::Text | Type::Compact | Type::Date | Type::Decimal | Type::Wide => {
                mistyped.retain(|value| *value != json!("x"))
            }
            Type::List(_) => mistyped.retain(|value| !value.is_array()),
            Type::Named(name) | Type::Choice(name) | Type::Word(name) => match self.model.named(name).cloned() {
                Some(Named::Struct(item)) => {
                    mistyped.retain(|value| !value.is_object());
                    if self.request.pointer(pointer).is_some() {
                        self.structure(&item, pointer, path);
                    }
                }
                Some(Named::Choice(item)) => {
                    mistyped.retain(|value| *value != json!("x") && !value.is_object());
                    self.choice(&item, field, pointer, path);
                }
                None => {}
            },
        }
        for value in mistyped {
            self.push(self.with(pointer, Some(value)), wrong_type.clone(), path);
        }
        for (value, code) in self.beyond(ty, schema, field) {
            self.push(self.with(pointer, Some(value)), code, path);
        }
        if let Type::List(item) = ty {
            let code = format!("{}.{field}.wrong_type", self.crate_name);
            if **item == Type::Number {
                self.push(self.with(pointer, Some(json!([1, "x"]))), code, format!("{path}[1]"));
            }
        }
    }

    /// Values of the right type that are out of the range, and the code that says so.
    fn beyond(&self, ty: &Type, schema: &Value, field: &str) -> Vec<(Value, String)> {
        let quantity = quantity(schema);
        let code = |problem: &str| match &quantity {
            Some(quantity) => format!("{quantity}.{problem}"),
            None => format!("{}.{field}.{problem}", self.crate_name),
        };
        let mut found = Vec::new();
        match ty {
            Type::Number => {
                for word in ["NaN", "Infinity", "-Infinity"] {
                    found.push((json!(word), code("not_finite")));
                }
                found.push((json!(9_007_199_254_740_993_u64), "border.integer.out_of_range".to_owned()));
                let bound = |key: &str| schema.get(key).and_then(Value::as_f64);
                if let Some(low) = bound("minimum").or(bound("exclusiveMinimum")) {
                    let below = if low == 0.0 { -5e-324 } else { low.next_down() };
                    found.extend([(json!(below), code("out_of_range")), (json!(low - 1.0), code("out_of_range"))]);
                    if bound("exclusiveMinimum").is_some() {
                        found.push((json!(low), code("out_of_range")));
                    }
                }
                if let Some(high) = bound("maximum") {
                    found.push((json!(high.next_up()), code("out_of_range")));
                }
                if let Some(least) = bound("x-zero-or-from") {
                    found.extend([5e-324, least.next_down()].map(|value| (json!(value), code("out_of_range"))));
                }
            }
            Type::Integer | Type::Instant | Type::Compact => {
                let mut schema = schema;
                if *ty == Type::Compact {
                    found.push((json!("no such thing"), ".unknown".to_owned()));
                    schema = &schema["anyOf"][1];
                }
                if let Some(low) = schema.get("minimum").and_then(Value::as_i64) {
                    found.push((json!(low - 1), code("out_of_range")));
                }
                if let Some(high) = schema.get("maximum").and_then(Value::as_i64) {
                    found.push((json!(high + 1), code("out_of_range")));
                }
            }
            Type::Decimal => {
                for text in [
                    "",
                    "x",
                    "1e3",
                    "NaN",
                    "1.",
                    ".5",
                    "+1",
                    "79228162514264337593543950336.5",
                    "0.12345678901234567890123456789",
                ] {
                    found.push((json!(text), code("unknown")));
                }
            }
            Type::Date => {
                found.push((json!("2023-02-29"), code("out_of_range")));
                found.push((json!("23-2-9"), code("unknown")));
            }
            Type::Wide => {
                found.push((json!("-1"), code("out_of_range")));
                for text in ["", "-", "1.0", "0x1", " 1"] {
                    found.push((json!(text), code("unknown")));
                }
                found.push((json!("9".repeat(40)), code("out_of_range")));
            }
            Type::Text if schema.get("pattern").is_some() => {
                for text in ["", "\u{0}", "no such thing, ever"] {
                    found.push((json!(text), ".unknown".to_owned()));
                }
            }
            Type::Bool | Type::Text | Type::List(_) | Type::Named(_) | Type::Choice(_) | Type::Word(_) => {}
        }
        found
    }

    fn choice(&mut self, item: &Choice, field: &str, pointer: &str, path: &str) {
        let code = |problem: &str| format!("{}.{field}.{problem}", self.crate_name);
        let (unknown, missing, several) = (code("unknown"), code("missing"), code("several"));
        self.push(self.with(pointer, Some(json!("no_such_case"))), unknown.clone(), path);
        self.push(self.with(pointer, Some(json!({ "no_such_case": 1 }))), unknown, path);
        self.push(self.with(pointer, Some(json!({}))), missing, path);
        if let Some(Value::Object(given)) = self.request.pointer(pointer) {
            let mut two = given.clone();
            two.insert("zzz".into(), json!(1));
            self.push(self.with(pointer, Some(Value::Object(two))), several, path);
        }
        for Variant { tag, content, .. } in &item.variants {
            let inner = join(path, tag);
            let wrong_type = format!("{}.{tag}.wrong_type", self.crate_name);
            match content {
                None => self.push(
                    self.with(pointer, Some(json!({ tag: 1 }))),
                    format!("{}.{field}.wrong_type", self.crate_name),
                    path,
                ),
                Some(Type::Number) => {
                    self.push(self.with(pointer, Some(json!({ tag: "x" }))), wrong_type.clone(), inner.clone());
                    self.push(self.with(pointer, Some(json!({ tag: null }))), wrong_type, inner.clone());
                    self.push(self.with(pointer, Some(json!({ tag: "NaN" }))), ".not_finite", inner);
                    self.push(
                        self.with(pointer, Some(json!(tag))),
                        format!("{}.{field}.wrong_type", self.crate_name),
                        path,
                    );
                }
                Some(Type::Compact) => {
                    self.push(self.with(pointer, Some(json!({ tag: 1.5 }))), wrong_type, inner.clone());
                    self.push(self.with(pointer, Some(json!({ tag: -1 }))), ".out_of_range", inner);
                }
                Some(Type::Text) => {
                    self.push(self.with(pointer, Some(json!({ tag: 1 }))), wrong_type, inner.clone());
                    // A label or cell of a report may be any text where it is no code.
                    if tag == "text" {
                        continue;
                    }
                    self.push(self.with(pointer, Some(json!({ tag: "no such thing" }))), ".unknown", inner);
                }
                Some(_) => {}
            }
        }
    }
}

fn join(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

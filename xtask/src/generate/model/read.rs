//! From schemas to the model.

use std::collections::{BTreeMap, BTreeSet};

use hashinsight_surface::{ColumnSpec, Operation};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::text::{pascal, plain_texts, text};
use super::{Choice, ColumnField, Domain, Field, Model, Name, Named, Op, Struct, Type, Variant};
use crate::Result;

struct Raw {
    operation: &'static Operation,
    request: Value,
    report: Option<Value>,
    inputs: Vec<Value>,
    outputs: Vec<Value>,
}

pub(crate) fn model() -> Result<Model> {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut raw = Vec::new();
    for operation in hashinsight_surface::operations() {
        let [inputs, outputs] = [operation.shape.inputs(), operation.shape.outputs()]
            .map(|specs| specs.iter().map(|spec| (spec.schema)(&mut generator).to_value()).collect());
        let request = (operation.schemas.request)(&mut generator).to_value();
        let report = operation.schemas.report.map(|schema| schema(&mut generator).to_value());
        raw.push(Raw { operation, request, report, inputs, outputs });
    }
    let mut schemas = generator.take_definitions(true);
    let topics = topics(&mut schemas);
    name_inner_structs(&mut schemas);
    schemas.values_mut().for_each(plain_texts);
    let mut read = Types { schemas: &schemas, topics, entered: BTreeSet::new(), reached: Vec::new() };

    let mut domains: BTreeMap<String, Domain> = BTreeMap::new();
    let (mut accepted, mut answered) = (BTreeSet::new(), BTreeSet::new());
    for raw in raw {
        let (domain, op) = read.operation(raw, &mut accepted, &mut answered)?;
        domains.entry(domain).or_default().operations.push(op);
    }
    for named in read.reached {
        domains.entry(named.name().domain.clone()).or_default().types.push(named);
    }
    domains.iter().try_for_each(|(domain, content)| names_differ(domain, content))?;
    let routes = super::routes::routes(&domains);
    Ok(Model { domains, schemas, accepted, answered, routes, held: hashinsight_surface::held() })
}

/// Takes out of the schemas in which module of its crate each type is declared: `profit` of `hashinsight_mining::profit::batch`.
fn topics(schemas: &mut Map<String, Value>) -> BTreeMap<String, String> {
    let topic = |(name, schema): (&String, &mut Value)| {
        let module = schema.as_object_mut().and_then(|schema| schema.remove("x-module"));
        let module = module.as_ref().map(text).unwrap_or_default();
        (name.clone(), module.split("::").nth(1).unwrap_or_default().to_owned())
    };
    schemas.iter_mut().map(topic).collect()
}

/// A case that holds a struct of its own, like `{"undefined": {"reason": ...}}`, gets a name for it: `OutcomeUndefined`.
fn name_inner_structs(schemas: &mut Map<String, Value>) {
    let mut named: Vec<(String, Value)> = Vec::new();
    for (name, schema) in schemas.iter_mut() {
        for case in schema.get_mut("oneOf").and_then(Value::as_array_mut).into_iter().flatten() {
            let doc = case.get("description").cloned();
            for (tag, content) in case.get_mut("properties").and_then(Value::as_object_mut).into_iter().flatten() {
                if content["type"] == "object" {
                    let inner = format!("{name}{}", pascal(tag));
                    let reference = serde_json::json!({ "$ref": format!("#/$defs/{inner}") });
                    let mut content = std::mem::replace(content, reference);
                    if let (Some(content), Some(doc)) = (content.as_object_mut(), &doc) {
                        content.entry("description").or_insert_with(|| doc.clone());
                    }
                    named.push((inner, content));
                }
            }
        }
    }
    schemas.extend(named);
}

/// Two types of a domain that are called alike get a number from the schemas: the table must name one of them otherwise.
fn names_differ(domain: &str, content: &Domain) -> Result<()> {
    let names: BTreeSet<&str> = content.types.iter().map(|named| named.name().own.as_str()).collect();
    let twin = names.iter().find(|name| names.contains(name.strip_suffix('2').unwrap_or_default()));
    twin.map_or(Ok(()), |name| Err(format!("two types of {domain} are called {}", name.trim_end_matches('2')).into()))
}

struct Types<'a> {
    schemas: &'a Map<String, Value>,
    topics: BTreeMap<String, String>,
    /// Names of those that are reached, and of those whose content is being read.
    entered: BTreeSet<Name>,
    /// Each after those that it holds, unless they hold it.
    reached: Vec<Named>,
}

impl Types<'_> {
    fn operation(
        &mut self,
        raw: Raw,
        accepted: &mut BTreeSet<Name>,
        answered: &mut BTreeSet<Name>,
    ) -> Result<(String, Op)> {
        let Raw { operation, request, report, inputs, outputs } = raw;
        let path = operation.path;
        let (domain, name) = path.split_once('.').ok_or("an operation path without a domain")?;
        let Type::Named(request_name) = self.type_of(&request)? else {
            return Err(format!("{path}: the request is no struct").into());
        };
        let Named::Struct(request) = self.named(&request_name)? else {
            return Err(format!("{path}: the request is no struct").into());
        };
        for field in &request.fields {
            self.reach(&field.ty)?;
            self.collect(&field.ty, accepted)?;
        }
        let report = match report.map(|report| self.type_of(&report)).transpose()? {
            None => None,
            Some(Type::Named(name)) => {
                self.reach(&Type::Named(name.clone()))?;
                self.collect(&Type::Named(name.clone()), answered)?;
                Some(name)
            }
            Some(_) => return Err(format!("{path}: the report is no struct").into()),
        };
        let inputs = self.columns(operation.shape.inputs(), inputs)?;
        inputs.iter().try_for_each(|input| self.collect(&input.ty, accepted))?;
        let outputs = self.columns(operation.shape.outputs(), outputs)?;
        let op = Op { name: name.to_owned(), operation, request, report, inputs, outputs };
        Ok((domain.to_owned(), op))
    }

    fn columns(&mut self, specs: &'static [ColumnSpec], schemas: Vec<Value>) -> Result<Vec<ColumnField>> {
        let mut columns = Vec::new();
        for (spec, schema) in specs.iter().zip(schemas) {
            let ty = self.type_of(&schema)?;
            self.reach(&ty)?;
            columns.push(ColumnField { spec, schema, ty });
        }
        Ok(columns)
    }

    /// Adds the names of a type and of what it holds.
    fn collect(&self, ty: &Type, names: &mut BTreeSet<Name>) -> Result<()> {
        let Some(name) = ty.name() else { return Ok(()) };
        if names.insert(name.clone()) {
            self.named(name)?.held().into_iter().try_for_each(|held| self.collect(held, names))?;
        }
        Ok(())
    }

    /// Adds a type and what it holds, innermost first.
    fn reach(&mut self, ty: &Type) -> Result<()> {
        let Some(name) = ty.name().filter(|name| self.entered.insert((*name).clone())) else {
            return Ok(());
        };
        let named = self.named(name)?;
        let inner: Vec<Type> = named.held().into_iter().cloned().collect();
        inner.iter().try_for_each(|ty| self.reach(ty))?;
        self.reached.push(named);
        Ok(())
    }

    fn named(&self, name: &Name) -> Result<Named> {
        let key = name.to_string();
        let schema = self.schemas.get(&key).ok_or_else(|| format!("no definition of {name}"))?;
        if schema.get("properties").is_some() || schema["type"] == "object" {
            return self.structure(name, schema).map(Named::Struct);
        }
        let cases = schema
            .get("oneOf")
            .and_then(Value::as_array)
            .ok_or_else(|| format!("{name} is neither struct nor choice"))?;
        let mut variants = Vec::new();
        for case in cases {
            if let Some(word) = case.get("const") {
                variants.push(Variant { tag: text(word), doc: doc(case), content: None });
                continue;
            }
            let entry = case["properties"].as_object().and_then(|properties| properties.iter().next());
            let (tag, content) = entry.ok_or_else(|| format!("{name}: a case without a key"))?;
            let content = Some(self.type_of(content).map_err(|error| format!("{name}.{tag}: {error}"))?);
            variants.push(Variant { tag: tag.clone(), doc: doc(case), content });
        }
        Ok(Named::Choice(Choice { name: name.clone(), topic: self.topic(&key), doc: doc(schema), variants }))
    }

    /// Where a type is declared; the content of a case stands with its choice.
    fn topic(&self, key: &str) -> String {
        let holder = self.topics.iter().filter(|(name, _)| key.starts_with(name.as_str()));
        let holder = holder.max_by_key(|(name, _)| name.len());
        holder.map(|(_, topic)| topic.clone()).unwrap_or_default()
    }

    fn structure(&self, name: &Name, schema: &Value) -> Result<Struct> {
        let none = Map::new();
        let properties = schema.get("properties").and_then(Value::as_object).unwrap_or(&none);
        let required: Vec<String> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().map(text).collect();
        let mut fields = Vec::new();
        for (field, schema) in properties {
            fields.push(Field {
                name: field.clone(),
                doc: doc(schema),
                ty: self.type_of(schema).map_err(|error| format!("{name}.{field}: {error}"))?,
                required: required.contains(field),
                schema: schema.clone(),
            });
        }
        let topic = self.topic(&name.to_string());
        Ok(Struct { name: name.clone(), topic, doc: doc(schema), fields })
    }

    fn type_of(&self, schema: &Value) -> Result<Type> {
        if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
            let key = reference.rsplit('/').next().unwrap_or_default();
            let (domain, own) = key.split_once('.').ok_or_else(|| format!("{key} is a name without a domain"))?;
            let name = Name { domain: domain.to_owned(), own: own.to_owned() };
            let cases = self.schemas.get(key).and_then(|schema| schema.get("oneOf")).and_then(Value::as_array);
            return Ok(match cases {
                Some(cases) if cases.iter().all(|case| case.get("const").is_some()) => Type::Word(name),
                Some(_) => Type::Choice(name),
                None => Type::Named(name),
            });
        }
        let quantity = schema.get("x-quantity").and_then(Value::as_str).unwrap_or_default();
        match (schema["type"].as_str().unwrap_or_default(), quantity) {
            (_, "nbits") => Ok(Type::Compact),
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

fn doc(schema: &Value) -> String {
    schema.get("description").map(text).unwrap_or_default()
}

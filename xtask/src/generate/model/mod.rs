//! What a generator needs to know of the operation table: operations, structs and choices, read from the JSON Schemas.

mod read;
mod routes;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use hashinsight_surface::{ColumnSpec, Held, Operation};
use serde_json::{Map, Value};

pub(crate) use read::model;
pub(crate) use text::{camel, pascal, plain, range};

pub(crate) struct Model {
    /// By domain: those of the operations, and those that only hold vocabulary which several share.
    pub(crate) domains: BTreeMap<String, Domain>,
    /// The definitions, as JSON Schema.
    pub(crate) schemas: Map<String, Value>,
    /// Types that a caller can pass.
    pub(crate) accepted: BTreeSet<Name>,
    /// Types that stand in answers.
    pub(crate) answered: BTreeSet<Name>,
    /// Where a request takes a type that a caller can pass: `mining.forecast:project`, `[]` for an element of a list.
    pub(crate) routes: BTreeMap<Name, String>,
    /// What the answers of one type hold of the kinds that other rooms take.
    pub(crate) held: Vec<Held>,
}

#[derive(Default)]
pub(crate) struct Domain {
    /// In table order.
    pub(crate) operations: Vec<Op>,
    /// Types that are declared here and that operations reach, a type before those that hold it.
    pub(crate) types: Vec<Named>,
}

pub(crate) struct Op {
    pub(crate) name: String,
    pub(crate) operation: &'static Operation,
    /// Fields of the request or the parameters.
    pub(crate) request: Struct,
    pub(crate) report: Option<Name>,
    pub(crate) inputs: Vec<ColumnField>,
    pub(crate) outputs: Vec<ColumnField>,
}

pub(crate) struct ColumnField {
    pub(crate) spec: &'static ColumnSpec,
    pub(crate) schema: Value,
    pub(crate) ty: Type,
}

impl ColumnField {
    /// Whether the column may be left out: the parameters decide whether it is read.
    pub(crate) fn is_optional(&self) -> bool {
        self.schema["x-column"] == "optional"
    }
}

/// A type of the family: `mining.Fleet`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Name {
    pub(crate) domain: String,
    pub(crate) own: String,
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.domain, self.own)
    }
}

#[derive(Clone)]
pub(crate) enum Named {
    Struct(Struct),
    Choice(Choice),
}

impl Named {
    pub(crate) fn name(&self) -> &Name {
        match self {
            Self::Struct(item) => &item.name,
            Self::Choice(item) => &item.name,
        }
    }

    pub(crate) fn topic(&self) -> &str {
        match self {
            Self::Struct(item) => &item.topic,
            Self::Choice(item) => &item.topic,
        }
    }

    /// Types that this one holds.
    pub(crate) fn held(&self) -> Vec<&Type> {
        match self {
            Self::Struct(item) => item.fields.iter().map(|field| &field.ty).collect(),
            Self::Choice(item) => item.variants.iter().filter_map(|variant| variant.content.as_ref()).collect(),
        }
    }
}

#[derive(Clone)]
pub(crate) struct Struct {
    pub(crate) name: Name,
    /// Module of the crate that declares it; empty for the crate's root.
    pub(crate) topic: String,
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
    pub(crate) name: Name,
    pub(crate) topic: String,
    pub(crate) doc: String,
    pub(crate) variants: Vec<Variant>,
}

impl Choice {
    /// Whether every case is a bare word.
    pub(crate) fn is_plain(&self) -> bool {
        self.variants.iter().all(|variant| variant.content.is_none())
    }

    /// What the case `value` holds, where there is such a case: then every language has it as `.value`.
    pub(crate) fn value(&self) -> Option<&Type> {
        self.variants.iter().find(|variant| variant.tag == "value").and_then(|variant| variant.content.as_ref())
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
    /// Text that may come in as an integer too.
    Compact,
    List(Box<Type>),
    /// A struct.
    Named(Name),
    /// A choice with content in some of its cases.
    Choice(Name),
    /// A choice whose every case is a bare word.
    Word(Name),
}

impl Type {
    /// The name in it, if it has one.
    pub(crate) fn name(&self) -> Option<&Name> {
        match self {
            Self::Named(name) | Self::Choice(name) | Self::Word(name) => Some(name),
            Self::List(item) => item.name(),
            _ => None,
        }
    }
}

/// Cases of what may not exist, beside its value.
const ABSENT: [&str; 4] = ["never", "unbounded", "every", "undefined"];

impl Model {
    /// The accessors of a type: those of the one that has some.
    pub(crate) fn held_by(&self, name: &Name) -> &[Held] {
        if name.to_string() == hashinsight_surface::HOLDER { &self.held } else { &[] }
    }

    /// What an accessor gives.
    pub(crate) fn held_type(held: &Held) -> Type {
        match held.schema.split_once('.') {
            Some((domain, own)) => Type::Named(Name { domain: domain.to_owned(), own: own.to_owned() }),
            None if held.schema == "height" => Type::Integer,
            None => Type::Number,
        }
    }

    /// What an accessor says of itself.
    pub(crate) fn held_doc(held: &Held) -> String {
        let what = held.name.replace('_', " ");
        format!(
            "The one {what} of the answer; where it holds several, that of this name: of the field, the instrument, the currency or the coin."
        )
    }

    /// What a choice holds that may not exist: a value, or one of the four reasons why there is none.
    pub(crate) fn outcome(&self, name: &Name) -> Option<&Type> {
        let Some(Named::Choice(choice)) = self.named(name) else { return None };
        let rest: Vec<&str> = choice.variants.iter().map(|v| v.tag.as_str()).filter(|tag| *tag != "value").collect();
        choice.value().filter(|_| rest == ABSENT)
    }

    pub(crate) fn named(&self, name: &Name) -> Option<&Named> {
        self.domains.get(&name.domain)?.types.iter().find(|named| named.name() == name)
    }
}

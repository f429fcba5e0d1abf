//! Objects whose keys are data: currencies, coins.

use std::borrow::Cow;
use std::collections::BTreeMap;

use hashinsight_units::json::{Element, Node};
use hashinsight_units::{Error, FieldPath, Problem};

use super::checked::value_at;
use super::shape::Wire;
use crate::error::refuse;

/// The members of an object, each key once: of a key that stands there twice no value is the right one.
#[derive(Debug)]
pub(crate) struct Members<'d>(BTreeMap<Cow<'d, str>, Node<'d>>);

impl<'d> Members<'d> {
    /// The members of what stands at `path`.
    pub(super) fn of(path: FieldPath, node: Node<'d>) -> Result<Self, Error> {
        let Element::Object(entries) = node.element() else {
            return Err(refuse(Problem::WrongType, path, node.raw(), "an object"));
        };
        let mut members = BTreeMap::new();
        for (key, value) in entries {
            if let Some(first) = members.insert(key.clone(), value) {
                let allowed = format!("the key once; it stands here with {} too", crate::error::excerpt(&first.raw()));
                return Err(refuse(Problem::Several, path.field(&key), value.raw(), allowed));
            }
        }
        Ok(Self(members))
    }

    /// The member of this name, as an object of its own.
    pub(crate) fn members(&self, name: &str) -> Option<Result<Self, Error>> {
        self.0.get(name).map(|node| Self::of(FieldPath::new(name), *node))
    }

    /// The member of this name of what stands at `path`.
    pub(crate) fn read<T: Wire>(&self, path: &FieldPath, name: &str) -> Option<Result<T, Error>> {
        self.0.get(name).map(|node| value_at(path.clone().field(name), *node))
    }

    /// Names and values, sorted by name.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Node<'d>)> {
        self.0.iter().map(|(key, node)| (&**key, *node))
    }
}

//! Reports: from the JSON text of the core to plain Python values, as `json.loads` would, without its text in between. Lists beside the
//! text become lists like the others.

use hashinsight_surface::{Answer, ColumnBuffer};
use pyo3::IntoPyObjectExt;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

/// The value that a report says.
pub(crate) fn decode(py: Python<'_>, Answer { text, lists }: Answer) -> PyResult<Bound<'_, PyAny>> {
    let lists = lists.into_iter().map(|list| match list {
        ColumnBuffer::F64(floats) => floats.into_bound_py_any(py),
        ColumnBuffer::I64(integers) => integers.into_bound_py_any(py),
        ColumnBuffer::Bool(_) | ColumnBuffer::Words { .. } => unreachable!("only numbers stand beside the text"),
    });
    let lists = lists.collect::<PyResult<Vec<_>>>()?;
    let mut reader = serde_json::Deserializer::from_str(&text);
    let value = Value(py, &lists).deserialize(&mut reader);
    value.map_err(|error| pyo3::exceptions::PyRuntimeError::new_err(error.to_string()))
}

#[derive(Clone, Copy)]
struct Value<'a, 'py>(Python<'py>, &'a [Bound<'py, PyAny>]);

impl<'py> Value<'_, 'py> {
    fn made<E: Error>(self, value: impl IntoPyObjectExt<'py>) -> Result<Bound<'py, PyAny>, E> {
        value.into_bound_py_any(self.0).map_err(E::custom)
    }
}

impl<'de, 'py> DeserializeSeed<'de> for Value<'_, 'py> {
    type Value = Bound<'py, PyAny>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, 'py> Visitor<'de> for Value<'_, 'py> {
    type Value = Bound<'py, PyAny>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value of a report")
    }

    /// Only in the place of a list.
    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(self.0.None().into_bound(self.0))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Self::Value, E> {
        self.made(value)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        self.made(value)
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        self.made(value)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        self.made(value)
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Self::Value, E> {
        self.made(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let list = PyList::empty(self.0);
        while let Some(item) = items.next_element_seed(self)? {
            if item.is_none() {
                let number: Option<usize> = items.next_element()?;
                let beside = number.and_then(|number| self.1.get(number)).cloned();
                return beside.ok_or_else(|| A::Error::custom("no such list"));
            }
            list.append(item).map_err(A::Error::custom)?;
        }
        Ok(list.into_any())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let dict = PyDict::new(self.0);
        while let Some(key) = entries.next_key_seed(Key(self.0))? {
            dict.set_item(key, entries.next_value_seed(self)?).map_err(A::Error::custom)?;
        }
        Ok(dict.into_any())
    }
}

/// A field name, which Python already has: the generated classes look it up by the same text.
struct Key<'py>(Python<'py>);

impl<'de, 'py> DeserializeSeed<'de> for Key<'py> {
    type Value = Bound<'py, PyString>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'py> Visitor<'_> for Key<'py> {
    type Value = Bound<'py, PyString>;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(PyString::intern(self.0, name))
    }
}

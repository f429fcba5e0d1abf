//! Reading TOML field by field, so that every refusal is a [`Fault`] that names field, value and what is allowed.

use std::fmt::Display;
use std::str::FromStr;

use hashinsight::units::{Error, Fault, FieldPath, Problem};
use toml::{Table, Value};

/// A table whose fields are taken out one by one.
pub(crate) struct Fields {
    table: Table,
    path: FieldPath,
}

impl Fields {
    /// The document as a whole.
    pub(crate) fn of(text: &str) -> Result<Self, Error> {
        let table = text.parse::<Table>().map_err(|error| {
            let line = error.span().map_or(0, |span| text[..span.start.min(text.len())].lines().count().max(1));
            fault("file", Problem::Unknown).at(format!("line {line}")).got(error.message()).allowed("TOML 1.0")
        })?;
        Ok(Self { table, path: FieldPath::default() })
    }

    /// Refuses fields of other names: asked first, so that a misspelt field is not called a missing one.
    pub(crate) fn only(&self, known: &[&str]) -> Result<(), Error> {
        match self.table.keys().find(|key| !known.contains(&key.as_str())) {
            None => Ok(()),
            Some(key) => {
                Err(fault("file", Problem::UnknownField).at(self.at(key)).got(key).allowed(known.join(", ")).into())
            }
        }
    }

    /// The path of a field of this table.
    pub(crate) fn at(&self, name: &str) -> FieldPath {
        self.path.clone().field(name)
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        self.table.remove(name)
    }

    fn wrong_type(&self, name: &str, value: impl Display, allowed: &str) -> Error {
        fault(name, Problem::WrongType).at(self.at(name)).got(value).allowed(allowed).into()
    }

    fn missing(&self, name: &str, allowed: &str) -> Error {
        fault(name, Problem::Missing).at(self.at(name)).allowed(allowed).into()
    }

    /// Text, where it is given.
    pub(crate) fn text(&mut self, name: &str, allowed: &str) -> Result<Option<String>, Error> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong_type(name, other, allowed)),
        }
    }

    /// Text that must be given.
    pub(crate) fn required_text(&mut self, name: &str, allowed: &str) -> Result<String, Error> {
        self.text(name, allowed)?.ok_or_else(|| self.missing(name, allowed))
    }

    /// A quantity with its unit, where it is given. `example` shows how it is written.
    pub(crate) fn quantity<T: FromStr<Err = Error>>(&mut self, name: &str, example: &str) -> Result<Option<T>, Error> {
        let text = self.text(name, &format!("text with its unit, such as {example:?}"))?;
        text.map(|text| text.parse::<T>().map_err(|fault| fault.at(self.at(name)))).transpose()
    }

    /// A quantity that must be given.
    pub(crate) fn required_quantity<T: FromStr<Err = Error>>(&mut self, name: &str, example: &str) -> Result<T, Error> {
        self.quantity(name, example)?.ok_or_else(|| self.missing(name, &format!("such as {example:?}")))
    }

    /// A whole number that must be given and fit `u32`.
    pub(crate) fn whole(&mut self, name: &str, allowed: &str) -> Result<u32, Error> {
        match self.take(name) {
            None => Err(self.missing(name, allowed)),
            Some(Value::Integer(value)) => u32::try_from(value)
                .map_err(|_| fault(name, Problem::OutOfRange).at(self.at(name)).got(value).allowed(allowed).into()),
            Some(other) => Err(self.wrong_type(name, other, allowed)),
        }
    }

    /// A whole number that need not be given.
    pub(crate) fn optional_whole(&mut self, name: &str, allowed: &str) -> Result<Option<i64>, Error> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Integer(value)) => Ok(Some(value)),
            Some(other) => Err(self.wrong_type(name, other, allowed)),
        }
    }

    /// Yes or no; absent: no.
    pub(crate) fn flag(&mut self, name: &str) -> Result<bool, Error> {
        match self.take(name) {
            None => Ok(false),
            Some(Value::Boolean(value)) => Ok(value),
            Some(other) => Err(self.wrong_type(name, other, "true or false")),
        }
    }

    /// A change in percent that must be given, as a part. It lies between `low` and `high` percent.
    pub(crate) fn change(&mut self, name: &str, low: f64, high: f64) -> Result<f64, Error> {
        let allowed = format!("{low} % to {high} %, such as \"1.5 %\"");
        let text = self.required_text(name, &allowed)?;
        let percent = text.strip_suffix('%').and_then(|number| number.trim_end().parse::<f64>().ok());
        let refuse = |problem| fault(name, problem).at(self.at(name)).got(&text).allowed(&allowed);
        match percent {
            None => Err(refuse(Problem::Unknown).into()),
            Some(percent) if !percent.is_finite() => Err(refuse(Problem::NotFinite).into()),
            Some(percent) if (low..=high).contains(&percent) => Ok(percent / 100.0),
            Some(_) => Err(refuse(Problem::OutOfRange).into()),
        }
    }

    fn inner(path: FieldPath, value: Value) -> Result<Self, Error> {
        match value {
            Value::Table(table) => Ok(Self { table, path }),
            other => Err(fault("table", Problem::WrongType).at(path).got(other).allowed("a table").into()),
        }
    }

    /// A table inside, where it is given.
    pub(crate) fn table(&mut self, name: &str) -> Result<Option<Self>, Error> {
        self.take(name).map(|value| Self::inner(self.at(name), value)).transpose()
    }

    /// The tables of an array, which may be absent.
    pub(crate) fn tables(&mut self, name: &str) -> Result<Vec<Self>, Error> {
        match self.take(name) {
            None => Ok(Vec::new()),
            Some(Value::Array(values)) => {
                let inner = |(i, value)| Self::inner(self.at(name).index(i), value);
                values.into_iter().enumerate().map(inner).collect()
            }
            Some(other) => Err(self.wrong_type(name, other, "an array of tables")),
        }
    }
}

/// A fault of the site file: `site.<field>.<problem>`.
pub(crate) fn fault(field: &str, problem: Problem) -> Fault {
    Fault::new(format!("site.{field}"), problem)
}

//! Codes of the catalogue.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use hashinsight_texts::{Language, text};
use hashinsight_units::json::Node;
use hashinsight_units::record::{Reader, Value, read_text};
use hashinsight_units::{Error, Fault, Problem, wire};

/// Code of a text of the catalogue, which has it in every language.
///
/// ```
/// use hashinsight_report::document::TextCode;
/// assert_eq!(&*"report.word.halving".parse::<TextCode>()?, "report.word.halving");
/// assert!("no such thing".parse::<TextCode>().is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextCode(String);

impl TextCode {
    const ALLOWED: &str = "a code of the catalogue of texts, like report.word.halving";

    /// A code of this crate's own: a test finds each in both languages.
    pub(crate) fn of(code: impl Into<String>) -> Self {
        Self(code.into())
    }
}

impl Deref for TextCode {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl FromStr for TextCode {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        match text(Language::En, code) {
            Some(_) => Ok(Self(code.to_owned())),
            None => Err(Fault::new("report.text_code", Problem::Unknown).got(code).allowed(Self::ALLOWED).into()),
        }
    }
}

impl fmt::Display for TextCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Value for TextCode {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, str::parse::<Self>)
    }

    fn form() -> String {
        Self::ALLOWED.to_owned()
    }
}

impl serde::Serialize for TextCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> serde::Deserialize<'de> for TextCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        wire::text(deserializer, str::parse::<Self>)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TextCode {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TextCode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^[a-z_]+(\.[a-z_0-9]+)+$", "x-quantity": "text_code", "x-crate": "report" })
    }
}

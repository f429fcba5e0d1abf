//! A caller's key at an upstream.

use std::fmt;
use std::str::FromStr;

use hashinsight_units::json::{Element, Node};
use hashinsight_units::record::{self, Reader, Value};
use hashinsight_units::{At, Error, Fault, Problem, Record};

use crate::encoding;

/// A secret of the caller at an upstream: 1 to 256 characters `A-Z a-z 0-9 . _ ~ -`. It never shows in a message.
///
/// ```
/// use hashinsight_feeds::Key;
/// let key: Key = "CG-7kfa93".parse()?;
/// assert_eq!(format!("{key:?} {key}"), "*** ***");
/// assert!(!"CG 7kfa93".parse::<Key>().unwrap_err().to_string().contains("7kfa93"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

const ALLOWED: &str = "1 to 256 characters A-Z a-z 0-9 . _ ~ -";

impl Key {
    fn new(text: &str) -> Result<Self, Fault> {
        if (1..=256).contains(&text.len()) && text.bytes().all(encoding::is_unreserved) {
            return Ok(Self(text.to_owned()));
        }
        Err(Fault::new("feeds.key", Problem::Unknown).got("***").allowed(ALLOWED))
    }

    /// The secret itself: for the socket.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Self::new(text).at("key")
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Value for Key {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        match node.element() {
            Element::Text(text) => reader.checked(Self::new(&text)),
            // Whatever stands where a key should, it is not shown.
            _ => reader.problem(Problem::WrongType, "***", Self::form()),
        }
    }

    fn form() -> String {
        ALLOWED.to_owned()
    }
}

/// Masked: a key leaves this crate in requests alone.
impl serde::Serialize for Key {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        record::deserialize(env!("CARGO_PKG_NAME"), deserializer)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Key {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9._~-]{1,256}$", "x-quantity": "key", "x-crate": "feeds" })
    }
}

/// Where a key goes. Each stands for one host, and a request to another host does not take it.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Access {
    /// Key of CoinWarz, sent in the query: every call needs it, and URLs in logs show it.
    #[record(example = "yourkey")]
    CoinwarzQuery(Key),
    /// Key of CoinGecko's Demo plan, sent in a header.
    #[record(example = "yourkey")]
    CoingeckoDemo(Key),
    /// Key of CoinGecko's Pro plan, sent in a header and to another host.
    #[record(example = "yourkey")]
    CoingeckoPro(Key),
    /// Key of Ankr's bitcoin node, sent in the path.
    #[record(example = "yourkey")]
    AnkrPath(Key),
    /// Key of Binance, sent in a header; the signature of signed calls is the caller's: see `Request::query_string`.
    #[record(example = "yourkey")]
    BinanceHeader(Key),
}

impl Access {
    /// The key, whoever it is for.
    pub(crate) const fn key(&self) -> &Key {
        match self {
            Self::CoinwarzQuery(key)
            | Self::CoingeckoDemo(key)
            | Self::CoingeckoPro(key)
            | Self::AnkrPath(key)
            | Self::BinanceHeader(key) => key,
        }
    }
}

/// Where in a request a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyPlace {
    /// Into the query, under this name.
    Query(&'static str),
    /// Into the header of this name.
    Header(&'static str),
    /// Into a header, at another host.
    HeaderAt {
        /// The host for those who have a key.
        host: &'static str,
        /// Name of the header.
        name: &'static str,
    },
    /// Into the path, at another host.
    Path {
        /// The host for those who have a key.
        host: &'static str,
        /// What stands before the key.
        before: &'static str,
    },
}

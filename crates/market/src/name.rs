//! Names of publishers and of what they publish.

use std::fmt;
use std::str::FromStr;

use hashinsight_units::json::Node;
use hashinsight_units::record::{Reader, Value, read_text};
use hashinsight_units::{Error, Fault, Problem, wire};

/// How many bytes are such: over arrays of one length and without branches, that is a few steps in lanes.
fn count<const N: usize>(bytes: &[u8; N], is: impl Fn(u8) -> bool) -> usize {
    usize::from(bytes.iter().map(|b| u8::from(is(*b))).sum::<u8>())
}

#[expect(clippy::expect_used, reason = "a name is made of ASCII only")]
fn text(name: &[u8]) -> &str {
    std::str::from_utf8(name).expect("ASCII")
}

macro_rules! name {
    (
        $(#[$doc:meta])*
        $name:ident, $field:literal, at most $length:literal, first $first:expr, each $fits:expr,
        allowed $allowed:literal, pattern $pattern:literal
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $length]);

        impl $name {
            /// The name.
            pub fn as_str(&self) -> &str {
                text(self.as_bytes())
            }

            /// The name, as ASCII.
            pub fn as_bytes(&self) -> &[u8] {
                &self.0[..count(&self.0, |b| b != 0)]
            }
        }

        impl FromStr for $name {
            type Err = Error;

            fn from_str(text: &str) -> Result<Self, Error> {
                Self::try_from(text.as_bytes())
            }
        }

        impl TryFrom<&[u8]> for $name {
            type Error = Error;

            #[expect(clippy::needless_bitwise_bool, reason = "no branches, so that bytes are looked at in lanes")]
            fn try_from(text: &[u8]) -> Result<Self, Error> {
                let mut name = [0; $length];
                if let Some(place) = name.get_mut(..text.len()) {
                    place.copy_from_slice(text);
                }
                let first: fn(u8) -> bool = $first;
                // The zeros behind the text fit nowhere, nor does text that is too long to stand there.
                if text.is_empty() || !first(name[0]) || count(&name, $fits) != text.len() {
                    let fault = Fault::new(concat!("market.", $field), Problem::Unknown);
                    return Err(fault.got(String::from_utf8_lossy(text)).allowed($allowed).into());
                }
                Ok(Self(name))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        hashinsight_units::shown_as_displayed!($name);

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl Value for $name {
            fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                read_text(node, reader, Self::form, str::parse::<Self>)
            }

            fn form() -> String {
                $allowed.to_owned()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire::text(deserializer, |text| text.parse::<Self>())
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": $pattern, "x-quantity": $field, "x-crate": "market" })
            }
        }
    };
}

name! {
    /// Publisher of an observation: a venue and its market, an index or a node, as a short name that stays the same for good.
    ///
    /// ```
    /// use hashinsight_market::Source;
    /// let source: Source = "binance_spot".parse()?;
    /// assert_eq!(source.as_str(), "binance_spot");
    /// assert!("Binance Spot".parse::<Source>().is_err());
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    Source, "source", at most 24,
    first |b| b.is_ascii_lowercase(),
    each |b| b.is_ascii_lowercase() | b.is_ascii_digit() | (b == b'_'),
    allowed "1 to 24 characters a-z, 0-9 and _, a letter first", pattern "^[a-z][a-z0-9_]{0,23}$"
}

name! {
    /// Pair, contract or option that was observed, in the words of its source. The same name may mean different things at different sources.
    ///
    /// ```
    /// use hashinsight_market::Instrument;
    /// let option: Instrument = "BTC-26JUN26-100000-C".parse()?;
    /// assert_eq!(option.to_string(), "BTC-26JUN26-100000-C");
    /// assert!("BTC USD".parse::<Instrument>().is_err());
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    Instrument, "instrument", at most 40,
    first |_| true,
    // From - to : there are . and / and the digits.
    each |b| b.is_ascii_lowercase() | b.is_ascii_uppercase() | (b'-'..=b':').contains(&b) | (b == b'_'),
    allowed "1 to 40 characters A-Z, a-z, 0-9 and - _ / : .", pattern "^[A-Za-z0-9_/:.-]{1,40}$"
}

name! {
    /// What lines of a statement that belong together have in common: the number of a trade or an order, or the hash of a transaction.
    ///
    /// ```
    /// use hashinsight_market::Reference;
    /// let trade: Reference = "TCWJEG-FL4SZ-3FKGH6".parse()?;
    /// assert_eq!(trade.as_str().len(), 19);
    /// assert!("".parse::<Reference>().is_err());
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    Reference, "reference", at most 80,
    first |_| true,
    each |b| b.is_ascii_lowercase() | b.is_ascii_uppercase() | (b'-'..=b':').contains(&b) | (b == b'_'),
    allowed "1 to 80 characters A-Z, a-z, 0-9 and - _ / : .", pattern "^[A-Za-z0-9_/:.-]{1,80}$"
}

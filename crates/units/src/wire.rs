//! How numbers stand in documents, where serde's own reading is too lenient or too narrow.
//!
//! | module | value | written as |
//! |---|---|---|
//! | [`number`] | `f64` | a number; `"NaN"`, `"Infinity"`, `"-Infinity"` reach the range check and are refused there |
//! | [`whole`] | integers below 2^53 | a number without fraction |
//! | [`integer`] | `u64`, `u128` | decimal digits as text |
//! | [`decimal`] | `Decimal` | decimal digits as text |
//!
//! Use with `#[serde(with = "...")]`, or `deserialize_with` for the reading half. [`present`] and [`object`] close two doors that serde
//! leaves open: `null` for an absent field, and an array for a struct.
//!
//! ```
//! #[derive(serde::Serialize, serde::Deserialize)]
//! struct Plan {
//!     #[serde(with = "hashinsight_units::wire::integer")]
//!     seed: u64,
//! }
//! let plan: Plan = serde_json::from_str(r#"{"seed":"18446744073709551615"}"#)?;
//! assert_eq!(plan.seed, u64::MAX);
//! # Ok::<(), serde_json::Error>(())
//! ```

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};

use crate::Error;

/// Reads a string through `parse`; anything but a string is a wrong type, a refusal of `parse` keeps its [`Fault`].
///
/// ```
/// use hashinsight_units::{Fault, Problem, wire};
/// fn side<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
///     wire::text(deserializer, |text| match text {
///         "long" => Ok(true),
///         "short" => Ok(false),
///         other => Err(Fault::new("market.side", Problem::Unknown).got(other).allowed("long or short").into()),
///     })
/// }
/// assert!(side(&mut serde_json::Deserializer::from_str("\"long\""))?);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// What the deserializer or `parse` refuses.
pub fn text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    parse: impl Fn(&str) -> Result<T, Error>,
) -> Result<T, D::Error> {
    struct Text<F>(F);

    impl<T, F: Fn(&str) -> Result<T, Error>> Visitor<'_> for Text<F> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a string")
        }

        fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<T, E> {
            (self.0)(text).map_err(|error| E::custom(error.fault()))
        }
    }

    deserializer.deserialize_str(Text(parse))
}

/// Reads an optional field that stands in the document: absent is absent (`#[serde(default)]`), and `null` is a wrong type.
///
/// ```
/// use hashinsight_units::Fraction;
/// #[derive(serde::Deserialize)]
/// struct Plan {
///     #[serde(default, deserialize_with = "hashinsight_units::wire::present")]
///     pool_fee: Option<Fraction>,
/// }
/// assert!(serde_json::from_str::<Plan>("{}")?.pool_fee.is_none());
/// assert!(serde_json::from_str::<Plan>(r#"{"pool_fee":null}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// # Errors
/// What `T` refuses.
pub fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

/// Reads a struct from an object and from nothing else: derived code would take the bare array `["12.34", "USD"]` for a struct too.
///
/// ```
/// use hashinsight_units::Money;
/// assert!(serde_json::from_str::<Money>(r#"{"amount":"12.34","currency":"USD"}"#).is_ok());
/// assert!(serde_json::from_str::<Money>(r#"["12.34","USD"]"#).is_err());
/// ```
///
/// # Errors
/// What is no object, and what `T` refuses.
pub fn object<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<T, D::Error> {
    struct Object<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
            T::deserialize(MapAccessDeserializer::new(map))
        }
    }

    deserializer.deserialize_map(Object(PhantomData))
}

/// `f64` as a number.
///
/// Whole numbers beyond 2^53 without a decimal point or exponent are refused, because the nearest `f64` may be another number. The texts
/// `"NaN"`, `"Infinity"` and `"-Infinity"`, which encoders send in place of what JSON cannot say, are read as what they mean, so that the
/// range check that follows can refuse them by name and place.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Point {
///     #[serde(deserialize_with = "hashinsight_units::wire::number::deserialize")]
///     x: f64,
/// }
/// assert_eq!(serde_json::from_str::<Point>(r#"{"x":1e300}"#)?.x, 1e300);
/// assert!(serde_json::from_str::<Point>(r#"{"x":"Infinity"}"#)?.x.is_infinite());
/// assert!(serde_json::from_str::<Point>(r#"{"x":9007199254740993}"#).is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod number {
    use std::fmt;

    use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

    use crate::{Fault, Problem};

    const SAFE: u64 = 1 << 53;

    struct Number(f64);

    impl<'de> Deserialize<'de> for Number {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            deserialize(deserializer).map(Self)
        }
    }

    /// Reads a number.
    ///
    /// # Errors
    /// `units.number.out_of_range` for a whole number beyond 2^53; serde's own for what is no number.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<f64, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = f64;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<f64, E> {
                Ok(value)
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<f64, E> {
                exact(value, value.unsigned_abs()).map(|()| value as f64)
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<f64, E> {
                exact(value, value).map(|()| value as f64)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<f64, E> {
                match text {
                    "NaN" => Ok(f64::NAN),
                    "Infinity" => Ok(f64::INFINITY),
                    "-Infinity" => Ok(f64::NEG_INFINITY),
                    _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
                }
            }
        }

        fn exact<E: Error>(value: impl crate::Shown, magnitude: u64) -> Result<(), E> {
            if magnitude > SAFE {
                let allowed = "whole numbers up to 2^53; beyond, write a decimal point or an exponent";
                return Err(E::custom(Fault::new("units.number", Problem::OutOfRange).got(value).allowed(allowed)));
            }
            Ok(())
        }

        if deserializer.is_human_readable() {
            return deserializer.deserialize_any(Reader); // "deserialize_f64" would never show the text "NaN" to the reader
        }
        deserializer.deserialize_f64(Reader)
    }

    /// Reads a number that may be absent, as [`present`](super::present) does.
    ///
    /// # Errors
    /// As [`deserialize`].
    pub fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<f64>, D::Error> {
        deserialize(deserializer).map(Some)
    }

    /// Reads a column of numbers.
    ///
    /// # Errors
    /// As [`deserialize`].
    pub fn column<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<f64>, D::Error> {
        Ok(Vec::<Number>::deserialize(deserializer)?.into_iter().map(|Number(value)| value).collect())
    }

    /// Reads a column of numbers that may be absent as a whole.
    ///
    /// # Errors
    /// As [`deserialize`].
    pub fn present_column<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Vec<f64>>, D::Error> {
        column(deserializer).map(Some)
    }
}

/// Integers as numbers without fraction, read wide: what does not fit is the caller's own refusal and not serde's.
///
/// ```
/// use hashinsight_units::Height;
/// assert_eq!(serde_json::from_str::<Height>("840000")?.get(), 840_000);
/// let error = serde_json::from_str::<Height>("-1").unwrap_err().to_string();
/// assert!(error.starts_with("units.height.out_of_range: got -1"));
/// assert!(serde_json::from_str::<Height>("1.5").is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
pub mod whole {
    use std::fmt;

    use serde::de::{Deserializer, Error, Visitor};

    /// Reads any integer.
    ///
    /// # Errors
    /// serde's own for what is no integer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i128, D::Error> {
        struct Reader;

        impl Visitor<'_> for Reader {
            type Value = i128;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number")
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<i128, E> {
                Ok(value.into())
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<i128, E> {
                Ok(value.into())
            }

            fn visit_i128<E: Error>(self, value: i128) -> Result<i128, E> {
                Ok(value)
            }
        }

        deserializer.deserialize_i128(Reader)
    }
}

/// `Decimal` as text. Numbers are refused (a JSON number is a float, and a float is not money), and so is text that would have to be
/// rounded to 28 digits.
///
/// ```
/// use hashinsight_units::wire;
/// assert_eq!(wire::decimal::parse("0.10")?.to_string(), "0.10");
/// assert!(wire::decimal::parse("1e-1").is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub mod decimal {
    use rust_decimal::Decimal;
    use serde::{Deserializer, Serializer};

    use crate::Error;

    const ALLOWED: &str = "a decimal number as text, at most 28 digits, no exponent";

    /// Reads a decimal without losing a digit.
    ///
    /// # Errors
    /// `units.decimal.unknown` where the text is no plain decimal number or has more digits than a `Decimal` holds.
    pub fn parse(text: &str) -> Result<Decimal, Error> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit())
            && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
        let value = if plain { Decimal::from_str_exact(text).ok() } else { None };
        let value = value.ok_or_else(|| Error::unknown("decimal", text, ALLOWED))?;
        Ok(if value.is_zero() { value.abs() } else { value })
    }

    /// Writes the digits.
    ///
    /// # Errors
    /// What the serializer refuses.
    pub fn serialize<S: Serializer>(value: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads the digits.
    ///
    /// # Errors
    /// What [`parse`] refuses.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Decimal, D::Error> {
        super::text(deserializer, parse)
    }

    /// The JSON Schema.
    #[cfg(feature = "schema")]
    pub fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]+)?$", "x-quantity": "decimal" })
    }
}

/// `u64` and `u128` as decimal text, because a JSON number is exact only up to 2^53.
pub mod integer {
    use std::fmt::Display;
    use std::str::FromStr;

    use serde::{Deserializer, Serializer};

    use crate::{Fault, Problem};

    /// Writes the digits.
    ///
    /// # Errors
    /// What the serializer refuses.
    pub fn serialize<T: Display, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(value)
    }

    /// Reads plain decimal digits.
    ///
    /// # Errors
    /// `units.integer.unknown` for other text, `units.integer.out_of_range` for an integer that does not fit.
    pub fn deserialize<'de, T: FromStr, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        super::text(deserializer, |text| {
            let whole = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            let digits = whole(text);
            let integer = digits || text.strip_prefix('-').is_some_and(whole);
            let problem = if integer { Problem::OutOfRange } else { Problem::Unknown };
            let bits = 8 * size_of::<T>();
            let fault =
                || Fault::new("units.integer", problem).got(text).allowed(format!("decimal digits, 0 to 2^{bits} - 1"));
            if digits { text.parse().map_err(|_| fault().into()) } else { Err(fault().into()) }
        })
    }

    /// The JSON Schema of `u64` as text.
    #[cfg(feature = "schema")]
    pub fn schema_u64(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{1,20}$", "x-quantity": "integer", "x-bits": 64 })
    }

    /// The JSON Schema of `u128` as text.
    #[cfg(feature = "schema")]
    pub fn schema_u128(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]{1,39}$", "x-quantity": "integer", "x-bits": 128 })
    }
}

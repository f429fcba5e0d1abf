//! The forms in which upstreams write numbers: numbers, text, text of nothing, `null`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53

/// A finite number, or the text of one. Integer literals beyond 2^64 (a network hashrate in H/s) are the nearest `f64`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number(pub(crate) f64);

/// A [`Number`] that may be `null`, `""` or absent (with `#[serde(default)]`).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Maybe(pub(crate) Option<f64>);

/// A whole number, also as text, and as a float without fraction (`1.780730885E12`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole(pub(crate) i64);

/// A [`Whole`] that may be `null`, `""` or absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MaybeWhole(pub(crate) Option<i64>);

/// A [`Maybe`] in percent, also as text with the sign (`"9.43%"`).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Percent(pub(crate) Option<f64>);

#[derive(Clone, Copy)]
struct NumberReader {
    optional: bool,
    sign: &'static str,
}

impl NumberReader {
    const NEEDED: Self = Self { optional: false, sign: "" };
    const MAYBE: Self = Self { optional: true, sign: "" };
    const PERCENT: Self = Self { optional: true, sign: "%" };
}

impl Visitor<'_> for NumberReader {
    type Value = Option<f64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a finite number, or one as text")
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        if value.is_finite() { Ok(Some(value)) } else { Err(E::invalid_value(Unexpected::Float(value), &self)) }
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value as f64))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(value as f64))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() && self.optional {
            return Ok(None);
        }
        match hashinsight_units::json::float(text.strip_suffix(self.sign).unwrap_or(text)) {
            Some(value) if value.is_finite() => Ok(Some(value)),
            _ => Err(E::invalid_type(Unexpected::Str(text), &self)),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        if self.optional { Ok(None) } else { Err(E::invalid_type(Unexpected::Unit, &self)) }
    }
}

struct WholeReader {
    optional: bool,
}

impl Visitor<'_> for WholeReader {
    type Value = Option<i64>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a whole number, or one as text")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Self::Value, E> {
        i64::try_from(value).map(Some).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Self::Value, E> {
        if value.fract() == 0.0 && value.abs() <= EXACT {
            #[expect(clippy::cast_possible_truncation, reason = "whole and at most 2^53")]
            return Ok(Some(value as i64));
        }
        Err(E::invalid_value(Unexpected::Float(value), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text.is_empty() && self.optional {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| E::invalid_type(Unexpected::Str(text), &self))
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        if self.optional { Ok(None) } else { Err(E::invalid_type(Unexpected::Unit, &self)) }
    }
}

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberReader::NEEDED).map(|value| Self(value.unwrap_or_default()))
    }
}

impl<'de> Deserialize<'de> for Maybe {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberReader::MAYBE).map(Self)
    }
}

impl<'de> Deserialize<'de> for Percent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberReader::PERCENT).map(Self)
    }
}

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeReader { optional: false }).map(|value| Self(value.unwrap_or_default()))
    }
}

impl<'de> Deserialize<'de> for MaybeWhole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeReader { optional: true }).map(Self)
    }
}

/// A row that an upstream writes as an array: the first elements by position, and whatever it may append later.
macro_rules! tuple_row {
    ($(#[$doc:meta])* $name:ident { $($field:ident: $type:ty),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct $name {
            $(pub(crate) $field: $type,)+
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Row;

                impl<'de> serde::de::Visitor<'de> for Row {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an array of", $(" ", stringify!($field)),+))
                    }

                    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<$name, A::Error> {
                        let mut length = 0;
                        $(
                            let $field: $type = seq
                                .next_element()?
                                .ok_or_else(|| serde::de::Error::invalid_length(length, &self))?;
                            length += 1;
                        )+
                        let _ = length;
                        while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                        Ok($name { $($field),+ })
                    }
                }

                deserializer.deserialize_seq(Row)
            }
        }
    };
}
pub(crate) use tuple_row;

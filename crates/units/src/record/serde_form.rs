//! Records in serde's formats.

use std::fmt::Display;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, Error};
use serde::{Serialize, Serializer};

use super::{Value, read};
use crate::json::transcode;

/// Reads a record out of any self-describing format, by the one reader.
///
/// # Errors
/// What the format refuses, and the first fault of the reader.
pub fn deserialize<'de, D: Deserializer<'de>, T: Value>(package: &str, deserializer: D) -> Result<T, D::Error> {
    let text = transcode(deserializer)?;
    let domain = package.trim_start_matches("hashinsight-");
    read(domain, &text).map_err(|error| D::Error::custom(error.fault()))
}

/// A value that is written as text.
#[derive(Clone, Copy, Debug)]
pub struct Digits<'a, T>(pub &'a T);

impl<T: Display> Serialize for Digits<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self.0)
    }
}

/// A decimal in formats without names: its digits as text, without trailing zeros.
#[derive(Clone, Copy, Debug)]
pub struct DecimalText(pub Decimal);

impl Serialize for DecimalText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

impl<'de> Deserialize<'de> for DecimalText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::wire::decimal::deserialize(deserializer).map(Self)
    }
}

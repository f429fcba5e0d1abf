//! 256-bit integers as text and as the nearest `f64`.

use super::U256;

/// Reads at most 64 hex digits, with or without `0x`.
pub(super) fn parse(text: &str) -> Option<U256> {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    let plain = (1..=64).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_hexdigit());
    if plain { U256::from_str_radix(digits, 16).ok() } else { None }
}

/// The nearest `f64`, ties to even. The rounding is ours, so that no dependency decides a bit.
pub(super) fn to_f64(value: U256) -> f64 {
    let limbs = |value: U256| value.into_limbs();
    let length = value.bit_len();
    if length <= 64 {
        return limbs(value)[0] as f64;
    }
    // The top 64 bits decide the rounding to 53, once the lowest of them says whether anything follows.
    let shift = length - 64;
    let top = value >> shift;
    let sticky = u64::from(top << shift != value);
    (limbs(top)[0] | sticky) as f64 * power_of_two(shift)
}

/// `2^exponent` for exponents up to 1023, exactly.
pub(super) const fn power_of_two(exponent: usize) -> f64 {
    f64::from_bits((1023 + exponent as u64) << 52)
}

/// The sealed forms share text, serde and schema.
macro_rules! hex_text {
    ($name:ident, $field:literal, $allowed:literal, $read:expr) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{:064x}", self.0)
            }
        }

        hashinsight_units::shown_as_displayed!($name);

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = hashinsight_units::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let read: fn(&str) -> Option<$crate::consensus::U256> = $read;
                read(text).map(Self).ok_or_else(|| crate::error::unknown($field, hashinsight_units::FieldPath::default(), text.chars().take(80).collect::<String>(), $allowed))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                hashinsight_units::wire::text(deserializer, str::parse)
            }
        }

        impl hashinsight_units::record::Value for $name {
            fn read(
                node: hashinsight_units::json::Node<'_>,
                reader: &mut hashinsight_units::record::Reader<'_>,
            ) -> Option<Self> {
                hashinsight_units::record::read_text(node, reader, Self::form, str::parse)
            }

            fn form() -> String {
                $allowed.to_owned()
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
                let pattern = "^(0x)?[0-9a-fA-F]{1,64}$";
                let name = $field;
                schemars::json_schema!({ "type": "string", "pattern": pattern, "x-quantity": name, "x-crate": "mining" })
            }
        }
    };
}
pub(super) use hex_text;

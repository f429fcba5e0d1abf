//! JSON Schemas of the quantities: what a form, a generator or a bad-input walk needs to know of them.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

use crate::{Amount, Currency, Date, Height, SignedAmount, Timestamp, UtcOffset};

pub(crate) fn number(quantity: &str, unit: &str, low_key: &str, low: f64, high: f64) -> Schema {
    let mut schema = json_schema!({ "type": "number" });
    // The ends of f64 are no bounds: every finite number is allowed.
    for (key, bound) in [(low_key, low), ("maximum", high)] {
        if bound.abs() < f64::MAX {
            schema.insert(key.to_owned(), bound.into());
        }
    }
    schema.insert("x-quantity".to_owned(), quantity.into());
    schema.insert("x-unit".to_owned(), unit.into());
    schema
}

fn integer(quantity: &str, unit: &str, low: i64, high: i64) -> Schema {
    json_schema!({ "type": "integer", "minimum": low, "maximum": high, "x-quantity": quantity, "x-unit": unit })
}

macro_rules! schema_of {
    ($($name:ident => $schema:expr;)*) => {
        $(impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })*
    };
}

schema_of! {
    Amount => integer("amount", "sat", 0, Amount::MAX.to_sat().cast_signed());
    SignedAmount => integer("signed_amount", "sat", SignedAmount::MIN.to_sat(), SignedAmount::MAX.to_sat());
    Height => integer("height", "blocks", 0, i64::from(u32::MAX));
    Timestamp => integer("timestamp", "ms", Timestamp::MIN.to_ms(), Timestamp::MAX.to_ms());
    UtcOffset => integer("utc_offset", "min", -1080, 1080);
    Date => json_schema!({ "type": "string", "format": "date", "x-quantity": "date" });
    Currency => json_schema!({ "type": "string", "pattern": "^[A-Z0-9]{2,12}$", "x-quantity": "currency" });
}

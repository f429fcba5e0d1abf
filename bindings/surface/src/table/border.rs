//! Operations that calculate nothing: they answer what they were given, to prove a binding.

use hashinsight::units::{Amount, Date, Fault, Hashrate, Height, Money, SignedAmount, Timestamp, wire};
use serde::{Deserialize, Serialize};

use crate::Operation;
use crate::columns::ColumnBuffer;
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// Answers the document it was given, one field of each kind that crosses: to prove that a binding loses
        /// nothing.
        document "border.echo": EchoDocument => EchoDocument, |request: &EchoDocument| Ok::<_, Fault>(request.clone()),
        example r#"{"number":0.1,"count_u64":"18446744073709551615","money":{"amount":"12.34","currency":"USD"},"time_ms":1713571767000}"#
    },
    operation! {
        /// Answers the columns it was given, and the sign of each number as a word: to prove that a binding loses no
        /// bit, NaN included.
        columns "border.echo_columns": EchoParams,
        in {
            /// Any floats.
            number: F64 AnyNumber,
            /// Any integers.
            integer: I64 AnyInteger,
        } out {
            /// The floats.
            number: F64,
            /// The integers.
            integer: I64,
            /// Sign of the integer: negative, zero or positive.
            sign: Words,
        },
        |_: &EchoParams, columns| {
            let sign = |value: &i64| u8::from(*value >= 0) + u8::from(*value > 0);
            let codes = columns.i64(1).iter().map(sign).collect();
            Ok::<_, Fault>(vec![
                ColumnBuffer::F64(columns.f64(0).to_vec()),
                ColumnBuffer::I64(columns.i64(1).to_vec()),
                ColumnBuffer::Words { codes, words: &["negative", "zero", "positive"] },
            ])
        },
        example r#"{"params":{},"columns":{"number":[0.1,-2.5],"integer":[9007199254740991,-1]}}"#
    },
];

/// One field of each kind that crosses; all optional.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct EchoDocument {
    /// Any finite number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    /// A list of finite numbers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    numbers: Vec<f64>,
    /// A quantity.
    #[serde(skip_serializing_if = "Option::is_none")]
    hashrate_ths: Option<Hashrate>,
    /// Bitcoin that someone has.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount_sat: Option<Amount>,
    /// Bitcoin that flows.
    #[serde(skip_serializing_if = "Option::is_none")]
    flow_sat: Option<SignedAmount>,
    /// A block height.
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<Height>,
    /// An instant.
    #[serde(skip_serializing_if = "Option::is_none")]
    time_ms: Option<Timestamp>,
    /// A civil day.
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<Date>,
    /// Booked money.
    #[serde(skip_serializing_if = "Option::is_none")]
    money: Option<Money>,
    /// A 64-bit integer, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    count_u64: Option<CountU64>,
    /// A 128-bit integer, as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    count_u128: Option<CountU128>,
    /// A truth value.
    #[serde(skip_serializing_if = "Option::is_none")]
    flag: Option<bool>,
    /// Any text.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    /// A choice.
    #[serde(skip_serializing_if = "Option::is_none")]
    choice: Option<EchoChoice>,
    /// The same once more, inside.
    #[serde(skip_serializing_if = "Option::is_none")]
    inner: Option<Box<EchoDocument>>,
}

/// A choice: a word, or a word with content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub(crate) enum EchoChoice {
    /// Nothing more to say.
    Nothing,
    /// A number.
    Number(f64),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct CountU64(#[serde(with = "wire::integer")] u64);

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
struct CountU128(#[serde(with = "wire::integer")] u128);

/// Columns are echoed without parameters.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct EchoParams {}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use hashinsight::units::wire::integer;
    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    macro_rules! inline_schema {
        ($($name:ty => $schema:expr;)*) => {
            $(impl JsonSchema for $name {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($name).into()
                }

                fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                    let schema: fn(&mut SchemaGenerator) -> Schema = $schema;
                    schema(generator)
                }
            })*
        };
    }
    inline_schema! {
        super::CountU64 => integer::schema_u64;
        super::CountU128 => integer::schema_u128;
        AnyNumber => |_| json_schema!({ "type": "number", "x-non-finite": true });
        AnyInteger => |_| json_schema!({ "type": "integer" });
    }

    pub(crate) struct AnyNumber;
    pub(crate) struct AnyInteger;
}
#[cfg(feature = "schema")]
use schema::{AnyInteger, AnyNumber};

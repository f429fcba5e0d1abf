//! Operations that calculate nothing: they answer what they were given, to prove a binding.

use std::borrow::Cow;

use hashinsight::units::columns::{Cell, ColumnBuffer, ColumnKind, Inputs};
use hashinsight::units::{Amount, Date, Error, Fault, Hashrate, Height, Money, Record, SignedAmount, Timestamp};

use crate::operation::operations;

operations! { border:
    /// Answers the document it was given, one field of each kind that crosses: to prove that a binding loses nothing.
    total document echo: EchoDocument => EchoDocument;
    /// Answers the columns it was given, and the sign of each integer as a word: to prove that a binding loses no bit, NaN included.
    by_row columns echo_columns: EchoParams, EchoRow => EchoTable;
}

fn echo(request: &EchoDocument) -> EchoDocument {
    request.clone()
}

#[expect(clippy::unnecessary_wraps, reason = "the form of a batch")]
fn echo_columns(columns: &EchoColumns<'_>, _: &EchoParams) -> Result<EchoTable, Error> {
    let sign = |value: &i64| match value {
        ..0 => Sign::Negative,
        0 => Sign::Zero,
        _ => Sign::Positive,
    };
    Ok(EchoTable {
        number: columns.number.to_vec(),
        integer: columns.integer.to_vec(),
        flag: columns.flag.to_vec(),
        word: columns.word.to_vec(),
        sign: columns.integer.iter().map(sign).collect(),
    })
}

/// One field of each kind that crosses; all optional.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "border.EchoDocument")]
#[non_exhaustive]
pub(crate) struct EchoDocument {
    /// Any finite number.
    number: Option<f64>,
    /// List of finite numbers.
    numbers: Option<Vec<f64>>,
    /// A quantity, in TH/s.
    hashrate_ths: Option<Hashrate>,
    /// Bitcoin that someone has, in satoshis.
    amount_sat: Option<Amount>,
    /// Bitcoin that flows, in satoshis.
    flow_sat: Option<SignedAmount>,
    /// Height of a block.
    height: Option<Height>,
    /// An instant, in Unix milliseconds UTC.
    time_ms: Option<Timestamp>,
    /// A civil day.
    date: Option<Date>,
    /// Booked money.
    money: Option<Money>,
    /// A 64-bit integer, as text.
    #[record(digits)]
    count_u64: Option<u64>,
    /// A 128-bit integer, as text.
    #[record(digits)]
    count_u128: Option<u128>,
    /// A truth value.
    flag: Option<bool>,
    /// Any text.
    text: Option<String>,
    /// A choice.
    choice: Option<EchoChoice>,
    /// A document of the same kind, inside.
    inner: Option<Box<EchoDocument>>,
}

/// A choice: a word, or a word with content.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "border.EchoChoice")]
#[non_exhaustive]
pub(crate) enum EchoChoice {
    /// Nothing more to say.
    Nothing,
    /// A number.
    Number(f64),
}

/// Columns are echoed without parameters.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "border.EchoParams")]
#[non_exhaustive]
pub(crate) struct EchoParams {}

/// One row, a column of each kind that crosses.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, columns = EchoColumns)]
#[non_exhaustive]
pub(crate) struct EchoRow {
    /// Any float.
    number: AnyNumber,
    /// Any integer.
    integer: i64,
    /// A truth value.
    flag: bool,
    /// A word.
    word: Sign,
}

/// The row as it came, and the sign of its integer.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = EchoTable)]
#[non_exhaustive]
pub(crate) struct EchoLine {
    /// The float.
    number: AnyNumber,
    /// The integer.
    integer: i64,
    /// The truth value.
    flag: bool,
    /// The word.
    word: Sign,
    /// Sign of the integer.
    sign: Sign,
}

/// Sign of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(name = "border.Sign")]
#[non_exhaustive]
pub(crate) enum Sign {
    /// Below 0.
    Negative,
    /// Exactly 0.
    Zero,
    /// Above 0.
    Positive,
}

/// A float of any bits: nothing is refused.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(transparent)]
pub(crate) struct AnyNumber(f64);

impl Cell for AnyNumber {
    type Plain = f64;
    const KIND: ColumnKind = ColumnKind::F64;

    fn hold(_: &[f64]) -> bool {
        true
    }

    fn from_plain(plain: f64) -> Result<Self, Fault> {
        Ok(Self(plain))
    }

    fn to_plain(self) -> f64 {
        self.0
    }

    fn start() -> f64 {
        0.0
    }

    fn refused(_: f64) -> f64 {
        f64::NAN
    }

    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [f64]>, Fault> {
        inputs.floats(name).map(Cow::Borrowed)
    }

    fn buffer(values: Vec<f64>) -> ColumnBuffer {
        ColumnBuffer::F64(values)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for AnyNumber {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "AnyNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number", "x-non-finite": true })
    }
}

//! The one error that crosses every border: a stable code, where, what was received, what is allowed.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use rust_decimal::Decimal;

use crate::json::{positional, scientific};
use crate::{Amount, Currency, Date, Height, Money, SignedAmount, Timestamp};

/// Marks the machine form of a [`Fault`] inside a serde error message, see [`Fault::from_wire`].
const WIRE_MARK: char = '\u{1}';
const WIRE_SEPARATOR: char = '\u{1f}';
/// A hostile megabyte in a field does not travel back inside the error about it.
const VALUE_LIMIT: usize = 256;

/// A row of zeros is read as a number with an exponent.
const MOST_CHARACTERS: usize = 24;

/// A value as a refusal shows it.
///
/// Not `Display`: the standard library's way of writing floats is a tenth of a small WASM module, and documents have their own.
pub trait Shown {
    /// The value as text.
    fn shown(&self) -> String;
}

impl<T: Shown + ?Sized> Shown for &T {
    fn shown(&self) -> String {
        (**self).shown()
    }
}

impl Shown for f64 {
    fn shown(&self) -> String {
        positional(*self)
    }
}

/// Types without a float, which refusals show as the standard library displays them.
#[doc(hidden)]
#[macro_export]
macro_rules! shown_as_displayed {
    ($($value:ty),* $(,)?) => {$(
        impl $crate::Shown for $value {
            fn shown(&self) -> String {
                self.to_string()
            }
        }
    )*};
}

shown_as_displayed!(bool, char, str, String, Cow<'_, str>, fmt::Arguments<'_>, Decimal);
shown_as_displayed!(u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize);
shown_as_displayed!(FieldPath, Currency, Money, Amount, SignedAmount, Date, Height, Timestamp);

/// A value as it may stand in an error: with an exponent where it would be a row of zeros, cut where it is too long.
pub(crate) fn excerpt(value: impl Shown) -> String {
    cut(value.shown())
}

/// Apart, because it is the same for every type of value.
#[inline(never)]
fn cut(mut text: String) -> String {
    if let Some(number) = mostly_zeros(&text) {
        return scientific(number);
    }
    if let Some((cut, _)) = text.char_indices().nth(VALUE_LIMIT) {
        text.truncate(cut);
        text.push('…');
    }
    text
}

/// A number that is written out though zeros are most of it.
fn mostly_zeros(text: &str) -> Option<f64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.len() <= MOST_CHARACTERS || !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return None;
    }
    let told = digits.trim_matches(|letter| letter == '0' || letter == '.').len();
    crate::json::float(text).filter(|number| told <= MOST_CHARACTERS - 6 && number.is_finite())
}

/// Where in the input the culprit stands: `fleet[3].power_w`. Empty means the input as a whole.
///
/// ```
/// use hashinsight_units::FieldPath;
/// assert_eq!(FieldPath::new("fleet").index(3).field("power_w").as_str(), "fleet[3].power_w");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPath(String);

impl FieldPath {
    /// A path that starts at this field.
    pub fn new(field: impl Into<String>) -> Self {
        Self(field.into())
    }

    /// This path, one field deeper.
    #[must_use]
    pub fn field(mut self, name: &str) -> Self {
        if !self.0.is_empty() {
            self.0.push('.');
        }
        self.0.push_str(name);
        self
    }

    /// This path, one list element deeper.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        let _ = write!(self.0, "[{index}]"); // writing to a String cannot fail
        self
    }

    /// `inner` as seen from the place this path names.
    #[must_use]
    pub fn join(self, inner: &Self) -> Self {
        match inner.0.chars().next() {
            None => self,
            Some('[') => Self(self.0 + &inner.0),
            Some(_) => self.field(&inner.0),
        }
    }

    /// The path as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<T: Into<String>> From<T> for FieldPath {
    fn from(path: T) -> Self {
        Self(path.into())
    }
}

/// A refusal, in the words that every language gets.
///
/// `code` is stable and ends in the name of its [`Problem`]; `path`, `value` and `allowed` may be empty where they would say nothing.
///
/// ```
/// use hashinsight_units::Hashrate;
/// let fault = Hashrate::from_ths(-1.0).unwrap_err().at("fleet[3].hashrate_ths");
/// assert_eq!(fault.code(), "units.hashrate.out_of_range");
/// assert_eq!(fault.path().as_str(), "fleet[3].hashrate_ths");
/// assert_eq!(fault.value(), "-1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    code: String,
    problem: Problem,
    path: FieldPath,
    value: String,
    allowed: String,
}

/// Kinds of refusal: the last part of every code. The list grows only with a minor release.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Outside the numbers that are allowed.
    OutOfRange,
    /// NaN or infinite.
    NotFinite,
    /// Left out although it is needed.
    Missing,
    /// A field that the record does not have.
    UnknownField,
    /// Of another type than the field.
    WrongType,
    /// Of another length than needed.
    Length,
    /// Text that is not in the list of names or in the form of the field.
    Unknown,
    /// A choice for which there is no method, or bytes of another version.
    Unsupported,
    /// Too few observations for an answer.
    InsufficientData,
    /// The question has no answer.
    None,
    /// More than one where one is allowed.
    Several,
}

impl Problem {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::OutOfRange,
        Self::NotFinite,
        Self::Missing,
        Self::UnknownField,
        Self::WrongType,
        Self::Length,
        Self::Unknown,
        Self::Unsupported,
        Self::InsufficientData,
        Self::None,
        Self::Several,
    ];

    /// The last part of a code.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OutOfRange => "out_of_range",
            Self::NotFinite => "not_finite",
            Self::Missing => "missing",
            Self::UnknownField => "unknown_field",
            Self::WrongType => "wrong_type",
            Self::Length => "length",
            Self::Unknown => "unknown",
            Self::Unsupported => "unsupported",
            Self::InsufficientData => "insufficient_data",
            Self::None => "none",
            Self::Several => "several",
        }
    }

    fn of_code(code: &str) -> Option<Self> {
        let (_, name) = code.rsplit_once('.')?;
        Self::ALL.into_iter().find(|problem| problem.name() == name)
    }
}

impl Fault {
    /// A refusal of `subject` (`mining.pool_fee`): its code is `<subject>.<problem>`.
    pub fn new(subject: impl fmt::Display, problem: Problem) -> Self {
        let code = format!("{subject}.{}", problem.name());
        Self { code, problem, path: FieldPath::default(), value: String::new(), allowed: String::new() }
    }

    /// Names the place; a place that is already named is understood as inside `path`.
    #[must_use]
    pub fn at(mut self, path: impl Into<FieldPath>) -> Self {
        self.path = path.into().join(&self.path);
        self
    }

    /// Names the row of a column: `time_ms` becomes `time_ms[17]`.
    #[must_use]
    pub fn in_row(mut self, row: usize) -> Self {
        self.path = self.path.index(row);
        self
    }

    /// Names the value as received.
    #[must_use]
    pub fn got(mut self, value: impl Shown) -> Self {
        self.value = excerpt(value);
        self
    }

    /// Says what would have been accepted.
    #[must_use]
    pub fn allowed(mut self, allowed: impl Into<String>) -> Self {
        self.allowed = allowed.into();
        self
    }

    /// Kind of refusal, for callers that branch.
    pub fn problem(&self) -> Problem {
        self.problem
    }

    /// The stable code, `<crate>.<field>.<problem>`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The place of the culprit.
    pub fn path(&self) -> &FieldPath {
        &self.path
    }

    /// The value as received.
    pub fn value(&self) -> &str {
        &self.value
    }

    /// What would have been accepted.
    pub fn allowed_text(&self) -> &str {
        &self.allowed
    }

    /// Reads back the machine form, which `format!("{fault:#}")` writes.
    ///
    /// A serde error carries nothing but text. The quantities of this crate pass their fault through it with `D::Error::custom(fault)`:
    /// a reader that asks for `{:#}` gets it back whole, every other reader shows the sentence.
    pub fn from_wire(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix(WIRE_MARK)?.splitn(4, WIRE_SEPARATOR);
        let (code, path, allowed, value) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        Some(Self {
            problem: Problem::of_code(code)?,
            code: code.to_owned(),
            path: FieldPath::from(path),
            value: value.to_owned(),
            allowed: allowed.to_owned(),
        })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, path, value, allowed, .. } = self;
        if f.alternate() {
            // A path can hold a name that the sender chose: a separator in it must not move the fields that follow.
            let s = WIRE_SEPARATOR;
            let [path, allowed] = [path.as_str(), allowed].map(|text| text.replace(WIRE_SEPARATOR, "\u{fffd}"));
            return write!(f, "{WIRE_MARK}{code}{s}{path}{s}{allowed}{s}{value}");
        }
        write!(f, "{code}")?;
        if !path.as_str().is_empty() {
            write!(f, " at {path}")?;
        }
        if !value.is_empty() {
            write!(f, ": got {value}")?;
        }
        if !allowed.is_empty() {
            write!(f, "; allowed: {allowed}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

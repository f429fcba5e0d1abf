//! What a column can hold.

use std::borrow::Cow;

use multiversion::multiversion;

use super::{ColumnBuffer, ColumnKind, Inputs, RowStatus};
use crate::record::Word;
use crate::{Error, Fault, Problem};

/// A value that a column can hold, as plain numbers or words.
pub trait Cell: Copy {
    /// What stands in the slice.
    type Plain: Copy + 'static;
    /// Kind of the column.
    const KIND: ColumnKind;

    /// Whether every value of a part of a column is allowed.
    fn hold(values: &[Self::Plain]) -> bool;

    /// The value.
    ///
    /// # Errors
    /// What the type itself refuses.
    fn from_plain(plain: Self::Plain) -> Result<Self, Fault>;

    /// What stands in the slice.
    fn to_plain(self) -> Self::Plain;

    /// What stands there before anything is computed.
    fn start() -> Self::Plain;

    /// What stands there in a refused row, given what stood there: NaN, 0, false, the word `refused` or else the first one.
    fn refused(plain: Self::Plain) -> Self::Plain;

    /// The column of that name: borrowed, or decoded where it holds words.
    ///
    /// # Errors
    /// What [`Inputs`] refuses.
    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [Self::Plain]>, Fault>;

    /// The column, for the border.
    fn buffer(values: Vec<Self::Plain>) -> ColumnBuffer;
}

/// Numbers that a column may hold: `low..=high` without the open interval `gap`.
#[derive(Clone, Copy, Debug)]
pub struct Range {
    low: f64,
    high: f64,
    gap: [f64; 2],
}

impl Range {
    /// From the least to the greatest number.
    pub const fn new(low: f64, high: f64) -> Self {
        Self { low, high, gap: [low, low] }
    }

    /// Without the numbers between 0 and `least`.
    #[must_use]
    pub const fn zero_or_from(self, least: f64) -> Self {
        Self { gap: [0.0, least], ..self }
    }

    /// Without the least number.
    #[must_use]
    pub const fn above_low(self) -> Self {
        Self { low: self.low.next_up(), gap: [self.low.next_up(), self.low.next_up()], ..self }
    }

    /// Whether a number is allowed; NaN never is.
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "part of a loop in lanes")]
    pub const fn holds(self, value: f64) -> bool {
        let Self { low, high, gap } = self;
        value >= low && value <= high && (value <= gap[0] || value >= gap[1])
    }

    /// Whether every number is allowed.
    pub fn hold(self, values: &[f64]) -> bool {
        all_hold(self, values)
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator would be a branch")]
fn all_hold(range: Range, values: &[f64]) -> bool {
    let Range { low, high, gap: [above, below] } = range;
    // Masks as wide as the numbers, so that the fold stays in lanes; NaN is beyond every range.
    let beyond = |value: f64| u64::from(!((value >= low) & (value <= high)));
    let between = |value: f64| u64::from((value > above) & (value < below));
    values.iter().fold(0, |any, value| any | beyond(*value)) == 0
        && (above >= below || values.iter().fold(0, |any, value| any | between(*value)) == 0)
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator would be a branch")]
fn all_between(low: i64, high: i64, values: &[i64]) -> bool {
    values.iter().fold(0, |any, value| any | u64::from((*value < low) | (*value > high))) == 0
}

impl Cell for f64 {
    type Plain = f64;
    const KIND: ColumnKind = ColumnKind::F64;

    fn hold(values: &[f64]) -> bool {
        Range::new(Self::MIN, Self::MAX).hold(values)
    }

    fn from_plain(plain: f64) -> Result<Self, Fault> {
        if plain.is_finite() {
            return Ok(plain + 0.0);
        }
        Err(Fault::new("units.number", Problem::NotFinite).got(plain).allowed("a finite number"))
    }

    fn to_plain(self) -> f64 {
        self
    }

    fn start() -> f64 {
        0.0
    }

    fn refused(_: f64) -> f64 {
        Self::NAN
    }

    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [f64]>, Fault> {
        inputs.floats(name).map(Cow::Borrowed)
    }

    fn buffer(values: Vec<f64>) -> ColumnBuffer {
        ColumnBuffer::F64(values)
    }
}

impl Cell for bool {
    type Plain = Self;
    const KIND: ColumnKind = ColumnKind::Bool;

    fn hold(_: &[Self]) -> bool {
        true
    }

    fn from_plain(plain: Self) -> Result<Self, Fault> {
        Ok(plain)
    }

    fn to_plain(self) -> Self {
        self
    }

    fn start() -> Self {
        false
    }

    fn refused(_: Self) -> Self {
        false
    }

    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [Self]>, Fault> {
        inputs.bools(name).map(Cow::Borrowed)
    }

    fn buffer(values: Vec<Self>) -> ColumnBuffer {
        ColumnBuffer::Bool(values)
    }
}

/// Cells that stand as `i64`.
macro_rules! integers {
    ($($integer:ty: $low:expr, $high:expr, $from:expr, $to:expr;)*) => {
        $(impl Cell for $integer {
            type Plain = i64;
            const KIND: ColumnKind = ColumnKind::I64;

            fn hold(values: &[i64]) -> bool {
                all_between($low, $high, values)
            }

            fn from_plain(plain: i64) -> Result<Self, Fault> {
                $from(plain)
            }

            fn to_plain(self) -> i64 {
                $to(self)
            }

            fn start() -> i64 {
                0
            }

            fn refused(_: i64) -> i64 {
                0
            }

            fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [i64]>, Fault> {
                inputs.integers(name).map(Cow::Borrowed)
            }

            fn buffer(values: Vec<i64>) -> ColumnBuffer {
                ColumnBuffer::I64(values)
            }
        })*
    };
}

fn narrow<T: TryFrom<i64>>(plain: i64, allowed: &str) -> Result<T, Fault> {
    T::try_from(plain).map_err(|_| Fault::new("units.integer", Problem::OutOfRange).got(plain).allowed(allowed))
}

fn unit<T>(value: Result<T, Error>) -> Result<T, Fault> {
    value.map_err(|error| error.fault().clone())
}

integers! {
    i64: Self::MIN, Self::MAX, Ok, |value| value;
    u32: 0, Self::MAX.into(), |plain| narrow(plain, "0 to 4294967295"), i64::from;
    crate::Timestamp: Self::MIN.to_ms(), Self::MAX.to_ms(), |plain| unit(Self::from_ms(plain)), Self::to_ms;
    crate::Amount: 0, Self::MAX.to_sat().cast_signed(), |plain| unit(Self::from_signed_sat(plain)), |value: Self| value.to_sat().cast_signed();
    crate::SignedAmount: Self::MIN.to_sat(), Self::MAX.to_sat(), |plain| unit(Self::from_sat(plain)), Self::to_sat;
    crate::Height: 0, u32::MAX.into(), |plain| narrow(plain, "a height, 0 to 4294967295").map(Self::new), |value: Self| value.get().into();
}

/// A number that may be absent stands as NaN then; other numbers that are not finite are refused.
impl<T: Cell<Plain = f64>> Cell for Option<T> {
    type Plain = f64;
    const KIND: ColumnKind = ColumnKind::F64;

    fn hold(values: &[f64]) -> bool {
        T::hold(values) || values.iter().all(|value| value.is_nan() || T::hold(std::slice::from_ref(value)))
    }

    fn from_plain(plain: f64) -> Result<Self, Fault> {
        if plain.is_nan() { Ok(None) } else { T::from_plain(plain).map(Some) }
    }

    fn to_plain(self) -> f64 {
        self.map_or(f64::NAN, T::to_plain)
    }

    fn start() -> f64 {
        T::start()
    }

    fn refused(plain: f64) -> f64 {
        T::refused(plain)
    }

    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [f64]>, Fault> {
        T::find(inputs, name)
    }

    fn buffer(values: Vec<f64>) -> ColumnBuffer {
        T::buffer(values)
    }
}

/// Words stand as themselves.
impl<T: Word> Cell for T {
    type Plain = T;
    const KIND: ColumnKind = ColumnKind::Words(T::WORDS);

    fn hold(_: &[T]) -> bool {
        true
    }

    fn from_plain(plain: T) -> Result<Self, Fault> {
        Ok(plain)
    }

    fn to_plain(self) -> T {
        self
    }

    #[expect(clippy::expect_used, reason = "a choice has at least one word")]
    fn start() -> T {
        T::from_code(0).expect("the first word")
    }

    fn refused(_: T) -> T {
        let refused = T::WORDS.iter().position(|word| *word == RowStatus::Refused.word());
        refused.and_then(|code| u8::try_from(code).ok()).and_then(T::from_code).unwrap_or_else(Self::start)
    }

    fn find<'c>(inputs: &Inputs<'_, 'c>, name: &'static str) -> Result<Cow<'c, [T]>, Fault> {
        inputs.words(name).map(Cow::Owned)
    }

    fn buffer(values: Vec<T>) -> ColumnBuffer {
        ColumnBuffer::Words { codes: values.into_iter().map(T::code).collect(), words: T::WORDS }
    }
}

//! Values that every document is made of.

use std::borrow::Cow;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::{Reader, Value};
use crate::json::{Element, Node, Plain};
use crate::{At, Error, Fault, FieldPath, Problem, Shown};

/// Reads a quantity through its constructor, which refuses in its own name.
pub fn read_unit<T>(
    node: Node<'_>,
    reader: &mut Reader<'_>,
    form: fn() -> String,
    make: fn(f64) -> Result<T, Error>,
) -> Option<T> {
    let value = reader.number(node, form)?;
    reader.checked(make(value))
}

/// Reads a value that is text, through its parser, which refuses in its own name.
pub fn read_text<T, E: Into<Error>>(
    node: Node<'_>,
    reader: &mut Reader<'_>,
    form: fn() -> String,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Option<T> {
    let text = reader.text(node, form)?;
    reader.checked(parse(&text))
}

/// Reads a `u64` or `u128` out of decimal digits, in text or as they are: of numbers that are floats only, a writer gives no digits.
pub fn digits<T: FromStr>(node: Node<'_>, reader: &mut Reader<'_>) -> Option<T> {
    let text = match node.element() {
        Element::Number(number) if number.is_integer => Cow::Borrowed(number.token),
        _ => reader.text(node, digits_form::<T>)?,
    };
    let whole = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_integer = whole(&text) || text.strip_prefix('-').is_some_and(whole);
    let problem = if is_integer { Problem::OutOfRange } else { Problem::Unknown };
    match text.parse() {
        Ok(value) if whole(&text) => Some(value),
        _ => reader.refuse(Fault::new("units.integer", problem).got(text).allowed(digits_form::<T>())),
    }
}

/// The refusal of a number outside the range of its field.
pub fn beyond<T: Shown>(domain: &str, field: &str, value: T, low: T, high: T) -> Error {
    let fault = Fault::new(format!("{domain}.{field}"), Problem::OutOfRange).at(FieldPath::new(field)).got(value);
    fault.allowed(span(&low, &high)).into()
}

/// What is allowed within a range: `0 to 1`.
pub fn span(low: &dyn Shown, high: &dyn Shown) -> String {
    [&low.shown(), " to ", &high.shown()].concat()
}

fn digits_form<T>() -> String {
    format!("a whole number, 0 to 2^{} - 1, as a number or as text", 8 * size_of::<T>())
}

impl Value for f64 {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let value = reader.number(node, Self::form)?;
        let word = match value {
            _ if value.is_finite() => return Some(value),
            _ if value.is_nan() => "NaN",
            f64::INFINITY => "Infinity",
            _ => "-Infinity",
        };
        reader.problem(Problem::NotFinite, word, "a finite number")
    }

    fn of_number(number: Plain) -> Option<Self> {
        number.float().filter(|value| value.is_finite())
    }

    fn form() -> String {
        "a number".to_owned()
    }
}

impl Value for bool {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.bool(node)
    }

    fn form() -> String {
        "true or false".to_owned()
    }
}

impl Value for String {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        reader.text(node, Self::form).map(Into::into)
    }

    fn form() -> String {
        "a string".to_owned()
    }
}

impl Value for Decimal {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        read_text(node, reader, Self::form, crate::wire::decimal::parse)
    }

    fn form() -> String {
        "a decimal number as text".to_owned()
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {
        $(impl Value for $integer {
            fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
                let value = reader.integer(node, Self::form)?;
                match Self::try_from(value) {
                    Ok(value) => Some(value),
                    Err(_) => reader.problem(Problem::OutOfRange, &node.raw(), Self::form()),
                }
            }

            fn of_number(number: Plain) -> Option<Self> {
                number.integer()?.try_into().ok()
            }

            fn form() -> String {
                format!("a whole number, {} to {}", Self::MIN, Self::MAX)
            }
        })*
    };
}

integers! { u8 u16 u32 u64 usize i32 i64 }

impl<T: Value> Value for Vec<T> {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        if let Some(values) = node.list().and_then(|list| list.read(T::of_number)) {
            return Some(values);
        }
        let elements = reader.elements(node, Self::form)?;
        reader.list(elements, T::read)
    }

    fn form() -> String {
        format!("an array of {}", T::form())
    }

    fn within_ranges(&self) -> Result<(), Error> {
        self.iter().enumerate().try_for_each(|(index, value)| value.within_ranges().index(index))
    }
}

impl<T: Value> Value for Box<T> {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        T::read(node, reader).map(Box::new)
    }

    fn form() -> String {
        T::form()
    }

    fn within_ranges(&self) -> Result<(), Error> {
        T::within_ranges(self)
    }
}

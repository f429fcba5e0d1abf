//! Numbers as people write them: the shortest digits that read back to the same bits, as the standard library shows a float, without its
//! machinery, which is a tenth of a small WASM module.

/// `-0.00125`, without an exponent; `NaN`, `inf`, `-inf`.
///
/// ```
/// use hashinsight_units::json::{positional, scientific};
/// assert_eq!((positional(5.0), positional(-0.00125), positional(1e21)), ("5".into(), "-0.00125".into(), "1000000000000000000000".into()));
/// assert_eq!((scientific(5.0), scientific(-0.00125), scientific(1.5e300)), ("5e0".into(), "-1.25e-3".into(), "1.5e300".into()));
/// ```
pub fn positional(value: f64) -> String {
    let Some(Digits { sign, significant: digits, point }) = Digits::of(value) else { return unbounded(value) };
    match usize::try_from(point) {
        Err(_) | Ok(0) => [sign, "0.", &"0".repeat(point.unsigned_abs() as usize), &digits].concat(),
        Ok(whole) if whole < digits.len() => [sign, &digits[..whole], ".", &digits[whole..]].concat(),
        Ok(whole) => [sign, &digits, &"0".repeat(whole - digits.len())].concat(),
    }
}

/// `-1.25e-3`: one digit before the point; `NaN`, `inf`, `-inf`.
pub fn scientific(value: f64) -> String {
    let Some(Digits { sign, significant: digits, point }) = Digits::of(value) else { return unbounded(value) };
    let (first, rest) = digits.split_at(1);
    let exponent = if value == 0.0 { 0 } else { point - 1 };
    [sign, first, if rest.is_empty() { "" } else { "." }, rest, "e", &exponent.to_string()].concat()
}

/// A number within a text: [`positional`] in a format string.
#[derive(Clone, Copy, Debug)]
pub struct Told(pub f64);

impl std::fmt::Display for Told {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&positional(self.0))
    }
}

fn unbounded(value: f64) -> String {
    if value.is_nan() {
        "NaN"
    } else if value < 0.0 {
        "-inf"
    } else {
        "inf"
    }
    .to_owned()
}

/// `±0.digits 10^point`, without zeros at either end; zero is the digit 0 before the point.
struct Digits {
    sign: &'static str,
    significant: String,
    point: i32,
}

impl Digits {
    fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let sign = if value.is_sign_negative() { "-" } else { "" };
        let mut buffer = zmij::Buffer::new();
        let text = buffer.format_finite(value.abs());
        let (number, exponent) = text.split_once('e').unwrap_or((text, "0"));
        let (whole, behind) = number.split_once('.').unwrap_or((number, ""));
        let exponent: i32 = exponent.parse().unwrap_or_else(|_| unreachable!("an exponent is an integer"));
        let all = [whole, behind].concat();
        let digits = all.trim_start_matches('0');
        let leading = all.len() - digits.len();
        let digits = digits.trim_end_matches('0');
        if digits.is_empty() {
            return Some(Self { sign, significant: "0".to_owned(), point: 1 });
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "some twenty digits")]
        let point = whole.len() as i32 - leading as i32 + exponent;
        Some(Self { sign, significant: digits.to_owned(), point })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{positional, scientific};

    #[test]
    fn special_numbers_are_those_of_the_standard_library() {
        for value in
            [0.0, -0.0, 1.0, -10.0, 0.1, 1e16, 1e22, 5e-324, f64::MAX, f64::NAN, f64::INFINITY, f64::NEG_INFINITY]
        {
            assert_eq!((positional(value), scientific(value)), (value.to_string(), format!("{value:e}")));
        }
    }

    proptest! {
        #[test]
        fn digits_are_those_of_the_standard_library(bits in any::<u64>(), short in any::<i32>(), places in 0_u32..12) {
            let (short, power) = (f64::from(short), 10_u64.pow(places) as f64);
            for value in [f64::from_bits(bits), short / power, short * power] {
                prop_assert_eq!((positional(value), scientific(value)), (value.to_string(), format!("{value:e}")));
            }
        }
    }
}

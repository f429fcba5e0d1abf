//! Number tokens.

use super::decimal;

/// The greatest integer below which every integer is an `f64`.
pub const EXACT: u64 = 1 << 53;
/// The powers of ten that are `f64`s.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// A number as the grammar of RFC 8259 has it: `token = -digits * 10^exponent`.
#[derive(Debug)]
pub struct Number<'a> {
    /// The token as it is written.
    pub token: &'a str,
    /// Written without point and exponent.
    pub is_integer: bool,
    is_negative: bool,
    /// All digits as one integer; wrong where there are more than 19.
    digits: u64,
    count: usize,
    exponent: i32,
}

impl<'a> Number<'a> {
    /// The number that a text begins with.
    pub fn at_start_of(text: &'a str) -> Option<Self> {
        let bytes = text.as_bytes();
        let is_negative = bytes.first() == Some(&b'-');
        let mut number = Self { token: text, is_integer: true, is_negative, digits: 0, count: 0, exponent: 0 };
        let start = usize::from(is_negative);
        let mut at = number.take_digits(bytes, start);
        let whole = at - start;
        if whole == 0 || (whole > 1 && bytes[start] == b'0') {
            return None;
        }
        if bytes.get(at) == Some(&b'.') {
            number.is_integer = false;
            let end = number.take_digits(bytes, at + 1);
            let places = end - (at + 1);
            if places == 0 {
                return None;
            }
            number.exponent = i32::try_from(places).map_or(i32::MIN, |places| -places);
            at = end;
        }
        if let Some(b'e' | b'E') = bytes.get(at) {
            number.is_integer = false;
            let sign = bytes.get(at + 1).filter(|byte| matches!(byte, b'+' | b'-'));
            let first = at + 1 + usize::from(sign.is_some());
            let mut exponent = 0_i32;
            at = first;
            while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
                exponent = exponent.saturating_mul(10).saturating_add(i32::from(digit - b'0'));
                at += 1;
            }
            if at == first {
                return None;
            }
            let exponent = if sign == Some(&b'-') { -exponent } else { exponent };
            number.exponent = number.exponent.saturating_add(exponent);
        }
        number.token = &text[..at];
        Some(number)
    }

    /// Takes the digits from `at` on; answers where they end.
    fn take_digits(&mut self, bytes: &[u8], mut at: usize) -> usize {
        let start = at;
        while let Some(digit @ b'0'..=b'9') = bytes.get(at) {
            self.digits = self.digits.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            at += 1;
        }
        self.count += at - start;
        at
    }

    /// All digits as one integer, up to 19 of them.
    pub fn digits(&self) -> Option<u64> {
        (self.count <= 19).then_some(self.digits)
    }

    /// The nearest `f64`, ties to even.
    pub fn value(&self) -> Option<f64> {
        let short = self.digits().and_then(|digits| short(self.is_negative, digits, self.exponent));
        short.or_else(|| decimal::parse(self.token))
    }
}

/// The `f64` nearest to `±digits · 10^exponent`, where both factors are exact: then the one operation rounds once (Clinger 1990).
#[inline]
pub fn short(is_negative: bool, digits: u64, exponent: i32) -> Option<f64> {
    let power = POWERS.get(exponent.unsigned_abs() as usize).filter(|_| digits <= EXACT)?;
    #[expect(clippy::cast_precision_loss, reason = "up to 2^53")]
    let digits = digits as f64;
    let value = if exponent < 0 { digits / power } else { digits * power };
    Some(if is_negative { -value } else { value })
}

/// The number that a text is, as the standard library reads it, its words for what is not finite included: without tables on WASM.
pub fn float(text: &str) -> Option<f64> {
    if !cfg!(any(test, target_arch = "wasm32")) {
        return text.parse().ok();
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let number = Number::at_start_of(unsigned).filter(|number| number.token.len() == unsigned.len());
    let value = match number {
        Some(number) if !unsigned.starts_with('-') => number.value()?,
        _ if is_loose(unsigned) => decimal::parse(unsigned)?,
        _ if ["inf", "infinity"].iter().any(|word| unsigned.eq_ignore_ascii_case(word)) => f64::INFINITY,
        _ if unsigned.eq_ignore_ascii_case("nan") => f64::NAN,
        _ => return None,
    };
    Some(if text.starts_with('-') { -value } else { value })
}

/// What the standard library takes besides JSON: `007`, `5.`, `.5`.
fn is_loose(text: &str) -> bool {
    let whole = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (before, behind) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    let is_mantissa = whole(before) && whole(behind) && !(before.is_empty() && behind.is_empty());
    is_mantissa && whole(exponent) && !exponent.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Number, float};

    #[test]
    fn text_reads_as_the_standard_library_reads_it() {
        let parts =
            ["", "0", "007", "12", ".", "e", "E", "+", "-", "5e", "324", "inf", "NaN", "Infinity", " ", "1_0", "x"];
        for first in parts {
            for second in parts {
                for (third, fourth) in parts.into_iter().flat_map(|third| parts.map(|fourth| (third, fourth))) {
                    let text = [first, second, third, fourth].concat();
                    let expected = text.parse::<f64>().ok().map(f64::to_bits);
                    assert_eq!(float(&text).map(f64::to_bits), expected, "{text}");
                }
            }
        }
    }

    #[test]
    fn short_numbers_read_as_the_standard_library_reads_them() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..500_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let digits = (state >> 8) >> (state >> 2 & 63).min(55);
            let (places, exponent) = (state >> 40 & 15, (state >> 3 & 63).cast_signed() - 30);
            let sign = if state >> 63 == 1 { "-" } else { "" };
            for text in [
                format!("{sign}{digits}"),
                format!("{sign}{digits}.{places:02}"),
                format!("{sign}{digits}e{exponent}"),
                format!("{sign}0.{digits:019}"),
                format!("{sign}{digits}.{places}E{exponent:+}"),
            ] {
                let number = Number::at_start_of(&text).filter(|number| number.token == text);
                let expected = text.parse::<f64>().ok().map(f64::to_bits);
                assert_eq!(number.and_then(|number| number.value()).map(f64::to_bits), expected, "{text}");
            }
        }
    }

    #[test]
    fn the_grammar_is_that_of_rfc_8259() {
        for (text, token) in [
            ("0", Some("0")),
            ("-0", Some("-0")),
            ("-0.0e-0", Some("-0.0e-0")),
            ("12,", Some("12")),
            ("1.5]", Some("1.5")),
            ("1e5}", Some("1e5")),
            ("1E+05 ", Some("1E+05")),
            ("0e99999999999999999999", Some("0e99999999999999999999")),
            ("1e-99999999999999999999", Some("1e-99999999999999999999")),
            ("", None),
            ("-", None),
            ("01", None),
            ("-01", None),
            (".5", None),
            ("1.", None),
            ("1.e5", None),
            ("1e", None),
            ("1e+", None),
            ("+1", None),
            ("e5", None),
        ] {
            assert_eq!(Number::at_start_of(text).map(|number| number.token), token, "{text}");
        }
    }
}

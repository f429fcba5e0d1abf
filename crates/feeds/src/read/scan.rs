//! A shorter way through payloads that are large and dense: eight bytes at a time, straight into numbers.
//!
//! The scanner knows compact ASCII JSON without escapes. Whatever else comes is `None`, and the body is read again as a
//! document, by the reader that accepts or explains it. The scanner accepts nothing that this one refuses, and its numbers
//! have the same bits.

mod cells;

use hashinsight_units::json;

use super::shape::Field;
use crate::lanes::{HIGH_BITS, ONES, eight};

pub(super) use cells::tape;

/// Powers of ten.
const POWERS: [u64; 9] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
/// What is not looked at is nested at most so deep.
const MOST_DEPTH: u32 = 8;

/// What is left of a body.
#[derive(Clone, Copy, Debug)]
struct Scan<'a> {
    rest: &'a [u8],
}

/// A number as it is written.
#[derive(Clone, Copy, Debug)]
struct Token<'a> {
    text: &'a [u8],
    is_negative: bool,
    /// All digits as one number, where they are at most 19.
    digits: u64,
    length: usize,
    /// How many of them stand behind the point.
    places: usize,
    has_exponent: bool,
}

impl<'a> Scan<'a> {
    #[inline]
    fn skip(&mut self, length: usize) -> Option<()> {
        self.rest = self.rest.get(length..)?;
        Some(())
    }

    /// Takes a byte if it comes next.
    #[inline]
    fn eat(&mut self, byte: u8) -> bool {
        let comes = self.rest.first() == Some(&byte);
        if comes {
            self.rest = &self.rest[1..];
        }
        comes
    }

    /// Takes a byte that must come next.
    fn demand(&mut self, byte: u8) -> Option<()> {
        self.eat(byte).then_some(())
    }

    /// Takes text if it comes next.
    #[inline]
    fn take(&mut self, text: &[u8]) -> bool {
        match self.rest.split_at_checked(text.len()) {
            Some((head, rest)) if is_same(head, text) => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Takes text that ends with a value if it comes next, and if the value ends there.
    #[inline]
    fn take_value(&mut self, text: &[u8]) -> bool {
        let mut scan = *self;
        let comes = scan.take(text) && matches!(scan.rest.first(), Some(b',' | b'}'));
        if comes {
            *self = scan;
        }
        comes
    }

    /// What stands between here and a later place.
    fn until(&self, later: &Self) -> &'a [u8] {
        &self.rest[..self.rest.len() - later.rest.len()]
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.rest = self.rest.strip_prefix(word)?;
        Some(())
    }

    fn string(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.ascii()?).ok()
    }

    /// The inside of a string of printable ASCII without escapes.
    #[inline]
    fn ascii(&mut self) -> Option<&'a [u8]> {
        let mut scan = *self; // in registers
        scan.demand(b'"')?;
        let start = scan.rest;
        loop {
            let eight = eight(scan.rest);
            // A byte's high bit is set where it is no ASCII, below a space, a quote or a backslash. Borrows and their
            // false alarms only come above the first such byte.
            let is = |byte: u8| (eight ^ (ONES * u64::from(byte))).wrapping_sub(ONES);
            let found = (eight | eight.wrapping_sub(0x20 * ONES) | is(b'"') | is(b'\\')) & HIGH_BITS;
            if found == 0 {
                scan.skip(8)?;
                continue;
            }
            scan.skip(found.trailing_zeros() as usize / 8)?;
            let text = &start[..start.len() - scan.rest.len()];
            scan.demand(b'"')?;
            *self = scan;
            return Some(text);
        }
    }

    /// Digits, appended to a number, up to eight at once: how many.
    #[inline]
    fn digits(&mut self, number: &mut u64) -> usize {
        let mut count = 0;
        loop {
            let eight = eight(self.rest) ^ (u64::from(b'0') * ONES);
            // The high bit of a byte is set where it is no digit. Carries and their false alarms only come above the first such byte.
            let others = (eight.wrapping_add(0x76 * ONES) | eight) & HIGH_BITS;
            let length = others.trailing_zeros() as usize / 8;
            if length == 0 {
                return count;
            }
            // Those that are fewer than eight become the last ones behind zeros.
            let digits = eight_digits(eight << (64 - 8 * length));
            *number = number.wrapping_mul(POWERS[length]).wrapping_add(digits);
            self.rest = &self.rest[length..];
            count += length;
            if length < 8 {
                return count;
            }
        }
    }

    /// A number in the grammar of JSON (RFC 8259, section 6), also between quotes.
    #[expect(clippy::inline_always, reason = "a token stays in registers")]
    #[inline(always)]
    fn token(&mut self) -> Option<Token<'a>> {
        let mut scan = *self; // in registers
        let is_quoted = scan.eat(b'"');
        let start = scan.rest;
        let is_negative = scan.eat(b'-');
        let begins_with_zero = scan.rest.first() == Some(&b'0');
        let (mut digits, mut places) = (0, 0);
        let whole = scan.digits(&mut digits);
        if whole == 0 || (whole > 1 && begins_with_zero) {
            return None;
        }
        if scan.eat(b'.') {
            places = scan.digits(&mut digits);
            if places == 0 {
                return None;
            }
        }
        let has_exponent = matches!(scan.rest.first(), Some(b'e' | b'E'));
        if has_exponent {
            scan.skip(1)?;
            if !scan.eat(b'-') {
                scan.eat(b'+');
            }
            if scan.digits(&mut 0) == 0 {
                return None;
            }
        }
        let text = &start[..start.len() - scan.rest.len()];
        if is_quoted {
            scan.demand(b'"')?;
        }
        *self = scan;
        Some(Token { text, is_negative, digits, length: whole + places, places, has_exponent })
    }

    /// A number, also between quotes.
    fn number(&mut self) -> Option<f64> {
        self.token()?.number()
    }

    /// `null` and `""`.
    fn nothing(&mut self) -> bool {
        let length = match self.rest {
            [b'n', b'u', b'l', b'l', ..] => 4,
            [b'"', b'"', ..] => 2,
            _ => return false,
        };
        self.skip(length).is_some()
    }

    /// A whole number of at most 18 digits, also between quotes.
    fn whole(&mut self) -> Option<i64> {
        let Token { is_negative, digits, length, places, has_exponent, .. } = self.token()?;
        if length > 18 || places > 0 || has_exponent {
            return None;
        }
        let value = digits.cast_signed();
        Some(if is_negative { -value } else { value })
    }

    /// `true` or `false`.
    fn flag(&mut self) -> Option<bool> {
        if self.rest.first() == Some(&b't') {
            self.word(b"true").map(|()| true)
        } else {
            self.word(b"false").map(|()| false)
        }
    }

    /// A value that is not looked at, and in which others may be nested so deep.
    fn ignore(&mut self, depth: u32) -> Option<()> {
        match self.rest.first()? {
            b'"' => self.ascii().map(drop),
            b'n' => self.word(b"null"),
            b't' | b'f' => self.flag().map(drop),
            b'[' => self.ignore_list(b']', depth),
            b'{' => self.ignore_list(b'}', depth),
            _ => self.token().map(drop),
        }
    }

    #[cold]
    fn ignore_list(&mut self, close: u8, depth: u32) -> Option<()> {
        let depth = depth.checked_sub(1)?;
        self.skip(1)?;
        if self.eat(close) {
            return Some(());
        }
        loop {
            if close == b'}' {
                self.ascii()?;
                self.demand(b':')?;
            }
            self.ignore(depth)?;
            if !self.eat(b',') {
                return self.demand(close);
            }
        }
    }
}

impl Token<'_> {
    #[inline]
    fn number(self) -> Option<f64> {
        if self.length <= 19 && !self.has_exponent {
            #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "at most 19")]
            let exponent = -(self.places as i32);
            if let Some(value) = json::short(self.is_negative, self.digits, exponent) {
                return Some(value);
            }
        }
        let value = json::Number::at_start_of(std::str::from_utf8(self.text).ok()?)?.value()?;
        value.is_finite().then_some(value)
    }
}

/// The number of eight digits, the first in the lowest byte: pairs, then fours, then all.
const fn eight_digits(digits: u64) -> u64 {
    let pairs = digits.wrapping_mul(10).wrapping_add(digits >> 8);
    let first = (pairs & 0x0000_00ff_0000_00ff).wrapping_mul(0x000f_4240_0000_0064);
    let second = ((pairs >> 16) & 0x0000_00ff_0000_00ff).wrapping_mul(0x0000_2710_0000_0001);
    first.wrapping_add(second) >> 32
}

/// The keys of one object after another: most have them in the order of the object before, where a comparison is less
/// work than a search. What nobody needs is often the same text as well, and then not even looked at.
#[derive(Debug, Default)]
struct Keys<'a>(Vec<Known<'a>>);

#[derive(Clone, Copy, Debug)]
struct Known<'a> {
    /// `"key":`
    key: &'a [u8],
    /// The field that it is, with its place, if any.
    field: Option<(usize, &'static Field)>,
    /// Of a key that is no field, the last `"key":value`.
    ignored: &'a [u8],
}

impl<'a> Keys<'a> {
    /// The next key; with its value, where it is no field.
    #[expect(clippy::option_option, reason = "the outer one gives up")]
    fn next(
        &mut self,
        scan: &mut Scan<'a>,
        fields: &'static [Field],
        position: usize,
    ) -> Option<Option<(usize, &'static Field)>> {
        let start = *scan;
        let known = match self.0.get_mut(position) {
            Some(known) if known.field.is_none() && scan.take_value(known.ignored) => return Some(None),
            Some(known) if scan.take(known.key) => known,
            _ => {
                let field = Field::find(fields, scan.string()?);
                scan.demand(b':')?;
                self.0.truncate(position);
                let key = start.until(scan);
                self.0.push(Known { key, field, ignored: key });
                self.0.last_mut()?
            }
        };
        if known.field.is_none() {
            scan.ignore(MOST_DEPTH)?;
            known.ignored = start.until(scan);
        }
        Some(known.field)
    }
}

/// Whether texts of one length are equal: first and last bytes, which overlap or meet. A call would cost more.
#[inline]
fn is_same(a: &[u8], b: &[u8]) -> bool {
    fn ends<const N: usize>(a: &[u8], b: &[u8]) -> bool {
        a.first_chunk::<N>() == b.first_chunk() && a.last_chunk::<N>() == b.last_chunk()
    }
    match a.len() {
        4..=8 => ends::<4>(a, b),
        9..=16 => ends::<8>(a, b),
        17..=32 => ends::<16>(a, b),
        _ => a == b,
    }
}

#[cfg(test)]
mod tests;

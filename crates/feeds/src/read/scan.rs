//! A shorter way through the few payloads that are large and dense: eight bytes at a time, straight into numbers.
//!
//! The scanner knows compact ASCII JSON without escapes and without nesting beyond what its caller expects. Whatever
//! else comes is `None`, and the caller reads the body again through `serde`, which accepts or explains it. It accepts
//! nothing that `serde` refuses, and its numbers have the same bits.

use std::fmt::Debug;

use hashinsight_units::json;

use super::{Maybe, Number, Whole, limits};
use crate::Payload;
use crate::error::FeedError;

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x80 * ONES;

/// Reads with `scan`, or where it gives up with `read`; builds with debug assertions do both and compare.
pub(crate) fn scanned<'a, T: Debug>(
    payload: &Payload<'a>,
    scan: impl FnOnce(&mut Scan<'a>) -> Option<T>,
    read: impl FnOnce() -> Result<T, FeedError>,
) -> Result<T, FeedError> {
    limits::check_length(payload)?;
    let mut scanner = Scan { rest: payload.body };
    match scan(&mut scanner).filter(|_| scanner.rest.is_empty()) {
        Some(value) => {
            // Their texts tell all bits apart: `{:?}` writes a float so that it is read back, and -0.0 as such.
            debug_assert_eq!(Ok(format!("{value:?}")), read().map(|value| format!("{value:?}")).map_err(drop));
            Ok(value)
        }
        None => read(),
    }
}

/// What is left of a body.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scan<'a> {
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
    /// The next eight bytes, the first in the lowest place; behind the end zeros.
    #[inline]
    fn eight(&self) -> u64 {
        if let Some(bytes) = self.rest.first_chunk() {
            return u64::from_le_bytes(*bytes);
        }
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(self.rest).for_each(|(to, from)| *to = *from);
        u64::from_le_bytes(bytes)
    }

    /// How many bytes.
    pub(crate) const fn left(&self) -> usize {
        self.rest.len()
    }

    #[inline]
    fn skip(&mut self, length: usize) -> Option<()> {
        self.rest = self.rest.get(length..)?;
        Some(())
    }

    /// Takes a byte if it comes next.
    #[inline]
    pub(crate) fn eat(&mut self, byte: u8) -> bool {
        let comes = self.rest.first() == Some(&byte);
        if comes {
            self.rest = &self.rest[1..];
        }
        comes
    }

    /// Takes a byte that must come next.
    pub(crate) fn demand(&mut self, byte: u8) -> Option<()> {
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

    /// A list of what `item` reads.
    pub(crate) fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        self.demand(b'[')?;
        let mut list = Vec::new();
        if self.eat(b']') {
            return Some(list);
        }
        let start = self.rest.len();
        loop {
            list.push(item(self)?);
            if !self.eat(b',') {
                self.demand(b']')?;
                return Some(list);
            }
            if list.len() == 1 {
                list.reserve(self.rest.len() / (start - self.rest.len())); // the others are about as long as the first
            }
        }
    }

    fn string(&mut self) -> Option<&'a str> {
        std::str::from_utf8(self.ascii()?).ok()
    }

    /// The inside of a string of printable ASCII without escapes.
    #[inline]
    pub(crate) fn ascii(&mut self) -> Option<&'a [u8]> {
        let mut scan = *self; // in registers
        scan.demand(b'"')?;
        let start = scan.rest;
        loop {
            let eight = scan.eight();
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

    /// Digits, appended to a number: how many.
    #[inline]
    fn few_digits(&mut self, number: &mut u64) -> usize {
        let start = self.rest.len();
        while let [digit @ b'0'..=b'9', rest @ ..] = self.rest {
            *number = number.wrapping_mul(10).wrapping_add(u64::from(digit - b'0'));
            self.rest = rest;
        }
        start - self.rest.len()
    }

    /// The same, the first eight at once, if there are so many.
    #[inline]
    fn digits(&mut self, number: &mut u64) -> usize {
        if let Some((eight, rest)) = self.rest.split_first_chunk() {
            let eight = u64::from_le_bytes(*eight) ^ (u64::from(b'0') * ONES);
            if (eight.wrapping_add(0x76 * ONES) | eight) & HIGH_BITS == 0 {
                *number = number.wrapping_mul(100_000_000).wrapping_add(eight_digits(eight));
                self.rest = rest;
                return 8 + self.few_digits(number);
            }
        }
        self.few_digits(number)
    }

    /// A number in the grammar of JSON (RFC 8259, section 6), also between quotes, whose first digits `whole` reads.
    #[expect(clippy::inline_always, reason = "a token stays in registers")]
    #[inline(always)]
    fn token(&mut self, whole: impl FnOnce(&mut Self, &mut u64) -> usize) -> Option<Token<'a>> {
        let mut scan = *self; // in registers
        let is_quoted = scan.eat(b'"');
        let start = scan.rest;
        let is_negative = scan.eat(b'-');
        let begins_with_zero = scan.rest.first() == Some(&b'0');
        let (mut digits, mut places) = (0, 0);
        let whole = whole(&mut scan, &mut digits);
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

    /// A [`Number`].
    #[expect(clippy::inline_always, reason = "its token stays in registers")]
    #[inline(always)]
    pub(crate) fn number(&mut self) -> Option<Number> {
        self.token(Self::few_digits)?.number()
    }

    /// A [`Maybe`].
    pub(crate) fn maybe(&mut self) -> Option<Maybe> {
        match self.rest {
            [b'n', ..] => self.word(b"null").map(|()| Maybe(None)),
            [b'"', b'"', ..] => self.skip(2).map(|()| Maybe(None)),
            _ => self.number().map(|number| Maybe(Some(number.0))),
        }
    }

    /// A [`Whole`].
    pub(crate) fn whole(&mut self) -> Option<Whole> {
        let Token { is_negative, digits, length, places, has_exponent, .. } = self.token(Self::digits)?;
        if length > 18 || places > 0 || has_exponent {
            return None;
        }
        let value = digits.cast_signed();
        Some(Whole(if is_negative { -value } else { value }))
    }

    /// `true` or `false`.
    pub(crate) fn boolean(&mut self) -> Option<bool> {
        if self.rest.first() == Some(&b't') {
            self.word(b"true").map(|()| true)
        } else {
            self.word(b"false").map(|()| false)
        }
    }

    /// A value that is not looked at, other than lists and objects.
    pub(crate) fn ignore(&mut self) -> Option<()> {
        match self.rest.first()? {
            b'"' => self.ascii().map(drop),
            b'n' => self.word(b"null"),
            b't' | b'f' => self.boolean().map(drop),
            _ => self.token(Self::few_digits).map(drop),
        }
    }

    /// An object, of which `value` reads what stands behind each key.
    pub(crate) fn object<F: Copy>(
        &mut self,
        keys: &mut Keys<'a, F>,
        mut value: impl FnMut(&mut Self, F) -> Option<()>,
    ) -> Option<()> {
        self.demand(b'{')?;
        for position in 0.. {
            if let Some(field) = keys.next(self, position)? {
                value(self, field)?;
            }
            if !self.eat(b',') {
                break;
            }
        }
        self.demand(b'}')
    }
}

impl Token<'_> {
    #[inline]
    fn number(self) -> Option<Number> {
        if self.length <= 19 && !self.has_exponent {
            #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, reason = "at most 19")]
            let exponent = -(self.places as i32);
            if let Some(value) = json::short(self.is_negative, self.digits, exponent) {
                return Some(Number(value));
            }
        }
        let value = json::Number::at_start_of(std::str::from_utf8(self.text).ok()?)?.value()?;
        value.is_finite().then_some(Number(value))
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
#[derive(Debug)]
pub(crate) struct Keys<'a, F> {
    known: Vec<Known<'a, F>>,
    meaning: fn(&str) -> Option<F>,
}

#[derive(Clone, Copy, Debug)]
struct Known<'a, F> {
    /// `"key":`
    key: &'a [u8],
    /// What it means, if anything.
    field: Option<F>,
    /// Of a key without meaning, the last `"key":value`.
    ignored: &'a [u8],
}

impl<'a, F: Copy> Keys<'a, F> {
    pub(crate) const fn new(meaning: fn(&str) -> Option<F>) -> Self {
        Self { known: Vec::new(), meaning }
    }

    /// The next key, with its value where it has no meaning.
    #[expect(clippy::option_option, reason = "the outer one gives up")]
    fn next(&mut self, scan: &mut Scan<'a>, position: usize) -> Option<Option<F>> {
        let start = *scan;
        let known = match self.known.get_mut(position) {
            Some(known) if known.field.is_none() && scan.take_value(known.ignored) => return Some(None),
            Some(known) if scan.take(known.key) => known,
            _ => {
                let field = (self.meaning)(scan.string()?);
                scan.demand(b':')?;
                self.known.truncate(position);
                let key = start.until(scan);
                self.known.push(Known { key, field, ignored: key });
                self.known.last_mut()?
            }
        };
        if known.field.is_none() {
            scan.ignore()?;
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

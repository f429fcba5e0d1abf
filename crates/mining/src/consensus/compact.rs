//! `nBits`: the compact form in which a block header states its target.
//!
//! ```text
//! nBits = size · 2^24 + sign · 2^23 + mantissa        magnitude = floor(mantissa · 256^(size - 3))
//! ```
//!
//! The format can say more than a target may be: zero, negative numbers, numbers beyond 256 bits. [`Nbits::decode`]
//! shows them as Bitcoin Core sees them, [`Nbits::target`] refuses them.

use std::fmt;
use std::str::FromStr;

use hashinsight_market::chain;
use hashinsight_units::json::{Element, Node};
use hashinsight_units::record::{self, Reader, Value, read_text};
use hashinsight_units::{At, Difficulty, Error, FieldPath, Record};

use super::{Target, U256, Work};
use crate::error;

const SIGN: u32 = 0x0080_0000;
const TEXT: &str = "0x and 8 hex digits, like 0x1d00ffff, or the same number as an integer";
const RANGE: &str = "a target above 0 and below 2^256 without the sign bit";

/// The compact target of a block header. Every `u32` is one; not every one is a target.
///
/// Documents hold it as text or as an integer: `"0x1b0404cb"` and `453248203` are the same.
///
/// ```
/// use hashinsight_mining::consensus::Nbits;
/// let bits: Nbits = "0x1b0404cb".parse()?;
/// assert_eq!(bits, serde_json::from_str("453248203").unwrap());
/// assert_eq!(bits.target()?.to_string(), "00000000000404cb000000000000000000000000000000000000000000000000");
/// assert_eq!(bits.difficulty()?.get(), 16_307.420938523983);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Nbits(u32);

/// What [`Nbits::decode`] finds: a magnitude and two flags, as `arith_uint256::SetCompact` gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecodedNbits {
    /// The magnitude, most significant byte first. Without meaning where `overflow` is set.
    pub magnitude: [u8; 32],
    /// The sign bit is set and the magnitude is not zero.
    pub negative: bool,
    /// The magnitude does not fit 256 bits.
    pub overflow: bool,
}

impl Nbits {
    /// The value as it stands in a header.
    pub const fn new(nbits: u32) -> Self {
        Self(nbits)
    }

    /// The value as it stands in a header.
    pub const fn get(self) -> u32 {
        self.0
    }

    /// The magnitude and flags, as `arith_uint256::SetCompact` reads them.
    pub fn decode(self) -> DecodedNbits {
        let (magnitude, negative, overflow) = self.parts();
        DecodedNbits { magnitude: magnitude.to_be_bytes(), negative, overflow }
    }

    /// The magnitude as `mantissa · 2^power`, power at most 2016.
    pub(super) fn mantissa_and_power(self) -> (u32, u32) {
        let size = self.0 >> 24;
        let mantissa = self.0 & (SIGN - 1);
        if size < 3 { (mantissa >> (8 * (3 - size)), 0) } else { (mantissa, 8 * (size - 3)) }
    }

    fn parts(self) -> (U256, bool, bool) {
        let (mantissa, power) = self.mantissa_and_power();
        let overflow = match self.0 >> 24 {
            0..=32 => false,
            33 => mantissa > 0xffff,
            34 => mantissa > 0xff,
            _ => mantissa != 0,
        };
        // An overflowing shift drops the high bits, as Core's does; a shift of 256 or more leaves zero.
        let magnitude = U256::from(mantissa) << power as usize;
        (magnitude, mantissa != 0 && self.0 & SIGN != 0, overflow)
    }

    /// The compact form of a magnitude, rounded down, as `arith_uint256::GetCompact` writes it.
    pub fn encode(magnitude: [u8; 32], negative: bool) -> Self {
        Self::encode_uint(U256::from_be_bytes(magnitude), negative)
    }

    #[expect(clippy::cast_possible_truncation, reason = "a size is at most 33, a mantissa at most 24 bits")]
    pub(super) fn encode_uint(magnitude: U256, negative: bool) -> Self {
        let mut size = magnitude.bit_len().div_ceil(8);
        let low = |value: U256| value.into_limbs()[0] as u32;
        let mut mantissa =
            if size <= 3 { low(magnitude) << (8 * (3 - size)) } else { low(magnitude >> (8 * (size - 3))) };
        if mantissa & SIGN != 0 {
            mantissa >>= 8;
            size += 1;
        }
        let sign = if negative && mantissa != 0 { SIGN } else { 0 };
        Self((size as u32) << 24 | sign | mantissa)
    }

    /// The target.
    ///
    /// # Errors
    /// `mining.nbits.out_of_range` where it is zero, negative or beyond 256 bits.
    pub fn target(self) -> Result<Target, Error> {
        self.to_target().at("nbits")
    }

    /// [`target`](Self::target), refused without a place: `nBits` has many names.
    pub(crate) fn to_target(self) -> Result<Target, Error> {
        let (magnitude, negative, overflow) = self.parts();
        let target = if negative || overflow { None } else { Target::from_uint(magnitude) };
        target.ok_or_else(|| self.out_of_range(RANGE))
    }

    pub(super) fn out_of_range(self, allowed: &str) -> Error {
        error::out_of_range("nbits", FieldPath::default(), self, allowed)
    }

    /// Difficulty as Bitcoin Core shows it: `0xffff / mantissa · 256^(29 - size)`, every operation in double precision.
    ///
    /// # Errors
    /// As [`target`](Self::target).
    pub fn difficulty(self) -> Result<Difficulty, Error> {
        self.to_difficulty().at("nbits")
    }

    pub(crate) fn to_difficulty(self) -> Result<Difficulty, Error> {
        self.to_target()?;
        // A target of at least 1 and below 2^256 - 2^240 has a difficulty from 2^-32 to 2^224: the range of the type.
        Difficulty::new(self.mantissa_difficulty())
    }

    /// What `GetDifficulty` of Bitcoin Core prints for any `nBits` at all, be it a target or not: it divides by the
    /// lower 24 bits, sign included. Infinite where they are zero.
    ///
    /// ```
    /// use hashinsight_mining::consensus::Nbits;
    /// let negative = Nbits::new(0x1df8_8f6f);
    /// assert!(negative.target().is_err());
    /// assert_eq!(negative.mantissa_difficulty(), 0.004023107437503096);
    /// ```
    pub fn mantissa_difficulty(self) -> f64 {
        chain::mantissa_difficulty(self.0)
    }
}

hashinsight_units::shown_as_displayed!(Nbits);

impl fmt::Display for Nbits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "0x{:08x}", self.0)
    }
}

impl fmt::Debug for Nbits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Nbits({self})")
    }
}

impl FromStr for Nbits {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let digits = text.strip_prefix("0x").unwrap_or(text);
        let plain = digits.len() == 8 && digits.bytes().all(|b| b.is_ascii_hexdigit());
        let value = if plain { u32::from_str_radix(digits, 16).ok() } else { None };
        value.map(Self).ok_or_else(|| {
            error::unknown("nbits", FieldPath::default(), text.chars().take(80).collect::<String>(), TEXT)
        })
    }
}

impl serde::Serialize for Nbits {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Nbits {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        record::deserialize("mining", deserializer)
    }
}

/// Text as block explorers show it, or an integer as their interfaces send it.
impl Value for Nbits {
    fn read(node: Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let Element::Number(_) = node.element() else { return read_text(node, reader, Self::form, str::parse) };
        let whole = reader.integer(node, Self::form)?;
        let fits = u32::try_from(whole).map(Self);
        reader.checked(fits.map_err(|_| error::out_of_range("nbits", FieldPath::default(), whole, "0 to 2^32 - 1")))
    }

    fn form() -> String {
        TEXT.to_owned()
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Nbits {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Nbits".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "anyOf": [
                { "type": "string", "pattern": "^(0x)?[0-9a-fA-F]{8}$" },
                { "type": "integer", "minimum": 0, "maximum": u32::MAX }
            ],
            "x-quantity": "nbits",
            "x-crate": "mining"
        })
    }
}

/// Inputs of [`decode_nbits`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DecodeNbitsRequest {
    /// Compact target of a block header.
    #[record(example = "0x170331db")]
    pub nbits: Nbits,
}

/// Result of [`decode_nbits`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DecodeNbitsReport {
    /// Compact target of the request.
    pub nbits: Nbits,
    /// Target: the number that a block's hash must not exceed.
    pub target: Target,
    /// Compact form of the target as consensus writes it; differs from `nbits` where that was not canonical.
    pub canonical_nbits: Nbits,
    /// Difficulty by Bitcoin Core's mantissa division, to the last bit.
    pub difficulty: f64,
    /// Difficulty from the full target, `0xffff · 2^208 / target`; differs from `difficulty` where a small size cuts
    /// mantissa digits off.
    pub target_difficulty: f64,
    /// Work of one block, in whole hashes: `floor(2^256 / (target + 1))`, as it is added to the chainwork.
    pub work: Work,
    /// Hashes that a block takes on average, `2^256 / (target + 1)`, to the nearest `f64` but one.
    pub expected_hashes: f64,
}

/// Reads a compact target: target, difficulty, work.
///
/// # Errors
/// `mining.nbits.out_of_range` where `nbits` is zero, negative or beyond 256 bits.
///
/// ```
/// use hashinsight_mining::consensus::{DecodeNbitsRequest, decode_nbits};
/// let report = decode_nbits(&DecodeNbitsRequest::new("0x170240c3".parse()?))?;
/// assert_eq!(report.difficulty, 124_932_866_006_548.16);
/// assert_eq!(report.work.to_string(), "0000000000000000000000000000000000000000000071a0a4ba02ce29511fa5");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn decode_nbits(request: &DecodeNbitsRequest) -> Result<DecodeNbitsReport, Error> {
    let nbits = request.nbits;
    let target = nbits.target()?;
    Ok(DecodeNbitsReport {
        nbits,
        target,
        canonical_nbits: target.to_nbits(),
        difficulty: nbits.mantissa_difficulty(),
        target_difficulty: target.difficulty(),
        work: target.work(),
        expected_hashes: target.expected_hashes(),
    })
}

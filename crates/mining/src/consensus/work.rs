//! Work: hashes that were expected to be needed.

use super::U256;
use super::hex::{self, hex_text};

/// Expected hashes, of one block or of a chain: 0 to 2^256 - 1. Chainwork as nodes report it.
///
/// ```
/// use hashinsight_mining::consensus::{Nbits, Work};
/// let genesis = Nbits::new(0x1d00_ffff).target()?.work();
/// assert_eq!(genesis, "0x100010001".parse()?);
/// assert_eq!(genesis.checked_add(genesis), "200020002".parse().ok());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Work(U256);

hex_text!(Work, "work", "1 to 64 hex digits", hex::parse);

impl Work {
    /// No work.
    pub const ZERO: Self = Self(U256::ZERO);

    pub(super) const fn from_uint(value: U256) -> Self {
        Self(value)
    }

    /// From 32 bytes, most significant first.
    pub fn from_be_bytes(bytes: [u8; 32]) -> Self {
        Self(U256::from_be_bytes(bytes))
    }

    /// The 32 bytes, most significant first.
    pub fn to_be_bytes(self) -> [u8; 32] {
        self.0.to_be_bytes()
    }

    /// The sum; `None` where it does not fit 256 bits.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` where it would be negative.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// So many times this work; `None` where it does not fit 256 bits.
    pub fn checked_mul(self, times: u32) -> Option<Self> {
        self.0.checked_mul(U256::from(times)).map(Self)
    }

    /// The nearest `f64`, in hashes.
    pub fn to_hashes(self) -> f64 {
        hex::to_f64(self.0)
    }
}

//! Targets and block hashes.

use super::hex::{self, hex_text, power_of_two};
use super::{Nbits, Params, U256, Work};
use crate::error;
use hashinsight_units::{Error, Record};

/// The number that a block's hash must not exceed: 1 to 2^256 - 1.
///
/// As text 64 hex digits; fewer are read too, with or without `0x`.
///
/// ```
/// use hashinsight_mining::consensus::{Nbits, Target};
/// let target: Target = "0x00000000ffff0000000000000000000000000000000000000000000000000000".parse()?;
/// assert_eq!(target.to_nbits(), Nbits::new(0x1d00_ffff));
/// assert_eq!(target.difficulty(), 1.0);
/// assert_eq!(target.expected_hashes(), 4_295_032_833.000015); // 2^32 is the customary approximation
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target(U256);

hex_text!(Target, "target", "1 to 64 hex digits, not all zero", |text| hex::parse(text)
    .filter(|value| !value.is_zero()));

/// `2^256`.
const HASH_SPACE: f64 = power_of_two(256);

impl Target {
    /// From 32 bytes, most significant first.
    ///
    /// # Errors
    /// `mining.target.out_of_range` for zero, which no hash but zero meets.
    pub fn from_be_bytes(bytes: [u8; 32]) -> Result<Self, Error> {
        Self::from_uint(U256::from_be_bytes(bytes))
            .ok_or_else(|| error::out_of_range("target", "target", 0, "1 to 2^256 - 1"))
    }

    /// The 32 bytes, most significant first.
    pub fn to_be_bytes(self) -> [u8; 32] {
        self.0.to_be_bytes()
    }

    pub(super) fn from_uint(value: U256) -> Option<Self> {
        if value.is_zero() { None } else { Some(Self(value)) }
    }

    /// For constants: the caller keeps to values above zero.
    pub(super) const fn from_limbs(limbs: [u64; 4]) -> Self {
        Self(U256::from_limbs(limbs))
    }

    pub(super) const fn uint(self) -> U256 {
        self.0
    }

    /// The compact form, rounded down to 24 bits or fewer.
    pub fn to_nbits(self) -> Nbits {
        Nbits::encode_uint(self.0, false)
    }

    /// Difficulty of the full target, `0xffff · 2^208 / target`, within 1 ulp. For a header's own figure see
    /// [`Nbits::difficulty`].
    pub fn difficulty(self) -> f64 {
        f64::from(0xffff_u32) * power_of_two(208) / hex::to_f64(self.0)
    }

    /// Hashes that it takes on average to meet this target, `2^256 / (target + 1)`, within 1 ulp.
    pub fn expected_hashes(self) -> f64 {
        let (ways, all) = self.0.overflowing_add(U256::ONE);
        if all { 1.0 } else { HASH_SPACE / hex::to_f64(ways) }
    }

    /// The same in whole hashes, rounded down: what a block adds to the chainwork.
    pub fn work(self) -> Work {
        // 2^256 does not fit; `2^256 / (t + 1) = (2^256 - 1 - t) / (t + 1) + 1` does (Bitcoin Core, GetBlockProof).
        let (ways, all) = self.0.overflowing_add(U256::ONE);
        if all { Work::from_uint(U256::ONE) } else { Work::from_uint(!self.0 / ways + U256::ONE) }
    }
}

/// A block hash in display order: the leading zeros come first.
///
/// ```
/// use hashinsight_mining::consensus::BlockHash;
/// let genesis: BlockHash = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f".parse()?;
/// assert!("19d6689c".parse::<BlockHash>().is_err()); // a hash has all its digits
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockHash(U256);

hex_text!(BlockHash, "hash", "64 hex digits in display order", |text| {
    let digits = text.strip_prefix("0x").unwrap_or(text);
    if digits.len() == 64 { hex::parse(digits) } else { None }
});

impl BlockHash {
    /// From 32 bytes in display order, that is, the bytes of the double SHA-256 reversed.
    pub fn from_be_bytes(bytes: [u8; 32]) -> Self {
        Self(U256::from_be_bytes(bytes))
    }

    /// The 32 bytes in display order.
    pub fn to_be_bytes(self) -> [u8; 32] {
        self.0.to_be_bytes()
    }
}

/// Whether a hash is proof of work, and if not, why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ProofOfWork {
    /// The hash meets the target.
    Valid,
    /// `nBits` states no target: it is zero, negative or beyond 256 bits.
    NoTarget,
    /// The target is easier than the network allows.
    AboveLimit,
    /// The hash exceeds the target.
    HashAboveTarget,
}

/// Checks a hash against a header's compact target (Bitcoin Core, `CheckProofOfWorkImpl`). An `nBits` that is no target
/// is an answer here, not an error.
///
/// ```
/// use hashinsight_mining::consensus::{Network, Nbits, ProofOfWork, check_proof_of_work};
/// let genesis = "000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f".parse()?;
/// let verdict = check_proof_of_work(genesis, Nbits::new(0x1d00_ffff), Network::Mainnet.params());
/// assert_eq!(verdict, ProofOfWork::Valid);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn check_proof_of_work(hash: BlockHash, nbits: Nbits, params: &Params) -> ProofOfWork {
    match nbits.target() {
        Err(_) => ProofOfWork::NoTarget,
        Ok(target) if target > params.pow_limit() => ProofOfWork::AboveLimit,
        Ok(target) if hash.0 > target.0 => ProofOfWork::HashAboveTarget,
        Ok(_) => ProofOfWork::Valid,
    }
}

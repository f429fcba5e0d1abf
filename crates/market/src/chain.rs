//! What bitcoin's rules fix for everybody who reads its figures: the subsidy of a height, the coins so far, the difficulty of a
//! compact target.
//!
//! ```text
//! era = floor(height / 210_000)        subsidy = floor(50 BTC / 2^era), nothing from era 64 on
//! difficulty = 0xffff / mantissa · 256^(29 - size)        nBits = size · 2^24 + mantissa
//! ```
//!
//! Sources: Bitcoin Core, `GetBlockSubsidy` in `src/validation.cpp`, `GetDifficulty` in `src/rpc/blockchain.cpp`. What follows from
//! them for a miner is the mining crate's.

/// Blocks between retargets.
pub const BLOCKS_PER_PERIOD: u32 = 2016;
/// Blocks between halvings of the main chain.
pub const HALVING_INTERVAL: u32 = 210_000;

const INITIAL_SAT: u64 = 5_000_000_000;

/// New coins of a block, in satoshis, by how often the subsidy was halved before.
///
/// ```
/// use hashinsight_market::chain::era_subsidy_sat;
/// assert_eq!((era_subsidy_sat(0), era_subsidy_sat(4), era_subsidy_sat(64)), (5_000_000_000, 312_500_000, 0));
/// ```
pub const fn era_subsidy_sat(era: u32) -> u64 {
    // Core shifts a 64-bit integer, for which a shift by 64 or more would be undefined.
    if era >= 64 { 0 } else { INITIAL_SAT >> era }
}

/// New coins of all blocks up to this height, this block and the genesis block included, in satoshis, at a subsidy that is halved
/// every so many blocks.
///
/// ```
/// use hashinsight_market::chain::{HALVING_INTERVAL, issued_sat};
/// assert_eq!(issued_sat(0, HALVING_INTERVAL), 5_000_000_000);
/// assert_eq!(issued_sat(u32::MAX, HALVING_INTERVAL), 2_099_999_997_690_000);
/// ```
///
/// # Panics
/// For an interval of 0 blocks.
pub fn issued_sat(height: u32, halving_interval: u32) -> u64 {
    let era = height / halving_interval;
    let past: u64 = (0..era.min(64)).map(|era| era_subsidy_sat(era) * u64::from(halving_interval)).sum();
    past + era_subsidy_sat(era) * (u64::from(height % halving_interval) + 1)
}

/// Difficulty as Bitcoin Core prints it for any `nBits`, be it a target or not, every operation in double precision: it divides by the
/// lower 24 bits, sign included. Infinite where they are zero.
///
/// ```
/// use hashinsight_market::chain::mantissa_difficulty;
/// assert_eq!(mantissa_difficulty(0x1d00_ffff), 1.0);
/// assert_eq!(mantissa_difficulty(0x1701_fca1), 141_668_107_417_558.25); // block 933,586: Core prints 141668107417558.2
/// ```
pub fn mantissa_difficulty(nbits: u32) -> f64 {
    const ONE_SIZE: u32 = 29; // of difficulty 1, 0x1d00ffff
    let size = nbits >> 24;
    let mut difficulty = f64::from(0xffff_u32) / f64::from(nbits & 0x00ff_ffff);
    for _ in size..ONE_SIZE {
        difficulty *= 256.0;
    }
    for _ in ONE_SIZE..size {
        difficulty /= 256.0;
    }
    difficulty
}

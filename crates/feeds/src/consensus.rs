//! What bitcoin's rules fix, as far as answers are held against it: subsidy, supply, retargets, targets, and how fast
//! blocks have come.
//!
//! The rules themselves are [`chain`]'s; here stands what tells a misread unit by them, or the figures of another chain.

use hashinsight_market::chain::{self, HALVING_INTERVAL};
use hashinsight_units::{FieldPath, Height, Timestamp};

use crate::payload::Doubts;

/// Blocks of a difficulty period.
pub(crate) const PERIOD: u32 = chain::BLOCKS_PER_PERIOD;

/// New coins of the block at this height, in satoshis.
pub(crate) const fn subsidy_sat(height: u32) -> u64 {
    chain::era_subsidy_sat(height / HALVING_INTERVAL)
}

/// New coins of all blocks from the first to the last of these heights, in satoshis.
pub(crate) fn issued_sat(first: u32, last: u32) -> u64 {
    let before = first.checked_sub(1).map_or(0, |before| chain::issued_sat(before, HALVING_INTERVAL));
    chain::issued_sat(last, HALVING_INTERVAL).saturating_sub(before)
}

/// The difficulty of a compact target; `None` for a target of nothing, or none of 256 bits.
fn difficulty_of(nbits: u32) -> Option<f64> {
    let (size, mantissa) = (nbits >> 24, nbits & 0x007f_ffff);
    let is_target = mantissa != 0 && nbits & 0x0080_0000 == 0 && size <= 34;
    is_target.then(|| chain::mantissa_difficulty(nbits))
}

/// Notes a difficulty that is not the one of the target beside it.
pub(crate) fn target_agrees(path: &FieldPath, nbits: Option<u32>, difficulty: f64, doubts: &mut Doubts) {
    let Some(nbits) = nbits else { return };
    match difficulty_of(nbits) {
        Some(implied) if (difficulty / implied - 1.0).abs() <= 1e-6 => {}
        Some(implied) => doubts.note(
            path.clone(),
            format!("{nbits:08x}"),
            format!("the target of {difficulty}; of this it is {implied}"),
        ),
        None => doubts.note(path.clone(), format!("{nbits:08x}"), "a target above 0"),
    }
}

/// Notes a subsidy that no block of this height has.
pub(crate) fn subsidy_agrees(path: &FieldPath, sat: u64, height: Height, doubts: &mut Doubts) {
    let subsidy = subsidy_sat(height.get());
    if sat != subsidy {
        doubts.note(path.clone(), sat, format!("the subsidy of block {height}, {subsidy} sat"));
    }
}

/// Notes a difficulty that no test network has.
pub(crate) fn network_agrees(path: &FieldPath, chain: &str, difficulty: f64, doubts: &mut Doubts) {
    if chain != "main" && difficulty > 1e12 {
        doubts.note(path.clone(), chain, format!("main: a difficulty of {difficulty} is that of the main chain"));
    }
}

/// Notes a height that the main chain did not have at that time: since 2013 it has had 1.02 to 1.07 blocks for every ten
/// minutes since the first.
pub(crate) fn height_agrees(path: &FieldPath, height: u32, time: Timestamp, doubts: &mut Doubts) {
    const GENESIS_S: i64 = 1_231_006_505;
    const YEAR_2013_S: i64 = 1_356_998_400;
    let due = (time.to_s() - GENESIS_S) as f64 / 600.0;
    if time.to_s() >= YEAR_2013_S && !(0.97..=1.1).contains(&(f64::from(height) / due)) {
        doubts.note(path.clone(), height, format!("a height of that time, {:.0} to {:.0}", due * 0.97, due * 1.1));
    }
}

/// Notes the height of a retarget that no retarget has.
pub(crate) fn retarget_height(path: &FieldPath, height: u32, doubts: &mut Doubts) {
    if !height.is_multiple_of(PERIOD) {
        doubts.note(path.clone(), height, format!("a multiple of {PERIOD}"));
    }
}

#[cfg(test)]
mod tests {
    use super::{difficulty_of, issued_sat, subsidy_sat};

    #[test]
    fn the_rules_of_the_chain() {
        // Bitcoin Core, src/validation.cpp, GetBlockSubsidy; the last satoshi is paid at height 6,929,999.
        for (height, sat) in
            [(0, 5_000_000_000), (209_999, 5_000_000_000), (210_000, 2_500_000_000), (840_000, 312_500_000)]
        {
            assert_eq!(subsidy_sat(height), sat, "{height}");
        }
        assert_eq!((issued_sat(5, 4), issued_sat(0, 0)), (0, 5_000_000_000));
        assert_eq!((subsidy_sat(6_929_999), subsidy_sat(6_930_000), subsidy_sat(u32::MAX)), (1, 0, 0));
        assert_eq!(issued_sat(0, u32::MAX), 2_099_999_997_690_000);
        assert_eq!(issued_sat(839_999, 840_000), 625_000_000 + 312_500_000);
        // Block 933,586: Bitcoin Core prints 141668107417558.2.
        let difficulty = difficulty_of(0x1701_fca1).unwrap();
        assert!((difficulty / 141_668_107_417_558.2 - 1.0).abs() < 1e-15, "{difficulty}");
        assert_eq!((difficulty_of(0x1d00_ffff), difficulty_of(0x0100_0000)), (Some(1.0), None));
    }
}

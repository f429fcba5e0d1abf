//! Consensus arithmetic against Bitcoin Core's own test vectors, real headers and every epoch of mainnet.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::consensus::{
    BLOCKS_PER_PERIOD, BlockHash, Nbits, Network, ProofOfWork, RetargetRequest, Target, Work, check_proof_of_work,
    clamp_timespan, cumulative_issuance, document, next_halving_height, permitted_transition, retarget, subsidy,
};
use hashinsight_testkit::{vector_path, vectors};
use hashinsight_units::{Difficulty, Height, Problem};
use proptest::prelude::*;
use serde_json::Value;

fn nbits(row: &Value, key: &str) -> Nbits {
    row[key].as_str().unwrap_or_else(|| panic!("{key} in {row}")).parse().unwrap()
}

fn hex(bytes: [u8; 32]) -> String {
    Work::from_be_bytes(bytes).to_string()
}

fn rows<'a>(file: &'a Value, key: &str, expected: usize) -> &'a Vec<Value> {
    let rows = file[key].as_array().unwrap();
    assert_eq!(rows.len(), expected, "rows of {key}");
    rows
}

#[test]
fn compact_decoding_is_cores() {
    let file = vectors("nbits_vectors.json");
    for row in rows(&file, "set_compact", 20).iter().chain(rows(&file, "derived", 17)) {
        let bits = nbits(row, "nbits");
        let decoded = bits.decode();
        assert_eq!(decoded.negative, row["negative"], "{row}");
        assert_eq!(decoded.overflow, row["overflow"], "{row}");
        if decoded.overflow {
            let fault = bits.target().unwrap_err();
            assert_eq!((fault.code(), fault.path().as_str()), ("mining.nbits.out_of_range", "nbits"));
            continue;
        }
        assert_eq!(hex(decoded.magnitude), row["target"], "{row}");
        let zero = decoded.magnitude == [0; 32];
        assert_eq!(bits.target().is_ok(), !zero && !decoded.negative, "{row}");
        if row.get("reencode").is_some() {
            let again = Nbits::encode(decoded.magnitude, decoded.negative);
            assert_eq!(again, nbits(row, "reencode"), "{row}");
        }
        if let Some(flag) = row.get("reencode_negative_flag") {
            assert_eq!(Nbits::encode(decoded.magnitude, decoded.negative).decode().negative, *flag, "{row}");
        }
        if row.get("difficulty").is_some() {
            let difficulty: f64 = row["difficulty"].as_str().unwrap().parse().unwrap();
            assert_eq!(bits.difficulty().unwrap().get().to_bits(), difficulty.to_bits(), "{row}");
            assert_eq!(bits.target().unwrap().work().to_string(), row["block_proof"], "{row}");
        }
    }
    for row in rows(&file, "get_compact", 3) {
        let target: Target = row["target"].as_str().unwrap().parse().unwrap();
        assert_eq!(target.to_nbits(), nbits(row, "nbits"), "{row}");
    }
}

#[test]
fn difficulty_is_cores() {
    let file = vectors("nbits_vectors.json");
    for row in rows(&file, "difficulty", 5) {
        let got = nbits(row, "nbits").mantissa_difficulty();
        let printed: f64 = row["difficulty"].as_str().unwrap().parse().unwrap();
        assert_eq!(got.to_bits(), printed.to_bits(), "{row}");
        assert!((got - row["core_expected"].as_f64().unwrap()).abs() <= row["abs_tolerance"].as_f64().unwrap());
    }
}

#[test]
fn proof_of_work_is_cores() {
    let file = vectors("nbits_vectors.json");
    for row in rows(&file, "check_proof_of_work", 6) {
        let hash: BlockHash = row["hash"].as_str().unwrap().parse().unwrap();
        let verdict = check_proof_of_work(hash, nbits(row, "nbits"), Network::Mainnet.params());
        let valid = serde_json::to_value(verdict).unwrap() == "valid";
        assert_eq!(valid, row["check_proof_of_work"], "{row}");
    }
}

#[test]
fn a_hash_may_equal_its_target() {
    let target = Nbits::new(0x1d00_ffff).target().unwrap();
    let at = |bytes| {
        check_proof_of_work(BlockHash::from_be_bytes(bytes), Nbits::new(0x1d00_ffff), Network::Mainnet.params())
    };
    let mut bytes = target.to_be_bytes();
    assert_eq!(at(bytes), ProofOfWork::Valid);
    bytes[31] = 1;
    assert_eq!(at(bytes), ProofOfWork::HashAboveTarget);
}

/// Ties to even, and a single bit far below decides against the tie.
#[test]
fn work_becomes_the_nearest_double() {
    let hashes = |text: &str| text.parse::<Work>().unwrap().to_hashes();
    let unit = 18_446_744_073_709_551_616.0; // 2^64: the last bit of a double from 2^116 on
    let at = |units: u64, below: u64| hashes(&format!("1{units:013x}{below:016x}"));
    let base = 4_503_599_627_370_496.0 * unit; // 2^116
    assert_eq!(at(0, 0), base);
    assert_eq!(at(0, 1 << 63), base, "a tie goes to the even");
    assert_eq!(at(0, (1 << 63) + 1), base + unit, "above the tie");
    assert_eq!(at(1, (1 << 63) - 1), base + unit, "below the tie");
    assert_eq!(at(1, 1 << 63), base + 2.0 * unit, "a tie goes to the even");
    assert_eq!(hashes("fffffffffffffffff"), 16.0 * unit);
    assert_eq!(hashes("20000000000001"), 9_007_199_254_740_992.0);
    assert_eq!(hashes("0"), 0.0);
}

#[test]
fn retargets_are_cores() {
    let file = vectors("retarget_vectors.json");
    let mainnet = Network::Mainnet.params();
    let cases = file["vectors"].as_array().unwrap();
    assert_eq!(cases.len(), 13);
    for row in cases {
        let time = |key: &str| u32::try_from(row[key].as_u64().unwrap()).unwrap();
        let (first, last) = (time("first_time"), time("last_time"));
        let request = RetargetRequest::new(Network::Mainnet, nbits(row, "nbits_in"), first, last);
        let report = document::retarget(&request).unwrap();
        assert_eq!(report.next_nbits, nbits(row, "nbits_out"), "{row}");
        assert_eq!(report.actual_timespan_s, row["actual_timespan"].as_i64().unwrap(), "{row}");
        assert_eq!(u64::from(report.clamped_timespan_s), row["clamped_timespan"].as_u64().unwrap(), "{row}");
        let height = Height::new(u32::try_from(row["last_height"].as_u64().unwrap()).unwrap() + 1);
        let permitted = |to| permitted_transition(height, nbits(row, "nbits_in"), to, mainnet).unwrap();
        assert!(permitted(report.next_nbits), "{row}");
        if row.get("not_permitted_nbits").is_some() {
            assert!(!permitted(nbits(row, "not_permitted_nbits")), "{row}");
        }
    }
}

#[test]
fn bip94_starts_from_the_first_block() {
    let last = Nbits::new(0x1d00_ffff); // the period's last block was a 20-minute block
    let mut request = RetargetRequest::new(Network::Testnet4, last, 1_279_008_237, 1_279_297_671)
        .first_nbits(Nbits::new(0x1c05_a3f4));
    assert_eq!(document::retarget(&request).unwrap().next_nbits, Nbits::new(0x1c01_68fd));
    request.first_nbits = None;
    assert_eq!(document::retarget(&request).unwrap_err().code(), "mining.first_nbits.missing");
    request.network = Network::Testnet3;
    assert_eq!(
        document::retarget(&request).unwrap().next_nbits,
        Nbits::new(0x1d00_ffff).target().map(quarter).unwrap()
    );
    request.first_nbits = Some(Nbits::new(0x1c05_a3f4));
    assert_eq!(document::retarget(&request).unwrap_err().code(), "mining.first_nbits.unsupported");
}

/// `old · timespan / 1_209_600` in schoolbook arithmetic, byte by byte, at most the limit.
fn schoolbook(old: Target, timespan: u32, limit: Target) -> Nbits {
    let mut digits = [0_u8; 36];
    let mut carry = 0_u64;
    for (digit, byte) in digits.iter_mut().rev().zip(old.to_be_bytes().into_iter().rev().chain([0; 4])) {
        carry += u64::from(byte) * u64::from(timespan);
        *digit = carry.to_le_bytes()[0];
        carry >>= 8;
    }
    let mut rest = 0_u64;
    for digit in &mut digits {
        rest = rest << 8 | u64::from(*digit);
        *digit = (rest / 1_209_600).to_le_bytes()[0];
        rest %= 1_209_600;
    }
    let quotient: [u8; 32] = digits[4..].try_into().unwrap();
    Nbits::encode(if digits[..4] == [0; 4] { quotient.min(limit.to_be_bytes()) } else { limit.to_be_bytes() }, false)
}

/// The compact form of a quarter of a target, by plain byte arithmetic.
fn quarter(target: Target) -> Nbits {
    let mut bytes = target.to_be_bytes();
    let mut carry = 0;
    for byte in &mut bytes {
        (*byte, carry) = (carry << 6 | *byte >> 2, *byte & 3);
    }
    Nbits::encode(bytes, false)
}

#[test]
fn networks_differ_where_they_should() {
    let easiest = [
        (Network::Mainnet, 0x1d00_ffff),
        (Network::Testnet3, 0x1d00_ffff),
        (Network::Testnet4, 0x1d00_ffff),
        (Network::Signet, 0x1e03_77ae),
        (Network::Regtest, 0x207f_ffff),
    ];
    for (network, limit) in easiest {
        let params = network.params();
        let limit = Nbits::new(limit);
        assert_eq!(params.pow_limit().to_nbits(), limit, "{network:?}");
        // Two slow weeks cannot make the easiest target easier, and the product stays within 256 bits.
        assert_eq!(retarget(limit, 0, 4_838_400, params).unwrap(), limit, "{network:?}");
        let name = serde_json::to_string(&network).unwrap();
        assert_eq!(serde_json::from_str::<Network>(&name).unwrap(), network);
    }
    let too_easy = retarget(Nbits::new(0x1d01_ffff), 0, 1, Network::Mainnet.params()).unwrap_err();
    assert_eq!(too_easy.code(), "mining.nbits.out_of_range");
    let regtest = Network::Regtest.params();
    assert_eq!(retarget(Nbits::new(0x207f_ffff), 0, 1, regtest).unwrap(), Nbits::new(0x207f_ffff));
    // 20-minute blocks: anything may follow anything.
    let testnet = Network::Testnet4.params();
    let [real, easy] = [0x1c05_a3f4, 0x1d00_ffff].map(Nbits::new);
    assert!(permitted_transition(Height::new(1), real, easy, testnet).unwrap());
    assert!(!permitted_transition(Height::new(1), real, easy, Network::Mainnet.params()).unwrap());
}

#[test]
fn subsidy_is_cores() {
    let file = vectors("subsidy.json");
    let mainnet = Network::Mainnet.params();
    let int = |row: &Value, key: &str| row[key].as_u64().unwrap_or_else(|| panic!("{key} in {row}"));
    let height = |row: &Value, key: &str| Height::new(u32::try_from(int(row, key)).unwrap());
    for row in rows(&file, "schedule", 35) {
        let first = height(row, "first_height");
        assert_eq!(subsidy(first, mainnet).to_sat(), int(row, "subsidy_sat"), "{row}");
        let Some(before) = first.get().checked_sub(1).map(Height::new) else { continue };
        assert_eq!(cumulative_issuance(before, mainnet).to_sat(), int(row, "issued_before_sat"), "{row}");
        let halves = int(row, "halving") <= 33;
        assert_eq!(next_halving_height(before, mainnet), halves.then_some(first), "{row}");
    }
    for row in rows(&file, "spot", 21) {
        assert_eq!(subsidy(height(row, "height"), mainnet).to_sat(), int(row, "subsidy_sat"), "{row}");
        let issued = cumulative_issuance(height(row, "height"), mainnet).to_sat();
        assert_eq!(issued, int(row, "cumulative_sat_incl"), "{row}");
    }
    for row in rows(&file, "other_intervals", 14) {
        let params = mainnet.with_halving_interval(u32::try_from(int(row, "interval")).unwrap()).unwrap();
        assert_eq!(subsidy(height(row, "height"), &params).to_sat(), int(row, "subsidy_sat"), "{row}");
    }
    let all = cumulative_issuance(Height::new(u32::MAX), mainnet).to_sat();
    assert_eq!(all, int(&file, "max_supply_sat"));
    assert_eq!(subsidy(height(&file, "first_zero_subsidy_height"), mainnet).to_sat(), 0);
    assert!(mainnet.with_halving_interval(0).is_err() && mainnet.with_halving_interval(210_001).is_err());
}

#[test]
fn every_epoch_of_mainnet() {
    let text = std::fs::read_to_string(vector_path("btc_epochs.csv")).unwrap();
    let mut lines = text.lines();
    assert_eq!(
        lines.next().unwrap().split(',').take(6).collect::<Vec<_>>(),
        ["epoch", "first_height", "first_time", "nbits", "difficulty", "chainwork_first_block"]
    );
    let epochs: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    assert_eq!(epochs.len(), 474);
    let mut chainwork = Work::ZERO;
    let mut previous: Option<Nbits> = None;
    for (index, epoch) in epochs.iter().enumerate() {
        let bits: Nbits = epoch[3].parse().unwrap();
        let difficulty: f64 = epoch[4].parse().unwrap();
        // The file prints the shortest text of Core's double.
        assert_eq!(bits.difficulty().unwrap().get().to_bits(), difficulty.to_bits(), "epoch {index}");
        let height = Height::new(epoch[1].parse().unwrap());
        assert_eq!(height.get(), u32::try_from(index).unwrap() * BLOCKS_PER_PERIOD);
        let block = bits.target().unwrap().work();
        // The chainwork of a block includes its own work: 2015 blocks of the old epoch and one of the new follow.
        chainwork = match previous {
            None => block,
            Some(old) => {
                assert!(permitted_transition(height, old, bits, Network::Mainnet.params()).unwrap(), "{index}");
                let rest = old.target().unwrap().work().checked_mul(BLOCKS_PER_PERIOD - 1).unwrap();
                chainwork.checked_add(rest).unwrap().checked_add(block).unwrap()
            }
        };
        assert_eq!(chainwork, epoch[5].parse().unwrap(), "epoch {index}");
        previous = Some(bits);
    }
}

#[test]
fn text_that_is_not_a_number_is_refused() {
    for text in ["", "0x", "1d00fff", "0x1d00ffff0", "0x1d00fffg", "+1d00fff", "0X1d00ffff", " 1d00ffff"] {
        let fault = text.parse::<Nbits>().unwrap_err();
        assert_eq!((fault.code(), fault.value()), ("mining.nbits.unknown", text));
    }
    let long = "1".repeat(65);
    for text in ["", "0x", "-1", "+1", "g", long.as_str()] {
        assert_eq!(text.parse::<Target>().unwrap_err().code(), "mining.target.unknown");
        assert_eq!(text.parse::<Work>().unwrap_err().code(), "mining.work.unknown");
        assert_eq!(text.parse::<BlockHash>().unwrap_err().code(), "mining.hash.unknown");
    }
    assert_eq!("0".parse::<Target>().unwrap_err().code(), "mining.target.unknown");
    assert!(matches!(serde_json::from_str::<Nbits>("-1"), Err(error) if error.is_data()));
    assert_eq!("zz".parse::<Nbits>().unwrap_err().problem(), Problem::Unknown);
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

    #[test]
    fn any_bits_decode_without_panic_and_reencode_to_themselves_when_canonical(word in any::<u32>()) {
        let bits = Nbits::new(word);
        let decoded = bits.decode();
        let _ = bits.mantissa_difficulty();
        if let Ok(target) = bits.target() {
            let canonical = target.to_nbits();
            prop_assert_eq!(canonical.target().unwrap(), target);
            prop_assert_eq!(Nbits::encode(decoded.magnitude, false), canonical);
            prop_assert!(target.work() >= "1".parse().unwrap());
            prop_assert!(target.expected_hashes() >= 1.0);
            let difficulty = bits.difficulty().unwrap().get();
            prop_assert!((Difficulty::MIN.get()..=Difficulty::MAX.get()).contains(&difficulty));
        }
        prop_assert_eq!(bits.to_string().parse::<Nbits>().unwrap(), bits);
    }

    #[test]
    fn a_magnitude_loses_less_than_one_part_in_2_to_15(bytes in any::<[u8; 32]>()) {
        let target = Target::from_be_bytes(bytes);
        prop_assume!(target.is_ok());
        let target = target.unwrap();
        let rounded = target.to_nbits().target().unwrap();
        prop_assert!(rounded <= target);
        prop_assert!(rounded.difficulty() <= target.difficulty() * (1.0 + 1.0 / 32_768.0) * (1.0 + 1e-15));
        prop_assert_eq!(target.to_string().parse::<Target>().unwrap(), target);
    }

    #[test]
    fn a_retarget_is_schoolbook_arithmetic(
        word in any::<u32>(), span in any::<u32>(), near in 302_400u32..4_838_400, signet in any::<bool>(),
    ) {
        let params = if signet { Network::Signet } else { Network::Mainnet }.params();
        let words = [(word, span), (word % 0x1e00_0000, near), (word % 0x0600_0000, near)];
        for (bits, span) in words.into_iter().chain([(word % 0x800 + 0x1b00_0000, near)]) {
            let bits = Nbits::new(bits);
            let Ok(next) = retarget(bits, 0, span, params) else { continue };
            let clamped = clamp_timespan(i64::from(span));
            prop_assert_eq!(next, schoolbook(bits.target().unwrap(), clamped, params.pow_limit()));
        }
    }

    #[test]
    fn a_retarget_stays_within_a_factor_of_four_and_is_permitted(
        mantissa in 0x8000u32..0x80_0000, size in 4u32..=0x1c, first in any::<u32>(), last in any::<u32>(),
        signet in any::<bool>(),
    ) {
        let bits = Nbits::new(size << 24 | mantissa);
        let params = if signet { Network::Signet } else { Network::Mainnet }.params();
        let next = retarget(bits, first, last, params).unwrap();
        prop_assert!(permitted_transition(Height::new(2016), bits, next, params).unwrap());
        let ratio = next.difficulty().unwrap().get() / bits.difficulty().unwrap().get();
        let span = f64::from(clamp_timespan(i64::from(last) - i64::from(first)));
        let exact = 1_209_600.0 / span;
        prop_assert!((0.25..=4.0).contains(&exact));
        // Compact rounding only ever makes the target smaller, by less than 2^-15.
        if next != params.pow_limit().to_nbits() {
            prop_assert!(ratio >= exact * (1.0 - 1e-12) && ratio <= exact * (1.0 + 1.0 / 16_384.0), "{ratio} {exact}");
        }
    }
}

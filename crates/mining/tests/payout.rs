//! Payout schemes against simulation of the schemes themselves.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use crate::given::{SUBSIDY, chain, difficulty, pool_fee};
use hashinsight_mining::reward::{
    Chain, PayoutAuditRequest, PayoutReport, PayoutRequest, PayoutScheme, PoolFee, PoolLuck, ShareValueRequest, payout,
    payout_audit, share_value,
};
use hashinsight_numerics::{Philox, ln, max, min};
use hashinsight_testkit::within_relative;
use hashinsight_units::record;
use hashinsight_units::{Amount, Days, Difficulty, Fraction, Hashrate, MeanAmount, Outcome, Ratio, Verdict};
use proptest::prelude::*;

fn days(d: f64) -> Days {
    Days::new(d).unwrap()
}

fn fraction(f: f64) -> Fraction {
    Fraction::new(f).unwrap()
}

fn hashrate(ths: f64) -> Hashrate {
    Hashrate::new(ths).unwrap()
}

fn without_fees(network_difficulty: f64) -> Chain {
    chain(difficulty(network_difficulty), SUBSIDY, Amount::ZERO)
}

/// A pool of one block a day at difficulty 1e14, of which the miner is a hundredth.
fn request(scheme: PayoutScheme, span: f64) -> PayoutRequest {
    let pool_ths = 1e14 * 4_294_967_296.0 / 86_400.0 / 1e12;
    PayoutRequest::new(scheme, hashrate(pool_ths / 100.0), without_fees(1e14), days(span))
        .pool_hashrate_ths(hashrate(pool_ths))
}

fn with_fees(scheme: PayoutScheme, span: f64) -> PayoutRequest {
    let mut request = request(scheme, span).fees_standard_deviation_sat(Amount::constant(100_000_000));
    request.chain.reward.fees_per_block_sat = MeanAmount::constant(1e8);
    request
}

/// M16, M17 and M45 of the acceptance list.
#[test]
fn pplns_and_tides_are_the_listed_figures() {
    let window_days = days(1.0);
    let report = payout(&request(PayoutScheme::Pplns { fee: pool_fee(0.0), window_days }, 30.0)).unwrap();
    within_relative(report.mean_btc, 0.9375, 1e-12, "M16 mean");
    within_relative(report.variance_btc2, 0.028971354166666668, 1e-12, "M16");
    let short = payout(&request(PayoutScheme::Pplns { fee: pool_fee(0.0), window_days }, 0.25)).unwrap();
    within_relative(short.variance_btc2, 5.5948893229166664e-05, 1e-12, "M17"); // (0.03125 / 4)² (1 - 1/12)
    let window_difficulties = Ratio::new(8.0).unwrap();
    let tides = payout(&request(PayoutScheme::Tides { fee: pool_fee(0.0), window_difficulties }, 30.0)).unwrap();
    within_relative(tides.share_is_paid.value().unwrap(), 0.9996645373720975, 1e-13, "M45"); // 1 - e^-8
    // The window of 8 difficulties is one of 8 days for a pool of one block a day.
    let eight = PayoutScheme::Pplns { fee: pool_fee(0.0), window_days: days(8.0) };
    within_relative(tides.variance_btc2, payout(&request(eight, 30.0)).unwrap().variance_btc2, 1e-12, "TIDES");
}

/// Fees of a block: exponential with mean 1 BTC, so that their deviation is their mean.
fn fees(random: Philox, path: u64, draw: u64) -> f64 {
    -ln(random.uniform(path, draw))
}

/// Mean and variance of a simulated scheme.
fn simulate(paths: u64, income: impl Fn(Philox, u64) -> f64) -> (f64, f64) {
    let random = Philox::new(1112);
    let incomes: Vec<f64> = (0..paths).map(|path| income(random, path)).collect();
    (hashinsight_numerics::mean(&incomes).unwrap(), hashinsight_numerics::variance(&incomes, 1).unwrap())
}

/// Times of the pool's blocks, from its first share to the last payment of the span: Poisson with `rate` a day.
fn blocks(random: Philox, path: u64, rate: f64, until: f64) -> Vec<f64> {
    let waits = (0..).map(|draw| -ln(random.uniform(path, 1_000_000 + draw)) / rate);
    waits
        .scan(0.0, |time, wait| {
            *time += wait;
            Some(*time)
        })
        .take_while(|time| *time < until)
        .collect()
}

fn assert_simulated(report: &PayoutReport, (mean, variance): (f64, f64), paths: f64, what: &str) {
    let error = 4.5 * (report.variance_btc2 / paths).sqrt();
    assert!((mean - report.mean_btc).abs() <= error, "{what}: mean {mean}, formula {report:?}");
    within_relative(variance, report.variance_btc2, 0.04, what);
}

#[test]
fn the_formulas_are_what_the_schemes_do() {
    let paths: u64 = hashinsight_testkit::cases(2_000_000);
    // A miner alone, a hundredth of a block a day: 30 expected blocks in 3000 days.
    let solo = payout(&with_fees(PayoutScheme::Solo, 3000.0)).unwrap();
    let simulated = simulate(paths, |random, path| {
        (0..).zip(blocks(random, path, 0.01, 3000.0)).map(|(i, _)| 3.125 + fees(random, path, i)).sum()
    });
    assert_simulated(&solo, simulated, paths as f64, "solo");

    // Every block pays the shares of the last window.
    for (span, window) in [(10.0, 2.0), (1.5, 4.0)] {
        let overlap = |t: f64| max(min(t, span) - max(t - window, 0.0), 0.0) / window;
        let scheme = PayoutScheme::Pplns { fee: pool_fee(0.01), window_days: days(window) };
        let simulated = simulate(paths, |random, path| {
            let paid = |(i, t): (u64, f64)| 0.01 * overlap(t) * (3.125 + fees(random, path, i)) * 0.99;
            (0..).zip(blocks(random, path, 1.0, span + window)).map(paid).sum()
        });
        assert_simulated(&payout(&with_fees(scheme, span)).unwrap(), simulated, paths as f64, "PPLNS");

        let scheme = PayoutScheme::PpsPlus { fee: pool_fee(0.0), window_days: days(window) };
        let simulated = simulate(paths, |random, path| {
            let paid = |(i, t): (u64, f64)| 0.01 * overlap(t) * fees(random, path, i);
            (0..).zip(blocks(random, path, 1.0, span + window)).map(paid).sum::<f64>() + 0.01 * span * 3.125
        });
        assert_simulated(&payout(&with_fees(scheme, span)).unwrap(), simulated, paths as f64, "PPS+");
    }

    // Full pay per share: three days of 144 blocks, each day paid with the mean fees of its blocks.
    let scheme = PayoutScheme::Fpps { fee: pool_fee(0.02), window_blocks: 144 };
    let simulated = simulate(paths / 4, |random, path| {
        let day = |day: u64| (0..144).map(|i| fees(random, path, day * 144 + i)).sum::<f64>() / 144.0;
        (0..3).map(|d| 0.01 * (3.125 + day(d)) * 0.98).sum()
    });
    assert_simulated(&payout(&with_fees(scheme, 3.0)).unwrap(), simulated, paths as f64 / 4.0, "FPPS");
}

#[test]
fn only_pps_has_no_variance_and_it_pays_for_that_with_the_fees() {
    let pps = payout(&with_fees(PayoutScheme::Pps { fee: pool_fee(0.02) }, 30.0)).unwrap();
    assert_eq!(pps.variance_btc2, 0.0);
    assert_eq!(pps.coefficient_of_variation, Outcome::Value(0.0));
    within_relative(pps.mean_btc, 0.01 * 30.0 * 3.125 * 0.98, 1e-12, "PPS");
    within_relative(pps.kept_fees_btc, 0.01 * 30.0, 1e-12, "kept fees");
    let fpps = payout(&with_fees(PayoutScheme::Fpps { fee: pool_fee(0.02), window_blocks: 144 }, 30.0)).unwrap();
    assert!(fpps.variance_btc2 > 0.0 && fpps.mean_btc > pps.mean_btc);
    // In the long run a pool of which one is a part q has q times the variance.
    let pplns = PayoutScheme::Pplns { fee: pool_fee(0.0), window_days: days(0.5) };
    let ratio = |span| {
        payout(&request(pplns, span)).unwrap().variance_btc2
            / payout(&request(PayoutScheme::Solo, span)).unwrap().variance_btc2
    };
    within_relative(ratio(1e5), 0.01, 1e-4, "1/q");
}

#[test]
fn schemes_that_cannot_be_are_refused() {
    let refuse = |request: &PayoutRequest| {
        let fault = payout(request).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let pplns = PayoutScheme::Pplns { fee: pool_fee(0.0), window_days: days(1.0) };
    let alone = PayoutRequest::new(pplns, hashrate(1.0), without_fees(1e14), days(1.0));
    assert_eq!(refuse(&alone), ("mining.pool_hashrate.missing".into(), "pool_hashrate_ths".into()));
    for pool in [0.0, 1.0] {
        let small = request(pplns, 1.0).pool_hashrate_ths(hashrate(pool));
        assert_eq!(refuse(&small).0, "mining.pool_hashrate.out_of_range");
    }
    let mut all = serde_json::to_value(request(PayoutScheme::Pps { fee: pool_fee(0.0) }, 1.0)).unwrap();
    all["scheme"]["pps"]["fee"] = 1.into();
    let fault = record::read::<PayoutRequest>("mining", &all.to_string()).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.pool_fee.out_of_range", "scheme.pps.fee"));
    let none = request(PayoutScheme::Fpps { fee: pool_fee(0.0), window_blocks: 0 }, 1.0);
    assert_eq!(refuse(&none).0, "mining.window_blocks.out_of_range");
    let none = request(PayoutScheme::Tides { fee: pool_fee(0.0), window_difficulties: Ratio::MIN }, 1.0);
    assert_eq!(refuse(&none).0, "mining.window_difficulties.out_of_range");
    let share = ShareValueRequest::new(Difficulty::new(1.1e14).unwrap(), without_fees(1e14), pool_fee(0.0));
    assert_eq!(share_value(&share).unwrap_err().code(), "mining.share_difficulty.out_of_range");
}

/// A pool of `blocks` expected blocks in 30 days, of which the miner is a thousandth, and what it paid.
fn audit(expected: f64, paid: f64, luck: PoolLuck) -> PayoutAuditRequest {
    let pool_ths = expected * 1e14 * 4_294_967_296.0 / (30.0 * 86_400.0) / 1e12;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few coins")]
    let received = (paid * 3.165e8 * 1e-3 * 0.98 * 0.995).round() as u64;
    PayoutAuditRequest::new(
        Amount::from_sat(received).unwrap(),
        hashrate(pool_ths / 1000.0),
        hashrate(pool_ths),
        chain(difficulty(1e14), SUBSIDY, Amount::constant(4_000_000)),
        pool_fee(0.02),
        fraction(0.005),
        days(30.0),
        luck,
        fraction(0.05),
    )
}

#[test]
fn an_audit_splits_the_difference() {
    let report = payout_audit(&audit(50.0, 43.0, PoolLuck::BlocksFound(43))).unwrap();
    within_relative(report.owed_btc, 50.0 * 3.165e-3, 1e-12, "owed");
    within_relative(report.luck_btc, -7.0 * 3.165e-3, 1e-9, "luck");
    within_relative(report.fee_btc, -43.0 * 3.165e-3 * 0.02, 1e-9, "fee");
    within_relative(report.stale_btc, -43.0 * 3.165e-3 * 0.98 * 0.005, 1e-9, "stale");
    assert!(report.unexplained_btc.abs() < 1e-8, "a satoshi: {report:?}");
    // The sum of the Poisson probabilities of 0 to 43 at mean 50.
    within_relative(report.p_value.value().unwrap(), 0.17979661533466507, 1e-9, "p-value");
    let withheld = payout_audit(&audit(50.0, 38.0, PoolLuck::BlocksFound(43))).unwrap();
    within_relative(withheld.unexplained_btc, -5.0 * 3.165e-3 * 0.98 * 0.995, 1e-5, "five blocks are missing");
    assert_eq!((report.suspicious, withheld.suspicious), (Verdict::No, Verdict::Yes));
    let per_share = payout_audit(&audit(50.0, 49.0, PoolLuck::PaidPerShare)).unwrap();
    assert!(per_share.luck_btc == 0.0 && per_share.p_value.value().is_none());
    assert_eq!(per_share.suspicious, Verdict::Yes, "a fiftieth is missing");
}

/// A pool of 46.42 expected blocks in 30 days, of which the miner is a thousandth: 10 PH/s of 10 EH/s at 1.3e14.
#[test]
fn case_33_what_the_audit_was_told_decides() {
    let expected = 1e19 * 86_400.0 * 30.0 / (1.3e14 * 4_294_967_296.0);
    let verdict = |paid_blocks: f64, luck, edit: fn(&mut PayoutAuditRequest)| {
        let net = paid_blocks * 1e-3 * 3.165e8 * 0.98;
        let mut request = audit(1.0, 0.0, luck);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a coin")]
        let received = net.round() as u64;
        request.received_sat = Amount::from_sat(received).unwrap();
        (request.hashrate_ths, request.pool_hashrate_ths) = (hashrate(10_000.0), hashrate(10_000_000.0));
        request.chain.network_basis = difficulty(1.3e14);
        request.stale = fraction(0.0);
        edit(&mut request);
        payout_audit(&request).unwrap().suspicious
    };
    let (yes, no) = (Verdict::Yes, Verdict::No);
    let found = PoolLuck::BlocksFound;
    for (what, paid_blocks, luck, want) in [
        ("per share, all paid", expected, PoolLuck::PaidPerShare, no),
        ("per share, more than all paid", expected * 1.3, PoolLuck::PaidPerShare, no),
        ("per share, half missing", expected / 2.0, PoolLuck::PaidPerShare, yes),
        ("per share, a tenth missing", expected * 0.9, PoolLuck::PaidPerShare, yes),
        ("per share, a hundredth missing", expected * 0.99, PoolLuck::PaidPerShare, yes),
        ("30 found, a month of bad luck, all paid", 30.0, found(30), no),
        ("none found, none paid", 0.0, found(0), no),
        ("60 found, only the expected 46.4 paid", expected, found(60), yes),
        ("46 found, half paid", 23.0, found(46), yes),
        ("1 found, none paid", 0.0, found(1), yes),
        ("unknown, as expected", expected, PoolLuck::Unknown, no),
        ("unknown, a bad month", 38.0, PoolLuck::Unknown, no), // P(N <= 38) = 0.12
        ("unknown, half missing", 23.0, PoolLuck::Unknown, yes), // P(N <= 23) = 1e-4
    ] {
        assert_eq!(verdict(paid_blocks, luck, |_| {}), want, "{what}");
    }
    // The figures may be off by more than they are by custom, or by nothing but the satoshi of rounding.
    let per_share = |part: f64, edit| verdict(expected * part, PoolLuck::PaidPerShare, edit);
    assert_eq!(per_share(0.97, |r| r.tolerance = Some(fraction(0.05))), no);
    assert_eq!(per_share(1.0, |r| r.tolerance = Some(fraction(0.0))), no);
    assert_eq!(per_share(0.999_999, |r| r.tolerance = Some(fraction(0.0))), yes);
    // A day of 1.55 expected blocks: without any payment p is exp(-1.55) = 0.21, no evidence at 5 %.
    for paid in [0.0, 1.0, 5.0] {
        assert_eq!(verdict(paid, PoolLuck::Unknown, |r| r.days = days(1.0)), Verdict::CannotSay, "{paid}");
    }
    // Two days: exp(-3.09) = 0.045.
    assert_eq!(verdict(0.0, PoolLuck::Unknown, |r| r.days = days(2.0)), yes);
    assert_eq!(verdict(1.0, PoolLuck::Unknown, |r| r.days = days(2.0)), no);
}

/// Honest pools are accused in at most one of twenty audits; one that withholds a part is found out as promised.
#[test]
fn false_alarms_stay_below_the_level() {
    let random = Philox::new(5);
    let suspicious = |expected: f64, part: f64, audits: u64| {
        let found = |path: u64| {
            let count = blocks(random, path, expected / 30.0, 30.0).len() as f64;
            payout_audit(&audit(expected, count * (1.0 - part), PoolLuck::Unknown)).unwrap().suspicious == Verdict::Yes
        };
        (0..audits).filter(|path| found(*path)).count() as f64 / audits as f64
    };
    for expected in [3.0, 40.0, 400.0] {
        let rate = suspicious(expected, 0.0, 4000);
        assert!(rate <= 0.05 + 3.0 * (0.05 * 0.95_f64 / 4000.0).sqrt(), "{expected}: {rate}");
    }
    let honest = payout_audit(&audit(1000.0, 1000.0, PoolLuck::Unknown)).unwrap();
    let days = honest.days_to_detect_one_percent.value().unwrap();
    // λ = ((1.6449 + 1.6449 √0.99) / 0.01)² blocks at 1000 in 30 days.
    let root = 1.6448536269514722 * (1.0 + 0.99_f64.sqrt()) / 0.01;
    within_relative(days, root * root * 30.0 / 1000.0, 1e-12, "days");
}

#[test]
fn audits_that_cannot_be_are_refused() {
    let code = |edit: fn(&mut PayoutAuditRequest)| {
        let mut request = audit(50.0, 43.0, PoolLuck::Unknown);
        edit(&mut request);
        payout_audit(&request).unwrap_err().code().to_owned()
    };
    assert_eq!(code(|r| r.hashrate_ths = Hashrate::MIN), "mining.hashrate.out_of_range");
    assert_eq!(code(|r| r.pool_hashrate_ths = Hashrate::MIN), "mining.pool_hashrate.out_of_range");
    assert_eq!(PoolFee::try_from(Fraction::ONE).unwrap_err().code(), "mining.pool_fee.out_of_range");
    assert_eq!(code(|r| r.stale = Fraction::ONE), "mining.stale.out_of_range");
    assert_eq!(code(|r| r.level = Fraction::ZERO), "mining.level.out_of_range");
    assert_eq!(code(|r| r.tolerance = Some(Fraction::ONE)), "mining.tolerance.out_of_range");
    assert_eq!(
        code(|r| r.chain = chain(r.chain.network_basis, Amount::ZERO, Amount::ZERO)),
        "mining.reward.out_of_range"
    );
}

fn any_scheme() -> impl Strategy<Value = PayoutScheme> {
    let part = || (0.0f64..1.0).prop_map(pool_fee);
    let span = || (1e-9f64..1e6).prop_map(days);
    prop_oneof![
        Just(PayoutScheme::Solo),
        part().prop_map(|fee| PayoutScheme::Pps { fee }),
        (part(), any::<u32>()).prop_map(|(fee, window_blocks)| PayoutScheme::Fpps { fee, window_blocks }),
        (part(), span()).prop_map(|(fee, window_days)| PayoutScheme::PpsPlus { fee, window_days }),
        (part(), span()).prop_map(|(fee, window_days)| PayoutScheme::Pplns { fee, window_days }),
        (part(), (0.0f64..1e12).prop_map(|r| Ratio::new(r).unwrap()))
            .prop_map(|(fee, window_difficulties)| PayoutScheme::Tides { fee, window_difficulties }),
    ]
}

proptest! {
    #[test]
    fn any_audit_is_numbers_that_add_up(
        received in 0u64..2_100_000_000_000_000, own in prop_oneof![Just(5e-324), 0.0f64..1e24], more in 1.0f64..1e18,
        d in 2.4e-10f64..1e67, span in 1e-9f64..1e6, subsidy in 0u64..2_100_000_000_000_000, cut in 0.0f64..1.0,
        found in proptest::option::of(any::<u32>()), level in 0.0f64..=1.0,
    ) {
        let request = PayoutAuditRequest::new(
            Amount::from_sat(received).unwrap(),
            hashrate(own),
            Hashrate::new(own * more).unwrap_or(Hashrate::MAX),
            chain(difficulty(d), Amount::from_sat(subsidy).unwrap(), Amount::ZERO),
            pool_fee(cut),
            fraction(cut),
            days(span),
            found.map_or(PoolLuck::Unknown, PoolLuck::BlocksFound),
            fraction(level),
        )
        .tolerance(fraction(cut));
        if let Ok(report) = payout_audit(&request) {
            prop_assert!(!serde_json::to_string(&report).unwrap().contains("null"), "{report:?}");
            let sum = report.owed_btc + report.luck_btc + report.fee_btc + report.stale_btc + report.unexplained_btc;
            let scale = report.owed_btc + report.luck_btc.abs() + report.received_btc;
            prop_assert!((sum - report.received_btc).abs() <= 1e-14 * scale, "{report:?}");
        }
    }

    #[test]
    fn any_payout_is_numbers_that_add_up(
        scheme in any_scheme(), own in 0.0f64..1e24, more in 1.0f64..1e6, d in 2.4e-10f64..1e67, span in 1e-9f64..1e6,
        subsidy in 0u64..2_100_000_000_000_000, fees in 0u64..2_100_000_000_000_000,
        deviation in proptest::option::of(0u64..2_100_000_000_000_000),
    ) {
        let amount = |sat| Amount::from_sat(sat).unwrap();
        let chain = chain(difficulty(d), amount(subsidy), amount(fees));
        let mut request = PayoutRequest::new(scheme, hashrate(own), chain, days(span));
        request.pool_hashrate_ths = Hashrate::new(own * more).ok();
        request.fees_standard_deviation_sat = deviation.map(amount);
        if let Ok(report) = payout(&request) {
            prop_assert_eq!(report.gross_btc - report.kept_fees_btc - report.pool_fee_btc, report.mean_btc);
            let value = serde_json::to_value(&report).unwrap();
            for key in ["gross_btc", "mean_btc", "variance_btc2", "standard_deviation_btc"] {
                prop_assert!(value[key].as_f64().is_some_and(|x| x >= 0.0), "{}: {report:?}", key);
            }
        }
    }
}

/// A ckpool-based pool keeps 2 % of a solved block: 98 % of the mean, the variance by its square.
#[test]
fn case_54_a_solo_pool_takes_a_fee() {
    let alone = payout(&with_fees(PayoutScheme::Solo, 365.0)).unwrap();
    let pool = payout(&with_fees(PayoutScheme::SoloPool { fee: pool_fee(0.02) }, 365.0)).unwrap();
    within_relative(pool.mean_btc, 0.98 * alone.mean_btc, 1e-15, "mean");
    within_relative(pool.variance_btc2, 0.98 * 0.98 * alone.variance_btc2, 1e-15, "variance");
    assert_eq!(pool.share_is_paid, alone.share_is_paid);
}

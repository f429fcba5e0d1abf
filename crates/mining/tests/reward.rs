//! Solo income against the Poisson law, and the contract of jobs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::reward::{
    PoolFee, SoloHorizon, SoloIncome, SoloIncomeReport, SoloIncomeRequest, SoloOddsRequest, solo_odds,
};
use hashinsight_numerics::exp;
use hashinsight_numerics::job::Job;
use hashinsight_testkit::{check_job, within_relative};
use hashinsight_units::{Days, Difficulty, Fraction, Hashrate, Height, MeanAmount, Outcome};
use proptest::prelude::*;

fn request() -> SoloIncomeRequest {
    SoloIncomeRequest::new(
        Hashrate::from_phs(20.0).unwrap(),
        Difficulty::new(1e14).unwrap(),
        Height::new(953_568),
        MeanAmount::constant(4e6),
        Days::new(365.25).unwrap(),
        0.0,
        0.0,
        200_000,
        20_261_121,
    )
    .quantiles([0.05, 0.5, 0.95].map(|q| Fraction::new(q).unwrap()).to_vec())
}

fn changed(edit: impl FnOnce(&mut SoloIncomeRequest)) -> SoloIncomeRequest {
    let mut request = request();
    edit(&mut request);
    request
}

fn run(request: &SoloIncomeRequest) -> SoloIncomeReport {
    let mut job = SoloIncome::open(request).unwrap();
    job.step(u64::MAX);
    job.report().unwrap()
}

/// Poisson probabilities by their recurrence.
fn poisson(mean: f64) -> impl Iterator<Item = f64> {
    (1_u32..).scan(exp(-mean), move |p, k| {
        let now = *p;
        *p *= mean / f64::from(k);
        Some(now)
    })
}

#[test]
fn without_volatility_income_is_poisson() {
    let request = request();
    let report = run(&request);
    let per_block = 316_500_000.0;
    let mean = 20e15 * 365.25 * 86_400.0 / (1e14 * 4_294_967_296.0); // 1.47 blocks
    let paths = f64::from(request.paths);
    let within = |got: f64, expected: f64, deviations: f64, what: &str| {
        assert!((got - expected).abs() < 4.5 * deviations, "{what}: {got} {expected} +- {deviations}");
    };
    within(report.mean_blocks, mean, (mean / paths).sqrt(), "blocks");
    within(report.mean_sat, mean * per_block, report.standard_error_sat, "mean");
    within_relative(report.standard_deviation_sat, mean.sqrt() * per_block, 0.01, "standard deviation");
    within_relative(report.standard_error_sat, report.standard_deviation_sat / paths.sqrt(), 1e-15, "standard error");
    let nothing = exp(-mean);
    within(report.zero_income_fraction, nothing, (nothing * (1.0 - nothing) / paths).sqrt(), "nothing");
    let cumulative: Vec<f64> = poisson(mean)
        .take(20)
        .scan(0.0, |sum, p| {
            *sum += p;
            Some(*sum)
        })
        .collect();
    for (q, income) in [0.05, 0.5, 0.95].into_iter().zip(&report.income_sat) {
        let blocks = cumulative.iter().position(|sum| *sum >= q).unwrap();
        assert_eq!(*income, blocks as f64 * per_block, "quantile {q}");
    }
}

/// The whole distribution, level by level.
#[test]
fn counts_follow_the_poisson_law() {
    let levels: Vec<f64> = (1..400).map(|i| f64::from(i) / 400.0).collect();
    let request = request().quantiles(levels.iter().map(|q| Fraction::new(*q).unwrap()).collect());
    let report = run(&request);
    let mean = 20e15 * 365.25 * 86_400.0 / (1e14 * 4_294_967_296.0);
    // Income by number of blocks, and the probability of that many or fewer.
    let law: Vec<(f64, f64)> = poisson(mean)
        .take(20)
        .enumerate()
        .scan(0.0, |sum, (blocks, p)| {
            *sum += p;
            Some((blocks as f64 * 316_500_000.0, *sum))
        })
        .collect();
    // Every level of the empirical distribution lies within its binomial error of the law.
    for (level, sat) in levels.iter().zip(&report.income_sat) {
        let error = 4.5 * (level * (1.0 - level) / 200_000.0).sqrt();
        let at = law.iter().position(|(income, _)| income == sat).unwrap();
        assert!(law[at].1 >= level - error, "{level}");
        assert!(at == 0 || law[at - 1].1 <= level + error, "{level}");
    }
}

#[test]
fn a_halving_inside_the_horizon_halves() {
    // 72 days and 72 days at 144 blocks a day, without fees.
    let request = changed(|r| {
        r.height = Height::new(1_050_000 - 72 * 144);
        r.days = Days::new(144.0).unwrap();
        r.fees_per_block_sat = MeanAmount::ZERO;
        r.hashrate_ths = Hashrate::from_phs(500.0).unwrap();
    });
    let report = run(&request);
    let blocks = 500e15 * 72.0 * 86_400.0 / (1e14 * 4_294_967_296.0);
    let expected = blocks * 312_500_000.0 + blocks * 156_250_000.0;
    assert!((report.mean_sat - expected).abs() < 4.5 * report.standard_error_sat, "{} {expected}", report.mean_sat);
}

#[test]
fn drift_divides_the_rate_from_each_retarget_on() {
    // Half a period, then two whole ones at D·e^0.1 and D·e^0.2.
    let mut request = changed(|r| {
        r.height = Height::new(953_568 + 1008);
        r.days = Days::new(7.0 + 28.0).unwrap();
        r.drift_per_retarget = 0.1;
        r.hashrate_ths = Hashrate::from_phs(500.0).unwrap();
    });
    let report = run(&request);
    let per_day = 500e15 * 86_400.0 / (1e14 * 4_294_967_296.0);
    let blocks = per_day * (7.0 + 14.0 * exp(-0.1) + 14.0 * exp(-0.2));
    assert!((report.mean_blocks - blocks).abs() < 4.5 * (blocks / 200_000.0).sqrt(), "{} {blocks}", report.mean_blocks);
    // With volatility s the mean of 1/D grows by e^(s²/2) a step.
    let s = 0.3;
    request.volatility_per_retarget = s;
    let report = run(&request);
    let (a, b) = (exp(-0.1 + s * s / 2.0), exp(2.0 * (-0.1 + s * s / 2.0)));
    let blocks = per_day * (7.0 + 14.0 * a + 14.0 * b);
    within_relative(report.mean_blocks, blocks, 0.01, "volatile");
}

#[test]
fn solo_income_keeps_the_contract_of_jobs() {
    let request = changed(|r| (r.paths, r.volatility_per_retarget) = (5000, 0.05));
    let mut other = request.clone();
    other.seed = 1;
    check_job::<SoloIncome>(&request, &other);
}

#[test]
fn simulations_that_cannot_be_are_refused() {
    let refuse = |edit: fn(&mut SoloIncomeRequest), code: &str| {
        assert_eq!(SoloIncome::open(&changed(edit)).unwrap_err().code(), code);
    };
    refuse(|r| r.difficulty = Difficulty::MIN, "mining.difficulty.out_of_range");
    refuse(|r| r.hashrate_ths = Hashrate::MAX, "mining.hashrate.out_of_range");
    refuse(|r| r.fees_per_block_sat = MeanAmount::MAX, "mining.fees_per_block.out_of_range");
    refuse(|r| r.days = Days::MAX, "mining.days.out_of_range");
    refuse(|r| r.drift_per_retarget = f64::NAN, "mining.drift.out_of_range");
    refuse(|r| r.volatility_per_retarget = -0.1, "mining.volatility.out_of_range");
    refuse(|r| r.paths = 1, "mining.paths.out_of_range");
    refuse(|r| r.height = Height::new(u32::MAX), "mining.height.out_of_range");
    let text = serde_json::to_value(request()).unwrap();
    assert_eq!(text["seed"], "20261121", "wide integers are text");
    assert_eq!(serde_json::from_value::<SoloIncomeRequest>(text).unwrap(), request());
}

#[test]
fn the_whole_network_finds_every_block_and_nobody_none() {
    let network = 1e14 * 4_294_967_296.0 / 600.0 / 1e12;
    let all = changed(|r| {
        r.hashrate_ths = Hashrate::from_ths(network * (1.0 - 1e-12)).unwrap();
        r.drift_per_retarget = -1.4; // the share cannot grow beyond one
        r.days = Days::new(140.0).unwrap();
        r.paths = 200;
    });
    let blocks = 140.0 * 144.0;
    let report = run(&all);
    assert!((report.mean_blocks - blocks).abs() < 4.5 * (blocks / 200.0f64).sqrt(), "{}", report.mean_blocks);
    let none = run(&changed(|r| (r.hashrate_ths, r.paths) = (Hashrate::MIN, 10)));
    assert_eq!((none.zero_income_fraction, none.mean_sat, none.mean_blocks), (1.0, 0.0, 0.0));
    assert_eq!(none.income_sat, [0.0; 3]);
}

proptest! {
    #[test]
    fn odds_are_odds(
        ths in (0..=1e24f64.to_bits()).prop_map(f64::from_bits), d in 0u64..=u64::MAX, days in 1e-9f64..1e6,
        blocks in any::<u32>(), by_blocks in any::<bool>(),
    ) {
        let low = Difficulty::MIN.get().to_bits();
        let high = Difficulty::MAX.get().to_bits();
        let difficulty = Difficulty::new(f64::from_bits(low + d % (high - low))).unwrap();
        let horizon =
            if by_blocks { SoloHorizon::Blocks(blocks) } else { SoloHorizon::Days(Days::new(days).unwrap()) };
        let network = NetworkBasis::Difficulty(difficulty);
        let quantiles = [0.0, 5e-324, 0.5, 1.0].map(|q| Fraction::new(q).unwrap()).to_vec();
        // A miner is part of the network, most of the time.
        let all = network.resolve().unwrap().network_hashrate_ths;
        let ths = if by_blocks { ths } else { hashinsight_numerics::min(all, 1e24) * (ths / 1e24) };
        let request = SoloOddsRequest::new(Hashrate::new(ths).unwrap(), network, horizon).quantiles(quantiles);
        let report = solo_odds(&request);
        match report {
            Ok(report) => {
                prop_assert!((0.0..=1.0).contains(&report.at_least_one));
                prop_assert!(report.expected_blocks.is_finite());
                prop_assert!(report.at_least_one <= report.expected_blocks * (1.0 + 1e-12));
                for wait in report.wait_days.iter().chain([&report.mean_wait_days, &report.median_wait_days]) {
                    prop_assert!(wait.value().is_none_or(|days| days.is_finite() && days >= 0.0));
                }
                prop_assert!(ths > 0.0 || report.mean_wait_days == Outcome::Never);
            }
            Err(error) => prop_assert!(error.code() == "mining.hashrate.out_of_range" && ths > all, "{error}"),
        }
    }
}

/// A solo pool that keeps 2 %, and fees that are a mean: 98 % of whole satoshis.
#[test]
fn case_54_a_solo_pool_takes_a_fee_of_each_block() {
    let alone = run(&request());
    let fee = PoolFee::new(0.02).unwrap();
    let pool = run(&changed(|r| (r.pool_fee, r.fees_per_block_sat) = (Some(fee), MeanAmount::constant(4_000_000.7))));
    assert_eq!((pool.mean_blocks, pool.zero_income_fraction), (alone.mean_blocks, alone.zero_income_fraction));
    within_relative(pool.mean_sat, 0.98 * alone.mean_sat, 1e-14, "mean");
    assert_eq!(pool.income_sat[1], 310_170_000.0); // 98 % of 316,500,000
}

//! The network: forecasts against mempool.space's own tests, intervals against `SciPy`, the stream's contract.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::consensus::{Network, RetargetRequest, document::retarget};
use hashinsight_mining::network::{
    Band, BlockSeen, DifficultySpan, Estimator, ForecastRetargetReport, ForecastRetargetRequest,
    HashrateIntervalRequest, MeanDifficultyRequest, NetworkBasis, Outlook, PreviousPeriod, RunningHashrate,
    RunningHashrateParams, Sampling, forecast_retarget, gamma_interval, hashrate_interval, mean_difficulty,
    poisson_interval,
};
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_numerics::{Philox, ln};
use hashinsight_testkit::{check_stream, vectors, within_relative};
use hashinsight_units::{Days, Difficulty, Fraction, Hashrate, Height, Outcome, Seconds, Timestamp};
use proptest::prelude::*;

fn base(intervals: u32, elapsed_s: u32, estimator: Estimator) -> ForecastRetargetRequest {
    let start = 1_700_000_000;
    let now_ms = Timestamp::from_s(i64::from(start + elapsed_s)).unwrap();
    let (height, nbits) = (Height::new(951_552 + intervals), "0x1702068f".parse().unwrap());
    ForecastRetargetRequest::new(Network::Mainnet, height, nbits, start, start + elapsed_s, now_ms, estimator)
}

#[test]
fn difficulty_adjustment_is_mempools() {
    let file = vectors("difficulty_adjustment_vectors.json");
    let rows = file["vectors"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    for row in rows {
        let (input, expected) = (&row["input"], &row["expected"]);
        let seconds = |key: &str| u32::try_from(input[key].as_u64().unwrap()).unwrap();
        let previous = input.get("quarter_epoch_time").map(|_| {
            let change = input["previous_retarget_percent"].as_f64().unwrap() / 100.0;
            PreviousPeriod::new(seconds("quarter_epoch_time"), change)
        });
        let network = if input["network"] == "testnet" { Network::Testnet3 } else { Network::Mainnet };
        let report = forecast_retarget(&ForecastRetargetRequest::new(
            network,
            Height::new(seconds("height")),
            "0x1702068f".parse().unwrap(),
            seconds("period_start_time"),
            seconds("latest_block_time"),
            Timestamp::from_s(i64::from(seconds("now"))).unwrap(),
            Estimator::MempoolWindow { previous },
        ))
        .unwrap();
        let float = |key: &str| expected[key].as_f64().unwrap();
        let int = |key: &str| expected[key].as_i64().unwrap();
        within_relative(report.progress * 100.0, float("progress_percent"), 1e-15, "progress");
        within_relative(report.change * 100.0, float("difficulty_change_percent"), 1e-13, "change");
        within_relative(report.expected_blocks, float("expected_blocks"), 1e-15, "expected blocks");
        assert_eq!(i64::from(report.remaining_blocks), int("remaining_blocks"));
        assert_eq!(report.mean_interval_ms, int("time_avg_ms"));
        assert_eq!(report.remaining_ms, int("remaining_time_ms"));
        assert_eq!(report.retarget_time_ms.to_ms(), int("estimated_retarget_ms"));
        assert_eq!(i64::from(report.next_retarget_height.get()), int("next_retarget_height"));
        assert_eq!(report.time_offset_ms, int("time_offset_ms"));
        assert!(matches!(report.band, Outcome::Undefined { .. }));
        assert_eq!(matches!(report.outlook, Outlook::Settled { .. }), report.remaining_blocks == 1);
    }
}

/// `scipy.stats.f.ppf` (1.16), limited to -75 %.
#[test]
fn band_is_the_ratio_of_gammas() {
    let cases = [
        (1, 600, 0.95, -0.75, 2.689163090040557),
        (144, 86_400, 0.95, -0.15119856122984332, 0.16346726429617808),
        (2014, 1_209_000, 0.9, -0.0009908079739002762, 0.00047079723210741165),
    ];
    for (intervals, elapsed_s, confidence, low, high) in cases {
        let confidence = Fraction::new(confidence).unwrap();
        let report = forecast_retarget(&base(intervals, elapsed_s, Estimator::GammaPosterior { confidence })).unwrap();
        let Outcome::Value(Band { lower, upper, .. }) = report.band else { panic!("{report:?}") };
        assert!((lower - low).abs() < 1e-11 && (upper - high).abs() < 1e-11, "{intervals}: {lower} {upper}");
    }
}

fn settled(first: u32, last: u32, estimator: Estimator) -> ForecastRetargetReport {
    let mut request = base(2015, 1, estimator);
    request.period_start_s = first;
    request.last_block_s = last;
    request.now_ms = Timestamp::from_s(i64::from(first.max(last)) + 5).unwrap();
    forecast_retarget(&request).unwrap()
}

proptest! {
    #[test]
    fn on_the_last_block_every_estimator_is_consensus(first in 1_231_006_505u32..2_000_000_000, span in -3_000_000i64..10_000_000) {
        let last = u32::try_from(i64::from(first).saturating_add(span).max(0)).unwrap();
        let nbits = "0x1702068f".parse().unwrap();
        let rule = retarget(&RetargetRequest::new(Network::Mainnet, nbits, first, last)).unwrap();
        let confidence = Fraction::new(0.95).unwrap();
        let estimators =
            [Estimator::Elapsed, Estimator::MempoolWindow { previous: None }, Estimator::GammaPosterior { confidence }];
        for estimator in estimators {
            let report = settled(first, last, estimator);
            prop_assert_eq!(report.outlook, Outlook::Settled { next_nbits: rule.next_nbits });
            prop_assert_eq!(report.next_difficulty, rule.next_difficulty);
            // The rule rounds the target down to at least 16 bits.
            let ratio = (1.0 + report.change) / rule.difficulty_ratio;
            prop_assert!(ratio <= 1.0 + 1e-12 && ratio > 1.0 - 1.0 / 32_768.0, "{ratio}");
            if let Outcome::Value(Band { lower, upper, .. }) = report.band {
                prop_assert_eq!((lower, upper), (report.change, report.change));
            }
        }
    }

    #[test]
    fn a_forecast_stays_within_the_limits(
        intervals in 1u32..2016, elapsed_s in 1u32..100_000_000, confidence in 0.001f64..0.999_999, which in 0..3,
    ) {
        let confidence = Fraction::new(confidence).unwrap();
        let previous = PreviousPeriod::new(1_699_900_000, 0.01);
        let estimator = match which {
            0 => Estimator::Elapsed,
            1 => Estimator::MempoolWindow { previous: Some(previous) },
            _ => Estimator::GammaPosterior { confidence },
        };
        let report = forecast_retarget(&base(intervals, elapsed_s, estimator)).unwrap();
        prop_assert!((-0.75..=3.0).contains(&report.change));
        if let Outcome::Value(Band { lower, upper, .. }) = report.band {
            prop_assert!((-0.75..=3.0).contains(&lower) && lower <= upper && upper <= 3.0);
        }
    }
}

#[test]
fn forecasts_that_cannot_be_are_refused() {
    let refuse = |edit: &dyn Fn(&mut ForecastRetargetRequest), code: &str| {
        let mut request = base(100, 60_000, Estimator::Elapsed);
        edit(&mut request);
        assert_eq!(forecast_retarget(&request).unwrap_err().code(), code);
    };
    refuse(&|r| r.network = Network::Regtest, "mining.network.unsupported");
    refuse(&|r| r.now_ms = Timestamp::from_s(1_700_000_000).unwrap(), "mining.now.out_of_range");
    refuse(&|r| r.now_ms = Timestamp::MAX, "mining.now.out_of_range");
    refuse(&|r| r.height = Height::new(u32::MAX), "mining.height.out_of_range");
    let certain = Estimator::GammaPosterior { confidence: Fraction::ONE };
    refuse(&|r| r.estimator = certain.clone(), "mining.confidence.out_of_range");
    let sure = forecast_retarget(&base(100, 60_000, certain.clone())).unwrap_err();
    assert_eq!(sure.path().as_str(), "estimator.gamma_posterior.confidence");
    for (previous, expected) in [
        (PreviousPeriod::new(1_699_900_000, f64::NAN), "mining.change.out_of_range"),
        (PreviousPeriod::new(1_800_000_000, 0.0), "mining.window_start.out_of_range"),
    ] {
        refuse(&|r| r.estimator = Estimator::MempoolWindow { previous: Some(previous) }, expected);
    }
}

/// `scipy.stats.chi2.ppf` (1.16) halved.
#[test]
fn intervals_are_garwoods() {
    let cases = [
        (1, 0.95, 0.025317807984289876, 5.571643390938898),
        (1, 0.8, 0.10536051565782636, 3.889720169867429),
        (12, 0.95, 6.200575108722218, 20.96158504817696),
        (144, 0.8, 128.85136853581875, 160.6301799406103),
        (2016, 0.95, 1928.948784022353, 2105.967278480801),
    ];
    for (blocks, confidence, lower, upper) in cases {
        let (low, high) = poisson_interval(blocks, Fraction::new(confidence).unwrap()).unwrap();
        within_relative(low, lower, 1e-12, "lower");
        within_relative(high, upper, 1e-12, "upper");
    }
    for confidence in [Fraction::ZERO, Fraction::ONE] {
        let fault = poisson_interval(1, confidence).unwrap_err();
        assert_eq!((fault.code(), fault.path().as_str()), ("mining.confidence.out_of_range", "confidence"));
    }
    let (low, high) = poisson_interval(u32::MAX, Fraction::new(0.95).unwrap()).unwrap();
    assert!(low < f64::from(u32::MAX) && f64::from(u32::MAX) < high && high - low < 3e5, "{low} {high}");
    let confidence = Fraction::new(0.95).unwrap();
    let instant = HashrateIntervalRequest::new(1, Difficulty::MAX, Seconds::new(5e-324).unwrap(), confidence);
    assert_eq!(hashrate_interval(&instant).unwrap_err().code(), "mining.elapsed.out_of_range");
}

#[test]
fn a_network_of_nothing_is_refused() {
    for ths in [0.0, 5e-324, 1e-15] {
        let fault = NetworkBasis::NetworkHashrateThs(Hashrate::new(ths).unwrap()).resolve().unwrap_err();
        assert_eq!(fault.code(), "mining.network_hashrate.out_of_range");
    }
    let least = NetworkBasis::NetworkHashrateThs(Hashrate::new(1.7e-15).unwrap()).resolve().unwrap();
    assert!(least.hashes_per_block >= 1.0);
}

/// Blocks 600 s apart on average, some with times that run backwards, difficulty moving every 50.
fn chain(count: u64) -> Vec<BlockSeen> {
    let random = Philox::new(7);
    let mut ms = 1_700_000_000_000;
    (0..count)
        .map(|i| {
            ms += i64::from(random.block(0, i)[0] % 1_200_000) - if i % 9 == 4 { 900_000 } else { 0 };
            let difficulty = 1e14 * (1.0 + 0.01 * (i / 50) as f64);
            BlockSeen::new(Timestamp::from_ms(ms).unwrap(), Difficulty::new(difficulty).unwrap())
        })
        .collect()
}

fn running(window_blocks: u32) -> RunningHashrateParams {
    RunningHashrateParams::new(window_blocks, Fraction::new(0.95).unwrap())
}

#[test]
fn running_hashrate_keeps_the_contract_of_streams() {
    check_stream::<RunningHashrate>(&running(12), &chain(60), &[]);
    check_stream::<RunningHashrate>(&running(1), &chain(10), &[]);
}

/// Against the definition of getnetworkhashps, written naively.
#[test]
fn running_hashrate_is_getnetworkhashps() {
    let (window, blocks) = (12, chain(200));
    let outputs = batch::<RunningHashrate>(&running(12), &blocks).unwrap();
    for (tip, output) in outputs.iter().enumerate() {
        let lookup = window.min(tip);
        if lookup == 0 {
            assert!(output.hashrate_ths.is_nan() && output.lower_ths.is_nan() && output.upper_ths.is_nan());
            continue;
        }
        let seen = &blocks[tip - lookup..=tip];
        let work: f64 = seen[1..].iter().map(|b| b.difficulty.get() * 4_294_967_296.0).sum();
        let times = || seen.iter().map(|b| b.time_ms.to_ms());
        let span_s = (times().max().unwrap() - times().min().unwrap()) as f64 / 1e3;
        within_relative(output.hashrate_ths, work / span_s / 1e12, 1e-14, "hashrate");
        let count = u32::try_from(lookup).unwrap();
        let (lower, upper) = gamma_interval(count, Fraction::new(0.95).unwrap()).unwrap();
        within_relative(output.lower_ths, output.hashrate_ths * lower / f64::from(count), 1e-14, "lower");
        within_relative(output.upper_ths, output.hashrate_ths * upper / f64::from(count), 1e-14, "upper");
    }
}

#[test]
fn running_hashrate_waits_for_time_to_pass() {
    let mut stream = RunningHashrate::open(&running(3)).unwrap();
    let block = chain(1)[0];
    for _ in 0..5 {
        assert!(stream.update(&block).unwrap().hashrate_ths.is_nan());
    }
    for window in [0, 100_001] {
        let fault = RunningHashrate::open(&running(window)).unwrap_err();
        assert_eq!(fault.code(), "mining.window_blocks.out_of_range");
    }
}

/// Quantiles 0.025 and 0.975 of Gamma(20) over 20: `mpmath` 1.3, regularised incomplete gamma, 30 digits.
const LOWER_20: f64 = 0.610_825_979_270_197_2;
const UPPER_20: f64 = 1.483_542_678_579_280_4;

/// `n` blocks after exponential intervals of 600 s: the time that they took.
fn time_of(n: u32, random: Philox, trial: u64) -> f64 {
    (0..u64::from(n)).map(|block| -600.0 * ln(random.uniform(trial, block))).sum()
}

/// Litecoin's issue 1027 and the correction of `getnetworkhashps`: a window of blocks covers its confidence, no more, and
/// its mean is n / (n - 1) of the truth.
#[test]
fn case_15_a_window_of_blocks_covers_as_often_as_it_says() {
    let random = Philox::new(20_260_531);
    let confidence = Fraction::new(0.95).unwrap();
    for n in [1_u32, 2, 5, 20, 120] {
        let trials = hashinsight_testkit::few::<u64>(4_000, 200_000);
        let (lower, upper) = gamma_interval(n, confidence).unwrap();
        let (lower, upper) = (lower / f64::from(n), upper / f64::from(n));
        let (mut covered, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for trial in 0..trials {
            let estimate = f64::from(n) * 600.0 / time_of(n, random, trial);
            covered += f64::from(u8::from(estimate * lower <= 1.0 && 1.0 <= estimate * upper));
            let unbiased = estimate * (f64::from(n) - 1.0) / f64::from(n);
            sum += unbiased;
            squares += unbiased * unbiased;
        }
        let trials = trials as f64;
        let deviation = (0.95_f64 * 0.05 / trials).sqrt();
        assert!((covered / trials - 0.95).abs() < 4.0 * deviation, "{n}: {}", covered / trials);
        if n > 2 {
            let error = ((squares / trials - (sum / trials) * (sum / trials)) / trials).sqrt();
            assert!((sum / trials - 1.0).abs() < 4.0 * error, "{n}: {}", sum / trials);
        }
    }
    // The stream's factors are these.
    let blocks: Vec<BlockSeen> = (0..=20)
        .map(|at| BlockSeen::new(Timestamp::from_s(1_700_000_000 + 600 * at).unwrap(), Difficulty::constant(1e14)))
        .collect();
    let outputs = batch::<RunningHashrate>(&running(20), &blocks).unwrap();
    let last = outputs.last().unwrap();
    within_relative(last.lower_ths / last.hashrate_ths, LOWER_20, 1e-12, "lower");
    within_relative(last.upper_ths / last.hashrate_ths, UPPER_20, 1e-12, "upper");
    within_relative(last.unbiased_ths / last.hashrate_ths, 0.95, 1e-15, "unbiased");
}

/// Blocks counted in a fixed time: Garwood's interval covers at least its confidence, whatever the mean.
#[test]
fn a_fixed_time_covers_at_least_as_often_as_it_says() {
    let random = Philox::new(7);
    let confidence = Fraction::new(0.95).unwrap();
    for mean in [0.5_f64, 3.0, 20.0, 144.0] {
        let trials = hashinsight_testkit::few::<u64>(2_000, 100_000);
        let mut covered = 0.0;
        for trial in 0..trials {
            let (mut blocks, mut passed, mut draw) = (0_u32, 0.0, 0);
            loop {
                passed += -ln(random.uniform(trial, draw));
                draw += 1;
                if passed > mean {
                    break;
                }
                blocks += 1;
            }
            let (lower, upper) = poisson_interval(blocks, confidence).unwrap();
            covered += f64::from(u8::from(lower <= mean && mean <= upper));
        }
        let part = covered / trials as f64;
        assert!(part > 0.95 - 4.0 * (0.95 * 0.05 / trials as f64).sqrt(), "{mean}: {part}");
    }
}

/// The band of the next retarget at 10, 50 and 90 % of a period.
#[test]
fn the_band_of_a_retarget_covers_as_often_as_it_says() {
    let random = Philox::new(11);
    for seen in [201_u32, 1007, 1813] {
        let trials = hashinsight_testkit::few::<u64>(400, 20_000);
        let mut covered = 0.0;
        for trial in 0..trials {
            let interval = |at: u32| -600.0 * ln(random.uniform(trial, u64::from(at)));
            let so_far: f64 = (0..seen).map(interval).sum();
            let all: f64 = so_far + (seen..2015).map(interval).sum::<f64>();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weeks in seconds")]
            let elapsed_s = so_far.round() as u32;
            let confidence = Fraction::new(0.95).unwrap();
            let report = forecast_retarget(&base(seen, elapsed_s, Estimator::GammaPosterior { confidence })).unwrap();
            let band = report.band.value().unwrap();
            let change = 1_209_600.0 / all - 1.0;
            covered += f64::from(u8::from(band.lower <= change && change <= band.upper));
        }
        let part = covered / trials as f64;
        assert!((part - 0.95).abs() < 4.0 * (0.95 * 0.05 / trials as f64).sqrt(), "{seen}: {part}");
    }
}

#[test]
fn a_fixed_number_of_blocks_is_another_interval() {
    let request = |sampling| {
        let mut request = HashrateIntervalRequest::new(
            20,
            Difficulty::constant(1e14),
            Seconds::new(12_000.0).unwrap(),
            Fraction::new(0.95).unwrap(),
        );
        request.sampling = sampling;
        hashrate_interval(&request).unwrap()
    };
    let (time, blocks) = (request(Some(Sampling::FixedTime)), request(Some(Sampling::FixedBlocks)));
    assert_eq!(request(None), time);
    assert_eq!(time.unbiased_ths, Outcome::Value(time.hashrate_ths));
    within_relative(blocks.unbiased_ths.value().unwrap() / blocks.hashrate_ths, 0.95, 1e-15, "19 of 20");
    within_relative(blocks.upper_ths / blocks.hashrate_ths, UPPER_20, 1e-12, "upper");
    assert!(time.upper_ths > blocks.upper_ths && time.lower_ths == blocks.lower_ths);
}

/// Two halves of a month at 1e14 and 1.5e14: a hashrate finds what it would at 1.2e14, not at 1.25e14.
#[test]
fn case_33_a_span_has_the_harmonic_mean_of_its_difficulties() {
    let span = |difficulty, days| DifficultySpan::new(Difficulty::constant(difficulty), Days::constant(days));
    let spans = vec![span(1e14, 15.0), span(1.5e14, 15.0)];
    let mean = mean_difficulty(&MeanDifficultyRequest::new(spans.clone())).unwrap();
    let blocks = |difficulty: f64, days: f64| {
        let network = NetworkBasis::Difficulty(Difficulty::new(difficulty).unwrap()).resolve().unwrap();
        network.expected_blocks(Hashrate::constant(1e5), Seconds::new(days * 86_400.0).unwrap())
    };
    let parts: f64 = spans.iter().map(|span| blocks(span.difficulty.get(), span.days.get())).sum();
    within_relative(blocks(mean.difficulty, mean.days), parts, 1e-14, "blocks");
    within_relative(mean.difficulty, 1.2e14, 1e-14, "harmonic");
    assert_eq!(mean_difficulty(&MeanDifficultyRequest::new(vec![])).unwrap_err().code(), "mining.spans.length");
}

/// A period that begins before all blocks, as one in minutes does, is none.
#[test]
fn case_43_a_period_before_the_first_block_is_refused() {
    let mut request = base(1000, 600_000, Estimator::Elapsed);
    request.period_start_s /= 60;
    let error = forecast_retarget(&request).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("mining.period_start_s.out_of_range", "period_start_s"));
}

/// A present far from the tip is told.
#[test]
fn case_43_a_present_far_from_the_tip_is_told() {
    let mut request = base(1000, 600_000, Estimator::Elapsed);
    let tip_ms = i64::from(request.last_block_s) * 1000;
    let mut at = |after_ms: i64| {
        request.now_ms = Timestamp::from_ms(tip_ms + after_ms).unwrap();
        let report = forecast_retarget(&request).unwrap();
        (report.tip_age_ms, report.tip_is_recent)
    };
    for after_ms in [-7_200_000, 0, 86_400_000] {
        assert_eq!(at(after_ms), (after_ms, true));
    }
    for after_ms in [-7_200_001, 86_400_001, 86_400_000 * 30] {
        assert_eq!(at(after_ms), (after_ms, false));
    }
}

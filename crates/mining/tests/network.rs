//! The network: forecasts against mempool.space's own tests, intervals against `SciPy`, the stream's contract.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::consensus::{Network, RetargetRequest, document::retarget};
use hashinsight_mining::network::{
    Band, BlockSeen, Estimator, ForecastRetargetReport, ForecastRetargetRequest, HashrateIntervalRequest, NetworkBasis,
    Outlook, PreviousPeriod, RunningHashrate, RunningHashrateParams, forecast_retarget, hashrate_interval,
    poisson_interval,
};
use hashinsight_numerics::Philox;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_testkit::{check_stream, vectors, within_relative};
use hashinsight_units::{Difficulty, Fraction, Hashrate, Height, Outcome, Seconds, Timestamp};
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
        let (lower, upper) = poisson_interval(count, Fraction::new(0.95).unwrap()).unwrap();
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

//! Simulated books against closed forms, against exact books, and the contract of jobs.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{BarrierSide, KouJumps};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_insurance::book::{
    BookCover, BookLossRequest, BookMarket, BookSimulation, BookSimulationReport, BookSimulationRequest, Covers,
    book_loss,
};
use hashinsight_numerics::job::Job;
use hashinsight_testkit::{cases, check_job, few, vectors};
use hashinsight_units::{Days, Finite, Fraction, Intensity, TailRate};

use crate::book::{at, cover, market};

fn run(request: &BookSimulationRequest) -> BookSimulationReport {
    let mut job = BookSimulation::open(request).unwrap_or_else(|error| panic!("{error}"));
    job.step(u64::MAX);
    job.report().unwrap_or_else(|error| panic!("{error}"))
}

fn ask(covers: &[BookCover], markets: &[BookMarket], paths: u32, seed: u64) -> BookSimulationRequest {
    let covers: Covers = covers.iter().copied().collect();
    BookSimulationRequest::new(covers, markets.to_vec(), at(0.0), Measure::RealWorld, paths, seed)
}

fn other(mut cover: BookCover) -> BookCover {
    cover.instrument = "ETHUSDT".parse().unwrap();
    cover
}

fn other_market(spot: f64, drift: f64, sigma: f64) -> BookMarket {
    named("ETHUSDT", market(spot, drift, sigma))
}

fn named(name: &str, mut market: BookMarket) -> BookMarket {
    market.instrument = name.parse().unwrap();
    market
}

fn kou() -> JumpModel {
    let [up, down] = [30.0, 25.0].map(|rate| TailRate::new(rate).unwrap());
    JumpModel::Kou(KouJumps::new(Intensity::new(20.0).unwrap(), Fraction::constant(0.45), up, down))
}

fn correlated(rho: f64) -> Vec<Vec<Finite>> {
    let one = Finite::constant(1.0);
    let rho = Finite::new(rho).unwrap();
    vec![vec![one, rho], vec![rho, one]]
}

/// A part of the paths against a probability, within four standard errors.
#[track_caller]
fn is_part(got: f64, expected: f64, paths: u32, slack: f64) {
    let error = (expected * (1.0 - expected) / f64::from(paths)).sqrt();
    assert!((got - expected).abs() <= 4.0 * error + slack, "got {got}, expected {expected}, error {error}");
}

#[test]
fn keeps_the_contract_of_jobs() {
    let covers = [
        cover(BarrierSide::Down, 95.0, 10.0, 0.0, 3.0),
        cover(BarrierSide::Up, 104.0, 20.0, 1.0, 7.0),
        other(cover(BarrierSide::Down, 9.5, 5.0, 0.0, 7.0)),
    ];
    let markets = [market(100.0, 0.0, 0.8).jumps(kou()), other_market(10.0, 0.1, 1.0)];
    let request = |seed| ask(&covers, &markets, 700, seed).correlation(correlated(0.7));
    check_job::<BookSimulation>(&request(1), &request(2));
}

/// The intervals of 95 % of many small simulations cover what the exact book says: that of the probability of no loss at
/// least as often, those of the values at risk too, as losses come in steps.
#[test]
fn intervals_cover_the_exact_book_as_often_as_they_say() {
    let covers: Vec<BookCover> =
        (0..8).map(|at| cover(BarrierSide::Down, 98.0 - f64::from(at), f64::from(1 + at), 0.0, 7.0)).collect();
    let market = market(100.0, 0.3, 0.6);
    let exact = BookLossRequest::new(covers.iter().copied().collect(), market, at(0.0), Measure::RealWorld);
    let levels = [0.5, 0.8, 0.9].map(|level| Fraction::new(level).unwrap()).to_vec();
    let exact = book_loss(&exact.levels(levels.clone())).unwrap();
    let trials: u32 = few(400, 10_000);
    let (mut free, mut tails, mut means) = (0.0, [0.0; 3], 0.0);
    for trial in 0..trials {
        let report = run(&ask(&covers, std::slice::from_ref(&market), 500, u64::from(trial)).levels(levels.clone()));
        let within = |low: f64, value: f64, high: f64| f64::from(u8::from(low <= value && value <= high));
        free += within(report.no_loss_probability_low, exact.no_loss_probability, report.no_loss_probability_high);
        for (tails, (of, exact)) in tails.iter_mut().zip(report.tails.iter().zip(&exact.tails)) {
            *tails += within(of.value_at_risk_low, exact.value_at_risk, of.value_at_risk_high);
        }
        let reach = 1.96 * report.standard_error;
        means += within(report.expected_loss - reach, exact.expected_loss, report.expected_loss + reach);
    }
    let least = 0.95 - 4.0 * (0.95 * 0.05 / f64::from(trials)).sqrt();
    for (name, covered) in [("no loss", free), ("0.5", tails[0]), ("0.8", tails[1]), ("0.9", tails[2])] {
        assert!(covered / f64::from(trials) > least, "{name}: {}", covered / f64::from(trials));
    }
    let (mean, slack) = (means / f64::from(trials), 0.95 - least);
    assert!((mean - 0.95).abs() < slack + 0.005, "mean: {mean}");
}

/// Both sides, in few and in many widths of the corridor per deviation, in one step and in several: what the joint law of the least and
/// greatest price says.
#[test]
fn two_sides_against_the_exact_book() {
    let paths: u32 = few(100_000, 2_000_000);
    for (sigma, extra) in [(0.25, false), (0.6, true), (1.2, false), (2.5, true), (6.0, false)] {
        let market = market(100.0, 0.3, sigma);
        let mut covers = vec![
            cover(BarrierSide::Down, 98.0, 1.0, -1.0, 7.0),
            cover(BarrierSide::Down, 94.0, 2.0, 0.0, 7.0),
            cover(BarrierSide::Down, 88.0, 4.0, 0.0, 7.0),
            cover(BarrierSide::Up, 103.0, 8.0, 0.0, 7.0),
            cover(BarrierSide::Up, 108.0, 16.0, -2.0, 7.0),
        ];
        let exact = covers.iter().copied().collect();
        let exact = book_loss(&BookLossRequest::new(exact, market, at(0.0), Measure::RealWorld)).unwrap();
        if extra {
            // Costs nothing, and divides the path into three steps.
            covers.push(cover(BarrierSide::Up, 150.0, 0.0, 2.5, 4.0));
        }
        let report = run(&ask(&covers, &[market], paths, 3));
        for (got, expected) in report.hit_probabilities.iter().zip(&exact.hit_probabilities) {
            is_part(*got, *expected, paths, 0.0);
        }
        is_part(report.no_loss_probability, exact.no_loss_probability, paths, 0.0);
        assert!((report.expected_loss - exact.expected_loss).abs() <= 4.0 * report.standard_error, "sigma {sigma}");
        // The sum of squares holds every pair of covers.
        assert!((report.standard_deviation - exact.standard_deviation).abs() < 20.0 / f64::from(paths).sqrt() * 4.0);
        for (got, expected) in report.tails.iter().zip(&exact.tails) {
            let bounds = got.value_at_risk_low..=got.value_at_risk_high;
            assert!(bounds.contains(&expected.value_at_risk), "{got:?} {expected:?}");
            let distance = (got.tail_value_at_risk - expected.tail_value_at_risk).abs();
            assert!(distance <= 4.0 * got.tail_value_at_risk_error + 1e-9, "{got:?} {expected:?}");
        }
        let sum: f64 = report.allocations.iter().sum();
        assert!((sum - report.tails[0].tail_value_at_risk).abs() < 1e-9);
        for (got, expected) in report.allocations.iter().zip(&exact.allocations) {
            assert!((got - expected).abs() < 16.0 * 5.0 / (0.01 * f64::from(paths)).sqrt(), "{got} {expected}");
        }
    }
}

/// The law of the whole loss, outcome by outcome.
#[test]
fn outcomes_of_the_table() {
    let file = vectors("portfolio_vectors.json");
    let number = |value: &serde_json::Value| value.as_f64().unwrap();
    let row = &file["long_only_exact"];
    let covers: Vec<BookCover> = (row["covers"].as_array().unwrap().iter())
        .map(|c| cover(BarrierSide::Down, number(&c["H"]), number(&c["payout"]), 0.0, 7.0))
        .collect();
    let paths = cases(5_000_000);
    let report = run(&ask(&covers, &[market(60_000.0, 0.0, 0.65)], paths, 11));
    assert!((report.expected_loss - number(&row["mean"])).abs() < 4.0 * report.standard_error);
    is_part(report.no_loss_probability, number(&row["pmf"][0][1]), paths, 0.0);
    for (got, expected) in report.hit_probabilities.iter().zip(row["covers"].as_array().unwrap()) {
        is_part(*got, number(&expected["p"]), paths, 0.0);
    }
    assert_eq!(report.tails[1].value_at_risk, number(&row["VaR995"]));
    let distance = (report.tails[1].tail_value_at_risk - number(&row["TVaR995"])).abs();
    assert!(distance < 4.0 * report.tails[1].tail_value_at_risk_error);
    // A dearer cover that begins later is triggered less often, and all that begin now as often as before.
    let mut later = covers.clone();
    later[1].inception_ms = at(3.0);
    let delayed = run(&ask(&later, &[market(60_000.0, 0.0, 0.65)], paths, 11));
    assert!(delayed.hit_probabilities[1] < report.hit_probabilities[1]);
    is_part(delayed.hit_probabilities[0], number(&row["covers"][0]["p"]), paths, 0.0);
}

/// Kou's jumps, against the inverted transform.
#[test]
fn jumps_against_the_transform() {
    let file = vectors("margin_kou_cover_vectors.json");
    let rows = file["kou_first_passage"].as_array().unwrap().iter().filter(|row| !row["S"].is_null());
    let paths = cases(2_000_000);
    let mut count = 0;
    for row in rows {
        let number = |name: &str| row[name].as_f64().unwrap();
        let days = (number("T") * 365.0).round();
        let covers = [
            cover(BarrierSide::Down, number("H"), 1.0, 0.0, days),
            cover(BarrierSide::Up, 1e6, 1.0, 2.0, 5.0), // a window of its own, and barriers on both sides
        ];
        let report = run(&ask(&covers, &[market(number("S"), 0.0, number("sigma")).jumps(kou())], paths, 5));
        is_part(report.hit_probabilities[0], number("prob"), paths, 0.0);
        count += 1;
    }
    assert_eq!(count, 3);
}

/// Two correlated prices: the probability that neither is touched, from the series of Bessel functions for a wedge (Iyengar 1985; Zhou 2001),
/// with mpmath 1.3 at 30 digits. Drifts are half the variance, so that the logarithms have none.
#[test]
fn correlated_instruments() {
    let paths: u32 = few(30_000, 1_000_000);
    let (a, b) = (0.65, 0.9);
    let markets = [market(100.0, 0.5 * a * a, a), other_market(10.0, 0.5 * b * b, b)];
    let covers = [cover(BarrierSide::Down, 92.0, 1.0, 0.0, 7.0), other(cover(BarrierSide::Down, 8.9, 1.0, 0.0, 7.0))];
    for (rho, expected) in WEDGE {
        let request = ask(&covers, &markets, paths, 17).correlation(correlated(rho));
        let fine = run(&request.clone().longest_step_days(Days::constant(0.25)));
        is_part(fine.no_loss_probability, expected, paths, 1e-3);
        if rho == 0.0 {
            // Independent: without an error at any step, and the correlation may be left out.
            let coarse = run(&request);
            is_part(coarse.no_loss_probability, expected, paths, 0.0);
            assert_eq!(run(&ask(&covers, &markets, paths, 17)), coarse);
        }
    }
}

/// What a path gives depends on its number and on nothing else.
#[test]
fn paths_do_not_know_how_many_they_are() {
    let covers = [cover(BarrierSide::Down, 97.0, 1.0, 0.0, 3.0)];
    let of = |paths| {
        let mut job = BookSimulation::open(&ask(&covers, &[market(100.0, 0.0, 0.5)], paths, 9)).unwrap();
        job.step(1);
        format!("{:?}", job.state())
    };
    let (few, many) = (of(300), of(900));
    let losses = |state: &str| state.split("losses").nth(1).unwrap().split('}').next().unwrap().to_owned();
    assert_eq!(losses(&few), losses(&many));
}

#[test]
fn simulations_that_are_refused() {
    let covers = [cover(BarrierSide::Down, 95.0, 10.0, 0.0, 3.0)];
    let base = || ask(&covers, &[market(100.0, 0.0, 0.8)], 10, 1);
    let refused = |request: BookSimulationRequest| BookSimulation::open(&request).unwrap_err();
    let with = |change: fn(&mut BookSimulationRequest)| {
        let mut request = base();
        change(&mut request);
        request
    };
    let wild = JumpModel::Kou(KouJumps::new(
        Intensity::new(5.0).unwrap(),
        Fraction::constant(0.5),
        TailRate::new(0.5).unwrap(),
        TailRate::new(2.0).unwrap(),
    ));
    let mut jumping = base();
    jumping.markets[0].jumps = wild;
    let one = |value: f64| vec![vec![Finite::new(value).unwrap()]];
    let cases = [
        (with(|r| r.markets.clear()), "insurance.instrument.unknown", "covers.instrument[0]"),
        (with(|r| r.markets.push(r.markets[0])), "insurance.instrument.several", "markets[1].instrument"),
        (base().correlation(one(0.9)), "insurance.correlation.out_of_range", "correlation[0][0]"),
        (base().correlation(vec![]), "insurance.correlation.length", "correlation"),
        (
            base().longest_step_days(Days::constant(2e-5)),
            "insurance.longest_step_days.out_of_range",
            "longest_step_days",
        ),
        (base().allocation_level(Fraction::ONE), "insurance.allocation_level.out_of_range", "allocation_level"),
        (jumping, "derivatives.up_rate.out_of_range", "markets[0].jumps.up_rate"),
        (with(|r| r.paths = 1), "insurance.paths.out_of_range", "paths"),
        (with(|r| r.time_ms = at(3.0)), "insurance.expiry_ms.out_of_range", "covers.expiry_ms[0]"),
    ];
    for (request, code, path) in cases {
        let error = refused(request);
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    }
    // Three prices cannot each go against the two others.
    let mut markets = vec![market(100.0, 0.0, 0.8), other_market(10.0, 0.0, 0.8)];
    markets.push(named("SOLUSDT", markets[0]));
    let r = |i: usize, j: usize| Finite::new(if i == j { 1.0 } else { -0.8 }).unwrap();
    let matrix = (0..3).map(|i| (0..3).map(|j| r(i, j)).collect()).collect();
    let error = refused(ask(&covers, &markets, 10, 1).correlation(matrix));
    assert_eq!(error.code(), "insurance.correlation.out_of_range");
    // Two that move as one have a root.
    assert!(BookSimulation::open(&ask(&covers, &markets[..2], 10, 1).correlation(correlated(1.0))).is_ok());
}

const WEDGE: [(f64, f64); 4] = [
    (-0.5, 0.358_621_758_702_051),
    (0.0, 0.419_846_658_022_212),
    (0.5, 0.490_341_576_644_722),
    (0.9, 0.577_667_419_488_93),
];

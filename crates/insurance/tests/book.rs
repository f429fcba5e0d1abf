//! Books of covers against the tables, against enumeration by hand, and against themselves.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, FirstPassage, HitProbabilityRequest, Lognormal, corridor_survival, hit_probability,
};
use hashinsight_insurance::actuarial::{
    AggregateRequest, BinomialCount, DiscreteLoss, Frequency, Severity, aggregate_loss,
};
use hashinsight_insurance::book::{
    AccumulationRequest, BookCapacityRequest, BookCover, BookLossReport, BookLossRequest, BookMarket, Covers,
    OneFactorRequest, RiskMeasure, ScenarioRiskRequest, SpotPrice, accumulation, book_capacity, book_loss,
    one_factor_loss, scenario_risk,
};
use hashinsight_numerics::find_root;
use hashinsight_testkit::{properties, vectors, within_relative};
use hashinsight_units::{AssetPrice, Collateral, Finite, Fraction, Outcome, Rate, Timestamp, Volatility, Years};
use proptest::prelude::*;

pub(crate) const NOW: i64 = 1_780_272_000_000;
pub(crate) const DAY: i64 = 86_400_000;

pub(crate) fn at(days: f64) -> Timestamp {
    Timestamp::from_ms(NOW + (days * DAY as f64) as i64).unwrap()
}

pub(crate) fn cover(side: BarrierSide, barrier: f64, sum: f64, from: f64, to: f64) -> BookCover {
    let (barrier, sum) = (AssetPrice::new(barrier).unwrap(), Collateral::new(sum).unwrap());
    BookCover::new("BTCUSDT".parse().unwrap(), side, barrier, sum, at(from), at(to))
}

pub(crate) fn market(spot: f64, drift: f64, volatility: f64) -> BookMarket {
    let spot = AssetPrice::new(spot).unwrap();
    BookMarket::new("BTCUSDT".parse().unwrap(), spot, Rate::new(drift).unwrap(), Volatility::new(volatility).unwrap())
}

fn request(covers: impl IntoIterator<Item = BookCover>, market: BookMarket) -> BookLossRequest {
    BookLossRequest::new(covers.into_iter().collect(), market, at(0.0), Measure::RealWorld)
}

fn number(value: &serde_json::Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn long_only_book_of_the_table() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["long_only_exact"];
    let covers: Vec<_> = row["covers"].as_array().unwrap().iter().collect();
    let market = market(number(&row["S0"]), number(&row["mu"]), number(&row["vol"]));
    assert_eq!(number(&row["T"]), 7.0 / 365.0);
    let book = covers.iter().map(|c| cover(BarrierSide::Down, number(&c["H"]), number(&c["payout"]), 0.0, 7.0));
    let report = book_loss(&request(book, market)).unwrap();
    for (hit, expected) in report.hit_probabilities.iter().zip(&covers) {
        within_relative(*hit, number(&expected["p"]), 2e-14, "hit probability");
    }
    let pmf = row["pmf"].as_array().unwrap();
    assert_eq!(pmf.len(), report.losses.len());
    for (i, expected) in pmf.iter().enumerate() {
        assert_eq!(report.losses[i], number(&expected[0]));
        within_relative(report.probabilities[i], number(&expected[1]), 1e-13, "probability");
    }
    for (got, name) in [
        (report.expected_loss, "mean"),
        (report.standard_deviation, "sd"),
        (report.independent_standard_deviation, "sd_if_independent"),
        (report.tails[0].value_at_risk, "VaR99"),
        (report.tails[1].value_at_risk, "VaR995"),
        (report.tails[0].tail_value_at_risk, "TVaR99"),
        (report.tails[1].tail_value_at_risk, "TVaR995"),
    ] {
        within_relative(got, number(&row[name]), 1e-13, name);
    }
    assert_eq!(report.tails, report.lower_tails);
    within_relative(report.allocations.iter().sum(), report.tails[0].tail_value_at_risk, 1e-14, "Euler");
    assert!(report.hedge.is_none());
}

#[test]
fn long_and_short_of_the_table() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["two_sided"];
    let (low, high) = (number(&row["Lo"]), number(&row["Hi"]));
    let book = [cover(BarrierSide::Down, low, 1.0, 0.0, 7.0), cover(BarrierSide::Up, high, 1.0, 0.0, 7.0)];
    let report = book_loss(&request(book, market(60_000.0, 0.0, 0.65))).unwrap();
    let hedge = report.hedge.unwrap();
    for (got, name) in [
        (hedge.down_probability, "p_low"),
        (hedge.up_probability, "p_high"),
        (hedge.neither_probability, "p_neither"),
        (hedge.both_probability, "p_both"),
        (hedge.correlation.value().unwrap(), "corr"),
    ] {
        within_relative(got, number(&row[name]), 2e-12, name);
    }
    let price = Lognormal::new(
        Years::new(7.0 / 365.0).unwrap(),
        Rate::new(0.0).unwrap(),
        Rate::new(0.0).unwrap(),
        Volatility::new(0.65).unwrap(),
    );
    let [spot, lower, upper] = [60_000.0, low, high].map(|price| AssetPrice::new(price).unwrap());
    let stays = corridor_survival(spot, lower, upper, &price).unwrap();
    within_relative(stays, number(&row["p_neither"]), 1e-12, "corridor");
}

#[test]
fn hit_greeks_of_the_table() {
    let file = vectors("portfolio_vectors.json");
    let row = &file["hit_prob_greeks"];
    let passage = FirstPassage::new(
        AssetPrice::new(60_000.0).unwrap(),
        AssetPrice::new(54_216.87).unwrap(),
        BarrierSide::Down,
        Years::new(7.0 / 365.0).unwrap(),
        Rate::new(0.0).unwrap(),
        Volatility::new(0.65).unwrap(),
    );
    let report = hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld));
    let greeks = report.greeks.unwrap();
    for (got, name) in [
        (report.probability, "p"),
        (greeks.by_spot, "dS"),
        (greeks.by_spot_twice, "d2S"),
        (greeks.by_volatility, "dvol"),
        (greeks.by_years, "dT"),
        (greeks.by_barrier, "dH"),
    ] {
        within_relative(got, number(&row[name]), 1e-12, name);
    }
}

/// A thousand covers of one barrier: all or nothing, where independent ones would have a bell.
#[test]
fn common_shock_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["common_shock"]["example"];
    let (count, sum, p) = (row["N"].as_u64().unwrap(), number(&row["c"]), number(&row["p"]));
    let hit = |barrier: f64| {
        let one = book_loss(&request([cover(BarrierSide::Down, barrier, 1.0, 0.0, 7.0)], market(6e4, 0.0, 0.65)));
        one.unwrap().hit_probabilities[0]
    };
    let barrier = find_root(|barrier| hit(barrier) - p, 40_000.0, 59_000.0, 0.0).unwrap();
    let covers = (0..count).map(|_| cover(BarrierSide::Down, barrier, sum, 0.0, 7.0));
    let report = book_loss(&request(covers, market(6e4, 0.0, 0.65))).unwrap();
    within_relative(report.expected_loss, number(&row["mean"]), 1e-13, "mean");
    within_relative(report.standard_deviation, number(&row["sd_common"]), 1e-13, "sd");
    within_relative(report.independent_standard_deviation, number(&row["sd_independent"]), 1e-13, "sd, independent");
    assert_eq!(report.tails[1].value_at_risk, number(&row["VaR995_common"]));
    let one = Severity::Discrete(DiscreteLoss::new(vec![sum], vec![1.0]));
    let independent = AggregateRequest::new(Frequency::Binomial(BinomialCount::new(1000, p)), one, sum, 4096);
    let independent = aggregate_loss(&independent.levels(vec![Fraction::constant(0.995)])).unwrap();
    assert_eq!(independent.levels[0].value_at_risk, Outcome::Value(number(&row["VaR995_independent"])));
}

#[test]
fn one_factor_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let rows = file["vasicek_999"].as_array().unwrap();
    assert_eq!(rows.len(), 12);
    for row in rows {
        let [p, rho, q] = ["p", "rho", "q"].map(|name| Fraction::new(number(&row[name])).unwrap());
        let report = one_factor_loss(&OneFactorRequest::new(p, rho, q)).unwrap();
        within_relative(report.loss_quantile, number(&row["value"]), 1e-13, "quantile");
        assert_eq!(report.unexpected_loss, report.loss_quantile - p.get());
    }
}

#[test]
fn euler_allocation_of_the_table() {
    let file = vectors("actuarial_vectors.json");
    let row = &file["euler_tvar"];
    let scenarios =
        row["scenarios"].as_array().unwrap().iter().map(|row| {
            row.as_array().unwrap().iter().map(|loss| Finite::new(number(loss)).unwrap()).collect::<Vec<_>>()
        });
    let level = Fraction::new(number(&row["p"])).unwrap();
    let report = scenario_risk(&ScenarioRiskRequest::new(scenarios.collect(), level)).unwrap();
    within_relative(report.tail.tail_value_at_risk, number(&row["total"]), 1e-13, "total");
    for (got, expected) in report.allocations.iter().zip(row["alloc"].as_array().unwrap()) {
        within_relative(*got, number(expected), 1e-13, "allocation");
    }
}

/// Probability that a barrier is touched, from the room of derivatives.
fn touch(market: &BookMarket, cover: &BookCover) -> f64 {
    let years = Years::new((cover.expiry_ms.to_ms() - NOW) as f64 / (365.0 * DAY as f64)).unwrap();
    let BookMarket { spot, drift_per_year, volatility, .. } = *market;
    let passage = FirstPassage::new(spot, cover.barrier, cover.side, years, drift_per_year, volatility);
    hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)).probability
}

fn books(both: bool) -> impl Strategy<Value = (Vec<BookCover>, BookMarket)> {
    let side = if both {
        prop_oneof![Just(BarrierSide::Down), Just(BarrierSide::Up)].boxed()
    } else {
        Just(BarrierSide::Down).boxed()
    };
    let cover = (side, 1_u32..30, 1_u32..20).prop_map(|(side, away, sum)| {
        let away = f64::from(away) * 0.01;
        let barrier = if side == BarrierSide::Down { 100.0 * (1.0 - away) } else { 100.0 * (1.0 + away) };
        cover(side, barrier, f64::from(sum) * 10.0, 0.0, 30.0)
    });
    (prop::collection::vec(cover, 1..12), -1.0..1.0_f64, 0.1..1.5_f64)
        .prop_map(|(covers, drift, sigma)| (covers, market(100.0, drift, sigma)))
}

/// Value at risk and tail value at risk by their definitions, of all outcomes that can be.
fn tails_by_definition(outcomes: &[(f64, f64)], level: f64) -> (f64, f64) {
    let exceeding = |x: f64| outcomes.iter().filter(|o| o.0 > x).map(|o| o.1).sum::<f64>();
    let mut losses: Vec<f64> = outcomes.iter().map(|o| o.0).collect();
    losses.sort_by(f64::total_cmp);
    let value_at_risk = *losses.iter().find(|x| exceeding(**x) <= 1.0 - level).unwrap();
    let excess: f64 =
        outcomes.iter().map(|(x, p)| if *x > value_at_risk { (x - value_at_risk) * p } else { 0.0 }).sum();
    (value_at_risk, value_at_risk + excess / (1.0 - level)) // Rockafellar and Uryasev 2000
}

fn same_moments(report: &BookLossReport) -> Result<(), TestCaseError> {
    let mean: f64 = report.losses.iter().zip(&report.probabilities).map(|(x, p)| x * p).sum();
    prop_assert!((mean - report.expected_loss).abs() < 1e-9 * (1.0 + mean));
    let total: f64 = report.probabilities.iter().sum();
    prop_assert!((total - 1.0).abs() < 1e-11, "{total}");
    let parts: f64 = report.allocations.iter().sum();
    let whole = report.tails[0].tail_value_at_risk;
    prop_assert!((parts - whole).abs() <= 1e-9 * (1.0 + whole), "{parts} of {whole}");
    Ok(())
}

proptest! {
    #![proptest_config(properties(2_000))]

    /// Each cover by itself gives the mean, and the least price alone decides how many pay.
    #[test]
    fn one_sided_books((covers, market) in books(false)) {
        let report = book_loss(&request(covers.clone(), market)).unwrap();
        same_moments(&report)?;
        for (cover, hit) in covers.iter().zip(&report.hit_probabilities) {
            prop_assert!((hit - touch(&market, cover)).abs() <= 1e-15);
        }
        // Outcomes by the barrier that is reached last.
        let mut sorted = covers.clone();
        sorted.sort_by(|a, b| b.barrier.get().total_cmp(&a.barrier.get()));
        let (mut loss, mut outcomes) = (0.0, vec![(0.0, 1.0 - touch(&market, &sorted[0]))]);
        for (i, cover) in sorted.iter().enumerate() {
            loss += cover.sum_insured.get();
            let farther = sorted.get(i + 1).map_or(0.0, |next| touch(&market, next));
            outcomes.push((loss, touch(&market, cover) - farther));
        }
        outcomes.retain(|(_, p)| *p > 0.0);
        for (tail, level) in report.tails.iter().zip([0.99, 0.995]) {
            let (value_at_risk, tail_value) = tails_by_definition(&outcomes, level);
            prop_assert_eq!(tail.value_at_risk, value_at_risk);
            prop_assert!((tail.tail_value_at_risk - tail_value).abs() < 1e-9 * (1.0 + tail_value));
        }
    }

    /// With a bucket for every barrier the law is exact; with fewer the two bounds hold it between them, and with one they are widest.
    #[test]
    fn two_sided_books_between_their_bounds((covers, market) in books(true)) {
        let exact = book_loss(&request(covers.clone(), market)).unwrap();
        same_moments(&exact)?;
        prop_assert_eq!(&exact.tails, &exact.lower_tails);
        for buckets in [1, 2, 4] {
            let rough = book_loss(&request(covers.clone(), market).buckets(buckets)).unwrap();
            prop_assert_eq!(rough.expected_loss, exact.expected_loss);
            for ((low, true_one), high) in rough.lower_tails.iter().zip(&exact.tails).zip(&rough.tails) {
                let slack = 1e-9 * (1.0 + true_one.tail_value_at_risk);
                prop_assert!(low.value_at_risk <= true_one.value_at_risk && true_one.value_at_risk <= high.value_at_risk);
                prop_assert!(low.tail_value_at_risk <= true_one.tail_value_at_risk + slack);
                prop_assert!(true_one.tail_value_at_risk <= high.tail_value_at_risk + slack);
            }
        }
        if let Some(hedge) = exact.hedge {
            let sum = hedge.down_probability + hedge.up_probability - hedge.both_probability + hedge.neither_probability;
            prop_assert!((sum - 1.0).abs() < 1e-11);
            // Two sides are never worse than each alone, at the level of the allocation.
            prop_assert!(hedge.diversification >= -1e-9 * exact.tails[0].tail_value_at_risk);
        }
    }

    /// The capacity is the last sum with which the risk stays within the limit.
    #[test]
    fn capacity_is_the_last_sum((covers, market) in books(true), barrier in 70.0..130.0_f64, limit in 50.0..1500.0_f64, tail in any::<bool>()) {
        let side = if barrier < 100.0 { BarrierSide::Down } else { BarrierSide::Up };
        let book: Covers = covers.iter().copied().collect();
        let price = AssetPrice::new(barrier).unwrap();
        let ask = BookCapacityRequest::new(book, market, at(0.0), Measure::RealWorld, side, price, Collateral::new(limit).unwrap());
        let risk = if tail { RiskMeasure::TailValueAtRisk } else { RiskMeasure::ValueAtRisk };
        let report = book_capacity(&ask.risk(risk).level(Fraction::constant(0.99))).unwrap();
        let with = |sum: f64| {
            let next = cover(side, barrier, sum, 0.0, 30.0);
            let report = book_loss(&request(covers.iter().copied().chain([next]), market)).unwrap();
            let tails = &report.tails[0];
            if tail { tails.tail_value_at_risk } else { tails.value_at_risk }
        };
        prop_assert!((report.risk - with(0.0)).abs() < 1e-9 * (1.0 + limit));
        match report.sum_insured {
            Outcome::Never => prop_assert!(report.risk > limit),
            Outcome::Unbounded => prop_assert!(with(1e12) <= limit * (1.0 + 1e-9)),
            Outcome::Value(sum) => {
                prop_assert!(with(sum) <= limit + 1e-6, "{} with {sum}", with(sum));
                prop_assert!(with(sum + 1e-3) > limit - 1e-6, "{} with more than {sum}", with(sum + 1e-3));
            }
            other => prop_assert!(false, "{other:?}"),
        }
    }
}

#[test]
fn accumulation_by_hand() {
    let mut covers = vec![
        cover(BarrierSide::Down, 57_500.0, 100.0, 0.0, 7.0).premium(Collateral::constant(9.0)),
        cover(BarrierSide::Down, 57_000.0, 200.0, 0.0, 14.0).premium(Collateral::constant(4.0)),
        cover(BarrierSide::Down, 50_000.0, 300.0, 0.0, 7.0),
        cover(BarrierSide::Up, 63_000.0, 400.0, 0.0, 7.0),
    ];
    let mut other = cover(BarrierSide::Down, 2_900.0, 1000.0, 0.0, 7.0);
    other.instrument = "ETHUSDT".parse().unwrap();
    covers.push(other);
    let price = |name: &str, spot: f64| SpotPrice::new(name.parse().unwrap(), AssetPrice::new(spot).unwrap());
    let prices = vec![price("BTCUSDT", 60_000.0), price("ETHUSDT", 3_000.0)];
    let ask = |prices| AccumulationRequest::new(covers.iter().copied().collect(), prices, at(0.0));
    let report = accumulation(&ask(prices.clone())).unwrap();
    assert_eq!((report.exposure.covers, report.exposure.sum_insured, report.exposure.premium), (5, 2000.0, 13.0));
    let sums: Vec<f64> = report.by_instrument.iter().map(|row| row.exposure.sum_insured).collect();
    assert_eq!((sums, report.by_instrument[1].exposure.share), (vec![1000.0, 1000.0], 0.5));
    assert_eq!(report.by_side.iter().map(|row| row.exposure.covers).collect::<Vec<_>>(), [3, 1, 1]);
    assert_eq!(report.by_expiry.iter().map(|row| row.exposure.sum_insured).collect::<Vec<_>>(), [1800.0, 200.0]);
    // ln(57,500 / 60,000) = -0.0426, ln(57,000 / 60,000) = -0.0513, ln(50,000 / 60,000) = -0.1823.
    let buckets: Vec<_> =
        report.by_bucket.iter().map(|row| (row.exposure.covers, row.cumulative_sum_insured)).collect();
    assert_eq!(buckets, [(1, 100.0), (1, 300.0), (1, 600.0), (1, 400.0), (1, 1000.0)]);
    within_relative(report.by_bucket[2].distance, 0.15, 1e-15, "distance");
    let missing = accumulation(&ask(prices[..1].to_vec())).unwrap_err();
    assert_eq!((missing.code(), missing.value()), ("insurance.prices.missing", "ETHUSDT"));
    let twice = accumulation(&ask(vec![prices[0], prices[0]])).unwrap_err();
    assert_eq!((twice.code(), twice.path().as_str()), ("insurance.prices.several", "prices[1]"));
}

/// A price that is beyond a barrier has touched it, on either side, and a price that cannot move touches none.
#[test]
fn certain_books() {
    let beyond = [cover(BarrierSide::Down, 110.0, 5.0, 0.0, 1.0), cover(BarrierSide::Up, 90.0, 7.0, 0.0, 1.0)];
    let report = book_loss(&request(beyond, market(100.0, 0.0, 0.5))).unwrap();
    assert_eq!((report.losses, report.expected_loss, report.no_loss_probability), (vec![12.0], 12.0, 0.0));
    assert_eq!(report.hedge.unwrap().correlation, Outcome::Undefined { reason: "one_side_is_certain" });
    let still = [cover(BarrierSide::Down, 90.0, 5.0, 0.0, 1.0), cover(BarrierSide::Up, 110.0, 7.0, 0.0, 1.0)];
    let report = book_loss(&request(still, market(100.0, 0.0, 0.0))).unwrap();
    assert_eq!((report.losses, report.tails[0].tail_value_at_risk), (vec![0.0], 0.0));
}

#[test]
fn books_that_are_refused() {
    let fine = || cover(BarrierSide::Down, 90.0, 5.0, 0.0, 7.0);
    let market = market(100.0, 0.0, 0.5);
    let mut other = fine();
    other.instrument = "ETHUSDT".parse().unwrap();
    let refused = |covers: Vec<BookCover>| book_loss(&request(covers, market)).unwrap_err();
    for (covers, code, path) in [
        (vec![], "insurance.instrument.insufficient_data", "covers.instrument"),
        (vec![fine(), other], "insurance.instrument.several", "covers.instrument[1]"),
        (
            vec![fine(), cover(BarrierSide::Down, 90.0, 5.0, 0.0, 8.0)],
            "insurance.expiry_ms.several",
            "covers.expiry_ms[1]",
        ),
        (
            vec![cover(BarrierSide::Down, 90.0, 5.0, 1.0, 7.0)],
            "insurance.inception_ms.several",
            "covers.inception_ms[0]",
        ),
        (
            vec![cover(BarrierSide::Down, 90.0, 5.0, -3.0, 0.0)],
            "insurance.expiry_ms.out_of_range",
            "covers.expiry_ms[0]",
        ),
        (
            vec![cover(BarrierSide::Down, 90.0, 5.0, 3.0, 3.0)],
            "insurance.expiry_ms.out_of_range",
            "covers.expiry_ms[0]",
        ),
    ] {
        let error = refused(covers);
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    }
    let mut short: Covers = [fine(), fine()].into_iter().collect();
    short.barrier.pop();
    let error = book_loss(&BookLossRequest::new(short, market, at(0.0), Measure::RealWorld)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("insurance.barrier.length", "covers.barrier"));
    let certain = book_loss(&request([fine()], market).levels(vec![Fraction::ZERO, Fraction::ONE])).unwrap_err();
    assert_eq!((certain.code(), certain.path().as_str()), ("insurance.levels.out_of_range", "levels[1]"));
    let none = book_loss(&request([fine()], market).buckets(0)).unwrap_err();
    assert_eq!(none.code(), "insurance.buckets.out_of_range");
}

//! A barrier that is watched on dates is not touched between them, and today is not one of them.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest,
    EuropeanOption, FirstPassage, Knock, Lognormal, discrete_barrier, discrete_hit_probability, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln, normal_cdf, normal_pdf};
use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};

use super::close;

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn seen_at(spot: f64, level: f64, years: f64, drift: f64, volatility: f64, dates: u32) -> f64 {
    let passage = FirstPassage::new(
        price(spot),
        price(level),
        BarrierSide::Down,
        Years::new(years).unwrap(),
        Rate::new(drift).unwrap(),
        Volatility::new(volatility).unwrap(),
    );
    discrete_hit_probability(&DiscreteHitRequest::new(passage, Measure::RiskNeutral).dates(dates)).unwrap().probability
}

fn seen(spot: f64, side: BarrierSide, years: f64, drift: f64, volatility: f64, dates: u32) -> DiscreteHitReport {
    discrete_hit_probability(
        &DiscreteHitRequest::new(
            FirstPassage::new(
                price(spot),
                price(90.0),
                side,
                Years::new(years).unwrap(),
                Rate::new(drift).unwrap(),
                Volatility::new(volatility).unwrap(),
            ),
            Measure::RealWorld,
        )
        .dates(dates),
    )
    .unwrap()
}

fn option(spot: f64, knock: Knock, years: f64, volatility: f64, dates: u32) -> DiscreteBarrierReport {
    discrete_barrier(
        &DiscreteBarrierRequest::new(
            BarrierType::new(OptionKind::Call, knock, BarrierSide::Down),
            price(spot),
            price(100.0),
            price(90.0),
            Lognormal::new(
                Years::new(years).unwrap(),
                Rate::new(0.1).unwrap(),
                Rate::new(0.0).unwrap(),
                Volatility::new(volatility).unwrap(),
            ),
        )
        .dates(dates),
    )
    .unwrap()
}

fn plain(spot: f64, years: f64, volatility: f64) -> f64 {
    vanilla(&EuropeanOption::new(
        OptionKind::Call,
        price(spot),
        price(100.0),
        Lognormal::new(
            Years::new(years).unwrap(),
            Rate::new(0.1).unwrap(),
            Rate::new(0.0).unwrap(),
            Volatility::new(volatility).unwrap(),
        ),
    ))
    .price
}

/// One look in a week, spot 89 below the barrier of 90: `N((ln(90/89) + s^2/2) / s)` with `s = 0.65 sqrt(7/365)`.
#[test]
fn case_24_a_spot_beyond_is_seen_on_the_first_date() {
    let week = 7.0 / 365.0;
    let report = seen(89.0, BarrierSide::Down, week, 0.0, 0.65, 1);
    close(report.probability, 0.567_154_537_756_904, 1e-13, "seen at or below 90");
    assert_eq!(report.continuous, 1.0);
    assert_eq!(report.near_barrier, Some(true));
    // From above the same price is on the right side, and from below it is not: the two answers are each other's complement.
    let other = seen(89.0, BarrierSide::Up, week, 0.0, 0.65, 1);
    close(other.probability, 1.0 - report.probability, 1e-13, "seen at or above 90");
    // Two looks: the second sees those that came back for the first. By the bivariate normal, from 89 with a drift that cancels that of
    // the logarithm, a start at the barrier is back and forth alike: P(both on one side) = 1/4 + asin(sqrt(1/2)) / (2 pi) = 3/8.
    let start = seen(90.0, BarrierSide::Down, week, 0.5 * 0.65 * 0.65, 0.65, 2);
    close(start.probability, 5.0 / 8.0, 1e-10, "a start at the barrier");
}

/// One look at expiry with a strike above the barrier: nothing that pays is knocked out, and the option is the whole vanilla.
#[test]
fn case_24_an_option_whose_spot_is_beyond_is_alive() {
    let out = option(89.0, Knock::Out, 0.2, 0.3, 1);
    close(out.price, 1.729_766_454_743_29, 1e-12, "down and out");
    close(out.price, plain(89.0, 0.2, 0.3), 1e-12, "vanilla");
    assert!(option(89.0, Knock::In, 0.2, 0.3, 1).price.abs() < 1e-12);
    assert_eq!(out.continuous, 0.0);
    for dates in [1, 2, 7, 50] {
        for knock in [Knock::In, Knock::Out] {
            let [below, at, above] =
                [89.999_999, 90.0, 90.000_001].map(|spot| option(spot, knock, 0.2, 0.3, dates).price);
            assert!((at - above).abs() < 1e-5 && (at - below).abs() < 1e-5, "{dates}: {below} {at} {above}");
        }
        let (inside, outside) = (option(85.0, Knock::In, 0.2, 0.3, dates), option(85.0, Knock::Out, 0.2, 0.3, dates));
        assert!(dates == 1 || (inside.price > 0.0 && outside.price > 0.0), "{dates}");
        close(inside.price + outside.price, plain(85.0, 0.2, 0.3), 1e-12, "in and out");
    }
}

/// Without volatility the price of each date is known.
#[test]
fn case_24_certain_prices() {
    // From 80 to 90 in half a year of growth at 2 ln(90/80), so that 90 is passed in the middle of the year.
    let growth = 2.0 * ln(90.0 / 80.0);
    for (dates, probability) in [(1, 0.0), (2, 0.0), (3, 1.0), (12, 1.0)] {
        let spot = if dates == 2 { 80.1 } else { 80.0 }; // not at the barrier on the very date
        assert_eq!(seen(spot, BarrierSide::Down, 1.0, growth, 0.0, dates).probability, probability, "{dates}");
    }
    assert_eq!(seen(80.0, BarrierSide::Down, 1.0, 0.0, 0.0, 5).probability, 1.0);
    assert_eq!(seen(100.0, BarrierSide::Down, 1.0, -0.5, 0.0, 5).probability, 1.0);
    assert_eq!(seen(100.0, BarrierSide::Down, 1.0, 0.5, 0.0, 5).probability, 0.0);
    // No time: the last date is now.
    assert_eq!(seen(89.0, BarrierSide::Down, 0.0, 0.0, 0.65, 1).probability, 1.0);
    assert_eq!(seen(91.0, BarrierSide::Down, 0.0, 0.0, 0.65, 1).probability, 0.0);
    // Half of the price is more deviations away than a double has digits.
    assert_eq!(seen(180.0, BarrierSide::Down, 1e-12, 0.0, 1e-9, 2).probability, 0.0);
    // The forward of 89 in two years is 108.7, and no look is before that.
    close(option(89.0, Knock::Out, 2.0, 0.0, 1).price, plain(89.0, 2.0, 0.0), 1e-14, "vanilla");
    assert_eq!(option(89.0, Knock::In, 2.0, 0.0, 1).price, 0.0);
    assert_eq!(option(70.0, Knock::Out, 2.0, 0.0, 2).price, 0.0);
}

/// Hourly looks for a year, near the value of Broadie, Glasserman and Kou: 0.90909 is the continuous value of the moved level.
#[test]
fn case_25_hourly_looks_for_a_year() {
    let report = seen(100.0, BarrierSide::Down, 1.0, 0.0, 0.65, 8_760);
    assert!((report.probability - report.corrected.unwrap()).abs() < 1e-4, "{report:?}");
    close(report.probability + report.survival_probability, 1.0, 1e-15, "all");
    // The look that decides the most is that at which the barrier is near: from the very barrier the first looks see half, three eighths
    // survive two, and `C(2n, n) / 4^n` survive n (Sparre Andersen), whose logarithm is that of 1 / sqrt(pi n) less 1 / (8 n).
    for dates in [2_001_u32, 10_000, 100_000] {
        let start = seen(90.0, BarrierSide::Down, 1.0, 0.5 * 0.65 * 0.65, 0.65, dates);
        let n = f64::from(dates);
        let right = exp(-1.0 / (8.0 * n) + 1.0 / (192.0 * n * n * n)) / (std::f64::consts::PI * n).sqrt();
        assert!((start.survival_probability - right).abs() < 6e-7, "{dates}: {start:?} {right}");
    }
}

/// More looks see more, across the place where the recursion ends.
#[test]
fn case_25_two_thousand_and_one() {
    for spot in [89.5, 90.0, 90.2, 91.0, 100.0] {
        let [before, after] = [2_000, 2_001].map(|dates| seen(spot, BarrierSide::Down, 0.25, 0.02, 0.65, dates));
        let gain = after.probability - before.probability;
        // The corrected value grows alike: of the order of beta / (2 n sqrt n).
        assert!(gain > -1e-6 && gain < 2e-5, "{spot}: {gain:e}");
        assert!(
            (gain - (after.corrected.unwrap() - before.corrected.unwrap())).abs() < 3e-6 || spot < 90.5,
            "{spot}: {gain:e}"
        );
    }
}

/// One look at expiry: the rebate of a knock-out is `e^(-rT) P(beyond at expiry)`, that of a knock-in the rest.
#[test]
fn case_29_rebates() {
    let ask = |knock, dates, drift: f64| {
        let request = DiscreteBarrierRequest::new(
            BarrierType::new(OptionKind::Call, knock, BarrierSide::Down),
            price(100.0),
            price(100.0),
            price(95.0),
            Lognormal::new(
                Years::new(0.5).unwrap(),
                Rate::new(drift).unwrap(),
                Rate::new(0.02).unwrap(),
                Volatility::new(0.25).unwrap(),
            ),
        )
        .dates(dates);
        discrete_barrier(&request.rebate(Collateral::new(3.0).unwrap())).unwrap()
    };
    let s = 0.25 * 0.5f64.sqrt();
    let z = (ln(0.95) - (0.08 - 0.02 - 0.5 * 0.25 * 0.25) * 0.5) / s;
    let paid = 3.0 * exp(-0.08 * 0.5) * normal_cdf(z);
    close(ask(Knock::Out, 1, 0.08).rebate_value, paid, 1e-13, "out");
    close(ask(Knock::In, 1, 0.08).rebate_value, 3.0 * exp(-0.08 * 0.5) - paid, 1e-13, "in");
    // At a rate of 0 a rebate is the probability, on any dates.
    for dates in [1, 7, 250, 5_000] {
        let hit = seen_at(100.0, 95.0, 0.5, -0.02, 0.25, dates);
        let tolerance = if dates > 2_000 { 1e-9 } else { 1e-12 };
        close(ask(Knock::Out, dates, 0.0).rebate_value, 3.0 * hit, tolerance, "without interest");
    }
    // Earlier than at expiry and later than at the touch.
    let looks = ask(Knock::Out, 50, 0.08);
    assert!(looks.rebate_value > 3.0 * exp(-0.04) * seen_at(100.0, 95.0, 0.5, 0.06, 0.25, 50));
    assert!(looks.price < looks.continuous + looks.price - looks.rebate_value && looks.rebate_value < 3.0);
    // Without volatility the date is known: from 100 at a growth of -20 % below 95 after 94 days, on the 7th of 12 looks in half a year.
    let request = DiscreteBarrierRequest::new(
        BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down),
        price(100.0),
        price(100.0),
        price(95.0),
        Lognormal::new(
            Years::new(0.5).unwrap(),
            Rate::new(0.08).unwrap(),
            Rate::new(0.28).unwrap(),
            Volatility::new(0.0).unwrap(),
        ),
    )
    .dates(12);
    let report = discrete_barrier(&request.rebate(Collateral::new(3.0).unwrap())).unwrap();
    close(report.rebate_value, 3.0 * exp(-0.08 * 7.0 / 24.0), 1e-14, "a certain date");
}

/// A list of times: equally spaced ones are the count; two looks from the barrier are an orthant of the bivariate normal, `1/4 + asin(r) /
/// (2 pi)` with `r` the root of the quotient of the times; a look today sees today.
#[test]
#[expect(clippy::disallowed_methods, reason = "an oracle")]
fn case_24_a_list_of_times() {
    let ask = |spot: f64, drift: f64, times: &[f64]| {
        let passage = FirstPassage::new(
            price(spot),
            price(90.0),
            BarrierSide::Down,
            Years::new(1.0).unwrap(),
            Rate::new(drift).unwrap(),
            Volatility::new(0.5).unwrap(),
        );
        let times: Vec<Years> = times.iter().map(|time| Years::new(*time).unwrap()).collect();
        let dates = u32::try_from(times.len()).unwrap();
        let request = DiscreteHitRequest::new(passage, Measure::RealWorld).dates(dates);
        discrete_hit_probability(&request.times_years(times))
    };
    let months: Vec<f64> = (1..=12).map(|month| f64::from(month) / 12.0).collect();
    let equal = seen_of(97.0, 0.5, 0.04, 12);
    close(ask(97.0, 0.04, &months).unwrap().survival_probability, equal, 1e-9, "equally spaced");
    for (first, second) in [(0.25, 1.0), (0.01, 0.5), (0.9, 0.95)] {
        let angle = f64::sqrt(first / second).asin();
        let right = 0.25 + angle / (2.0 * std::f64::consts::PI);
        close(ask(90.0, 0.125, &[first, second]).unwrap().survival_probability, right, 1e-10, "orthant");
    }
    assert_eq!(ask(89.0, 0.04, &[0.0, 0.5]).unwrap().probability, 1.0);
    let later = ask(89.0, 0.04, &[0.5]).unwrap().probability;
    assert!(later > 0.5 && later < 0.7);
    close(
        ask(91.0, 0.04, &[0.0, 0.5]).unwrap().probability,
        ask(91.0, 0.04, &[0.5]).unwrap().probability,
        1e-12,
        "above",
    );
    for (times, path) in [(vec![0.5, 0.4], "times_years[1]"), (vec![0.5, 1.5], "times_years[1]")] {
        assert_eq!(ask(97.0, 0.04, &times).unwrap_err().path().as_str(), path);
    }
}

fn seen_of(spot: f64, volatility: f64, drift: f64, dates: u32) -> f64 {
    seen(spot, BarrierSide::Down, 1.0, drift, volatility, dates).survival_probability
}

/// The option on the same times: equally spaced ones give the count's price and rebate; a look that is not at expiry leaves a vanilla rest.
#[test]
fn case_29_an_option_on_a_list_of_times() {
    let ask = |times: Option<&[f64]>, dates| {
        let request = DiscreteBarrierRequest::new(
            BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down),
            price(100.0),
            price(98.0),
            price(93.0),
            Lognormal::new(
                Years::new(0.5).unwrap(),
                Rate::new(0.06).unwrap(),
                Rate::new(0.02).unwrap(),
                Volatility::new(0.4).unwrap(),
            ),
        )
        .dates(dates);
        let mut request = request.rebate(Collateral::new(2.0).unwrap());
        request.times_years = times.map(|times| times.iter().map(|time| Years::new(*time).unwrap()).collect());
        discrete_barrier(&request).unwrap()
    };
    let (count, list) = (ask(None, 5), ask(Some(&[0.1, 0.2, 0.3, 0.4, 0.5]), 5));
    close(list.price, count.price, 1e-9, "price");
    close(list.rebate_value, count.rebate_value, 1e-9, "rebate");
    // A last look just before expiry, or at it.
    let nearly = ask(Some(&[0.1, 0.2, 0.3, 0.4, 0.499_999_9]), 5);
    assert!((nearly.price - count.price).abs() < 2e-3, "{} {}", nearly.price, count.price);
    // A single look at 0.25: the mean of the vanilla price above the barrier, by Simpson's rule, and the rebate below it.
    let single = ask(Some(&[0.25]), 1);
    let (s, center) = (0.4 * 0.5, ln(100.0) + (0.04 - 0.08) * 0.25);
    let low = (ln(93.0) - center) / s;
    let at = |z: f64| {
        let rest = Lognormal::new(
            Years::new(0.25).unwrap(),
            Rate::new(0.06).unwrap(),
            Rate::new(0.02).unwrap(),
            Volatility::new(0.4).unwrap(),
        );
        let spot = price(exp(center + s * z));
        normal_pdf(z) * vanilla(&EuropeanOption::new(OptionKind::Call, spot, price(98.0), rest)).price
    };
    let (points, high) = (4_000, 10.0);
    let step = (high - low) / f64::from(points);
    let simpson: f64 = (0..=points)
        .map(|k| {
            let weight = if k == 0 || k == points {
                1.0
            } else if k % 2 == 1 {
                4.0
            } else {
                2.0
            };
            weight * at(low + step * f64::from(k)) * step / 3.0
        })
        .sum();
    let right = exp(-0.06 * 0.25) * (simpson + 2.0 * normal_cdf(low));
    close(single.price, right, 1e-9, "a single look on the way");
}

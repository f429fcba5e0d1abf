//! A barrier that is watched on dates is not touched between them, and today is not one of them.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest,
    EuropeanOption, FirstPassage, Knock, Lognormal, discrete_barrier, discrete_hit_probability, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::ln;
use hashinsight_units::{AssetPrice, Rate, Volatility, Years};

use super::close;

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn seen(spot: f64, side: BarrierSide, years: f64, drift: f64, volatility: f64, dates: u32) -> DiscreteHitReport {
    discrete_hit_probability(&DiscreteHitRequest::new(
        FirstPassage::new(
            price(spot),
            price(90.0),
            side,
            Years::new(years).unwrap(),
            Rate::new(drift).unwrap(),
            Volatility::new(volatility).unwrap(),
        ),
        dates,
        Measure::RealWorld,
    ))
    .unwrap()
}

fn option(spot: f64, knock: Knock, years: f64, volatility: f64, dates: u32) -> DiscreteBarrierReport {
    discrete_barrier(&DiscreteBarrierRequest::new(
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
        dates,
    ))
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
    assert!(report.near_barrier);
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

//! Two barriers.

use hashinsight_derivatives::pricing::{
    DoubleBarrierRequest, DoubleTouchRequest, Knock, Lognormal, TouchPayment, TouchedLevel, double_barrier,
    double_touch, vanilla,
};
use hashinsight_derivatives::pricing::{EuropeanOption, PriceGreeks};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln, normal_cdf};
use hashinsight_units::Collateral;

use super::close;
use crate::{price, rate, sigma, years};

fn market(t: f64, r: f64, q: f64, v: f64) -> Lognormal {
    Lognormal::new(years(t), rate(r), rate(q), sigma(v))
}

/// 80/125 around 100 for 30 days without drift of the logarithm, by the images of the two levels: 0.9981587590.
#[test]
fn case_26_double_no_touch() {
    let t = 30.0 / 365.0;
    let (s, a, b) = (0.2 * f64::sqrt(t), ln(0.8), ln(1.25));
    let width = b - a;
    let stay: f64 = (-20..=20)
        .map(|k| {
            let away = 2.0 * f64::from(k) * width;
            normal_cdf((b - away) / s)
                - normal_cdf((a - away) / s)
                - (normal_cdf((b - 2.0 * a + away) / s) - normal_cdf((a - 2.0 * a + away) / s))
        })
        .sum();
    let one = Collateral::new(1.0).unwrap();
    let request = DoubleTouchRequest::new(
        price(100.0),
        price(80.0),
        price(125.0),
        TouchPayment::NoTouch,
        one,
        market(t, 0.02, 0.0, 0.2),
    );
    let report = double_touch(&request).unwrap();
    close(report.survival_probability, stay, 1e-13, "no touch");
    close(report.price, exp(-0.02 * t) * stay, 1e-13, "price");
    close(report.price, 0.998_158_759_0, 1e-10, "right");
    assert!(report.price < 0.998_357_514_7);
}

/// All ways of ending add up, by images and by sines alike, and so do the two kinds of barrier option and their greeks.
#[test]
fn case_26_parts_add_up() {
    for (t, v) in [(0.02, 0.1), (0.5, 0.3), (1.0, 0.449), (1.0, 0.451), (2.0, 0.9), (30.0, 1.5)] {
        for (r, q) in [(0.05, 0.02), (0.0, 0.3), (-0.04, 0.01)] {
            let lognormal = market(t, r, q, v);
            let ask = |payment, level| {
                let one = Collateral::new(1.0).unwrap();
                let request = DoubleTouchRequest::new(price(100.0), price(80.0), price(125.0), payment, one, lognormal);
                double_touch(&request.level(level)).unwrap()
            };
            let report = ask(TouchPayment::NoTouch, TouchedLevel::Either);
            let all = report.survival_probability + report.lower_first_probability + report.upper_first_probability;
            close(all, 1.0, 1e-12, "ways of ending");
            let (hit, late) = (
                ask(TouchPayment::AtHit, TouchedLevel::Either).price,
                ask(TouchPayment::AtExpiry, TouchedLevel::Either).price,
            );
            assert!(if r < 0.0 { hit <= late * (1.0 + 1e-12) } else { hit >= late * (1.0 - 1e-12) }, "{hit} {late}");
            let parts: f64 = [TouchedLevel::LowerFirst, TouchedLevel::UpperFirst]
                .map(|level| ask(TouchPayment::AtHit, level).price)
                .iter()
                .sum();
            close(parts, hit, 1e-13, "either");
            for kind in [OptionKind::Call, OptionKind::Put] {
                let [out, inside] = [Knock::Out, Knock::In].map(|knock| {
                    let request = DoubleBarrierRequest::new(
                        kind,
                        knock,
                        price(100.0),
                        price(102.0),
                        price(80.0),
                        price(125.0),
                        lognormal,
                    );
                    double_barrier(&request).unwrap()
                });
                let whole = vanilla(&EuropeanOption::new(kind, price(100.0), price(102.0), lognormal));
                close(out.price + inside.price, whole.price, 1e-12, "in and out");
                let PriceGreeks { delta, gamma, vega, theta, .. } = out.greeks.unwrap();
                let other = inside.greeks.unwrap();
                let sum = whole.greeks.unwrap();
                for (parts, whole) in [
                    (delta + other.delta, sum.delta),
                    (gamma + other.gamma, sum.gamma),
                    (vega + other.vega, sum.vega),
                    (theta + other.theta, sum.theta),
                ] {
                    assert!((parts - whole).abs() < 1e-9 * (1.0 + whole.abs()), "{parts} {whole}");
                }
                // Black's equation: theta + (r - q) S delta + sigma^2 S^2 gamma / 2 = r V.
                let rest = theta + (r - q) * 100.0 * delta + 0.5 * v * v * 1e4 * gamma - r * out.price;
                assert!(rest.abs() < 1e-9 * (1.0 + theta.abs()), "{rest}");
            }
        }
    }
}

/// At a barrier or beyond, and where nothing is left to chance.
#[test]
fn case_26_certain_ways() {
    let ask = |spot: f64, lognormal, payment, level| {
        let one = Collateral::new(1.0).unwrap();
        let request = DoubleTouchRequest::new(price(spot), price(80.0), price(125.0), payment, one, lognormal);
        double_touch(&request.level(level)).unwrap().price
    };
    let plain = market(1.0, 0.05, 0.0, 0.3);
    assert_eq!(ask(80.0, plain, TouchPayment::AtHit, TouchedLevel::LowerFirst), 1.0);
    assert_eq!(ask(80.0, plain, TouchPayment::AtHit, TouchedLevel::UpperFirst), 0.0);
    assert_eq!(ask(130.0, plain, TouchPayment::AtExpiry, TouchedLevel::Either), exp(-0.05));
    assert_eq!(ask(130.0, plain, TouchPayment::NoTouch, TouchedLevel::Either), 0.0);
    // From 100 at a growth of 30 % to 125 in ln(1.25) / 0.3 years.
    let certain = market(1.0, 0.3, 0.0, 0.0);
    close(ask(100.0, certain, TouchPayment::AtHit, TouchedLevel::Either), 100.0 / 125.0, 1e-14, "on its way");
    assert_eq!(ask(100.0, market(0.0, 0.3, 0.0, 0.5), TouchPayment::NoTouch, TouchedLevel::Either), 1.0);
    let error = double_touch(&DoubleTouchRequest::new(
        price(100.0),
        price(125.0),
        price(80.0),
        TouchPayment::NoTouch,
        Collateral::new(1.0).unwrap(),
        plain,
    ))
    .unwrap_err();
    assert_eq!(error.code(), "derivatives.upper.out_of_range");
    let out = |spot: f64, lognormal| {
        let request = DoubleBarrierRequest::new(
            OptionKind::Call,
            Knock::Out,
            price(spot),
            price(100.0),
            price(80.0),
            price(125.0),
            lognormal,
        );
        double_barrier(&request.rebate(Collateral::new(2.0).unwrap())).unwrap()
    };
    assert_eq!((out(79.0, plain).price, out(79.0, plain).greeks.unwrap().delta), (2.0, 0.0));
    assert_eq!(out(110.0, market(0.0, 0.05, 0.0, 0.3)).greeks.unwrap().delta, 1.0);
}

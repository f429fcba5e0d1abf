//! Random inputs of each formula against the textbook form in 30 digits: half a million for a proof.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, EuropeanOption, FirstPassage, HitProbabilityRequest,
    ImpliedVolatilityRequest, Knock, Lognormal, Payout, TouchPayment, TouchRequest, barrier, hit_probability,
    implied_volatility, touch, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{Philox, exp};
use hashinsight_testkit::{Wide, cases};
use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};

/// Inputs of a formula, for a proof.
const COUNT: u32 = 500_000;

#[derive(Clone, Copy, Debug)]
struct Point {
    spot: f64,
    strike: f64,
    level: f64,
    years: f64,
    rate: f64,
    carry: f64,
    sigma: f64,
    call: bool,
}

fn point(seed: u64, i: u64) -> Point {
    let u = |k: u64| Philox::new(seed).uniform(k, i);
    // Distances in units of the deviation, so that tails and centers both occur.
    let (sigma, years) = (exp(4.5 * u(0) - 3.9), exp(7.0 * u(1) - 6.5));
    let deviation = sigma * years.sqrt();
    let away = |k: u64, reach: f64| exp((2.0 * u(k) - 1.0) * reach * deviation);
    Point {
        spot: 100.0,
        strike: 100.0 * away(2, 7.0),
        level: 100.0 * away(3, 5.0),
        years,
        rate: 0.4 * u(4) - 0.1,
        carry: 0.4 * u(5) - 0.1,
        sigma,
        call: u(6) < 0.5,
    }
}

fn w(x: f64) -> Wide {
    Wide::from(x)
}

/// Everything that the textbook formulas are made of.
struct Textbook {
    asset: Wide,
    cash: Wide,
    /// `(r - q - sigma^2/2) T` and `sigma sqrt T`.
    mean: Wide,
    deviation: Wide,
    moneyness: Wide,
    distance: Wide,
}

impl Textbook {
    fn new(p: Point) -> Self {
        let (years, sigma) = (w(p.years), w(p.sigma));
        Self {
            asset: w(p.spot) * (-w(p.carry) * years).exp(),
            cash: w(p.strike) * (-w(p.rate) * years).exp(),
            mean: (w(p.rate) - w(p.carry) - w(0.5) * sigma * sigma) * years,
            deviation: sigma * years.sqrt(),
            moneyness: (w(p.spot) / w(p.strike)).ln(),
            distance: (w(p.level) / w(p.spot)).ln(),
        }
    }

    fn vanilla(&self, call: bool) -> Wide {
        let sign = if call { w(1.0) } else { w(-1.0) };
        let d2 = (self.moneyness + self.mean) / self.deviation;
        let d1 = d2 + self.deviation;
        sign * (self.asset * (sign * d1).normal_cdf() - self.cash * (sign * d2).normal_cdf())
    }

    /// The reflection principle as it is printed.
    fn touches(&self) -> Wide {
        let sign = if self.distance.to_f64() < 0.0 { w(1.0) } else { w(-1.0) };
        let (h, m, s) = (self.distance, self.mean, self.deviation);
        let factor = (w(2.0) * m * h / (s * s)).exp();
        (sign * (h - m) / s).normal_cdf() + factor * (sign * (h + m) / s).normal_cdf()
    }
}

fn rate(x: f64) -> Rate {
    Rate::new(x).unwrap()
}

fn price(x: f64) -> AssetPrice {
    AssetPrice::new(x).unwrap()
}

fn kind(call: bool) -> OptionKind {
    if call { OptionKind::Call } else { OptionKind::Put }
}

#[test]
fn vanilla_prices() {
    let mut worst = 0.0;
    for i in 0..cases::<u64>(COUNT) {
        let p = point(1, i);
        let got = vanilla(&EuropeanOption::new(
            kind(p.call),
            price(p.spot),
            price(p.strike),
            Lognormal::new(
                Years::new(p.years).unwrap(),
                rate(p.rate),
                rate(p.carry),
                Volatility::new(p.sigma).unwrap(),
            ),
        ))
        .price;
        let exact = Textbook::new(p).vanilla(p.call).to_f64();
        // d1 and d2 are rounded once: the tail magnifies that by their square.
        let d2 = (Textbook::new(p).moneyness + Textbook::new(p).mean).to_f64() / (p.sigma * p.years.sqrt());
        let error = (got / exact - 1.0).abs() / (1.0 + d2 * d2);
        worst = if error > worst { error } else { worst };
        assert!(error < 2e-14, "{p:?}: {got:e} {exact:e} {error:e}");
    }
    println!("vanilla: {worst:e} of 1 + d^2");
}

#[test]
fn implied_volatilities() {
    let (mut worst, mut answered) = (0.0, 0);
    for i in 0..cases::<u64>(COUNT) {
        let p = Point { rate: 0.0, carry: 0.0, ..point(2, i) };
        let exact = Textbook::new(p).vanilla(p.call).to_f64();
        if exact < 1e-290 {
            continue;
        }
        let result = implied_volatility(&ImpliedVolatilityRequest::new(
            kind(p.call),
            Collateral::new(exact).unwrap(),
            price(p.spot),
            price(p.strike),
            Years::new(p.years).unwrap(),
            rate(0.0),
        ));
        let Ok(report) = result else { continue };
        answered += 1;
        let error = (report.implied_volatility - p.sigma).abs();
        let allowed = 1e-13 * p.sigma + 3.0 * report.resolution.unwrap();
        worst = if error / allowed > worst { error / allowed } else { worst };
        assert!(error <= allowed, "{p:?}: {} {allowed:e}", report.implied_volatility);
    }
    // What is left unanswered has lost its time value to rounding.
    assert!(answered > cases::<u64>(COUNT) * 9 / 10, "{answered}");
    println!("implied volatility: {worst} of the allowance, {answered} answered");
}

#[test]
fn touch_probabilities() {
    let mut worst = 0.0;
    for i in 0..cases::<u64>(COUNT) {
        let p = point(3, i);
        let book = Textbook::new(p);
        let got = hit_probability(&HitProbabilityRequest::new(
            FirstPassage::new(
                price(p.spot),
                price(p.level),
                if p.level < p.spot { BarrierSide::Down } else { BarrierSide::Up },
                Years::new(p.years).unwrap(),
                rate(p.rate - p.carry),
                Volatility::new(p.sigma).unwrap(),
            ),
            Measure::RiskNeutral,
        ))
        .probability;
        // The drift that was asked for is the rounded difference.
        let mean = (w(p.rate - p.carry) - w(0.5) * w(p.sigma) * w(p.sigma)) * w(p.years);
        let exact = Textbook { mean, ..book }.touches().to_f64();
        let z = (p.level / p.spot - 1.0).abs() / (p.sigma * p.years.sqrt());
        let error = (got / exact - 1.0).abs() / (1.0 + z * z);
        worst = if error > worst { error } else { worst };
        assert!(error < 1e-14, "{p:?}: {got:e} {exact:e}");
    }
    println!("touch: {worst:e} of 1 + z^2");
}

#[test]
fn touch_prices() {
    for i in 0..cases::<u64>(COUNT) {
        let p = Point { rate: 0.3 * Philox::new(4).uniform(9, i), ..point(4, i) };
        let side = if p.level < p.spot { BarrierSide::Down } else { BarrierSide::Up };
        let got = touch(&TouchRequest::new(
            price(p.spot),
            price(p.level),
            side,
            TouchPayment::AtHit,
            Payout::Cash(Collateral::new(1.0).unwrap()),
            Lognormal::new(
                Years::new(p.years).unwrap(),
                rate(p.rate),
                rate(p.carry),
                Volatility::new(p.sigma).unwrap(),
            ),
        ))
        .unwrap()
        .price;
        // (H/S)^(mu + lambda) N(eta z) + (H/S)^(mu - lambda) N(eta z - 2 eta lambda sigma sqrt T)
        let book = Textbook::new(p);
        let square = book.deviation * book.deviation;
        let mu = book.mean / square;
        let lambda = (mu * mu + w(2.0) * w(p.rate) * w(p.years) / square).sqrt();
        let eta = if side == BarrierSide::Down { w(1.0) } else { w(-1.0) };
        let z = book.distance / book.deviation + lambda * book.deviation;
        let exact = ((mu + lambda) * book.distance).exp() * (eta * z).normal_cdf()
            + ((mu - lambda) * book.distance).exp() * (eta * (z - w(2.0) * lambda * book.deviation)).normal_cdf();
        let (exact, far) = (exact.to_f64(), book.distance.to_f64() / book.deviation.to_f64());
        assert!((got / exact - 1.0).abs() < 2e-14 * (1.0 + far * far), "{p:?}: {got:e} {exact:e}");
    }
}

#[test]
fn barrier_prices() {
    for i in 0..cases::<u64>(COUNT) {
        let p = point(5, i);
        let (down, knock_in) = (p.level < p.spot, i % 2 == 0);
        let got = barrier(&BarrierRequest::new(
            BarrierType::new(
                kind(p.call),
                if knock_in { Knock::In } else { Knock::Out },
                if down { BarrierSide::Down } else { BarrierSide::Up },
            ),
            price(p.spot),
            price(p.strike),
            price(p.level),
            Collateral::new(0.0).unwrap(),
            Lognormal::new(
                Years::new(p.years).unwrap(),
                rate(p.rate),
                rate(p.carry),
                Volatility::new(p.sigma).unwrap(),
            ),
        ))
        .unwrap()
        .price;
        let exact = reiner_rubinstein(p, down, knock_in).to_f64();
        assert!((got - exact).abs() < 1e-13 * (p.spot + p.strike), "{p:?} {knock_in}: {got:e} {exact:e}");
    }
}

/// Haug (1998), page 70, with powers of `H/S` and all.
fn reiner_rubinstein(p: Point, down: bool, knock_in: bool) -> Wide {
    let book = Textbook::new(p);
    let (h, m, s) = (book.distance, book.mean, book.deviation);
    let phi = if p.call { w(1.0) } else { w(-1.0) };
    let eta = if down { w(1.0) } else { w(-1.0) };
    let shared = m + s * s;
    let power = |mean: Wide| (w(2.0) * mean * h / (s * s)).exp();
    let direct = |k: Wide| {
        phi * (book.asset * (phi * (shared - k) / s).normal_cdf() - book.cash * (phi * (m - k) / s).normal_cdf())
    };
    let mirrored = |k: Wide| {
        let place = w(2.0) * h - k;
        phi * (book.asset * power(shared) * (eta * (place + shared) / s).normal_cdf()
            - book.cash * power(m) * (eta * (place + m) / s).normal_cdf())
    };
    let k = -book.moneyness;
    let (a, b, c, d) = (direct(k), direct(h), mirrored(k), mirrored(h));
    let above = p.strike > p.level;
    let zero = w(0.0);
    match (knock_in, down, p.call, above) {
        (true, true, true, true) | (true, false, false, false) => c,
        (true, true, true, false) | (true, false, false, true) => a - b + d,
        (true, false, true, true) | (true, true, false, false) => a,
        (true, false, true, false) | (true, true, false, true) => b - c + d,
        (false, true, true, true) | (false, false, false, false) => a - c,
        (false, true, true, false) | (false, false, false, true) => b - d,
        (false, false, true, true) | (false, true, false, false) => zero,
        (false, false, true, false) | (false, true, false, true) => a - b + c - d,
    }
}

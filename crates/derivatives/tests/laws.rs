//! Laws that hold whatever the numbers: parities, bounds, monotony, limits. Those of barrier and vanilla options are in `barriers.rs`.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierReport, BarrierRequest, BarrierSide, BarrierType, DefaultLegRequest, DigitalPayout, DigitalReport,
    DigitalRequest, DiscreteBarrierRequest, DiscreteHitRequest, DrawdownReport, DrawdownRequest, EuropeanOption,
    FirstPassage, HitProbabilityRequest, Knock, KouJumps, KouPassageRequest, KouRequest, Lognormal, MertonJumps,
    MertonRequest, Payout, TouchPayment, TouchRequest, barrier, default_leg, digital, discrete_barrier,
    discrete_hit_probability, drawdown, hit_probability, kou, kou_passage, merton, touch, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, ln};
use hashinsight_units::{AssetPrice, Collateral, Fraction, Intensity, LogMove, Rate, TailRate, Volatility, Years};
use proptest::prelude::*;

/// A market and an option on a spot of 100.
#[derive(Clone, Copy, Debug)]
struct Market {
    strike: f64,
    level: f64,
    years: f64,
    rate: f64,
    carry: f64,
    sigma: f64,
}

const CALL: OptionKind = OptionKind::Call;
const PUT: OptionKind = OptionKind::Put;

fn markets() -> impl Strategy<Value = Market> {
    (-3.0..3.0f64, -3.0..3.0f64, -8.0..1.0f64, -0.2..0.3f64, -0.2..0.3f64, -4.0..0.7f64).prop_map(
        |(strike, level, years, rate, carry, sigma)| {
            let (years, sigma) = (exp(years), exp(sigma));
            let at = |deviations: f64| 100.0 * exp(deviations * sigma * years.sqrt());
            Market { strike: at(strike), level: at(level), years, rate, carry, sigma }
        },
    )
}

fn price(x: f64) -> AssetPrice {
    AssetPrice::new(x).unwrap()
}

fn years(x: f64) -> Years {
    Years::new(x).unwrap()
}

fn rate(x: f64) -> Rate {
    Rate::new(x).unwrap()
}

fn sigma(x: f64) -> Volatility {
    Volatility::new(x).unwrap()
}

fn cash(x: f64) -> Collateral {
    Collateral::new(x).unwrap()
}

impl Market {
    fn side(&self) -> BarrierSide {
        if self.level < 100.0 { BarrierSide::Down } else { BarrierSide::Up }
    }

    fn price(&self) -> Lognormal {
        Lognormal::new(years(self.years), rate(self.rate), rate(self.carry), sigma(self.sigma))
    }

    fn asset(&self) -> f64 {
        100.0 * exp(-self.carry * self.years)
    }

    fn discount(&self) -> f64 {
        exp(-self.rate * self.years)
    }

    fn vanilla(&self, kind: OptionKind) -> f64 {
        vanilla(&EuropeanOption::new(kind, price(100.0), price(self.strike), self.price())).price
    }

    fn digital(&self, kind: OptionKind, payout: DigitalPayout) -> DigitalReport {
        digital(&DigitalRequest::new(kind, price(100.0), price(self.strike), payout, self.price()))
    }

    /// `None` where a negative rate leaves no formula.
    fn touch(&self, payment: TouchPayment, payout: Payout) -> Option<f64> {
        let report =
            touch(&TouchRequest::new(price(100.0), price(self.level), self.side(), payment, payout, self.price()));
        report.ok().map(|report| report.price)
    }

    fn barrier(&self, kind: OptionKind, knock: Knock, rebate: f64) -> Option<BarrierReport> {
        barrier(&BarrierRequest::new(
            BarrierType::new(kind, knock, self.side()),
            price(100.0),
            price(self.strike),
            price(self.level),
            cash(rebate),
            self.price(),
        ))
        .ok()
    }

    fn hits(&self, side: BarrierSide, drift: f64) -> f64 {
        hit_probability(&HitProbabilityRequest::new(
            FirstPassage::new(price(100.0), price(self.level), side, years(self.years), rate(drift), sigma(self.sigma)),
            Measure::RealWorld,
        ))
        .probability
    }

    fn seen(&self, side: BarrierSide, dates: u32) -> f64 {
        discrete_hit_probability(
            &DiscreteHitRequest::new(
                FirstPassage::new(
                    price(100.0),
                    price(self.level),
                    side,
                    years(self.years),
                    rate(self.rate - self.carry),
                    sigma(self.sigma),
                ),
                Measure::RealWorld,
            )
            .dates(dates),
        )
        .unwrap()
        .probability
    }

    fn merton(&self, kind: OptionKind, intensity: f64, mean: f64, deviation: f64) -> f64 {
        merton(&MertonRequest::new(
            EuropeanOption::new(kind, price(100.0), price(self.strike), self.price()),
            MertonJumps::new(Intensity::new(intensity).unwrap(), LogMove::new(mean).unwrap(), sigma(deviation)),
        ))
        .unwrap()
        .price
    }

    fn kou(&self, kind: OptionKind, jumps: KouJumps) -> Option<f64> {
        kou(&KouRequest::new(EuropeanOption::new(kind, price(100.0), price(self.strike), self.price()), jumps))
            .ok()
            .map(|report| report.price)
    }

    fn leaps(&self, side: BarrierSide, jumps: KouJumps) -> Option<f64> {
        kou_passage(&KouPassageRequest::new(
            FirstPassage::new(
                price(100.0),
                price(self.level),
                side,
                years(self.years),
                rate(self.rate - self.carry),
                sigma(self.sigma),
            ),
            jumps,
            LogMove::new(0.0).unwrap(),
            Measure::RealWorld,
        ))
        .ok()
        .map(|report| report.probability)
    }

    fn falls(&self, fall: f64) -> Option<DrawdownReport> {
        drawdown(&DrawdownRequest::new(
            Fraction::new(fall).unwrap(),
            years(self.years),
            rate(self.rate - self.carry),
            sigma(self.sigma),
            Measure::RealWorld,
        ))
        .ok()
    }
}

fn jumps(intensity: f64, p: f64, up: f64, down: f64) -> KouJumps {
    KouJumps::new(
        Intensity::new(intensity).unwrap(),
        Fraction::new(p).unwrap(),
        TailRate::new(up).unwrap(),
        TailRate::new(down).unwrap(),
    )
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

    /// One of the two pays: call and put, touch and no touch, in and out with their rebates.
    #[test]
    fn parities(m in markets(), amount in 0.0..50.0f64, call in any::<bool>()) {
        let slack = 2e-13 * (100.0 + m.strike + m.level + amount) * (1.0 + m.asset() / 100.0 + m.discount());
        let both = |payout| m.digital(CALL, payout).price + m.digital(PUT, payout).price;
        prop_assert!((both(DigitalPayout::Cash(cash(amount))) - amount * m.discount()).abs() <= slack);
        prop_assert!((both(DigitalPayout::Asset) - m.asset()).abs() <= slack);
        let kind = if call { CALL } else { PUT };
        // A gap that pays over its own trigger is the option.
        let gap = m.digital(kind, DigitalPayout::Gap(price(m.strike))).price;
        prop_assert!((gap - m.vanilla(kind)).abs() <= slack);
        for (payout, whole) in [(Payout::Cash(cash(amount)), amount * m.discount()), (Payout::Asset, m.asset())] {
            let touched = m.touch(TouchPayment::AtExpiry, payout).unwrap();
            let sum = touched + m.touch(TouchPayment::NoTouch, payout).unwrap();
            prop_assert!((sum - whole).abs() <= slack, "{payout:?} {sum} {whole}");
        }
        let hit = m.touch(TouchPayment::AtHit, Payout::Cash(cash(amount)));
        if let (Some(inside), Some(outside), Some(hit)) =
            (m.barrier(kind, Knock::In, amount), m.barrier(kind, Knock::Out, amount), hit)
        {
            let rebates = hit + m.touch(TouchPayment::NoTouch, Payout::Cash(cash(amount))).unwrap();
            prop_assert!((inside.price + outside.price - m.vanilla(kind) - rebates).abs() <= 10.0 * slack);
            prop_assert_eq!(inside.touch_probability, outside.touch_probability);
        }
    }

    /// Probabilities are between 0 and 1 and prices between nothing and what they can pay; sooner is worth more while money costs something.
    #[test]
    fn bounds(m in markets(), call in any::<bool>()) {
        let kind = if call { CALL } else { PUT };
        let report = m.digital(kind, DigitalPayout::Cash(cash(1.0)));
        prop_assert!((0.0..=1.0).contains(&report.probability));
        prop_assert!((report.price - report.probability * m.discount()).abs() <= 1e-15 * m.discount());
        let one = Payout::Cash(cash(1.0));
        let expiry = m.touch(TouchPayment::AtExpiry, one).unwrap();
        prop_assert!(expiry >= 0.0 && expiry <= m.discount());
        if m.rate >= 0.0 {
            let hit = m.touch(TouchPayment::AtHit, one).unwrap();
            prop_assert!(hit >= expiry * (1.0 - 1e-13) && hit <= 1.0 + 1e-15, "{hit} {expiry}");
        }
        for knock in [Knock::In, Knock::Out] {
            let option = m.barrier(kind, knock, 0.0).unwrap();
            prop_assert!(option.price >= 0.0 && option.price <= option.vanilla_price + 2e-13 * (100.0 + m.strike));
            prop_assert!((0.0..=1.0).contains(&option.touch_probability));
        }
    }

    /// In the horizon for every drift, toward the level for every drift, in the volatility without drift of the price or of its logarithm.
    #[test]
    fn touches_grow(m in markets(), longer in 1.0..4.0f64, wilder in 1.0..3.0f64, drift in -2.0..2.0f64, nearer in 0.0..1.0f64) {
        let side = m.side();
        let probability = m.hits(side, drift);
        prop_assert!((0.0..=1.0).contains(&probability));
        let later = Market { years: m.years * longer, ..m };
        prop_assert!(later.hits(side, drift) >= probability * (1.0 - 1e-12));
        let closer = Market { level: exp(ln(m.level) * nearer + ln(100.0) * (1.0 - nearer)), ..m };
        prop_assert!(closer.hits(side, drift) >= probability * (1.0 - 1e-12));
        let wild = Market { sigma: m.sigma * wilder, ..m };
        if wild.sigma < 4.0 {
            prop_assert!(wild.hits(side, 0.0) >= m.hits(side, 0.0) * (1.0 - 1e-12));
            let log_driftless = |m: Market| m.hits(side, 0.5 * m.sigma * m.sigma);
            prop_assert!(log_driftless(wild) >= log_driftless(m) * (1.0 - 1e-12));
        }
    }

    /// Defaults: a probability that grows with time, a value that never exceeds what is lost (where money costs something).
    #[test]
    fn defaults(hazard in 0.0..20.0f64, later in 0.0..20.0f64, t in 0.0..10.0f64, r in 0.0..0.5f64, more in 0.0..5.0f64) {
        let ask = |t: f64| default_leg(&DefaultLegRequest::new(cash(1.0), Fraction::ONE, years(t), rate(r), [hazard, later].map(|h| Intensity::new(h).unwrap()).to_vec(), vec![years(1.0)], Measure::RealWorld)).unwrap();
        let (now, then) = (ask(t), ask(t + more));
        prop_assert!((0.0..=1.0).contains(&now.default_probability) && now.value <= now.default_probability + 1e-15);
        prop_assert!(then.default_probability >= now.default_probability && then.value >= now.value * (1.0 - 1e-15));
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(15_000))]

    /// With jumps as without: parity, and more than nothing for what is convex.
    #[test]
    fn jumps_keep_parity(
        m in markets(), intensity in 0.0..20.0f64, mean in -0.2..0.2f64, deviation in 0.0..0.3f64, p in 0.0..=1.0f64,
        up in 2.0..80.0f64, down in 2.0..80.0f64,
    ) {
        let forward = m.asset() - m.strike * m.discount();
        let slack = 1e-10 * (100.0 + m.strike) * (1.0 + m.asset() / 100.0 + m.discount());
        let [call, put] = [CALL, PUT].map(|kind| m.merton(kind, intensity, mean, deviation));
        prop_assert!((call - put - forward).abs() <= slack, "{call} {put} {forward}");
        // Jumps of mean 1 add variance: a Poisson mixture is worth at least its mean (Jensen).
        let plain = m.vanilla(CALL);
        prop_assert!(m.merton(CALL, intensity, -0.5 * deviation * deviation, deviation) >= plain - slack);
        let model = jumps(intensity, p, up, down);
        if let (Some(call), Some(put)) = (m.kou(CALL, model), m.kou(PUT, model)) {
            prop_assert!((call - put - forward).abs() <= slack, "{call} {put} {forward}");
            prop_assert!(call >= plain - slack, "{call} {plain}");
        }
    }

    #[test]
    fn passages_and_falls_grow(
        m in markets(), intensity in 0.0..20.0f64, p in 0.0..=1.0f64, up in 5.0..80.0f64, down in 5.0..80.0f64,
        longer in 1.0..4.0f64, fall in 0.01..0.8f64, deeper in 1.0..1.2f64, dates in 1u32..30,
    ) {
        let later = Market { years: m.years * longer, ..m };
        let model = jumps(intensity, p, up, down);
        if let (Some(soon), Some(late)) = (m.leaps(m.side(), model), later.leaps(m.side(), model)) {
            prop_assert!((0.0..=1.0).contains(&soon) && late >= soon - 2e-8, "{soon} {late}");
        }
        if let (Some(soon), Some(late), Some(deep)) = (m.falls(fall), later.falls(fall), m.falls(fall * deeper)) {
            let probability = soon.probability;
            prop_assert!((0.0..=1.0).contains(&probability) && late.probability >= probability - 2e-8);
            prop_assert!(deep.probability <= probability + 2e-8);
            prop_assert!(deep.expected_years.unwrap_or(f64::MAX) >= soon.expected_years.unwrap_or(f64::MAX));
            let (soon, late) = (soon.expected_maximum_log_drawdown, late.expected_maximum_log_drawdown);
            prop_assert!(soon > 0.0 && late >= soon * (1.0 - 2e-5), "{soon} {late}");
        }
        let seen = m.seen(m.side(), dates);
        prop_assert!((0.0..=1.0).contains(&seen) && seen <= m.hits(m.side(), m.rate - m.carry) + 1e-10);
        for kind in [CALL, PUT] {
            let option = |knock| discrete_barrier(&DiscreteBarrierRequest::new(BarrierType::new(kind, knock, m.side()), price(100.0), price(m.strike), price(m.level), m.price()).dates(dates)).unwrap().price;
            let sum = option(Knock::In) + option(Knock::Out);
            prop_assert!((sum - m.vanilla(kind)).abs() <= 1e-8, "{sum} {}", m.vanilla(kind));
        }
    }
}

const BASE: Market = Market { strike: 90.0, level: 95.0, years: 0.5, rate: 0.05, carry: 0.0, sigma: 0.3 };

/// A spot at the level or beyond has touched it, at once.
#[test]
fn beyond_the_level() {
    let model = jumps(5.0, 0.5, 20.0, 20.0);
    for (level, side) in
        [(100.0, BarrierSide::Down), (101.0, BarrierSide::Down), (100.0, BarrierSide::Up), (99.0, BarrierSide::Up)]
    {
        let m = Market { level, ..BASE };
        let ask = |payment, payout| {
            touch(&TouchRequest::new(price(100.0), price(level), side, payment, payout, m.price())).unwrap()
        };
        let one = Payout::Cash(cash(1.0));
        assert_eq!((ask(TouchPayment::AtHit, one).price, ask(TouchPayment::AtHit, one).probability), (1.0, 1.0));
        assert_eq!(ask(TouchPayment::AtHit, Payout::Asset).price, 100.0);
        assert_eq!(ask(TouchPayment::AtExpiry, one).price, m.discount());
        assert_eq!(ask(TouchPayment::AtExpiry, Payout::Asset).price, 100.0);
        assert_eq!(
            (ask(TouchPayment::NoTouch, one).price, ask(TouchPayment::NoTouch, Payout::Asset).price),
            (0.0, 0.0)
        );
        assert_eq!((m.hits(side, 0.1), m.leaps(side, model)), (1.0, Some(1.0)));
        // Continuous watch sees now; a look at dates to come does not, and more looks see more.
        let (few, many) = (m.seen(side, 5), m.seen(side, 50));
        assert!(0.5 < few && few < many && many < 1.0, "{few} {many}");
    }
    // From either side the limit is reached.
    for gap in [1e-3, 1e-6, 1e-9, 1e-12] {
        for level in [100.0 * (1.0 - gap), 100.0 * (1.0 + gap)] {
            let m = Market { level, ..BASE };
            assert!(1.0 - m.hits(m.side(), 0.1) < 10.0 * gap, "{gap}");
            assert!(1.0 - m.touch(TouchPayment::AtHit, Payout::Cash(cash(1.0))).unwrap() < 10.0 * gap);
            assert!(1.0 - m.leaps(m.side(), model).unwrap() < 10.0 * gap + 1e-8);
        }
    }
}

/// Without time nothing happens, and with little of it little.
#[test]
fn no_time() {
    let model = jumps(5.0, 0.5, 20.0, 20.0);
    for (t, slack) in [(0.0, 0.0), (1e-12, 1e-10), (1e-9, 1e-7)] {
        let m = Market { years: t, ..BASE };
        let one = Payout::Cash(cash(1.0));
        assert!(m.hits(BarrierSide::Down, 0.1) <= slack && m.seen(BarrierSide::Down, 3) <= slack);
        assert!(m.leaps(BarrierSide::Down, model).unwrap() <= 10.0 * slack);
        assert!(m.touch(TouchPayment::AtHit, one).unwrap() <= slack);
        assert!((m.touch(TouchPayment::NoTouch, one).unwrap() - 1.0).abs() <= slack);
        assert!((m.digital(CALL, DigitalPayout::Cash(cash(1.0))).price - 1.0).abs() <= slack);
        assert!(m.digital(PUT, DigitalPayout::Asset).price <= slack);
        assert!((m.vanilla(CALL) - 10.0).abs() <= 100.0 * slack && m.vanilla(PUT) <= slack);
        assert!((m.merton(CALL, 5.0, 0.1, 0.1) - 10.0).abs() <= 1e3 * slack);
        if t == 0.0 {
            assert_eq!(m.kou(CALL, model), Some(10.0));
        }
        let falls = m.falls(0.2).unwrap();
        assert!(falls.probability <= slack && falls.expected_maximum_log_drawdown <= 1e4 * slack.sqrt());
    }
}

/// Without volatility the forward decides, and small volatilities tend there.
#[test]
fn no_volatility() {
    for vol in [0.0, 1e-9, 1e-6, 1e-4] {
        let m = Market { sigma: vol, ..BASE };
        let slack = 1e-12;
        // 100 grows to 102.5: over 101, never to 95, and ends above 90.
        assert_eq!(
            (m.hits(BarrierSide::Down, 0.05), Market { level: 101.0, ..m }.hits(BarrierSide::Up, 0.05)),
            (0.0, 1.0)
        );
        assert!((m.digital(CALL, DigitalPayout::Cash(cash(1.0))).price - m.discount()).abs() <= slack);
        assert!((m.digital(CALL, DigitalPayout::Asset).price - 100.0).abs() <= 100.0 * slack);
        assert_eq!(m.digital(PUT, DigitalPayout::Cash(cash(1.0))).price, 0.0);
        assert!((m.vanilla(CALL) - (100.0 - 90.0 * m.discount())).abs() <= 100.0 * slack);
        // It passes 101 when e^(0.05 t) = 1.01: the payment there is worth 1/1.01.
        let up = Market { level: 101.0, ..m };
        let paid = up.touch(TouchPayment::AtHit, Payout::Cash(cash(1.0))).unwrap();
        assert!((paid - 1.0 / 1.01).abs() <= 1e-9, "{vol}: {paid}");
        assert!((up.touch(TouchPayment::NoTouch, Payout::Cash(cash(1.0))).unwrap()).abs() <= slack);
        assert_eq!((m.seen(BarrierSide::Down, 4), up.seen(BarrierSide::Up, 4)), (0.0, 1.0), "{vol}");
        // No jumps: Merton is Black and Scholes.
        assert!((m.merton(CALL, 0.0, 0.1, 0.1) - m.vanilla(CALL)).abs() <= 100.0 * slack);
    }
}

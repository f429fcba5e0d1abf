//! Prices under a smile of three volatilities.

use hashinsight_derivatives::pricing::{
    BarrierSide, DoubleTouchRequest, EuropeanOption, Knock, Lognormal, Payout, SmileProduct, TouchPayment,
    TouchRequest, VannaVolgaRequest, double_touch, touch, vanilla, vanna_volga,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::exp;
use hashinsight_units::Collateral;

use crate::{price, rate, sigma, years};

const TIME: f64 = 30.0 / 365.0;
const RATE: f64 = 0.04;
const YIELD: f64 = 0.01;
/// Put, straddle and call.
const SMILE: [f64; 3] = [0.66, 0.58, 0.57];

fn market(volatility: f64) -> Lognormal {
    Lognormal::new(years(TIME), rate(RATE), rate(YIELD), sigma(volatility))
}

fn ask(product: SmileProduct, spot: f64) -> VannaVolgaRequest {
    let [put, atm, call] = SMILE.map(sigma);
    VannaVolgaRequest::new(product, price(spot), years(TIME), rate(RATE), rate(YIELD), put, atm, call)
}

fn cash() -> Collateral {
    Collateral::new(1_000.0).unwrap()
}

/// Vega, vanna and volga by differences of a price by spot and volatility.
fn by_differences(f: impl Fn(f64, f64) -> f64, spot: f64, volatility: f64) -> [f64; 3] {
    let (h, v) = (1e-3 * spot, 1e-3);
    let vega = |s: f64| (f(s, volatility + v) - f(s, volatility - v)) / (2.0 * v);
    let volga = (f(spot, volatility + v) - 2.0 * f(spot, volatility) + f(spot, volatility - v)) / (v * v);
    [vega(spot), (vega(spot + h) - vega(spot - h)) / (2.0 * h), volga]
}

/// Three equations by Cramer's rule.
fn solve(columns: [[f64; 3]; 3], right: [f64; 3]) -> [f64; 3] {
    let determinant = |[a, b, c]: [[f64; 3]; 3]| {
        a[0] * (b[1] * c[2] - b[2] * c[1]) - b[0] * (a[1] * c[2] - a[2] * c[1]) + c[0] * (a[1] * b[2] - a[2] * b[1])
    };
    let whole = determinant(columns);
    std::array::from_fn(|i| {
        let mut replaced = columns;
        replaced[i] = right;
        determinant(replaced) / whole
    })
}

/// The hedge as a desk would find it: strikes by bisection of their deltas, greeks by differences, weights by a linear system.
#[test]
fn touches_by_a_hedge_by_hand() {
    let spot = 60_000.0;
    let option =
        |kind, strike: f64, s: f64, v: f64| vanilla(&EuropeanOption::new(kind, price(s), price(strike), market(v)));
    // The forward delta is the spot's without its yield.
    let by_delta = |kind, volatility: f64, delta: f64| {
        let (mut low, mut high) = (20_000.0, 200_000.0);
        for _ in 0..100 {
            let strike = 0.5 * (low + high);
            let found = option(kind, strike, spot, volatility).greeks.unwrap().delta * exp(YIELD * TIME);
            if found > delta { low = strike } else { high = strike }
        }
        0.5 * (low + high)
    };
    let [put, atm, call] = SMILE;
    let strikes = [
        by_delta(OptionKind::Put, put, -0.25),
        by_delta(OptionKind::Call, atm, 0.5),
        by_delta(OptionKind::Call, call, 0.25),
    ];
    let kinds = [OptionKind::Put, OptionKind::Call, OptionKind::Call];
    let hedges: [[f64; 3]; 3] =
        std::array::from_fn(|i| by_differences(|s, v| option(kinds[i], strikes[i], s, v).price, spot, atm));
    let costs: [f64; 3] = std::array::from_fn(|i| {
        option(kinds[i], strikes[i], spot, SMILE[i]).price - option(kinds[i], strikes[i], spot, atm).price
    });
    let (level, lower, upper) = (54_000.0, 52_000.0, 70_000.0);
    for payment in [TouchPayment::AtHit, TouchPayment::AtExpiry, TouchPayment::NoTouch] {
        let one = |s: f64, v: f64| {
            let payout = Payout::Cash(cash());
            touch(&TouchRequest::new(price(s), price(level), BarrierSide::Down, payment, payout, market(v))).unwrap()
        };
        let two = |s: f64, v: f64| {
            double_touch(&DoubleTouchRequest::new(price(s), price(lower), price(upper), payment, cash(), market(v)))
                .unwrap()
        };
        let single = SmileProduct::Touch { barrier: price(level), side: BarrierSide::Down, payment, cash: cash() };
        let double = SmileProduct::DoubleTouch { lower: price(lower), upper: price(upper), payment, cash: cash() };
        let of_one = (one(spot, atm).price, one(spot, atm).survival_probability);
        let of_two = (two(spot, atm).price, two(spot, atm).survival_probability);
        for (product, (flat, survival), greeks) in [
            (single, of_one, by_differences(|s, v| one(s, v).price, spot, atm)),
            (double, of_two, by_differences(|s, v| two(s, v).price, spot, atm)),
        ] {
            let weights = solve(hedges, greeks);
            let cost: f64 = weights.iter().zip(costs).map(|(weight, cost)| weight * cost).sum();
            let report = vanna_volga(&ask(product, spot)).unwrap();
            assert!((report.price - (flat + survival * cost)).abs() < 0.01, "{product:?}: {report:?}, {flat} {cost}");
            assert!((report.flat_price + report.smile_correction + report.clamp - report.price).abs() < 1e-12);
            assert!(cost.abs() > 1.0 && report.clamp == 0.0, "a smile that says nothing");
        }
        for (got, right) in [report_strikes(single, spot), report_strikes(double, spot)]
            .into_iter()
            .flat_map(|got| got.into_iter().zip(strikes))
        {
            assert!((got / right - 1.0).abs() < 1e-12, "{got} {right}");
        }
    }
}

fn report_strikes(product: SmileProduct, spot: f64) -> [f64; 3] {
    let report = vanna_volga(&ask(product, spot)).unwrap();
    [report.put_25_strike, report.atm_strike, report.call_25_strike]
}

/// The quoted options cost what the smile asks; one volatility everywhere corrects nothing.
#[test]
fn the_smile_prices_its_own_options() {
    let spot = 60_000.0;
    let product = SmileProduct::Vanilla { kind: OptionKind::Call, strike: price(spot) };
    let strikes = report_strikes(product, spot);
    for (strike, volatility) in strikes.into_iter().zip(SMILE) {
        for kind in [OptionKind::Call, OptionKind::Put] {
            let report = vanna_volga(&ask(SmileProduct::Vanilla { kind, strike: price(strike) }, spot)).unwrap();
            let right = vanilla(&EuropeanOption::new(kind, price(spot), price(strike), market(volatility))).price;
            assert!((report.price / right - 1.0).abs() < 1e-12, "{strike} {report:?} {right}");
        }
    }
    let mut flat = ask(SmileProduct::Vanilla { kind: OptionKind::Put, strike: price(50_000.0) }, spot);
    (flat.put_25_volatility, flat.call_25_volatility) = (flat.atm_volatility, flat.atm_volatility);
    let report = vanna_volga(&flat).unwrap();
    assert!(report.smile_correction.abs() < 1e-9 && report.price == report.flat_price, "{report:?}");
}

/// A touched level, a knock-out that the smile would make negative, and both parts of an option.
#[test]
fn bounds_and_parts() {
    let (kind, strike, barrier) = (OptionKind::Call, price(60_000.0), price(54_000.0));
    let product = |knock| SmileProduct::Barrier { kind, knock, side: BarrierSide::Down, strike, barrier };
    for spot in [53_000.0, 54_000.0, 54_001.0, 60_000.0, 90_000.0] {
        let [out, inside] = [Knock::Out, Knock::In].map(|knock| vanna_volga(&ask(product(knock), spot)).unwrap());
        let whole = out.vanilla_price.unwrap();
        assert!((out.price + inside.price - whole).abs() <= 1e-12 * whole, "{out:?} {inside:?}");
        assert!(out.price >= 0.0 && inside.price >= 0.0, "{out:?} {inside:?}");
        if spot <= 54_000.0 {
            assert_eq!((out.price, out.survival_probability), (0.0, 0.0));
        }
        for report in [out, inside] {
            let terms = report.flat_price + report.smile_correction + report.clamp;
            assert!((terms - report.price).abs() <= 1e-11, "{report:?}");
        }
    }
}

#[test]
fn what_is_no_smile_is_refused() {
    let vanilla = SmileProduct::Vanilla { kind: OptionKind::Call, strike: price(60_000.0) };
    let refused = |change: fn(&mut VannaVolgaRequest)| {
        let mut request = ask(vanilla, 60_000.0);
        change(&mut request);
        let error = vanna_volga(&request).unwrap_err();
        (error.code().to_owned(), error.path().to_string())
    };
    let told = |name: &str| (format!("derivatives.{name}.out_of_range"), name.to_owned());
    assert_eq!(refused(|request| request.years = years(0.0)), told("years"));
    assert_eq!(refused(|request| request.atm_volatility = sigma(0.0)), told("atm_volatility"));
    assert_eq!(refused(|request| request.call_25_volatility = sigma(0.0)), told("call_25_volatility"));
    assert_eq!(refused(|request| request.put_25_volatility = sigma(9.0)), told("put_25_volatility"));
    let touched = SmileProduct::Touch {
        barrier: price(54_000.0),
        side: BarrierSide::Down,
        payment: TouchPayment::AtHit,
        cash: cash(),
    };
    let error = vanna_volga(&ask(touched, 60_000.0).strike_volatility(sigma(0.6))).unwrap_err();
    assert_eq!(error.code(), "derivatives.strike_volatility.unsupported");
}

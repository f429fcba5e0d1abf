//! Greeks of barriers and touches that are watched for part of the time, beside differences of their prices.

use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, Knock, Lognormal, Payout, PriceGreeks, TouchPayment, TouchRequest,
    barrier, touch,
};
use hashinsight_market::OptionKind;
use hashinsight_testkit::first;
use hashinsight_units::Collateral;

use crate::{price, rate, sigma, years};

/// Spot, volatility, rate, yield, and how much time has passed: every date is nearer by as much.
type Point = [f64; 5];

const HERE: Point = [100.0, 0.35, 0.06, 0.02, 0.0];
/// Later, until then, between two dates, and on one date.
const WINDOWS: [[f64; 2]; 4] = [[0.2, 0.8], [0.0, 0.5], [0.25, 0.6], [0.4, 0.4]];

fn market([_, vol, r, q, passed]: Point) -> Lognormal {
    Lognormal::new(years(0.8 - passed), rate(r), rate(q), sigma(vol))
}

fn ends([from, until]: [f64; 2], passed: f64) -> [f64; 2] {
    [from, until].map(|at| if at > 0.0 { at - passed } else { 0.0 })
}

/// Sixth order, first and second derivative.
fn slopes(f: impl Fn(f64) -> f64, at: f64, h: f64) -> [f64; 2] {
    let [a, b, c, d, e, g, i] = [-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0].map(|k: f64| f(at + k * h));
    let once = (45.0 * (e - c) - 9.0 * (g - b) + (i - a)) / (60.0 * h);
    [once, (2.0 * (i + a) - 27.0 * (g + b) + 270.0 * (e + c) - 490.0 * d) / (180.0 * h * h)]
}

/// All nine, each to 1e-6 of itself and of what such an option has of it.
fn check(what: &str, f: impl Fn(Point) -> (f64, Option<PriceGreeks>)) {
    let greeks = f(HERE).1.unwrap();
    let along = |k: usize, h: f64| {
        let moved = |x: f64| {
            let mut point = HERE;
            point[k] = x;
            f(point).0
        };
        slopes(moved, HERE[k], h)
    };
    let of = |pick: fn(&PriceGreeks) -> f64, k: usize, h: f64| {
        let moved = |x: f64| {
            let mut point = HERE;
            point[k] = x;
            pick(&f(point).1.unwrap())
        };
        slopes(moved, HERE[k], h)[0]
    };
    let [delta, gamma] = along(0, 0.4);
    let [vega, volga] = along(1, 0.006);
    for (name, got, right, scale) in [
        ("delta", greeks.delta, delta, 1e-1),
        ("gamma", greeks.gamma, gamma, 1e-2),
        ("vega", greeks.vega, vega, 1.0),
        ("volga", greeks.volga, volga, 10.0),
        ("rho", greeks.rho, along(2, 0.004)[0], 1.0),
        ("yield rho", greeks.yield_rho, along(3, 0.004)[0], 1.0),
        ("theta", greeks.theta, along(4, 0.004)[0], 1.0),
        ("vanna", greeks.vanna, of(|by| by.delta, 1, 0.006), 1e-1),
        ("charm", greeks.charm, of(|by| by.delta, 4, 0.004), 1e-1),
    ] {
        assert!((got - right).abs() <= 2e-6 * (right.abs() + scale), "{what} {name}: {got}, by differences {right}");
    }
}

#[test]
fn barriers_watched_for_a_while_have_greeks() {
    for (at, window) in WINDOWS.into_iter().enumerate() {
        let (side, level) = if at % 2 == 0 { (BarrierSide::Down, 92.0) } else { (BarrierSide::Up, 111.0) };
        // Two integrals one in the other take a while: between two dates one type is enough for a quick run.
        let types = [(OptionKind::Call, Knock::Out), (OptionKind::Put, Knock::In)];
        for (kind, knock) in first(if at == 1 || at == 3 { 2 } else { at / 2 }, types) {
            check(&format!("{window:?} {kind:?} {knock:?} {side:?}"), |point| {
                let [from, until] = ends(window, point[4]);
                let option = BarrierType::new(kind, knock, side);
                let rebate = Collateral::new(2.0).unwrap();
                let [spot, strike, level] = [point[0], 98.0, level].map(price);
                let request = BarrierRequest::new(option, spot, strike, level, rebate, market(point));
                let report = barrier(&request.watch_from_years(years(from)).watch_until_years(years(until))).unwrap();
                (report.price, report.greeks)
            });
        }
    }
}

#[test]
fn touches_watched_for_a_while_have_greeks() {
    let cash = Payout::Cash(Collateral::new(10.0).unwrap());
    for (at, window) in WINDOWS.into_iter().enumerate() {
        let (side, level) = if at % 2 == 1 { (BarrierSide::Down, 92.0) } else { (BarrierSide::Up, 111.0) };
        for payment in [TouchPayment::AtHit, TouchPayment::AtExpiry, TouchPayment::NoTouch] {
            for payout in [cash, Payout::Asset] {
                check(&format!("{window:?} {payment:?} {payout:?} {side:?}"), |point| {
                    let [from, until] = ends(window, point[4]);
                    let request =
                        TouchRequest::new(price(point[0]), price(level), side, payment, payout, market(point));
                    let report = touch(&request.watch_from_years(years(from)).watch_until_years(years(until))).unwrap();
                    (report.price, report.greeks)
                });
            }
        }
    }
}

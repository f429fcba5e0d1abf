//! Derivatives of prices in closed form, wherever the price has one, and at expiry wherever they exist.

use hashinsight_derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DigitalPayout, DigitalRequest, DiscreteBarrierRequest, EuropeanOption,
    Knock, KouJumps, KouRequest, Lognormal, MertonJumps, MertonRequest, Payout, TouchPayment, TouchRequest, barrier,
    digital, discrete_barrier, kou, merton, touch, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{exp, pow};
use hashinsight_units::{Collateral, Fraction, Intensity, LogMove, TailRate};

use super::close;
use crate::{price, rate, sigma, years};

fn market(t: f64, r: f64, q: f64, v: f64) -> Lognormal {
    Lognormal::new(years(t), rate(r), rate(q), sigma(v))
}

/// The derivative of the closed form to 50 digits (mpmath 1.3): a down-and-out call, S 100, K 100, H 95.
#[test]
fn case_22_delta_of_a_barrier() {
    let option = BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down);
    let none = Collateral::new(0.0).unwrap();
    let lognormal = market(0.5, 0.08, 0.04, 0.25);
    let report =
        barrier(&BarrierRequest::new(option, price(100.0), price(100.0), price(95.0), none, lognormal)).unwrap();
    close(report.greeks.unwrap().delta, 0.885_033_868_767, 1e-12, "delta");
}

#[test]
fn case_22_all_have_greeks() {
    let hit = touch(&TouchRequest::new(
        price(105.0),
        price(100.0),
        BarrierSide::Down,
        TouchPayment::AtHit,
        Payout::Cash(Collateral::new(15.0).unwrap()),
        market(0.5, 0.1, 0.0, 0.2),
    ))
    .unwrap();
    assert!(hit.greeks.unwrap().delta < 0.0);
    let put = digital(&DigitalRequest::new(
        OptionKind::Put,
        price(100.0),
        price(80.0),
        DigitalPayout::Cash(Collateral::new(10.0).unwrap()),
        market(0.75, 0.06, 0.06, 0.35),
    ));
    assert!(put.greeks.unwrap().delta < 0.0);
    let option = EuropeanOption::new(OptionKind::Call, price(100.0), price(80.0), market(0.5, 0.08, 0.0, 0.2));
    let jumps = MertonJumps::new(Intensity::new(1.0).unwrap(), LogMove::new(0.0).unwrap(), sigma(0.1));
    assert!(merton(&MertonRequest::new(option, jumps)).unwrap().greeks.unwrap().delta > 0.8);
    assert!(kou(&KouRequest::new(option, kou_jumps(1.0, 0.4, 10.0, 5.0))).unwrap().greeks.unwrap().delta > 0.8);
}

fn kou_jumps(intensity: f64, up: f64, up_rate: f64, down_rate: f64) -> KouJumps {
    KouJumps::new(
        Intensity::new(intensity).unwrap(),
        Fraction::new(up).unwrap(),
        TailRate::new(up_rate).unwrap(),
        TailRate::new(down_rate).unwrap(),
    )
}

/// Away from the corner the price at expiry is a straight line.
#[test]
fn case_41_greeks_at_expiry() {
    let ask = |kind, spot: f64, strike: f64, lognormal| {
        vanilla(&EuropeanOption::new(kind, price(spot), price(strike), lognormal)).greeks
    };
    let expired = market(0.0, 0.05, 0.02, 0.3);
    let call = ask(OptionKind::Call, 110.0, 100.0, expired).unwrap();
    assert_eq!((call.delta, call.gamma, call.vega, call.dual_delta), (1.0, 0.0, 0.0, -1.0));
    close(call.theta, 0.02 * 110.0 - 0.05 * 100.0, 1e-14, "theta");
    let put = ask(OptionKind::Put, 110.0, 100.0, expired).unwrap();
    assert_eq!((put.delta, put.gamma, put.vega, put.theta), (0.0, 0.0, 0.0, 0.0));
    assert_eq!(ask(OptionKind::Call, 100.0, 100.0, expired), None);
    // Without volatility the forward of 103.05 decides.
    let certain = ask(OptionKind::Call, 100.0, 102.0, market(1.0, 0.05, 0.02, 0.0)).unwrap();
    close(certain.delta, exp(-0.02), 1e-15, "delta");
    close(certain.rho, 102.0 * exp(-0.05), 1e-15, "rho");
    assert_eq!(ask(OptionKind::Call, 100.0, 104.0, market(1.0, 0.05, 0.02, 0.0)).unwrap().delta, 0.0);
}

/// The same of every other price: beyond a barrier, at expiry, without volatility.
#[test]
fn case_41_of_other_prices() {
    let ask = |knock, spot: f64, lognormal, rebate: f64| {
        let option = BarrierType::new(OptionKind::Call, knock, BarrierSide::Down);
        let rebate = Collateral::new(rebate).unwrap();
        barrier(&BarrierRequest::new(option, price(spot), price(100.0), price(95.0), rebate, lognormal))
            .unwrap()
            .greeks
            .map(|greeks| (greeks.delta, greeks.gamma, greeks.vega))
    };
    let (expired, certain) = (market(0.0, 0.05, 0.02, 0.3), market(1.0, 0.05, 0.02, 0.0));
    assert_eq!(ask(Knock::Out, 110.0, expired, 0.0), Some((1.0, 0.0, 0.0)));
    assert_eq!(ask(Knock::In, 110.0, expired, 3.0), Some((0.0, 0.0, 0.0)));
    assert_eq!(ask(Knock::In, 94.0, certain, 3.0), Some((0.0, 0.0, 0.0)));
    assert_eq!(ask(Knock::Out, 94.0, expired, 3.0), Some((0.0, 0.0, 0.0)));
    assert_eq!(ask(Knock::Out, 110.0, certain, 0.0).unwrap().0, exp(-0.02));
    assert_eq!(ask(Knock::Out, 95.0, expired, 0.0), None);
    // A rebate at a certain moment that volatility would move.
    assert_eq!(ask(Knock::Out, 110.0, market(1.0, -0.5, 0.0, 0.0), 3.0), None);
    let ended = |spot: f64| {
        let payout = DigitalPayout::Cash(Collateral::new(10.0).unwrap());
        digital(&DigitalRequest::new(OptionKind::Call, price(spot), price(100.0), payout, expired)).greeks
    };
    assert_eq!(ended(100.0), None);
    assert_eq!(ended(101.0).unwrap().delta, 0.0);
    close(ended(101.0).unwrap().theta, 10.0 * 0.05, 1e-14, "theta of cash that is certain");
    // At expiry a jump can still come: what it would bring decays with the time that is left.
    let option = EuropeanOption::new(OptionKind::Call, price(90.0), price(100.0), expired);
    let jumps = kou_jumps(2.0, 1.0, 10.0, 5.0);
    let greeks = kou(&KouRequest::new(option, jumps)).unwrap().greeks.unwrap();
    // A jump up of rate 10 from 90 over 100: 90 / 9 (90/100)^9.
    close(greeks.theta, -2.0 * 10.0 * pow(0.9, 9.0), 1e-12, "theta of a jump");
    assert_eq!(greeks.delta, 0.0);
}

/// A watch on dates at expiry and without volatility: the option itself, or a rebate at a moment that is certain.
#[test]
fn case_41_of_a_watch_on_dates() {
    let ask = |knock, spot: f64, lognormal, rebate: f64| {
        let option = BarrierType::new(OptionKind::Call, knock, BarrierSide::Down);
        let request = DiscreteBarrierRequest::new(option, price(spot), price(100.0), price(95.0), lognormal).dates(4);
        discrete_barrier(&request.rebate(Collateral::new(rebate).unwrap()))
            .unwrap()
            .greeks
            .map(|greeks| (greeks.delta, greeks.gamma, greeks.vega, greeks.theta, greeks.rho))
    };
    let (expired, certain) = (market(0.0, 0.05, 0.02, 0.3), market(1.0, 0.05, 0.02, 0.0));
    let kept = 0.02 * 110.0 - 0.05 * 100.0;
    let (delta, gamma, vega, theta, rho) = ask(Knock::Out, 110.0, expired, 3.0).unwrap();
    assert_eq!((delta, gamma, vega, rho), (1.0, 0.0, 0.0, 0.0));
    close(theta, kept, 1e-14, "theta of the option");
    assert_eq!(ask(Knock::In, 94.0, expired, 3.0), Some((0.0, 0.0, 0.0, 0.0, 0.0)));
    // The rebate is due: its discount is what moves.
    assert_eq!(ask(Knock::Out, 94.0, expired, 3.0), Some((0.0, 0.0, 0.0, 0.05 * 3.0, 0.0)));
    assert_eq!(ask(Knock::Out, 95.0, expired, 3.0), None);
    assert_eq!(ask(Knock::Out, 110.0, certain, 3.0).unwrap().0, exp(-0.02));
    // Seen on the first of four dates: 95 (1 + 0.03 / 4) is still above spot.
    let (delta, _, _, theta, rho) = ask(Knock::Out, 94.0, certain, 3.0).unwrap();
    let paid = 3.0 * exp(-0.05 / 4.0);
    assert_eq!(delta, 0.0);
    close(theta, 0.05 * paid, 1e-14, "theta of the rebate");
    close(rho, -0.25 * paid, 1e-14, "rho of the rebate");
    // Out of reach: the option as nobody watched it.
    let far = ask(Knock::Out, 9500.0, market(0.01, 0.05, 0.02, 0.3), 3.0).unwrap();
    close(far.0, exp(-0.02 * 0.01), 1e-14, "delta");
}

/// Sum over 0 and 1 jump by quadrature; the rest is below 1e-8 (15 minutes, sigma sqrt T of 0.00085).
#[test]
fn case_52_kou_fifteen_minutes() {
    let lognormal = market(15.0 / 525_600.0, 0.05, 0.0, 0.16);
    let option = EuropeanOption::new(OptionKind::Call, price(101.0), price(98.0), lognormal);
    let report = kou(&KouRequest::new(option, kou_jumps(1.0, 0.4, 10.0, 5.0))).unwrap();
    assert!((report.price - 3.000_380_374_1).abs() < 2e-8, "{}", report.price);
    assert!(report.greeks.unwrap().delta > 0.99);
}

/// The two forms of Kou's price agree where either holds, and the short one holds for seconds.
#[test]
fn case_52_kou_seconds() {
    let jumps = kou_jumps(20.0, 0.45, 30.0, 25.0);
    let ask = |t: f64, strike: f64, kind| {
        let option = EuropeanOption::new(kind, price(100.0), price(strike), market(t, 0.04, 0.01, 0.5));
        kou(&KouRequest::new(option, jumps)).unwrap().price
    };
    for strike in [97.0, 99.9, 100.0, 100.3, 110.0] {
        // At a deviation of 0.001 the transform of all jumps takes over.
        let at = 4e-6;
        let [below, above] = [0.999_999, 1.000_001].map(|x| ask(at * x, strike, OptionKind::Call));
        let slope = (above - below) / (2e-6 * at);
        assert!((above - below - slope * 2e-6 * at).abs() < 1e-12);
        assert!((above - below).abs() < 1e-6, "{strike}: {below} {above}");
        for seconds in [1.0, 10.0, 100.0] {
            let t = seconds / 31_536_000.0;
            let (call, put) = (ask(t, strike, OptionKind::Call), ask(t, strike, OptionKind::Put));
            let parity = 100.0 * exp(-0.01 * t) - strike * exp(-0.04 * t);
            assert!((call - put - parity).abs() < 1e-12, "{strike} {seconds}");
        }
    }
}

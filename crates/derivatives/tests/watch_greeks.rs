//! Greeks of a watch on dates: against differences of the price, and in closed form for a single date.

use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierReport, DiscreteBarrierRequest, Knock, Lognormal, WatchGreeks,
    discrete_barrier,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{Philox, exp, ln, normal_pdf};
use hashinsight_units::Collateral;

use crate::{price, rate, sigma, years};

#[derive(Clone, Copy)]
struct Case {
    option: BarrierType,
    /// Spot, volatility, rate, yield.
    at: [f64; 4],
    strike: f64,
    level: f64,
    years: f64,
    rebate: f64,
    dates: u32,
}

impl Case {
    fn ask(&self, at: [f64; 4]) -> DiscreteBarrierReport {
        let [spot, volatility, r, q] = at;
        let market = Lognormal::new(years(self.years), rate(r), rate(q), sigma(volatility));
        let (strike, level) = (price(self.strike), price(self.level));
        let request = DiscreteBarrierRequest::new(self.option, price(spot), strike, level, market).dates(self.dates);
        discrete_barrier(&request.rebate(Collateral::new(self.rebate).unwrap())).unwrap()
    }

    /// First and second derivative by input `which`, to the fourth order of a step `h`.
    fn differences(&self, which: usize, h: f64) -> (f64, f64) {
        let at = |steps: f64| {
            let mut at = self.at;
            at[which] += steps * h;
            self.ask(at).price
        };
        let [a, b, c, d, e] = [-2.0, -1.0, 0.0, 1.0, 2.0].map(at);
        ((8.0 * (d - b) - (e - a)) / (12.0 * h), (16.0 * (d + b) - (e + a) - 30.0 * c) / (12.0 * h * h))
    }
}

#[test]
fn watch_greeks_are_the_derivatives() {
    let mut draws = vec![0.0; 60 * 9];
    Philox::new(41).fill_uniform(0, 0, &mut draws);
    let mut worst = [0.0; 5];
    for draw in draws.chunks_exact(9) {
        let between = |k: usize, low: f64, high: f64| low + (high - low) * draw[k];
        let side = if draw[0] < 0.5 { BarrierSide::Down } else { BarrierSide::Up };
        let knock = if draw[1] < 0.6 { Knock::Out } else { Knock::In };
        let kind = if draw[2] < 0.5 { OptionKind::Call } else { OptionKind::Put };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
        let dates = between(3, 1.0, 30.0) as u32;
        let (volatility, time) = (between(4, 0.15, 0.8), between(5, 0.05, 1.0));
        let deviation = volatility * time.sqrt();
        let away = between(6, -0.2, 1.0) * deviation;
        let case = Case {
            option: BarrierType::new(kind, knock, side),
            at: [100.0, volatility, 0.06, 0.02],
            strike: 100.0 * exp(between(7, -0.7, 0.7) * deviation),
            level: 100.0 * exp(if draw[0] < 0.5 { -away } else { away }),
            years: time,
            rebate: if draw[8] < 0.5 { 0.0 } else { 3.0 },
            dates,
        };
        let WatchGreeks { delta, gamma, vega, theta, rho, yield_rho, .. } = case.ask(case.at).greeks.unwrap();
        let h = 0.05 * 100.0 * deviation / f64::from(dates).sqrt();
        let (by_spot, by_spot_twice) = case.differences(0, h);
        let pairs = [
            (delta, by_spot, 1e-2),
            (gamma, by_spot_twice, 1e-3),
            (vega, case.differences(1, 0.02 * volatility).0, 1.0),
            (rho, case.differences(2, 2e-3).0, 1.0),
            (yield_rho, case.differences(3, 2e-3).0, 1.0),
        ];
        for ((worst, (got, right, scale)), name) in
            worst.iter_mut().zip(pairs).zip(["delta", "gamma", "vega", "rho", "yield rho"])
        {
            let error = (got - right).abs() / (right.abs() + scale);
            assert!(error < 2e-5, "{name}: {got}, by differences {right}, {dates} dates");
            *worst = if error > *worst { error } else { *worst };
        }
        let rest =
            theta + 0.04 * 100.0 * delta + 0.5 * volatility * volatility * 1e4 * gamma - 0.06 * case.ask(case.at).price;
        assert!(rest.abs() < 1e-10 * (1.0 + theta.abs()));
    }
    println!("greeks of a watch: delta, gamma, vega, rho, yield rho {worst:?}");
}

/// One look at expiry at a rebate of 1 and a strike that is never met: a European digital, whose greeks are closed.
#[test]
fn a_single_date_is_a_digital() {
    let (volatility, t, r, q) = (0.3, 0.5, 0.06, 0.02);
    let case = Case {
        option: BarrierType::new(OptionKind::Put, Knock::Out, BarrierSide::Down),
        at: [100.0, volatility, r, q],
        strike: 1e-6,
        level: 95.0,
        years: t,
        rebate: 1.0,
        dates: 1,
    };
    let greeks = case.ask(case.at).greeks.unwrap();
    let s = volatility * f64::sqrt(t);
    let d2 = (ln(100.0 / 95.0) + (r - q) * t) / s - 0.5 * s;
    let density = exp(-r * t) * normal_pdf(d2);
    let close = |got: f64, right: f64| assert!((got - right).abs() < 1e-12 * right.abs(), "{got} {right}");
    close(greeks.delta, -density / (100.0 * s));
    close(greeks.gamma, density * (d2 / s + 1.0) / (1e4 * s));
    close(greeks.vega, density * (d2 + s) / volatility);
    close(greeks.yield_rho, density * t / s);
}

use hashinsight_derivatives::pricing::{EuropeanOption, KouJumps, KouRequest, Lognormal, kou};
use hashinsight_market::OptionKind;
use hashinsight_testkit::Wide;
use hashinsight_units::{Fraction, Intensity, TailRate};

use super::{Draw, Worst, dear, kou_jumps, price, rate, sigma, w, years};

/// Published: Kou (2002), section 5.1: S = 100, K = 98, r = 5 %, T = 1/2, sigma = 0.16, lambda = 1, p = 0.4, eta = 10 and 5.
#[test]
fn published() {
    let rate_of = |x: f64| TailRate::new(x).unwrap();
    let model = KouJumps::new(Intensity::new(1.0).unwrap(), Fraction::new(0.4).unwrap(), rate_of(10.0), rate_of(5.0));
    let request = KouRequest::new(
        EuropeanOption::new(
            OptionKind::Call,
            price(100.0),
            price(98.0),
            Lognormal::new(years(0.5), rate(0.05), rate(0.0), sigma(0.16)),
        ),
        model,
    );
    let got = kou(&request).unwrap().price;
    assert!((got - 9.14732).abs() < 5e-6, "{got}");
    assert!((got - inversion(&request)).abs() < 1e-9, "{got}");
}

/// Inputs of some hundred to thousand complex exponentials each.
#[test]
fn options() {
    let mut worst = Worst::default();
    for i in 0..dear(1_000) {
        let draw = Draw::new(13, i);
        let t = draw.log_between(0, 0.01, 2.0);
        // A few are nearly without diffusion.
        let deviation = if i % 100 == 0 { draw.log_between(1, 0.004, 0.05) } else { draw.log_between(1, 0.05, 1.0) };
        let model = kou_jumps(draw, 2, 20.0);
        let strike = 100.0 * hashinsight_numerics::exp(draw.between(6, -1.5, 1.5));
        let request = KouRequest::new(
            EuropeanOption::new(
                if draw.chance(7, 0.5) { OptionKind::Call } else { OptionKind::Put },
                price(100.0),
                price(strike),
                Lognormal::new(
                    years(t),
                    rate(draw.between(8, -0.1, 0.3)),
                    rate(draw.between(9, -0.1, 0.3)),
                    sigma(deviation / t.sqrt()),
                ),
            ),
            model,
        );
        let (got, exact) = (kou(&request).unwrap().price, inversion(&request));
        let error = (got - exact).abs() / (100.0 * strike).sqrt();
        worst.see(error);
        assert!(error < 1e-13, "{request:?}: {got} {exact} {error:e}");
    }
    println!("kou: {:e} of sqrt(F K)", worst.0);
}

/// The transform of the payoff against the moment generating function, `E[(S - K)^+] = K/pi * integral over u > 0 of
/// Re(e^(s x) M(s) / (s (s - 1)))` with `s = c + i u`, `x = ln(F/K)`: a call where `1 < c < eta_up`, a put where `-eta_down < c < 0` (Raible
/// 2000). By the trapezoidal rule, whose error for such functions falls exponentially with the number of places.
fn inversion(request: &KouRequest) -> f64 {
    let KouRequest { option, jumps: model, .. } = request;
    let price = option.price;
    let (years, volatility) = (price.years.get(), price.volatility.get());
    let (r, q) = (price.rate_per_year.get(), price.yield_per_year.get());
    let (p, up, down) = (model.up_probability.get(), model.up_rate.get(), model.down_rate.get());
    let jumps = w(model.jumps_per_year.get()) * years;
    let variance = w(volatility) * volatility * years;
    let growth = w(p) / (w(up) - w(1.0)) - (w(1.0) - w(p)) / (w(down) + w(1.0));
    let (spot, strike) = (option.spot.get(), option.strike.get());
    let x = (w(spot) / w(strike)).ln() + (w(r) - w(q)) * years;
    // The option out of the money, so that it is small.
    let call = x.to_f64() < 0.0;
    let room = hashinsight_numerics::min(1.5, 0.5 * if call { up - 1.0 } else { down });
    let c = if call { 1.0 + room } else { -room };
    let value = |u: Wide| {
        // log M = variance/2 (s^2 - s) + jumps (p up / (up - s) + (1 - p) down / (down + s) - 1 - s growth)
        let (above, below) = (w(up) - w(c), w(down) + w(c));
        let (to_up, to_down) = (w(p) * up / (above * above + u * u), (w(1.0) - w(p)) * down / (below * below + u * u));
        let (bottom_real, bottom_turn) = (w(c) * c - w(c) - u * u, u * (2.0 * c - 1.0));
        let real = variance * 0.5 * bottom_real + x * c;
        let real = real + jumps * (to_up * above + to_down * below - w(1.0) - growth * c);
        let turn = variance * 0.5 * bottom_turn + jumps * (to_up * u - to_down * u - growth * u) + x * u;
        let (sine, cosine) = turn.sin_cos();
        real.exp() * (cosine * bottom_real + sine * bottom_turn)
            / (bottom_real * bottom_real + bottom_turn * bottom_turn)
    };
    // Halved until nothing changes: each time only the places between are new.
    // The step is a power of two, so that the places are exact: the integrand may be millions of times the integral.
    let end = 9.5 / variance.to_f64().sqrt();
    let mut step = 1.0;
    while step > 0.5 * room {
        step *= 0.5;
    }
    let places = |first: f64, step: f64| (0_u32..).map(move |k| first + f64::from(k) * step).take_while(|u| *u < end);
    let over = |first: f64, step: f64| places(first, step).fold(w(0.0), |sum, u| sum + value(w(u)));
    let (mut sum, mut change) = (over(step, step) + value(w(0.0)) * 0.5, 1.0);
    while change > 1e-14 && step > 1e-4 {
        let between = over(0.5 * step, step);
        change = ((between - sum) * step).abs().to_f64() * (strike / spot).sqrt();
        sum = sum + between;
        step *= 0.5;
    }
    let out = w(strike) * (-w(r) * years).exp() * sum * step / Wide::PI;
    let wanted_call = option.kind == OptionKind::Call;
    let forward = w(spot) * (-w(q) * years).exp() - w(strike) * (-w(r) * years).exp();
    let parity = match (call, wanted_call) {
        (true, false) => -forward,
        (false, true) => forward,
        _ => w(0.0),
    };
    (out + parity).to_f64()
}

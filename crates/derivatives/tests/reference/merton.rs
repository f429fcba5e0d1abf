use hashinsight_derivatives::pricing::{EuropeanOption, Lognormal, MertonJumps, MertonRequest, merton};
use hashinsight_market::OptionKind;
use hashinsight_testkit::Wide;
use hashinsight_units::{Intensity, LogMove};

use super::{Draw, Worst, count, price, rate, sigma, w, years};

/// Inputs of a dozen or two normal distribution functions each: Merton's sum as it is printed, with the rate and the variance that
/// each number of jumps implies.
#[test]
fn options() {
    let mut worst = Worst::default();
    for i in 0..count() {
        let draw = Draw::new(12, i);
        let (vol, t) = (draw.log_between(0, 0.05, 1.0), draw.log_between(1, 0.01, 1.0));
        let intensity = draw.log_between(2, 0.01, 4.0) / t;
        let (mean, deviation) = (draw.between(3, -0.3, 0.3), draw.log_between(4, 0.01, 0.4));
        let spread = (vol * vol * t + intensity * t * (mean * mean + deviation * deviation)).sqrt();
        let strike = 100.0 * hashinsight_numerics::exp(draw.between(5, -3.0, 3.0) * spread);
        let (r, q, call) = (draw.between(6, -0.1, 0.3), draw.between(7, -0.1, 0.3), draw.chance(8, 0.5));
        let got = merton(&MertonRequest::new(
            EuropeanOption::new(
                if call { OptionKind::Call } else { OptionKind::Put },
                price(100.0),
                price(strike),
                Lognormal::new(years(t), rate(r), rate(q), sigma(vol)),
            ),
            MertonJumps::new(Intensity::new(intensity).unwrap(), LogMove::new(mean).unwrap(), sigma(deviation)),
        ))
        .unwrap();
        let sign = if call { 1.0 } else { -1.0 };
        let variance = w(deviation) * w(deviation);
        let log_growth = w(mean) + variance * 0.5;
        let growth = log_growth.exp_m1();
        let jumps = w(intensity) * t * (growth + w(1.0));
        // Poisson weights of lambda' = lambda (1 + k) until none counts, each with a Black-Scholes price.
        let (mut weight, mut sum, mut n) = ((-jumps).exp(), w(0.0), 0.0);
        while n < jumps.to_f64() || weight.to_f64() * (100.0 + strike) > 1e-13 * sum.to_f64() {
            let rate_time = (w(r) - w(intensity) * growth) * t + log_growth * n;
            sum = sum + weight * black_scholes(sign, strike, rate_time, w(q) * t, w(vol) * w(vol) * t + variance * n);
            n += 1.0;
            weight = weight * jumps / n;
        }
        let exact = sum.to_f64();
        let error = (got.price / exact - 1.0).abs();
        if exact > 1e-280 {
            worst.see(error);
            assert!(error < 1e-10, "{strike} {t} {vol} {intensity} {mean} {deviation} {call}: {} {exact}", got.price);
        }
    }
    println!("merton: {:e}", worst.0);
}

fn black_scholes(sign: f64, strike: f64, rate_time: Wide, yield_time: Wide, variance: Wide) -> Wide {
    let deviation = variance.sqrt();
    let d1 = ((w(100.0) / w(strike)).ln() + rate_time - yield_time) / deviation + deviation * 0.5;
    let d2 = d1 - deviation;
    let asset = w(100.0) * (-yield_time).exp() * (d1 * sign).normal_cdf();
    (asset - w(strike) * (-rate_time).exp() * (d2 * sign).normal_cdf()) * sign
}

use hashinsight_derivatives::pricing::{DigitalPayout, DigitalRequest, Lognormal, digital};
use hashinsight_market::OptionKind;
use hashinsight_units::Collateral;

use super::{Draw, Worst, count, price, rate, sigma, w, years};

/// Random inputs, cash, asset and gap each.
#[test]
fn digitals() {
    let mut worst = Worst::default();
    for i in 0..count() {
        let draw = Draw::new(11, i);
        let (vol, t) = (draw.log_between(0, 0.02, 2.0), draw.log_between(1, 1e-3, 2.0));
        let strike = 100.0 * hashinsight_numerics::exp(draw.between(2, -7.0, 7.0) * vol * t.sqrt());
        let (r, q, call) = (draw.between(3, -0.1, 0.3), draw.between(4, -0.1, 0.3), draw.chance(5, 0.5));
        let (cash, payment) = (draw.between(6, 0.0, 50.0), draw.between(7, 50.0, 150.0));
        let ask = |payout| {
            digital(&DigitalRequest::new(
                if call { OptionKind::Call } else { OptionKind::Put },
                price(100.0),
                price(strike),
                payout,
                Lognormal::new(years(t), rate(r), rate(q), sigma(vol)),
            ))
        };
        let deviation = w(vol) * w(t).sqrt();
        let d2 = ((w(100.0) / w(strike)).ln() + (w(r) - w(q)) * w(t)) / deviation - deviation * 0.5;
        let sign = if call { 1.0 } else { -1.0 };
        let (held, exercised) = (((d2 + deviation) * sign).normal_cdf(), (d2 * sign).normal_cdf());
        let (asset, one) = (w(100.0) * (-w(q) * t).exp() * held, (-w(r) * t).exp() * exercised);
        let scale = 1.0 + d2.to_f64() * d2.to_f64();
        let report = ask(DigitalPayout::Cash(Collateral::new(cash).unwrap()));
        let gap = ask(DigitalPayout::Gap(price(payment))).price;
        for (got, exact, whole) in [
            (report.price, one * cash, one * cash),
            (report.probability, exercised, exercised),
            (ask(DigitalPayout::Asset).price, asset, asset),
            (gap, (asset - one * payment) * sign, asset + one * payment),
        ] {
            let error = (w(got) - exact).abs().to_f64() / whole.to_f64() / scale;
            worst.see(error);
            assert!(error < 1e-14, "{strike} {vol} {t} {call}: {got:e} {exact:?}");
        }
    }
    println!("digital: {:e} of 1 + d2^2", worst.0);
}

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierRequest, DiscreteHitRequest, FirstPassage, Knock, Lognormal,
    discrete_barrier, discrete_hit_probability,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::{GaussLegendre, exp, ln, max, normal_pdf};

use hashinsight_testkit::{WatchedWalk, few};

use super::{Draw, Worst, dear, price, rate, sigma, years};

/// Inputs of 2 to 40 dates, hit and knock-out each, of some milliseconds.
#[test]
fn watched() {
    let [hit, price] = beside_the_lattice(18, dear(200), [2.0, 41.0], 1e-10);
    println!("discrete, 2 to 40 dates: hit {hit:e}, price {price:e} of the spot");
}

/// 500 inputs of 41 to 499 dates, where the eigenfunctions answer, against the same slow recursion: a second or so each.
#[test]
fn watched_in_between() {
    let [hit, price] = beside_the_lattice(20, few(4, 500), [41.0, 500.0], 1e-9);
    println!("discrete, 41 to 499 dates: hit {hit:e}, price {price:e} of the spot");
}

/// Worst errors of hit and price.
fn beside_the_lattice(stream: u64, count: u64, range: [f64; 2], bound: f64) -> [f64; 2] {
    let (mut hits, mut prices) = (Worst::default(), Worst::default());
    for i in 0..count {
        let draw = Draw::new(stream, i);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of dates")]
        let dates = draw.between(0, range[0], range[1]) as u32;
        let (t, vol) = (draw.log_between(1, 0.01, 1.0), draw.between(2, 0.1, 1.0));
        let (r, q) = (draw.between(3, -0.1, 0.3), draw.between(4, -0.1, 0.3));
        let (down, call) = (draw.chance(5, 0.5), draw.chance(6, 0.5));
        let deviation = vol * t.sqrt();
        // Some are beyond the barrier already: nobody looks today.
        let away = draw.between(7, -1.0, 2.5) * deviation;
        let level = 100.0 * exp(if down { -away } else { away });
        let strike = 100.0 * exp(draw.between(8, -2.0, 2.0) * deviation);
        let side = if down { BarrierSide::Down } else { BarrierSide::Up };
        let hit = discrete_hit_probability(
            &DiscreteHitRequest::new(
                FirstPassage::new(price(100.0), price(level), side, years(t), rate(r - q), sigma(vol)),
                Measure::RealWorld,
            )
            .dates(dates),
        );
        let out = discrete_barrier(
            &DiscreteBarrierRequest::new(
                BarrierType::new(if call { OptionKind::Call } else { OptionKind::Put }, Knock::Out, side),
                price(100.0),
                price(strike),
                price(level),
                Lognormal::new(years(t), rate(r), rate(q), sigma(vol)),
            )
            .dates(dates),
        );
        let sign = if down { 1.0 } else { -1.0 };
        let step = vol * (t / f64::from(dates)).sqrt();
        let lattice = Lattice {
            dates,
            start: away / step,
            drift: sign * (r - q - 0.5 * vol * vol) * t / f64::from(dates) / step,
        };
        let strike_at = sign * ln(strike / level) / step;
        let payoff = |z: f64| {
            let end = level * exp(sign * step * z);
            max(if call { end - strike } else { strike - end }, 0.0)
        };
        let [survival, value] = lattice.values(strike_at, payoff);
        let error = (hit.unwrap().probability - (1.0 - survival)).abs();
        hits.see(error);
        assert!(error < bound, "{i}, {dates} dates: {error:e}");
        let error = (out.unwrap().price - exp(-r * t) * value).abs() / 100.0;
        prices.see(error);
        assert!(error < bound, "{i}, {dates} dates: {error:e}");
    }
    [hits.0, prices.0]
}

/// A walk in deviations of a step from the barrier, which ends where it is seen below 0.
struct Lattice {
    dates: u32,
    start: f64,
    drift: f64,
}

impl Lattice {
    /// Backward from the last date: `V(y) = integral over z > 0 of n(z - y - drift) V'(z)`, on panels of one deviation with 14 nodes, cut
    /// where the payoff bends. The means of 1 and of the payoff.
    fn values(&self, bend: f64, payoff: impl Fn(f64) -> f64) -> [f64; 2] {
        const REACH: f64 = 11.0;
        let count = f64::from(self.dates);
        let high = self.start + max(self.drift * count, 0.0) + REACH * count.sqrt() + 6.0;
        let rule = GaussLegendre::new(14).unwrap();
        let mut cuts: Vec<f64> = (0..1_000_u32).map(f64::from).take_while(|cut| *cut < high).collect();
        if bend > 0.0 && bend < high {
            cuts.push(bend);
        }
        cuts.push(high);
        cuts.sort_unstable_by(f64::total_cmp);
        let (mut places, mut weights) = (Vec::new(), Vec::new());
        for cut in cuts.windows(2) {
            let half = 0.5 * (cut[1] - cut[0]);
            places.extend(rule.nodes().iter().map(|x| cut[0] + half * (1.0 + x)));
            weights.extend(rule.weights().iter().map(|weight| half * weight));
        }
        let kernel = |y: f64| {
            let center = y + self.drift;
            let first = places.partition_point(|z| *z < center - REACH);
            let last = places.partition_point(|z| *z < center + REACH);
            (first, (first..last).map(|j| normal_pdf(places[j] - center) * weights[j]).collect::<Vec<f64>>())
        };
        let mean = |(first, kernel): &(usize, Vec<f64>), values: &[[f64; 2]]| {
            kernel.iter().zip(&values[*first..]).fold([0.0, 0.0], |sum, (k, v)| [sum[0] + k * v[0], sum[1] + k * v[1]])
        };
        let kernels: Vec<_> = places.iter().map(|y| kernel(*y)).collect();
        let mut values: Vec<[f64; 2]> = places.iter().map(|z| [1.0, payoff(*z)]).collect();
        for _ in 1..self.dates {
            values = kernels.iter().map(|kernel| mean(kernel, &values)).collect();
        }
        mean(&kernel(self.start), &values)
    }
}

/// Drifts that outweigh chance have a way of their own. Where only the last look can be at the barrier the answer is closed, and where the
/// ways meet there is no seam.
#[test]
fn strong_drifts() {
    // Two hundred looks a year; start and drift in deviations of a step.
    let ask = |vol: f64, start: f64, drift: f64, dates: u32| {
        let step = vol / 200.0f64.sqrt();
        discrete_hit_probability(
            &DiscreteHitRequest::new(
                FirstPassage::new(
                    price(100.0),
                    price(100.0 * exp(-start * step)),
                    BarrierSide::Down,
                    years(f64::from(dates) / 200.0),
                    rate(0.5 * vol * vol + 200.0 * drift * step),
                    sigma(vol),
                ),
                Measure::RealWorld,
            )
            .dates(dates),
        )
        .unwrap()
        .probability
    };
    // 230 deviations a step: every look but the last is far above.
    for (dates, end) in [(20, 3.0), (20, -5.0), (30, 0.5)] {
        let (count, drift) = (f64::from(dates), -230.0);
        let hit = ask(1e-3, end - drift * count, drift, dates);
        let closed = hashinsight_numerics::normal_cdf(-end / count.sqrt());
        assert!((hit - closed).abs() < 1e-10, "{dates} {end}");
    }
    let seam = 4000.0 - 9.0 * 200.0f64.sqrt();
    let around: Vec<f64> = (-3..=3).map(|k| ask(0.03, seam + 1e-5 * f64::from(k), -19.34, 200)).collect();
    assert!(around[0] > 0.1 && around[0] < 0.9 && around[0] > around[6]);
    for three in around.windows(3) {
        assert!((three[0] - 2.0 * three[1] + three[2]).abs() < 1e-10, "{three:?}");
    }
    // Away from the barrier and never back.
    assert_eq!(ask(0.03, 60.0, 23.0, 200), 0.0);
}

/// 500 walks of 500 to 100,000 dates against the Wiener-Hopf factors of the walk.
#[test]
fn watched_often() {
    let (mut hits, mut prices) = (Worst::default(), Worst::default());
    for i in 0..few(10, 500) {
        let draw = Draw::new(19, i);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "500 to 100000")]
        let dates = draw.log_between(0, 500.0, 100_000.0) as u32;
        let (t, vol) = (draw.log_between(1, 0.02, 1.5), draw.between(2, 0.15, 1.2));
        let (r, q) = (draw.between(3, -0.05, 0.15), draw.between(4, -0.05, 0.1));
        let (down, call) = (draw.chance(5, 0.5), draw.chance(6, 0.5));
        let (deviation, sign) = (vol * t.sqrt(), if down { 1.0 } else { -1.0 });
        let step = deviation / f64::from(dates).sqrt();
        // From three steps beyond the barrier, over what is within reach of a few, to two deviations away from it.
        let away = if draw.chance(7, 0.4) {
            draw.between(8, -3.0, 12.0) * step
        } else {
            draw.between(8, 0.0, 2.0) * deviation
        };
        let level = 100.0 * exp(-sign * away);
        let walk = WatchedWalk {
            start: away / step,
            drift: sign * (r - q - 0.5 * vol * vol) * t / f64::from(dates) / step,
            dates,
        };
        // Strikes beyond the barrier, or as far from it as the factors' poles reach.
        let mut strike_at = draw.between(9, -1.0, 2.0) * deviation / step;
        if strike_at > 0.0 && !walk.reaches(strike_at) {
            strike_at += 30.5;
        }
        let strike = level * exp(sign * strike_at * step);
        let side = if down { BarrierSide::Down } else { BarrierSide::Up };
        let passage = FirstPassage::new(price(100.0), price(level), side, years(t), rate(r - q), sigma(vol));
        let hit = discrete_hit_probability(&DiscreteHitRequest::new(passage, Measure::RealWorld).dates(dates)).unwrap();
        let out = discrete_barrier(
            &DiscreteBarrierRequest::new(
                BarrierType::new(if call { OptionKind::Call } else { OptionKind::Put }, Knock::Out, side),
                price(100.0),
                price(strike),
                price(level),
                Lognormal::new(years(t), rate(r), rate(q), sigma(vol)),
            )
            .dates(dates),
        )
        .unwrap();
        let worth = |from: f64| level * walk.mean(sign * step, from) - strike * walk.mean(0.0, from);
        let pays_above = call == down;
        let payoff = match (pays_above, strike_at > 0.0) {
            (true, true) => worth(strike_at),
            (true, false) => worth(0.0),
            (false, true) => worth(0.0) - worth(strike_at),
            (false, false) => 0.0,
        };
        let value = if call { payoff } else { -payoff };
        let error = (hit.survival_probability - walk.mean(0.0, 0.0)).abs();
        hits.see(error);
        assert!(error < 1e-9, "{i}, {dates} dates, {walk:?}: {error:e}");
        let error = (out.price - exp(-r * t) * value).abs() / 100.0;
        prices.see(error);
        assert!(error < 1e-9, "{i}, {dates} dates, {walk:?}, {strike_at}: {error:e}");
    }
    println!("discrete, 500 to 100000 dates: survival {:e}, price {:e} of the spot", hits.0, prices.0);
}

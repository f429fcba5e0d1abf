//! Covers under prices that jump against a simulation of another kind: waiting times between jumps, a fine grid, touches drawn and not weighted.

use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight_insurance::cover::{
    Cover, CoveredAccount, CoveredDrawdown, CoveredLevels, CoveredPosition, CoveredSum, PaymentTime, Peril, PriceKind,
    PriceTrigger, Terms,
};
use hashinsight_insurance::quote::{MertonModel, PriceModel, Quote, QuoteRequest};
use hashinsight_market::Interval;
use hashinsight_numerics::Philox;
use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Volatility};

use super::covers::{DAY, cover, decimal, fraction, position, terms, trigger, valued, with};
use super::quotes::{estimate, gbm, kou_model, liquidation, market, merton_jumps, priced, request};

/// Steps of the grid.
const STEPS: u32 = 672;

/// Random numbers in turn.
struct Draws(Philox, u64, u64);

impl Draws {
    fn uniform(&mut self) -> f64 {
        self.2 += 1;
        self.0.uniform(self.1, self.2)
    }

    fn normal(&mut self) -> f64 {
        self.2 += 1;
        self.0.normal(self.1, self.2)
    }
}

/// Volatility, jumps per year, mean growth of a jump, and a jump.
fn process(model: &PriceModel) -> (f64, f64, f64, Box<dyn Fn(&mut Draws) -> f64>) {
    match model {
        PriceModel::Gbm(gbm) => (gbm.volatility.get(), 0.0, 0.0, Box::new(|_| 0.0)),
        PriceModel::Kou(kou) => {
            let (p, up, down) = (kou.jumps.up_probability.get(), kou.jumps.up_rate.get(), kou.jumps.down_rate.get());
            let growth = p * up / (up - 1.0) + (1.0 - p) * down / (down + 1.0) - 1.0;
            let jump = move |draws: &mut Draws| {
                let size = -draws.uniform().ln();
                if draws.uniform() < p { size / up } else { -size / down }
            };
            (kou.volatility.get(), kou.jumps.jumps_per_year.get(), growth, Box::new(jump))
        }
        PriceModel::Merton(merton) => {
            let (mean, deviation) = (merton.jumps.mean_log_jump.get(), merton.jumps.log_jump_deviation.get());
            let growth = (mean + 0.5 * deviation * deviation).exp() - 1.0;
            let jump = move |draws: &mut Draws| mean + deviation * draws.normal();
            (merton.volatility.get(), merton.jumps.jumps_per_year.get(), growth, Box::new(jump))
        }
        _ => panic!("a price"),
    }
}

/// What a path triggers: the instant in years, the logarithm of the price, and the side, or how it came there.
#[derive(Clone, Copy)]
struct Hit {
    time: f64,
    x: f64,
    upper: bool,
    leapt: bool,
}

/// The first touch within the watch.
fn first(asked: &QuoteRequest, found: &Quote, draws: &mut Draws) -> Option<Hit> {
    const YEAR: f64 = 365.0 * DAY as f64;
    let (sigma, per_year, growth, jump) = process(&asked.model);
    let terms = &asked.cover.terms;
    let until = (terms.expires_ms.to_ms() - asked.market.time_ms.to_ms()) as f64 / YEAR;
    let from = (terms.watched_from_ms() - asked.market.time_ms.to_ms()) as f64 / YEAR;
    let drift = asked.market.carry_per_year.get() - 0.5 * sigma * sigma - per_year * growth;
    let spot = asked.market.spot.get();
    let depth = match asked.cover.peril {
        Peril::Drawdown(fall) => Some(-(1.0 - fall.fall.get()).ln()),
        _ => None,
    };
    let is_gap = matches!(asked.cover.peril, Peril::Gap(_));
    let level =
        |side| found.frozen.levels.iter().find(|level| level.side == side).map(|level| (level.price / spot).ln());
    let low = level(hashinsight_derivatives::pricing::BarrierSide::Down).unwrap_or(f64::NEG_INFINITY);
    let high = level(hashinsight_derivatives::pricing::BarrierSide::Up).unwrap_or(f64::INFINITY);
    let beyond = |x: f64| {
        if x <= low {
            Some(false)
        } else if x >= high {
            Some(true)
        } else {
            None
        }
    };
    let wait = |draws: &mut Draws| if per_year > 0.0 { -draws.uniform().ln() / per_year } else { f64::INFINITY };
    let (mut now, mut x, mut next) = (0.0, 0.0, wait(draws));
    let mut highest = f64::NEG_INFINITY;
    let mut begun = false;
    // The grid holds the beginning of the watch.
    let mut ends: Vec<f64> = (1..=STEPS).map(|k| until * f64::from(k) / f64::from(STEPS)).collect();
    ends.push(from);
    ends.sort_by(f64::total_cmp);
    for end in ends {
        while now < end || (!begun && now >= from) {
            if !begun && now >= from {
                begun = true;
                highest = x;
                if let (None, false, Some(upper)) = (depth, is_gap, beyond(x)) {
                    return Some(Hit { time: now, x, upper, leapt: false });
                }
            }
            if now >= end {
                break;
            }
            let to = if next < end { next } else { end };
            let variance = sigma * sigma * (to - now);
            let y = x + drift * (to - now) + variance.sqrt() * draws.normal();
            let reach = |uniform: f64| ((y - x) * (y - x) - 2.0 * variance * uniform.ln()).sqrt();
            let least = 0.5 * (x + y - reach(draws.uniform()));
            let most = 0.5 * (x + y + reach(draws.uniform()));
            let time = 0.5 * (now + to);
            let touched = if least <= low {
                Some(false)
            } else if most >= high {
                Some(true)
            } else {
                None
            };
            match depth {
                Some(depth) if begun && least <= highest - depth => {
                    return Some(Hit { time, x: highest - depth, upper: false, leapt: false });
                }
                None => {
                    if let Some(upper) = touched.filter(|_| begun || is_gap) {
                        let at = if upper { high } else { low };
                        return Some(Hit { time, x: at, upper, leapt: false }).filter(|_| begun && !is_gap);
                    }
                }
                Some(_) => {}
            }
            highest = highest.max(if begun { most } else { f64::NEG_INFINITY });
            (now, x) = (to, y);
            if next <= to {
                x += jump(draws);
                next = to + wait(draws);
                match depth {
                    Some(depth) if begun && x <= highest - depth => {
                        return Some(Hit { time: now, x, upper: false, leapt: true });
                    }
                    None => {
                        if let Some(upper) = beyond(x).filter(|_| begun || is_gap) {
                            return Some(Hit { time: now, x, upper, leapt: true }).filter(|_| begun);
                        }
                    }
                    Some(_) => {}
                }
                highest = highest.max(if begun { x } else { f64::NEG_INFINITY });
            }
        }
    }
    None
}

/// Pure premium and probability by the other simulation, against those of the quote: within 4 standard errors of both and the stated bias.
fn agrees(what: &str, asked: &QuoteRequest, pays: &dyn Fn(&Quote, Hit) -> f64) {
    let found = priced(asked);
    let paths: u64 = hashinsight_testkit::few(4_000, 200_000);
    let (rate, in_coin) = (asked.market.rate_per_year.get(), asked.cover.terms.currency.as_str() == "BTC");
    let random = Philox::new(0x5eed);
    let (mut sums, mut squares) = ([0.0; 2], [0.0; 2]);
    for path in 0..paths {
        let mut draws = Draws(random, path, 0);
        let Some(hit) = first(asked, &found, &mut draws) else { continue };
        let amount = pays(&found, hit);
        let worth = if in_coin { hit.x.exp() } else { 1.0 };
        let values = [amount * worth * (-rate * hit.time).exp(), if amount > 0.0 { 1.0 } else { 0.0 }];
        for k in [0, 1] {
            sums[k] += values[k];
            squares[k] += values[k] * values[k];
        }
    }
    let n = paths as f64;
    let told = found.price.simulation;
    let errors =
        [told.map_or(0.0, |told| told.pure_standard_error), told.map_or(0.0, |told| told.probability_standard_error)];
    let bias = told.map_or(0.0, |told| told.pure_bias_bound);
    let numbers = [found.price.pure_premium, found.price.hit_probability];
    for k in [0, 1] {
        let mean = sums[k] / n;
        let own = ((squares[k] / n - mean * mean) / n).sqrt();
        let allowed = 4.0 * (own * own + errors[k] * errors[k]).sqrt() + if k == 0 { bias } else { bias / 500.0 };
        assert!((numbers[k] - mean).abs() <= allowed, "{what} {k}: {} is not {mean} within {allowed}", numbers[k]);
        assert!(mean > 0.0, "{what}: nothing is paid");
    }
}

fn few_pairs(model: PriceModel) -> PriceModel {
    let pairs = hashinsight_testkit::few(4_000, 100_000);
    match model {
        PriceModel::Kou(kou) => PriceModel::Kou(kou.pairs(pairs).seed(9)),
        PriceModel::Merton(merton) => PriceModel::Merton(merton.pairs(pairs)),
        other => other,
    }
}

fn merton() -> PriceModel {
    PriceModel::Merton(MertonModel::new(Volatility::new(0.5).unwrap(), merton_jumps(40.0, -0.02, 0.05), 4))
}

fn models() -> [PriceModel; 2] {
    [kou_model(0.55), merton()].map(few_pairs)
}

fn agreed(days: i64) -> Terms {
    valued(terms(days, CoveredSum::Fixed { amount: decimal("1000") }))
}

fn waiting(terms: Terms, days: i64) -> Terms {
    terms.waiting_ms(Interval::from_ms(days * DAY).unwrap())
}

/// What a level pays.
fn at_level(found: &Quote, hit: Hit) -> f64 {
    let side = if hit.upper { found.frozen.levels.last() } else { found.frozen.levels.first() };
    estimate(side.unwrap().payout)
}

#[test]
fn levels_after_a_waiting_period() {
    for model in models() {
        let mut asked = liquidation(Side::Long, 0.5, 3_000.0, 7, "0.5");
        asked.market = market(60_000.0, 0.5);
        asked.cover.terms = waiting(asked.cover.terms, 2);
        asked.model = model;
        agrees("waiting", &asked, &at_level);
    }
}

#[test]
fn two_levels_that_pay_differently() {
    let price = |value: f64| AssetPrice::new(value).unwrap();
    for model in models() {
        for days in [0, 2] {
            let peril = Peril::TwoSidedLevel(CoveredLevels::new(trigger(), price(57_000.0), price(62_000.0)));
            // A long that loses nothing above pays nothing there; below, half of its loss.
            let of = position(Side::Long, 0.5, 61_500.0, 3_000.0);
            let agreed = valued(terms(7, fraction("0.5")));
            let agreed = if days > 0 { waiting(agreed, days) } else { agreed };
            let of = of.mark_price(price(60_000.0));
            let mut asked = request(cover(of, peril, agreed), market(60_000.0, 0.5), model.clone());
            asked.models = vec![gbm(0.5)];
            let found = priced(&asked);
            assert!(found.frozen.levels[0].payout > found.frozen.levels[1].payout);
            let paid = |found: &Quote, hit| at_level(found, hit);
            agrees_in_premium("two levels", &asked, &paid);
        }
    }
}

/// The same where a touch may pay nothing: the premium alone.
fn agrees_in_premium(what: &str, asked: &QuoteRequest, pays: &dyn Fn(&Quote, Hit) -> f64) {
    // A touch that pays nothing counts as a touch.
    agrees(what, asked, &|found, hit| pays(found, hit) + 1e-9);
}

#[test]
fn falls_from_the_maximum() {
    for model in models() {
        for days in [0, 5] {
            let fall = CoveredDrawdown::new(trigger(), Fraction::new(0.15).unwrap());
            let agreed = if days > 0 { waiting(agreed(21), days) } else { agreed(21) };
            let of = position(Side::Long, 0.5, 60_000.0, 3_000.0);
            let asked = request(cover(of, Peril::Drawdown(fall), agreed), market(60_000.0, 0.5), model.clone());
            agrees("fall", &asked, &|_, _| 1000.0);
        }
    }
}

/// Without jumps that do something a fall has its transform; with jumps down of 25 % and next to no diffusion the first of them is the fall of 20 %.
#[test]
fn falls_by_closed_forms() {
    let fall = |of: f64| Peril::Drawdown(CoveredDrawdown::new(trigger(), Fraction::new(of).unwrap()));
    let of = || position(Side::Long, 0.5, 60_000.0, 3_000.0);
    let mut asked = request(cover(of(), fall(0.1), agreed(30)), market(60_000.0, 0.5), gbm(0.65));
    let closed = priced(&asked).price;
    let still = MertonModel::new(Volatility::new(0.65).unwrap(), merton_jumps(20.0, 0.0, 0.0), 12);
    asked.model = few_pairs(PriceModel::Merton(still));
    let found = priced(&asked).price;
    let error = found.simulation.unwrap();
    let away = (found.hit_probability - closed.hit_probability).abs();
    assert!(away <= 4.0 * error.probability_standard_error + error.pure_bias_bound / 1000.0, "{found:?} {closed:?}");
    let away = (found.pure_premium - closed.pure_premium).abs();
    assert!(away <= 4.0 * error.pure_standard_error + error.pure_bias_bound, "{found:?} {closed:?}");
    assert!(error.pure_bias_bound < 0.03 * closed.pure_premium, "{error:?}");

    let leaps = MertonModel::new(Volatility::new(0.01).unwrap(), merton_jumps(5.0, 0.75_f64.ln(), 0.0), 12);
    let asked =
        request(cover(of(), fall(0.2), agreed(30)), market(60_000.0, 0.0), few_pairs(PriceModel::Merton(leaps)));
    let found = priced(&asked).price;
    let exact = 1.0 - (-5.0 * 30.0 / 365.0_f64).exp();
    let error = found.simulation.unwrap().probability_standard_error;
    assert!((found.hit_probability - exact).abs() <= 4.0 * error, "{found:?} {exact}");
}

/// `max(loss - margin, 0)` of a fill at the leap, up to the limit.
fn gap_of(found: &Quote, hit: Hit, limit: f64) -> f64 {
    let CoveredAccount::Position(held) = &found.request.cover.account else { panic!() };
    let (q, fill) = (held.position.quantity.get(), found.request.market.spot.get() * hit.x.exp());
    let bankruptcy = found.frozen.bankruptcy_price.unwrap();
    let long = if held.position.side == Side::Long { 1.0 } else { -1.0 };
    let loss = match held.position.contract {
        ContractKind::Linear => long * q * (bankruptcy - fill),
        ContractKind::Inverse => long * q * (1.0 / fill - 1.0 / bankruptcy),
    };
    if hit.leapt { loss.max(0.0).min(limit) } else { 0.0 }
}

#[test]
fn gaps_of_linear_contracts() {
    for model in models() {
        for (side, days) in [(Side::Long, 0), (Side::Long, 2), (Side::Short, 2)] {
            let terms = terms(7, fraction("1")).limit(decimal("800"));
            let terms = if days > 0 { waiting(terms, days) } else { terms };
            let of = position(side, 0.5, 60_000.0, 3_000.0);
            let asked = request(cover(of, Peril::Gap(trigger()), terms), market(60_000.0, 0.5), model.clone());
            agrees("gap", &asked, &|found, hit| gap_of(found, hit, 800.0));
        }
    }
}

/// A cover of an inverse position, its margin and payout in the coin.
fn in_coin(side: Side, peril: &dyn Fn(PriceTrigger) -> Peril, terms: Terms) -> Cover {
    let of = CoveredPosition::new(
        Venue::BinanceCoinm,
        "BTCUSD_PERP".parse().unwrap(),
        "BTC".parse().unwrap(),
        "BTC".parse().unwrap(),
        Position::new(
            ContractKind::Inverse,
            side,
            Quantity::new(60_000.0).unwrap(),
            AssetPrice::new(60_000.0).unwrap(),
        ),
        MarginMode::Isolated { margin: Collateral::new(0.08).unwrap() },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004).unwrap(), deduction: Collateral::new(0.0).unwrap() },
    );
    let mark = PriceTrigger::new("binance_coinm".parse().unwrap(), "BTCUSD_PERP".parse().unwrap(), PriceKind::Mark);
    let terms = with(terms, |terms: &mut Terms| {
        terms.currency = "BTC".parse().unwrap();
        terms.digits = 8;
    });
    cover(of, peril(mark), terms)
}

#[test]
fn gaps_of_inverse_contracts() {
    for model in models() {
        for side in [Side::Long, Side::Short] {
            let terms = terms(7, fraction("1")).limit(decimal("0.02"));
            let asked = request(in_coin(side, &Peril::Gap, terms), market(60_000.0, 0.5), model.clone());
            agrees("inverse gap", &asked, &|found, hit| gap_of(found, hit, 0.02));
        }
    }
}

#[test]
fn covers_in_the_coin() {
    let price = |value: f64| AssetPrice::new(value).unwrap();
    let [kou, merton] = models();
    for model in [gbm(0.65), kou, merton] {
        let two = |mark| Peril::TwoSidedLevel(CoveredLevels::new(mark, price(57_000.0), price(63_500.0)));
        let fall = |mark| Peril::Drawdown(CoveredDrawdown::new(mark, Fraction::new(0.12).unwrap()));
        let agreed = || valued(terms(14, CoveredSum::Fixed { amount: decimal("0.05") }));
        let asked = |cover| {
            request(
                cover,
                market(60_000.0, 0.5).carry_per_year(hashinsight_units::Rate::new(0.3).unwrap()),
                model.clone(),
            )
        };
        let one = asked(in_coin(Side::Long, &Peril::Liquidation, terms(14, fraction("0.5"))));
        agrees("one level in the coin", &one, &at_level);
        agrees("two levels in the coin", &asked(in_coin(Side::Long, &two, agreed())), &at_level);
        agrees("a fall in the coin", &asked(in_coin(Side::Long, &fall, agreed())), &|_, _| 0.05);
        assert_eq!(one.cover.terms.payment, PaymentTime::AtTrigger);
    }
}

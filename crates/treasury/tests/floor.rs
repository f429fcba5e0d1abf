//! The floor: its anchors, and its promise against exhaustive search and adversarial prices.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers of a test are small"
)]

use hashinsight_treasury::coverage::{Cash, Costs, Payment};
use hashinsight_treasury::floor::{
    Floor, FloorRequest, FloorTerms, ReverseStressRequest, Shock, reverse_stress, robust_floor,
};
use hashinsight_treasury::policy::{FloorRule, Observation, Policy, Reason, WhenInfeasible};
use hashinsight_units::{Amount, Days, Fraction, Outcome, Price, Ratio, Timestamp, Verdict};

use crate::coverage::anchor;

const MONTH_MS: i64 = 30 * 86_400_000;
const START_MS: i64 = 1_735_689_600_000;

fn month(index: i64) -> Timestamp {
    Timestamp::from_ms(START_MS + MONTH_MS * index).unwrap()
}

fn micros(micros: i64) -> Cash {
    Cash::from_micros(micros).unwrap()
}

fn sat(sat: i64) -> Amount {
    Amount::from_signed_sat(sat).unwrap()
}

/// A treasury that pays at the beginning of each month, from one of them on.
fn observe(now: i64, price_micros: i64, coins: i64, cash: i64, payments: &[i64]) -> Observation {
    let price = Price::new(price_micros as f64 / 1e6).unwrap();
    let due = payments.iter().enumerate().skip(usize::try_from(now).unwrap());
    let due = due.map(|(index, pay)| Payment::new(month(index as i64), micros(*pay))).collect();
    Observation::new(month(now), price, sat(coins), micros(cash), Costs::new(Fraction::ZERO)).liabilities(due)
}

fn terms(factor: f64) -> FloorTerms {
    FloorTerms::new(Days::new(30.0).unwrap(), vec![Fraction::new(factor).unwrap()])
}

fn floor(observation: Observation, terms: &FloorTerms) -> Floor {
    robust_floor(&FloorRequest::new(observation, terms.clone())).unwrap().floor
}

fn sale(floor: &Floor) -> Option<i64> {
    match floor {
        Floor::Feasible { sale_sat, .. } => Some(sale_sat.to_sat().cast_signed()),
        _ => None,
    }
}

const USD: i64 = 1_000_000;
const BTC: i64 = 100_000_000;

#[test]
fn case_13_the_smallest_viable_sale() {
    let payments = [200_000 * USD; 5];
    let at = |price: i64| floor(observe(0, price * USD, 12 * BTC + BTC / 2, 0, &payments), &terms(0.85));
    let expected = anchor("robust")[0].as_f64().unwrap() * 1e8;
    let sold = sale(&at(85_000)).unwrap() as f64;
    assert!(expected <= sold && sold < expected + 1.0, "{sold} {expected}");
    let due_now = anchor("robust")[1].as_f64().unwrap();
    assert!((200_000.0 / 85_000.0 - due_now).abs() < 1e-12 && sold > due_now * 1e8);
    // At 100,000 nothing would be due for what comes later: the anchor is negative. The payment due now is what is left.
    assert!(anchor("robust0").as_f64().unwrap() < 0.0);
    let later = [0, 200_000 * USD, 200_000 * USD, 200_000 * USD, 200_000 * USD, 200_000 * USD];
    assert_eq!(sale(&floor(observe(0, 100_000 * USD, 12 * BTC + BTC / 2, 0, &later), &terms(0.85))), Some(0));
}

/// Sale, coins and cash at each month, deciding anew at each with the policy.
fn play(prices: &[i64], mut coins: i64, mut cash: i64, payments: &[i64], factor: f64) -> Vec<(i64, i64, i64)> {
    let policy = Policy::Floor(FloorRule::new(terms(factor), WhenInfeasible::Hold));
    let mut state = policy.open();
    let step = |(index, price): (usize, &i64)| {
        let plan = policy.decide(&mut state, &observe(index as i64, *price, coins, cash, payments)).unwrap();
        assert!(matches!(plan.reason, Reason::Floor { guaranteed: Verdict::Yes, .. }), "{index}: {plan:?}");
        assert!(matches!(&plan.floors[..], [floor] if sale(floor) == Some(plan.sell_sat.to_sat().cast_signed())));
        coins = plan.left.coins_sat.to_sat().cast_signed();
        cash = plan.left.cash_usd.to_micros() - payments[index];
        (plan.sell_sat.to_sat().cast_signed(), coins, cash)
    };
    prices.iter().enumerate().map(step).collect()
}

#[test]
fn case_14_the_worst_path_ends_with_nothing_and_never_below() {
    let payments: Vec<i64> = [0].into_iter().chain([200_000 * USD; 5]).collect();
    let prices: Vec<i64> =
        (0..6).scan(100_000 * USD, |price, _| Some(std::mem::replace(price, *price * 85 / 100))).collect();
    let played = play(&prices, 12 * BTC + BTC / 2, 0, &payments, 0.85);
    let expected = anchor("robust_path");
    for (row, (sold, coins, cash)) in expected.as_array().unwrap().iter().zip(&played) {
        let near = |got: i64, place: usize, unit: f64, slack: f64| {
            let expected = row[place].as_f64().unwrap();
            assert!((got as f64 / unit - expected).abs() < slack, "{row}: {got} {expected}");
        };
        near(*sold, 1, 1e8, 1e-6);
        near(*coins, 2, 1e8, 1e-6);
        near(*cash, 3, 1e6, 0.01);
    }
    assert!(anchor("robust_ok").as_bool().unwrap() && played.iter().all(|(_, coins, cash)| *coins >= 0 && *cash >= 0));
    // Selling as needed asks for more coins than there are.
    let needed: f64 = prices[1..].iter().map(|price| 200_000.0 / (*price as f64 / 1e6)).sum();
    assert!((needed - anchor("asneeded").as_f64().unwrap()).abs() < 1e-9 && needed > 12.5);
    // The certificate of the first month tells the same story.
    let Floor::Feasible { certificate, .. } =
        floor(observe(0, prices[0], 12 * BTC + BTC / 2, 0, &payments), &terms(0.85))
    else {
        panic!("feasible")
    };
    let told = certificate.iter().map(|row| (row.sale_sat, row.coins_sat, row.cash_usd));
    assert!(told.eq(played.iter().map(|(sold, coins, cash)| (sat(*sold), sat(*coins), micros(*cash)))));
}

/// Expected wealth at the end of a tree of three moves, playing the floor in every node: up 1.25, down 0.8, equally likely.
fn expected_wealth(index: usize, price: f64, coins: i64, cash: i64, payments: &[i64]) -> Option<f64> {
    let step = sale(&floor(observe(index as i64, (price * 1e6) as i64, coins, cash, payments), &terms(0.8)))?;
    let (coins, cash) = (coins - step, cash + (step as f64 * price / 100.0) as i64 - payments[index]);
    if index + 1 == payments.len() {
        return Some(cash as f64 / 1e6 + coins as f64 / 1e8 * price);
    }
    let after = |factor: f64| expected_wealth(index + 1, price * factor, coins, cash, payments);
    Some(f64::midpoint(after(1.25)?, after(0.8)?))
}

/// The optima of the linear programme over the same tree (`HiGHS`), as `cargo xtask proof floor` computes them.
#[test]
fn case_40_the_rule_has_the_wealth_of_the_tree_programme() {
    let cases = [
        (3 * BTC, 0, 60_000, Some(138_529.687_5)),
        (3 * BTC, 0, 80_000, Some(73_967.187_5)),
        (2 * BTC + BTC / 5, 50_000, 75_000, Some(55_992.187_5)),
        (2 * BTC, 0, 70_000, None),
    ];
    for (coins, cash, pay, expected) in cases {
        let payments = [0, pay * USD, pay * USD, pay * USD];
        match (expected_wealth(0, 100_000.0, coins, cash * USD, &payments), expected) {
            (None, None) => {}
            // A sale is rounded up to a satoshi, a tenth of a cent.
            (Some(got), Some(expected)) => assert!((got - expected).abs() < 0.01, "{pay}: {got} {expected}"),
            (got, expected) => panic!("{pay}: {got:?} {expected:?}"),
        }
    }
}

#[test]
fn terms_that_promise_nothing_are_refused() {
    let seen = |costs: Costs| {
        let mut seen = observe(0, 100_000 * USD, BTC, 0, &[USD; 3]);
        seen.costs = costs;
        seen
    };
    let code = |seen: Observation, terms: FloorTerms| {
        let error = robust_floor(&FloorRequest::new(seen, terms)).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let free = Costs::new(Fraction::ZERO);
    let none = FloorTerms::new(Days::new(30.0).unwrap(), Vec::new());
    assert_eq!(code(seen(free), none), told("treasury.worst_factors.length", "terms.worst_factors"));
    let short = FloorTerms::new(Days::new(0.01).unwrap(), vec![Fraction::ONE]);
    assert_eq!(code(seen(free), short), told("treasury.step_days.out_of_range", "terms.step_days"));
    let fixed = seen(free.fixed_usd(micros(1)));
    assert_eq!(code(fixed, terms(0.5)), told("treasury.fixed_usd.unsupported", "observation.costs.fixed_usd"));
    let impact = seen(free.slippage_per_btc(Fraction::new(0.001).unwrap()));
    let place = "observation.costs.slippage_per_btc";
    assert_eq!(code(impact, terms(0.5)), told("treasury.slippage_per_btc.unsupported", place));
    let below = terms(0.5).reserve_usd(micros(-1));
    assert_eq!(code(seen(free), below), told("treasury.reserve_usd.out_of_range", "terms.reserve_usd"));
}

/// The treasury after a part of a shock, by floating point.
fn shocked(seen: &Observation, terms: &FloorTerms, shock: &Shock, scale: f64) -> (Observation, FloorTerms) {
    let mut seen = seen.clone();
    seen.price_usd = Price::new(seen.price_usd.get() * (1.0 - scale * shock.price_fall.get())).unwrap();
    for payment in &mut seen.liabilities {
        let amount = payment.amount_usd.to_micros() as f64 * (1.0 + scale * shock.payments_rise.get());
        payment.amount_usd = micros(amount.ceil() as i64);
    }
    let mined = |coins: &Amount| sat((coins.to_sat() as f64 * (1.0 - scale * shock.mined_fall.get())) as i64);
    (seen, terms.clone().mined_sat(terms.mined_sat.iter().map(mined).collect()))
}

#[test]
fn the_smallest_shock_breaks_and_a_smaller_one_does_not() {
    let seen = observe(0, 90_000 * USD, 12 * BTC, 100_000 * USD, &[150_000 * USD; 6]);
    let terms = terms(0.8).mined_sat(vec![sat(BTC / 2); 5]).max_sales_sat(vec![sat(5 * BTC)]);
    let part = |value| Fraction::new(value).unwrap();
    let shocks = [
        Shock::new().price_fall(part(0.9)),
        Shock::new().payments_rise(Ratio::new(3.0).unwrap()),
        Shock::new().price_fall(part(0.5)).mined_fall(part(1.0)).payments_rise(Ratio::new(0.5).unwrap()),
    ];
    for shock in shocks {
        let report = reverse_stress(&ReverseStressRequest::new(seen.clone(), terms.clone(), shock)).unwrap();
        let scale = report.scale.value().unwrap();
        assert!(scale > 0.01 && scale < 0.99 && matches!(report.floor, Floor::Infeasible { .. }), "{report:?}");
        let sale_at = |scale: f64| {
            let (seen, terms) = shocked(&seen, &terms, &shock, scale);
            sale(&floor(seen, &terms))
        };
        // Floating point and billionths differ by less than the step that is asked for here.
        assert!(sale_at(scale - 1e-8).is_some() && sale_at(scale + 1e-8).is_none(), "{shock:?} {scale}");
        for step in 0..=100 {
            let part = f64::from(step) / 100.0;
            assert_eq!(sale_at(part).is_some(), part < scale, "{shock:?} {part}");
        }
    }
    // Mined coins alone are not needed: their whole loss breaks nothing.
    let harmless = Shock::new().mined_fall(part(1.0));
    let report = reverse_stress(&ReverseStressRequest::new(seen.clone(), terms.clone(), harmless)).unwrap();
    assert_eq!(report.scale, Outcome::Never);
    // A price of nothing leaves the cash.
    let mut rich = seen.clone();
    rich.cash_usd = micros(900_000 * USD);
    let worthless = Shock::new().price_fall(Fraction::ONE);
    let report = reverse_stress(&ReverseStressRequest::new(rich, terms.clone(), worthless)).unwrap();
    assert_eq!((report.scale, report.price_usd), (Outcome::Never, Cash::ZERO));
    let mut poor = seen.clone();
    poor.coins_sat = Amount::ZERO;
    let report = reverse_stress(&ReverseStressRequest::new(poor, terms.clone(), worthless)).unwrap();
    assert_eq!(report.scale, Outcome::Every);
    let nothing = reverse_stress(&ReverseStressRequest::new(seen, terms, Shock::new())).unwrap_err();
    assert_eq!((nothing.code(), nothing.path().as_str()), ("treasury.price_fall.out_of_range", "shock.price_fall"));
}

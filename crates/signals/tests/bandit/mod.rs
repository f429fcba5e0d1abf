//! Module I against independent numbers.

use hashinsight_numerics::Philox;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::bandit::{
    BanditSizing, BanditSizingParams, BetaArm, LinearArm, Policy, ScoredPrice, exp3_learn, exp3_probabilities,
    kelly_of_assets, kelly_of_bet, kelly_of_returns, ucb1_index,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{AssetPrice, Finite, Fraction, Timestamp};

use crate::modules::check_module;
use crate::reference::{number, numbers, row_of};

fn row(name: &str) -> serde_json::Value {
    row_of("signal_ref.json", name)
}

const DAY_MS: i64 = 86_400_000;

#[test]
fn ucb1_of_reference() {
    let case = row("I_ucb1");
    let (counts, means, all) = (numbers(&case["counts"]), numbers(&case["means"]), number(&case["t"]));
    for ((count, mean), expected) in counts.iter().zip(means).zip(numbers(&case["index_sqrt2lnt_over_n"])) {
        within_relative(ucb1_index(mean, *count, all), expected, 1e-14, "UCB1");
    }
}

#[test]
fn exp3_of_reference() {
    let case = row("I_exp3");
    let (gamma, mut weights) = (Fraction::new(number(&case["gamma"])).unwrap(), numbers(&case["weights"]));
    let probabilities = exp3_probabilities(&weights, gamma);
    for (ours, theirs) in probabilities.iter().zip(numbers(&case["probs"])) {
        within_relative(*ours, theirs, 1e-14, "EXP3 probability");
    }
    let arm = case["arm"].as_u64().unwrap() as usize;
    exp3_learn(&mut weights, gamma, arm, probabilities[arm], Fraction::new(number(&case["reward"])).unwrap());
    for (ours, theirs) in weights.iter().zip(numbers(&case["weights_after"])) {
        within_relative(*ours, theirs, 1e-14, "EXP3 weight");
    }
}

#[test]
fn weights_of_exp3_never_overflow() {
    let (mut weights, gamma) = (vec![1.0; 3], Fraction::ONE);
    for _ in 0..10_000 {
        exp3_learn(&mut weights, gamma, 1, 0.01, Fraction::ONE);
    }
    let probabilities = exp3_probabilities(&weights, Fraction::new(0.1).unwrap());
    assert!(weights.iter().all(|weight| weight.is_finite()) && probabilities[1] > 0.9, "{weights:?}");
}

#[test]
fn lin_ucb_of_reference() {
    let case = row("I_linucb");
    let mut arm = LinearArm::new(2, number(&case["ridge"])).unwrap();
    for (context, reward) in case["contexts"].as_array().unwrap().iter().zip(numbers(&case["rewards"])) {
        arm.learn(&numbers(context), reward).unwrap();
    }
    for (ours, theirs) in arm.coefficients().unwrap().iter().zip(numbers(&case["theta"])) {
        within_relative(*ours, theirs, 1e-13, "coefficient");
    }
    let (mean, bonus) = arm.bound(&numbers(&case["x"]), number(&case["alpha"])).unwrap();
    within_relative(mean, number(&case["mean"]), 1e-13, "mean");
    within_relative(bonus, number(&case["bonus"]), 1e-13, "bonus");
    assert_eq!(arm.learn(&[1.0], 1.0).unwrap_err().code(), "signals.context.length");
}

#[test]
fn thompson_of_reference() {
    let case = row("I_beta_thompson");
    let mut arm = BetaArm::default();
    (0..case["success"].as_u64().unwrap()).for_each(|_| arm.learn(Fraction::ONE));
    (0..case["fail"].as_u64().unwrap()).for_each(|_| arm.learn(Fraction::ZERO));
    assert_eq!([arm.alpha, arm.beta].to_vec(), numbers(&case["posterior"]));
    within_relative(arm.mean(), number(&case["mean"]), 1e-15, "mean");
    within_relative(arm.variance(), number(&case["var"]), 1e-13, "variance");
    let better = arm.better_than(&BetaArm { alpha: 5.0, beta: 7.0 }).unwrap();
    within_relative(better, number(&case["P(arm A > arm B) A=Beta(8,4) B=Beta(5,7)"]), 1e-12, "better");
    let equal = BetaArm { alpha: 3.5, beta: 90.25 };
    within_relative(equal.better_than(&equal).unwrap(), 0.5, 1e-9, "equal arms");
}

#[test]
fn draws_have_the_moments_of_the_posterior() {
    let (arm, count) = (BetaArm { alpha: 8.0, beta: 4.0 }, 4000_u32);
    let draws: Vec<f64> = (0..count).map(|i| arm.draw(Philox::new(11), 3, i.into()).unwrap()).collect();
    let mean = draws.iter().sum::<f64>() / f64::from(count);
    let variance = draws.iter().map(|draw| (draw - mean) * (draw - mean)).sum::<f64>() / f64::from(count);
    assert!((mean - arm.mean()).abs() < 4.0 * (arm.variance() / f64::from(count)).sqrt(), "{mean}");
    assert!((variance / arm.variance() - 1.0).abs() < 0.1, "{variance}");
}

#[test]
fn kelly_of_reference() {
    let case = row("I_kelly");
    let bet = |p, b| kelly_of_bet(Fraction::new(p).unwrap(), b).unwrap();
    within_relative(bet(0.55, 1.0), number(&case["binary p=0.55 b=1"]), 1e-13, "even bet");
    within_relative(bet(0.4, 2.0), number(&case["binary p=0.4 b=2"]), 1e-13, "bet at two to one");
    let returns = kelly_of_returns(0.10, 0.5, 0.02).unwrap();
    within_relative(returns, number(&case["continuous mu=0.10 sigma=0.5 r=0.02"]), 1e-14, "returns");
    let assets = &case["two_asset"];
    let rows: Vec<Vec<f64>> = assets["cov"].as_array().unwrap().iter().map(numbers).collect();
    let rows: Vec<&[f64]> = rows.iter().map(Vec::as_slice).collect();
    let fractions = kelly_of_assets(&numbers(&assets["mu"]), &rows).unwrap();
    for (ours, theirs) in fractions.iter().zip(numbers(&assets["f"])) {
        within_relative(*ours, theirs, 1e-13, "assets");
    }
}

fn prices(count: i64) -> Vec<ScoredPrice> {
    let random = Philox::new(5);
    let mut price = 60_000.0;
    let day = |i: i64| {
        let z = random.normal(0, i.unsigned_abs());
        price *= 1.0 + 0.02 * z;
        let time = Timestamp::from_ms(1_714_521_600_000 + i * DAY_MS).unwrap();
        ScoredPrice::new(time, AssetPrice::new(price).unwrap(), Finite::new(z / 3.0).unwrap())
    };
    (0..count).map(day).collect()
}

fn policies() -> [Policy; 4] {
    let part = |x| Fraction::new(x).unwrap();
    [
        Policy::Thompson { keep: part(0.99) },
        Policy::Ucb1,
        Policy::Exp3 { gamma: part(0.1) },
        Policy::LinUcb { alpha: 1.0, ridge: 1.0 },
    ]
}

#[test]
fn sizing_keeps_the_contract_of_modules() {
    for policy in policies() {
        let params = BanditSizingParams::new().policy(policy).horizon(5).seed(3);
        let days = prices(60);
        let before = days[0];
        check_module::<BanditSizing>(&params, &days, &[]);
        let mut late = days.clone();
        late.push(before);
        let error = batch::<BanditSizing>(&params, &late).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), ("signals.time_ms.out_of_range", "time_ms[60]"));
        let mut stream = BanditSizing::open(&params).unwrap();
        for day in &days {
            assert!(stream.update(day).is_ok());
        }
        let state = stream.save();
        assert!(stream.update(&before).is_err() && stream.save() == state, "a refused event changed the state");
    }
}

#[test]
fn rewards_are_used_when_they_have_matured() {
    for policy in policies() {
        let params = BanditSizingParams::new().policy(policy).horizon(7).seed(3);
        let mut days = prices(40);
        let before = batch::<BanditSizing>(&params, &days).unwrap();
        let matured = before.iter().map(|size| size.matured).collect::<Vec<_>>();
        assert_eq!((matured[6], matured[7], matured[39]), (0, 1, 33));
        // What happens on a day changes nothing that was said before it.
        days[20].price = AssetPrice::new(1.0).unwrap();
        let after = batch::<BanditSizing>(&params, &days).unwrap();
        assert_eq!(format!("{:?}", &before[..20]), format!("{:?}", &after[..20]));
    }
}

#[test]
fn bandits_find_the_better_arm() {
    // A price that falls for good: the more is sold, the better.
    let fall = |i: i64| {
        let time = Timestamp::from_ms(1_714_521_600_000 + i * DAY_MS).unwrap();
        let price = 60_000.0 * hashinsight_numerics::exp(-0.02 * i as f64);
        ScoredPrice::new(time, AssetPrice::new(price).unwrap(), Finite::new(0.0).unwrap())
    };
    let days: Vec<_> = (0..600).map(fall).collect();
    let fractions = [0.0, 1.0].map(|x| Fraction::new(x).unwrap()).to_vec();
    for policy in policies() {
        let params = BanditSizingParams::new().policy(policy).horizon(3).seed(1).fractions(fractions.clone());
        let sizes = batch::<BanditSizing>(&params, &days).unwrap();
        let late = sizes[300..].iter().filter(|size| size.arm_fraction == 1.0).count();
        assert!(late > 220, "{policy:?} sold {late} of 300 times");
        assert!(sizes[599].size_fraction.is_nan(), "no rise has matured: there is no Kelly fraction");
    }
}

#[test]
fn arms_that_are_none() {
    let error = batch::<BanditSizing>(&BanditSizingParams::new().fractions(Vec::new()), &[]).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.fractions.insufficient_data", "fractions"));
    let error = batch::<BanditSizing>(&BanditSizingParams::new().horizon(0), &[]).unwrap_err();
    assert_eq!(error.code(), "signals.horizon.out_of_range");
    let wide = BanditSizingParams::new().policy(Policy::LinUcb { alpha: 101.0, ridge: 1.0 });
    let error = batch::<BanditSizing>(&wide, &[]).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.alpha.out_of_range", "policy.lin_ucb.alpha"));
}

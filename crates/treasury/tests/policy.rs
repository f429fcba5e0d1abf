//! What policies have in common: memory, combinators, plans that add up, refusals, documents.

use hashinsight_numerics::Philox;
use hashinsight_treasury::coverage::{Cash, Costs, Payment};
use hashinsight_treasury::floor::FloorTerms;
use hashinsight_treasury::policy::{
    BasisFunding, Cap, Cppi, Dca, DecideRequest, FloorRule, Layered, Level, Memory, MiningCycle, Observation,
    OpexCoverage, Plan, Policy, Reason, ShareOf, State, TradeSide, VolatilityTrigger, WhenInfeasible, decide,
};
use hashinsight_units::record::read;
use hashinsight_units::{Amount, Days, Fraction, Price, Ratio, Timestamp};

pub(crate) fn day(day: i64) -> Timestamp {
    Timestamp::from_s(1_735_689_600 + 86_400 * day).unwrap()
}

pub(crate) fn observe(at: i64, price: f64, coins: &str, cash: &str) -> Observation {
    let costs = Costs::new(Fraction::ZERO);
    Observation::new(day(at), Price::new(price).unwrap(), coins.parse().unwrap(), cash.parse().unwrap(), costs)
}

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

fn ratio(value: f64) -> Ratio {
    Ratio::new(value).unwrap()
}

fn days(days: f64) -> Days {
    Days::new(days).unwrap()
}

fn dca(usd: &str) -> Policy {
    Policy::Dca(Dca::new(TradeSide::Sell, usd.parse().unwrap(), days(7.0)))
}

/// One policy of each kind.
fn every_policy() -> Vec<Policy> {
    let levels = vec![Level::new(ratio(1.2), fraction(0.15)), Level::new(ratio(1.5), fraction(0.2))];
    let terms = FloorTerms::new(days(1.0), vec![fraction(0.8)]);
    let rules = vec![
        Policy::Hold,
        dca("5000"),
        Policy::Dca(Dca::new(TradeSide::Buy, "3000".parse().unwrap(), days(3.0))),
        Policy::OpexCoverage(OpexCoverage::new(days(30.0), fraction(0.05))),
        Policy::Layered(Layered::new(levels, ShareOf::Remaining).trailing_stop(fraction(0.08))),
        Policy::MiningCycle(MiningCycle::new(fraction(0.5), ratio(1.0), fraction(0.1), days(5.0))),
        Policy::BasisFunding(BasisFunding::new(0.1, 0.05, fraction(0.5))),
        Policy::VolatilityTrigger(VolatilityTrigger::new(ratio(1.2), ratio(1.0), fraction(0.1))),
        Policy::Cppi(Cppi::new(ratio(2.0)).ratchet(fraction(0.7))),
        Policy::Floor(FloorRule::new(terms, WhenInfeasible::SellMost)),
    ];
    let cap = |policy: &Policy| Policy::Cap(Box::new(Cap::new(policy.clone(), fraction(0.02))));
    let made = vec![
        Policy::Max(rules[3..6].to_vec()),
        Policy::Min(rules[3..].to_vec()),
        cap(&Policy::Then(rules.clone())),
        Policy::Then(rules.iter().map(cap).collect()),
    ];
    [rules, made].concat()
}

/// A path of days with everything that a policy reads, some of it absent.
fn path(seed: u64) -> Vec<Observation> {
    let random = Philox::new(seed);
    let draw = |k: u64, at: u64, low: f64, high: f64| low + (high - low) * random.uniform(k, at);
    let mut price = 100_000.0;
    let step = |at: u64| {
        price *= draw(0, at, 0.9, 1.115);
        let mut seen = observe(at.cast_signed(), price, "10 BTC", "150000");
        seen.costs = Costs::new(fraction(0.001)).slippage(fraction(0.0005));
        seen.cost_usd = (at % 7 != 3).then(|| "900000".parse().unwrap());
        let signals = &mut seen.signals;
        let known = |k: u64| draw(k, at, 0.0, 1.0) < 0.8;
        signals.rsi = known(1).then(|| draw(2, at, 0.0, 100.0));
        signals.hashprice_percentile = known(3).then(|| fraction(draw(4, at, 0.0, 1.0)));
        signals.puell = known(5).then(|| ratio(draw(6, at, 0.3, 3.0)));
        signals.basis_per_year = known(7).then(|| draw(8, at, -0.1, 0.3));
        signals.volatility_fast = known(9).then(|| ratio(draw(10, at, 0.3, 1.0)));
        signals.volatility_slow = Some(ratio(0.6));
        seen
    };
    (0..60).map(step).collect()
}

/// Decides along a path, carrying out each plan; payments of each fifth day are made after it. Coins are mined.
fn run(policy: &Policy, path: &[Observation], mut hand: impl FnMut(State) -> State) -> Vec<Plan> {
    let mut state = policy.open();
    let (mut coins, mut cash) = (path[0].coins_sat, path[0].cash_usd.to_micros());
    let step = |(index, seen): (usize, &Observation)| {
        let mut seen = seen.clone();
        let payment = |at: usize| Payment::new(day(i64::try_from(at).unwrap()), "40000".parse().unwrap());
        seen.liabilities = (index..60).filter(|at| at % 5 == 4).map(payment).collect();
        coins = coins.checked_add(Amount::from_sat(1_000_000).unwrap()).unwrap();
        (seen.coins_sat, seen.cash_usd) = (coins, Cash::from_micros(cash).unwrap());
        state = hand(std::mem::take(&mut state));
        let plan = policy.decide(&mut state, &seen).unwrap();
        let sold = i128::from(plan.sell_sat.to_sat()) - i128::from(plan.buy_sat.to_sat());
        assert!(plan.sell_sat.to_sat() == 0 || plan.buy_sat.to_sat() == 0);
        assert_eq!(i128::from(plan.left.coins_sat.to_sat()), i128::from(coins.to_sat()) - sold);
        assert_eq!(plan.left.cash_usd.to_micros(), cash + plan.proceeds_usd.to_micros());
        assert_eq!(plan.steps.last().map(|step| (i128::from(step.sell_sat), step.reason)), Some((sold, plan.reason)));
        assert!(plan.hedge_sat.is_none_or(|hedge| hedge <= plan.left.coins_sat));
        coins = plan.left.coins_sat;
        cash = plan.left.cash_usd.to_micros() - if index % 5 == 4 { 40_000_000_000 } else { 0 };
        plan
    };
    path.iter().enumerate().map(step).collect()
}

/// What a choice is called in a document.
fn tag(choice: &impl serde::Serialize) -> String {
    match serde_json::to_value(choice).unwrap() {
        serde_json::Value::Object(content) => content.keys().next().unwrap().clone(),
        word => word.as_str().unwrap().to_owned(),
    }
}

#[test]
fn plans_add_up_and_states_travel() {
    for policy in every_policy() {
        policy.check().unwrap();
        let text = serde_json::to_string(&policy).unwrap();
        assert_eq!(read::<Policy>("treasury", &text).unwrap(), policy, "{text}");
        let mut trades = 0;
        for seed in 0..4 {
            let path = path(seed);
            let whole = run(&policy, &path, |state| state);
            assert_eq!(tag(&whole[0].reason), tag(&policy), "a reason is called what its policy is called");
            // The state as text, as bytes, or never taken out of the hand: the same plans.
            let as_text = |state: State| read("treasury", &serde_json::to_string(&state).unwrap()).unwrap();
            assert_eq!(run(&policy, &path, as_text), whole);
            assert_eq!(run(&policy, &path, |state| policy.restore(&policy.save(&state)).unwrap()), whole);
            // What is seen later changes nothing before.
            assert_eq!(run(&policy, &path[..23], |state| state), whole[..23]);
            let acts = |plan: &&Plan| plan.sell_sat.to_sat() + plan.buy_sat.to_sat() > 0 || plan.hedge_sat.is_some();
            trades += whole.iter().filter(acts).count();
        }
        assert!(trades > 0 || policy == Policy::Hold, "{text} never does anything");
    }
}

#[test]
fn the_order_of_a_backtest_is_the_plan() {
    for policy in every_policy() {
        let mut state = policy.open();
        let mut memories = state.memories.clone();
        for seen in path(9) {
            let plan = policy.decide(&mut state, &seen).unwrap();
            let (execution, schedule) = seen.prepare().unwrap();
            let order = policy.order(&mut memories, &seen.view(&execution, &schedule));
            let sold = plan.sell_sat.to_sat().cast_signed() - plan.buy_sat.to_sat().cast_signed();
            assert_eq!((order.sell, order.reason), (sold, plan.reason));
            assert_eq!(order.hedge, plan.hedge_sat.map(|hedge| hedge.to_sat().cast_signed()));
            assert_eq!(memories, state.memories);
        }
    }
}

#[test]
fn combinators_take_the_greatest_the_smallest_and_the_sum() {
    let seen = observe(0, 100_000.0, "1 BTC", "0");
    let plan = |policy: Policy| policy.decide(&mut policy.open(), &seen).unwrap();
    let parts = || vec![dca("30000"), dca("50000"), Policy::Hold, dca("40000")];
    let greatest = plan(Policy::Max(parts()));
    assert_eq!((greatest.sell_sat.to_sat(), greatest.reason), (50_000_000, Reason::Max { chosen: 1 }));
    let smallest = plan(Policy::Min(parts()));
    assert_eq!((smallest.sell_sat.to_sat(), smallest.reason), (0, Reason::Min { chosen: 2 }));
    // 30,000 and 50,000 leave a fifth of a bitcoin for the 40,000.
    let all = plan(Policy::Then(parts()));
    assert_eq!((all.sell_sat.to_sat(), all.reason), (100_000_000, Reason::Then { traded: 3 }));
    let asked: Vec<i64> = all.steps.iter().map(|step| step.sell_sat).collect();
    assert_eq!(asked, [30_000_000, 50_000_000, 0, 20_000_000, 100_000_000]);
    let limited = plan(Policy::Cap(Box::new(Cap::new(dca("30000"), fraction(0.1)))));
    assert_eq!((limited.sell_sat.to_sat(), limited.reason), (10_000_000, Reason::Cap { limit_sat: 10_000_000 }));
    assert_eq!(limited.steps.len(), 2);
}

#[test]
fn dca_sells_the_sum_at_equal_times_until_nothing_is_left() {
    let policy = dca("40000");
    let mut state = policy.open();
    let mut sold = Vec::new();
    let mut seen = observe(0, 100_000.0, "1 BTC", "0");
    for at in 0..28 {
        seen.time_ms = day(at);
        let plan = policy.decide(&mut state, &seen).unwrap();
        seen.coins_sat = plan.left.coins_sat;
        if plan.sell_sat.to_sat() > 0 {
            sold.push((at, plan.sell_sat.to_sat()));
        }
    }
    assert_eq!(sold, [(0, 40_000_000), (7, 40_000_000), (14, 20_000_000)]);
}

#[test]
fn a_refused_observation_changes_nothing() {
    let policy = Policy::Dca(Dca::new(TradeSide::Buy, "1000".parse().unwrap(), days(1.0)));
    let mut state = policy.open();
    policy.decide(&mut state, &observe(5, 50_000.0, "1 BTC", "5000")).unwrap();
    let before = state.clone();
    let mut refused = |seen: &Observation| {
        let error = policy.decide(&mut state, seen).unwrap_err();
        assert_eq!(state, before);
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let told = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let earlier = refused(&observe(4, 50_000.0, "1 BTC", "5000"));
    assert_eq!(earlier, told("treasury.time_ms.out_of_range", "observation.time_ms"));
    let free = refused(&observe(6, 0.0, "1 BTC", "5000"));
    assert_eq!(free, told("treasury.price_usd.out_of_range", "observation.price_usd"));
    let rich = refused(&observe(6, 1e12, "1000 BTC", "5000"));
    assert_eq!(rich, told("treasury.coins_sat.out_of_range", "observation.coins_sat"));
    let mut unsorted = observe(6, 1.0, "1 BTC", "0");
    unsorted.liabilities = vec![Payment::new(day(9), Cash::ZERO), Payment::new(day(8), Cash::ZERO)];
    assert_eq!(refused(&unsorted), told("treasury.due_ms.out_of_range", "observation.liabilities[1].due_ms"));
    let mut wild = observe(6, 1.0, "1 BTC", "0");
    wild.signals.rsi = Some(f64::NAN);
    assert_eq!(refused(&wild), told("treasury.rsi.out_of_range", "observation.signals.rsi"));

    let mut foreign = Policy::OpexCoverage(OpexCoverage::new(days(30.0), Fraction::ONE)).open();
    let other = policy.decide(&mut foreign, &observe(6, 50_000.0, "1 BTC", "5000")).unwrap_err();
    assert_eq!((other.code(), other.path().as_str()), ("treasury.memories.unsupported", "state.memories"));
    let opex = Policy::OpexCoverage(OpexCoverage::new(days(30.0), Fraction::ONE));
    let mut forged = opex.open();
    forged.memories = vec![Memory::Day { since_ms: Some(day(0)), coins_sat: 1, sold_sat: -1 }];
    assert_eq!(opex.restore(&opex.save(&forged)).unwrap_err().code(), "state.bytes.out_of_range");
    assert_eq!(opex.accept(forged).unwrap_err().code(), "treasury.memories.unsupported");
    assert_eq!(Policy::Hold.restore(&policy.save(&before)).unwrap_err().code(), "state.version.unsupported");
}

#[test]
fn parameters_that_make_no_sense_are_refused_at_their_place() {
    let told = |policy: Policy| {
        let error = policy.check().unwrap_err();
        format!("{} at {}", error.code(), error.path())
    };
    let level = |multiple| Level::new(ratio(multiple), fraction(0.1));
    let layered = |levels| Policy::Layered(Layered::new(levels, ShareOf::Initial));
    assert_eq!(told(dca("0")), "treasury.sum_usd.out_of_range at dca.sum_usd");
    assert_eq!(told(layered(Vec::new())), "treasury.levels.length at layered.levels");
    let unsorted = Policy::Max(vec![Policy::Hold, layered(vec![level(1.5), level(1.2)])]);
    assert_eq!(told(unsorted), "treasury.multiple.out_of_range at max[1].layered.levels[1].multiple");
    let most = Level::new(ratio(1.5), Fraction::ONE);
    let over = layered(vec![level(1.2), most]);
    assert_eq!(told(over), "treasury.share.out_of_range at layered.levels[1].share");
    let basis = Policy::BasisFunding(BasisFunding::new(0.1, 0.1, fraction(0.5)));
    assert_eq!(told(basis), "treasury.exit_per_year.out_of_range at basis_funding.exit_per_year");
    let trigger = Policy::VolatilityTrigger(VolatilityTrigger::new(ratio(1.0), ratio(1.0), fraction(0.5)));
    assert_eq!(told(trigger), "treasury.off_ratio.out_of_range at volatility_trigger.off_ratio");
    assert_eq!(told(Policy::Cppi(Cppi::new(ratio(0.0)))), "treasury.multiplier.out_of_range at cppi.multiplier");
    assert_eq!(told(Policy::Then(Vec::new())), "treasury.policies.length at then.policies");
    let nested = (0..9).fold(Policy::Hold, |policy, _| Policy::Max(vec![policy]));
    assert!(told(nested).starts_with("treasury.policies.length at max[0].max[0]"));
    let floor = FloorRule::new(FloorTerms::new(days(1.0), Vec::new()), WhenInfeasible::Hold);
    assert_eq!(told(Policy::Floor(floor)), "treasury.worst_factors.length at floor.terms.worst_factors");
}

#[test]
fn a_floor_refuses_costs_that_are_not_proportional() {
    let floor = FloorRule::new(FloorTerms::new(days(1.0), vec![fraction(0.5)]), WhenInfeasible::Hold);
    let policy = Policy::Max(vec![Policy::Hold, Policy::Floor(floor)]);
    let mut seen = observe(0, 50_000.0, "1 BTC", "0");
    seen.costs = seen.costs.fixed_usd("5".parse().unwrap());
    let error = policy.decide(&mut policy.open(), &seen).unwrap_err();
    assert_eq!(
        (error.code(), error.path().as_str()),
        ("treasury.fixed_usd.unsupported", "observation.costs.fixed_usd")
    );
}

#[test]
fn a_decision_as_a_document() {
    let request = r#"{"policy": {"cap": {"policy": {"dca": {"side": "sell", "sum_usd": "50000", "every_days": 7}}, "max_daily": 0.01}},
        "observation": {"time_ms": 1735689600000, "price_usd": 100000, "coins_sat": 1250000000, "cash_usd": "600000",
        "costs": {"fee": 0.001, "slippage": 0.0005}}}"#;
    let request: DecideRequest = read("treasury", request).unwrap();
    let report = decide(&request).unwrap();
    assert_eq!(report.plan.sell_sat.to_sat(), 12_500_000);
    let again = decide(&DecideRequest::new(request.policy, request.observation).state(report.state)).unwrap();
    assert_eq!(again.plan.sell_sat.to_sat(), 0);
    let unknown = r#"{"policy": {"max": ["hold", {"momentum": {}}]}, "observation": {}}"#;
    let unknown = read::<DecideRequest>("treasury", unknown).unwrap_err();
    assert_eq!((unknown.code(), unknown.path().as_str()), ("treasury.max.unknown", "policy.max[1]"), "{unknown}");
}

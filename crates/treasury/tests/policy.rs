//! What policies decide, what they remember and what they refuse.

use hashinsight_treasury::coverage::Costs;
use hashinsight_treasury::policy::{Dca, Observation, Policy, TradeSide};
use hashinsight_units::{Days, Fraction, Price, Timestamp};

fn observe(day: i64, price: f64, coins: &str, cash: &str) -> Observation {
    let time = Timestamp::from_s(1_735_689_600 + 86_400 * day).unwrap();
    let costs = Costs::new(Fraction::ZERO);
    Observation::new(time, Price::new(price).unwrap(), coins.parse().unwrap(), cash.parse().unwrap(), costs)
}

#[test]
fn dca_sells_the_sum_at_equal_times_until_nothing_is_left() {
    let policy = Policy::Dca(Dca::new(TradeSide::Sell, "40000".parse().unwrap(), Days::new(7.0).unwrap()));
    let mut state = policy.open();
    let mut sold = Vec::new();
    let mut coins = 100_000_000;
    for day in 0..28 {
        let mut seen = observe(day, 100_000.0, "1 BTC", "0");
        seen.coins_sat = hashinsight_units::Amount::from_sat(coins).unwrap();
        let plan = policy.decide(&mut state, &seen).unwrap();
        coins -= plan.sell_sat.to_sat();
        if plan.sell_sat.to_sat() > 0 {
            sold.push((day, plan.sell_sat.to_sat()));
        }
    }
    assert_eq!(sold, [(0, 40_000_000), (7, 40_000_000), (14, 20_000_000)]);
}

#[test]
fn a_refused_observation_changes_nothing() {
    let policy = Policy::Dca(Dca::new(TradeSide::Buy, "1000".parse().unwrap(), Days::new(1.0).unwrap()));
    let mut state = policy.open();
    policy.decide(&mut state, &observe(5, 50_000.0, "1 BTC", "5000")).unwrap();
    let before = state.clone();
    let earlier = policy.decide(&mut state, &observe(4, 50_000.0, "1 BTC", "5000")).unwrap_err();
    assert_eq!((earlier.code(), earlier.path().as_str()), ("treasury.time_ms.out_of_range", "observation.time_ms"));
    let free = policy.decide(&mut state, &observe(6, 0.0, "1 BTC", "5000")).unwrap_err();
    assert_eq!((free.code(), free.path().as_str()), ("treasury.price_usd.out_of_range", "observation.price_usd"));
    let mut foreign = Policy::Hold.open();
    let other = policy.decide(&mut foreign, &observe(6, 50_000.0, "1 BTC", "5000")).unwrap_err();
    assert_eq!((other.code(), other.path().as_str()), ("treasury.memories.unsupported", "state.memories"));
    assert_eq!(state, before);
    assert_eq!(policy.restore(&policy.save(&state)).unwrap(), state);
    assert_eq!(Policy::Hold.restore(&policy.save(&state)).unwrap_err().code(), "state.version.unsupported");
}

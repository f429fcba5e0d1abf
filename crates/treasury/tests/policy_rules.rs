//! Each rule by itself: what it sells, when, and what it does without its signals.

use hashinsight_derivatives::pricing::Lognormal;
use hashinsight_testkit::within_relative;
use hashinsight_treasury::coverage::Payment;
use hashinsight_treasury::policy::{
    BasisFunding, BasisRequest, CollarRequest, CoveredCallRequest, Cppi, FundingRequest, Layered, Level, MiningCycle,
    Observation, OpexCoverage, Plan, Policy, Reason, ShareOf, State, VolatilityTrigger, annualised_basis,
    annualised_funding, collar, covered_call,
};
use hashinsight_units::{Amount, AssetPrice, Days, Fraction, Outcome, Rate, Ratio, Verdict, Volatility, Years};

use crate::coverage::{anchor, with};
use crate::policy::{day, observe};

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

fn ratio(value: f64) -> Ratio {
    Ratio::new(value).unwrap()
}

fn days(days: f64) -> Days {
    Days::new(days).unwrap()
}

/// A treasury that carries out what a policy plans, one price a day.
struct Run {
    policy: Policy,
    state: State,
    seen: Observation,
    day: i64,
}

impl Run {
    fn new(policy: Policy, coins: &str, cash: &str) -> Self {
        policy.check().unwrap();
        Self { state: policy.open(), policy, seen: observe(0, 1.0, coins, cash), day: 0 }
    }

    fn step(&mut self, price: f64, change: impl FnOnce(&mut Observation)) -> Plan {
        self.seen.time_ms = day(self.day);
        self.seen.price_usd = hashinsight_units::Price::new(price).unwrap();
        change(&mut self.seen);
        let plan = self.policy.decide(&mut self.state, &self.seen).unwrap();
        (self.seen.coins_sat, self.seen.cash_usd) = (plan.left.coins_sat, plan.left.cash_usd);
        self.day += 1;
        plan
    }

    fn sells(&mut self, price: f64) -> u64 {
        self.step(price, |_| {}).sell_sat.to_sat()
    }
}

/// Satoshis of a number of bitcoin that has eight decimals at most.
fn sat(btc: &serde_json::Value) -> u64 {
    format!("{:.8} BTC", btc.as_f64().unwrap()).parse::<Amount>().unwrap().to_sat()
}

fn ladder(share_of: ShareOf) -> Layered {
    let level = |multiple, share| Level::new(ratio(multiple), fraction(share));
    let levels = vec![level(1.2, 0.15), level(1.5, 0.15), level(1.8, 0.2)];
    Layered::new(levels, share_of).reference_usd(hashinsight_units::Price::new(100_000.0).unwrap())
}

#[test]
fn case_05_levels_of_the_initial_and_of_the_remaining_coins() {
    for (share_of, id) in [(ShareOf::Initial, "lay_init"), (ShareOf::Remaining, "lay_rem")] {
        let expected: Vec<u64> = anchor(id).as_array().unwrap().iter().map(sat).collect();
        let mut run = Run::new(Policy::Layered(ladder(share_of)), "10 BTC", "0");
        let sold = [120_000.0, 150_000.0, 180_000.0].map(|price| run.sells(price));
        assert_eq!([&sold[..], &[run.seen.coins_sat.to_sat()]].concat(), expected, "{id}");
        // A price that jumps over all levels sells all of them.
        let mut jump = Run::new(Policy::Layered(ladder(share_of)), "10 BTC", "0");
        assert_eq!(jump.sells(500_000.0), expected[..3].iter().sum::<u64>(), "{id}");
    }
}

#[test]
fn a_level_is_sold_once_and_the_stop_ends_the_ladder() {
    let policy = ladder(ShareOf::Initial).trailing_stop(fraction(0.08)).reserve(fraction(0.3));
    let mut run = Run::new(Policy::Layered(policy), "10 BTC", "0");
    let prices = [119_999.0, 120_000.0, 121_000.0, 130_000.0, 119_700.0, 119_600.0, 200_000.0, 50_000.0];
    let sold = prices.map(|price| run.sells(price));
    // 130,000 is the highest, 119,600 is 8 % below: all but the reserve goes, and nothing afterwards.
    assert_eq!(sold, [0, 150_000_000, 0, 0, 0, 550_000_000, 0, 0]);
    assert_eq!(run.seen.coins_sat.to_sat(), 300_000_000);
    // Before a level is sold no stop works: a falling price alone sells nothing.
    let policy = ladder(ShareOf::Initial).trailing_stop(fraction(0.08));
    let mut run = Run::new(Policy::Layered(policy), "10 BTC", "0");
    assert_eq!([110_000.0, 60_000.0].map(|price| run.sells(price)), [0, 0]);
}

#[test]
fn a_ladder_without_its_cost_or_its_signal_waits_and_says_so() {
    let mut policy = ladder(ShareOf::Initial).rsi_above(70.0);
    let mut run = Run::new(Policy::Layered(policy.clone()), "10 BTC", "0");
    let plan = run.step(130_000.0, |_| {});
    assert!(matches!(plan.reason, Reason::Layered { filter: Verdict::CannotSay, taken: 0, .. }), "{plan:?}");
    assert_eq!(run.step(130_000.0, |seen| seen.signals.rsi = Some(69.0)).sell_sat.to_sat(), 0);
    assert_eq!(run.step(130_000.0, |seen| seen.signals.rsi = Some(71.0)).sell_sat.to_sat(), 150_000_000);
    policy.reference_usd = None;
    policy.rsi_above = None;
    let mut run = Run::new(Policy::Layered(policy), "10 BTC", "0");
    let plan = run.step(1e6, |_| {});
    assert!(matches!(plan.reason, Reason::Layered { reference_usd: None, next_level_usd: None, .. }), "{plan:?}");
    // The average cost of 100,000 is the same reference.
    let plan = run.step(120_000.0, |seen| seen.cost_usd = Some("1000000".parse().unwrap()));
    assert_eq!(plan.sell_sat.to_sat(), 150_000_000);
}

#[test]
fn opex_coverage_sells_what_is_missing_and_no_more_than_the_day_allows() {
    let policy = OpexCoverage::new(days(30.0), fraction(0.05)).reserve_usd("1000".parse().unwrap());
    let mut run = Run::new(Policy::OpexCoverage(policy), "10 BTC", "30000");
    let due = |after: i64, usd: &str| Payment::new(day(after), usd.parse().unwrap());
    run.seen.liabilities = vec![due(5, "20000"), due(30, "40000"), due(31, "1000000")];
    // 20,000 + 40,000 + 1,000 - 30,000 at 100,000: 0.31 bitcoin.
    let plan = run.step(100_000.0, |_| {});
    assert_eq!((plan.sell_sat.to_sat(), plan.left.cash_usd), (31_000_000, "61000".parse().unwrap()));
    assert_eq!(plan.left.coverage_days, Outcome::Value(31.0));
    // The next day the million is in sight: 5 % of what the day began with, however often the policy is asked.
    let began = run.seen.coins_sat.to_sat();
    let sold: Vec<u64> = (0..4)
        .map(|_| {
            let sold = run.sells(100_000.0);
            run.day -= 1;
            sold
        })
        .collect();
    assert_eq!(sold, [began / 20, 0, 0, 0]);
    run.day += 1;
    let began = run.seen.coins_sat.to_sat();
    assert_eq!(run.sells(100_000.0), began / 20);
}

#[test]
fn a_mining_cycle_sells_where_all_signals_are_high_and_waits_between() {
    let policy = MiningCycle::new(fraction(0.7), ratio(1.8), fraction(0.15), days(14.0)).hash_ribbon_above(ratio(1.0));
    let mut run = Run::new(Policy::MiningCycle(policy), "10 BTC", "0");
    let mut verdicts = |percentile: Option<f64>, puell: Option<f64>, ribbon: Option<f64>| {
        let plan = run.step(100_000.0, |seen| {
            seen.signals.hashprice_percentile = percentile.map(fraction);
            (seen.signals.puell, seen.signals.hash_ribbon) = (puell.map(ratio), ribbon.map(ratio));
        });
        let Reason::MiningCycle { verdict, .. } = plan.reason else { panic!("{plan:?}") };
        (verdict, plan.sell_sat.to_sat())
    };
    assert_eq!(verdicts(None, None, None), (Verdict::CannotSay, 0));
    assert_eq!(verdicts(Some(0.9), None, Some(1.1)), (Verdict::CannotSay, 0));
    assert_eq!(verdicts(Some(0.6), None, Some(1.1)), (Verdict::No, 0));
    assert_eq!(verdicts(Some(0.9), Some(2.0), Some(1.0)), (Verdict::No, 0));
    assert_eq!(verdicts(Some(0.9), Some(2.0), Some(1.01)), (Verdict::Yes, 150_000_000));
    for _ in 0..13 {
        assert_eq!(verdicts(Some(0.9), Some(2.0), Some(1.01)), (Verdict::Yes, 0));
    }
    assert_eq!(verdicts(Some(0.9), Some(2.0), Some(1.01)), (Verdict::Yes, 127_500_000));
}

#[test]
fn a_hedge_goes_on_and_off_with_hysteresis() {
    let policy = BasisFunding::new(0.12, 0.04, fraction(0.5)).pays_at_most_per_year(0.02);
    let mut run = Run::new(Policy::BasisFunding(policy), "10 BTC", "0");
    let mut hedge = |basis: Option<f64>, funding: Option<f64>| {
        let change =
            |seen: &mut Observation| (seen.signals.basis_per_year, seen.signals.funding_per_year) = (basis, funding);
        let plan = run.step(100_000.0, change);
        assert_eq!(plan.sell_sat.to_sat(), 0);
        plan.hedge_sat.unwrap().to_sat() / 100_000_000
    };
    let seen = [
        (Some(0.11), Some(0.1)),
        (Some(0.12), None), // nobody knows what the short pays
        (Some(0.12), Some(-0.02)),
        (Some(0.05), Some(-0.02)),
        (None, None), // nothing is known: nothing changes
        (Some(0.04), Some(0.1)),
        (Some(0.11), Some(0.1)),
        (Some(0.2), Some(0.1)),
        (Some(0.2), Some(-0.03)),
    ];
    assert_eq!(seen.map(|(basis, funding)| hedge(basis, funding)), [0, 0, 5, 5, 5, 0, 0, 5, 0]);
}

#[test]
fn a_volatility_trigger_sells_once_until_the_market_calms() {
    let policy = VolatilityTrigger::new(ratio(1.5), ratio(1.1), fraction(0.1));
    let mut run = Run::new(Policy::VolatilityTrigger(policy), "10 BTC", "0");
    let mut sells = |fast: Option<f64>| {
        let slow = Some(ratio(0.5));
        let change = |seen: &mut Observation| {
            (seen.signals.volatility_fast, seen.signals.volatility_slow) = (fast.map(ratio), slow);
        };
        run.step(100_000.0, change).sell_sat.to_sat()
    };
    let fast = [0.74, 0.75, 0.9, 0.6, 0.75, 0.55, 0.7, 0.75].map(Some);
    assert_eq!(fast.map(&mut sells), [0, 100_000_000, 0, 0, 0, 0, 0, 90_000_000]);
    assert_eq!([None, Some(0.75)].map(sells), [0, 0]);
}

#[test]
fn case_12_cppi_holds_its_multiple_and_its_floor() {
    let expected = anchor("cppi");
    let cppi = Cppi::new(ratio(3.0)).floor_usd("800000".parse().unwrap());
    let mut run = Run::new(Policy::Cppi(cppi), "10 BTC", "0");
    let plan = run.step(100_000.0, |_| {});
    let Reason::Cppi { exposure_usd, .. } = plan.reason else { panic!("{plan:?}") };
    assert_eq!(exposure_usd.to_usd_f64(), expected[0].as_f64().unwrap());
    assert_eq!((plan.left.coins_sat.to_sat(), plan.left.cash_usd), (600_000_000, "400000".parse().unwrap()));
    // A fall by the third part leaves the floor, and nothing of the cushion.
    let plan = run.step(100_000.0 * (1.0 - expected[1].as_f64().unwrap()), |_| {});
    let Reason::Cppi { value_usd, .. } = plan.reason else { panic!("{plan:?}") };
    assert!((value_usd.to_usd_f64() - 800_000.0).abs() < 1e-5 && plan.left.coins_sat.to_sat() < 10);
    // A rise buys: V = 400,000 + 6 * 110,000 = 1,060,000, exposure 780,000.
    let mut run = Run::new(Policy::Cppi(cppi), "6 BTC", "400000");
    let plan = run.step(110_000.0, |_| {});
    assert_eq!(plan.left.coins_sat.to_sat(), 78_000_000_000 / 110);
    // The floor rises with the highest value, and the band keeps still.
    let policy = with(cppi, |rule| (rule.ratchet, rule.band) = (Some(fraction(0.9)), fraction(0.05)));
    let mut run = Run::new(Policy::Cppi(policy), "6 BTC", "1400000");
    let floors = [100_000.0, 200_000.0, 150_000.0].map(|price| match run.step(price, |_| {}).reason {
        Reason::Cppi { floor_usd, .. } => floor_usd.to_usd_f64(),
        reason => panic!("{reason:?}"),
    });
    assert_eq!(floors, [1_800_000.0, 2_340_000.0, 2_340_000.0]);
}

#[test]
fn cases_06_and_07_carry_by_the_year() {
    let asset = |price| AssetPrice::new(price).unwrap();
    let basis = annualised_basis(&BasisRequest::new(asset(105_000.0), asset(100_000.0), days(90.0)));
    let percent = |id: &str| anchor(id).as_f64().unwrap() / 100.0;
    within_relative(basis.simple_per_year, percent("basis1"), 1e-14, "simple basis");
    within_relative(basis.continuous_per_year, percent("basis2"), 1e-14, "continuous basis");
    let funding = annualised_funding(&FundingRequest::new(0.0001)).unwrap();
    within_relative(funding.simple_per_year, percent("fund1"), 1e-14, "simple funding");
    // The anchor's (1 + 0.0001)^1095 - 1 begins with 1.0001 rounded: 1e-12.
    within_relative(funding.compounded_per_year.value().unwrap(), percent("fund2"), 1e-12, "compounded funding");
    assert_eq!(annualised_funding(&FundingRequest::new(0.6)).unwrap_err().code(), "treasury.rate.out_of_range");
}

#[test]
fn cases_10_and_11_options_against_the_coins() {
    let asset = |price| AssetPrice::new(price).unwrap();
    let until = |days: f64| {
        let (rate, none) = (Rate::new(0.04).unwrap(), Rate::new(0.0).unwrap());
        Lognormal::new(Years::new(days / 365.0).unwrap(), rate, none, Volatility::new(0.6).unwrap())
    };
    let call = covered_call(&CoveredCallRequest::new(asset(100_000.0), asset(120_000.0), until(30.0)));
    let expected = |id: &str| anchor(id).as_f64().unwrap();
    within_relative(call.premium, expected("cc"), 1e-12, "premium");
    within_relative(call.break_even, expected("cc_be"), 1e-14, "break-even");
    within_relative(call.yield_per_year.value().unwrap(), expected("cc_y") / 100.0, 1e-12, "yield");
    let put = collar(&CollarRequest::new(asset(100_000.0), asset(85_000.0), until(90.0))).unwrap();
    within_relative(put.put_price, anchor("collar")[0].as_f64().unwrap(), 1e-12, "put");
    within_relative(put.call_strike.value().unwrap(), anchor("collar")[1].as_f64().unwrap(), 1e-12, "call strike");
    // A put that costs nothing needs no call; one far in the money costs more than any.
    let expired = collar(&CollarRequest::new(asset(100_000.0), asset(85_000.0), until(0.0))).unwrap();
    assert_eq!((expired.put_price, expired.call_strike), (0.0, Outcome::Unbounded));
    let dear = collar(&CollarRequest::new(asset(100_000.0), asset(500_000.0), until(90.0))).unwrap();
    assert_eq!(dear.call_strike, Outcome::Never);
}

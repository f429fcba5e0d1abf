//! Module H against independent numbers.

use hashinsight_market::{Levels, OrderBook, OrderBookFields};
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_signals::modules::microstructure::{
    AlmgrenChrissRequest, ExecutionPlanRequest, LinearImpact, Microstructure, MicrostructureParams, OrderSide,
    Schedule, TopOfBook, TradedVolume, Vpin, VpinParams, almgren_chriss, apportion, bulk_buy_fraction, execution_plan,
    imbalance, kyle_lambda, microprice, participation, quoted_spread, roll_spread, square_root_impact, twap, vpin,
    vwap, walk,
};
use hashinsight_testkit::{check_stream, within_relative};
use hashinsight_units::{Amount, AssetPrice, Currency, Days, Fraction, Outcome, Price, Quantity, Ratio, Timestamp};
use proptest::prelude::*;

use crate::modules::check_module;
use crate::reference::{number, numbers, row_of};

fn row(name: &str) -> serde_json::Value {
    row_of("signal_ref.json", name)
}

const NOW: i64 = 1_713_571_200_000;

fn levels(case: &serde_json::Value) -> Levels {
    let pairs: Vec<Vec<f64>> = case.as_array().unwrap().iter().map(numbers).collect();
    Levels { price: pairs.iter().map(|pair| pair[0]).collect(), size_base: pairs.iter().map(|pair| pair[1]).collect() }
}

fn book(bids: Levels, asks: Levels) -> OrderBook {
    let fields = OrderBookFields {
        source: "kraken".parse().unwrap(),
        instrument: "XBT/USD".parse().unwrap(),
        quote_currency: Currency::USD,
        time_ms: Timestamp::from_ms(NOW).unwrap(),
        bids,
        asks,
    };
    OrderBook::new(fields).unwrap()
}

#[test]
fn book_of_reference() {
    let case = row("H_book");
    let book = book(levels(&case["bids"]), levels(&case["asks"]));
    within_relative(imbalance(&book, 1).unwrap(), number(&case["imbalance_top1"]), 1e-14, "imbalance of the best");
    within_relative(imbalance(&book, 3).unwrap(), number(&case["imbalance_top3"]), 1e-14, "imbalance of three");
    within_relative(microprice(&book).unwrap(), number(&case["microprice"]), 1e-14, "microprice");
    within_relative(quoted_spread(&book).unwrap() * 1e4, number(&case["quoted_spread_bps"]), 1e-12, "spread");
    let sale = walk(&book, OrderSide::Sell, Quantity::new(10.0).unwrap());
    within_relative(sale.mean_price.value().unwrap(), number(&case["sell_10_vwap"]), 1e-14, "mean price");
    within_relative(
        sale.slippage.value().unwrap() * 1e4,
        number(&case["sell_10_slippage_bps_vs_mid"]),
        1e-11,
        "slippage",
    );
    assert_eq!((sale.filled_base, sale.unfilled_base, sale.levels), (10.0, 0.0, 2));
}

#[test]
fn books_that_are_too_thin_say_so() {
    let thin = book(Levels { price: vec![99.0], size_base: vec![2.0] }, Levels::default());
    let sale = walk(&thin, OrderSide::Sell, Quantity::new(5.0).unwrap());
    assert_eq!((sale.filled_base, sale.unfilled_base, sale.mean_price), (2.0, 3.0, Outcome::Value(99.0)));
    assert!(matches!(sale.slippage, Outcome::Undefined { .. }));
    let purchase = walk(&thin, OrderSide::Buy, Quantity::new(5.0).unwrap());
    assert_eq!((purchase.levels, purchase.unfilled_base), (0, 5.0));
    assert!(matches!(purchase.mean_price, Outcome::Undefined { .. }));
    assert_eq!((imbalance(&thin, 1), microprice(&thin), quoted_spread(&thin)), (None, None, None));
}

#[test]
fn impact_of_reference() {
    let case = row("H_sqrt_impact");
    let ratio = |name: &str| Ratio::new(number(&case[name])).unwrap();
    let size = |name: &str| Quantity::new(number(&case[name])).unwrap();
    let impact = square_root_impact(ratio("Y"), ratio("sigma_daily"), size("Q"), size("V"));
    within_relative(impact, number(&case["impact_frac"]), 1e-12, "square-root law");

    let case = row("H_kyle");
    let (volumes, changes) = (numbers(&case["signed_volume"]), numbers(&case["dp"]));
    let with = kyle_lambda(&volumes, &changes, true).unwrap();
    within_relative(with.lambda, number(&case["lambda_ols_with_intercept"]), 1e-12, "lambda with intercept");
    let without = kyle_lambda(&volumes, &changes, false).unwrap();
    within_relative(without.lambda, number(&case["lambda_no_intercept"]), 1e-12, "lambda through the origin");

    let case = row("H_roll");
    let spread = roll_spread(&numbers(&case["toy_prices"])).unwrap().value().unwrap();
    within_relative(spread, number(&case["toy_spread"]), 1e-12, "Roll's spread");
    let closes = numbers(&hashinsight_testkit::vectors("ta_ref.json")["close"]);
    assert!(matches!(roll_spread(&closes).unwrap(), Outcome::Undefined { .. }));

    let case = row("H_bvc");
    let fraction = bulk_buy_fraction(number(&case["dp"]), number(&case["sigma"])).unwrap();
    within_relative(fraction, number(&case["buy_fraction"]), 1e-14, "bulk volume");
    let case = row("H_vpin");
    let pairs: Vec<Vec<f64>> = case["buckets_buy_sell"].as_array().unwrap().iter().map(numbers).collect();
    let side = |side: usize| pairs.iter().map(|pair| pair[side]).collect::<Vec<f64>>();
    within_relative(vpin(&side(0), &side(1)).unwrap(), number(&case["vpin"]), 1e-14, "VPIN");
}

fn traded(index: i64, price: f64, volume: f64, bought: Option<f64>) -> TradedVolume {
    let time = Timestamp::from_ms(NOW + index).unwrap();
    let mut traded = TradedVolume::new(time, AssetPrice::new(price).unwrap(), Quantity::new(volume).unwrap());
    traded.bought_base = bought.map(|bought| Quantity::new(bought).unwrap());
    traded
}

#[test]
fn buckets_of_reference_in_one_event_each() {
    let case = row("H_vpin");
    let buckets: Vec<Vec<f64>> = case["buckets_buy_sell"].as_array().unwrap().iter().map(numbers).collect();
    let params = VpinParams::new(number(&case["bucket_volume"])).buckets(5);
    let events: Vec<_> =
        (0..).zip(&buckets).map(|(index, bucket)| traded(index, 100.0, 100.0, Some(bucket[0]))).collect();
    let seen = batch::<Vpin>(&params, &events).unwrap();
    assert!(seen[..4].iter().all(|output| output.vpin.is_nan() && output.filled_buckets == 1.0));
    within_relative(seen[4].vpin, number(&case["vpin"]), 1e-14, "VPIN");
    // The same volume in halves and in lumps of several buckets.
    let halves: Vec<_> = (0..10)
        .map(|index| traded(index, 100.0, 50.0, Some(buckets[usize::try_from(index / 2).unwrap()][0] / 2.0)))
        .collect();
    within_relative(batch::<Vpin>(&params, &halves).unwrap()[9].vpin, number(&case["vpin"]), 1e-14, "VPIN by halves");
    let lump = batch::<Vpin>(&params, &[traded(0, 100.0, 730.0, Some(511.0))]).unwrap()[0];
    assert_eq!(lump.filled_buckets, 7.0);
    within_relative(lump.vpin, 0.4, 1e-12, "VPIN of one lump: 70 % bought");
}

/// Volume of which no side is known, against the definition summed up at the end.
#[test]
fn bulk_volume_is_split_by_its_price_change() {
    let (random, mut price) = (hashinsight_numerics::Philox::new(3), 100.0);
    let events: Vec<_> = (0..60)
        .map(|index| {
            let [step, volume] = random.uniform_pair(0, u64::try_from(index).unwrap());
            price += step - 0.5;
            traded(index, price, 10.0 * volume, None)
        })
        .collect();
    let params = VpinParams::new(20.0).buckets(4).deviation_length(5);
    let seen = batch::<Vpin>(&params, &events).unwrap();
    let prices: Vec<f64> = events.iter().map(|event| event.price.get()).collect();
    let changes: Vec<f64> = prices.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let (mut bought, mut sold, mut whole) = (Vec::new(), Vec::new(), [0.0; 2]);
    for index in 5..60 {
        let deviation = hashinsight_testkit::naive_deviation(&changes[index - 5..index]);
        let fraction = bulk_buy_fraction(changes[index - 1], deviation).unwrap();
        within_relative(seen[index].bought_fraction, fraction, 1e-9, "fraction");
        let volume = events[index].volume_base.get();
        let mut parts = [volume * fraction, volume * (1.0 - fraction)];
        // One bucket at most ends in each event.
        let room = 20.0 - whole[0] - whole[1];
        if volume >= room {
            let part = room / volume;
            bought.push(whole[0] + part * parts[0]);
            sold.push(whole[1] + part * parts[1]);
            (whole, parts) = ([0.0; 2], parts.map(|side| side * (1.0 - part)));
        }
        whole = [whole[0] + parts[0], whole[1] + parts[1]];
        if bought.len() >= 4 {
            let last = bought.len() - 4..;
            within_relative(seen[index].vpin, vpin(&bought[last.clone()], &sold[last]).unwrap(), 1e-9, "VPIN");
        } else {
            assert!(seen[index].vpin.is_nan());
        }
    }
    assert!(bought.len() > 8);
    let refused = [traded(-1, 100.0, 1.0, None), traded(99, 100.0, 1.0, Some(1.5))];
    check_stream::<Vpin>(&params, &events[..30], &refused[1..]);
    let mut twice = Vpin::open(&params).unwrap();
    twice.update(&events[0]).unwrap();
    let error = twice.update(&refused[0]).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.time_ms.out_of_range", "time_ms"));
    assert_eq!(batch::<Vpin>(&VpinParams::new(0.0), &[]).unwrap_err().code(), "signals.bucket_base.out_of_range");
    // A price that stands still: neither side.
    let flat: Vec<_> = (0..8).map(|index| traded(index, 100.0, 10.0, None)).collect();
    let seen = batch::<Vpin>(&params, &flat).unwrap();
    assert!(seen[4].bought_fraction.is_nan() && seen[5].bought_fraction == 0.5);
}

fn tops() -> Vec<TopOfBook> {
    let events = row("H_ofi")["events"].clone();
    let price = |event: &serde_json::Value, key: &str| AssetPrice::new(number(&event[key])).unwrap();
    let size = |event: &serde_json::Value, key: &str| Quantity::new(number(&event[key])).unwrap();
    let top = |(event, index): (&serde_json::Value, i64)| {
        let time = Timestamp::from_ms(NOW + index).unwrap();
        TopOfBook::new(time, price(event, "pb"), size(event, "qb"), price(event, "pa"), size(event, "qa"))
    };
    events.as_array().unwrap().iter().zip(0..).map(top).collect()
}

#[test]
fn order_flow_of_reference() {
    let flows = batch::<Microstructure>(&MicrostructureParams::new(), &tops()).unwrap();
    assert!(flows[0].flow_base.is_nan());
    let expected = numbers(&row("H_ofi")["e_n"]);
    assert_eq!(flows[1..].iter().map(|flow| flow.flow_base).collect::<Vec<f64>>(), expected);
    let two = batch::<Microstructure>(&MicrostructureParams::new().length(2), &tops()).unwrap();
    assert!(two[1].flow_base.is_nan());
    assert_eq!(two[3].flow_base, expected[1] + expected[2]);
}

#[test]
fn books_keep_the_contract_of_modules() {
    let mut crossed = tops()[3];
    crossed.time_ms = Timestamp::from_ms(NOW + 99).unwrap();
    crossed.bid = AssetPrice::new(101.0).unwrap();
    check_module::<Microstructure>(&MicrostructureParams::new().length(2), &tops(), &[crossed]);
    let mut again = tops();
    again[1].time_ms = again[0].time_ms;
    let error = batch::<Microstructure>(&MicrostructureParams::new(), &again).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.time_ms.out_of_range", "time_ms[1]"));
}

#[test]
fn almgren_and_chriss_of_the_paper() {
    let case = row("H_almgren_chriss");
    let param = |name: &str| number(&case["params"][name]);
    let model = LinearImpact::new(param("sigma"), param("epsilon"), param("gamma"), param("eta"));
    let size = Quantity::new(param("X")).unwrap();
    let request = AlmgrenChrissRequest::new(size, Days::new(param("T")).unwrap(), 5, model, param("lambda"));
    let plan = almgren_chriss(&request).unwrap();
    within_relative(plan.kappa_per_day, number(&case["kappa"]), 1e-12, "kappa");
    within_relative(plan.half_life_days.value().unwrap(), number(&case["half_life_days"]), 1e-12, "half life");
    for (index, (ours, theirs)) in plan.holdings_base.iter().zip(numbers(&case["holdings"])).enumerate() {
        within_relative(*ours, theirs, 1e-12, &format!("holding {index}"));
    }
    for (index, (ours, theirs)) in plan.trades_base.iter().zip(numbers(&case["trades"])).enumerate() {
        within_relative(*ours, theirs, 1e-12, &format!("trade {index}"));
    }
    within_relative(plan.expected_cost, number(&case["E_cost"]), 1e-12, "expected cost");
    within_relative(plan.variance, number(&case["V_cost"]), 1e-12, "variance");
    within_relative(plan.twap_expected_cost, number(&case["twap_E"]), 1e-12, "expected cost of equal slices");
    within_relative(plan.twap_variance, number(&case["twap_V"]), 1e-12, "variance of equal slices");
}

#[test]
fn the_schedule_of_almgren_and_chriss_is_the_cheapest() {
    let model = LinearImpact::new(0.95, 0.0625, 2.5e-7, 2.5e-6);
    let (size, lambda, tau) = (1e6, 1e-6, 1.0);
    let request = AlmgrenChrissRequest::new(Quantity::new(size).unwrap(), Days::new(5.0).unwrap(), 5, model, lambda);
    let best = almgren_chriss(&request).unwrap();
    // An objective written out on its own: no code of the schedule.
    let objective = |trades: &[f64]| {
        let (mut left, mut cost) = (size, 0.5 * model.permanent * size * size + model.half_spread * size);
        for trade in trades {
            left -= trade;
            cost += (model.temporary - 0.5 * model.permanent * tau) / tau * trade * trade;
            cost += lambda * model.volatility * model.volatility * tau * left * left;
        }
        cost
    };
    let least = objective(&best.trades_base);
    within_relative(least, best.expected_cost + lambda * best.variance, 1e-12, "objective");
    for from in 0..5 {
        for to in 0..5 {
            let mut moved = best.trades_base.clone();
            moved[from] -= 1000.0;
            moved[to] += 1000.0;
            assert!(objective(&moved) >= least, "moving from {from} to {to} is cheaper");
        }
    }
    let patient =
        almgren_chriss(&AlmgrenChrissRequest::new(request.size_base, request.horizon_days, 5, model, 0.0)).unwrap();
    assert_eq!((patient.half_life_days, patient.trades_base), (Outcome::Unbounded, vec![2e5; 5]));
}

#[test]
fn a_plan_explains_its_cost() {
    let plan = |schedule| {
        let (price, spread) = (Price::new(73_674.0).unwrap(), Fraction::new(0.0002).unwrap());
        let (sigma, volume) = (Ratio::new(0.025).unwrap(), Quantity::new(20_000.0).unwrap());
        let parent = Amount::from_sat(2_500_000_007).unwrap();
        let day = Days::new(1.0).unwrap();
        execution_plan(&ExecutionPlanRequest::new(parent, price, spread, sigma, volume, day, schedule)).unwrap()
    };
    let schedules = [
        Schedule::Twap { slices: 24 },
        Schedule::Vwap { expected_volumes: vec![3.0, 1.0, 2.5] },
        Schedule::Participation { rate: Fraction::new(0.01).unwrap(), expected_volumes_base: vec![800.0; 24] },
        Schedule::AlmgrenChriss { slices: 24, risk_aversion_per_usd: 1e-5 },
    ];
    for schedule in schedules {
        let plan = plan(schedule);
        let sold: u64 = plan.slices_sat.iter().map(|slice| slice.to_sat()).sum();
        assert_eq!(sold + plan.unscheduled_sat.to_sat(), 2_500_000_007);
        let terms = plan.spread_cost_usd + plan.permanent_cost_usd + plan.temporary_cost_usd;
        assert_eq!(terms, plan.expected_cost_usd);
        assert!(plan.cost_deviation_usd > 0.0 && (0.0..=1.0).contains(&plan.readiness));
    }
    let [slow, fast] =
        [1e-9, 1e-4].map(|risk_aversion_per_usd| plan(Schedule::AlmgrenChriss { slices: 24, risk_aversion_per_usd }));
    assert!(fast.slices_sat[0] > slow.slices_sat[0] && fast.cost_deviation_usd < slow.cost_deviation_usd);
    assert!(fast.expected_cost_usd > slow.expected_cost_usd);
}

#[test]
fn plans_that_cannot_be() {
    let nothing = apportion(Amount::from_sat(5).unwrap(), &[0.0, 0.0]).unwrap_err();
    assert_eq!(nothing.code(), "signals.weights.insufficient_data");
    let negative = vwap(Amount::from_sat(5).unwrap(), &[1.0, -1.0]).unwrap_err();
    assert_eq!((negative.code(), negative.path().as_str()), ("signals.weights.out_of_range", "weights[1]"));
    assert_eq!(twap(Amount::from_sat(5).unwrap(), 0).unwrap_err().code(), "signals.slices.out_of_range");
    let mut plan = ExecutionPlanRequest::new(
        Amount::from_sat(5).unwrap(),
        Price::new(6e4).unwrap(),
        Fraction::new(2e-4).unwrap(),
        Ratio::new(0.025).unwrap(),
        Quantity::new(2e4).unwrap(),
        Days::new(1.0).unwrap(),
        Schedule::Twap { slices: 10_001 },
    );
    let error = execution_plan(&plan).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.slices.out_of_range", "schedule.twap.slices"));
    plan.schedule = Schedule::AlmgrenChriss { slices: 5, risk_aversion_per_usd: f64::NAN };
    let error = execution_plan(&plan).unwrap_err();
    assert_eq!(error.path().as_str(), "schedule.almgren_chriss.risk_aversion_per_usd");
    let model = LinearImpact::new(0.95, 0.0625, 2.5e-7, 1e-7);
    let request = AlmgrenChrissRequest::new(Quantity::new(1e6).unwrap(), Days::new(5.0).unwrap(), 5, model, 1e-6);
    let error = almgren_chriss(&request).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("signals.temporary.out_of_range", "impact.temporary"));
}

proptest! {
    #[test]
    fn slices_add_up_and_are_fair(sat in 0_u64..=2_100_000_000_000_000, weights in prop::collection::vec(0.0..1e6_f64, 1..40)) {
        prop_assume!(weights.iter().any(|weight| *weight > 0.0));
        let slices = apportion(Amount::from_sat(sat).unwrap(), &weights).unwrap();
        prop_assert_eq!(slices.iter().map(|slice| slice.to_sat()).sum::<u64>(), sat);
        let whole: f64 = weights.iter().sum();
        for (slice, weight) in slices.iter().zip(&weights) {
            prop_assert!((slice.to_sat() as f64 - sat as f64 * (weight / whole)).abs() <= 1.0 + 1e-15 * sat as f64);
        }
    }

    #[test]
    fn participation_never_exceeds_its_rate(sat in 1_u64..=1_000_000_000_000, rate in 0.0..=1.0_f64, volumes in prop::collection::vec(0.0..500.0_f64, 0..40)) {
        let plan = participation(Amount::from_sat(sat).unwrap(), Fraction::new(rate).unwrap(), &volumes).unwrap();
        let sold: u64 = plan.slices.iter().map(|slice| slice.to_sat()).sum();
        prop_assert_eq!(sold + plan.unscheduled.to_sat(), sat);
        for (slice, volume) in plan.slices.iter().zip(&volumes) {
            prop_assert!(slice.to_sat() as f64 <= rate * volume * 1e8);
        }
    }
}

//! The calculator against the parts that it stands on, and no number that is none.

use crate::given::SUBSIDY;
use hashinsight_mining::calculator::{
    MiningCalculator, PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis,
};
use hashinsight_mining::dispatch::{
    DispatchClass, DispatchRequest, HashpriceCurve, MeritOrderRequest, PowerLimit, merit_order, plan_dispatch,
};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastRequest, ForecastSteps, MiningProject, PricePath, StartingWorld,
    forecast,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{Operation, ProfitReport, ProfitRequest, profit};
use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee, hashprice};
use hashinsight_mining::tariff::{EnergyRates, Tariff};
use hashinsight_testkit::within_relative;
use hashinsight_units::{
    Amount, Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashprice, Hashrate, Height, MeanAmount, Outcome,
    Power, Price, Ratio, Timestamp, Usd,
};
use proptest::prelude::*;

fn project() -> MiningProject {
    let world = StartingWorld::new(
        Height::new(953_568),
        Difficulty::constant(1.3e14),
        Price::constant(90_000.0),
        MeanAmount::constant(4e6),
    );
    let operation = Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05))
        .hosting_fee_usd_per_kwh(EnergyPrice::constant(0.01))
        .maintenance_usd_per_day(Usd::constant(0.3))
        .uptime(Fraction::constant(0.96));
    MiningProject::new(spec(200.0, 3500.0), Usd::constant(3000.0), start(), world, operation)
        .resale_usd(Usd::constant(400.0))
}

fn start() -> Timestamp {
    Timestamp::from_s(1_785_542_400).unwrap()
}

fn spec(ths: f64, watts: f64) -> MachineSpec {
    MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap())
}

fn growing(difficulty: f64) -> Algorithm {
    let path = DynamicPath::new(DifficultyPath::GrowthPerStep(difficulty), PricePath::GrowthPerStep(0.01));
    Algorithm::Dynamic(path)
}

/// The same question to the arithmetic of one span.
fn one_span(days: f64) -> ProfitReport {
    let p = project();
    let reward = BlockReward::new(SUBSIDY, p.world.fees_per_block_sat);
    let chain = Chain::new(NetworkBasis::Difficulty(p.world.difficulty), reward);
    let market = Market::new(chain, p.world.btc_price_usd);
    profit(&ProfitRequest::new(p.machines, market, p.operation, Days::new(days).unwrap())).unwrap()
}

#[test]
fn static_answers_are_those_of_one_span() {
    let calculator = MiningCalculator::new(project(), Algorithm::Static);
    let (days, span) = (Days::new(123.4).unwrap(), one_span(123.4));
    let btc = calculator.calculate_btc_mined(days).unwrap();
    within_relative(btc.btc, span.expected_btc, 1e-12, "btc");
    within_relative(btc.btc_per_day, span.expected_btc / 123.4, 1e-12, "btc per day");
    assert_eq!(btc.btc, btc.btc_with_switch_off);
    let revenue = calculator.calculate_daily_revenue(days).unwrap();
    for usd in [revenue.mean_usd_per_day, revenue.first_usd_per_day, revenue.last_usd_per_day] {
        within_relative(usd, span.revenue_usd / 123.4, 1e-11, "revenue per day");
    }
    let left = calculator.calculate_profitability(days).unwrap();
    for (got, expected, what) in [
        (left.revenue_usd, span.revenue_usd, "revenue"),
        (left.power_cost_usd, span.power_cost_usd, "power"),
        (left.hosting_usd, span.hosting_usd, "hosting"),
        (left.maintenance_usd, span.maintenance_usd, "maintenance"),
        (left.net_usd, span.net_usd, "net"),
        (left.always_on_net_usd, span.net_usd, "always on"),
        (left.margin.value().unwrap(), span.net_usd / span.revenue_usd, "margin"),
    ] {
        within_relative(got, expected, 1e-11, what);
    }
}

#[test]
fn dynamic_answers_are_those_of_the_forecast() {
    let calculator = MiningCalculator::new(project(), growing(0.03));
    let steps = ForecastSteps::Retargets { days: Days::new(900.0).unwrap() };
    let rate = DiscountRate::constant(0.15);
    let report = forecast(&ForecastRequest::new(project(), growing(0.03), steps.clone(), rate)).unwrap();
    let roi = calculator.calculate_roi(steps.clone(), rate).unwrap();
    assert_eq!(roi.with_switch_off, report.with_switch_off);
    assert_eq!(roi.always_on, report.always_on);
    let earned = report.with_switch_off.net_usd + 400.0;
    within_relative(roi.return_on_investment.value().unwrap(), earned / 3000.0 - 1.0, 1e-12, "roi");
    assert!(report.days_off > 0.0, "the question has both kinds of days");
    let btc = calculator.calculate_btc_mined(Days::new(900.0).unwrap()).unwrap();
    assert!(btc.btc > btc.btc_with_switch_off && btc.btc_with_switch_off == report.btc);
    let left = calculator.calculate_profitability(Days::new(900.0).unwrap()).unwrap();
    assert!(left.net_usd > left.always_on_net_usd);

    let mut free = MiningCalculator::new(project(), Algorithm::Static);
    free.project.machine_price_usd = Usd::MIN;
    let roi = free.calculate_roi(steps, DiscountRate::constant(0.1)).unwrap();
    assert!(matches!(roi.return_on_investment, Outcome::Undefined { .. }));
    assert_eq!(roi.with_switch_off.payback_days, Outcome::Value(0.0));
    let fault = free.calculate_btc_mined(Days::new(36_526.0).unwrap()).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.days.out_of_range", "days"));
}

fn class(count: u32, ths: f64, watts: f64) -> DispatchClass {
    DispatchClass::new("one".into(), count, Machine::Spec(spec(ths, watts)))
}

fn curtail(height: u32, hours: u32, algorithm: Algorithm) -> PowerCurtailmentReport {
    let mut world = project().world;
    world.height = Height::new(height);
    let (classes, tariff) = (vec![class(10, 200.0, 3500.0)], flat(0.07));
    let fee = PoolFee::constant(0.02);
    let request = PowerCurtailmentRequest::new(classes, tariff, start(), hours, world, fee, algorithm);
    power_curtailment_analysis(&request).unwrap()
}

fn flat(usd_per_kwh: f64) -> Tariff {
    Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(usd_per_kwh).unwrap()))
}

/// The hashprice of each hour is that of its difficulty, price and subsidy: across a retarget, and across the halving.
#[test]
fn case_34_curtailment_follows_the_world_within_the_hour() {
    let at = |difficulty: f64, price: f64, subsidy: u64| {
        let reward = BlockReward::new(Amount::from_sat(subsidy).unwrap(), MeanAmount::constant(4e6));
        hashprice(Difficulty::new(difficulty).unwrap(), reward).to_usd_per_phs_day(Price::new(price).unwrap())
    };
    // 96 blocks to the next retarget, 16 hours at 600.3 s a block and no growth.
    let (before, after) = (at(1.3e14, 90e3, 312_500_000), at(1.3e14, 90e3 * 1.01, 312_500_000));
    let report = curtail(955_584 - 96, 24, growing(0.0));
    let curve: Vec<f64> = report.hashprice_usd_per_phs_day.iter().map(|hashprice| hashprice.get()).collect();
    assert!(curve[..16].iter().all(|usd| *usd == before), "{curve:?}");
    assert!(curve[17..].iter().all(|usd| (usd / after - 1.0).abs() < 1e-14), "{curve:?}");
    let block_s = 14.0 * 86_400.0 / 2015.0;
    let part = 96.0 * block_s / 3600.0 - 16.0; // of the hour, before the retarget
    assert!((curve[16] / (part * before + (1.0 - part) * after) - 1.0).abs() < 1e-14, "{curve:?}");
    // 48 blocks to the halving: afterwards nothing runs at 0.07 USD/kWh, nor in the hour of which 14 s are left.
    let report = curtail(1_050_000 - 48, 24, growing(0.0));
    let running = &report.plan.classes[0].running[0];
    assert!(running[..8].iter().all(|count| *count == 10) && running[8..].iter().all(|count| *count == 0));
    // Half an hour of each: the mean.
    let report = curtail(1_050_000 - 51, 24, growing(0.0));
    let part = 51.0 * block_s / 3600.0 - 8.0;
    let mean = part * before + (1.0 - part) * at(1.3e14, 90e3, 156_250_000);
    assert!((report.hashprice_usd_per_phs_day[8].get() / mean - 1.0).abs() < 1e-14);
    // The static algorithm knows neither.
    let report = curtail(1_050_000 - 48, 24, Algorithm::Static);
    assert!(report.hashprice_usd_per_phs_day.iter().all(|hashprice| hashprice.get() == before));
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(6_400))]

    /// The ends of every unit: still numbers, or a refusal.
    #[test]
    fn extreme_sites_stay_numbers(
        count in any::<u32>(), ths in prop_oneof![Just(0.0), Just(1e24), 0.0f64..1e24],
        watts in prop_oneof![Just(0.0), Just(1e15), 0.0f64..1e6],
        usd in prop_oneof![Just(0.0), Just(1e18)], price in prop_oneof![Just(-1000.0), Just(1000.0), -0.1f64..0.2],
        start in 0.0f64..1e15,
        limit in proptest::option::of(prop_oneof![Just(0.0), Just(1e15), 0.0f64..1e9]), overhead in 1.0f64..1e12,
        shed in any::<bool>(), hours in 1u32..40,
    ) {
        let mut one = class(count, ths, watts);
        one.modes = Some(vec![MachineSpec::new(Hashrate::MAX, Power::MIN), spec(1.0, watts)]);
        if limit.is_none() {
            one.start_cost_usd = Usd::new(start).ok();
            one.min_down_hours = Some(3);
        }
        let (classes, hashprice) = (vec![one, class(3, 100.0, 3000.0)], Hashprice::new(usd).unwrap());
        let curve = HashpriceCurve::ConstantUsdPerPhsDay(hashprice);
        let limit = limit.map(|watts| Power::new(watts).unwrap());
        let mut request =
            DispatchRequest::new(classes.clone(), flat(price), Timestamp::MIN, hours, curve)
                .cooling_overhead(Ratio::new(if shed { overhead } else { 1.0 }).unwrap());
        request.power_limit_w = limit;
        if let Ok(report) = plan_dispatch(&request) {
            prop_assert!(!serde_json::to_string(&report).unwrap().contains("null"), "{report:?}");
        }
        let mut merit = MeritOrderRequest::new(classes, hashprice, EnergyPrice::new(price).unwrap());
        merit.limit = limit.map(if shed { PowerLimit::ShedW } else { PowerLimit::CapW });
        if let Ok(report) = merit_order(&merit) {
            prop_assert!(!serde_json::to_string(&report).unwrap().contains("null"), "{report:?}");
        }
    }
}

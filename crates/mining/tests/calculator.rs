//! The calculator against the parts that it stands on, and no number that is none.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::Outcome;
use hashinsight_mining::calculator::{
    MiningCalculator, PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis,
};
use hashinsight_mining::dispatch::{
    DispatchClass, DispatchRequest, HashpriceCurve, MeritOrderRequest, PowerLimit, merit_order, plan_dispatch,
};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastRequest, ForecastSteps, MiningProject, PricePath, forecast,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{ProfitReport, ProfitRequest, profit};
use hashinsight_mining::reward::{HashpriceRequest, hashprice};
use hashinsight_mining::tariff::{EnergyRates, Tariff};
use hashinsight_testkit::within_relative;
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Faulty, Fraction, Hashprice, Hashrate, Height, Power, Price, Ratio,
    Timestamp, Usd,
};
use proptest::prelude::*;

fn project() -> MiningProject {
    MiningProject {
        hashrate_ths: Hashrate::from_ths(200.0).unwrap(),
        power_w: Power::from_w(3500.0).unwrap(),
        machine_price_usd: Usd::new(3000.0).unwrap(),
        resale_usd: Some(Usd::new(400.0).unwrap()),
        start_ms: Timestamp::from_s(1_785_542_400).unwrap(),
        height: Height::new(953_568),
        difficulty: Difficulty::new(1.3e14).unwrap(),
        btc_price_usd: Price::new(90_000.0).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
        pool_fee: Fraction::new(0.02).unwrap(),
        power_price_usd_per_kwh: EnergyPrice::new(0.05).unwrap(),
        hosting_fee_usd_per_kwh: Some(EnergyPrice::new(0.01).unwrap()),
        maintenance_usd_per_day: Some(Usd::new(0.3).unwrap()),
        uptime: Some(Fraction::new(0.96).unwrap()),
        co2_kg_per_kwh: None,
    }
}

fn growing(difficulty: f64) -> Algorithm {
    Algorithm::Dynamic(DynamicPath {
        difficulty: DifficultyPath::GrowthPerStep(difficulty),
        btc_price: PricePath::GrowthPerStep(0.01),
        fees_per_block_sat: None,
        hashrate_decay_per_month: None,
    })
}

/// The same question to the arithmetic of one span.
fn one_span(days: f64) -> ProfitReport {
    let p = project();
    profit(&ProfitRequest {
        hashrate_ths: p.hashrate_ths,
        power_w: p.power_w,
        network_basis: NetworkBasis::Difficulty(p.difficulty),
        subsidy_sat: Amount::from_sat(312_500_000).unwrap(),
        fees_per_block_sat: p.fees_per_block_sat,
        btc_price_usd: p.btc_price_usd,
        pool_fee: p.pool_fee,
        power_price_usd_per_kwh: p.power_price_usd_per_kwh,
        days: Days::new(days).unwrap(),
        uptime: p.uptime,
        hosting_fee_usd_per_kwh: p.hosting_fee_usd_per_kwh,
        maintenance_usd_per_day: p.maintenance_usd_per_day,
        machine_price_usd: None,
        useful_life_days: None,
    })
    .unwrap()
}

#[test]
fn static_answers_are_those_of_one_span() {
    let calculator = MiningCalculator { project: project(), algorithm: Algorithm::Static };
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
    let calculator = MiningCalculator { project: project(), algorithm: growing(0.03) };
    let steps = ForecastSteps::Retargets { days: Days::new(900.0).unwrap() };
    let report = forecast(&ForecastRequest {
        project: project(),
        algorithm: growing(0.03),
        steps,
        discount_rate_per_year: 0.15,
        depreciation: None,
    })
    .unwrap();
    let roi = calculator.calculate_roi(steps, 0.15).unwrap();
    assert_eq!(roi.with_switch_off, report.with_switch_off);
    assert_eq!(roi.always_on, report.always_on);
    let earned = report.with_switch_off.net_usd + 400.0;
    within_relative(roi.return_on_investment.value().unwrap(), earned / 3000.0 - 1.0, 1e-12, "roi");
    assert!(report.days_off > 0.0, "the question has both kinds of days");
    let btc = calculator.calculate_btc_mined(Days::new(900.0).unwrap()).unwrap();
    assert!(btc.btc > btc.btc_with_switch_off && btc.btc_with_switch_off == report.btc);
    let left = calculator.calculate_profitability(Days::new(900.0).unwrap()).unwrap();
    assert!(left.net_usd > left.always_on_net_usd);

    let free = MiningProject { machine_price_usd: Usd::MIN, ..project() };
    let free = MiningCalculator { project: free, algorithm: Algorithm::Static };
    let roi = free.calculate_roi(steps, 0.1).unwrap();
    assert!(matches!(roi.return_on_investment, Outcome::Undefined { .. }));
    assert_eq!(roi.with_switch_off.payback_days, Outcome::Value(0.0));
    let fault = free.calculate_btc_mined(Days::new(36_526.0).unwrap()).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.days.out_of_range", "days"));
}

fn class(count: u32, ths: f64, watts: f64) -> DispatchClass {
    let spec = MachineSpec { hashrate_ths: Hashrate::new(ths).unwrap(), power_w: Power::new(watts).unwrap() };
    DispatchClass {
        name: "one".into(),
        count,
        machine: Machine::Spec(spec),
        modes: None,
        min_up_hours: None,
        min_down_hours: None,
        start_cost_usd: None,
        initial: None,
    }
}

fn curtail(height: u32, hours: u32, algorithm: Algorithm) -> PowerCurtailmentReport {
    power_curtailment_analysis(&PowerCurtailmentRequest {
        classes: vec![class(10, 200.0, 3500.0)],
        tariff: Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.07).unwrap())),
        start_ms: Timestamp::from_s(1_785_542_400).unwrap(),
        hours,
        height: Height::new(height),
        difficulty: Difficulty::new(1.3e14).unwrap(),
        btc_price_usd: Price::new(90_000.0).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
        pool_fee: Fraction::new(0.02).unwrap(),
        algorithm,
        cooling_overhead: None,
        power_limit_w: None,
        include_doubtful: false,
    })
    .unwrap()
}

/// The hashprice of each hour is that of its difficulty, price and subsidy: across a retarget, and across the halving.
#[test]
fn case_34_curtailment_follows_the_world_within_the_hour() {
    let at = |difficulty: f64, price: f64, subsidy: u64| {
        let request = HashpriceRequest {
            network_basis: NetworkBasis::Difficulty(Difficulty::new(difficulty).unwrap()),
            subsidy_sat: Amount::from_sat(subsidy).unwrap(),
            fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
            btc_price_usd: Price::new(price).unwrap(),
        };
        hashprice(&request).unwrap().hashprice_usd_per_phs_day
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
    #![proptest_config(ProptestConfig::with_cases(128))]

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
        one.modes = Some(vec![MachineSpec { hashrate_ths: Hashrate::MAX, power_w: Power::MIN }, MachineSpec {
            hashrate_ths: Hashrate::new(1.0).unwrap(),
            power_w: Power::new(watts).unwrap(),
        }]);
        if limit.is_none() {
            one.start_cost_usd = Usd::new(start).ok();
            one.min_down_hours = Some(3);
        }
        let request = DispatchRequest {
            classes: vec![one.clone(), class(3, 100.0, 3000.0)],
            tariff: Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(price).unwrap())),
            start_ms: Timestamp::MIN,
            hours,
            hashprice: HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(usd).unwrap()),
            pool_fee: None,
            cooling_overhead: Ratio::new(if shed { overhead } else { 1.0 }).ok(),
            power_limit_w: limit.map(|watts| Power::new(watts).unwrap()),
            include_doubtful: false,
        };
        if let Ok(report) = plan_dispatch(&request) {
            prop_assert!(!serde_json::to_string(&report).unwrap().contains("null"), "{report:?}");
        }
        let limit = limit.map(|watts| Power::new(watts).unwrap());
        let merit = merit_order(&MeritOrderRequest {
            classes: request.classes,
            hashprice_usd_per_phs_day: Hashprice::new(usd).unwrap(),
            power_price_usd_per_kwh: EnergyPrice::new(price).unwrap(),
            limit: limit.map(if shed { PowerLimit::ShedW } else { PowerLimit::CapW }),
            pool_fee: None,
            cooling_overhead: None,
            include_doubtful: false,
        });
        if let Ok(report) = merit {
            prop_assert!(!serde_json::to_string(&report).unwrap().contains("null"), "{report:?}");
        }
    }
}

//! Forecasts: dates, heights and money against naive recomputation.

use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    StartingWorld, forecast,
};
use hashinsight_mining::investment::{DepreciationMethod, InternalRate};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::profit::Operation;
use hashinsight_mining::reward::PoolFee;
use hashinsight_numerics::pow;
use hashinsight_testkit::within_relative;
use hashinsight_units::{
    Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashrate, Height, MeanAmount, Outcome, Power, Price, Ratio,
    Timestamp, Usd,
};
use proptest::prelude::*;

/// An S21 XP at height 953,568 on 2026-06-20.
fn project() -> MiningProject {
    let world = StartingWorld::new(
        Height::new(953_568),
        Difficulty::constant(1.3e14),
        Price::constant(90_000.0),
        MeanAmount::constant(4e6),
    );
    MiningProject::new(
        MachineSpec::new(Hashrate::constant(270.0), Power::constant(3645.0)),
        Usd::constant(3335.0),
        Timestamp::from_s(1_781_913_600).unwrap(),
        world,
        Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05)),
    )
}

/// The project with some of it changed.
pub(crate) fn project_with(change: impl FnOnce(&mut MiningProject)) -> MiningProject {
    let mut project = project();
    change(&mut project);
    project
}

pub(crate) fn path(difficulty: f64, price: f64) -> DynamicPath {
    DynamicPath::new(DifficultyPath::GrowthPerStep(difficulty), PricePath::GrowthPerStep(price))
}

fn growth(difficulty: f64, price: f64) -> Algorithm {
    Algorithm::Dynamic(path(difficulty, price))
}

fn days(days: f64) -> ForecastSteps {
    ForecastSteps::Retargets { days: Days::new(days).unwrap() }
}

pub(crate) fn request(algorithm: Algorithm, steps: ForecastSteps) -> ForecastRequest {
    ForecastRequest::new(project(), algorithm, steps, DiscountRate::constant(0.1))
}

pub(crate) fn run(request: &ForecastRequest) -> ForecastReport {
    forecast(request).unwrap_or_else(|error| panic!("{error}"))
}

fn sum(column: &[f64]) -> f64 {
    column.iter().sum()
}

#[test]
fn a_growing_difficulty_shortens_periods_and_brings_the_halving_forward() {
    let slow = run(&request(growth(0.0, 0.0), days(730.0)));
    let fast = run(&request(growth(0.02, 0.0), days(730.0)));
    for (report, growth) in [(&slow, 0.0), (&fast, 0.02)] {
        let table = &report.table;
        within_relative(sum(&table.days), 730.0, 1e-12, "days");
        // 2016 blocks in 1,209,600 · 2016/2015 / (1 + growth) seconds, from a retarget on.
        within_relative(table.days[0], 14.0 * 2016.0 / 2015.0 / (1.0 + growth), 1e-12, "period");
        for row in 1..table.days.len() {
            let before = row - 1;
            assert_eq!(
                f64::from(table.height[row].get()),
                f64::from(table.height[before].get()) + table.blocks[before]
            );
            let ms = table.start_ms[row].to_ms() - table.start_ms[before].to_ms();
            assert!((ms as f64 - table.days[before] * 86_400e3).abs() <= 1.0);
            let retarget = table.height[row].get().is_multiple_of(2016);
            let ratio = table.difficulty[row] / table.difficulty[before];
            within_relative(ratio, if retarget { 1.0 + growth } else { 1.0 }, 1e-14, "difficulty");
            assert!(retarget || table.height[row].get() == 1_050_000, "a step begins at a retarget or a halving");
        }
        let halving = report.halvings[0];
        assert_eq!((report.halvings.len(), halving.height.get()), (1, 1_050_000));
        let at = table.height.iter().position(|height| *height == halving.height).unwrap();
        assert_eq!(
            (table.start_ms[at], table.subsidy_sat[at - 1], table.subsidy_sat[at]),
            (halving.time_ms, 312_500_000, 156_250_000)
        );
    }
    let days_earlier = (slow.halvings[0].time_ms.to_ms() - fast.halvings[0].time_ms.to_ms()) as f64 / 86_400e3;
    // 96,432 blocks of 600.3 s, 2 % faster.
    within_relative(days_earlier, 96_432.0 * 600.0 * 2016.0 / 2015.0 / 86_400.0 * (0.02 / 1.02), 2e-3, "days earlier");
}

#[test]
fn static_parameters_stay_and_profit_is_linear() {
    let report = run(&request(Algorithm::Static, days(2000.0)));
    let table = &report.table;
    // The halving is told, though the subsidy stays.
    assert_eq!(report.halvings.iter().map(|halving| halving.height.get()).collect::<Vec<_>>(), [1_050_000]);
    assert!(table.subsidy_sat.iter().all(|subsidy| *subsidy == 312_500_000));
    let per_day = table.net_usd[0] / table.days[0];
    // 270 TH/s · 86,400 s / (1.3e14 · 2^32) · 3.165 BTC · 90,000 · 0.98 - 87.48 kWh · 0.05
    let expected = 270e12 * 86_400.0 / (1.3e14 * 4_294_967_296.0) * 3.165 * 90_000.0 * 0.98 - 3.645 * 24.0 * 0.05;
    within_relative(per_day, expected, 1e-12, "profit per day");
    for (net, days) in table.net_usd.iter().zip(&table.days) {
        within_relative(net / days, per_day, 1e-12, "constant");
    }
    within_relative(report.with_switch_off.payback_days.value().unwrap(), 3335.0 / per_day, 1e-12, "payback");
}

/// Every row from the definitions, with plain loops.
fn check_rows(request: &ForecastRequest) {
    let report = run(request);
    let (table, project) = (&report.table, &request.project);
    let (kw, operation) = (project.machines.power_w.get() / 1e3, &project.operation);
    let uptime = operation.uptime.map_or(1.0, Fraction::get);
    let hosting = operation.hosting_fee_usd_per_kwh.map_or(0.0, EnergyPrice::get);
    let tariff = operation.power_price_usd_per_kwh.get() + hosting;
    let upkeep = operation.maintenance_usd_per_day.map_or(0.0, Usd::get);
    let discount = |years: f64| pow(1.0 + request.discount_rate_per_year.get(), years);
    let mut cumulative = -project.machine_price_usd.get();
    let (mut npv, mut always_on, mut passed, mut kwh) = (cumulative, cumulative, 0.0, 0.0);
    for row in 0..table.days.len() {
        let days = table.days[row];
        passed += days;
        let reward = table.subsidy_sat[row] as f64 / 1e8 + project.world.fees_per_block_sat.to_sat() / 1e8;
        let blocks =
            table.hashrate_ths[row] * 1e12 * uptime * days * 86_400.0 / (table.difficulty[row] * 4_294_967_296.0);
        let revenue = blocks * reward * (1.0 - operation.pool_fee.get()) * table.btc_price_usd[row];
        let energy = kw * 24.0 * uptime * days;
        let margin = revenue - energy * tariff;
        let scale = revenue + energy * tariff.abs() + upkeep * days;
        // Retargets and halvings are steps of their own: the machine runs in all of it or not at all.
        let runs = table.days_off[row] == 0.0;
        assert!(runs || table.days_off[row] == days, "row {row}");
        assert_eq!(runs, margin >= 0.0 || margin.abs() < 1e-9 * scale && runs, "row {row}");
        let net = if runs { margin } else { 0.0 } - upkeep * days;
        assert!((table.net_usd[row] - net).abs() <= 1e-11 * scale, "row {row}");
        assert!((table.always_on_net_usd[row] - (margin - upkeep * days)).abs() <= 1e-11 * scale, "row {row}");
        kwh += if runs { energy } else { 0.0 };
        cumulative += net;
        assert!((table.cumulative_usd[row] - cumulative).abs() < 1e-9 * (1.0 + cumulative.abs()), "row {row}");
        npv += net / discount(passed / 365.0);
        always_on += (margin - upkeep * days) / discount(passed / 365.0);
    }
    let resale = project.resale_usd.map_or(0.0, Usd::get) / discount(passed / 365.0);
    let close =
        |a: f64, b: f64, what: &str| assert!((a - b).abs() < 1e-8 * (1.0 + b.abs() + 3335.0), "{what}: {a} {b}");
    close(report.with_switch_off.net_present_value_usd, npv + resale, "npv");
    close(report.always_on.net_present_value_usd, always_on + resale, "always on");
    close(report.switch_off_value_usd, npv - always_on, "option");
    close(report.energy_kwh, kwh, "energy");
    assert!(report.switch_off_value_usd >= -1e-9, "an option is never a burden");
    if let (Some(factor), Outcome::Value(kg)) = (project.co2_kg_per_kwh, report.co2_kg) {
        close(kg, kwh * factor.get(), "carbon dioxide");
    }
    // At its ceiling the price leaves a net present value of 0.
    let ceiling = report.with_switch_off.price_ceiling_usd;
    if let Ok(price) = Usd::new(ceiling) {
        let mut at_ceiling = request.clone();
        at_ceiling.project.machine_price_usd = price;
        let report = run(&at_ceiling);
        assert!(report.with_switch_off.net_present_value_usd.abs() < 1e-9 * (1.0 + ceiling), "{ceiling}");
        if let InternalRate::Value(rate) = report.with_switch_off.internal_rate_per_year {
            assert!((rate - request.discount_rate_per_year.get()).abs() < 1e-6, "{rate}");
        }
    }
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(3_200))]

    #[test]
    fn rows_and_values_are_their_definitions(
        grow in -0.1f64..0.1, price in -0.05f64..0.05, decay in proptest::option::of(0.0f64..0.05),
        span in 1.0f64..1500.0,
        tariff in -0.02f64..0.15, hosting in proptest::option::of(0.0f64..0.03),
        upkeep in proptest::option::of(0.0f64..3.0),
        uptime in proptest::option::of(0.1f64..1.0), resale in proptest::option::of(0.0f64..2000.0),
        co2 in proptest::option::of(0.0f64..1.0), height in 900_000u32..1_100_000, rate in -0.3f64..1.0,
    ) {
        let mut path = path(grow, price);
        path.hashrate_decay_per_month = decay.map(|d| Fraction::new(d).unwrap());
        let mut request = request(Algorithm::Dynamic(path), days(span));
        request.discount_rate_per_year = DiscountRate::new(rate).unwrap();
        request.project = project_with(|project| {
            let operation = &mut project.operation;
            operation.power_price_usd_per_kwh = EnergyPrice::new(tariff).unwrap();
            operation.hosting_fee_usd_per_kwh = hosting.map(|h| EnergyPrice::new(h).unwrap());
            operation.maintenance_usd_per_day = upkeep.map(|u| Usd::new(u).unwrap());
            operation.uptime = uptime.map(|u| Fraction::new(u).unwrap());
            project.resale_usd = resale.map(|r| Usd::new(r).unwrap());
            project.co2_kg_per_kwh = co2.map(|c| Ratio::new(c).unwrap());
            project.world.height = Height::new(height);
        });
        check_rows(&request);
    }

    /// No number that is none, whatever comes in.
    #[test]
    fn any_forecast_is_answered_or_refused(
        grow in -0.75f64..3.0, price in -0.99f64..10.0, ths in 0.0f64..1e24, watts in 0.0f64..1e15,
        d in 2.4e-10f64..1e60,
        span in 1e-6f64..40_000.0, height in any::<u32>(), rate in -0.5f64..10.0,
        months in any::<bool>(), count in 0u32..1300,
    ) {
        let project = project_with(|project| {
            project.machines = MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap());
            project.world.difficulty = Difficulty::new(d).unwrap();
            project.world.height = Height::new(height);
        });
        let steps = if months {
            ForecastSteps::Months { count, days_each: Days::new(30.0).unwrap() }
        } else {
            days(span)
        };
        let request = ForecastRequest::new(project, growth(grow, price), steps, DiscountRate::new(rate).unwrap());
        if let Ok(report) = forecast(&request) {
            let text = serde_json::to_string(&report).unwrap();
            prop_assert!(!text.contains("null"), "{}", text);
        }
    }
}

/// 1 PH/s at 1.3e14 without growth, so many blocks before the halving at 1,050,000: BTC by days at 144 blocks a day.
#[test]
fn case_34_a_month_takes_each_subsidy_for_its_blocks() {
    let run_at = |height, steps, price: f64, decay: Option<f64>| {
        let mut path = path(0.0, 0.0);
        path.hashrate_decay_per_month = decay.map(|d| Fraction::new(d).unwrap());
        let mut request = request(Algorithm::Dynamic(path), steps);
        request.project = project_with(|project| {
            project.machines = MachineSpec::new(Hashrate::constant(1000.0), Power::constant(15_000.0));
            let (difficulty, price) = (project.world.difficulty, Price::new(price).unwrap());
            project.world = StartingWorld::new(Height::new(height), difficulty, price, MeanAmount::ZERO);
            project.operation.pool_fee = PoolFee::ZERO;
        });
        run(&request)
    };
    let months = |count| ForecastSteps::Months { count, days_each: Days::new(30.4375).unwrap() };
    let blocks_per_day = 1e15 * 86_400.0 / (1.3e14 * 4_294_967_296.0);
    for (ahead, days_before) in [(432, 3.0), (1, 1.0 / 144.0), (4382, 4382.0 / 144.0)] {
        let report = run_at(1_050_000 - ahead, months(1), 90e3, None);
        let right = blocks_per_day * (days_before * 3.125 + (30.4375 - days_before) * 1.5625);
        within_relative(report.btc, right, 1e-12, "BTC");
        let halving = report.halvings[0];
        assert_eq!((report.halvings.len(), halving.height.get()), (1, 1_050_000));
        assert_eq!(halving.time_ms.to_ms() - project().start_ms.to_ms(), i64::from(ahead) * 600_000);
        let table = &report.table;
        assert_eq!((table.days.as_slice(), table.subsidy_sat.as_slice()), (&[30.4375][..], &[312_500_000][..]));
        within_relative(table.blocks[0], 4383.0, 1e-12, "blocks");
        within_relative(table.net_usd[0], right * 90e3 - 15.0 * 24.0 * 30.4375 * 0.05, 1e-12, "net");
    }
    // At 50,000 USD it covers its power, 18 USD a day, before the halving only: off after 3 days.
    let report = run_at(1_050_000 - 432, months(2), 50e3, None);
    within_relative(report.days_off, 2.0 * 30.4375 - 3.0, 1e-12, "days off");
    within_relative(report.table.days_off[0], 27.4375, 1e-12, "days off in the month of the halving");
    within_relative(report.table.power_cost_usd[0], 3.0 * 18.0, 1e-12, "power");
    // Two years with the halving in the twelfth month: months and retargets differ by 2016 blocks for 2015 intervals.
    let before = 11.0 * 4383.0 + 432.0;
    let report = run_at(1_050_000 - 48_645, months(24), 90e3, None);
    let days = before / 144.0;
    within_relative(report.btc, blocks_per_day * (days * 3.125 + (730.5 - days) * 1.5625), 1e-12, "24 months");
    assert_eq!((report.table.net_usd.len(), report.halvings.len()), (24, 1));
    let by_retargets = run_at(1_050_000 - 48_645, self::days(730.5), 90e3, None);
    within_relative(report.btc, by_retargets.btc, 1e-3, "months and retargets");
    let values = [&report, &by_retargets].map(|report| report.with_switch_off.net_present_value_usd + 3335.0);
    within_relative(values[0], values[1], 5e-3, "value");
    // The rows are sums: 24 of them, whatever falls into a month, with hashrate at its mean.
    let fading = run_at(1_050_000 - 48_645, months(24), 90e3, Some(0.02));
    let table = &fading.table;
    let mut height = f64::from(table.height[0].get());
    for row in 0..24 {
        assert_eq!(f64::from(table.height[row].get()), height, "whole months of blocks");
        height += table.blocks[row].round();
        within_relative(
            table.hashrate_ths[row],
            1000.0 * pow(0.98, (row as f64 + 0.5) * 30.4375 * 12.0 / 365.0),
            1e-4,
            "mean",
        );
        let costs = table.power_cost_usd[row] + table.hosting_usd[row] + table.maintenance_usd[row];
        within_relative(table.net_usd[row], table.revenue_usd[row] - costs, 1e-9, "net");
    }
    // What is known of a month only by its first block, the table says: all months but one.
    let whole = |row: &usize| *row != 11;
    for row in (0..24).filter(whole) {
        let subsidy = table.subsidy_sat[row] as f64 / 1e8;
        let blocks = table.hashrate_ths[row] * 1e12 * table.days[row] * 86_400.0 / (1.3e14 * 4_294_967_296.0);
        within_relative(table.always_on_btc[row], blocks * subsidy, 1e-12, "row");
    }
}

#[test]
fn paths_are_followed_and_must_reach_the_horizon() {
    let difficulties = [1.3e14, 1.4e14, 1.2e14, 1.2e14];
    let fees = [5e6, 6e6, 7e6];
    let path = DynamicPath::new(
        DifficultyPath::Following(difficulties[1..].iter().map(|d| Difficulty::new(*d).unwrap()).collect()),
        PricePath::Following([91e3, 92e3, 93e3].map(|p| Price::new(p).unwrap()).to_vec()),
    )
    .fees_per_block_sat(fees.map(|f| MeanAmount::new(f).unwrap()).to_vec());
    let at = |path: &DynamicPath, span| forecast(&request(Algorithm::Dynamic(path.clone()), days(span)));
    let report = at(&path, 50.0).unwrap();
    assert_eq!(report.table.difficulty, difficulties);
    assert_eq!(report.table.btc_price_usd, [90e3, 91e3, 92e3, 93e3]);
    let two_weeks = 14.0 * 2016.0 / 2015.0;
    for (row, growth) in [1.4 / 1.3, 1.2 / 1.4, 1.0].into_iter().enumerate() {
        within_relative(report.table.days[row], two_weeks / growth, 1e-12, "period");
    }
    let code = |path: &DynamicPath, span| {
        let fault = at(path, span).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let place = |field: &str| format!("algorithm.dynamic.{field}");
    assert_eq!(code(&path, 60.0), ("mining.difficulty.insufficient_data".into(), place("difficulty.following")));
    let mut short = path.clone();
    short.btc_price = PricePath::Following(vec![]);
    assert_eq!(code(&short, 50.0), ("mining.btc_price.insufficient_data".into(), place("btc_price.following")));
    let mut short = path.clone();
    short.fees_per_block_sat = Some(vec![]);
    assert_eq!(code(&short, 50.0), ("mining.fees_per_block.insufficient_data".into(), place("fees_per_block_sat")));
    let mut jump = path;
    jump.difficulty = DifficultyPath::Following(vec![Difficulty::new(6e14).unwrap()]);
    assert_eq!(code(&jump, 20.0), ("mining.difficulty.out_of_range".into(), place("difficulty.following[0]")));
}

#[test]
fn forecasts_that_cannot_be_are_refused() {
    let code = |request: &ForecastRequest| forecast(request).unwrap_err().code().to_owned();
    let good = request(growth(0.01, 0.0), days(365.0));
    for (algorithm, expected) in [
        (growth(-0.76, 0.0), "mining.growth_per_step.out_of_range"),
        (growth(f64::NAN, 0.0), "mining.growth_per_step.out_of_range"),
        (growth(0.0, -1.0), "mining.growth_per_step.out_of_range"),
        (growth(0.0, f64::NAN), "mining.growth_per_step.out_of_range"),
        (growth(0.0, 10.0), "units.price.out_of_range"),
        (growth(3.0, 0.0), "units.difficulty.out_of_range"),
    ] {
        assert_eq!(code(&request(algorithm, days(3650.0))), expected);
    }
    let mut shrinking = good.clone();
    shrinking.discount_rate_per_year = DiscountRate::constant(-0.6);
    assert_eq!(code(&shrinking), "mining.discount_rate.out_of_range");
    let month = |count, length| ForecastSteps::Months { count, days_each: Days::new(length).unwrap() };
    for (steps, expected) in [
        (days(36_526.0), "mining.days.out_of_range"),
        (month(0, 30.0), "mining.count.out_of_range"),
        (month(1201, 30.0), "mining.count.out_of_range"),
        (month(12, 365.0), "mining.days_each.out_of_range"),
    ] {
        assert_eq!(code(&request(growth(0.01, 0.0), steps)), expected);
    }
    let edit = |edit: fn(&mut MiningProject)| {
        let mut request = good.clone();
        edit(&mut request.project);
        code(&request)
    };
    assert_eq!(edit(|p| p.world.height = Height::new(u32::MAX)), "mining.height.out_of_range");
    assert_eq!(edit(|p| p.start_ms = Timestamp::MAX), "units.timestamp.out_of_range");
}

#[test]
fn a_forecast_writes_the_machines_off() {
    let years = |years| DepreciationMethod::StraightLine { years, salvage_usd: None, convention: None, bonus: None };
    let still = || request(Algorithm::Static, days(30.0));
    let report = run(&still().depreciation(years(4)));
    assert_eq!(report.depreciation.unwrap().depreciation_usd, [3335.0 / 4.0; 4]);
    let refused = forecast(&still().depreciation(years(0))).unwrap_err();
    assert_eq!(refused.path().as_str(), "depreciation.straight_line.years");
}

//! Nineteen ways in which mining calculators are known to go wrong, each with a test that this one does not.

use crate::given::{SUBSIDY, chain, difficulty};
use hashinsight_mining::calculator::{MiningCalculator, PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight_mining::dispatch::{DispatchClass, MeritOrderReport, MeritOrderRequest, PowerLimit, merit_order};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    StartingWorld, forecast,
};
use hashinsight_mining::machine::{Machine, MachineSpec, find_machine};
use hashinsight_mining::profit::{
    FleetBatchParams, FleetColumns, HeatMapRequest, Operation, ProfitBatchParams, ProfitColumns, ProfitRequest,
    fleet_batch, profit, profit_batch, profit_heat_map,
};
use hashinsight_mining::reward::{Market, PoolFee, SoloIncome, SoloIncomeRequest};
use hashinsight_mining::tariff::{EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow};
use hashinsight_numerics::job::Job;
use hashinsight_numerics::{exp, ln};
use hashinsight_testkit::{vector_path, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashprice, Hashrate, Height, MeanAmount, Outcome,
    Power, Price, Ratio, Timestamp, Usd,
};

fn usd_per_kwh(price: f64) -> EnergyPrice {
    EnergyPrice::new(price).unwrap()
}

fn start() -> Timestamp {
    Timestamp::from_s(1_785_542_400).unwrap() // Saturday 2026-08-01
}

fn spec(ths: f64, watts: f64) -> MachineSpec {
    MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap())
}

fn operation() -> Operation {
    Operation::new(PoolFee::constant(0.025), usd_per_kwh(0.05))
}

/// An S21 for a day.
fn machine() -> ProfitRequest {
    let chain = chain(difficulty(1.3e14), SUBSIDY, Amount::constant(4_000_000));
    let market = Market::new(chain, Price::constant(90_000.0));
    ProfitRequest::new(spec(200.0, 3500.0), market, operation(), Days::constant(1.0))
}

/// The same machine with something changed.
fn machine_with(change: impl FnOnce(&mut ProfitRequest)) -> ProfitRequest {
    let mut machine = machine();
    change(&mut machine);
    machine
}

fn world(height: u32) -> StartingWorld {
    let (difficulty, price) = (Difficulty::constant(1.3e14), Price::constant(90_000.0));
    StartingWorld::new(Height::new(height), difficulty, price, MeanAmount::constant(4e6))
}

fn project() -> MiningProject {
    MiningProject::new(spec(200.0, 3500.0), Usd::constant(2500.0), start(), world(1_040_000), operation())
}

fn path(growth: f64) -> DynamicPath {
    DynamicPath::new(DifficultyPath::GrowthPerStep(growth), PricePath::GrowthPerStep(0.0))
}

fn dynamic(growth: f64) -> Algorithm {
    Algorithm::Dynamic(path(growth))
}

fn run(project: MiningProject, algorithm: Algorithm, days: f64) -> ForecastReport {
    let steps = ForecastSteps::Retargets { days: Days::new(days).unwrap() };
    forecast(&ForecastRequest::new(project, algorithm, steps, DiscountRate::constant(0.1))).unwrap()
}

fn class(count: u32, ths: f64, watts: f64) -> DispatchClass {
    DispatchClass::new(format!("{ths} TH/s"), count, Machine::Spec(spec(ths, watts)))
}

fn curtailment(classes: Vec<DispatchClass>, tariff: Tariff, hours: u32) -> PowerCurtailmentRequest {
    let (world, fee) = (world(953_568), PoolFee::constant(0.025));
    PowerCurtailmentRequest::new(classes, tariff, start(), hours, world, fee, Algorithm::Static)
}

fn hourly(prices: &[f64]) -> Tariff {
    let usd_per_kwh = prices.iter().map(|price| usd_per_kwh(*price)).collect();
    Tariff::new(EnergyRates::Hourly(HourlySeries::new(start(), usd_per_kwh)))
}

fn shed(classes: Vec<DispatchClass>, watts: f64) -> MeritOrderReport {
    let request = MeritOrderRequest::new(classes, Hashprice::constant(50.0), usd_per_kwh(0.0));
    merit_order(&request.limit(PowerLimit::ShedW(Power::new(watts).unwrap()))).unwrap()
}

#[test]
fn w01_a_batch_has_the_bits_of_its_rows() {
    let m = machine();
    let params = ProfitBatchParams::new(m.market.chain, m.operation.pool_fee, m.days);
    let columns = ProfitColumns {
        hashrate_ths: &[200.0; 3],
        power_w: &[3500.0; 3],
        power_price_usd_per_kwh: &[0.05; 3],
        btc_price_usd: &[90_000.0; 3],
    };
    let table = profit_batch(&columns, &params).unwrap();
    assert_eq!(table.net_usd, [profit(&m).unwrap().net_usd; 3]);
}

#[test]
fn w02_a_heat_map_heeds_every_axis() {
    let report = profit_heat_map(&HeatMapRequest::new(
        machine(),
        [60e3, 90e3, 120e3].map(|usd| Price::new(usd).unwrap()).to_vec(),
        [0.5, 1.0, 2.0].map(|factor| Ratio::new(factor).unwrap()).to_vec(),
        [0.04, 0.08].map(usd_per_kwh).to_vec(),
    ))
    .unwrap();
    assert_eq!(report.shape, [3, 3, 2]);
    for (cell, net) in report.net_usd.iter().enumerate() {
        let request = machine_with(|machine| {
            machine.market.btc_price_usd = Price::new([60e3, 90e3, 120e3][cell / 6]).unwrap();
            machine.market.chain.network_basis = difficulty([0.65e14, 1.3e14, 2.6e14][cell / 2 % 3]);
            machine.operation.power_price_usd_per_kwh = usd_per_kwh([0.04, 0.08][cell % 2]);
        });
        assert_eq!(*net, profit(&request).unwrap().net_usd, "cell {cell}");
    }
    let mut cells = report.net_usd.clone();
    cells.sort_by(f64::total_cmp);
    cells.dedup();
    assert!(cells.len() > 9, "rows of the map are not copies of each other");
}

#[test]
fn w03_what_is_switched_off_decides_what_is_lost() {
    let fleet = || vec![class(10, 110.0, 3250.0), class(10, 270.0, 3645.0)];
    let best = shed(fleet(), 32_500.0);
    assert_eq!((best.classes[0].stopped, best.classes[1].stopped), (10, 0));
    // Nine of the efficient machines shed as much and cost twice as much.
    let worst = 9.0 * 0.27 * 50.0 / 24.0;
    assert!(worst > 2.0 * best.loss_usd_per_hour, "{} {worst}", best.loss_usd_per_hour);
}

#[test]
fn w04_the_pool_takes_its_fee_before_and_after_curtailment() {
    let prices = [0.03, 0.2, 0.03, 0.2];
    let report = power_curtailment_analysis(&curtailment(vec![class(7, 200.0, 3500.0)], hourly(&prices), 4)).unwrap();
    assert_eq!(report.plan.classes[0].running, [[7, 0, 7, 0]]);
    within_relative(report.plan.revenue_usd, 0.5 * report.plan.always_on_revenue_usd, 1e-12, "same fee in both");
    let gross = report.hashprice_usd_per_phs_day[0].get() * 1.4 / 24.0 * 4.0;
    within_relative(report.plan.always_on_revenue_usd, gross * 0.975, 1e-12, "revenue after the fee");
}

#[test]
fn w05_load_is_shed_in_watts_not_in_machines() {
    let report = shed(vec![class(100, 110.0, 3250.0), class(100, 335.0, 5360.0)], 300e3);
    assert!(report.shed_w >= 300e3 && report.shed_w < 300e3 + 3250.0);
    assert_eq!(report.classes[0].stopped, 93); // 93 · 3.25 kW = 302.25 kW, none of the big ones
    assert_eq!(report.classes[1].stopped, 0);
}

#[test]
fn w06_the_optimum_is_all_or_nothing_and_has_no_floor() {
    let at = |price: f64| {
        let request = curtailment(vec![class(50, 200.0, 3500.0)], hourly(&[price]), 1);
        power_curtailment_analysis(&request).unwrap().plan.classes[0].running[0][0]
    };
    let break_even = profit(&machine()).unwrap().break_even.power_price_usd_per_kwh.value().unwrap();
    assert_eq!((at(break_even * 0.999), at(break_even * 1.001)), (50, 0));
}

#[test]
fn w07_difficulty_divides_revenue_not_cost() {
    let report = run(project(), dynamic(0.03), 365.0);
    let table = &report.table;
    let full: Vec<usize> = (0..table.days.len()).filter(|row| table.days_off[*row] == 0.0).collect();
    for row in &full {
        within_relative(table.power_cost_usd[*row] / table.days[*row], 3.5 * 24.0 * 0.05, 1e-12, "power per day");
    }
    assert!(*table.always_on_net_usd.last().unwrap() < 0.0, "a loss appears");
    assert!(report.days_off > 0.0 && report.switch_off_value_usd > 0.0);
}

#[test]
fn w08_the_halving_comes_at_its_height_and_stays() {
    let report = run(project(), dynamic(0.0), 500.0);
    let table = &report.table;
    assert_eq!(report.halvings.len(), 1);
    for (height, subsidy) in table.height.iter().zip(&table.subsidy_sat) {
        assert_eq!(*subsidy, if height.get() < 1_050_000 { 312_500_000 } else { 156_250_000 });
    }
    assert!(table.subsidy_sat.iter().filter(|subsidy| **subsidy == 156_250_000).count() > 20);
}

#[test]
fn w09_what_never_pays_back_says_never() {
    let mut dear = project();
    dear.machine_price_usd = Usd::new(25_000.0).unwrap();
    let report = run(dear, dynamic(0.02), 1095.0);
    assert_eq!(report.with_switch_off.payback_days, Outcome::Never);
    assert!(report.table.cumulative_usd.iter().all(|usd| *usd < 0.0));
}

#[test]
fn w10_growth_of_difficulty_is_an_input_and_may_be_negative() {
    let npv = |growth| run(project(), dynamic(growth), 730.0).with_switch_off.net_present_value_usd;
    assert!(npv(-0.02) > npv(0.0) && npv(0.0) > npv(0.02));
    // Nothing is wired in: what history says is for the caller to read off, and it says no constant 2 %.
    let text = std::fs::read_to_string(vector_path("btc_epochs.csv")).unwrap();
    let difficulties: Vec<f64> =
        text.lines().skip(1).map(|line| line.split(',').nth(4).unwrap().parse().unwrap()).collect();
    let mean = |periods: usize| {
        let last = difficulties.len() - 1;
        exp(ln(difficulties[last] / difficulties[last - periods]) / periods as f64) - 1.0
    };
    assert!(mean(26).abs() < 0.005 && mean(208) > 0.01, "{} {}", mean(26), mean(208));
}

#[test]
fn w11_transaction_fees_are_revenue() {
    let without = machine_with(|machine| machine.market.chain.reward.fees_per_block_sat = MeanAmount::ZERO);
    let ratio = profit(&machine()).unwrap().revenue_usd / profit(&without).unwrap().revenue_usd;
    within_relative(ratio, 3.165 / 3.125, 1e-12, "fees");
}

#[test]
fn w12_decay_is_applied() {
    let decay = path(0.0).hashrate_decay_per_month(Fraction::constant(0.005));
    let table = run(project(), Algorithm::Dynamic(decay), 365.0).table;
    assert!(table.hashrate_ths.windows(2).all(|pair| pair[1] < pair[0]));
    assert!(*table.hashrate_ths.last().unwrap() < 0.95 * 200.0);
}

#[test]
fn w13_nothing_is_assumed() {
    let document = serde_json::to_value(machine()).unwrap();
    for field in document.as_object().unwrap().keys() {
        let mut missing = document.clone();
        missing.as_object_mut().unwrap().remove(field);
        assert!(serde_json::from_value::<ProfitRequest>(missing).is_err(), "{field} was assumed");
    }
    let mut percent = document;
    percent["pool_fee"] = 2.5.into();
    assert!(serde_json::from_value::<ProfitRequest>(percent).is_err(), "2.5 is no fraction");
    let worthless = machine_with(|machine| machine.market.btc_price_usd = Price::MIN);
    assert_eq!(profit(&worthless).unwrap().revenue_usd, 0.0, "a price of 0 is a price");
    assert_eq!(find_machine("S99 Ultra", true).unwrap_err().code(), "mining.model.unknown");
}

#[test]
fn w14_the_same_question_has_the_same_answer() {
    let calculator = MiningCalculator::new(project(), dynamic(0.01));
    let ask = || calculator.calculate_profitability(Days::new(400.0).unwrap()).unwrap();
    assert_eq!(ask(), ask());
    // Nothing is read from outside: all of what goes in is in the request.
    let manifest = include_str!("../Cargo.toml");
    for word in ["reqwest", "hyper", "tokio", "sqlx", "rand", "chrono"] {
        assert!(!manifest.contains(word), "{word}");
    }
}

#[test]
fn w15_units_cannot_be_mixed_up() {
    let same = |a: &str, b: &str| a.parse::<Hashrate>().unwrap() == b.parse().unwrap();
    assert!(same("200 TH/s", "0.2 PH/s") && same("0.9 ZH/s", "900 EH/s"));
    assert_eq!("119.12 T".parse::<Difficulty>().unwrap(), Difficulty::new(119.12e12).unwrap());
    assert_eq!("60 USD/MWh".parse::<EnergyPrice>().unwrap(), usd_per_kwh(0.06));
    assert!("200".parse::<Hashrate>().is_err(), "a number without unit");
}

#[test]
fn w16_the_cost_of_a_fleet_is_the_sum_of_its_rows() {
    let columns = FleetColumns {
        count: &[1, 3, 0],
        hashrate_ths: &[200.0, 200.0, 200.0],
        power_w: &[3500.0, 3500.0, 3500.0],
        power_price_usd_per_kwh: &[0.05, 0.05, 0.05],
        machine_price_usd: &[2500.0, 2500.0, 2500.0],
        decay_per_month: &[0.0, 0.0, 0.0],
        age_days: &[0.0, 0.0, 0.0],
    };
    let table = fleet_batch(&columns, &FleetBatchParams::new(machine().market, machine().operation.pool_fee)).unwrap();
    let one = profit(&machine()).unwrap();
    assert_eq!(table.power_cost_usd_per_day[0].to_bits(), one.power_cost_usd.to_bits());
    assert_eq!(table.net_usd_per_day[0].to_bits(), one.net_usd.to_bits());
    let total: f64 = table.power_cost_usd_per_day.iter().sum();
    within_relative(total, 4.0 * one.power_cost_usd, 1e-15, "total");
}

#[test]
fn w17_random_numbers_have_a_seed_and_windows_run_over_midnight() {
    let request = |seed| {
        let (difficulty, height) = (Difficulty::constant(1.3e14), Height::new(953_568));
        let (hashrate, days) = (Hashrate::constant(100_000.0), Days::constant(100.0));
        SoloIncomeRequest::new(hashrate, difficulty, height, MeanAmount::ZERO, days, 0.0, 0.05, 2000, seed)
    };
    let run = |seed| {
        let mut job = SoloIncome::open(&request(seed)).unwrap();
        job.step(u64::MAX);
        job.report().unwrap().mean_sat
    };
    assert!(run(1) == run(1) && run(1) != run(2));

    let night = TimeOfUseWindow::new(23, 7, usd_per_kwh(0.03));
    let tariff = Tariff::new(EnergyRates::TimeOfUse(TimeOfUse::new(vec![night], usd_per_kwh(0.2))));
    let plan = power_curtailment_analysis(&curtailment(vec![class(1, 200.0, 3500.0)], tariff, 24)).unwrap().plan;
    let on: Vec<usize> = (0..24).filter(|hour| plan.classes[0].running[0][*hour] == 1).collect();
    assert_eq!(on, [0, 1, 2, 3, 4, 5, 6, 23]);
}

#[test]
fn w18_there_is_no_invented_market_data() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let mut files: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort_unstable();
    assert_eq!(files, ["asics.csv", "asics_sources.md"], "the catalog and its sources are all the data there is");
}

#[test]
fn w19_income_per_hash_does_not_hang_on_144_blocks_a_day() {
    // A period that difficulty shortens by a tenth pays a tenth less of everything but the rate.
    let (still, fast) = (run(project(), dynamic(0.0), 300.0).table, run(project(), dynamic(0.1), 300.0).table);
    within_relative(fast.days[0], still.days[0] / 1.1, 1e-12, "length of the period");
    within_relative(fast.btc[0] / fast.days[0], still.btc[0] / still.days[0], 1e-12, "income per day");
    within_relative(fast.blocks[0] / fast.days[0], 144.0 * 2015.0 / 2016.0 * 1.1, 1e-12, "blocks per day");
}

//! Nineteen ways in which mining calculators are known to go wrong, each with a test that this one does not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::Outcome;
use hashinsight_mining::calculator::{MiningCalculator, PowerCurtailmentRequest, power_curtailment_analysis};
use hashinsight_mining::dispatch::{DispatchClass, MeritOrderRequest, PowerLimit, merit_order};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, PricePath,
    forecast,
};
use hashinsight_mining::machine::{Machine, MachineSpec, find_machine};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{
    FleetBatchParams, FleetColumns, HeatMapRequest, OnBadRow, ProfitBatchParams, ProfitColumns, ProfitRequest,
    RowStatus, fleet_batch, profit, profit_batch, profit_heat_map,
};
use hashinsight_mining::reward::{SoloIncome, SoloIncomeRequest};
use hashinsight_mining::tariff::{EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow};
use hashinsight_numerics::job::Job;
use hashinsight_numerics::{exp, ln};
use hashinsight_testkit::{vector_path, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Faulty, Fraction, Hashprice, Hashrate, Height, Power, Price, Ratio,
    Timestamp, Usd,
};

fn usd_per_kwh(price: f64) -> EnergyPrice {
    EnergyPrice::new(price).unwrap()
}

fn start() -> Timestamp {
    Timestamp::from_s(1_785_542_400).unwrap() // Saturday 2026-08-01
}

/// An S21 for a day.
fn machine() -> ProfitRequest {
    ProfitRequest {
        hashrate_ths: Hashrate::from_ths(200.0).unwrap(),
        power_w: Power::from_w(3500.0).unwrap(),
        network_basis: NetworkBasis::Difficulty(Difficulty::new(1.3e14).unwrap()),
        subsidy_sat: Amount::from_sat(312_500_000).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
        btc_price_usd: Price::new(90_000.0).unwrap(),
        pool_fee: Fraction::new(0.025).unwrap(),
        power_price_usd_per_kwh: usd_per_kwh(0.05),
        days: Days::new(1.0).unwrap(),
        uptime: None,
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        machine_price_usd: None,
        useful_life_days: None,
    }
}

fn project() -> MiningProject {
    MiningProject {
        hashrate_ths: Hashrate::from_ths(200.0).unwrap(),
        power_w: Power::from_w(3500.0).unwrap(),
        machine_price_usd: Usd::new(2500.0).unwrap(),
        resale_usd: None,
        start_ms: start(),
        height: Height::new(1_040_000),
        difficulty: Difficulty::new(1.3e14).unwrap(),
        btc_price_usd: Price::new(90_000.0).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
        pool_fee: Fraction::new(0.025).unwrap(),
        power_price_usd_per_kwh: usd_per_kwh(0.05),
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        uptime: None,
        co2_kg_per_kwh: None,
    }
}

fn dynamic(growth: f64) -> Algorithm {
    Algorithm::Dynamic(DynamicPath {
        difficulty: DifficultyPath::GrowthPerStep(growth),
        btc_price: PricePath::GrowthPerStep(0.0),
        fees_per_block_sat: None,
        hashrate_decay_per_month: None,
    })
}

fn run(project: MiningProject, algorithm: Algorithm, days: f64) -> ForecastReport {
    let steps = ForecastSteps::Retargets { days: Days::new(days).unwrap() };
    let discount_rate_per_year = 0.1;
    forecast(&ForecastRequest { project, algorithm, steps, discount_rate_per_year, depreciation: None }).unwrap()
}

fn class(count: u32, ths: f64, watts: f64) -> DispatchClass {
    let spec = MachineSpec { hashrate_ths: Hashrate::new(ths).unwrap(), power_w: Power::new(watts).unwrap() };
    DispatchClass {
        name: format!("{ths} TH/s"),
        count,
        machine: Machine::Spec(spec),
        modes: None,
        min_up_hours: None,
        min_down_hours: None,
        start_cost_usd: None,
        initial: None,
    }
}

fn curtailment(classes: Vec<DispatchClass>, tariff: Tariff, hours: u32) -> PowerCurtailmentRequest {
    PowerCurtailmentRequest {
        classes,
        tariff,
        start_ms: start(),
        hours,
        height: Height::new(953_568),
        difficulty: Difficulty::new(1.3e14).unwrap(),
        btc_price_usd: Price::new(90_000.0).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_000_000).unwrap(),
        pool_fee: Fraction::new(0.025).unwrap(),
        algorithm: Algorithm::Static,
        cooling_overhead: None,
        power_limit_w: None,
        include_doubtful: false,
    }
}

fn hourly(prices: &[f64]) -> Tariff {
    let usd_per_kwh = prices.iter().map(|price| usd_per_kwh(*price)).collect();
    Tariff::new(EnergyRates::Hourly(HourlySeries { start_ms: start(), usd_per_kwh }))
}

fn shed(classes: Vec<DispatchClass>, watts: f64) -> hashinsight_mining::dispatch::MeritOrderReport {
    merit_order(&MeritOrderRequest {
        classes,
        hashprice_usd_per_phs_day: Hashprice::new(50.0).unwrap(),
        power_price_usd_per_kwh: usd_per_kwh(0.0),
        limit: Some(PowerLimit::ShedW(Power::new(watts).unwrap())),
        pool_fee: None,
        cooling_overhead: None,
        include_doubtful: false,
    })
    .unwrap()
}

#[test]
fn w01_a_batch_has_the_bits_of_its_rows() {
    let m = machine();
    let params = ProfitBatchParams {
        network_basis: m.network_basis,
        subsidy_sat: m.subsidy_sat,
        fees_per_block_sat: m.fees_per_block_sat,
        pool_fee: m.pool_fee,
        days: m.days,
        uptime: None,
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        on_bad_row: OnBadRow::Refuse,
    };
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
    let report = profit_heat_map(&HeatMapRequest {
        base: machine(),
        btc_prices_usd: [60e3, 90e3, 120e3].map(|usd| Price::new(usd).unwrap()).to_vec(),
        difficulty_factors: [0.5, 1.0, 2.0].map(|factor| Ratio::new(factor).unwrap()).to_vec(),
        power_prices_usd_per_kwh: [0.04, 0.08].map(usd_per_kwh).to_vec(),
    })
    .unwrap();
    assert_eq!(report.shape, [3, 3, 2]);
    for (cell, net) in report.net_usd.iter().enumerate() {
        let request = ProfitRequest {
            btc_price_usd: Price::new([60e3, 90e3, 120e3][cell / 6]).unwrap(),
            network_basis: NetworkBasis::Difficulty(Difficulty::new([0.65e14, 1.3e14, 2.6e14][cell / 2 % 3]).unwrap()),
            power_price_usd_per_kwh: usd_per_kwh([0.04, 0.08][cell % 2]),
            ..machine()
        };
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
    let without = ProfitRequest { fees_per_block_sat: Amount::ZERO, ..machine() };
    let ratio = profit(&machine()).unwrap().revenue_usd / profit(&without).unwrap().revenue_usd;
    within_relative(ratio, 3.165 / 3.125, 1e-12, "fees");
}

#[test]
fn w12_decay_is_applied() {
    let Algorithm::Dynamic(path) = dynamic(0.0) else { unreachable!() };
    let decay = DynamicPath { hashrate_decay_per_month: Fraction::new(0.005).ok(), ..path };
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
    let worthless = ProfitRequest { btc_price_usd: Price::MIN, ..machine() };
    assert_eq!(profit(&worthless).unwrap().revenue_usd, 0.0, "a price of 0 is a price");
    assert_eq!(find_machine("S99 Ultra", true, "model").unwrap_err().fault().code(), "mining.model.unknown");
}

#[test]
fn w14_the_same_question_has_the_same_answer() {
    let calculator = MiningCalculator { project: project(), algorithm: dynamic(0.01) };
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

fn fleet_params(on_bad_row: OnBadRow) -> FleetBatchParams {
    let m = machine();
    FleetBatchParams {
        network_basis: m.network_basis,
        subsidy_sat: m.subsidy_sat,
        fees_per_block_sat: m.fees_per_block_sat,
        btc_price_usd: m.btc_price_usd,
        pool_fee: m.pool_fee,
        uptime: None,
        hosting_fee_usd_per_kwh: None,
        cooling_overhead: None,
        on_bad_row,
    }
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
    let table = fleet_batch(&columns, &fleet_params(OnBadRow::Refuse)).unwrap();
    let one = profit(&machine()).unwrap();
    assert_eq!(table.power_cost_usd_per_day[0].to_bits(), one.power_cost_usd.to_bits());
    assert_eq!(table.net_usd_per_day[0].to_bits(), one.net_usd.to_bits());
    let total: f64 = table.power_cost_usd_per_day.iter().sum();
    within_relative(total, 4.0 * one.power_cost_usd, 1e-15, "total");
}

#[test]
fn w17_random_numbers_have_a_seed_and_windows_run_over_midnight() {
    let request = |seed| SoloIncomeRequest {
        hashrate_ths: Hashrate::from_phs(100.0).unwrap(),
        difficulty: Difficulty::new(1.3e14).unwrap(),
        height: Height::new(953_568),
        fees_per_block_sat: Amount::ZERO,
        days: Days::new(100.0).unwrap(),
        drift_per_retarget: 0.0,
        volatility_per_retarget: 0.05,
        paths: 2000,
        seed,
        quantiles: vec![],
    };
    let run = |seed| {
        let mut job = SoloIncome::open(&request(seed)).unwrap();
        job.step(u64::MAX);
        job.report().unwrap().mean_sat
    };
    assert!(run(1) == run(1) && run(1) != run(2));

    let night =
        TimeOfUseWindow { from_hour: 23, to_hour: 7, days: None, months: None, price_usd_per_kwh: usd_per_kwh(0.03) };
    let rates = TimeOfUse { windows: vec![night], otherwise_usd_per_kwh: usd_per_kwh(0.2) };
    let tariff = Tariff::new(EnergyRates::TimeOfUse(rates));
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

#[test]
fn a_bad_row_of_a_fleet_is_refused_or_reported() {
    let good = FleetColumns {
        count: &[1, 2],
        hashrate_ths: &[200.0, 100.0],
        power_w: &[3500.0, 3000.0],
        power_price_usd_per_kwh: &[0.05, 0.05],
        machine_price_usd: &[2500.0, 0.0],
        decay_per_month: &[0.0, 0.01],
        age_days: &[0.0, 400.0],
    };
    assert_eq!(fleet_batch(&good, &fleet_params(OnBadRow::Refuse)).unwrap().payback_days[1], 0.0);
    let (nan, negative, infinite) = ([0.05, f64::NAN], [200.0, -1.0], [0.0, f64::INFINITY]);
    let cases = [
        (FleetColumns { count: &[1, -1], ..good }, "mining.count.out_of_range", "count[1]"),
        (FleetColumns { hashrate_ths: &negative, ..good }, "units.hashrate.out_of_range", "hashrate_ths[1]"),
        (FleetColumns { power_w: &infinite, ..good }, "units.power.not_finite", "power_w[1]"),
        (
            FleetColumns { power_price_usd_per_kwh: &nan, ..good },
            "units.energy_price.not_finite",
            "power_price_usd_per_kwh[1]",
        ),
        (FleetColumns { machine_price_usd: &negative, ..good }, "units.usd.out_of_range", "machine_price_usd[1]"),
        (FleetColumns { decay_per_month: &[0.0, 1.5], ..good }, "units.fraction.out_of_range", "decay_per_month[1]"),
        (FleetColumns { age_days: &nan, ..good }, "mining.age_days.not_finite", "age_days[1]"),
        (FleetColumns { hashrate_ths: &[200.0, 1e24], ..good }, "mining.count.out_of_range", "count[1]"),
    ];
    for (columns, code, path) in cases {
        let columns = if path == "count[1]" && columns.hashrate_ths[1] == 1e24 {
            FleetColumns { count: &[1, 4_000_000_000], decay_per_month: &[0.0, 0.0], ..columns }
        } else {
            columns
        };
        let fault = fleet_batch(&columns, &fleet_params(OnBadRow::Refuse)).unwrap_err().fault();
        assert_eq!((fault.code(), fault.path().as_str()), (code, path));
        let table = fleet_batch(&columns, &fleet_params(OnBadRow::Report)).unwrap();
        assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused]);
        assert!(table.net_usd_per_day[0].is_finite() && table.net_usd_per_day[1].is_nan());
    }
    let short = FleetColumns { age_days: &[0.0], ..good };
    assert_eq!(
        fleet_batch(&short, &fleet_params(OnBadRow::Report)).unwrap_err().fault().code(),
        "mining.column.length"
    );
}

#[test]
fn a_heat_map_that_cannot_be_is_refused() {
    let ask = |factors: &[f64], prices: usize| {
        let request = HeatMapRequest {
            base: machine(),
            btc_prices_usd: vec![Price::MIN; prices],
            difficulty_factors: factors.iter().map(|factor| Ratio::new(*factor).unwrap()).collect(),
            power_prices_usd_per_kwh: vec![usd_per_kwh(0.05); 1000],
        };
        let fault = profit_heat_map(&request).unwrap_err().fault();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let bad = ("mining.difficulty_factors.out_of_range".to_owned(), "difficulty_factors[1]".to_owned());
    assert_eq!(ask(&[1.0, 0.0], 1), bad);
    assert_eq!(ask(&[1.0, 1e-300], 1), bad);
    assert_eq!(ask(&[], 1).0, "mining.cells.length");
    assert_eq!(ask(&[1.0], 1001).0, "mining.cells.length");
}

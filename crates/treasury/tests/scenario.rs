//! Simulated treasuries against closed forms and enumeration, the contract of jobs, stresses by hand, and what is refused.

use hashinsight_numerics::job::Job;
use hashinsight_numerics::{exp, ln, normal_quantile};
use hashinsight_testkit::{cases, check_job, within_relative};
use hashinsight_treasury::coverage::Costs;
use hashinsight_treasury::policy::{Dca, Policy, TradeSide};
use hashinsight_treasury::scenario::{
    BrownianModel, JointBootstrap, MoveModel, Stress, StressRequest, TreasuryProject, TreasurySimulation,
    TreasurySimulationReport, TreasurySimulationRequest, named_stresses, period_moves, stress_treasury,
};
use hashinsight_units::{Amount, Days, Fraction, LogMove, Outcome, Price, Rate, Ratio, Timestamp, Volatility};

fn project(coins: &str, cash: &str, periods: u32, policy: Policy) -> TreasuryProject {
    let start = Timestamp::from_s(1_780_272_000).unwrap();
    let costs = Costs::new(Fraction::constant(0.001)).slippage(Fraction::constant(0.0005));
    TreasuryProject::new(
        start,
        Price::constant(100_000.0),
        coins.parse().unwrap(),
        cash.parse().unwrap(),
        costs,
        periods,
        policy,
    )
}

fn monthly_sale(usd: &str) -> Policy {
    Policy::Dca(Dca::new(TradeSide::Sell, usd.parse().unwrap(), Days::constant(30.0)))
}

fn miner(periods: u32, policy: Policy) -> TreasuryProject {
    project("6 BTC", "300000", periods, policy)
        .mined_sat("1.5 BTC".parse().unwrap())
        .power_usd("120000".parse().unwrap())
        .other_usd("30000.5".parse().unwrap())
}

fn brownian(drift: f64, sigma: f64) -> MoveModel {
    MoveModel::Brownian(BrownianModel::new(Rate::new(drift).unwrap(), Volatility::new(sigma).unwrap()))
}

fn bootstrap(price: &[f64], difficulty: &[f64], block: u32) -> MoveModel {
    let moves = |moves: &[f64]| moves.iter().map(|x| LogMove::new(*x).unwrap()).collect();
    MoveModel::Bootstrap(JointBootstrap::new(moves(price), moves(difficulty), block))
}

fn run(request: &TreasurySimulationRequest) -> TreasurySimulationReport {
    let mut job = TreasurySimulation::open(request).unwrap_or_else(|error| panic!("{error}"));
    job.step(u64::MAX);
    job.report().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn both_models_keep_the_contract_of_jobs() {
    for model in [brownian(0.1, 0.6), bootstrap(&[0.1, -0.2, 0.05, 0.3], &[0.02, 0.01, 0.05, -0.03], 2)] {
        let request = |seed| TreasurySimulationRequest::new(miner(3, monthly_sale("90000")), model.clone(), 600, seed);
        check_job::<TreasurySimulation>(&request(1), &request(2));
    }
}

/// Coins that nobody touches are worth what a lognormal price says: mean, quantile and the mean below it.
#[test]
fn brownian_prices_are_lognormal() {
    let (drift, sigma, periods) = (0.12, 0.6, 24);
    let paths = cases(1_000_000);
    let untouched = project("10 BTC", "0", periods, Policy::Hold);
    let quantiles = [0.05, 0.5, 0.95].map(|q| Fraction::new(q).unwrap()).to_vec();
    let report = run(&TreasurySimulationRequest::new(untouched, brownian(drift, sigma), paths, 7).quantiles(quantiles));
    let years = f64::from(periods) * 30.0 / 365.0;
    let deviation = sigma * years.sqrt();
    assert!((report.mean_equity_usd - 1e6 * exp(drift * years)).abs() < 4.0 * report.standard_error_usd);
    for (got, q) in report.equity_usd.iter().zip([0.05, 0.5, 0.95]) {
        let z = normal_quantile(q).unwrap();
        let expected = 1e6 * exp((drift - 0.5 * sigma * sigma) * years + deviation * z);
        // Standard error of an empirical quantile over the density of the logarithm there.
        let error =
            (q * (1.0 - q) / f64::from(paths)).sqrt() / (exp(-0.5 * z * z) / 2.506_628_274_631_000_5) * deviation;
        assert!((ln(*got) - ln(expected)).abs() < 4.0 * error, "quantile {q}: got {got}, expected {expected}");
    }
    assert_eq!(report.tail_equity_usd, report.equity_usd[0]);
    for (period, price) in report.mean_price_usd.iter().enumerate() {
        let years = (period + 1) as f64 * 30.0 / 365.0;
        let error = 1e5 * exp(drift * years) * (exp(sigma * sigma * years) - 1.0).sqrt() / f64::from(paths).sqrt();
        assert!((price - 1e5 * exp(drift * years)).abs() < 4.0 * error, "period {period}");
    }
    assert_eq!((report.probability_of_shortfall, report.mean_cash_flow_usd), (0.0, 0.0));
}

/// Two periods of a history of five, in blocks of two: five paths, each as likely; and in blocks of one: 25.
#[test]
fn bootstrap_against_enumeration() {
    let (x, d) = ([0.3, -0.4, 0.1, 0.25, -0.15], [0.05, 0.0, -0.02, 0.08, 0.03]);
    let mining = project("0 BTC", "1000000", 2, Policy::Hold).mined_sat("1 BTC".parse().unwrap());
    let flow = |first: usize, second: usize| {
        let price = [exp(x[first]), exp(x[first] + x[second])];
        let difficulty = [exp(d[first]), exp(d[first] + d[second])];
        1e5 * (price[0] / difficulty[0] + price[1] / difficulty[1])
    };
    let pairs: Vec<Vec<f64>> =
        vec![(0..5).map(|i| flow(i, (i + 1) % 5)).collect(), (0..25).map(|i| flow(i / 5, i % 5)).collect()];
    for (block, flows) in [2, 1].into_iter().zip(pairs) {
        let report = run(&TreasurySimulationRequest::new(mining.clone(), bootstrap(&x, &d, block), 20_000, 3));
        let count = flows.len() as f64;
        let mean = flows.iter().sum::<f64>() / count;
        let spread = (flows.iter().map(|f| (f - mean) * (f - mean)).sum::<f64>() / count).sqrt();
        assert!((report.mean_cash_flow_usd - mean).abs() < 4.0 * spread / 20_000.0_f64.sqrt(), "blocks of {block}");
        // The worst paths are a whole block, and more than the tail.
        let least = flows.iter().copied().fold(f64::INFINITY, |a, b| if b < a { b } else { a });
        if block == 2 {
            within_relative(report.tail_cash_flow_usd, least, 1e-7, "worst of five");
            let at_risk = report.mean_cash_flow_usd - report.tail_cash_flow_usd;
            assert_eq!(report.cash_flow_at_risk_usd, at_risk);
        }
    }
}

/// Where the difficulty moves with the price, a day's coins are worth the same on every path: drawn apart, they are not.
#[test]
fn price_and_difficulty_are_drawn_together() {
    let moves = [0.3, -0.5, 0.2, 0.1, -0.3, 0.25, 0.0, -0.1];
    let mining = project("0 BTC", "1000000", 12, Policy::Hold).mined_sat("1 BTC".parse().unwrap());
    let report = run(&TreasurySimulationRequest::new(mining.clone(), bootstrap(&moves, &moves, 3), 2_000, 11));
    within_relative(report.mean_cash_flow_usd, 1.2e6, 1e-6, "12 periods of 100,000");
    assert!(report.cash_flow_at_risk_usd.abs() < 0.1, "got {}", report.cash_flow_at_risk_usd); // a satoshi a period
    let mut shifted = moves;
    shifted.rotate_left(1);
    let apart = run(&TreasurySimulationRequest::new(mining, bootstrap(&moves, &shifted, 3), 2_000, 11));
    assert!(apart.cash_flow_at_risk_usd > 1e4);
}

/// Without chance every path is the calm stress, to the satoshi.
#[test]
fn without_chance_it_is_the_calm_stress() {
    let treasury =
        miner(18, monthly_sale("90000")).loan_usd("150000".parse().unwrap()).loan_due_period(7).halving_period(10);
    let calm = &stress_treasury(&StressRequest::new(treasury.clone()).stresses(vec![Stress::Calm])).unwrap().rows[0];
    for model in [brownian(0.0, 0.0), bootstrap(&[0.0; 4], &[0.0; 4], 2)] {
        let report = run(&TreasurySimulationRequest::new(treasury.clone(), model, 5, 1));
        let calm_coins: Vec<f64> = calm.period_coins_sat.iter().map(|sat| *sat as f64).collect();
        assert_eq!(report.mean_period_coins_sat, calm_coins);
        for (got, expected) in report.mean_cash_usd.iter().zip(&calm.period_cash_usd) {
            assert!((got - expected).abs() < 1e-6);
        }
        within_relative(report.mean_equity_usd, calm.equity_usd, 1e-12, "equity");
        within_relative(report.mean_cash_flow_usd, calm.cash_flow_usd.to_usd_f64(), 1e-12, "flow");
    }
}

/// More paths begin with the same paths: what a path gives depends on its number and on nothing else.
#[test]
fn paths_do_not_know_how_many_they_are() {
    let of = |paths| run(&TreasurySimulationRequest::new(miner(6, Policy::Hold), brownian(0.0, 0.6), paths, 5));
    let (few, many) = (of(300), of(600));
    assert!(
        (few.mean_equity_usd - many.mean_equity_usd).abs() < 4.0 * (few.standard_error_usd + many.standard_error_usd)
    );
    assert_ne!(few.mean_equity_usd, many.mean_equity_usd);
    let interval = few.probability_of_shortfall_low..=few.probability_of_shortfall_high;
    assert!(interval.contains(&few.probability_of_shortfall));
}

#[test]
fn named_stresses_by_hand() {
    let treasury = project("10 BTC", "600000", 6, Policy::Hold)
        .mined_sat("1 BTC".parse().unwrap())
        .power_usd("40000".parse().unwrap())
        .other_usd("10000".parse().unwrap())
        .loan_usd("500000".parse().unwrap());
    let rows = stress_treasury(&StressRequest::new(treasury)).unwrap().rows;
    assert_eq!(rows.iter().map(|row| row.stress).collect::<Vec<_>>(), named_stresses());
    let [calm, fall, halving, difficulty, power, recall] = rows.as_slice() else { panic!("{} rows", rows.len()) };
    let cash = |usd: &str| usd.parse().unwrap();
    assert_eq!(
        (calm.coins_sat, calm.cash_usd, calm.cash_flow_usd),
        ("16 BTC".parse().unwrap(), cash("300000"), cash("300000"))
    );
    // Down by 60 % at the end of the first 30 days, and there it stays: coins are mined as before.
    assert!(fall.price_usd.iter().all(|price| (price - 40_000.0).abs() < 1e-4));
    assert_eq!((fall.coins_sat, fall.first_shortfall_ms), (calm.coins_sat, Outcome::Never));
    // The loan falls due in no period, so it is still owed; recalled, it is paid.
    within_relative(fall.equity_usd, 16.0 * 40_000.0 + 300_000.0 - 500_000.0, 1e-8, "equity after the fall");
    within_relative(recall.equity_usd, 16.0 * 100_000.0 + 300_000.0 - 500_000.0, 1e-12, "equity after the recall");
    assert_eq!(halving.coins_sat, "13 BTC".parse().unwrap());
    assert_eq!(difficulty.coins_sat, Amount::from_sat(1_000_000_000 + 6 * 83_333_333).unwrap());
    assert_eq!(power.cash_usd, cash("60000"));
    assert_eq!(recall.cash_usd, cash("-200000"));
    // 600,000 less 50,000 and the loan leaves 50,000: the third period is not met.
    let third = Timestamp::from_s(1_780_272_000 + 3 * 30 * 86_400).unwrap();
    assert_eq!(recall.first_shortfall_ms, Outcome::Value(third));
    assert_eq!(recall.least_cash_usd, cash("-200000"));
}

/// Debt that outlasts the periods is no gain: whenever the loan is due, who holds is worth the same.
#[test]
fn a_loan_that_falls_due_later_is_still_owed() {
    let treasury = miner(6, Policy::Hold).loan_usd("150000".parse().unwrap());
    let due = |period: Option<u32>| {
        let mut treasury = treasury.clone();
        treasury.loan_due_period = period;
        let report = run(&TreasurySimulationRequest::new(treasury.clone(), brownian(0.1, 0.6), 64, 3));
        let calm = stress_treasury(&StressRequest::new(treasury).stresses(vec![Stress::Calm])).unwrap().rows.remove(0);
        (report.mean_equity_usd, report.tail_mean_equity_usd, calm.equity_usd)
    };
    let repaid = due(Some(6));
    for period in [None, Some(7), Some(u32::MAX)] {
        let owed = due(period);
        within_relative(owed.0, repaid.0, 1e-12, "mean equity");
        within_relative(owed.1, repaid.1, 1e-12, "mean equity of the tail");
        within_relative(owed.2, repaid.2, 1e-12, "equity of the calm");
    }
}

#[test]
fn a_policy_sells_into_the_stress() {
    let treasury = project("10 BTC", "0", 4, monthly_sale("50000")).other_usd("50000".parse().unwrap());
    let rows = stress_treasury(&StressRequest::new(treasury)).unwrap().rows;
    assert!(rows.iter().all(|row| row.first_shortfall_ms == Outcome::Never));
    assert!(rows[1].sold_sat > 2 * rows[0].sold_sat, "at 40 % of the price it takes 2.5 times the coins");
    assert!(rows[0].least_cash_usd.to_micros() >= 0);
}

#[test]
fn bad_projects_are_refused() {
    let fine = || project("1 BTC", "1000", 6, Policy::Hold);
    let simulation = |project, model| TreasurySimulation::open(&TreasurySimulationRequest::new(project, model, 10, 1));
    let model = || brownian(0.0, 0.5);
    let expect = |project: TreasuryProject, model: MoveModel, code: &str, path: &str| {
        let error = simulation(project, model).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path));
    };
    expect(project("1 BTC", "-1", 6, Policy::Hold), model(), "treasury.cash_usd.out_of_range", "cash_usd");
    expect(project("1 BTC", "0", 0, Policy::Hold), model(), "treasury.periods.out_of_range", "periods");
    expect(fine().power_usd("-1".parse().unwrap()), model(), "treasury.power_usd.out_of_range", "power_usd");
    expect(fine().halving_period(0), model(), "treasury.halving_period.out_of_range", "halving_period");
    expect(project("1 BTC", "0", 6, monthly_sale("0")), model(), "treasury.sum_usd.out_of_range", "policy.dca.sum_usd");
    let free = TreasuryProject::new(
        Timestamp::from_s(1_780_272_000).unwrap(),
        Price::constant(0.0),
        Amount::ZERO,
        "0".parse().unwrap(),
        Costs::new(Fraction::ZERO),
        6,
        Policy::Hold,
    );
    expect(free, model(), "treasury.price_usd.out_of_range", "price_usd");
    expect(
        fine(),
        bootstrap(&[], &[], 1),
        "treasury.log_price_moves.insufficient_data",
        "model.bootstrap.log_price_moves",
    );
    let uneven = bootstrap(&[0.1], &[], 1);
    expect(fine(), uneven, "treasury.log_difficulty_moves.length", "model.bootstrap.log_difficulty_moves");
    expect(
        fine(),
        bootstrap(&[0.1], &[0.1], 0),
        "treasury.block_periods.out_of_range",
        "model.bootstrap.block_periods",
    );
    let stress =
        |stress| stress_treasury(&StressRequest::new(fine()).stresses(vec![Stress::Calm, stress])).unwrap_err();
    assert_eq!(stress(Stress::Halving { period: 7 }).path().as_str(), "stresses[1].halving.period");
    assert_eq!(stress(Stress::LoanRecall { period: 0 }).path().as_str(), "stresses[1].loan_recall.period");
    let all = Stress::PriceFall { fraction: Fraction::ONE, days: Days::constant(1.0) };
    let error = stress(all);
    assert_eq!(
        (error.code(), error.path().as_str()),
        ("treasury.fraction.out_of_range", "stresses[1].price_fall.fraction")
    );
    assert!(
        stress_treasury(&StressRequest::new(fine()).stresses(vec![Stress::PowerCost { factor: Ratio::constant(0.0) }]))
            .is_ok()
    );
    assert_eq!(period_moves(&[1.0, f64::NAN], 1).unwrap_err().path().as_str(), "values[1]");
    assert_eq!(period_moves(&[1.0, 0.0], 1).unwrap_err().code(), "treasury.values.out_of_range");
    assert!(period_moves(&[1.0, 2.0], 0).is_err());
    // A price that runs to a billion makes this treasury worth more than whole millionths hold: told, not wrapped.
    let rich = project("20000 BTC", "0", 6, Policy::Hold);
    let mut job = simulation(rich, bootstrap(&[3.0], &[0.0], 1)).unwrap();
    job.step(u64::MAX);
    assert_eq!(job.report().unwrap_err().code(), "treasury.coins_sat.out_of_range");
}

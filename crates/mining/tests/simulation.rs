//! The simulated forecast against the computed one, against closed forms, and the contract of jobs.

use hashinsight_mining::forecast::{
    Algorithm, BootstrapModel, CorrelatedModel, DifficultyPath, DynamicPath, ForecastRequest, ForecastSimulation,
    ForecastSimulationReport, ForecastSimulationRequest, ForecastSteps, MiningProject, PathModel, PricePath,
    StartingWorld, forecast,
};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::profit::Operation;
use hashinsight_mining::reward::{PoolFee, SoloIncome, SoloIncomeRequest};
use hashinsight_numerics::job::Job;
use hashinsight_numerics::{exp, exp_m1, ln};
use hashinsight_testkit::{check_job, few, within_relative};
use hashinsight_units::{
    Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashrate, Height, LogMove, MeanAmount, Outcome, Power,
    Price, Timestamp, Usd,
};

pub(crate) fn project() -> MiningProject {
    let world = StartingWorld::new(
        Height::new(1_040_000), // within a period, and with a halving ahead
        Difficulty::constant(1.3e14),
        Price::constant(90_000.0),
        MeanAmount::constant(4e6),
    );
    let operation = Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05))
        .hosting_fee_usd_per_kwh(EnergyPrice::constant(0.01))
        .maintenance_usd_per_day(Usd::constant(0.1))
        .uptime(Fraction::constant(0.97));
    let machines = MachineSpec::new(Hashrate::constant(270.0), Power::constant(3645.0));
    let start = Timestamp::from_s(1_781_913_600).unwrap();
    MiningProject::new(machines, Usd::constant(2000.0), start, world, operation).resale_usd(Usd::constant(100.0))
}

pub(crate) fn correlated(price: (f64, f64), difficulty: (f64, f64), correlation_by_lag: &[f64]) -> PathModel {
    let lags = correlation_by_lag.to_vec();
    PathModel::Correlated(CorrelatedModel::new(price.0, price.1, difficulty.0, difficulty.1, lags))
}

fn log_moves(moves: &[f64]) -> Vec<LogMove> {
    moves.iter().map(|x| LogMove::new(*x).unwrap()).collect()
}

pub(crate) fn request(model: PathModel, retargets: u32, paths: u32) -> ForecastSimulationRequest {
    let quantiles = [0.0, 0.05, 0.5, 0.95, 1.0].map(|q| Fraction::new(q).unwrap()).to_vec();
    ForecastSimulationRequest::new(project(), model, retargets, DiscountRate::constant(0.12), paths, 2026)
        .quantiles(quantiles)
}

pub(crate) fn run(request: &ForecastSimulationRequest) -> ForecastSimulationReport {
    let mut job = ForecastSimulation::open(request).unwrap_or_else(|error| panic!("{error}"));
    job.step(u64::MAX);
    job.report().unwrap()
}

/// Without chance the simulation is the forecast, path by path.
#[test]
fn without_volatility_it_is_the_forecast() {
    let (price, difficulty) = (0.004, 0.012);
    let history = BootstrapModel::new(log_moves(&[price; 7]), log_moves(&[difficulty; 7]), 3);
    for model in [correlated((price, 0.0), (difficulty, 0.0), &[0.3]), PathModel::Bootstrap(history)] {
        let request = request(model, 40, 3);
        let simulated = run(&request);
        let path = DynamicPath::new(
            DifficultyPath::GrowthPerStep(exp_m1(difficulty)),
            PricePath::GrowthPerStep(exp_m1(price)),
        );
        // The running period has 2016 - 1,040,000 % 2016 = 256 blocks left.
        let blocks = 256.0 + 39.0 * 2016.0;
        let span = blocks * 1_209_600.0 / 2015.0 / exp(difficulty) / 86_400.0;
        let steps = ForecastSteps::Retargets { days: Days::new(span * (1.0 - 1e-15)).unwrap() };
        let (algorithm, rate) = (Algorithm::Dynamic(path), DiscountRate::constant(0.12));
        let computed = forecast(&ForecastRequest::new(project(), algorithm, steps, rate)).unwrap();
        assert_eq!(computed.halvings.len(), 1);
        within_relative(simulated.mean_usd, computed.with_switch_off.net_present_value_usd, 1e-10, "npv");
        within_relative(simulated.always_on_mean_usd, computed.always_on.net_present_value_usd, 1e-10, "always on");
        for npv in &simulated.net_present_value_usd {
            within_relative(*npv, simulated.mean_usd, 1e-12, "every path is the same");
        }
        match computed.with_switch_off.payback_days {
            Outcome::Value(days) => within_relative(simulated.payback_days[2].value().unwrap(), days, 1e-9, "payback"),
            other => assert_eq!(simulated.payback_days[2], other),
        }
    }
}

/// Free power, no interest, no halving: income of period k is proportional to price(k) / difficulty(k + 1), whose mean
/// is known.
pub(crate) fn free(model: PathModel, retargets: u32, paths: u32) -> ForecastSimulationRequest {
    let mut free = request(model, retargets, paths);
    free.discount_rate_per_year = DiscountRate::constant(0.0);
    let project = &mut free.project;
    project.world.height = Height::new(953_568);
    (project.machine_price_usd, project.resale_usd) = (Usd::MIN, None);
    project.operation =
        Operation::new(project.operation.pool_fee, EnergyPrice::constant(0.0)).uptime(Fraction::constant(0.97));
    free
}

/// Income of one period at the start's price and difficulty, in USD.
fn unit_income() -> f64 {
    let seconds = 2016.0 * 1_209_600.0 / 2015.0;
    270e12 * 0.97 * seconds / (1.3e14 * 4_294_967_296.0) * 3.165 * 0.98 * 90_000.0
}

/// The truth lies within 1.96 standard errors of the mean in 95 of 100 simulations, of a project and of a solo miner.
#[test]
fn a_mean_is_covered_as_often_as_its_standard_error_says() {
    let trials: u64 = few(400, 10_000);
    let (price, difficulty) = ((0.003, 0.1), (0.01, 0.05));
    let income = |k: i32| {
        let (periods, ends) = (f64::from(k), f64::from(k + 1));
        let variance = periods * price.1 * price.1 + ends * difficulty.1 * difficulty.1;
        exp(periods * price.0 - ends * difficulty.0 + 0.5 * variance)
    };
    let of_project = unit_income() * (0..6).map(income).sum::<f64>();
    // A hundredth of the network for ten days of 144 blocks of 3.165 BTC.
    let (hashrate, d) = (1e6, Difficulty::constant(1e14));
    let of_miner = hashrate * 1e12 * 864_000.0 / (1e14 * 4_294_967_296.0) * 316_500_000.0;
    let mut covered = [0.0; 2];
    for seed in 0..trials {
        let mut request = free(correlated(price, difficulty, &[0.0]), 6, 400);
        request.seed = seed;
        let project = run(&request);
        let (height, days) = (Height::new(953_568), Days::constant(10.0));
        let solo = SoloIncomeRequest::new(
            Hashrate::new(hashrate).unwrap(),
            d,
            height,
            MeanAmount::constant(4e6),
            days,
            0.0,
            0.0,
            400,
            seed,
        );
        let mut job = SoloIncome::open(&solo).unwrap();
        job.step(u64::MAX);
        let miner = job.report().unwrap();
        let figures = [
            (project.mean_usd, project.standard_error_usd, of_project),
            (miner.mean_sat, miner.standard_error_sat, of_miner),
        ];
        for (covered, (mean, error, truth)) in covered.iter_mut().zip(figures) {
            *covered += f64::from(u8::from((mean - truth).abs() <= 1.96 * error));
        }
    }
    for (name, covered) in ["project", "miner"].iter().zip(covered) {
        let (part, deviation) = (covered / trials as f64, (0.95_f64 * 0.05 / trials as f64).sqrt());
        assert!((part - 0.95).abs() < 4.0 * deviation + 0.005, "{name}: {part}");
    }
}

#[test]
fn the_mean_is_that_of_correlated_lognormal_moves() {
    let (price, difficulty, lags) = ((0.003, 0.1), (0.01, 0.05), [0.1, 0.0, 0.3, 0.2, 0.6]);
    let report = run(&free(correlated(price, difficulty, &lags), 26, 200_000));
    // Covariance of the moves, from the definition: cov(x(i), d(j)) = σx σd ρ(j - i).
    let rho = |lag: i32| usize::try_from(lag).ok().and_then(|lag| lags.get(lag)).copied().unwrap_or(0.0);
    let expected: f64 = (0..26)
        .map(|k: i32| {
            let (periods, ends) = (f64::from(k), f64::from(k + 1));
            let mean = periods * price.0 - ends * difficulty.0;
            let own = periods * price.1 * price.1 + ends * difficulty.1 * difficulty.1;
            // The difficulty's moves of two periods share the price moves that both answer to.
            let shared: f64 = (0..=k)
                .flat_map(|i| (0..=k).map(move |j| (i, j)))
                .filter(|(i, j)| i != j)
                .map(|(i, j)| (-10..=k).map(|p| rho(i - p) * rho(j - p)).sum::<f64>())
                .sum();
            let cross: f64 = (0..k).flat_map(|i| (0..=k).map(move |j| rho(j - i))).sum();
            let variance = own + difficulty.1 * difficulty.1 * shared - 2.0 * price.1 * difficulty.1 * cross;
            exp(mean + 0.5 * variance)
        })
        .sum::<f64>()
        * unit_income();
    assert!((report.mean_usd - expected).abs() < 4.5 * report.standard_error_usd, "{} {expected}", report.mean_usd);
    assert!(report.standard_error_usd < 2e-3 * expected, "the test would see a wrong correlation");
    assert_eq!(report.probability_of_payback, 1.0, "what costs nothing is paid for");
    assert_eq!(report.payback_days, [Outcome::Value(0.0); 5]);
}

#[test]
fn the_bootstrap_draws_pairs_in_blocks() {
    let moves = [(0.2, -0.1), (-0.1, 0.2), (0.05, 0.1)];
    let model = |block_periods| {
        let (prices, difficulties) = (log_moves(&moves.map(|m| m.0)), log_moves(&moves.map(|m| m.1)));
        PathModel::Bootstrap(BootstrapModel::new(prices, difficulties, block_periods))
    };
    // One block covers the horizon: three starts, each with a third of the paths.
    let report = run(&free(model(3), 3, 60_000));
    let paths = (0..3).map(|from| {
        let at = |period: usize| moves[(from + period) % 3];
        let (mut price, mut difficulty, mut income) = (1.0, 1.0, 0.0);
        for period in 0..3 {
            difficulty *= exp(at(period).1);
            income += price / difficulty;
            price *= exp(at(period).0);
        }
        income * unit_income()
    });
    let expected = paths.sum::<f64>() / 3.0;
    assert!((report.mean_usd - expected).abs() < 4.5 * report.standard_error_usd, "{} {expected}", report.mean_usd);
    // Blocks of one: independent draws.
    let report = run(&free(model(1), 3, 60_000));
    let mean = |f: &dyn Fn((f64, f64)) -> f64| moves.iter().map(|m| f(*m)).sum::<f64>() / 3.0;
    let (last, both) = (mean(&|m| exp(-m.1)), mean(&|m| exp(m.0 - m.1)));
    let expected = unit_income() * last * (1.0 + both + both * both);
    assert!((report.mean_usd - expected).abs() < 4.5 * report.standard_error_usd, "{} {expected}", report.mean_usd);
}

#[test]
fn it_keeps_the_contract_of_jobs() {
    let mut small = request(correlated((0.0, 0.1), (0.01, 0.05), &[0.1, 0.4]), 2, 2 * 256 + 3);
    small.hashrate_decay_per_month = Some(Fraction::new(0.01).unwrap());
    let mut other = small.clone();
    other.seed = 1;
    check_job::<ForecastSimulation>(&small, &other);
}

#[test]
fn case_34_decay_takes_its_part_of_each_stretch() {
    let still = correlated((0.0, 0.0), (0.0, 0.0), &[]);
    let with = |decay: Option<f64>| {
        let mut request = free(still.clone(), 26, 2);
        request.hashrate_decay_per_month = decay.map(|d| Fraction::new(d).unwrap());
        run(&request).mean_usd
    };
    let factor: f64 = (0..26).map(|k| exp(ln(0.98) * (f64::from(k) + 0.5) * 14.0 * 12.0 / 365.0)).sum::<f64>() / 26.0;
    within_relative(with(Some(0.02)) / with(None), factor, 1e-12, "decay");
    assert_eq!(with(Some(1.0)), 0.0);

    // A period of which 256 blocks are left, four whole ones, and one that the halving cuts after 1680 blocks.
    let with = |decay: Option<f64>| {
        let mut request = free(still.clone(), 6, 2);
        request.hashrate_decay_per_month = decay.map(|d| Fraction::new(d).unwrap());
        request.project.world.height = Height::new(1_040_000);
        run(&request).mean_usd
    };
    let stretches =
        [(256.0, 3.165), (2016.0, 3.165), (2016.0, 3.165), (2016.0, 3.165), (2016.0, 3.165), (1680.0, 3.165)];
    let mut passed = 0.0;
    let (mut faded, mut whole) = (0.0, 0.0);
    for (blocks, reward) in stretches.into_iter().chain([(336.0, 1.6025)]) {
        let months: f64 = (passed + blocks / 2.0) / 144.0 * 12.0 / 365.0;
        (faded, whole) = (faded + blocks * reward * exp(ln(0.98) * months), whole + blocks * reward);
        passed += blocks;
    }
    within_relative(with(Some(0.02)) / with(None), faded / whole, 1e-12, "decay across a halving");
}

#[test]
fn simulations_that_cannot_be_are_refused() {
    let code = |request: &ForecastSimulationRequest| {
        let fault = ForecastSimulation::open(request).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let bad = |model: PathModel| code(&request(model, 4, 4));
    let at = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let drift = "mining.price_drift.out_of_range";
    for wrong in [f64::NAN, f64::INFINITY, 1.5] {
        assert_eq!(bad(correlated((wrong, 0.0), (0.0, 0.0), &[])), at(drift, "model.correlated.price_drift"));
        assert_eq!(bad(correlated((0.0, wrong), (0.0, 0.0), &[])).0, "mining.price_volatility.out_of_range");
        assert_eq!(bad(correlated((0.0, 0.0), (wrong, 0.0), &[])).0, "mining.difficulty_drift.out_of_range");
        assert_eq!(bad(correlated((0.0, 0.0), (0.0, wrong), &[])).0, "mining.difficulty_volatility.out_of_range");
        let lag = at("mining.correlation_by_lag.out_of_range", "model.correlated.correlation_by_lag[1]");
        assert_eq!(bad(correlated((0.0, 0.0), (0.0, 0.0), &[0.0, wrong])), lag);
    }
    let too_much = at("mining.correlation_by_lag.out_of_range", "model.correlated.correlation_by_lag");
    assert_eq!(bad(correlated((0.0, 0.0), (0.0, 0.0), &[0.8, 0.8])), too_much);
    assert_eq!(bad(correlated((0.0, 0.0), (0.0, 0.0), &[0.0; 53])).0, "mining.correlation_by_lag.length");
    let history = |prices: &[f64], difficulties: &[f64], block_periods| {
        PathModel::Bootstrap(BootstrapModel::new(log_moves(prices), log_moves(difficulties), block_periods))
    };
    assert_eq!(bad(history(&[], &[], 1)).0, "mining.log_price_moves.insufficient_data");
    assert_eq!(bad(history(&[0.1], &[], 1)).0, "mining.log_difficulty_moves.length");
    assert_eq!(bad(history(&[0.1], &[0.1], 0)).0, "mining.block_periods.out_of_range");
    let good = request(correlated((0.0, 0.1), (0.0, 0.1), &[]), 4, 4);
    let edit = |edit: fn(&mut ForecastSimulationRequest)| {
        let mut request = good.clone();
        edit(&mut request);
        code(&request)
    };
    assert_eq!(edit(|r| r.retargets = 0).0, "mining.retargets.out_of_range");
    assert_eq!(edit(|r| r.paths = 1).0, "mining.paths.out_of_range");
    let rate = at("mining.discount_rate.out_of_range", "discount_rate_per_year");
    assert_eq!(edit(|r| r.discount_rate_per_year = DiscountRate::constant(-0.6)), rate);
    let easy = at("mining.difficulty.out_of_range", "project.difficulty");
    assert_eq!(edit(|r| r.project.world.difficulty = Difficulty::constant(0.5)), easy);
    let late = at("mining.height.out_of_range", "project.height");
    assert_eq!(edit(|r| r.project.world.height = Height::new(u32::MAX)), late);
}

/// The wildest moves that are allowed, for a century: still numbers.
#[test]
fn extreme_paths_stay_numbers() {
    for (price, difficulty) in [((1.4, 1.4), (-1.4, 1.4)), ((-1.4, 1.4), (1.4, 1.4))] {
        let mut wild = request(correlated(price, difficulty, &[]), 2608, 4);
        wild.discount_rate_per_year = DiscountRate::constant(-0.5);
        wild.project.machines.hashrate_ths = Hashrate::MAX;
        wild.project.world.difficulty = Difficulty::constant(1e30); // a network that holds them
        let text = serde_json::to_string(&run(&wild)).unwrap();
        assert!(!text.contains("null"), "{text}");
    }
}

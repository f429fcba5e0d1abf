//! What the simulated forecast says besides its mean, against the computed forecast, closed forms and the paths themselves.

use crate::simulation::{correlated, free, project, request, run};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastRequest, ForecastSimulation, ForecastSteps, MiningProject,
    PricePath, SensitivityInput, forecast,
};
use hashinsight_numerics::job::Job;
use hashinsight_numerics::{exp, exp_m1, normal_quantile};
use hashinsight_testkit::{check_job, within_relative};
use hashinsight_units::{
    Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashrate, MeanAmount, Power, Price, Usd,
};

const PRICE: f64 = 0.004;
const DIFFICULTY: f64 = 0.012;

/// The forecast of 40 periods along the one path that moves without chance make.
fn computed(project: MiningProject) -> hashinsight_mining::forecast::ForecastReport {
    let growth = DifficultyPath::GrowthPerStep(exp_m1(DIFFICULTY));
    let path = DynamicPath::new(growth, PricePath::GrowthPerStep(exp_m1(PRICE)));
    // The running period has 256 blocks left.
    let span = (256.0 + 39.0 * 2016.0) * 1_209_600.0 / 2015.0 / exp(DIFFICULTY) / 86_400.0;
    let steps = ForecastSteps::Retargets { days: Days::new(span * (1.0 - 1e-15)).unwrap() };
    forecast(&ForecastRequest::new(project, Algorithm::Dynamic(path), steps, DiscountRate::constant(0.12))).unwrap()
}

/// Without chance each bar of the tornado is the forecast of a project whose input is another.
#[test]
fn the_tornado_is_the_forecast_of_other_inputs() {
    let simulated =
        run(&request(correlated((PRICE, 0.0), (DIFFICULTY, 0.0), &[]), 40, 3).sensitivity(Fraction::constant(0.1)));
    let tornado = simulated.tornado.unwrap();
    assert_eq!(tornado.input.len(), 7);
    let mut last = f64::INFINITY;
    for (row, input) in tornado.input.iter().enumerate() {
        for (factor, got) in [(0.9, tornado.lower_usd[row]), (1.1, tornado.higher_usd[row])] {
            let mut of = project();
            match input {
                SensitivityInput::BtcPrice => of.world.btc_price_usd = Price::new(90_000.0 * factor).unwrap(),
                SensitivityInput::Difficulty => of.world.difficulty = Difficulty::new(1.3e14 * factor).unwrap(),
                SensitivityInput::Fees => of.world.fees_per_block_sat = MeanAmount::new(4e6 * factor).unwrap(),
                SensitivityInput::Hashrate => of.machines.hashrate_ths = Hashrate::new(270.0 * factor).unwrap(),
                SensitivityInput::Power => of.machines.power_w = Power::new(3645.0 * factor).unwrap(),
                SensitivityInput::PowerPrice => {
                    of.operation.power_price_usd_per_kwh = EnergyPrice::new(0.05 * factor).unwrap();
                }
                SensitivityInput::MachinePrice => of.machine_price_usd = Usd::new(2000.0 * factor).unwrap(),
                other => panic!("{other:?}"),
            }
            let right = computed(of).with_switch_off.net_present_value_usd;
            assert!((got - right).abs() < 1e-9 * (1.0 + right.abs()), "{input:?} {factor}: {got} {right}");
        }
        let width = (tornado.higher_usd[row] - tornado.lower_usd[row]).abs();
        assert!(width <= last && width > 0.0, "the widest first");
        last = width;
    }
}

/// Without chance the fan is the forecast's own table at its retargets.
#[test]
fn the_fan_without_chance_is_the_table() {
    let after = [1, 2, 5, 17, 39, 40];
    let mut asked = request(correlated((PRICE, 0.0), (DIFFICULTY, 0.0), &[]), 40, 3).fan_retargets(after.to_vec());
    asked.quantiles = vec![Fraction::constant(0.5)];
    let fan = run(&asked).fan.unwrap();
    assert_eq!((&fan.retargets[..], fan.quantile.len()), (&after[..], after.len()));
    let table = computed(project()).table;
    let at_end = |row: usize| row + 1 == table.days.len() || table.height[row + 1].get().is_multiple_of(2016);
    let ends: Vec<usize> = (0..table.days.len()).filter(|row| at_end(*row)).collect();
    for (point, retargets) in after.into_iter().enumerate() {
        let periods = f64::from(retargets);
        within_relative(fan.btc_price_usd[point], 90_000.0 * exp(periods * PRICE), 1e-12, "price");
        within_relative(fan.difficulty[point], 1.3e14 * exp(periods * DIFFICULTY), 1e-12, "difficulty");
        let row = ends[retargets as usize - 1];
        let right = table.cumulative_usd[row];
        assert!((fan.cumulative_usd[point] - right).abs() < 1e-8 * (1.0 + right.abs()), "after {retargets}");
    }
}

/// Prices of the fan are lognormal, and without interest and resale its end is the net present value.
#[test]
fn the_fan_opens_as_prices_do() {
    let (paths, sigma) = (20_000, 0.1);
    let levels = [0.1, 0.5, 0.9];
    let mut asked = free(correlated((0.003, sigma), (0.01, 0.05), &[0.1, 0.3]), 26, paths).fan_retargets(vec![4, 26]);
    asked.quantiles = levels.map(|level| Fraction::new(level).unwrap()).to_vec();
    let report = run(&asked);
    let fan = report.fan.unwrap();
    for (row, (retargets, level)) in
        [4.0_f64, 26.0].into_iter().flat_map(|k| levels.map(|level| (k, level))).enumerate()
    {
        let (deviation, z) = (sigma * retargets.sqrt(), normal_quantile(level).unwrap());
        let right = 90_000.0 * exp(0.003 * retargets + deviation * z);
        // Standard error of an empirical quantile over the density of the logarithm.
        let density = exp(-0.5 * z * z) / 2.506_628_274_631_000_5 / deviation;
        let error = (level * (1.0 - level) / f64::from(paths)).sqrt() / density;
        assert!((fan.btc_price_usd[row] / right - 1.0).abs() < 4.5 * error, "after {retargets} at {level}");
    }
    for (at, npv) in report.net_present_value_usd.iter().enumerate() {
        within_relative(fan.cumulative_usd[3 + at], *npv, 1e-12, "the end of the fan");
    }
}

/// The quantiles of five paths are the paths: their worst parts by hand.
#[test]
fn the_worst_paths_by_hand() {
    let mut asked = request(correlated((0.0, 0.12), (0.01, 0.05), &[]), 30, 5);
    asked.quantiles = [0.0, 0.25, 0.5, 0.75, 1.0].map(|q| Fraction::new(q).unwrap()).to_vec();
    let report = run(&asked);
    let [a, b, c, d, e] = report.net_present_value_usd[..] else { panic!("{report:?}") };
    let right = [a, (a + 0.25 * b) / 1.25, (a + b + 0.5 * c) / 2.5, (a + b + c + 0.75 * d) / 3.75, report.mean_usd];
    for (got, right) in report.expected_shortfall_usd.iter().zip(right) {
        assert!((got - right).abs() < 1e-9 * (1.0 + right.abs()), "{got} {right}");
    }
    within_relative(report.mean_usd, (a + b + c + d + e) / 5.0, 1e-12, "mean");
}

#[test]
fn the_contract_of_jobs_with_fan_and_tornado() {
    let asked = |seed| {
        let mut asked = request(correlated((0.0, 0.1), (0.01, 0.05), &[0.2]), 12, 600);
        asked.seed = seed;
        asked.fan_retargets(vec![1, 6, 12]).sensitivity(Fraction::constant(0.2))
    };
    check_job::<ForecastSimulation>(&asked(1), &asked(2));
}

#[test]
fn fans_and_tornados_that_cannot_be() {
    let base = || request(correlated((0.0, 0.1), (0.01, 0.05), &[]), 12, 600);
    let refused = |asked| {
        let error = ForecastSimulation::open(&asked).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    for (list, at) in [(vec![0], 0), (vec![13], 0), (vec![3, 3], 1), (vec![5, 4], 1)] {
        let path = format!("fan_retargets[{at}]");
        assert_eq!(refused(base().fan_retargets(list)), ("mining.fan_retargets.out_of_range".into(), path));
    }
    assert_eq!(refused(base().fan_retargets(vec![1; 65])).0, "mining.fan_retargets.length");
    for part in [0.0, 1.0] {
        let code = "mining.sensitivity.out_of_range";
        assert_eq!(refused(base().sensitivity(Fraction::new(part).unwrap())).0, code);
    }
    let mut dear = base().sensitivity(Fraction::constant(0.5));
    dear.project.world.btc_price_usd = Price::MAX;
    assert_eq!(refused(dear), ("units.price.out_of_range".into(), "sensitivity".into()));
}

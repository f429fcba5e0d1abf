//! Forecasts by the column: each row against the single forecast, and what is refused.

use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastBatchParams, ForecastCaseColumns, ForecastReport, ForecastRequest,
    ForecastSteps, MiningProject, PricePath, StartingWorld, forecast, forecast_batch,
};
use hashinsight_mining::investment::InternalRate;
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::profit::Operation;
use hashinsight_mining::reward::PoolFee;
use hashinsight_numerics::Philox;
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{
    Days, Difficulty, DiscountRate, EnergyPrice, Fraction, Hashrate, Height, MeanAmount, Outcome, Power, Price,
    Timestamp, Usd,
};

const ROWS: usize = 500;

fn world() -> StartingWorld {
    let (difficulty, price) = (Difficulty::constant(1.3e14), Price::constant(90_000.0));
    StartingWorld::new(Height::new(1_040_000), difficulty, price, MeanAmount::constant(4e6))
}

fn start() -> Timestamp {
    Timestamp::from_s(1_781_913_600).unwrap()
}

fn params(steps: ForecastSteps) -> ForecastBatchParams {
    ForecastBatchParams::new(start(), world(), PoolFee::constant(0.02), steps, DiscountRate::constant(0.1))
        .uptime(Fraction::constant(0.95))
        .hosting_fee_usd_per_kwh(EnergyPrice::constant(0.004))
        .maintenance_usd_per_day(Usd::constant(0.05))
}

/// Columns of machines and scenarios at random; every fifth row has no decay, every seventh no resale.
fn columns() -> [Vec<f64>; 8] {
    let random = Philox::new(18);
    let of = |column: u64, low: f64, high: f64, none: usize| -> Vec<f64> {
        let value = |row: usize| low + (high - low) * random.uniform(column, row as u64);
        (0..ROWS).map(|row| if none > 0 && row % none == 0 { f64::NAN } else { value(row) }).collect()
    };
    [
        of(0, 50.0, 500.0, 0),
        of(1, 1000.0, 8000.0, 0),
        of(2, 0.0, 6000.0, 0),
        of(3, -0.02, 0.12, 0),
        of(4, -0.02, 0.05, 0),
        of(5, -0.03, 0.04, 0),
        of(6, 0.0, 0.02, 5),
        of(7, 0.0, 500.0, 7),
    ]
}

fn borrowed(columns: &[Vec<f64>; 8]) -> ForecastCaseColumns<'_> {
    let [hashrate_ths, power_w, machine_price_usd, power_price_usd_per_kwh, difficulty, price, decay, resale] = columns;
    ForecastCaseColumns {
        hashrate_ths,
        power_w,
        machine_price_usd,
        power_price_usd_per_kwh,
        difficulty_growth_per_step: difficulty,
        btc_price_growth_per_step: price,
        hashrate_decay_per_month: decay,
        resale_usd: resale,
    }
}

/// The row by itself, put together from its cells.
fn single(columns: &[Vec<f64>; 8], row: usize, steps: &ForecastSteps) -> ForecastReport {
    let [ths, watts, cost, tariff, difficulty, price, decay, resale] = columns.each_ref().map(|column| column[row]);
    let operation = Operation::new(PoolFee::constant(0.02), EnergyPrice::new(tariff).unwrap())
        .uptime(Fraction::constant(0.95))
        .hosting_fee_usd_per_kwh(EnergyPrice::constant(0.004))
        .maintenance_usd_per_day(Usd::constant(0.05));
    let machines = MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap());
    let mut project = MiningProject::new(machines, Usd::new(cost).unwrap(), start(), world(), operation);
    project.resale_usd = (!resale.is_nan()).then(|| Usd::new(resale).unwrap());
    let growth = DifficultyPath::GrowthPerStep(difficulty);
    let mut path = DynamicPath::new(growth, PricePath::GrowthPerStep(price));
    path.hashrate_decay_per_month = (!decay.is_nan()).then(|| Fraction::new(decay).unwrap());
    let rate = DiscountRate::constant(0.1);
    forecast(&ForecastRequest::new(project, Algorithm::Dynamic(path), steps.clone(), rate)).unwrap()
}

#[test]
fn each_row_is_the_single_forecast_to_the_bit() {
    let columns = columns();
    let months = ForecastSteps::CalendarMonths { count: 30, clock: None };
    for steps in [ForecastSteps::Retargets { days: Days::constant(700.5) }, months] {
        let table = forecast_batch(&borrowed(&columns), &params(steps.clone())).unwrap();
        let (mut never, mut rests, mut rates) = (0, 0, 0);
        for row in 0..ROWS {
            let report = single(&columns, row, &steps);
            let value = &report.with_switch_off;
            let pairs = [
                (table.net_present_value_usd[row], value.net_present_value_usd),
                (table.always_on_net_present_value_usd[row], report.always_on.net_present_value_usd),
                (table.net_usd[row], value.net_usd),
                (table.btc[row], report.btc),
                (table.energy_kwh[row], report.energy_kwh),
                (table.days_off[row], report.days_off),
                (table.price_ceiling_usd[row], value.price_ceiling_usd),
            ];
            assert!(pairs.iter().all(|(got, right)| got.to_bits() == right.to_bits()), "row {row}: {pairs:?}");
            let paid = (table.payback_status[row] == RowStatus::Ok).then_some(table.payback_days[row]);
            assert_eq!(paid.map_or(Outcome::Never, Outcome::Value), value.payback_days);
            let rate = (table.internal_rate_status[row] == RowStatus::Ok).then_some(table.internal_rate_per_year[row]);
            assert_eq!(
                rate.map(InternalRate::Value),
                Some(value.internal_rate_per_year.clone()).filter(|rate| matches!(rate, InternalRate::Value(_)))
            );
            never += usize::from(paid.is_none());
            rests += usize::from(report.days_off > 0.0);
            rates += usize::from(rate.is_some());
        }
        for (what, count) in [("never paid", never), ("rests", rests), ("has a rate", rates)] {
            assert!((10..ROWS - 10).contains(&count), "{what}: {count} of {ROWS}");
        }
    }
}

#[test]
fn rows_and_parameters_that_cannot_be() {
    let good = columns();
    let steps = ForecastSteps::Retargets { days: Days::constant(100.0) };
    let bad = |column: usize, value: f64| {
        let mut columns = good.clone();
        columns[column][7] = value;
        columns
    };
    for (column, value, code, path) in [
        (0, -1.0, "units.hashrate.out_of_range", "hashrate_ths[7]"),
        (0, 1e12, "mining.hashrate.out_of_range", "hashrate_ths[7]"), // beyond the network
        (1, f64::NAN, "units.power.not_finite", "power_w[7]"),
        (4, 3.1, "mining.difficulty_growth_per_step.out_of_range", "difficulty_growth_per_step[7]"),
        (4, f64::NAN, "units.number.not_finite", "difficulty_growth_per_step[7]"),
        (5, -1.0, "mining.btc_price_growth_per_step.out_of_range", "btc_price_growth_per_step[7]"),
        (6, 1.5, "units.fraction.out_of_range", "hashrate_decay_per_month[7]"),
    ] {
        let columns = bad(column, value);
        let error = forecast_batch(&borrowed(&columns), &params(steps.clone())).unwrap_err();
        assert_eq!((error.code(), error.path().as_str()), (code, path));
        let table = forecast_batch(&borrowed(&columns), &params(steps.clone()).on_bad_row(OnBadRow::Report)).unwrap();
        let refused: Vec<usize> = (0..ROWS).filter(|row| table.status[*row] == RowStatus::Refused).collect();
        assert_eq!(refused, [7]);
        assert!(table.net_present_value_usd[7].is_nan() && table.net_present_value_usd[8].is_finite());
    }
    // A difficulty of three times as much every fortnight leaves the unit within a century.
    let long = ForecastSteps::Retargets { days: Days::constant(36_000.0) };
    let mut stays = good.clone();
    (stays[4], stays[5]) = (vec![0.0; ROWS], vec![0.0; ROWS]);
    stays[4][3] = 2.0;
    let few: [Vec<f64>; 8] = stays.map(|column| column[..5].to_vec());
    let error = forecast_batch(&borrowed(&few), &params(long)).unwrap_err();
    assert_eq!(error.path().as_str(), "difficulty_growth_per_step[3]");

    let none: [Vec<f64>; 8] = std::array::from_fn(|_| Vec::new());
    let refused = |params: &ForecastBatchParams| {
        let error = forecast_batch(&borrowed(&none), params).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let months = ForecastSteps::Months { count: 0, days_each: Days::constant(30.0) };
    assert_eq!(refused(&params(months)), ("mining.count.out_of_range".into(), "steps.months.count".into()));
    let mut late = params(steps.clone());
    late.world.height = Height::new(u32::MAX);
    assert_eq!(refused(&late), ("mining.height.out_of_range".into(), "height".into()));
    let mut percent = params(steps);
    percent.discount_rate_per_year = DiscountRate::new(8.0).unwrap();
    assert_eq!(refused(&percent).1, "discount_rate_per_year");
}

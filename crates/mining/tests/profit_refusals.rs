//! Rows and grids of profit that cannot be.

use crate::given::{SUBSIDY, chain, difficulty};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::profit::{
    FleetBatchParams, FleetColumns, HeatMapRequest, Operation, ProfitRequest, fleet_batch, profit_heat_map,
};
use hashinsight_mining::reward::{Market, PoolFee};
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{Amount, Days, EnergyPrice, Hashrate, Power, Price, Ratio};

fn market() -> Market {
    let chain = chain(difficulty(1.3e14), SUBSIDY, Amount::constant(4_000_000));
    Market::new(chain, Price::constant(90_000.0))
}

fn fleet_params() -> FleetBatchParams {
    FleetBatchParams::new(market(), PoolFee::constant(0.025))
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
    assert_eq!(fleet_batch(&good, &fleet_params()).unwrap().payback_days[1], 0.0);
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
        (FleetColumns { age_days: &nan, ..good }, "mining.age_days.missing", "age_days[1]"),
        (FleetColumns { decay_per_month: &nan, ..good }, "mining.decay_per_month.missing", "decay_per_month[1]"),
        (FleetColumns { age_days: &infinite, ..good }, "mining.age_days.not_finite", "age_days[1]"),
        (FleetColumns { age_days: &[0.0, 36_525.1], ..good }, "mining.age_days.out_of_range", "age_days[1]"),
        (FleetColumns { hashrate_ths: &[200.0, 1e24], ..good }, "mining.count.out_of_range", "count[1]"),
    ];
    for (columns, code, path) in cases {
        let columns = if path == "count[1]" && columns.hashrate_ths[1] == 1e24 {
            FleetColumns { count: &[1, 4_000_000_000], decay_per_month: &[0.0, 0.0], ..columns }
        } else {
            columns
        };
        let fault = fleet_batch(&columns, &fleet_params()).unwrap_err();
        assert_eq!((fault.code(), fault.path().as_str()), (code, path));
        let table = fleet_batch(&columns, &fleet_params().on_bad_row(OnBadRow::Report)).unwrap();
        assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused]);
        assert!(table.net_usd_per_day[0].is_finite() && table.net_usd_per_day[1].is_nan());
    }
    let short = FleetColumns { age_days: &[0.0], ..good };
    assert_eq!(
        fleet_batch(&short, &fleet_params().on_bad_row(OnBadRow::Report)).unwrap_err().code(),
        "mining.age_days.length"
    );
}

#[test]
fn a_heat_map_that_cannot_be_is_refused() {
    let machine = MachineSpec::new(Hashrate::constant(200.0), Power::constant(3500.0));
    let operation = Operation::new(PoolFee::constant(0.025), EnergyPrice::constant(0.05));
    let base = ProfitRequest::new(machine, market(), operation, Days::constant(1.0));
    let ask = |factors: &[f64], prices: usize| {
        let factors = factors.iter().map(|factor| Ratio::new(*factor).unwrap()).collect();
        let (prices, tariffs) = (vec![Price::MIN; prices], vec![EnergyPrice::constant(0.05); 1000]);
        let request = HeatMapRequest::new(base.clone(), prices, factors, tariffs);
        let fault = profit_heat_map(&request).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let bad = ("mining.difficulty_factors.out_of_range".to_owned(), "difficulty_factors[1]".to_owned());
    assert_eq!(ask(&[1.0, 0.0], 1), bad);
    assert_eq!(ask(&[1.0, 1e-300], 1), bad);
    assert_eq!(ask(&[], 1).0, "mining.cells.length");
    assert_eq!(ask(&[1.0], 1001).0, "mining.cells.length");
}

//! Profit: the batch against the scalar form, sums, break-evens, and no number that is none.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{
    HashpriceBatchParams, HashpriceColumns, OnBadRow, ProfitBatchParams, ProfitBuffers, ProfitColumns, ProfitReport,
    ProfitRequest, RowStatus, hashprice_batch, profit, profit_batch, profit_batch_into,
};
use hashinsight_mining::reward::{HashpriceRequest, hashprice};
use hashinsight_mining::{Error, Outcome};
use hashinsight_numerics::Philox;
use hashinsight_testkit::within_relative;
use hashinsight_units::{Amount, Days, Difficulty, EnergyPrice, Faulty, Fraction, Hashrate, Power, Price, Usd};
use proptest::prelude::*;
use serde_json::Value;

fn params() -> ProfitBatchParams {
    ProfitBatchParams {
        network_basis: NetworkBasis::Difficulty(Difficulty::new(1.249e14).unwrap()),
        subsidy_sat: Amount::from_sat(312_500_000).unwrap(),
        fees_per_block_sat: Amount::from_sat(4_321_987).unwrap(),
        pool_fee: Fraction::new(0.025).unwrap(),
        days: Days::new(30.5).unwrap(),
        uptime: Some(Fraction::new(0.97).unwrap()),
        hosting_fee_usd_per_kwh: Some(EnergyPrice::new(0.012).unwrap()),
        maintenance_usd_per_day: Some(Usd::new(0.37).unwrap()),
        on_bad_row: OnBadRow::Refuse,
    }
}

fn request(params: &ProfitBatchParams, [hashrate, power, tariff, price]: [f64; 4]) -> ProfitRequest {
    ProfitRequest {
        hashrate_ths: Hashrate::from_ths(hashrate).unwrap(),
        power_w: Power::from_w(power).unwrap(),
        network_basis: params.network_basis,
        subsidy_sat: params.subsidy_sat,
        fees_per_block_sat: params.fees_per_block_sat,
        btc_price_usd: Price::new(price).unwrap(),
        pool_fee: params.pool_fee,
        power_price_usd_per_kwh: EnergyPrice::new(tariff).unwrap(),
        days: params.days,
        uptime: params.uptime,
        hosting_fee_usd_per_kwh: params.hosting_fee_usd_per_kwh,
        maintenance_usd_per_day: params.maintenance_usd_per_day,
        machine_price_usd: None,
        useful_life_days: None,
    }
}

fn columns(rows: &[[f64; 4]]) -> [Vec<f64>; 4] {
    [0, 1, 2, 3].map(|i: usize| rows.iter().map(|row| row[i]).collect())
}

fn view(columns: &[Vec<f64>; 4]) -> ProfitColumns<'_> {
    let [hashrate_ths, power_w, power_price_usd_per_kwh, btc_price_usd] = columns;
    ProfitColumns { hashrate_ths, power_w, power_price_usd_per_kwh, btc_price_usd }
}

fn assert_same_bits(params: &ProfitBatchParams, rows: &[[f64; 4]]) {
    let columns = columns(rows);
    let table = profit_batch(&view(&columns), params).unwrap();
    for (i, row) in rows.iter().enumerate() {
        let one = profit(&request(params, *row)).unwrap();
        assert_eq!(table.status[i], RowStatus::Ok);
        for (batch, scalar) in [
            (table.revenue_usd[i], one.revenue_usd),
            (table.power_cost_usd[i], one.power_cost_usd),
            (table.net_usd[i], one.net_usd),
        ] {
            assert_eq!(batch.to_bits(), scalar.to_bits(), "row {i}: {row:?}: {batch} {scalar}");
        }
    }
}

fn random_rows(count: u64) -> Vec<[f64; 4]> {
    let random = Philox::new(44);
    let row = |i| {
        let u = |draw| random.uniform(i, draw);
        [500.0 * u(0), 6000.0 * u(1), 0.3 * u(2) - 0.1, 150_000.0 * u(3)]
    };
    (0..count).map(row).collect()
}

/// M44.
#[test]
fn batch_equals_scalar_to_the_bit() {
    assert_same_bits(&params(), &random_rows(5000));
    assert_same_bits(&params(), &[[-0.0, -0.0, -0.0, -0.0], [0.0, 0.0, -1000.0, 0.0], [1e24, 1e15, 1000.0, 1e12]]);
    assert_same_bits(&params(), &[]);
    // No energy at a negative tariff costs nothing, and nothing has no sign.
    let table = profit_batch(&view(&columns(&[[0.0, 0.0, -0.05, 1.0]])), &params()).unwrap();
    assert_eq!(table.power_cost_usd[0].to_bits(), 0);
}

#[test]
fn a_bad_row_is_named_by_column_then_by_row() {
    let mut rows = random_rows(3000);
    rows[2999][0] = f64::INFINITY;
    rows[17][1] = -1.0;
    rows[1500][3] = f64::NAN;
    let refuse = |rows: &[[f64; 4]]| {
        let columns = columns(rows);
        let fault = profit_batch(&view(&columns), &params()).unwrap_err().fault();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    assert_eq!(refuse(&rows), ("units.hashrate.not_finite".into(), "hashrate_ths[2999]".into()));
    rows[2999][0] = 1.0;
    assert_eq!(refuse(&rows), ("units.power.out_of_range".into(), "power_w[17]".into()));
    rows[17][1] = 1.0;
    assert_eq!(refuse(&rows), ("units.price.not_finite".into(), "btc_price_usd[1500]".into()));
}

#[test]
fn reported_rows_do_not_disturb_the_others() {
    let good = random_rows(2500);
    let mut rows = good.clone();
    let bad = [(0, 0, -1.0), (1023, 1, f64::NAN), (1024, 2, 1000.1), (2499, 3, f64::NEG_INFINITY)];
    for (row, column, value) in bad {
        rows[row][column] = value;
    }
    let params = ProfitBatchParams { on_bad_row: OnBadRow::Report, ..params() };
    let [good, rows] = [columns(&good), columns(&rows)];
    let clean = profit_batch(&view(&good), &params).unwrap();
    let table = profit_batch(&view(&rows), &params).unwrap();
    for i in 0..2500 {
        if bad.iter().any(|(row, ..)| *row == i) {
            assert_eq!(table.status[i], RowStatus::Refused);
            assert!(table.revenue_usd[i].is_nan() && table.power_cost_usd[i].is_nan() && table.net_usd[i].is_nan());
        } else {
            assert_eq!(table.status[i], RowStatus::Ok);
            assert_eq!(table.net_usd[i].to_bits(), clean.net_usd[i].to_bits());
        }
    }
}

#[test]
fn a_miner_is_part_of_its_network() {
    let network_basis = NetworkBasis::NetworkHashrateThs(Hashrate::from_ths(300.0).unwrap());
    let params = ProfitBatchParams { network_basis, ..params() };
    let columns = columns(&[[300.0, 1.0, 1.0, 1.0], [301.0, 1.0, 1.0, 1.0]]);
    let fault = profit_batch(&view(&columns), &params).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.network_hashrate.out_of_range", "hashrate_ths[1]"));
}

#[test]
fn columns_must_be_of_one_length() {
    let columns = columns(&random_rows(3));
    let short = ProfitColumns { btc_price_usd: &[1.0], ..view(&columns) };
    let fault = profit_batch(&short, &params()).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.column.length", "btc_price_usd"));
    let (mut a, mut b, mut c, mut status) = ([0.0; 3], [0.0; 3], [7.0; 2], [RowStatus::Ok; 3]);
    let mut buffers =
        ProfitBuffers { revenue_usd: &mut a, power_cost_usd: &mut b, net_usd: &mut c, status: &mut status };
    let fault = profit_batch_into(&view(&columns), &params(), &mut buffers).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.column.length", "net_usd"));
    assert_eq!(c, [7.0; 2]);
}

#[test]
fn hashprice_batch_equals_scalar_to_the_bit() {
    let rows = random_rows(2000);
    let difficulty: Vec<f64> = rows.iter().map(|row| 1e12 + row[0] * 1e12).collect();
    let fees: Vec<i64> = (0..2000).map(|i| i * i * 100).collect();
    let price: Vec<f64> = rows.iter().map(|row| row[3]).collect();
    let subsidy_sat = Amount::from_sat(312_500_000).unwrap();
    let mut params = HashpriceBatchParams { subsidy_sat, on_bad_row: OnBadRow::Refuse };
    let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
    let table = hashprice_batch(&columns, &params).unwrap();
    for i in 0..rows.len() {
        let one = hashprice(&HashpriceRequest {
            network_basis: NetworkBasis::Difficulty(Difficulty::new(difficulty[i]).unwrap()),
            subsidy_sat,
            fees_per_block_sat: Amount::from_sat(fees[i].cast_unsigned()).unwrap(),
            btc_price_usd: Price::new(price[i]).unwrap(),
        })
        .unwrap();
        assert_eq!(table.hashprice_usd_per_phs_day[i].to_bits(), one.hashprice_usd_per_phs_day.to_bits());
        assert_eq!(table.hashprice_sat_per_phs_day[i].to_bits(), one.hashprice_sat_per_phs_day.to_bits());
    }
    let bad = HashpriceColumns {
        difficulty: &[1e14, 1e14, 0.0],
        fees_per_block_sat: &[0, -1, 0],
        btc_price_usd: &[f64::NAN, 1.0, 1.0],
    };
    let fault = hashprice_batch(&bad, &params).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("units.difficulty.out_of_range", "difficulty[2]"));
    params.on_bad_row = OnBadRow::Report;
    let table = hashprice_batch(&bad, &params).unwrap();
    assert_eq!(table.status, [RowStatus::Refused; 3]);
    assert!(table.hashprice_usd_per_phs_day.iter().all(|usd| usd.is_nan()));
}

/// Each break-even, put in, makes the result nothing: checked through `profit` itself at another input.
#[test]
fn break_evens_break_even() {
    let base = request(&params(), [200.0, 3500.0, 0.05, 90_000.0]);
    let report = profit(&base).unwrap();
    let value = |outcome: Outcome| outcome.value().unwrap();
    let even = |request: ProfitRequest, what: &str| {
        let net = profit(&request).unwrap();
        assert!(net.net_usd.abs() < 1e-12 * net.revenue_usd, "{what}: {}", net.net_usd);
    };
    let at = report.break_even;
    let tariff = EnergyPrice::new(value(at.power_price_usd_per_kwh)).unwrap();
    even(ProfitRequest { power_price_usd_per_kwh: tariff, ..base.clone() }, "power price");
    let price = Price::new(value(at.btc_price_usd)).unwrap();
    even(ProfitRequest { btc_price_usd: price, ..base.clone() }, "bitcoin price");
    let harder = NetworkBasis::Difficulty(Difficulty::new(value(at.difficulty)).unwrap());
    even(ProfitRequest { network_basis: harder, ..base.clone() }, "difficulty");
    // Hashprice is proportional to the bitcoin price.
    let ratio = value(at.hashprice_usd_per_phs_day) / report.hashprice_usd_per_phs_day;
    within_relative(ratio, price.get() / 90_000.0, 1e-12, "hashprice");
    // Cash cost of a bitcoin is its break-even price.
    within_relative(value(report.cost_of_bitcoin.cash_usd), price.get(), 1e-12, "cash cost");
}

#[test]
fn costs_of_a_bitcoin() {
    let mut base = request(&params(), [200.0, 3500.0, 0.05, 90_000.0]);
    let report = profit(&base).unwrap();
    let value = |outcome: Outcome| outcome.value().unwrap();
    let direct = (report.power_cost_usd + report.hosting_usd) / report.expected_btc;
    within_relative(value(report.cost_of_bitcoin.direct_usd), direct, 1e-15, "direct");
    assert!(matches!(report.cost_of_bitcoin.all_in_usd, Outcome::Undefined { .. }));
    base.machine_price_usd = Some(Usd::new(3650.0).unwrap());
    let fault = profit(&base).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.useful_life.missing", "useful_life_days"));
    base.useful_life_days = Some(Days::new(1825.0).unwrap());
    let report = profit(&base).unwrap();
    within_relative(value(report.depreciation_usd), 61.0, 1e-14, "2 USD a day");
    let all_in = value(report.cost_of_bitcoin.cash_usd) + 61.0 / report.expected_btc;
    within_relative(value(report.cost_of_bitcoin.all_in_usd), all_in, 1e-14, "all in");
    base.machine_price_usd = None;
    let fault = profit(&base).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.machine_price.missing", "machine_price_usd"));
}

#[test]
fn edges_have_names() {
    let bare = ProfitBatchParams { hosting_fee_usd_per_kwh: None, maintenance_usd_per_day: None, ..params() };
    let at = |row| profit(&request(&bare, row)).unwrap();
    let undefined = |outcome: Outcome| matches!(outcome, Outcome::Undefined { .. });
    // Nothing mined, power paid: nothing helps, but free power leaves exactly nothing.
    let idle = at([0.0, 3500.0, 0.05, 90_000.0]);
    assert_eq!(idle.break_even.btc_price_usd, Outcome::Never);
    assert_eq!(idle.break_even.hashprice_usd_per_phs_day, Outcome::Never);
    assert_eq!(idle.break_even.difficulty, Outcome::Never);
    assert_eq!(idle.break_even.power_price_usd_per_kwh, Outcome::Value(0.0));
    assert_eq!(idle.cost_of_bitcoin.cash_usd, Outcome::Never);
    assert!(undefined(idle.efficiency_j_per_th));
    // Paid for consumption: always a profit.
    let paid = at([200.0, 3500.0, -0.05, 90_000.0]);
    assert_eq!(paid.break_even.btc_price_usd, Outcome::Unbounded);
    assert_eq!(paid.break_even.difficulty, Outcome::Unbounded);
    let barely = at([200.0, 3500.0, -1e-9, 90_000.0]);
    assert_eq!(barely.break_even.btc_price_usd, Outcome::Unbounded);
    assert_eq!(barely.break_even.hashprice_usd_per_phs_day, Outcome::Unbounded);
    let idle_and_paid = at([0.0, 3500.0, -1e-9, 90_000.0]);
    assert_eq!(idle_and_paid.break_even.btc_price_usd, Outcome::Unbounded);
    assert!(paid.cost_of_bitcoin.direct_usd.value().unwrap() < 0.0);
    // No power: every tariff will do.
    let free = at([200.0, 0.0, 0.05, 90_000.0]);
    assert_eq!(free.break_even.power_price_usd_per_kwh, Outcome::Unbounded);
    assert_eq!(free.break_even.btc_price_usd, Outcome::Value(0.0));
    assert_eq!(free.efficiency_j_per_th, Outcome::Value(0.0));
    // Nothing at all.
    let nothing = at([0.0, 0.0, 0.05, 90_000.0]);
    assert!(undefined(nothing.break_even.btc_price_usd) && undefined(nothing.break_even.power_price_usd_per_kwh));
    assert!(undefined(nothing.break_even.difficulty) && undefined(nothing.break_even.hashprice_usd_per_phs_day));
}

/// Any value of a range that begins at zero, by its bits: as many subnormals as their exponents deserve, and both ends.
fn up_to(high: f64) -> impl Strategy<Value = f64> {
    prop_oneof![4 => (0..=high.to_bits()).prop_map(f64::from_bits), 1 => Just(0.0), 1 => Just(high), 1 => Just(5e-324)]
}

fn signed(high: f64) -> impl Strategy<Value = f64> {
    (up_to(high), any::<bool>()).prop_map(|(value, negative)| if negative { -value } else { value })
}

fn unit<T>(strategy: impl Strategy<Value = f64>, make: impl Fn(f64) -> Option<T>) -> impl Strategy<Value = T>
where
    T: std::fmt::Debug,
{
    strategy.prop_filter_map("outside the unit", make)
}

fn amounts() -> impl Strategy<Value = Amount> {
    prop_oneof![0..=Amount::MAX.to_sat(), Just(0), Just(1), Just(Amount::MAX.to_sat())]
        .prop_map(|sat| Amount::from_sat(sat).unwrap())
}

fn bases() -> impl Strategy<Value = NetworkBasis> {
    prop_oneof![
        unit(up_to(Difficulty::MAX.get()), |d| Difficulty::new(d).ok()).prop_map(NetworkBasis::Difficulty),
        Just(NetworkBasis::Difficulty(Difficulty::MIN)),
        any::<u32>().prop_map(|bits| NetworkBasis::Nbits(hashinsight_mining::consensus::Nbits::new(bits))),
        unit(up_to(1e24), |h| Hashrate::new(h).ok()).prop_map(NetworkBasis::NetworkHashrateThs),
    ]
}

prop_compose! {
    fn any_params()(
        network_basis in bases(),
        subsidy_sat in amounts(),
        fees_per_block_sat in amounts(),
        pool_fee in unit(up_to(1.0), |f| Fraction::new(f).ok()),
        days in unit(up_to(1e6), |d| Days::new(d).ok()),
        uptime in proptest::option::of(unit(up_to(1.0), |f| Fraction::new(f).ok())),
        hosting_fee_usd_per_kwh in proptest::option::of(unit(signed(1000.0), |p| EnergyPrice::new(p).ok())),
        maintenance_usd_per_day in proptest::option::of(unit(up_to(1e15), |u| Usd::new(u).ok())),
    ) -> ProfitBatchParams {
        ProfitBatchParams {
            network_basis, subsidy_sat, fees_per_block_sat, pool_fee, days, uptime, hosting_fee_usd_per_kwh,
            maintenance_usd_per_day, on_bad_row: OnBadRow::Refuse,
        }
    }
}

fn any_row() -> impl Strategy<Value = [f64; 4]> {
    (up_to(1e24), up_to(1e15), signed(1000.0), up_to(1e12)).prop_map(|(h, w, t, p)| [h, w, t, p])
}

/// JSON has no NaN and no infinity: they would be written as null.
fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(fields) => fields.values().any(has_null),
        _ => false,
    }
}

fn assert_adds_up(report: &ProfitReport) {
    assert_eq!(report.gross_revenue_usd - report.pool_fee_usd, report.revenue_usd);
    let net = report.revenue_usd - report.power_cost_usd - report.hosting_usd - report.maintenance_usd;
    assert_eq!(net, report.net_usd);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4096))]

    #[test]
    fn no_report_holds_a_number_that_is_none(
        params in any_params(), row in any_row(),
        machine in proptest::option::of(
            (unit(up_to(1e15), |u| Usd::new(u).ok()), unit(up_to(1e6), |d| Days::new(d).ok()))
        ),
    ) {
        let mut request = request(&params, row);
        request.machine_price_usd = machine.map(|(price, _)| price);
        request.useful_life_days = machine.map(|(_, life)| life);
        if let Ok(report) = profit(&request) {
            prop_assert!(!has_null(&serde_json::to_value(&report).unwrap()), "{report:?}");
            assert_adds_up(&report);
        }
    }

    #[test]
    fn any_row_is_the_same_in_a_batch(params in any_params(), rows in proptest::collection::vec(any_row(), 1..20)) {
        prop_assume!(params.pool_fee != Fraction::ONE); // refused before any row is looked at
        let columns = columns(&rows);
        let table = profit_batch(&view(&columns), &params);
        let code = |error: Error| error.fault().code().to_owned();
        let first = rows.iter().map(|row| profit(&request(&params, *row))).find_map(Result::err);
        match table {
            Ok(_) => assert_same_bits(&params, &rows),
            Err(error) => prop_assert_eq!(Some(code(error)), first.map(code)),
        }
    }

    #[test]
    fn more_hashrate_and_a_better_price_earn_more(
        row in (1.0f64..1e6, 0.0f64..1e7, -0.2f64..1.0, 1.0f64..1e6), more in 1.0001f64..100.0,
    ) {
        let params = params();
        let at = |h, p| profit(&request(&params, [h, row.1, row.2, p])).unwrap();
        let base = at(row.0, row.3);
        prop_assert!(at(row.0 * more, row.3).net_usd > base.net_usd);
        prop_assert!(at(row.0, row.3 * more).net_usd > base.net_usd);
        // Homogeneous of degree 1 in hashrate: exact for powers of two, else to rounding.
        prop_assert_eq!(at(row.0 * 8.0, row.3).revenue_usd, 8.0 * base.revenue_usd);
        within_relative(at(row.0 * more, row.3).revenue_usd, more * base.revenue_usd, 1e-15 * 4.0, "degree 1");
    }
}

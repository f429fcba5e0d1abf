//! Batches: the bits of the scalar form, and what becomes of bad rows.

use crate::given::{SUBSIDY, chain, difficulty, pool_fee};
use crate::profit::{any_params, any_row, params, request};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{
    FleetBatchParams, FleetColumns, ProfitBatchParams, ProfitColumns, ProfitTablePart, fleet_batch, profit,
    profit_batch, profit_batch_into,
};
use hashinsight_mining::reward::{
    Chain, HashpriceBatchParams, HashpriceColumns, HashpriceRequest, Market, document, hashprice, hashprice_batch,
};
use hashinsight_numerics::Philox;
use hashinsight_units::columns::{OnBadRow, RowStatus};
use hashinsight_units::{Days, Difficulty, Error, Hashrate, MeanAmount, Price};
use proptest::prelude::*;

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
    assert_same_bits(&params(), &[[-0.0, -0.0, -0.0, -0.0], [0.0, 0.0, -1000.0, 0.0], [8e8, 1e15, 1000.0, 1e12]]);
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
        let fault = profit_batch(&view(&columns), &params()).unwrap_err();
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
    let params = params().on_bad_row(OnBadRow::Report);
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
    let mut params = params();
    params.chain.network_basis = NetworkBasis::NetworkHashrateThs(Hashrate::from_ths(300.0).unwrap());
    let columns = columns(&[[300.0, 1.0, 1.0, 1.0], [301.0, 1.0, 1.0, 1.0]]);
    let fault = profit_batch(&view(&columns), &params).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.network_hashrate.out_of_range", "hashrate_ths[1]"));
    let table = profit_batch(&view(&columns), &params.clone().on_bad_row(OnBadRow::Report)).unwrap();
    assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused]);
    assert!(table.net_usd[0].is_finite() && table.net_usd[1].is_nan());
    // By a difficulty of 1, 7.16 MH/s.
    params.chain.network_basis = NetworkBasis::Difficulty(Difficulty::constant(1.0));
    let fault = profit_batch(&view(&columns), &params.on_bad_row(OnBadRow::Refuse)).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.hashrate.out_of_range", "hashrate_ths[0]"));
}

#[test]
fn columns_must_be_of_one_length() {
    let columns = columns(&random_rows(3));
    let short = ProfitColumns { btc_price_usd: &[1.0], ..view(&columns) };
    let fault = profit_batch(&short, &params()).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.btc_price_usd.length", "btc_price_usd"));
    let (mut a, mut b, mut c, mut status) = ([0.0; 3], [0.0; 3], [7.0; 2], [RowStatus::Ok; 3]);
    let mut buffers =
        ProfitTablePart { revenue_usd: &mut a, power_cost_usd: &mut b, net_usd: &mut c, status: &mut status };
    let fault = profit_batch_into(&view(&columns), &params(), &mut buffers).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.net_usd.length", "net_usd"));
    assert_eq!(c, [7.0; 2]);
}

#[test]
fn hashprice_batch_equals_scalar_to_the_bit() {
    let rows = random_rows(2000);
    let difficulty: Vec<f64> = rows.iter().map(|row| 1e12 + row[0] * 1e12).collect();
    let fees: Vec<f64> = (0..2000).map(|i| f64::from(i * i * 100) + f64::from(i % 3) / 3.0).collect();
    let price: Vec<f64> = rows.iter().map(|row| row[3]).collect();
    let params = HashpriceBatchParams::new(SUBSIDY);
    let columns = HashpriceColumns { difficulty: &difficulty, fees_per_block_sat: &fees, btc_price_usd: &price };
    let table = hashprice_batch(&columns, &params).unwrap();
    for i in 0..rows.len() {
        let fees = MeanAmount::new(fees[i]).unwrap();
        let (difficulty, price) = (Difficulty::new(difficulty[i]).unwrap(), Price::new(price[i]).unwrap());
        let chain = chain(NetworkBasis::Difficulty(difficulty), SUBSIDY, fees);
        let one = document::hashprice(&HashpriceRequest::new(Market::new(chain, price))).unwrap();
        let typed = hashprice(difficulty, chain.reward);
        assert_eq!(typed.to_usd_per_phs_day(price).to_bits(), one.hashprice_usd_per_phs_day.to_bits());
        assert_eq!(table.hashprice_usd_per_phs_day[i].to_bits(), one.hashprice_usd_per_phs_day.to_bits());
        assert_eq!(table.hashprice_sat_per_phs_day[i].to_bits(), one.hashprice_sat_per_phs_day.to_bits());
    }
    let bad = HashpriceColumns {
        difficulty: &[1e14, 1e14, 0.0],
        fees_per_block_sat: &[0.0, -1.0, 0.0],
        btc_price_usd: &[f64::NAN, 1.0, 1.0],
    };
    let fault = hashprice_batch(&bad, &params).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("units.difficulty.out_of_range", "difficulty[2]"));
    let table = hashprice_batch(&bad, &params.on_bad_row(OnBadRow::Report)).unwrap();
    assert_eq!(table.status, [RowStatus::Refused; 3]);
    assert!(table.hashprice_usd_per_phs_day.iter().all(|usd| usd.is_nan()));
}

/// What a batch says of one row: its results and status, or the path of the refusal.
type Said = Result<(Vec<f64>, RowStatus), String>;

/// Every place at which a range may end, and what lies beside it.
fn edges() -> Vec<f64> {
    let ends = [0.0, 1.0, 1e3, 1e12, 1e15, 1e24, 36_525.0, Difficulty::MIN.get(), Difficulty::MAX.get(), f64::MAX];
    let around = |end: f64| [end, end.next_up(), end.next_down()];
    let positive: Vec<f64> = ends.into_iter().flat_map(around).collect();
    let signed = positive.iter().flat_map(|end| [*end, -end]);
    signed.chain([f64::NAN, f64::INFINITY, f64::NEG_INFINITY]).collect()
}

/// With each number of a good row at each edge: a batch that answers has numbers in every row that it calls good, and
/// it refuses just those rows that it reports.
fn walk<const C: usize>(good: [f64; C], run: impl Fn([f64; C], OnBadRow) -> Said) {
    let mut refused = 0;
    for column in 0..C {
        for edge in edges() {
            let mut row = good;
            row[column] = edge;
            let (numbers, status) = run(row, OnBadRow::Report).unwrap();
            assert_eq!(numbers.iter().all(|x| x.is_nan()), status == RowStatus::Refused, "{row:?}: {numbers:?}");
            match run(row, OnBadRow::Refuse) {
                Ok((_, status)) => assert_eq!(status, RowStatus::Ok, "{row:?}"),
                Err(path) => assert!(status == RowStatus::Refused && path.ends_with("[0]"), "{row:?}: {path}"),
            }
            refused += u32::from(status == RowStatus::Refused);
        }
    }
    assert!(refused > 10);
}

fn path(error: &Error) -> String {
    error.path().as_str().to_owned()
}

fn dear() -> Chain {
    chain(difficulty(1.249e14), SUBSIDY, SUBSIDY)
}

#[test]
fn profit_batch_never_answers_nan_for_a_good_row() {
    walk([200.0, 3500.0, 0.05, 1e5], |[hashrate, power, tariff, price], on_bad_row| {
        let params = ProfitBatchParams::new(dear(), pool_fee(0.02), Days::constant(30.0)).on_bad_row(on_bad_row);
        let columns = ProfitColumns {
            hashrate_ths: &[hashrate],
            power_w: &[power],
            power_price_usd_per_kwh: &[tariff],
            btc_price_usd: &[price],
        };
        let table = profit_batch(&columns, &params).map_err(|error| path(&error))?;
        Ok((vec![table.revenue_usd[0], table.power_cost_usd[0], table.net_usd[0]], table.status[0]))
    });
}

#[test]
fn hashprice_batch_never_answers_nan_for_a_good_row() {
    walk([1.249e14, 5e6, 1e5], |[difficulty, fees, price], on_bad_row| {
        let columns =
            HashpriceColumns { difficulty: &[difficulty], fees_per_block_sat: &[fees], btc_price_usd: &[price] };
        let params = HashpriceBatchParams::new(SUBSIDY).on_bad_row(on_bad_row);
        let table = hashprice_batch(&columns, &params).map_err(|error| path(&error))?;
        Ok((vec![table.hashprice_usd_per_phs_day[0], table.hashprice_sat_per_phs_day[0]], table.status[0]))
    });
}

#[test]
#[expect(clippy::cast_possible_truncation, reason = "the edges of i64 are wanted, and casts saturate")]
fn fleet_batch_never_answers_nan_for_a_good_row() {
    let good = [100.0, 200.0, 3500.0, 0.05, 3000.0, 0.01, 365.0];
    walk(good, |[count, hashrate, power, tariff, price, decay, age], on_bad_row| {
        let columns = FleetColumns {
            count: &[if count.is_nan() { i64::MIN } else { count as i64 }],
            hashrate_ths: &[hashrate],
            power_w: &[power],
            power_price_usd_per_kwh: &[tariff],
            machine_price_usd: &[price],
            decay_per_month: &[decay],
            age_days: &[age],
        };
        let market = Market::new(dear(), Price::constant(1e5));
        let params = FleetBatchParams::new(market, pool_fee(0.02)).on_bad_row(on_bad_row);
        let table = fleet_batch(&columns, &params).map_err(|error| path(&error))?;
        Ok((vec![table.hashrate_ths[0], table.revenue_usd_per_day[0], table.net_usd_per_day[0]], table.status[0]))
    });
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

    #[test]
    fn any_row_is_the_same_in_a_batch(params in any_params(), rows in proptest::collection::vec(any_row(), 1..20)) {
        let columns = columns(&rows);
        let table = profit_batch(&view(&columns), &params);
        let code = |error: Error| error.code().to_owned();
        let first = rows.iter().map(|row| profit(&request(&params, *row))).find_map(Result::err);
        match table {
            Ok(_) => assert_same_bits(&params, &rows),
            Err(error) => prop_assert_eq!(Some(code(error)), first.map(code)),
        }
    }
}

//! Profit: sums, break-evens, and no number that is none.

use crate::given::{SUBSIDY, chain, difficulty, pool_fee};
use hashinsight_mining::machine::MachineSpec;
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::{Operation, ProfitBatchParams, ProfitReport, ProfitRequest, profit};
use hashinsight_mining::reward::{Market, PoolFee};
use hashinsight_testkit::within_relative;
use hashinsight_units::{Amount, Days, Difficulty, EnergyPrice, Fraction, Hashrate, Outcome, Power, Price, Usd};
use proptest::prelude::*;
use serde_json::Value;

pub(crate) fn params() -> ProfitBatchParams {
    let chain = chain(difficulty(1.249e14), SUBSIDY, Amount::constant(4_321_987));
    ProfitBatchParams::new(chain, pool_fee(0.025), Days::constant(30.5))
        .uptime(Fraction::constant(0.97))
        .hosting_fee_usd_per_kwh(EnergyPrice::constant(0.012))
        .maintenance_usd_per_day(Usd::constant(0.37))
}

/// The request of one row of a batch.
pub(crate) fn request(params: &ProfitBatchParams, [hashrate, power, tariff, price]: [f64; 4]) -> ProfitRequest {
    let mut operation = Operation::new(params.pool_fee, EnergyPrice::new(tariff).unwrap());
    operation.uptime = params.uptime;
    operation.hosting_fee_usd_per_kwh = params.hosting_fee_usd_per_kwh;
    operation.maintenance_usd_per_day = params.maintenance_usd_per_day;
    let machine = MachineSpec::new(Hashrate::new(hashrate).unwrap(), Power::new(power).unwrap());
    let market = Market::new(params.chain, Price::new(price).unwrap());
    ProfitRequest::new(machine, market, operation, params.days)
}

/// Each break-even, put in, makes the result nothing: checked through `profit` itself at another input.
#[test]
fn break_evens_break_even() {
    let base = request(&params(), [200.0, 3500.0, 0.05, 90_000.0]);
    let changed = |edit: &dyn Fn(&mut ProfitRequest)| {
        let mut request = base.clone();
        edit(&mut request);
        request
    };
    let report = profit(&base).unwrap();
    let value = |outcome: Outcome| outcome.value().unwrap();
    let even = |request: ProfitRequest, what: &str| {
        let net = profit(&request).unwrap();
        assert!(net.net_usd.abs() < 1e-12 * net.revenue_usd, "{what}: {}", net.net_usd);
    };
    let at = report.break_even;
    let tariff = EnergyPrice::new(value(at.power_price_usd_per_kwh)).unwrap();
    even(changed(&|r| r.operation.power_price_usd_per_kwh = tariff), "power price");
    let price = Price::new(value(at.btc_price_usd)).unwrap();
    even(changed(&|r| r.market.btc_price_usd = price), "bitcoin price");
    let harder = difficulty(value(at.difficulty));
    even(changed(&|r| r.market.chain.network_basis = harder), "difficulty");
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
    let fault = profit(&base).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.useful_life.missing", "useful_life_days"));
    base.useful_life_days = Some(Days::new(1825.0).unwrap());
    let report = profit(&base).unwrap();
    within_relative(value(report.depreciation_usd), 61.0, 1e-14, "2 USD a day");
    let all_in = value(report.cost_of_bitcoin.cash_usd) + 61.0 / report.expected_btc;
    within_relative(value(report.cost_of_bitcoin.all_in_usd), all_in, 1e-14, "all in");
    base.machine_price_usd = None;
    let fault = profit(&base).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.machine_price.missing", "machine_price_usd"));
}

#[test]
fn edges_have_names() {
    let mut bare = params();
    (bare.hosting_fee_usd_per_kwh, bare.maintenance_usd_per_day) = (None, None);
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
    pub(crate) fn any_params()(
        network_basis in bases(),
        subsidy_sat in amounts(),
        fees_per_block_sat in amounts(),
        pool_fee in unit(up_to(1.0), |f| PoolFee::new(f).ok()),
        days in unit(up_to(1e6), |d| Days::new(d).ok()),
        uptime in proptest::option::of(unit(up_to(1.0), |f| Fraction::new(f).ok())),
        hosting_fee_usd_per_kwh in proptest::option::of(unit(signed(1000.0), |p| EnergyPrice::new(p).ok())),
        maintenance_usd_per_day in proptest::option::of(unit(up_to(1e15), |u| Usd::new(u).ok())),
    ) -> ProfitBatchParams {
        let chain = chain(network_basis, subsidy_sat, fees_per_block_sat);
        let mut params = ProfitBatchParams::new(chain, pool_fee, days);
        (params.uptime, params.hosting_fee_usd_per_kwh) = (uptime, hosting_fee_usd_per_kwh);
        params.maintenance_usd_per_day = maintenance_usd_per_day;
        params
    }
}

pub(crate) fn any_row() -> impl Strategy<Value = [f64; 4]> {
    (up_to(1e24), up_to(1e15), signed(1000.0), up_to(1e12)).prop_map(|(h, w, t, p)| [h, w, t, p])
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(200_000))]

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

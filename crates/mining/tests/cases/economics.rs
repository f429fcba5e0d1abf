//! Payout schemes, cash flows, tariffs and dispatch.

use super::Case;
use crate::given::{chain, difficulty, pool_fee};
use hashinsight_mining::dispatch::{
    DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, InitialState, MeritOrderRequest, PowerLimit,
    merit_order, plan_dispatch,
};
use hashinsight_mining::forecast::{
    Algorithm, DifficultyPath, DynamicPath, ForecastRequest, ForecastSteps, MiningProject, PricePath, StartingWorld,
    forecast,
};
use hashinsight_mining::investment::{
    CashFlows, DepreciationMethod, DepreciationRequest, InternalRate, InternalRateOfReturnRequest,
    NetPresentValueRequest, depreciation, internal_rate_of_return, net_present_value,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::profit::Operation;
use hashinsight_mining::reward::{PayoutRequest, PayoutScheme, PoolFee, ShareValueRequest, payout, share_value};
use hashinsight_mining::tariff::{BillRequest, ContractBlock, EnergyRates, HourlySeries, Tariff, bill};
use hashinsight_testkit::{drift_roi, within_relative};
use hashinsight_units::{
    Amount, Days, Difficulty, DiscountRate, EnergyPrice, Hashprice, Hashrate, Height, Outcome, Power, Price, Ratio,
    Timestamp, Usd,
};
use serde_json::{Value, json};

#[expect(clippy::too_many_lines, reason = "a table: one arm per row of the file")]
pub(super) fn check(id: &str, case: &Case<'_>) {
    match id {
        "M16" | "M19" => {
            // Difficulty 1e14 and a pool that finds so many blocks a day.
            let pool_ths = case.input("blocks_per_day") * 1e14 * 4_294_967_296.0 / 86_400.0 / 1e12;
            let span = if id == "M16" { case.input("mine_days") } else { case.input("days") };
            let scheme = if id == "M16" {
                let window_days = Days::new(case.input("window_days")).unwrap();
                PayoutScheme::Pplns { fee: PoolFee::ZERO, window_days }
            } else {
                PayoutScheme::Solo
            };
            let miner = Hashrate::new(pool_ths * case.input("share")).unwrap();
            let chain = chain(difficulty(1e14), case.sat("reward"), Amount::ZERO);
            let request = PayoutRequest::new(scheme, miner, chain, Days::new(span).unwrap());
            let report = payout(&request.pool_hashrate_ths(Hashrate::new(pool_ths).unwrap())).unwrap();
            within_relative(report.mean_btc, case.expected("mean"), 1e-12, id);
            within_relative(report.variance_btc2, case.expected("var"), 1e-12, id);
            within_relative(report.coefficient_of_variation.value().unwrap(), case.expected("cv"), 1e-12, id);
        }
        "M18" => {
            let network = difficulty(case.input("network_difficulty"));
            let report = share_value(&ShareValueRequest::new(
                Difficulty::new(case.input("share_difficulty")).unwrap(),
                chain(network, case.sat("subsidy"), case.sat("fees_per_block")),
                pool_fee(case.input("pps_fee")),
            ))
            .unwrap();
            within_relative(report.pps_btc, case.expected("pps"), 1e-12, id);
            within_relative(report.fpps_btc, case.expected("fpps"), 1e-12, id);
        }
        "M24" => {
            let (investment, profit) = (case.input("investment"), case.input("monthly_profit"));
            let (cumulative, month) =
                drift_roi(investment, profit, case.input("difficulty_step"), case.count("months"));
            within_relative(cumulative, case.expected("cumulative"), 1e-12, id);
            assert_eq!(month.map(f64::from), Some(case.expected("payback_month")));
        }
        "M26" => {
            let cash_flows = CashFlows::Periodic(case.list("cashflows"));
            let request = NetPresentValueRequest::new(cash_flows, DiscountRate::new(case.input("rate")).unwrap());
            // A difference of numbers of 1e3.
            let got = net_present_value(&request).unwrap().net_present_value_usd;
            assert!((got - case.number()).abs() < 1e-9 && (got / case.number() - 1.0).abs() < 1e-12, "{got}");
        }
        "M27" | "M28" => {
            let cash_flows = CashFlows::Periodic(case.list("cashflows"));
            let rate = internal_rate_of_return(&InternalRateOfReturnRequest::new(cash_flows)).unwrap().rate;
            match rate {
                InternalRate::Value(rate) => assert!((rate - case.number()).abs() < 1e-9, "{rate}"),
                InternalRate::Undefined { .. } => assert_eq!(case.0["expected"], "error NoSolution"),
                other => panic!("{id}: {other:?}"),
            }
        }
        "M30" | "M31" => {
            let report = forecast(&discounted_cash_flow(case)).unwrap();
            let value = &report.with_switch_off;
            // The rows' model takes the subsidy of a month's first block for all of it. These are the same sums in
            // decimals of 40 digits with the month of the halving in two parts.
            let (npv, sum, irr) = match id {
                "M30" => (-781.2995194705437, 2776.2645104116810, -0.18114524436576812),
                _ => (4724.7483726070612, 7625.3692953788191, 5.721692872490475),
            };
            within_relative(value.net_present_value_usd, npv, 1e-9, id);
            within_relative(value.net_usd, sum, 1e-9, id);
            within_relative(report.table.net_usd[0], case.expected("first"), 1e-9, id);
            let last = *report.table.net_usd.last().unwrap();
            assert!((last - case.expected("last")).abs() <= 1e-9 * case.expected("last"), "{last}");
            match case.0["expected"]["payback_months"].as_f64() {
                Some(months) => within_relative(value.payback_days.value().unwrap(), months * 30.4375, 1e-9, id),
                None => assert_eq!(value.payback_days, Outcome::Never),
            }
            let InternalRate::Value(rate) = value.internal_rate_per_year else { panic!("{value:?}") };
            assert!((rate - irr).abs() < 1e-9, "{rate}");
        }
        "M34" | "M35" | "M36" => {
            let hours = |key: &str| case.0["input"][key].as_u64().map(|hours| u32::try_from(hours).unwrap());
            // One MW whose revenue of an hour is the break-even price: 1 PH/s at 24 times that a day.
            let mut class = class("one", 1, 1000.0, case.input("mw") * 1e6);
            (class.min_up_hours, class.min_down_hours) = (hours("min_up"), hours("min_down"));
            class.start_cost_usd = case.0["input"]["start_cost"].as_f64().map(|usd| Usd::new(usd).unwrap());
            class.initial = case.0["input"].get("initial").map(|text| {
                assert_eq!(text, "off for 1 h");
                InitialState::OffHours(1)
            });
            let report = curtailment(class, &case.list("lmp"), case.input("breakeven") * 24.0);
            let schedule: Vec<f64> = report.classes[0].running[0].iter().map(|running| f64::from(*running)).collect();
            let expected = case.0["expected"]["schedule"].as_array().unwrap();
            assert_eq!(schedule, expected.iter().map(|on| on.as_f64().unwrap()).collect::<Vec<_>>());
            within_relative(report.net_usd, case.expected("value"), 1e-12, id);
        }
        "M38" | "M39" => {
            let fleet = case.0["input"]["fleet"].as_array().unwrap();
            let one = |row: &Value| {
                let number = |at: usize| row[at].as_f64().unwrap();
                let count = row.get(3).map_or(1, |count| u32::try_from(count.as_u64().unwrap()).unwrap());
                class(row[0].as_str().unwrap(), count, number(1), number(2))
            };
            let target = case.0["input"]["target_kw"].as_f64();
            let hashprice = Hashprice::new(case.input("hashprice_usd_ph_day")).unwrap();
            let classes = fleet.iter().map(one).collect();
            let mut request = MeritOrderRequest::new(classes, hashprice, EnergyPrice::constant(0.0));
            request.limit = target.map(|kw| PowerLimit::ShedW(Power::from_kw(kw).unwrap()));
            let report = merit_order(&request).unwrap();
            if id == "M38" {
                for (class, expected) in report.classes.iter().zip(case.0["expected"].as_array().unwrap()) {
                    let got = class.break_even_usd_per_mwh.value().unwrap();
                    within_relative(got, expected.as_f64().unwrap(), 1e-12, id);
                }
                return;
            }
            within_relative(report.loss_usd_per_hour, case.expected("optimal_loss_usd_per_h"), 1e-12, id);
            within_relative(report.shed_w / 1e3, case.expected("shed_kw"), 1e-12, id);
            let stopped: Vec<u32> = report.classes.iter().map(|class| class.stopped).collect();
            assert_eq!(json!(stopped), case.0["expected"]["units"]);
            assert!(report.loss_usd_per_hour < case.expected("greedy_loss_usd_per_h"));
        }
        "M40" => {
            let (start_ms, kwh) = (Timestamp::MIN, case.input("contract_mwh") * 1e3);
            let per_mwh = |key: &str| EnergyPrice::from_usd_per_mwh(case.input(key)).unwrap();
            let hourly = HourlySeries::new(start_ms, vec![per_mwh("lmp")]);
            let block = ContractBlock::new(Power::from_kw(kwh).unwrap(), per_mwh("contract_price"));
            let tariff = Tariff::new(EnergyRates::Hourly(hourly)).contract(block);
            let load = vec![Power::new(case.input("used_mwh") * 1e6).unwrap()];
            let bill = bill(&BillRequest::new(tariff, start_ms, load)).unwrap();
            assert_eq!(bill.total_usd, case.expected("cost"));
        }
        "M42" => {
            let mut request = discounted_cash_flow(&Case(&json!({ "input": {
                "capex": 1.0, "th": 270.0, "w": case.input("power_w"), "D0": 1e14, "growth": 0.0, "price": 1e5,
                "feeb": 0.0, "pool": 0.0, "elec": 0.0, "months": 1, "disc": 0.0, "h0": 953_568,
            }})));
            request.project.co2_kg_per_kwh = Ratio::new(case.input("kg_per_kwh")).ok();
            request.algorithm = Algorithm::Static;
            request.steps = ForecastSteps::Retargets { days: Days::new(case.input("hours") / 24.0).unwrap() };
            within_relative(forecast(&request).unwrap().co2_kg.value().unwrap(), case.number(), 1e-12, id);
        }
        "M43" => {
            let cost_usd = Usd::new(case.input("cost")).unwrap();
            let request = DepreciationRequest::new(cost_usd, DepreciationMethod::Macrs5);
            let got = depreciation(&request).unwrap().depreciation_usd;
            let expected = case.0["expected"].as_array().unwrap();
            assert_eq!(got.len(), expected.len());
            for (got, expected) in got.iter().zip(expected) {
                assert!((got - expected.as_f64().unwrap()).abs() < 1e-9, "{got} {expected}");
            }
        }
        _ => panic!("no check for {id}"),
    }
}

fn class(name: &str, count: u32, hashrate_ths: f64, power_w: f64) -> DispatchClass {
    let spec = MachineSpec::new(Hashrate::new(hashrate_ths).unwrap(), Power::new(power_w).unwrap());
    DispatchClass::new(name.into(), count, Machine::Spec(spec))
}

/// The plan of one class against hourly prices in USD/MWh.
fn curtailment(class: DispatchClass, usd_per_mwh: &[f64], hashprice: f64) -> DispatchReport {
    let start_ms = Timestamp::MIN;
    let usd_per_kwh = usd_per_mwh.iter().map(|usd| EnergyPrice::from_usd_per_mwh(*usd).unwrap()).collect();
    plan_dispatch(&DispatchRequest::new(
        vec![class],
        Tariff::new(EnergyRates::Hourly(HourlySeries::new(start_ms, usd_per_kwh))),
        start_ms,
        u32::try_from(usd_per_mwh.len()).unwrap(),
        HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(hashprice).unwrap()),
    ))
    .unwrap()
}

/// The model of M30 and M31: monthly steps of 30.4375 days.
fn discounted_cash_flow(case: &Case<'_>) -> ForecastRequest {
    let machine = MachineSpec::new(Hashrate::new(case.input("th")).unwrap(), Power::new(case.input("w")).unwrap());
    let world = StartingWorld::new(
        Height::new(case.count("h0")),
        Difficulty::new(case.input("D0")).unwrap(),
        Price::new(case.input("price")).unwrap(),
        case.sat("feeb").into(),
    );
    let operation = Operation::new(pool_fee(case.input("pool")), EnergyPrice::new(case.input("elec")).unwrap());
    let (capex, start) = (Usd::new(case.input("capex")).unwrap(), Timestamp::from_s(1_782_000_000).unwrap());
    let growth = DifficultyPath::GrowthPerStep(case.input("growth"));
    ForecastRequest::new(
        MiningProject::new(machine, capex, start, world, operation),
        Algorithm::Dynamic(DynamicPath::new(growth, PricePath::GrowthPerStep(0.0))),
        ForecastSteps::Months { count: case.count("months"), days_each: Days::new(30.4375).unwrap() },
        DiscountRate::new(case.input("disc")).unwrap(),
    )
}

/// Rows of the same list that the stored file lacks.
#[test]
fn economic_cases_that_are_not_in_the_file() {
    // M25: an investment that never comes back says so (the rule's limit is 2404, its own program answered 25 months)
    let (cumulative, month) = drift_roi(2500.0, 100.0, 0.02, 36);
    assert!(cumulative < 2500.0 && month.is_none());

    // M33 and M37: without coupling the threshold decides; negative prices pay for consumption
    let one = || class("one", 1, 1000.0, 1e6);
    let report = curtailment(one(), &[40.0, 60.0, 120.0, 95.0, 130.0, 300.0, 80.0, 20.0], 2400.0);
    within_relative(report.net_usd, 205.0, 1e-12, "M33");
    let report = curtailment(one(), &[-20.0, -5.0, 30.0, 150.0], 2400.0);
    within_relative(report.net_usd, 295.0, 1e-12, "M37");
    assert_eq!(report.classes[0].running[0], [1, 1, 1, 0]);

    // M29: two rates, both told
    let cash_flows = CashFlows::Periodic(vec![-100.0, 230.0, -132.0]);
    let rate = internal_rate_of_return(&InternalRateOfReturnRequest::new(cash_flows)).unwrap().rate;
    let InternalRate::Several { rates } = rate else { panic!("{rate:?}") };
    assert!((rates[0] - 0.1).abs() < 1e-9 && (rates[1] - 0.2).abs() < 1e-9 && rates.len() == 2, "M29: {rates:?}");
}

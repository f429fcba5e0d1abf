//! Sale sizes, schedules, days of cash and loans.

use hashinsight_testkit::{vectors, within_relative};
use hashinsight_treasury::coverage::{
    Cash, Costs, CoverageRequest, Cure, Execution, Expenses, LoanOutlook, LoanRequest, MonthConvention,
    NetToGrossRequest, Payment, RunwayRequest, Schedule, coverage, loan, net_to_gross, runway,
};
use hashinsight_treasury::policy::Observation;
use hashinsight_units::{Amount, Days, Decimal, Fraction, Outcome, Price, Ratio, Timestamp, Volatility, Years};
use proptest::prelude::*;
use serde_json::Value;

/// The value of a case of `treasury_anchors.json`.
pub(crate) fn anchor(id: &str) -> Value {
    let anchors = vectors("treasury_anchors.json");
    let case = anchors.as_array().unwrap().iter().find(|case| case["id"] == id);
    case.unwrap_or_else(|| panic!("no case {id}"))["value"].clone()
}

fn fraction(value: f64) -> Fraction {
    Fraction::new(value).unwrap()
}

#[test]
fn case_04_a_top_up_sells_the_ceiling() {
    let costs = Costs::new(fraction(0.001)).slippage(fraction(0.0005));
    let execution = Execution::new(Price::new(100_000.0).unwrap(), &costs).unwrap();
    let value = anchor("opex1");
    let sat = execution.gross(50_000_000_000, i64::MAX).unwrap();
    assert_eq!(sat, value[1].as_i64().unwrap());
    assert!(sat as f64 - 1.0 < value[0].as_f64().unwrap() * 1e8 && value[0].as_f64().unwrap() * 1e8 <= sat as f64);
    assert!(execution.proceeds(sat) >= 50_000_000_000 && execution.proceeds(sat - 1) < 50_000_000_000);
}

/// Proceeds by decimals, from the definition: two roundings down of the price, one of the product.
fn proceeds_by_decimals(price: i64, [fee, slippage, impact]: [i64; 3], fixed: i64, sat: i64) -> i64 {
    let part = |parts: i64| Decimal::new(parts, 9);
    let one = Decimal::ONE;
    let lost = (Decimal::from(sat) * part(impact) / Decimal::from(100_000_000_i64) * Decimal::from(1_000_000_000_i64))
        .ceil()
        / Decimal::from(1_000_000_000_i64);
    let kept = one - part(slippage) - lost;
    let kept = if kept < Decimal::ZERO { Decimal::ZERO } else { kept };
    let bid = ((Decimal::from(price) * kept).floor() * (one - part(fee))).floor();
    let gross = (Decimal::from(sat) * bid / Decimal::from(100_000_000_i64)).floor();
    i64::try_from(gross).unwrap() - fixed
}

proptest! {
    #[test]
    fn a_gross_sale_is_the_least_that_brings_the_sum(
        price in 1_000_000_i64..200_000_000_000, fee in 0_i64..50_000_000, slippage in 0_i64..50_000_000,
        impact in prop_oneof![Just(0_i64), 1_000_i64..10_000_000], fixed in 0_i64..50_000_000, need in 1_i64..1_000_000_000_000,
    ) {
        let part = |parts: i64| fraction(parts as f64 / 1e9);
        let costs = Costs::new(part(fee)).slippage(part(slippage)).slippage_per_btc(part(impact))
            .fixed_usd(Cash::from_micros(fixed).unwrap());
        let execution = Execution::at_micros(price, &costs).unwrap();
        let by_definition = |sat| proceeds_by_decimals(price, [fee, slippage, impact], fixed, sat);
        let most = 100_000_000_000;
        match execution.gross(need, most) {
            Some(sat) => {
                prop_assert_eq!(execution.proceeds(sat), by_definition(sat));
                prop_assert!(by_definition(sat) >= need && by_definition(sat - 1) < need);
            }
            None => for step in 1..=500 {
                prop_assert!(by_definition(most / 500 * step) < need);
            },
        }
    }

    #[test]
    fn a_purchase_is_the_greatest_that_the_cash_pays(
        price in 1_000_000_i64..200_000_000_000, fee in 0_i64..50_000_000, impact in prop_oneof![Just(0_i64), 1_000_i64..10_000_000],
        cash in 0_i64..1_000_000_000_000,
    ) {
        let part = |parts: i64| fraction(parts as f64 / 1e9);
        let execution = Execution::at_micros(price, &Costs::new(part(fee)).slippage_per_btc(part(impact))).unwrap();
        let sat = execution.affordable(cash);
        prop_assert!(execution.outlay(sat) <= cash && execution.outlay(sat + 1) > cash);
        prop_assert!(execution.outlay(sat) >= execution.value(sat));
    }

    /// Products beyond an `i64` are scaled as whole numbers of twice the width scale them, to the last place, at every size.
    #[test]
    fn wide_products_are_exact(price_bits in 1_u32..60, sat_bits in 1_u32..52, price in any::<i64>(), sat in any::<i64>(), near in -2_i64..=2) {
        let price = (price & i64::MAX) >> (63 - price_bits) | 1;
        let wide = |sat: i64, price: i64| i64::try_from(i128::from(sat) * i128::from(price) / 100_000_000).unwrap_or(i64::MAX);
        let execution = Execution::at_micros(price.min(1_000_000_000_000_000_000), &Costs::new(Fraction::ZERO)).unwrap();
        let sat = (sat & i64::MAX) >> (63 - sat_bits);
        prop_assert_eq!(execution.value(sat), wide(sat, execution.price()));
        // Beside a quotient that is whole: where a rounded one would be wrong.
        let whole = sat / 100_000_000 * 100_000_000 + near;
        prop_assert_eq!(execution.value(whole.max(0)), wide(whole.max(0), execution.price()));
        let spent = execution.outlay(sat);
        prop_assert!(spent == i64::MAX || execution.affordable(spent) >= sat.min(Amount::MAX.to_sat().cast_signed()));
    }
}

fn payment(day: i64, usd: &str) -> Payment {
    Payment::new(Timestamp::from_s(1_735_689_600 + 86_400 * day).unwrap(), usd.parse().unwrap())
}

#[test]
fn a_schedule_sums_what_is_unpaid() {
    let payments = [payment(0, "5"), payment(0, "7"), payment(3, "11"), payment(9, "13")];
    let schedule = Schedule::new(&payments).unwrap();
    for next in 0..=4 {
        let due = schedule.from(next);
        for day in -1..12 {
            let now = 1_735_689_600_000 + 86_400_000 * day;
            let sum = payments[next..].iter().filter(|payment| payment.due_ms.to_ms() <= now);
            assert_eq!(due.by(now), sum.map(|payment| payment.amount_usd.to_micros()).sum::<i64>());
        }
        for cash in 0..40 {
            let mut sum = 0;
            let first = payments[next..].iter().find(|payment| {
                sum += payment.amount_usd.to_micros();
                sum > cash * 1_000_000
            });
            assert_eq!(
                due.first_uncovered(cash * 1_000_000),
                first.map(|payment| payment.due_ms.to_ms()),
                "{next} {cash}"
            );
        }
    }
    let refused = Schedule::new(&[payment(3, "1"), payment(2, "1")]).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("treasury.due_ms.out_of_range", "[1].due_ms"));
    let refused = Schedule::new(&[payment(3, "-1")]).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("treasury.amount_usd.out_of_range", "[0].amount_usd"));
}

/// A value with something changed.
pub(crate) fn with<T>(mut value: T, change: impl FnOnce(&mut T)) -> T {
    change(&mut value);
    value
}

fn cash(usd: &str) -> Cash {
    usd.parse().unwrap()
}

fn price(usd: f64) -> Price {
    Price::new(usd).unwrap()
}

/// The treasury of the first cases: 12.5 bitcoin that cost 95,000 USD each, 600,000 USD.
fn observation() -> Observation {
    let now = Timestamp::from_s(1_735_689_600).unwrap();
    let seen = Observation::new(
        now,
        price(113_844.0),
        "12.5 BTC".parse().unwrap(),
        cash("600000"),
        Costs::new(Fraction::ZERO),
    );
    seen.cost_usd(cash("1187500"))
}

fn monthly(usd: &str, month: MonthConvention) -> Expenses {
    Expenses::Monthly { sum_usd: cash(usd), month }
}

#[test]
fn case_01_days_of_cash_by_each_convention() {
    let days = |expenses| coverage(&CoverageRequest::new(observation(), expenses)).unwrap().coverage_days;
    let expected = |id: &str| Outcome::Value(anchor(id).as_f64().unwrap());
    assert_eq!(days(monthly("200000", MonthConvention::Days30)), expected("cov1"));
    assert_eq!(days(monthly("200000", MonthConvention::Julian)), expected("cov2"));
    assert_eq!(days(monthly("0", MonthConvention::Julian)), Outcome::Unbounded);
    assert_eq!(days(Expenses::Dated), Outcome::Unbounded);
    let overdrawn = with(observation(), |seen| seen.cash_usd = cash("-1"));
    let report = coverage(&CoverageRequest::new(overdrawn, monthly("200000", MonthConvention::Days30))).unwrap();
    assert_eq!(report.coverage_days, Outcome::Value(0.0));
    let refused = coverage(&CoverageRequest::new(observation(), monthly("-1", MonthConvention::Days30))).unwrap_err();
    assert_eq!(
        (refused.code(), refused.path().as_str()),
        ("treasury.sum_usd.out_of_range", "expenses.monthly.sum_usd")
    );
}

#[test]
fn case_02_value_gain_and_weight() {
    let report = coverage(&CoverageRequest::new(observation(), Expenses::Dated)).unwrap();
    let expected = |id: &str| anchor(id).as_f64().unwrap();
    assert_eq!(report.coins_usd.to_usd_f64(), expected("ov1"));
    within_relative(report.unrealised_gain.value().unwrap(), expected("ov2") / 100.0, 1e-14, "gain");
    within_relative(report.coins_weight.value().unwrap(), expected("ov3") / 100.0, 1e-14, "weight");
    assert_eq!(report.unrealised_usd, Some(cash("235550")));
    let unknown = with(observation(), |seen| seen.cost_usd = None);
    let report = coverage(&CoverageRequest::new(unknown, Expenses::Dated)).unwrap();
    assert!(report.unrealised_usd.is_none() && matches!(report.unrealised_gain, Outcome::Undefined { .. }));
}

#[test]
fn case_04_a_sale_for_a_sum_as_a_document() {
    let costs = Costs::new(fraction(0.001)).slippage(fraction(0.0005));
    let request = NetToGrossRequest::new(cash("50000"), price(100_000.0), costs);
    let sale = net_to_gross(&request).unwrap().sale_sat.value().unwrap();
    assert_eq!(sale.to_sat(), anchor("opex1")[1].as_u64().unwrap());
    let less = net_to_gross(&request.most_sat(Amount::from_sat(sale.to_sat() - 1).unwrap())).unwrap();
    assert_eq!((less.sale_sat, less.proceeds_usd), (Outcome::Never, None));
    let dear = NetToGrossRequest::new(cash("1"), price(100_000.0), Costs::new(Fraction::ONE));
    assert_eq!(net_to_gross(&dear).unwrap_err().path().as_str(), "costs.fee");
}

#[test]
fn a_top_up_lasts_the_span_and_a_satoshi_less_does_not() {
    let costs = Costs::new(fraction(0.002));
    for (expenses, need) in
        [(monthly("200000", MonthConvention::Julian), "1314168.377824"), (Expenses::Dated, "900000")]
    {
        let due = [payment(10, "400000"), payment(200, "500000"), payment(201, "1")];
        let seen = with(observation(), |seen| seen.costs = costs).liabilities(due.to_vec());
        let request = CoverageRequest::new(seen.clone(), expenses).target_days(Days::new(200.0).unwrap());
        let top_up = coverage(&request).unwrap().top_up.unwrap();
        let short = cash(need).to_micros() - cash("600000").to_micros();
        assert_eq!(top_up.short_usd.to_micros(), short);
        let sale = top_up.sale_sat.unwrap().to_sat().cast_signed();
        let execution = Execution::new(seen.price_usd, &costs).unwrap();
        assert!(execution.proceeds(sale) >= short && execution.proceeds(sale - 1) < short);
    }
}

#[test]
fn case_08_ratios_and_cures_of_a_loan() {
    let loan_at = |usd: f64| {
        LoanRequest::new(
            cash("1000000"),
            "20 BTC".parse().unwrap(),
            price(usd),
            fraction(0.5),
            fraction(0.7),
            fraction(0.8),
        )
    };
    let report = loan(&loan_at(100_000.0)).unwrap();
    let expected = |place: usize| anchor("ltv")[place].as_f64().unwrap();
    let near = |got: Outcome, place: usize| within_relative(got.value().unwrap(), expected(place), 1e-15, "loan");
    near(report.ltv, 0);
    near(report.margin_price_usd, 1);
    near(report.liquidation_price_usd, 2);
    let Cure { coins_sat, cash_usd, .. } = report.cure_at_margin.unwrap();
    // The price of the margin call is rounded to a millionth of a dollar, the cure up to a satoshi.
    assert!((coins_sat.value().unwrap().to_btc_f64() - expected(3)).abs() < 2e-8);
    assert!((cash_usd.to_usd_f64() - expected(4)).abs() < 2e-5);
    assert_eq!((report.cure.coins_sat, report.cure.cash_usd), (Outcome::Value(Amount::ZERO), Cash::ZERO));
    let refused = loan(&with(loan_at(1.0), |loan| loan.margin_ltv = fraction(0.5))).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("treasury.margin_ltv.out_of_range", "margin_ltv"));
}

#[test]
fn loans_without_a_debt_or_a_pledge_say_so() {
    let of = |debt: &str, coins: &str| {
        let ltv = [fraction(0.5), fraction(0.7), fraction(0.8)];
        let outlook = LoanOutlook::new(Years::new(0.5).unwrap(), Volatility::new(0.6).unwrap());
        loan(&LoanRequest::new(cash(debt), coins.parse().unwrap(), price(1e5), ltv[0], ltv[1], ltv[2]).outlook(outlook))
            .unwrap()
    };
    let free = of("0", "1 BTC");
    assert_eq!(
        (free.ltv, free.margin_price_usd, free.margin_probability),
        (Outcome::Value(0.0), Outcome::Never, Some(0.0))
    );
    let bare = of("1000", "0 BTC");
    assert_eq!(
        (bare.ltv, bare.liquidation_price_usd, bare.liquidation_probability),
        (Outcome::Unbounded, Outcome::Every, Some(1.0))
    );
    assert_eq!(bare.cure.coins_sat, Outcome::Value("0.02 BTC".parse().unwrap()));
    assert_eq!(of("1000000", "1 BTC").margin_probability, Some(1.0));
}

#[test]
fn case_09_probabilities_of_touching_the_levels() {
    let outlook = LoanOutlook::new(Years::new(180.0 / 365.0).unwrap(), Volatility::new(0.6).unwrap());
    let ltv = [fraction(0.5), fraction(0.7), fraction(0.8)];
    let request = LoanRequest::new(cash("1000000"), "20 BTC".parse().unwrap(), price(1e5), ltv[0], ltv[1], ltv[2]);
    let report = loan(&request.outlook(outlook)).unwrap();
    let expected = |id: &str| anchor(id).as_f64().unwrap();
    assert!((report.margin_probability.unwrap() - expected("fp")).abs() < 1e-10);
    assert!((report.liquidation_probability.unwrap() - expected("fp2")).abs() < 1e-10);
}

proptest! {
    #[test]
    fn a_cure_restores_the_target_and_a_satoshi_or_a_millionth_less_does_not(
        debt in 1_i64..10_000_000_000_000, coins in 1_i64..100_000_000_000, usd in 1_000_i64..200_000_000, target in 1_i64..700,
    ) {
        let part = |thousandths: i64| fraction(thousandths as f64 / 1e3);
        let coins_sat = Amount::from_signed_sat(coins).unwrap();
        let request = LoanRequest::new(Cash::from_micros(debt).unwrap(), coins_sat, price(usd as f64 / 1e3), part(target), part(800), part(900));
        let cure = loan(&request).unwrap().cure;
        // target * coins * price against the debt, in whole numbers.
        let carries = |coins: i64, debt: i64| {
            i128::from(target) * i128::from(coins) * i128::from(usd) >= i128::from(debt) * 100_000_000
        };
        let within = carries(coins, debt);
        match cure.coins_sat {
            Outcome::Value(more) => {
                let more = more.to_sat().cast_signed();
                prop_assert_eq!(more == 0, within);
                prop_assert!(carries(coins + more, debt) && (more == 0 || !carries(coins + more - 1, debt)));
            }
            _ => prop_assert!(!carries(2_100_000_000_000_000, debt)),
        }
        let repaid = cure.cash_usd.to_micros();
        prop_assert_eq!(repaid == 0, within);
        // The value of the coins is rounded down to a millionth before the target is taken of it, and that again.
        prop_assert!(carries(coins, debt - repaid) && (repaid == 0 || !carries(coins, debt - repaid + 2)));
    }
}

#[test]
fn case_18_a_runway_of_seven_months() {
    let request = RunwayRequest::new(
        cash("600000"),
        "12.5 BTC".parse().unwrap(),
        cash("200000"),
        price(100_000.0),
        Ratio::new(0.95).unwrap(),
        Costs::new(Fraction::ZERO),
    );
    let report = runway(&request).unwrap();
    let expected = anchor("runway");
    assert_eq!((u64::from(report.paid_steps), report.ended), (expected[0].as_u64().unwrap(), true));
    // Each of four sales is rounded up to a satoshi.
    assert!((report.coins_sat.to_btc_f64() - expected[1].as_f64().unwrap()).abs() < 4e-8);
    assert!((report.cash_usd.to_usd_f64() - expected[2].as_f64().unwrap()).abs() < 0.01);
    assert!((report.price_usd.to_usd_f64() - expected[3].as_f64().unwrap()).abs() < 1e-5);
    let endless = runway(&with(request, |request| request.expense_usd = Cash::ZERO)).unwrap();
    assert_eq!((endless.paid_steps, endless.ended), (1200, false));
    let mined = runway(&request.mined_sat("0.1 BTC".parse().unwrap())).unwrap();
    assert!(mined.paid_steps > report.paid_steps);
}

/// What a user found: each was answered, or blamed on another field.
#[test]
fn sums_and_costs_that_cannot_be() {
    let text = |kind: &str, extra: &str| format!(r#"{{"price_usd": 100, "costs": {{"fee": {kind}}}{extra}}}"#);
    let gross = |text: String| net_to_gross(&serde_json::from_str(&text).unwrap()).unwrap_err();
    let negative = gross(text("0.001", r#", "net_usd": "-5""#));
    assert_eq!((negative.code(), negative.path().as_str()), ("treasury.net_usd.out_of_range", "net_usd"));
    let fee = gross(text("1", r#", "net_usd": "5""#));
    assert_eq!((fee.code(), fee.path().as_str()), ("treasury.fee.out_of_range", "costs.fee"));
    let seen = r#"{"time_ms": 1735689600000, "price_usd": 100000, "coins_sat": 1000000, "cash_usd": "0", "cost_usd": "-1", "costs": {"fee": 0}}"#;
    let request = format!(r#"{{"policy": "hold", "observation": {seen}}}"#);
    let error = hashinsight_treasury::policy::decide(&serde_json::from_str(&request).unwrap()).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("treasury.cost_usd.out_of_range", "observation.cost_usd"));
}

//! Cash forecasts: thirteen weeks by hand, identities of every week, covenants.

use hashinsight_numerics::Philox;
use hashinsight_testkit::cases;
use hashinsight_treasury::coverage::{
    Cash, CashForecastReport, CashForecastRequest, CashKind, Costs, Covenant, Execution, ForecastLine, cash_forecast,
};
use hashinsight_units::{Amount, Fraction, Outcome, Price, Ratio, Timestamp};

const START_MS: i64 = 1_780_272_000_000;
const DAY_MS: i64 = 86_400_000;

fn cash(usd: &str) -> Cash {
    usd.parse().unwrap()
}

fn at(day: i64) -> Timestamp {
    Timestamp::from_ms(START_MS + day * DAY_MS).unwrap()
}

fn line(kind: CashKind, day: i64, usd: &str) -> ForecastLine {
    ForecastLine::new(kind, at(day), cash(usd))
}

fn costs() -> Costs {
    Costs::new(Fraction::constant(0.001))
}

fn request(usd: &str, coins: &str, prices: &[f64]) -> CashForecastRequest {
    let prices = prices.iter().map(|price| Price::new(*price).unwrap()).collect();
    CashForecastRequest::new(at(0), cash(usd), coins.parse().unwrap(), costs(), prices)
}

/// A quarter of a small miner, week by week on paper.
#[test]
fn a_quarter_by_hand() {
    let lines = vec![
        line(CashKind::Power, 7, "90000"), // at the end of the first week: still its
        line(CashKind::Payroll, 14, "20000"),
        line(CashKind::Receipt, 10, "5000"),
        line(CashKind::Interest, 30, "4000"),
        line(CashKind::Drawn, 31, "100000"),
        line(CashKind::Repayment, 70, "150000"),
        line(CashKind::Tax, 71, "30000"),
    ];
    let covenants = vec![
        Covenant::MinimumCash(cash("10000")),
        Covenant::MaximumLoanToValue(Ratio::new(0.5).unwrap()),
        Covenant::MinimumWeeksOfCash(2),
    ];
    let asked = request("100000", "10 BTC", &[50_000.0; 13])
        .debt_usd(cash("200000"))
        .mined_sat(vec!["0.1 BTC".parse().unwrap(); 13])
        .lines(lines)
        .cash_floor_usd(cash("15000"))
        .covenants(covenants);
    let report = cash_forecast(&asked).unwrap();
    let closing: Vec<String> = report.weeks.iter().map(|week| week.closing_usd.to_string()).collect();
    // 100,000 - 90,000 = 10,000: 5,000 are sold for, 0.1001001.. BTC. Then 5,000 - 20,000: 15,000 again.
    assert!(closing[0].starts_with("15000") && closing[1].starts_with("15000"), "{closing:?}");
    assert_eq!(report.weeks[0].sold_sat.to_sat(), 10_010_011); // ceil(5000 / 49950 BTC)
    assert_eq!(report.weeks[4].financing_usd, cash("4000"));
    let debts: Vec<String> = report.weeks.iter().map(|week| week.debt_usd.to_string()).collect();
    assert_eq!([&debts[3], &debts[4], &debts[9], &debts[12]], ["200000", "300000", "150000", "150000"]);
    assert_eq!(report.first_shortfall_ms, Outcome::Never);
    // The loan is at most half of 10.x BTC at 50,000 but in the weeks in which 300,000 are owed.
    assert_eq!(report.covenants[1].first_breach_ms, Outcome::Value(at(35)));
    // At the end of week 0 the payroll of 20,000 lies ahead, and there are 15,000.
    let ahead = &report.covenants[2].headroom_usd;
    assert!((ahead[0] + 5000.0).abs() < 0.01 && ahead[12] > 0.0, "{ahead:?}");
    assert_eq!(report.covenants[0].first_breach_ms, Outcome::Never);
}

fn check(asked: &CashForecastRequest, report: &CashForecastReport) {
    let (mut cash, mut coins, mut debt) = (asked.cash_usd.to_micros(), asked.coins_sat.to_sat(), asked.debt_usd);
    for (index, week) in report.weeks.iter().enumerate() {
        let micros = |sum: Cash| sum.to_micros();
        assert_eq!(micros(week.opening_usd), cash);
        cash += micros(week.receipts_usd) + micros(week.drawn_usd) + micros(week.proceeds_usd)
            - micros(week.operating_usd)
            - micros(week.financing_usd);
        assert_eq!(micros(week.closing_usd), cash);
        coins += asked.mined_sat.as_ref().map_or(0, |mined| mined[index].to_sat());
        coins -= week.sold_sat.to_sat();
        assert_eq!(week.coins_sat.to_sat(), coins);
        let execution = Execution::new(asked.price_usd[index], &asked.costs).unwrap();
        let (sold, floor) = (week.sold_sat.to_sat().cast_signed(), asked.cash_floor_usd.unwrap().to_micros());
        assert_eq!(execution.proceeds(sold), micros(week.proceeds_usd));
        // The floor is kept, and one satoshi less would not have kept it; or all coins are gone.
        assert!(cash >= floor || coins == 0, "{index}");
        assert!(sold == 0 || cash - execution.proceeds(sold) + execution.proceeds(sold - 1) < floor, "{index}");
        debt = week.debt_usd;
    }
    assert!(debt >= Cash::ZERO);
}

#[test]
fn every_week_adds_up() {
    for case in 0..cases::<u32>(10_000) {
        let mut draws = vec![0.0; 80];
        Philox::new(11).fill_uniform(case.into(), 0, &mut draws);
        let mut draws = draws.into_iter();
        let mut draw = |most: f64| draws.next().unwrap() * most;
        #[expect(clippy::cast_possible_truncation, reason = "cents and days")]
        let lines = (0..12).map(|i| {
            let kind = [CashKind::Power, CashKind::Receipt, CashKind::Interest, CashKind::Operating][i % 4];
            ForecastLine::new(kind, at(draw(90.0) as i64), Cash::from_micros(draw(2e11) as i64).unwrap())
        });
        let lines = lines.collect();
        let prices: Vec<f64> = (0..13).map(|_| 20_000.0 + draw(90_000.0)).collect();
        let mined = (0..13).map(|_| Amount::from_sat(10_000 + u64::from(case)).unwrap()).collect();
        let asked =
            request("200000", "5 BTC", &prices).lines(lines).mined_sat(mined).cash_floor_usd(cash("50000.000001"));
        check(&asked, &cash_forecast(&asked).unwrap());
    }
}

#[test]
fn forecasts_that_cannot_be() {
    let refused = |asked: &CashForecastRequest| {
        let error = cash_forecast(asked).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let named = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let fine = || request("1000", "1 BTC", &[50_000.0; 13]);
    assert_eq!(refused(&request("1", "1 BTC", &[])), named("treasury.price_usd.length", "price_usd"));
    assert_eq!(refused(&request("-1", "1 BTC", &[1.0])), named("treasury.cash_usd.out_of_range", "cash_usd"));
    assert_eq!(refused(&fine().mined_sat(vec![])), named("treasury.mined_sat.length", "mined_sat"));
    let late = vec![line(CashKind::Power, 1, "1"), line(CashKind::Power, 92, "1")];
    assert_eq!(refused(&fine().lines(late)), named("treasury.due_ms.out_of_range", "lines[1].due_ms"));
    let gift = vec![line(CashKind::Power, 1, "-1")];
    assert_eq!(refused(&fine().lines(gift)), named("treasury.amount_usd.out_of_range", "lines[0].amount_usd"));
    let nothing_owed = vec![line(CashKind::Repayment, 1, "1")];
    assert_eq!(refused(&fine().lines(nothing_owed)).0, "treasury.lines.out_of_range");
    let mut free = fine();
    free.price_usd[4] = Price::constant(0.0);
    assert_eq!(refused(&free).1, "price_usd[4]");
}

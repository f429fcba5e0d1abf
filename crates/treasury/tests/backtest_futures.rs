//! A backtest of a policy that hedges with a short future.

use hashinsight_testkit::within_relative;
use hashinsight_treasury::backtest::BacktestSetup;
use hashinsight_treasury::coverage::Costs;
use hashinsight_units::Fraction;
use serde_json::json;

use crate::backtest::{START_MS, bars_of, basis, cash, free, run};
use crate::sample::days;

/// By hand: half a bitcoin short at 50,000 with a basis of 73 % a year, which is 0.2 % a day, then 45,000 and 45,000 again; fee of 1 % on each
/// change of the short. The basis falls and the short is closed at the second close.
#[test]
fn a_short_future_is_settled_each_day() {
    let hedge = json!({ "basis_funding": { "enter_per_year": 0.1, "exit_per_year": 0.04, "hedge": 0.5 } });
    let setup = BacktestSetup::new("1 BTC".parse().unwrap(), cash("1000"), Costs::new(Fraction::constant(0.01)))
        .signals(vec![basis(0.73), basis(0.01), basis(0.01)]);
    let bars = bars_of(START_MS, &[50_000.0, 45_000.0, 45_000.0]);
    let report = run(bars, setup, serde_json::from_value(hedge).unwrap());
    // 0.5 (50,100 - 45,000) at the second close; 250 to open, 225 to close.
    assert_eq!(report.equity.short_sat, [50_000_000, 0, 0]);
    assert_eq!(report.equity.futures_micro_usd, [-250_000_000, 2_550_000_000 - 225_000_000, 0]);
    assert_eq!((report.futures_usd, report.cash_usd, report.trades), (cash("2075"), cash("3075"), 0));
    // Worth 51,000 before the first costs, 48,075 at the end; nothing of it is a flow.
    let total = report.performance_usd.value().unwrap().total_return.value().unwrap();
    within_relative(1.0 + total, 48_075.0 / 51_000.0, 1e-14, "return of the hedged coin");
    assert_eq!((report.ledger.income_usd, report.ledger.expenses_usd), (cash("2325").to_usd(), cash("250").to_usd()));
}

/// A whole hedge earns the basis and knows no price: the equity grows by it whatever the market does.
#[test]
fn a_whole_hedge_has_no_price_risk() {
    let hedge = json!({ "basis_funding": { "enter_per_year": 0.1, "exit_per_year": 0.04, "hedge": 1 } });
    let close: Vec<f64> = days()[..120].iter().map(|day| day.close).collect();
    let setup = BacktestSetup::new("1 BTC".parse().unwrap(), cash("0"), free()).signals(vec![basis(0.365); 120]);
    let report = run(bars_of(START_MS, &close), setup, serde_json::from_value(hedge).unwrap());
    let carried: f64 = close[..119].iter().map(|price| price * 0.001).sum();
    let gained = report.equity.equity_usd[119] - close[0];
    assert!((gained - carried).abs() < 1e-3, "gained {gained}, carried {carried}");
}

//! A backtest against the exact ledger, against itself on fewer bars, against simple references; and what it refuses.

use hashinsight_market::{Bars, BarsColumns, Interval};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_treasury::backtest::{BacktestReport, BacktestRequest, BacktestSetup, MinedCoins, backtest};
use hashinsight_treasury::coverage::{Cash, Costs, Payment};
use hashinsight_treasury::ledger::Method;
use hashinsight_treasury::policy::{Dca, Policy, Signals, TradeSide};
use hashinsight_units::{Amount, Currency, Days, Fraction, Outcome, Timestamp};
use proptest::prelude::{Strategy, prop, prop_assert, prop_assert_eq, proptest};
use serde_json::json;

use crate::sample::{DAY_MS, days};

pub(crate) const START_MS: i64 = 1_714_521_600_000;

pub(crate) fn bars_of(open_ms: i64, close: &[f64]) -> Bars {
    let count = i64::try_from(close.len()).unwrap();
    Bars::from_columns(BarsColumns {
        source: "binance".parse().unwrap(),
        instrument: "BTCUSDT".parse().unwrap(),
        quote_currency: Currency::USD,
        interval_ms: Interval::DAY,
        open_time_ms: (0..count).map(|day| open_ms + day * DAY_MS).collect(),
        open: close.to_vec(),
        high: close.to_vec(),
        low: close.to_vec(),
        close: close.to_vec(),
        volume_base: None,
    })
    .unwrap()
}

pub(crate) fn sample_bars(count: usize) -> Bars {
    let days = days();
    bars_of(days[0].open_ms, &days[..count].iter().map(|day| day.close).collect::<Vec<_>>())
}

fn at(day: i64) -> Timestamp {
    Timestamp::from_ms(START_MS + day * DAY_MS + DAY_MS / 2).unwrap()
}

pub(crate) fn cash(usd: &str) -> Cash {
    usd.parse().unwrap()
}

pub(crate) fn free() -> Costs {
    Costs::new(Fraction::ZERO)
}

pub(crate) fn dca(side: TradeSide, sum: &str, every: f64) -> Policy {
    Policy::Dca(Dca::new(side, cash(sum), Days::new(every).unwrap()))
}

pub(crate) fn run(bars: Bars, setup: BacktestSetup, policy: Policy) -> BacktestReport {
    backtest(&BacktestRequest::new(bars, setup, policy)).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn hold_over_366_sample_days() {
    let expected = &vectors("performance_vectors.json")["hold_366"];
    let setup = BacktestSetup::new("10 BTC".parse().unwrap(), cash("0"), free());
    let report = run(sample_bars(366), setup, Policy::Hold);
    let performance = report.performance_usd.value().unwrap();
    let near = |got: f64, name: &str| within_relative(got, expected[name].as_f64().unwrap(), 1e-10, name);
    assert_eq!((u64::from(performance.observations), report.trades), (expected["n"].as_u64().unwrap(), 0));
    near(performance.total_return.value().unwrap(), "total_return");
    near(performance.max_drawdown, "max_drawdown");
    near(performance.sharpe.value().unwrap(), "sharpe");
    let population = performance.sharpe.value().unwrap() * (365.0_f64 / 364.0).sqrt();
    within_relative(population, expected["sharpe_ddof0"].as_f64().unwrap(), 1e-10, "divisor n");
    // In bitcoin nothing moves.
    let in_coins = report.performance_btc.value().unwrap();
    assert!(in_coins.total_return.value().unwrap().abs() < 1e-12 && in_coins.max_drawdown > -1e-12);
    assert_eq!(report.first_shortfall_ms, Outcome::Never);
    within_relative(report.drawdowns[0].depth, expected["max_drawdown"].as_f64().unwrap(), 1e-10, "deepest drawdown");
}

/// Mined coins and payments are no returns: beside a holder who gets and pays nothing, a miner without trades has the same.
#[test]
fn flows_are_no_returns() {
    let setup = BacktestSetup::new("10 BTC".parse().unwrap(), cash("0"), free());
    let alone = run(sample_bars(60), setup.clone(), Policy::Hold);
    let coins: Vec<MinedCoins> = (1..60)
        .map(|day| MinedCoins::new(at(day), Amount::from_sat(3_000_000 * (1 + day.unsigned_abs() % 5)).unwrap()))
        .collect();
    let mining = run(sample_bars(60), setup.clone().mined(coins), Policy::Hold);
    let [a, b] = [&alone, &mining].map(|report| report.performance_usd.clone().value().unwrap());
    within_relative(b.total_return.value().unwrap(), a.total_return.value().unwrap(), 1e-12, "same return");
    within_relative(b.sharpe.value().unwrap(), a.sharpe.value().unwrap(), 1e-12, "same ratio");
    assert!(mining.equity.equity_usd[59] > 1.1 * alone.equity.equity_usd[59]);
    // Whoever holds nothing but cash and pays out of it has no return at all.
    let payments: Vec<Payment> = (1..60).map(|day| Payment::new(at(day), cash("1000.5"))).collect();
    let payer = BacktestSetup::new(Amount::ZERO, cash("600000"), free()).expenses(payments);
    let payer = run(sample_bars(60), payer, Policy::Hold);
    assert_eq!(payer.performance_usd.clone().value().unwrap().max_drawdown, 0.0);
    assert_eq!(payer.cash_usd, cash("540970.5"));
    assert_eq!((payer.paid_usd, payer.unpaid_usd), (cash("59029.5"), cash("0")));
}

/// By hand: a sale of 1 BTC at 50,000 with a fee of 1 %, then a fall by a tenth.
#[test]
fn costs_are_part_of_the_first_return() {
    let setup = BacktestSetup::new("2 BTC".parse().unwrap(), cash("0"), Costs::new(Fraction::constant(0.01)));
    let report = run(bars_of(START_MS, &[50_000.0, 45_000.0, 45_000.0]), setup, dca(TradeSide::Sell, "49500", 30.0));
    assert_eq!((report.coins_sat, report.cash_usd), ("1 BTC".parse().unwrap(), cash("49500")));
    assert_eq!((report.costs_usd, report.traded_usd), (cash("500"), cash("49500")));
    // Before the trade 100,000; after the fall 45,000 + 49,500.
    within_relative(report.performance_usd.value().unwrap().total_return.value().unwrap(), -0.055, 1e-12, "return");
    assert_eq!(report.ledger.realised_usd.to_string(), "-500"); // the lot began at 50,000
}

#[test]
fn a_payment_that_is_not_met_is_told() {
    let setup = BacktestSetup::new("1 BTC".parse().unwrap(), cash("1000"), free());
    let setup = setup.expenses(vec![Payment::new(at(1), cash("1500")), Payment::new(at(9), cash("70"))]);
    let report = run(bars_of(START_MS, &[50_000.0, 45_000.0, 45_000.0]), setup, Policy::Hold);
    assert_eq!((report.shortfall_usd, report.cash_usd, report.unpaid_usd), (cash("500"), cash("-500"), cash("70")));
    assert_eq!(report.first_shortfall_ms.value().unwrap().to_ms(), START_MS + 2 * DAY_MS);
    assert_eq!(report.ledger.cash_usd.to_string(), "-500");
    // What nobody lent is no leverage: there is no performance, neither in dollars nor in bitcoin.
    for told in [report.performance_usd, report.performance_btc] {
        assert!(matches!(told, Outcome::Undefined { reason } if reason.contains("a payment was not met")));
    }
    // Nothing left: no measure, and the reason.
    let setup =
        BacktestSetup::new(Amount::ZERO, cash("1000"), free()).expenses(vec![Payment::new(at(1), cash("1500"))]);
    let report = run(bars_of(START_MS, &[50_000.0, 45_000.0, 45_000.0]), setup, Policy::Hold);
    assert!(matches!(report.performance_usd, Outcome::Undefined { reason } if reason.contains("worth nothing")));
}

pub(crate) fn basis(per_year: f64) -> Signals {
    serde_json::from_value(json!({ "basis_per_year": per_year })).unwrap()
}

#[test]
fn bad_input_is_refused_and_nothing_stands_in_for_it() {
    let setup = || BacktestSetup::new("1 BTC".parse().unwrap(), cash("1000"), free());
    let whole = bars_of(START_MS, &[50_000.0, 45_000.0, 45_000.0]);
    let refused = |bars: &Bars, setup: BacktestSetup, policy: Policy| {
        let error = backtest(&BacktestRequest::new(bars.clone(), setup, policy)).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let expect = |bars: &Bars, setup: BacktestSetup, code: &str, path: &str| {
        assert_eq!(refused(bars, setup, Policy::Hold), (code.to_owned(), path.to_owned()));
    };
    expect(&bars_of(START_MS, &[50_000.0, 45_000.0]), setup(), "treasury.bars.insufficient_data", "bars");
    let mut gap = bars_of(START_MS, &[50_000.0, 45_000.0]);
    let later = bars_of(START_MS + 3 * DAY_MS, &[45_000.0]);
    gap.push(later.get(0).unwrap()).unwrap();
    expect(&gap, setup(), "treasury.open_time_ms.out_of_range", "bars.open_time_ms[2]");
    let mined = |day: i64| vec![MinedCoins::new(at(day), "1 BTC".parse().unwrap())];
    expect(&whole, setup().mined(mined(3)), "treasury.time_ms.out_of_range", "mined[0].time_ms");
    expect(&whole, setup().mined(mined(-1)), "treasury.time_ms.out_of_range", "mined[0].time_ms");
    expect(&whole, setup().mined([mined(2), mined(1)].concat()), "treasury.time_ms.out_of_range", "mined[1].time_ms");
    let due = |day: i64| vec![Payment::new(at(day), cash("1"))];
    expect(&whole, setup().expenses(due(-1)), "treasury.due_ms.out_of_range", "expenses[0].due_ms");
    expect(&whole, setup().expenses([due(2), due(1)].concat()), "treasury.due_ms.out_of_range", "expenses[1].due_ms");
    expect(&whole, setup().signals(vec![]), "treasury.signals.length", "signals");
    let poor = BacktestSetup::new("1 BTC".parse().unwrap(), cash("-1"), free());
    expect(&whole, poor, "treasury.cash_usd.out_of_range", "cash_usd");
    let far = bars_of(START_MS, &[50_000.0, 1e12, 45_000.0]);
    let rich = BacktestSetup::new("10 BTC".parse().unwrap(), cash("1000"), free());
    expect(&far, rich, "treasury.close.out_of_range", "bars.close[1]");
    let wrong = refused(&whole, setup(), dca(TradeSide::Sell, "0", 1.0));
    assert_eq!(wrong, ("treasury.sum_usd.out_of_range".to_owned(), "policy.dca.sum_usd".to_owned()));
    let hedge: Policy = serde_json::from_value(
        json!({ "basis_funding": { "enter_per_year": 0.1, "exit_per_year": 0.04, "hedge": 0.5 } }),
    )
    .unwrap();
    // Hedged at the first close, and what the future is worth at the second nobody says.
    let known = setup().signals(vec![basis(0.2), Signals::default(), basis(0.2)]);
    let missing = ("treasury.basis_per_year.missing".to_owned(), "signals[1].basis_per_year".to_owned());
    assert_eq!(refused(&whole, known, hedge.clone()), missing);
    // Without a basis there is nothing to hedge: the policy holds.
    assert_eq!(run(whole.clone(), setup(), hedge).trades, 0);
    // Prices that are no numbers, and unknown policies, do not pass the reader.
    let mut document = serde_json::to_value(BacktestRequest::new(whole, setup(), Policy::Hold)).unwrap();
    document["policy"] = json!("momentum");
    assert!(serde_json::from_value::<BacktestRequest>(document.clone()).unwrap_err().to_string().contains("policy"));
    document["policy"] = json!("hold");
    document["bars"]["close"][1] = json!("NaN");
    assert!(serde_json::from_value::<BacktestRequest>(document).unwrap_err().to_string().contains("close[1]"));
}

/// Every template, and combinations of them, with random parameters.
fn policies() -> impl Strategy<Value = Policy> {
    (0..11_usize, 1_u32..40_000, 1.0..9.0_f64, 0.01..0.6_f64).prop_map(|(which, sum, every, share)| {
        let (opex, volatility) = (
            json!({ "opex_coverage": { "coverage_days": 10.0 * every, "max_daily": share, "reserve_usd": sum.to_string() } }),
            json!({ "volatility_trigger": { "on_ratio": 1.0 + share, "off_ratio": 1.0, "share": share } }),
        );
        let layered = json!({ "layered": {
            "levels": [{ "multiple": 1.0 + 0.2 * share, "share": share }, { "multiple": 1.3, "share": 0.3 }],
            "share_of": if sum % 2 == 0 { "initial" } else { "remaining" }, "trailing_stop": 0.08, "reserve": 0.1, "rsi_above": 60 } });
        let cycle = json!({ "mining_cycle": {
            "hashprice_percentile_above": 0.5, "puell_above": 1.1, "share": share, "every_days": every } });
        let (floor, small) = (
            json!({ "floor": { "terms": { "step_days": 1, "worst_factors": [0.85] }, "when_infeasible": "sell_most" } }),
            json!({ "cppi": { "multiplier": every, "floor_usd": sum.to_string(), "ratchet": share, "band": 0.05 } }),
        );
        let side = if sum % 2 == 0 { "sell" } else { "buy" };
        let dca = json!({ "dca": { "side": side, "sum_usd": format!("{sum}.25"), "every_days": every } });
        let basis = json!({ "basis_funding": { "enter_per_year": share, "exit_per_year": 0.5 * share, "hedge": share } });
        let all = [dca, opex.clone(), layered.clone(), cycle, volatility.clone(), floor.clone(), small, basis.clone(),
            json!({ "then": [basis, opex.clone()] }), json!({ "max": [opex, layered, floor.clone()] }), json!({ "then": [volatility, floor] })];
        serde_json::from_value(all[which].clone()).unwrap_or_else(|error| panic!("{error}: {}", all[which]))
    })
}

/// Signals of every bar, some of them unknown; a basis is, so that a future has a price.
fn signals() -> impl Strategy<Value = Vec<Signals>> {
    let known = |x: f64| if x < 0.2 { None } else { Some(x) };
    let each = prop::array::uniform6(0.0..1.0_f64).prop_map(move |[rsi, percentile, puell, fast, slow, basis]| {
        let mut signals = json!({ "basis_per_year": 2.0 * basis - 0.5 });
        let told = [
            ("rsi", rsi, 100.0),
            ("hashprice_percentile", percentile, 1.0),
            ("puell", puell, 3.0),
            ("volatility_fast", fast, 1.0),
            ("volatility_slow", slow, 1.0),
        ];
        for (name, x, scale) in told {
            if let Some(x) = known(x) {
                signals[name] = json!(x * scale);
            }
        }
        serde_json::from_value(signals).unwrap()
    });
    prop::collection::vec(each, 40)
}

fn setups() -> impl Strategy<Value = BacktestSetup> {
    let costs = (0.0..0.01_f64, 0.0..0.01_f64, 0.0..0.001_f64, 0_u32..50).prop_map(|(fee, slippage, size, fixed)| {
        let part = |x| Fraction::new(x).unwrap();
        Costs::new(part(fee)).slippage(part(slippage)).slippage_per_btc(part(size)).fixed_usd(cash(&fixed.to_string()))
    });
    let mined = prop::collection::btree_map(0_i64..40, 0_u64..50_000_000, 0..20);
    let due = prop::collection::btree_map(0_i64..60, 0_u32..9_000, 0..20);
    (0_u64..3_000_000_000, 0_u32..400_000, costs, mined, due, signals()).prop_map(
        |(coins, usd, costs, mined, due, signals)| {
            let setup = BacktestSetup::new(Amount::from_sat(coins).unwrap(), cash(&usd.to_string()), costs)
                .mined(
                    mined
                        .into_iter()
                        .map(|(day, sat)| MinedCoins::new(at(day), Amount::from_sat(sat).unwrap()))
                        .collect(),
                )
                .expenses(due.into_iter().map(|(day, usd)| Payment::new(at(day), cash(&format!("{usd}.5")))).collect());
            // Half of the treasuries know what their coins cost, and half know signals.
            let setup = if coins % 2 == 0 { setup.cost_usd(cash("70000")) } else { setup };
            if usd % 2 == 0 { setup.signals(signals) } else { setup }
        },
    )
}

fn closes() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(5_000.0..120_000.0_f64, 40)
}

proptest! {
    /// What whole numbers say in a run, the exact ledger says too, under each method: cash to the millionth, coins to the satoshi.
    #[test]
    fn the_ledger_agrees_to_the_satoshi(close in closes(), setup in setups(), policy in policies(), which in 0..6_usize) {
        let methods = [Method::Fifo, Method::Lifo, Method::Hifo, Method::Lofo, Method::Average, Method::UnitedKingdom];
        let request = BacktestRequest::new(bars_of(START_MS, &close), setup, policy).method(methods[which]);
        let report = backtest(&request).unwrap();
        prop_assert_eq!(report.ledger.coins_sat, report.coins_sat);
        prop_assert_eq!(report.ledger.cash_usd, report.cash_usd.to_usd());
        let futures = &report.equity.futures_micro_usd;
        let cost = futures.iter().filter(|micros| **micros < 0).sum::<i64>();
        prop_assert_eq!(report.ledger.expenses_usd, Cash::from_micros(report.paid_usd.to_micros() - cost).unwrap().to_usd());
        let held: u64 = report.ledger.lots.iter().map(|lot| lot.amount_sat.to_sat()).sum();
        prop_assert_eq!(held, report.coins_sat.to_sat());
        let sum = |micros: &[i64]| micros.iter().sum::<i64>();
        let start = request.setup.cash_usd.to_micros();
        let traded = sum(&report.trade_table.cash_micro_usd) + sum(futures);
        prop_assert_eq!(sum(futures), report.futures_usd.to_micros());
        prop_assert_eq!(start + traded - report.paid_usd.to_micros(), report.cash_usd.to_micros());
        let mined = i64::try_from(report.mined_sat.to_sat()).unwrap();
        let coins = i64::try_from(request.setup.coins_sat.to_sat()).unwrap();
        prop_assert_eq!(coins + mined - sum(&report.trade_table.sold_sat), i64::try_from(report.coins_sat.to_sat()).unwrap());
        prop_assert!(report.trade_table.cost_micro_usd.iter().all(|cost| *cost >= 0));
    }

    /// A run over the first bars is the beginning of the run over all: nothing looks ahead.
    #[test]
    fn a_prefix_of_the_bars_is_a_prefix_of_the_run(close in closes(), setup in setups(), policy in policies(), cut in 3..40_usize) {
        let whole = backtest(&BacktestRequest::new(bars_of(START_MS, &close), setup.clone(), policy.clone())).unwrap();
        let last = at(i64::try_from(cut).unwrap() - 1);
        let kept = setup.mined.iter().copied().filter(|coins| coins.time_ms <= last).collect();
        // Payments to come are known beforehand: those are part of what a policy sees.
        let mut setup = setup.mined(kept);
        setup.signals = setup.signals.map(|signals| signals[..cut].to_vec());
        let part = backtest(&BacktestRequest::new(bars_of(START_MS, &close[..cut]), setup, policy)).unwrap();
        prop_assert_eq!(&part.equity.cash_micro_usd[..], &whole.equity.cash_micro_usd[..cut]);
        prop_assert_eq!(&part.equity.coins_sat[..], &whole.equity.coins_sat[..cut]);
        prop_assert_eq!(&part.equity.short_sat[..], &whole.equity.short_sat[..cut]);
        prop_assert_eq!(&part.equity.equity_usd[..], &whole.equity.equity_usd[..cut]);
        let trades = part.trade_table.sold_sat.len();
        prop_assert_eq!(&part.trade_table.sold_sat[..], &whole.trade_table.sold_sat[..trades]);
    }

    /// Flow-adjusted returns from the table of the report, by their definition.
    #[test]
    fn returns_follow_from_the_table(close in closes(), setup in setups(), policy in policies()) {
        let report = backtest(&BacktestRequest::new(bars_of(START_MS, &close), setup, policy)).unwrap();
        let Outcome::Value(performance) = report.performance_usd else { return Ok(()) };
        let table = &report.equity;
        let first = report.trade_table.cost_micro_usd.first().filter(|_| report.trade_table.time_ms[0] == table.time_ms[0]);
        let mut wealth = 1.0;
        let opened = table.futures_micro_usd[0] as f64 / 1e6;
        let mut base = table.equity_usd[0] + first.map_or(0.0, |cost| *cost as f64 / 1e6) - opened;
        for row in 1..close.len() {
            let flow = table.mined_sat[row] as f64 / 1e8 * table.price_usd[row] - table.paid_micro_usd[row] as f64 / 1e6;
            wealth *= (table.equity_usd[row] - flow) / base;
            base = table.equity_usd[row];
        }
        let got = 1.0 + performance.total_return.value().unwrap();
        prop_assert!((got - wealth).abs() <= 1e-6 * wealth.abs(), "got {got}, expected {wealth}");
    }
}

/// The treasury of the document on 366 days: every template sells, the ledger agrees with each, and whoever covers costs pays them all.
#[test]
fn templates_over_366_sample_days() {
    let count = 366;
    let close: Vec<f64> = days()[..count].iter().map(|day| day.close).collect();
    let volatility = |row: usize, window: usize| {
        let from = row.saturating_sub(window);
        let moves: Vec<f64> = close[from..=row].windows(2).map(|pair| pair[1] / pair[0] - 1.0).collect();
        let squares: f64 = moves.iter().map(|r| r * r).sum();
        if moves.is_empty() { 0.0 } else { (squares / moves.len() as f64 * 365.0).sqrt() }
    };
    let signals = |row: usize| {
        let (fast, slow) = (volatility(row, 10), volatility(row, 60));
        let place = close[..=row].iter().filter(|price| **price <= close[row]).count() as f64 / (row + 1) as f64;
        json!({ "volatility_fast": fast, "volatility_slow": slow, "rsi": 100.0 * place, "hashprice_percentile": place, "puell": 2.0 * place })
    };
    let signals: Vec<Signals> = (0..count).map(|row| serde_json::from_value(signals(row)).unwrap()).collect();
    let day = |day: usize| at(i64::try_from(day).unwrap());
    let coins = |sat: u64| Amount::from_sat(sat).unwrap();
    let setup = BacktestSetup::new("12.5 BTC".parse().unwrap(), cash("600000"), Costs::new(Fraction::constant(0.0015)))
        .cost_usd(cash("593750"))
        .mined((0..count).map(|row| MinedCoins::new(day(row), coins(5_000_000))).collect())
        .expenses((30..count).step_by(30).map(|row| Payment::new(day(row), cash("100000"))).collect())
        .signals(signals);
    let templates = [
        ("hold", json!("hold")),
        ("opex_coverage", json!({ "opex_coverage": { "coverage_days": 90, "max_daily": 0.05 } })),
        (
            "layered",
            json!({ "layered": { "levels": [{ "multiple": 1.2, "share": 0.15 }, { "multiple": 1.5, "share": 0.15 },
            { "multiple": 1.8, "share": 0.2 }], "share_of": "initial", "trailing_stop": 0.08, "reserve": 0.3, "rsi_above": 70 } }),
        ),
        (
            "mining_cycle",
            json!({ "mining_cycle": {
            "hashprice_percentile_above": 0.7, "puell_above": 1.8, "share": 0.15, "every_days": 14 } }),
        ),
        ("volatility_trigger", json!({ "volatility_trigger": { "on_ratio": 1.3, "off_ratio": 1.0, "share": 0.1 } })),
        (
            "floor",
            json!({ "floor": { "terms": { "step_days": 30, "worst_factors": [0.85] }, "when_infeasible": "sell_most" } }),
        ),
    ];
    // Who holds does not pay: that has no performance. Coins alone have.
    let alone = BacktestSetup::new("12.5 BTC".parse().unwrap(), cash("0"), free());
    let held = run(sample_bars(count), alone, Policy::Hold).performance_usd.value().unwrap().max_drawdown;
    for (name, policy) in templates {
        let report = run(sample_bars(count), setup.clone(), serde_json::from_value(policy).unwrap());
        let short = report.shortfall_usd > Cash::ZERO;
        assert_eq!(short, !matches!(report.performance_usd, Outcome::Value(_)), "{name}");
        let performance = report.performance_usd.clone().value();
        println!(
            "{name:20} trades {:4} return {:8.4} sharpe {:7.4} drawdown {:8.4} coins {:12} cash {:14} short {}",
            report.trades,
            performance.as_ref().map_or(f64::NAN, |p| p.total_return.value().unwrap()),
            performance.as_ref().map_or(f64::NAN, |p| p.sharpe.value().unwrap()),
            performance.as_ref().map_or(f64::NAN, |p| p.max_drawdown),
            report.coins_sat,
            report.cash_usd,
            report.shortfall_usd,
        );
        assert_eq!(
            (report.ledger.coins_sat, report.ledger.cash_usd),
            (report.coins_sat, report.cash_usd.to_usd()),
            "{name}"
        );
        assert_eq!((report.mined_sat, report.paid_usd), (coins(count as u64 * 5_000_000), cash("1200000")), "{name}");
        match name {
            "hold" => assert!(short && report.trades == 0),
            "opex_coverage" | "floor" => assert!(!short && report.trades > 0, "{name}"),
            _ => assert!(report.trades > 0, "{name}"),
        }
        // Whoever sells into a rise falls less than whoever holds.
        assert!(performance.is_none_or(|performance| performance.max_drawdown >= held), "{name}");
    }
}

//! The treasury's measures and its backtest on the real days of 2024 (cases 30 and 39 of `vectors/treasury_anchors.json` and its research).

use std::path::Path;

use hashinsight_surface::call;
use serde_json::{Value, json};

use super::{Check, DAY_MS};
use crate::Result;

const FIRST: &str = "2024-01-01";
const LAST: &str = "2025-01-01";
/// 2024-01-01, Unix milliseconds.
const OPEN_MS: i64 = 1_704_067_200_000;
/// Holding ten bitcoin over the days: total return, greatest drawdown, and the Sharpe ratio whose deviation is divided by the number of returns,
/// as far as the report on the former program prints them.
const HELD: [(&str, f64, f64); 3] =
    [("total return", 1.144_312, 5e-7), ("drawdown", -0.263_303, 5e-7), ("sharpe", 1.705_591, 5e-7)];

/// Asks `treasury.performance` and `treasury.backtest` about the prices of `data/btc_daily.csv`.
pub(super) fn prove(shared: &Path) -> Result<()> {
    let (vectors, data) = (shared.join("vectors/treasury_anchors.json"), shared.join("data/btc_daily.csv"));
    if !vectors.is_file() || !data.is_file() {
        println!("shared: not run: needs {} and {}", vectors.display(), data.display());
        return Ok(());
    }
    let anchors: Value = serde_json::from_str(&std::fs::read_to_string(vectors)?)?;
    let anchor = |id: &str| {
        let case = anchors.as_array().into_iter().flatten().find(|case| case["id"] == id);
        case.map(|case| case["value"].clone()).ok_or_else(|| format!("no case {id}"))
    };
    let prices = prices(&std::fs::read_to_string(data)?)?;
    let mut check = Check { values: 0, faults: Vec::new() };
    measures(&mut check, &prices, &anchor("var")?, &anchor("vol")?)?;
    held(&mut check, &prices)?;
    if check.faults.is_empty() {
        println!("shared: {} values of the treasury on {} days as the reference has them", check.values, prices.len());
        return Ok(());
    }
    Err(format!("shared: {} of {} values differ:\n{}", check.faults.len(), check.values, check.faults.join("\n"))
        .into())
}

fn prices(text: &str) -> Result<Vec<f64>> {
    let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = lines.next().unwrap_or_default();
    let place = head.iter().position(|column| *column == "price_usd").ok_or("no column price_usd")?;
    let days = lines.filter(|row| row.first().is_some_and(|date| (FIRST..=LAST).contains(date)));
    Ok(days.map(|row| row[place].parse::<f64>()).collect::<std::result::Result<_, _>>()?)
}

fn ask(operation: &str, request: &Value) -> Result<Value> {
    let answer = call(operation, &request.to_string()).map_err(|error| error.to_string())?;
    Ok(serde_json::from_str(&answer)?)
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// Case 30: returns from close to close, their quantiles and shortfalls, and the volatility of their logarithms.
fn measures(check: &mut Check, prices: &[f64], anchor: &Value, volatility: &Value) -> Result<()> {
    let simple: Vec<f64> = prices.windows(2).map(|pair| pair[1] / pair[0] - 1.0).collect();
    #[expect(clippy::disallowed_methods, reason = "no result hangs on the last bits")]
    let logarithmic: Vec<f64> = prices.windows(2).map(|pair| (pair[1] / pair[0]).ln()).collect();
    let daily = ask("treasury.performance", &json!({ "returns": simple, "periods_per_year": 1.0 }))?;
    let yearly = ask("treasury.performance", &json!({ "returns": logarithmic, "periods_per_year": 365.0 }))?;
    let (value, tail) = (|name: &str| number(&daily[name]["value"]), &daily["tail"]);
    check.same("returns", &daily["observations"], &anchor[0]);
    check.close("mean", value("sharpe") * value("annual_volatility"), anchor[1].as_f64());
    check.close("deviation", value("annual_volatility"), anchor[2].as_f64());
    check.close("value at risk", number(&tail["value_at_risk_return"]), anchor[3].as_f64());
    check.close("expected shortfall", number(&tail["at_or_below_shortfall_return"]), anchor[4].as_f64());
    check.close("gaussian value at risk", number(&tail["gaussian_value_at_risk_return"]["value"]), anchor[5].as_f64());
    check.close("drawdown", number(&daily["max_drawdown"]), anchor[6].as_f64());
    check.close("volatility", number(&yearly["annual_volatility"]["value"]), volatility.as_f64());
    Ok(())
}

/// Case 39: ten bitcoin that cost 40,000 USD each, and nobody trades.
fn held(check: &mut Check, prices: &[f64]) -> Result<()> {
    let times: Vec<i64> = (OPEN_MS..).step_by(usize::try_from(DAY_MS)?).take(prices.len()).collect();
    let bars = json!({ "source": "coin_metrics", "instrument": "BTCUSD", "quote_currency": "USD", "interval_ms": DAY_MS,
        "open_time_ms": times, "open": prices, "high": prices, "low": prices, "close": prices });
    let request = json!({ "bars": bars, "coins_sat": 1_000_000_000, "cash_usd": "0", "cost_usd": "400000",
        "costs": { "fee": 0.0 }, "policy": "hold" });
    let report = ask("treasury.backtest", &request)?;
    let measured = &report["performance_usd"]["value"];
    let count = number(&measured["observations"]);
    let sharpe = number(&measured["sharpe"]["value"]) * (count / (count - 1.0)).sqrt();
    let got = [number(&measured["total_return"]["value"]), number(&measured["max_drawdown"]), sharpe];
    for ((what, expected, tolerance), got) in HELD.into_iter().zip(got) {
        check.values += 1;
        let is_near = (got - expected).abs() <= tolerance;
        if !is_near {
            check.faults.push(format!("{what} of holding: got {got}, expected {expected}"));
        }
    }
    check.same("trades of holding", &report["trades"], &json!(0));
    Ok(())
}

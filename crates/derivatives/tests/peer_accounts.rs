//! What other programs expect: a library's table of prices and greeks, a bot's liquidation prices.
#![expect(clippy::panic, clippy::print_stdout, reason = "test helpers; what is compared is told")]

use hashinsight_derivatives::margin::{LiquidationRequest, MarginAccountRequest, liquidation, margin_account};
use hashinsight_derivatives::pricing::{
    EuropeanOption, ImpliedVolatilityRequest, Lognormal, implied_volatility, vanilla,
};
use hashinsight_market::OptionKind;
use hashinsight_numerics::exp;
use hashinsight_testkit::vectors;
use serde_json::{Value, json};

use crate::{price, rate, sigma, years};

fn number(row: &Value, key: &str) -> f64 {
    row[key].as_f64().unwrap_or_else(|| panic!("{key} in {row}"))
}

/// 101 rows: prices and greeks as printed, and the volatility back from every price that says it.
#[test]
fn prices_and_greeks_of_vollib() {
    let file = vectors("vollib_vectors.json");
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 101);
    let (mut numbers, mut volatilities, mut silent, mut worst) = (0, 0, 0, 0.0);
    for row in rows {
        let [s, k, r, t, vol] = ["S", "K", "r", "T", "vol"].map(|key| number(row, key));
        for (kind, name) in [(OptionKind::Call, "call"), (OptionKind::Put, "put")] {
            let market = Lognormal::new(years(t), rate(r), rate(0.0), sigma(vol));
            let report = vanilla(&EuropeanOption::new(kind, price(s), price(k), market));
            let greeks = report.greeks.unwrap();
            for (got, of) in [
                (report.price, ""),
                (greeks.delta, "_delta"),
                (greeks.gamma, "_gamma"),
                (greeks.theta, "_theta"),
                (greeks.vega, "_vega"),
                (greeks.rho, "_rho"),
            ] {
                let printed = number(row, &format!("{name}{of}"));
                // Nine digits, and none beyond the tenth place.
                let error = (got - printed).abs() / (1e-9 * printed.abs() + 1e-10);
                assert!(error <= 6.0, "{name}{of} of {row}: {got}");
                numbers += 1;
                worst = if error > worst { error } else { worst };
            }
            let printed = number(row, name);
            let Ok(quote) = hashinsight_units::Collateral::new(printed) else { continue };
            let request =
                ImpliedVolatilityRequest::new(kind, quote, price(s * exp(r * t)), price(k), years(t), rate(r));
            // A digit of the price is worth so much volatility.
            let worth = (1e-9 * printed + 1e-10) / greeks.vega;
            match implied_volatility(&request) {
                Ok(answer) if worth < 1e-3 => {
                    let error = (answer.implied_volatility - vol).abs();
                    assert!(error <= 6.0 * worth, "{name} of {row}: {}", answer.implied_volatility);
                    volatilities += 1;
                }
                Err(error) if worth < 1e-3 => panic!("{name} of {row}: {error}"),
                // The printed price holds no digit of the volatility: whatever the answer, it is no evidence.
                _ => silent += 1,
            }
        }
    }
    println!(
        "vollib: 101 rows, {numbers} numbers run, {numbers} agree, worst {worst:.2} units of the ninth digit; \
         {volatilities} implied volatilities agree, {silent} prices say nothing of theirs"
    );
    assert!(volatilities > 140, "{volatilities}");
}

/// The account of a row: its position, others beside it, and what is in the wallet.
fn account(row: &Value) -> Value {
    let contract = |of: &Value, instrument: &str, mark: f64| {
        json!({
            "instrument": instrument, "coin": instrument, "contract": "linear", "mark_price": mark,
            "maintenance": {"flat": {"rate": number(of, "maintenance_rate"), "deduction": number(of, "deduction")}},
            "close_fee_rate": row["close_fee_rate"],
        })
    };
    let position = |of: &Value, instrument: &str| {
        json!({
            "instrument": instrument, "side": of["side"], "quantity": number(of, "quantity"),
            "entry_price": number(of, "entry"),
        })
    };
    let own = row["coin"].as_str().unwrap_or("ETH");
    let mark = row["mark"].as_f64().unwrap_or_else(|| number(row, "entry"));
    let (mut contracts, mut positions) = (vec![contract(row, own, mark)], vec![position(row, own)]);
    for other in row["other"].as_array().into_iter().flatten() {
        let coin = other["coin"].as_str().unwrap();
        contracts.push(contract(other, coin, number(other, "mark")));
        positions.push(position(other, coin));
    }
    json!({
        "venue": row["venue"], "currency": "USDT", "contracts": contracts, "positions": positions,
        "collateral": [{"currency": "USDT", "amount": number(row, "wallet")}],
    })
}

/// The position of a row with a margin of its own.
fn isolated(row: &Value) -> Value {
    json!({
        "venue": row["venue"], "contract": "linear", "side": row["side"], "quantity": number(row, "quantity"),
        "entry_price": number(row, "entry"), "margin_mode": {"isolated": {"margin": number(row, "wallet")}},
        "maintenance": {"flat": {"rate": number(row, "maintenance_rate"), "deduction": number(row, "deduction")}},
        "close_fee_rate": number(row, "close_fee_rate"),
    })
}

#[test]
fn liquidations_of_freqtrade() {
    let file = vectors("freqtrade_liquidations.json");
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 49);
    let (mut by_account, mut by_position, mut refused, mut worst) = (0, 0, 0, 0.0);
    for row in rows {
        if row["refused"].is_string() {
            refused += 1;
            continue;
        }
        let (expected, printed) = (number(row, "expected"), number(row, "printed"));
        let mut compare = |got: f64| {
            let error = (got - expected).abs();
            assert!(error <= printed, "{row}: {got}");
            worst = if error / expected > worst { error / expected } else { worst };
        };
        if row["other"].is_null() {
            let request: LiquidationRequest = serde_json::from_value(isolated(row)).unwrap();
            compare(liquidation(&request).unwrap().liquidation_price.value().unwrap());
            by_position += 1;
        }
        let request: MarginAccountRequest = serde_json::from_value(account(row)).unwrap();
        match margin_account(&request) {
            Ok(report) => {
                let levels = &report.by_contract[0];
                let side = if row["side"] == "long" { &levels.liquidation_below } else { &levels.liquidation_above };
                compare(side.value().unwrap());
                by_account += 1;
            }
            // The classic rules are those of a position with a margin of its own.
            Err(error) => {
                assert_eq!(
                    (error.code(), row["venue"].as_str()),
                    ("derivatives.venue.unsupported", Some("bybit_classic"))
                );
            }
        }
    }
    println!(
        "freqtrade: {} rows, {} run, {} agree ({by_account} by the account, {by_position} by the position), {refused} \
         refused (no contract, or the bot's own buffer), worst {worst:e}",
        rows.len(),
        rows.len() - refused,
        rows.len() - refused
    );
}

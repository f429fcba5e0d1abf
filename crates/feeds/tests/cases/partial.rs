//! 03, 17 and 18: one row, day or name that is refused is told and does not cost the rest.

use crate::support::ask::{NOW_MS, future_row, option_row, paths, read, refused, summary};
use serde_json::{Value, json};

const DAY_MS: i64 = 86_400_000;

/// Without a kind, options and futures are meant; Deribit lists its combinations and pairs too.
#[test]
fn instruments_of_kinds_that_are_not_meant() {
    let ask = json!({"deribit": {"instruments": {"currency": "BTC"}}});
    let row = |name: &str, kind: &str| {
        json!({"instrument_name": name, "kind": kind, "is_active": true,
        "contract_size": 10.0, "tick_size": 0.5})
    };
    let body = json!({"result": [row("BTC-PERPETUAL", "future"), row("BTC-FS-19MAY26_PERP", "future_combo"),
        row("BTC-STRG-19MAY26-74000_79000", "option_combo"), row("BTC_USDC", "spot")]});
    let (data, odd) = read(&ask, &body);
    assert_eq!(data["listings"].as_array().unwrap().len(), 1);
    assert_eq!(paths(&odd), ["result[1].kind", "result[2].kind", "result[3].kind"]);
}

#[test]
fn case_03_a_summary_of_all_kinds_is_read_by_kind() {
    let spot = json!({"instrument_name": "BTC_USDC", "mark_price": 60_000.5, "bid_price": 60_000.0, "ask_price": 60_001.0,
        "last": 60_000.0, "volume": 12.5, "quote_currency": "USDC", "base_currency": "BTC", "creation_timestamp": NOW_MS - 1000});
    let rows = [future_row("BTC-26JUN26", 60_100.0), spot.clone(), option_row("BTC-26JUN26-60000-C", 0.05)];
    let (data, odd) = read(&summary(None), &json!({"result": rows}));
    assert_eq!(data["futures"][0]["mark"]["mark"], json!(60_100.0));
    assert_eq!(data["option_chains"][0]["quotes"][0]["mark"], json!(0.05));
    assert_eq!((&data["pairs"][0]["bid"], &data["pairs"][0]["quote_currency"]), (&json!(60_000.0), &json!("USDC")));
    assert_eq!(paths(&odd), Vec::<&str>::new());
    // A kind that nobody knows yet, a row without what it must have, and one of another coin.
    let unknown = json!({"instrument_name": "BTC:NEW/KIND", "creation_timestamp": NOW_MS - 1000, "mark_price": 1.0});
    let mut bare = option_row("BTC-26JUN26-70000-C", 0.01);
    bare.as_object_mut().unwrap().remove("underlying_price");
    let rows = [unknown, bare, future_row("ETH-26JUN26", 3000.0), future_row("BTC-26JUN26", 60_100.0)];
    let (data, odd) = read(&summary(None), &json!({"result": rows}));
    assert_eq!(data["futures"].as_array().unwrap().len(), 1);
    assert_eq!(paths(&odd), ["result[0].instrument_name", "result[1]", "result[2].instrument_name"]);
    assert_eq!(refused(&summary(None), &json!({"result": [future_row("ETH-26JUN26", 3000.0)]})).value(), "ETH-26JUN26");
}

#[test]
fn case_17_what_is_not_listed_is_counted_by_kind() {
    let chart = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 400}}});
    let days = |value: Value| (1..300).map(|day| json!([NOW_MS - DAY_MS * day, value])).collect::<Vec<_>>();
    let body = json!({"prices": days(json!(60_000.0)), "market_caps": days(Value::Null),
        "total_volumes": [[NOW_MS - DAY_MS, 1.0], [NOW_MS - DAY_MS, 7.0]]});
    let (_, odd) = read(&chart, &body);
    let listed = odd.iter().filter(|odd| odd.path.starts_with("market_caps[")).count();
    let more = odd.iter().find(|odd| odd.path == "market_caps").unwrap();
    assert_eq!((listed, more.value.as_str()), (64, "299"));
    let contradiction = odd.iter().find(|odd| odd.path.starts_with("total_volumes")).unwrap();
    assert_eq!(
        (contradiction.path.as_str(), contradiction.expected.as_str()),
        ("total_volumes[1]", "what [0] says of the same, 1; left out")
    );
    let expired: Vec<Value> =
        (0..40).map(|k| option_row(&format!("BTC-5JUN26-{}-C", 50_000 + 1000 * k), 0.0)).collect();
    let (_, odd) = read(&summary(Some("option")), &json!({"result": expired}));
    assert_eq!(odd.len(), 40);
}

#[test]
fn case_18_one_row_does_not_cost_the_rest() {
    let bitcoin = json!({"CoinTag": "BTC", "Algorithm": "SHA-256", "Difficulty": 1.389e14, "BlockReward": 3.125,
        "BlockCount": 952_582, "ExchangeRate": 60_823.2, "IsBlockExplorerOnline": true, "IsExchangeOnline": true,
        "BlockTimeInSeconds": 600, "HealthStatus": "Healthy"});
    let mut offline = bitcoin.clone();
    for (key, value) in [("CoinTag", json!("OFF")), ("Difficulty", json!(0.0)), ("ExchangeRate", json!(0.0))] {
        offline[key] = value;
    }
    let coins = |list: &[&Value]| json!({"Success": true, "Message": "", "Data": list});
    let all = json!({"coinwarz": "profitability"});
    let (data, odd) = read(&all, &coins(&[&bitcoin, &offline]));
    assert_eq!((&data["coins"][0]["coin"], data["coins"].as_array().unwrap().len()), (&json!("BTC"), 1));
    assert_eq!((paths(&odd), odd[0].value.as_str()), (vec!["Data[1].Difficulty"], "0.0"));
    assert_eq!(refused(&all, &coins(&[&offline])).path().as_str(), "body.Data[0].Difficulty");

    let prices = json!({"mempool_space": "prices"});
    for odd_price in [Value::Null, json!(0), json!("x")] {
        let (data, odd) = read(&prices, &json!({"time": 1_780_730_404, "USD": 60_823, "CHF": odd_price}));
        assert_eq!((&data["quotes"][0]["last_price"], paths(&odd)), (&json!(60_823.0), vec!["CHF"]), "{odd_price}");
    }
    let ticker = json!({"blockchain_info": "ticker"});
    let (data, odd) = read(&ticker, &json!({"USD": {"last": 60_823.0}, "ARS": {"last": null}}));
    assert_eq!((data["quotes"].as_array().unwrap().len(), paths(&odd)), (1, vec!["ARS.last"]));
    let chart = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 3}}});
    let body = json!({"prices": [[1_780_617_600_000_i64, 0.0], [1_780_704_000_000_i64, 60_000.0]], "market_caps": [],
        "total_volumes": []});
    let (data, odd) = read(&chart, &body);
    assert_eq!((&data["prices"]["last_price"], paths(&odd)), (&json!([60_000.0]), vec!["prices[0]"]));
    // A bar without prices, as venues write for an hour without trades.
    let candles = json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": 1}}});
    let bar =
        |minutes: i64, price: Value| json!([1_780_729_200_000_i64 - 60_000 * minutes, price, price, price, price]);
    let (data, odd) = read(&candles, &json!([bar(60, json!(1e5)), bar(30, Value::Null), bar(0, json!(1e5))]));
    assert_eq!((data["closed"]["close"].as_array().unwrap().len(), paths(&odd)), (2, vec!["[1][1]"]));
    // Funding of another contract among that of the one asked for.
    let row = |name: &str| json!({"symbol": name, "fundingRate": "0.0001", "fundingTime": 1_780_704_000_000_i64});
    let (data, odd) = read(&crate::support::ask::funding(), &json!([row("BTCUSDT"), row("ETHUSDT")]));
    assert_eq!((&data["rate_per_interval"], paths(&odd)), (&json!([0.0001]), vec!["[1].symbol"]));
}

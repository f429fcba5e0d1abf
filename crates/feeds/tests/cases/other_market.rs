//! Answers that say themselves that they are none: of another market, refused beside data, nothing where something is.

use crate::support::ask::{NOW_MS, parse, paths, refused_text};
use crate::support::samples;
use hashinsight_feeds::{Endpoint, FeedAsk};
use serde_json::{Value, json};

fn sample(file: &str) -> (Value, Value) {
    let sample = samples().into_iter().find(|sample| sample.file == file).unwrap();
    (sample.row["ask"].clone(), serde_json::from_slice(&sample.body).unwrap())
}

/// Code, path and value of what the body of a sample is refused for, asked otherwise.
fn asked(file: &str, changes: &[(&str, Value)]) -> (String, String, String) {
    let (mut ask, body) = sample(file);
    let question = ask["binance"].as_object_mut().unwrap().values_mut().next().unwrap();
    for (field, value) in changes {
        question[*field] = value.clone();
    }
    let fault = refused_text(&ask, &body.to_string());
    (fault.code().to_owned(), fault.path().as_str().to_owned(), fault.value().to_owned())
}

#[test]
fn answers_of_coinm_are_none_of_usdm() {
    let usdm = ("market", json!("usdm"));
    for (file, path, value) in [
        ("rec_binance_open_interest_coinm.json", "body.pair", "BTCUSD"),
        ("rec_binance_ticker_24hr_coinm.json", "body[0].pair", "BTCUSD"),
        ("rec_binance_premium_index_coinm.json", "body[0].pair", "BTCUSD"),
        ("rec_binance_depth_coinm.json", "body.pair", "BTCUSD"),
        ("rec_binance_funding_rate_coinm.json", "instrument", "BTCUSD_PERP"),
    ] {
        let (_, at, got) = asked(file, std::slice::from_ref(&usdm));
        assert_eq!((at.as_str(), got.as_str()), (path, value), "{file}");
    }
    let bare = [usdm.clone(), ("instrument", json!("BTCUSD"))];
    for (file, path, value) in [
        ("syn_binance_leverage_bracket_coinm.json", "body[0].brackets[0].qtyCap", "5"),
        ("rec_binance_open_interest_hist_coinm.json", "body[0].pair", "BTCUSD"),
    ] {
        let (_, at, got) = asked(file, &bare);
        assert_eq!((at.as_str(), got.as_str()), (path, value), "{file}");
    }
    let (ask, mut body) = sample("syn_binance_ticker_24hr_spot.json");
    body["baseVolume"] = json!("5192.9");
    assert_eq!(refused_text(&ask, &body.to_string()).path().as_str(), "body.baseVolume");
}

#[test]
fn answers_of_usdm_are_none_of_coinm() {
    let brackets = "syn_binance_futures_leverage_bracket.json";
    let (_, at, _) = asked(brackets, &[("market", json!("coinm"))]);
    assert_eq!(at, "body[0].brackets[0].notionalCap");
    let (ask, body) = sample("rec_binance_depth_coinm.json");
    let mut nameless = body.as_object().unwrap().clone();
    nameless.remove("symbol");
    nameless.remove("pair");
    assert_eq!(refused_text(&ask, &json!(nameless).to_string()).path().as_str(), "body.symbol");
}

#[test]
fn usdm_is_not_asked_for_a_contract_of_coinm() {
    for (instrument, is_named) in [("BTCUSD_200626", false), ("BTCUSD_PERP", false), ("BTCUSDT_260626", true)] {
        let ask = json!({"binance": {"open_interest": {"market": "usdm", "instrument": instrument}}});
        let ask: FeedAsk = serde_json::from_value(ask).unwrap();
        assert_eq!(ask.request().is_ok(), is_named, "{instrument}");
    }
}

#[test]
fn a_refusal_beside_data_is_a_refusal() {
    let limited = [("code", json!(-1003)), ("msg", json!("Too many requests"))];
    let error = [("error", json!("Too many requests"))];
    let status = [("status", json!({"error_code": 429, "error_message": "Throttled"}))];
    let errors = [("errors", json!([{"id": "rate_limit_exceeded", "message": "Too many requests"}]))];
    for (file, said) in [
        ("syn_binance_depth_spot.json", &limited[..]),
        ("syn_binance_ticker_24hr_spot.json", &limited),
        ("syn_binance_premium_index.json", &limited),
        ("syn_binance_open_interest.json", &limited),
        ("syn_coingecko_simple_price.json", &status),
        ("syn_coinbase_v2_spot.json", &errors),
        ("syn_mempool_prices.json", &error),
        ("obs_blockchain_info_stats_2026.json", &error),
    ] {
        let (ask, mut body) = sample(file);
        for (key, value) in said {
            body[*key] = value.clone();
        }
        let code = refused_text(&ask, &body.to_string()).code().to_owned();
        assert_eq!(code, "feeds.rate_limit.out_of_range", "{file}");
    }
}

#[test]
fn what_was_foretold_is_not_what_was_paid() {
    let (ask, body) = sample("rec_okx_funding_rate_history.json");
    for value in [Some(Value::Null), Some(json!("")), None] {
        let mut body = body.clone();
        let row = body["data"][0].as_object_mut().unwrap();
        match value {
            Some(value) => drop(row.insert("realizedRate".into(), value)),
            None => drop(row.remove("realizedRate")),
        }
        let (data, odd) = parse(&ask, &body.to_string()).unwrap();
        assert_eq!(data["rate_per_interval"].as_array().unwrap().len(), 1);
        assert!(paths(&odd).iter().any(|path| path.starts_with("data[0]")), "{odd:?}");
    }
}

#[test]
fn nothing_between_values_is_told() {
    const DAY_MS: i64 = 86_400_000;
    let first = NOW_MS - NOW_MS % DAY_MS - 3 * DAY_MS;
    for (name, unit, value) in
        [("difficulty", "", 1.389e14), ("hash_rate", "TH/s", 9.3e8), ("market_price", "USD", 60_000.0)]
    {
        let ask = json!({"blockchain_info": {"chart": {"name": name, "days": 5}}});
        let day = |index: i64, y: f64| json!({"x": (first + index * DAY_MS) / 1000, "y": y});
        let body = json!({"status": "ok", "unit": unit, "values": [day(0, value), day(1, 0.0), day(2, value)]});
        let (_, odd) = parse(&ask, &body.to_string()).unwrap();
        assert!(paths(&odd).iter().any(|path| path.starts_with("values[1]")), "{name}: {odd:?}");
    }
    let ask = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 3}}});
    let rows = |middle: f64, value: f64| json!([[first, value], [first + DAY_MS, middle], [first + 2 * DAY_MS, value]]);
    let body = json!({"prices": rows(60_000.0, 60_000.0), "market_caps": rows(0.0, 1.2e12),
        "total_volumes": rows(0.0, 3e10)});
    let odd = parse(&ask, &body.to_string()).unwrap().1;
    assert!(["market_caps[1][1]", "total_volumes[1][1]"].iter().all(|at| paths(&odd).contains(at)), "{odd:?}");
}

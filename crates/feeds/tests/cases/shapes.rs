//! 01 and 28: arrays where objects are meant, and places and values as they were received.

use crate::support;
use crate::support::ask::{NOW_MS, parse, refused, refused_text};
use hashinsight_feeds::FeedError;
use serde_json::{Value, json};

#[test]
fn case_01_an_array_is_not_an_object() {
    let ticker = json!({"coinbase": {"exchange_ticker": {"instrument": "BTC-USD", "quote_currency": "USD"}}});
    let open_interest = json!({"binance": {"open_interest": {"market": "usdm", "instrument": "BTCUSDT"}}});
    for (ask, body, path) in [
        (json!({"mempool_space": "recommended_fees"}), json!([3, 2, 1, 1, 1]), "body"),
        (json!({"bitcoin_rpc": "mining_info"}), json!([["main", 933_586, 1.4e14, 9.3e20, 1]]), "body"),
        (json!({"bitcoin_rpc": "mining_info"}), json!({"result": ["main", 933_586, 1.4e14, 9.3e20, 1]}), "body.result"),
        (
            json!({"mempool_space": "difficulty_adjustment"}),
            json!([50, 1, 1_781_403_000_000_i64, 100, 1, null, 953_568, 600_000]),
            "body",
        ),
        (ticker, json!(["60000", "2026-06-06T07:28:05Z"]), "body"),
        (open_interest, json!(["BTCUSDT", "123", NOW_MS]), "body[0]"),
        (json!({"blockchain_info": "stats"}), json!([NOW_MS, 60_000, 9.3e11, 1, 1, 135, 10, 1, 1, 1, 1]), "body"),
        (json!({"mempool_space": "prices"}), json!([1_780_730_404, 60_823]), "body"),
    ] {
        let fault = refused(&ask, &body);
        assert_eq!((fault.path().as_str(), fault.allowed_text()), (path, "an object"), "{ask}: {fault}");
    }
}

/// Every object of every sample as the array of its values, and every array as an object of its elements.
#[test]
fn no_sample_is_read_with_arrays_for_objects() {
    fn places(value: &Value, pointer: &str, found: &mut Vec<String>) {
        match value {
            Value::Array(list) => {
                found.push(pointer.to_owned());
                list.iter().enumerate().for_each(|(i, item)| places(item, &format!("{pointer}/{i}"), found));
            }
            Value::Object(map) => {
                found.push(pointer.to_owned());
                map.iter().for_each(|(key, item)| places(item, &format!("{pointer}/{key}"), found));
            }
            _ => {}
        }
    }
    let mut tried = 0;
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let plain = sample.parse().unwrap().data;
        let mut pointers = Vec::new();
        places(&value, "", &mut pointers);
        for pointer in pointers {
            let mut other = value.clone();
            let place = other.pointer_mut(&pointer).unwrap();
            *place = match place.take() {
                Value::Object(map) => Value::Array(map.into_values().collect()),
                Value::Array(list) => list.into_iter().enumerate().map(|(i, item)| (i.to_string(), item)).collect(),
                other => other,
            };
            tried += 1;
            // What nobody reads may be anything; what is read is refused, or left out and told.
            if let Ok(parsed) = sample.parse_body(other.to_string().as_bytes()) {
                let told = !parsed.suspicious.is_empty();
                assert!(told || parsed.data == plain, "{}: {pointer} in {other}", sample.file);
            }
        }
    }
    println!("{tried} shapes");
    assert!(tried > 150);
}

#[test]
fn case_28_values_and_places_are_those_of_the_body() {
    let fault = refused_text(&json!({"blockchain_info": {"query": "hashrate"}}), "-5");
    assert_eq!((fault.value(), fault.path().as_str()), ("-5", "body"));
    let ticker = json!({"binance": {"ticker": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT"}}});
    let crossed = json!({"symbol": "BTCUSDT", "lastPrice": "60000", "bidPrice": "60001.00", "askPrice": "59999", "volume": "1",
        "closeTime": NOW_MS});
    let fault = refused(&ticker, &crossed);
    assert_eq!((fault.path().as_str(), fault.value()), ("body.bidPrice", "60001.00"));
    let stats = include_str!("../fixtures/obs_blockchain_info_stats_2026.json").replace("9.325136155806332E11", "-4");
    let fault = refused_text(&json!({"blockchain_info": "stats"}), &stats);
    assert_eq!((fault.path().as_str(), fault.value()), ("body.hash_rate", "-4"));
    let bar = json!([[NOW_MS - 8_885_000, "2", "1", "1", "2", "1", NOW_MS - 5_285_001, "1", 1, "1", "1", "0"]]);
    let candles = json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": 3_600_000}}});
    assert_eq!(refused(&candles, &bar).path().as_str(), "body[0][2]");
}

/// Whatever is refused in whatever sample stands in the body, or is missing from a place that does.
#[test]
fn every_place_that_is_named_is_in_the_body() {
    let values = [json!(-7), json!(1e300), json!("x"), json!(null), json!([]), json!({"a": 1})];
    let (mut named, mut odd) = (0, 0);
    for sample in support::samples().into_iter().filter(support::Sample::is_data) {
        let Ok(value) = serde_json::from_slice::<Value>(&sample.body) else { continue };
        let mut pointers = Vec::new();
        crate::mutations::places(&value, "", &mut pointers);
        for (pointer, replacement) in
            pointers.iter().flat_map(|pointer| values.iter().map(move |value| (pointer, value)))
        {
            let mut other = value.clone();
            *other.pointer_mut(pointer).unwrap() = replacement.clone();
            let body = other.to_string();
            match sample.parse_body(body.as_bytes()) {
                Err(FeedError::Invalid(error)) => {
                    let Some(path) = error.path().as_str().strip_prefix("body") else { continue };
                    named += 1;
                    let missing = error.problem() == hashinsight_units::Problem::Missing;
                    let end = if missing { path.rfind(['.', '[']).unwrap_or(0) } else { path.len() };
                    assert!(at(&other, &path[..end]).is_some(), "{}: {error} in {body}", sample.file);
                }
                Err(_) => {}
                Ok(parsed) => {
                    for suspicion in parsed.suspicious {
                        odd += 1;
                        let found = at(&other, &suspicion.path);
                        assert!(found.is_some(), "{}: {suspicion:?} in {body}", sample.file);
                        let leaf = found.filter(|value| !value.is_array() && !value.is_object());
                        if let Some(leaf) = leaf {
                            let received = leaf.as_str().map_or_else(|| leaf.to_string(), str::to_owned);
                            assert_eq!(suspicion.value, received, "{}: {suspicion:?} in {body}", sample.file);
                        }
                    }
                }
            }
        }
    }
    println!("{named} places refused, {odd} doubted");
    assert!(named > 1500 && odd > 300);
}

/// What stands at `result[3].mark_price`.
fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let path = path.replace('[', ".").replace(']', "");
    path.split('.').filter(|part| !part.is_empty()).try_fold(value, |value, part| match value {
        Value::Array(list) => list.get(part.parse::<usize>().ok()?),
        Value::Object(map) => map.get(part),
        _ => None,
    })
}

#[test]
fn a_status_decides_whatever_the_body_says() {
    let ask = json!({"mempool_space": "recommended_fees"});
    let body = r#"{"fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#;
    assert!(parse(&ask, body).is_ok());
}

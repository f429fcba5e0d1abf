//! 19 to 22: histories pass what single values pass, what consensus fixes is compared, a market that is not open is told.

use crate::support::ask::{NOW_MS, parse, paths, read};
use serde_json::{Value, json};

const DAY_MS: i64 = 86_400_000;

/// Refused, or read with a word on it.
fn told(ask: &Value, body: &Value) -> bool {
    parse(ask, &body.to_string()).map_or(true, |(_, odd)| !odd.is_empty())
}

fn silent(ask: &Value, body: &Value) {
    let (_, odd) = read(ask, body);
    assert_eq!(paths(&odd), Vec::<&str>::new(), "{ask}: {odd:?}");
}

#[test]
fn case_19_histories_pass_what_single_values_pass() {
    let history = json!({"mempool_space": {"hashrate_history": {"period": "week"}}});
    let network = |hs: f64, difficulty: f64| {
        json!({"hashrates": [{"timestamp": 1_780_617_600, "avgHashrate": hs}],
            "difficulty": [{"time": 1_780_617_600, "difficulty": difficulty}],
            "currentHashrate": 9.3e20, "currentDifficulty": 1.389e14})
    };
    silent(&history, &network(9.3e20, 1.389e14));
    for (what, body) in [
        ("a negative hashrate", network(-5.0, 1.389e14)),
        ("EH/s where H/s are meant", network(930.5, 1.389e14)),
        ("a negative difficulty", network(9.3e20, -3.0)),
        ("a difficulty in T", network(9.3e20, 138.9)),
    ] {
        assert!(told(&history, &body), "{what}");
    }
    let chart = |name: &str| json!({"blockchain_info": {"chart": {"name": name, "days": 3}}});
    let values = |unit: &str, y: f64| json!({"status": "ok", "unit": unit, "values": [{"x": 1_780_617_600, "y": y}]});
    silent(&chart("hash_rate"), &values("Hash Rate TH/s", 9.3e8));
    silent(&chart("miners_revenue"), &values("USD", 25.1e6));
    for (name, unit, y) in [
        ("hash_rate", "Hash Rate TH/s", 9.3e12),
        ("miners_revenue", "Million USD", 25.1),
        ("difficulty", "T Difficulty", 138.9),
        ("market_price", "Thousand USD", 60.8),
        ("transaction_fees", "mBTC", 3e4),
        ("difficulty", "Difficulty", 0.5),
        ("transaction_fees", "BTC", -1.0),
    ] {
        assert!(told(&chart(name), &values(unit, y)), "{name} {unit} {y}");
    }
    let market = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 3}}});
    let figures = |price: f64, cap: f64, volume: f64| {
        let row = |value: f64| json!([[1_780_617_600_000_i64, value]]);
        json!({"prices": row(price), "market_caps": row(cap), "total_volumes": row(volume)})
    };
    silent(&market, &figures(60_000.0, 1.2e12, 3e10));
    for (price, cap, volume) in
        [(60_000.0, -5.0, 1.0), (60_000.0, 1.2e12, -1.0), (0.5, 1.0, 1.0), (60_000.0, 1.2e9, 1.0)]
    {
        assert!(told(&market, &figures(price, cap, volume)), "{price} {cap} {volume}");
    }
}

#[test]
fn case_19_the_example_of_ehs_under_a_label_of_ths() {
    let ask = json!({"blockchain_info": {"chart": {"name": "hash_rate", "days": 3}}});
    let body = json!({"status": "ok", "unit": "Hash Rate TH/s", "values": [{"x": 1_780_617_600, "y": 930.0}]});
    assert!(told(&ask, &body)); // 930 TH/s in 2026: the network had them in 2013
    let of_2013 = json!({"status": "ok", "unit": "Hash Rate TH/s", "values": [{"x": 1_378_000_000, "y": 930.0}]});
    let (_, odd) = read(&json!({"blockchain_info": {"chart": {"name": "hash_rate", "days": 5000}}}), &of_2013);
    assert_eq!(paths(&odd), Vec::<&str>::new());
}

#[test]
fn case_20_what_consensus_fixes_is_compared() {
    let block = json!({"bitcoin_rpc": {"block_stats": {"height": 952_582}}});
    let stats = |subsidy: i64| {
        json!({"result": {"height": 952_582, "time": 1_780_730_000, "subsidy": subsidy, "totalfee": 100, "txs": 10,
            "total_weight": 4000}})
    };
    silent(&block, &stats(312_500_000));
    for subsidy in [312_500_000_000, 2_500_000_000, 625_000_000, 3] {
        assert!(told(&block, &stats(subsidy)), "{subsidy}");
    }
    let chain = |bits: &str, difficulty: f64| {
        json!({"result": {"chain": "main", "blocks": 953_001, "headers": 953_001, "bits": bits, "difficulty": difficulty,
            "time": 1_780_720_000, "mediantime": 1_780_717_000}})
    };
    let ask = json!({"bitcoin_rpc": "blockchain_info"});
    silent(&ask, &chain("1701fca1", 141_668_107_417_558.2));
    assert!(told(&ask, &chain("1d00ffff", 1.38e14)));
    assert!(told(&ask, &chain("1701fca1", 1.4e14)));
    let mining = json!({"result": {"chain": "main", "blocks": 953_001, "difficulty": 141_668_107_417_558.2,
        "networkhashps": 1.0e21, "pooledtx": 1, "bits": "1701fca2", "next": {"bits": "1701fca1"}}});
    assert!(told(&json!({"bitcoin_rpc": "mining_info"}), &mining));

    let summary = |changes: &[(&str, i64)]| {
        let mut body = json!({"timestamp": NOW_MS, "market_price_usd": 60_823.2, "hash_rate": 9.3e11, "total_fees_btc": 3_000_000,
            "n_btc_mined": 42_187_500_000_i64, "n_blocks_mined": 135, "minutes_between_blocks": 10.1,
            "totalbc": 2_003_932_187_500_000_i64, "n_blocks_total": 952_583, "nextretarget": 953_567});
        for (key, value) in changes {
            body[*key] = json!(value);
        }
        body
    };
    let ask = json!({"blockchain_info": "stats"});
    silent(&ask, &summary(&[]));
    for (key, value) in [
        ("totalbc", 20_039_321),
        ("n_btc_mined", 421),
        ("nextretarget", 1),
        ("nextretarget", 953_000),
        ("n_blocks_total", 95_258),
        ("n_blocks_mined", 13),
    ] {
        assert!(told(&ask, &summary(&[(key, value)])), "{key} {value}");
    }
    let coin = |reward: f64, height: u32| {
        json!({"Success": true, "Data": {"CoinTag": "BTC", "Algorithm": "SHA-256", "Difficulty": 1.389e14,
            "BlockReward": reward, "BlockCount": height, "ExchangeRate": 60_000.0}})
    };
    let ask = json!({"coinwarz": {"coin_information": {"coin": "BTC"}}});
    silent(&ask, &coin(3.125, 952_582));
    assert!(told(&ask, &coin(25.0, 952_582)) && told(&ask, &coin(3.125, 95_258)));
    let retargets = json!({"mempool_space": {"difficulty_adjustments": {"period": "year"}}});
    let row = |height: u32, ratio: f64| {
        json!([
            [1_780_192_000, height, 138_966_872_071_213.1, ratio],
            [1_779_000_000, 949_536, 145_990_000_000_000.0, 1.0123]
        ])
    };
    silent(&retargets, &row(951_552, 0.9519));
    assert!(told(&retargets, &row(951_553, 0.9519)) && told(&retargets, &row(951_552, 1.9519)));
    let rewards = json!({"mempool_space": {"reward_stats": {"blocks": 144}}});
    let paid = |reward: &str| json!({"startBlock": 952_440, "endBlock": 952_583, "totalReward": reward, "totalFee": "371234567"});
    silent(&rewards, &paid("45371234567"));
    assert!(told(&rewards, &paid("453712345670")) && told(&rewards, &paid("371234567")));
}

#[test]
fn case_21_a_retarget_that_contradicts_itself() {
    let ask = json!({"mempool_space": "difficulty_adjustment"});
    let body = |changes: &[(&str, Value)]| {
        let mut body = json!({"progressPercent": 50.0, "difficultyChange": 1.0, "estimatedRetargetDate": NOW_MS + 7 * DAY_MS,
            "remainingBlocks": 1008, "previousRetarget": 1.0, "previousTime": 1_780_192_000, "nextRetargetHeight": 953_568,
            "timeAvg": 600_000});
        for (key, value) in changes {
            body[*key] = value.clone();
        }
        body
    };
    silent(&ask, &body(&[]));
    for changes in [
        vec![("estimatedRetargetDate", json!(NOW_MS - 20 * DAY_MS))], // mempool/mempool, issue 6733
        vec![("progressPercent", json!(99.0)), ("remainingBlocks", json!(2000))],
        vec![("nextRetargetHeight", json!(953_567))],
        vec![("nextRetargetHeight", json!(852_768))],
        vec![("timeAvg", json!(6_000_000))],
        vec![("previousTime", json!(1_770_192_000))],
    ] {
        assert!(told(&ask, &body(&changes)), "{changes:?}");
    }
}

#[test]
fn case_22_a_market_that_is_not_open_is_told() {
    let product = json!({"coinbase": {"advanced_product": {"instrument": "BTC-USD", "quote_currency": "USD"}}});
    let body = |flag: &str, value: Value| {
        let mut body = json!({"product_id": "BTC-USD", "price": "60000", "price_percentage_change_24h": "0.5%",
            "volume_24h": "12", "status": "online", "is_disabled": false, "trading_disabled": false});
        body[flag] = value;
        body
    };
    silent(&product, &body("status", json!("online")));
    silent(&product, &body("status", json!("")));
    assert_eq!(read(&product, &body("status", json!("online"))).0["change_24h"], json!(0.005));
    for (flag, value) in [
        ("status", json!("delisted")),
        ("is_disabled", json!(true)),
        ("trading_disabled", json!(true)),
        ("view_only", json!(true)),
        ("cancel_only", json!(true)),
        ("auction_mode", json!(true)),
    ] {
        assert_eq!(paths(&read(&product, &body(flag, value)).1), [flag]);
    }
    let option = json!({"deribit": {"option_ticker": {"instrument": "BTC-26JUN26-60000-C"}}});
    let ticker = |state: &str| {
        json!({"result": {"instrument_name": "BTC-26JUN26-60000-C", "timestamp": NOW_MS - 1000, "mark_price": 0.05,
            "mark_iv": 50.0, "open_interest": 1.0, "underlying_price": 60_100.0, "state": state}})
    };
    silent(&option, &ticker("open"));
    let (_, odd) = read(&option, &ticker("closed"));
    assert_eq!((paths(&odd), odd[0].value.as_str()), (vec!["result.state"], "closed"));
    let book = json!({"deribit": {"order_book": {"instrument": "BTC-PERPETUAL", "depth": 5}}});
    let levels = json!({"result": {"timestamp": NOW_MS, "state": "locked", "bids": [[60_000, 10]], "asks": []}});
    assert_eq!(paths(&read(&book, &levels).1), ["result.state"]);
    let auction = json!({"coinbase": {"exchange_book": {"instrument": "BTC-USD", "quote_currency": "USD"}}});
    let levels = json!({"bids": [["60000", "1", 1]], "asks": [], "auction_mode": true});
    assert_eq!(paths(&read(&auction, &levels).1), ["auction_mode"]);
    let chart = json!({"blockchain_info": {"chart": {"name": "market_price", "days": 3}}});
    let stale = json!({"status": "not-ok", "unit": "USD", "values": [{"x": 1_780_617_600, "y": 60_000.0}]});
    assert_eq!(paths(&read(&chart, &stale).1), ["status"]);
}

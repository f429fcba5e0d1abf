//! What was misread in the field: bodies in the shapes that users sent, and what must come of them.

use crate::support::ask::{
    DAY_MS, HOUR_MS, NOW_MS, NOW_S, deribit_candles, funding, future_row, option_row, paths, premium, read, refused,
    summary,
};
use hashinsight_feeds::{FeedAsk, Schedule, ScheduleAction, ScheduleEvent, ScheduleParams, ScheduleStep};
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Fraction, Timestamp};
use serde_json::{Value, json};

#[test]
fn case_02_seconds_where_milliseconds_are_meant_are_refused_with_the_hint() {
    let chart = json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 1}}});
    let option = json!({"deribit": {"option_ticker": {"instrument": "BTC-26JUN26-100000-C"}}});
    let open_interest = json!({"binance": {"open_interest": {"market": "usdm", "instrument": "BTCUSDT"}}});
    let premium_body = |time: i64, next: i64| {
        json!({"symbol": "BTCUSDT", "markPrice": "60000", "indexPrice": "60000", "lastFundingRate": "0.0001",
            "nextFundingTime": next, "time": time})
    };
    let ticks = |time: i64| {
        json!({"result": {"ticks": [time], "open": [1], "high": [1], "low": [1], "close": [1], "volume": [1],
            "status": "ok"}})
    };
    for (ask, body, path) in [
        (
            &chart,
            json!({"prices": [[NOW_S - 3600, 60_000.0], [NOW_S, 60_823.2]], "market_caps": [[NOW_S, 1e12]],
                "total_volumes": [[NOW_S, 1e10]]}),
            "body.prices[0]",
        ),
        (
            &option,
            json!({"result": {"instrument_name": "BTC-26JUN26-100000-C", "timestamp": NOW_S, "mark_price": 0.01,
                "mark_iv": 50, "open_interest": 1, "underlying_price": 60_000}}),
            "body.result.timestamp",
        ),
        (&deribit_candles(), ticks(NOW_S), "body.result.ticks[0]"),
        (&premium(), premium_body(NOW_S, NOW_MS + 1_800_000), "body.time"),
        (&premium(), premium_body(NOW_MS, NOW_S + 1800), "body.nextFundingTime"),
        (
            &funding(),
            json!([{"symbol": "BTCUSDT", "fundingRate": "0.0001", "fundingTime": NOW_S}]),
            "body[0].fundingTime",
        ),
        (&open_interest, json!({"symbol": "BTCUSDT", "openInterest": "1", "time": -NOW_MS}), "body.time"),
        // What expired in 1970 according to its summary has not expired: the summary's time is wrong.
        (
            &summary(None),
            json!({"result": [{"instrument_name": "BTC-26JUN26-60000-C", "creation_timestamp": NOW_S, "mark_price": 0.05,
                "mark_iv": 50, "open_interest": 1, "underlying_price": 60_000}]}),
            "body.result[0].creation_timestamp",
        ),
    ] {
        let fault = refused(ask, &body);
        assert_eq!((fault.code(), fault.path().as_str()), ("units.timestamp.out_of_range", path), "{fault}");
        assert!(fault.allowed_text().ends_with("seconds?"), "{fault}");
    }
    // Header times are seconds: what is refused is the time before the first block, as it was received.
    let node = |time: i64| {
        json!({"result": {"chain": "main", "blocks": 900_000, "headers": 900_000, "difficulty": 1.2e14,
            "mediantime": time, "time": time, "initialblockdownload": false}})
    };
    let fault = refused(&json!({"bitcoin_rpc": "blockchain_info"}), &node(0));
    assert_eq!((fault.path().as_str(), fault.value()), ("body.result.mediantime", "0"));
    assert!(fault.allowed_text().starts_with("seconds since 1970"), "{fault}");
    read(&json!({"bitcoin_rpc": "blockchain_info"}), &node(NOW_S - 600));
    // The question is an instant too.
    let mut ask = deribit_candles();
    ask["deribit"]["candles"]["start_ms"] = json!(NOW_S);
    let error = serde_json::from_value::<FeedAsk>(ask).unwrap_err();
    assert!(error.to_string().contains("seconds?"), "{error}");
}

#[test]
fn case_05_a_combination_of_options_is_not_a_future() {
    let combo = |name: &str| {
        json!({"instrument_name": name, "mark_price": 0.02, "bid_price": null, "ask_price": null, "last": null,
            "open_interest": 3.0, "creation_timestamp": NOW_MS - 1000, "quote_currency": "BTC", "base_currency": "BTC"})
    };
    let rows = [
        combo("BTC-CS-26JUN26-60000_65000"),
        future_row("BTC-26JUN26", 60_100.0),
        combo("BTC-FS-26JUN26_PERP"),
        option_row("BTC-26JUN26-60000-C", 0.05),
        combo("BTC_USDC-STRG-26JUN26-55000_65000"),
    ];
    let (data, odd) = read(&summary(None), &json!({"result": rows}));
    assert_eq!(data["futures"].as_array().unwrap().len(), 1);
    assert_eq!(data["futures"][0]["mark"]["instrument"], "BTC-26JUN26");
    assert_eq!(data["option_chains"][0]["quotes"].as_array().unwrap().len(), 1);
    assert_eq!(paths(&odd), [0, 2, 4].map(|row| format!("result[{row}].instrument_name")));
    assert_eq!(odd[0].value, "BTC-CS-26JUN26-60000_65000");
    // Nor by itself: a book in coins would be divided by a premium, candles would be dollars.
    for (ask, body) in [
        (
            json!({"deribit": {"order_book": {"instrument": "BTC-CS-26JUN26-60000_65000", "depth": 5}}}),
            json!({"result": {"timestamp": NOW_MS, "bids": [[0.02, 1.0]], "asks": []}}),
        ),
        (
            json!({"deribit": {"perpetual_ticker": {"instrument": "BTC-FS-26JUN26_PERP"}}}),
            json!({"result": {"instrument_name": "BTC-FS-26JUN26_PERP", "timestamp": NOW_MS, "mark_price": 100.0,
                "open_interest": 1.0, "funding_8h": 0.0}}),
        ),
    ] {
        assert_eq!(refused(&ask, &body).code(), "feeds.instrument.unsupported", "{ask}");
    }
}

#[test]
fn case_06_the_volume_of_a_future_is_coins() {
    let ask = json!({"coinbase": {"advanced_product": {"instrument": "BIP-20DEC30-CDE", "quote_currency": "USD"}}});
    let body = json!({"product_id": "BIP-20DEC30-CDE", "price": "60000", "price_percentage_change_24h": "-0.2",
        "volume_24h": "500000", "product_type": "FUTURE", "base_currency_id": "", "quote_currency_id": "USD",
        "approximate_quote_24h_volume": "300000000",
        "future_product_details": {"contract_size": "0.01", "contract_root_unit": "BTC"}});
    // 500,000 contracts of 0.01 BTC; 5,000 BTC at 60,000 USD are the 300 million that Coinbase says.
    let (data, odd) = read(&ask, &body);
    assert_eq!((&data["volume_24h_base"], odd.len()), (&json!(5000.0), 0));
    for details in [json!({"contract_root_unit": "BTC"}), json!({"contract_size": ""}), Value::Null] {
        let mut silent = body.clone();
        silent["future_product_details"] = details;
        let (data, odd) = read(&ask, &silent);
        assert_eq!((&data["volume_24h_base"], paths(&odd)), (&Value::Null, vec!["volume_24h"]));
    }
    for size in ["0", "-0.01", "1e300"] {
        let mut bad = body.clone();
        bad["future_product_details"]["contract_size"] = json!(size);
        assert_eq!(refused(&ask, &bad).path().as_str(), "body.future_product_details.contract_size");
    }
    let spot = json!({"product_id": "BTC-USD", "price": "60000", "volume_24h": "8913.3", "product_type": "SPOT"});
    let of_spot = json!({"coinbase": {"advanced_product": {"instrument": "BTC-USD", "quote_currency": "USD"}}});
    assert_eq!(read(&of_spot, &spot).0["volume_24h_base"], json!(8913.3));

    // Candles and books count the same contracts and do not say of what size.
    let ask = json!({"coinbase": {"advanced_candles": {"instrument": "BIP-20DEC30-CDE", "quote_currency": "USD",
        "interval_ms": HOUR_MS, "start_ms": DAY_MS, "end_ms": NOW_MS}}});
    let candle = json!({"start": "1780722000", "low": "1", "high": "3", "open": "2", "close": "2", "volume": "500"});
    let (data, odd) = read(&ask, &json!({"candles": [candle]}));
    assert_eq!((&data["closed"]["volume_base"], paths(&odd)), (&Value::Null, vec!["candles[0].volume"]));
    let ask = json!({"coinbase": {"advanced_book": {"instrument": "BIP-20DEC30-CDE", "quote_currency": "USD",
        "limit": 5}}});
    let book =
        json!({"pricebook": {"product_id": "BIP-20DEC30-CDE", "bids": [{"price": "1", "size": "7"}], "asks": []}});
    assert_eq!(refused(&ask, &book).code(), "feeds.instrument.unsupported");
}

#[test]
fn case_07_an_answer_about_another_instrument_is_refused() {
    let spot = json!({"coinbase": {"spot_price": {"instrument": "ETH-USD", "quote_currency": "USD"}}});
    let chart = |name: &str| json!({"blockchain_info": {"chart": {"name": name, "days": 3}}});
    let values = json!([{"x": 1_780_617_600, "y": 25.1e6}]);
    let book = json!({"instrument_name": "ETH-PERPETUAL", "timestamp": NOW_MS, "bids": [], "asks": []});
    let listing = json!({"instrument_name": "ETH-PERPETUAL", "kind": "future", "is_active": true, "contract_size": 1.0,
        "tick_size": 0.05});
    let instruments =
        |currency: &str, kind: &str| json!({"deribit": {"instruments": {"currency": currency, "kind": kind}}});
    for (ask, body, path, value) in [
        (
            spot.clone(),
            json!({"data": {"amount": "60823.2", "base": "BTC", "currency": "USD"}}),
            "body.data.base",
            "BTC",
        ),
        (
            json!({"coinbase": {"advanced_product": {"instrument": "BIP-20DEC30-CDE", "quote_currency": "USD"}}}),
            json!({"product_id": "BIP-20DEC30-CDE", "price": "52000", "quote_currency_id": "EUR"}),
            "body.quote_currency_id",
            "EUR",
        ),
        (
            json!({"binance": {"depth": {"market": "usdm", "instrument": "BTCUSDT", "quote_currency": "USDT", "limit": 5}}}),
            json!({"symbol": "ETHUSDT", "E": NOW_MS, "bids": [["1", "1"]], "asks": [["2", "1"]]}),
            "body.symbol",
            "ETHUSDT",
        ),
        (
            json!({"binance": {"open_interest": {"market": "usdm", "instrument": "BTCUSDT"}}}),
            json!({"symbol": "ETHUSDT", "openInterest": "1", "time": NOW_MS}),
            "body.symbol",
            "ETHUSDT",
        ),
        (
            json!({"deribit": {"order_book": {"instrument": "BTC-PERPETUAL", "depth": 5}}}),
            json!({"result": book}),
            "body.result.instrument_name",
            "ETH-PERPETUAL",
        ),
        (
            summary(None),
            json!({"result": [future_row("ETH-PERPETUAL", 1500.0), future_row("ETH-26JUN26", 1500.0)]}),
            "body.result[0].instrument_name",
            "ETH-PERPETUAL",
        ),
        (
            summary(Some("option")),
            json!({"result": [future_row("BTC-PERPETUAL", 60_000.0)]}),
            "body.result[0].instrument_name",
            "BTC-PERPETUAL",
        ),
        (instruments("BTC", "future"), json!({"result": [listing]}), "body.result[0].instrument_name", "ETH-PERPETUAL"),
        (instruments("ETH", "option"), json!({"result": [listing]}), "body.result[0].kind", "future"),
        // Prices and revenues are USD both: the title tells them apart.
        (
            chart("market_price"),
            json!({"name": "Miners Revenue (USD)", "unit": "USD", "values": values}),
            "body.name",
            "Miners Revenue (USD)",
        ),
        (
            json!({"blockchain_info": "ticker"}),
            json!({"USD": {"last": 52_000.0, "symbol": "EUR"}}),
            "body.USD.symbol",
            "EUR",
        ),
    ] {
        let fault = refused(&ask, &body);
        let got = (fault.code(), fault.path().as_str(), fault.value());
        assert_eq!(got, ("feeds.payload.unknown", path, value), "{fault}");
    }
    // And what is about the instrument stays: older bodies that do not say, linear contracts under their settlement coin.
    read(&spot, &json!({"data": {"amount": "1500", "currency": "USD"}}));
    read(&spot, &json!({"data": {"amount": "1500", "base": "ETH", "currency": "USD"}}));
    read(&chart("miners_revenue"), &json!({"name": "Miners Revenue (USD)", "unit": "USD", "values": values}));
    read(&json!({"blockchain_info": "ticker"}), &json!({"USD": {"last": 60_000.0, "symbol": "$"}}));
    let linear = json!({"deribit": {"book_summary": {"currency": "USDC", "kind": "option"}}});
    let (data, _) = read(&linear, &json!({"result": [option_row("BTC_USDC-26JUN26-60000-C", 3000.0)]}));
    assert_eq!(data["option_chains"][0]["quotes"][0]["premium_currency"], "USDC");
    let rewards = json!({"mempool_space": {"reward_stats": {"blocks": 144}}});
    let body =
        |first: u32| json!({"startBlock": first, "endBlock": 952_583, "totalReward": "45000000001", "totalFee": "1"});
    assert_eq!(paths(&read(&rewards, &body(952_440)).1), Vec::<&str>::new());
    assert_eq!(paths(&read(&rewards, &body(952_572)).1), ["endBlock", "totalReward"]);
}

#[test]
fn case_12_a_ban_of_days_is_not_shortened() {
    let params = ScheduleParams::new(900_000, Fraction::ZERO, 5000, 600_000, 30_000, 1);
    let at = |ms: i64, step| ScheduleEvent::new(Timestamp::from_ms(NOW_MS + ms).unwrap(), step);
    let tick = |ms: i64| at(ms, ScheduleStep::Tick);
    let failed = |ms: i64, wait: i64| at(ms, ScheduleStep::Failed).retry_after_ms(wait);
    // Binance: bans last from 2 minutes to 3 days.
    let three_days = 259_200_000;
    let mut schedule = Schedule::open(&params).unwrap();
    assert_eq!(schedule.update(&tick(0)).unwrap().action, ScheduleAction::Start);
    let banned = schedule.update(&failed(1000, three_days)).unwrap();
    assert_eq!(banned.next_ms.to_ms(), NOW_MS + 1000 + three_days);
    let mut restored = Schedule::restore(&params, &schedule.save()).unwrap();
    for stream in [&mut schedule, &mut restored] {
        for ms in [40_000, 50_000, 86_400_000, three_days + 999] {
            let answer = stream.update(&tick(ms)).unwrap();
            assert_eq!((answer.action, answer.next_ms), (ScheduleAction::Wait, banned.next_ms), "{ms}");
        }
        assert_eq!(stream.update(&tick(three_days + 1000)).unwrap().action, ScheduleAction::Start);
    }
    // Only what would end after the last instant there is, or before now, is refused, and changes nothing.
    let last = Timestamp::MAX.to_ms() - (NOW_MS + three_days + 2000);
    for wait in [-1, last + 1, i64::MAX] {
        let error = schedule.update(&failed(three_days + 2000, wait)).unwrap_err();
        assert_eq!(error.code(), "feeds.retry_after_ms.out_of_range");
    }
    let answer = schedule.update(&failed(three_days + 2000, last)).unwrap();
    assert_eq!(answer.next_ms, Timestamp::MAX);
}

#[test]
fn absent_fees_are_told_apart_from_fees_of_zero() {
    let ask = json!({"blockchain_info": "stats"});
    let mut body: Value =
        serde_json::from_str(include_str!("../fixtures/obs_blockchain_info_stats_2026.json")).unwrap();
    body["miners_revenue_usd"] = json!(25.6e6);
    for (fees, noted) in [(json!(-1), Some("-1")), (Value::Null, Some("null")), (json!(0), None)] {
        body["total_fees_btc"] = fees;
        let (data, odd) = read(&ask, &body);
        assert_eq!(odd.iter().map(|odd| odd.value.as_str()).collect::<Vec<_>>(), Vec::from_iter(noted));
        assert_eq!(data.get("fees_sat"), noted.is_none().then_some(&json!(0)));
    }
}

//! The traps of the upstreams, one row each: a question, a body, and what must come of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use hashinsight_feeds::{Endpoint, FeedAsk, FeedError, Payload, RefusalKind};
use hashinsight_units::{Faulty, Timestamp};
use serde_json::{Value, json};

const NOW_MS: i64 = 1_780_730_885_000;

enum Outcome {
    /// This value at this place of the data.
    Data(&'static str, Value),
    /// A fault with this code and path.
    Fault(&'static str, &'static str),
    /// Data, and a suspicion at this path.
    Odd(&'static str),
}
use Outcome::{Data, Fault, Odd};

struct Trap {
    name: &'static str,
    ask: Value,
    body: String,
    outcome: Outcome,
}

fn trap(name: &'static str, ask: Value, body: impl Into<String>, outcome: Outcome) -> Trap {
    Trap { name, ask, body: body.into(), outcome }
}

fn binance_candles() -> Value {
    json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
        "interval_ms": 3_600_000}}})
}

fn kline(open_ms: i64, prices: [&str; 4]) -> String {
    let [open, high, low, close] = prices;
    format!(r#"[{open_ms},"{open}","{high}","{low}","{close}","1.5",{},"9e4",7,"0.5","3e4","0"]"#, open_ms + 3_599_999)
}

fn stats(changes: &[(&str, Value)]) -> String {
    let text = include_str!("fixtures/obs_blockchain_info_stats_2026.json");
    let mut stats: Value = serde_json::from_str(text).unwrap();
    for (key, value) in changes {
        stats[*key] = value.clone();
    }
    stats.to_string()
}

fn rpc(result: &str) -> String {
    format!(r#"{{"jsonrpc":"2.0","result":{result},"id":1}}"#)
}

fn mining_info(networkhashps: &str, warnings: &str) -> String {
    rpc(&format!(
        r#"{{"blocks":933586,"difficulty":141668107417558.2,"networkhashps":{networkhashps},"pooledtx":1,"chain":"main","warnings":{warnings}}}"#
    ))
}

fn spot() -> Value {
    json!({"coingecko": {"simple_price": {"coin": "bitcoin", "quote_currency": "USD"}}})
}

fn option_ticker(changes: &[(&str, Value)]) -> String {
    let text = include_str!("fixtures/syn_deribit_ticker_option.json");
    let mut ticker: Value = serde_json::from_str(text).unwrap();
    for (key, value) in changes {
        ticker["result"][*key] = value.clone();
    }
    ticker.to_string()
}

fn exchange_candles() -> Value {
    json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
        "interval_ms": 3_600_000}}})
}

#[expect(clippy::too_many_lines, reason = "a table")]
fn traps() -> Vec<Trap> {
    let mining = || json!({"bitcoin_rpc": "mining_info"});
    let option = || json!({"deribit": {"option_ticker": {"instrument": "BTC-26JUN26-100000-C"}}});
    let chart = || json!({"blockchain_info": {"chart": {"name": "hash_rate", "days": 3}}});
    let query = || json!({"blockchain_info": {"query": "hashrate"}});
    let retarget = || json!({"mempool_space": "difficulty_adjustment"});
    let retarget_body = include_str!("fixtures/syn_mempool_difficulty_adjustment.json");
    let point = |unit: &str| format!(r#"{{"unit":"{unit}","values":[{{"x":1780617600,"y":8.88e8}}]}}"#);
    let now_h = 1_780_729_200_000;
    vec![
        // 1: hashrates beyond u64
        trap(
            "H/s in digits",
            mining(),
            mining_info("934512955213370500000", "\"\""),
            Data("/bitcoin_rpc/mining_info/hashrate_ths", json!(934_512_955.213_370_5)),
        ),
        trap(
            "H/s with exponent",
            mining(),
            mining_info("9.345129552133705e+20", "\"\""),
            Data("/bitcoin_rpc/mining_info/hashrate_ths", json!(934_512_955.213_370_5)),
        ),
        trap(
            "H/s as a bare result",
            json!({"bitcoin_rpc": {"network_hashps": {}}}),
            rpc("934512955213370500000"),
            Data("/bitcoin_rpc/network_hashps/hashrate_ths", json!(934_512_955.213_370_5)),
        ),
        // 2: GH/s and TH/s
        trap(
            "stats say GH/s",
            json!({"blockchain_info": "stats"}),
            stats(&[]),
            Data("/blockchain_info/stats/hashrate_ths", json!(932_513_615.580_633_2)),
        ),
        trap(
            "q/hashrate says GH/s",
            query(),
            "932513615580.6332",
            Data("/blockchain_info/query/hashrate_ths", json!(932_513_615.580_633_2)),
        ),
        trap(
            "charts say TH/s",
            chart(),
            point("Hash Rate TH/s"),
            Data("/blockchain_info/chart/hashrate_ths/value/0", json!(8.88e8)),
        ),
        trap(
            "a chart that changes to EH/s",
            chart(),
            point("Hash Rate EH/s"),
            Data("/blockchain_info/chart/hashrate_ths/value/0", json!(8.88e14)),
        ),
        trap(
            "a chart in an unknown unit",
            chart(),
            point("Hash Rate Hash/h"),
            Fault("feeds.payload.unknown", "body.unit"),
        ),
        trap(
            "a chart of something else",
            json!({"blockchain_info": {"chart": {"name": "market_price", "days": 3}}}),
            point("Hash Rate TH/s"),
            Fault("feeds.payload.unknown", "body.unit"),
        ),
        trap(
            "TH/s where GH/s is meant",
            json!({"blockchain_info": "stats"}),
            stats(&[("hash_rate", json!(9.3e8)), ("difficulty", json!(1.389e14))]),
            Odd("hash_rate"),
        ),
        trap("H/s where GH/s is meant", query(), "932513615580633200000", Odd("")),
        // 3: stats of 2026
        trap(
            "a float with exponent as time",
            json!({"blockchain_info": "stats"}),
            stats(&[]).replace("1780730885000.0", "1.780730885E12"),
            Data("/blockchain_info/stats/time_ms", json!(NOW_MS)),
        ),
        trap("negative fees", json!({"blockchain_info": "stats"}), stats(&[]), Odd("total_fees_btc")),
        trap(
            "negative fees are absent",
            json!({"blockchain_info": "stats"}),
            stats(&[]),
            Data("/blockchain_info/stats/fees_sat", Value::Null),
        ),
        trap("zero revenue", json!({"blockchain_info": "stats"}), stats(&[]), Odd("miners_revenue_usd")),
        trap(
            "zero revenue is absent",
            json!({"blockchain_info": "stats"}),
            stats(&[]),
            Data("/blockchain_info/stats/miner_revenue_usd", Value::Null),
        ),
        trap(
            "blocks are counted from the genesis block",
            json!({"blockchain_info": "stats"}),
            stats(&[]),
            Data("/blockchain_info/stats/height", json!(952_582)),
        ),
        // 4: seconds and milliseconds
        trap(
            "retarget in ms",
            retarget(),
            retarget_body,
            Data("/mempool_space/difficulty_adjustment/expected_time_ms", json!(1_781_403_000_000_i64)),
        ),
        trap(
            "retarget in s, as the documentation has it",
            retarget(),
            retarget_body.replace("1781403000000", "1781403000"),
            Data("/mempool_space/difficulty_adjustment/expected_time_ms", json!(1_781_403_000_000_i64)),
        ),
        trap(
            "previousTime in s",
            retarget(),
            retarget_body,
            Data("/mempool_space/difficulty_adjustment/previous_time_ms", json!(1_780_192_000_000_i64)),
        ),
        trap(
            "previousTime in ms",
            retarget(),
            retarget_body.replace("1780192000", "1780192000000"),
            Data("/mempool_space/difficulty_adjustment/previous_time_ms", json!(1_780_192_000_000_i64)),
        ),
        trap(
            "previousTime absent",
            retarget(),
            retarget_body.replace("previousTime", "previous"),
            Data("/mempool_space/difficulty_adjustment/previous_time_ms", Value::Null),
        ),
        trap(
            "timeAvg in s",
            retarget(),
            retarget_body.replace("\"timeAvg\":600000", "\"timeAvg\":600"),
            Data("/mempool_space/difficulty_adjustment/block_interval_s", json!(600.0)),
        ),
        trap(
            "change in percent",
            retarget(),
            retarget_body.replace("1.45932018381687", "50"),
            Data("/mempool_space/difficulty_adjustment/expected_change", json!(0.5)),
        ),
        trap(
            "a change that no retarget has",
            retarget(),
            retarget_body.replace("1.45932018381687", "300.1"),
            Fault("feeds.payload.out_of_range", "body.difficultyChange"),
        ),
        // 5: mempool histories
        trap(
            "`timestamp` for `time`",
            json!({"mempool_space": {"hashrate_history": {"period": "week"}}}),
            include_str!("fixtures/syn_mempool_mining_hashrate_3d.json").replace("\"time\"", "\"timestamp\""),
            Data("/mempool_space/hashrate_history/difficulty/time_ms/0", json!(1_780_192_000_000_i64)),
        ),
        trap(
            "newest first",
            json!({"mempool_space": {"difficulty_adjustments": {"period": "year"}}}),
            include_str!("fixtures/syn_mempool_difficulty_adjustments.json"),
            Data("/mempool_space/difficulty_adjustments/difficulty/time_ms/0", json!(1_779_000_000_000_i64)),
        ),
        trap(
            "sums as text",
            json!({"mempool_space": {"reward_stats": {"blocks": 144}}}),
            include_str!("fixtures/syn_mempool_reward_stats.json"),
            Data("/mempool_space/reward_stats/fees_sat", json!(371_234_567)),
        ),
        trap(
            "-1 for a price that is not known",
            json!({"mempool_space": "prices"}),
            r#"{"time":1780730404,"USD":60823,"EUR":-1}"#,
            Data("/mempool_space/prices/quotes/1", Value::Null),
        ),
        // 6: Binance
        trap(
            "prices as text",
            binance_candles(),
            format!("[{}]", kline(now_h - 3_600_000, ["60910.01", "61000", "60800", "60850"])),
            Data("/binance/candles/closed/open/0", json!(60_910.01)),
        ),
        trap(
            "the last candle is forming",
            binance_candles(),
            format!("[{}]", kline(now_h, ["1", "3", "1", "2"])),
            Data("/binance/candles/forming/close", json!(2.0)),
        ),
        trap(
            "and is not among the closed",
            binance_candles(),
            format!("[{}]", kline(now_h, ["1", "3", "1", "2"])),
            Data("/binance/candles/closed/close", json!([])),
        ),
        trap(
            "times as text",
            json!({"binance": {"open_interest_history": {"instrument": "BTCUSDT", "interval_ms": 300_000}}}),
            include_str!("fixtures/syn_binance_open_interest_hist.json"),
            Data("/binance/open_interest_history/time_ms/0", json!(1_780_727_400_000_i64)),
        ),
        trap(
            "\"\" is absent",
            json!({"binance": {"premium_index": {"market": "usdm", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "funding_interval_ms": 28_800_000}}}),
            include_str!("fixtures/syn_binance_premium_index.json"),
            Data("/binance/premium_index/estimated_settlement", Value::Null),
        ),
        trap(
            "an unknown symbol",
            binance_candles(),
            r#"{"code":-1121,"msg":"Invalid symbol."}"#,
            Fault("feeds.upstream.none", "body"),
        ),
        trap(
            "too many requests",
            binance_candles(),
            r#"{"code":-1003,"msg":"Too many requests; current limit is 1200"}"#,
            Fault("feeds.rate_limit.out_of_range", "body"),
        ),
        trap(
            "a wrong signature",
            json!({"binance": {"leverage_brackets": {"market": "usdm", "instrument": "BTCUSDT",
                "margin_currency": "USDT", "sign_ms": NOW_MS}}}),
            r#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#,
            Fault("feeds.key.unsupported", "body"),
        ),
        trap(
            "low above high",
            binance_candles(),
            format!(
                "[{},{}]",
                kline(now_h - 7_200_000, ["2", "3", "1", "2"]),
                kline(now_h - 3_600_000, ["2", "1", "3", "2"])
            ),
            Fault("market.high.out_of_range", "body[1].high"),
        ),
        trap(
            "another interval",
            binance_candles(),
            format!("[[{},\"1\",\"1\",\"1\",\"1\",\"1\",{},\"1\",1,\"1\",\"1\",\"0\"]]", now_h - 86_400_000, now_h - 1),
            Odd("[0][6]"),
        ),
        trap(
            "the same candle twice",
            binance_candles(),
            format!("[{0},{0}]", kline(now_h - 3_600_000, ["60910", "61000", "60800", "60850"])),
            Data("/binance/candles/closed/close", json!([60_850.0])),
        ),
        trap(
            "two candles of one time that differ",
            binance_candles(),
            format!(
                "[{},{}]",
                kline(now_h - 3_600_000, ["60910", "61000", "60800", "60850"]),
                kline(now_h - 3_600_000, ["60910", "61000", "60800", "60851"])
            ),
            Odd("[1]"),
        ),
        trap(
            "a list where one symbol was asked for",
            json!({"binance": {"premium_index": {"market": "coinm", "instrument": "BTCUSD_260626",
                "quote_currency": "USD", "funding_interval_ms": 28_800_000}}}),
            include_str!("fixtures/syn_binance_premium_index_coinm_delivery.json"),
            Data("/binance/premium_index/mark/mark", json!(61_225.5)),
        ),
        trap(
            "COIN-M counts contracts",
            json!({"binance": {"open_interest": {"market": "coinm", "instrument": "BTCUSD_PERP"}}}),
            include_str!("fixtures/syn_binance_open_interest_coinm.json"),
            Fault("feeds.contract_usd.missing", "contract_usd"),
        ),
        // 7: leverage brackets
        trap(
            "`qtylFloor`",
            json!({"binance": {"leverage_brackets": {"market": "coinm", "instrument": "BTCUSD",
                "margin_currency": "BTC", "sign_ms": NOW_MS}}}),
            include_str!("fixtures/syn_binance_leverage_bracket_coinm.json"),
            Data("/binance/leverage_brackets/notional_floor", json!([0.0, 5.0])),
        ),
        trap(
            "brackets that leave a gap",
            json!({"binance": {"leverage_brackets": {"market": "usdm", "instrument": "BTCUSDT",
                "margin_currency": "USDT", "sign_ms": NOW_MS}}}),
            include_str!("fixtures/syn_binance_futures_leverage_bracket.json")
                .replace("\"notionalFloor\":600000", "\"notionalFloor\":600001"),
            Fault("market.notional_floor.out_of_range", "body.brackets[2].notional_floor"),
        ),
        // 9: Deribit
        trap(
            "premiums are coins",
            option(),
            option_ticker(&[]),
            Data("/deribit/option_ticker/premium_currency", json!("BTC")),
        ),
        trap(
            "a premium in dollars",
            option(),
            option_ticker(&[("mark_price", json!(8285.0))]),
            Odd("result.mark_price"),
        ),
        trap(
            "volatilities are percent",
            option(),
            option_ticker(&[]),
            Data("/deribit/option_ticker/mark_iv", json!(0.4731)),
        ),
        trap(
            "a volatility as a fraction",
            option(),
            option_ticker(&[("mark_iv", json!(0.4731))]),
            Odd("result.mark_iv"),
        ),
        trap("0 is an empty side", option(), option_ticker(&[]), Data("/deribit/option_ticker/bid", Value::Null)),
        trap(
            "null is an empty side",
            option(),
            option_ticker(&[("best_bid_price", Value::Null)]),
            Data("/deribit/option_ticker/bid", Value::Null),
        ),
        trap(
            "sizes of inverse futures are dollars",
            json!({"deribit": {"order_book": {"instrument": "BTC-PERPETUAL", "depth": 5}}}),
            include_str!("fixtures/syn_deribit_order_book_perpetual.json"),
            Data("/deribit/order_book/bids/size_base/0", json!(10.0)),
        ),
        trap(
            "an expired option in a summary",
            json!({"deribit": {"book_summary": {"currency": "BTC"}}}),
            include_str!("fixtures/syn_deribit_book_summary_by_currency.json")
                .replace("BTC-26JUN26-100000-C", "BTC-12DEC25-100000-C"),
            Odd("result[1]"),
        ),
        trap(
            "an error in the envelope",
            option(),
            include_str!("fixtures/syn_deribit_error.json"),
            Fault("feeds.rate_limit.out_of_range", "body"),
        ),
        trap(
            "the test network",
            json!({"deribit": {"index_price": {"index": "btc_usd"}}}),
            r#"{"result":{"index_price":61000.5},"testnet":true}"#,
            Odd("testnet"),
        ),
        trap(
            "neither result nor error",
            option(),
            r#"{"jsonrpc":"2.0","usIn":1}"#,
            Fault("feeds.payload.missing", "body.result"),
        ),
        trap(
            "no data in a window",
            json!({"deribit": {"candles": {"instrument": "BTC-PERPETUAL", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 3_600_000}}}),
            rpc(r#"{"ticks":[],"open":[],"high":[],"low":[],"close":[],"volume":[],"cost":[],"status":"no_data"}"#),
            Data("/deribit/candles/closed/close", json!([])),
        ),
        trap(
            "columns of different length",
            json!({"deribit": {"candles": {"instrument": "BTC-PERPETUAL", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 3_600_000}}}),
            rpc(r#"{"ticks":[1780725600000],"open":[1],"high":[1],"low":[],"close":[1],"volume":[1],"status":"ok"}"#),
            Fault("feeds.payload.length", "body.result.low"),
        ),
        // 10: Coinbase
        trap(
            "low before high",
            exchange_candles(),
            "[[1780725600,60800.1,60999.9,60910.0,60850.0,212.25]]",
            Data("/coinbase/exchange_candles/closed/low/0", json!(60_800.1)),
        ),
        trap(
            "low before high, read as high before low",
            exchange_candles(),
            "[[1780725600,60999.9,60800.1,60910.0,60850.0,212.25]]",
            Fault("market.high.out_of_range", "body[0].high"),
        ),
        trap(
            "newest first candles",
            exchange_candles(),
            include_str!("fixtures/syn_coinbase_exchange_candles.json"),
            Data("/coinbase/exchange_candles/closed/open_time_ms/0", json!(1_780_722_000_000_i64)),
        ),
        trap(
            "ISO times",
            json!({"coinbase": {"exchange_ticker": {"instrument": "BTC-USD", "quote_currency": "USD"}}}),
            include_str!("fixtures/syn_coinbase_exchange_ticker.json"),
            Data("/coinbase/exchange_ticker/quote/time_ms", json!(1_780_730_883_123_i64)),
        ),
        trap(
            "a broken ISO time",
            json!({"coinbase": {"exchange_ticker": {"instrument": "BTC-USD", "quote_currency": "USD"}}}),
            include_str!("fixtures/syn_coinbase_exchange_ticker.json").replace("2026-06-06", "06/06/2026"),
            Fault("feeds.payload.unknown", "body.time"),
        ),
        // 11: CoinGecko
        trap("an unknown coin", spot(), "{}", Fault("feeds.payload.missing", "body.bitcoin")),
        trap(
            "a price of null",
            spot(),
            r#"{"bitcoin":{"usd":null}}"#,
            Fault("feeds.payload.missing", "body.bitcoin.usd"),
        ),
        trap(
            "change in percent",
            spot(),
            r#"{"bitcoin":{"usd":60823.2,"usd_24h_change":-1.5}}"#,
            Data("/coingecko/simple_price/change_24h", json!(-0.015)),
        ),
        trap(
            "last_updated_at in s",
            spot(),
            r#"{"bitcoin":{"usd":60823.2,"last_updated_at":1780730870}}"#,
            Data("/coingecko/simple_price/price/time_ms", json!(1_780_730_870_000_i64)),
        ),
        trap(
            "without last_updated_at",
            spot(),
            r#"{"bitcoin":{"usd":60823.2}}"#,
            Data("/coingecko/simple_price/price/time_ms", json!(NOW_MS)),
        ),
        trap(
            "null in a history",
            json!({"coingecko": {"market_chart": {"coin": "bitcoin", "quote_currency": "USD", "days": 2}}}),
            include_str!("fixtures/syn_coingecko_market_chart_null_tail.json"),
            Odd("prices[1]"),
        ),
        trap(
            "candles carry the close",
            json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": 1}}}),
            "[[1780725600000,1,3,1,2]]",
            Data("/coingecko/ohlc/closed/open_time_ms/0", json!(1_780_723_800_000_i64)),
        ),
        trap(
            "429 in the body",
            spot(),
            include_str!("fixtures/syn_coingecko_error_429.json"),
            Fault("feeds.rate_limit.out_of_range", "body"),
        ),
        // 12: CoinWarz
        trap(
            "an error with status 200",
            json!({"coinwarz": "profitability"}),
            include_str!("fixtures/syn_coinwarz_error.json"),
            Fault("feeds.key.unsupported", "body"),
        ),
        trap(
            "a whole reward",
            json!({"coinwarz": {"coin_information": {"coin": "BTC"}}}),
            include_str!("fixtures/syn_coinwarz_coininformation.json"),
            Data("/coinwarz/coin_information/block_reward_coins", json!(25.0)),
        ),
        trap(
            "an exchange that is offline has no price",
            json!({"coinwarz": {"coin_information": {"coin": "BTC"}}}),
            include_str!("fixtures/syn_coinwarz_coininformation.json")
                .replace("\"IsExchangeOnline\":true", "\"IsExchangeOnline\":false"),
            Data("/coinwarz/coin_information/price", Value::Null),
        ),
        trap(
            "another coin than asked",
            json!({"coinwarz": {"coin_information": {"coin": "LTC"}}}),
            include_str!("fixtures/syn_coinwarz_coininformation.json"),
            Fault("feeds.payload.unknown", "body.Data.CoinTag"),
        ),
        // 13: Bitcoin Core
        trap(
            "error beside a null result",
            mining(),
            include_str!("fixtures/syn_bitcoin_rpc_error.json"),
            Fault("feeds.upstream.none", "body"),
        ),
        trap(
            "error without result",
            mining(),
            r#"{"jsonrpc":"2.0","error":{"code":-32601,"message":"Method not found"},"id":1}"#,
            Fault("feeds.method.unsupported", "body"),
        ),
        trap(
            "a list of warnings",
            mining(),
            mining_info("9.3e20", "[]"),
            Data("/bitcoin_rpc/mining_info/warnings", json!([])),
        ),
        trap(
            "a warning in the list",
            mining(),
            mining_info("9.3e20", r#"["unknown new rules activated"]"#),
            Odd("result.warnings"),
        ),
        trap(
            "a warning as text",
            mining(),
            mining_info("9.3e20", r#""unknown new rules activated""#),
            Odd("result.warnings"),
        ),
        trap(
            "a version without bits",
            mining(),
            mining_info("9.3e20", "\"\""),
            Data("/bitcoin_rpc/mining_info/nbits", Value::Null),
        ),
        trap(
            "H/s that contradict the difficulty",
            mining(),
            mining_info("9.3e18", "\"\""),
            Odd("result.networkhashps"),
        ),
        trap(
            "a subset of getblockstats",
            json!({"bitcoin_rpc": {"block_stats": {"height": 1}}}),
            rpc(r#"{"height":1,"time":1231469665,"subsidy":5000000000}"#),
            Fault("feeds.payload.missing", "body.result.totalfee"),
        ),
        trap(
            "another block than asked",
            json!({"bitcoin_rpc": {"block_stats": {"height": 2}}}),
            rpc(r#"{"height":1,"time":1231469665,"subsidy":5000000000,"totalfee":0}"#),
            Fault("feeds.payload.out_of_range", "body.result.height"),
        ),
        // All: bodies that are no data
        trap(
            "an HTML page",
            spot(),
            "<!DOCTYPE html><html><title>502 Bad Gateway</title></html>",
            Fault("feeds.body.unsupported", "body"),
        ),
        trap(
            "an HTML page to a text query",
            query(),
            "<html><body>Service unavailable</body></html>",
            Fault("feeds.body.unsupported", "body"),
        ),
        trap(
            "a rate limit as text",
            json!({"mempool_space": "recommended_fees"}),
            "Too Many Requests",
            Fault("feeds.rate_limit.out_of_range", "body"),
        ),
        trap("a rate limit of a proxy", query(), "error code: 1015", Fault("feeds.rate_limit.out_of_range", "body")),
        trap("an empty body", spot(), "", Fault("feeds.body.unsupported", "body")),
        trap("a truncated body", binance_candles(), "[[1780725600000,\"609", Fault("feeds.body.unsupported", "body")),
        trap("a body that nests", binance_candles(), "[".repeat(40_000), Fault("feeds.depth.out_of_range", "body")),
        trap(
            "an unknown key that nests",
            json!({"mempool_space": "recommended_fees"}),
            format!(r#"{{"x":{}{}}}"#, "[".repeat(40), "]".repeat(40)),
            Fault("feeds.depth.out_of_range", "body"),
        ),
        trap("a body of two megabytes", spot(), " ".repeat(2 << 20), Fault("feeds.body.length", "body")),
        trap(
            "brackets in text do not nest",
            json!({"mempool_space": "recommended_fees"}),
            format!(
                r#"{{"x":"{}\"[","fastestFee":3,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}}"#,
                "[".repeat(100)
            ),
            Data("/mempool_space/recommended_fees/hour_sat_per_vb", json!(1.0)),
        ),
        trap(
            "the same key twice",
            json!({"mempool_space": "recommended_fees"}),
            r#"{"fastestFee":3,"fastestFee":4,"halfHourFee":2,"hourFee":1,"economyFee":1,"minimumFee":1}"#,
            Fault("feeds.payload.several", "body"),
        ),
        // All: numbers that are none
        trap("a number beyond f64", spot(), r#"{"bitcoin":{"usd":1e400}}"#, Fault("feeds.body.unsupported", "body")),
        trap(
            "text beyond f64",
            binance_candles(),
            format!("[{}]", kline(now_h, ["1e400", "1", "1", "1"])),
            Fault("feeds.payload.wrong_type", "body[0][1]"),
        ),
        trap(
            "text that says NaN",
            binance_candles(),
            format!("[{}]", kline(now_h, ["NaN", "1", "1", "1"])),
            Fault("feeds.payload.wrong_type", "body[0][1]"),
        ),
        trap(
            "a row that is too short",
            binance_candles(),
            "[[1780725600000,\"1\",\"1\"]]",
            Fault("feeds.payload.length", "body[0]"),
        ),
        trap(
            "a price of 0",
            binance_candles(),
            format!("[{}]", kline(now_h - 3_600_000, ["0", "1", "0", "1"])),
            Fault("market.open.out_of_range", "body[0].open"),
        ),
        // All: times of the future
        trap(
            "a day and more ahead",
            binance_candles(),
            format!("[{}]", kline(NOW_MS + 90_000_000, ["1", "1", "1", "1"])),
            Fault("feeds.payload.out_of_range", "body[0]"),
        ),
        trap(
            "ten minutes ahead",
            spot(),
            r#"{"bitcoin":{"usd":60823.2,"last_updated_at":1780731485}}"#,
            Odd("bitcoin.last_updated_at"),
        ),
        trap(
            "seconds where milliseconds are meant would be 1970, ms where s are meant the far future",
            exchange_candles(),
            "[[1780725600000,1,3,2,2,1]]",
            Fault("feeds.payload.out_of_range", "body[0]"),
        ),
        // All: implausible
        trap("a bitcoin for 0.6 USD", spot(), r#"{"bitcoin":{"usd":0.6}}"#, Odd("bitcoin.usd")),
        trap(
            "candles at 0.6 USD",
            binance_candles(),
            format!("[{}]", kline(now_h - 3_600_000, ["0.6", "0.6", "0.6", "0.6"])),
            Odd("close"),
        ),
        trap(
            "funding of 20 %",
            json!({"binance": {"funding_history": {"market": "usdm", "instrument": "BTCUSDT",
                "funding_interval_ms": 28_800_000}}}),
            r#"[{"symbol":"BTCUSDT","fundingRate":"0.2","fundingTime":1780704000000}]"#,
            Odd("[0].fundingRate"),
        ),
    ]
}

#[test]
fn every_trap_is_stepped_around() {
    let traps = traps();
    for Trap { name, ask, body, outcome } in &traps {
        let ask: FeedAsk = serde_json::from_value(ask.clone()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let parsed = ask.parse(&Payload::new(body.as_bytes(), Timestamp::from_ms(NOW_MS).unwrap()));
        match (outcome, parsed) {
            (Fault(code, path), Err(error)) => {
                let fault = error.fault();
                assert_eq!((fault.code(), fault.path().as_str()), (*code, *path), "{name}: {fault}");
            }
            (Data(pointer, expected), Ok(parsed)) => {
                let data = serde_json::to_value(parsed.data).unwrap();
                let got = data.pointer(pointer).unwrap_or(&Value::Null);
                let close = |a: f64, b: f64| (a - b).abs() <= 4.5e-16 * b.abs();
                let same = match (got.as_f64(), expected.as_f64()) {
                    (Some(got), Some(expected)) => close(got, expected),
                    _ => got == expected,
                };
                assert!(same, "{name}: {pointer} is {got}, expected {expected}; in {data}");
            }
            (Odd(path), Ok(parsed)) => {
                let found = parsed.suspicious.iter().any(|suspicion| suspicion.path == *path);
                assert!(found, "{name}: {:?}", parsed.suspicious);
            }
            (_, Ok(parsed)) => panic!("{name}: was not refused: {:?}", parsed.data),
            (_, Err(error)) => panic!("{name}: {error}"),
        }
    }
    println!("{} traps", traps.len());
}

#[test]
fn refusals_say_what_to_do_and_hide_keys() {
    let ask: FeedAsk = serde_json::from_value(json!({"coinwarz": "profitability"})).unwrap();
    let body = br#"{"Success":false,"Message":"Bad key 7d41a8c0ff3e4b7c in /v1/api/profitability?apikey=7d41a8c0ff3e4b7c","Data":null}"#;
    let error = ask.parse(&Payload::new(body, Timestamp::from_ms(NOW_MS).unwrap())).unwrap_err();
    assert!(matches!(error, FeedError::Refused { kind: RefusalKind::Key, .. }), "{error:?}");
    for text in [error.to_string(), error.fault().to_string(), format!("{error:?}")] {
        assert!(!text.contains("7d41a8c0ff3e4b7c"), "{text}");
    }
}

#[test]
fn keys_go_to_their_host_and_to_no_log() {
    use hashinsight_feeds::{Access, Key, binance, bitcoin_rpc, coingecko, coinwarz, mempool_space};
    let key: Key = "s3cr3t-k3y".parse().unwrap();
    let coin = coingecko::SimplePrice { coin: "bitcoin".parse().unwrap(), quote_currency: "USD".parse().unwrap() };
    let (market, instrument) = (binance::Market::Usdm, "BTCUSDT".parse().unwrap());
    let (margin_currency, sign_ms) = ("USDT".parse().unwrap(), Timestamp::from_ms(NOW_MS).unwrap());
    let brackets = binance::LeverageBrackets { market, instrument, margin_currency, sign_ms };
    let requests = [
        (coinwarz::KeyInfo.request(), Access::CoinwarzQuery(key.clone())),
        (coin.request(), Access::CoingeckoDemo(key.clone())),
        (coin.request(), Access::CoingeckoPro(key.clone())),
        (bitcoin_rpc::MiningInfo.request(), Access::AnkrPath(key.clone())),
        (brackets.request(), Access::BinanceHeader(key.clone())),
    ];
    for (request, access) in &requests {
        let request = request.clone().unwrap();
        let authorized = request.clone().authorize(access).unwrap();
        let sent = format!("{}{:?}", authorized.url(), authorized.headers());
        assert!(sent.contains("s3cr3t-k3y"), "{sent}");
        let logged = format!("{authorized} {authorized:?} {access:?} {}", authorized.redact(&authorized.url()));
        assert!(!logged.contains("s3cr3t-k3y") && logged.contains("***"), "{logged}");
        let stranger = mempool_space::Prices.request().unwrap().authorize(access);
        assert_eq!(stranger.unwrap_err().fault().code(), "feeds.access.unsupported");
    }
    let pro = coin.request().unwrap().authorize(&Access::CoingeckoPro(key)).unwrap();
    assert!(pro.url().starts_with("https://pro-api.coingecko.com/api/v3/simple/price?ids=bitcoin&"), "{pro}");
    assert_eq!(brackets.request().unwrap().query_string(), "symbol=BTCUSDT&timestamp=1780730885000");
    assert!(serde_json::from_str::<Access>(r#"{"ankr_path":"no key! 99"}"#).unwrap_err().to_string().contains("***"));
}

#[test]
fn what_an_upstream_does_not_offer_is_refused_before_it_is_asked() {
    for (ask, code) in [
        (
            json!({"binance": {"candles": {"market": "spot", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "interval_ms": 420_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"binance": {"depth": {"market": "coinm", "instrument": "BTCUSD_PERP", "quote_currency": "USD",
                "limit": 5}}}),
            "feeds.market.unsupported",
        ),
        (
            json!({"binance": {"funding_history": {"market": "spot", "instrument": "BTCUSDT",
                "funding_interval_ms": 28_800_000}}}),
            "feeds.market.unsupported",
        ),
        (
            json!({"coinbase": {"exchange_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": 7_200_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"coinbase": {"advanced_candles": {"instrument": "BTC-USD", "quote_currency": "USD",
                "interval_ms": 90_000, "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"coingecko": {"ohlc": {"coin": "bitcoin", "quote_currency": "USD", "days": 7,
                "interval_ms": 60_000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"deribit": {"candles": {"instrument": "BTC-PERPETUAL", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 1000}}}),
            "feeds.interval_ms.unsupported",
        ),
        (
            json!({"deribit": {"volatility_index": {"currency": "BTC", "start_ms": NOW_MS - 3_600_000, "end_ms": NOW_MS,
                "interval_ms": 7_200_000}}}),
            "feeds.interval_ms.unsupported",
        ),
    ] {
        let parsed: FeedAsk = serde_json::from_value(ask.clone()).unwrap();
        assert_eq!(parsed.request().unwrap_err().fault().code(), code, "{ask}");
    }
}

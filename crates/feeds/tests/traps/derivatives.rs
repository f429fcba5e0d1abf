//! Binance and Deribit.

use serde_json::{Value, json};

use super::Outcome::{Data, Fault, Odd};
use super::{NOW_MS, Trap, binance_candles, kline, option_ticker, rpc, trap};

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn traps() -> Vec<Trap> {
    let option = || json!({"deribit": {"option_ticker": {"instrument": "BTC-26JUN26-100000-C"}}});
    let now_h = 1_780_729_200_000;
    vec![
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
            include_str!("../fixtures/syn_binance_open_interest_hist.json"),
            Data("/binance/open_interest_history/time_ms/0", json!(1_780_727_400_000_i64)),
        ),
        trap(
            "\"\" is absent",
            json!({"binance": {"premium_index": {"market": "usdm", "instrument": "BTCUSDT", "quote_currency": "USDT",
                "funding_interval_ms": 28_800_000}}}),
            include_str!("../fixtures/syn_binance_premium_index.json"),
            Data("/binance/premium_index/estimated_settlement", Value::Null),
        ),
        trap(
            "an unknown symbol",
            binance_candles(),
            r#"{"code":-1121,"msg":"Invalid symbol."}"#,
            Fault("feeds.instrument.unknown", "body"),
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
            Odd("[1][2]"),
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
            include_str!("../fixtures/syn_binance_premium_index_coinm_delivery.json"),
            Data("/binance/premium_index/mark/mark", json!(61_225.5)),
        ),
        trap(
            "COIN-M counts contracts",
            json!({"binance": {"open_interest": {"market": "coinm", "instrument": "BTCUSD_PERP"}}}),
            include_str!("../fixtures/syn_binance_open_interest_coinm.json"),
            Fault("feeds.contract_usd.missing", "contract_usd"),
        ),
        // 7: leverage brackets
        trap(
            "`qtylFloor`",
            json!({"binance": {"leverage_brackets": {"market": "coinm", "instrument": "BTCUSD",
                "margin_currency": "BTC", "sign_ms": NOW_MS}}}),
            include_str!("../fixtures/syn_binance_leverage_bracket_coinm.json"),
            Data("/binance/leverage_brackets/notional_floor", json!([0.0, 5.0])),
        ),
        trap(
            "brackets that leave a gap",
            json!({"binance": {"leverage_brackets": {"market": "usdm", "instrument": "BTCUSDT",
                "margin_currency": "USDT", "sign_ms": NOW_MS}}}),
            include_str!("../fixtures/syn_binance_futures_leverage_bracket.json")
                .replace("\"notionalFloor\":600000", "\"notionalFloor\":600001"),
            Fault("market.notional_floor.out_of_range", "body[0].brackets[2].notionalFloor"),
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
            include_str!("../fixtures/syn_deribit_order_book_perpetual.json"),
            Data("/deribit/order_book/bids/size_base/0", json!(10.0)),
        ),
        trap(
            "an expired option in a summary",
            json!({"deribit": {"book_summary": {"currency": "BTC"}}}),
            include_str!("../fixtures/syn_deribit_book_summary_by_currency.json")
                .replace("BTC-26JUN26-100000-C", "BTC-12DEC25-100000-C"),
            Odd("result[1].instrument_name"),
        ),
        trap(
            "an error in the envelope",
            option(),
            include_str!("../fixtures/syn_deribit_error.json"),
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
    ]
}

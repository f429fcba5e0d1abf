//! Bodies, numbers and times that no upstream should send.

use serde_json::json;

use super::Outcome::{Data, Fault, Odd};
use super::{NOW_MS, Trap, binance_candles, exchange_candles, kline, spot, trap};

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn traps() -> Vec<Trap> {
    let query = || json!({"blockchain_info": {"query": "hashrate"}});
    let now_h = 1_780_729_200_000;
    vec![
        // All: bodies that are no data
        trap(
            "an HTML page",
            spot(),
            "<!DOCTYPE html><html><title>502 Bad Gateway</title></html>",
            Fault("feeds.later.none", "body"),
        ),
        trap(
            "an HTML page to a text query",
            query(),
            "<html><body>Service unavailable</body></html>",
            Fault("feeds.later.none", "body"),
        ),
        trap(
            "an HTML page that says nothing",
            spot(),
            "<!DOCTYPE html><html><title>Welcome</title></html>",
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
            Fault("feeds.payload.several", "body.fastestFee"),
        ),
        // All: numbers that are none
        trap(
            "a number beyond f64",
            spot(),
            r#"{"bitcoin":{"usd":1e400}}"#,
            Fault("feeds.payload.out_of_range", "body.bitcoin.usd"),
        ),
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
            Fault("market.open.out_of_range", "body[0][1]"),
        ),
        // All: times of the future
        trap(
            "a day and more ahead",
            binance_candles(),
            format!("[{}]", kline(NOW_MS + 90_000_000, ["1", "1", "1", "1"])),
            Fault("feeds.payload.out_of_range", "body[0][0]"),
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
            Fault("feeds.payload.out_of_range", "body[0][0]"),
        ),
        // All: implausible
        trap("a bitcoin for 0.6 USD", spot(), r#"{"bitcoin":{"usd":0.6}}"#, Odd("bitcoin.usd")),
        trap(
            "candles at 0.6 USD",
            binance_candles(),
            format!("[{}]", kline(now_h - 3_600_000, ["0.6", "0.6", "0.6", "0.6"])),
            Odd("[0][4]"),
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

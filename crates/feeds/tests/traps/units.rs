//! Figures of the network: hashrates beyond 2^64, GH/s and TH/s, seconds and milliseconds, values that are none.

use serde_json::{Value, json};

use super::Outcome::{Data, Fault, Odd};
use super::{NOW_MS, Trap, mining_info, rpc, stats, trap};

#[expect(clippy::too_many_lines, reason = "a table")]
pub(super) fn traps() -> Vec<Trap> {
    let mining = || json!({"bitcoin_rpc": "mining_info"});
    let chart = || json!({"blockchain_info": {"chart": {"name": "hash_rate", "days": 3}}});
    let query = || json!({"blockchain_info": {"query": "hashrate"}});
    let retarget = || json!({"mempool_space": "difficulty_adjustment"});
    let retarget_body = include_str!("../fixtures/syn_mempool_difficulty_adjustment.json");
    let point = |unit: &str| format!(r#"{{"unit":"{unit}","values":[{{"x":1780617600,"y":8.88e8}}]}}"#);
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
            include_str!("../fixtures/syn_mempool_mining_hashrate_3d.json").replace("\"time\"", "\"timestamp\""),
            Data("/mempool_space/hashrate_history/difficulty/time_ms/0", json!(1_780_192_000_000_i64)),
        ),
        trap(
            "newest first",
            json!({"mempool_space": {"difficulty_adjustments": {"period": "year"}}}),
            include_str!("../fixtures/syn_mempool_difficulty_adjustments.json"),
            Data("/mempool_space/difficulty_adjustments/difficulty/time_ms/0", json!(1_779_000_000_000_i64)),
        ),
        trap(
            "sums as text",
            json!({"mempool_space": {"reward_stats": {"blocks": 144}}}),
            include_str!("../fixtures/syn_mempool_reward_stats.json"),
            Data("/mempool_space/reward_stats/fees_sat", json!(371_234_567)),
        ),
        trap(
            "-1 for a price that is not known",
            json!({"mempool_space": "prices"}),
            r#"{"time":1780730404,"USD":60823,"EUR":-1}"#,
            Data("/mempool_space/prices/quotes/1", Value::Null),
        ),
    ]
}

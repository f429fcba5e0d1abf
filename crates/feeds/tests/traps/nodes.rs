//! Bitcoin Core and its providers.

use serde_json::{Value, json};

use super::Outcome::{Data, Fault, Odd};
use super::{Trap, mining_info, rpc, trap};

pub(super) fn traps() -> Vec<Trap> {
    let mining = || json!({"bitcoin_rpc": "mining_info"});
    vec![
        // 13: Bitcoin Core
        trap(
            "error beside a null result",
            mining(),
            include_str!("../fixtures/syn_bitcoin_rpc_error.json"),
            Fault("feeds.later.none", "body"),
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
    ]
}

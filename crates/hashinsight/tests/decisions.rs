//! From what an upstream answered to a figure of another room: the market types are the same everywhere, and nothing is unpacked.
#![cfg(all(feature = "derivatives", feature = "feeds", feature = "mining", feature = "signals"))]
#![allow(clippy::unwrap_used, reason = "a test")]

use hashinsight::derivatives::chain::{OptionChainRequest, option_chain};
use hashinsight::feeds::{FeedAsk, ParseReport, ParseRequest, parse};
use hashinsight::market::{Bars, OptionChain, Quote};
use hashinsight::mining::reward::{BlockReward, hashprice};
use hashinsight::signals::evaluate::{EvaluateRequest, MarketHistory, evaluate};
use hashinsight::units::{Amount, Difficulty, MeanAmount, Price, Rate, Timestamp};

fn answer(ask: &str, body: &str, received_ms: i64) -> ParseReport {
    let ask: FeedAsk = serde_json::from_str(ask).unwrap();
    parse(&ParseRequest::new(ask, body.to_owned(), Timestamp::from_ms(received_ms).unwrap())).unwrap()
}

fn fixture(name: &str) -> String {
    let path = format!("{}/../feeds/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn a_difficulty_and_a_price_become_a_hashprice() {
    let node = fixture("obs_bitcoin_rpc_getblockchaininfo.json");
    let got = answer(r#"{"bitcoin_rpc": "blockchain_info"}"#, &node, 1_769_215_600_000);
    let spot =
        answer(r#"{"mempool_space": "prices"}"#, r#"{"time":1769215000,"USD":89000,"EUR":76000}"#, 1_769_215_600_000);
    let reward = BlockReward::new(Amount::from_sat(312_500_000).unwrap(), MeanAmount::new(2e6).unwrap());
    let price = Price::new(spot.named::<Quote>("USD").unwrap().last_price().unwrap()).unwrap();
    let usd = hashprice(*got.one::<Difficulty>().unwrap(), reward).to_usd_per_phs_day(price);
    // 86,400 s of 10^15 H/s over D 2^32 hashes a block, each of 3.145 BTC at 89,000 USD.
    let expected = 86_400e15 / (141_668_107_417_558.2 * 4_294_967_296.0) * 3.145 * 89_000.0;
    assert!((usd / expected - 1.0).abs() < 1e-12, "{usd} {expected}");
}

#[test]
fn candles_become_signals() {
    let day = |i: i64| {
        let (open, close) = (60_000 + 100 * i, 60_000 + 100 * (i + 1));
        let (begin, end) = (1_714_521_600_000 + 86_400_000 * i, 1_714_607_999_999 + 86_400_000 * i);
        format!(
            r#"[{begin},"{open}","{}","{}","{close}","10",{end},"{}",5,"5","1","0"]"#,
            close + 50,
            open - 50,
            10 * open
        )
    };
    let body = format!("[{}]", (0..30).map(day).collect::<Vec<_>>().join(","));
    let ask = r#"{"binance":{"candles":{"market":"spot","instrument":"BTCUSDT","quote_currency":"USDT","interval_ms":86400000}}}"#;
    let got = answer(ask, &body, 1_714_521_600_000 + 30 * 86_400_000);
    let report = evaluate(&EvaluateRequest::new(MarketHistory::new(got.one::<Bars>().unwrap().clone()))).unwrap();
    assert_eq!((got.one::<Bars>().unwrap().len(), report.decisions.len()), (30, 30));
}

#[test]
fn a_summary_becomes_a_smile() {
    let ask = r#"{"deribit":{"book_summary":{"currency":"BTC"}}}"#;
    let got = answer(ask, &fixture("syn_deribit_book_summary_by_currency.json"), 1_765_541_480_000);
    let chain = got.one::<OptionChain>().unwrap();
    let report = option_chain(&OptionChainRequest::new(chain.clone(), Rate::new(0.0).unwrap())).unwrap();
    assert_eq!(report.expiries[0].expiry_ms.to_ms(), 1_782_460_800_000); // 26 June 2026, 08:00 UTC
    assert_eq!(got.one::<Bars>().unwrap_err().code(), "feeds.bars.none");
}

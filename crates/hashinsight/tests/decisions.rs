//! From what an upstream answered to a figure of another room: the market types are the same everywhere, and nothing is unpacked.
#![cfg(all(feature = "derivatives", feature = "feeds", feature = "mining", feature = "signals"))]
#![allow(clippy::unwrap_used, reason = "a test")]

use hashinsight::derivatives::chain::{OptionChainRequest, option_chain};
use hashinsight::derivatives::margin::{LiquidationRequest, liquidation};
use hashinsight::feeds::{
    FeedAsk, ParseReport, ParseRequest, SettlementFormat, SettlementRequest, parse, read_settlement,
};
use hashinsight::market::{
    Bars, FundingHistory, MarkPoint, OpenInterestHistory, OptionChain, OrderBook, Quote, Quotes, Series, TierTable,
};
use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::mining::reward::{BlockReward, hashprice};
use hashinsight::mining::tariff::{EnergyRates, Tariff};
use hashinsight::signals::evaluate::{EvaluateRequest, MarketHistory, evaluate};
use hashinsight::signals::modules::derivatives_pressure::DerivativesHistory;
use hashinsight::signals::modules::microstructure::{BookRequest, read_book};
use hashinsight::units::{Amount, Difficulty, Hashrate, Height, MeanAmount, Price, Rate, Timestamp};

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

/// The answer that somebody recorded, read as the table of samples asks for it.
fn recorded(name: &str) -> ParseReport {
    let table: Vec<serde_json::Value> = serde_json::from_str(&fixture("samples.json")).unwrap();
    let row = table.iter().find(|row| row["file"] == name).unwrap();
    answer(&row["ask"].to_string(), &fixture(name), row["received_ms"].as_i64().unwrap())
}

/// Upstream by upstream: what it says of the chain is what mining takes.
#[test]
fn every_upstream_of_the_chain_feeds_mining() {
    let (node, space) = (recorded("obs_bitcoin_rpc_getmininginfo.json"), recorded("rec_mempool_hashrate_3d.json"));
    let (rewards, prices) = (recorded("syn_mempool_reward_stats.json"), recorded("syn_mempool_prices.json"));
    let (stats, coins) =
        (recorded("obs_blockchain_info_stats_2026.json"), recorded("rec_coinwarz_profitability_2017.json"));
    let network = |got: &ParseReport, coin: Option<&str>| match coin {
        Some(coin) => *got.named::<Difficulty>(coin).unwrap(),
        None => *got.one::<Difficulty>().unwrap(),
    };
    let usd = |got: &ParseReport, name: &str| got.named::<Quote>(name).unwrap().last_price().unwrap();
    let fees = |got: &ParseReport| *got.one::<MeanAmount>().unwrap();
    for (difficulty, height, fees, price, expected) in [
        // 86,400e15 / (D 2^32) blocks a day of subsidy and fees, at the price.
        (
            network(&node, None),
            *node.one::<Height>().unwrap(),
            fees(&rewards),
            usd(&prices, "USD"),
            (141_668_107_417_558.2, 312_500_000.0 + 371_234_567.0 / 144.0),
        ),
        (
            network(&space, None),
            *stats.one::<Height>().unwrap(),
            fees(&rewards),
            usd(&stats, "BTC-USD"),
            (space.one::<Difficulty>().unwrap().get(), 312_500_000.0 + 371_234_567.0 / 144.0),
        ),
        (
            network(&coins, Some("BTC")),
            *coins.named::<Height>("BTC").unwrap(),
            MeanAmount::ZERO,
            usd(&coins, "BTC"),
            (1_123_863_285_132.97, 1_250_000_000.0),
        ),
    ] {
        let reward = BlockReward::new(subsidy(height, Network::Mainnet.params()), fees);
        let got = hashprice(difficulty, reward).to_usd_per_phs_day(Price::new(price).unwrap());
        let (difficulty, sat) = expected;
        let expected = 86_400e15 / (difficulty * 4_294_967_296.0) * sat / 1e8 * price;
        assert!((got / expected - 1.0).abs() < 1e-12, "{got} {expected}");
    }
    assert!(node.one::<Hashrate>().unwrap().to_ths() > 0.0 && stats.one::<Hashrate>().unwrap().to_ths() > 0.0);
    let old = recorded("obs_blockchain_info_stats_2016.json"); // that of 2026 says -1 for its fees
    assert_eq!(fees(&old).to_sat(), 6_073_543_165.0 / 164.0);
    let chart = recorded("obs_blockchain_info_chart_hash_rate.json");
    assert_eq!(chart.one::<Series>().unwrap().len(), 3);

    let text = "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag\n\
        06/01/2026,1,1,HB_WEST,HU,30,N\n06/01/2026,1,2,HB_WEST,HU,-5,N\n06/01/2026,1,3,HB_WEST,HU,20,N\n06/01/2026,1,4,HB_WEST,HU,25,N\n";
    let file =
        SettlementRequest::new(SettlementFormat::ErcotSettlementPoint, text.to_owned(), "HB_WEST".parse().unwrap());
    let grid = read_settlement(&file).unwrap();
    let start_ms = grid.prices.start_ms;
    let tariff = Tariff::new(EnergyRates::Series(grid.prices)).settlement_minutes(15);
    assert_eq!(tariff.prices(start_ms, 1).unwrap(), [0.03, -0.005, 0.02, 0.025]);
}

/// Upstream by upstream: what it says of the market is what signals take.
#[test]
fn every_venue_feeds_signals() {
    for (file, rows) in [
        ("rec_binance_klines_spot.json", 6),
        ("rec_bybit_kline_inverse.json", 3),
        ("rec_coinbase_advanced_candles.json", 1),
        ("rec_deribit_tradingview_chart.json", 5),
        ("syn_okx_candles_swap.json", 1),
        ("rec_coingecko_ohlc.json", 3),
    ] {
        let bars = recorded(file).one::<Bars>().unwrap().clone();
        assert_eq!(MarketHistory::new(bars).ticks().unwrap().len(), rows, "{file}");
    }
    for file in [
        "rec_binance_depth_usdm.json",
        "rec_okx_books.json",
        "rec_bybit_orderbook.json",
        "rec_coinbase_advanced_book.json",
        "syn_deribit_order_book_perpetual.json",
    ] {
        let book = recorded(file).one::<OrderBook>().unwrap().clone();
        assert!(read_book(&BookRequest::new(book)).unwrap().spread.unwrap() > 0.0, "{file}");
    }
    let bars = recorded("rec_binance_klines_usdm.json").one::<Bars>().unwrap().clone();
    for (funding, interest) in [
        ("rec_binance_funding_rate_usdm.json", "rec_binance_open_interest_hist_usdm.json"),
        ("rec_okx_funding_rate_history.json", "rec_binance_open_interest_hist_usdm.json"),
        ("rec_bybit_funding_history.json", "rec_bybit_open_interest_inverse.json"),
        ("rec_deribit_funding_rate_history.json", "rec_bybit_open_interest_inverse.json"),
    ] {
        let history = DerivativesHistory::new()
            .funding(recorded(funding).one::<FundingHistory>().unwrap().clone())
            .open_interest(recorded(interest).one::<OpenInterestHistory>().unwrap().clone());
        let report = evaluate(&EvaluateRequest::new(MarketHistory::new(bars.clone()).derivatives(history)));
        assert_eq!(report.unwrap().decisions.len(), bars.len(), "{funding}");
    }
    assert_eq!(recorded("rec_alternative_me_fng.json").one::<Series>().unwrap().value(), [33.0, 47.0]);
    assert_eq!(recorded("rec_coingecko_market_chart.json").one::<Quotes>().unwrap().len(), 3);
}

/// Chains, tiers and marks are what derivatives take.
#[test]
fn every_venue_feeds_derivatives() {
    let chain = recorded("syn_deribit_book_summary_by_currency.json").one::<OptionChain>().unwrap().clone();
    assert!(!option_chain(&OptionChainRequest::new(chain, Rate::new(0.0).unwrap())).unwrap().expiries.is_empty());
    let example: serde_json::Value =
        serde_json::from_str(include_str!("../../../examples/operations/derivatives/liquidation.json")).unwrap();
    for (venue, tiers, mark) in [
        ("binance_usdm", "syn_binance_futures_leverage_bracket.json", "rec_binance_premium_index.json"),
        ("bybit_classic", "syn_bybit_risk_limit_linear.json", "rec_binance_premium_index.json"),
    ] {
        let mut request = example.clone();
        request["venue"] = venue.into();
        request["maintenance"] = serde_json::json!({"tiers": recorded(tiers).one::<TierTable>().unwrap()});
        let request: LiquidationRequest = serde_json::from_value(request).unwrap();
        assert!(liquidation(&request).unwrap().liquidation_price.value().unwrap() > 0.0, "{tiers}");
        assert!(recorded(mark).one::<MarkPoint>().unwrap().mark() > 0.0);
    }
    for file in ["rec_bybit_tickers_inverse.json", "rec_deribit_ticker_perpetual.json"] {
        assert!(recorded(file).one::<MarkPoint>().unwrap().mark() > 0.0, "{file}");
    }
}

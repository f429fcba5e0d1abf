//! From one JSON of each of four upstreams to a decision: does a machine run today, or does it rest?
//!
//! ```text
//! cargo run --release --example four_upstreams
//! ```
//!
//! The payloads in `data/` have the shape in which the upstreams send them (`obs_` observed, `syn_` invented values). A collector would fetch
//! them with the addresses that this program prints.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::error::Error;

use hashinsight::feeds::{
    Endpoint, Payload, ReconcileMethod, ReconcileRequest, Reconciled, SourceReading, Suspicion, Tolerance,
    blockchain_info, coingecko, coinwarz, mempool_space, reconcile,
};
use hashinsight::market::Quote;
use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::mining::machine::MachineSpec;
use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::profit::{Operation, ProfitRequest, profit};
use hashinsight::mining::reward::{BlockReward, Chain, Market, PoolFee};
use hashinsight::units::{Currency, Days, Outcome, Price, Ratio, Timestamp};

/// Asks, reads, and tells what is odd.
fn read<E: Endpoint>(question: &E, body: &str, received: Timestamp) -> Result<E::Data, Box<dyn Error>> {
    println!("{}", question.request()?);
    let parsed = question.parse(&Payload::new(body.as_bytes(), received))?;
    for Suspicion { path, value, expected, .. } in &parsed.suspicious {
        println!("    odd: {path} is {value}, expected {expected}");
    }
    Ok(parsed.data)
}

fn reading(quote: &Quote) -> Option<SourceReading> {
    Some(SourceReading::new(quote.source(), quote.time_ms(), quote.last_price()?))
}

fn main() -> Result<(), Box<dyn Error>> {
    let now = Timestamp::from_s(1_780_730_900)?;

    let gecko = coingecko::SimplePrice::new("bitcoin".parse()?, Currency::USD);
    let spot = read(&gecko, include_str!("data/syn_coingecko_simple_price.json"), now)?;
    let stats = read(&blockchain_info::Stats, include_str!("data/obs_blockchain_info_stats_2026.json"), now)?;
    let coins = read(&coinwarz::Profitability, include_str!("data/syn_coinwarz_profitability.json"), now)?;
    let rewards = read(&mempool_space::RewardStats::new(144), include_str!("data/syn_mempool_reward_stats.json"), now)?;
    let bitcoin = coins.get("BTC").ok_or("CoinWarz does not list bitcoin")?;

    // Three sources say a price; the median of those that agree is taken, none is trusted alone.
    let quotes = [Some(spot.price), Some(stats.price), bitcoin.price];
    let readings = quotes.iter().flatten().filter_map(reading).collect();
    let tolerance = Tolerance::Relative(Ratio::new(0.02)?);
    let price = reconcile(&ReconcileRequest::new(now, 900_000, tolerance, ReconcileMethod::Median, readings))?;
    let Reconciled::Fresh { value } = price.outcome else {
        println!("\nNo decision: the price is {:?}", price.outcome);
        return Ok(());
    };
    println!("\nPrice: {value} USD, on which {} of {} sources agree", price.agreeing, price.verdicts.len());
    println!("Network: {} EH/s, difficulty {}", stats.hashrate_ths.to_ehs().round(), bitcoin.difficulty);
    println!(
        "Fees: {} a block (heights {} to {})",
        rewards.fees_per_block_sat, rewards.first_height, rewards.last_height
    );

    let machine = MachineSpec::new("200 TH/s".parse()?, "3500 W".parse()?);
    let subsidy = subsidy(stats.height, Network::Mainnet.params());
    let reward = BlockReward::new(subsidy, rewards.fees_per_block_sat);
    let market = Market::new(Chain::new(NetworkBasis::Difficulty(bitcoin.difficulty), reward), Price::new(value)?);
    let operation = Operation::new(PoolFee::constant(0.01), "0.08 USD/kWh".parse()?);
    let report = profit(&ProfitRequest::new(machine, market, operation, Days::constant(1.0)))?;
    let (revenue, power) = (report.revenue_usd, report.power_cost_usd);
    println!("\n200 TH/s at 3500 W and 0.08 USD/kWh: {revenue:.2} USD a day, power costs {power:.2} USD");
    if let Outcome::Value(break_even) = report.break_even.power_price_usd_per_kwh {
        println!("Break-even at {break_even:.4} USD/kWh");
    }
    println!("Decision: {}", if report.net_usd > 0.0 { "run" } else { "rest: each hour costs more than it earns" });
    Ok(())
}

//! The ledger beside coinbasis 0.2.0, in one process, on the same trades: `cargo xtask bench --peers` runs it.
//!
//! Both take their own events, which are made before the clock starts, and answer every realised gain. coinbasis looks through all lots of a
//! wallet for every sale, so its column ends where the square of the growth would take it beyond a minute.

use std::error::Error;
use std::time::Instant;

use chrono::DateTime;
use coinbasis::{CostBasisMethod, Portfolio, Transaction};
use hashinsight::treasury::ledger::{Fiat, Ledger, Match, Method};
use rust_decimal::Decimal;

#[path = "../../../src/ledger.rs"]
mod ledger;

use ledger::{Trade, events, policy, trades};

const MOST_SECONDS: f64 = 60.0;
const ROUNDS: usize = 5;

fn transactions(trades: &[Trade]) -> Vec<Transaction> {
    let transaction = |trade: &Trade| {
        let timestamp = DateTime::from_timestamp_millis(trade.time_ms).unwrap_or_default();
        let quantity = Decimal::new(trade.sat.cast_signed(), 8);
        let unit_price = Decimal::new(trade.cents, 2);
        let (wallet, asset, fee) = ("hot".to_owned(), "btc".to_owned(), Decimal::ZERO);
        if trade.is_sale {
            Transaction::Sell { timestamp, wallet, asset, quantity, unit_price, fee }
        } else {
            Transaction::Buy { timestamp, wallet, asset, quantity, unit_price, fee }
        }
    };
    trades.iter().map(transaction).collect()
}

/// Seconds, and the answer.
fn timed<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let answer = work();
    (start.elapsed().as_secs_f64(), answer)
}

/// Trades per second at 40,000 and at a million trades, and whether they are reached.
fn told(goal: Option<f64>, count: usize, own: f64) -> String {
    let goal = goal.filter(|_| count >= 40_000);
    goal.map_or_else(String::new, |goal| format!(">= {goal:.0e}: {}", if own >= goal { "met" } else { "MISSED" }))
}

fn main() -> Result<(), Box<dyn Error>> {
    let methods = [
        ("fifo", Method::Fifo, Some(CostBasisMethod::Fifo), Some(3e6)),
        ("lifo", Method::Lifo, Some(CostBasisMethod::Lifo), Some(3e6)),
        ("hifo", Method::Hifo, Some(CostBasisMethod::Hifo), Some(1e6)),
        ("lofo", Method::Lofo, None, None),
        ("average", Method::Average, Some(CostBasisMethod::Average), None),
    ];
    println!(
        "| history | method | trades | hashinsight, trades/s | goal | coinbasis 0.2.0, trades/s | ratio | gains differ by |"
    );
    println!("|---|---|---:|---:|---|---:|---:|---:|");
    for is_mixed in [true, false] {
        let history = if is_mixed { "mixed" } else { "all held" };
        for (name, method, theirs, goal) in &methods {
            let mut is_over = false;
            for count in [4_000, 40_000, 1_000_000] {
                let trades = trades(count, is_mixed);
                let events = events(&trades)?;
                let (mut best, mut gain) = (f64::INFINITY, Fiat::ZERO);
                for _ in 0..ROUNDS {
                    let (seconds, answer) = timed(|| Ledger::replay(policy(*method), &events));
                    best = if seconds < best { seconds } else { best };
                    gain = answer?.1.iter().map(Match::gain).sum();
                }
                let own = count as f64 / best;
                let goal = told(*goal, count, own);
                let Some(theirs) = theirs.clone().filter(|_| !is_over) else {
                    println!("| {history} | {name} | {count} | {own:.3e} | {goal} | | | |");
                    continue;
                };
                let portfolio = Portfolio::from_transactions(&transactions(&trades))?;
                let (seconds, gains) = timed(|| portfolio.realized_gains(theirs));
                let other = count as f64 / seconds;
                let sum: Decimal = gains?.iter().map(|line| line.gain).sum();
                let apart = (sum - gain.to_decimal()).abs().round_dp(9);
                let ratio = own / other;
                println!("| {history} | {name} | {count} | {own:.3e} | {goal} | {other:.3e} | {ratio:.0}x | {apart} |");
                is_over = seconds * 625.0 > MOST_SECONDS; // the next history is 10 or 25 times as long
            }
        }
    }
    Ok(())
}

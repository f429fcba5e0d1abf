//! Measures of returns and simulated treasuries beside their goals; sweeps stand beside vectorbt in `peers/treasury.py`, the ledger beside
//! coinbasis and rp2 in `peers/coinbasis` and `peers/ledger.py`.

#![expect(clippy::print_stdout, reason = "a table is what this program makes")]
#![allow(clippy::disallowed_types, reason = "benches look at the clock")]

use std::error::Error;
use std::hint::black_box;
use std::time::Instant;

use hashinsight::numerics::{self, job::Job};
use hashinsight::treasury::metrics::{ReturnStatistics, Returns};
use hashinsight::treasury::scenario::{TreasurySimulation, TreasurySimulationRequest};
use hashinsight_benches::spread;
use hashinsight_surface::operation;
use serde_json::{Value, json};

/// Least seconds of some rounds.
fn least(rounds: u32, mut work: impl FnMut() -> Result<(), Box<dyn Error>>) -> Result<f64, Box<dyn Error>> {
    let mut best = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        work()?;
        best = numerics::min(best, start.elapsed().as_secs_f64());
    }
    Ok(best)
}

fn row(what: &str, unit: &str, own: f64, goal: f64) {
    println!("| {what} | {own:.2} {unit} | <= {goal} {unit}: {} |", if own <= goal { "met" } else { "MISSED" });
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("| of the treasury | time | goal |\n|---|---:|---|");
    for count in [366, 1_000_000] {
        let returns = spread(1, count, -0.03, 0.03);
        let calls = 4_000_000 / count;
        let seconds = least(31, || {
            for _ in 0..calls {
                measure(black_box(&returns))?;
            }
            Ok(())
        })?;
        let name = format!("every measure of {count} returns in one pass, per return");
        row(&name, "ns", seconds * 1e9 / (calls * count) as f64, 5.0);
    }
    let example = operation("treasury.treasury_simulation")?.example;
    let mut request: Value = serde_json::from_str(example)?;
    (request["paths"], request["periods"]) = (json!(1_000_000), json!(24));
    let request: TreasurySimulationRequest = serde_json::from_value(request)?;
    let seconds = least(3, || simulate(&request))?;
    row("1M paths x 24 months, bootstrap, two halves on two threads", "s", seconds, 2.0);
    Ok(())
}

/// Every measure that does not need returns in the order of their size.
fn measure(returns: &[f64]) -> Result<(), Box<dyn Error>> {
    let statistics = ReturnStatistics::of(&Returns::new(returns)?, 0.0);
    let moments = statistics.moments();
    black_box([
        statistics.annual_return(365.0),
        statistics.annual_volatility(365.0),
        statistics.sharpe(0.0, 365.0),
        statistics.sortino(365.0),
        statistics.omega(),
        statistics.calmar(365.0),
        statistics.ulcer_index(0),
        statistics.pain_index(),
        statistics.stability(),
        statistics.win_rate(),
        statistics.profit_factor(),
        statistics.kelly(),
        moments.skewness(),
        moments.kurtosis(),
    ]);
    Ok(())
}

/// A treasury's paths, by two threads.
fn simulate(request: &TreasurySimulationRequest) -> Result<(), Box<dyn Error>> {
    let total = TreasurySimulation::open(request)?.progress().total;
    let half = |blocks| {
        let mut shard = TreasurySimulation::open_shard(black_box(request), blocks)?;
        shard.step(u64::MAX);
        Ok::<_, hashinsight::units::Error>(shard)
    };
    let (left, right) = std::thread::scope(|scope| {
        let right = scope.spawn(|| half(total / 2..total));
        (half(0..total / 2), right.join())
    });
    let mut left = left?;
    left.absorb(&right.map_err(|_| "a thread panicked")??)?;
    black_box(left.report()?);
    Ok(())
}

//! Says whether this build gives the bits that every other build gives: `cargo run --release --example golden_bits`.
//!
//! The tests run it natively, as WASM and as an aarch64 program.

#![expect(clippy::print_stdout, reason = "printing is what it is for")]

mod mining;
mod signals;

use std::process::ExitCode;

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let mut rows = hashinsight::numerics::golden::rows();
    rows.extend(hashinsight::derivatives::golden::rows());
    rows.extend(mining::rows()?);
    rows.extend(signals::rows()?);
    for row in &rows {
        let verdict = if row.hash == row.expected { "same" } else { "DIFFERENT" };
        println!("{:<24} {:016x} {verdict}", row.name, row.hash);
    }
    let same = rows.iter().all(|row| row.hash == row.expected);
    Ok(if same { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

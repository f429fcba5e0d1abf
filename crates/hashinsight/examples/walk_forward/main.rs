//! A walk-forward of the ten modules on the sample days, by the protocol beside this file, printed whatever it shows.
//!
//! ```text
//! cargo run --release --example walk_forward            # as text
//! cargo run --release --example walk_forward -- --json  # the same as data
//! ```
//!
//! Sample days (`crates/report/data/README.md`): daily bars and the difficulty of the day's epoch. They hold no hashrate, fees, funding, options
//! or order books: derivatives and microstructure say `no_data`, hash ribbons are left out, and the Puell multiple is that of the subsidy.

mod print;
mod sample;

use std::io::Write as _;
use std::process::ExitCode;

use hashinsight::signals::walk_forward::{Protocol, WalkForwardRequest, walk_forward};
use hashinsight::units::Error;
use hashinsight::units::json::write;
use hashinsight::units::record::read;

const PROTOCOL: &str = include_str!("protocol.json");

fn report(as_json: bool) -> Result<String, Error> {
    let protocol: Protocol = read("signals", PROTOCOL)?;
    let report = walk_forward(&WalkForwardRequest::new(sample::history()?, protocol))?;
    if as_json { Ok(write(&report)?) } else { Ok(print::text(&report)) }
}

fn said(words: &str) -> ExitCode {
    let _ = writeln!(std::io::stderr(), "{words}"); // where nobody listens there is nobody to tell
    ExitCode::FAILURE
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let as_json = match &words[..] {
        [] => false,
        [word] if word == "--json" => true,
        _ => {
            return said("usage: walk_forward [--json]");
        }
    };
    match report(as_json) {
        Ok(text) => match std::io::stdout().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE, // the reader has gone
        },
        Err(error) => said(&error.to_string()),
    }
}

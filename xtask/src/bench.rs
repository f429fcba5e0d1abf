//! `cargo xtask bench`: kernels alone, or beside other implementations of the same thing.

use std::path::Path;

use crate::Result;
use crate::python;
use crate::shell::run;

/// The criterion benches, one file per family of kernels. `words` go to them: a filter, or criterion's own options.
pub(crate) fn kernels(root: &Path, words: &[&str]) -> Result<()> {
    println!("{}", machine());
    let package = ["bench", "--locked", "--package", "hashinsight-benches", "--benches", "--"];
    run(root, "cargo", &[&package, words].concat())
}

/// Kernel and peer on the same input in one process, from Rust and from Python, as tables with ratios and goals.
pub(crate) fn peers(root: &Path) -> Result<()> {
    println!("{}", machine());
    for program in ["peers", "signal_peers", "treasury_goals"] {
        run(root, "cargo", &["run", "--locked", "--release", "--package", "hashinsight-benches", "--bin", program])?;
    }
    // A program of its own: what coinbasis depends on would change the features of crates that the workspace shares.
    let manifest = ["--manifest-path", "benches/peers/coinbasis/Cargo.toml", "--target-dir", "target/coinbasis"];
    run(root, "cargo", &[["run", "--locked", "--release"].as_slice(), &manifest].concat())?;
    let python = python::install(root, "release")?;
    run(root, &python, &["benches/peers/python.py"])?;
    let packages =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "benches/peers/requirements.txt"];
    run(root, &python, &packages)?;
    run(root, &python, &["benches/peers/derivatives.py"])?;
    run(root, &python, &["benches/peers/insurance.py"])?;
    run(root, &python, &["benches/peers/signals.py"])?;
    run(root, &python, &["benches/peers/treasury.py"])?;
    run(root, &python, &["benches/peers/ledger.py"])
}

/// The machine, as far as it says what it is: times mean nothing without it.
fn machine() -> String {
    let cpus = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let field = |name: &str| {
        let line = cpus.lines().find(|line| line.starts_with(name))?;
        line.split_once(':').map(|(_, value)| value.trim().to_owned())
    };
    let model = field("model name").unwrap_or_else(|| "unknown processor".to_owned());
    let place = ["cpu family", "model\t", "stepping"].map(|name| field(name).unwrap_or_else(|| "?".to_owned()));
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    format!("machine: {model} (family/model/stepping {}), {cores} cores, {}", place.join("/"), std::env::consts::ARCH)
}

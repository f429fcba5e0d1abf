//! `cargo xtask proof`: evidence that needs more than stable Rust, or more time. What cannot run says so and is not a failure.

pub(crate) mod aarch64;
pub(crate) mod api;
pub(crate) mod deny;
pub(crate) mod msrv;
pub(crate) mod shared;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;
use crate::shell::{run, run_with};

/// The fuzz targets of `fuzz/`, each for so many seconds.
pub(crate) fn fuzz(root: &Path, seconds: &str) -> Result<()> {
    if seconds.parse::<u32>().is_err() {
        return Err(format!("`{seconds}` is no number of seconds").into());
    }
    if let Some(reason) = missing(&["+nightly", "fuzz", "--version"], "nightly Rust and `cargo install cargo-fuzz`") {
        println!("fuzz: not run: {reason}");
        return Ok(());
    }
    let listed = Command::new("cargo").args(["+nightly", "fuzz", "list"]).current_dir(root).output()?;
    let targets = String::from_utf8(listed.stdout)?;
    if targets.trim().is_empty() {
        return Err("fuzz/ lists no targets".into());
    }
    let limit = format!("-max_total_time={seconds}");
    for target in targets.lines() {
        let corpus = root.join("fuzz/corpus").join(target);
        std::fs::create_dir_all(&corpus)?;
        let corpus = corpus.display().to_string();
        // What upstreams send is more than a fuzzer invents in seconds: the readers begin from the samples.
        let samples: &[&str] = if target.starts_with("feeds_") { &["crates/feeds/tests/fixtures"] } else { &[] };
        let options = ["--", "-max_len=4096", "-timeout=10", &limit];
        run(root, "cargo", &[&["+nightly", "fuzz", "run", target, &corpus], samples, options.as_slice()].concat())?;
    }
    println!("fuzz: {} targets, {seconds} s each, nothing found", targets.lines().count());
    Ok(())
}

/// Tests of units and numerics under Miri, with few cases for each property: an interpreted test takes its time. Left out
/// are the tables and golden hashes of numerics, hours of the same arithmetic.
pub(crate) fn miri(root: &Path) -> Result<()> {
    if let Some(reason) = missing(&["+nightly", "miri", "--version"], "nightly Rust with the component miri") {
        println!("miri: not run: {reason}");
        return Ok(());
    }
    // Isolation hides the clock that proptest reads; by default Miri changes the last bits of `powi`, with which tests write limits.
    let flags = "-Zmiri-disable-isolation -Zmiri-deterministic-floats";
    let env = [("PROPTEST_CASES", "2"), ("MIRIFLAGS", flags)];
    let miri = ["+nightly", "miri", "test", "--package"];
    run_with(root, "cargo", &[miri.as_slice(), &["hashinsight-units", "--tests"]].concat(), &env)?;
    let numerics = ["hashinsight-numerics", "--test", "all", "--", "special::", "properties::"];
    run_with(root, "cargo", &[miri.as_slice(), &numerics].concat(), &env)
}

/// The formulas of derivatives against slow references, a hundred thousand inputs each: a run of the tests takes fewer where one costs
/// milliseconds.
pub(crate) fn differential(root: &Path) -> Result<()> {
    let options = ["test", "--locked", "--release", "--package", "hashinsight-derivatives", "--test", "all"];
    let tests = ["--", "--nocapture", "differential::", "reference::"];
    run_with(root, "cargo", &[options.as_slice(), &tests].concat(), &[("HASHINSIGHT_PROOF", "1")])
}

/// Why this cannot run, where it cannot.
fn missing(version: &[&str], needs: &str) -> Option<String> {
    let found = Command::new("cargo").args(version).output().is_ok_and(|output| output.status.success());
    (!found).then(|| format!("needs {needs}"))
}

/// A cargo subcommand below `target/tools`, built there once. Without optimization: it works for seconds and would build for minutes.
fn installed(root: &Path, name: &str, version: &str) -> Result<PathBuf> {
    let folder = crate::target_dir(root).join("tools").join(format!("{name}-{version}"));
    let tool = folder.join("bin").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if !tool.is_file() {
        let (wanted, place) = (format!("{name}@{version}"), folder.display().to_string());
        run(root, "cargo", &["install", "--quiet", "--locked", "--debug", "--root", &place, &wanted])?;
    }
    Ok(tool)
}

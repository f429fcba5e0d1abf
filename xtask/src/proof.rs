//! `cargo xtask proof`: evidence that needs more than stable Rust, or more time. What cannot run says so and is not a failure.

pub(crate) mod aarch64;
pub(crate) mod api;
pub(crate) mod deny;
pub(crate) mod dispatch;
pub(crate) mod engines;
pub(crate) mod floor;
pub(crate) mod lowest;
pub(crate) mod msrv;
pub(crate) mod shared;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::Result;
use crate::metadata::{self, Member};
use crate::shell::{run, run_with};
use crate::test::CHECK;

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

/// The tests of the crates and of the border with their full counts, of all or of one: what a run of the tests takes 2 % of
/// (`hashinsight_testkit::cases`). A property that names no count is asked 50 times as often too.
pub(crate) fn full(root: &Path, only: Option<&str>) -> Result<()> {
    let members = metadata::members(root)?;
    let tested = |member: &&Member| {
        let is_tested = member.folder.join("tests").is_dir() && member.folder.starts_with(root.join("crates"));
        (is_tested || member.name == "hashinsight-surface") && only.is_none_or(|only| member.name.ends_with(only))
    };
    let names: Vec<&str> = members.iter().filter(tested).map(|member| member.name.as_str()).collect();
    if names.is_empty() {
        return Err(format!("no crate {}", only.unwrap_or_default()).into());
    }
    let mut lines = Vec::new();
    for name in names {
        let start = Instant::now();
        let test = ["test", "--locked", "--profile", CHECK, "--package", name, "--tests", "--", "--nocapture"];
        run_with(root, "cargo", &test, &[("HASHINSIGHT_PROOF", "1"), ("PROPTEST_CASES", "12800")])?;
        lines.push(format!("{name:<24} {:>6.0} s", start.elapsed().as_secs_f64()));
    }
    println!("full counts, nothing found:\n{}", lines.join("\n"));
    Ok(())
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

//! `cargo xtask test [part]`: everything that must hold, in every language.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use crate::changed::{Packages, Plan};
use crate::shell::{require, run};
use crate::{Result, app, conformance, generate, npm, package, python, target_dir, wasm};

/// A part of the tests, with the seconds that it may take on a fresh clone: 2 cores, packages of registries fetched. More is told and is no failure.
pub(crate) struct Part {
    pub(crate) name: &'static str,
    allowed_s: f64,
    run: fn(&Path, &Packages) -> Result<()>,
}

/// The parts, in the order in which they fail fastest.
pub(crate) const PARTS: [Part; 8] = [
    Part { name: "gen", allowed_s: 10.0, run: generated },
    Part { name: "lint", allowed_s: 140.0, run: lint },
    Part { name: "rust", allowed_s: 330.0, run: rust },
    Part { name: "package", allowed_s: 10.0, run: packed },
    Part { name: "python", allowed_s: 240.0, run: in_python },
    Part { name: "apps", allowed_s: 120.0, run: apps },
    Part { name: "node", allowed_s: 70.0, run: node },
    Part { name: "wasm", allowed_s: 330.0, run: in_wasm },
];
/// Seconds that building xtask itself may take.
const XTASK_ALLOWED_S: f64 = 150.0;

/// Members that hold no test of Rust's: their parts build them. Among the others features are as xtask has them, so what xtask was built
/// of is not built again.
const UNTESTED: [&str; 5] =
    ["hashinsight-benches", "hashinsight-node", "hashinsight-python", "hashinsight-wasm", "xtask-wasm"];

/// The profile of wheel and addon under test.
pub(crate) const CHECK: &str = "check-release";

/// Runs every part, or one.
pub(crate) fn all(root: &Path, only: Option<&str>) -> Result<()> {
    if only.is_none() {
        require("rustup", &["--version"], "rustup, which adds the wasm target")?;
        require(
            "python3",
            &["-c", "import sys, venv; assert sys.version_info >= (3, 11)"],
            "Python 3.11 or newer, with venv",
        )?;
        require(
            "node",
            &["-e", "process.exit(process.versions.node.split('.')[0] >= 20 ? 0 : 1)"],
            "Node 20 or newer",
        )?;
    }
    parts(root, |name| only.is_none_or(|only| only == name), &Packages::All)
}

/// Runs what files changed since `base` can break.
pub(crate) fn changed(root: &Path, base: Option<&str>) -> Result<()> {
    let Plan { parts: chosen, packages } = crate::changed::plan(root, base)?;
    parts(root, |name| chosen.contains(name), &packages)
}

fn parts(root: &Path, chosen: impl Fn(&str) -> bool, packages: &Packages) -> Result<()> {
    let mut times = Vec::new();
    times.extend(seconds_since_start().map(|seconds| ("xtask", seconds, XTASK_ALLOWED_S)));
    let mut outcome = Ok(());
    for part in PARTS.iter().filter(|part| chosen(part.name)) {
        println!("== {}", part.name);
        let start = Instant::now();
        outcome = (part.run)(root, packages).map_err(|error| format!("{}: {error}", part.name).into());
        times.push((part.name, start.elapsed().as_secs_f64(), part.allowed_s));
        if outcome.is_err() {
            break;
        }
    }
    print!("{}", table(&times));
    if outcome.is_ok() {
        println!("all passed");
    }
    outcome
}

/// Seconds and allowance of each part and of all.
fn table(times: &[(&str, f64, f64)]) -> String {
    let total = times.iter().fold(("total", 0.0, 0.0), |(name, took, may), part| (name, took + part.1, may + part.2));
    let line = |(name, took, may): &(&str, f64, f64)| {
        format!("{name:<8} {took:>6.0} s of {may:>4.0} s{}\n", if took > may { "  over" } else { "" })
    };
    times.iter().chain([&total]).map(line).collect()
}

/// How long this process has been there. `cargo run` builds and then becomes what it built, so at the start this is the time of the
/// build. Only Linux tells; it counts in hundredths.
fn seconds_since_start() -> Option<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").ok()?;
    // The name before the last parenthesis may hold anything; the start is the 22nd field, the 20th after it.
    let started: f64 = stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.parse().ok()?;
    let uptime = std::fs::read_to_string("/proc/uptime").ok()?;
    let now: f64 = uptime.split_whitespace().next()?.parse().ok()?;
    Some(now - started / 100.0)
}

fn generated(root: &Path, _: &Packages) -> Result<()> {
    generate::run(root, true)
}

/// Without xtask-wasm: to look at its fifty lines would mean to compile wasm-bindgen and all it needs a second time.
fn lint(root: &Path, _: &Packages) -> Result<()> {
    run(root, "cargo", &["fmt", "--all", "--check"])?;
    // Workspaces of their own, which nothing else here builds: their locks follow the family's dependencies.
    for manifest in ["benches/peers/coinbasis/Cargo.toml", "fuzz/Cargo.toml"] {
        run(root, "cargo", &["update", "--workspace", "--locked", "--quiet", "--manifest-path", manifest])?;
    }
    let clippy = ["clippy", "--locked", "--workspace", "--exclude", "xtask-wasm", "--all-targets"];
    run(root, "cargo", &[clippy.as_slice(), &["--", "-D", "warnings"]].concat())
}

fn rust(root: &Path, packages: &Packages) -> Result<()> {
    let mut arguments = vec!["test", "--locked"];
    match packages {
        Packages::All => {
            arguments.push("--workspace");
            arguments.extend(UNTESTED.iter().flat_map(|name| ["--exclude", name]));
        }
        Packages::Of(names) => {
            let tested = names.iter().filter(|name| !UNTESTED.contains(&name.as_str()));
            arguments.extend(tested.flat_map(|name| ["--package", name]));
        }
    }
    run(root, "cargo", &arguments)
}

fn packed(root: &Path, _: &Packages) -> Result<()> {
    package::check(root)
}

/// Writes the cases of conformance, once in a run.
fn cases(root: &Path) -> Result<()> {
    static WRITTEN: AtomicBool = AtomicBool::new(false);
    if !WRITTEN.load(Ordering::Relaxed) {
        conformance::write(root)?;
        WRITTEN.store(true, Ordering::Relaxed);
    }
    Ok(())
}

fn in_python(root: &Path, _: &Packages) -> Result<()> {
    cases(root)?;
    python::test(root)
}

/// Builds the addon where its package looks for it.
pub(crate) fn build_node(root: &Path, profile: &str) -> Result<()> {
    run(root, "cargo", &["build", "--locked", "--profile", profile, "--package", "hashinsight-node"])?;
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let built = target_dir(root).join(profile).join(format!("{prefix}hashinsight_node{suffix}"));
    std::fs::copy(built, root.join("bindings/node/hashinsight.node"))?;
    npm::install(root, npm::BUILD)?;
    npm::compile(root, "node")
}

fn apps(root: &Path, _: &Packages) -> Result<()> {
    app::test(root)
}

fn node(root: &Path, _: &Packages) -> Result<()> {
    cases(root)?;
    build_node(root, CHECK)?;
    run(root, "node", &["--test", "bindings/node/tests/"])?;
    run(root, "node", &["examples/node/one_minute.mjs"])
}

fn in_wasm(root: &Path, _: &Packages) -> Result<()> {
    cases(root)?;
    wasm::build(root, &["mining"])?;
    run(root, "node", &["--test", "bindings/wasm/tests/"])?;
    run(root, "node", &["examples/node/one_minute.mjs", "wasm"])?;
    wasm::golden(root)?;
    wasm::check_size(root)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_part_over_its_allowance_says_so() {
        let table = super::table(&[("gen", 3.2, 10.0), ("rust", 301.0, 240.0)]);
        assert_eq!(
            table,
            "gen           3 s of   10 s\nrust        301 s of  240 s  over\ntotal       304 s of  250 s  over\n"
        );
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn this_process_knows_its_age() {
        assert!(super::seconds_since_start().is_some_and(|seconds| (0.0..3600.0).contains(&seconds)));
    }
}

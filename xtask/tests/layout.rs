//! The floor plan, held against `cargo metadata`: imports run one way, and no core crate can do I/O or decide a float elsewhere.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// What each member may import of the others. A crate that is not here has not been thought about.
const ARROWS: [(&str, &[&str]); 20] = [
    ("macros", &[]),
    ("units", &["macros"]),
    ("numerics", &["units"]),
    ("market", &["units"]),
    ("crm", &["units", "numerics"]),
    ("texts", &["units"]),
    ("mining", &["units", "numerics", "market"]),
    ("feeds", &["units", "numerics", "market"]),
    ("derivatives", &["units", "numerics", "market"]),
    ("signals", &["units", "numerics", "market", "mining", "derivatives"]),
    ("treasury", &["units", "numerics", "market", "mining", "derivatives"]),
    ("insurance", &["units", "numerics", "market", "derivatives"]),
    (
        "report",
        &[
            "units",
            "numerics",
            "market",
            "crm",
            "texts",
            "mining",
            "feeds",
            "derivatives",
            "signals",
            "treasury",
            "insurance",
        ],
    ),
    (
        "hashinsight",
        &[
            "report",
            "units",
            "numerics",
            "market",
            "crm",
            "texts",
            "mining",
            "feeds",
            "derivatives",
            "signals",
            "treasury",
            "insurance",
        ],
    ),
    ("testkit", &["units", "numerics"]),
    ("surface", &["hashinsight", "units"]),
    ("python", &["surface"]),
    ("node", &["surface"]),
    ("wasm", &["surface"]),
    ("xtask", &["surface"]),
];

/// Every foreign crate that a core crate may name, with the reason.
const ALLOWED: [(&str, &str); 14] = [
    ("itoa", "digits of integers in documents, as serde_json writes them"),
    ("multiversion", "lanes: picks the width of the machine at run time"),
    ("postcard", "saved states and parameter hashes: a kept format, every field in declared order"),
    ("proc-macro2", "declarations of records, while compiling"),
    ("quote", "declarations of records, while compiling"),
    ("ruint", "256-bit integers of consensus arithmetic"),
    ("rust_decimal", "booked money"),
    ("schemars", "JSON Schemas, behind the feature `schema`"),
    ("serde", "documents"),
    ("serde_json", "payloads of upstreams"),
    ("serde_json_canonicalizer", "canonical JSON of audited events (RFC 8785)"),
    ("sha2", "hashes of the audit chain"),
    ("syn", "declarations of records, while compiling"),
    ("zmij", "shortest digits of floats in documents, as serde_json writes them"),
];

/// What no core crate may reach, however far away: clocks, entropy, files, sockets, and other people's floats.
const UNREACHABLE: [&str; 14] = [
    "chrono",
    "getrandom",
    "libm",
    "mio",
    "nalgebra",
    "ndarray",
    "num_cpus",
    "rand",
    "rayon",
    "reqwest",
    "rustfft",
    "socket2",
    "time",
    "tokio",
];

fn metadata() -> Value {
    let arguments = ["metadata", "--format-version", "1", "--locked", "--no-deps"];
    let out = Command::new(env!("CARGO")).args(arguments).output().unwrap();
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    serde_json::from_slice(&out.stdout).unwrap()
}

fn short(package: &str) -> &str {
    package.strip_prefix("hashinsight-").unwrap_or(package)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

fn packages(metadata: &Value) -> BTreeMap<&str, &Value> {
    metadata["packages"].as_array().unwrap().iter().map(|package| (text(package, "id"), package)).collect()
}

fn members(metadata: &Value) -> Vec<&Value> {
    let packages = packages(metadata);
    metadata["workspace_members"].as_array().unwrap().iter().map(|id| packages[id.as_str().unwrap()]).collect()
}

fn is_core(package: &Value) -> bool {
    text(package, "manifest_path").contains("/crates/") && text(package, "name") != "hashinsight-testkit"
}

#[test]
fn imports_run_one_way() {
    let metadata = metadata();
    let members = members(&metadata);
    let names: BTreeSet<&str> = members.iter().map(|package| text(package, "name")).collect();
    for package in &members {
        let name = text(package, "name");
        let allowed = ARROWS.iter().find(|(member, _)| *member == short(name)).map(|(_, allowed)| *allowed);
        for dependency in package["dependencies"].as_array().unwrap() {
            let (target, kind) = (text(dependency, "name"), text(dependency, "kind"));
            if !names.contains(target) || short(name) == "benches" {
                continue;
            }
            let allowed = allowed.unwrap_or_else(|| panic!("{name} is not in the floor plan"));
            let fine = if kind == "dev" {
                allowed.contains(&short(target)) || short(target) == "testkit"
            } else {
                allowed.contains(&short(target))
            };
            assert!(fine, "{name} must not import {target} ({kind})");
        }
    }
}

#[test]
fn core_crates_name_only_what_they_may() {
    let metadata = metadata();
    let members = members(&metadata);
    let names: BTreeSet<&str> = members.iter().map(|package| text(package, "name")).collect();
    for package in members.iter().filter(|package| is_core(package)) {
        for dependency in package["dependencies"].as_array().unwrap() {
            let target = text(dependency, "name");
            let fine = text(dependency, "kind") == "dev"
                || names.contains(target)
                || ALLOWED.iter().any(|(name, _)| *name == target);
            assert!(fine, "{} depends on {target}, which is not on the list", text(package, "name"));
        }
    }
}

#[test]
fn core_crates_reach_no_clock_entropy_or_foreign_float() {
    for package in members(&metadata()).into_iter().filter(|package| is_core(package)) {
        let name = text(package, "name");
        // `cargo metadata` would mix in the features that other members ask for.
        let arguments =
            ["tree", "--locked", "--all-features", "--edges", "normal", "--prefix", "none", "--package", name];
        let out = Command::new(env!("CARGO")).args(arguments).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        let reached = String::from_utf8(out.stdout).unwrap();
        for line in reached.lines() {
            let found = line.split(' ').next().unwrap_or_default();
            assert!(!UNREACHABLE.contains(&found), "{name} reaches {found}");
        }
        assert!(reached.contains("serde") || name == "hashinsight-macros", "{name}: the tree was not read");
    }
}

#[test]
fn rows_are_sorted_by_the_family_s_own_sort() {
    // `hashinsight_units::Order`: the standard library's is compiled anew for each type, 4 kB of a module for the web each time. The one for
    // floats is one for all, and kept for its speed.
    let foreign = [".sort_by(", ".sort_by_key(", ".sort_unstable_by_key(", ".sort_unstable()"];
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates")];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                folders.extend((!["tests", "examples", "testkit", "macros"].contains(&name)).then_some(path));
            } else if path.extension().is_some_and(|ending| ending == "rs") && !["order.rs", "tests.rs"].contains(&name)
            {
                let text = std::fs::read_to_string(&path).unwrap();
                found.extend(
                    foreign
                        .iter()
                        .filter(|call| text.contains(**call))
                        .map(|call| format!("{}: {call}", path.display())),
                );
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

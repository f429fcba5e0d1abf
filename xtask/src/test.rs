//! `cargo xtask test [part]`: everything that must hold, in every language.

use std::path::Path;
use std::time::Instant;

use crate::shell::{require, run};
use crate::{Result, conformance, generate, npm, python, target_dir, wasm};

/// The parts, in the order in which they fail fastest.
pub(crate) const PARTS: [(&str, fn(&Path) -> Result<()>); 5] =
    [("gen", generated), ("rust", rust), ("python", in_python), ("node", node), ("wasm", in_wasm)];

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
    let mut times = Vec::new();
    for (name, part) in PARTS {
        if only.is_none_or(|only| only == name) {
            println!("== {name}");
            let start = Instant::now();
            part(root).map_err(|error| format!("{name}: {error}"))?;
            times.push(format!("{name} {:.0} s", start.elapsed().as_secs_f64()));
        }
    }
    println!("all passed: {}", times.join(", "));
    Ok(())
}

fn generated(root: &Path) -> Result<()> {
    generate::run(root, true)
}

fn rust(root: &Path) -> Result<()> {
    run(root, "cargo", &["fmt", "--all", "--check"])?;
    run(root, "cargo", &["clippy", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    run(root, "cargo", &["test", "--locked", "--workspace"])
}

fn in_python(root: &Path) -> Result<()> {
    conformance::write(root)?;
    python::test(root)
}

/// Builds the addon where its package looks for it.
pub(crate) fn build_node(root: &Path) -> Result<()> {
    run(root, "cargo", &["build", "--locked", "--release", "--package", "hashinsight-node"])?;
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let built = target_dir(root).join("release").join(format!("{prefix}hashinsight_node{suffix}"));
    std::fs::copy(built, root.join("bindings/node/hashinsight.node"))?;
    npm::install(root, npm::BUILD)?;
    npm::compile(root, "node")
}

fn node(root: &Path) -> Result<()> {
    conformance::write(root)?;
    build_node(root)?;
    run(root, "node", &["--test", "bindings/node/tests/"])?;
    run(root, "node", &["examples/node/one_minute.mjs"])
}

fn in_wasm(root: &Path) -> Result<()> {
    conformance::write(root)?;
    wasm::build(root)?;
    run(root, "node", &["--test", "bindings/wasm/tests/"])?;
    run(root, "node", &["examples/node/one_minute.mjs", "wasm"])?;
    wasm::golden(root)?;
    wasm::check_size(root)
}

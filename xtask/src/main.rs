//! `cargo xtask <command>`: everything that is done to the project besides `cargo build`.

mod bench;
mod conformance;
mod generate;
mod npm;
mod proof;
mod python;
mod shell;
mod test;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "usage: cargo xtask <command>

  test [gen|rust|python|node|wasm]   everything that must hold, or one part of it; sets up what it needs
  gen [--check]                      write what the languages see of the operation table, or say what is stale
  build [python|node|wasm]           build one package in place
  size                               raw, gzip and brotli size of the WASM package, and of each room alone
  bench [filter...]                  time the kernels (criterion)
  bench --peers                      time each kernel beside another implementation, from Rust and from Python
  proof fuzz [seconds]               every fuzz target for so long (20 s); needs nightly Rust and cargo-fuzz
  proof differential                 the formulas against slow references, a hundred thousand inputs each; half an hour or more
  proof miri                         units and numerics under Miri; needs nightly Rust with miri";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_path_buf()
}

/// Where cargo puts what it builds.
fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

fn command(root: &Path, words: &[&str]) -> Result<()> {
    match words {
        ["test"] => test::all(root, None),
        ["test", part] if test::PARTS.iter().any(|(name, _)| name == part) => test::all(root, Some(part)),
        ["gen"] => generate::run(root, false),
        ["gen", "--check"] => generate::run(root, true),
        ["build", "python"] => python::install(root).map(|_| ()),
        ["build", "node"] => test::build_node(root),
        ["build", "wasm"] => wasm::build(root),
        ["size"] => wasm::size(root),
        ["bench", "--peers"] => bench::peers(root),
        ["bench", words @ ..] => bench::kernels(root, words),
        ["proof", "fuzz"] => proof::fuzz(root, "20"),
        ["proof", "fuzz", seconds] => proof::fuzz(root, seconds),
        ["proof", "differential"] => proof::differential(root),
        ["proof", "miri"] => proof::miri(root),
        _ => Err(USAGE.into()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match command(&root(), &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

//! `cargo xtask <command>`: everything that is done to the project besides `cargo build`.

mod app;
mod bench;
mod browser;
mod changed;
mod conformance;
mod generate;
mod metadata;
mod npm;
mod package;
mod proof;
mod python;
mod shell;
mod test;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "usage: cargo xtask <command>

  test [part]                        everything that must hold, or one part of it; sets up what it needs
                                     parts: gen, lint, rust, package, python, apps, node, wasm
  test --changed [base]              the parts that files changed since the last commit in common with main (or base) can break
  test browser                       the WASM package in a page, a worker and a Vite build; needs Chromium
  test services                      suites of the application on PostgreSQL, Redis and Chromium, which it starts and ends
  app hashinsight                    the example application on this machine, with sample data and demo users; until Ctrl-C
  gen [--check]                      write what the languages see of the operation table, or say what is stale
  build [python|node|wasm]           build one package in place
  build wheel                        the Python wheel to give away, in target/dist: on Linux manylinux_2_28, with zig from PyPI
  size                               raw, gzip and brotli size of the WASM package, of each room alone, and of each indicator
  size feeds                         the size of each upstream's folder
  size indicators                    the size of each indicator alone
  bench [filter...]                  time the kernels (criterion)
  bench apps [users [seconds]]       load on the application with PostgreSQL and Redis: 50 users for 30 seconds; times beside their goals
  bench --peers                      time each kernel beside another implementation, from Rust and from Python
  proof fuzz [seconds]               every fuzz target for so long (20 s); needs nightly Rust and cargo-fuzz
  proof dispatch                     dispatch plans against mixed-integer programmes (HiGHS); needs Python
  proof floor                        the floor of the treasury on 200,000 starts, and against linear programmes; needs Python
  proof engines                      one job on processes, Dask, Ray and Spark, and one hash of its result
  proof lowest                       the Python package's tests on the lowest versions of NumPy, pandas, polars and Arrow
  proof full [crate]                 the tests of the crates with their full counts, of which `test` takes 2 %; an hour or more
  proof shared [folder]              what needs real days, which lie beside the project (../shared)
  proof miri                         units and numerics under Miri; needs nightly Rust with miri
  proof aarch64                      the golden hashes as an aarch64 program, under qemu-user or on such a machine
  proof msrv                         the published crates built with the oldest Rust that they promise
  proof package                      every package built as it would come from the registry
  proof api [--check]                write the public items of each crate to docs/api, or say what is stale; needs nightly Rust
  proof deny                         licences, bans and sources of all dependencies; advisories with `proof deny advisories`";

/// The project's folder, as cargo names it when it runs this, or as the working directory lies in it. A path compiled in would still
/// name the old place after the checkout was moved or copied.
fn root() -> Result<PathBuf> {
    let places = [std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from), std::env::current_dir().ok()];
    root_around(places.iter().flatten()).ok_or_else(|| "run this inside the project's folder".into())
}

fn root_around<'a>(places: impl Iterator<Item = &'a PathBuf>) -> Option<PathBuf> {
    let is_root =
        |folder: &&Path| folder.join("xtask/Cargo.toml").is_file() && folder.join("bindings/surface").is_dir();
    places.flat_map(|place| place.ancestors()).find(is_root).map(Path::to_path_buf)
}

/// Where cargo puts what it builds.
fn target_dir(root: &Path) -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder))
}

fn command(root: &Path, words: &[&str]) -> Result<()> {
    match words {
        ["test"] => test::all(root, None),
        ["test", "browser"] => browser::run(root),
        ["test", "services"] => app::services(root),
        ["test", "--changed"] => test::changed(root, None),
        ["test", "--changed", base] => test::changed(root, Some(base)),
        ["test", part] if test::PARTS.iter().any(|known| known.name == *part) => test::all(root, Some(part)),
        ["app", name] => app::start(root, name),
        ["gen"] => generate::run(root, false),
        ["gen", "--check"] => generate::run(root, true),
        ["build", "python"] => python::install(root, "release").map(|_| ()),
        ["build", "wheel"] => python::wheel(root),
        ["build", "node"] => test::build_node(root, "release"),
        ["build", "wasm"] => wasm::build(root, &wasm::modules()),
        ["size"] => wasm::size(root),
        ["size", "feeds"] => wasm::feeds(root),
        ["size", "indicators"] => wasm::indicators(root),
        ["bench", "apps", words @ ..] => app::load(root, words),
        ["bench", "--peers"] => bench::peers(root),
        ["bench", words @ ..] => bench::kernels(root, words),
        ["proof", "fuzz"] => proof::fuzz(root, "20"),
        ["proof", "fuzz", seconds] => proof::fuzz(root, seconds),
        ["proof", "dispatch"] => proof::dispatch::prove(root),
        ["proof", "floor"] => proof::floor::prove(root),
        ["proof", "engines"] => proof::engines::prove(root),
        ["proof", "lowest"] => proof::lowest::prove(root),
        ["proof", "full"] => proof::full(root, None),
        ["proof", "full", name] => proof::full(root, Some(name)),
        ["proof", "shared"] => proof::shared::prove(&root.join("../shared")),
        ["proof", "shared", folder] => proof::shared::prove(Path::new(folder)),
        ["proof", "miri"] => proof::miri(root),
        ["proof", "aarch64"] => proof::aarch64::prove(root),
        ["proof", "msrv"] => proof::msrv::prove(root),
        ["proof", "package"] => package::verify(root),
        ["proof", "api"] => proof::api::prove(root, false),
        ["proof", "api", "--check"] => proof::api::prove(root, true),
        ["proof", "deny"] => proof::deny::prove(root, &["licenses", "bans", "sources"]),
        ["proof", "deny", "advisories"] => proof::deny::prove(root, &["advisories"]),
        _ => Err(USAGE.into()),
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match root().and_then(|root| command(&root, &words)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
#[test]
fn the_root_is_found_at_run_time() {
    let copy = std::env::temp_dir().join(format!("hashinsight-root-{}", std::process::id()));
    let made = ["xtask/src", "bindings/surface"].map(|folder| std::fs::create_dir_all(copy.join(folder)));
    assert!(made.iter().all(std::result::Result::is_ok) && std::fs::write(copy.join("xtask/Cargo.toml"), "").is_ok());
    let found =
        [copy.join("xtask"), copy.join("bindings/surface"), copy.clone()].map(|place| root_around([place].iter()));
    let elsewhere = root_around([std::env::temp_dir()].iter());
    let second = root_around([std::env::temp_dir(), copy.join("xtask/src")].iter());
    assert!(std::fs::remove_dir_all(&copy).is_ok());
    assert_eq!(found, [Some(copy.clone()), Some(copy.clone()), Some(copy.clone())]);
    assert_eq!((elsewhere, second), (None, Some(copy)));
}

//! The WASM package: build, bind, optimize, measure.

use std::path::{Path, PathBuf};

use crate::shell::{run, run_with};
use crate::{Result, npm, target_dir};

const TARGET: &str = "wasm32-unknown-unknown";
const FLAGS: [(&str, &str); 1] = [("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C target-feature=+simd128")];

/// Makes modules small.
const OPTIMIZER: &str = "bindings/ts/node_modules/binaryen/bin/wasm-opt";
/// How; the names of output and input follow. Functions of like names lie side by side, and zeros stay within the data: both weigh less when
/// compressed.
const PASSES: [&str; 14] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--skip-pass=memory-packing",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "-o",
];

/// The folder with a module, its glue and its types for each name.
const BOUND: &str = "bindings/wasm/web";
/// The name of the module with every room.
const WHOLE: &str = "hashinsight";
/// What every module holds, with one field of each kind that crosses: reader, writer, glue, allocator.
const BASE: &str = "base";

/// Names of the modules besides that of all rooms: rooms, and parts of rooms.
pub(crate) fn modules() -> Vec<String> {
    let parts = hashinsight_surface::PARTS.iter().map(hashinsight_surface::Part::module);
    hashinsight_surface::ROOMS.into_iter().map(str::to_owned).chain(parts).collect()
}

/// Builds the package in `bindings/wasm` with the module of all rooms and these others, with simd128 and without a panic machinery.
pub(crate) fn build(root: &Path, modules: &[impl AsRef<str>]) -> Result<()> {
    set_up(root)?;
    let bound = root.join(BOUND);
    if bound.exists() {
        std::fs::remove_dir_all(&bound)?;
    }
    for name in modules.iter().map(AsRef::as_ref) {
        module(root, name, &["--no-default-features", "--features", name], &bound)?;
    }
    module(root, WHOLE, &[], &bound)?;
    npm::compile(root, "wasm")?;
    run(root, "node", &["bindings/wasm/bundle.mjs"])
}

/// Builds one module with what is around it into a folder, and makes it small.
fn module(root: &Path, name: &str, features: &[&str], bound: &Path) -> Result<PathBuf> {
    compile(root, features)?;
    let built = target_dir(root).join(TARGET).join("wasm/hashinsight_wasm.wasm");
    tool(root, &["bind", &built.display().to_string(), name, &bound.display().to_string()])?;
    let module = bound.join(format!("{name}_bg.wasm"));
    optimize(root, name, &module)?;
    Ok(module)
}

fn set_up(root: &Path) -> Result<()> {
    run(root, "rustup", &["target", "add", TARGET])?;
    npm::install(root, npm::BUILD)
}

fn compile(root: &Path, features: &[&str]) -> Result<()> {
    let arguments = ["build", "--locked", "--package", "hashinsight-wasm", "--profile", "wasm", "--target", TARGET];
    run_with(root, "cargo", &[arguments.as_slice(), features].concat(), &FLAGS)
}

/// What `xtask-wasm` does: apart from xtask, so that only this part waits for wasm-bindgen.
fn tool(root: &Path, words: &[&str]) -> Result<()> {
    run(root, "cargo", &[&["run", "--locked", "--quiet", "--package", "xtask-wasm", "--"], words].concat())
}

/// Makes a module small. It takes long, so what came of a module is kept: the same module, optimizer and passes give the same again.
fn optimize(root: &Path, name: &str, module: &Path) -> Result<()> {
    let kept = target_dir(root).join("wasm-opt").join(name);
    std::fs::create_dir_all(&kept)?;
    let (before, recipe, after) = (kept.join("before.wasm"), kept.join("recipe.txt"), kept.join("after.wasm"));
    let bytes = std::fs::read(module)?;
    let lock = std::fs::read_to_string(root.join(npm::BUILD).join("package-lock.json"))?;
    let wanted = [PASSES.join(" "), lock].join("\n");
    let known = std::fs::read(&before).is_ok_and(|kept| kept == bytes)
        && std::fs::read_to_string(&recipe).is_ok_and(|kept| kept == wanted)
        && after.is_file();
    if known {
        println!("wasm-opt has seen this module: {name}");
    } else {
        // The recipe is written last: an interrupted run leaves none.
        let _ = std::fs::remove_file(&recipe);
        std::fs::write(&before, bytes)?;
        let [input, output] = [&before, &after].map(|path| path.display().to_string());
        run(root, "node", &[&[OPTIMIZER], PASSES.as_slice(), &[&output, &input]].concat())?;
        std::fs::write(recipe, wanted)?;
    }
    std::fs::copy(after, module)?;
    Ok(())
}

/// Runs the golden hashes as WASM: the bits of the native build.
pub(crate) fn golden(root: &Path) -> Result<()> {
    let package = ["--package", "hashinsight", "--no-default-features", "--features", "derivatives,mining,signals"];
    let arguments = ["--example", "golden_bits", "--profile", "wasm", "--target", TARGET];
    let arguments = [&["build", "--locked"], package.as_slice(), &arguments].concat();
    run_with(root, "cargo", &arguments, &FLAGS)?;
    let module = target_dir(root).join(TARGET).join("wasm/examples/golden_bits.wasm").display().to_string();
    let script = "const { instance } = await WebAssembly.instantiate(require('fs').readFileSync(process.argv[1])); \
                  process.exitCode = instance.exports.main(0, 0);";
    let script = format!("(async () => {{ {script} }})()");
    run(root, "node", &["--eval", &script, &module])
        .map_err(|error| format!("other bits than natively: {error}").into())
}

/// Most bytes of a module (brotli), and what for. A budget rises only in a commit that says what for.
const BUDGETS: [(&str, usize); 24] = [
    (BASE, 53_000), // the goal is 45,000: one field of each kind, pieces, job and stream handles
    ("crm", 140_000),
    ("derivatives", 190_000), // the goal is 160,000: greeks of barriers, passages and drawdowns, accounts in several coins
    ("feeds", 270_000),
    ("feeds_chain", 162_000), // the goal of these two is 110,000: six upstreams, and five exchanges
    ("feeds_exchanges", 220_000),
    ("feeds_files", 80_000),
    ("insurance", 330_000), // four parts, of which each has a module
    ("insurance_actuarial", 105_000),
    ("insurance_book", 150_000),
    ("insurance_claim", 130_000),
    ("insurance_quote", 200_000),
    ("mining", 222_000), // the goal is 215,000: bills and plans of any settlement, clock and demand charge
    ("mining_core", 70_000),
    ("report", 485_000), // with fragments, plots of thirteen more answers
    ("signals", 260_000),
    ("signals_indicators", 97_000),
    ("signals_modules", 225_000),
    ("texts", 100_000), // the words of every choice, problem and form of what is allowed, in two languages
    ("treasury", 240_000), // three parts, of which each has a module
    ("treasury_backtest", 172_000),
    ("treasury_ledger", 110_000),
    ("treasury_policy", 110_000),
    (WHOLE, 1_250_000), // nine rooms
];

/// Prints raw, gzip and brotli size of the modules that are built, and fails where one is above its budget.
pub(crate) fn check_size(root: &Path) -> Result<()> {
    let mut over = Vec::new();
    for (name, budget) in BUDGETS {
        let folder = if name == BASE { base(root) } else { root.join(BOUND) };
        let module = folder.join(format!("{name}_bg.wasm"));
        if module.is_file() && tool(root, &["size", name, &module.display().to_string(), &budget.to_string()]).is_err()
        {
            over.push(name);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("over their budgets: {}", over.join(", ")).into()) }
}

/// Where the module without a room lies, which is in no package.
fn base(root: &Path) -> PathBuf {
    target_dir(root).join("wasm-base")
}

/// Builds the package with every module and prints their sizes, and what each of them pays for.
pub(crate) fn size(root: &Path) -> Result<()> {
    build(root, &modules())?;
    module(root, BASE, &["--no-default-features", "--features", "border"], &base(root))?;
    check_size(root)?;
    indicators(root)
}

/// Prints what each folder of the feeds weighs, an upstream each and what they share, by the names that their module has before it is bound.
pub(crate) fn feeds(root: &Path) -> Result<()> {
    compile(root, &["--no-default-features", "--features", "feeds"])?;
    let built = target_dir(root).join(TARGET).join("wasm/hashinsight_wasm.wasm");
    tool(root, &["parts", &built.display().to_string(), "hashinsight_feeds", "30000"])
}

/// What indicators share.
const SHARED: [&str; 8] = ["average", "contract", "family", "lanes", "output", "recent", "sweep", "window"];

/// Prints what each indicator weighs, by the names that the module of the signals has before it is bound: 1 kB of each is the goal. Names say
/// for which type a function is made, in a folder of their own: other names are other crates.
pub(crate) fn indicators(root: &Path) -> Result<()> {
    let named = format!("{} -C symbol-mangling-version=v0", FLAGS[0].1);
    let folder = target_dir(root).join("named").display().to_string();
    let arguments = ["build", "--locked", "--package", "hashinsight-wasm", "--profile", "wasm", "--target", TARGET];
    let signals = ["--no-default-features", "--features", "signals", "--target-dir", &folder];
    run_with(root, "cargo", &[arguments.as_slice(), &signals].concat(), &[(FLAGS[0].0, &named)])?;
    let built = Path::new(&folder).join(TARGET).join("wasm/hashinsight_wasm.wasm").display().to_string();
    tool(root, &[["parts", &built, "indicators", "1000"].as_slice(), &SHARED].concat())
}

#[cfg(test)]
#[test]
fn every_module_has_a_budget() {
    let others = [BASE, WHOLE].map(str::to_owned);
    let names: std::collections::BTreeSet<String> = modules().into_iter().chain(others).collect();
    assert_eq!(names, BUDGETS.iter().map(|(name, _)| (*name).to_owned()).collect());
}

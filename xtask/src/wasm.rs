//! The WASM package: build, bind, optimize, measure.

use std::path::{Path, PathBuf};

use crate::shell::{run, run_with};
use crate::{Result, npm, target_dir};

const TARGET: &str = "wasm32-unknown-unknown";
const FLAGS: [(&str, &str); 1] = [("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C target-feature=+simd128")];
/// The whole package with all eight rooms must stay below this (brotli). A page that needs one room builds it alone: `cargo xtask size`.
const BUDGET_BYTES: usize = 1_000_000;

/// Makes modules small.
const OPTIMIZER: &str = "bindings/ts/node_modules/binaryen/bin/wasm-opt";
/// How; the names of output and input follow.
const PASSES: [&str; 12] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--enable-simd",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "-o",
];

/// Builds the `web` and `nodejs` forms into `bindings/wasm`, with simd128 and without a panic machinery.
pub(crate) fn build(root: &Path) -> Result<()> {
    set_up(root)?;
    compile(root, &[])?;
    let [web, nodejs] = ["web", "nodejs"].map(|form| root.join("bindings/wasm").join(form));
    let (web, nodejs) = (bind(root, "web", &web)?, bind(root, "nodejs", &nodejs)?);
    if std::fs::read(&web)? != std::fs::read(&nodejs)? {
        return Err("the forms `web` and `nodejs` have different modules".into());
    }
    optimize(root, "all", &web)?;
    std::fs::copy(web, nodejs)?;
    npm::compile(root, "wasm")
}

fn set_up(root: &Path) -> Result<()> {
    run(root, "rustup", &["target", "add", TARGET])?;
    npm::install(root, npm::BUILD)
}

fn compile(root: &Path, features: &[&str]) -> Result<()> {
    let arguments = ["build", "--locked", "--package", "hashinsight-wasm", "--profile", "wasm", "--target", TARGET];
    run_with(root, "cargo", &[arguments.as_slice(), features].concat(), &FLAGS)
}

/// Writes one form of what was compiled, and tells where its module lies.
fn bind(root: &Path, form: &str, out: &Path) -> Result<PathBuf> {
    let built = target_dir(root).join(TARGET).join("wasm/hashinsight_wasm.wasm");
    tool(root, &["bind", &built.display().to_string(), form, &out.display().to_string()])?;
    Ok(out.join("hashinsight_bg.wasm"))
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

/// Prints raw, gzip and brotli size of the package, and fails above the budget.
pub(crate) fn check_size(root: &Path) -> Result<()> {
    let module = root.join("bindings/wasm/web/hashinsight_bg.wasm").display().to_string();
    tool(root, &["size", "all rooms", &module, &BUDGET_BYTES.to_string()])
}

/// Builds each room alone and prints its size, then that of the package.
pub(crate) fn size(root: &Path) -> Result<()> {
    set_up(root)?;
    let out = target_dir(root).join("wasm-size");
    for room in hashinsight_surface::ROOMS {
        compile(root, &["--no-default-features", "--features", room])?;
        let module = bind(root, "web", &out)?;
        optimize(root, room, &module)?;
        tool(root, &["size", room, &module.display().to_string()])?;
    }
    build(root)?;
    check_size(root)
}

//! The WASM package: build, bind, optimize, measure.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::shell::{run, run_with};
use crate::{Result, npm, target_dir};

const TARGET: &str = "wasm32-unknown-unknown";
const FLAGS: [(&str, &str); 1] = [("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C target-feature=+simd128")];
/// The whole package with all rooms must stay below this (brotli). A page that needs one room builds it alone: `cargo xtask size`.
const BUDGET_BYTES: usize = 500_000;

/// Builds the `web` and `nodejs` forms into `bindings/wasm`, with simd128 and without a panic machinery.
pub(crate) fn build(root: &Path) -> Result<()> {
    set_up(root)?;
    compile(root, &[])?;
    let [web, nodejs] = ["web", "nodejs"].map(|form| root.join("bindings/wasm").join(form));
    let (web, nodejs) = (bind(root, "web", &web)?, bind(root, "nodejs", &nodejs)?);
    if std::fs::read(&web)? != std::fs::read(&nodejs)? {
        return Err("the forms `web` and `nodejs` have different modules".into());
    }
    optimize(root, &web)?;
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
    let mut bindgen = Bindgen::new();
    // With the default path the glue knows where its module lies, and bundlers see it: `new URL("hashinsight_bg.wasm", import.meta.url)`.
    bindgen.input_path(&built).out_name("hashinsight").typescript(true).omit_default_module_path(false);
    if form == "web" { bindgen.web(true) } else { bindgen.nodejs(true) }.map_err(|error| error.to_string())?;
    bindgen.generate(out).map_err(|error| error.to_string())?;
    if form == "nodejs" {
        // The package is an ES module; what bindgen writes for Node is CommonJS.
        std::fs::rename(out.join("hashinsight.js"), out.join("hashinsight.cjs"))?;
    }
    Ok(out.join("hashinsight_bg.wasm"))
}

/// Makes a module small.
fn optimize(root: &Path, module: &Path) -> Result<()> {
    let (module, optimizer) = (module.display().to_string(), "bindings/ts/node_modules/binaryen/bin/wasm-opt");
    let features = ["--enable-simd", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"];
    let arguments = [
        &[optimizer, "--flatten", "--rereloop", "-Oz", "-Oz"],
        features.as_slice(),
        &["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue", "-o", &module, &module],
    ]
    .concat();
    run(root, "node", &arguments)
}

/// Runs the golden hashes as WASM: the bits of the native build.
pub(crate) fn golden(root: &Path) -> Result<()> {
    let package = ["--package", "hashinsight", "--no-default-features", "--features", "derivatives"];
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
    let brotli = measure("all rooms", &root.join("bindings/wasm/web/hashinsight_bg.wasm"))?;
    if brotli > BUDGET_BYTES {
        return Err(format!("the WASM package is over its budget of {BUDGET_BYTES} B brotli").into());
    }
    Ok(())
}

/// Builds each room alone and prints its size, then that of the package.
pub(crate) fn size(root: &Path) -> Result<()> {
    set_up(root)?;
    let out = target_dir(root).join("wasm-size");
    for room in hashinsight_surface::ROOMS {
        compile(root, &["--no-default-features", "--features", room])?;
        let module = bind(root, "web", &out)?;
        optimize(root, &module)?;
        measure(room, &module)?;
    }
    build(root)?;
    check_size(root)
}

fn measure(what: &str, module: &Path) -> Result<usize> {
    let bytes = std::fs::read(module)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &parameters)?;
    println!("wasm, {what}: raw {} B, gzip {gzip} B, brotli {} B", bytes.len(), brotli.len());
    Ok(brotli.len())
}

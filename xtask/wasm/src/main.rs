//! `xtask-wasm bind` and `xtask-wasm size`: what `cargo xtask` needs wasm-bindgen and compressors for.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "usage: xtask-wasm bind <module.wasm> <web|nodejs> <folder>
       xtask-wasm size <name> <module.wasm> [most bytes after brotli]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["bind", module, form @ ("web" | "nodejs"), folder] => bind(Path::new(module), form, Path::new(folder)),
        ["size", name, module] => size(name, Path::new(module)).map(|_| ()),
        ["size", name, module, most] => within(name, Path::new(module), most),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask-wasm: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Writes one form of a compiled module: glue, types and the module as `hashinsight_bg.wasm`.
fn bind(module: &Path, form: &str, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    // With the default path the glue knows where its module lies, and bundlers see it: `new URL("hashinsight_bg.wasm", import.meta.url)`.
    bindgen.input_path(module).out_name("hashinsight").typescript(true).omit_default_module_path(false);
    if form == "web" { bindgen.web(true) } else { bindgen.nodejs(true) }.map_err(|error| error.to_string())?;
    bindgen.generate(folder).map_err(|error| error.to_string())?;
    if form == "nodejs" {
        // The package is an ES module; what bindgen writes for Node is CommonJS.
        let glue: PathBuf = folder.join("hashinsight.js");
        std::fs::rename(&glue, glue.with_extension("cjs"))?;
    }
    Ok(())
}

fn within(name: &str, module: &Path, most: &str) -> Result<()> {
    let most: usize = most.parse().map_err(|_| USAGE)?;
    let brotli = size(name, module)?;
    if brotli > most { Err(format!("{name} is over its budget of {most} B brotli").into()) } else { Ok(()) }
}

/// Prints raw, gzip and brotli size.
fn size(name: &str, module: &Path) -> Result<usize> {
    let bytes = std::fs::read(module)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    let gzip = gzip.finish()?.len();
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut bytes.as_slice(), &mut brotli, &parameters)?;
    println!("wasm, {name}: raw {} B, gzip {gzip} B, brotli {} B", bytes.len(), brotli.len());
    Ok(brotli.len())
}

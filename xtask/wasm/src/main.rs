//! `xtask-wasm bind` and `xtask-wasm size`: what `cargo xtask` needs wasm-bindgen and compressors for.

mod locations;
mod panics;
mod parts;

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "usage: xtask-wasm bind <module.wasm> <name> <folder>
       xtask-wasm size <name> <module.wasm> [most bytes after brotli]
       xtask-wasm parts <module.wasm> <Rust module> <most bytes of each after brotli> [what they share ...]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        ["bind", module, name, folder] => bind(Path::new(module), name, Path::new(folder)),
        ["parts", module, folder, most, ref shared @ ..] => parts_of(Path::new(module), folder, most, shared),
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

/// Writes a module as `<name>_bg.wasm` and its glue as `<name>.js`. Inside both it is called `module`, so that the glue of all modules is one
/// text; where a module lies says who loads it.
fn bind(module: &Path, name: &str, folder: &Path) -> Result<()> {
    let mut quiet = panics::silenced(&std::fs::read(module)?)?;
    locations::forgotten(&mut quiet)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_bytes("module", quiet).out_name("module").typescript(false).omit_default_module_path(true);
    bindgen.web(true).map_err(|error| format!("{error:#}"))?;
    bindgen.generate(folder).map_err(|error| format!("{error:#}"))?;
    for ending in [".js", "_bg.wasm"] {
        std::fs::rename(folder.join(format!("module{ending}")), folder.join(format!("{name}{ending}")))?;
    }
    Ok(())
}

fn within(name: &str, module: &Path, most: &str) -> Result<()> {
    let most: usize = most.parse().map_err(|_| USAGE)?;
    let brotli = size(name, module)?;
    if brotli > most { Err(format!("{name} is over its budget of {most} B brotli").into()) } else { Ok(()) }
}

/// Prints what each module of a Rust module weighs: its functions, compressed by themselves. Where that is above the most, what counts is how
/// much less all code would weigh without it. What they share is told, and not held to the most.
fn parts_of(module: &Path, folder: &str, most: &str, shared: &[&str]) -> Result<()> {
    let most: usize = most.parse().map_err(|_| USAGE)?;
    let bytes = std::fs::read(module)?;
    let functions = parts::functions(&bytes, folder, shared)?;
    let parts: BTreeSet<&str> = functions.iter().filter_map(|(part, _)| part.as_deref()).collect();
    let code = |is_taken: &dyn Fn(Option<&str>) -> bool| -> Vec<u8> {
        let taken = functions.iter().filter(|(part, _)| is_taken(part.as_deref()));
        taken.flat_map(|(_, body)| *body).copied().collect()
    };
    let whole = brotli(&code(&|_| true))?.len();
    let mut over = Vec::new();
    for name in &parts {
        let own = code(&|part| part == Some(*name));
        let alone = brotli(&own)?.len();
        let mut told = format!("raw {} B, brotli {alone} B alone", own.len());
        if shared.contains(name) {
            told += ", shared";
        } else if alone > most {
            let adds = whole.saturating_sub(brotli(&code(&|part| part != Some(*name)))?.len());
            told = format!("{told}, {adds} B of the whole");
            over.extend((adds > most).then_some(*name));
        }
        println!("wasm, {folder}::{name}: {told}");
    }
    let over = if over.is_empty() { "none".into() } else { over.join(", ") };
    println!("wasm, {folder}: {} parts of code of {whole} B, above {most} B: {over}", parts.len());
    Ok(())
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut brotli = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    Ok(brotli)
}

/// Prints raw, gzip and brotli size.
fn size(name: &str, module: &Path) -> Result<usize> {
    let bytes = std::fs::read(module)?;
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    gzip.write_all(&bytes)?;
    let gzip = gzip.finish()?.len();
    let brotli = brotli(&bytes)?;
    println!("wasm, {name}: raw {} B, gzip {gzip} B, brotli {} B", bytes.len(), brotli.len());
    Ok(brotli.len())
}

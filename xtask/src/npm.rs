//! npm packages and the TypeScript compiler.

use std::path::Path;

use crate::Result;
use crate::shell::run;

/// Installs what `bindings/ts/package-lock.json` names, unless it is there.
pub(crate) fn install(root: &Path) -> Result<()> {
    let (lock, installed) =
        (root.join("bindings/ts/package-lock.json"), root.join("bindings/ts/node_modules/.installed-lock.json"));
    let wanted = std::fs::read_to_string(&lock)?;
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(());
    }
    println!("installing the npm packages of bindings/ts");
    run(
        root,
        if cfg!(windows) { "npm.cmd" } else { "npm" },
        &["ci", "--prefix", "bindings/ts", "--no-audit", "--no-fund"],
    )?;
    Ok(std::fs::write(installed, wanted)?)
}

/// Compiles the TypeScript of one package.
pub(crate) fn compile(root: &Path, package: &str) -> Result<()> {
    let project = format!("bindings/{package}");
    run(root, "node", &["bindings/ts/node_modules/typescript/bin/tsc", "-p", &project])
}

//! npm packages and the TypeScript compiler.

use std::path::Path;

use crate::Result;
use crate::shell::run;

/// The folder whose packages build the bindings.
pub(crate) const BUILD: &str = "bindings/ts";

/// Installs what the lock file of a folder names, unless it is there.
pub(crate) fn install(root: &Path, folder: &str) -> Result<()> {
    let lock = root.join(folder).join("package-lock.json");
    let installed = root.join(folder).join("node_modules/.installed-lock.json");
    let wanted = std::fs::read_to_string(&lock)?;
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(());
    }
    println!("installing the npm packages of {folder}");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(root, npm, &["ci", "--prefix", folder, "--no-audit", "--no-fund"])?;
    Ok(std::fs::write(installed, wanted)?)
}

/// Compiles the TypeScript of one package.
pub(crate) fn compile(root: &Path, package: &str) -> Result<()> {
    let project = format!("bindings/{package}");
    run(root, "node", &["bindings/ts/node_modules/typescript/bin/tsc", "-p", &project])
}

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

/// Compiles the TypeScript of one package, and puts beside it what every package has: licences, and the schemas with their type.
pub(crate) fn compile(root: &Path, package: &str) -> Result<()> {
    let project = format!("bindings/{package}");
    // The package has the whole folder, with what an older build left in it.
    let built = root.join(&project).join("dist");
    if built.exists() {
        std::fs::remove_dir_all(built)?;
    }
    run(root, "node", &["bindings/ts/node_modules/typescript/bin/tsc", "-p", &project])?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        std::fs::copy(root.join(licence), root.join(&project).join(licence))?;
    }
    let folder = root.join(&project).join("schemas");
    if folder.exists() {
        std::fs::remove_dir_all(&folder)?;
    }
    std::fs::create_dir_all(&folder)?;
    for types in ["schema.d.ts", "vocabulary.d.ts"] {
        std::fs::copy(root.join(BUILD).join(types), folder.join(types))?;
    }
    for entry in std::fs::read_dir(root.join("docs/schemas"))? {
        let entry = entry?;
        let schema: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(entry.path())?)?;
        std::fs::write(folder.join(entry.file_name()), schema.to_string())?;
    }
    Ok(())
}

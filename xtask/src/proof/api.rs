//! `cargo xtask proof api`: the public items of each published crate as text, one a line, so that a change of the API is seen in a diff.

use std::path::Path;
use std::process::Command;

use super::{installed, missing};
use crate::Result;
use crate::metadata::members;

const FOLDER: &str = "docs/api";

/// Writes the lists, or says which are stale. Without blanket, auto-trait and derived implementations: they are most of the lines and
/// follow from the types.
pub(crate) fn prove(root: &Path, check: bool) -> Result<()> {
    if let Some(reason) =
        missing(&["+nightly", "--version"], "nightly Rust: rustdoc writes what is read here only there")
    {
        println!("api: not run: {reason}");
        return Ok(());
    }
    // The version must know the form that nightly's rustdoc writes; where it does not, it says which does.
    let tool = installed(root, "cargo-public-api", "0.52.0")?;
    std::fs::create_dir_all(root.join(FOLDER))?;
    let mut stale = Vec::new();
    for member in members(root)?.into_iter().filter(|member| member.published) {
        let arguments = ["public-api", "-sss", "--all-features", "--package", &member.name];
        let out = Command::new(&tool).args(arguments).env("RUSTUP_TOOLCHAIN", "nightly").current_dir(root).output()?;
        if !out.status.success() {
            return Err(format!("{}: {}", member.name, String::from_utf8_lossy(&out.stderr)).into());
        }
        let text = String::from_utf8(out.stdout)?;
        let file = root.join(FOLDER).join(format!("{}.txt", member.name));
        println!("{}: {} public items", member.name, text.lines().count());
        if check && std::fs::read_to_string(&file).unwrap_or_default() != text {
            stale.push(member.name);
        } else if !check {
            std::fs::write(file, text)?;
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(format!("stale in {FOLDER}: {}", stale.join(", ")).into()) }
}

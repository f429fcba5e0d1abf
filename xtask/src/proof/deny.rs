//! `cargo xtask proof deny`: what `deny.toml` says of all dependencies.

use std::path::Path;

use super::installed;
use crate::Result;
use crate::shell::run;

/// Checks by name: `licenses`, `bans` and `sources` read what is here; `advisories` fetches the database of `RustSec`.
pub(crate) fn prove(root: &Path, checks: &[&str]) -> Result<()> {
    let tool = installed(root, "cargo-deny", "0.20.2")?;
    run(root, tool, &[&["--locked", "--all-features", "check"], checks].concat())
}

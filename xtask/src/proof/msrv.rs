//! `cargo xtask proof msrv`: the published crates, built with the oldest Rust that their manifests promise.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::metadata::members;
use crate::shell::run;

pub(crate) fn prove(root: &Path) -> Result<()> {
    let published: Vec<_> = members(root)?.into_iter().filter(|member| member.published).collect();
    let versions: BTreeSet<&str> = published.iter().map(|member| member.rust_version.as_str()).collect();
    let [version] = versions.iter().copied().collect::<Vec<_>>()[..] else {
        return Err(format!("the published crates promise different versions of Rust: {versions:?}").into());
    };
    let there = Command::new("rustup").args(["run", version, "cargo", "--version"]).output();
    if !there.is_ok_and(|output| output.status.success()) {
        let install = ["toolchain", "install", version, "--profile", "minimal", "--no-self-update"];
        if let Err(error) = run(root, "rustup", &install) {
            println!("msrv: not run: Rust {version} cannot be had: {error}");
            return Ok(());
        }
    }
    let names: Vec<&str> = published.iter().flat_map(|member| ["--package", &member.name]).collect();
    let toolchain = format!("+{version}");
    run(root, "cargo", &[&[&*toolchain, "check", "--locked", "--all-features"], names.as_slice()].concat())?;
    println!("msrv: {} crates build with Rust {version}", published.len());
    Ok(())
}

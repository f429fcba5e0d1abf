//! What the registry would get: `cargo package` of every published crate, and the files in each.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::Result;
use crate::metadata::{Member, members};
use crate::shell::run;

/// Files that a package has besides those of the folders below.
const FILES: [&str; 6] = ["Cargo.lock", "Cargo.toml", "Cargo.toml.orig", "LICENSE-APACHE", "LICENSE-MIT", "README.md"];
/// Folders that a package has whole.
const FOLDERS: [&str; 3] = ["data", "examples", "src"];
/// Written by cargo where there is a repository.
const COMMIT: &str = ".cargo_vcs_info.json";

/// Packs without building, and compares what is in each package with what is in the tree.
pub(crate) fn check(root: &Path) -> Result<()> {
    pack(root, &["--no-verify", "--quiet"])?;
    for member in published(root)? {
        let arguments = ["package", "--list", "--locked", "--allow-dirty", "--package", &member.name];
        let out = Command::new("cargo").args(arguments).current_dir(root).output()?;
        if !out.status.success() {
            return Err(String::from_utf8_lossy(&out.stderr).into_owned().into());
        }
        let listed = String::from_utf8(out.stdout)?.replace('\\', "/");
        let listed: BTreeSet<String> = listed.lines().filter(|file| *file != COMMIT).map(str::to_owned).collect();
        let mut wanted: BTreeSet<String> = FILES.iter().map(|file| (*file).to_owned()).collect();
        for folder in FOLDERS {
            collect(&member.folder, folder, &mut wanted)?;
        }
        let missing: Vec<&String> = wanted.difference(&listed).collect();
        let surplus: Vec<&String> = listed.difference(&wanted).collect();
        if !missing.is_empty() || !surplus.is_empty() {
            return Err(format!("{}: missing in the package: {missing:?}; too much: {surplus:?}", member.name).into());
        }
        println!("{}: {} files", member.name, listed.len());
    }
    Ok(())
}

/// Packs and builds each package as someone who downloads it would, in a folder of its own each time: cargo keeps what it
/// unpacks and builds of a package by the path of the folder and the version, and a tree under work keeps its version.
pub(crate) fn verify(root: &Path) -> Result<()> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_nanos();
    let target = root.join("target").join(format!("packed-{now}"));
    let packed = pack(root, &["--target-dir", &target.to_string_lossy()]);
    if target.exists() {
        std::fs::remove_dir_all(&target)?;
    }
    packed
}

fn published(root: &Path) -> Result<Vec<Member>> {
    Ok(members(root)?.into_iter().filter(|member| member.published).collect())
}

fn pack(root: &Path, options: &[&str]) -> Result<()> {
    let members = published(root)?;
    let names = members.iter().flat_map(|member| ["--package", &member.name]);
    let arguments: Vec<&str> =
        ["package", "--locked", "--allow-dirty"].into_iter().chain(options.iter().copied()).chain(names).collect();
    run(root, "cargo", &arguments)
}

/// Every file below a folder that need not exist.
fn collect(base: &Path, folder: &str, found: &mut BTreeSet<String>) -> Result<()> {
    if !base.join(folder).is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(base.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(base, &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}

//! `cargo xtask gen [--check]`: everything that people see of the operation table, in every language.

pub(crate) mod model;
mod python;
mod reference;
mod texts;
mod typescript;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Result;

/// Writes the generated files, or says which are stale.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let model = model::model()?;
    let files = files(&model)?;
    let mut stale: Vec<String> = Vec::new();
    for (path, text) in &files {
        let full = root.join(path);
        if std::fs::read_to_string(&full).is_ok_and(|old| old == *text) {
            continue;
        }
        stale.push(path.display().to_string());
        if !check {
            std::fs::create_dir_all(full.parent().unwrap_or(root))?;
            std::fs::write(&full, text)?;
        }
    }
    // What was generated of an operation, a domain or a topic that is gone must go too.
    for path in generated(root)?.into_iter().filter(|path| !files.contains_key(path)) {
        stale.push(path.display().to_string());
        if !check {
            std::fs::remove_file(root.join(&path))?;
        }
    }
    match (check, stale.is_empty()) {
        (_, true) => println!("generated files: {} up to date", files.len()),
        (false, false) => println!("generated files: wrote {}", stale.join(", ")),
        (true, false) => {
            return Err(format!("stale generated files, run `cargo xtask gen`: {}", stale.join(", ")).into());
        }
    }
    texts::check(root, &model)
}

fn files(model: &model::Model) -> Result<BTreeMap<PathBuf, String>> {
    let mut files = BTreeMap::new();
    files.extend(python::files(model)?);
    files.extend(typescript::files(model));
    files.extend(reference::pages(model));
    files.extend(reference::schemas(model)?);
    Ok(files)
}

/// Generated files that are there. Some folders hold nothing else; in the Python package they say of themselves what they are.
fn generated(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in [&reference::FOLDERS[..], &typescript::FOLDERS].concat() {
        found.extend(entries(root, Path::new(folder)));
    }
    let package = Path::new(python::PACKAGE);
    let mut folders = vec![package.to_owned()];
    while let Some(folder) = folders.pop() {
        for path in entries(root, &folder) {
            let full = root.join(&path);
            if full.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "py" || extension == "pyi") {
                let text = std::fs::read_to_string(full)?;
                let mark = text.lines().next().is_some_and(|line| line.contains("Generated from the operation table"));
                found.extend(mark.then_some(path));
            }
        }
    }
    Ok(found)
}

/// What lies in a folder, below the root.
fn entries(root: &Path, folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
    entries.map(|entry| folder.join(entry.file_name())).collect()
}

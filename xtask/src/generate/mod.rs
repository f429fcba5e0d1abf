//! `cargo xtask gen [--check]`: everything that people see of the operation table, in every language.

pub(crate) mod model;
mod python;
mod reference;
mod typescript;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::Result;

/// Writes the generated files, or says which are stale.
pub(crate) fn run(root: &Path, check: bool) -> Result<()> {
    let files = files()?;
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
    // A schema of an operation that is gone must go too.
    for entry in std::fs::read_dir(root.join("docs/schemas")).into_iter().flatten().flatten() {
        let path = Path::new("docs/schemas").join(entry.file_name());
        if !files.contains_key(&path) {
            stale.push(path.display().to_string());
            if !check {
                std::fs::remove_file(entry.path())?;
            }
        }
    }
    match (check, stale.is_empty()) {
        (_, true) => println!("generated files: {} up to date", files.len()),
        (false, false) => println!("generated files: wrote {}", stale.join(", ")),
        (true, false) => {
            return Err(format!("stale generated files, run `cargo xtask gen`: {}", stale.join(", ")).into());
        }
    }
    Ok(())
}

fn files() -> Result<BTreeMap<PathBuf, String>> {
    let model = model::model()?;
    let mut files = BTreeMap::new();
    for (domain, content) in &model.domains {
        let package = Path::new("bindings/python/python/hashinsight");
        files.insert(package.join(format!("{domain}.py")), python::module(domain, content, python::Form::Module));
        files.insert(package.join(format!("{domain}.pyi")), python::module(domain, content, python::Form::Stub));
    }
    files.insert("bindings/ts/src/generated.ts".into(), typescript::module(&model));
    files.insert("docs/operations.md".into(), reference::operations(&model));
    for (path, text) in reference::schemas(&model)? {
        files.insert(path, text);
    }
    Ok(files)
}

//! What cargo says of the workspace's members.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::Result;

/// A crate of this workspace.
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) published: bool,
    pub(crate) rust_version: String,
    /// Names of all crates that it asks for, also for its tests.
    needs: BTreeSet<String>,
}

pub(crate) fn members(root: &Path) -> Result<Vec<Member>> {
    let arguments = ["metadata", "--format-version", "1", "--no-deps", "--locked"];
    let out = Command::new("cargo").args(arguments).current_dir(root).output()?;
    if !out.status.success() {
        return Err(String::from_utf8_lossy(&out.stderr).into_owned().into());
    }
    let metadata: Value = serde_json::from_slice(&out.stdout)?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    packages.iter().map(|package| member(package).ok_or_else(|| "cargo metadata has another form".into())).collect()
}

fn member(package: &Value) -> Option<Member> {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    let needs = package["dependencies"].as_array()?.iter().filter_map(|d| d["name"].as_str()).map(str::to_owned);
    Some(Member {
        name: text("name")?,
        folder: PathBuf::from(text("manifest_path")?).parent()?.to_path_buf(),
        // `publish = false` is an empty list of registries.
        published: package["publish"].is_null(),
        rust_version: text("rust_version")?,
        needs: needs.collect(),
    })
}

/// The names, and those of every member that stands on one of them.
pub(crate) fn with_dependents(members: &[Member], names: &BTreeSet<String>) -> BTreeSet<String> {
    let mut found = names.clone();
    loop {
        let above = members.iter().filter(|member| !found.contains(&member.name) && !member.needs.is_disjoint(&found));
        let above: Vec<String> = above.map(|member| member.name.clone()).collect();
        if above.is_empty() {
            return found;
        }
        found.extend(above);
    }
}

#[cfg(test)]
mod tests {
    use super::{Member, with_dependents};

    #[test]
    fn dependents_are_found_through_others() {
        let member = |name: &str, needs: &[&str]| Member {
            name: name.into(),
            folder: "x".into(),
            published: true,
            rust_version: String::new(),
            needs: needs.iter().map(|need| (*need).into()).collect(),
        };
        let members = [
            member("top", &["middle"]),
            member("middle", &["ground", "serde"]),
            member("ground", &[]),
            member("beside", &[]),
        ];
        let found = with_dependents(&members, &["ground".to_owned()].into());
        assert_eq!(found, ["ground", "middle", "top"].map(str::to_owned).into());
    }
}

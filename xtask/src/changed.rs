//! `cargo xtask test --changed [base]`: the parts that the files changed since a commit can break.
//!
//! A room's change is tested in Rust: in the room, in all crates that stand on it, and through conformance, which answers every operation.
//! Another language is tested when its own files changed, generated ones included; the glue of a language does not depend on what a
//! formula answers. Under the rooms, and in the table of operations, a change concerns every language.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::metadata::{Member, members, with_dependents};
use crate::test::PARTS;

/// Which crates `cargo test` is for.
#[derive(Debug, PartialEq)]
pub(crate) enum Packages {
    All,
    Of(BTreeSet<String>),
}

/// What is to be run.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) parts: BTreeSet<&'static str>,
    pub(crate) packages: Packages,
}

/// Crates below the rooms, whose change concerns every language.
const GROUND: [&str; 5] = ["macros", "market", "numerics", "testkit", "units"];

/// What a changed file concerns: parts by name, and the package whose tests read it.
enum Concern {
    Everything,
    Parts(&'static [&'static str], Option<String>),
}

fn concern(file: &str) -> Concern {
    use Concern::{Everything, Parts};
    let facade = || Some("hashinsight".to_owned());
    match file.split('/').collect::<Vec<_>>()[..] {
        ["crates", folder, ..] if GROUND.contains(&folder) => Everything,
        ["crates", "hashinsight", ..] => Parts(&["lint", "rust", "package"], facade()),
        ["crates", room, ..] => Parts(&["gen", "lint", "rust", "package"], Some(format!("hashinsight-{room}"))),
        ["bindings" | "examples", "python", ..] => Parts(&["gen", "lint", "python"], None),
        ["bindings", "node", ..] => Parts(&["gen", "lint", "node"], None),
        ["bindings", "wasm", ..] => Parts(&["gen", "lint", "wasm"], None),
        ["bindings", "ts", ..] | ["examples", "node", ..] => Parts(&["gen", "node", "wasm"], None),
        ["examples", "web", ..] | ["xtask", "wasm", ..] => Parts(&["lint", "wasm"], None),
        ["examples", "hashinsight-flask" | "webkit", ..] | ["examples", "rows.csv"] => Parts(&["apps"], None),
        ["xtask", ..] => Parts(&["gen", "lint", "rust"], Some("xtask".to_owned())),
        ["benches" | "fuzz", ..] => Parts(&["lint"], None),
        // Tests of the facade hold the guides and the README against the code.
        ["docs", "schemas" | "operations", ..] => Parts(&["gen"], None),
        ["docs", ..] | ["README.md"] => Parts(&["rust"], facade()),
        [".ci" | ".github", ..] | ["CHANGELOG.md" | "CONTRIBUTING.md" | ".gitignore"] => Parts(&[], None),
        _ => Everything,
    }
}

pub(crate) fn plan(root: &Path, base: Option<&str>) -> Result<Plan> {
    let (base, files) = files(root, base)?;
    let plan = choose(&files, &members(root)?);
    let packages = match &plan.packages {
        Packages::All => "all crates".to_owned(),
        Packages::Of(names) => names.iter().map(String::as_str).collect::<Vec<_>>().join(", "),
    };
    let parts: Vec<&str> = PARTS.iter().map(|part| part.name).filter(|name| plan.parts.contains(name)).collect();
    println!("{} files changed since {base}; parts: {}; Rust tests of: {packages}", files.len(), parts.join(", "));
    Ok(plan)
}

fn choose(files: &[String], members: &[Member]) -> Plan {
    let everything = || Plan { parts: PARTS.iter().map(|part| part.name).collect(), packages: Packages::All };
    let (mut parts, mut packages) = (BTreeSet::new(), BTreeSet::new());
    for file in files {
        match concern(file) {
            Concern::Everything => return everything(),
            Concern::Parts(names, package) => {
                parts.extend(names);
                packages.extend(package);
            }
        }
    }
    Plan { parts, packages: Packages::Of(with_dependents(members, &packages)) }
}

/// The commit compared with, and what differs from it: committed, uncommitted and new.
fn files(root: &Path, base: Option<&str>) -> Result<(String, Vec<String>)> {
    let git = |arguments: &[&str]| -> Result<String> {
        let out = Command::new("git").args(arguments).current_dir(root).output()?;
        if out.status.success() {
            Ok(String::from_utf8(out.stdout)?)
        } else {
            Err(format!("git {}: {}", arguments.join(" "), String::from_utf8_lossy(&out.stderr).trim()).into())
        }
    };
    let candidates = base.map_or_else(|| vec!["origin/main", "main"], |base| vec![base]);
    let forked = candidates.iter().find_map(|name| git(&["merge-base", "HEAD", name]).ok());
    let Some(forked) = forked else {
        return Err(format!("no commit in common with {}: name one", candidates.join(" or ")).into());
    };
    let tracked = git(&["diff", "--name-only", "--no-renames", forked.trim()])?;
    let new = git(&["ls-files", "--others", "--exclude-standard"])?;
    Ok((forked.trim().to_owned(), tracked.lines().chain(new.lines()).map(str::to_owned).collect()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Packages, Plan, choose};
    use crate::metadata::members;

    fn plan(files: &[&str]) -> Plan {
        let files: Vec<String> = files.iter().map(|file| (*file).to_owned()).collect();
        choose(&files, &members(&crate::root().unwrap()).unwrap())
    }

    fn packages(names: &[&str]) -> Packages {
        Packages::Of(names.iter().map(|name| (*name).to_owned()).collect())
    }

    #[test]
    fn a_room_is_tested_with_all_that_stand_on_it_in_rust_only() {
        let plan = plan(&["crates/mining/src/lib.rs", "CHANGELOG.md"]);
        assert_eq!(plan.parts, BTreeSet::from(["gen", "lint", "rust", "package"]));
        let Packages::Of(names) = plan.packages else { unreachable!("one room") };
        for name in ["hashinsight-mining", "hashinsight", "hashinsight-surface", "xtask"] {
            assert!(names.contains(name), "{name}");
        }
        assert!(!names.contains("hashinsight-units") && !names.contains("hashinsight-feeds"));
    }

    #[test]
    fn generated_files_bring_their_language() {
        let plan = plan(&["crates/feeds/src/lib.rs", "bindings/python/python/hashinsight/feeds.py"]);
        assert_eq!(plan.parts, BTreeSet::from(["gen", "lint", "rust", "package", "python"]));
    }

    #[test]
    fn the_ground_the_table_and_the_unknown_concern_everything() {
        for file in ["crates/units/src/lib.rs", "bindings/surface/src/lib.rs", "Cargo.lock", "new/thing.txt"] {
            assert_eq!(plan(&[file]).packages, Packages::All, "{file}");
        }
    }

    #[test]
    fn an_application_is_tested_alone() {
        for file in ["examples/webkit/webkit/gate.py", "examples/hashinsight-flask/app.py", "examples/rows.csv"] {
            assert_eq!(plan(&[file]).parts, BTreeSet::from(["apps"]), "{file}");
        }
    }

    #[test]
    fn words_alone_need_little() {
        assert_eq!(plan(&["CONTRIBUTING.md"]), Plan { parts: BTreeSet::new(), packages: packages(&[]) });
        assert_eq!(plan(&["docs/operations/mining.md"]).parts, BTreeSet::from(["gen"]));
    }
}

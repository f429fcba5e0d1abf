//! Every line of `docs/formulas.md` leads somewhere, and no formula is missing there.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Public functions that are no formulas: contracts of jobs, streams and states, golden hashes, the catalog of machines.
const NO_FORMULAS: [&str; 7] = [
    "crates/derivatives/src/golden/mod.rs",
    "crates/mining/src/machine/catalog.rs",
    "crates/mining/src/machine/document.rs",
    "crates/numerics/src/golden.rs",
    "crates/numerics/src/job.rs",
    "crates/numerics/src/state.rs",
    "crates/numerics/src/stream.rs",
];

/// Rooms whose every public function is a formula, but for those files.
const ROOMS: [&str; 6] = ["derivatives", "insurance", "mining", "numerics", "signals", "treasury"];

/// A link of the page: its text without backticks, and the file it leads to.
type Link<'a> = (&'a str, &'a str);

/// A line of the page: what its function cell and its last cell link to, and the cases that it names.
struct Line<'a> {
    functions: Vec<Link<'a>>,
    held_by: Vec<Link<'a>>,
    cases: Vec<&'a str>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(file: &str) -> String {
    std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The links of a Markdown text that start at the root of the repository.
fn links(text: &str) -> Vec<Link<'_>> {
    let joints = text.match_indices("](../");
    joints
        .map(|(at, joint)| {
            let name = text[..at].rsplit('[').next().unwrap_or_default();
            let file = text[at + joint.len()..].split(')').next().unwrap_or_default();
            (name.trim_matches('`'), file)
        })
        .collect()
}

fn lines(page: &str) -> Vec<Line<'_>> {
    let table = page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| formula |"));
    table
        .map(|line| {
            let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
            let &[formula, source, functions, held_by] = &cells[..] else { panic!("not four cells: {line}") };
            assert!(!formula.is_empty() && !source.is_empty(), "{line}");
            let cases = held_by.split([' ', ',']).filter(|word| word.starts_with('M')).collect();
            Line { functions: links(functions), held_by: links(held_by), cases }
        })
        .collect()
}

/// Whether a text holds a name as a whole word.
fn mentions(text: &str, name: &str) -> bool {
    let part_of_a_word = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(part_of_a_word) && !text[at + name.len()..].starts_with(part_of_a_word))
}

/// The public items of a source file: functions, types, and methods as `Type::method`.
fn items(source: &str) -> BTreeSet<String> {
    let (mut items, mut subject) = (BTreeSet::new(), "");
    for line in source.lines() {
        if line.starts_with("impl") {
            let header = line.trim_end_matches(" {").split(" where ").next().unwrap_or_default();
            let named = header.rsplit_once(' ').map_or(header, |(_, subject)| subject);
            let named = named.split('<').next().unwrap_or_default();
            subject = named.rsplit("::").next().unwrap_or_default();
        }
        let Some(item) = line.trim_start().strip_prefix("pub ") else { continue };
        let item = item.strip_prefix("const ").unwrap_or(item);
        let name =
            |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default().to_owned();
        if let Some(function) = item.strip_prefix("fn ") {
            items.insert(if line.starts_with("pub ") {
                name(function)
            } else {
                format!("{subject}::{}", name(function))
            });
        } else if let Some(named) = item.strip_prefix("struct ").or_else(|| item.strip_prefix("enum ")) {
            items.insert(name(named));
        }
    }
    items
}

/// Whether a file has a test of that name.
fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let head = format!("fn {name}(");
    lines.iter().enumerate().filter(|(_, line)| line.starts_with(&head)).any(|(at, _)| {
        let attributes = lines[..at].iter().rev().take_while(|line| line.starts_with("#[") || line.starts_with("//"));
        attributes.into_iter().any(|line| *line == "#[test]")
    })
}

/// The source files under a folder, by their path from the root.
fn sources(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            files.extend(sources(&path));
        } else if entry.path().extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

/// What a test file says; a `mod.rs` speaks for its folder.
fn tests_text(file: &str) -> String {
    let folder = file.strip_suffix("/mod.rs");
    folder.map_or_else(|| read(file), |folder| sources(folder).iter().map(|file| read(file)).collect())
}

/// What is wrong with a line.
fn faults(line: &Line<'_>) -> Vec<String> {
    let Line { functions, held_by, cases } = line;
    let mut faults = Vec::new();
    let mut ask = |fine: bool, fault: String| faults.extend((!fine).then_some(fault));
    ask(!functions.is_empty(), format!("no function beside {held_by:?}"));
    for (name, file) in functions {
        ask(items(&read(file)).contains(*name), format!("{file} has no public `{name}`"));
    }
    let (vectors, tests): (Vec<Link<'_>>, Vec<_>) = held_by.iter().partition(|(_, file)| file.contains("/vectors/"));
    ask(!tests.is_empty(), format!("nothing holds {functions:?}"));
    let texts: Vec<String> = tests.iter().map(|(_, file)| tests_text(file)).collect();
    for ((test, file), text) in tests.iter().zip(&texts) {
        ask(has_test(&read(file), test), format!("{file} has no test `{test}`"));
        let asks = |(name, _): &Link<'_>| name.split("::").any(|part| mentions(text, part));
        ask(functions.iter().any(asks), format!("{file}: `{test}` asks none of {functions:?}"));
    }
    for (name, file) in &vectors {
        ask(file.ends_with(name) && root().join(file).is_file(), format!("there is no {file}"));
        // Those of numerics are named without their common part.
        let short = name.trim_start_matches("numerics_").trim_end_matches(".json");
        let quoted = [format!("{name}\""), format!("\"{short}\"")];
        let reads = |text: &String| quoted.iter().any(|quoted| text.contains(quoted));
        ask(texts.iter().any(reads), format!("{tests:?} do not read {name}"));
    }
    for case in cases {
        let holds = |(_, file): &Link<'_>| read(file).contains(&format!("\"{case}\""));
        ask(vectors.iter().any(holds), format!("no vector of {functions:?} has the case {case}"));
    }
    faults
}

#[test]
fn every_line_resolves() {
    let page = read("docs/formulas.md");
    let lines = lines(&page);
    assert!(lines.len() > 60, "the table was not read: {} lines", lines.len());
    let mut faults: Vec<String> = lines.iter().flat_map(faults).collect();
    let broken = links(&page).into_iter().filter(|(_, file)| !root().join(file).is_file());
    faults.extend(broken.map(|(_, file)| format!("there is no {file}")));
    assert!(faults.is_empty(), "docs/formulas.md:\n{}", faults.join("\n"));
}

#[test]
fn no_formula_is_forgotten() {
    let page = read("docs/formulas.md");
    let lines = lines(&page);
    let listed: BTreeSet<Link<'_>> = lines.iter().flat_map(|line| line.functions.iter().copied()).collect();
    let linked: BTreeSet<&str> = links(&page).iter().map(|(_, file)| *file).collect();
    let mut forgotten = Vec::new();
    let files = ROOMS.iter().flat_map(|room| sources(&format!("crates/{room}/src")));
    for file in files.filter(|file| !NO_FORMULAS.contains(&file.as_str())) {
        let source = read(&file);
        for line in source.lines() {
            // Streams and jobs are formulas that take their time.
            let heads = ["pub fn ", "pub const fn ", "impl Stream for ", "impl Job for "];
            let Some(rest) = heads.iter().find_map(|head| line.strip_prefix(head)) else { continue };
            let name = rest.split(['(', '<', ' ']).next().unwrap_or_default();
            if !listed.contains(&(name, file.as_str())) {
                forgotten.push(format!("`{name}` of {file}"));
            }
        }
        // A formula in the head of a module belongs to some function of the module.
        let folder = file.strip_suffix("mod.rs");
        let told = |linked: &&str| **linked == file || folder.is_some_and(|folder| linked.starts_with(folder));
        if source.contains("! ```text\n") && !linked.iter().any(told) {
            forgotten.push(format!("the formula in the docs of {file}"));
        }
    }
    for entry in std::fs::read_dir(root().join("crates/testkit/vectors")).unwrap() {
        let file = format!("crates/testkit/vectors/{}", entry.unwrap().file_name().to_str().unwrap());
        if !linked.contains(file.as_str()) {
            forgotten.push(file);
        }
    }
    assert!(forgotten.is_empty(), "docs/formulas.md lacks\n{}", forgotten.join("\n"));
}

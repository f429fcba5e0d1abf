//! `cargo xtask proof floor`: the floor of the treasury on 200,000 random starts, and against linear programmes over trees of prices.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::shell::{run, run_with};

/// Linear programmes that are solved.
const PROGRAMMES: &str = "3000";

pub(crate) fn prove(root: &Path) -> Result<()> {
    let tests = ["test", "--locked", "--package", "hashinsight-treasury", "--test", "all"];
    let named = ["--", "--nocapture", "floor"];
    run_with(root, "cargo", &[tests.as_slice(), &named].concat(), &[("HASHINSIGHT_PROOF", "1")])?;

    let place = crate::target_dir(root).join("proof-floor");
    let python = crate::python::interpreter_in(&place);
    if !python.is_file() {
        run(root, crate::python::system(), &["-m", "venv", &place.display().to_string()])?;
    }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "highspy>=1.7,<2"];
    if let Err(error) = run(root, &python, &install) {
        println!("floor: no programme was solved: HiGHS cannot be had: {error}");
        return Ok(());
    }
    let script = root.join("xtask/src/proof/floor.py").display().to_string();
    let written = Command::new(&python).args([&script, "cases", PROGRAMMES]).output()?;
    let requests = String::from_utf8(written.stdout)?;
    let mut answers = String::new();
    for request in requests.lines() {
        writeln!(answers, "{}", hashinsight_surface::call("treasury.floor", request)?)?;
    }
    let [asked, answered] = ["requests.jsonl", "answers.jsonl"].map(|name| place.join(name));
    std::fs::write(&asked, requests)?;
    std::fs::write(&answered, answers)?;
    run(root, &python, &[&script, "check", &asked.display().to_string(), &answered.display().to_string()])
}

//! `cargo xtask proof dispatch`: plans with every feature of a bill against mixed-integer programmes.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::shell::run;

/// Programmes that are solved.
const PROGRAMMES: &str = "1000";

pub(crate) fn prove(root: &Path) -> Result<()> {
    let place = crate::target_dir(root).join("proof-dispatch");
    let python = crate::python::interpreter_in(&place);
    if !python.is_file() {
        run(root, crate::python::system(), &["-m", "venv", &place.display().to_string()])?;
    }
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "scipy>=1.11,<2"];
    if let Err(error) = run(root, &python, &install) {
        println!("dispatch: no programme was solved: HiGHS cannot be had: {error}");
        return Ok(());
    }
    let script = root.join("xtask/src/proof/dispatch.py").display().to_string();
    let written = Command::new(&python).args([&script, "cases", PROGRAMMES]).output()?;
    let requests = String::from_utf8(written.stdout)?;
    let mut answers = String::new();
    for request in requests.lines() {
        match hashinsight_surface::call("mining.plan_dispatch", request) {
            Ok(answer) => writeln!(answers, "{answer}")?,
            // Machines that may not stop yet exceed the limit: the programme must say the same.
            Err(error) if error.code() == "mining.power_limit.out_of_range" => writeln!(answers, "null")?,
            Err(error) => return Err(error.into()),
        }
    }
    let [asked, answered] = ["requests.jsonl", "answers.jsonl"].map(|name| place.join(name));
    std::fs::write(&asked, requests)?;
    std::fs::write(&answered, answers)?;
    run(root, &python, &[&script, "check", &asked.display().to_string(), &answered.display().to_string()])
}

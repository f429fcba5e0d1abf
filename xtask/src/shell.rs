//! Running tools, and saying plainly which one is missing.

use std::path::Path;
use std::process::Command;

use crate::Result;

/// Runs a command in the project's root and prints it.
pub(crate) fn run(root: &Path, program: impl AsRef<Path>, arguments: &[&str]) -> Result<()> {
    run_with(root, program, arguments, &[])
}

/// As [`run`], with environment variables.
pub(crate) fn run_with(root: &Path, program: impl AsRef<Path>, arguments: &[&str], env: &[(&str, &str)]) -> Result<()> {
    let program = program.as_ref();
    let name = program.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    println!("+ {name} {}", arguments.join(" "));
    let status = Command::new(program).args(arguments).envs(env.iter().copied()).current_dir(root).status();
    let status = status.map_err(|error| format!("{} cannot be started: {error}", program.display()))?;
    if status.success() { Ok(()) } else { Err(format!("{name} {} failed", arguments.join(" ")).into()) }
}

/// One line of a tool's `--version`, or what to install.
pub(crate) fn require(tool: &str, arguments: &[&str], what: &str) -> Result<()> {
    let found = Command::new(tool).args(arguments).output().is_ok_and(|output| output.status.success());
    if found { Ok(()) } else { Err(format!("`{tool}` is missing or too old: install {what}").into()) }
}

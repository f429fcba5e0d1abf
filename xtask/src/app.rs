//! The example applications: an environment with the wheel, a start on one machine, their tests.

use std::path::{Path, PathBuf};

use crate::shell::{require, run, run_with};
use crate::{Result, python, target_dir, test, wasm};

/// The application's folder.
const FOLDER: &str = "examples/hashinsight-flask";
const PIP: [&str; 5] = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
/// Files of the WASM package that the sliders of the calculator fetch.
const MODULE: [&str; 3] = ["mining.js", "core.js", "mining_bg.wasm"];

/// Starts an application with everything that it needs on this machine, and stays until Ctrl-C.
pub(crate) fn start(root: &Path, name: &str) -> Result<()> {
    if name != "hashinsight" {
        return Err(format!("no application {name}: there is hashinsight").into());
    }
    let python = environment(root)?;
    module(root)?;
    let files = target_dir(root).join("apps/hashinsight").display().to_string();
    run(root, &python, &[&format!("{FOLDER}/demo.py"), &files])
}

/// The suites in two processes, and the rows that they stand for.
pub(crate) fn test(root: &Path) -> Result<()> {
    let python = environment(root)?;
    let results = target_dir(root).join("apps/junit.xml").display().to_string();
    let suites = ["-m", "pytest", FOLDER, "-n", "2", "--rootdir", FOLDER, "--junitxml", &results];
    run_with(root, &python, &suites, &[("PYTHONDONTWRITEBYTECODE", "1")])?;
    run(root, &python, &[&format!("{FOLDER}/tests/rows.py"), "examples/rows.csv", &results])
}

/// The same suites and more with `PostgreSQL`, Redis and Chromium, which Debian packages by these names.
pub(crate) fn services(root: &Path) -> Result<()> {
    require_services()?;
    require("chromium", &["--version"], "chromium")?;
    let python = environment(root)?;
    module(root)?;
    let browser = root.join(FOLDER).join("requirements-services.lock").display().to_string();
    run(root, &python, &[PIP.as_slice(), &["--require-hashes", "--requirement", &browser]].concat())?;
    let results = target_dir(root).join("apps").display().to_string();
    run(root, &python, &[&format!("{FOLDER}/tests/services/run_services.py"), &results])?;
    let junit = target_dir(root).join("apps/services.xml").display().to_string();
    run(root, &python, &[&format!("{FOLDER}/tests/rows.py"), "examples/rows.csv", &junit])
}

/// Load on the application as it runs in earnest, and what it comes to beside the document's goals: `words` are how many users, and
/// for how many seconds.
pub(crate) fn load(root: &Path, words: &[&str]) -> Result<()> {
    require_services()?;
    let python = environment(root)?;
    let locust = environment_of(root, "apps/bench", "requirements-bench.lock")?.display().to_string();
    let results = target_dir(root).join("apps/load").display().to_string();
    let program = [format!("{FOLDER}/bench/run.py"), locust, results];
    let program: Vec<&str> = program.iter().map(String::as_str).collect();
    run(root, &python, &[program.as_slice(), words].concat())
}

fn require_services() -> Result<()> {
    require("redis-server", &["--version"], "redis-server")?;
    require("/usr/lib/postgresql/15/bin/postgres", &["--version"], "postgresql-15")
}

/// A virtual environment with the packages of the lock file, made once, and the wheel as it is now.
fn environment(root: &Path) -> Result<PathBuf> {
    python::install(root, test::CHECK)?;
    let python = environment_of(root, "apps/venv", "requirements.lock")?;
    let wheel = python::built_wheel(root)?;
    run(root, &python, &[PIP.as_slice(), &["--force-reinstall", "--no-deps", &wheel]].concat())?;
    Ok(python)
}

/// A virtual environment with the packages of a lock file, each held against its hashes; made again where the file has changed.
fn environment_of(root: &Path, place: &str, lock: &str) -> Result<PathBuf> {
    let venv = target_dir(root).join(place);
    let python = python::interpreter_in(&venv);
    let lock = root.join(FOLDER).join(lock);
    let (stamp, wanted) = (venv.join(".installed.lock"), std::fs::read_to_string(&lock)?);
    if !std::fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        println!("making a Python environment in {}", venv.display());
        run(root, python::system(), &["-m", "venv", "--clear", &venv.display().to_string()])?;
        run(
            root,
            &python,
            &[PIP.as_slice(), &["--require-hashes", "--requirement", &lock.display().to_string()]].concat(),
        )?;
        std::fs::write(stamp, wanted)?;
    }
    Ok(python)
}

/// Copies the module of the mining room to where the calculator fetches it, and builds it where it is not there yet.
fn module(root: &Path) -> Result<()> {
    let built = root.join("bindings/wasm/dist/web");
    if !MODULE.iter().all(|file| built.join(file).is_file()) {
        wasm::build(root, &["mining"])?;
    }
    let place = root.join(FOLDER).join("static/wasm");
    std::fs::create_dir_all(&place)?;
    for file in MODULE {
        std::fs::copy(built.join(file), place.join(file))?;
    }
    Ok(())
}

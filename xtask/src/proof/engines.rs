//! `cargo xtask proof engines`: one job on processes, Dask, Ray and Spark, and one hash of its result.

use std::path::Path;
use std::process::Command;

use crate::Result;
use crate::shell::run;

/// The programs of `examples/distributed`, and the package that each needs.
const ENGINES: [(&str, Option<&str>); 5] = [
    ("here", None),
    ("on_processes", None),
    ("on_dask", Some("distributed>=2024.1")),
    ("on_ray", Some("ray>=2.9")),
    ("on_spark", Some("pyspark>=3.5")),
];

pub(crate) fn prove(root: &Path) -> Result<()> {
    crate::python::install(root, crate::test::CHECK)?;
    let place = crate::target_dir(root).join("proof-engines");
    let python = crate::python::interpreter_in(&place);
    if !python.is_file() {
        run(root, crate::python::system(), &["-m", "venv", &place.display().to_string()])?;
    }
    let wheels = crate::target_dir(root).join("wheels");
    let wheel = std::fs::read_dir(wheels)?.flatten().next().ok_or("no wheel")?.path().display().to_string();
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    run(root, &python, &[pip.as_slice(), &["--force-reinstall", &wheel]].concat())?;
    let mut hashes: Vec<String> = Vec::new();
    for (engine, package) in ENGINES {
        if let Some(package) = package
            && let Err(error) = run(root, &python, &[pip.as_slice(), &[package]].concat())
        {
            println!("{engine}: not run: {package} cannot be had: {error}");
            continue;
        }
        if engine == "on_spark" && Command::new("java").arg("-version").output().is_err() {
            println!("{engine}: not run: Spark needs Java");
            continue;
        }
        let program = root.join("examples/distributed").join(format!("{engine}.py"));
        // Spark's workers start with the interpreter that this names.
        let written = Command::new(&python).arg(program).env("PYSPARK_PYTHON", &python).output()?;
        let line = String::from_utf8(written.stdout)?;
        let hash = line.split_whitespace().last().unwrap_or_default().to_owned();
        if !written.status.success() || hash.len() != 64 {
            return Err(format!("{engine} failed: {}", String::from_utf8_lossy(&written.stderr)).into());
        }
        print!("{line}");
        hashes.push(hash);
    }
    let count = hashes.len();
    hashes.dedup();
    if hashes.len() != 1 {
        return Err("the hashes differ".into());
    }
    println!("{count} engines, one hash");
    Ok(())
}

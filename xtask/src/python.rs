//! The Python package: environment, wheel, tests, stubs.

use std::path::{Path, PathBuf};

use crate::Result;
use crate::shell::{run, run_with};

fn interpreter(root: &Path) -> PathBuf {
    interpreter_in(&crate::target_dir(root).join("venv"))
}

/// The interpreter of a virtual environment.
pub(crate) fn interpreter_in(venv: &Path) -> PathBuf {
    if cfg!(windows) { venv.join("Scripts/python.exe") } else { venv.join("bin/python") }
}

/// A virtual environment below `target` with the tools and test packages, made once.
fn environment(root: &Path) -> Result<PathBuf> {
    let python = interpreter(root);
    let stamp = crate::target_dir(root).join("venv/.installed-pyproject.toml");
    let wanted = std::fs::read_to_string(root.join("bindings/python/pyproject.toml"))?;
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == wanted) {
        return Ok(python);
    }
    println!("making a Python environment in target/venv");
    let venv = crate::target_dir(root).join("venv").display().to_string();
    run(root, system(), &["-m", "venv", "--clear", &venv])?;
    let packages = [
        "altair>=5",
        "maturin>=1.16,<2",
        "numpy>=1.26",
        "pytest>=8",
        "mypy>=1.11",
        "pandas>=2.1",
        "pandas-stubs",
        "polars>=1",
        "pyarrow>=16",
        "pyright>=1.1.400",
        "scipy>=1.11",
        "tqdm>=4",
        "types-tqdm",
    ];
    let arguments = [["-m", "pip", "install", "--quiet", "--disable-pip-version-check"].as_slice(), &packages].concat();
    run(root, &python, &arguments)?;
    std::fs::write(stamp, wanted)?;
    Ok(python)
}

/// The interpreter that makes virtual environments.
pub(crate) fn system() -> &'static str {
    if cfg!(windows) { "python" } else { "python3" }
}

/// Builds the wheel with a profile of cargo's and installs it.
pub(crate) fn install(root: &Path, profile: &str) -> Result<PathBuf> {
    crate::shell::require(
        system(),
        &["-c", "import sys, venv; assert sys.version_info >= (3, 11)"],
        "Python 3.11 or newer, with venv",
    )?;
    let python = environment(root)?;
    let wheels = crate::target_dir(root).join("wheels");
    let _ = std::fs::remove_dir_all(&wheels);
    let out = wheels.display().to_string();
    let arguments = [
        "-m",
        "maturin",
        "build",
        "--quiet",
        "--profile",
        profile,
        "--locked",
        "--manifest-path",
        "bindings/python/Cargo.toml",
        "--out",
        &out,
    ];
    run(root, &python, &arguments)?;
    let wheel = built_wheel(root)?;
    run(
        root,
        &python,
        &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps", &wheel],
    )?;
    Ok(python)
}

/// The wheel that was built last.
pub(crate) fn built_wheel(root: &Path) -> Result<String> {
    let files = std::fs::read_dir(crate::target_dir(root).join("wheels"))?.flatten().map(|entry| entry.path());
    let wheel = files.into_iter().find(|path| path.extension().is_some_and(|e| e == "whl"));
    Ok(wheel.ok_or("maturin wrote no wheel")?.display().to_string())
}

/// The wheel that is given away: on Linux for the C library of 2018 and newer (`manylinux_2_28`), linked by zig.
///
/// The one under test is linked by the system, and runs where it was built.
pub(crate) fn wheel(root: &Path) -> Result<()> {
    let python = environment(root)?;
    let out = crate::target_dir(root).join("dist");
    let _ = std::fs::remove_dir_all(&out);
    let place = out.display().to_string();
    let build = [
        "-m",
        "maturin",
        "build",
        "--release",
        "--locked",
        "--manifest-path",
        "bindings/python/Cargo.toml",
        "--out",
        &place,
    ];
    let is_linux = cfg!(target_os = "linux");
    if is_linux {
        run(root, &python, &["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "ziglang"])?;
        // Zig is looked for through the first `python3` of the path.
        let mut places = vec![python.parent().ok_or("no folder of the interpreter")?.to_path_buf()];
        places.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let path = std::env::join_paths(places)?.into_string().map_err(|_| "PATH is not Unicode")?;
        let zig = [build.as_slice(), &["--zig", "--compatibility", "manylinux_2_28"]].concat();
        run_with(root, &python, &zig, &[("PATH", &path)])?;
    } else {
        run(root, &python, &build)?;
    }
    let names: Vec<String> =
        std::fs::read_dir(&out)?.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    match names.as_slice() {
        [name] if !is_linux || name.contains("manylinux_2_28") => {
            println!("{}", out.join(name).display());
            Ok(())
        }
        names => Err(format!("not one wheel with the tag manylinux_2_28: {}", names.join(", ")).into()),
    }
}

/// Wheel, tests, types: those of the package itself, those of its native half held against what is there, those of the tests.
pub(crate) fn test(root: &Path) -> Result<()> {
    let python = install(root, crate::test::CHECK)?;
    run(root, &python, &["-m", "pytest", "bindings/python"])?;
    run(root, &python, &["-m", "mypy.stubtest", "hashinsight._native"])?;
    let source = root.join("bindings/python/python").display().to_string();
    run_with(root, &python, &["-m", "mypy", "--strict", "-p", "hashinsight"], &[("MYPYPATH", &source)])?;
    run(root, &python, &["-m", "mypy", "--strict", "bindings/python/tests"])?;
    check_types_of_examples(root, &python)
}

/// What users read and copy is clean under both strict type checkers.
fn check_types_of_examples(root: &Path, python: &Path) -> Result<()> {
    let folder = root.join("examples/python");
    run(&folder, python, &["-m", "mypy", "--strict", "."])?;
    let interpreter = python.display().to_string();
    // Strict by the folder's pyrightconfig.json. The package fetches pyright itself from npm, once.
    run(&folder, python, &["-m", "pyright", "--pythonpath", &interpreter])
}

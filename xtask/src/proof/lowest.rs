//! `cargo xtask proof lowest`: the Python package's tests on the lowest versions that it promises to work with.

use std::path::Path;

use crate::Result;
use crate::shell::run;

pub(crate) fn prove(root: &Path) -> Result<()> {
    let project = std::fs::read_to_string(root.join("bindings/python/pyproject.toml"))?;
    let pins = lowest(&project);
    crate::python::install(root, crate::test::CHECK)?;
    let place = crate::target_dir(root).join("proof-lowest");
    let _ = std::fs::remove_dir_all(&place);
    run(root, crate::python::system(), &["-m", "venv", &place.display().to_string()])?;
    let python = crate::python::interpreter_in(&place);
    let wheels = crate::target_dir(root).join("wheels");
    let wheel = std::fs::read_dir(wheels)?.flatten().next().ok_or("no wheel")?.path().display().to_string();
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", &wheel];
    let pins: Vec<&str> = pins.iter().map(String::as_str).collect();
    run(root, &python, &[pip.as_slice(), &pins].concat())?;
    run(root, &python, &["-m", "pip", "list", "--disable-pip-version-check"])?;
    run(root, &python, &["-m", "pytest", "-p", "no:cacheprovider", "bindings/python"])
}

/// Every `"name>=version"` of a project file, as `name==version`; what builds and checks the package is left out.
fn lowest(project: &str) -> Vec<String> {
    let texts = project.split('"').skip(1).step_by(2);
    let bounds = texts.filter_map(|text| text.split_once(">="));
    let used = bounds.filter(|(name, _)| !name.is_empty() && !["maturin", "mypy", "pyright"].contains(name));
    let mut pins: Vec<String> = used.map(|(name, version)| format!("{name}=={version}")).collect();
    pins.sort();
    pins.dedup();
    pins
}

#[cfg(test)]
mod tests {
    #[test]
    fn bounds_become_pins() {
        let project = r#"requires = ["maturin>=1.16,<2"] requires-python = ">=3.11" dependencies = ["numpy>=1.26"]
            test = ["pandas>=2.1", "numpy>=1.26"]"#;
        assert_eq!(super::lowest(project), ["numpy==1.26", "pandas==2.1"]);
    }
}

//! `cargo xtask test browser`: the WASM package as its users open it, in a real Chromium.

use std::path::{Path, PathBuf};

use crate::shell::run_with;
use crate::{Result, npm, target_dir, test, wasm};

const TOOLS: &str = "bindings/ts/bundlers";
const CHROMIUM: &str = "/usr/bin/chromium";

/// Builds both packages and opens what the READMEs show: a page, a worker, a bundler's build; the answers are those of the Node addon.
pub(crate) fn run(root: &Path) -> Result<()> {
    let chromium = chromium()?;
    wasm::size(root)?;
    test::build_node(root, test::CHECK)?;
    npm::install(root, TOOLS)?;
    let folder = target_dir(root).join("browser");
    let env = [("CHROMIUM", chromium.display().to_string()), ("BROWSER_FOLDER", folder.display().to_string())];
    let env = env.each_ref().map(|(name, value)| (*name, value.as_str()));
    let run = |name: &str| run_with(root, "node", &["--test-reporter=spec", &format!("{TOOLS}/{name}.test.mjs")], &env);
    run("browser")?;
    run("environments")
}

/// The browser that `CHROMIUM` names, or Debian's.
fn chromium() -> Result<PathBuf> {
    let path = std::env::var_os("CHROMIUM").map_or_else(|| CHROMIUM.into(), PathBuf::from);
    if path.is_file() {
        return Ok(path);
    }
    let how = "on Debian `apt-get install --no-install-recommends chromium fonts-noto-cjk`, elsewhere set CHROMIUM to its path";
    Err(format!("browser: not run: no Chromium at {}; {how}", path.display()).into())
}

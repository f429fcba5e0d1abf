//! `cargo xtask proof aarch64`: the golden hashes as an aarch64 program. Lanes, rounding and the compiler's choices differ there; the bits
//! must not.

use std::path::Path;
use std::process::Command;

use crate::shell::{run, run_with};
use crate::{Result, target_dir, test};

const TARGET: &str = "aarch64-unknown-linux-musl";
/// rustup's own linker and the target's own libc: no cross compiler is needed.
const LINKER: [(&str, &str); 1] = [("CARGO_TARGET_AARCH64_UNKNOWN_LINUX_MUSL_LINKER", "rust-lld")];
const QEMU: &str = "qemu-aarch64";

pub(crate) fn prove(root: &Path) -> Result<()> {
    let native = golden(&mut Command::new(build(root, None)?))?;
    if cfg!(target_arch = "aarch64") {
        println!("aarch64: this machine is one; {} hashes are those of every target", native.lines().count());
        return Ok(());
    }
    if !Command::new(QEMU).arg("--version").output().is_ok_and(|output| output.status.success()) {
        println!("aarch64: not run: needs {QEMU} (Debian: apt-get install qemu-user)");
        return Ok(());
    }
    run(root, "rustup", &["target", "add", TARGET])?;
    let emulated = golden(Command::new(QEMU).arg(build(root, Some(TARGET))?))?;
    if emulated != native {
        return Err(format!("other bits than natively:\n{emulated}natively:\n{native}").into());
    }
    println!("aarch64: {} hashes, equal to the native ones", emulated.lines().count());
    Ok(())
}

/// Builds the example and tells where it lies.
fn build(root: &Path, target: Option<&str>) -> Result<std::path::PathBuf> {
    let package = ["--package", "hashinsight", "--no-default-features", "--features", "derivatives,mining,signals"];
    let example = ["build", "--locked", "--profile", test::CHECK, "--example", "golden_bits"];
    let target_words = target.map_or_else(Vec::new, |target| vec!["--target", target]);
    run_with(root, "cargo", &[example.as_slice(), &package, &target_words].concat(), &LINKER)?;
    let folder = target.map_or_else(|| target_dir(root), |target| target_dir(root).join(target));
    Ok(folder.join(test::CHECK).join("examples").join(format!("golden_bits{}", std::env::consts::EXE_SUFFIX)))
}

/// What the example prints. It fails where a hash is not the one that every target must have.
fn golden(program: &mut Command) -> Result<String> {
    let output = program.output()?;
    let text = String::from_utf8(output.stdout)?;
    if output.status.success() && !text.is_empty() {
        Ok(text)
    } else {
        Err(format!("golden_bits: {}\n{text}{}", output.status, String::from_utf8_lossy(&output.stderr)).into())
    }
}

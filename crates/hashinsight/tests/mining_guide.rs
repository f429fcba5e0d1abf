//! The guide page says what its program prints, and shows the plots that it draws.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::path::{Path, PathBuf};
use std::process::Command;

const PLOTS: [&str; 4] = ["forecast.svg", "option.svg", "dispatch.svg", "payout.svg"];

#[test]
fn the_page_is_what_the_program_prints() {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(|deps| deps.parent()).unwrap();
    let program = folder.join("examples").join(format!("mining_guide{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: run `cargo build --example mining_guide`", program.display());
    let plots = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("mining_guide");
    std::fs::create_dir_all(&plots).unwrap();
    let output = Command::new(program).arg(&plots).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    let page = std::fs::read_to_string(guide.join("mining.md")).unwrap();
    let printed = str::from_utf8(&output.stdout).unwrap();
    let sections: Vec<&str> = printed.trim_end().split("\n\n").collect();
    assert_eq!(sections.len(), 6);
    for section in sections {
        assert!(page.contains(&format!("```text\n{section}\n```\n")), "the page does not show\n{section}");
    }
    for name in PLOTS {
        let drawn = std::fs::read_to_string(plots.join(name)).unwrap();
        assert!(drawn == std::fs::read_to_string(guide.join(name)).unwrap(), "{name}: run the example again");
        assert!(page.contains(&format!("]({name})")) && !drawn.contains("NaN"), "{name}");
    }
}

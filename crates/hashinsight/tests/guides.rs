//! A guide page says what its program prints, and shows the plots that it draws.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it does not expect")]

use std::path::{Path, PathBuf};
use std::process::Command;

fn check(program: &str, page: &str, sections: usize, plots: &[&str]) {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(|deps| deps.parent()).unwrap();
    let path = folder.join("examples").join(format!("{program}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is missing: run `cargo build --example {program}`", path.display());
    let drawn_here = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(program);
    std::fs::create_dir_all(&drawn_here).unwrap();
    let output = Command::new(path).arg(&drawn_here).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide");
    let page = std::fs::read_to_string(guide.join(page)).unwrap();
    let printed = str::from_utf8(&output.stdout).unwrap();
    let printed: Vec<&str> = printed.trim_end().split("\n\n").collect();
    assert_eq!(printed.len(), sections);
    for section in printed {
        assert!(page.contains(&format!("```text\n{section}\n```\n")), "the page does not show\n{section}");
    }
    assert_eq!(page.matches("```text\n== ").count(), sections, "the page shows figures that are not printed");
    assert_eq!(page.matches(".svg)").count(), plots.len());
    for name in plots {
        let drawn = std::fs::read_to_string(drawn_here.join(name)).unwrap();
        assert!(drawn == std::fs::read_to_string(guide.join(name)).unwrap(), "{name}: run the example again");
        assert!(page.contains(&format!("]({name})")) && !drawn.contains("NaN"), "{name}");
    }
}

#[test]
fn mining() {
    check("mining_guide", "mining.md", 6, &["forecast.svg", "option.svg", "dispatch.svg", "payout.svg"]);
}

#[test]
fn insurance() {
    check("insurance_desk", "insurance.md", 8, &[]);
}

#[test]
fn liquidation() {
    check("liquidation_guide", "liquidation.md", 14, &["touch.svg", "leverage.svg", "timing.svg", "jumps.svg"]);
}

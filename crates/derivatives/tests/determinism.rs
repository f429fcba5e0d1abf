//! The same bits on every target.

use hashinsight_derivatives::golden;

#[test]
fn golden_hashes() {
    let rows = golden::rows();
    let table: Vec<String> = rows.iter().map(|row| format!("    (\"{}\", 0x{:016x}),", row.name, row.hash)).collect();
    assert!(rows.iter().all(|row| row.hash == row.expected), "\n{}\n", table.join("\n"));
}

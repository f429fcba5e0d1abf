//! The report as plain text.

use std::fmt::Write as _;

use crate::view::{Table, View};

/// Sections one below the other; plots are left to the page.
pub(crate) fn render(title: &str, views: &[View]) -> String {
    let mut out = format!("{title}\n");
    for view in views {
        let _ = writeln!(out, "\n== {}", view.title);
        let width = view.facts.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, value) in &view.facts {
            let _ = writeln!(out, "{name:<width$}  {value}");
        }
        for table in &view.tables {
            let _ = writeln!(out, "\n{}:", table.caption);
            write_table(&mut out, table);
        }
        for note in &view.notes {
            let _ = writeln!(out, "* {note}");
        }
    }
    out
}

/// The first and the last column hold words and are set left, the others right.
fn write_table(out: &mut String, table: &Table) {
    let heading: Vec<String> = table.columns.iter().map(|name| (*name).to_owned()).collect();
    let lines: Vec<&Vec<String>> = std::iter::once(&heading).chain(&table.rows).collect();
    let last = heading.len().saturating_sub(1);
    let width = |i: usize| lines.iter().filter_map(|line| line.get(i)).map(|cell| cell.chars().count()).max();
    let widths: Vec<usize> = (0..heading.len()).map(|i| width(i).unwrap_or(0)).collect();
    for line in lines {
        let cells = line.iter().zip(&widths).enumerate().map(|(i, (cell, width))| {
            if i == 0 || i == last { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        let _ = writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

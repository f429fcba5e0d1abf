//! The report as plain text.

use std::fmt::Write as _;

use super::words::Words;
use crate::document::{Report, Section, Shown, Table, Unit};

/// Rows of a folded table that are shown in text.
const FOLDED: usize = 8;

/// Columns of the terminal that a text takes: Chinese letters take two each.
fn width(text: &str) -> usize {
    text.chars().map(|letter| if ('\u{2e80}'..='\u{ffef}').contains(&letter) { 2 } else { 1 }).sum()
}

fn padded(text: &str, to: usize, left: bool) -> String {
    let blanks = " ".repeat(to.saturating_sub(width(text)));
    if left { format!("{text}{blanks}") } else { format!("{blanks}{text}") }
}

pub(super) fn render(report: &Report, words: &Words) -> String {
    let mut out = format!("{}: {} ({})\n", words.word("site_report"), report.site, report.day);
    for section in &report.sections {
        write_section(&mut out, section, words);
    }
    out
}

fn write_section(out: &mut String, section: &Section, words: &Words) {
    let _ = writeln!(out, "\n== {}", words.section(section.name));
    if let Some(missing) = &section.missing {
        let _ = writeln!(out, "{}", words.no_data(missing));
    }
    let names: Vec<&str> = section.figures.iter().map(|figure| words.label(&figure.name)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    for (figure, name) in section.figures.iter().zip(names) {
        let value = words.shown(&figure.value, figure.unit, true);
        let link = figure.link.map_or(String::new(), |link| format!("  -> {}", words.section(link)));
        let source = if figure.link.is_some() { String::new() } else { format!("  [{}]", words.source(figure.source)) };
        let _ = writeln!(out, "{}  {value}{link}{source}", padded(name, widest, true));
    }
    for table in &section.tables {
        write_table(out, table, words);
    }
    for note in &section.notes {
        let _ = writeln!(out, "* {}", words.code(note));
    }
}

/// Words are set left, numbers right.
fn write_table(out: &mut String, table: &Table, words: &Words) {
    let shown = if table.folded { table.rows().min(FOLDED) } else { table.rows() };
    let more = if shown < table.rows() { format!(" ({shown}/{})", table.rows()) } else { String::new() };
    let _ = writeln!(out, "\n{}{more}:", words.label(&table.title));
    let columns = table.columns.iter().map(|column| {
        let cells = (0..shown).map(|row| {
            column.cells.get(row).map_or(String::new(), |cell: Shown| words.shown(&cell, column.unit, false))
        });
        let mut lines = vec![words.heading(&column.name, column.unit)];
        lines.extend(cells);
        (lines, matches!(column.unit, Unit::None))
    });
    let columns: Vec<(Vec<String>, bool)> = columns.collect();
    let widths: Vec<usize> =
        columns.iter().map(|(lines, _)| lines.iter().map(|line| width(line)).max().unwrap_or(0)).collect();
    for row in 0..=shown {
        let cells =
            columns.iter().zip(&widths).filter_map(|((lines, left), to)| Some(padded(lines.get(row)?, *to, *left)));
        let _ = writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end());
    }
}

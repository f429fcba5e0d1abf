//! The report as CSV files: numbers are bare and in full.

use hashinsight_units::record::Word;

use super::RenderedFile;
use super::words::Words;
use crate::document::{Report, Shown, Table, Unit};

pub(super) fn files(report: &Report, words: &Words) -> Vec<RenderedFile> {
    let mut figures = line(["section", "code", "name", "value", "unit", "source"].map(str::to_owned));
    let mut files = Vec::new();
    for section in &report.sections {
        let name = section.name.word();
        for figure in &section.figures {
            let code = match &figure.name {
                crate::document::Label::Code(code) => code.rsplit('.').next().unwrap_or_default(),
                crate::document::Label::Text(_) => "",
            };
            let cells = [
                name.to_owned(),
                code.to_owned(),
                words.label(&figure.name).to_owned(),
                bare(&figure.value, words),
                unit(figure.unit),
                words.source(figure.source).to_owned(),
            ];
            figures.push_str(&line(cells));
        }
        let tables = section.tables.iter().cloned();
        let plots = section.plots.iter().map(crate::document::Plot::table);
        for (kind, tables) in [("table", tables.collect::<Vec<_>>()), ("plot", plots.collect())] {
            for (index, table) in tables.iter().enumerate() {
                let name = format!("{name}_{kind}_{}.csv", index + 1);
                files.push(RenderedFile { name, text: self::table(table, words) });
            }
        }
    }
    files.insert(0, RenderedFile { name: "figures.csv".to_owned(), text: figures });
    files
}

/// Numbers are written as they are held: a fraction is no percent.
fn unit(unit: Unit) -> String {
    match unit {
        Unit::Fraction | Unit::Change | Unit::Difficulty => String::new(),
        _ => unit.symbol().to_owned(),
    }
}

fn table(table: &Table, words: &Words) -> String {
    let heading = table.columns.iter().map(|column| {
        let (name, unit) = (words.label(&column.name), unit(column.unit));
        if unit.is_empty() { name.to_owned() } else { format!("{name} {unit}") }
    });
    let mut out = line(heading);
    for row in 0..table.rows() {
        out.push_str(&line(
            table.columns.iter().map(|column| column.cells.get(row).map_or(String::new(), |cell| bare(&cell, words))),
        ));
    }
    out
}

fn bare(shown: &Shown, words: &Words) -> String {
    match shown {
        Shown::Number(value) => value.to_string(),
        Shown::Instant(time) => time.to_string(),
        other => words.shown(other, Unit::None, false),
    }
}

/// A line of RFC 4180. A text that a spreadsheet would take for a formula is set off by a quote.
fn line(cells: impl IntoIterator<Item = String>) -> String {
    let cell = |cell: String| {
        let is_formula = cell.starts_with(['=', '@', '+', '-']) && hashinsight_units::json::float(&cell).is_none();
        let cell = if is_formula { format!("'{cell}") } else { cell };
        if cell.contains([',', '"', '\n', '\r']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
    };
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

//! The report as one page that needs nothing else: style and plots are inside, scripts are not needed.

use std::fmt::Write as _;

use hashinsight_units::record::Word;

use super::svg;
use super::words::Words;
use crate::document::{Figure, Plot, PlotShape, Report, Section, SectionName, Table, Unit};

/// Style of plots, in a page and in files of their own.
pub(super) const PLOT_STYLE: &str = include_str!("plot.css");
const PAGE_STYLE: &str = include_str!("page.css");

pub(super) fn render(report: &Report, words: &Words) -> String {
    let title = escape(&title(report, words));
    let tag = language_tag(words);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{tag}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{PLOT_STYLE}{PAGE_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p class=\"note\">{}</p>\n",
        report.day
    );
    write_sections(&mut out, report, words);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

pub(super) fn title(report: &Report, words: &Words) -> String {
    format!("{}: {}", words.word("site_report"), report.site)
}

/// The sections without a page around them, in an element of a class.
pub(super) fn fragment(report: &Report, words: &Words) -> String {
    let mut out = format!("<div class=\"site-report\" lang=\"{}\">\n", language_tag(words));
    write_sections(&mut out, report, words);
    out.push_str("</div>\n");
    out
}

/// The page's style for that class alone, by nesting: nothing outside of it changes, and its variables are nobody else's.
pub(super) fn fragment_style() -> String {
    let page = PAGE_STYLE.replace("body {", "& {").replace(":root", "&");
    format!(".site-report {{\n{}{page}}}\n", PLOT_STYLE.replace(":root", "&"))
}

/// Tag of the language, as pages name it.
fn language_tag(words: &Words) -> &'static str {
    if words.tag() == "zh" { "zh-Hans" } else { words.tag() }
}

fn write_sections(out: &mut String, report: &Report, words: &Words) {
    let mut plots = 0..;
    for section in &report.sections {
        write_section(out, section, words, &mut plots);
    }
}

fn write_section(out: &mut String, section: &Section, words: &Words, plots: &mut std::ops::RangeFrom<usize>) {
    let (id, title) = (section.name.word(), escape(words.section(section.name)));
    let class = if section.name == SectionName::Answer { " class=\"answer\"" } else { "" };
    let _ = write!(out, "<section id=\"{id}\"{class}>\n<h2>{title}</h2>\n");
    if let Some(missing) = &section.missing {
        let _ = writeln!(out, "<p class=\"missing\">{}</p>", escape(&words.no_data(missing)));
    }
    if !section.figures.is_empty() {
        out.push_str("<dl>\n");
        section.figures.iter().for_each(|figure| write_figure(out, figure, words));
        out.push_str("</dl>\n");
    }
    if !section.plots.is_empty() {
        out.push_str("<div class=\"plots\">\n");
        for (plot, id) in section.plots.iter().zip(plots) {
            write_plot(out, plot, words, id);
        }
        out.push_str("</div>\n");
    }
    for table in &section.tables {
        if table.folded {
            write_folded(out, table, words, words.label(&table.title));
        } else {
            write_table(out, table, words);
        }
    }
    for note in &section.notes {
        let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(words.code(note)));
    }
    out.push_str("</section>\n");
}

/// The source stands in the tooltip, and behind the value for those who read the page aloud or on paper.
fn write_figure(out: &mut String, figure: &Figure, words: &Words) {
    let name = escape(words.label(&figure.name));
    let value = escape(&words.shown(&figure.value, figure.unit, true));
    let source = escape(words.source(figure.source));
    let value = match figure.link {
        Some(link) => format!("<a href=\"#{}\">{value}</a>", link.word()),
        None => value,
    };
    let _ = writeln!(out, "<div><dt>{name}</dt><dd title=\"{source}\">{value} <small>{source}</small></dd></div>");
}

fn write_plot(out: &mut String, plot: &Plot, words: &Words, id: usize) {
    if let PlotShape::Table(table) = &plot.shape {
        return write_table(out, table, words);
    }
    let caption = escape(&words.caption(&plot.title, plot.unit, plot.source));
    let _ = writeln!(out, "<figure>{}<figcaption>{caption}</figcaption>", svg::inline(plot, words, id));
    write_folded(out, &plot.table(), words, words.word("data"));
    out.push_str("</figure>\n");
}

fn write_folded(out: &mut String, table: &Table, words: &Words, title: &str) {
    let _ = writeln!(out, "<details><summary>{} ({})</summary>", escape(title), table.rows());
    write_table(out, table, words);
    out.push_str("</details>\n");
}

/// Wide tables scroll in their own box, which the keyboard reaches.
fn write_table(out: &mut String, table: &Table, words: &Words) {
    let caption = escape(words.label(&table.title));
    let _ = write!(out, "<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n");
    let _ = write!(out, "<caption>{caption}</caption>\n<thead><tr>");
    let class = |unit: Unit| if matches!(unit, Unit::None) { " class=\"word\"" } else { "" };
    for column in &table.columns {
        let name = escape(&words.heading(&column.name, column.unit));
        let _ = write!(out, "<th scope=\"col\"{}>{name}</th>", class(column.unit));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in 0..table.rows() {
        out.push_str("<tr>");
        for (i, column) in table.columns.iter().enumerate() {
            let cell = column.cells.get(row).map_or(String::new(), |cell| words.shown(&cell, column.unit, false));
            let (cell, class) = (escape(&cell), class(column.unit));
            let _ = if i == 0 {
                write!(out, "<th scope=\"row\">{cell}</th>")
            } else {
                write!(out, "<td{class}>{cell}</td>")
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// Text as it may stand in an element or a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

//! The report as one page that needs nothing else: style and plots are inside, scripts are not needed.

use std::fmt::Write as _;

use crate::plot;
use crate::view::{Table, View};

const STYLE: &str = include_str!("page.css");

/// The page. The policy in its head forbids the browser to fetch anything at all.
pub(crate) fn render(title: &str, views: &[View]) -> String {
    let title = escape(title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
    );
    let mut plots = 0..;
    for view in views {
        let _ = write!(out, "<section>\n<h2>{}</h2>\n<dl>\n", escape(view.title));
        for (name, value) in &view.facts {
            let _ = writeln!(out, "<div><dt>{}</dt><dd>{}</dd></div>", escape(name), escape(value));
        }
        out.push_str("</dl>\n");
        for (plot, id) in view.plots.iter().zip(&mut plots) {
            out.push_str(&plot::render(plot, id));
        }
        for table in &view.tables {
            write_table(&mut out, table);
        }
        for note in &view.notes {
            let _ = writeln!(out, "<p class=\"note\">{}</p>", escape(note));
        }
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

/// Wide tables scroll in their own box, which the keyboard reaches.
fn write_table(out: &mut String, table: &Table) {
    let caption = escape(&table.caption);
    let _ = write!(out, "<div class=\"table\" role=\"region\" aria-label=\"{caption}\" tabindex=\"0\">\n<table>\n");
    let _ = write!(out, "<caption>{caption}</caption>\n<thead><tr>");
    for name in &table.columns {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(name));
    }
    out.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (i, cell) in row.iter().enumerate() {
            let cell = escape(cell);
            let _ = if i == 0 { write!(out, "<th scope=\"row\">{cell}</th>") } else { write!(out, "<td>{cell}</td>") };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

/// Text as it may stand in an element or a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

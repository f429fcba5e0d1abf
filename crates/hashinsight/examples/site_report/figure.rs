//! A plot as a file of its own.

use std::path::Path;

use crate::plot;
use crate::view::Plot;

/// Writes the plot with the page's style inside, and a ground to stand on.
///
/// # Errors
/// Those of the file system.
pub(crate) fn write(folder: &Path, name: &str, plot: &Plot) -> std::io::Result<()> {
    let style = concat!(include_str!("page.css"), "svg { background: var(--paper); }\n");
    let svg = plot::svg(plot, 0).replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1);
    let svg = svg.replacen("</desc>", &format!("</desc><style>{style}</style>"), 1);
    std::fs::write(folder.join(name), svg + "\n")
}

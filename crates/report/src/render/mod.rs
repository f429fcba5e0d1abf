//! A report as text, as one page that needs nothing else, as CSV files, and its plots as SVG: the same bytes in every language that calls.
//!
//! | function | what it writes |
//! |---|---|
//! | [`render_text`] | sections one below the other, for a terminal; plots are left out |
//! | [`render_html`] | one page with style and plots inside; it fetches nothing and runs no script |
//! | [`render_fragment`] | the same without a page around it, for a page of somebody else's |
//! | [`render_json`] | the report itself, as it stands |
//! | [`render_csv`] | a file of figures, and one for each table and plot, with numbers in full |
//! | [`render_svg`] | one plot |
//! | [`render_vega_lite`] | one plot as a specification that others restyle |

mod csv;
mod html;
mod number;
mod svg;
mod text;
mod vega_lite;
mod words;

use hashinsight_texts::Language;
use hashinsight_units::{At, Error, Record, json};

use crate::document::{Plot, Report};
use words::Words;

pub use number::grouped;

/// Inputs of [`render_text`], [`render_html`], [`render_fragment`] and [`render_csv`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RenderRequest {
    /// Report to draw.
    pub report: Report,
    /// Language of its words.
    #[record(example = "en")]
    pub language: Language,
}

/// Inputs of [`render_json`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RenderJsonRequest {
    /// Report to write.
    pub report: Report,
}

/// Inputs of [`render_svg`] and [`render_vega_lite`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RenderPlotRequest {
    /// Plot to draw.
    pub plot: Plot,
    /// Language of its words.
    #[record(example = "en")]
    pub language: Language,
}

/// Result of [`render_text`], [`render_html`], [`render_json`], [`render_svg`] and [`render_vega_lite`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Rendered {
    /// Text that was written.
    pub text: String,
}

/// Result of [`render_fragment`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Fragment {
    /// Title of the report, as text.
    pub title: String,
    /// Sections of the report, as one HTML element of the class `site-report`.
    pub html: String,
    /// Style of that element, for a style sheet or a `<style>` element; nothing else is touched.
    pub style: String,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RenderedFile {
    /// Name of the file.
    pub name: String,
    /// Text of the file.
    pub text: String,
}

/// Result of [`render_csv`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RenderedFiles {
    /// Files, the one of figures first.
    pub files: Vec<RenderedFile>,
}

fn checked(request: &RenderRequest) -> Result<Words, Error> {
    request.report.check().at("report")?;
    Ok(Words::of(request.language))
}

/// The report as plain text.
///
/// # Errors
/// Those of [`Report::check`].
pub fn render_text(request: &RenderRequest) -> Result<Rendered, Error> {
    Ok(Rendered { text: text::render(&request.report, &checked(request)?) })
}

/// The report as one page. The policy in its head forbids the browser to fetch anything at all.
///
/// # Errors
/// Those of [`Report::check`].
pub fn render_html(request: &RenderRequest) -> Result<Rendered, Error> {
    Ok(Rendered { text: html::render(&request.report, &checked(request)?) })
}

/// The report as a part of a page of somebody else's, and the style of that part: no script, and nothing is fetched. The page gives title and
/// head; its elements have the names of sections (`#machines`), and `t0`, `d0` and so on, as ids.
///
/// ```
/// use hashinsight_report::render::{RenderRequest, render_fragment};
/// use hashinsight_texts::Language;
/// let report = r#"{"site": "Barn", "day": "2026-05-31", "sections": []}"#;
/// let report = hashinsight_units::record::read("report", report)?;
/// let part = render_fragment(&RenderRequest::new(report, Language::Zh))?;
/// assert_eq!(part.html, "<div class=\"site-report\" lang=\"zh-Hans\">\n</div>\n");
/// assert!(part.style.starts_with(".site-report {"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Report::check`].
pub fn render_fragment(request: &RenderRequest) -> Result<Fragment, Error> {
    let (report, words) = (&request.report, checked(request)?);
    let title = html::title(report, &words);
    Ok(Fragment { title, html: html::fragment(report, &words), style: html::fragment_style() })
}

/// The report as JSON text on one line. Languages write numbers each in their own way (`0.000019`, `1.9e-05`; `3.0`, `3`): this text has the
/// same bytes in all of them, to be kept, compared and hashed.
///
/// ```
/// use hashinsight_report::render::{RenderJsonRequest, render_json};
/// let text = r#"{"site":"Barn","day":"2026-05-31","sections":[]}"#;
/// let report = hashinsight_units::record::read("report", text)?;
/// assert_eq!(render_json(&RenderJsonRequest::new(report))?.text, text);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Report::check`].
pub fn render_json(request: &RenderJsonRequest) -> Result<Rendered, Error> {
    request.report.check().at("report")?;
    Ok(Rendered { text: json::write(&request.report)? })
}

/// The report as CSV files (RFC 4180): figures, tables, and the data behind each plot. Numbers are bare and in full, in the unit of the heading.
///
/// # Errors
/// Those of [`Report::check`].
pub fn render_csv(request: &RenderRequest) -> Result<RenderedFiles, Error> {
    Ok(RenderedFiles { files: csv::files(&request.report, &checked(request)?) })
}

/// A plot as an SVG file with its style inside, readable on a narrow screen, on dark ground and on paper.
///
/// ```
/// use hashinsight_report::document::{BarPlot, Label, Plot, PlotShape, Source, Unit};
/// use hashinsight_report::render::{RenderPlotRequest, render_svg};
/// use hashinsight_texts::Language;
/// let bars = BarPlot::new(vec![Label::text("S21 XP")], vec![0.3]);
/// let plot = Plot::new(Label::text("Profit"), Unit::UsdPerDay, Source::Site, PlotShape::Bar(bars));
/// assert!(render_svg(&RenderPlotRequest::new(plot, Language::En))?.text.starts_with("<svg "));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Plot::check`].
pub fn render_svg(request: &RenderPlotRequest) -> Result<Rendered, Error> {
    request.plot.check().at("plot")?;
    Ok(Rendered { text: svg::file(&request.plot, &Words::of(request.language)) })
}

/// A plot as a Vega-Lite specification: JSON text with the data of the plot's table in full, for those who restyle it.
///
/// ```
/// use hashinsight_report::document::{BarPlot, Label, Plot, PlotShape, Source, Unit};
/// use hashinsight_report::render::{RenderPlotRequest, render_vega_lite};
/// use hashinsight_texts::Language;
/// let bars = BarPlot::new(vec![Label::text("S21 XP")], vec![0.3]);
/// let plot = Plot::new(Label::text("Profit"), Unit::UsdPerDay, Source::Site, PlotShape::Bar(bars));
/// let text = render_vega_lite(&RenderPlotRequest::new(plot, Language::En))?.text;
/// assert!(text.contains(r#"{"values": [{"name": "S21 XP", "value": 0.3}]}"#));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Plot::check`].
pub fn render_vega_lite(request: &RenderPlotRequest) -> Result<Rendered, Error> {
    request.plot.check().at("plot")?;
    Ok(Rendered { text: vega_lite::render(&request.plot, &Words::of(request.language)) })
}

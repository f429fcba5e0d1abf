//! The report on a site.

use hashinsight::report::difference::{DifferenceRequest, difference};
use hashinsight::report::drawn::{PlotRequest, plot};
use hashinsight::report::render::{
    Fragment, RenderJsonRequest, RenderPlotRequest, RenderRequest, Rendered, RenderedFiles, render_csv,
    render_fragment, render_html, render_json, render_svg, render_text, render_vega_lite,
};
use hashinsight::report::{Report, SampleFileReport, SampleFileRequest, SiteRequest, sample_file, site};

use crate::operation::operations;

operations! { report:
    /// The report on a mining site: what to run now, what it earns, what to decide, and the sections that say why; numbers and codes, in no
    /// language. The document is that of a site file: read its TOML, and put what it names into `files`.
    document site: SiteRequest => Report;
    /// How one site became another: the profit of a day explained by what was changed, term by term, as a report of one section. From b to a
    /// every term has the other sign, to the bit.
    document difference: DifferenceRequest => Report;
    /// A report as plain text, in English or Chinese.
    document render_text: RenderRequest => Rendered;
    /// A report as one page with its plots, in English or Chinese; the page fetches nothing and runs no script.
    document render_html: RenderRequest => Rendered;
    /// A report as a part of a page of an application, with the style of that part, in English or Chinese: no script, and nothing is fetched.
    document render_fragment: RenderRequest => Fragment;
    /// A report as JSON text on one line, with the same bytes in every language: to be kept, compared and hashed.
    document render_json: RenderJsonRequest => Rendered;
    /// A report as CSV files: figures, tables, and the data behind each plot, with numbers in full.
    document render_csv: RenderRequest => RenderedFiles;
    /// A plot of a report as an SVG file.
    document render_svg: RenderPlotRequest => Rendered;
    /// A plot of a report as a Vega-Lite specification (JSON text), with its data in full, for those who restyle it.
    document render_vega_lite: RenderPlotRequest => Rendered;
    /// The plot of an answer of another room, as data: of a forecast, heat map, plan, chain, simulation, backtest, quote or loss. Answers
    /// are given as they came, behind what they are: `{"forecast": ...}`.
    document plot: PlotRequest => hashinsight::report::document::Plot;
    /// The sample site file to begin with, or the sample days.
    total document sample_file: SampleFileRequest => SampleFileReport;
}

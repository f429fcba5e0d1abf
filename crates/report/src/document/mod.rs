//! What a report is made of, whoever draws it: nothing here knows of mining, and no language.
//!
//! Words are codes of the catalogue ([`hashinsight_texts`]), so that one document is read in every language; numbers are bare, in the unit that
//! stands beside them, and are rounded where they are drawn.

mod check;
mod code;
mod figure;
mod plot;
mod table;
mod unit;

pub use code::TextCode;
pub use figure::{Figure, Label, Shown, Source};
pub use plot::{BandPlot, BarPlot, Curves, HeatMap, Plot, PlotMark, PlotShape, ScatterPlot, Series, Shading};
pub use table::{Cells, Column, Table};
pub use unit::Unit;

use hashinsight_units::{Date, Record};

/// Name of a section, in reading order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum SectionName {
    /// The answer: what to run, what it earns, what to decide, and what would change that.
    Answer,
    /// What is assumed because nothing measured says it.
    Assumptions,
    /// Price and network on the last day.
    Network,
    /// The next change of difficulty.
    Retarget,
    /// What a petahash earns.
    Hashprice,
    /// What machines earn, cost and leave.
    Machines,
    /// The calculator's answers by both of its algorithms.
    Algorithms,
    /// Month by month what is left.
    CashFlow,
    /// When which machines should rest.
    Curtailment,
    /// Coins, cash, the plan of sale and its guarantee, and every template over the past year.
    Treasury,
    /// A cover against the liquidation of the hedge, and what the hedge may lose.
    Insurance,
    /// The ten signal modules and their decision.
    Signals,
    /// What became different between two sites.
    Difference,
}

/// Section of a report.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Section {
    /// Name of the section.
    pub name: SectionName,
    /// Code of what is missing in the site document. Absent: nothing is.
    pub missing: Option<TextCode>,
    /// Figures, in order.
    #[record(default = Vec::new())]
    pub figures: Vec<Figure>,
    /// Plots, in order.
    #[record(default = Vec::new())]
    pub plots: Vec<Plot>,
    /// Tables, in order.
    #[record(default = Vec::new())]
    pub tables: Vec<Table>,
    /// Codes of what a reader must know to read the figures right.
    #[record(default = Vec::new())]
    pub notes: Vec<TextCode>,
}

impl Section {
    /// A section that cannot be: a code of the catalogue says what is missing.
    pub(crate) fn no_data(name: SectionName, missing: &str) -> Self {
        Self::new(name).missing(TextCode::of(format!("report.missing.{missing}")))
    }

    /// Codes of notes, behind `report.note.`.
    pub(crate) fn noted(mut self, notes: &[&str]) -> Self {
        self.notes = notes.iter().map(|note| TextCode::of(format!("report.note.{note}"))).collect();
        self
    }

    /// The figure of that code, behind `report.figure.`.
    pub fn figure(&self, code: &str) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.name == Label::figure(code))
    }
}

/// Result of `site`: sections in reading order, the answer first.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Report {
    /// Name of the site.
    #[record(example = "Barn")]
    pub site: String,
    /// Day of the report, UTC: the last one that is known.
    #[record(example = "2026-05-31")]
    pub day: Date,
    /// Sections, in reading order.
    pub sections: Vec<Section>,
}

impl Report {
    /// The section of that name, where it is part of the report.
    pub fn section(&self, name: SectionName) -> Option<&Section> {
        self.sections.iter().find(|section| section.name == name)
    }
}

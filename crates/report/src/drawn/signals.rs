//! Answers of the signals.

use hashinsight_signals::modules::ensemble::Action;
use hashinsight_units::{Record, Timestamp};

use super::Part;
use crate::document::{Cells, Curves, Label, Plot, PlotShape, Series, Shading, Source, TextCode, Unit};

/// What is drawn of a decision.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DecisionDrawn {
    /// Instant of the bar's close, in Unix milliseconds.
    pub time_ms: Timestamp,
    /// Action that is advised.
    pub action: Action,
    /// Sell score: 0 to 100. Absent: the modules are not warm.
    pub sell_score: Option<f64>,
}

/// What is drawn of the signals of a history.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SignalsDrawn {
    /// Decisions, bar by bar.
    pub decisions: Vec<Part<DecisionDrawn>>,
}

/// Bars without a score are left out: there is nothing to draw.
pub(super) fn scores(drawn: &SignalsDrawn) -> Plot {
    let known = || drawn.decisions.iter().filter_map(|Part(decision)| Some((decision, decision.sell_score?)));
    let times = known().map(|(decision, _)| decision.time_ms).collect();
    let series = Series::new(Label::column("sell_score"), known().map(|(_, score)| score).collect());
    let sales = known().map(|(decision, _)| decision.action != Action::Hold).collect();
    let shading = Shading::new(Label::Code(TextCode::of("report.word.sale_advised")), sales);
    let curves = Curves::new(Cells::Instants(times), vec![series]).shading(shading);
    Plot::of("sell_score", Unit::Number, Source::Calculated, PlotShape::Line(curves))
}

//! Answers of the office.

use hashinsight_units::{Date, Record};

use crate::document::{Cells, Curves, Label, Plot, PlotShape, Series, Source, Unit};

/// What is drawn of a report on activities.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ActivityDrawn {
    /// First day of each period.
    pub begin: Vec<Date>,
    /// Number of activities of each period.
    pub total: Vec<u32>,
}

pub(super) fn activity(drawn: &ActivityDrawn) -> Plot {
    let counts = drawn.total.iter().copied().map(f64::from).collect();
    let curves = Curves::new(Cells::Days(drawn.begin.clone()), vec![Series::new(Label::column("activities"), counts)]);
    Plot::of("activities", Unit::Count, Source::Calculated, PlotShape::Step(curves))
}

//! Plots as data: a closed set of shapes.

use hashinsight_units::Record;

use super::{Cells, Column, Label, Source, Table, Unit};

/// Numbers with a name.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Series {
    /// Name of the series.
    pub name: Label,
    /// Values, one for each place, in the unit of the plot.
    pub values: Vec<f64>,
}

/// What happens at a place.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PlotMark {
    /// Index of the place, from 0.
    #[record(example = 3)]
    pub index: u32,
    /// Name of what happens.
    pub name: Label,
}

/// Places that are set off from the others.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Shading {
    /// Meaning of the shading.
    pub name: Label,
    /// Whether each place is shaded.
    pub at: Vec<bool>,
}

/// One or several series over the same places.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Curves {
    /// Places, in order: days, instants or numbers.
    pub x: Cells,
    /// Series over the places, one to four.
    pub series: Vec<Series>,
    /// Marks at some places.
    #[record(default = Vec::new())]
    pub marks: Vec<PlotMark>,
    /// Shading of some places. Absent: none.
    pub shading: Option<Shading>,
}

/// An estimate within its band.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BandPlot {
    /// Places, in order.
    pub x: Cells,
    /// Lower end of the band at each place.
    pub lower: Vec<f64>,
    /// Estimate at each place.
    pub middle: Vec<f64>,
    /// Upper end of the band at each place.
    pub upper: Vec<f64>,
}

/// One bar per name.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarPlot {
    /// Names of the bars.
    pub names: Vec<Label>,
    /// Values of the bars; those of a waterfall are steps that add up to its last bar, which is drawn in addition.
    pub values: Vec<f64>,
}

/// A number for each pair of two others.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HeatMap {
    /// Name of what grows to the right.
    pub x_name: Label,
    /// Unit of what grows to the right.
    pub x_unit: Unit,
    /// Places to the right.
    pub x: Vec<f64>,
    /// Name of what grows downward.
    pub y_name: Label,
    /// Unit of what grows downward.
    pub y_unit: Unit,
    /// Places downward.
    pub y: Vec<f64>,
    /// Values, row by row from the top, as many as pairs of places.
    pub values: Vec<f64>,
}

/// One point per name.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ScatterPlot {
    /// Names of the points.
    pub names: Vec<String>,
    /// Name of what grows to the right.
    pub x_name: Label,
    /// Unit of what grows to the right.
    pub x_unit: Unit,
    /// Places of the points to the right.
    pub x: Vec<f64>,
    /// Places of the points upward, in the unit of the plot.
    pub y: Vec<f64>,
}

/// Shape of a plot.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum PlotShape {
    /// Lines from place to place.
    Line(Curves),
    /// Values that hold until the next place.
    Step(Curves),
    /// An estimate within its band.
    Band(BandPlot),
    /// Bars from zero to either side.
    Bar(BarPlot),
    /// A colour for each pair of places.
    HeatMap(HeatMap),
    /// Bars that begin where the one before them ends, and their sum.
    Waterfall(BarPlot),
    /// A point for each name.
    Scatter(ScatterPlot),
    /// A table instead of a drawing.
    Table(Table),
}

/// A plot.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Plot {
    /// Title: what is shown.
    pub title: Label,
    /// Unit of the values.
    #[record(example = "usd")]
    pub unit: Unit,
    /// Source of the values.
    #[record(example = "sample")]
    pub source: Source,
    /// Shape with its data.
    pub shape: PlotShape,
}

impl Plot {
    pub(crate) fn of(code: &str, unit: Unit, source: Source, shape: PlotShape) -> Self {
        Self::new(Label::title(code), unit, source, shape)
    }

    /// The data behind the plot.
    pub fn table(&self) -> Table {
        let column = |code: &str, values: &[f64]| Column::numbers(code, self.unit, values.to_vec());
        let labels = |code: &str, names: &[Label]| {
            let shown = names.iter().map(|name| match name {
                Label::Code(code) => super::Shown::Code(code.clone()),
                Label::Text(text) => super::Shown::Text(text.clone()),
            });
            Column::of(code, Unit::None, Cells::Shown(shown.collect()))
        };
        let columns = match &self.shape {
            PlotShape::Line(curves) | PlotShape::Step(curves) => {
                let series = curves.series.iter();
                let series = series.map(|s| Column::new(s.name.clone(), self.unit, Cells::Numbers(s.values.clone())));
                let place = Column::of("place", Unit::Number, curves.x.clone());
                std::iter::once(place).chain(series).collect()
            }
            PlotShape::Band(band) => vec![
                Column::of("place", Unit::Number, band.x.clone()),
                column("lower", &band.lower),
                column("estimate", &band.middle),
                column("upper", &band.upper),
            ],
            PlotShape::Bar(bars) | PlotShape::Waterfall(bars) => {
                vec![labels("name", &bars.names), column("value", &bars.values)]
            }
            PlotShape::HeatMap(map) => {
                let down = map.y.iter().flat_map(|y| std::iter::repeat_n(*y, map.x.len())).collect();
                let right = map.y.iter().flat_map(|_| map.x.iter().copied()).collect();
                vec![
                    Column::new(map.y_name.clone(), map.y_unit, Cells::Numbers(down)),
                    Column::new(map.x_name.clone(), map.x_unit, Cells::Numbers(right)),
                    column("value", &map.values),
                ]
            }
            PlotShape::Scatter(points) => vec![
                Column::of("name", Unit::None, Cells::Texts(points.names.clone())),
                Column::new(points.x_name.clone(), points.x_unit, Cells::Numbers(points.x.clone())),
                column("value", &points.y),
            ],
            PlotShape::Table(table) => return table.clone(),
        };
        Table::new(self.title.clone(), columns).folded(true)
    }
}

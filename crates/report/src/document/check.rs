//! A document that somebody else has made is checked before it is drawn: what belongs together has the same length.

use hashinsight_units::{At, Error, Fault, Problem};

use super::{Plot, PlotShape, Report, Table};

fn same(name: &'static str, len: usize, rows: usize) -> Result<(), Error> {
    if len == rows {
        return Ok(());
    }
    let fault = Fault::new(format!("report.{name}"), Problem::Length).at(name).got(len);
    Err(fault.allowed(format!("{rows}, as many as the others")).into())
}

/// Sizes beyond which there is no place on an axis.
const GREATEST: f64 = 1e100;

fn drawable(name: &'static str, values: &[f64]) -> Result<(), Error> {
    match values.iter().position(|value| value.abs() > GREATEST) {
        None => Ok(()),
        Some(row) => {
            let fault = Fault::new(format!("report.{name}"), Problem::OutOfRange).at(name).got(values[row]);
            Err(fault.allowed("-1e100 to 1e100").in_row(row).into())
        }
    }
}

impl Table {
    /// Whether all columns are of one length.
    ///
    /// # Errors
    /// `report.columns.length` without a column; `report.cells.length` for columns of several lengths.
    pub fn check(&self) -> Result<(), Error> {
        if self.columns.is_empty() {
            let fault = Fault::new("report.columns", Problem::Length).at("columns").got(0);
            return Err(fault.allowed("at least one column").into());
        }
        let rows = self.rows();
        let column = |(index, column): (usize, &super::Column)| {
            same("cells", column.cells.len(), rows).index(index).at("columns")
        };
        self.columns.iter().enumerate().try_for_each(column)
    }
}

impl Plot {
    /// Whether the data belong together.
    ///
    /// # Errors
    /// `report.<field>.length` for lists of several lengths, `report.<field>.out_of_range` for numbers beyond every axis;
    /// `report.index.out_of_range` for a mark at no place; `report.series.length` for more series than can be told apart.
    pub fn check(&self) -> Result<(), Error> {
        self.numbers().into_iter().try_for_each(|(name, values)| drawable(name, values))?;
        match &self.shape {
            PlotShape::Line(curves) | PlotShape::Step(curves) => {
                let rows = curves.x.len();
                if !(1..=4).contains(&curves.series.len()) {
                    let fault = Fault::new("report.series", Problem::Length).at("series").got(curves.series.len());
                    return Err(fault.allowed("1 to 4 series").into());
                }
                for (index, series) in curves.series.iter().enumerate() {
                    same("values", series.values.len(), rows).index(index).at("series")?;
                }
                for (index, mark) in curves.marks.iter().enumerate() {
                    if mark.index as usize >= rows {
                        let fault = Fault::new("report.index", Problem::OutOfRange).at("index").got(mark.index);
                        return Err(Error::from(fault.allowed(format!("below {rows}")))).index(index).at("marks");
                    }
                }
                curves.shading.as_ref().map_or(Ok(()), |shading| same("at", shading.at.len(), rows).at("shading"))
            }
            PlotShape::Band(band) => {
                let rows = band.x.len();
                same("lower", band.lower.len(), rows)?;
                same("middle", band.middle.len(), rows)?;
                same("upper", band.upper.len(), rows)
            }
            PlotShape::Bar(bars) | PlotShape::Waterfall(bars) => same("values", bars.values.len(), bars.names.len()),
            PlotShape::HeatMap(map) => same("values", map.values.len(), map.x.len() * map.y.len()),
            PlotShape::Scatter(points) => {
                same("x", points.x.len(), points.names.len())?;
                same("y", points.y.len(), points.names.len())
            }
            PlotShape::Table(table) => table.check(),
        }
    }
}

impl Plot {
    /// Numbers that are drawn, with the names of their fields.
    fn numbers(&self) -> Vec<(&'static str, &[f64])> {
        match &self.shape {
            PlotShape::Line(curves) | PlotShape::Step(curves) => {
                curves.series.iter().map(|series| ("values", series.values.as_slice())).collect()
            }
            PlotShape::Band(band) => vec![("lower", &band.lower), ("middle", &band.middle), ("upper", &band.upper)],
            PlotShape::Bar(bars) | PlotShape::Waterfall(bars) => vec![("values", &bars.values)],
            PlotShape::HeatMap(map) => vec![("x", &map.x), ("y", &map.y), ("values", &map.values)],
            PlotShape::Scatter(points) => vec![("x", &points.x), ("y", &points.y)],
            PlotShape::Table(_) => Vec::new(),
        }
    }
}

impl Report {
    /// Whether every table and plot can be drawn.
    ///
    /// # Errors
    /// Those of [`Table::check`] and [`Plot::check`], with their place.
    pub fn check(&self) -> Result<(), Error> {
        for (index, section) in self.sections.iter().enumerate() {
            let table = |(i, table): (usize, &Table)| table.check().index(i).at("tables");
            let plot = |(i, plot): (usize, &Plot)| plot.check().index(i).at("plots");
            let checked = section.tables.iter().enumerate().try_for_each(table);
            checked.and_then(|()| section.plots.iter().enumerate().try_for_each(plot)).index(index).at("sections")?;
        }
        Ok(())
    }
}

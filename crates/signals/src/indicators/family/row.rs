//! What goes in and what comes out of any indicator.

use hashinsight_units::columns::{ColumnKind, ColumnSpec, Columns, Inputs, Row};
use hashinsight_units::{Fault, FieldPath, Problem, Record};

use crate::indicators::Lines;

/// Numbers of one bar, as far as an indicator reads them; NaN where one is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct IndicatorRow {
    /// Last price of the interval, or the value of any other series.
    pub close: f64,
    /// Highest price of the interval.
    pub high: Option<f64>,
    /// Lowest price of the interval.
    pub low: Option<f64>,
    /// Volume of the interval.
    pub volume: Option<f64>,
    /// First price of the interval.
    pub open: Option<f64>,
    /// Value of a second series.
    pub other: Option<f64>,
}

/// Columns of [`IndicatorRow`], all of one length. An indicator asks for those that it reads, and no other.
#[derive(Clone, Copy, Debug, Default)]
pub struct IndicatorColumns<'a> {
    /// Last prices of the intervals, or the values of any other series.
    pub close: Option<&'a [f64]>,
    /// Highest prices of the intervals.
    pub high: Option<&'a [f64]>,
    /// Lowest prices of the intervals.
    pub low: Option<&'a [f64]>,
    /// Volumes of the intervals.
    pub volume: Option<&'a [f64]>,
    /// First prices of the intervals.
    pub open: Option<&'a [f64]>,
    /// Values of a second series.
    pub other: Option<&'a [f64]>,
}

/// One number of a column that may be left out.
#[cfg(feature = "schema")]
fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "type": "number", "x-column": "optional" })
}

macro_rules! specs {
    ($($name:literal: $doc:literal;)*) => {
        [$(ColumnSpec {
            name: $name,
            kind: ColumnKind::F64,
            #[cfg(feature = "schema")]
            doc: $doc,
            #[cfg(feature = "schema")]
            schema,
        }),*]
    };
}

impl<'a> IndicatorColumns<'a> {
    fn named(&self) -> [(&'static str, Option<&'a [f64]>); 6] {
        [
            ("close", self.close),
            ("high", self.high),
            ("low", self.low),
            ("volume", self.volume),
            ("open", self.open),
            ("other", self.other),
        ]
    }

    /// The columns of these names.
    ///
    /// # Errors
    /// `signals.<column>.missing`.
    pub(crate) fn needed<const N: usize>(&self, names: [&'static str; N]) -> Result<[&'a [f64]; N], Fault> {
        let mut found = [[].as_slice(); N];
        for (place, name) in found.iter_mut().zip(names) {
            let column = self.named().into_iter().find(|(given, _)| *given == name).and_then(|(_, column)| column);
            *place = column.ok_or_else(|| {
                let fault = Fault::new(format_args!("signals.{name}"), Problem::Missing).at(name);
                fault.allowed(format!("a column: the indicator reads {}", names.join(", ")))
            })?;
        }
        Ok(found)
    }
}

impl Columns for IndicatorColumns<'_> {
    fn len(&self) -> usize {
        self.named().iter().find_map(|(_, column)| *column).map_or(0, <[f64]>::len)
    }

    fn check_lengths(&self) -> Result<(), Fault> {
        let given: Vec<_> = self.named().into_iter().filter_map(|(name, column)| Some((name, column?.len()))).collect();
        Inputs::check_lengths("signals", &given)
    }

    fn part(&self, rows: std::ops::Range<usize>) -> Self {
        let part = |column: Option<_>| column.map(|values: &[f64]| &values[rows.clone()]);
        Self {
            close: part(self.close),
            high: part(self.high),
            low: part(self.low),
            volume: part(self.volume),
            open: part(self.open),
            other: part(self.other),
        }
    }

    fn hold(&self) -> bool {
        true // what an indicator bears, it says itself
    }

    fn row_holds(&self, _: usize) -> bool {
        true
    }

    fn fault(&self) -> Option<Fault> {
        None
    }
}

impl Row for IndicatorRow {
    type Columns<'a> = IndicatorColumns<'a>;
    const SPECS: &'static [ColumnSpec] = &specs! {
        "close": "Last price of the interval, or value of any other series.";
        "high": "Highest price of the interval, for indicators of bars.";
        "low": "Lowest price of the interval, for indicators of bars.";
        "volume": "Volume traded in the interval, for indicators of volume.";
        "open": "First price of the interval, for patterns of candles.";
        "other": "Value of a second series, for indicators of two.";
    };

    fn arrange<R>(inputs: &Inputs<'_, '_>, then: impl FnOnce(IndicatorColumns<'_>) -> R) -> Result<R, Fault> {
        inputs.check_names(Self::SPECS)?;
        let column = |name: &'static str| {
            let is_given = inputs.columns.iter().any(|(given, _)| *given == name);
            is_given.then(|| inputs.floats(name)).transpose()
        };
        let columns = IndicatorColumns {
            close: column("close")?,
            high: column("high")?,
            low: column("low")?,
            volume: column("volume")?,
            open: column("open")?,
            other: column("other")?,
        };
        columns.check_lengths()?;
        Ok(then(columns))
    }

    fn of(columns: &IndicatorColumns<'_>, row: usize) -> Result<Self, Fault> {
        let at = |column: Option<&[f64]>| column.map(|values| values[row]);
        let missing = || Fault::new("signals.close", Problem::Missing).at(FieldPath::new("close")).allowed("a column");
        let close = at(columns.close).ok_or_else(missing)?;
        Ok(Self {
            close,
            high: at(columns.high),
            low: at(columns.low),
            volume: at(columns.volume),
            open: at(columns.open),
            other: at(columns.other),
        })
    }
}

/// Output of any indicator: which lines it has is said at its kind. NaN while it warms up, and in a column for which it has no line.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = IndicatorTable)]
#[non_exhaustive]
pub struct IndicatorLines {
    /// Main line: the average, index, range or level itself; of bands and levels, the middle one.
    pub value: f64,
    /// Second line: signal of MACD, %D, direction of a trend (1 up, -1 down), swings confirmed, share of the value area.
    pub signal: f64,
    /// Upper band, resistance, last swing high, stop of a short position, or +DI.
    pub upper: f64,
    /// Lower band, support, last swing low, stop of a long position, or -DI.
    pub lower: f64,
}

impl From<Lines> for IndicatorLines {
    fn from(Lines { value, signal, upper, lower }: Lines) -> Self {
        Self { value, signal, upper, lower }
    }
}

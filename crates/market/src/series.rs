//! Numbers over time that no other row holds.

use hashinsight_units::{Error, Record, Timestamp};

use crate::row::{after, columns, sealed};
use crate::{Source, check};

/// One number at one instant, in the unit that the name of the field around it says.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(name = "Point")]
pub struct PointFields {
    /// Exchange, node or service that published the number.
    #[record(example = "blockchain_info")]
    pub source: Source,
    /// Instant at which the number held, in Unix milliseconds.
    #[record(example = 1_787_529_600_000)]
    pub time_ms: Timestamp,
    /// Number of any sign, in the unit that the name of the field around it says.
    #[record(example = 8.880543248996867e8)]
    pub value: f64,
}

/// One number at one instant. What it means, and in which unit, is said by the field that holds the [`Series`].
///
/// ```
/// use hashinsight_market::{Point, PointFields};
/// use hashinsight_units::Timestamp;
/// let fields = PointFields {
///     source: "blockchain_info".parse()?,
///     time_ms: Timestamp::from_ms(1_787_529_600_000)?,
///     value: 8.880_543_248_996_867e8,
/// };
/// assert_eq!(Point::new(fields)?.value(), 8.880_543_248_996_867e8);
/// assert!(Point::new(PointFields { value: f64::NAN, ..fields }).is_err());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point(PointFields);

sealed! {
    Point(PointFields), checked by check_point,
    reads { source: Source, time_ms: Timestamp, value: f64 }
}

fn check_point(point: &mut PointFields) -> Result<(), Error> {
    check::finite("value", &mut point.value)
}

/// History of one quantity from one source as columns, oldest first, in the unit that the name of the field around it says.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(name = "Series")]
pub struct SeriesColumns {
    /// Exchange, node or service that published the numbers.
    #[record(example = "blockchain_info")]
    pub source: Source,
    /// Instants at which the numbers held, in Unix milliseconds.
    pub time_ms: Vec<i64>,
    /// Numbers of any sign, in the unit that the name of the field around them says.
    pub value: Vec<f64>,
}

/// A history of one quantity from one source, oldest first: a hashrate, a difficulty, an index. The unit stands in the name of the field
/// that holds it.
///
/// ```
/// use hashinsight_market::{Series, SeriesColumns};
/// let hashrate_ths = Series::from_columns(SeriesColumns {
///     source: "blockchain_info".parse()?,
///     time_ms: vec![1_787_529_600_000, 1_787_616_000_000],
///     value: vec![8.880_543_248_996_867e8, 9.505_933_618_644_534e8],
/// })?;
/// assert_eq!(hashrate_ths.last().map(|point| point.value()), Some(9.505_933_618_644_534e8));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Series(SeriesColumns);

columns! {
    Series(SeriesColumns) of Point(PointFields), next by point_follows,
    same { source: Source },
    columns { time_ms: i64, value: f64 },
    optional {}
}

fn point_follows(series: &Series, next: &Point) -> Result<(), Error> {
    after("time_ms", series.time_ms().last(), next.time_ms())
}

//! Numbers over time that no other row holds.

use hashinsight_units::{Timestamp, wire::number};

use crate::row::{columns, row};
use crate::{MarketError, Source, check};

row! {
    /// One number at one instant. What it means, and in which unit, is said by the field that holds the [`Series`].
    ///
    /// ```
    /// use hashinsight_market::{Point, PointFields};
    /// use hashinsight_units::Timestamp;
    /// let fields = PointFields {
    ///     source: "blockchain_info".parse()?,
    ///     time_ms: Timestamp::from_ms(1_787_529_600_000).unwrap(),
    ///     value: 8.880_543_248_996_867e8,
    /// };
    /// assert_eq!(Point::new(fields)?.value(), 8.880_543_248_996_867e8);
    /// assert!(Point::new(PointFields { value: f64::NAN, ..fields }).is_err());
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Point from PointFields, checked by check_point,
    {
        /// Who published it.
        source: Source,
        /// When it held.
        time_ms: Timestamp,
        /// The number, of any sign.
        [deserialize_with = "number::deserialize"] value: f64,
    }
}

fn check_point(point: &mut PointFields) -> Result<(), MarketError> {
    check::finite("value", &mut point.value)
}

columns! {
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
    /// # Ok::<(), hashinsight_market::MarketError>(())
    /// ```
    Series of Point from PointFields, unchecked SeriesColumns, next by point_follows,
    same { source: Source },
    columns { time_ms: i64, [deserialize_with = "number::column"] value: f64 },
    optional {}
}

fn point_follows(series: &Series, next: &Point) -> Result<(), MarketError> {
    crate::row::after("time_ms", series.time_ms.last(), next.time_ms)
}

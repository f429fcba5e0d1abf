//! Indicators.

use crate::operation::operations;

use hashinsight::signals::indicators::{
    AnyIndicator, IndicatorLanesParams, IndicatorLanesTable, IndicatorParams, IndicatorRow, IndicatorStartReport,
    IndicatorStartRequest, IndicatorTable, SeriesLanes, indicator_batch, indicator_lanes, indicator_start,
};

operations! { signals:
    /// An indicator over columns, with the bits of `indicator`. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for
    /// the columns that it reads, and answers the lines that it has; the others are NaN, and so is what warms up. Definitions are TA-Lib's; an
    /// RSI of a series that does not move is 50, and fractions are fractions.
    columns indicator_batch: IndicatorParams, IndicatorRow => IndicatorTable;
    /// Up to eight lanes at once: one indicator of several series, an indicator for each of them, or several indicators (lengths, kinds) of one
    /// series. Each lane is the main line, `value`, that `indicator_batch` gives, bit for bit; a lane that was not asked for is NaN.
    columns indicator_lanes: IndicatorLanesParams, SeriesLanes => IndicatorLanesTable;
    /// An indicator, row by row. Its kind is said by a tag with its parameters: `{"rsi": {"length": 14}}`. It asks for the columns that it
    /// reads, and answers the lines that it has; the others are NaN, and so is what warms up. Nothing drifts, and nothing looks ahead.
    stream indicator: AnyIndicator;
    /// Rows until an indicator speaks (its warm-up), and until its outputs no longer depend on where the series began (`stable_after`).
    document indicator_start: IndicatorStartRequest => IndicatorStartReport;
}

//! All indicators as one operation: a closed choice with its parameters, columns of bars in, columns of lines out.

mod abreast;
mod kind;
mod readings;
mod row;
mod start;
mod stream;

pub use abreast::{
    IndicatorLanes, IndicatorLanesParams, IndicatorLanesTable, IndicatorLanesTablePart, SeriesLanes,
    SeriesLanesColumns, indicator_lanes,
};
pub use kind::IndicatorKind;
pub use row::{IndicatorColumns, IndicatorLines, IndicatorRow, IndicatorTable, IndicatorTablePart};
pub use start::{IndicatorStartReport, IndicatorStartRequest, indicator_start};
pub use stream::{AnyIndicator, IndicatorParams, IndicatorState, NonFinite, indicator_batch};

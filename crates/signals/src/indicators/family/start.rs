//! When an indicator begins to speak, and when it no longer matters where its series began.

use hashinsight_units::{At, Error, Record};

use super::IndicatorKind;

/// Inputs of [`indicator_start`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct IndicatorStartRequest {
    /// Indicator, with its parameters.
    pub indicator: IndicatorKind,
    /// Decimal digits that must not depend on the beginning of the series.
    #[record(default = 12, range = 0..=15, example = 12)]
    pub digits: u32,
}

/// Result of [`indicator_start`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct IndicatorStartReport {
    /// Number of rows whose outputs are NaN: the first whole output is that of the row behind them.
    pub warmup_rows: u64,
    /// Number of rows after which what came before the first of them weighs less than the digits say. Absent: the beginning is never
    /// forgotten.
    pub stable_after_rows: Option<u64>,
}

/// Rows until an indicator speaks, and until its outputs no longer depend on where the series began.
///
/// ```
/// use hashinsight_signals::indicators::{EmaParams, IndicatorKind, IndicatorStartRequest, indicator_start};
/// let ema = IndicatorStartRequest::new(IndicatorKind::Ema(EmaParams::new(20)));
/// let start = indicator_start(&ema.digits(6))?;
/// assert_eq!(start.warmup_rows, 19);
/// assert!(start.stable_after_rows.is_some_and(|rows| (100..300).contains(&rows)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Parameters outside their ranges, at `indicator`.
pub fn indicator_start(request: &IndicatorStartRequest) -> Result<IndicatorStartReport, Error> {
    request.check()?;
    let kind = &request.indicator;
    kind.open().at(kind.tag()).at("indicator")?;
    Ok(IndicatorStartReport { warmup_rows: kind.warmup(), stable_after_rows: kind.stable_after(request.digits) })
}

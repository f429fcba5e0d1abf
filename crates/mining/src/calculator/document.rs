//! The calculator's questions as documents.

use hashinsight_units::{Days, DiscountRate, Error, Record};

use super::MiningCalculator;
use super::report::{BtcMinedReport, DailyRevenueReport, ProfitabilityReport, RoiReport};
use crate::forecast::ForecastSteps;

/// Inputs of [`calculate_btc_mined`], [`calculate_daily_revenue`] and [`calculate_profitability`].
///
/// ```
/// use hashinsight_mining::calculator::document::*;
/// let request: CalculatorRequest = serde_json::from_str(
///     r#"{
///         "project": {
///             "hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1782000000000,
///             "height": 953568, "difficulty": 1.3e14, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02,
///             "power_price_usd_per_kwh": 0.05
///         },
///         "algorithm": "static",
///         "days": 30
///     }"#,
/// )?;
/// assert_eq!(format!("{:.6}", calculate_btc_mined(&request)?.btc), "0.002880");
/// assert_eq!(format!("{:.2}", calculate_daily_revenue(&request)?.mean_usd_per_day), "8.64");
/// assert_eq!(format!("{:.2}", calculate_profitability(&request)?.net_usd), "133.18"); // 259.18 - 126.00
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CalculatorRequest {
    /// Project, and how the world moves on.
    #[record(flatten)]
    pub calculator: MiningCalculator,
    /// Span in days of 86,400 s, at most 36,525.
    #[record(example = 365)]
    pub days: Days,
}

/// Inputs of [`calculate_roi`].
///
/// ```
/// use hashinsight_mining::calculator::document::*;
/// let request: RoiRequest = serde_json::from_str(
///     r#"{
///         "project": {
///             "hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1782000000000,
///             "height": 953568, "difficulty": 1.3e14, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02,
///             "power_price_usd_per_kwh": 0.05
///         },
///         "algorithm": "static",
///         "steps": {"retargets": {"days": 1000}},
///         "discount_rate_per_year": 0.1
///     }"#,
/// )?;
/// let report = calculate_roi(&request)?;
/// assert_eq!(report.with_switch_off.payback_days.value().map(f64::round), Some(676.0));
/// assert_eq!(report.return_on_investment.value().map(|roi| (roi * 100.0).round()), Some(48.0)); // percent
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RoiRequest {
    /// Project, and how the world moves on.
    #[record(flatten)]
    pub calculator: MiningCalculator,
    /// Duration of the project, and its steps.
    pub steps: ForecastSteps,
    /// Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1.
    #[record(example = 0.1)]
    pub discount_rate_per_year: DiscountRate,
}

/// [`MiningCalculator::calculate_btc_mined`] of a document.
///
/// # Errors
/// As [`forecast`](crate::forecast::forecast).
pub fn calculate_btc_mined(request: &CalculatorRequest) -> Result<BtcMinedReport, Error> {
    request.calculator.calculate_btc_mined(request.days)
}

/// [`MiningCalculator::calculate_daily_revenue`] of a document.
///
/// # Errors
/// As [`forecast`](crate::forecast::forecast).
pub fn calculate_daily_revenue(request: &CalculatorRequest) -> Result<DailyRevenueReport, Error> {
    request.calculator.calculate_daily_revenue(request.days)
}

/// [`MiningCalculator::calculate_profitability`] of a document.
///
/// # Errors
/// As [`forecast`](crate::forecast::forecast).
pub fn calculate_profitability(request: &CalculatorRequest) -> Result<ProfitabilityReport, Error> {
    request.calculator.calculate_profitability(request.days)
}

/// [`MiningCalculator::calculate_roi`] of a document.
///
/// # Errors
/// As [`forecast`](crate::forecast::forecast).
pub fn calculate_roi(request: &RoiRequest) -> Result<RoiReport, Error> {
    request.calculator.calculate_roi(request.steps.clone(), request.discount_rate_per_year)
}

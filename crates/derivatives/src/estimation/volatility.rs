//! Realized volatility from bars.

use hashinsight_market::Bars;
use hashinsight_numerics::{exp_m1, ln, ln_ratio, normal_cdf, sum_by, variance};
use hashinsight_units::{AssetPrice, Error, Fraction, Record, Years};

use super::bipower::JumpMeasures;
use crate::Measure;
use crate::refuse::{insufficient, length, refuse, unsupported};

const LN_2: f64 = std::f64::consts::LN_2;

/// Decay of J.P. Morgan's exponentially weighted estimate (1996) for days.
pub const RISK_METRICS_DECAY: Fraction = Fraction::constant(0.94);

/// Inputs of [`realized_volatility`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RealizedVolatilityRequest {
    /// First price of each bar in quote currency, oldest first, without gaps; three or more.
    pub open: Vec<AssetPrice>,
    /// Highest price of each bar, in quote currency.
    pub high: Vec<AssetPrice>,
    /// Lowest price of each bar, in quote currency.
    pub low: Vec<AssetPrice>,
    /// Last price of each bar, in quote currency.
    pub close: Vec<AssetPrice>,
    /// Length of a bar, in years of 365 days; above 0.
    #[record(example = 0.0027397260273972603)]
    pub bar_years: Years,
    /// Decay of the exponentially weighted estimate per bar: above 0, below 1.
    #[record(default = RISK_METRICS_DECAY)]
    pub ewma_decay: Fraction,
}

/// Result of [`realized_volatility`]: volatilities per square root of a year of 365 days.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RealizedVolatilityReport {
    /// Measure of the numbers: always that of the real world, as they are frequencies.
    pub measure: Measure,
    /// Number of bars.
    pub bars: u32,
    /// Close-to-close volatility, per square root of a year.
    pub close_to_close: f64,
    /// Large-sample standard error of `close_to_close` for normal returns: over the root of twice the number of returns.
    pub close_to_close_error: f64,
    /// Exponentially weighted volatility of the closes, per square root of a year: recent ones weigh more.
    pub ewma: f64,
    /// Parkinson's volatility from high and low, per square root of a year.
    pub parkinson: f64,
    /// Garman and Klass' volatility from open, high, low and close, per square root of a year.
    pub garman_klass: f64,
    /// Rogers and Satchell's volatility, right whatever the drift, per square root of a year.
    pub rogers_satchell: f64,
    /// Yang and Zhang's volatility, opening jumps included, per square root of a year.
    pub yang_zhang: f64,
    /// Realized variance of the closes over the whole series: the sum of the squared returns.
    pub realized_variance: f64,
    /// Bipower variation of the closes over the whole series, which jumps do not move: `pi/2 sum of |r_i| |r_(i-1)|`.
    pub bipower_variation: f64,
    /// Bipower volatility, per square root of a year: of `bipower_variation` over the pairs of neighbouring returns.
    pub bipower: f64,
    /// Truncated volatility, per square root of a year: of the returns within three bipower deviations.
    pub truncated: f64,
    /// Number of returns beyond three bipower deviations.
    pub truncated_returns: u32,
    /// Part of the realized variance that jumps made: `1 - bipower_variation / realized_variance`, at least 0. Absent where nothing moved.
    pub jump_share: Option<f64>,
    /// Jump test: standard normal where there are no jumps, large where there are. Absent for fewer than three returns, and where nothing
    /// moved.
    pub jump_statistic: Option<f64>,
    /// Probability of at least such a statistic without jumps. Absent with the statistic.
    pub jump_p_value: Option<f64>,
}

/// Six estimates of the volatility of one series of bars, from plain columns.
///
/// ```
/// use hashinsight_derivatives::estimation::{RealizedVolatilityRequest, realized_volatility};
/// use hashinsight_units::{AssetPrice, Years};
/// let prices = |values: [f64; 3]| values.into_iter().map(AssetPrice::new).collect::<Result<Vec<_>, _>>();
/// let request = RealizedVolatilityRequest::new(
///     prices([63_850.0, 64_940.0, 64_941.0])?,
///     prices([65_420.0, 65_695.0, 67_233.0])?,
///     prices([63_090.0, 64_237.0, 64_500.0])?,
///     prices([64_940.0, 64_941.0, 66_819.0])?,
///     Years::new(1.0 / 365.0)?,
/// );
/// let report = realized_volatility(&request)?;
/// assert!(report.parkinson > 0.3 && report.parkinson < 0.5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.open.insufficient_data` for fewer than three bars, `derivatives.<column>.length` for columns of different length,
/// `derivatives.high.out_of_range` and `low` for a bar that cannot be; `derivatives.bar_years.out_of_range` for 0,
/// `derivatives.ewma_decay.out_of_range` for 0 or 1.
pub fn realized_volatility(request: &RealizedVolatilityRequest) -> Result<RealizedVolatilityReport, Error> {
    let count = request.open.len();
    let bars = bar_count(count)?;
    for (column, values) in [("high", &request.high), ("low", &request.low), ("close", &request.close)] {
        if values.len() != count {
            return Err(length(column, values.len(), count));
        }
    }
    let column = |values: &[AssetPrice]| values.iter().map(|price| price.get()).collect::<Vec<f64>>();
    let [open, high, low, close] = [&request.open, &request.high, &request.low, &request.close].map(|c| column(c));
    for row in 0..count {
        let refuse = |field, value, allowed: &str| Err(refuse(field, value, allowed).in_row(row));
        if high[row] < open[row] || high[row] < close[row] || high[row] < low[row] {
            return refuse("high", high[row], "at least open, low and close of its bar");
        }
        if low[row] > open[row] || low[row] > close[row] {
            return refuse("low", low[row], "at most open and close of its bar");
        }
    }
    let bar_years = request.bar_years.get();
    if bar_years == 0.0 {
        return Err(refuse("bar_years", bar_years, "1e-12 to 30 years of 365 days"));
    }
    let decay = checked_decay(request.ewma_decay)?;
    estimate(bars, [&open, &high, &low, &close], bar_years, decay)
}

/// Six estimates of the volatility of a series of bars.
///
/// ```
/// use hashinsight_derivatives::estimation::{RISK_METRICS_DECAY, bars_volatility};
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// let bars = Bars::from_columns(BarsColumns {
///     source: "coinbase".parse()?,
///     instrument: "BTC-USD".parse()?,
///     quote_currency: hashinsight_units::Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: vec![1_713_571_200_000, 1_713_657_600_000, 1_713_744_000_000],
///     open: vec![63_850.0, 64_940.0, 64_941.0],
///     high: vec![65_420.0, 65_695.0, 67_233.0],
///     low: vec![63_090.0, 64_237.0, 64_500.0],
///     close: vec![64_940.0, 64_941.0, 66_819.0],
///     volume_base: None,
/// })?;
/// let report = bars_volatility(&bars, RISK_METRICS_DECAY)?;
/// assert!(report.parkinson > 0.3 && report.parkinson < 0.5);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.bars.unsupported` for bars with a gap: a return over a gap is not one over a bar. `derivatives.open.insufficient_data` for
/// fewer than three bars, `derivatives.ewma_decay.out_of_range` for 0 or 1.
pub fn bars_volatility(bars: &Bars, ewma_decay: Fraction) -> Result<RealizedVolatilityReport, Error> {
    if let Some(gap) = bars.first_gap() {
        return Err(unsupported("bars", format_args!("a gap before row {gap}"), "bars without gaps"));
    }
    let (count, decay) = (bar_count(bars.len())?, checked_decay(ewma_decay)?);
    let bar_years = 1.0 / bars.interval_ms().per_year();
    estimate(count, [bars.open(), bars.high(), bars.low(), bars.close()], bar_years, decay)
}

/// The number of bars, at least three.
fn bar_count(count: usize) -> Result<u32, Error> {
    if count < 3 {
        return Err(insufficient("open", count, "three bars"));
    }
    u32::try_from(count).map_err(|_| refuse("open", count as f64, "at most 4294967295 bars"))
}

fn checked_decay(decay: Fraction) -> Result<f64, Error> {
    let decay = decay.get();
    if decay == 0.0 || decay == 1.0 {
        return Err(refuse("ewma_decay", decay, "above 0, below 1"));
    }
    Ok(decay)
}

/// The estimates from `[open, high, low, close]` of bars that can be.
fn estimate(
    bars: u32,
    [open, high, low, close]: [&[f64]; 4],
    bar_years: f64,
    decay: f64,
) -> Result<RealizedVolatilityReport, Error> {
    let count = close.len();
    let logs =
        |above: &[f64], below: &[f64]| -> Vec<f64> { above.iter().zip(below).map(|(a, b)| ln_ratio(*a, *b)).collect() };
    let returns = logs(&close[1..], &close[..count - 1]);
    let opening = logs(&open[1..], &close[..count - 1]);
    let (u, d, c) = (logs(high, open), logs(low, open), logs(close, open));
    let mean = |count: usize, term: &dyn Fn(usize) -> f64| sum_by(count, term) / count as f64;

    let rogers_satchell = |i: usize| u[i] * (u[i] - c[i]) + d[i] * (d[i] - c[i]);
    // Yang and Zhang need the close before each bar: all but the first.
    let n = (count - 1) as f64;
    let weight = 0.34 / (1.34 + (n + 1.0) / (n - 1.0));
    let drift_free = mean(count - 1, &|i| rogers_satchell(i + 1));
    let yang_zhang = variance(&opening, 1)? + weight * variance(&c[1..], 1)? + (1.0 - weight) * drift_free;
    // (1 - l) / (1 - l^n) times the sum of l^i r^2, newest first.
    let newest = returns.iter().fold(0.0, |sum, r| decay * sum + r * r);
    let ewma = newest * (1.0 - decay) / -exp_m1(n * ln(decay));

    let annual = |variance: f64| if variance > 0.0 { (variance / bar_years).sqrt() } else { 0.0 };
    let close_to_close = annual(variance(&returns, 1)?);
    let jumps = JumpMeasures::new(&returns);
    Ok(RealizedVolatilityReport {
        measure: Measure::RealWorld,
        bars,
        close_to_close,
        close_to_close_error: close_to_close / (2.0 * n).sqrt(),
        ewma: annual(ewma),
        parkinson: annual(mean(count, &|i| (u[i] - d[i]) * (u[i] - d[i])) / (4.0 * LN_2)),
        garman_klass: annual(mean(count, &|i| 0.5 * (u[i] - d[i]) * (u[i] - d[i]) - (2.0 * LN_2 - 1.0) * c[i] * c[i])),
        rogers_satchell: annual(mean(count, &rogers_satchell)),
        yang_zhang: annual(yang_zhang),
        realized_variance: jumps.realized,
        bipower_variation: jumps.bipower,
        bipower: annual(jumps.bipower_per_bar),
        truncated: annual(jumps.truncated),
        truncated_returns: jumps.beyond,
        jump_share: jumps.share,
        jump_statistic: jumps.statistic,
        jump_p_value: jumps.statistic.map(|statistic| normal_cdf(-statistic)),
    })
}

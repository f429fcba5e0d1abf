//! Forward prices and discount factors at any time, from futures and rates of a few expiries.
//!
//! Between two quoted times both the riskless rate and the carry (rate less yield) are constant, so that the factors
//!
//! ```text
//! D(t) = e^(-integral of r)       F(t) / S = e^(integral of r - q)
//! ```
//!
//! are straight in the logarithm: rates are positive wherever discount factors fall, a quote moves the curve between its neighbors only, and
//! every quote comes back (Hagan and West 2006, "raw interpolation"). Before the first time its rate holds from now on, beyond the last one
//! the last rate goes on. With rate and yield of an expiry, `vanilla` is the option on its forward.

use hashinsight_numerics::{exp, ln_ratio};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Error, Rate, Record, Years};

use super::log_linear::LogLinear;
use crate::Measure;
use crate::refuse::{insufficient, length, refuse};

/// Inputs of [`forward_curve`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForwardCurveRequest {
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Expiries of the quoted forwards, in years from now: rising, above 0.
    pub forward_times_years: Vec<Years>,
    /// Forward prices for these expiries, of dated futures or of parity, in quote currency.
    pub forward_prices: Vec<AssetPrice>,
    /// Times of the quoted riskless rates, in years from now: rising, above 0.
    pub rate_times_years: Vec<Years>,
    /// Riskless rates per year from now until these times, continuously compounded.
    pub rates_per_year: Vec<Rate>,
    /// Times that are asked about, in years from now.
    pub at_years: Vec<Years>,
}

/// Result of [`forward_curve`]: a number of each list for each time that is asked about.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForwardCurveReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Times, as in the request, in years from now.
    pub years: Vec<f64>,
    /// Forward prices, in quote currency.
    pub forward_prices: Vec<f64>,
    /// Worths today of one unit of quote currency at these times.
    pub discount_factors: Vec<f64>,
    /// Riskless rates per year from now until these times, continuously compounded; of now, the rate that begins.
    pub rates_per_year: Vec<f64>,
    /// Yields of holding the asset per year from now until these times, continuously compounded: rate less carry; of now, the yield that begins.
    pub yields_per_year: Vec<f64>,
    /// Riskless rates per year that hold from each of these times on.
    pub forward_rates_per_year: Vec<f64>,
    /// Carries per year that hold from each of these times on: growth of the forward price.
    pub forward_carries_per_year: Vec<f64>,
    /// Whether a time lies beyond the last quoted forward or rate, whose rate goes on there.
    pub extrapolated: Vec<bool>,
}

/// Forward prices, discount factors, rates and yields at any times.
///
/// ```
/// use hashinsight_derivatives::curve::{ForwardCurveRequest, forward_curve};
/// use hashinsight_units::{AssetPrice, Rate, Years};
/// let (spot, future) = (AssetPrice::new(60_000.0)?, AssetPrice::new(61_200.0)?);
/// let (quarter, rate) = (Years::new(0.25)?, Rate::new(0.04)?);
/// let month = Years::new(1.0 / 12.0)?;
/// let request =
///     ForwardCurveRequest::new(spot, vec![quarter], vec![future], vec![Years::new(1.0)?], vec![rate], vec![month]);
/// let curve = forward_curve(&request)?;
/// assert_eq!(format!("{:.2}", curve.forward_prices[0]), "60397.36"); // 60000 (61200 / 60000)^(1/3)
/// assert_eq!(format!("{:.4}", curve.yields_per_year[0]), "-0.0392"); // a perpetual's long pays that
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.forward_times_years.insufficient_data` and `rate_times_years` without a quote; `derivatives.forward_prices.length` and
/// `rates_per_year` unless there is one for each time; `derivatives.forward_times_years.out_of_range` and `rate_times_years` where times do
/// not rise from above 0.
pub fn forward_curve(request: &ForwardCurveRequest) -> Result<ForwardCurveReport, Error> {
    let ForwardCurveRequest { spot, forward_times_years, forward_prices, rate_times_years, rates_per_year, at_years } =
        request;
    check("forward_times_years", forward_times_years, "forward_prices", forward_prices.len())?;
    check("rate_times_years", rate_times_years, "rates_per_year", rates_per_year.len())?;
    let spot = spot.get();
    let forwards = forward_times_years.iter().zip(forward_prices);
    let carry = LogLinear::new(forwards.map(|(time, forward)| (time.get(), ln_ratio(forward.get(), spot))));
    let rates = rate_times_years.iter().zip(rates_per_year);
    let riskless = LogLinear::new(rates.map(|(time, rate)| (time.get(), rate.get() * time.get())));
    let last = |times: &[Years]| times.last().map_or(0.0, |time| time.get());
    let (last_forward, last_rate) = (last(forward_times_years), last(rate_times_years));
    let mut report = ForwardCurveReport {
        measure: Measure::RiskNeutral,
        years: Vec::new(),
        forward_prices: Vec::new(),
        discount_factors: Vec::new(),
        rates_per_year: Vec::new(),
        yields_per_year: Vec::new(),
        forward_rates_per_year: Vec::new(),
        forward_carries_per_year: Vec::new(),
        extrapolated: Vec::new(),
    };
    for time in at_years.iter().map(|time| time.get()) {
        let ((grown, forward_carry), (discounted, forward_rate)) = (carry.at(time), riskless.at(time));
        let mean = |whole: f64, now: f64| if time == 0.0 { now } else { whole / time };
        let rate = mean(discounted, forward_rate);
        report.years.push(time);
        report.forward_prices.push(spot * exp(grown));
        report.discount_factors.push(exp(0.0 - discounted));
        report.rates_per_year.push(rate);
        report.yields_per_year.push(rate - mean(grown, forward_carry));
        report.forward_rates_per_year.push(forward_rate);
        report.forward_carries_per_year.push(forward_carry);
        report.extrapolated.push(time > last_forward || time > last_rate);
    }
    Ok(report)
}

fn check(field: &str, times: &[Years], quotes: &str, count: usize) -> Result<(), Error> {
    if times.is_empty() {
        return Err(insufficient(field, 0, "one quote"));
    }
    if count != times.len() {
        return Err(length(quotes, count, times.len()));
    }
    let before = std::iter::once(0.0).chain(times.iter().map(|time| time.get()));
    if let Some((row, (floor, time))) = before.zip(times).enumerate().find(|(_, (floor, time))| time.get() <= *floor) {
        let allowed = if row == 0 { "above 0".to_owned() } else { format!("above the one before: {}", Told(floor)) };
        return Err(refuse(field, time.get(), allowed).in_row(row));
    }
    Ok(())
}

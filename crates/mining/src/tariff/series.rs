//! Prices of a span one by one, such as a market's settlement prices.

use hashinsight_market::PowerPrices;
use hashinsight_units::{EnergyPrice, Error, Record, Timestamp};

use super::HOUR_MS;
use super::grid::check_minutes;
use crate::error;

const MINUTE_MS: i64 = 60_000;
/// Beginnings of price and settlement intervals are told apart by these.
const RASTER_MS: i64 = 5 * MINUTE_MS;

/// A price for every hour of a span.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HourlySeries {
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Prices in USD/kWh, one per hour.
    pub usd_per_kwh: Vec<EnergyPrice>,
}

/// Prices one after the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Steps<'a> {
    start_ms: i64,
    step_ms: i64,
    prices: &'a [EnergyPrice],
}

impl HourlySeries {
    pub(super) fn steps(&self) -> Steps<'_> {
        Steps { start_ms: self.start_ms.to_ms(), step_ms: HOUR_MS, prices: &self.usd_per_kwh }
    }
}

impl<'a> Steps<'a> {
    pub(super) fn of(series: &'a PowerPrices) -> Result<Self, Error> {
        let minutes = check_minutes("interval_minutes", series.interval_minutes)?;
        let step_ms = i64::from(minutes) * MINUTE_MS;
        Ok(Self { start_ms: series.start_ms.to_ms(), step_ms, prices: &series.usd_per_kwh })
    }

    /// Whether there is a price for every moment of a span.
    pub(super) fn cover(&self, from_ms: i64, to_ms: i64) -> Result<(), Error> {
        let after_ms = from_ms - self.start_ms;
        if after_ms < 0 || after_ms % RASTER_MS != 0 {
            let allowed = "a whole number of five minutes before the start of the span, or its start";
            return Err(error::out_of_range("start", "start_ms", self.start_ms, allowed));
        }
        let have = i64::try_from(self.prices.len()).unwrap_or(i64::MAX);
        if have.saturating_mul(self.step_ms).saturating_add(self.start_ms) < to_ms {
            let (field, have) = ("usd_per_kwh", format!("{} prices", self.prices.len()));
            return Err(error::insufficient(field, field, have, "a price for all of the span"));
        }
        Ok(())
    }

    /// The price at a moment that is covered, and up to when it holds.
    pub(super) fn at(&self, time_ms: i64) -> Result<(f64, i64), Error> {
        let step = (time_ms - self.start_ms).div_euclid(self.step_ms);
        let price = usize::try_from(step).ok().and_then(|step| self.prices.get(step));
        let price = price.ok_or_else(|| {
            error::insufficient("usd_per_kwh", "usd_per_kwh", self.prices.len(), "a price for all of the span")
        })?;
        Ok((price.get(), self.start_ms + (step + 1) * self.step_ms))
    }
}

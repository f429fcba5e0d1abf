//! The market that a quote is made in.

use hashinsight_derivatives::Measure;
use hashinsight_units::{AssetPrice, At, Currency, Decimal, Error, Problem, Rate, Record, Timestamp};

use crate::refuse::tell;

/// Measure of hit probability and pure premium.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
pub enum QuoteMeasure {
    /// Q: the price drifts by its carry.
    RiskNeutral,
    /// P: the price drifts as declared.
    RealWorld {
        /// Drift of the price per year that the insurer believes in.
        #[record(example = 0.1)]
        drift_per_year: Rate,
    },
}

impl QuoteMeasure {
    /// The measure without its drift.
    pub const fn measure(self) -> Measure {
        match self {
            Self::RiskNeutral => Measure::RiskNeutral,
            Self::RealWorld { .. } => Measure::RealWorld,
        }
    }
}

/// Rate of another currency at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CurrencyRate {
    /// Currency that is received.
    #[record(example = "ETH")]
    pub currency: Currency,
    /// Units of it for one unit of the currency of the cover, above 0, as decimal text.
    #[record(example = "0.0004")]
    pub per_unit: Decimal,
    /// Instant at which the rate held, in Unix milliseconds UTC.
    #[record(example = 1780271940000)]
    pub time_ms: Timestamp,
}

/// Market that a quote is made in.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct QuoteMarket {
    /// Instant of the market, in Unix milliseconds UTC: nothing of a cover may lie before it.
    #[record(example = 1780272000000)]
    pub time_ms: Timestamp,
    /// Price of the kind that the trigger names, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Riskless rate per year of the quote currency, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Carry: drift of the price under Q, riskless rate less yield; 0 for a perpetual without funding.
    #[record(default = Rate::constant(0.0))]
    pub carry_per_year: Rate,
    /// Measure of hit probability and pure premium.
    #[record(default = QuoteMeasure::RiskNeutral)]
    pub measure: QuoteMeasure,
    /// Rates from the currency of the cover, at which premium and payout are told in other currencies; none is later than the market.
    #[record(default = Vec::new())]
    pub exchange_rates: Vec<CurrencyRate>,
}

impl QuoteMarket {
    /// Drift of the price under the measure, per year.
    pub(super) const fn drift(&self) -> Rate {
        match self.measure {
            QuoteMeasure::RiskNeutral => self.carry_per_year,
            QuoteMeasure::RealWorld { drift_per_year } => drift_per_year,
        }
    }

    /// # Errors
    /// `insurance.per_unit.out_of_range` for a rate that is not above 0, `time_ms` for one that is later than the market, `currency.several` for two of
    /// one currency.
    pub(super) fn check_rates(&self) -> Result<(), Error> {
        for (index, rate) in self.exchange_rates.iter().enumerate() {
            let refused = |field, problem, got: String, allowed: String| {
                Err(tell(field, problem, got, allowed)).index(index).at("exchange_rates")
            };
            if rate.per_unit <= Decimal::ZERO {
                return refused("per_unit", Problem::OutOfRange, rate.per_unit.to_string(), "above 0".to_owned());
            }
            if rate.time_ms > self.time_ms {
                let allowed = format!("at most the time of the market, {}", self.time_ms.to_ms());
                return refused("time_ms", Problem::OutOfRange, rate.time_ms.to_ms().to_string(), allowed);
            }
            if self.exchange_rates[..index].iter().any(|other| other.currency == rate.currency) {
                let allowed = "one rate of each currency".to_owned();
                return refused("currency", Problem::Several, rate.currency.to_string(), allowed);
            }
        }
        Ok(())
    }
}

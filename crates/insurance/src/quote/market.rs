//! The market that a quote is made in.

use hashinsight_derivatives::Measure;
use hashinsight_units::{AssetPrice, ExchangeRate, Rate, Record, Timestamp};

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
    /// Rates at which premium and payout are told in other currencies.
    #[record(default = Vec::new())]
    pub exchange_rates: Vec<ExchangeRate>,
}

impl QuoteMarket {
    /// Drift of the price under the measure, per year.
    pub(super) const fn drift(&self) -> Rate {
        match self.measure {
            QuoteMeasure::RiskNeutral => self.carry_per_year,
            QuoteMeasure::RealWorld { drift_per_year } => drift_per_year,
        }
    }
}

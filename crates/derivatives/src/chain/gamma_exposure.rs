//! How much the holders' hedges move with the price.

use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::{ln_ratio, normal_pdf};

/// Change of delta per 1 % move of the underlying, in quote currency, calls less puts:
/// `sum of +-open interest * gamma * F^2 / 100`, `gamma = n(d1) / (F sigma sqrt T)`. `None` where no option has open interest and volatility.
pub(super) fn gamma_exposure(quotes: &[OptionQuote], forward: f64, years: f64) -> Option<f64> {
    let terms = quotes.iter().filter_map(|quote| {
        let (open, volatility) = (quote.open_interest_base()?, quote.mark_iv().filter(|v| *v > 0.0)?);
        let deviation = volatility * years.sqrt();
        let d1 = ln_ratio(forward, quote.strike()) / deviation + 0.5 * deviation;
        let exposure = open * normal_pdf(d1) / deviation * forward / 100.0;
        Some(match quote.kind() {
            OptionKind::Call => exposure,
            OptionKind::Put => -exposure,
        })
    });
    terms.reduce(|sum, term| sum + term).filter(|sum| sum.is_finite())
}

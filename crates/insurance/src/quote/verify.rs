//! A quote computed again.

use hashinsight_units::{At, Error, Record};

use super::{Quote, quote};

/// Inputs of [`verify_quote`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VerifyQuoteRequest {
    /// Quote as it was stored.
    pub quote: Quote,
}

/// Result of [`verify_quote`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VerifyQuoteReport {
    /// Whether every number is the same again, to the last bit.
    pub holds: bool,
    /// Parts of the quote that are not what its request leads to.
    pub differences: Vec<&'static str>,
}

/// Computes a quote again from the request inside it, and compares everything.
///
/// # Errors
/// Those of [`quote`] at `quote.request`: a request that was changed into one that is refused.
pub fn verify_quote(request: &VerifyQuoteRequest) -> Result<VerifyQuoteReport, Error> {
    let told = &request.quote;
    let found = quote(&told.request).at("request").at("quote")?;
    let bits = |pair: [f64; 2]| pair[0].to_bits() == pair[1].to_bits();
    let parts = [
        ("decision", told.decision == found.decision),
        ("reasons", told.reasons == found.reasons),
        ("frozen", told.frozen == found.frozen),
        ("measure", told.measure == found.measure),
        ("price", told.price == found.price),
        ("risk_loading", bits([told.risk_loading, found.risk_loading])),
        ("range", told.range == found.range),
        ("least_pure_premium", bits([told.least_pure_premium, found.least_pure_premium])),
        ("greatest_pure_premium", bits([told.greatest_pure_premium, found.greatest_pure_premium])),
        ("sensitivities", told.sensitivities == found.sensitivities),
        ("sensitivities_absence", told.sensitivities_absence == found.sensitivities_absence),
        ("premium", told.premium == found.premium),
        ("payable", told.payable == found.payable),
        ("maximum_payout", told.maximum_payout == found.maximum_payout),
        ("risk_index", told.risk_index == found.risk_index),
        ("valid_until_ms", told.valid_until_ms == found.valid_until_ms),
    ];
    let differences: Vec<&'static str> = parts.iter().filter(|(_, same)| !same).map(|(name, _)| *name).collect();
    Ok(VerifyQuoteReport { holds: differences.is_empty(), differences })
}

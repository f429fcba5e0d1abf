//! A claim judged again.

use hashinsight_units::{At, Error, Record};

use super::{Claim, claim};

/// Inputs of [`verify_claim`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VerifyClaimRequest {
    /// Claim as it was stored.
    pub claim: Claim,
}

/// Result of [`verify_claim`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VerifyClaimReport {
    /// Whether everything is the same again, to the last bit.
    pub holds: bool,
    /// Parts of the claim that are not what its request leads to.
    pub differences: Vec<&'static str>,
}

/// Judges a claim again from the request inside it, and compares everything.
///
/// # Errors
/// Those of [`claim`](super::claim()) at `claim.request`: a request that was changed into one that is refused.
pub fn verify_claim(request: &VerifyClaimRequest) -> Result<VerifyClaimReport, Error> {
    let told = &request.claim;
    let found = claim(&told.request).at("request").at("claim")?;
    let parts = [
        ("frozen", told.frozen == found.frozen),
        ("triggered", told.triggered == found.triggered),
        ("triggered_ms", told.triggered_ms == found.triggered_ms),
        ("evidence", told.evidence == found.evidence),
        ("decision", told.decision == found.decision),
        ("reasons", told.reasons == found.reasons),
        ("loss", told.loss == found.loss),
        ("items", told.items == found.items),
        ("payout", told.payout == found.payout),
        ("due_ms", told.due_ms == found.due_ms),
    ];
    let differences: Vec<&'static str> = parts.iter().filter(|(_, same)| !same).map(|(name, _)| *name).collect();
    Ok(VerifyClaimReport { holds: differences.is_empty(), differences })
}

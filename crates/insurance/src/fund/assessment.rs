//! A claim that members decide on with their stakes.

use hashinsight_units::json::positional;
use hashinsight_units::{Decimal, Error, Fraction, Problem, Record};

use crate::refuse::tell;

/// Inputs of [`assess_votes`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AssessmentRequest {
    /// Stake that voted for the claim, as decimal text; 0 or more.
    #[record(example = "800.5")]
    pub for_claim: Decimal,
    /// Stake that voted against the claim, as decimal text; 0 or more.
    #[record(example = "199.5")]
    pub against_claim: Decimal,
    /// Stake that could have voted, as decimal text: at least that of the votes.
    #[record(example = "2500")]
    pub eligible: Decimal,
    /// Part of the eligible stake that must have voted for a decision.
    #[record(default = Fraction::constant(0.15))]
    pub quorum: Fraction,
    /// Part of the votes that must be for a claim that is accepted, and against one that is denied: 0.7 of them, for one; above a half.
    #[record(default = Fraction::constant(0.7))]
    pub majority: Fraction,
}

/// What votes decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum AssessmentOutcome {
    /// The claim is accepted.
    Accepted,
    /// The claim is denied.
    Denied,
    /// Too little stake has voted.
    NoQuorum,
    /// Enough stake has voted, and neither side has its majority.
    NoMajority,
}

/// Result of [`assess_votes`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AssessmentReport {
    /// What the votes decide. Without quorum or majority the claim goes on to review.
    pub outcome: AssessmentOutcome,
    /// Stake that voted.
    pub voted: Decimal,
    /// Stake that was needed for a quorum, rounded up to 12 places.
    pub needed: Decimal,
}

/// The outcome of a vote by stake: quorum first, then the majority of either side. Compared exactly, so that a vote at the border counts.
///
/// ```
/// use hashinsight_insurance::fund::{AssessmentOutcome, AssessmentRequest, assess_votes};
/// let vote = AssessmentRequest::new("70".parse().unwrap(), "30".parse().unwrap(), "1000".parse().unwrap());
/// assert_eq!(assess_votes(&vote)?.outcome, AssessmentOutcome::NoQuorum); // 100 of the 150 that were needed
/// let quorum = hashinsight_units::Fraction::new(0.1)?;
/// assert_eq!(assess_votes(&vote.quorum(quorum))?.outcome, AssessmentOutcome::Accepted); // 70 % to the unit
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.for_claim.out_of_range` and `against_claim` below 0, `insurance.eligible.out_of_range` below the votes, `insurance.majority.out_of_range`
/// unless above a half.
pub fn assess_votes(request: &AssessmentRequest) -> Result<AssessmentReport, Error> {
    let AssessmentRequest { for_claim, against_claim, eligible, quorum, majority } = *request;
    for (field, stake) in [("for_claim", for_claim), ("against_claim", against_claim)] {
        if stake < Decimal::ZERO || stake > Decimal::from(10_u64.pow(15)) {
            return Err(tell(field, Problem::OutOfRange, stake, "0 to 10^15"));
        }
    }
    let voted = for_claim + against_claim;
    if eligible < voted || eligible > Decimal::from(10_u64.pow(15)) {
        return Err(tell(
            "eligible",
            Problem::OutOfRange,
            eligible,
            format!("at least the votes, {voted}; at most 10^15"),
        ));
    }
    if majority.get() <= 0.5 {
        return Err(tell("majority", Problem::OutOfRange, majority.get(), "above 0.5, at most 1"));
    }
    // Fractions as their decimal digits say: 0.7 is seven tenths.
    let part = |fraction: Fraction, of: Decimal| {
        let digits: Decimal = positional(fraction.get()).parse().unwrap_or(Decimal::ONE);
        digits.round_dp(12) * of
    };
    let needed = part(quorum, eligible);
    let wins = |stake: Decimal| voted > Decimal::ZERO && stake >= part(majority, voted);
    let outcome = if voted < needed || voted.is_zero() {
        AssessmentOutcome::NoQuorum
    } else if wins(for_claim) {
        AssessmentOutcome::Accepted
    } else if wins(against_claim) {
        AssessmentOutcome::Denied
    } else {
        AssessmentOutcome::NoMajority
    };
    Ok(AssessmentReport { outcome, voted, needed: needed.normalize() })
}

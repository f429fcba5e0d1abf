//! Claims, and the states of policies and claims.

use hashinsight::insurance::claim::{
    BarClaim, BarClaimRequest, ChangePolicyStateReport, ChangePolicyStateRequest, Claim, ClaimRequest, PayoutFile,
    PayoutFileRequest, PolicyStates, PolicyStatesRequest, VerifyClaimReport, VerifyClaimRequest, change_policy_state,
    claim, claim_by_bars, payout_file, policy_states, verify_claim,
};

use crate::operation::operations;

operations! { insurance:
    /// A claim, judged by a replay of prices, funding and exchange events against the terms that were frozen when the cover was sold:
    /// triggered or not, when, by what evidence, what is lost and what is paid.
    ///
    /// The order in which the evidence is told does not matter, and what is told twice counts once. A second claim, a trigger outside of
    /// the period, an altered account and an excluded cause are refused with a reason; what is missing goes to a person.
    document claim: ClaimRequest => Claim;
    /// A claim judged by bars, of which nobody knows whether high or low came first: what both orders agree on holds, the rest goes to a
    /// person.
    document claim_by_bars: BarClaimRequest => BarClaim;
    /// A claim judged again from the request inside it: whether everything is the same, to the last bit.
    document verify_claim: VerifyClaimRequest => VerifyClaimReport;
    /// The payments of claims that were accepted, as a file that two others release: neither assessed one of its claims nor put it together.
    ///
    /// Each claim is judged again, and an approval names how many payments of what sums it approves.
    document payout_file: PayoutFileRequest => PayoutFile;
    /// The states of policies or claims as data: legal moves, who may make them, and which need a reason. An application draws its buttons
    /// from it.
    total document policy_states: PolicyStatesRequest => PolicyStates;
    /// Moves a policy or a claim to another state, or says why not.
    document change_policy_state: ChangePolicyStateRequest => ChangePolicyStateReport;
}

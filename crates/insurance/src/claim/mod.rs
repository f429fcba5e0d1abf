//! Claims: judged by a replay of the evidence against the frozen terms, and moved from state to state.
//!
//! | question | answer |
//! |---|---|
//! | was the cover triggered? | `yes`, `no`, or `cannot_say` where evidence is missing or contradicts itself |
//! | what becomes of the claim? | `pay`, `reject` with a reason, or `review` by a person |
//! | and where only bars are known? | what holds in both orders of low and high; the rest goes to a person: [`claim_by_bars`] |
//! | who releases what is paid? | two who neither assessed it nor put it together: [`payout_file`] |
//! | what is lost, what is paid? | parts that add up, in decimals: [`ClaimLoss`], [`PayoutItems`](crate::cover::PayoutItems) |
//!
//! ```text
//! policy:  quoted > paid > active > expired;    active | expired > claimed;    quoted | paid | active > void
//! claim:   reported > verified > assessed > paid;    not yet paid > rejected;    assessed | rejected > disputed > verified | rejected
//! ```
//!
//! The same list of moves decides ([`legal_move`]) and is shown ([`policy_states`]). Whoever assesses a claim does not pay it.

mod bars;
mod case;
mod change;
mod evidence;
mod joint;
mod judge;
mod loss;
mod machine;
mod payout_file;
mod proof;
mod replay;
mod request;
mod states;
mod stood;
mod verify;

pub use bars::{BarClaim, BarClaimReason, BarClaimRequest, claim_by_bars};
pub use change::{
    ChangePolicyStateReport, ChangePolicyStateRequest, ClaimChange, PolicyChange, PolicyMoveRow, PolicyOrClaimChange,
    PolicyStateRow, PolicyStates, PolicyStatesRequest, PolicySubject, change_policy_state, policy_states,
};
pub use evidence::{
    AccountAlteration, AccountChange, AccountEvent, ClaimEvent, EarlierClaim, EstablishedDefault, FundingPayment,
    HeldCause, PriceSeries, VenueLiquidation,
};
pub use judge::claim;
pub use machine::{Actor, Machine, Move, Wanted, legal_move};
pub use payout_file::{
    PayoutApproval, PayoutFile, PayoutFileRequest, PayoutFileState, PayoutLine, PayoutOrder, payout_file,
};
pub use request::{Claim, ClaimDecision, ClaimLoss, ClaimReason, ClaimReasonCode, ClaimRequest, TriggerEvidence};
pub use states::{ClaimState, PolicyState};
pub use verify::{VerifyClaimReport, VerifyClaimRequest, verify_claim};

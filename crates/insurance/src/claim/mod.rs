//! States of policies and claims, as data.
//!
//! ```text
//! policy:  quoted > paid > active > expired;    active | expired > claimed;    quoted | paid | active > void
//! claim:   reported > verified > assessed > paid;    not yet paid > rejected;    assessed | rejected > disputed > verified | rejected
//! ```
//!
//! The same list decides ([`legal_move`]) and is shown ([`policy_states`]). Whoever assesses a claim does not pay it.

mod change;
mod machine;
mod states;

pub use change::{
    ChangePolicyStateReport, ChangePolicyStateRequest, ClaimChange, PolicyChange, PolicyMoveRow, PolicyOrClaimChange,
    PolicyStateRow, PolicyStates, PolicyStatesRequest, PolicySubject, change_policy_state, policy_states,
};
pub use machine::{Actor, Machine, Move, Wanted, legal_move};
pub use states::{ClaimState, PolicyState};

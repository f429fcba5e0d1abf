//! The state machines as documents.

use hashinsight_units::record::Word;
use hashinsight_units::{At, Error, Record, Timestamp};

use super::machine::{Actor, Machine, Wanted, legal_move};
use super::states::{ClaimState, PolicyState};

/// Kind of thing that has states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum PolicySubject {
    /// Policy: a cover that is sold.
    Policy,
    /// Claim on a policy.
    Claim,
}

/// The change of one kind of subject.
macro_rules! change {
    ($(#[$doc:meta])* $name:ident $state:ident $from:tt $to:tt $by:tt) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Record)]
        #[non_exhaustive]
        pub struct $name {
            /// State before the change.
            #[record(example = $from)]
            pub state: $state,
            /// Time at which the subject came to the state before, in Unix milliseconds UTC.
            #[record(example = 1780272000000)]
            pub since_ms: Timestamp,
            /// State after the change.
            #[record(example = $to)]
            pub to: $state,
            /// Who makes the change.
            #[record(example = $by)]
            pub by: Actor,
            /// Reason of the change, in words. Needed where the table says so.
            pub reason: Option<String>,
            /// Time of the change, in Unix milliseconds UTC.
            #[record(example = 1780358400000)]
            pub at_ms: Timestamp,
        }

        impl $name {
            fn report(&self) -> Result<ChangePolicyStateReport, Error> {
                let &Self { state, since_ms: since, to, by, at_ms: at, .. } = self;
                let legal = legal_move(&Wanted { state, since, to, by, reason: self.reason.as_deref(), at })?;
                Ok(ChangePolicyStateReport {
                    state: to.word().to_owned(),
                    since_ms: at,
                    action: legal.action.to_owned(),
                    time_in_state_ms: at.to_ms() - since.to_ms(),
                })
            }
        }
    };
}

change! {
    /// Change of a policy.
    PolicyChange PolicyState "quoted" "paid" "holder"
}
change! {
    /// Change of a claim.
    ClaimChange ClaimState "reported" "verified" "assessor"
}

/// Change of one subject.
#[derive(Clone, Debug, PartialEq, Record)]
pub enum PolicyOrClaimChange {
    /// Of a policy.
    Policy(PolicyChange),
    /// Of a claim.
    Claim(ClaimChange),
}

/// Inputs of [`change_policy_state`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ChangePolicyStateRequest {
    /// Change of a policy or of a claim.
    pub change: PolicyOrClaimChange,
}

/// Result of [`change_policy_state`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ChangePolicyStateReport {
    /// State after the change.
    pub state: String,
    /// Time at which the subject came there, in Unix milliseconds UTC.
    pub since_ms: Timestamp,
    /// Name of the move that was made.
    pub action: String,
    /// Time that the subject had spent in the state before, in milliseconds.
    pub time_in_state_ms: i64,
}

/// Moves a policy or a claim to another state, or says why not.
///
/// ```
/// use hashinsight_insurance::claim::{
///     Actor, ChangePolicyStateRequest, PolicyChange, PolicyOrClaimChange, PolicyState, change_policy_state,
/// };
/// use hashinsight_units::Timestamp;
/// let (quoted, paid) = (Timestamp::from_ms(1_780_272_000_000)?, Timestamp::from_ms(1_780_272_060_000)?);
/// let change = PolicyChange::new(PolicyState::Quoted, quoted, PolicyState::Paid, Actor::Holder, paid);
/// let report = change_policy_state(&ChangePolicyStateRequest::new(PolicyOrClaimChange::Policy(change)))?;
/// assert_eq!((report.action.as_str(), report.time_in_state_ms), ("pay", 60_000));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`legal_move`], with the subject in the path.
pub fn change_policy_state(request: &ChangePolicyStateRequest) -> Result<ChangePolicyStateReport, Error> {
    match &request.change {
        PolicyOrClaimChange::Policy(change) => change.report().at("policy").at("change"),
        PolicyOrClaimChange::Claim(change) => change.report().at("claim").at("change"),
    }
}

/// Inputs of [`policy_states`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PolicyStatesRequest {
    /// Kind of thing whose states are asked for.
    #[record(example = "claim")]
    pub subject: PolicySubject,
}

/// State of a policy or a claim.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PolicyStateRow {
    /// Name of the state.
    pub state: String,
    /// Whether nothing leads out of the state.
    pub is_final: bool,
}

/// Move of a policy or a claim.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PolicyMoveRow {
    /// Name of the state before.
    pub from_state: String,
    /// Name of the state after.
    pub to_state: String,
    /// Name of the move, as on a button.
    pub action: String,
    /// Who may make the move.
    pub by: Actor,
    /// Whether the move needs a reason.
    pub needs_reason: bool,
}

/// Result of [`policy_states`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PolicyStates {
    /// States, the first one where a subject begins.
    pub states: Vec<PolicyStateRow>,
    /// Legal moves; no other is.
    pub moves: Vec<PolicyMoveRow>,
}

/// The states of policies or claims: legal moves, who may make them, and which need a reason.
///
/// ```
/// use hashinsight_insurance::claim::{PolicyStatesRequest, PolicySubject, policy_states};
/// let table = policy_states(&PolicyStatesRequest::new(PolicySubject::Claim));
/// let finals: Vec<&str> = table.states.iter().filter(|row| row.is_final).map(|row| row.state.as_str()).collect();
/// assert_eq!(finals, ["paid"]);
/// ```
pub fn policy_states(request: &PolicyStatesRequest) -> PolicyStates {
    match request.subject {
        PolicySubject::Policy => table::<PolicyState>(),
        PolicySubject::Claim => table::<ClaimState>(),
    }
}

fn table<S: Machine>() -> PolicyStates {
    let state = |state: &S| PolicyStateRow { state: state.word().to_owned(), is_final: state.is_final() };
    let row = |legal: &super::Move<S>| PolicyMoveRow {
        from_state: legal.from.word().to_owned(),
        to_state: legal.to.word().to_owned(),
        action: legal.action.to_owned(),
        by: legal.by,
        needs_reason: legal.needs_reason,
    };
    PolicyStates { states: S::STATES.iter().map(state).collect(), moves: S::MOVES.iter().map(row).collect() }
}

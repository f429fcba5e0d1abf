//! The state machines as documents.

use hashinsight_units::{At, Error, Record, Timestamp};

use super::declare::{Lifecycle, Standing, apply};
use super::states::{CommissionState, ContractState, DealState, InvoiceState, LeadState};
use crate::role::Role;

/// Kind of thing that has a lifecycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Subject {
    /// A possible customer.
    Lead,
    /// A possible sale.
    Deal,
    /// An agreement with a customer.
    Contract,
    /// Earnings of a seller.
    Commission,
    /// A sum that a customer owes.
    Invoice,
}

/// The change of one kind of subject.
macro_rules! change {
    ($(#[$doc:meta])* $name:ident $state:ident $from:tt $to:tt) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Record)]
        #[non_exhaustive]
        pub struct $name {
            /// State before the change.
            #[record(example = $from)]
            pub state: $state,
            /// Time at which the subject came to the state before, in Unix milliseconds UTC.
            #[record(example = 1714521600000)]
            pub since_ms: Timestamp,
            /// State after the change.
            #[record(example = $to)]
            pub to: $state,
            /// Role of whoever makes the change.
            #[record(example = "admin")]
            pub role: Role,
            /// Reason of the change, in words. Needed where the table says so.
            pub reason: Option<String>,
            /// Time of the change, in Unix milliseconds UTC.
            #[record(example = 1714608000000)]
            pub at_ms: Timestamp,
        }
    };
}

change! {
    /// Change of a lead.
    LeadChange LeadState "new" "contacted"
}
change! {
    /// Change of a deal.
    DealChange DealState "prospecting" "qualification"
}
change! {
    /// Change of a contract.
    ContractChange ContractState "draft" "pending_approval"
}
change! {
    /// Change of a commission.
    CommissionChange CommissionState "accrued" "approved"
}
change! {
    /// Change of an invoice.
    InvoiceChange InvoiceState "draft" "issued"
}

/// Change of one subject.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum LifecycleChange {
    /// Of a lead.
    Lead(LeadChange),
    /// Of a deal.
    Deal(DealChange),
    /// Of a contract.
    Contract(ContractChange),
    /// Of a commission.
    Commission(CommissionChange),
    /// Of an invoice.
    Invoice(InvoiceChange),
}

/// Inputs of [`change_state`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ChangeStateRequest {
    /// Change of a lead, deal, contract, commission or invoice.
    pub change: LifecycleChange,
}

/// Result of [`change_state`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ChangeStateReport {
    /// State after the change.
    pub state: String,
    /// Time at which the subject came there, in Unix milliseconds UTC.
    pub since_ms: Timestamp,
    /// Name of the move that was made.
    pub action: String,
    /// Time that the subject had spent in the state before, in milliseconds.
    pub time_in_state_ms: i64,
}

/// Moves a subject to another state, or says why not.
///
/// ```
/// use hashinsight_crm::lifecycle::{ChangeStateRequest, InvoiceChange, InvoiceState, LifecycleChange, change_state};
/// use hashinsight_crm::role::Role;
/// use hashinsight_units::Timestamp;
/// let (sent, paid) = (Timestamp::from_ms(1_714_521_600_000)?, Timestamp::from_ms(1_714_608_000_000)?);
/// let change = InvoiceChange::new(InvoiceState::Issued, sent, InvoiceState::Paid, Role::Finance, paid);
/// let report = change_state(&ChangeStateRequest::new(LifecycleChange::Invoice(change)))?;
/// assert_eq!((report.state.as_str(), report.time_in_state_ms), ("paid", 86_400_000));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`apply`], with the subject in the path.
pub fn change_state(request: &ChangeStateRequest) -> Result<ChangeStateReport, Error> {
    macro_rules! change {
        ($subject:literal, $change:expr) => {
            report($change.state, $change.since_ms, $change.to, $change.role, $change.reason.as_deref(), $change.at_ms)
                .at($subject)
                .at("change")
        };
    }
    match &request.change {
        LifecycleChange::Lead(change) => change!("lead", change),
        LifecycleChange::Deal(change) => change!("deal", change),
        LifecycleChange::Contract(change) => change!("contract", change),
        LifecycleChange::Commission(change) => change!("commission", change),
        LifecycleChange::Invoice(change) => change!("invoice", change),
    }
}

fn report<S: Lifecycle>(
    state: S,
    since: Timestamp,
    to: S,
    role: Role,
    reason: Option<&str>,
    at: Timestamp,
) -> Result<ChangeStateReport, Error> {
    let after = apply(Standing { state, since }, to, role, reason, at)?;
    let Some(made) = state.next().find(|transition| transition.to == to) else {
        unreachable!("`apply` has found this transition")
    };
    Ok(ChangeStateReport {
        state: after.state.word().to_owned(),
        since_ms: after.since,
        action: made.action.to_owned(),
        time_in_state_ms: at.to_ms() - since.to_ms(),
    })
}

/// Inputs of [`lifecycle_table`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LifecycleTableRequest {
    /// Kind of thing whose lifecycle is asked for.
    #[record(example = "deal")]
    pub subject: Subject,
}

/// State of a lifecycle.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LifecycleStateRow {
    /// Name of the state.
    pub state: String,
    /// Whether nothing leads out of the state.
    pub is_final: bool,
    /// Names that other systems use for the state.
    pub aliases: Vec<String>,
}

/// Transition of a lifecycle.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LifecycleTransitionRow {
    /// Name of the state before.
    pub from_state: String,
    /// Name of the state after.
    pub to_state: String,
    /// Name of the move, as on a button.
    pub action: String,
    /// Roles that may make the move.
    pub roles: Vec<Role>,
    /// Whether the move needs a reason.
    pub needs_reason: bool,
}

/// Result of [`lifecycle_table`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct LifecycleTable {
    /// States, the first one where a subject begins.
    pub states: Vec<LifecycleStateRow>,
    /// Legal transitions; no other is.
    pub transitions: Vec<LifecycleTransitionRow>,
}

/// The lifecycle of a kind of subject: states, legal transitions, who may make them, and which need a reason.
///
/// ```
/// use hashinsight_crm::lifecycle::{LifecycleTableRequest, Subject, lifecycle_table};
/// let table = lifecycle_table(&LifecycleTableRequest::new(Subject::Commission));
/// assert_eq!(table.states[0].state, "accrued");
/// assert!(table.transitions.iter().all(|transition| !transition.roles.is_empty()));
/// ```
pub fn lifecycle_table(request: &LifecycleTableRequest) -> LifecycleTable {
    match request.subject {
        Subject::Lead => table::<LeadState>(),
        Subject::Deal => table::<DealState>(),
        Subject::Contract => table::<ContractState>(),
        Subject::Commission => table::<CommissionState>(),
        Subject::Invoice => table::<InvoiceState>(),
    }
}

fn table<S: Lifecycle>() -> LifecycleTable {
    let state = |state: &S| {
        let aliases = S::ALIASES.iter().filter(|(_, meant)| meant == state).map(|(alias, _)| (*alias).to_owned());
        LifecycleStateRow { state: state.word().to_owned(), is_final: state.is_final(), aliases: aliases.collect() }
    };
    let transition = |transition: &super::Transition<S>| LifecycleTransitionRow {
        from_state: transition.from.word().to_owned(),
        to_state: transition.to.word().to_owned(),
        action: transition.action.to_owned(),
        roles: transition.roles.to_vec(),
        needs_reason: transition.needs_reason,
    };
    LifecycleTable {
        states: S::STATES.iter().map(state).collect(),
        transitions: S::TRANSITIONS.iter().map(transition).collect(),
    }
}

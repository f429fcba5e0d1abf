//! State machines as data: lead, deal, contract, commission, invoice.
//!
//! Each is a list of states and a list of transitions; what is not listed is not allowed. A transition names the roles that may make it,
//! and whether it needs a reason. The same list decides ([`apply`]) and is shown ([`lifecycle_table`]), so that an application draws the
//! buttons that will work.
//!
//! ```text
//! lead:        new > contacted > qualified > converted;    open > disqualified | lost;    lost > new
//! deal:        prospecting > qualification > proposal > negotiation > won;    open > lost;    a step back;    won | lost > negotiation
//! contract:    draft > pending_approval > approved > signed > active > completed | terminated;    before signed > cancelled
//! commission:  accrued > approved > paid > clawed_back
//! invoice:     draft > issued > partial > paid;    issued | partial > overdue > partial | paid;    draft | issued > void
//! ```

mod declare;
mod document;
mod states;

pub use declare::{Lifecycle, Standing, Transition, apply, replay};
pub use document::{
    ChangeStateReport, ChangeStateRequest, CommissionChange, ContractChange, DealChange, InvoiceChange, LeadChange,
    LifecycleChange, LifecycleStateRow, LifecycleTable, LifecycleTableRequest, LifecycleTransitionRow, Subject,
    change_state, lifecycle_table,
};
pub use states::{CommissionState, ContractState, DealState, InvoiceState, LeadState};

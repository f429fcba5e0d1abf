//! The five state machines.

use hashinsight_units::Record;

use super::declare::{Lifecycle, Transition};
use crate::role::Role;

/// Who sells and serves customers.
const SALES: &[Role] = &[Role::Owner, Role::Admin, Role::MiningSite];
/// Who decides what cannot be taken back by those who sell.
const MANAGERS: &[Role] = &[Role::Owner, Role::Admin];
/// Who keeps the books.
const BOOKS: &[Role] = &[Role::Owner, Role::Admin, Role::Finance];

/// A machine: states with their aliases, and groups of transitions. `from | from => to "action" ROLES`, and `reason` where one is needed.
macro_rules! lifecycle {
    (
        $(#[$doc:meta])* $name:ident { $($(#[$state_doc:meta])* $state:ident),+ $(,)? }
        moves { $($($from:ident)|+ => $to:ident $action:literal $roles:ident $reason:ident;)+ }
        aliases { $($alias:literal $meant:ident),* $(,)? }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$state_doc])* $state,)+
        }

        impl Lifecycle for $name {
            const STATES: &'static [Self] = &[$(Self::$state),+];
            const TRANSITIONS: &'static [Transition<Self>] = &[$($(
                Transition {
                    from: Self::$from,
                    to: Self::$to,
                    action: $action,
                    roles: $roles,
                    needs_reason: lifecycle!(@reason $reason),
                },
            )+)+];
            const ALIASES: &'static [(&'static str, Self)] = &[$(($alias, Self::$meant)),*];
        }
    };
    (@reason plain) => { false };
    (@reason reason) => { true };
}

lifecycle! {
    /// State of a lead.
    LeadState {
        /// Known, and not yet spoken to.
        New,
        /// Spoken to.
        Contacted,
        /// Found to need and to afford the service.
        Qualified,
        /// Made into a customer with a deal.
        Converted,
        /// Found to be no customer.
        Disqualified,
        /// Lost to another offer, or silent.
        Lost,
    }
    moves {
        New => Contacted "contact" SALES plain;
        Contacted => Qualified "qualify" SALES plain;
        Qualified => Converted "convert" SALES plain;
        New | Contacted | Qualified => Disqualified "disqualify" SALES reason;
        New | Contacted | Qualified => Lost "lose" SALES reason;
        Lost => New "reopen" SALES reason;
    }
    aliases { "unqualified" Disqualified, "negotiation" Qualified, "won" Converted }
}

lifecycle! {
    /// State of a deal.
    DealState {
        /// A possible deal.
        Prospecting,
        /// Need and means are being learned.
        Qualification,
        /// An offer is out.
        Proposal,
        /// Terms are being agreed.
        Negotiation,
        /// Agreed.
        Won,
        /// Given up, or lost to another.
        Lost,
    }
    moves {
        Prospecting => Qualification "qualify" SALES plain;
        Qualification => Proposal "propose" SALES plain;
        Proposal => Negotiation "negotiate" SALES plain;
        Negotiation => Won "win" SALES plain;
        Prospecting | Qualification | Proposal | Negotiation => Lost "lose" SALES reason;
        Qualification => Prospecting "step_back" SALES reason;
        Proposal => Qualification "step_back" SALES reason;
        Negotiation => Proposal "step_back" SALES reason;
        Won | Lost => Negotiation "reopen" MANAGERS reason;
    }
    aliases {
        "draft" Prospecting, "pending" Proposal, "approved" Negotiation, "signed" Won, "completed" Won, "canceled" Lost,
        "cancelled" Lost, "closed_won" Won, "closed_lost" Lost,
    }
}

lifecycle! {
    /// State of a contract.
    ContractState {
        /// Being written.
        Draft,
        /// Waiting for approval.
        PendingApproval,
        /// Approved, and not yet signed.
        Approved,
        /// Signed by both sides.
        Signed,
        /// In force.
        Active,
        /// Ended as agreed.
        Completed,
        /// Ended before its time.
        Terminated,
        /// Given up before it was signed.
        Cancelled,
    }
    moves {
        Draft => PendingApproval "submit" SALES plain;
        PendingApproval => Draft "send_back" MANAGERS reason;
        PendingApproval => Approved "approve" MANAGERS plain;
        Approved => Signed "sign" SALES plain;
        Signed => Active "activate" MANAGERS plain;
        Active => Completed "complete" MANAGERS plain;
        Active => Terminated "terminate" MANAGERS reason;
        Draft | PendingApproval | Approved => Cancelled "cancel" SALES reason;
    }
    aliases { "pending" PendingApproval, "canceled" Cancelled }
}

lifecycle! {
    /// State of a commission.
    CommissionState {
        /// Earned by the rules of its plan.
        Accrued,
        /// Approved for payment.
        Approved,
        /// Paid.
        Paid,
        /// Paid, and taken back.
        ClawedBack,
    }
    moves {
        Accrued => Approved "approve" MANAGERS plain;
        Approved => Accrued "send_back" MANAGERS reason;
        Approved => Paid "pay" BOOKS plain;
        Paid => ClawedBack "claw_back" MANAGERS reason;
    }
    aliases { "pending" Accrued }
}

lifecycle! {
    /// State of an invoice.
    InvoiceState {
        /// Being written.
        Draft,
        /// Sent, and owed.
        Issued,
        /// Paid in part.
        Partial,
        /// Paid in full.
        Paid,
        /// Owed beyond its date.
        Overdue,
        /// Never owed.
        Void,
    }
    moves {
        Draft => Issued "issue" BOOKS plain;
        Issued => Partial "pay_in_part" BOOKS plain;
        Issued | Partial => Paid "pay" BOOKS plain;
        Issued | Partial => Overdue "mark_overdue" BOOKS plain;
        Overdue => Partial "pay_in_part" BOOKS plain;
        Overdue => Paid "pay" BOOKS plain;
        Draft => Void "void" BOOKS plain;
        Issued => Void "void" MANAGERS reason;
    }
    aliases { "sent" Issued, "cancelled" Void, "canceled" Void }
}

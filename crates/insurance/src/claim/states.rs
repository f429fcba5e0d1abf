//! The two state machines.

use hashinsight_units::Record;

use super::machine::{Actor, Machine, Move};

/// A machine: states, and groups of moves. `from | from => to "action" Actor`, and `reason` where one is needed.
macro_rules! machine {
    (
        $(#[$doc:meta])* $name:ident { $($(#[$state_doc:meta])* $state:ident),+ $(,)? }
        moves { $($($from:ident)|+ => $to:ident $action:literal $by:ident $reason:ident;)+ }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$state_doc])* $state,)+
        }

        impl Machine for $name {
            const STATES: &'static [Self] = &[$(Self::$state),+];
            const MOVES: &'static [Move<Self>] = &[$($(
                Move {
                    from: Self::$from,
                    to: Self::$to,
                    action: $action,
                    by: Actor::$by,
                    needs_reason: machine!(@reason $reason),
                },
            )+)+];
        }
    };
    (@reason plain) => { false };
    (@reason reason) => { true };
}

machine! {
    /// State of a policy.
    PolicyState {
        /// Offered, and not yet paid for.
        Quoted,
        /// Paid for, and not yet in force.
        Paid,
        /// In force.
        Active,
        /// Ended without a claim.
        Expired,
        /// Ended by a claim that was accepted.
        Claimed,
        /// Never in force, or no longer.
        Void,
    }
    moves {
        Quoted => Paid "pay" Holder plain;
        Paid => Active "activate" Insurer plain;
        Active => Expired "expire" Insurer plain;
        // A trigger within the period may be reported after it.
        Active | Expired => Claimed "accept_claim" Assessor plain;
        Quoted => Void "let_lapse" Holder plain;
        Paid | Active => Void "void" Insurer reason;
    }
}

machine! {
    /// State of a claim.
    ClaimState {
        /// Reported by the holder.
        Reported,
        /// The evidence is complete, and the cover is that of the claim.
        Verified,
        /// Loss and payout are found.
        Assessed,
        /// Paid.
        Paid,
        /// Refused with a reason.
        Rejected,
        /// Disputed by the holder.
        Disputed,
    }
    moves {
        Reported => Verified "verify" Assessor plain;
        Verified => Assessed "assess" Assessor plain;
        Assessed => Paid "pay" Insurer plain;
        Reported | Verified | Assessed => Rejected "reject" Assessor reason;
        Assessed | Rejected => Disputed "dispute" Holder reason;
        Disputed => Verified "review" Assessor reason;
        Disputed => Rejected "reject" Assessor reason;
    }
}

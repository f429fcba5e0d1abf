//! Every pair of states, every role, with and without a reason, against the lists as the architecture names them.

use std::fmt::Debug;

use hashinsight_crm::lifecycle::{
    CommissionState, ContractState, DealState, InvoiceState, LeadState, Lifecycle, LifecycleTableRequest, Standing,
    Subject, apply, lifecycle_table, replay,
};
use hashinsight_crm::role::Role;
use hashinsight_units::Timestamp;
use proptest::prelude::*;

/// Legal moves: `from to, to, ...`; `!` behind one that needs a reason, `*` behind one for managers only, `$` for the books.
const LEAD: [&str; 4] = [
    "new contacted disqualified! lost!",
    "contacted qualified disqualified! lost!",
    "qualified converted disqualified! lost!",
    "lost new!",
];
const DEAL: [&str; 6] = [
    "prospecting qualification lost!",
    "qualification proposal prospecting! lost!",
    "proposal negotiation qualification! lost!",
    "negotiation won proposal! lost!",
    "won negotiation!*",
    "lost negotiation!*",
];
const CONTRACT: [&str; 5] = [
    "draft pending_approval cancelled!",
    "pending_approval approved* draft!* cancelled!",
    "approved signed cancelled!",
    "signed active*",
    "active completed* terminated!*",
];
const COMMISSION: [&str; 3] = ["accrued approved*", "approved paid$ accrued!*", "paid clawed_back!*"];
const INVOICE: [&str; 4] = [
    "draft issued$ void$",
    "issued partial$ paid$ overdue$ void!*",
    "partial paid$ overdue$",
    "overdue partial$ paid$",
];

fn at(hours: i64) -> Timestamp {
    Timestamp::from_ms(1_714_521_600_000 + hours * 3_600_000).unwrap()
}

fn may(mark: &str, role: Role) -> bool {
    let managers = matches!(role, Role::Owner | Role::Admin);
    let third = if mark.contains('*') {
        None
    } else if mark.contains('$') {
        Some(Role::Finance)
    } else {
        Some(Role::MiningSite)
    };
    managers || third == Some(role)
}

fn exhaust<S: Lifecycle + Debug>(rows: &[&str]) -> usize {
    let mut legal = 0;
    for from in S::STATES {
        for to in S::STATES {
            let row = rows.iter().find(|row| row.split(' ').next() == Some(from.word()));
            let mark = row.and_then(|row| {
                row.split(' ').skip(1).find(|mark| mark.trim_end_matches(['!', '*', '$']) == to.word())
            });
            for role in Role::ALL {
                for reason in [None, Some("  "), Some("because")] {
                    let standing = Standing { state: *from, since: at(1) };
                    let moved = apply(standing, *to, role, reason, at(2));
                    let Some(mark) = mark else {
                        assert_eq!(moved.unwrap_err().code(), "crm.to.unsupported", "{from:?} {to:?}");
                        continue;
                    };
                    if !may(mark, role) {
                        assert_eq!(moved.unwrap_err().code(), "crm.role.unsupported", "{from:?} {to:?} {role:?}");
                    } else if mark.contains('!') && reason != Some("because") {
                        assert_eq!(moved.unwrap_err().code(), "crm.reason.missing", "{from:?} {to:?}");
                    } else {
                        assert_eq!(moved.unwrap(), Standing { state: *to, since: at(2) }, "{from:?} {to:?} {role:?}");
                        legal += 1;
                    }
                }
            }
            let early = apply(Standing { state: *from, since: at(1) }, *to, Role::Owner, Some("because"), at(0));
            if mark.is_some() {
                assert_eq!(early.unwrap_err().code(), "crm.at_ms.out_of_range");
            }
        }
    }
    assert_eq!(S::TRANSITIONS.len(), rows.iter().map(|row| row.split(' ').count() - 1).sum::<usize>());
    legal
}

#[test]
fn every_pair_of_states() {
    assert!(exhaust::<LeadState>(&LEAD) > 0);
    assert!(exhaust::<DealState>(&DEAL) > 0);
    assert!(exhaust::<ContractState>(&CONTRACT) > 0);
    assert!(exhaust::<CommissionState>(&COMMISSION) > 0);
    assert!(exhaust::<InvoiceState>(&INVOICE) > 0);
}

#[test]
fn names_of_the_original() {
    for (name, state) in [
        ("NEW", LeadState::New),
        ("NEGOTIATION", LeadState::Qualified),
        ("WON", LeadState::Converted),
        ("UNQUALIFIED", LeadState::Disqualified),
    ] {
        assert_eq!(LeadState::of_name(name).unwrap(), state);
    }
    for (name, state) in [
        ("DRAFT", DealState::Prospecting),
        ("SIGNED", DealState::Won),
        ("CANCELED", DealState::Lost),
        ("CLOSED_WON", DealState::Won),
        ("PROPOSAL", DealState::Proposal),
    ] {
        assert_eq!(DealState::of_name(name).unwrap(), state);
    }
    for (name, state) in
        [("sent", InvoiceState::Issued), ("cancelled", InvoiceState::Void), ("overdue", InvoiceState::Overdue)]
    {
        assert_eq!(InvoiceState::of_name(name).unwrap(), state);
    }
    assert_eq!(LeadState::of_name("approved").unwrap_err().code(), "crm.state.unknown");
}

/// The table as a document is the table that decides.
#[test]
fn the_table_shown_is_the_table_that_decides() {
    let table = lifecycle_table(&LifecycleTableRequest::new(Subject::Contract));
    assert_eq!(table.states.len(), ContractState::STATES.len());
    let finals: Vec<&str> = table.states.iter().filter(|row| row.is_final).map(|row| row.state.as_str()).collect();
    assert_eq!(finals, ["completed", "terminated", "cancelled"]);
    for row in &table.transitions {
        let (from, to) =
            (ContractState::of_name(&row.from_state).unwrap(), ContractState::of_name(&row.to_state).unwrap());
        for role in Role::ALL {
            let moved = apply(Standing { state: from, since: at(0) }, to, role, Some("because"), at(0));
            assert_eq!(moved.is_ok(), row.roles.contains(&role));
        }
    }
}

proptest! {
    /// A random walk over legal moves folds to the state it is in; an illegal move in between stops it with its place.
    #[test]
    fn fold_of_moves_is_the_state(choices in prop::collection::vec(0_usize..8, 0..30)) {
        let mut standing: Standing<DealState> = Standing::begin(at(0));
        let mut moves = Vec::new();
        for (hour, choice) in choices.iter().enumerate() {
            let next: Vec<_> = standing.state.next().collect();
            let chosen = next[choice % next.len()];
            let time = at(i64::try_from(hour).unwrap());
            moves.push((chosen.to, Role::Owner, Some("because"), time));
            standing = apply(standing, chosen.to, Role::Owner, Some("because"), time).unwrap();
        }
        prop_assert_eq!(replay(Standing::begin(at(0)), moves.clone()).unwrap(), standing);
        moves.push((standing.state, Role::Owner, Some("because"), at(100)));
        let error = replay(Standing::begin(at(0)), moves.clone()).unwrap_err();
        prop_assert_eq!(error.path().as_str(), format!("moves[{}].to", moves.len() - 1));
    }
}

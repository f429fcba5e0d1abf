//! Every pair of states, every actor, with and without a reason.

use std::fmt::Debug;

use hashinsight_insurance::claim::{
    Actor, ClaimState, Machine, PolicyState, PolicyStatesRequest, PolicySubject, Wanted, legal_move, policy_states,
};
use hashinsight_units::Timestamp;

/// Legal moves: `from to, ...`, each with who makes it (holder, assessor, insurer), and `!` where it needs a reason.
const POLICY: [&str; 4] =
    ["quoted paid:h void:h", "paid active:i void:i!", "active expired:i claimed:a void:i!", "expired claimed:a"];
const CLAIM: [&str; 5] = [
    "reported verified:a rejected:a!",
    "verified assessed:a rejected:a!",
    "assessed paid:i rejected:a! disputed:h!",
    "rejected disputed:h!",
    "disputed verified:a! rejected:a!",
];

fn at(hours: i64) -> Timestamp {
    Timestamp::from_ms(1_780_272_000_000 + hours * 3_600_000).unwrap()
}

fn exhaust<S: Machine + Debug>(rows: &[&str]) -> (usize, usize) {
    let (mut legal, mut pairs) = (0, 0);
    for from in S::STATES.iter().copied() {
        for to in S::STATES.iter().copied() {
            pairs += 1;
            let row = rows.iter().find(|row| row.split(' ').next() == Some(from.word()));
            let mark =
                row.and_then(|row| row.split(' ').skip(1).find(|mark| mark.split(':').next() == Some(to.word())));
            for (by, letter) in [(Actor::Holder, ":h"), (Actor::Assessor, ":a"), (Actor::Insurer, ":i")] {
                for reason in [None, Some(" "), Some("because")] {
                    let wanted = Wanted { state: from, since: at(1), to, by, reason, at: at(1) };
                    let found = legal_move(&wanted);
                    let Some(mark) = mark else {
                        assert_eq!(found.unwrap_err().code(), "insurance.to.unsupported", "{from:?} {to:?}");
                        continue;
                    };
                    if !mark.contains(letter) {
                        assert_eq!(found.unwrap_err().code(), "insurance.by.unsupported", "{from:?} {to:?} {by:?}");
                    } else if mark.contains('!') && reason != Some("because") {
                        assert_eq!(found.unwrap_err().code(), "insurance.reason.missing", "{from:?} {to:?}");
                    } else {
                        let found = found.unwrap();
                        assert_eq!((found.from, found.to), (from, to));
                        let early = legal_move(&Wanted { at: at(0), ..wanted }).unwrap_err();
                        assert_eq!(early.code(), "insurance.at_ms.out_of_range");
                        legal += usize::from(reason == Some("because"));
                    }
                }
            }
        }
    }
    assert_eq!(S::MOVES.len(), legal);
    (legal, pairs)
}

#[test]
fn every_pair_of_states() {
    assert_eq!(exhaust::<PolicyState>(&POLICY), (8, 36));
    assert_eq!(exhaust::<ClaimState>(&CLAIM), (10, 36));
}

#[test]
fn the_table_shown_is_the_table_that_decides() {
    let table = policy_states(&PolicyStatesRequest::new(PolicySubject::Policy));
    let finals: Vec<&str> = table.states.iter().filter(|row| row.is_final).map(|row| row.state.as_str()).collect();
    assert_eq!(finals, ["claimed", "void"]);
    assert_eq!(table.states[0].state, "quoted");
    let rows: Vec<String> = table.moves.iter().map(|row| format!("{} {}", row.from_state, row.to_state)).collect();
    let listed = PolicyState::MOVES.iter().map(|legal| {
        use hashinsight_units::record::Word;
        format!("{} {}", legal.from.word(), legal.to.word())
    });
    assert_eq!(rows, listed.collect::<Vec<String>>());
}

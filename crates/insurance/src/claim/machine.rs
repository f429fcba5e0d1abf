//! What a state machine is, and how it moves.

use hashinsight_units::record::Word;
use hashinsight_units::{Error, Problem, Record, Timestamp};

use crate::refuse::tell;

/// Who moves a policy or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Actor {
    /// Holder of the policy.
    Holder,
    /// Assessor of claims, who pays nothing out.
    Assessor,
    /// Insurer, who pays what an assessor has found.
    Insurer,
}

/// Legal move from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Move<S: 'static> {
    /// State before.
    pub from: S,
    /// State after.
    pub to: S,
    /// Name of the move, as on a button.
    pub action: &'static str,
    /// Who may make it.
    pub by: Actor,
    /// Whether it needs a reason.
    pub needs_reason: bool,
}

/// States of one kind of subject, and the moves between them: what is not listed is not allowed.
pub trait Machine: Word + Eq {
    /// Every state, the first one where a subject begins.
    const STATES: &'static [Self];
    /// Every legal move.
    const MOVES: &'static [Move<Self>];

    /// Moves out of this state.
    fn next(self) -> impl Iterator<Item = &'static Move<Self>> {
        Self::MOVES.iter().filter(move |legal| legal.from == self)
    }

    /// Whether nothing leads out of this state.
    fn is_final(self) -> bool {
        self.next().next().is_none()
    }
}

/// A move that someone wants to make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a, S> {
    /// State before.
    pub state: S,
    /// Time at which the subject came there.
    pub since: Timestamp,
    /// State after.
    pub to: S,
    /// Who makes the move.
    pub by: Actor,
    /// Reason, in words.
    pub reason: Option<&'a str>,
    /// Time of the move.
    pub at: Timestamp,
}

/// The legal move that is wanted.
///
/// ```
/// use hashinsight_insurance::claim::{Actor, ClaimState, Wanted, legal_move};
/// use hashinsight_units::Timestamp;
/// let at = |hours: i64| Timestamp::from_ms(1_780_272_000_000 + hours * 3_600_000).unwrap();
/// let mut wanted = Wanted {
///     state: ClaimState::Assessed, since: at(0), to: ClaimState::Paid, by: Actor::Insurer, reason: None, at: at(2),
/// };
/// assert_eq!(legal_move(&wanted)?.action, "pay");
/// wanted.by = Actor::Assessor; // who assesses does not pay
/// assert_eq!(legal_move(&wanted).unwrap_err().code(), "insurance.by.unsupported");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.to.unsupported` for a move that is not listed, with those that are; `insurance.by.unsupported` for someone who may not make
/// it; `insurance.reason.missing`; `insurance.at_ms.out_of_range` for a time before the last move.
pub fn legal_move<S: Machine>(wanted: &Wanted<'_, S>) -> Result<&'static Move<S>, Error> {
    let Wanted { state, since, to, by, reason, at } = *wanted;
    let Some(legal) = state.next().find(|legal| legal.to == to) else {
        let listed: Vec<&str> = state.next().map(|legal| legal.to.word()).collect();
        let allowed = if listed.is_empty() {
            format!("nothing: {} is final", state.word())
        } else {
            format!("from {}: {}", state.word(), listed.join(", "))
        };
        return Err(tell("to", Problem::Unsupported, to.word(), allowed));
    };
    if legal.by != by {
        let allowed = format!("{}, to {}", legal.by.word(), legal.action);
        return Err(tell("by", Problem::Unsupported, by.word(), allowed));
    }
    if legal.needs_reason && reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(tell("reason", Problem::Missing, "", "a few words: this move is on record"));
    }
    if at < since {
        let allowed = format!("{} or later, when it came to {}", since.to_ms(), state.word());
        return Err(tell("at_ms", Problem::OutOfRange, at.to_ms(), allowed));
    }
    Ok(legal)
}

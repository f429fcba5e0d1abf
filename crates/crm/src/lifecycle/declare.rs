//! What a state machine is, and how it moves.

use std::fmt::Debug;

use hashinsight_units::record::Word;
use hashinsight_units::{Error, Problem, Timestamp};

use crate::refuse::{missing, refuse};
use crate::role::Role;

/// States of one kind of subject, and the transitions between them.
pub trait Lifecycle: Copy + Debug + Eq + Word + 'static {
    /// Every state, the first one where a subject begins.
    const STATES: &'static [Self];
    /// Every legal transition.
    const TRANSITIONS: &'static [Transition<Self>];
    /// Names that other systems use, with the state that they mean.
    const ALIASES: &'static [(&'static str, Self)];

    /// The state of a name: its own, or an alias, whatever the case of its letters.
    ///
    /// ```
    /// use hashinsight_crm::lifecycle::{DealState, Lifecycle};
    /// assert_eq!(DealState::of_name("CLOSED_WON")?, DealState::Won);
    /// assert!(DealState::of_name("somewhere").is_err());
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `crm.state.unknown`, with all names.
    fn of_name(name: &str) -> Result<Self, Error> {
        let known = Self::STATES.iter().map(|state| (state.word(), *state)).chain(Self::ALIASES.iter().copied());
        for (known, state) in known {
            if known.eq_ignore_ascii_case(name) {
                return Ok(state);
            }
        }
        let names: Vec<&str> = Self::STATES.iter().map(|state| state.word()).collect();
        Err(refuse("state", Problem::Unknown, name, names.join(", ")))
    }

    /// Transitions out of this state.
    fn next(self) -> impl Iterator<Item = &'static Transition<Self>> {
        Self::TRANSITIONS.iter().filter(move |transition| transition.from == self)
    }

    /// Whether nothing leads out of this state.
    fn is_final(self) -> bool {
        self.next().next().is_none()
    }
}

/// A legal move from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition<S: 'static> {
    /// State before.
    pub from: S,
    /// State after.
    pub to: S,
    /// Name of the move, as on a button.
    pub action: &'static str,
    /// Roles that may make it.
    pub roles: &'static [Role],
    /// Whether it needs a reason.
    pub needs_reason: bool,
}

/// Where a subject stands, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing<S> {
    /// State of the subject.
    pub state: S,
    /// Time at which it came there.
    pub since: Timestamp,
}

impl<S: Lifecycle> Standing<S> {
    /// Where a subject begins.
    pub fn begin(at: Timestamp) -> Self {
        Self { state: S::STATES[0], since: at }
    }
}

/// Moves a subject to another state.
///
/// ```
/// use hashinsight_crm::lifecycle::{LeadState, Standing, apply};
/// use hashinsight_crm::role::Role;
/// use hashinsight_units::Timestamp;
/// let at = |hours: i64| Timestamp::from_ms(1_714_521_600_000 + hours * 3_600_000);
/// let begun: Standing<LeadState> = Standing::begin(at(0)?);
/// let contacted = apply(begun, LeadState::Contacted, Role::MiningSite, None, at(5)?)?;
/// assert_eq!((contacted.state, contacted.since), (LeadState::Contacted, at(5)?));
/// let refused = apply(contacted, LeadState::Converted, Role::MiningSite, None, at(6)?).unwrap_err();
/// assert_eq!(refused.code(), "crm.to.unsupported"); // not yet qualified
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.to.unsupported` for a move that is not listed, with those that are; `crm.role.unsupported` for a role that may not make it;
/// `crm.reason.missing`; `crm.at_ms.out_of_range` for a time before the last move.
pub fn apply<S: Lifecycle>(
    from: Standing<S>,
    to: S,
    role: Role,
    reason: Option<&str>,
    at: Timestamp,
) -> Result<Standing<S>, Error> {
    let Some(transition) = from.state.next().find(|transition| transition.to == to) else {
        let legal: Vec<&str> = from.state.next().map(|transition| transition.to.word()).collect();
        let allowed = if legal.is_empty() {
            format!("nothing: {} is final", from.state.word())
        } else {
            format!("from {}: {}", from.state.word(), legal.join(", "))
        };
        return Err(refuse("to", Problem::Unsupported, to.word(), allowed));
    };
    if !transition.roles.contains(&role) {
        let roles: Vec<&str> = transition.roles.iter().map(|role| role.word()).collect();
        let allowed = format!("to {}: {}", transition.action, roles.join(", "));
        return Err(refuse("role", Problem::Unsupported, role.word(), allowed));
    }
    if transition.needs_reason && reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(missing("reason", "a few words: this move is on record"));
    }
    if at < from.since {
        let allowed = format!("{} or later, when it came to {}", from.since.to_ms(), from.state.word());
        return Err(refuse("at_ms", Problem::OutOfRange, at.to_ms(), allowed));
    }
    Ok(Standing { state: to, since: at })
}

/// Where a subject stands after its history: the fold of [`apply`].
///
/// # Errors
/// Those of [`apply`], with the place in `moves`.
pub fn replay<'a, S: Lifecycle>(
    begun: Standing<S>,
    moves: impl IntoIterator<Item = (S, Role, Option<&'a str>, Timestamp)>,
) -> Result<Standing<S>, Error> {
    let mut standing = begun;
    for (index, (to, role, reason, at)) in moves.into_iter().enumerate() {
        let path = hashinsight_units::FieldPath::new("moves").index(index);
        standing = apply(standing, to, role, reason, at).map_err(|error| error.at(path))?;
    }
    Ok(standing)
}

//! What policies remember between decisions.

use hashinsight_numerics::state;
use hashinsight_units::{Amount, Error, Fault, Problem, Record, Timestamp};

use super::Policy;
use crate::coverage::Cash;

/// Satoshis in 21 million BTC.
const MOST: i64 = Amount::MAX.to_sat().cast_signed();

/// Memory of one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Memory {
    /// The rule remembers nothing.
    Nothing,
    /// Time of the last trade.
    Last {
        /// Instant of the last trade, in Unix milliseconds UTC. Absent: there was none.
        time_ms: Option<Timestamp>,
    },
    /// Sales of the running day.
    Day {
        /// Instant at which the day began: that of its first decision, in Unix milliseconds UTC. Absent: no day began.
        since_ms: Option<Timestamp>,
        /// Coins held when the day began, in satoshis.
        #[record(range = 0..=MOST)]
        coins_sat: i64,
        /// Coins sold in the day, in satoshis.
        #[record(range = 0..=MOST)]
        sold_sat: i64,
    },
    /// Levels of a ladder.
    Ladder {
        /// Coins held at the first decision, in satoshis. Absent: nothing was decided.
        coins_sat: Option<Amount>,
        /// Number of levels that are sold.
        taken: u32,
        /// Highest price of one bitcoin since the first level was sold, in USD. Absent: none is sold.
        highest_usd: Option<Cash>,
        /// Whether the trailing stop has ended the ladder.
        stopped: bool,
    },
    /// State of a switch.
    Switch {
        /// Whether it is on.
        on: bool,
    },
    /// Highest value of the treasury.
    Highest {
        /// Highest value of coins and cash, in USD. Absent: nothing was decided.
        value_usd: Option<Cash>,
    },
}

/// Memory of a policy between decisions: the memories of its rules, in the order in which the policy names them.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct State {
    /// Instant of the last decision, in Unix milliseconds UTC. Absent: there was none.
    pub time_ms: Option<Timestamp>,
    /// Memories of the rules. Empty: nothing was decided yet.
    #[record(default = Vec::new())]
    pub memories: Vec<Memory>,
}

impl Policy {
    const STATE: &'static str = "treasury.decide";

    /// The state of a policy that has decided nothing.
    pub fn open(&self) -> State {
        let mut memories = Vec::new();
        self.remember(&mut memories);
        State { time_ms: None, memories }
    }

    /// A state as bytes, see [`state`].
    pub fn save(&self, state: &State) -> Vec<u8> {
        state::save(Self::STATE, self, state)
    }

    /// The state of saved bytes.
    ///
    /// # Errors
    /// `state.version.unsupported` for bytes of another policy or version; `state.bytes` for damaged ones.
    pub fn restore(&self, bytes: &[u8]) -> Result<State, Error> {
        let state: State = state::restore(Self::STATE, self, bytes)?;
        self.accept(state).map_err(|_| state::impossible("memories"))
    }

    /// A state that somebody handed over: an empty one becomes that of [`open`](Self::open).
    ///
    /// # Errors
    /// `treasury.memories.unsupported` where the memories are not those of the rules of this policy.
    pub fn accept(&self, state: State) -> Result<State, Error> {
        let open = self.open();
        if state.memories.is_empty() {
            return Ok(State { memories: open.memories, ..state });
        }
        let kinds = |memories: &[Memory]| memories.iter().map(std::mem::discriminant).collect::<Vec<_>>();
        // The reader has seen to the numbers, unless the state comes out of bytes that somebody else wrote.
        let possible = state.memories.iter().all(|memory| memory.check().is_ok());
        if possible && kinds(&state.memories) == kinds(&open.memories) {
            return Ok(state);
        }
        let fault = Fault::new("treasury.memories", Problem::Unsupported).at("memories");
        Err(fault
            .got(format_args!("{} memories", state.memories.len()))
            .allowed("the state that this policy answered")
            .into())
    }
}

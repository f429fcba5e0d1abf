//! The contract of everything that runs over time.
//!
//! A stream takes one event at a time and answers at once. Batch is the fold of [`Stream::update`], so that the two cannot differ, and what
//! comes out for a prefix of the events is a prefix of what comes out for all: nothing looks ahead. What can be known only when a day
//! or a window closes is emitted then; [`Stream::finish`] closes the last one.
//!
//! `hashinsight_testkit::check_stream` proves the contract for an implementation.

use hashinsight_units::Error;
use hashinsight_units::columns::{Line, Row, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::state;

/// A calculation that is fed event by event.
pub trait Stream: Clone {
    /// Path of the operation, part of the state bytes.
    const PATH: &'static str;
    /// Parameters of the stream.
    type Params: Serialize;
    /// Variables that events change: the part that serde writes is saved, the rest follows from the parameters.
    type State: Default + Serialize + DeserializeOwned;
    /// Input of one event.
    type Event;
    /// Output of one event. Its numbers are NaN until the stream has seen enough events, and for no other reason.
    type Output;

    /// Takes up a state; the default one has seen nothing. A checksum has proved that saved bytes are whole, but not who wrote them: what
    /// cannot be is refused.
    ///
    /// # Errors
    /// Parameters that make no sense, and [`state::impossible`] with the name of the value.
    fn resume(params: &Self::Params, state: Self::State) -> Result<Self, Error>;

    /// Parameters and state of the stream, from which [`save`](Self::save) makes its bytes.
    fn parts(&self) -> (&Self::Params, &Self::State);

    /// A stream that has seen nothing.
    ///
    /// # Errors
    /// Parameters that make no sense.
    fn open(params: &Self::Params) -> Result<Self, Error> {
        Self::resume(params, Self::State::default())
    }

    /// Takes the next event. Atomic: a refused event leaves the state as it was.
    ///
    /// # Errors
    /// An event that cannot follow what came before.
    fn update(&mut self, event: &Self::Event) -> Result<Self::Output, Error>;

    /// What [`update`](Self::update) would answer, without taking the event: for the block or bar that is still forming.
    ///
    /// # Errors
    /// As [`update`](Self::update).
    fn peek(&self, event: &Self::Event) -> Result<Self::Output, Error> {
        self.clone().update(event)
    }

    /// Takes the events of whole columns: the fold of [`update`](Self::update) into a table. Another body gives the same bits and refuses the
    /// same rows.
    ///
    /// # Errors
    /// What the first refused event says, at `<column>[row]`; the events before it have been taken, or none.
    fn fold(&mut self, columns: &<Self::Event as Row>::Columns<'_>) -> Result<<Self::Output as Line>::Table, Error>
    where
        Self::Event: Row,
        Self::Output: Line,
    {
        let rows = hashinsight_units::columns::Columns::len(columns);
        let mut table = <Self::Output as Line>::Table::with_rows(0);
        for row in 0..rows {
            let event = Self::Event::of(columns, row)?;
            table.push(self.update(&event).map_err(|error| error.in_row(row))?);
        }
        Ok(table)
    }

    /// Closes what is still open and answers it, if anything is.
    fn finish(&mut self) -> Option<Self::Output> {
        None
    }

    /// Forgets every event.
    fn reset(&mut self) {
        #[expect(clippy::expect_used, reason = "these parameters opened this stream")]
        let open = Self::open(self.parts().0).expect("parameters that were accepted before");
        *self = open;
    }

    /// The state as bytes, see [`state`](crate::state).
    fn save(&self) -> Vec<u8> {
        let (params, state) = self.parts();
        state::save(Self::PATH, params, state)
    }

    /// Takes up saved bytes.
    ///
    /// # Errors
    /// `state.version.unsupported` for bytes of another stream, other parameters or another version; `state.bytes` for damaged ones.
    fn restore(params: &Self::Params, bytes: &[u8]) -> Result<Self, Error> {
        Self::resume(params, state::restore(Self::PATH, params, bytes)?)
    }
}

/// The batch form: the fold of [`Stream::update`].
///
/// # Errors
/// What the first refused event says, with its index as the path.
pub fn batch<S: Stream>(params: &S::Params, events: &[S::Event]) -> Result<Vec<S::Output>, Error> {
    let mut stream = S::open(params)?;
    let update = |(index, event)| stream.update(event).map_err(|error| error.in_row(index));
    events.iter().enumerate().map(update).collect()
}

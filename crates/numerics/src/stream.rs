//! The contract of everything that runs over time.
//!
//! A stream takes one event at a time and answers at once. Batch is the fold of [`Stream::update`], so that the two cannot differ, and what
//! comes out for a prefix of the events is a prefix of what comes out for all: nothing looks ahead. What can be known only when a day
//! or a window closes is emitted then; [`Stream::finish`] closes the last one.
//!
//! `hashinsight_testkit::check_stream` proves the contract for an implementation.

use hashinsight_units::Faulty;

use crate::state::StateError;

/// A calculation that is fed event by event.
pub trait Stream: Clone {
    /// Path of the operation, part of the state bytes.
    const PATH: &'static str;
    /// What the stream is opened with.
    type Params;
    /// What it is fed.
    type Event;
    /// What it answers. Numbers are NaN while warming up, and for no other reason.
    type Output;
    /// What it refuses.
    type Error: Faulty + From<StateError>;

    /// A stream that has seen nothing.
    ///
    /// # Errors
    /// Parameters that make no sense.
    fn open(params: &Self::Params) -> Result<Self, Self::Error>;

    /// Takes the next event. Atomic: a refused event leaves the state as it was.
    ///
    /// # Errors
    /// An event that cannot follow what came before.
    fn update(&mut self, event: &Self::Event) -> Result<Self::Output, Self::Error>;

    /// What [`update`](Self::update) would answer, without taking the event: for the block or bar that is still forming.
    ///
    /// # Errors
    /// As [`update`](Self::update).
    fn peek(&self, event: &Self::Event) -> Result<Self::Output, Self::Error> {
        self.clone().update(event)
    }

    /// Closes what is still open and answers it, if anything is.
    fn finish(&mut self) -> Option<Self::Output> {
        None
    }

    /// Forgets every event.
    fn reset(&mut self);

    /// The state as bytes, see [`state`](crate::state).
    fn save(&self) -> Vec<u8>;

    /// Takes up saved bytes.
    ///
    /// # Errors
    /// Bytes of another stream, other parameters or another version; damaged bytes.
    fn restore(params: &Self::Params, bytes: &[u8]) -> Result<Self, Self::Error>;
}

/// The batch form: the fold of [`Stream::update`].
///
/// # Errors
/// The index of the first refused event, and why.
pub fn batch<S: Stream>(params: &S::Params, events: &[S::Event]) -> Result<Vec<S::Output>, (usize, S::Error)> {
    let mut stream = S::open(params).map_err(|error| (0, error))?;
    let outputs = events.iter().enumerate().map(|(index, event)| stream.update(event).map_err(|error| (index, error)));
    outputs.collect()
}

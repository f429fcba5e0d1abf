//! The contract of everything that takes long.
//!
//! A job is a fixed number of blocks of work. [`Job::step`] does some of them and comes back, so that a driver can show progress, listen
//! to Ctrl-C, save, or give the browser its frame; the core has no clock and no threads. Any partition of the blocks (over time, over
//! machines, in any order) gives the same report, bit for bit.
//!
//! `hashinsight_testkit::check_job` proves the contract for an implementation.

use std::ops::Range;

use hashinsight_units::{Error, Fault, Order, Problem};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::state;

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Blocks done.
    pub done: u64,
    /// Blocks that this job, or this shard of it, is to do.
    pub total: u64,
}

impl Progress {
    /// Whether nothing is left to do.
    pub const fn is_complete(self) -> bool {
        self.done == self.total
    }

    /// Done and total as floats, for languages that have no other numbers: block counts are far below 2^53.
    pub const fn to_pair(self) -> [f64; 2] {
        [self.done as f64, self.total as f64]
    }
}

/// Work in blocks: interruptible, resumable, divisible.
pub trait Job: Clone {
    /// Path of the operation, part of the state bytes.
    const PATH: &'static str;
    /// Inputs of the job.
    type Params: Serialize;
    /// Variables that work changes: the part that serde writes is saved, the rest follows from the parameters.
    type State: Serialize + DeserializeOwned;
    /// Result of the job.
    type Report;

    /// The whole job, nothing done.
    ///
    /// # Errors
    /// Parameters that make no sense.
    fn open(params: &Self::Params) -> Result<Self, Error>;

    /// A job that is to do only these blocks, for [`merge`](Self::merge).
    ///
    /// # Errors
    /// As [`open`](Self::open), and `job.blocks.out_of_range` for blocks that the job does not have.
    fn open_shard(params: &Self::Params, blocks: Range<u64>) -> Result<Self, Error>;

    /// Parameters of the job.
    fn params(&self) -> &Self::Params;

    /// State of the job, of which [`save`](Self::save) makes its bytes.
    fn state(&self) -> &Self::State;

    /// Takes up a state. A checksum has proved that it is whole, but not who wrote it: what cannot be is refused.
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`state::impossible`] with the name of the value.
    fn resume(params: &Self::Params, state: Self::State) -> Result<Self, Error>;

    /// How far it is.
    fn progress(&self) -> Progress;

    /// Does up to so many blocks.
    fn step(&mut self, blocks: u64) -> Progress;

    /// Takes over what another shard, of equal parameters, has to do and has done.
    ///
    /// # Errors
    /// `job.merge.unsupported` where blocks overlap; nothing is taken over then.
    fn absorb(&mut self, other: &Self) -> Result<(), Error>;

    /// The result.
    ///
    /// # Errors
    /// `job.report.insufficient_data` until every block of the whole job is done.
    fn report(&self) -> Result<Self::Report, Error>;

    /// Takes over what another shard has to do and has done.
    ///
    /// # Errors
    /// `job.merge.unsupported` where parameters differ or blocks overlap; nothing is taken over then.
    fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if state::param_hash(self.params()) != state::param_hash(other.params()) {
            return Err(not_mergeable("their parameters differ"));
        }
        self.absorb(other)
    }

    /// The state as bytes, see [`state`](crate::state).
    fn save(&self) -> Vec<u8> {
        state::save(Self::PATH, self.params(), self.state())
    }

    /// Takes up saved bytes.
    ///
    /// # Errors
    /// `state.version.unsupported` for bytes of another job, other parameters or another version; `state.bytes` for damaged ones.
    fn restore(params: &Self::Params, bytes: &[u8]) -> Result<Self, Error> {
        Self::resume(params, state::restore(Self::PATH, params, bytes)?)
    }
}

/// Blocks that the job does not have.
fn no_such_blocks(asked: &Range<u64>, total: u64) -> Error {
    let fault = Fault::new("job.blocks", Problem::OutOfRange).at("blocks");
    fault
        .got(format_args!("{}..{}", asked.start, asked.end))
        .allowed(format!("a non-empty range within 0..{total}"))
        .into()
}

/// Two jobs that cannot become one, and why.
pub fn not_mergeable(why: &str) -> Error {
    Fault::new("job.merge", Problem::Unsupported).got(why).allowed("equal parameters and disjoint blocks").into()
}

/// Which blocks a job is to do and which it has done: the bookkeeping that every [`Job`] shares.
///
/// ```
/// use hashinsight_numerics::job::Shards;
///
/// let mut left = Shards::new(10, 0..6)?;
/// let mut right = Shards::new(10, 6..10)?;
/// assert_eq!(left.take(4), [0, 1, 2, 3]);
/// assert_eq!(right.take(9), [6, 7, 8, 9]);
/// left.merge(&right)?;
/// assert_eq!(left.take(9), [4, 5]);
/// assert!(left.complete().is_ok());
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Shards {
    total: u64,
    /// Disjoint and in order: blocks to do, done from `next` on.
    ranges: Vec<Shard>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Shard {
    start: u64,
    next: u64,
    end: u64,
}

impl Shards {
    /// The blocks `assigned` of a job of `total` blocks, none done.
    ///
    /// # Errors
    /// `job.blocks.out_of_range` unless `assigned` is a non-empty range within `0..total`.
    pub fn new(total: u64, assigned: Range<u64>) -> Result<Self, Error> {
        if assigned.start >= assigned.end || assigned.end > total {
            return Err(no_such_blocks(&assigned, total));
        }
        let shard = Shard { start: assigned.start, next: assigned.start, end: assigned.end };
        Ok(Self { total, ranges: vec![shard] })
    }

    /// Marks up to `count` more blocks as done, and names them: the caller does them.
    pub fn take(&mut self, count: u64) -> Vec<u64> {
        let mut taken = Vec::new();
        for shard in &mut self.ranges {
            let room = (shard.end - shard.next).min(count - taken.len() as u64);
            taken.extend(shard.next..shard.next + room);
            shard.next += room;
        }
        taken
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        let sum = |part: fn(&Shard) -> u64| self.ranges.iter().map(part).sum();
        Progress { done: sum(|shard| shard.next - shard.start), total: sum(|shard| shard.end - shard.start) }
    }

    /// Whether this block is done here.
    pub fn is_done(&self, block: u64) -> bool {
        self.ranges.iter().any(|shard| (shard.start..shard.next).contains(&block))
    }

    /// Takes over the blocks of another shard of the same job.
    ///
    /// # Errors
    /// `job.merge.unsupported` where a block belongs to both.
    pub fn merge(&mut self, other: &Self) -> Result<(), Error> {
        if self.total != other.total {
            return Err(not_mergeable("they have different numbers of blocks"));
        }
        let mut ranges = [self.ranges.as_slice(), &other.ranges].concat();
        ranges.order_by_key(|shard| shard.start);
        if ranges.windows(2).any(|pair| pair[0].end > pair[1].start) {
            return Err(not_mergeable("some blocks belong to both"));
        }
        self.ranges = ranges;
        Ok(())
    }

    /// Whether every block of the whole job is done.
    ///
    /// # Errors
    /// `job.report.insufficient_data` otherwise.
    pub fn complete(&self) -> Result<(), Error> {
        let Progress { done, .. } = self.progress();
        if done == self.total {
            return Ok(());
        }
        let fault = Fault::new("job.report", Problem::InsufficientData).got(format_args!("{done} blocks"));
        Err(fault.allowed(format!("all {} blocks done", self.total)).into())
    }

    /// Whether these are blocks of a job of `total` blocks: for state bytes that someone else may have written.
    ///
    /// # Errors
    /// `state.bytes.out_of_range` where no job has such blocks.
    pub fn check(&self, total: u64) -> Result<(), Error> {
        let mut floor = 0;
        let ordered = self.ranges.iter().all(|shard| {
            let follows = floor <= shard.start && shard.start <= shard.next && shard.next <= shard.end;
            floor = shard.end;
            follows && shard.start < shard.end && shard.end <= total
        });
        if self.total == total && ordered && !self.ranges.is_empty() {
            Ok(())
        } else {
            Err(state::impossible("blocks"))
        }
    }
}

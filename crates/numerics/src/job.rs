//! The contract of everything that takes long.
//!
//! A job is a fixed number of blocks of work. [`Job::step`] does some of them and comes back, so that a driver can show progress, listen
//! to Ctrl-C, save, or give the browser its frame; the core has no clock and no threads. Any partition of the blocks (over time, over
//! machines, in any order) gives the same report, bit for bit.
//!
//! `hashinsight_testkit::check_job` proves the contract for an implementation.

use std::ops::Range;

use hashinsight_units::Faulty;

use crate::state::{StateError, StateReader, StateWriter};

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
    /// What the job is opened with.
    type Params;
    /// What comes out at the end.
    type Report;
    /// What it refuses.
    type Error: Faulty + From<StateError> + From<JobError>;

    /// The whole job, nothing done.
    ///
    /// # Errors
    /// Parameters that make no sense.
    fn open(params: &Self::Params) -> Result<Self, Self::Error>;

    /// A job that is to do only these blocks, for [`merge`](Self::merge).
    ///
    /// # Errors
    /// As [`open`](Self::open), and [`JobError::Shard`] for blocks that the job does not have.
    fn open_shard(params: &Self::Params, blocks: Range<u64>) -> Result<Self, Self::Error>;

    /// How far it is.
    fn progress(&self) -> Progress;

    /// Does up to so many blocks.
    fn step(&mut self, blocks: u64) -> Progress;

    /// Takes over what another shard has to do and has done.
    ///
    /// # Errors
    /// [`JobError::Merge`] where parameters differ or blocks overlap; nothing is taken over then.
    fn merge(&mut self, other: &Self) -> Result<(), Self::Error>;

    /// The result.
    ///
    /// # Errors
    /// [`JobError::Incomplete`] until every block of the whole job is done.
    fn report(&self) -> Result<Self::Report, Self::Error>;

    /// The state as bytes, see [`state`](crate::state).
    fn save(&self) -> Vec<u8>;

    /// Takes up saved bytes.
    ///
    /// # Errors
    /// Bytes of another job, other parameters or another version; damaged bytes.
    fn restore(params: &Self::Params, bytes: &[u8]) -> Result<Self, Self::Error>;
}

/// A request that the contract of jobs refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JobError {
    /// Blocks that the job does not have.
    #[error("blocks {}..{} are not within 0..{total}", asked.start, asked.end)]
    Shard {
        /// What was asked for.
        asked: Range<u64>,
        /// Number of blocks of the whole job.
        total: u64,
    },
    /// Two jobs that cannot become one.
    #[error("jobs cannot be merged: {why}")]
    Merge {
        /// What differs or overlaps.
        why: &'static str,
    },
    /// The report was asked for before all blocks were done.
    #[error("{done} of {total} blocks are done")]
    Incomplete {
        /// Blocks done.
        done: u64,
        /// Blocks of the whole job.
        total: u64,
    },
}

impl Faulty for JobError {
    fn fault(&self) -> hashinsight_units::Fault {
        use hashinsight_units::Fault;
        match self {
            Self::Shard { asked, total } => Fault::new("job.blocks.out_of_range")
                .at("blocks")
                .got(format_args!("{}..{}", asked.start, asked.end))
                .allowed(format!("a non-empty range within 0..{total}")),
            Self::Merge { why } => {
                Fault::new("job.merge.unsupported").got(why).allowed("equal parameters and disjoint blocks")
            }
            Self::Incomplete { done, total } => Fault::new("job.report.insufficient_data")
                .got(format_args!("{done} blocks"))
                .allowed(format!("all {total} blocks done")),
        }
    }
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
/// # Ok::<(), hashinsight_numerics::job::JobError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shards {
    total: u64,
    /// Disjoint and in order: blocks to do, done from `next` on.
    ranges: Vec<Shard>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shard {
    start: u64,
    next: u64,
    end: u64,
}

impl Shards {
    /// The blocks `assigned` of a job of `total` blocks, none done.
    ///
    /// # Errors
    /// [`JobError::Shard`] unless `assigned` is a non-empty range within `0..total`.
    pub fn new(total: u64, assigned: Range<u64>) -> Result<Self, JobError> {
        if assigned.start >= assigned.end || assigned.end > total {
            return Err(JobError::Shard { asked: assigned, total });
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
    /// [`JobError::Merge`] where a block belongs to both.
    pub fn merge(&mut self, other: &Self) -> Result<(), JobError> {
        if self.total != other.total {
            return Err(JobError::Merge { why: "they have different numbers of blocks" });
        }
        let mut ranges = [self.ranges.as_slice(), &other.ranges].concat();
        ranges.sort_unstable_by_key(|shard| shard.start);
        if ranges.windows(2).any(|pair| pair[0].end > pair[1].start) {
            return Err(JobError::Merge { why: "some blocks belong to both" });
        }
        self.ranges = ranges;
        Ok(())
    }

    /// Whether every block of the whole job is done.
    ///
    /// # Errors
    /// [`JobError::Incomplete`] otherwise.
    pub fn complete(&self) -> Result<(), JobError> {
        let Progress { done, .. } = self.progress();
        if done == self.total { Ok(()) } else { Err(JobError::Incomplete { done, total: self.total }) }
    }

    /// Appends the bookkeeping to state bytes.
    #[must_use]
    pub fn save(&self, state: StateWriter) -> StateWriter {
        let state = state.u64(self.total).u64(self.ranges.len() as u64);
        self.ranges.iter().fold(state, |state, shard| state.u64(shard.start).u64(shard.next).u64(shard.end))
    }

    /// Reads it back; `total` is what the parameters say.
    ///
    /// # Errors
    /// [`StateError`] for bytes that no job wrote.
    pub fn restore(state: &mut StateReader<'_>, total: u64) -> Result<Self, StateError> {
        let impossible = StateError::OutOfRange { field: "blocks" };
        if state.u64()? != total {
            return Err(impossible);
        }
        let mut ranges: Vec<Shard> = Vec::new();
        for _ in 0..state.count(24)? {
            let shard = Shard { start: state.u64()?, next: state.u64()?, end: state.u64()? };
            let floor = ranges.last().map_or(0, |before| before.end);
            let ordered = floor <= shard.start && shard.start <= shard.next && shard.next <= shard.end;
            if !ordered || shard.start == shard.end || shard.end > total {
                return Err(impossible);
            }
            ranges.push(shard);
        }
        if ranges.is_empty() { Err(impossible) } else { Ok(Self { total, ranges }) }
    }
}

//! From typed core functions to the four shapes.

use std::any::Any;

use hashinsight::numerics::job::Job;
use hashinsight::numerics::stream::Stream;
use hashinsight::units::{Fault, Faulty};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub use hashinsight::numerics::job::Progress;

use crate::JobWork;
use crate::columns::{Column, ColumnBuffer, ColumnSpec, Columns, arrange};
use crate::json::{read, write};

fn crate_of(path: &str) -> &str {
    path.split('.').next().unwrap_or_default()
}

pub(crate) fn document<Request: DeserializeOwned, Report: Serialize, Error: Faulty>(
    path: &str,
    json: &str,
    function: impl Fn(&Request) -> Result<Report, Error>,
) -> Result<String, Fault> {
    let request: Request = read(crate_of(path), json)?;
    write(&function(&request).map_err(|error| error.fault())?)
}

pub(crate) fn columns<Params: DeserializeOwned, Error: Faulty>(
    path: &str,
    params: &str,
    columns: &Columns<'_>,
    function: impl Fn(&Params, &Columns<'_>) -> Result<Vec<ColumnBuffer>, Error>,
) -> Result<Vec<ColumnBuffer>, Fault> {
    let params: Params = read(crate_of(path), params)?;
    function(&params, columns).map_err(|error| error.fault())
}

/// An open stream, seen from another language.
pub trait StreamHandle: Send {
    /// Takes rows of events, all or none, and answers one row each.
    ///
    /// # Errors
    /// The first refused row, as `time_ms[17]`; the state is as before then.
    fn update(&mut self, events: &[(&str, Column<'_>)]) -> Result<Vec<ColumnBuffer>, Fault>;

    /// What `update` would answer, without taking the events.
    ///
    /// # Errors
    /// As `update`.
    fn peek(&self, events: &[(&str, Column<'_>)]) -> Result<Vec<ColumnBuffer>, Fault>;

    /// Closes what is still open: one row or none.
    fn finish(&mut self) -> Vec<ColumnBuffer>;

    /// Forgets every event.
    fn reset(&mut self);

    /// The state as bytes.
    fn save(&self) -> Vec<u8>;

    /// Another handle with the same state.
    fn duplicate(&self) -> Box<dyn StreamHandle>;
}

/// One event out of row `row`; a quantity refuses in its own name.
type Event<S> = fn(&Columns<'_>, usize) -> Result<<S as Stream>::Event, Fault>;
/// Output rows as columns.
type Output<S> = fn(&[<S as Stream>::Output]) -> Vec<ColumnBuffer>;

struct Open<S: Stream> {
    stream: S,
    rows: Rows<S>,
}

/// How rows become events, and outputs rows.
struct Rows<S: Stream> {
    specs: &'static [ColumnSpec],
    event: Event<S>,
    output: Output<S>,
}

impl<S: Stream> Rows<S> {
    /// Feeds the rows to `stream`; a refused row leaves it where the rows before it led.
    fn feed(&self, stream: &mut S, columns: &Columns<'_>) -> Result<Vec<ColumnBuffer>, Fault> {
        let mut outputs = Vec::with_capacity(columns.rows());
        for row in 0..columns.rows() {
            let event = (self.event)(columns, row).map_err(|fault| fault.in_row(row))?;
            outputs.push(stream.update(&event).map_err(|error| error.fault().in_row(row))?);
        }
        Ok((self.output)(&outputs))
    }
}

impl<S: Stream> Open<S> {
    fn arrange<'a>(&self, events: &[(&str, Column<'a>)]) -> Result<Columns<'a>, Fault> {
        arrange(crate_of(S::PATH), self.rows.specs, events)
    }
}

impl<S> StreamHandle for Open<S>
where
    S: Stream + Send + 'static,
{
    fn update(&mut self, events: &[(&str, Column<'_>)]) -> Result<Vec<ColumnBuffer>, Fault> {
        let columns = self.arrange(events)?;
        if columns.rows() == 1 {
            return self.rows.feed(&mut self.stream, &columns); // one update is atomic by the contract of streams
        }
        let mut stream = self.stream.clone();
        let outputs = self.rows.feed(&mut stream, &columns)?;
        self.stream = stream;
        Ok(outputs)
    }

    fn peek(&self, events: &[(&str, Column<'_>)]) -> Result<Vec<ColumnBuffer>, Fault> {
        self.rows.feed(&mut self.stream.clone(), &self.arrange(events)?)
    }

    fn finish(&mut self) -> Vec<ColumnBuffer> {
        (self.rows.output)(self.stream.finish().as_slice())
    }

    fn reset(&mut self) {
        self.stream.reset();
    }

    fn save(&self) -> Vec<u8> {
        self.stream.save()
    }

    fn duplicate(&self) -> Box<dyn StreamHandle> {
        let Rows { specs, event, output } = self.rows;
        Box::new(Self { stream: self.stream.clone(), rows: Rows { specs, event, output } })
    }
}

pub(crate) fn open_stream<S>(
    params: &str,
    state: Option<&[u8]>,
    specs: &'static [ColumnSpec],
    event: Event<S>,
    output: Output<S>,
) -> Result<Box<dyn StreamHandle>, Fault>
where
    S: Stream + Send + 'static,
    S::Params: DeserializeOwned,
{
    let params: S::Params = read(crate_of(S::PATH), params)?;
    let stream = match state {
        None => S::open(&params),
        Some(bytes) => S::restore(&params, bytes),
    };
    Ok(Box::new(Open { stream: stream.map_err(|error| error.fault())?, rows: Rows { specs, event, output } }))
}

/// An open job, seen from another language.
pub trait JobHandle: Send {
    /// How far it is.
    fn progress(&self) -> Progress;

    /// Does up to so many blocks.
    fn step(&mut self, blocks: u64) -> Progress;

    /// Takes over what another shard of the same job has to do and has done.
    ///
    /// # Errors
    /// `job.merge.unsupported` unless it is a job of the same operation and parameters with other blocks.
    fn merge(&mut self, other: &dyn JobHandle) -> Result<(), Fault>;

    /// The report as JSON text.
    ///
    /// # Errors
    /// `job.report.insufficient_data` until every block of the whole job is done.
    fn report(&self) -> Result<String, Fault>;

    /// The state as bytes.
    fn save(&self) -> Vec<u8>;

    /// The job itself, for `merge`.
    fn as_any(&self) -> &dyn Any;
}

struct Blocks<J>(J);

impl<J> JobHandle for Blocks<J>
where
    J: Job + Send + 'static,
    J::Report: Serialize,
{
    fn progress(&self) -> Progress {
        self.0.progress()
    }

    fn step(&mut self, blocks: u64) -> Progress {
        self.0.step(blocks)
    }

    fn merge(&mut self, other: &dyn JobHandle) -> Result<(), Fault> {
        let other = other.as_any().downcast_ref::<J>().ok_or_else(|| {
            Fault::new("job.merge", Problem::Unsupported).got("a job of another operation").allowed(J::PATH)
        })?;
        self.0.merge(other).map_err(|error| error.fault())
    }

    fn report(&self) -> Result<String, Fault> {
        write(&self.0.report().map_err(|error| error.fault())?)
    }

    fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    fn as_any(&self) -> &dyn Any {
        &self.0
    }
}

pub(crate) fn open_job<J>(params: &str, work: JobWork<'_>) -> Result<Box<dyn JobHandle>, Fault>
where
    J: Job + Send + 'static,
    J::Params: DeserializeOwned,
    J::Report: Serialize,
{
    let params: J::Params = read(crate_of(J::PATH), params)?;
    let job = match work {
        JobWork::Whole => J::open(&params),
        JobWork::Shard(blocks) => J::open_shard(&params, blocks),
        JobWork::State(bytes) => J::restore(&params, bytes),
    };
    Ok(Box::new(Blocks(job.map_err(|error| error.fault())?)))
}

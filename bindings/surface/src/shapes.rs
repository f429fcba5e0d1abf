//! From typed core functions to the four shapes.

use std::any::Any;

use hashinsight::numerics::job::Job;
use hashinsight::numerics::stream::Stream;
use hashinsight::units::columns::{ColumnBuffer, Inputs, Line, Row, Table};
use hashinsight::units::json::write;
use hashinsight::units::record::{Value, read};
use hashinsight::units::{Error, Fault, Problem};
use serde::Serialize;

pub use hashinsight::numerics::job::Progress;

use crate::JobWork;
use crate::operation::NamedColumns;

pub(crate) fn document<Request: Value, Report: Serialize>(
    domain: &str,
    json: &str,
    function: impl Fn(&Request) -> Result<Report, Error>,
) -> Result<String, Error> {
    Ok(write(&function(&read(domain, json)?)?)?)
}

pub(crate) fn columns<Params: Value, R: Row, T: Table>(
    domain: &str,
    params: &str,
    columns: NamedColumns<'_, '_>,
    function: impl Fn(&R::Columns<'_>, &Params) -> Result<T, Error>,
) -> Result<Vec<ColumnBuffer>, Error> {
    let params: Params = read(domain, params)?;
    let table = R::arrange(&Inputs { domain, columns }, |columns| function(&columns, &params))??;
    Ok(table.into_buffers())
}

/// An open stream, seen from another language.
pub trait StreamHandle: Send {
    /// Takes rows of events, all or none, and answers one row each.
    ///
    /// # Errors
    /// The first refused row, as `time_ms[17]`; the state is as before then.
    fn update(&mut self, events: NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error>;

    /// What `update` would answer, without taking the events.
    ///
    /// # Errors
    /// As `update`.
    fn peek(&self, events: NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error>;

    /// Closes what is still open: one row or none.
    fn finish(&mut self) -> Vec<ColumnBuffer>;

    /// Forgets every event.
    fn reset(&mut self);

    /// The state as bytes.
    fn save(&self) -> Vec<u8>;

    /// Another handle with the same state.
    fn duplicate(&self) -> Box<dyn StreamHandle>;
}

/// A stream whose events and outputs are rows.
pub(crate) trait Rows: Stream<Params: Value, Event: Row, Output: Line> + Send + 'static {}

impl<S: Stream<Params: Value, Event: Row, Output: Line> + Send + 'static> Rows for S {}

struct Open<S: Rows> {
    domain: &'static str,
    stream: S,
}

impl<S: Rows> Open<S> {
    /// Feeds the rows to `stream`; a refused row leaves it where the rows before it led.
    fn feed(&self, stream: &mut S, events: NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error> {
        let inputs = Inputs { domain: self.domain, columns: events };
        let table = <S::Event as Row>::arrange(&inputs, |columns| stream.fold(&columns))??;
        Ok(table.into_buffers())
    }
}

impl<S: Rows> StreamHandle for Open<S> {
    fn update(&mut self, events: NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error> {
        let mut stream = self.stream.clone(); // all rows or none
        let outputs = self.feed(&mut stream, events)?;
        self.stream = stream;
        Ok(outputs)
    }

    fn peek(&self, events: NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error> {
        self.feed(&mut self.stream.clone(), events)
    }

    fn finish(&mut self) -> Vec<ColumnBuffer> {
        let mut table = <S::Output as Line>::Table::with_rows(0);
        if let Some(output) = self.stream.finish() {
            table.push(output);
        }
        table.into_buffers()
    }

    fn reset(&mut self) {
        self.stream.reset();
    }

    fn save(&self) -> Vec<u8> {
        self.stream.save()
    }

    fn duplicate(&self) -> Box<dyn StreamHandle> {
        Box::new(Self { domain: self.domain, stream: self.stream.clone() })
    }
}

pub(crate) fn open_stream<S: Rows>(
    domain: &'static str,
    params: &str,
    state: Option<&[u8]>,
) -> Result<Box<dyn StreamHandle>, Error> {
    let params: S::Params = read(domain, params)?;
    let stream = match state {
        None => S::open(&params)?,
        Some(bytes) => S::restore(&params, bytes)?,
    };
    Ok(Box::new(Open { domain, stream }))
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
    fn merge(&mut self, other: &dyn JobHandle) -> Result<(), Error>;

    /// The report as JSON text.
    ///
    /// # Errors
    /// `job.report.insufficient_data` until every block of the whole job is done.
    fn report(&self) -> Result<String, Error>;

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

    fn merge(&mut self, other: &dyn JobHandle) -> Result<(), Error> {
        let other = other.as_any().downcast_ref::<J>().ok_or_else(|| {
            Fault::new("job.merge", Problem::Unsupported).got("a job of another operation").allowed(J::PATH)
        })?;
        self.0.merge(other)
    }

    fn report(&self) -> Result<String, Error> {
        Ok(write(&self.0.report()?)?)
    }

    fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    fn as_any(&self) -> &dyn Any {
        &self.0
    }
}

pub(crate) fn open_job<J>(domain: &str, params: &str, work: JobWork<'_>) -> Result<Box<dyn JobHandle>, Error>
where
    J: Job<Params: Value, Report: Serialize> + Send + 'static,
{
    let params: J::Params = read(domain, params)?;
    let job = match work {
        JobWork::Whole => J::open(&params)?,
        JobWork::Shard(blocks) => J::open_shard(&params, blocks)?,
        JobWork::State(bytes) => J::restore(&params, bytes)?,
    };
    Ok(Box::new(Blocks(job)))
}

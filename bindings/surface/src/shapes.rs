//! From typed core functions to the four shapes.

#![cfg_attr(
    not(feature = "mining"),
    allow(dead_code, reason = "a room, or a part of one, may have no stream and no job")
)]

use std::any::Any;

use hashinsight::numerics::job::Job;
use hashinsight::numerics::stream::Stream;
use hashinsight::units::columns::{ColumnBuffer, Inputs, Line, Row, Table};
use hashinsight::units::json::{Source, write, write_beside};
use hashinsight::units::record::{Value, read};
use hashinsight::units::{Error, Fault, Problem};
use serde::Serialize;

pub use hashinsight::numerics::job::Progress;

use crate::JobWork;
use crate::operation::NamedColumns;

/// A document that goes out.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// JSON text. Where a list stands beside it the text has `[null,3]`, the number of the list.
    pub text: String,
    /// Long lists of numbers, as typed buffers.
    pub lists: Vec<ColumnBuffer>,
}

/// Where the long lists of an [`Answer`] go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lists {
    /// Into the text.
    InText,
    /// Beside it.
    Beside,
}

impl Answer {
    fn new(report: &impl Serialize, lists: Lists) -> Result<Self, Error> {
        let (text, lists) = match lists {
            Lists::InText => (write(report)?, Vec::new()),
            Lists::Beside => write_beside(report)?,
        };
        Ok(Self { text, lists })
    }

    /// Text and lists for languages whose numbers are floats: integers beyond 2^53 are rounded, as they are where JSON is read.
    pub fn into_floats(self) -> (String, Vec<Vec<f64>>) {
        let lists = self.lists.into_iter().map(|list| match list {
            ColumnBuffer::F64(floats) => floats,
            #[expect(clippy::cast_precision_loss, reason = "the nearest float, as said")]
            ColumnBuffer::I64(integers) => integers.into_iter().map(|integer| integer as f64).collect(),
            ColumnBuffer::Bool(_) | ColumnBuffer::Words { .. } => unreachable!("only numbers stand beside the text"),
        });
        (self.text, lists.collect())
    }
}

pub(crate) fn document<Request: Value, Report: Serialize>(
    domain: &str,
    request: Source<'_>,
    lists: Lists,
    function: impl Fn(&Request) -> Result<Report, Error>,
) -> Result<Answer, Error> {
    Answer::new(&function(&read(domain, request)?)?, lists)
}

pub(crate) fn columns<Params: Value, R: Row, T: Table>(
    domain: &str,
    params: Source<'_>,
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
    params: Source<'_>,
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

    /// The report.
    ///
    /// # Errors
    /// `job.report.insufficient_data` until every block of the whole job is done.
    fn answer(&self, lists: Lists) -> Result<Answer, Error>;

    /// The report as JSON text.
    ///
    /// # Errors
    /// As `answer`.
    fn report(&self) -> Result<String, Error> {
        self.answer(Lists::InText).map(|answer| answer.text)
    }

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

    fn answer(&self, lists: Lists) -> Result<Answer, Error> {
        Answer::new(&self.0.report()?, lists)
    }

    fn save(&self) -> Vec<u8> {
        self.0.save()
    }

    fn as_any(&self) -> &dyn Any {
        &self.0
    }
}

pub(crate) fn open_job<J>(domain: &str, params: Source<'_>, work: JobWork<'_>) -> Result<Box<dyn JobHandle>, Error>
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

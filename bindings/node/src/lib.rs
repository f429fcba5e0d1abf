//! Node glue: the four shapes, and faults as errors whose message is the fault as JSON. What people see is `bindings/ts`.

#![allow(clippy::must_use_candidate, reason = "the callers are in JavaScript")]
#![allow(clippy::missing_errors_doc, reason = "every error is a fault, as said above")]
#![allow(clippy::needless_pass_by_value, reason = "napi hands arguments over by value")]

use hashinsight_surface::{Column, ColumnBuffer, Fault, JobHandle, JobWork, StreamHandle, fault_json};
use napi::bindgen_prelude::{BigInt64Array, Either, Either3, Error, Float64Array, Result, Status, Uint8Array};
use napi_derive::napi;

/// A column that comes in.
type Input = Either<Float64Array, BigInt64Array>;
/// A column that goes out.
type Output = Either3<Float64Array, BigInt64Array, Words>;

/// Words of a short list.
#[napi(object)]
pub struct Words {
    /// Per row, the place in `words`.
    pub codes: Uint8Array,
    /// The list.
    pub words: Vec<String>,
}

fn thrown(fault: Fault) -> Error {
    Error::new(Status::GenericFailure, fault_json(&fault))
}

fn closed() -> Error {
    thrown(Fault::new("border.handle", Problem::Missing).allowed("a handle that was not freed"))
}

fn named<'a>(names: &'a [String], columns: &'a [Input]) -> Vec<(&'a str, Column<'a>)> {
    let columns = columns.iter().map(|column| match column {
        Either::A(values) => Column::F64(values),
        Either::B(values) => Column::I64(values),
    });
    names.iter().map(String::as_str).zip(columns).collect()
}

fn outputs(columns: Vec<ColumnBuffer>) -> Vec<Output> {
    let columns = columns.into_iter().map(|column| match column {
        ColumnBuffer::F64(values) => Either3::A(values.into()),
        ColumnBuffer::I64(values) => Either3::B(values.into()),
        ColumnBuffer::Words { codes, words } => {
            Either3::C(Words { codes: codes.into(), words: words.iter().map(|word| (*word).to_owned()).collect() })
        }
    });
    columns.collect()
}

/// Version of the library.
#[napi]
pub fn version() -> &'static str {
    hashinsight_surface::VERSION
}

/// Paths of all operations.
#[napi]
pub fn operations() -> Vec<&'static str> {
    hashinsight_surface::operations().map(|operation| operation.path).collect()
}

/// The worked example of an operation, as JSON text.
#[napi(catch_unwind)]
pub fn example(path: String) -> Result<&'static str> {
    hashinsight_surface::operation(&path).map(|operation| operation.example).map_err(thrown)
}

/// A document operation: JSON text in, JSON text out.
#[napi(catch_unwind)]
pub fn call(path: String, request: String) -> Result<String> {
    hashinsight_surface::call(&path, &request).map_err(thrown)
}

/// A columns operation.
#[napi(catch_unwind)]
pub fn call_columns(path: String, params: String, names: Vec<String>, columns: Vec<Input>) -> Result<Vec<Output>> {
    let answer = hashinsight_surface::call_columns(&path, &params, &named(&names, &columns));
    answer.map(outputs).map_err(thrown)
}

/// An open stream.
#[napi]
pub struct NativeStream(Option<Box<dyn StreamHandle>>);

/// Opens a stream, or takes up its state bytes.
#[napi(catch_unwind)]
pub fn open_stream(path: String, params: String, state: Option<Uint8Array>) -> Result<NativeStream> {
    let stream = hashinsight_surface::open_stream(&path, &params, state.as_deref());
    stream.map(|stream| NativeStream(Some(stream))).map_err(thrown)
}

#[napi]
impl NativeStream {
    fn open(&self) -> Result<&dyn StreamHandle> {
        self.0.as_deref().ok_or_else(closed)
    }

    fn open_mut(&mut self) -> Result<&mut Box<dyn StreamHandle>> {
        self.0.as_mut().ok_or_else(closed)
    }

    /// Takes rows of events, all or none.
    #[napi(catch_unwind)]
    pub fn update(&mut self, names: Vec<String>, columns: Vec<Input>) -> Result<Vec<Output>> {
        self.open_mut()?.update(&named(&names, &columns)).map(outputs).map_err(thrown)
    }

    /// What `update` would answer.
    #[napi(catch_unwind)]
    pub fn peek(&self, names: Vec<String>, columns: Vec<Input>) -> Result<Vec<Output>> {
        self.open()?.peek(&named(&names, &columns)).map(outputs).map_err(thrown)
    }

    /// Closes what is still open.
    #[napi(catch_unwind)]
    pub fn finish(&mut self) -> Result<Vec<Output>> {
        Ok(outputs(self.open_mut()?.finish()))
    }

    /// Forgets every event.
    #[napi(catch_unwind)]
    pub fn reset(&mut self) -> Result<()> {
        self.open_mut()?.reset();
        Ok(())
    }

    /// The state as bytes.
    #[napi(catch_unwind)]
    pub fn save(&self) -> Result<Uint8Array> {
        Ok(self.open()?.save().into())
    }

    /// Gives the memory back.
    #[napi]
    pub fn free(&mut self) {
        self.0 = None;
    }
}

/// An open job.
#[napi]
pub struct NativeJob(Option<Box<dyn JobHandle>>);

/// Opens a job, or only some blocks of it, or takes up its state bytes.
#[napi(catch_unwind)]
pub fn open_job(
    path: String,
    params: String,
    blocks: Option<Float64Array>,
    state: Option<Uint8Array>,
) -> Result<NativeJob> {
    let work = JobWork::from_parts(blocks.as_deref(), state.as_deref()).map_err(thrown)?;
    hashinsight_surface::open_job(&path, &params, work).map(|job| NativeJob(Some(job))).map_err(thrown)
}

#[napi]
impl NativeJob {
    fn open(&self) -> Result<&dyn JobHandle> {
        self.0.as_deref().ok_or_else(closed)
    }

    fn open_mut(&mut self) -> Result<&mut Box<dyn JobHandle>> {
        self.0.as_mut().ok_or_else(closed)
    }

    /// Blocks done, blocks to do in all.
    #[napi(catch_unwind)]
    pub fn progress(&self) -> Result<Vec<f64>> {
        Ok(self.open()?.progress().to_pair().to_vec())
    }

    /// Does up to so many blocks.
    #[napi(catch_unwind)]
    pub fn step(&mut self, blocks: u32) -> Result<Vec<f64>> {
        Ok(self.open_mut()?.step(u64::from(blocks)).to_pair().to_vec())
    }

    /// Takes over what another shard has to do and has done.
    #[napi(catch_unwind)]
    pub fn merge(&mut self, other: &NativeJob) -> Result<()> {
        let other = other.open()?;
        self.open_mut()?.merge(other).map_err(thrown)
    }

    /// The report as JSON text.
    #[napi(catch_unwind)]
    pub fn report(&self) -> Result<String> {
        self.open()?.report().map_err(thrown)
    }

    /// The state as bytes.
    #[napi(catch_unwind)]
    pub fn save(&self) -> Result<Uint8Array> {
        Ok(self.open()?.save().into())
    }

    /// Gives the memory back.
    #[napi]
    pub fn free(&mut self) {
        self.0 = None;
    }
}

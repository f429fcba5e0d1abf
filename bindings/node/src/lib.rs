//! Node glue: the four shapes, and faults as errors whose message is the fault as JSON. What people see is `bindings/ts`.

#![allow(clippy::must_use_candidate, reason = "the callers are in JavaScript")]
#![allow(clippy::missing_errors_doc, reason = "every error is a fault, as said above")]
#![allow(clippy::needless_pass_by_value, reason = "napi hands arguments over by value")]

pub mod job;

use hashinsight_surface::json::Source;
use hashinsight_surface::{Answer, Column, ColumnBuffer, Error as Refusal, Fault, Problem, StreamHandle, fault_json};
use napi::bindgen_prelude::{BigInt64Array, Either, Either4, Error, Float64Array, Result, Status, Uint8Array};
use napi_derive::napi;

/// A column: floats, integers, truths as 0 and 1, words.
type Buffer = Either4<Float64Array, BigInt64Array, Uint8Array, Words>;

/// Words of a short list.
#[napi(object)]
pub struct Words {
    /// Per row, the place in `words`.
    pub codes: Uint8Array,
    /// The list.
    pub words: Vec<String>,
}

fn thrown(refusal: impl Into<Refusal>) -> Error {
    Error::new(Status::GenericFailure, fault_json(&refusal.into()))
}

fn closed() -> Error {
    thrown(Fault::new("border.handle", Problem::Missing).allowed("a handle that was not freed"))
}

/// Columns of one call: what JavaScript has in another form is owned.
struct Columns<'a>(Vec<(&'a str, Given<'a>)>);

enum Given<'a> {
    Column(Column<'a>),
    Bool(Vec<bool>),
    Words(&'a [u8], Vec<&'a str>),
}

impl<'a> Columns<'a> {
    fn new(names: &'a [String], columns: &'a [Buffer]) -> Self {
        let given = columns.iter().map(|column| match column {
            Either4::A(values) => Given::Column(Column::F64(values)),
            Either4::B(values) => Given::Column(Column::I64(values)),
            Either4::C(values) => Given::Bool(values.iter().map(|value| *value != 0).collect()),
            Either4::D(Words { codes, words }) => Given::Words(codes, words.iter().map(String::as_str).collect()),
        });
        Self(names.iter().map(String::as_str).zip(given).collect())
    }

    fn named(&self) -> Vec<(&str, Column<'_>)> {
        let named = self.0.iter().map(|(name, given)| match given {
            Given::Column(column) => (*name, *column),
            Given::Bool(values) => (*name, Column::Bool(values)),
            Given::Words(codes, words) => (*name, Column::Words { codes, words }),
        });
        named.collect()
    }
}

fn outputs(columns: Vec<ColumnBuffer>) -> Vec<Buffer> {
    let columns = columns.into_iter().map(|column| match column {
        ColumnBuffer::F64(values) => Either4::A(values.into()),
        ColumnBuffer::I64(values) => Either4::B(values.into()),
        ColumnBuffer::Bool(values) => Either4::C(values.into_iter().map(u8::from).collect::<Vec<_>>().into()),
        ColumnBuffer::Words { codes, words } => {
            Either4::D(Words { codes: codes.into(), words: words.iter().map(|word| (*word).to_owned()).collect() })
        }
    });
    columns.collect()
}

/// Lists of numbers beside a text: integers keep all their bits only on the way in.
type Numbers = Either<Float64Array, BigInt64Array>;

/// A document with long lists beside its text.
#[napi(object)]
pub struct Letter {
    /// JSON text; where a list belongs it has `[null,3]`.
    pub text: String,
    /// The lists.
    pub lists: Vec<Float64Array>,
}

/// Calls with a request: text, in which `#3` is a list beside it.
fn with<R>(
    text: &str,
    lists: Option<&[Numbers]>,
    then: impl FnOnce(Source<'_>) -> std::result::Result<R, Refusal>,
) -> Result<R> {
    let columns: Vec<Column<'_>> = lists
        .unwrap_or_default()
        .iter()
        .map(|list| match list {
            Either::A(floats) => Column::F64(floats),
            Either::B(integers) => Column::I64(integers),
        })
        .collect();
    then(Source::new(text, &columns).of_numbers()).map_err(thrown)
}

/// A report: text alone where nothing stands beside it.
fn letter(answer: Answer) -> Either<String, Letter> {
    let (text, lists) = answer.into_floats();
    if lists.is_empty() {
        return Either::A(text);
    }
    Either::B(Letter { text, lists: lists.into_iter().map(Float64Array::from).collect() })
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

/// A document operation: JSON text in, JSON text out, long lists beside them.
#[napi(catch_unwind)]
pub fn call(path: String, request: String, lists: Option<Vec<Numbers>>) -> Result<Either<String, Letter>> {
    with(&request, lists.as_deref(), |request| hashinsight_surface::answer(&path, request)).map(letter)
}

/// A columns operation.
#[napi(catch_unwind)]
pub fn call_columns(
    path: String,
    params: String,
    names: Vec<String>,
    columns: Vec<Buffer>,
    lists: Option<Vec<Numbers>>,
) -> Result<Vec<Buffer>> {
    let columns = Columns::new(&names, &columns);
    with(&params, lists.as_deref(), |params| hashinsight_surface::call_columns(&path, params, &columns.named()))
        .map(outputs)
}

/// An open stream.
#[napi]
pub struct NativeStream(Option<Box<dyn StreamHandle>>);

/// Opens a stream, or takes up its state bytes.
#[napi(catch_unwind)]
pub fn open_stream(
    path: String,
    params: String,
    state: Option<Uint8Array>,
    lists: Option<Vec<Numbers>>,
) -> Result<NativeStream> {
    with(&params, lists.as_deref(), |params| hashinsight_surface::open_stream(&path, params, state.as_deref()))
        .map(|stream| NativeStream(Some(stream)))
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
    pub fn update(&mut self, names: Vec<String>, columns: Vec<Buffer>) -> Result<Vec<Buffer>> {
        self.open_mut()?.update(&Columns::new(&names, &columns).named()).map(outputs).map_err(thrown)
    }

    /// What `update` would answer.
    #[napi(catch_unwind)]
    pub fn peek(&self, names: Vec<String>, columns: Vec<Buffer>) -> Result<Vec<Buffer>> {
        self.open()?.peek(&Columns::new(&names, &columns).named()).map(outputs).map_err(thrown)
    }

    /// Closes what is still open.
    #[napi(catch_unwind)]
    pub fn finish(&mut self) -> Result<Vec<Buffer>> {
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

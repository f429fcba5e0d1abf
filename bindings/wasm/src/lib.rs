//! WASM glue: the four shapes, and faults as thrown strings that are the fault as JSON. What people see is `bindings/ts`.

#![allow(clippy::missing_errors_doc, reason = "every error is a fault, as said above")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands arguments over by value")]

use hashinsight_surface::json::Source;
use hashinsight_surface::{
    Answer, Column, ColumnBuffer, Error, Fault, JobHandle, JobWork, Lists, Problem, StreamHandle, fault_json,
};
use js_sys::{Array, BigInt64Array, Float64Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

mod memory;

type Thrown<T> = Result<T, JsValue>;

fn thrown(error: impl Into<Error>) -> JsValue {
    fault_json(&error.into()).into()
}

/// Columns copied into linear memory, where they stay valid whatever is allocated.
struct Buffers(Vec<(String, Buffer)>);

enum Buffer {
    F64(Vec<f64>),
    I64(Vec<i64>),
    Bool(Vec<bool>),
    Words(Vec<u8>, Vec<String>),
}

impl Buffers {
    fn copy(names: Vec<String>, columns: &Array) -> Thrown<Self> {
        let columns = names.into_iter().zip(columns.iter()).map(|(name, column)| match Buffer::copy(&column) {
            Ok(Some(buffer)) => Ok((name, buffer)),
            Ok(None) => {
                let fault = Fault::new("border.column", Problem::WrongType).at(name);
                Err(thrown(fault.allowed("a Float64Array, BigInt64Array, Uint8Array, or codes and words")))
            }
            Err(fault) => Err(thrown(fault.at(name))),
        });
        columns.collect::<Thrown<_>>().map(Self)
    }

    /// Calls with the columns by name.
    fn with<R>(&self, run: impl FnOnce(&[(&str, Column<'_>)]) -> R) -> R {
        let lists: Vec<Vec<&str>> = self.0.iter().map(|(_, buffer)| buffer.words()).collect();
        let columns = self.0.iter().zip(&lists).map(|((name, buffer), words)| {
            let column = match buffer {
                Buffer::F64(values) => Column::F64(values),
                Buffer::I64(values) => Column::I64(values),
                Buffer::Bool(values) => Column::Bool(values),
                Buffer::Words(codes, _) => Column::Words { codes, words },
            };
            (name.as_str(), column)
        });
        run(&columns.collect::<Vec<_>>())
    }
}

impl Buffer {
    /// Nothing where it is no column; a fault where the memory does not hold it.
    fn copy(column: &JsValue) -> Result<Option<Self>, Fault> {
        if let Some(floats) = column.dyn_ref::<Float64Array>() {
            let mut values = memory::zeros(floats.length(), 0.0)?;
            floats.copy_to(&mut values);
            return Ok(Some(Self::F64(values)));
        }
        if let Some(integers) = column.dyn_ref::<BigInt64Array>() {
            let mut values = memory::zeros(integers.length(), 0)?;
            integers.copy_to(&mut values);
            return Ok(Some(Self::I64(values)));
        }
        if let Some(truths) = column.dyn_ref::<Uint8Array>() {
            return Ok(Some(Self::Bool(bytes(truths)?.into_iter().map(|value| value != 0).collect())));
        }
        let field = |name: &str| Reflect::get(column, &name.into()).ok();
        let (Some(codes), Some(words)) = (field("codes"), field("words")) else { return Ok(None) };
        let (Some(codes), Some(words)) = (codes.dyn_ref::<Uint8Array>(), words.dyn_ref::<Array>()) else {
            return Ok(None);
        };
        let words: Option<Vec<String>> = words.iter().map(|word| word.as_string()).collect();
        let Some(words) = words else { return Ok(None) };
        Ok(Some(Self::Words(bytes(codes)?, words)))
    }

    fn words(&self) -> Vec<&str> {
        match self {
            Self::Words(_, words) => words.iter().map(String::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

fn bytes(array: &Uint8Array) -> Result<Vec<u8>, Fault> {
    let mut values = memory::zeros(array.length(), 0)?;
    array.copy_to(&mut values);
    Ok(values)
}

fn outputs(columns: Vec<ColumnBuffer>) -> Thrown<Array> {
    let answer = Array::new();
    for column in columns {
        answer.push(&match column {
            ColumnBuffer::F64(values) => Float64Array::from(values.as_slice()).into(),
            ColumnBuffer::I64(values) => BigInt64Array::from(values.as_slice()).into(),
            ColumnBuffer::Bool(values) => {
                Uint8Array::from(values.into_iter().map(u8::from).collect::<Vec<_>>().as_slice()).into()
            }
            ColumnBuffer::Words { codes, words } => {
                let object = Object::new();
                Reflect::set(&object, &"codes".into(), &Uint8Array::from(codes.as_slice()))?;
                Reflect::set(&object, &"words".into(), &words.iter().copied().map(JsValue::from).collect::<Array>())?;
                object.into()
            }
        });
    }
    Ok(answer)
}

/// Calls with a request: text, in which `#3` is a list beside it, a `Float64Array` or `BigInt64Array`.
fn with<R>(text: &str, lists: Option<Array>, then: impl FnOnce(Source<'_>) -> Result<R, Error>) -> Thrown<R> {
    let lists = lists.unwrap_or_default();
    let lists = Buffers::copy((0..lists.length()).map(|_| String::new()).collect(), &lists)?;
    lists.with(|columns| {
        let columns: Vec<Column<'_>> = columns.iter().map(|(_, column)| *column).collect();
        then(Source::new(text, &columns).of_numbers()).map_err(thrown)
    })
}

/// A report: text alone, or where lists stand beside it an object of both.
fn letter(answer: Answer) -> Thrown<JsValue> {
    let (text, lists) = answer.into_floats();
    if lists.is_empty() {
        return Ok(text.into());
    }
    let lists = lists.iter().map(|list| Float64Array::from(list.as_slice()));
    let object = Object::new();
    Reflect::set(&object, &"text".into(), &text.into())?;
    Reflect::set(&object, &"lists".into(), &lists.collect::<Array>())?;
    Ok(object.into())
}

/// Version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    hashinsight_surface::VERSION.to_owned()
}

/// Paths of all operations.
#[wasm_bindgen]
#[must_use]
pub fn operations() -> Vec<String> {
    hashinsight_surface::operations().map(|operation| operation.path.to_owned()).collect()
}

/// The worked example of an operation, as JSON text.
///
/// # Errors
/// An unknown path.
#[wasm_bindgen]
pub fn example(path: &str) -> Thrown<String> {
    hashinsight_surface::operation(path).map(|operation| operation.example.to_owned()).map_err(thrown)
}

/// A document operation: JSON text in, JSON text out, long lists beside them.
///
/// # Errors
/// What the operation refuses.
#[wasm_bindgen]
pub fn call(path: &str, request: &str, lists: Option<Array>) -> Thrown<JsValue> {
    letter(with(request, lists, |request| hashinsight_surface::answer(path, request))?)
}

/// A columns operation.
///
/// # Errors
/// What the operation refuses.
#[wasm_bindgen(js_name = callColumns)]
pub fn call_columns(
    path: &str,
    params: &str,
    names: Vec<String>,
    columns: Array,
    lists: Option<Array>,
) -> Thrown<Array> {
    let buffers = Buffers::copy(names, &columns)?;
    outputs(with(params, lists, |params| {
        buffers.with(|columns| hashinsight_surface::call_columns(path, params, columns))
    })?)
}

/// An open stream.
#[wasm_bindgen]
pub struct NativeStream(Box<dyn StreamHandle>);

/// Opens a stream, or takes up its state bytes.
///
/// # Errors
/// What the stream refuses.
#[wasm_bindgen(js_name = openStream)]
pub fn open_stream(path: &str, params: &str, state: Option<Vec<u8>>, lists: Option<Array>) -> Thrown<NativeStream> {
    with(params, lists, |params| hashinsight_surface::open_stream(path, params, state.as_deref())).map(NativeStream)
}

#[wasm_bindgen]
impl NativeStream {
    /// Takes rows of events, all or none.
    ///
    /// # Errors
    /// What the stream refuses.
    pub fn update(&mut self, names: Vec<String>, columns: Array) -> Thrown<Array> {
        outputs(Buffers::copy(names, &columns)?.with(|events| self.0.update(events)).map_err(thrown)?)
    }

    /// What `update` would answer.
    ///
    /// # Errors
    /// What the stream refuses.
    pub fn peek(&self, names: Vec<String>, columns: Array) -> Thrown<Array> {
        outputs(Buffers::copy(names, &columns)?.with(|events| self.0.peek(events)).map_err(thrown)?)
    }

    /// Closes what is still open.
    ///
    /// # Errors
    /// None of its own.
    pub fn finish(&mut self) -> Thrown<Array> {
        outputs(self.0.finish())
    }

    /// Forgets every event.
    pub fn reset(&mut self) {
        self.0.reset();
    }

    /// The state as bytes.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        self.0.save()
    }
}

/// An open job.
#[wasm_bindgen]
pub struct NativeJob(Box<dyn JobHandle>);

/// Opens a job, or only some blocks of it, or takes up its state bytes.
///
/// # Errors
/// What the job refuses.
#[wasm_bindgen(js_name = openJob)]
pub fn open_job(
    path: &str,
    params: &str,
    blocks: Option<Vec<f64>>,
    state: Option<Vec<u8>>,
    lists: Option<Array>,
) -> Thrown<NativeJob> {
    let work = JobWork::from_parts(blocks.as_deref(), state.as_deref()).map_err(thrown)?;
    with(params, lists, |params| hashinsight_surface::open_job(path, params, work)).map(NativeJob)
}

#[wasm_bindgen]
impl NativeJob {
    /// Blocks done, blocks to do in all.
    #[must_use]
    pub fn progress(&self) -> Vec<f64> {
        self.0.progress().to_pair().to_vec()
    }

    /// Does up to so many blocks.
    pub fn step(&mut self, blocks: u32) -> Vec<f64> {
        self.0.step(u64::from(blocks)).to_pair().to_vec()
    }

    /// Takes over what another shard has to do and has done.
    ///
    /// # Errors
    /// What the job refuses.
    pub fn merge(&mut self, other: &NativeJob) -> Thrown<()> {
        self.0.merge(other.0.as_ref()).map_err(thrown)
    }

    /// The report as JSON text, long lists beside it.
    ///
    /// # Errors
    /// What the job refuses.
    pub fn report(&self) -> Thrown<JsValue> {
        letter(self.0.answer(Lists::Beside).map_err(thrown)?)
    }

    /// The state as bytes.
    #[must_use]
    pub fn save(&self) -> Vec<u8> {
        self.0.save()
    }
}

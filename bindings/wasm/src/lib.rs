//! WASM glue: the four shapes, and faults as thrown strings that are the fault as JSON. What people see is `bindings/ts`.

#![allow(clippy::missing_errors_doc, reason = "every error is a fault, as said above")]
#![allow(clippy::needless_pass_by_value, reason = "wasm-bindgen hands arguments over by value")]

use std::ops::Range;

use hashinsight_surface::json::Source;
use hashinsight_surface::{
    Answer, Column, Error, JobHandle, JobWork, Lists, PIECE, Shape, StreamHandle, fault_json, feed_in_pieces, in_pieces,
};
use js_sys::{Array, Float64Array, Object, Reflect};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

use columns::{Answered, Given};

mod columns;
mod memory;

type Thrown<T> = Result<T, JsValue>;

fn thrown(error: impl Into<Error>) -> JsValue {
    fault_json(&error.into()).into()
}

/// Calls with a request: text, in which `#3` is a list beside it, a `Float64Array` or `BigInt64Array`.
fn with<R>(text: &str, lists: Option<Array>, then: impl FnOnce(Source<'_>) -> Result<R, Error>) -> Result<R, Error> {
    let lists = lists.unwrap_or_default();
    Given::new((0..lists.length()).map(|_| String::new()).collect(), &lists)?.with(|columns| {
        let columns: Vec<Column<'_>> = columns.iter().map(|(_, column)| *column).collect();
        then(Source::new(text, &columns).of_numbers())
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
    letter(with(request, lists, |request| hashinsight_surface::answer(path, request)).map_err(thrown)?)
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
    let run = || {
        let given = Given::new(names, &columns)?;
        let call = |params: Source<'_>, columns: &[(&str, Column<'_>)]| {
            hashinsight_surface::call_columns(path, params, columns)
        };
        let is_by_row = matches!(hashinsight_surface::operation(path)?.shape, Shape::Columns { is_by_row: true, .. });
        let Some(rows) = given.long().filter(|_| is_by_row) else {
            let columns = with(params, lists, |params| given.with(|columns| call(params, columns)))?;
            return Answered::whole(&columns);
        };
        let mut answered = Answered::long(rows);
        let part = |ranges: &[Range<usize>]| {
            with(params, lists.clone(), |params| given.with_rows(ranges, |columns| call(params, columns)))
        };
        in_pieces(&given.names(), rows, PIECE, part, |range, columns| answered.write(range.start, &columns))?;
        Ok(answered.into_array())
    };
    run().map_err(thrown)
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
    with(params, lists, |params| hashinsight_surface::open_stream(path, params, state.as_deref()))
        .map(NativeStream)
        .map_err(thrown)
}

#[wasm_bindgen]
impl NativeStream {
    /// Takes rows of events, all or none.
    ///
    /// # Errors
    /// What the stream refuses.
    pub fn update(&mut self, names: Vec<String>, columns: Array) -> Thrown<Array> {
        let run = || {
            let given = Given::new(names, &columns)?;
            // Words are decoded before any row is taken: a strange one refuses all of them.
            let Some(rows) = given.long().filter(|_| !given.has_words()) else {
                return Answered::whole(&given.with(|events| self.0.update(events))?);
            };
            let mut answered = Answered::long(rows);
            let part = |stream: &mut dyn StreamHandle, range| given.with_rows(&[range], |events| stream.update(events));
            let take = |range: Range<usize>, columns: Vec<_>| answered.write(range.start, &columns);
            feed_in_pieces(&mut self.0, &given.names(), rows, PIECE, part, take)?;
            Ok(answered.into_array())
        };
        run().map_err(thrown)
    }

    /// What `update` would answer.
    ///
    /// # Errors
    /// What the stream refuses.
    pub fn peek(&self, names: Vec<String>, columns: Array) -> Thrown<Array> {
        let peek = |given: Given| given.with(|events| self.0.peek(events));
        Given::new(names, &columns).and_then(peek).and_then(|columns| Answered::whole(&columns)).map_err(thrown)
    }

    /// Closes what is still open.
    ///
    /// # Errors
    /// None of its own.
    pub fn finish(&mut self) -> Thrown<Array> {
        Answered::whole(&self.0.finish()).map_err(thrown)
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
    with(params, lists, |params| hashinsight_surface::open_job(path, params, work)).map(NativeJob).map_err(thrown)
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

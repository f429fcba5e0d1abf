//! The one list of what crosses a language border.
//!
//! Rust users call the typed functions of [`hashinsight`]. Every other language sees exactly the operations of [`operations`]: each is
//! declared once, in `table/`, with its path, its doc, a worked example, its request and response types and the core function. Python,
//! Node and WASM reach them through four shapes, and through nothing else:
//!
//! | shape | crosses as | entry |
//! |---|---|---|
//! | document | JSON text in, JSON text out | [`call`], [`answer`] |
//! | columns | JSON parameters and typed buffers in, typed buffers out | [`call_columns`] |
//! | stream | a handle that takes rows as typed buffers | [`open_stream`], [`StreamHandle`] |
//! | job | a handle that does blocks of work | [`open_job`], [`JobHandle`] |
//!
//! Long lists of numbers inside JSON cross as typed buffers beside it, in both directions: a [`json::Source`] and an [`Answer`].
//!
//! Every refusal is a [`Fault`] with the same code, path, value and allowed range in every language.
//!
//! ```
//! let report = hashinsight_surface::call("mining.subsidy", r#"{"height":840000,"network":"mainnet"}"#)?;
//! assert!(report.contains(r#""subsidy_sat":312500000"#));
//! let fault = hashinsight_surface::call("mining.subsidy", r#"{"height":-1,"network":"mainnet"}"#).unwrap_err();
//! assert_eq!((fault.code(), fault.path().as_str()), ("units.height.out_of_range", "height"));
//! # Ok::<(), hashinsight::units::Error>(())
//! ```

#[cfg(all(feature = "feeds", feature = "schema"))]
mod held;
mod operation;
mod pieces;
mod shapes;
mod table;

pub use hashinsight::units::columns::{Column, ColumnBuffer, ColumnKind, ColumnSpec};
use hashinsight::units::record;
pub use hashinsight::units::{Error, Fault, Problem, json};
#[cfg(all(feature = "feeds", feature = "schema"))]
pub use held::{FIELD, HOLDER, Held, held};
pub use operation::{NamedColumns, Opened, Operation, Shape};
pub use pieces::{PIECE, feed_in_pieces, in_pieces};
pub use shapes::{Answer, JobHandle, Lists, Progress, StreamHandle};

/// Version of the family, the same in every language.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Rooms of the house: each is a crate of the family, a feature of this name here and in the facade, and tables in `table/`. What else
/// follows the rooms (packages, sizes, reference) reads them here; a test of `xtask` holds the manifests against this list.
pub const ROOMS: [&str; 9] =
    ["crm", "derivatives", "feeds", "insurance", "mining", "report", "signals", "texts", "treasury"];

/// A part of a room that the WASM package has a module of as well, for pages that need no more: a feature `<room>_<name>` here and there.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The room.
    pub room: &'static str,
    /// The name within the room.
    pub name: &'static str,
    tables: &'static [&'static [Operation]],
}

impl Part {
    /// Name of the module and of the feature.
    pub fn module(&self) -> String {
        format!("{}_{}", self.room, self.name)
    }

    /// Operations of the part.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> {
        self.tables.iter().copied().flatten()
    }
}

#[cfg(all(
    feature = "feeds",
    feature = "insurance",
    feature = "mining",
    feature = "signals",
    feature = "treasury"
))]
pub use table::PARTS;

/// Every operation, by domain.
pub fn operations() -> impl Iterator<Item = &'static Operation> {
    table::TABLES.iter().copied().flatten()
}

/// The operation of that path.
///
/// # Errors
/// `border.operation.unknown`, with all paths of the same domain and the one that was probably meant.
pub fn operation(path: &str) -> Result<&'static Operation, Error> {
    operations().find(|operation| operation.path == path).ok_or_else(|| {
        let domain = path.split('.').next().unwrap_or_default();
        let all: Vec<&str> = operations().map(|operation| operation.path).collect();
        let near: Vec<&str> = all.iter().copied().filter(|p| p.split('.').next() == Some(domain)).collect();
        let allowed = if near.is_empty() { "a path of the operation table".to_owned() } else { near.join(", ") };
        let bare = all.iter().copied().find(|known| known.rsplit('.').next() == Some(path));
        let meant = record::nearest(path, if near.is_empty() { &all } else { &near }).or(bare);
        let allowed = meant.map_or_else(|| allowed.clone(), |meant| format!("{allowed}; did you mean {meant}?"));
        Fault::new("border.operation", Problem::Unknown).at("path").got(path).allowed(allowed).into()
    })
}

fn wrong_shape(operation: &Operation) -> Error {
    let shape = operation.shape.name();
    Fault::new("border.operation", Problem::Unsupported)
        .at("path")
        .got(operation.path)
        .allowed(format!("use it as a {shape}"))
        .into()
}

/// A document operation: JSON text in, JSON text out.
///
/// # Errors
/// What [`operation`], the reader of documents or the operation itself refuses.
pub fn call<'t>(path: &str, request: impl Into<json::Source<'t>>) -> Result<String, Error> {
    document(path, request.into(), Lists::InText).map(|answer| answer.text)
}

/// A document operation, with long lists beside the text.
///
/// # Errors
/// As [`call`].
pub fn answer<'t>(path: &str, request: impl Into<json::Source<'t>>) -> Result<Answer, Error> {
    document(path, request.into(), Lists::Beside)
}

fn document(path: &str, request: json::Source<'_>, lists: Lists) -> Result<Answer, Error> {
    let operation = operation(path)?;
    match &operation.shape {
        Shape::Document { call } => call(request, lists),
        _ => Err(wrong_shape(operation)),
    }
}

/// Reads a request, or the parameters of another shape, and calculates nothing.
///
/// # Errors
/// What [`operation`] or the reader of documents refuses.
pub fn check<'t>(path: &str, request: impl Into<json::Source<'t>>) -> Result<(), Error> {
    (operation(path)?.check)(request.into())
}

/// A columns operation: JSON parameters and named columns in, columns out in declared order.
///
/// # Errors
/// What [`operation`], the reader of documents, the check of the columns or the operation itself refuses.
pub fn call_columns<'t>(
    path: &str,
    params: impl Into<json::Source<'t>>,
    inputs: NamedColumns<'_, '_>,
) -> Result<Vec<ColumnBuffer>, Error> {
    let operation = operation(path)?;
    match &operation.shape {
        Shape::Columns { call, .. } => call(params.into(), inputs),
        _ => Err(wrong_shape(operation)),
    }
}

/// Opens a stream, or takes up its state bytes.
///
/// # Errors
/// What [`operation`], the reader of documents or the stream itself refuses.
pub fn open_stream<'t>(
    path: &str,
    params: impl Into<json::Source<'t>>,
    state: Option<&[u8]>,
) -> Result<Box<dyn StreamHandle>, Error> {
    let operation = operation(path)?;
    match &operation.shape {
        Shape::Stream { open, .. } => open(params.into(), state),
        _ => Err(wrong_shape(operation)),
    }
}

/// Opens a job, or only these blocks of it, or takes up its state bytes.
///
/// # Errors
/// What [`operation`], the reader of documents or the job itself refuses.
pub fn open_job<'t>(
    path: &str,
    params: impl Into<json::Source<'t>>,
    work: JobWork<'_>,
) -> Result<Box<dyn JobHandle>, Error> {
    let operation = operation(path)?;
    match &operation.shape {
        Shape::Job { open } => open(params.into(), work),
        _ => Err(wrong_shape(operation)),
    }
}

/// What a job handle is to begin with.
#[derive(Clone, Debug)]
pub enum JobWork<'a> {
    /// All blocks.
    Whole,
    /// These blocks, for merging with other shards.
    Shard(std::ops::Range<u64>),
    /// What saved bytes say.
    State(&'a [u8]),
}

impl<'a> JobWork<'a> {
    /// For languages whose numbers are floats: a pair of block numbers, or state bytes, or neither.
    ///
    /// # Errors
    /// `border.blocks.length` or `border.blocks.out_of_range` unless the pair is two whole numbers below 2^53; `border.state.several` for
    /// both at once.
    pub fn from_parts(blocks: Option<&[f64]>, state: Option<&'a [u8]>) -> Result<Self, Error> {
        let fault =
            |problem| Fault::new("border.blocks", problem).at("blocks").allowed("two whole numbers, from and to");
        let whole = |value: f64| {
            let exact = (0.0..9_007_199_254_740_992.0).contains(&value) && value.fract() == 0.0;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and below 2^53")]
            let number = value as u64;
            if exact { Ok(number) } else { Err(Error::from(fault(Problem::OutOfRange).got(value))) }
        };
        match (blocks, state) {
            (None, None) => Ok(Self::Whole),
            (None, Some(bytes)) => Ok(Self::State(bytes)),
            (Some([start, end]), None) => Ok(Self::Shard(whole(*start)?..whole(*end)?)),
            (Some(_), None) => Err(fault(Problem::Length).into()),
            (Some(_), Some(_)) => Err(Fault::new("border.state", Problem::Several)
                .at("state")
                .allowed("blocks or state, not both")
                .into()),
        }
    }
}

/// An error as a JSON object: the four strings of its first fault, and as `others` those of the further ones, where there are some.
pub fn fault_json(error: &Error) -> String {
    let others: Vec<String> = error.faults().skip(1).map(|fault| format!("{{{}}}", strings(fault))).collect();
    let first = strings(error.fault());
    if others.is_empty() { format!("{{{first}}}") } else { format!("{{{first},\"others\":[{}]}}", others.join(",")) }
}

fn strings(fault: &Fault) -> String {
    let parts = [
        ("code", fault.code()),
        ("path", fault.path().as_str()),
        ("value", fault.value()),
        ("allowed", fault.allowed_text()),
    ];
    parts.map(|(key, text)| format!("\"{key}\":{}", json::text(text))).join(",")
}

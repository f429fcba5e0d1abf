//! What an operation is, and the macro that declares one.

use hashinsight::units::Fault;

use crate::JobWork;
use crate::columns::{ColumnBuffer, ColumnSpec, Columns};
use crate::shapes::{JobHandle, StreamHandle};

/// One operation: what a notebook or a web page can call.
#[derive(Debug)]
pub struct Operation {
    /// `<domain>.<name>`: the name in every language, up to letter case.
    pub path: &'static str,
    /// What it does, with formula, source and units.
    #[cfg(feature = "schema")]
    pub doc: &'static str,
    /// A worked request as JSON: `{"params", "columns"}` for columns and streams (`columns` are the events), else the request itself.
    pub example: &'static str,
    /// How it crosses.
    pub shape: Shape,
    /// Schemas of what goes in as JSON and what comes out as JSON.
    #[cfg(feature = "schema")]
    pub schemas: Schemas,
}

impl Operation {
    /// The crate whose name begins the codes of its faults.
    pub fn crate_name(&self) -> &'static str {
        self.path.split('.').next().unwrap_or_default()
    }
}

/// JSON Schemas of an operation.
#[cfg(feature = "schema")]
#[derive(Debug)]
pub struct Schemas {
    /// Of the request or the parameters.
    pub request: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
    /// Of the report, where it is JSON.
    pub report: Option<fn(&mut schemars::SchemaGenerator) -> schemars::Schema>,
}

/// A handle, or why there is none.
pub type Opened<T> = Result<Box<T>, Fault>;

/// The four ways across.
pub enum Shape {
    /// A struct in, a struct out.
    Document {
        /// JSON in, JSON out.
        call: fn(&str) -> Result<String, Fault>,
    },
    /// Named columns and parameters in, columns out.
    Columns {
        /// What comes in.
        inputs: &'static [ColumnSpec],
        /// What goes out.
        outputs: &'static [ColumnSpec],
        /// Parameters as JSON, columns in declared order.
        call: fn(&str, &Columns<'_>) -> Result<Vec<ColumnBuffer>, Fault>,
    },
    /// Events in, one output each.
    Stream {
        /// One event.
        inputs: &'static [ColumnSpec],
        /// One output.
        outputs: &'static [ColumnSpec],
        /// Parameters as JSON, state bytes if any.
        open: fn(&str, Option<&[u8]>) -> Opened<dyn StreamHandle>,
    },
    /// Blocks of work, a report at the end.
    Job {
        /// Parameters as JSON, what to begin with.
        open: fn(&str, JobWork<'_>) -> Opened<dyn JobHandle>,
    },
}

impl Shape {
    /// `document`, `columns`, `stream` or `job`.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Document { .. } => "document",
            Self::Columns { .. } => "columns",
            Self::Stream { .. } => "stream",
            Self::Job { .. } => "job",
        }
    }
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The declaration of one operation.
///
/// ```text
/// operation! {
///     /// Doc.
///     document "mining.profit": ProfitRequest => ProfitReport, profit,
///     example r#"{...}"#
/// }
/// operation! {
///     /// Doc.
///     columns "mining.profit_batch": ProfitBatchParams,
///     in { /** doc */ hashrate_ths: F64 Hashrate, ... } out { /** doc */ net_usd: F64, ... },
///     |params, columns| ...,
///     example r#"{"params": {...}, "columns": {...}}"#
/// }
/// ```
macro_rules! operation {
    ($(#[doc = $doc:literal])+ document $path:literal: $request:ty => $report:ty, $function:expr, example $example:literal) => {
        $crate::operation::Operation {
            path: $path,
            #[cfg(feature = "schema")]
            doc: concat!($($doc, "\n"),+),
            example: $example,
            shape: $crate::operation::Shape::Document {
                call: |json| $crate::shapes::document::<$request, $report, _>($path, json, $function),
            },
            #[cfg(feature = "schema")]
            schemas: $crate::operation::Schemas {
                request: |generator| generator.subschema_for::<$request>(),
                report: Some(|generator| generator.subschema_for::<$report>()),
            },
        }
    };
    (
        $(#[doc = $doc:literal])+ columns $path:literal: $params:ty,
        in { $($inputs:tt)* } out { $($outputs:tt)* }, $function:expr, example $example:literal
    ) => {
        $crate::operation::Operation {
            path: $path,
            #[cfg(feature = "schema")]
            doc: concat!($($doc, "\n"),+),
            example: $example,
            shape: $crate::operation::Shape::Columns {
                inputs: $crate::operation::column_specs! { $($inputs)* },
                outputs: $crate::operation::column_specs! { $($outputs)* },
                call: |params, columns| $crate::shapes::columns::<$params, _>($path, params, columns, $function),
            },
            #[cfg(feature = "schema")]
            schemas: $crate::operation::Schemas {
                request: |generator| generator.subschema_for::<$params>(),
                report: None,
            },
        }
    };
    (
        $(#[doc = $doc:literal])+ stream $stream:ty,
        in { $($inputs:tt)* } out { $($outputs:tt)* }, event $event:expr, output $output:expr, example $example:literal
    ) => {
        $crate::operation::Operation {
            path: <$stream as hashinsight::numerics::stream::Stream>::PATH,
            #[cfg(feature = "schema")]
            doc: concat!($($doc, "\n"),+),
            example: $example,
            shape: $crate::operation::Shape::Stream {
                inputs: $crate::operation::column_specs! { $($inputs)* },
                outputs: $crate::operation::column_specs! { $($outputs)* },
                open: |params, state| $crate::shapes::open_stream::<$stream>(
                    params, state, $crate::operation::column_specs! { $($inputs)* }, $event, $output,
                ),
            },
            #[cfg(feature = "schema")]
            schemas: $crate::operation::Schemas {
                request: |generator| generator.subschema_for::<<$stream as hashinsight::numerics::stream::Stream>::Params>(),
                report: None,
            },
        }
    };
    ($(#[doc = $doc:literal])+ job $job:ty, example $example:literal) => {
        $crate::operation::Operation {
            path: <$job as hashinsight::numerics::job::Job>::PATH,
            #[cfg(feature = "schema")]
            doc: concat!($($doc, "\n"),+),
            example: $example,
            shape: $crate::operation::Shape::Job { open: $crate::shapes::open_job::<$job> },
            #[cfg(feature = "schema")]
            schemas: $crate::operation::Schemas {
                request: |generator| generator.subschema_for::<<$job as hashinsight::numerics::job::Job>::Params>(),
                report: Some(|generator| generator.subschema_for::<<$job as hashinsight::numerics::job::Job>::Report>()),
            },
        }
    };
}
pub(crate) use operation;

/// `name: Kind Quantity` for inputs, `name: Kind` for outputs, each with its doc.
macro_rules! column_specs {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ident $($quantity:ty)?),* $(,)?) => {
        const {
            &[$($crate::columns::ColumnSpec {
                name: stringify!($name),
                kind: $crate::columns::ColumnKind::$kind,
                #[cfg(feature = "schema")]
                doc: concat!($($doc),+),
                #[cfg(feature = "schema")]
                schema: $crate::operation::column_schema!($($quantity)?),
            }),*]
        }
    };
}
pub(crate) use column_specs;

#[cfg(feature = "schema")]
macro_rules! column_schema {
    () => {
        None
    };
    ($quantity:ty) => {
        Some(|generator| generator.subschema_for::<$quantity>())
    };
}
#[cfg(feature = "schema")]
pub(crate) use column_schema;

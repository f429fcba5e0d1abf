//! What an operation is, and the macro that lists those of a domain.

use hashinsight::units::Error;
use hashinsight::units::columns::{Column, ColumnBuffer, ColumnSpec};
use hashinsight::units::json::Source;

use crate::JobWork;
use crate::shapes::{Answer, JobHandle, Lists, StreamHandle};

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
    /// Reads what goes in as JSON, and no more.
    pub check: fn(Source<'_>) -> Result<(), Error>,
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
pub type Opened<T> = Result<Box<T>, Error>;

/// Named columns in any order.
pub type NamedColumns<'a, 'c> = &'a [(&'a str, Column<'c>)];

/// The four ways across.
pub enum Shape {
    /// A struct in, a struct out.
    Document {
        /// A document in, a document out.
        call: fn(Source<'_>, Lists) -> Result<Answer, Error>,
    },
    /// Named columns and parameters in, columns out.
    Columns {
        /// What comes in.
        inputs: &'static [ColumnSpec],
        /// What goes out.
        outputs: &'static [ColumnSpec],
        /// Whether a row is answered by itself: then the rows may come in pieces.
        is_by_row: bool,
        /// Parameters; columns in, columns out in declared order.
        call: fn(Source<'_>, NamedColumns<'_, '_>) -> Result<Vec<ColumnBuffer>, Error>,
    },
    /// Events in, one output each.
    Stream {
        /// One event.
        inputs: &'static [ColumnSpec],
        /// One output.
        outputs: &'static [ColumnSpec],
        /// Parameters, state bytes if any.
        open: fn(Source<'_>, Option<&[u8]>) -> Opened<dyn StreamHandle>,
    },
    /// Blocks of work, a report at the end.
    Job {
        /// Parameters, what to begin with.
        open: fn(Source<'_>, JobWork<'_>) -> Opened<dyn JobHandle>,
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

    /// Columns that come in.
    pub const fn inputs(&self) -> &'static [ColumnSpec] {
        match self {
            Self::Columns { inputs, .. } | Self::Stream { inputs, .. } => inputs,
            Self::Document { .. } | Self::Job { .. } => &[],
        }
    }

    /// Columns that go out.
    pub const fn outputs(&self) -> &'static [ColumnSpec] {
        match self {
            Self::Columns { outputs, .. } | Self::Stream { outputs, .. } => outputs,
            Self::Document { .. } | Self::Job { .. } => &[],
        }
    }
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

/// The operations of a domain, a line each. The function has the name of the operation; `= function` names another; `total` marks one that
/// cannot fail, `by_row` one that answers each row by itself. The worked example is `examples/operations/<domain>/<name>.json`.
///
/// ```text
/// operations! { mining:
///     /// Profit of a machine over a span.
///     document profit: ProfitRequest => ProfitReport;
///     /// Hashprice at a difficulty.
///     total document hashprice = document::hashprice: HashpriceRequest => HashpriceReport;
///     /// Profit of many machines, a row by itself.
///     by_row columns profit_batch: ProfitBatchParams, ProfitRow => ProfitTable;
///     /// Hashrate block by block.
///     stream running_hashrate: RunningHashrate;
///     /// Income of a lone miner, simulated.
///     job solo_income: SoloIncome;
/// }
/// ```
macro_rules! operations {
    (@list $domain:ident [$($done:tt)*]) => {
        pub(crate) const TABLE: &[$crate::Operation] = &[$($done)*];
    };
    (@list $domain:ident [$($done:tt)*]
        $(#[doc = $doc:literal])+ document $name:ident $(= $function:path)?: $request:ty => $report:ty; $($rest:tt)*
    ) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::operation! {
            $domain $name ($($doc)+) request ($request) report (Some(|generator| generator.subschema_for::<$report>()))
            $crate::operation::Shape::Document {
                call: |request, lists| $crate::shapes::document::<$request, $report>(
                    stringify!($domain), request, lists, $crate::operation::function!($name $(= $function)?),
                ),
            }
        },] $($rest)* }
    };
    (@list $domain:ident [$($done:tt)*]
        $(#[doc = $doc:literal])+ total document $name:ident $(= $function:path)?: $request:ty => $report:ty; $($rest:tt)*
    ) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::operation! {
            $domain $name ($($doc)+) request ($request) report (Some(|generator| generator.subschema_for::<$report>()))
            $crate::operation::Shape::Document {
                call: |request, lists| $crate::shapes::document::<$request, $report>(
                    stringify!($domain), request, lists, |request| Ok($crate::operation::function!($name $(= $function)?)(request)),
                ),
            }
        },] $($rest)* }
    };
    (@list $domain:ident [$($done:tt)*]
        $(#[doc = $doc:literal])+ columns $name:ident $(= $function:path)?: $params:ty, $row:ty => $table:ty; $($rest:tt)*
    ) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::columns! {
            $domain $name ($($doc)+) $params, $row, $table, false, $crate::operation::function!($name $(= $function)?)
        },] $($rest)* }
    };
    (@list $domain:ident [$($done:tt)*]
        $(#[doc = $doc:literal])+ by_row columns $name:ident $(= $function:path)?: $params:ty, $row:ty => $table:ty; $($rest:tt)*
    ) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::columns! {
            $domain $name ($($doc)+) $params, $row, $table, true, $crate::operation::function!($name $(= $function)?)
        },] $($rest)* }
    };
    (@list $domain:ident [$($done:tt)*] $(#[doc = $doc:literal])+ stream $name:ident: $stream:ty; $($rest:tt)*) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::operation! {
            $domain $name ($($doc)+)
            request (<$stream as hashinsight::numerics::stream::Stream>::Params) report (None)
            $crate::operation::Shape::Stream {
                inputs: <<$stream as hashinsight::numerics::stream::Stream>::Event as hashinsight::units::columns::Row>::SPECS,
                outputs: <<<$stream as hashinsight::numerics::stream::Stream>::Output
                    as hashinsight::units::columns::Line>::Table as hashinsight::units::columns::Table>::SPECS,
                open: |params, state| $crate::shapes::open_stream::<$stream>(stringify!($domain), params, state),
            }
        },] $($rest)* }
    };
    (@list $domain:ident [$($done:tt)*] $(#[doc = $doc:literal])+ job $name:ident: $job:ty; $($rest:tt)*) => {
        $crate::operation::operations! { @list $domain [$($done)* $crate::operation::operation! {
            $domain $name ($($doc)+)
            request (<$job as hashinsight::numerics::job::Job>::Params)
            report (Some(|generator| generator.subschema_for::<<$job as hashinsight::numerics::job::Job>::Report>()))
            $crate::operation::Shape::Job {
                open: |params, work| $crate::shapes::open_job::<$job>(stringify!($domain), params, work),
            }
        },] $($rest)* }
    };
    ($domain:ident: $($rest:tt)*) => {
        $crate::operation::operations! { @list $domain [] $($rest)* }
    };
}
pub(crate) use operations;

#[allow(unused_macros, reason = "a module may hold no batch")]
macro_rules! columns {
    ($domain:ident $name:ident ($($doc:literal)+) $params:ty, $row:ty, $table:ty, $is_by_row:literal, $function:expr) => {
        $crate::operation::operation! {
            $domain $name ($($doc)+) request ($params) report (None)
            $crate::operation::Shape::Columns {
                inputs: <$row as hashinsight::units::columns::Row>::SPECS,
                outputs: <$table as hashinsight::units::columns::Table>::SPECS,
                is_by_row: $is_by_row,
                call: |params, columns| $crate::shapes::columns::<$params, $row, $table>(
                    stringify!($domain), params, columns, |columns, params| $function(columns, params),
                ),
            }
        }
    };
}
#[allow(unused_imports, reason = "a module may hold no batch")]
pub(crate) use columns;

macro_rules! operation {
    ($domain:ident $name:ident ($($doc:literal)+) request ($request:ty) report ($report:expr) $shape:expr) => {
        $crate::operation::Operation {
            path: concat!(stringify!($domain), ".", stringify!($name)),
            #[cfg(feature = "schema")]
            doc: concat!($($doc, "\n"),+),
            example: include_str!(concat!(
                env!("CARGO_MANIFEST_DIR"), "/../../examples/operations/", stringify!($domain), "/", stringify!($name), ".json"
            )),
            shape: $shape,
            check: |request| hashinsight::units::record::read::<$request>(stringify!($domain), request).map(drop),
            #[cfg(feature = "schema")]
            schemas: $crate::operation::Schemas {
                request: |generator| generator.subschema_for::<$request>(),
                report: $report,
            },
        }
    };
}
pub(crate) use operation;

macro_rules! function {
    ($name:ident) => {
        $name
    };
    ($name:ident = $function:path) => {
        $function
    };
}
pub(crate) use function;

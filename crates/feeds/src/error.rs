//! What can go wrong between the bytes of an upstream and market data.

use std::fmt::Display;

use hashinsight_market::MarketError;
use hashinsight_numerics::state::StateError;
use hashinsight_units::{Fault, Faulty, FieldPath, UnitError};

/// What is wrong with one value of a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PayloadProblem {
    /// A key that must be there is not.
    Missing,
    /// Another kind of value than documented: text for a number, `null` for a price.
    WrongType,
    /// A value that cannot be: a time in the future, a percentage of a thousand.
    OutOfRange,
    /// Too few elements.
    Length,
    /// A word or a unit that the parser does not know.
    Unknown,
    /// The same key twice, or two answers where one is meant.
    Several,
}

impl PayloadProblem {
    const fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::WrongType => "wrong_type",
            Self::OutOfRange => "out_of_range",
            Self::Length => "length",
            Self::Unknown => "unknown",
            Self::Several => "several",
        }
    }
}

/// Why an upstream gave no data, in its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RefusalKind {
    /// Too many calls: wait, and longer each time (see [`Schedule`](crate::Schedule)).
    RateLimited,
    /// The key is missing, wrong or not allowed to do this.
    Key,
    /// The method is not offered here: take another upstream.
    Unsupported,
    /// Anything else.
    Other,
}

/// Bytes that are not the data that was asked for, or parameters that make no sense.
///
/// Paths are those of the payload, `result[3].mark_price`; in a [`Fault`] they stand under `body`. No message holds a
/// key: what looks like one in the words of an upstream is masked.
///
/// ```
/// use hashinsight_feeds::{Endpoint, Payload, deribit};
/// use hashinsight_units::{Faulty, Timestamp};
/// let body = br#"{"jsonrpc":"2.0","result":{"index_price":"high"}}"#;
/// let payload = Payload::new(body, Timestamp::from_s(1_780_730_885)?);
/// let fault = deribit::IndexPrice { index: "btc_usd".parse()? }.parse(&payload).unwrap_err().fault();
/// assert_eq!(fault.code(), "feeds.payload.wrong_type");
/// assert_eq!(fault.path().as_str(), "body.result.index_price");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum FeedError {
    /// Not JSON: an HTML page of a proxy, an empty or truncated body.
    #[error("the body is {what}, not JSON")]
    NotJson {
        /// What it is.
        what: String,
    },
    /// More bytes than the caller allows.
    #[error("the body has {bytes} bytes, allowed are {allowed}")]
    TooLong {
        /// Its length.
        bytes: usize,
        /// The caller's limit.
        allowed: usize,
    },
    /// Deeper nesting than any upstream sends.
    #[error("the body nests deeper than {allowed} levels")]
    TooDeep {
        /// The limit.
        allowed: u32,
    },
    /// A value of the payload that is not as documented.
    #[error("{path} is {value} ({}), must be {allowed}", problem.word())]
    Payload {
        /// What is wrong.
        problem: PayloadProblem,
        /// Where, in the payload.
        path: FieldPath,
        /// The value as received, cut where it is long.
        value: String,
        /// What would have been accepted.
        allowed: String,
    },
    /// The upstream answered, and said no.
    #[error("the upstream refused: {code} {message}")]
    Refused {
        /// What kind of refusal.
        kind: RefusalKind,
        /// Its code, if it gave one.
        code: String,
        /// Its words.
        message: String,
    },
    /// A quantity that its unit refuses, and where it stood in the payload.
    #[error("{path}: {source}")]
    Unit {
        /// Where it stood.
        path: FieldPath,
        /// The refusal.
        source: UnitError,
    },
    /// An observation that no source can have meant, and where it stood in the payload.
    #[error("{path}: {source}")]
    Market {
        /// The row or object it stood in.
        path: FieldPath,
        /// The refusal, with the field's name.
        source: MarketError,
    },
    /// A parameter of a request or of a pipeline helper that makes no sense.
    #[error("{path} is {value}, must be {allowed}")]
    Parameter {
        /// Name of the parameter.
        field: &'static str,
        /// Where it stands in the request.
        path: FieldPath,
        /// `out_of_range`, `unsupported`, `unknown`, `missing` or `several`.
        problem: &'static str,
        /// The value as received.
        value: String,
        /// What is allowed.
        allowed: String,
    },
    /// State bytes that cannot be taken up.
    #[error(transparent)]
    State(#[from] StateError),
}

impl FeedError {
    pub(crate) fn payload(
        problem: PayloadProblem,
        path: impl Into<FieldPath>,
        value: impl Display,
        allowed: impl Into<String>,
    ) -> Self {
        let value = excerpt(&value.to_string());
        Self::Payload { problem, path: path.into(), value, allowed: allowed.into() }
    }

    pub(crate) fn missing(path: impl Into<FieldPath>, allowed: impl Into<String>) -> Self {
        Self::payload(PayloadProblem::Missing, path, "absent", allowed)
    }

    pub(crate) fn parameter(
        field: &'static str,
        problem: &'static str,
        value: impl Display,
        allowed: impl Into<String>,
    ) -> Self {
        Self::Parameter { field, path: field.into(), problem, value: value.to_string(), allowed: allowed.into() }
    }

    pub(crate) fn out_of_range(field: &'static str, value: impl Display, allowed: impl Into<String>) -> Self {
        Self::parameter(field, "out_of_range", value, allowed)
    }

    pub(crate) fn unsupported(field: &'static str, value: impl Display, allowed: impl Into<String>) -> Self {
        Self::parameter(field, "unsupported", value, allowed)
    }

    pub(crate) fn unit(path: impl Into<FieldPath>) -> impl FnOnce(UnitError) -> Self {
        |source| Self::Unit { path: path.into(), source }
    }

    pub(crate) fn market(path: impl Into<FieldPath>) -> impl FnOnce(MarketError) -> Self {
        |source| Self::Market { path: path.into(), source }
    }
}

/// A value as it may stand in an error: cut where it is too long for one.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

fn in_body(path: &FieldPath) -> FieldPath {
    FieldPath::new("body").join(path)
}

impl Faulty for FeedError {
    fn fault(&self) -> Fault {
        match self {
            Self::NotJson { what } => {
                Fault::new("feeds.body", Problem::Unsupported).at("body").got(what).allowed("JSON")
            }
            Self::TooLong { bytes, allowed } => Fault::new("feeds.body", Problem::Length)
                .at("body")
                .got(bytes)
                .allowed(format!("at most {allowed} bytes")),
            Self::TooDeep { allowed } => {
                Fault::new("feeds.depth", Problem::OutOfRange).at("body").allowed(format!("at most {allowed} levels"))
            }
            Self::Payload { problem, path, value, allowed } => {
                let code = format!("feeds.payload.{}", problem.word());
                Fault::new(code).at(in_body(path)).got(value).allowed(allowed)
            }
            Self::Refused { kind, code, message } => {
                let fault = match kind {
                    RefusalKind::RateLimited => Fault::new("feeds.rate_limit", Problem::OutOfRange),
                    RefusalKind::Key => Fault::new("feeds.key", Problem::Unsupported),
                    RefusalKind::Unsupported => Fault::new("feeds.method", Problem::Unsupported),
                    RefusalKind::Other => Fault::new("feeds.upstream", Problem::None),
                };
                fault.at("body").got(format!("{code} {message}").trim()).allowed("an answer with data")
            }
            Self::Unit { path, source } => source.fault().at(in_body(path)),
            Self::Market { path, source } => source.fault().at(in_body(path)),
            Self::Parameter { field, path, problem, value, allowed } => {
                Fault::new(format!("feeds.{field}.{problem}")).at(path.clone()).got(value).allowed(allowed)
            }
            Self::State(source) => source.fault(),
        }
    }
}

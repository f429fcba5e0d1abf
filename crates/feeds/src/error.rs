//! What can go wrong between the bytes of an upstream and market data.

use std::fmt::{self, Display};

use hashinsight_units::{Error, Fault, FieldPath, Problem};

/// What an upstream's refusal asks of the caller.
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

/// Why an answer gave no data: [`NotJson`](Self::NotJson) and [`Refused`](Self::Refused) may be otherwise the next time,
/// [`Invalid`](Self::Invalid) would be the same again.
///
/// Paths begin with `body` where the culprit stands in the payload: `body.result[3].mark_price`. No message holds a key: what looks like one
/// in the words of an upstream is masked.
///
/// ```
/// use hashinsight_feeds::{Endpoint, FeedError, Payload, deribit};
/// use hashinsight_units::Timestamp;
/// let body = br#"{"jsonrpc":"2.0","result":{"index_price":"high"}}"#;
/// let payload = Payload::new(body, Timestamp::from_s(1_780_730_885)?);
/// let error = deribit::IndexPrice::new("btc_usd".parse()?).parse(&payload).unwrap_err();
/// assert!(matches!(error, FeedError::Invalid(_)));
/// let fault = error.fault();
/// assert_eq!((fault.code(), fault.path().as_str()), ("feeds.payload.wrong_type", "body.result.index_price"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FeedError {
    /// Not JSON: an HTML page of a proxy, an empty or truncated body.
    NotJson {
        /// Description of the body.
        what: String,
    },
    /// The upstream answered, and said no.
    Refused {
        /// What the refusal asks of the caller.
        kind: RefusalKind,
        /// Error code of the upstream, empty where it gave none.
        code: String,
        /// Error message of the upstream.
        message: String,
    },
    /// A value of the payload or of the question that cannot be, or a payload beyond the limits.
    Invalid(Error),
}

impl FeedError {
    /// The same refusal in the form that crosses language borders.
    pub fn fault(&self) -> Fault {
        match self {
            Self::NotJson { what } => {
                Fault::new("feeds.body", Problem::Unsupported).at("body").got(what).allowed("JSON")
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
            Self::Invalid(error) => error.fault().clone(),
        }
    }
}

impl From<Error> for FeedError {
    fn from(error: Error) -> Self {
        Self::Invalid(error)
    }
}

impl From<FeedError> for Error {
    fn from(error: FeedError) -> Self {
        match error {
            FeedError::Invalid(error) => error,
            other => other.fault().into(),
        }
    }
}

impl Display for FeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.fault(), f)
    }
}

impl std::error::Error for FeedError {}

/// A value of the payload that is not as documented. Paths are those of the payload: `result[3].mark_price`.
pub(crate) fn refuse(
    problem: Problem,
    path: impl Into<FieldPath>,
    value: impl Display,
    allowed: impl Into<String>,
) -> Error {
    let value = excerpt(&value.to_string());
    in_body(path)(Fault::new("feeds.payload", problem).got(value).allowed(allowed).into())
}

pub(crate) fn missing(path: impl Into<FieldPath>, allowed: impl Into<String>) -> Error {
    refuse(Problem::Missing, path, "absent", allowed)
}

/// What a quantity or a row refuses, at its place in the payload.
pub(crate) fn in_body(path: impl Into<FieldPath>) -> impl FnOnce(Error) -> Error {
    |error| error.at(FieldPath::new("body").join(&path.into()))
}

/// A parameter of a question or of a helper that makes no sense.
pub(crate) fn parameter(field: &str, problem: Problem, value: impl Display, allowed: impl Into<String>) -> Error {
    Fault::new(format_args!("feeds.{field}"), problem).at(field).got(value).allowed(allowed).into()
}

pub(crate) fn out_of_range(field: &str, value: impl Display, allowed: impl Into<String>) -> Error {
    parameter(field, Problem::OutOfRange, value, allowed)
}

pub(crate) fn unsupported(field: &str, value: impl Display, allowed: impl Into<String>) -> Error {
    parameter(field, Problem::Unsupported, value, allowed)
}

/// A value as it may stand in an error: cut where it is too long for one.
pub(crate) fn excerpt(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

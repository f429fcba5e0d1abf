//! What can go wrong between the bytes of an upstream and market data.

use std::fmt::{self, Display};

use hashinsight_units::{Error, Fault, FieldPath, Problem, Record, Shown};

use crate::Suspicion;

/// What an upstream's refusal asks of the caller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum RefusalKind {
    /// Too many calls: wait, and longer each time (see [`Schedule`](crate::Schedule)).
    RateLimited,
    /// The upstream cannot answer now: it starts, is overloaded or under maintenance. Ask again later.
    Later,
    /// Not served here: the method at this node, or the country of the caller. Ask another upstream.
    NotFromHere,
    /// The key is missing, wrong or not allowed to do this.
    Key,
    /// The instrument or coin does not exist there.
    UnknownInstrument,
    /// The question is wrong: asked again it will be refused again.
    BadRequest,
    /// Anything else.
    Other,
}

impl RefusalKind {
    /// Each kind has one code.
    fn code(self) -> (&'static str, Problem) {
        match self {
            Self::RateLimited => ("feeds.rate_limit", Problem::OutOfRange),
            Self::Later => ("feeds.later", Problem::None),
            Self::NotFromHere => ("feeds.method", Problem::Unsupported),
            Self::Key => ("feeds.key", Problem::Unsupported),
            Self::UnknownInstrument => ("feeds.instrument", Problem::Unknown),
            Self::BadRequest => ("feeds.request", Problem::Unsupported),
            Self::Other => ("feeds.upstream", Problem::None),
        }
    }
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
        /// Wait that the upstream asks for, in milliseconds, where it does: never to be shortened.
        retry_after_ms: Option<i64>,
        /// Status and header of the answer that could not be read, as received; empty as a rule.
        suspicious: Vec<Suspicion>,
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
            Self::Refused { kind, code, message, retry_after_ms, suspicious } => {
                let (subject, problem) = kind.code();
                let fault = Fault::new(subject, problem).at("body").got(format!("{code} {message}").trim());
                let mut allowed = "an answer with data".to_owned();
                if let Some(ms) = retry_after_ms {
                    allowed = format!("{allowed}, not before {ms} ms have passed");
                }
                for Suspicion { path, value, expected } in suspicious {
                    allowed = format!("{allowed}; {path} {value:?} is not {expected}");
                }
                fault.allowed(allowed)
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
    value: impl Shown,
    allowed: impl Into<String>,
) -> Error {
    refuse_in(problem, path.into(), &value, allowed.into())
}

/// [`refuse`], compiled once.
#[cold]
fn refuse_in(problem: Problem, path: FieldPath, value: &dyn Shown, allowed: String) -> Error {
    let value = excerpt(&value.shown());
    in_body(path)(Fault::new("feeds.payload", problem).got(value).allowed(allowed).into())
}

pub(crate) fn missing(path: impl Into<FieldPath>, allowed: impl Into<String>) -> Error {
    refuse(Problem::Missing, path, "absent", allowed)
}

/// What a quantity or a row refuses, at its place in the payload.
pub(crate) fn in_body(path: impl Into<FieldPath>) -> impl FnOnce(Error) -> Error {
    |error| error.at(FieldPath::new("body").join(&path.into()))
}

/// Refuses an answer that says itself that it is about something else than was asked.
pub(crate) fn same<T: Copy + PartialEq + Shown>(path: impl Into<FieldPath>, said: T, asked: T) -> Result<(), Error> {
    if said == asked {
        return Ok(());
    }
    Err(refuse(Problem::Unknown, path, said, asked.shown()))
}

/// The same refusal at another place, which `member` makes of the field that a row names.
pub(crate) fn at_member(error: &Error, member: impl FnOnce(&str) -> FieldPath) -> Error {
    at_place(error, &member(error.fault().path().as_str()))
}

#[cold]
fn at_place(error: &Error, place: &FieldPath) -> Error {
    let fault = error.fault();
    let subject = fault.code().strip_suffix(fault.problem().name()).and_then(|code| code.strip_suffix('.'));
    let place = FieldPath::new("body").join(place);
    let fault_there = Fault::new(subject.unwrap_or_default(), fault.problem()).at(place).got(fault.value());
    fault_there.allowed(fault.allowed_text()).into()
}

/// A parameter of a question or of a helper that makes no sense.
pub(crate) fn parameter(field: &str, problem: Problem, value: impl Shown, allowed: impl Into<String>) -> Error {
    Fault::new(format_args!("feeds.{field}"), problem).at(field).got(value).allowed(allowed).into()
}

pub(crate) fn out_of_range(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    parameter(field, Problem::OutOfRange, value, allowed)
}

pub(crate) fn unsupported(field: &str, value: impl Shown, allowed: impl Into<String>) -> Error {
    parameter(field, Problem::Unsupported, value, allowed)
}

/// A value as it may stand in an error: cut where it is too long for one.
pub(crate) fn excerpt(text: &str) -> String {
    cut(text, 80)
}

/// A text of at most so many characters.
pub(crate) fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    }
}

//! All upstreams as one type, for borders.

use hashinsight_units::{Error, Record, Timestamp};

#[cfg(feature = "chain")]
use crate::coingecko::CoingeckoAsk;
use crate::kind::{Parts, Place, Take};
use crate::upstreams::each_upstream;
use crate::{Access, Endpoint, FeedError, Method, Parsed, Payload, RefusalKind, Request, Suspicion, read};

macro_rules! feeds {
    ($($(#[doc = $doc:literal])+ $feature:literal $folder:ident::$name:ident($ask:ident => $data:ident),)+) => {
        /// A question to any upstream.
        #[derive(Clone, Debug, PartialEq, Record)]
        #[non_exhaustive]
        pub enum FeedAsk {
            $($(#[doc = $doc])+ #[cfg(feature = $feature)] $name(crate::$folder::$ask),)+
        }

        /// An answer of any upstream, to the question of the same name.
        #[derive(Clone, Debug, PartialEq, Record)]
        #[record(answer)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "one answer at a time, moved once")]
        pub enum FeedData {
            $($(#[doc = $doc])+ #[cfg(feature = $feature)] $name(crate::$folder::$data),)+
        }

        impl Parts for FeedData {
            fn parts<'a>(&'a self, place: Place<'a>, each: Take<'a, '_>) {
                match self {
                    $(#[cfg(feature = $feature)] Self::$name(data) => data.parts(place, each),)+
                }
            }
        }

        impl Endpoint for FeedAsk {
            type Data = FeedData;

            fn request(&self) -> Result<Request, Error> {
                match self {
                    $(#[cfg(feature = $feature)] Self::$name(ask) => ask.request(),)+
                }
            }

            fn read(&self, payload: &Payload<'_>) -> Result<Parsed<FeedData>, FeedError> {
                match self {
                    $(#[cfg(feature = $feature)] Self::$name(ask) => {
                        let Parsed { data, suspicious } = ask.read(payload)?;
                        Ok(Parsed { data: FeedData::$name(data), suspicious })
                    })+
                }
            }
        }
    };
}

each_upstream!(feeds);

/// Inputs of [`build_request`]: a question, and the key to ask it with.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FeedRequest {
    /// Question to an upstream.
    pub ask: FeedAsk,
    /// Key of the caller at that upstream. Absent: the upstream is asked without one.
    pub access: Option<Access>,
}

/// Result of [`build_request`]: an HTTP request, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HttpRequest {
    /// HTTP method.
    pub method: Method,
    /// Address, key included: for the socket. Of one's own node it is the path alone.
    pub url: String,
    /// HTTP headers, keys included.
    pub headers: Vec<RequestHeader>,
    /// JSON body of a POST.
    pub body: Option<String>,
    /// Method and address with the key masked: for the log.
    pub for_log: String,
}

/// A header of a request.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RequestHeader {
    /// Name of the header.
    pub name: String,
    /// Value of the header.
    pub value: String,
}

/// [`Endpoint::request`] with a key, as a document.
///
/// ```
/// use hashinsight_feeds::{FeedAsk, FeedRequest, build_request};
/// use hashinsight_feeds::mempool_space::MempoolSpaceAsk;
/// let ask = FeedAsk::MempoolSpace(MempoolSpaceAsk::RecommendedFees);
/// let report = build_request(&FeedRequest::new(ask))?;
/// assert_eq!(report.url, "https://mempool.space/api/v1/fees/recommended");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What the upstream does not offer, and a key of another host.
pub fn build_request(request: &FeedRequest) -> Result<HttpRequest, Error> {
    #[cfg(feature = "chain")]
    if let FeedAsk::Coingecko(CoingeckoAsk::MarketChart(chart)) = &request.ask {
        chart.check_plan(request.access.as_ref())?;
    }
    let built = request.ask.request()?;
    let built = match &request.access {
        Some(access) => built.authorize(access)?,
        None => built,
    };
    let header = |(name, value): &(&str, String)| RequestHeader { name: (*name).to_owned(), value: value.clone() };
    Ok(HttpRequest {
        method: built.method(),
        url: built.url(),
        headers: built.headers().iter().map(header).collect(),
        body: built.body().map(str::to_owned),
        for_log: built.to_string(),
    })
}

/// Inputs of [`parse`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ParseRequest {
    /// Question that was asked.
    pub ask: FeedAsk,
    /// Answer of the upstream, as it came.
    pub body: String,
    /// Instant at which the answer came, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub received_ms: Timestamp,
    /// Greatest length of the answer, in bytes. Absent: 1 MiB.
    pub max_bytes: Option<u32>,
    /// HTTP status that came with the answer: with another than that of success there is no data, whatever it says. Absent: the answer alone
    /// decides.
    pub status: Option<u16>,
    /// Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it.
    pub retry_after: Option<String>,
}

/// Result of [`parse`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ParseReport {
    /// Market data of the answer.
    pub data: FeedData,
    /// Oddities of the answer: implausible, contradictory or left out.
    pub suspicious: Vec<Suspicion>,
}

/// [`Endpoint::parse`] as a document.
///
/// ```
/// use hashinsight_feeds::{FeedAsk, ParseRequest, parse};
/// use hashinsight_feeds::bitcoin_rpc::BitcoinRpcAsk;
/// use hashinsight_units::Timestamp;
/// let body = r#"{"result":null,"error":{"code":-28,"message":"Loading block index..."},"id":1}"#;
/// let ask = FeedAsk::BitcoinRpc(BitcoinRpcAsk::MiningInfo);
/// let error = parse(&ParseRequest::new(ask, body.to_owned(), Timestamp::from_s(1_769_215_600)?)).unwrap_err();
/// assert_eq!((error.code(), error.value()), ("feeds.later.none", "-28 Loading block index..."));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`Endpoint::parse`].
pub fn parse(request: &ParseRequest) -> Result<ParseReport, Error> {
    let payload = Payload::new(request.body.as_bytes(), request.received_ms);
    let payload = match request.max_bytes {
        Some(bytes) => payload.with_max_bytes(bytes as usize),
        None => payload,
    };
    let payload = with_answer(payload, request.status, request.retry_after.as_deref());
    let Parsed { data, suspicious } = request.ask.parse(&payload)?;
    Ok(ParseReport { data, suspicious })
}

const fn with_answer<'a>(payload: Payload<'a>, status: Option<u16>, retry_after: Option<&'a str>) -> Payload<'a> {
    Payload { status, retry_after, ..payload }
}

/// Inputs of [`refusal`].
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct RefusalRequest {
    /// Answer of the upstream, as it came: JSON, plain text or HTML.
    pub body: String,
    /// Instant at which the answer came, in Unix milliseconds.
    #[record(example = 1_780_730_885_000)]
    pub received_ms: Timestamp,
    /// HTTP status that came with the answer. One outside 100 to 599 is a fault of the server, and told.
    pub status: Option<u16>,
    /// Header `Retry-After` that came with the answer, as it came: seconds, or an instant as HTTP writes it.
    pub retry_after: Option<String>,
}

/// Result of [`refusal`]: what an answer without data asks of the caller.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RefusalReport {
    /// Refusal of the answer. Absent where it does not look like one.
    pub refusal: Option<RefusalSaid>,
    /// Status and header that could not be read, as received. They do not cost what the answer says.
    pub suspicious: Vec<Suspicion>,
}

/// A refusal of an upstream, in its own words and as one of a closed list of kinds.
#[derive(Clone, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RefusalSaid {
    /// Kind of the refusal: what it asks of the caller.
    pub kind: RefusalKind,
    /// Error code of the upstream; empty where it gave none.
    pub code: String,
    /// Error message of the upstream; what looks like a key in it is masked.
    pub message: String,
    /// Wait that the upstream asks for, in milliseconds: never to be shortened. It is what a `Schedule` takes.
    pub retry_after_ms: Option<i64>,
}

/// What an answer without data asks of the caller, whoever was asked.
///
/// ```
/// use hashinsight_feeds::{RefusalKind, RefusalRequest, refusal};
/// use hashinsight_units::Timestamp;
/// let body = r#"{"code":-1003,"msg":"Way too much request weight used; IP banned until 1780990085000."}"#;
/// let request = RefusalRequest::new(body.to_owned(), Timestamp::from_s(1_780_730_885)?).status(418);
/// let said = refusal(&request).refusal.unwrap();
/// assert_eq!((said.kind, said.retry_after_ms), (RefusalKind::RateLimited, Some(259_200_000))); // three days
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// A status and a header that cannot be read are told and do not cost the upstream's words:
///
/// ```
/// use hashinsight_feeds::{RefusalKind, RefusalRequest, refusal};
/// use hashinsight_units::Timestamp;
/// let request = RefusalRequest::new(String::new(), Timestamp::from_s(1_780_730_885)?).status(304);
/// let report = refusal(&request.retry_after("a while".to_owned()));
/// let said = report.refusal.unwrap();
/// assert_eq!((said.kind, said.code.as_str(), said.message.as_str()), (RefusalKind::Other, "304", "Not Modified"));
/// assert_eq!((report.suspicious[0].path.as_str(), report.suspicious[0].value.as_str()), ("retry_after", "a while"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn refusal(request: &RefusalRequest) -> RefusalReport {
    let payload = Payload::new(request.body.as_bytes(), request.received_ms);
    let payload = with_answer(payload, request.status, request.retry_after.as_deref());
    let refusal = match read::refused(&payload) {
        Some(FeedError::Refused { kind, code, message, retry_after_ms, .. }) => {
            Some(RefusalSaid { kind, code, message, retry_after_ms })
        }
        _ => None,
    };
    RefusalReport { refusal, suspicious: payload.unread() }
}

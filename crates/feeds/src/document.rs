//! All upstreams as one type, for borders.

use hashinsight_units::{Error, Record, Timestamp};

use crate::upstreams::each_upstream;
use crate::{Access, Endpoint, FeedError, Method, Parsed, Payload, Request, Suspicion};

macro_rules! feeds {
    ($($(#[doc = $doc:literal])+ $folder:ident::$name:ident($ask:ident => $data:ident),)+) => {
        /// A question to any upstream.
        #[derive(Clone, Debug, PartialEq, Record)]
        #[non_exhaustive]
        pub enum FeedAsk {
            $($(#[doc = $doc])+ $name(crate::$folder::$ask),)+
        }

        /// An answer of any upstream, to the question of the same name.
        #[derive(Clone, Debug, PartialEq, Record)]
        #[record(answer)]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "one answer at a time, moved once")]
        pub enum FeedData {
            $($(#[doc = $doc])+ $name(crate::$folder::$data),)+
        }

        impl Endpoint for FeedAsk {
            type Data = FeedData;

            fn request(&self) -> Result<Request, Error> {
                match self {
                    $(Self::$name(ask) => ask.request(),)+
                }
            }

            fn parse(&self, payload: &Payload<'_>) -> Result<Parsed<FeedData>, FeedError> {
                match self {
                    $(Self::$name(ask) => {
                        let Parsed { data, suspicious } = ask.parse(payload)?;
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
/// assert_eq!((error.code(), error.value()), ("feeds.upstream.none", "-28 Loading block index..."));
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
    let Parsed { data, suspicious } = request.ask.parse(&payload)?;
    Ok(ParseReport { data, suspicious })
}

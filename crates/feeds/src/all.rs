//! All upstreams as one type, for borders.

use hashinsight_units::{Timestamp, wire};
use serde::{Deserialize, Serialize};

use crate::upstreams::each_upstream;
use crate::{Access, Endpoint, FeedError, Method, Parsed, Payload, Request, Suspicion};

macro_rules! feeds {
    ($($(#[doc = $doc:literal])+ $folder:ident::$name:ident($ask:ident => $data:ident),)+) => {
        /// A question to any upstream.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        #[non_exhaustive]
        pub enum FeedAsk {
            $($(#[doc = $doc])+ $name(crate::$folder::$ask),)+
        }

        /// An answer of any upstream, to the question of the same name.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        #[allow(clippy::large_enum_variant, reason = "one answer at a time, moved once")]
        pub enum FeedData {
            $($(#[doc = $doc])+ $name(crate::$folder::$data),)+
        }

        impl Endpoint for FeedAsk {
            type Data = FeedData;

            fn request(&self) -> Result<Request, FeedError> {
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

/// A question, and the key to ask it with.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeedRequest {
    /// The question.
    pub ask: FeedAsk,
    /// The caller's key, where the upstream wants one.
    #[serde(default, deserialize_with = "wire::present")]
    pub access: Option<Access>,
}

/// An HTTP request, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HttpRequest {
    /// How it is sent.
    pub method: Method,
    /// The address, key included: for the socket. Of one's own node it is the path alone.
    pub url: String,
    /// Headers, keys included.
    pub headers: Vec<RequestHeader>,
    /// The JSON body of a POST.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Method and address with the key masked: for the log.
    pub for_log: String,
}

/// A header of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RequestHeader {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// [`Endpoint::request`] with a key, as a document.
///
/// ```
/// use hashinsight_feeds::{FeedAsk, FeedRequest, build_request};
/// use hashinsight_feeds::mempool_space::MempoolSpaceAsk;
/// let ask = FeedAsk::MempoolSpace(MempoolSpaceAsk::RecommendedFees);
/// let report = build_request(&FeedRequest { ask, access: None })?;
/// assert_eq!(report.url, "https://mempool.space/api/v1/fees/recommended");
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
///
/// # Errors
/// [`FeedError::Parameter`] for what the upstream does not offer, and for a key of another host.
pub fn build_request(request: &FeedRequest) -> Result<HttpRequest, FeedError> {
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

/// What [`parse`] is asked.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ParseRequest {
    /// The question that was asked.
    pub ask: FeedAsk,
    /// The answer as it came.
    pub body: String,
    /// When it came.
    pub received_ms: Timestamp,
    /// How many bytes are accepted; absent: 1 MiB.
    #[serde(default, deserialize_with = "wire::present")]
    pub max_bytes: Option<u32>,
}

/// What an answer says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct ParseReport {
    /// The data.
    pub data: FeedData,
    /// What is odd about it: implausible, contradictory or left out.
    pub suspicious: Vec<Suspicion>,
}

/// [`Endpoint::parse`] as a document.
///
/// ```
/// use hashinsight_feeds::{FeedAsk, ParseRequest, parse};
/// use hashinsight_feeds::bitcoin_rpc::BitcoinRpcAsk;
/// use hashinsight_units::{Faulty, Timestamp};
/// let fault = parse(&ParseRequest {
///     ask: FeedAsk::BitcoinRpc(BitcoinRpcAsk::MiningInfo),
///     body: r#"{"result":null,"error":{"code":-28,"message":"Loading block index..."},"id":1}"#.to_owned(),
///     received_ms: Timestamp::from_s(1_769_215_600)?,
///     max_bytes: None,
/// }).unwrap_err().fault();
/// assert_eq!((fault.code(), fault.value()), ("feeds.upstream.none", "-28 Loading block index..."));
/// # Ok::<(), hashinsight_units::UnitError>(())
/// ```
///
/// # Errors
/// As [`Endpoint::parse`].
pub fn parse(request: &ParseRequest) -> Result<ParseReport, FeedError> {
    let payload = Payload::new(request.body.as_bytes(), request.received_ms);
    let payload = match request.max_bytes {
        Some(bytes) => payload.with_max_bytes(bytes as usize),
        None => payload,
    };
    let Parsed { data, suspicious } = request.ask.parse(&payload)?;
    Ok(ParseReport { data, suspicious })
}

//! What to ask an upstream: method, host, path, query, headers, body; keys apart.

use std::fmt::{self, Write as _};
use std::str::FromStr;

use hashinsight_units::{Fault, Faulty, wire};

use crate::FeedError;

/// How a request is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Method {
    /// HTTP GET.
    Get,
    /// HTTP POST with a JSON body.
    Post,
}

/// A secret of the caller at an upstream: 1 to 256 characters `A-Z a-z 0-9 . _ ~ -`. It never shows in a message.
///
/// ```
/// use hashinsight_feeds::Key;
/// let key: Key = "CG-7kfa93".parse()?;
/// assert_eq!(format!("{key:?} {key}"), "*** ***");
/// assert!(!"CG 7kfa93".parse::<Key>().unwrap_err().to_string().contains("7kfa93"));
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl FromStr for Key {
    type Err = FeedError;

    fn from_str(text: &str) -> Result<Self, FeedError> {
        if (1..=256).contains(&text.len()) && text.bytes().all(is_unreserved) {
            return Ok(Self(text.to_owned()));
        }
        Err(FeedError::parameter("key", "unknown", "***", "1 to 256 characters A-Z a-z 0-9 . _ ~ -"))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl<'de> serde::Deserialize<'de> for Key {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The path is added by the reader of the document.
        wire::text(deserializer, |text| {
            text.parse::<Self>().map_err(|error| {
                Fault::new("feeds.key", Problem::Unknown).got("***").allowed(error.fault().allowed_text())
            })
        })
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Key {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[A-Za-z0-9._~-]{1,256}$", "x-quantity": "key", "x-crate": "feeds" })
    }
}

/// Where a key goes. Each stands for one host, and a request to another host does not take it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Access {
    /// CoinWarz, in the query: every call needs it, and URLs in logs show it.
    CoinwarzQuery(Key),
    /// CoinGecko's Demo plan, in a header.
    CoingeckoDemo(Key),
    /// CoinGecko's Pro plan, in a header and at another host.
    CoingeckoPro(Key),
    /// Ankr's bitcoin node, in the path.
    AnkrPath(Key),
    /// Binance, in a header; the signature of signed calls is the caller's: see [`Request::query_string`].
    BinanceHeader(Key),
}

/// A request, ready to be sent by whoever has a socket. `Display` and `Debug` mask the key.
///
/// ```
/// use hashinsight_feeds::{Access, Endpoint, coinwarz};
/// let request = coinwarz::Profitability.request()?.authorize(&Access::CoinwarzQuery("0123abc".parse()?))?;
/// assert_eq!(request.to_string(), "GET https://www.coinwarz.com/v1/api/profitability?algo=all&apikey=***");
/// assert!(request.url().ends_with("&apikey=0123abc"));
/// assert_eq!(request.redact("failed: ...&apikey=0123abc"), "failed: ...&apikey=***");
/// # Ok::<(), hashinsight_feeds::FeedError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Request {
    method: Method,
    host: &'static str,
    path: String,
    query: Vec<(&'static str, String)>,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    key: Option<Key>,
}

impl Request {
    pub(crate) fn get(host: &'static str, path: impl Into<String>) -> Self {
        let (query, headers) = (Vec::new(), Vec::new());
        Self { method: Method::Get, host, path: path.into(), query, headers, body: None, key: None }
    }

    pub(crate) fn post(host: &'static str, path: impl Into<String>, body: String) -> Self {
        let headers = vec![("content-type", "application/json".to_owned())];
        Self { method: Method::Post, headers, body: Some(body), ..Self::get(host, path) }
    }

    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.query.push((name, value.to_string()));
        self
    }

    #[must_use]
    pub(crate) fn with_some(self, name: &'static str, value: Option<impl fmt::Display>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// The same request with the caller's key in its place.
    ///
    /// # Errors
    /// [`FeedError::Parameter`] where the key belongs to another host than the request.
    pub fn authorize(mut self, access: &Access) -> Result<Self, FeedError> {
        let (host, key) = match access {
            Access::CoinwarzQuery(key) => (crate::coinwarz::HOST, key),
            Access::CoingeckoDemo(key) | Access::CoingeckoPro(key) => (crate::coingecko::HOST, key),
            Access::AnkrPath(key) => (crate::bitcoin_rpc::NO_HOST, key),
            Access::BinanceHeader(key) => (self.host, key),
        };
        let is_binance = [crate::binance::SPOT_HOST, crate::binance::USDM_HOST, crate::binance::COINM_HOST];
        let fits = host == self.host && (!matches!(access, Access::BinanceHeader(_)) || is_binance.contains(&host));
        if !fits {
            return Err(FeedError::unsupported("access", "a key of another host", format!("one for {}", self.host)));
        }
        match access {
            Access::CoinwarzQuery(key) => self.query.push(("apikey", key.0.clone())),
            Access::CoingeckoDemo(key) => self.headers.push(("x-cg-demo-api-key", key.0.clone())),
            Access::CoingeckoPro(key) => {
                self.host = "pro-api.coingecko.com";
                self.headers.push(("x-cg-pro-api-key", key.0.clone()));
            }
            Access::AnkrPath(key) => {
                self.host = "rpc.ankr.com";
                self.path = format!("/btc/{}", key.0);
            }
            Access::BinanceHeader(key) => self.headers.push(("X-MBX-APIKEY", key.0.clone())),
        }
        self.key = Some(key.clone());
        Ok(self)
    }

    /// How it is sent.
    pub const fn method(&self) -> Method {
        self.method
    }

    /// The host, empty where the caller names its own (a node).
    pub const fn host(&self) -> &'static str {
        self.host
    }

    /// The path, percent-encoded, with the key where it belongs there.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Headers that the request needs, keys included.
    pub fn headers(&self) -> &[(&'static str, String)] {
        &self.headers
    }

    /// The JSON body of a POST.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The query, percent-encoded, keys included: what a signed call signs (Binance: HMAC-SHA256 of exactly this text,
    /// appended as `&signature=` in hex).
    pub fn query_string(&self) -> String {
        let mut text = String::new();
        for (name, value) in &self.query {
            let joint = if text.is_empty() { "" } else { "&" };
            text.push_str(joint);
            text.push_str(name);
            text.push('=');
            encode(value, &mut text);
        }
        text
    }

    /// The whole address, keys included: for the socket, not for the log. Without a host it begins with the path.
    pub fn url(&self) -> String {
        let Self { host, path, .. } = self;
        let origin = if host.is_empty() { String::new() } else { format!("https://{host}") };
        let query = self.query_string();
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{origin}{path}{mark}{query}")
    }

    /// A text with this request's key masked: an error of the HTTP client may quote the URL.
    pub fn redact(&self, text: &str) -> String {
        match &self.key {
            Some(key) => text.replace(&key.0, "***"),
            None => text.to_owned(),
        }
    }
}

impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let method = if self.method == Method::Get { "GET" } else { "POST" };
        write!(f, "{method} {}", self.redact(&self.url()))
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~' | b'-')
}

/// RFC 3986: everything but the unreserved characters, and the comma that lists are joined with.
pub(crate) fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if is_unreserved(byte) || byte == b',' {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
}

/// A name as one segment of a path.
pub(crate) fn segment(name: impl fmt::Display) -> String {
    let mut out = String::new();
    encode(&name.to_string(), &mut out);
    out
}

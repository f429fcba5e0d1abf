//! What to ask an upstream: method, host, path, query, headers, body; keys apart.

use hashinsight_units::{Error, Record};
use std::fmt;

use crate::access::{Access, Key, KeyPlace};
use crate::error::unsupported;
use crate::{encoding, upstreams};

/// HTTP method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Method {
    /// HTTP GET.
    Get,
    /// HTTP POST with a JSON body.
    Post,
}

/// A request, ready to be sent by whoever has a socket. `Display` and `Debug` mask the key.
///
/// ```
/// use hashinsight_feeds::{Access, Endpoint, coinwarz};
/// let request = coinwarz::Profitability.request()?.authorize(&Access::CoinwarzQuery("0123abc".parse()?))?;
/// assert_eq!(request.to_string(), "GET https://www.coinwarz.com/v1/api/profitability?algo=all&apikey=***");
/// assert!(request.url().ends_with("&apikey=0123abc"));
/// assert_eq!(request.redact("failed: ...&apikey=0123abc"), "failed: ...&apikey=***");
/// # Ok::<(), hashinsight_units::Error>(())
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
    /// `feeds.access.unsupported` where the key belongs to another host than the request.
    pub fn authorize(mut self, access: &Access) -> Result<Self, Error> {
        let Some(place) = upstreams::key_place(self.host, access) else {
            return Err(unsupported("access", "a key of another host", format!("one for {}", self.host)));
        };
        let key = access.key();
        let secret = key.reveal();
        match place {
            KeyPlace::Query(name) => self.query.push((name, secret.to_owned())),
            KeyPlace::Header(name) => self.headers.push((name, secret.to_owned())),
            KeyPlace::HeaderAt { host, name } => {
                self.host = host;
                self.headers.push((name, secret.to_owned()));
            }
            KeyPlace::Path { host, before } => {
                self.host = host;
                self.path = format!("{before}{secret}");
            }
        }
        self.key = Some(key.clone());
        Ok(self)
    }

    /// HTTP method.
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
            encoding::encode(value, &mut text);
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
            Some(key) => text.replace(key.reveal(), "***"),
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

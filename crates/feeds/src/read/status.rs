//! What the HTTP status of an answer asks of the caller (RFC 9110, section 15, and the IANA registry of statuses).

use crate::Payload;
use crate::error::RefusalKind::{self, BadRequest, Key, Later, NotFromHere, Other, RateLimited};

/// Whether an answer may hold data: its status is one of success, and no other than that of an answer without content (204, 205) or
/// before the result (202).
pub(super) fn may_give_data(payload: &Payload<'_>) -> bool {
    match payload.status {
        Some(202) => !payload.body.trim_ascii().is_empty(),
        Some(204 | 205) => false,
        Some(status) => (200..300).contains(&status),
        None => true,
    }
}

/// What a status means that means one thing, whatever the words say.
pub(super) const fn of_sure(status: u16) -> Option<RefusalKind> {
    match status {
        100..=199 | 204 | 205 | 300..=399 => Some(of(status)),
        _ => of_sure_error(status),
    }
}

/// The same of those that upstreams also write as the code of their error.
pub(super) const fn of_sure_error(status: u16) -> Option<RefusalKind> {
    match status {
        401 => Some(Key),
        418 | 429 => Some(RateLimited),
        451 => Some(NotFromHere),
        _ => None,
    }
}

/// What a status means where neither code nor words say more. One that is not known means what the first of its class does, and one
/// outside 100 to 599 a fault of the server (RFC 9110, section 15).
pub(super) const fn of(status: u16) -> RefusalKind {
    match status {
        402 | 403 | 407 => Key,
        202 | 408 | 425 => Later,
        501 | 511 => NotFromHere,
        301 | 308 | 505 => BadRequest,
        100..=399 => Other,
        400..=499 => match of_sure_error(status) {
            Some(kind) => kind,
            None => BadRequest,
        },
        _ => Later,
    }
}

/// The words of a status, for an answer that has none: of one that is not known, those of its class.
pub(super) const fn words(status: u16) -> &'static str {
    match status {
        100 => "Continue",
        101 => "Switching Protocols",
        102 => "Processing",
        103 => "Early Hints",
        202 => "Accepted",
        204 => "No Content",
        205 => "Reset Content",
        300 => "Multiple Choices",
        301 => "Moved Permanently",
        302 => "Found",
        303 => "See Other",
        304 => "Not Modified",
        305 => "Use Proxy",
        307 => "Temporary Redirect",
        308 => "Permanent Redirect",
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        406 => "Not Acceptable",
        407 => "Proxy Authentication Required",
        408 => "Request Timeout",
        409 => "Conflict",
        410 => "Gone",
        411 => "Length Required",
        412 => "Precondition Failed",
        413 => "Content Too Large",
        414 => "URI Too Long",
        415 => "Unsupported Media Type",
        416 => "Range Not Satisfiable",
        417 => "Expectation Failed",
        418 => "I'm a teapot",
        421 => "Misdirected Request",
        422 => "Unprocessable Content",
        423 => "Locked",
        424 => "Failed Dependency",
        425 => "Too Early",
        426 => "Upgrade Required",
        428 => "Precondition Required",
        429 => "Too Many Requests",
        431 => "Request Header Fields Too Large",
        451 => "Unavailable For Legal Reasons",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        504 => "Gateway Timeout",
        505 => "HTTP Version Not Supported",
        506 => "Variant Also Negotiates",
        507 => "Insufficient Storage",
        508 => "Loop Detected",
        511 => "Network Authentication Required",
        _ => match status / 100 {
            1 => "Informational",
            2 => "Successful",
            3 => "Redirection",
            4 => "Client Error",
            _ => "Server Error",
        },
    }
}

//! Payloads of upstreams.

use hashinsight::feeds::{
    FeedRequest, HttpRequest, ParseReport, ParseRequest, RefusalReport, RefusalRequest, build_request, parse, refusal,
};

use crate::operation::operations;

operations! { feeds:
    /// The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.
    ///
    /// `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.
    document request = build_request: FeedRequest => HttpRequest;

    /// What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.
    ///
    /// `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
    /// path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
    /// refuses is `feeds.rate_limit.out_of_range`, `feeds.later.none`, `feeds.method.unsupported` (not served here), `feeds.key.unsupported`,
    /// `feeds.instrument.unknown`, `feeds.request.unsupported` or `feeds.upstream.none`. With another `status` (of HTTP) than that of
    /// success there is no data, whatever the body says.
    document parse: ParseRequest => ParseReport;

    /// What an answer without data asks of the caller, whoever was asked: a kind out of a closed list (`rate_limited`, `later`,
    /// `not_from_here`, `key`, `unknown_instrument`, `bad_request`, `other`), the upstream's words, and the wait it asks for.
    /// A `status` or `retry_after` that cannot be read is listed as `suspicious` and costs nothing else.
    total document refusal: RefusalRequest => RefusalReport;
}

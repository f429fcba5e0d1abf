//! Upstream payloads, and the helpers around a collector.

use hashinsight::feeds::{
    Alert, Daily, FeedRequest, Freshness, Gaps, HttpRequest, ParseReport, ParseRequest, ReconcileReport,
    ReconcileRequest, RefusalReport, RefusalRequest, RetainReport, RetainRequest, Schedule, SettlementReport,
    SettlementRequest, StatementReport, StatementRequest, build_request, parse, read_settlement, read_statement,
    reconcile, refusal, retain,
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
    /// `feeds.instrument.unknown`, `feeds.request.unsupported` or `feeds.upstream.none`. With `status` (the HTTP status) from 400 on there is
    /// no data, whatever the body says.
    document parse: ParseRequest => ParseReport;

    /// What an answer without data asks of the caller, whoever was asked: a kind out of a closed list (`rate_limited`, `later`,
    /// `not_from_here`, `key`, `unknown_instrument`, `bad_request`, `other`), the upstream's words, and the wait it asks for.
    document refusal: RefusalRequest => RefusalReport;

    /// Lines of an account statement as an exchange lets its users download it (Kraken's ledger), for a treasury's ledger: deposits, trades,
    /// withdrawals, rewards, fees. A line that cannot be is left out and told, one of an unknown kind kept and told.
    document read_statement: StatementRequest => StatementReport;

    /// Prices of a settlement point out of a file of the grid (ERCOT, real time or day ahead), as the series that a tariff takes. The hour that
    /// the clock repeats in November is told by its flag, a gap is refused.
    document read_settlement: SettlementRequest => SettlementReport;

    /// One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
    /// became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.
    document reconcile: ReconcileRequest => ReconcileReport;

    /// Points of a history that stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
    /// all of the running day, none that is too old. Answers indices.
    document retain: RetainRequest => RetainReport;

    /// An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.
    stream alert: Alert;

    /// Number of points missing before each point, for points that should be an interval apart.
    stream gaps: Gaps;

    /// Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.
    stream daily: Daily;

    /// Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
    /// some time while the upstream fails (stale-if-error, RFC 5861), then nothing.
    stream freshness: Freshness;

    /// When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.
    stream schedule: Schedule;
}

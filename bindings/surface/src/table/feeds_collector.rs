//! The helpers around a collector.

use hashinsight::feeds::{
    Alert, Daily, Freshness, Gaps, ReconcileReport, ReconcileRequest, RetainReport, RetainRequest, Schedule, reconcile,
    retain,
};

use crate::operation::operations;

operations! { feeds:
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

//! Upstream payloads, and the helpers around a collector.

use hashinsight::feeds::{
    Alert, AlertState, CacheAnswer, CacheEvent, CacheStep, Daily, DayValues, FeedRequest, Freshness, Gap, Gaps,
    HttpRequest, ParseReport, ParseRequest, ReconcileReport, ReconcileRequest, RetainReport, RetainRequest, Schedule,
    ScheduleAnswer, ScheduleEvent, ScheduleStep, Serve, ValueSeen, build_request, parse, reconcile, retain,
};
use hashinsight::units::{Fault, Faulty, Timestamp};

use crate::Operation;
use crate::columns::{ColumnBuffer, Columns};
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// The HTTP request that asks an upstream: method, address, headers, body. Nothing is sent.
        ///
        /// `access` carries the caller's key to the one host it belongs to; `for_log` is the address with the key masked.
        document "feeds.request": FeedRequest => HttpRequest, build_request,
        example r#"{"ask":{"coingecko":{"simple_price":{"coin":"bitcoin","quote_currency":"USD"}}},"access":{"coingecko_demo":"CG-example"}}"#
    },
    operation! {
        /// What an upstream answered, as market data in the family's units: TH/s, fractions, milliseconds, coins, satoshis.
        ///
        /// `ask` is the question that was asked, `body` the answer as it came, `received_ms` when. What cannot be is refused with its
        /// path in the payload (`body.result[3].mark_price`), what is hard to believe is listed as `suspicious`, what the upstream
        /// refuses is `feeds.upstream.none`, `feeds.rate_limit.out_of_range`, `feeds.key.unsupported` or `feeds.method.unsupported`.
        document "feeds.parse": ParseRequest => ParseReport, parse,
        example r#"{"ask":{"binance":{"candles":{"market":"spot","instrument":"BTCUSDT","quote_currency":"USDT","interval_ms":3600000}}},"body":"[[1780725600000,\"60910.01\",\"60999.90\",\"60800.10\",\"60850.00\",\"812.25\",1780729199999,\"49470000.1\",91000,\"400.1\",\"24000000.5\",\"0\"]]","received_ms":1780730885000}"#
    },
    operation! {
        /// One number out of several sources: the median (or the first) of the fresh readings that agree, by strict majority, and what
        /// became of each reading. Where nothing is fresh it is the last good value, marked stale; nothing is ever made up.
        document "feeds.reconcile": ReconcileRequest => ReconcileReport, reconcile,
        example r#"{"now_ms":1780730885000,"max_age_ms":900000,"tolerance":{"relative":0.05},"method":"median","readings":[{"source":"coingecko","time_ms":1780730870000,"value":60823.2},{"source":"coinbase","time_ms":1780730884000,"value":60790},{"source":"ticker","time_ms":1780730885000,"value":608.2}]}"#
    },
    operation! {
        /// Which points of a history stay: at most so many of each closed day (the first, the last, and those nearest to even spacing),
        /// all of the running day, none that is too old. Answers indices.
        document "feeds.retain": RetainRequest => RetainReport, retain,
        example r#"{"time_ms":[1780617600000,1780628400000,1780639200000,1780650000000,1780704000000],"now_ms":1780730885000,"points_per_day":3,"utc_offset_min":0}"#
    },
    operation! {
        /// An alert that fires once when a value reaches a threshold, and not again before it has come back by the hysteresis.
        stream Alert,
        in {
            /// When, after the event before.
            time_ms: I64 Timestamp,
            /// The value.
            value: F64 FiniteNumber,
        } out {
            /// `quiet`, `fired` (tell it now), `active` (told already) or `cleared`.
            state: Words,
        },
        event value_seen,
        output |states| {
            let code = |state: &AlertState| match state {
                AlertState::Fired => 1,
                AlertState::Active => 2,
                AlertState::Cleared => 3,
                _ => 0,
            };
            let codes = states.iter().map(code).collect();
            vec![ColumnBuffer::Words { codes, words: &["quiet", "fired", "active", "cleared"] }]
        },
        example r#"{"params":{"side":"below","threshold":60000,"hysteresis":500},"columns":{"time_ms":[1780730885000,1780731785000,1780732685000],"value":[60200,59900,60501]}}"#
    },
    operation! {
        /// How many points are missing before each point, for points that should be an interval apart.
        stream Gaps,
        in {
            /// When, after the point before.
            time_ms: I64 Timestamp,
        } out {
            /// Points missing before this one: 0 where it is on time.
            missing: F64,
        },
        event time,
        output |gaps| {
            let missing = |gap: &Option<Gap>| gap.map_or(0.0, |gap| gap.missing as f64);
            vec![ColumnBuffer::F64(gaps.iter().map(missing).collect())]
        },
        example r#"{"params":{"interval_ms":3600000,"slack_ms":60000},"columns":{"time_ms":[1780725600000,1780729230000,1780740000000]}}"#
    },
    operation! {
        /// Days out of points: a row is answered with the first point of a later day, and is NaN while its day is open.
        stream Daily,
        in {
            /// When, after the event before.
            time_ms: I64 Timestamp,
            /// The value.
            value: F64 FiniteNumber,
        } out {
            /// The day, as days since 1970-01-01.
            unix_day: F64,
            /// First value.
            first: F64,
            /// Highest value.
            high: F64,
            /// Lowest value.
            low: F64,
            /// Last value.
            last: F64,
            /// Mean of the points.
            mean: F64,
            /// Number of points.
            points: F64,
            /// Days without any point between this day and the one that closed it.
            empty_days_after: F64,
        },
        event value_seen,
        output |days| {
            let column = |value: fn(&DayValues) -> f64| {
                ColumnBuffer::F64(days.iter().map(|day| day.as_ref().map_or(f64::NAN, value)).collect())
            };
            vec![
                column(|day| day.date.unix_day() as f64),
                column(|day| day.first),
                column(|day| day.high),
                column(|day| day.low),
                column(|day| day.last),
                column(|day| day.mean),
                column(|day| f64::from(day.points)),
                column(|day| f64::from(day.empty_days_after)),
            ]
        },
        example r#"{"params":{"utc_offset_min":0},"columns":{"time_ms":[1780617600000,1780650000000,1780704000000],"value":[61402.1,61010.4,60990]}}"#
    },
    operation! {
        /// Whether a cached answer may be served and whether to ask the upstream: fresh while younger than the TTL (RFC 9111), stale for
        /// some time while the upstream fails (stale-if-error, RFC 5861), then nothing.
        stream Freshness,
        in {
            /// When, not before the event before.
            time_ms: I64 Timestamp,
            /// What happens: 0 somebody asks, 1 a new answer has come, 2 the upstream has failed.
            step: I64 StepCode,
        } out {
            /// What may be served: `fresh` or `stale` with its age, or `nothing`.
            serve: Words,
            /// How old it is, milliseconds; NaN where nothing may be served.
            age_ms: F64,
            /// Whether to ask the upstream: `wait` or `fetch`.
            action: Words,
        },
        event cache_event,
        output |answers| {
            let (mut codes, mut ages) = (Vec::with_capacity(answers.len()), Vec::with_capacity(answers.len()));
            for answer in answers {
                let (code, age) = served(answer);
                codes.push(code);
                ages.push(age);
            }
            let actions = answers.iter().map(|answer| u8::from(answer.fetch)).collect();
            vec![
                ColumnBuffer::Words { codes, words: &["fresh", "stale", "nothing"] },
                ColumnBuffer::F64(ages),
                ColumnBuffer::Words { codes: actions, words: &["wait", "fetch"] },
            ]
        },
        example r#"{"params":{"ttl_ms":900000,"stale_if_error_ms":3600000},"columns":{"time_ms":[1780730885000,1780730900000,1780731800000,1780731802000,1780735400000],"step":[1,0,0,2,0]}}"#
    },
    operation! {
        /// When to ask an upstream: on a grid of intervals, put off by a jitter, later after failures, one call at a time.
        stream Schedule,
        in {
            /// When, not before the event before.
            time_ms: I64 Timestamp,
            /// What happens: 0 time passes, 1 the call that was started has been answered, 2 it has failed.
            step: I64 StepCode,
            /// What an upstream that failed asks to wait (`Retry-After`), milliseconds: never shortened, as a ban may last days. 0 where it asks for none, and for other steps.
            retry_after_ms: I64 WaitMs,
        } out {
            /// Whether to call now: `wait` or `start`.
            action: Words,
            /// When there will be something to do: tick again then.
            next_ms: I64,
            /// Failures in a row.
            failures: I64,
        },
        event schedule_event,
        output |answers| {
            let integers = |value: fn(&ScheduleAnswer) -> i64| ColumnBuffer::I64(answers.iter().map(value).collect());
            let actions = answers.iter().map(|answer| u8::from(answer.start)).collect();
            vec![
                ColumnBuffer::Words { codes: actions, words: &["wait", "start"] },
                integers(|answer| answer.next_ms.to_ms()),
                integers(|answer| i64::from(answer.failures)),
            ]
        },
        example r#"{"params":{"interval_ms":900000,"jitter":0.1,"backoff_ms":5000,"max_backoff_ms":600000,"timeout_ms":30000,"seed":"1"},"columns":{"time_ms":[1780730885000,1780730886000,1780730946000,1780730947000],"step":[0,2,0,1],"retry_after_ms":[0,60000,0,0]}}"#
    },
];

fn time(columns: &Columns<'_>, row: usize) -> Result<Timestamp, Fault> {
    Timestamp::from_ms(columns.i64(0)[row]).map_err(|error| error.fault().at("time_ms"))
}

fn value_seen(columns: &Columns<'_>, row: usize) -> Result<ValueSeen, Fault> {
    Ok(ValueSeen { time_ms: time(columns, row)?, value: columns.f64(1)[row] })
}

fn no_step(code: i64) -> Fault {
    Fault::new("feeds.step.out_of_range").at("step").got(code).allowed("0 to 2")
}

fn cache_event(columns: &Columns<'_>, row: usize) -> Result<CacheEvent, Fault> {
    let step = match columns.i64(1)[row] {
        0 => CacheStep::Asked,
        1 => CacheStep::Stored,
        2 => CacheStep::Failed,
        code => return Err(no_step(code)),
    };
    Ok(CacheEvent { time_ms: time(columns, row)?, step })
}

/// The code of what may be served, and its age.
const fn served(answer: &CacheAnswer) -> (u8, f64) {
    match answer.serve {
        Serve::Fresh { age_ms } => (0, age_ms as f64),
        Serve::Stale { age_ms } => (1, age_ms as f64),
        _ => (2, f64::NAN),
    }
}

fn schedule_event(columns: &Columns<'_>, row: usize) -> Result<ScheduleEvent, Fault> {
    let wait = columns.i64(2)[row];
    let step = match columns.i64(1)[row] {
        2 => ScheduleStep::Failed { retry_after_ms: Some(wait) },
        0 | 1 if wait != 0 => {
            let fault = Fault::new("feeds.retry_after_ms.out_of_range").at("retry_after_ms");
            return Err(fault.got(wait).allowed("0, where no call has failed"));
        }
        0 => ScheduleStep::Tick,
        1 => ScheduleStep::Succeeded,
        code => return Err(no_step(code)),
    };
    Ok(ScheduleEvent { time_ms: time(columns, row)?, step })
}

#[cfg(feature = "schema")]
struct StepCode;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for StepCode {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "StepCode".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": 2 })
    }
}

#[cfg(feature = "schema")]
struct WaitMs;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for WaitMs {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "WaitMs".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 0, "maximum": 252_171_295_199_999_i64 })
    }
}

#[cfg(feature = "schema")]
struct FiniteNumber;

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FiniteNumber {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FiniteNumber".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "number" })
    }
}

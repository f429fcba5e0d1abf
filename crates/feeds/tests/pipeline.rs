//! The helpers around a collector, against naive references and the contract of streams.

use hashinsight_feeds::*;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_testkit::check_stream;
use hashinsight_units::{Error, Fraction, Timestamp, UtcOffset};
use proptest::prelude::*;
use serde_json::{Value, json};

const DAY_MS: i64 = 86_400_000;
/// 2026-06-05T00:00:00Z.
const START_MS: i64 = 1_780_617_600_000;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

fn seen(ms: i64, value: f64) -> ValueSeen {
    ValueSeen::new(at(ms), value)
}

fn points(times: impl IntoIterator<Item = i64>) -> Vec<PointSeen> {
    times.into_iter().map(|ms| PointSeen::new(at(ms))).collect()
}

fn offset(minutes: i16) -> UtcOffset {
    UtcOffset::from_minutes(minutes).unwrap()
}

fn values() -> Vec<ValueSeen> {
    (0..60).map(|i| seen(START_MS + i * 7_200_000, 60_000.0 + 900.0 * f64::from(((i * 37) % 11) as i32 - 5))).collect()
}

#[test]
fn every_helper_keeps_the_contract_of_streams() {
    let times = points((0..70).map(|i| 1_780_000_000_000 + i * 5_000_000 + (i % 3) * 2_000_000));
    check_stream::<Retention>(&RetentionParams::new(4, offset(330)), &times, &[]);
    let gaps = GapsParams::new(3_600_000, 60_000);
    check_stream::<Gaps>(&gaps, &times, &[]);
    let nan = seen(START_MS + 1000 * DAY_MS, f64::NAN);
    let huge = seen(START_MS + 1000 * DAY_MS, -1e299);
    check_stream::<Daily>(&DailyParams::new(offset(-300)), &values(), &[nan, huge]);
    let alert = AlertParams::new(AlertSide::Above, 61_000.0, 1000.0);
    check_stream::<Alert>(&alert, &values(), &[nan]);

    let steps = [CacheStep::Asked, CacheStep::Stored, CacheStep::Asked, CacheStep::Failed, CacheStep::Asked];
    let cache: Vec<CacheEvent> = (0..40_u8)
        .map(|i| CacheEvent::new(at(START_MS + i64::from(i) * 400_000), steps[usize::from(i) * 3 % 5]))
        .collect();
    check_stream::<Freshness>(&FreshnessParams::new(900_000, 3_600_000), &cache, &[]);

    let mut schedule = Schedule::open(&schedule_params()).unwrap();
    let mut events = Vec::new();
    for i in 0..60 {
        let time_ms = at(1_780_000_000_000 + i * 200_000);
        let tick = ScheduleEvent::new(time_ms, ScheduleStep::Tick);
        events.push(tick);
        if schedule.update(&tick).unwrap().action == ScheduleAction::Start && i % 7 != 0 {
            let failed = ScheduleEvent::new(time_ms, ScheduleStep::Failed);
            let answer = match (i % 3, i % 2) {
                (0, 0) => failed.retry_after_ms(700_000),
                (0, _) => failed,
                _ => ScheduleEvent::new(time_ms, ScheduleStep::Succeeded),
            };
            events.push(answer);
            schedule.update(&answer).unwrap();
        }
    }
    let late = at(1_790_000_000_000);
    let bad = [
        ScheduleEvent::new(late, ScheduleStep::Failed).retry_after_ms(-1),
        ScheduleEvent::new(late, ScheduleStep::Tick).retry_after_ms(1000),
        ScheduleEvent::new(Timestamp::MAX, ScheduleStep::Tick),
    ];
    check_stream::<Schedule>(&schedule_params(), &events, &bad);
}

/// A checksum proves that bytes are whole, not who wrote them.
#[test]
fn states_that_cannot_be_are_refused() {
    fn refused<S: Stream>(params: &S::Params, states: &[Value]) {
        for state in states {
            let state_of: S::State = serde_json::from_value(state.clone()).unwrap();
            let Err(error) = S::resume(params, state_of) else { panic!("{}: {state} was taken up", S::PATH) };
            assert_eq!(error.code(), "state.bytes.out_of_range", "{}", S::PATH);
        }
    }
    let (early, late) = (START_MS, START_MS + 1000);
    let call = json!({"last": early, "due": null, "in_flight": late, "failures": 0, "draws": 0});
    refused::<Schedule>(&schedule_params(), &[call]);
    let stored = |last: Value| json!({"last": last, "stored": late, "failing": false});
    refused::<Freshness>(&FreshnessParams::new(1, 0), &[stored(json!(early)), stored(json!(null))]);
    let day = |high: f64, points: u32| json!({"first": 1.0, "high": high, "low": 1.0, "last": 1.0, "sum": 1.0, "points": points});
    let open = |last: Value, day: Value| json!({"last": last, "open": day});
    let states = [open(json!(null), day(1.0, 1)), open(json!(late), day(1.0, 0)), open(json!(late), day(f64::MAX, 1))];
    refused::<Daily>(&DailyParams::new(UtcOffset::UTC), &states);
    let points = |day: &[i64], last: i64| json!({"day": day, "last": last});
    let states =
        [points(&[late, early], early), points(&[early], late), points(&[early, early + DAY_MS], early + DAY_MS)];
    refused::<Retention>(&RetentionParams::new(4, UtcOffset::UTC), &states);
}

#[test]
fn time_never_runs_backwards() {
    fn refused<S: Stream>(params: &S::Params, events: &[S::Event]) {
        let Err(error) = batch::<S>(params, events) else { panic!("{} took time backwards", S::PATH) };
        let got = (error.code(), error.path().as_str());
        assert_eq!(got, ("feeds.time_ms.out_of_range", "time_ms[1]"), "{}", S::PATH);
    }
    let times = [at(START_MS + 1), at(START_MS)];
    let points = times.map(PointSeen::new);
    refused::<Retention>(&RetentionParams::new(4, UtcOffset::UTC), &points);
    refused::<Gaps>(&GapsParams::new(3_600_000, 0), &points);
    refused::<Daily>(&DailyParams::new(UtcOffset::UTC), &[seen(START_MS + 1, 1.0), seen(START_MS + 1, 1.0)]);
    let alert = AlertParams::new(AlertSide::Below, 0.0, 0.0);
    refused::<Alert>(&alert, &[seen(START_MS + 1, 1.0), seen(START_MS, 1.0)]);
    let cache = times.map(|time_ms| CacheEvent::new(time_ms, CacheStep::Asked));
    refused::<Freshness>(&FreshnessParams::new(1, 0), &cache);
    let ticks = times.map(|time_ms| ScheduleEvent::new(time_ms, ScheduleStep::Tick));
    refused::<Schedule>(&schedule_params(), &ticks);
}

#[test]
fn parameters_are_checked() {
    let code = |error: Error| error.code().to_owned();
    let retention = |points| code(Retention::open(&RetentionParams::new(points, UtcOffset::UTC)).unwrap_err());
    assert_eq!(retention(1), "feeds.points_per_day.out_of_range");
    let error = serde_json::from_str::<RetentionParams>(r#"{"points_per_day":10,"utc_offset_min":1081}"#).unwrap_err();
    assert!(error.to_string().starts_with("units.utc_offset.out_of_range"), "{error}");
    let alert = |threshold, hysteresis| {
        code(Alert::open(&AlertParams::new(AlertSide::Above, threshold, hysteresis)).unwrap_err())
    };
    assert_eq!(alert(f64::NAN, 0.0), "feeds.threshold.not_finite");
    assert_eq!(alert(1.0, -1.0), "feeds.hysteresis.out_of_range");
    let cache = |ttl, stale_if_error| code(Freshness::open(&FreshnessParams::new(ttl, stale_if_error)).unwrap_err());
    assert_eq!(cache(0, 0), "feeds.ttl_ms.out_of_range");
    assert_eq!(cache(1, -1), "feeds.stale_if_error_ms.out_of_range");
    for slack_ms in [-1, 3_600_001] {
        let gaps = GapsParams::new(3_600_000, slack_ms);
        assert_eq!(code(Gaps::open(&gaps).unwrap_err()), "feeds.slack_ms.out_of_range");
    }
    let mut schedule = schedule_params();
    schedule.max_backoff_ms = 1;
    assert_eq!(code(Schedule::open(&schedule).unwrap_err()), "feeds.max_backoff_ms.out_of_range");
}

#[test]
fn retention_keeps_first_last_and_even_spacing() {
    // Fifty points on each of three days: ten a day stay.
    let times: Vec<Timestamp> = (0..150).map(|i| at(START_MS + i / 50 * DAY_MS + i % 50 * 1_728_000)).collect();
    let of = |times: &[Timestamp], now| RetainRequest::new(times.to_vec(), now, 10, UtcOffset::UTC);
    let now = at(START_MS + 5 * DAY_MS);
    let request = of(&times, now);
    let report = retain(&request).unwrap();
    assert_eq!((report.keep.len(), report.thinned.len(), report.expired.len()), (30, 120, 0));
    for day in 0..3 {
        let kept: Vec<u32> = report.keep.iter().copied().filter(|index| index / 50 == day).collect();
        assert_eq!((kept[0] % 50, kept[9] % 50), (0, 49));
        let steps: Vec<u32> = kept.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().all(|step| (5..=6).contains(step)), "{steps:?}");
    }
    let old = retain(&request.max_age_ms(3 * DAY_MS)).unwrap();
    assert_eq!(old.expired, (0..100).collect::<Vec<u32>>()); // 2 days and a little are left: the third day
    let empty = retain(&of(&[], now)).unwrap();
    assert!(empty.keep.is_empty());
    let future = retain(&of(&times, times[3])).unwrap_err();
    assert_eq!((future.code(), future.path().as_str()), ("feeds.time_ms.out_of_range", "time_ms[4]"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn retention_is_the_definition(gaps in prop::collection::vec(1_i64..40_000_000, 1..120), most in 2_u32..12,
        minutes in -1080_i16..1080) {
        let mut ms = 1_780_000_000_000;
        let times: Vec<Timestamp> = gaps.iter().map(|gap| { ms += gap; at(ms) }).collect();
        let now_ms = at(ms + 3 * DAY_MS);
        let report = retain(&RetainRequest::new(times.clone(), now_ms, most, offset(minutes))).unwrap();
        let day = |time: &Timestamp| (time.to_ms() + i64::from(minutes) * 60_000).div_euclid(DAY_MS);
        let mut expected: Vec<u32> = Vec::new();
        for group in times.chunk_by(|a, b| day(a) == day(b)) {
            let base = times.iter().position(|time| *time == group[0]).unwrap();
            let count = group.len().min(most as usize);
            let mut chosen = vec![0];
            for step in 1..count {
                let span = (group[group.len() - 1].to_ms() - group[0].to_ms()) as f64;
                let ideal = group[0].to_ms() as f64 + span * step as f64 / (count.max(2) - 1) as f64;
                let last = chosen[step - 1];
                let candidates = last + 1..=group.len() - (count - step);
                let best = candidates.min_by(|a, b| {
                    let distance = |i: &usize| (group[*i].to_ms() as f64 - ideal).abs();
                    distance(a).total_cmp(&distance(b))
                });
                chosen.push(if group.len() <= most as usize { step } else { best.unwrap() });
            }
            expected.extend(chosen.iter().map(|index| u32::try_from(base + index).unwrap()));
        }
        prop_assert_eq!(&report.keep, &expected);
        let mut all: Vec<u32> = report.keep.iter().chain(&report.thinned).copied().collect();
        all.sort_unstable();
        prop_assert_eq!(all.len(), times.len());
    }

    #[test]
    fn one_alert_per_crossing(steps in prop::collection::vec(-50_i32..50, 1..200), hysteresis in 0_u32..60) {
        let hysteresis = f64::from(hysteresis);
        let mut level = 0;
        let walk: Vec<ValueSeen> = (0..).zip(&steps).map(|(i, step)| { level += step; seen(START_MS + i,
            f64::from(level)) }).collect();
        let answers = batch::<Alert>(&AlertParams::new(AlertSide::Above, 0.0, hysteresis), &walk).unwrap();
        // Between two alerts the value has been below the hysteresis, and each alert stands at the first value at or
        // above the threshold since.
        let mut armed = true;
        for (event, answer) in walk.iter().zip(&answers) {
            let fires = armed && event.value >= 0.0;
            prop_assert_eq!(answer.state == AlertPhase::Fired, fires);
            armed = if fires { false } else { armed || event.value < -hysteresis };
        }
    }

    #[test]
    fn days_are_made_of_their_points(gaps in prop::collection::vec(1_i64..90_000_000, 1..100),
        minutes in -1080_i16..1080) {
        let mut ms = 1_780_000_000_000;
        let events: Vec<ValueSeen> = gaps.iter().map(|gap| { ms += gap; seen(ms, (gap % 1000) as f64) }).collect();
        let mut stream = Daily::open(&DailyParams::new(offset(minutes))).unwrap();
        let mut days: Vec<DayValues> = events.iter().map(|event| stream.update(event).unwrap()).collect();
        days.retain(|day| day.state == DayPhase::Closed || !day.mean.is_nan());
        days.extend(stream.finish());
        let day = |event: &ValueSeen| (event.time_ms.to_ms() + i64::from(minutes) * 60_000).div_euclid(DAY_MS);
        let groups: Vec<&[ValueSeen]> = events.chunk_by(|a, b| day(a) == day(b)).collect();
        prop_assert_eq!(days.len(), groups.len());
        for (index, (found, group)) in days.iter().zip(&groups).enumerate() {
            let values: Vec<f64> = group.iter().map(|event| event.value).collect();
            let extreme = |better: fn(&f64, &f64) -> bool| values.iter().copied().reduce(|a, b| if better(&b,
                &a) { b } else { a }).unwrap();
            prop_assert_eq!((found.state, found.unix_day), (DayPhase::Closed, day(&group[0]) as f64));
            prop_assert_eq!((found.first, found.last, found.points), (values[0], values[values.len() - 1],
                values.len() as f64));
            prop_assert_eq!((found.high, found.low), (extreme(f64::gt), extreme(f64::lt)));
            prop_assert_eq!(found.mean, values.iter().sum::<f64>() / values.len() as f64);
            let empty = groups.get(index + 1).map_or(0, |next| day(&next[0]) - day(&group[0]) - 1);
            prop_assert_eq!(found.empty_days_after, empty as f64);
        }
    }

    #[test]
    fn one_call_at_a_time_on_the_grid(ticks in prop::collection::vec((1_i64..400_000, 0_u8..4), 1..300),
        seed in any::<u64>()) {
        let mut params = schedule_params();
        params.seed = seed;
        let mut schedule = Schedule::open(&params).unwrap();
        let (mut now, mut in_flight, mut due, mut failures) = (1_780_000_000_000, None::<i64>, None::<i64>, 0_u32);
        for (gap, outcome) in ticks {
            now += gap;
            let answer = schedule.update(&ScheduleEvent::new(at(now), ScheduleStep::Tick)).unwrap();
            let starts = answer.action == ScheduleAction::Start;
            let timed_out = in_flight.is_some_and(|started| now - started >= params.timeout_ms);
            prop_assert_eq!(starts, in_flight.is_none() && due.is_none_or(|due| now >= due));
            if timed_out {
                failures += 1;
                in_flight = None;
                due = Some(answer.next_ms.to_ms());
                prop_assert_eq!(answer.failures, failures);
            }
            if starts {
                in_flight = Some(now);
            }
            if in_flight.is_none() || outcome == 3 {
                continue;
            }
            in_flight = None;
            let step = if outcome == 0 { ScheduleStep::Failed } else { ScheduleStep::Succeeded };
            let answer = schedule.update(&ScheduleEvent::new(at(now), step)).unwrap();
            let next = answer.next_ms.to_ms();
            due = Some(next);
            if outcome == 0 {
                failures += 1;
                let wait = (10_000_i64 << (failures - 1).min(20)).min(600_000);
                prop_assert!((wait..=wait + wait / 10).contains(&(next - now)), "waits {} after {failures}",
                    next - now);
            } else {
                failures = 0;
                let slot = now - now % 900_000 + 900_000;
                prop_assert!((slot..slot + 90_000).contains(&next), "next {next}, slot {slot}");
            }
        }
    }
}

fn schedule_params() -> ScheduleParams {
    ScheduleParams::new(900_000, Fraction::new(0.1).unwrap(), 10_000, 600_000, 450_000, 42)
}

#[test]
fn the_document_rows_of_a_cache() {
    let params = FreshnessParams::new(900_000, 86_400_000);
    let step = |ms: i64, step| CacheEvent::new(at(START_MS + ms), step);
    let ask = |ms| step(ms, CacheStep::Asked);
    let events = [
        ask(0),
        step(0, CacheStep::Stored),
        ask(899_999),
        ask(900_000),
        step(900_001, CacheStep::Failed),
        ask(87_299_999),
        ask(87_300_000),
        step(87_300_000, CacheStep::Stored),
    ];
    let answers = batch::<Freshness>(&params, &events).unwrap();
    let served = |answer: &CacheAnswer| (answer.serve, Some(answer.age_ms).filter(|age| !age.is_nan()));
    let (nothing, fresh) = ((Serve::Nothing, None), |age| (Serve::Fresh, Some(age)));
    let stale = |age| (Serve::Stale, Some(age));
    assert_eq!(
        answers.iter().map(served).collect::<Vec<_>>(),
        [nothing, fresh(0.0), fresh(899_999.0), nothing, stale(900_001.0), stale(87_299_999.0), nothing, fresh(0.0)]
    );
    let fetched: Vec<bool> = answers.iter().map(|answer| answer.action == CacheAction::Fetch).collect();
    assert_eq!(fetched, [true, false, false, true, true, true, true, false]);
}

//! The helpers around a collector, against naive references and the contract of streams.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use hashinsight_feeds::*;
use hashinsight_numerics::stream::{Stream, batch};
use hashinsight_testkit::check_stream;
use hashinsight_units::{Faulty, Fraction, Ratio, Timestamp};
use proptest::prelude::*;

const DAY_MS: i64 = 86_400_000;
/// 2026-06-05T00:00:00Z.
const START_MS: i64 = 1_780_617_600_000;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

fn seen(ms: i64, value: f64) -> ValueSeen {
    ValueSeen { time_ms: at(ms), value }
}

fn values() -> Vec<ValueSeen> {
    (0..60).map(|i| seen(START_MS + i * 7_200_000, 60_000.0 + 900.0 * f64::from(((i * 37) % 11) as i32 - 5))).collect()
}

#[test]
fn every_helper_keeps_the_contract_of_streams() {
    let times: Vec<Timestamp> = (0..70).map(|i| at(1_780_000_000_000 + i * 5_000_000 + (i % 3) * 2_000_000)).collect();
    check_stream::<Retention>(&RetentionParams { points_per_day: 4, utc_offset_min: 330 }, &times, &[]);
    let gaps = GapsParams { interval_ms: 3_600_000, slack_ms: 60_000 };
    check_stream::<Gaps>(&gaps, &times, &[]);
    let nan = seen(START_MS + 1000 * DAY_MS, f64::NAN);
    let huge = seen(START_MS + 1000 * DAY_MS, -1e299);
    check_stream::<Daily>(&DailyParams { utc_offset_min: -300 }, &values(), &[nan, huge]);
    let alert = AlertParams { side: AlertSide::Above, threshold: 61_000.0, hysteresis: 1000.0 };
    check_stream::<Alert>(&alert, &values(), &[nan]);

    let steps = [CacheStep::Asked, CacheStep::Stored, CacheStep::Asked, CacheStep::Failed, CacheStep::Asked];
    let cache: Vec<CacheEvent> = (0..40_u8)
        .map(|i| CacheEvent { time_ms: at(START_MS + i64::from(i) * 400_000), step: steps[usize::from(i) * 3 % 5] })
        .collect();
    check_stream::<Freshness>(&FreshnessParams { ttl_ms: 900_000, stale_if_error_ms: 3_600_000 }, &cache, &[]);

    let mut schedule = Schedule::open(&schedule_params()).unwrap();
    let mut events = Vec::new();
    for i in 0..60 {
        let time_ms = at(1_780_000_000_000 + i * 200_000);
        let tick = ScheduleEvent { time_ms, step: ScheduleStep::Tick };
        events.push(tick);
        if schedule.update(&tick).unwrap().start && i % 7 != 0 {
            let retry_after_ms = (i % 2 == 0).then_some(700_000);
            let step = if i % 3 == 0 { ScheduleStep::Failed { retry_after_ms } } else { ScheduleStep::Succeeded };
            let answer = ScheduleEvent { time_ms, step };
            events.push(answer);
            schedule.update(&answer).unwrap();
        }
    }
    let bad = ScheduleStep::Failed { retry_after_ms: Some(-1) };
    let bad = [
        ScheduleEvent { time_ms: at(1_790_000_000_000), step: bad },
        ScheduleEvent { time_ms: Timestamp::MAX, step: ScheduleStep::Tick },
    ];
    check_stream::<Schedule>(&schedule_params(), &events, &bad);
}

#[test]
fn time_never_runs_backwards() {
    fn refused<S: Stream>(params: &S::Params, events: &[S::Event]) {
        let Err((index, error)) = batch::<S>(params, events) else { panic!("{} took time backwards", S::PATH) };
        assert_eq!((index, error.fault().code()), (1, "feeds.time_ms.out_of_range"), "{}", S::PATH);
    }
    let times = [at(START_MS + 1), at(START_MS)];
    refused::<Retention>(&RetentionParams { points_per_day: 4, utc_offset_min: 0 }, &times);
    refused::<Gaps>(&GapsParams { interval_ms: 3_600_000, slack_ms: 0 }, &times);
    refused::<Daily>(&DailyParams { utc_offset_min: 0 }, &[seen(START_MS + 1, 1.0), seen(START_MS + 1, 1.0)]);
    let alert = AlertParams { side: AlertSide::Below, threshold: 0.0, hysteresis: 0.0 };
    refused::<Alert>(&alert, &[seen(START_MS + 1, 1.0), seen(START_MS, 1.0)]);
    let cache = times.map(|time_ms| CacheEvent { time_ms, step: CacheStep::Asked });
    refused::<Freshness>(&FreshnessParams { ttl_ms: 1, stale_if_error_ms: 0 }, &cache);
    let ticks = times.map(|time_ms| ScheduleEvent { time_ms, step: ScheduleStep::Tick });
    refused::<Schedule>(&schedule_params(), &ticks);
}

#[test]
fn parameters_are_checked() {
    let code = |error: FeedError| error.fault().code().to_owned();
    let retention = |points_per_day, utc_offset_min| {
        code(Retention::open(&RetentionParams { points_per_day, utc_offset_min }).unwrap_err())
    };
    assert_eq!(retention(1, 0), "feeds.points_per_day.out_of_range");
    assert_eq!(retention(10, 1081), "feeds.utc_offset_min.out_of_range");
    let alert = |threshold, hysteresis| {
        code(Alert::open(&AlertParams { side: AlertSide::Above, threshold, hysteresis }).unwrap_err())
    };
    assert_eq!(alert(f64::NAN, 0.0), "feeds.threshold.not_finite");
    assert_eq!(alert(1.0, -1.0), "feeds.hysteresis.out_of_range");
    let cache =
        |ttl_ms, stale_if_error_ms| code(Freshness::open(&FreshnessParams { ttl_ms, stale_if_error_ms }).unwrap_err());
    assert_eq!(cache(0, 0), "feeds.ttl_ms.out_of_range");
    assert_eq!(cache(1, -1), "feeds.stale_if_error_ms.out_of_range");
    let gaps = GapsParams { interval_ms: 3_600_000, slack_ms: -1 };
    assert_eq!(code(Gaps::open(&gaps).unwrap_err()), "feeds.slack_ms.out_of_range");
    let schedule = ScheduleParams { max_backoff_ms: 1, ..schedule_params() };
    assert_eq!(code(Schedule::open(&schedule).unwrap_err()), "feeds.max_backoff_ms.out_of_range");
}

#[test]
fn retention_keeps_first_last_and_even_spacing() {
    // Fifty points on each of three days: ten a day stay.
    let times: Vec<Timestamp> = (0..150).map(|i| at(START_MS + i / 50 * DAY_MS + i % 50 * 1_728_000)).collect();
    let request = RetainRequest {
        time_ms: times.clone(),
        now_ms: at(START_MS + 5 * DAY_MS),
        points_per_day: 10,
        utc_offset_min: 0,
        max_age_ms: None,
    };
    let report = retain(&request).unwrap();
    assert_eq!((report.keep.len(), report.thinned.len(), report.expired.len()), (30, 120, 0));
    for day in 0..3 {
        let kept: Vec<u32> = report.keep.iter().copied().filter(|index| index / 50 == day).collect();
        assert_eq!((kept[0] % 50, kept[9] % 50), (0, 49));
        let steps: Vec<u32> = kept.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(steps.iter().all(|step| (5..=6).contains(step)), "{steps:?}");
    }
    let old = retain(&RetainRequest { max_age_ms: Some(3 * DAY_MS), ..request.clone() }).unwrap();
    assert_eq!(old.expired, (0..100).collect::<Vec<u32>>()); // 2 days and a little are left: the third day
    let empty = retain(&RetainRequest { time_ms: Vec::new(), ..request.clone() }).unwrap();
    assert!(empty.keep.is_empty());
    let future = retain(&RetainRequest { now_ms: times[3], ..request }).unwrap_err().fault();
    assert_eq!((future.code(), future.path().as_str()), ("feeds.time_ms.out_of_range", "time_ms[4]"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn retention_is_the_definition(gaps in prop::collection::vec(1_i64..40_000_000, 1..120), most in 2_u32..12,
        offset in -1080_i16..1080) {
        let mut ms = 1_780_000_000_000;
        let times: Vec<Timestamp> = gaps.iter().map(|gap| { ms += gap; at(ms) }).collect();
        let now_ms = at(ms + 3 * DAY_MS);
        let request = RetainRequest { time_ms: times.clone(), now_ms, points_per_day: most, utc_offset_min: offset,
            max_age_ms: None };
        let report = retain(&request).unwrap();
        let day = |time: &Timestamp| (time.to_ms() + i64::from(offset) * 60_000).div_euclid(DAY_MS);
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
        let states = batch::<Alert>(&AlertParams { side: AlertSide::Above, threshold: 0.0, hysteresis },
            &walk).unwrap();
        // Between two alerts the value has been below the hysteresis, and each alert stands at the first value at or
        // above the threshold since.
        let mut armed = true;
        for (event, state) in walk.iter().zip(&states) {
            let fires = armed && event.value >= 0.0;
            prop_assert_eq!(*state == AlertState::Fired, fires);
            armed = if fires { false } else { armed || event.value < -hysteresis };
        }
    }

    #[test]
    fn days_are_made_of_their_points(gaps in prop::collection::vec(1_i64..90_000_000, 1..100),
        offset in -1080_i16..1080) {
        let mut ms = 1_780_000_000_000;
        let events: Vec<ValueSeen> = gaps.iter().map(|gap| { ms += gap; seen(ms, (gap % 1000) as f64) }).collect();
        let mut stream = Daily::open(&DailyParams { utc_offset_min: offset }).unwrap();
        let mut days: Vec<DayValues> = events.iter().filter_map(|event| stream.update(event).unwrap()).collect();
        days.extend(stream.finish().flatten());
        let day = |event: &ValueSeen| (event.time_ms.to_ms() + i64::from(offset) * 60_000).div_euclid(DAY_MS);
        let groups: Vec<&[ValueSeen]> = events.chunk_by(|a, b| day(a) == day(b)).collect();
        prop_assert_eq!(days.len(), groups.len());
        for (index, (found, group)) in days.iter().zip(&groups).enumerate() {
            let values: Vec<f64> = group.iter().map(|event| event.value).collect();
            let extreme = |better: fn(&f64, &f64) -> bool| values.iter().copied().reduce(|a, b| if better(&b,
                &a) { b } else { a }).unwrap();
            prop_assert_eq!(found.date.unix_day(), day(&group[0]));
            prop_assert_eq!((found.first, found.last, found.points as usize), (values[0], values[values.len() - 1],
                values.len()));
            prop_assert_eq!((found.high, found.low), (extreme(f64::gt), extreme(f64::lt)));
            prop_assert_eq!(found.mean, values.iter().sum::<f64>() / values.len() as f64);
            let empty = groups.get(index + 1).map_or(0, |next| day(&next[0]) - day(&group[0]) - 1);
            prop_assert_eq!(i64::from(found.empty_days_after), empty);
        }
    }

    #[test]
    fn one_call_at_a_time_on_the_grid(ticks in prop::collection::vec((1_i64..400_000, 0_u8..4), 1..300),
        seed in any::<u64>()) {
        let params = ScheduleParams { seed, ..schedule_params() };
        let mut schedule = Schedule::open(&params).unwrap();
        let (mut now, mut in_flight, mut due, mut failures) = (1_780_000_000_000, None::<i64>, None::<i64>, 0_u32);
        for (gap, outcome) in ticks {
            now += gap;
            let answer = schedule.update(&ScheduleEvent { time_ms: at(now), step: ScheduleStep::Tick }).unwrap();
            let timed_out = in_flight.is_some_and(|started| now - started >= params.timeout_ms);
            prop_assert_eq!(answer.start, in_flight.is_none() && due.is_none_or(|due| now >= due));
            if timed_out {
                failures += 1;
                in_flight = None;
                due = Some(answer.next_ms.to_ms());
                prop_assert_eq!(answer.failures, failures);
            }
            if answer.start {
                in_flight = Some(now);
            }
            if in_flight.is_none() || outcome == 3 {
                continue;
            }
            in_flight = None;
            let step = if outcome == 0 { ScheduleStep::Failed { retry_after_ms: None } } else { ScheduleStep::Succeeded };
            let answer = schedule.update(&ScheduleEvent { time_ms: at(now), step }).unwrap();
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

    #[test]
    fn reconciliation_is_the_definition(raw in prop::collection::vec((0_i64..2_000_000, 1_u32..1000), 0..8),
        tolerance in 0.0_f64..0.5, priority in any::<bool>()) {
        let now = 1_780_000_000_000;
        let readings: Vec<SourceReading> = (0..).zip(&raw)
            .map(|(i, (age, value))| SourceReading { source: format!("s{i}").parse().unwrap(), time_ms: at(now - age),
                value: f64::from(*value) })
            .collect();
        let method = if priority { ReconcileMethod::Priority } else { ReconcileMethod::Median };
        let last_good = SourceReading { source: "last".parse().unwrap(), time_ms: at(now - 5_000_000), value: 7.0 };
        let report = reconcile(&ReconcileRequest {
            now_ms: at(now),
            max_age_ms: 900_000,
            tolerance: Tolerance::Relative(Ratio::new(tolerance).unwrap()),
            method,
            readings,
            last_good: Some(last_good),
        }).unwrap();
        let fresh: Vec<f64> = raw.iter().filter(|(age, _)| *age <= 900_000).map(|(_,
            value)| f64::from(*value)).collect();
        let median = |values: &[f64]| {
            let mut sorted = values.to_vec();
            sorted.sort_by(f64::total_cmp);
            let n = sorted.len();
            f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2])
        };
        let expected = if fresh.is_empty() {
            Reconciled::Stale { value: 7.0, age_ms: 5_000_000 }
        } else {
            let center = median(&fresh);
            let near: Vec<f64> = fresh.iter().copied().filter(|value| (value - center).abs() <= tolerance * center).collect();
            prop_assert_eq!(report.agreeing as usize, near.len());
            if 2 * near.len() <= fresh.len() {
                let disputed = matches!(report.outcome, Reconciled::Disputed { .. });
                prop_assert!(disputed);
                return Ok(());
            }
            let value = if priority { near[0] } else { median(&near) };
            match report.outcome {
                Reconciled::Fresh { value: got } => prop_assert_eq!(got, value),
                other => prop_assert!(false, "{:?}", other),
            }
            return Ok(());
        };
        prop_assert_eq!(report.outcome, expected);
    }
}

fn schedule_params() -> ScheduleParams {
    ScheduleParams {
        interval_ms: 900_000,
        jitter: Fraction::new(0.1).unwrap(),
        backoff_ms: 10_000,
        max_backoff_ms: 600_000,
        timeout_ms: 450_000,
        seed: 42,
    }
}

#[test]
fn reconciliation_explains_each_reading() {
    let now = 1_780_730_885_000;
    let reading = |source: &str, age_ms, value| SourceReading {
        source: source.parse().unwrap(),
        time_ms: at(now - age_ms),
        value,
    };
    let request = ReconcileRequest {
        now_ms: at(now),
        max_age_ms: 900_000,
        tolerance: Tolerance::Relative(Ratio::new(0.25).unwrap()),
        method: ReconcileMethod::Median,
        readings: vec![
            reading("bitcoin_rpc", 0, 934.5e6),
            reading("mempool_space", 60_000, 932.5e6),
            reading("blockchain_info", 0, 932.5e9), // GH/s taken for TH/s
            reading("coinwarz", 1_000_000, 1e9),
            reading("broken_clock", -400_000, 933e6),
        ],
        last_good: None,
    };
    let report = reconcile(&request).unwrap();
    assert_eq!(report.outcome, Reconciled::Fresh { value: 933.5e6 });
    let verdicts: Vec<ReadingState> = report.verdicts.iter().map(|verdict| verdict.verdict).collect();
    assert!(matches!(verdicts[2], ReadingState::Outlier { deviation } if deviation > 900.0), "{verdicts:?}");
    assert_eq!(verdicts[0], ReadingState::Agrees);
    assert_eq!(verdicts[3], ReadingState::Stale { age_ms: 1_000_000 });
    assert_eq!(verdicts[4], ReadingState::Future { ahead_ms: 400_000 });

    let none = ReconcileRequest { readings: Vec::new(), ..request.clone() };
    assert_eq!(reconcile(&none).unwrap().outcome, Reconciled::NoData);
    let two = ReconcileRequest { readings: vec![reading("a", 0, 1.0), reading("b", 0, 2.0)], ..request.clone() };
    assert_eq!(reconcile(&two).unwrap().outcome, Reconciled::Disputed { low: 1.0, high: 2.0 });
    let twice = ReconcileRequest { readings: vec![reading("a", 0, 1.0), reading("a", 0, 1.0)], ..request.clone() };
    let fault = reconcile(&twice).unwrap_err().fault();
    assert_eq!((fault.code(), fault.path().as_str()), ("feeds.source.several", "readings[1].source"));
    let nan = ReconcileRequest { readings: vec![reading("a", 0, f64::NAN)], ..request.clone() };
    assert_eq!(reconcile(&nan).unwrap_err().fault().code(), "feeds.value.not_finite");
    let zero = ReconcileRequest {
        readings: vec![reading("a", 0, 0.0), reading("b", 0, 0.0), reading("c", 0, 1e-5)],
        ..request.clone()
    };
    assert_eq!(reconcile(&zero).unwrap().outcome, Reconciled::Fresh { value: 0.0 });
    let funding = ReconcileRequest {
        readings: vec![reading("a", 0, -1e-5), reading("b", 0, 0.0), reading("c", 0, 2e-5)],
        tolerance: Tolerance::Absolute(Ratio::new(1e-4).unwrap()),
        ..request
    };
    assert_eq!(reconcile(&funding).unwrap().outcome, Reconciled::Fresh { value: 0.0 });
}

#[test]
fn the_document_rows_of_a_cache() {
    let params = FreshnessParams { ttl_ms: 900_000, stale_if_error_ms: 86_400_000 };
    let ask = |ms| CacheEvent { time_ms: at(START_MS + ms), step: CacheStep::Asked };
    let events = [
        ask(0),
        CacheEvent { time_ms: at(START_MS), step: CacheStep::Stored },
        ask(899_999),
        ask(900_000),
        CacheEvent { time_ms: at(START_MS + 900_001), step: CacheStep::Failed },
        ask(87_299_999),
        ask(87_300_000),
        CacheEvent { time_ms: at(START_MS + 87_300_000), step: CacheStep::Stored },
    ];
    let answers = batch::<Freshness>(&params, &events).unwrap();
    let (served, fetched): (Vec<Serve>, Vec<bool>) = answers.iter().map(|answer| (answer.serve, answer.fetch)).unzip();
    assert_eq!(
        served[..4],
        [Serve::Nothing, Serve::Fresh { age_ms: 0 }, Serve::Fresh { age_ms: 899_999 }, Serve::Nothing]
    );
    assert_eq!(served[4..6], [Serve::Stale { age_ms: 900_001 }, Serve::Stale { age_ms: 87_299_999 }]);
    assert_eq!(served[6..], [Serve::Nothing, Serve::Fresh { age_ms: 0 }]);
    assert_eq!(fetched, [true, false, false, true, true, true, true, false]);
}

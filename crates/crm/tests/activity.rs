//! Activities by period.

use hashinsight_crm::activity::{ActivityKind, ActivityPeriod, ActivityRequest, activity_report};
use hashinsight_units::{Timestamp, UtcOffset};

/// 2024-05-01 was a Wednesday. 03:00 there is the evening before, and the month before, five hours west.
#[test]
fn days_weeks_months() {
    let at = |hours: i64| Timestamp::from_ms(1_714_521_600_000 + hours * 3_600_000).unwrap();
    let (times, kinds) =
        (vec![at(24 * 33), at(3), at(100)], vec![ActivityKind::Note, ActivityKind::Call, ActivityKind::Email]);
    let report = |period, minutes: i16| {
        let request = ActivityRequest::new(times.clone(), kinds.clone()).period(period);
        activity_report(&request.utc_offset_min(UtcOffset::from_minutes(minutes).unwrap())).unwrap()
    };
    let begins = |period, minutes| report(period, minutes).begin.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(begins(ActivityPeriod::Month, 0), ["2024-05-01", "2024-06-01"]);
    assert_eq!(begins(ActivityPeriod::Month, -300), ["2024-04-01", "2024-05-01", "2024-06-01"]);
    assert_eq!(
        begins(ActivityPeriod::Week, 0),
        ["2024-04-29", "2024-05-06", "2024-05-13", "2024-05-20", "2024-05-27", "2024-06-03"]
    );
    let days = report(ActivityPeriod::Day, 0);
    assert_eq!((days.begin.len(), days.total.iter().sum::<u32>()), (34, 3));
    assert_eq!((days.call[0], days.email[4], days.note[33]), (1, 1, 1));
    let refused = activity_report(&ActivityRequest::new(times, vec![])).unwrap_err();
    assert_eq!((refused.code(), refused.path().as_str()), ("crm.kind.length", "kind"));
    assert_eq!(activity_report(&ActivityRequest::new(vec![], vec![])).unwrap().begin.len(), 0);
}

//! Dates of a watch: a count, a list of times, a rule of the calendar; one of them is enough.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, BarrierType, DiscreteBarrierRequest, DiscreteHitRequest, FirstPassage, Knock, Lognormal,
    WatchCalendar, WatchDays, discrete_barrier, discrete_hit_probability,
};
use hashinsight_market::OptionKind;
use hashinsight_units::{Timestamp, UtcOffset, Years};

use crate::{price, rate, sigma, with, years};

const HOUR: f64 = 3_600_000.0;

fn at(ms: i64) -> Timestamp {
    Timestamp::from_ms(ms).unwrap()
}

/// Hours from now on which a calendar looks.
fn hours(calendar: &WatchCalendar, days: f64) -> Vec<f64> {
    let times = calendar.times(Years::new(days / 365.0).unwrap()).unwrap();
    times.iter().map(|time| (time.get() * 31_536_000_000.0 / HOUR * 1e6).round() / 1e6).collect()
}

/// By Python's datetime: 2024-01-30T20:00Z is a Tuesday, 2024 has a 29 February.
#[test]
fn dates_of_the_calendar() {
    let now = at(1_706_644_800_000);
    let daily = WatchCalendar::new(now, WatchDays::Daily, 8);
    assert_eq!(hours(&daily, 3.0), [12.0, 36.0, 60.0]);
    assert_eq!(hours(&WatchCalendar::new(now, WatchDays::Daily, 20), 2.0), [0.0, 24.0, 48.0]); // now and the end are included
    // 08:00 in Hong Kong is midnight UTC.
    let east = daily.utc_offset_min(UtcOffset::from_minutes(480).unwrap());
    assert_eq!(hours(&east, 2.0), [4.0, 28.0]);
    // Fridays 2024-02-02 and 2024-02-09 at 08:00.
    assert_eq!(hours(&WatchCalendar::new(now, WatchDays::Weekly { weekday: 5 }, 8), 14.0), [60.0, 228.0]);
    // On the 31st or the last day: 01-31, 02-29, 03-31, 04-30 at 00:00.
    let monthly = WatchCalendar::new(now, WatchDays::Monthly { day: 31 }, 0);
    assert_eq!(hours(&monthly, 92.0), [4.0, 700.0, 1_444.0, 2_164.0]);
    let none = WatchCalendar::new(now, WatchDays::Monthly { day: 15 }, 0).times(Years::new(0.01).unwrap()).unwrap_err();
    assert_eq!((none.code(), none.path().as_str()), ("derivatives.calendar.none", "years"));
    for (wrong, place) in [
        (WatchCalendar::new(now, WatchDays::Daily, 24), "hour"),
        (WatchCalendar::new(now, WatchDays::Weekly { weekday: 0 }, 8), "days.weekly.weekday"),
        (WatchCalendar::new(now, WatchDays::Monthly { day: 32 }, 8), "days.monthly.day"),
    ] {
        assert_eq!(wrong.times(Years::new(1.0).unwrap()).unwrap_err().path().as_str(), place);
    }
}

fn passage() -> FirstPassage {
    FirstPassage::new(price(100.0), price(92.0), BarrierSide::Down, years(7.0 / 365.0), rate(0.1), sigma(0.6))
}

#[test]
fn one_way_of_telling_the_dates_is_enough() {
    let base = DiscreteHitRequest::new(passage(), Measure::RealWorld);
    let ask = |request: &DiscreteHitRequest| discrete_hit_probability(request);
    let code = |request: &DiscreteHitRequest| ask(request).unwrap_err().code().to_owned();
    let count = ask(&base.clone().dates(7)).unwrap();
    let times: Vec<_> = (1..=7).map(|day| years(f64::from(day) / 365.0)).collect();
    let listed = ask(&base.clone().times_years(times.clone())).unwrap();
    let now = at(1_706_688_000_000); // 08:00 UTC
    let calendar = WatchCalendar::new(at(now.to_ms() + 1), WatchDays::Daily, 8);
    let daily = ask(&base.clone().calendar(calendar)).unwrap();
    assert!((listed.probability - count.probability).abs() < 1e-10, "{listed:?} {count:?}");
    // The calendar's last date is a millisecond early.
    assert!((daily.probability - count.probability).abs() < 1e-6, "{daily:?} {count:?}");
    // The correction is of equally spaced dates.
    assert!(count.corrected.is_some() && count.near_barrier == Some(false));
    assert_eq!((listed.corrected, listed.near_barrier, daily.corrected), (None, None, None));
    assert_eq!(code(&base), "derivatives.dates.missing");
    assert_eq!(code(&base.clone().dates(0)), "derivatives.dates.out_of_range");
    assert_eq!(code(&base.clone().dates(100_001)), "derivatives.dates.out_of_range");
    assert_eq!(code(&base.clone().dates(6).times_years(times.clone())), "derivatives.times_years.length");
    assert_eq!(code(&base.clone().times_years(Vec::new())), "derivatives.times_years.insufficient_data");
    assert_eq!(code(&base.clone().dates(7).calendar(calendar)), "derivatives.calendar.several");
    assert_eq!(code(&base.clone().times_years(times).calendar(calendar)), "derivatives.calendar.several");
    let option = DiscreteBarrierRequest::new(
        BarrierType::new(OptionKind::Put, Knock::In, BarrierSide::Down),
        price(100.0),
        price(98.0),
        price(92.0),
        Lognormal::new(years(7.0 / 365.0), rate(0.04), rate(0.0), sigma(0.6)),
    );
    let [one, other] =
        [option.clone().dates(7), option.clone().calendar(calendar)].map(|request| discrete_barrier(&request).unwrap());
    assert!((one.price - other.price).abs() < 1e-5 && other.corrected.is_none(), "{one:?} {other:?}");
    let late =
        with(&option, |request| request.calendar = Some(WatchCalendar::new(now, WatchDays::Monthly { day: 20 }, 8)));
    let error = discrete_barrier(&late).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("derivatives.calendar.none", "calendar.years"));
}

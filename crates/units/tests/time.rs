//! Civil days and instants against Python's calendar.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use crate::support;

use hashinsight_units::{Date, Record, Timestamp, UtcOffset, record};
use serde_json::{Value, json};

fn vectors() -> Value {
    serde_json::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../testkit/vectors/civil_days.json")))
        .unwrap()
}

#[test]
fn days_against_python() {
    let vectors = vectors();
    let rows = vectors["unix_days"].as_array().unwrap();
    assert!(rows.len() > 1000);
    for row in rows {
        let (text, unix_day) = (row[0].as_str().unwrap(), row[1].as_i64().unwrap());
        let date: Date = text.parse().unwrap();
        assert_eq!(date.unix_day(), unix_day, "{text}");
        assert_eq!(Date::from_unix_day(unix_day).unwrap(), date);
        assert_eq!(date.to_string(), text);
        assert_eq!(Date::new(date.year(), date.month(), date.day()).unwrap(), date);
        assert_eq!(support::read::<Date>(json!(text)).unwrap(), date);
        assert_eq!(serde_json::to_value(date).unwrap(), json!(text));
    }
}

#[test]
fn every_day_follows_the_one_before() {
    let mut last = Date::from_unix_day(-719_162).unwrap();
    assert_eq!(last.to_string(), "0001-01-01");
    let mut leap_years = 0;
    for unix_day in -719_161..=2_932_896 {
        let date = Date::from_unix_day(unix_day).unwrap();
        assert!(date > last && date.unix_day() == unix_day, "{date}");
        leap_years += i32::from(date.month() == 2 && date.day() == 29);
        last = date;
    }
    assert_eq!(last.to_string(), "9999-12-31");
    assert_eq!(vectors()["leap_years_1_to_9999"], json!(leap_years));
    assert!(Date::from_unix_day(-719_163).is_err());
    assert!(Date::from_unix_day(2_932_897).is_err());
    assert!(Date::from_unix_day(i64::MIN).is_err());
}

#[test]
fn days_that_do_not_exist() {
    for (year, month, day) in
        [(1900, 2, 29), (2100, 2, 29), (2023, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 0, 1), (2024, 13, 1)]
    {
        assert_eq!(Date::new(year, month, day).unwrap_err().fault().code(), "units.date.out_of_range");
    }
    for (year, month, day) in
        [(2024, 1, 0), (2024, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (i16::MIN, 1, 1), (2024, 255, 255)]
    {
        assert!(Date::new(year, month, day).is_err());
    }
    assert!(Date::new(2000, 2, 29).is_ok());
    for text in ["2024-13-01", "2024-02-30", "0000-01-01", "2024-99-99"] {
        assert_eq!(support::refused::<Date>(json!(text)).code(), "units.date.out_of_range", "{text}");
    }
    for text in [
        "",
        "2024-1-1",
        "24-01-01",
        "2024/01/01",
        "2024-01-01T00",
        "-024-01-01",
        "20240101",
        "2024-01-0१",
        " 2024-01-0",
    ] {
        assert_eq!(support::refused::<Date>(json!(text)).code(), "units.date.unknown", "{text}");
    }
    assert!(support::read::<Date>(json!(20_240_101)).is_err());
}

#[test]
fn instants_against_python() {
    let (mut read, mut too_early) = (0, 0);
    for row in vectors()["timestamps"].as_array().unwrap() {
        let ms = row[0].as_i64().unwrap();
        // Python: datetime(2009, 1, 3) less datetime(1970, 1, 1) is 1230940800 s.
        if ms < 1_230_940_800_000 {
            assert!(Timestamp::from_ms(ms).is_err(), "{row}");
            too_early += 1;
            continue;
        }
        read += 1;
        let time = Timestamp::from_ms(ms).unwrap();
        assert_eq!(time.to_string(), row[1].as_str().unwrap());
        let offset = UtcOffset::from_minutes(i16::try_from(row[2].as_i64().unwrap()).unwrap()).unwrap();
        assert_eq!(time.date(offset).to_string(), row[3].as_str().unwrap(), "{row}");
        assert_eq!(support::read::<Timestamp>(row[0].clone()).unwrap(), time);
    }
    assert!(read > 100 && too_early > 0, "{read} read, {too_early} too early");
}

#[test]
fn ends_of_time() {
    // Python: datetime(2009, 1, 3) and datetime(9999, 12, 31, 5, 59, 59, 999000), less datetime(1970, 1, 1), in milliseconds.
    let (first, last) = (1_230_940_800_000, 253_402_235_999_999);
    assert_eq!((Timestamp::MIN.to_ms(), Timestamp::MAX.to_ms()), (first, last));
    assert_eq!(Timestamp::MIN.to_string(), "2009-01-03T00:00:00Z");
    assert!(Timestamp::from_ms(first - 1).is_err());
    assert!(Timestamp::from_ms(last + 1).is_err());
    for extreme in [i64::MIN, i64::MAX] {
        assert!(Timestamp::from_ms(extreme).is_err());
        assert_eq!(Timestamp::from_s(extreme).unwrap_err().fault().code(), "units.timestamp.out_of_range");
    }
    assert_eq!(Timestamp::from_ms(first + 1999).unwrap().to_s(), first / 1000 + 1);
    for minutes in [-1081, 1081, i16::MIN, i16::MAX] {
        assert!(UtcOffset::from_minutes(minutes).is_err());
    }
}

#[test]
fn seconds_are_not_milliseconds() {
    // 2026-06-06T07:28:05Z, in seconds.
    let seconds = 1_780_730_885;
    for ms in [seconds, 0, -1, -1000 * seconds, 1_230_940_799_999] {
        for fault in [Timestamp::from_ms(ms).unwrap_err().fault().clone(), support::refused::<Timestamp>(json!(ms))] {
            assert_eq!(fault.code(), "units.timestamp.out_of_range");
            assert_eq!(fault.value(), ms.to_string());
            assert!(fault.allowed_text().ends_with("; seconds?"), "{fault}");
        }
    }
    let late = Timestamp::from_ms(1_000_000 * seconds).unwrap_err(); // microseconds
    assert!(!late.allowed().contains("seconds?"), "{late}");
    // And the other way round: the value that is refused is the one that came.
    for s in [1000 * seconds, 0, -seconds] {
        let fault = Timestamp::from_s(s).unwrap_err();
        assert_eq!((fault.code(), fault.value()), ("units.timestamp.out_of_range", s.to_string().as_str()));
        assert!(fault.allowed().starts_with("seconds "), "{fault}");
    }
}

/// Expected: `date -u -d TEXT +%s` of GNU coreutils.
#[test]
fn iso_text_with_its_offset_is_an_instant() {
    let read = |text: &str| record::read::<Moment>("test", &*format!("{{\"at_ms\": \"{text}\"}}"));
    for (text, ms) in [
        ("2026-06-06T07:28:05Z", 1_780_730_885_000),
        ("2026-06-06T09:28:05+02:00", 1_780_730_885_000),
        ("2026-06-06 02:58:05.250-0430", 1_780_730_885_250),
        ("2026-06-06T07:28z", 1_780_730_880_000),
        ("2024-02-29T23:59:59.5Z", 1_709_251_199_500),
        ("2024-03-01T00:59:59.999000+01", 1_709_251_199_999),
    ] {
        assert_eq!(read(text).unwrap().at_ms.to_ms(), ms, "{text}");
        assert_eq!(text.parse::<Timestamp>().unwrap().to_ms(), ms, "{text}");
    }
    for text in [
        "2026-06-06T07:28:05",
        "2026-06-06",
        "2026-06-06T24:00:00Z",
        "2026-06-06T07:60:00Z",
        "2026-02-30T00:00:00Z",
        "2026-06-06T07:28:05.0001Z",
        "2026-06-06T07:28:05.Z",
        "2026-06-06T07:28:05+19:00",
        "2026-06-06T7:28:05Z",
        "2026-06-06T07:28:05Zé",
        "1780730885",
        "",
    ] {
        assert_eq!(read(text).unwrap_err().fault().code(), "test.at_ms.wrong_type", "{text}");
    }
    let early = read("2008-12-31T00:00:00Z").unwrap_err();
    assert_eq!((early.fault().code(), early.fault().path().as_str()), ("units.timestamp.out_of_range", "at_ms"));
}

/// An instant.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
struct Moment {
    /// An instant, in Unix milliseconds UTC.
    at_ms: Timestamp,
}

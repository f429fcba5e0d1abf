//! Forecasts by calendar months.

use hashinsight_mining::forecast::{Algorithm, ForecastSteps, forecast};
use hashinsight_mining::tariff::{Clock, OffsetChange};
use hashinsight_testkit::within_relative;
use hashinsight_units::{Days, Timestamp, UtcOffset};

use crate::forecast::{path, project_with, request, run};

/// Calendar months of Sydney from 2026-03-15 on: the month of April has an hour more, and each has its own length.
#[test]
fn case_34_months_are_those_of_a_calendar_too() {
    let change = OffsetChange::new(Timestamp::from_s(1_775_318_400).unwrap(), UtcOffset::from_minutes(600).unwrap());
    let sydney = Clock::new(UtcOffset::from_minutes(660).unwrap()).changes(vec![change]);
    let mut request = request(
        Algorithm::Dynamic(path(0.0, 0.0)),
        ForecastSteps::CalendarMonths { count: 4, clock: Some(sydney.clone()) },
    );
    request.project = project_with(|project| project.start_ms = Timestamp::from_s(1_773_532_800).unwrap()); // 00:00Z
    let report = run(&request);
    // From 11:00 on 15 March: 16 days and 13 hours; then 30 days and an hour, 31 and 30 days.
    assert_eq!(report.table.days, [16.0 + 13.0 / 24.0, 30.0 + 1.0 / 24.0, 31.0, 30.0]);
    let begins: Vec<i64> = report.table.start_ms.iter().skip(1).map(|time| time.to_s()).collect();
    assert_eq!(begins, [1_774_962_000, 1_777_557_600, 1_780_236_000]); // zoneinfo
    let days: f64 = report.table.days.iter().sum();
    request.steps = ForecastSteps::Retargets { days: Days::new(days).unwrap() };
    within_relative(report.btc, run(&request).btc, 1e-3, "as from retarget to retarget");
    request.steps = ForecastSteps::CalendarMonths { count: 0, clock: None };
    assert_eq!(forecast(&request).unwrap_err().path().as_str(), "steps.calendar_months.count");
    let backwards = sydney.changes(vec![change, change]);
    request.steps = ForecastSteps::CalendarMonths { count: 1, clock: Some(backwards) };
    assert_eq!(forecast(&request).unwrap_err().path().as_str(), "steps.calendar_months.clock.changes[1].time_ms");
}

//! Tariffs: wall clocks against the IANA time zones, windows, and a bill that is computed twice.

use hashinsight_mining::tariff::{
    BillRequest, Clock, ContractBlock, DayKind, EnergyRates, HourlySeries, OffsetChange, Tariff, TariffPricesRequest,
    TimeOfUse, TimeOfUseWindow, bill, tariff_prices,
};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{EnergyPrice, Power, Timestamp, Usd, UtcOffset, record};
use proptest::prelude::*;

fn at(s: i64) -> Timestamp {
    Timestamp::from_s(s).unwrap()
}

fn usd(price: f64) -> EnergyPrice {
    EnergyPrice::new(price).unwrap()
}

fn prices(tariff: &Tariff, start: Timestamp, hours: u32) -> Vec<f64> {
    tariff_prices(&TariffPricesRequest::new(tariff.clone(), start, hours)).unwrap().usd_per_kwh
}

/// A price that tells the hour: daily rates of 0.00 to 0.23.
fn hour_teller(clock: Clock) -> Tariff {
    let daily = (0..24).map(|hour| usd(f64::from(hour))).collect();
    Tariff::new(EnergyRates::DailyUsdPerKwh(daily)).clock(clock)
}

/// A price that tells the kind of day.
fn day_teller(clock: Clock) -> Tariff {
    let weekend = window(0, 24, Some(DayKind::Weekends), None, 1.0);
    Tariff::new(time_of_use(vec![weekend], 0.0)).clock(clock)
}

fn clock(minutes: i16, rule: Option<&str>) -> Clock {
    let mut clock = Clock::new(UtcOffset::from_minutes(minutes).unwrap());
    clock.daylight_saving = rule.map(|rule| serde_json::from_value(rule.into()).unwrap());
    clock
}

fn loads(watts: &[f64]) -> Vec<Power> {
    watts.iter().map(|watts| Power::new(*watts).unwrap()).collect()
}

fn window(from_hour: u8, to_hour: u8, days: Option<DayKind>, months: Option<Vec<u8>>, price: f64) -> TimeOfUseWindow {
    let mut window = TimeOfUseWindow::new(from_hour, to_hour, usd(price));
    (window.days, window.months) = (days, months);
    window
}

fn time_of_use(windows: Vec<TimeOfUseWindow>, otherwise: f64) -> EnergyRates {
    EnergyRates::TimeOfUse(TimeOfUse::new(windows, usd(otherwise)))
}

#[test]
fn clocks_are_those_of_the_time_zones() {
    let file = vectors("tariff_clock.json");
    let rows = file["rows"].as_array().unwrap();
    assert!(rows.len() > 300);
    for row in rows {
        let minutes = i16::try_from(row["standard_offset_minutes"].as_i64().unwrap()).unwrap();
        let clock = clock(minutes, row["daylight_saving"].as_str());
        let time = at(row["time_s"].as_i64().unwrap());
        let hour = row["local_hour"].as_f64().unwrap();
        assert_eq!(f64::from(clock.hour(time)), hour, "{row}");
        // In whole hours an hour that straddles two of an offset's half hours costs their mean.
        assert_eq!(prices(&hour_teller(clock.clone()).settlement_minutes(5), time, 1)[0], hour, "{row}");
        let weekend = row["weekday"].as_i64().unwrap() >= 6;
        assert_eq!(prices(&day_teller(clock.clone()), time, 1), [f64::from(u8::from(weekend))], "{row}");
        let month = &hour_teller(clock).bill(time, &loads(&[1000.0])).unwrap().months.month[0];
        assert!(row["local_date"].as_str().unwrap().starts_with(month.as_str()), "{row}");
    }
}

/// The changes of any zone, taken from jiff's database: every quarter of an hour of four years shows jiff's own hour and
/// day.
#[test]
fn case_20_clocks_of_jiffs_zones() {
    let [from, to] = [1_704_067_200_i64, 1_830_297_600]; // 2024 to 2027
    let zones = [
        "Australia/Sydney",
        "Australia/Adelaide",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Asia/Jerusalem",
        "Africa/Cairo",
        "America/Asuncion",
        "Africa/Casablanca",
        "America/Chicago",
        "America/St_Johns",
        "Asia/Kathmandu",
        "Asia/Almaty",
        "Europe/Dublin",
        "Pacific/Chatham",
        "UTC",
    ];
    for name in zones {
        let zone = jiff::tz::TimeZone::get(name).unwrap();
        let offset = |seconds: i32| UtcOffset::from_minutes(i16::try_from(seconds / 60).unwrap()).unwrap();
        let first = jiff::Timestamp::from_second(from).unwrap();
        let later = zone.following(first).map(|change| (change.timestamp().as_second(), change.offset().seconds()));
        let changes =
            later.take_while(|(time, _)| *time < to).map(|(s, seconds)| OffsetChange::new(at(s), offset(seconds)));
        let changes: Vec<OffsetChange> = changes.collect();
        let clock = Clock::new(offset(zone.to_offset(first).seconds())).changes(changes);
        let saturdays = day_teller(clock.clone()).settlement_minutes(15);
        let weekend = prices(&saturdays, at(from), u32::try_from((to - from) / 3600).unwrap());
        for (quarter, weekend) in (from..to).step_by(900).zip(weekend) {
            let local = jiff::Timestamp::from_second(quarter).unwrap().to_zoned(zone.clone());
            assert_eq!(i64::from(clock.hour(at(quarter))), i64::from(local.hour()), "{name} {local}");
            let late = local.weekday().to_monday_zero_offset() >= 5;
            assert_eq!(weekend, f64::from(u8::from(late)), "{name} {local}");
        }
    }
}

/// Saturday 2026-08-01 00:00 UTC.
const SATURDAY: i64 = 1_785_542_400;

#[test]
fn windows_run_over_midnight_and_belong_to_the_day_on_which_they_begin() {
    let night = Tariff::new(time_of_use(vec![window(22, 6, Some(DayKind::Weekdays), None, 1.0)], 0.0));
    let got = prices(&night, at(SATURDAY), 72);
    // Friday's night ends on Saturday at 6; Saturday and Sunday have none; Monday's begins at 22 on Monday.
    let expected = |hour: usize| f64::from(u8::from(!(6..48 + 22).contains(&hour)));
    assert_eq!(got, (0..72).map(expected).collect::<Vec<_>>());

    // The night of 31 July belongs to July.
    let july = Tariff::new(time_of_use(vec![window(20, 4, None, Some(vec![7]), 1.0)], 0.0));
    let got = prices(&july, at(SATURDAY - 86_400), 48);
    let expected = |hour: usize| f64::from(u8::from(hour < 4 || (20..28).contains(&hour)));
    assert_eq!(got, (0..48).map(expected).collect::<Vec<_>>());

    // A whole day, and the first of several windows.
    let day = Tariff::new(time_of_use(vec![window(17, 21, None, None, 2.0), window(6, 6, None, None, 1.0)], 0.0));
    let got = prices(&day, at(SATURDAY), 24);
    assert_eq!(got, (0..24).map(|h| if (17..21).contains(&h) { 2.0 } else { 1.0 }).collect::<Vec<_>>());
}

#[test]
fn a_day_of_daylight_saving_has_23_or_25_hours() {
    let texas = clock(-360, Some("united_states"));
    // From local midnight: 2026-03-08 06:00 UTC, and 2026-11-01 05:00 UTC.
    for (start, hours) in [(1_772_949_600, 23), (1_793_509_200, 25)] {
        let got = prices(&hour_teller(texas.clone()), at(start), 26);
        assert_eq!(got[0], 0.0);
        assert_eq!(got.iter().skip(1).position(|hour| *hour == 0.0), Some(hours - 1), "{got:?}");
    }
}

/// The acceptance list's M40, and the same block where it is used in part, in full and more.
#[test]
fn a_contract_is_settled_at_the_price_of_the_hour() {
    let spot = HourlySeries::new(at(SATURDAY), vec![usd(0.3)]);
    let block = ContractBlock::new(Power::from_mw(1.0).unwrap(), usd(0.04));
    let tariff = Tariff::new(EnergyRates::Hourly(spot)).contract(block);
    for (used_mwh, cost) in [(0.0, -260.0), (0.5, -110.0), (1.0, 40.0), (2.0, 340.0)] {
        let bill = tariff.bill(at(SATURDAY), &loads(&[used_mwh * 1e6])).unwrap();
        within_relative(bill.total_usd, cost, 1e-12, "two-settlement");
    }
}

#[test]
fn a_negative_price_pays_for_consumption() {
    let rates = EnergyRates::FlatUsdPerKwh(usd(-0.02));
    assert_eq!(Tariff::new(rates).bill(at(SATURDAY), &loads(&[50e3, 100e3])).unwrap().total_usd, -3.0);
}

#[test]
fn tariffs_that_cannot_be_are_refused() {
    let fault = |tariff: &Tariff, start: i64, hours: usize| {
        tariff.bill(at(start), &vec![Power::constant(1.0); hours]).unwrap_err()
    };
    let flat = Tariff::new(EnergyRates::FlatUsdPerKwh(usd(0.05)));
    for hours in [0, 175_321] {
        let refused = fault(&flat, SATURDAY, hours);
        assert_eq!((refused.code(), refused.path().as_str()), ("mining.hours.out_of_range", "load_w"));
    }
    assert_eq!(fault(&flat, Timestamp::MAX.to_s() - 7200, 10).code(), "units.timestamp.out_of_range");
    for load in ["-1", "\"NaN\"", "\"Infinity\""] {
        let tariff = serde_json::to_string(&flat).unwrap();
        let text = format!(r#"{{"tariff":{tariff},"start_ms":1231006505000,"load_w":[1,{load}]}}"#);
        let refused = record::read::<BillRequest>("mining", &text).unwrap_err();
        assert_eq!(refused.path().as_str(), "load_w[1]");
    }
    let daily = Tariff::new(EnergyRates::DailyUsdPerKwh(vec![usd(0.05); 23]));
    let refused = fault(&daily, SATURDAY, 1);
    assert_eq!(
        (refused.code(), refused.path().as_str()),
        ("mining.daily_usd_per_kwh.length", "tariff.energy.daily_usd_per_kwh")
    );
    for (bad, code) in [
        (window(24, 1, None, None, 0.0), "mining.from_hour.out_of_range"),
        (window(0, 0, None, None, 0.0), "mining.to_hour.out_of_range"),
        (window(0, 25, None, None, 0.0), "mining.to_hour.out_of_range"),
        (window(0, 1, None, Some(vec![1, 13]), 0.0), "mining.months.out_of_range"),
    ] {
        let refused = fault(&Tariff::new(time_of_use(vec![window(0, 1, None, None, 0.0), bad], 0.0)), SATURDAY, 1);
        assert_eq!(refused.code(), code);
        assert!(refused.path().as_str().starts_with("tariff.energy.time_of_use.windows[1]."), "{refused}");
    }
    let series = Tariff::new(EnergyRates::Hourly(HourlySeries::new(at(SATURDAY + 7200), vec![usd(0.1); 3])));
    assert_eq!(series.bill(at(SATURDAY + 10_800), &loads(&[0.0, 1.0])).unwrap().total_usd, 0.0001);
    for start in [3600, 7201] {
        assert_eq!(fault(&series, SATURDAY + start, 1).code(), "mining.start.out_of_range");
    }
    for (start, hours) in [(7200, 4), (10_800, 3), (72_000_000, 1)] {
        assert_eq!(fault(&series, SATURDAY + start, hours).code(), "mining.usd_per_kwh.insufficient_data");
    }
}

fn any_rates() -> impl Strategy<Value = EnergyRates> {
    let price = (-0.2f64..0.5).prop_map(usd);
    let days = proptest::option::of(prop_oneof![Just(DayKind::Weekdays), Just(DayKind::Weekends)]);
    let months = proptest::option::of(proptest::collection::vec(1u8..=12, 0..4));
    let window = (0u8..24, 1u8..=24, days, months, price.clone())
        .prop_map(|(from, to, days, months, price)| window(from, to, days, months, price.get()));
    prop_oneof![
        price.clone().prop_map(EnergyRates::FlatUsdPerKwh),
        proptest::collection::vec(price.clone(), 24).prop_map(EnergyRates::DailyUsdPerKwh),
        (proptest::collection::vec(window, 0..5), price.clone()).prop_map(|(windows, otherwise_usd_per_kwh)| {
            EnergyRates::TimeOfUse(TimeOfUse::new(windows, otherwise_usd_per_kwh))
        }),
    ]
}

proptest! {
    /// The bill against a naive one: prices hour by hour, months found from each hour's own bill.
    #[test]
    fn a_bill_is_the_sum_of_its_hours(
        energy in any_rates(), start in 1_230_940_800i64..2_000_000_000, minutes in -1080i16..=1080, rule in 0u8..3,
        load in proptest::collection::vec(0.0f64..1e8, 1..1500), demand in proptest::option::of(0.0f64..30.0),
        block in proptest::option::of((0.0f64..1e8, -0.1f64..0.3)),
    ) {
        let rule = [None, Some("united_states"), Some("european_union")][usize::from(rule)];
        let mut tariff = Tariff::new(energy).clock(clock(minutes, rule));
        tariff.contract = block.map(|(w, p)| ContractBlock::new(Power::new(w).unwrap(), usd(p)));
        tariff.demand_charge_usd_per_kw_month = demand.map(|d| Usd::new(d).unwrap());
        let got = bill(&BillRequest::new(tariff.clone(), at(start), loads(&load))).unwrap();
        prop_assert_eq!(got.energy_usd + got.contract_usd + got.demand_usd, got.total_usd);

        let price = prices(&tariff, at(start), u32::try_from(load.len()).unwrap());
        let (block_kw, block_price) = block.map_or((0.0, 0.0), |(w, p)| (w / 1e3, p));
        let mut expected = 0.0;
        let mut peaks: Vec<(String, f64)> = Vec::new();
        for (hour, (load, price)) in load.iter().zip(&price).enumerate() {
            expected += block_kw * block_price + (load / 1e3 - block_kw) * price;
            let hour_s = start + 3600 * i64::try_from(hour).unwrap();
            let month = tariff.bill(at(hour_s), &loads(&[*load])).unwrap().months.month.remove(0);
            match peaks.last_mut() {
                Some((name, peak)) if *name == month => *peak = if load / 1e3 > *peak { load / 1e3 } else { *peak },
                _ => peaks.push((month, load / 1e3)),
            }
        }
        expected += peaks.iter().map(|(_, peak)| peak * demand.unwrap_or(0.0)).sum::<f64>();
        prop_assert_eq!(&got.months.month, &peaks.iter().map(|(month, _)| month.clone()).collect::<Vec<_>>());
        let scale: f64 = 1.0 + load.iter().map(|w| w / 1e3).sum::<f64>() + block_kw * load.len() as f64;
        prop_assert!((got.total_usd - expected).abs() < 1e-11 * scale, "{} {expected}", got.total_usd);
    }
}

//! Bills as the field has them: other clocks, quarters of an hour, windows to the minute, holidays, seasons, demand by
//! window, ratchets, blocks, fixed and minimum charges.

use hashinsight_market::PowerPrices;
use hashinsight_mining::dispatch::{DispatchClass, DispatchRequest, HashpriceCurve, plan_dispatch};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::tariff::{
    BillingWindow, Clock, CoincidentPeak, DayKind, DaylightSaving, DemandCharge, DemandRatchet, EnergyRates,
    EnergyTier, HoursUse, HoursUseBlock, OffsetChange, PriceUnit, ReadPricesRequest, Season, Tariff,
    TariffPricesRequest, TimeOfUse, TimeOfUseWindow, Weekday, read_prices, tariff_prices,
};
use hashinsight_numerics::{max, min};
use hashinsight_testkit::{vectors, within_relative};
use hashinsight_units::{Date, EnergyPrice, Fraction, Hashprice, Hashrate, Power, Timestamp, Usd, UtcOffset};
use serde_json::Value;

fn at(s: i64) -> Timestamp {
    Timestamp::from_s(s).unwrap()
}

fn usd(price: f64) -> EnergyPrice {
    EnergyPrice::new(price).unwrap()
}

fn flat(price: f64) -> Tariff {
    Tariff::new(EnergyRates::FlatUsdPerKwh(usd(price)))
}

fn windows(windows: Vec<TimeOfUseWindow>, otherwise: f64) -> Tariff {
    Tariff::new(EnergyRates::TimeOfUse(TimeOfUse::new(windows, usd(otherwise))))
}

fn offset(minutes: i64) -> UtcOffset {
    UtcOffset::from_minutes(i16::try_from(minutes).unwrap()).unwrap()
}

fn prices(tariff: &Tariff, start_s: i64, hours: u32) -> Vec<f64> {
    tariff.prices(at(start_s), hours).unwrap()
}

fn loads(watts: &[f64]) -> Vec<Power> {
    watts.iter().map(|watts| Power::new(*watts).unwrap()).collect()
}

fn fnv1a(bytes: impl Iterator<Item = u8>) -> String {
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    format!("{hash:016x}")
}

fn zone(row: &Value) -> Clock {
    let change = |pair: &Value| OffsetChange::new(at(pair[0].as_i64().unwrap()), offset(pair[1].as_i64().unwrap()));
    let changes = row["changes"].as_array().unwrap().iter().map(change).collect();
    Clock::new(offset(row["utc_offset_min"].as_i64().unwrap())).changes(changes)
}

/// Hour by hour from 2024 to 2027 against the IANA database, the parts of hours that straddle a window included.
#[test]
fn case_20_clocks_of_any_zone_are_lists_of_changes() {
    let file = vectors("tariff_zones.json");
    let (from, to) = (file["from_s"].as_i64().unwrap(), file["to_s"].as_i64().unwrap());
    let hours = u32::try_from((to - from) / 3600).unwrap();
    let rows = file["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 7);
    for row in rows {
        let window = TimeOfUseWindow::new(18, 21, usd(1.0)).from_minute(30).to_minute(15).days(DayKind::Weekdays);
        let tariff = windows(vec![window], 0.0).clock(zone(row));
        let report = tariff_prices(&TariffPricesRequest::new(tariff, at(from), hours)).unwrap();
        assert_eq!(fnv1a(report.local_hour.iter().copied()), row["fnv1a_hours"], "{}", row["zone"]);
        let minutes = report.usd_per_kwh.iter().map(|price| {
            let minutes = (price * 60.0).round();
            assert!((price * 60.0 - minutes).abs() < 1e-9);
            (0..=60).find(|whole| f64::from(*whole) == minutes).unwrap()
        });
        assert_eq!(fnv1a(minutes), row["fnv1a_window_minutes"], "{}", row["zone"]);
    }
    // New South Wales: 18 to 20 is 07 to 09 UTC on 2026-04-04, and 08 to 10 UTC on the day after.
    let sydney = &rows[0];
    assert_eq!(sydney["zone"], "Australia/Sydney");
    let evening = windows(vec![TimeOfUseWindow::new(18, 20, usd(0.15))], 0.10).clock(zone(sydney));
    let got = prices(&evening, 1_775_260_800, 48); // 2026-04-04T00:00Z
    let dear: Vec<usize> = (0..48).filter(|hour| got[*hour] == 0.15).collect();
    assert_eq!(dear, [7, 8, 32, 33]);
}

#[test]
fn clocks_that_cannot_be_are_refused() {
    let change = |s| OffsetChange::new(at(s), offset(60));
    let refused = |clock: Clock| flat(0.1).clock(clock).prices(at(1_785_542_400), 1).unwrap_err();
    let both = Clock::new(offset(0)).changes(vec![]).daylight_saving(DaylightSaving::UnitedStates);
    assert_eq!(
        (refused(both.clone()).code(), refused(both).path().as_str()),
        ("mining.changes.unsupported", "tariff.clock.changes")
    );
    let mixed = Clock::new(offset(0)).changes(vec![change(1_600_000_000), change(1_600_000_000)]);
    let error = refused(mixed);
    assert_eq!((error.code(), error.path().as_str()), ("mining.time.out_of_range", "tariff.clock.changes[1].time_ms"));
}

/// Nord Pool's quarters of 2025-10-27: below 8.5 cent the quarters earn 2.485 USD for 1 MW, by hourly means 0.30.
#[test]
fn case_22_quarters_are_planned_by_quarters() {
    let cents = [8.677, 8.573, 8.377, 8.253, 8.186, 8.19, 8.672, 9.558];
    let start = at(1_761_566_400); // 13:00 +01:00
    let series = PowerPrices::new(start, 15, cents.iter().map(|cents| usd(cents / 100.0)).collect());
    // 1 MW at 10 PH/s earns 8.5 cent/kWh: 85 USD an hour.
    let spec = MachineSpec::new(Hashrate::from_phs(10.0).unwrap(), Power::from_mw(1.0).unwrap());
    let class = DispatchClass::new("1 MW".to_owned(), 1, Machine::Spec(spec));
    let curve = HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(85.0 * 24.0 / 10.0).unwrap());
    for (minutes, right, intervals) in [(15, 2.4850, 8), (60, 0.3000, 2)] {
        let tariff = Tariff::new(EnergyRates::Series(series.clone())).settlement_minutes(minutes);
        let request = DispatchRequest::new(vec![class.clone()], tariff, start, 2, curve.clone());
        let plan = plan_dispatch(&request).unwrap();
        assert_eq!((plan.load_w.len(), plan.optimality_gap_usd), (intervals, 0.0));
        within_relative(plan.net_usd, right, 1e-9, "margin");
    }
}

/// EDP Portugal: Saturday 09:30 to 13:00 and 18:30 to 22:00, Sunday cheap; and a night from 21:30 to 05:30.
#[test]
fn case_23_windows_begin_on_the_half_hour_and_on_a_saturday() {
    let saturday = |from, to, to_minute| {
        TimeOfUseWindow::new(from, to, usd(0.1795))
            .from_minute(30)
            .to_minute(to_minute)
            .days(DayKind::On(vec![Weekday::Saturday]))
    };
    let tariff = windows(vec![saturday(9, 13, 0), saturday(18, 22, 0)], 0.0895).settlement_minutes(30);
    let got = prices(&tariff, 1_785_542_400, 48); // Saturday 2026-08-01
    let dear: Vec<usize> = (0..96).filter(|half| got[*half] == 0.1795).collect();
    assert_eq!(dear, (19..26).chain(37..44).collect::<Vec<_>>());
    // In whole hours half of 9 to 10 is dear.
    let hourly = prices(&tariff.settlement_minutes(60), 1_785_542_400, 24);
    within_relative(hourly[9], f64::midpoint(0.1795, 0.0895), 1e-15, "half an hour of each");
    let night = windows(vec![TimeOfUseWindow::new(21, 5, usd(0.39)).from_minute(30).to_minute(30)], 0.09);
    let got = prices(&night.settlement_minutes(30), 1_785_542_400, 24);
    assert_eq!(
        (0..48).filter(|half| got[*half] == 0.39).collect::<Vec<_>>(),
        (0..11).chain(43..48).collect::<Vec<_>>()
    );
}

/// Hydro One (Ontario): weekends and statutory holidays off-peak. 0.0346 USD/kWh of difference for each hour of a
/// weekday in summer that is none, told by the same tariff without them.
#[test]
fn case_24_holidays_are_sundays() {
    let (off, mid, on) = (0.076, 0.122, 0.158);
    let season = |months: [u8; 6], edge: f64, noon: f64| {
        [(7, 11, edge), (11, 17, noon), (17, 19, edge)].map(|(from, to, price)| {
            TimeOfUseWindow::new(from, to, usd(price)).days(DayKind::Weekdays).months(months.to_vec())
        })
    };
    let all = [season([11, 12, 1, 2, 3, 4], on, mid), season([5, 6, 7, 8, 9, 10], mid, on)].concat();
    let clock = Clock::new(offset(-300)).daylight_saving(DaylightSaving::UnitedStates);
    let plain = windows(all, off).clock(clock);
    let days = ["01-01", "02-16", "04-03", "05-18", "07-01", "08-03", "09-07", "10-12", "12-25", "12-28"];
    let holidays: Vec<Date> = days.iter().map(|day| format!("2026-{day}").parse().unwrap()).collect();
    let real = plain.clone().holidays(holidays);
    let start = 1_767_243_600; // 2026-01-01T00:00-05:00
    let (without, with) = (prices(&plain, start, 8760), prices(&real, start, 8760));
    let dearer: Vec<usize> = (0..8760).filter(|hour| without[*hour] != with[*hour]).collect();
    // Ten holidays on weekdays of twelve hours: four in winter, six in summer.
    assert_eq!(dearer.len(), 120);
    let difference: f64 = without.iter().zip(&with).map(|(a, b)| a - b).sum();
    let (winter, summer) = (6.0 * on + 6.0 * mid, 6.0 * mid + 6.0 * on);
    within_relative(difference, 10.0 * (0.5 * (winter + summer) - 12.0 * off), 1e-12, "of 1 kW");
    // Canada Day is a Wednesday: dear without, off-peak with.
    let noon = |tariff: &Tariff| prices(tariff, 1_782_921_600, 1)[0]; // 2026-07-01T12:00-04:00
    assert_eq!((noon(&plain), noon(&real)), (on, off));
    // A window of holidays alone, and a list of days: a holiday is a Sunday.
    let special = |days: DayKind| windows(vec![TimeOfUseWindow::new(0, 24, usd(1.0)).days(days)], 0.0);
    let on_holiday = |days: DayKind| {
        let tariff = special(days).holidays(vec![Date::new(2026, 7, 1).unwrap()]);
        [1_782_864_000, 1_782_864_000 - 86_400].map(|start| prices(&tariff, start, 1)[0])
    };
    assert_eq!(on_holiday(DayKind::Holidays), [1.0, 0.0]);
    assert_eq!(on_holiday(DayKind::Weekends), [1.0, 0.0]);
    assert_eq!(on_holiday(DayKind::On(vec![Weekday::Sunday])), [1.0, 0.0]);
    assert_eq!(on_holiday(DayKind::On(vec![Weekday::Tuesday, Weekday::Wednesday])), [0.0, 1.0]);
}

#[test]
fn seasons_begin_and_end_by_date() {
    let winter = TimeOfUseWindow::new(0, 24, usd(1.0)).season(Season::new(11, 15, 3, 14));
    let got = prices(&windows(vec![winter], 0.0), 1_767_225_600, 8760); // 2026
    let days: Vec<usize> = (0..365).filter(|day| got[24 * day] == 1.0).collect();
    // 2026-01-01 to 03-14 are 73 days; 11-15 is day 318 from 0.
    assert_eq!(days, (0..73).chain(318..365).collect::<Vec<_>>());
    let refused = |season| {
        let window = TimeOfUseWindow::new(0, 24, usd(1.0)).season(season);
        windows(vec![window], 0.0).prices(at(1_767_225_600), 1).unwrap_err().code().to_owned()
    };
    assert_eq!(refused(Season::new(13, 1, 3, 1)), "mining.from_month.out_of_range");
    assert_eq!(refused(Season::new(1, 1, 4, 31)), "mining.to_day.out_of_range");
}

/// Arizona Public Service's E-35: 10 MW at night and 2 MW from 11 to 21 are an on-peak demand of 2,000 kW.
#[test]
fn case_28_demand_counts_in_its_windows() {
    let load: Vec<f64> = (0..720).map(|hour| if (11..21).contains(&(hour % 24)) { 2e6 } else { 10e6 }).collect();
    let start = at(1_788_220_800); // 2026-09-01
    let charge = || DemandCharge::new(Usd::new(10.0).unwrap());
    let on_peak = charge().windows(vec![BillingWindow::new(11, 21).days(DayKind::Weekdays)]);
    let bill = |demand: DemandCharge| flat(0.05).demand(vec![demand]).bill(start, &loads(&load)).unwrap();
    assert_eq!(bill(charge()).demand_usd, 100_000.0);
    assert_eq!(bill(on_peak.clone()).demand_usd, 20_000.0);
    // 80 % of the highest of the summer months before: 3,000 kW in July are billed as 2,400; April does not count.
    let earlier = loads(&[9e6, 0.0, 0.0, 3e6, 1e6]); // April to August
    let ratchet = DemandRatchet::new(Fraction::new(0.8).unwrap(), 11).in_months(vec![5, 6, 7, 8, 9, 10]);
    let lines = bill(on_peak.clone().ratchet(ratchet.clone().earlier_peaks_w(earlier.clone())));
    assert_eq!((lines.demand.peak_kw[0], lines.demand.billed_kw[0], lines.demand_usd), (2000.0, 2400.0, 24_000.0));
    // Looked back at for one month only, August's 1,000 kW are no floor.
    let mut one = ratchet.earlier_peaks_w(earlier);
    one.months = 1;
    assert_eq!(bill(on_peak.clone().ratchet(one)).demand_usd, 20_000.0);
    // 2,500 kW before the span began.
    let so_far = on_peak.peak_so_far_w(Power::from_mw(2.5).unwrap());
    assert_eq!(bill(so_far).demand_usd, 25_000.0);
    // Two charges at once, and the plain one first.
    let both = flat(0.05)
        .demand_charge_usd_per_kw_month(Usd::new(1.0).unwrap())
        .demand(vec![charge().windows(vec![BillingWindow::new(11, 21)])]);
    assert_eq!(both.bill(start, &loads(&load)).unwrap().demand.usd, [10_000.0, 20_000.0]);
}

/// A ratchet within the span: June's 4 MW floor July's bill at 3.2 MW.
#[test]
fn a_ratchet_looks_back_within_the_span() {
    let start = 1_780_272_000; // 2026-06-01
    let load: Vec<f64> = (0..61 * 24).map(|hour| if hour < 30 * 24 { 4e6 } else { 1e6 }).collect();
    let ratchet = DemandRatchet::new(Fraction::new(0.8).unwrap(), 11);
    let charge = DemandCharge::new(Usd::new(2.0).unwrap()).ratchet(ratchet);
    let bill = flat(0.0).demand(vec![charge]).bill(at(start), &loads(&load)).unwrap();
    assert_eq!((bill.demand.billed_kw, bill.demand.usd), (vec![4000.0, 3200.0], vec![8000.0, 6400.0]));
}

/// 210,000 kWh of a month at 5.49 cent, the rest at 4.07, 30 USD a month: 1 MW for 30 days.
#[test]
fn case_42_blocks_of_the_months_use_and_fixed_charges() {
    let tiers = vec![EnergyTier::new(usd(0.0549)).up_to_kwh(210_000.0), EnergyTier::new(usd(0.0407))];
    let tariff = flat(0.0).tiers(tiers).fixed_usd_per_month(Usd::new(30.0).unwrap());
    let bill = tariff.bill(at(1_788_220_800), &loads(&[1e6; 720])).unwrap();
    within_relative(bill.total_usd, 210_000.0 * 0.0549 + 510_000.0 * 0.0407 + 30.0, 1e-14, "the bill");
    assert_eq!(bill.fixed_usd, 30.0);
    // 200,000 kWh were used before: 10,000 are left of the first block.
    let later = tariff.clone().energy_so_far_kwh(200_000.0).bill(at(1_788_220_800), &loads(&[1e6; 720])).unwrap();
    within_relative(later.tier_usd, 10_000.0 * 0.0549 + 710_000.0 * 0.0407, 1e-12, "the rest of the first block");
    // A minimum of 40,000 USD: the month is billed up to it.
    let least = tariff.minimum_usd_per_month(Usd::new(40_000.0).unwrap()).bill(at(1_788_220_800), &loads(&[1e6; 720]));
    let least = least.unwrap();
    within_relative(least.total_usd, 40_000.0, 1e-14, "the minimum");
    within_relative(least.minimum_usd, 40_000.0 - 32_316.0, 1e-12, "up to the minimum");
    let refused = |tiers: Vec<EnergyTier>| {
        let error = flat(0.0).tiers(tiers).bill(at(1_788_220_800), &loads(&[1.0])).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let tier = || EnergyTier::new(usd(0.1));
    let expected = |problem: &str, at| (format!("mining.up_to_kwh.{problem}"), format!("tariff.tiers[{at}].up_to_kwh"));
    assert_eq!(refused(vec![tier(), tier()]), expected("missing", 0));
    assert_eq!(refused(vec![tier().up_to_kwh(5.0), tier().up_to_kwh(5.0), tier()]), expected("out_of_range", 1));
    assert_eq!(refused(vec![tier().up_to_kwh(5.0)]), expected("out_of_range", 0));
}

/// ERCOT's 4CP: 64 USD/kW-year over four quarters of an hour, of which one counts for certain and one at 30 %.
#[test]
fn coincident_peaks_charge_the_load_of_their_interval() {
    let start = 1_785_542_400;
    let peak = |minutes: i64| CoincidentPeak::new(at(start + 60 * minutes), Usd::new(16.0).unwrap());
    let peaks = vec![peak(20), peak(50).probability(Fraction::new(0.3).unwrap()), peak(-10), peak(70)];
    let tariff = flat(0.0).settlement_minutes(15).coincident_peaks(peaks);
    let bill = tariff.bill(at(start), &loads(&[1e6, 2e6, 3e6, 4e6])).unwrap();
    within_relative(bill.coincident_usd, 16.0 * (2000.0 + 0.3 * 4000.0), 1e-14, "the second and the fourth quarter");
    assert_eq!(bill.total_usd, bill.coincident_usd);
    // Peaks are those of quarters, energy is a quarter of the load.
    assert_eq!((bill.energy_kwh, bill.months.peak_kw[0]), (2500.0, 4000.0));
}

/// Price files as tools write them.
#[test]
fn case_56_price_files_are_read_as_tools_write_them() {
    let read = |text: &str| read_prices(&ReadPricesRequest::new(text.to_owned()));
    let hours = |row: &dyn Fn(usize) -> String, heading: &str| {
        let rows: Vec<String> = (0..48).map(row).collect();
        format!("{heading}\n{}\n", rows.join("\n"))
    };
    let stamp = |hour: usize, separator: char| format!("2026-06-{:02}{separator}{:02}:00", 1 + hour / 24, hour % 24);
    let price = |hour: usize| 30.0 + if hour.is_multiple_of(2) { hour as f64 } else { -(hour as f64) };
    let plain = hours(&|h| format!("{}Z,{}", stamp(h, 'T'), price(h)), "time,usd_per_mwh");
    let expected = PowerPrices::new(at(1_780_272_000), 60, (0..48).map(|h| usd(price(h) / 1e3)).collect());
    let texts = [
        plain.clone(),
        plain.replace('\n', "\r\n"),
        hours(&|h| format!("{}:00+00:00,{}", stamp(h, ' '), price(h)), "time,usd_per_mwh"),
        format!("\u{feff}{plain}"),
        hours(&|h| format!("\"{}Z\",\"{}\"", stamp(h, 'T'), price(h)), "\"time\",\"usd_per_mwh\""),
        hours(&|h| format!("{}Z,{},HB_WEST", stamp(h, 'T'), price(h)), "time,usd_per_mwh,node"),
        hours(
            &|h| format!("HB_WEST;{}Z;{}", stamp(h, 'T'), format!("{:.1}", price(h)).replace('.', ",")),
            "node;Time;Price (USD/MWh)",
        ),
        hours(&|h| format!("{},{}", 1_780_272_000 + 3600 * h, price(h)), "timestamp,$/MWh"),
        hours(&|h| format!("{},{}", (1_780_272_000 + 3600 * h) * 1000, price(h)), ",usd_per_mwh"),
        // pandas with an index of numbers, and headings that say in which time they are.
        hours(&|h| format!("{h},{}Z,{}", stamp(h, 'T'), price(h)), ",time,usd_per_mwh"),
        hours(&|h| format!("{}:00,{}", stamp(h, ' '), price(h)), "Time (UTC),usd_per_mwh"),
        hours(&|h| format!("{}:00-00:00,{}", stamp(h, 'T'), price(h)), "INTERVALSTARTTIME_GMT,USD/MWh"),
        hours(&|h| format!("{},{}", (1_780_272_000 + 3600 * h) * 1000, price(h)), "time_ms,usd_per_mwh"),
        hours(&|h| format!("{}:00 GMT,{}", stamp(h, ' '), price(h)), "time,usd_per_mwh"),
        plain.replace('\n', "\r"),
        format!("sep=,\r\n{plain}"),
        hours(&|h| format!("{}Z,{},", stamp(h, 'T'), price(h)), "time,usd_per_mwh"),
    ];
    for text in &texts {
        assert_eq!(read(text).unwrap_or_else(|error| panic!("{error}: {text}")), expected);
    }
    let mut told = ReadPricesRequest::new(plain.replace("usd_per_mwh", "price"));
    told.unit = Some(PriceUnit::UsdPerMwh);
    assert_eq!(read_prices(&told).unwrap(), expected);
    let minus_five = "time,usd_per_kwh\n2026-05-31T19:00:00-05:00,0.03\n2026-05-31 20:00:00-0500,0.01\n";
    let series = read(minus_five).unwrap();
    assert_eq!((series.start_ms, series.interval_minutes, series.usd_per_kwh.len()), (at(1_780_272_000), 60, 2));
    let quarters = hours(&|q| format!("2026-06-01T{:02}:{:02}Z,{}", q / 4, q % 4 * 15, 30 + q), "time,usd_per_mwh");
    assert_eq!(read(&quarters).unwrap().interval_minutes, 15);
    let naive = plain.replace("Z,", ",");
    let zone = ReadPricesRequest::new(naive.clone()).utc_offset_min(offset(60));
    assert_eq!(read_prices(&zone).unwrap().start_ms, at(1_780_272_000 - 3600));
    let refused = |text: &str| {
        let error = read(text).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let fault = |problem: &str, path: &str| (format!("mining.text.{problem}"), path.to_owned());
    assert_eq!(
        refused(&plain.replace(&format!("{}Z,{}\n", stamp(8, 'T'), price(8)), "")),
        fault("out_of_range", "text[8]")
    );
    assert_eq!(refused(&naive), fault("unknown", "text[0]"));
    assert_eq!(refused(&plain.replace("usd_per_mwh", "price")), fault("missing", "text"));
    assert_eq!(refused("time,usd_per_mwh\n"), fault("missing", "text"));
    assert_eq!(refused(&plain.replace(",30\n", ",\n")), fault("unknown", "text[0]"));
    // A decimal comma between commas is a further cell.
    assert_eq!(refused(&plain.replace(",30\n", ",30,5\n")), fault("length", "text[0]"));
    let seven = "time,usd_per_mwh\n2026-06-01T00:00Z,1\n2026-06-01T00:07Z,1\n";
    assert_eq!(refused(seven).0, "mining.interval_minutes.out_of_range");
}

/// Blocks that grow with the demand, by hand: 100 kW for 12 hours and 40 kW for 708 are 29,520 kWh and 295.2 hours of use.
#[test]
fn blocks_by_hours_of_use_of_the_demand() {
    let block = |end: Option<f64>, price: f64| {
        let mut block = HoursUseBlock::new(usd(price));
        block.up_to_kwh_per_kw = end;
        block
    };
    let blocks = || vec![block(Some(100.0), 0.09), block(Some(250.0), 0.06), block(None, 0.04)];
    let load: Vec<f64> = (0..720).map(|hour| if hour < 12 { 100e3 } else { 40e3 }).collect();
    let bill = |tariff: Tariff| tariff.bill(at(1_788_220_800), &loads(&load)).unwrap();
    let september = bill(flat(0.0).hours_use(HoursUse::new(blocks())));
    within_relative(september.tier_usd, 1e4 * 0.09 + 1.5e4 * 0.06 + 4520.0 * 0.04, 1e-12, "September");
    assert_eq!(september.total_usd, september.tier_usd);
    // By the demand of a charge: on-peak 40 kW, or 80 % of a peak of 150 kW in August.
    let on_peak = DemandCharge::new(Usd::new(0.0).unwrap()).windows(vec![BillingWindow::new(12, 20)]);
    let ratchet = DemandRatchet::new(Fraction::new(0.8).unwrap(), 11).earlier_peaks_w(loads(&[150e3]));
    for (charge, kw) in [(on_peak.clone(), 40.0), (on_peak.ratchet(ratchet), 120.0)] {
        let mut hours_use = HoursUse::new(blocks());
        hours_use.charge = Some(0);
        let got = bill(flat(0.0).hours_use(hours_use).demand(vec![charge])).tier_usd;
        let parts = [(0.0, 100.0, 0.09), (100.0, 250.0, 0.06), (250.0, 1e9, 0.04)];
        let cost = |(from, to, usd): &(f64, f64, f64)| usd * max(min(29_520.0, to * kw) - from * kw, 0.0);
        within_relative(got, parts.iter().map(cost).sum(), 1e-12, "by a charge");
    }
    // What was used before the span has filled its blocks.
    let later = bill(flat(0.0).hours_use(HoursUse::new(blocks())).energy_so_far_kwh(20e3));
    within_relative(later.tier_usd, 5e3 * 0.06 + 24_520.0 * 0.04, 1e-12, "from 20,000 kWh on");

    let refused = |hours_use: HoursUse| {
        let error = flat(0.0).hours_use(hours_use).bill(at(1_788_220_800), &loads(&[1e3])).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let mut none = HoursUse::new(blocks());
    none.charge = Some(0);
    assert_eq!(refused(none), ("mining.charge.out_of_range".into(), "tariff.hours_use.charge".into()));
    let path = |at| format!("tariff.hours_use.blocks[{at}].up_to_kwh_per_kw");
    for (blocks, problem, at) in [
        (vec![block(Some(9.0), 0.1)], "out_of_range", 0),
        (vec![block(None, 0.1), block(None, 0.1)], "missing", 0),
        (vec![block(Some(9.0), 0.1), block(Some(9.0), 0.1), block(None, 0.1)], "out_of_range", 1),
    ] {
        assert_eq!(refused(HoursUse::new(blocks)), (format!("mining.up_to_kwh_per_kw.{problem}"), path(at)));
    }
    assert_eq!(refused(HoursUse::new(vec![block(None, 0.1); 101])).0, "mining.blocks.length");
}

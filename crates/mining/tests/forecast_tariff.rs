//! Forecasts under a tariff: hour by hour by hand, and the bill that is the same engine's.

use crate::forecast::{path, project_with, request, run};
use hashinsight_mining::forecast::{Algorithm, ForecastReport, ForecastRequest, ForecastSteps, forecast};
use hashinsight_mining::tariff::{
    BillingWindow, Clock, DayKind, DemandCharge, EnergyRates, HourlySeries, Tariff, TimeOfUse, TimeOfUseWindow,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{Days, EnergyPrice, Fraction, Timestamp, Usd, UtcOffset};

/// Wednesday 2026-07-01T00:00Z.
const JULY: i64 = 1_782_864_000;

fn usd(price: f64) -> EnergyPrice {
    EnergyPrice::new(price).unwrap()
}

fn flat(price: f64) -> Tariff {
    Tariff::new(EnergyRates::FlatUsdPerKwh(usd(price)))
}

/// An S21 XP from July on; the power price is what the tariff does not hold.
fn asked(algorithm: Algorithm, steps: ForecastSteps, tariff: Tariff, power_price: f64) -> ForecastRequest {
    let mut request = request(algorithm, steps);
    request.project = project_with(|project| {
        project.start_ms = Timestamp::from_s(JULY).unwrap();
        project.operation.power_price_usd_per_kwh = usd(power_price);
        project.operation.uptime = Some(Fraction::new(0.9).unwrap());
        project.operation.hosting_fee_usd_per_kwh = Some(usd(0.01));
        project.operation.maintenance_usd_per_day = Some(Usd::new(0.2).unwrap());
    });
    request.tariff(tariff)
}

fn months(count: u32) -> ForecastSteps {
    ForecastSteps::CalendarMonths { count, clock: None }
}

/// Rows add up to the bill and the values.
fn adds_up(report: &ForecastReport, power_price: f64) {
    let billed = report.billed.as_ref().unwrap();
    let table = &report.table;
    let sum = |column: &[f64]| column.iter().sum::<f64>();
    within_relative(sum(&table.power_cost_usd), billed.bill.total_usd + power_price * report.energy_kwh, 1e-9, "power");
    within_relative(report.energy_kwh, billed.bill.energy_kwh, 1e-9, "energy");
    within_relative(sum(&table.net_usd), report.with_switch_off.net_usd, 1e-9, "net");
    let always = sum(&table.always_on_net_usd) - report.always_on.net_usd;
    assert!(always.abs() < 1e-9 * report.always_on.net_usd.abs(), "{always}");
    for row in 0..table.days.len() {
        let parts = table.revenue_usd[row] - table.power_cost_usd[row] - table.hosting_usd[row];
        assert!((table.net_usd[row] - (parts - table.maintenance_usd[row])).abs() < 1e-9, "row {row}");
    }
}

/// Three months of windows and a demand charge: each month either rests or runs in every hour that pays, whichever leaves
/// more, and the second rests although its hours pay.
#[test]
fn each_hour_is_decided_under_the_whole_bill() {
    let peak = TimeOfUseWindow::new(16, 21, usd(0.2)).days(DayKind::Weekdays);
    let rates = EnergyRates::TimeOfUse(TimeOfUse::new(vec![peak], usd(0.04)));
    let tariff = Tariff::new(rates).demand_charge_usd_per_kw_month(Usd::new(12.0).unwrap());
    let report = run(&asked(Algorithm::Dynamic(path(0.9, 0.0)), months(3), tariff, 0.005));
    let kw = 3.645 * 0.9;
    let (mut hour, mut best, mut always) = (0_i64, 0.0, 0.0);
    for (month, days) in [31, 31, 30].into_iter().enumerate() {
        let difficulty = [1.3e14, 2.47e14, 4.693e14][month];
        let revenue = 270e12 * 3600.0 * 0.9 / (difficulty * 4_294_967_296.0) * 3.165 * 0.98 * 90_000.0;
        let (mut paying, mut all, mut hours) = (0.0, 0.0, 0.0);
        for _ in 0..days * 24 {
            let (day, of_day) = (hour / 24, hour % 24);
            let weekday = (2 + day) % 7 < 5; // the first is a Wednesday
            let price = if weekday && (16..21).contains(&of_day) { 0.2 } else { 0.04 } + 0.015;
            let margin = revenue - kw * price;
            all += margin;
            if margin > 0.0 {
                (paying, hours) = (paying + margin, hours + 1.0);
            }
            hour += 1;
        }
        let (upkeep, demand) = (0.2 * f64::from(days), 12.0 * kw);
        assert_eq!([paying > demand, paying > 0.0], [[true, true], [false, true], [false, false]][month]);
        let runs = paying > demand;
        let net = if runs { paying - demand } else { 0.0 } - upkeep;
        within_relative(report.table.net_usd[month], net, 1e-9, "net");
        within_relative(report.table.always_on_net_usd[month], all - demand - upkeep, 1e-9, "always on");
        let off = f64::from(days) - if runs { hours / 24.0 } else { 0.0 };
        within_relative(report.table.days_off[month], off, 1e-9, "days off");
        (best, always) = (best + net, always + all - demand - upkeep);
    }
    within_relative(report.with_switch_off.net_usd, best, 1e-9, "all months");
    within_relative(report.always_on.net_usd, always, 1e-9, "all months, always on");
    assert_eq!(report.billed.as_ref().unwrap().optimality_gap_usd, 0.0);
    adds_up(&report, 0.005);
}

/// A flat tariff is a power price, through retargets and a halving, up to the hours that straddle one.
#[test]
fn a_flat_tariff_is_a_power_price() {
    let algorithm = || Algorithm::Dynamic(path(0.01, 0.0));
    let steps = || ForecastSteps::Retargets { days: Days::new(730.3).unwrap() };
    for minutes in [60, 15] {
        let tariffed = run(&asked(algorithm(), steps(), flat(0.05).settlement_minutes(minutes), 0.0));
        let mut plain = asked(algorithm(), steps(), flat(0.0), 0.05);
        plain.tariff = None;
        let plain = run(&plain);
        assert!(plain.billed.is_none() && plain.days_off > 30.0);
        within_relative(
            tariffed.always_on.net_present_value_usd,
            plain.always_on.net_present_value_usd,
            1e-9,
            "always",
        );
        within_relative(tariffed.with_switch_off.net_usd, plain.with_switch_off.net_usd, 1e-5, "net");
        within_relative(tariffed.btc, plain.btc, 1e-4, "BTC");
        adds_up(&tariffed, 0.0);
    }
}

/// What a month is charged stands in the step in which it ends: in each of its months, and in the retarget period with
/// the month's last hour.
#[test]
fn charges_of_a_month_fall_where_it_ends() {
    let clock = Clock::new(UtcOffset::from_minutes(-300).unwrap());
    let on_peak = DemandCharge::new(Usd::new(5.0).unwrap()).windows(vec![BillingWindow::new(12, 18)]);
    let with = |steps: &ForecastSteps, fixed: f64| {
        let tariff = flat(0.02).clock(clock.clone()).demand(vec![on_peak.clone()]);
        let tariff = tariff.fixed_usd_per_month(Usd::new(fixed).unwrap());
        run(&asked(Algorithm::Static, steps.clone(), tariff, 0.0))
    };
    let steps = ForecastSteps::CalendarMonths { count: 4, clock: Some(clock.clone()) };
    let (none, some) = (with(&steps, 0.0), with(&steps, 30.0));
    for row in 0..4 {
        within_relative(some.table.power_cost_usd[row] - none.table.power_cost_usd[row], 30.0, 1e-9, "a month");
    }
    let steps = ForecastSteps::Retargets { days: Days::new(92.0).unwrap() };
    let (none, some) = (with(&steps, 0.0), with(&steps, 30.0));
    // The clock is five hours behind: June, July, August and September are touched.
    let ends: Vec<f64> = [5.0, 31.0 * 24.0 + 5.0, 62.0 * 24.0 + 5.0, 92.0 * 24.0].map(|hours| hours / 24.0).to_vec();
    let mut begin = 0.0;
    for row in 0..some.table.days.len() {
        let end = begin + some.table.days[row];
        let months = ends.iter().filter(|at| begin < **at && **at <= end + 1e-9).count();
        let more = some.table.power_cost_usd[row] - none.table.power_cost_usd[row];
        assert!((more - 30.0 * months as f64).abs() < 1e-9, "row {row}: {more} for {months} months");
        begin = end;
    }
    adds_up(&some, 0.0);
}

#[test]
fn a_tariff_that_does_not_reach_is_refused() {
    let hourly = HourlySeries::new(Timestamp::from_s(JULY).unwrap(), vec![usd(0.05); 48]);
    let short = Tariff::new(EnergyRates::Hourly(hourly));
    let steps = |days: f64| ForecastSteps::Retargets { days: Days::new(days).unwrap() };
    assert!(forecast(&asked(Algorithm::Static, steps(2.0), short.clone(), 0.0)).is_ok());
    let error = forecast(&asked(Algorithm::Static, steps(2.01), short, 0.0)).unwrap_err();
    let path = "tariff.energy.hourly.usd_per_kwh";
    assert_eq!((error.code(), error.path().as_str()), ("mining.usd_per_kwh.insufficient_data", path));
    let error = forecast(&asked(Algorithm::Static, steps(7400.0), flat(0.05), 0.0)).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("mining.hours.out_of_range", "steps"));
    // Less than an interval: it runs, and is billed its part.
    let half_an_hour = run(&asked(Algorithm::Static, steps(1.0 / 48.0), flat(0.05), 0.0));
    within_relative(half_an_hour.energy_kwh, 3.645 * 0.9 / 2.0, 1e-12, "energy");
    adds_up(&half_an_hour, 0.0);
}

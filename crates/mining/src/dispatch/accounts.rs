//! The money of a plan.

use hashinsight_units::{Outcome, W_PER_KW};

use super::class::{Class, Mode};
use super::hours::{HourPrice, Hours};
use super::report::{DispatchClassReport, DispatchReport};
use super::schedule::Schedule;
use crate::tariff::{Bill, Terms};

/// The money of a class, and its part of each hour's load and revenue.
fn account(
    class: &Class<'_>,
    schedule: Schedule,
    hours: &Hours,
    interval_hours: f64,
    (load_w, revenue): (&mut [f64], &mut [f64]),
) -> DispatchClassReport {
    let (mut machine_hours, mut revenue_usd, mut energy_kwh, mut energy_usd) = (0.0, 0.0, 0.0, 0.0);
    let starts = schedule.starts(class);
    for (mode, column) in class.modes.iter().zip(&schedule.running) {
        let (mut running_hours, mut of_hashprice, mut of_price) = (0.0, 0.0, 0.0);
        for ((count, HourPrice { hashprice, usd_per_kwh }), (load, revenue)) in
            column.iter().zip(hours.iter()).zip(load_w.iter_mut().zip(revenue.iter_mut()))
        {
            let machines = f64::from(*count);
            running_hours += machines;
            of_hashprice += machines * hashprice;
            of_price += machines * usd_per_kwh;
            *load += machines * mode.meter_w;
            *revenue += machines * mode.revenue(hashprice);
        }
        machine_hours += running_hours * interval_hours;
        revenue_usd += mode.revenue(of_hashprice);
        energy_kwh += mode.kwh * running_hours;
        energy_usd += mode.kwh * of_price;
    }
    let normal = class.modes[0];
    let sum = |column: &[f64]| column.iter().fold(0.0, |sum, value| sum + value);
    let always_on = class.count() * normal.margin(sum(&hours.hashprice), sum(&hours.price));
    let break_even = normal.revenue(hours.hashprice[0]) / interval_hours / normal.meter_w * (W_PER_KW * W_PER_KW);
    DispatchClassReport {
        name: class.request.name.clone(),
        break_even_usd_per_mwh: if normal.meter_w > 0.0 { Outcome::of(break_even) } else { Outcome::Unbounded },
        running: schedule.running,
        reason: schedule.reason,
        saved_usd: revenue_usd - energy_usd - always_on,
        machine_hours,
        starts,
        revenue_usd,
        energy_kwh,
        energy_usd,
        start_cost_usd: starts as f64 * class.start_cost,
    }
}

/// What schedules come to, before they are reported.
pub(super) struct Worth {
    pub(super) load_w: Vec<f64>,
    pub(super) bill: Bill,
    pub(super) start_cost_usd: f64,
    pub(super) net_usd: f64,
}

impl Worth {
    pub(super) fn of(terms: &Terms, classes: &[Class<'_>], hours: &Hours, schedules: &[Schedule]) -> Self {
        let mut load_w = vec![0.0; hours.price.len()];
        let (mut revenue_usd, mut start_cost_usd) = (0.0, 0.0);
        for (class, schedule) in classes.iter().zip(schedules) {
            for (mode, column) in class.modes.iter().zip(&schedule.running) {
                let mut of_hashprice = 0.0;
                for ((count, hashprice), load) in column.iter().zip(&hours.hashprice).zip(&mut load_w) {
                    of_hashprice += f64::from(*count) * hashprice;
                    *load += f64::from(*count) * mode.meter_w;
                }
                revenue_usd += mode.revenue(of_hashprice);
            }
            if class.start_cost > 0.0 {
                start_cost_usd += schedule.starts(class) as f64 * class.start_cost;
            }
        }
        let bill = terms.bill(&load_w);
        let net_usd = revenue_usd - start_cost_usd - bill.total_usd;
        Self { load_w, bill, start_cost_usd, net_usd }
    }
}

/// The plan's report: what the schedules earn, and what the tariff bills for their load.
pub(super) fn charge(
    terms: &Terms,
    classes: &[Class<'_>],
    hours: &Hours,
    schedules: Vec<Schedule>,
    optimality_gap_usd: f64,
) -> DispatchReport {
    let interval_hours = terms.grid.hours_each();
    let mut load_w = vec![0.0; hours.price.len()];
    let mut revenue = load_w.clone();
    let reports: Vec<DispatchClassReport> = classes
        .iter()
        .zip(schedules)
        .map(|(class, schedule)| account(class, schedule, hours, interval_hours, (&mut load_w, &mut revenue)))
        .collect();
    let always_w = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].meter_w);
    let always_phs = classes.iter().fold(0.0, |sum, class| sum + class.count() * class.modes[0].phs_days);
    let always = Mode { phs_days: always_phs, ..Mode::new(0.0, always_w, interval_hours) };
    let hourly_saved_usd = hours
        .iter()
        .zip(load_w.iter().zip(&revenue))
        .map(|(HourPrice { hashprice, usd_per_kwh }, (load, revenue))| {
            revenue - usd_per_kwh * (load / W_PER_KW * interval_hours) - always.margin(hashprice, usd_per_kwh)
        })
        .collect();
    let bill = terms.bill(&load_w);
    let always_on_bill = terms.bill(&vec![always_w; load_w.len()]);
    let always_on_revenue_usd = hours.hashprice.iter().fold(0.0, |sum, hashprice| sum + always.revenue(*hashprice));
    let revenue_usd = reports.iter().fold(0.0, |sum, class| sum + class.revenue_usd);
    let start_cost_usd = reports.iter().fold(0.0, |sum, class| sum + class.start_cost_usd);
    let net_usd = revenue_usd - start_cost_usd - bill.total_usd;
    let always_on_net_usd = always_on_revenue_usd - always_on_bill.total_usd;
    DispatchReport {
        price_usd_per_kwh: hours.price.clone(),
        load_w,
        hourly_saved_usd,
        classes: reports,
        revenue_usd,
        start_cost_usd,
        bill,
        net_usd,
        always_on_revenue_usd,
        always_on_bill,
        always_on_net_usd,
        saved_usd: net_usd - always_on_net_usd,
        optimality_gap_usd,
    }
}

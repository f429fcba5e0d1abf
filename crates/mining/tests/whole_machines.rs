//! Whole machines: what fits a limit, the best of an hour and the best of a month, against every choice there is.

use hashinsight_mining::dispatch::{
    DispatchClass, DispatchReason, DispatchReport, DispatchRequest, HashpriceCurve, InitialState, MeritOrderReport,
    MeritOrderRequest, PowerLimit, merit_order, plan_dispatch,
};
use hashinsight_mining::machine::{Machine, MachineSpec, SiteCapacityReport, SiteCapacityRequest, site_capacity};
use hashinsight_mining::tariff::{EnergyRates, HourlySeries, Tariff};
use hashinsight_testkit::{Fleet, HourPrices, Switched, best_choice, best_choice_in_steps, best_month, best_switched};
use hashinsight_units::{EnergyPrice, Hashprice, Hashrate, Power, Ratio, Timestamp, Usd};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn spec((watts, ths): (f64, f64)) -> MachineSpec {
    MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap())
}

fn class(count: u32, modes: &[(f64, f64)]) -> DispatchClass {
    let mut class = DispatchClass::new(format!("{modes:?}"), count, Machine::Spec(spec(modes[0])));
    class.modes = (modes.len() > 1).then(|| modes[1..].iter().map(|mode| spec(*mode)).collect());
    class
}

fn merit(fleet: &Fleet, cap_w: f64, (hashprice, usd_per_kwh): HourPrices, overhead: f64) -> MeritOrderReport {
    let (hashprice, price) = (Hashprice::new(hashprice).unwrap(), EnergyPrice::new(usd_per_kwh).unwrap());
    let request = MeritOrderRequest::new(classes(fleet), hashprice, price)
        .limit(PowerLimit::CapW(Power::new(cap_w).unwrap()))
        .cooling_overhead(Ratio::new(overhead).unwrap());
    merit_order(&request).unwrap_or_else(|error| panic!("{error}"))
}

/// A plan of August 2026 from its first hour on.
fn plan(classes: Vec<DispatchClass>, limit_w: Option<f64>, hours: &[HourPrices], usd_per_kw: f64) -> DispatchReport {
    let start_ms = Timestamp::from_s(1_785_542_400).unwrap();
    let usd_per_kwh = hours.iter().map(|(_, price)| EnergyPrice::new(*price).unwrap()).collect();
    let tariff = Tariff::new(EnergyRates::Hourly(HourlySeries::new(start_ms, usd_per_kwh)))
        .demand_charge_usd_per_kw_month(Usd::new(usd_per_kw).unwrap());
    let hashprice = hours.iter().map(|(hashprice, _)| Hashprice::new(*hashprice).unwrap()).collect();
    let (count, hashprice) = (u32::try_from(hours.len()).unwrap(), HashpriceCurve::HourlyUsdPerPhsDay(hashprice));
    let mut request = DispatchRequest::new(classes, tariff, start_ms, count, hashprice);
    request.power_limit_w = limit_w.map(|watts| Power::new(watts).unwrap());
    plan_dispatch(&request).unwrap_or_else(|error| panic!("{error}"))
}

fn capacity(site_w: f64, machine: (f64, f64), overhead: f64) -> SiteCapacityReport {
    let request = SiteCapacityRequest::new(Power::new(site_w).unwrap(), Machine::Spec(spec(machine)));
    site_capacity(&request.cooling_overhead(Ratio::new(overhead).unwrap())).unwrap()
}

/// The decimal `digits / 10^places` as a sheet states it.
fn decimal(digits: u64, places: u32) -> f64 {
    let scale = 10_u64.pow(places);
    format!("{}.{:0width$}", digits / scale, digits % scale, width = places as usize).parse().unwrap()
}

/// Catalog wattages in tenths of a watt, PUE in thousandths: what fits exactly by decimals fits, one milliwatt less
/// does not.
#[test]
fn case_53_what_fits_by_decimals_fits() {
    let mut tried = 0;
    for tenths in [35_000, 30_100, 30_680, 32_500, 53_600, 56_760, 13_230, 36_417, 27_600, 110_200] {
        for thousandths in (1_000..=1_300).step_by(5).chain([1_333, 1_999]) {
            for count in [1_u64, 3, 7, 48, 100, 334, 1_000, 5_000] {
                let site = tenths * thousandths * count;
                let (watts, overhead) = (decimal(tenths, 1), decimal(thousandths, 3));
                for (site, fits) in [(site, count), (site - 10, count - 1), (site + 10, count)] {
                    let site_power_w = decimal(site, 4);
                    let report = capacity(site_power_w, (watts, 200.0), overhead);
                    assert_eq!(report.machines, fits, "{watts} W at {overhead} into {site_power_w} W");
                    assert!(report.spare_power_w >= 0.0);
                    let fleet = [(u32::try_from(count).unwrap() + 1, vec![(watts, 200.0)])];
                    let running = merit(&fleet, site_power_w, (500.0, 0.0), overhead).classes[0].running[0];
                    assert_eq!(u64::from(running), fits, "merit order");
                    tried += 1;
                }
            }
        }
    }
    assert_eq!(tried, 10 * 63 * 8 * 3);
    let full = capacity(17_688.0, (5_360.0, 200.0), 1.1);
    assert_eq!((full.machines, full.used_power_w, full.spare_power_w), (3, 17_688.0, 0.0));
    let limited = plan(vec![class(4, &[(5_896.0, 200.0)])], Some(17_688.0), &[(500.0, 0.0)], 0.0);
    assert_eq!(limited.classes[0].running, [[3]]);
}

/// A stock low-power mode below the concave curve is what still fits: one of each, 5650 W.
#[test]
fn case_47_one_normal_and_one_low_fit_a_feeder() {
    let modes = vec![(3_250.0, 110.0), (2_400.0, 75.0)];
    // 50 USD/PH/day over 24 h, 0.185 PH/s; 5.65 kW at 0.02 USD.
    let best: f64 = 50.0 / 24.0 * 0.185 - 0.02 * 5.65;
    assert!((best - 0.2724).abs() < 1e-4);
    let report = merit(&[(2, modes.clone())], 5_700.0, (50.0, 0.02), 1.0);
    assert_eq!((report.classes[0].running.as_slice(), report.load_w), ([1, 1].as_slice(), 5_650.0));
    assert!((report.margin_usd_per_hour - best).abs() < 1e-12 && report.optimality_gap_usd_per_hour == 0.0);
    let hour = plan(vec![class(2, &modes)], Some(5_700.0), &[(50.0, 0.02)], 0.0);
    assert!((hour.net_usd - best).abs() < 1e-12 && hour.optimality_gap_usd == 0.0);
    assert_eq!(hour.classes[0].running, [[1], [1]]);
}

/// 300 hours at 45 USD/MWh and 420 at 60 against 9 USD/kW-month: S19s of 34 J/TH earn 838 USD per MW in the cheap hours
/// and would pay 9000 USD for it.
#[test]
fn case_27_resting_all_month_is_the_best_plan() {
    let hours: Vec<HourPrices> = (0..720).map(|hour| (39.0, if hour % 24 < 10 { 0.045 } else { 0.060 })).collect();
    let s19 = class(1000, &[(3_400.0, 100.0)]);
    let report = plan(vec![s19.clone()], None, &hours, 9.0);
    assert_eq!((report.net_usd, report.bill.demand_usd, report.optimality_gap_usd), (0.0, 0.0, 0.0));
    assert_eq!(report.classes[0].reason[0], DispatchReason::DemandCharge);
    assert_eq!(report.classes[0].reason[23], DispatchReason::Unprofitable);
    // At 0.50 USD/kW-month the cheap hours pay for it: 300 h of 39/24 · 100 PH/s less 3.4 MW at 45 USD/MWh.
    let cheap = plan(vec![s19], None, &hours, 0.5);
    let earned: f64 = 300.0 * (39.0 / 24.0 * 100.0 - 3.4 * 45.0);
    assert!((cheap.net_usd - (earned - 1_700.0)).abs() < 1e-6 && cheap.optimality_gap_usd == 0.0);
}

fn cases(full: u32) -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(47), ..hashinsight_testkit::properties(full) }
}

/// Up to three classes of up to four machines in up to three modes, whichever way the modes lie.
fn any_fleet() -> impl Strategy<Value = Vec<(u32, Vec<(f64, f64)>)>> {
    let mode = (500_u32..6_000, 10_u32..300).prop_map(|(watts, ths)| (f64::from(watts), f64::from(ths)));
    proptest::collection::vec((0_u32..5, proptest::collection::vec(mode, 1..4)), 1..4)
}

fn any_hours(most: usize) -> impl Strategy<Value = Vec<HourPrices>> {
    let hashprice = prop_oneof![4 => 20.0_f64..90.0, 1 => Just(50.0), 1 => Just(0.0)];
    proptest::collection::vec((hashprice, -0.05_f64..0.2), 1..=most)
}

fn total_w(fleet: &Fleet) -> f64 {
    let most = |modes: &[(f64, f64)]| modes.iter().map(|mode| mode.0).fold(0.0, hashinsight_numerics::max);
    fleet.iter().map(|(count, modes)| f64::from(*count) * most(modes)).sum()
}

fn classes(fleet: &Fleet) -> Vec<DispatchClass> {
    fleet.iter().map(|(count, modes)| class(*count, modes)).collect()
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn case_47_a_choice_of_modes_is_the_best_there_is(
        fleet in any_fleet(), part in 0.0_f64..1.1, hashprice in 20.0_f64..90.0, price in -0.05_f64..0.15,
        overhead in prop_oneof![Just(1.0), Just(1.05)],
    ) {
        let cap = total_w(&fleet) * part;
        let report = merit(&fleet, cap, (hashprice, price), overhead);
        let metered: Vec<(u32, Vec<(f64, f64)>)> = fleet
            .iter()
            .map(|(count, modes)| (*count, modes.iter().map(|(watts, ths)| (watts * overhead, *ths)).collect()))
            .collect();
        let best = best_choice(&metered, cap, (hashprice, price));
        prop_assert_eq!(report.optimality_gap_usd_per_hour, 0.0);
        prop_assert!((report.margin_usd_per_hour - best).abs() < 1e-9, "{} {best}", report.margin_usd_per_hour);
        let (mut load, mut margin) = (0.0, 0.0);
        for (class, (count, modes)) in report.classes.iter().zip(&metered) {
            prop_assert_eq!(class.running.iter().sum::<u32>() + class.stopped, *count);
            for (running, (watts, ths)) in class.running.iter().zip(modes) {
                load += f64::from(*running) * watts;
                margin += f64::from(*running) * (hashprice * ths / 24e3 - price * watts / 1e3);
            }
        }
        prop_assert!(load <= cap + 1e-4 && (load - report.load_w).abs() < 1e-6);
        prop_assert!((margin - report.margin_usd_per_hour).abs() < 1e-9);
    }

    /// The demand charge of a month over hours of any price, without a limit and with one that binds.
    #[test]
    fn case_27_a_month_under_a_demand_charge_is_the_best_there_is(
        fleet in any_fleet(), part in proptest::option::of(0.0_f64..1.1), hours in any_hours(6),
        usd_per_kw in 0.01_f64..1.0,
    ) {
        let limit = part.map(|part| total_w(&fleet) * part);
        let report = plan(classes(&fleet), limit, &hours, usd_per_kw);
        let best = best_month(&fleet, limit.unwrap_or(f64::INFINITY), &hours, usd_per_kw);
        prop_assert!(report.net_usd <= best + 1e-9, "{} {best}", report.net_usd);
        prop_assert!(report.optimality_gap_usd < 1e-9, "{}", report.optimality_gap_usd);
        prop_assert!(report.net_usd + report.optimality_gap_usd >= best - 1e-9, "{} {best}", report.net_usd);
        if let Some(limit) = limit {
            prop_assert!(report.load_w.iter().all(|load| *load <= limit + 1e-4));
        }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// A day under a limit, its hours of any price: each is the best there is, though most are proven by their neighbours.
    #[test]
    fn case_47_every_hour_under_a_limit_is_the_best_there_is(
        fleet in any_fleet(), part in 0.0_f64..1.1, hours in proptest::collection::vec((20.0_f64..90.0, -0.05_f64..0.2), 24),
    ) {
        let limit = total_w(&fleet) * part;
        let report = plan(classes(&fleet), Some(limit), &hours, 0.0);
        let best: f64 = hours.iter().map(|hour| best_choice(&fleet, limit, *hour)).sum();
        prop_assert_eq!(report.optimality_gap_usd, 0.0);
        prop_assert!((report.net_usd - best).abs() < 1e-9, "{} {best}", report.net_usd);
        prop_assert!(report.load_w.iter().all(|load| *load <= limit + 1e-4));
    }
}

fn any_switched() -> impl Strategy<Value = Vec<Switched>> {
    let mode = (500_u32..6_000, 10_u32..300).prop_map(|(watts, ths)| (f64::from(watts), f64::from(ths)));
    let bounds = (1_u32..4, 1_u32..4, 0.0_f64..0.3, (any::<bool>(), 1_u32..4));
    let one = (1_u32..4, proptest::collection::vec(mode, 1..3), bounds).prop_map(
        |(count, modes, (min_up, min_down, start_usd, before))| Switched {
            count,
            modes,
            min_up,
            min_down,
            start_usd,
            before,
        },
    );
    proptest::collection::vec(one, 1..3)
}

proptest! {
    #![proptest_config(cases(5_000))]

    /// Minimum times and start costs beside a demand charge: no better plan than the gap says, never worse than to rest
    /// or to run all the time.
    #[test]
    fn case_27_a_bound_plan_says_what_it_may_be_short_of(
        switched in any_switched(), hours in any_hours(5), usd_per_kw in 0.01_f64..1.0,
    ) {
        let bound = |class: &Switched| {
            self::class(class.count, &class.modes)
                .min_up_hours(class.min_up)
                .min_down_hours(class.min_down)
                .start_cost_usd(Usd::new(class.start_usd).unwrap())
                .initial(match class.before {
                    (true, passed) => InitialState::OnHours(passed),
                    (false, passed) => InitialState::OffHours(passed),
                })
        };
        let report = plan(switched.iter().map(bound).collect(), None, &hours, usd_per_kw);
        let best = best_switched(&switched, &hours, usd_per_kw);
        prop_assert!(report.net_usd <= best + 1e-9, "{} {best}", report.net_usd);
        prop_assert!(report.optimality_gap_usd >= 0.0);
        let most = report.net_usd + report.optimality_gap_usd;
        prop_assert!(most >= best - 1e-9, "{} {} {best}", report.net_usd, report.optimality_gap_usd);
        if switched.iter().all(|class| class.before.0 && class.before.1 >= class.min_up) {
            prop_assert!(report.net_usd >= -1e-9, "to rest was possible: {}", report.net_usd);
            prop_assert!(report.saved_usd >= -1e-9, "to leave all on was possible: {}", report.saved_usd);
        }
    }
}

/// Fleets beyond trying every choice, powers in tens of watts, against the table of the best for every load. Hours after
/// each other are told apart by price alone, as a plan meets them.
#[test]
fn case_47_large_fleets_are_the_best_or_say_a_true_gap() {
    let mut state = 47_u64;
    let mut draw = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    for (kinds, modes, most) in [(4, 3, 50), (12, 1, 50), (12, 3, 10), (60, 1, 8), (80, 2, 5)] {
        for _ in 0..2 {
            // Nearly equal efficiencies: the hard case.
            let mut mode = |lower: u64| {
                let watts = 10 * (250 - 40 * lower + draw(100));
                (watts as f64, watts as f64 / 30.0 + draw(10) as f64)
            };
            let mut fleet: Vec<(u32, Vec<(f64, f64)>)> =
                (0..kinds).map(|_| (0, (0..modes).map(&mut mode).collect())).collect();
            for (count, _) in &mut fleet {
                *count = 1 + u32::try_from(draw(most)).unwrap();
            }
            let cap = (total_w(&fleet) * (0.2 + draw(70) as f64 / 100.0)).floor();
            let hours: Vec<HourPrices> = (0..4).map(|_| (50.0, draw(60) as f64 / 1e3)).collect();
            let best: Vec<f64> = hours.iter().map(|hour| best_choice_in_steps(&fleet, cap, *hour, 10.0)).collect();
            for (hour, best) in hours.iter().zip(&best) {
                let report = merit(&fleet, cap, *hour, 1.0);
                let (got, gap) = (report.margin_usd_per_hour, report.optimality_gap_usd_per_hour);
                assert!(got <= best + 1e-8 && got + gap >= best - 1e-8 && gap >= 0.0, "{got} {gap} {best}");
            }
            let report = plan(classes(&fleet), Some(cap), &hours, 0.0);
            let (got, gap, best) = (report.net_usd, report.optimality_gap_usd, best.iter().sum::<f64>());
            assert!(got <= best + 1e-8 && got + gap >= best - 1e-8 && gap >= 0.0, "{got} {gap} {best}");
        }
    }
}

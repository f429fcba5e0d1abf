//! Plans against every schedule there is, merit order against every choice there is, money against the tariff's own
//! bill.

use hashinsight_mining::dispatch::{
    DispatchClass, DispatchReason, DispatchReport, DispatchRequest, HashpriceCurve, InitialState, MeritOrderRequest,
    PowerLimit, merit_order, plan_dispatch,
};
use hashinsight_mining::machine::{Machine, MachineSpec};
use hashinsight_mining::reward::PoolFee;
use hashinsight_mining::tariff::{BillRequest, ContractBlock, EnergyRates, HourlySeries, Tariff, bill};
use hashinsight_units::{EnergyPrice, Hashprice, Hashrate, Power, Ratio, Timestamp, Usd};
use proptest::prelude::*;

fn spec(ths: f64, watts: f64) -> MachineSpec {
    MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap())
}

fn class(count: u32, ths: f64, watts: f64) -> DispatchClass {
    DispatchClass::new(format!("{ths} TH/s"), count, Machine::Spec(spec(ths, watts)))
}

fn start() -> Timestamp {
    Timestamp::from_s(1_785_542_400).unwrap()
}

fn hourly(usd_per_mwh: &[f64]) -> Tariff {
    let usd_per_kwh = usd_per_mwh.iter().map(|usd| EnergyPrice::from_usd_per_mwh(*usd).unwrap()).collect();
    Tariff::new(EnergyRates::Hourly(HourlySeries::new(start(), usd_per_kwh)))
}

fn request(classes: Vec<DispatchClass>, tariff: Tariff, hours: usize, hashprice: f64) -> DispatchRequest {
    let hashprice = HashpriceCurve::ConstantUsdPerPhsDay(Hashprice::new(hashprice).unwrap());
    DispatchRequest::new(classes, tariff, start(), u32::try_from(hours).unwrap(), hashprice)
}

fn plan(request: &DispatchRequest) -> DispatchReport {
    plan_dispatch(request).unwrap_or_else(|error| panic!("{error}"))
}

/// Whether a schedule keeps the minimum times, told hour by hour from the outside.
fn feasible(runs: &[bool], min_up: u32, min_down: u32, initial: InitialState) -> bool {
    let (mut on, mut passed) = match initial {
        InitialState::OnHours(hours) => (true, hours),
        InitialState::OffHours(hours) => (false, hours),
    };
    for run in runs {
        if *run == on {
            passed = passed.saturating_add(1);
            continue;
        }
        if passed < if on { min_up } else { min_down } {
            return false;
        }
        (on, passed) = (*run, 1);
    }
    true
}

fn worth(runs: &[bool], margins: &[f64], start_cost: f64, initial: InitialState) -> f64 {
    let mut on = matches!(initial, InitialState::OnHours(_));
    let mut value = 0.0;
    for (run, margin) in runs.iter().zip(margins) {
        value += if *run { *margin } else { 0.0 } - if *run && !on { start_cost } else { 0.0 };
        on = *run;
    }
    value
}

/// The best of all 2^T schedules.
fn brute_force(margins: &[f64], min_up: u32, min_down: u32, start_cost: f64, initial: InitialState) -> f64 {
    let hours = margins.len();
    (0_u32..1 << hours)
        .map(|bits| (0..hours).map(|hour| bits >> hour & 1 == 1).collect::<Vec<bool>>())
        .filter(|runs| feasible(runs, min_up, min_down, initial))
        .map(|runs| worth(&runs, margins, start_cost, initial))
        .fold(f64::NEG_INFINITY, hashinsight_numerics::max)
}

fn any_initial() -> impl Strategy<Value = Option<InitialState>> {
    proptest::option::of(prop_oneof![
        (1u32..8).prop_map(InitialState::OnHours),
        (1u32..8).prop_map(InitialState::OffHours)
    ])
}

proptest! {
    #![proptest_config(hashinsight_testkit::properties(10_000))]

    #[test]
    fn a_schedule_is_feasible_and_the_best_there_is(
        prices in proptest::collection::vec(-50.0f64..250.0, 1..=14), min_up in 1u32..6, min_down in 1u32..6,
        start_cost in proptest::option::of(0.0f64..100.0), initial in any_initial(), count in 1u32..4,
    ) {
        // One MW that earns 100 USD an hour.
        let mut one = class(count, 1000.0, 1e6).min_up_hours(min_up).min_down_hours(min_down);
        one.start_cost_usd = start_cost.map(|usd| Usd::new(usd).unwrap());
        one.initial = initial;
        let report = plan(&request(vec![one], hourly(&prices), prices.len(), 2400.0));
        let runs: Vec<bool> = report.classes[0].running[0].iter().map(|running| *running > 0).collect();
        let (initial, start_cost) = (initial.unwrap_or(InitialState::OnHours(99)), start_cost.unwrap_or(0.0));
        prop_assert!(feasible(&runs, min_up, min_down, initial));
        let margins: Vec<f64> = prices.iter().map(|price| 100.0 - price).collect();
        let best = brute_force(&margins, min_up, min_down, start_cost, initial);
        let got = worth(&runs, &margins, start_cost, initial);
        prop_assert!((got - best).abs() < 1e-9, "{got} {best}");
        prop_assert!((report.net_usd - best * f64::from(count)).abs() < 1e-8, "{} {best}", report.net_usd);
    }

    /// With thousands of hours: no random feasible change makes it better.
    #[test]
    fn nothing_feasible_beats_a_long_schedule(
        prices in proptest::collection::vec(0.0f64..200.0, 300..600), min_up in 1u32..12, min_down in 1u32..12,
        start_cost in 0.0f64..200.0, flips in proptest::collection::vec((0usize..300, 1usize..40, any::<bool>()), 60),
    ) {
        let one = class(1, 1000.0, 1e6)
            .min_up_hours(min_up)
            .min_down_hours(min_down)
            .start_cost_usd(Usd::new(start_cost).unwrap());
        let report = plan(&request(vec![one], hourly(&prices), prices.len(), 2400.0));
        let best: Vec<bool> = report.classes[0].running[0].iter().map(|running| *running > 0).collect();
        let initial = InitialState::OnHours(99);
        let margins: Vec<f64> = prices.iter().map(|price| 100.0 - price).collect();
        let value = worth(&best, &margins, start_cost, initial);
        prop_assert!(feasible(&best, min_up, min_down, initial));
        for (from, length, on) in flips {
            let mut other = best.clone();
            for run in other.iter_mut().skip(from).take(length) {
                *run = on;
            }
            if feasible(&other, min_up, min_down, initial) {
                prop_assert!(worth(&other, &margins, start_cost, initial) <= value + 1e-8);
            }
        }
    }

    /// The plan's money, from its own running machines and the tariff's engine.
    #[test]
    fn a_plan_is_charged_what_the_tariff_bills(
        prices in proptest::collection::vec(-50.0f64..250.0, 1..200), demand in proptest::option::of(0.0f64..20.0),
        block in proptest::option::of(0.0f64..3e6), overhead in 1.0f64..1.4, fee in 0.0f64..0.1,
        limit in proptest::option::of(0.0f64..4e6),
        low in (20.0f64..80.0, 500.0f64..2500.0), start_cost in 0.0f64..0.5,
    ) {
        let mut tariff = hourly(&prices);
        tariff.demand_charge_usd_per_kw_month = demand.map(|usd| Usd::new(usd).unwrap());
        tariff.contract =
            block.map(|watts| ContractBlock::new(Power::new(watts).unwrap(), EnergyPrice::constant(0.045)));
        let mut classes = vec![class(300, 110.0, 3250.0), class(200, 200.0, 3500.0)];
        classes[0].modes = Some(vec![spec(low.0, low.1), spec(130.0, 4300.0)]);
        if limit.is_none() {
            classes[1].min_down_hours = Some(3);
            classes[1].start_cost_usd = Usd::new(start_cost).ok();
        }
        let mut request = request(classes, tariff.clone(), prices.len(), 50.0);
        request.cooling_overhead = Ratio::new(overhead).ok();
        request.pool_fee = PoolFee::new(fee).ok();
        request.power_limit_w = limit.map(|watts| Power::new(watts).unwrap());
        let report = plan(&request);

        let specs = [vec![(110.0, 3250.0), low, (130.0, 4300.0)], vec![(200.0, 3500.0)]];
        let (mut revenue, mut starts) = (0.0, 0.0);
        let mut load = vec![0.0; prices.len()];
        for (class, modes) in report.classes.iter().zip(&specs) {
            prop_assert_eq!(class.reason.len(), prices.len());
            let mut before = true;
            for hour in 0..prices.len() {
                let mut on = false;
                for (running, (ths, watts)) in class.running.iter().zip(modes) {
                    revenue += f64::from(running[hour]) * ths / 1e3 * 50.0 / 24.0 * (1.0 - fee);
                    load[hour] += f64::from(running[hour]) * watts * overhead;
                    on |= running[hour] > 0;
                }
                let off = [DispatchReason::Unprofitable, DispatchReason::HeldOff, DispatchReason::DemandCharge]
                    .contains(&class.reason[hour]);
                prop_assert!(class.reason[hour] == DispatchReason::Limited || on != off, "hour {hour}: {class:?}");
                starts += if on && !before && class.start_cost_usd > 0.0 { 200.0 * start_cost } else { 0.0 };
                before = on;
            }
        }
        if let Some(limit) = limit {
            prop_assert!(load.iter().all(|load| *load <= limit + 1e-4));
        }
        let close = |a: f64, b: f64| (a - b).abs() < 1e-8 * (1.0 + a.abs() + b.abs());
        prop_assert!(close(report.revenue_usd, revenue), "{} {revenue}", report.revenue_usd);
        prop_assert!(close(report.start_cost_usd, starts), "{} {starts}", report.start_cost_usd);
        let load_w = load.iter().map(|load| Power::new(*load).unwrap()).collect();
        let billed = bill(&BillRequest::new(tariff.clone(), start(), load_w)).unwrap();
        prop_assert!(close(report.bill.total_usd, billed.total_usd));
        prop_assert_eq!(report.revenue_usd - report.start_cost_usd - report.bill.total_usd, report.net_usd);
        prop_assert_eq!(report.net_usd - report.always_on_net_usd, report.saved_usd);
        // What is saved in the hours, less starts, plus what demand charges fall by.
        let hours: f64 = report.hourly_saved_usd.iter().sum();
        let of_classes: f64 = report.classes.iter().map(|class| class.saved_usd).sum();
        prop_assert!((hours - of_classes).abs() < 1e-7 * (1.0 + revenue), "{hours} {of_classes}");
        let explained = hours - report.start_cost_usd + report.always_on_bill.demand_usd - report.bill.demand_usd;
        prop_assert!((report.saved_usd - explained).abs() < 1e-7 * (1.0 + revenue), "{} {explained}", report.saved_usd);
        if limit.is_none() {
            prop_assert!(report.saved_usd >= -1e-8, "to leave all on was possible");
        }
    }

    /// Against every choice of whole machines.
    #[test]
    fn a_merit_order_is_the_best_choice_there_is(
        fleet in proptest::collection::vec((0u32..5, 1.0f64..300.0, 500.0f64..8000.0), 1..4),
        part in 0.0f64..1.1, price in -0.05f64..0.15,
        shed in any::<bool>(),
    ) {
        let total: f64 = fleet.iter().map(|(count, _, watts)| f64::from(*count) * watts).sum();
        let limit = if shed { PowerLimit::ShedW } else { PowerLimit::CapW };
        let asked = total * part;
        let classes = fleet.iter().map(|(count, ths, watts)| class(*count, *ths, *watts)).collect();
        let report = merit_order(
            &MeritOrderRequest::new(classes, Hashprice::constant(50.0), EnergyPrice::new(price).unwrap())
                .limit(limit(Power::new(asked).unwrap())),
        );
        let Ok(report) = report else {
            prop_assert!(shed && part > 1.0);
            return Ok(());
        };
        let cap = if shed { total - asked } else { asked };
        let choices: usize = fleet.iter().map(|(count, ..)| *count as usize + 1).product();
        let mut best = 0.0;
        for mut choice in 0..choices {
            let (mut watts, mut margin) = (0.0, 0.0);
            for (count, ths, each) in &fleet {
                let running = (choice % (*count as usize + 1)) as f64;
                choice /= *count as usize + 1;
                watts += running * each;
                margin += running * (ths / 1e3 * 50.0 / 24.0 - price * each / 1e3);
            }
            if watts <= cap && margin > best {
                best = margin;
            }
        }
        prop_assert!(report.margin_usd_per_hour >= best - 1e-9, "{} {best}", report.margin_usd_per_hour);
        prop_assert!(report.load_w <= cap + 1e-4);
        prop_assert_eq!(report.optimality_gap_usd_per_hour, 0.0);
        let running: f64 = report.classes.iter().zip(&fleet).map(|(c, (.., w))| f64::from(c.running[0]) * w).sum();
        prop_assert!((running - report.load_w).abs() < 1e-6);
    }

    /// Modes: the best of each hour, as if every mode were tried.
    #[test]
    fn the_mode_with_the_best_margin_runs(
        prices in proptest::collection::vec(-50.0f64..250.0, 1..50),
        modes in proptest::collection::vec((1.0f64..300.0, 100.0f64..6000.0), 1..5),
    ) {
        let mut one = class(3, modes[0].0, modes[0].1);
        one.modes = Some(modes[1..].iter().map(|(ths, watts)| spec(*ths, *watts)).collect());
        let report = plan(&request(vec![one], hourly(&prices), prices.len(), 50.0));
        for (hour, price) in prices.iter().enumerate() {
            let margin = |mode: usize| modes[mode].0 / 1e3 * 50.0 / 24.0 - price / 1e3 * modes[mode].1 / 1e3;
            let best = (0..modes.len()).map(margin).fold(0.0, hashinsight_numerics::max);
            let modes_run = report.classes[0].running.iter().enumerate();
            let got: f64 = modes_run.map(|(mode, running)| f64::from(running[hour]) / 3.0 * margin(mode)).sum();
            prop_assert!((got - best).abs() < 1e-12, "hour {hour}: {got} {best}");
        }
    }
}

/// Power modes under a limit: machines are pushed one mode up where that is the cheapest hashrate left.
#[test]
fn modes_are_dispatched_by_marginal_power_per_hash() {
    let mut tuned = class(10, 100.0, 2000.0); // 20 J/TH
    // 30 and 35 J/TH more; 120 TH/s lies below the curve
    tuned.modes = Some(vec![spec(140.0, 3200.0), spec(120.0, 2700.0)]);
    let request = |cap: f64| {
        let classes = vec![tuned.clone(), class(10, 100.0, 2500.0)]; // 25 J/TH
        MeritOrderRequest::new(classes, Hashprice::constant(50.0), EnergyPrice::constant(0.0))
            .limit(PowerLimit::CapW(Power::new(cap).unwrap()))
    };
    let report = merit_order(&request(20e3 + 25e3 + 6e3)).unwrap();
    assert_eq!(report.classes[0].running, [5, 5, 0]);
    assert_eq!(report.classes[1].running, [10]);
    let order: Vec<(u32, u32, u32)> =
        report.order.iter().map(|row| (row.class_index, row.mode, row.machines)).collect();
    assert_eq!(order, [(0, 0, 10), (1, 0, 10), (0, 1, 5)]);
}

#[test]
fn plans_that_cannot_be_are_refused() {
    let refuse = |edit: fn(&mut DispatchRequest)| {
        let mut request = request(vec![class(1, 1.0, 1.0), class(1, 1.0, 1.0)], hourly(&[50.0; 4]), 4, 50.0);
        edit(&mut request);
        let fault = plan_dispatch(&request).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    let is = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    assert_eq!(refuse(|r| r.hours = 0), is("mining.hours.out_of_range", "hours"));
    assert_eq!(refuse(|r| r.hours = 5), is("mining.usd_per_kwh.insufficient_data", "tariff.energy.hourly.usd_per_kwh"));
    assert_eq!(
        refuse(|r| r.hashprice = HashpriceCurve::HourlyUsdPerPhsDay(vec![Hashprice::MIN; 3])),
        is("mining.hashprice.length", "hashprice.hourly_usd_per_phs_day")
    );
    let path = "classes[1].min_up_hours";
    assert_eq!(refuse(|r| r.classes[1].min_up_hours = Some(0)), is("mining.min_up_hours.out_of_range", path));
    let path = "classes[1].min_down_hours";
    assert_eq!(refuse(|r| r.classes[1].min_down_hours = Some(9999)), is("mining.min_down_hours.out_of_range", path));
    let initial = is("mining.initial.out_of_range", "classes[1].initial");
    assert_eq!(refuse(|r| r.classes[1].initial = Some(InitialState::OffHours(0))), initial);
    assert_eq!(refuse(|r| r.cooling_overhead = Ratio::new(0.5).ok()).0, "mining.cooling_overhead.out_of_range");
    let coupled = refuse(|r| {
        r.power_limit_w = Power::new(0.5).ok();
        r.classes[0].min_up_hours = Some(2);
        r.classes[0].initial = Some(InitialState::OnHours(1));
    });
    assert_eq!(coupled, is("mining.power_limit.out_of_range", "power_limit_w"));
    assert_eq!(refuse(|r| r.classes[0].machine = Machine::Model("S0".into())).1, "classes[0].machine.model");
    assert_eq!(refuse(|r| r.classes[0].modes = Some(vec![spec(1.0, 1.0); 17])).0, "mining.modes.length");
    assert_eq!(refuse(|r| r.classes = vec![class(1, 1.0, 1.0); 1001]).0, "mining.classes.length");
    assert_eq!(refuse(|r| r.classes = vec![class(2, 1.0, 1e15)]).0, "units.power.out_of_range");
    let none = plan(&request(vec![], hourly(&[50.0; 4]), 4, 50.0));
    assert_eq!((none.net_usd, none.load_w), (0.0, vec![0.0; 4]));
}

/// Many equal classes are the hard case of branch and bound: it stops, and says how far off it can be.
#[test]
fn a_hard_search_ends_and_says_its_gap() {
    let classes = (0..60).map(|i| class(7, 100.0 + f64::from(i) * 1e-3, 3000.0 + f64::from(i) * 0.03)).collect();
    let request = MeritOrderRequest::new(classes, Hashprice::constant(50.0), EnergyPrice::constant(0.05))
        .limit(PowerLimit::CapW(Power::constant(631_234.567)));
    let report = merit_order(&request).unwrap();
    assert!(report.optimality_gap_usd_per_hour >= 0.0);
    assert!(report.optimality_gap_usd_per_hour < 0.01 * report.margin_usd_per_hour, "{report:?}");
}

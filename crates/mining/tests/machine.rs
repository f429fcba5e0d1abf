//! The catalog against its file, fleets and sites.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test speaks by failing")]

use hashinsight_mining::machine::{
    FleetGroup, FleetRequest, Machine, MachineSpec, MachinesRequest, SiteCapacityRequest, decayed, find_machine, fleet,
    machines, site_capacity,
};
use hashinsight_testkit::within_relative;
use hashinsight_units::{Days, Fraction, Hashrate, Outcome, Power, Ratio};
use proptest::prelude::*;

fn all(include_doubtful: bool) -> Vec<hashinsight_mining::machine::AsicModel> {
    machines(&MachinesRequest::new().include_doubtful(include_doubtful)).machines
}

#[test]
fn every_line_of_the_file_is_a_model() {
    let file = include_str!("../data/asics.csv");
    let (every, agreed) = (all(true), all(false));
    assert_eq!(every.len(), file.lines().count() - 1);
    assert_eq!(every.len() - agreed.len(), file.matches("\"DOUBTFUL").count());
    assert!(agreed.len() >= 40 && agreed.iter().all(|machine| !machine.doubtful));
    for (machine, line) in every.iter().zip(file.lines().skip(1)) {
        assert!(line.starts_with(&format!("\"{}\",{},", machine.model, machine.manufacturer)), "{line}");
        assert!(line.contains(&format!(",{},{},", machine.hashrate_ths.get(), machine.power_w.get())), "{line}");
        let printed: f64 = line.split(',').nth(4).unwrap().parse().unwrap();
        assert!((machine.efficiency_j_per_th.get() - printed).abs() < 0.006, "{line}");
        // Sources are words, as many as the line has letters.
        let letters = line.split('"').nth(3).unwrap();
        assert_eq!(machine.sources.split("; ").count(), letters.split(',').count(), "{line}");
        assert!(machine.sources.split("; ").all(|source| source.len() > 10), "{}", machine.sources);
        // No name hides another.
        assert_eq!(find_machine(machine.model, true).unwrap(), machine);
    }
}

#[test]
fn a_model_is_found_by_any_spelling_and_never_assumed() {
    for name in ["Antminer S19j Pro (104T)", "antminer s19j-pro 104t", "S19J PRO (104T)"] {
        assert_eq!(find_machine(name, false).unwrap().model, "Antminer S19j Pro (104T)");
    }
    for name in ["", "S190", "Antminer", "\u{795e}\u{9a6c} M30S", "RTX 4090", "\u{1f680}", &"x".repeat(100_000)] {
        let fault = find_machine(name, true).unwrap_err();
        assert_eq!((fault.code(), fault.path().as_str()), ("mining.model.unknown", ""), "{name:.20}");
    }
    let near = find_machine("S19 Pro 110", false).unwrap_err();
    assert!(near.allowed().contains("Antminer S19 Pro (110T)"), "{near}");
    let doubtful = find_machine("Antminer S21+ (235T)", false).unwrap_err();
    assert_eq!(doubtful.code(), "mining.model.unsupported");
    assert!(find_machine("Antminer S21+ (235T)", true).unwrap().doubtful);
}

/// Names as shops and scripts write them: `nhamilton1/btc-utils-be`, `asics-tools`, `kookoo55/miningftw`.
#[test]
fn case_18_names_as_people_write_them() {
    for (name, model) in [
        ("Bitmain Antminer S19 Pro", "Antminer S19 Pro (110T)"),
        ("bitmain antminer s19 xp", "Antminer S19 XP"),
        ("S19XP", "Antminer S19 XP"),
        ("whatsminer m30s++", "Whatsminer M30S++ (112T)"),
        ("MicroBT Whatsminer M30S 88TH/s", "Whatsminer M30S (88T)"),
        ("m30s 88 t", "Whatsminer M30S (88T)"),
        ("Canaan Avalonminer 1246", "Avalon A1246 (90T)"),
        ("AvalonMiner A1246 90T", "Avalon A1246 (90T)"),
        ("Bitmain Antminer S9", "Antminer S9 (13.5T)"),
        ("s21 Pro", "Antminer S21 Pro"),
        ("S21_XP_Hydro", "Antminer S21 XP Hyd"),
        ("Antminer S19j Pro - 104TH", "Antminer S19j Pro (104T)"),
        ("s21+", "Antminer S21+ (220T)"),
        ("Antminer S19 XP Hyd. (255T)", "Antminer S19 XP Hyd (255T)"),
        ("AntminerS21XP", "Antminer S21 XP"),
        ("BitmainAntminerS21XPHydro", "Antminer S21 XP Hyd"),
        ("S19Pro-110T", "Antminer S19 Pro (110T)"),
        ("Canaan Avalon Miner A1466", "Avalon A1466 (150T)"),
        ("Avalon Made A1366", "Avalon A1366 (130T)"),
        ("AvalonMiner1246", "Avalon A1246 (90T)"),
        ("Antminer S21 Plus 220T", "Antminer S21+ (220T)"),
        ("WhatsMiner M53 Hydro", "Whatsminer M53 (226T)"),
        ("M63S Hydro 390T", "Whatsminer M63S (390T)"),
        ("M66S Immersion 298TH", "Whatsminer M66S (298T)"),
    ] {
        assert_eq!(find_machine(name, false).unwrap_or_else(|error| panic!("{error}")).model, model, "{name}");
    }
    let suggested = |name: &str| {
        let error = find_machine(name, false).unwrap_err();
        (error.code().to_owned(), error.allowed().split(": ").nth(1).unwrap().to_owned())
    };
    let ratings = "Antminer S19j Pro (104T), Antminer S19j Pro (100T), Antminer S19j Pro (96T)";
    assert_eq!(suggested("Bitmain Antminer S19j Pro"), ("mining.model.several".to_owned(), ratings.to_owned()));
    let unknown = suggested("S19j Pro 105T");
    assert_eq!(unknown, ("mining.model.unknown".to_owned(), ratings.to_owned()));
    assert_eq!(suggested("S19").1, "Antminer S19 (95T), Antminer S19 (90T)");
    assert!(suggested("S21+ Hyd").1.starts_with("Antminer S21 Hyd"), "not the S21 alone");
    assert!(suggested("Avalon Nano 3").1.starts_with("Avalon Mini 3"));
    assert!(suggested("Antminr S21XP").1.starts_with("Antminer S21 XP"));
    assert!(suggested("Whatsmimer M50S").1.starts_with("Whatsminer M50S (126T)"));
    // Makes that the catalog does not have: nothing in it is near.
    for other in ["Bitaxe Gamma", "Sealminer A2", "Teraflux AT2880"] {
        assert!(!find_machine(other, true).unwrap_err().allowed().contains("nearest"), "{other}");
    }
    // Doubtful ones are ratings where they are asked for.
    assert_eq!(find_machine("S21+", true).unwrap_err().code(), "mining.model.several");
    let found = machines(&MachinesRequest::new().contains("bitmain s19j-pro".into())).machines;
    assert_eq!(found.len(), 4); // with the S19j Pro+
    // A cooling that the machine does not have is another machine.
    assert_eq!(find_machine("Antminer T21 Hyd", true).unwrap_err().code(), "mining.model.unknown");
    for machine in all(true) {
        let joined = machine.model.replace(' ', "");
        for name in [joined.as_str(), &machine.model.to_uppercase(), &machine.model.replace(' ', "_")] {
            assert_eq!(find_machine(name, true).unwrap_or_else(|error| panic!("{error}")).model, machine.model);
        }
    }
    // Every model that is listed goes back into a fleet.
    let groups = all(true).iter().map(|machine| FleetGroup::new(1, Machine::Model(machine.model.to_owned()))).collect();
    assert_eq!(fleet(&request(groups).include_doubtful(true)).unwrap().machines, 101);
}

fn machine(ths: f64, watts: f64) -> Machine {
    Machine::Spec(MachineSpec::new(Hashrate::new(ths).unwrap(), Power::new(watts).unwrap()))
}

fn group(count: u32, ths: f64, watts: f64) -> FleetGroup {
    FleetGroup::new(count, machine(ths, watts))
}

fn request(groups: Vec<FleetGroup>) -> FleetRequest {
    FleetRequest::new(groups)
}

/// M41 of the acceptance list: 110 TH/s, 0.5 % a month, a year.
#[test]
fn hashrate_decays_by_the_month() {
    let left = decayed(Hashrate::new(110.0).unwrap(), Fraction::new(0.005).unwrap(), 365.0);
    within_relative(left, 103.57850876058134, 1e-13, "M41"); // 110 · 0.995^12 in decimal arithmetic
    let mut old = group(10, 110.0, 3250.0);
    old.age_days = Some(Days::new(365.0).unwrap());
    old.decay_per_month = Some(Fraction::new(0.005).unwrap());
    let report = fleet(&request(vec![old.clone(), group(1, 110.0, 3250.0)])).unwrap();
    within_relative(report.hashrate_ths.get(), 1035.7850876058134 + 110.0, 1e-12, "fleet");
    assert_eq!(report.machine_power_w.get(), 35_750.0, "an old machine draws what it drew");
    old.age_days = None;
    assert_eq!(fleet(&request(vec![old.clone()])).unwrap_err().path().as_str(), "groups[0].age_days");
    (old.age_days, old.decay_per_month) = (Some(Days::new(1.0).unwrap()), None);
    let fault = fleet(&request(vec![old])).unwrap_err();
    assert_eq!(fault.code(), "mining.decay_per_month.missing");
}

#[test]
fn fleets_that_cannot_be_are_refused() {
    assert_eq!(
        fleet(&request(vec![])).unwrap().efficiency_j_per_th,
        Outcome::Undefined { reason: "the hashrate is zero" }
    );
    let huge = request(vec![group(2, 1e24, 1.0)]);
    assert_eq!(fleet(&huge).unwrap_err().code(), "units.hashrate.out_of_range");
    let mut hot = request(vec![group(1, 1.0, 1.0)]);
    hot.cooling_overhead = Some(Ratio::new(0.9).unwrap());
    assert_eq!(fleet(&hot).unwrap_err().code(), "mining.cooling_overhead.out_of_range");
    let unknown = FleetGroup::new(1, Machine::Model("S99".into()));
    let fault = fleet(&request(vec![group(1, 1.0, 1.0), unknown])).unwrap_err();
    assert_eq!((fault.code(), fault.path().as_str()), ("mining.model.unknown", "groups[1].machine.model"));
}

fn site(site_w: f64, machine_w: f64, overhead: f64) -> SiteCapacityRequest {
    SiteCapacityRequest::new(Power::new(site_w).unwrap(), machine(1.0, machine_w))
        .cooling_overhead(Ratio::new(overhead).unwrap())
}

#[test]
fn a_machine_without_power_fits_no_count() {
    for watts in [0.0, 5e-324] {
        let fault = site_capacity(&site(1e6, watts, 1.0)).unwrap_err();
        assert_eq!(fault.code(), "mining.power.out_of_range");
    }
    assert_eq!(site_capacity(&site(0.0, 3500.0, 1.0)).unwrap().machines, 0);
}

proptest! {
    #[test]
    fn a_site_takes_the_most_that_fit(site_w in 0.0f64..1e9, machine_w in 1.0f64..1e5, overhead in 1.0f64..2.0) {
        let report = site_capacity(&site(site_w, machine_w, overhead)).unwrap();
        let each = machine_w * overhead;
        prop_assert!(report.machines as f64 * each <= site_w && (report.machines + 1) as f64 * each > site_w);
        prop_assert!(report.spare_power_w >= 0.0);
    }

    #[test]
    fn a_full_site_is_full(count in 0u32..100_000, machine_w in 1.0f64..1e5, overhead in 1.0f64..2.0) {
        let report = site_capacity(&site(f64::from(count) * (machine_w * overhead), machine_w, overhead)).unwrap();
        prop_assert_eq!(report.machines, u64::from(count));
    }

    #[test]
    fn any_name_is_answered(name in "\\PC{0,80}", doubtful in any::<bool>()) {
        let _ = find_machine(&name, doubtful);
    }
}

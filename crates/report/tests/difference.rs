//! One site against another.

use hashinsight_report::SiteRequest;
use hashinsight_report::difference::{DifferenceRequest, difference};
use hashinsight_report::document::{Cells, Report, SectionName};

use super::sample::{changed, column, near, number, table};

fn between(before: &SiteRequest, after: &SiteRequest) -> Report {
    difference(&DifferenceRequest::new(before.clone(), after.clone())).unwrap()
}

fn terms(report: &Report) -> Vec<f64> {
    column(table(report, SectionName::Difference, "changes"), "net")
}

#[test]
fn there_and_back_cancel_to_the_bit() {
    let sites = [
        changed(&[]),
        changed(&[
            ("0.05 USD/kWh\"    #", "0.0613 USD/kWh\" #"),
            ("count = 500", "count = 377"),
            ("\"2 %\"", "\"1.7 %\""),
        ]),
        changed(&[
            ("# uptime", "uptime"),
            ("# hosting_fee", "hosting_fee"),
            ("# maintenance", "maintenance"),
            ("0.02 BTC", "0.0437 BTC"),
        ]),
    ];
    for a in &sites {
        for b in &sites {
            let (there, back) = (between(a, b), between(b, a));
            for (one, other) in terms(&there).into_iter().zip(terms(&back)) {
                assert_eq!(one + other, 0.0);
            }
            let [change, other] = [&there, &back].map(|report| number(report, SectionName::Difference, "net_change"));
            assert_eq!(change + other, 0.0);
            let mut sum = 0.0;
            for term in terms(&there) {
                sum += term;
            }
            assert_eq!(sum.to_bits(), change.to_bits(), "the rounding line closes the sum");
            assert_eq!(a == b, terms(&there).iter().all(|term| *term == 0.0));
        }
    }
}

#[test]
fn a_term_is_what_it_says() {
    // Only the power price moves the power cost: 2598.5 kW for 24 hours and a cent.
    let report = between(&changed(&[]), &changed(&[("\"0.05 USD/kWh\"    #", "\"0.06 USD/kWh\"    #")]));
    let table = table(&report, SectionName::Difference, "changes");
    let Cells::Shown(names) = &table.columns[0].cells else { panic!() };
    for (name, term) in names.iter().zip(terms(&report)) {
        let expected = if format!("{name:?}").contains("change.power_price") { -2598.5 * 24.0 * 0.01 } else { 0.0 };
        near(term, expected, &format!("{name:?}"));
    }
    // Half the machines at twice the price of power: each term is the mean of both orders.
    let halves = [
        ("count = 300", "count = 150"),
        ("count = 500", "count = 250"),
        ("\"0.05 USD/kWh\"    #", "\"0.10 USD/kWh\"    #"),
    ];
    let report = between(&changed(&[]), &changed(&halves));
    let (revenue, power) = (4_963.827_5, 2598.5 * 24.0 * 0.05);
    let by_machines = -0.5 * ((revenue - power) + (revenue - 2.0 * power)) / 2.0;
    let by_price = -(power + power / 2.0) / 2.0;
    assert!((terms(&report)[3] - by_machines).abs() < 0.01, "{:?} {by_machines}", terms(&report));
    assert!((terms(&report)[5] - by_price).abs() < 1e-6, "{:?} {by_price}", terms(&report));
}

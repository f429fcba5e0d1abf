//! Commissions to the cent.

use hashinsight_crm::commission::{
    Accelerator, AccrualRequest, ClawbackRequest, ClawbackRule, CommissionAmount, CommissionClause, CommissionPlan,
    CommissionRate, CommissionTier, Payee, accrue_commission, claw_back, split_minor,
};
use hashinsight_units::{Currency, Decimal};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn tiers() -> Vec<CommissionTier> {
    let tier = |rate: &str| CommissionTier::new(decimal(rate));
    vec![tier("0.05").up_to(decimal("100000")), tier("0.07").up_to(decimal("250000")), tier("0.1")]
}

fn request(clauses: Vec<CommissionClause>, base: &str) -> AccrualRequest {
    AccrualRequest::new(CommissionPlan::new(Currency::USD, clauses), "d".into(), "2026-05".into(), decimal(base))
}

fn payment(clauses: Vec<CommissionClause>, base: &str) -> String {
    accrue_commission(&request(clauses, base)).unwrap().payment.normalize().to_string()
}

/// Row 31: tiers on 300,000; and their edges.
#[test]
fn row_31_tiers() {
    let marginal = |base| payment(vec![CommissionClause::MarginalTiers(tiers())], base);
    let cliff = |base| payment(vec![CommissionClause::CliffTiers(tiers())], base);
    assert_eq!((marginal("300000"), cliff("300000")), ("20500".into(), "30000".into()));
    assert_eq!((marginal("100000"), cliff("100000")), ("5000".into(), "5000".into()));
    assert_eq!((marginal("100000.01"), cliff("100000.01")), ("5000".into(), "7000".into()));
    assert_eq!((marginal("0"), cliff("0")), ("0".into(), "0".into()));
}

/// Row 32: a tenth of 12,345.67, split in thirds and 60 to 40.
#[test]
fn row_32_percentage_and_split() {
    let tenth = vec![CommissionClause::Percentage(CommissionRate::new(decimal("0.10")))];
    assert_eq!(payment(tenth, "12345.67"), "1234.57");
    assert_eq!(split_minor(123_457, &[1, 1, 1]).unwrap(), [41_153, 41_152, 41_152]);
    assert_eq!(split_minor(123_457, &[60, 40]).unwrap(), [74_074, 49_383]);
}

/// Row 33: 20,500 over 12 months, gone after 5.
#[test]
fn row_33_clawback() {
    let taken = |rule, served| {
        let report = claw_back(&ClawbackRequest::new(decimal("20500"), served, 12, rule)).unwrap();
        assert_eq!(report.taken_back + report.kept, decimal("20500"));
        report.taken_back.normalize().to_string()
    };
    assert_eq!(taken(ClawbackRule::Linear, 5), "11958.33");
    assert_eq!(taken(ClawbackRule::Linear, 12), "0");
    assert_eq!(taken(ClawbackRule::Linear, 0), "20500");
    assert_eq!(taken(ClawbackRule::Cliff, 11), "20500");
    assert_eq!(taken(ClawbackRule::Cliff, 12), "0");
}

#[test]
fn floor_cap_accelerator_and_draw_are_lines() {
    let amount = |text: &str| CommissionAmount::new(decimal(text));
    let clauses = vec![
        CommissionClause::Flat(amount("100")),
        CommissionClause::Percentage(CommissionRate::new(decimal("0.01"))),
        CommissionClause::Accelerator(Accelerator::new(decimal("50000"), decimal("0.02"))),
        CommissionClause::Cap(amount("1500")),
        CommissionClause::Floor(amount("250")),
    ];
    let report = accrue_commission(&request(clauses.clone(), "90000").draw(decimal("400"))).unwrap();
    let lines: Vec<(&str, String)> =
        report.lines.iter().map(|line| (line.code.as_str(), line.amount.normalize().to_string())).collect();
    // 100 + 900 + 800 = 1800, capped at 1500, of which 400 are recovered.
    let expected = [("flat", "100"), ("percentage", "900"), ("accelerator", "800"), ("cap", "-300"), ("draw", "-400")];
    assert_eq!(lines, expected.map(|(code, amount)| (code, amount.to_owned())));
    assert_eq!((report.payment, report.draw), (decimal("1100"), Decimal::ZERO));
    let small = accrue_commission(&request(clauses, "5000").draw(decimal("400"))).unwrap();
    // 100 + 50 = 150, lifted to 250, all of it recovered: 150 of the advance are left.
    assert_eq!((small.payment, small.draw), (Decimal::ZERO, decimal("150")));
}

/// Minus 1,000, plus 600, plus 900: only what is above the mark earns, 0, 0 and 500.
#[test]
fn a_negative_month_is_made_up_first() {
    let clauses = || vec![CommissionClause::Percentage(CommissionRate::new(decimal("0.1")))];
    let (mut carried, mut paid) = (Decimal::ZERO, Vec::new());
    for (month, base) in [("2026-01", "-1000"), ("2026-02", "600"), ("2026-03", "900")] {
        let mut asked = request(clauses(), base).carried_loss(carried);
        asked.month = month.to_owned();
        let report = accrue_commission(&asked).unwrap();
        carried = report.carried_loss;
        paid.push(report.payment.normalize().to_string());
    }
    assert_eq!((paid, carried), (vec!["0".to_owned(), "0".to_owned(), "50".to_owned()], Decimal::ZERO));
    let mut forgetful = request(clauses(), "-1000");
    forgetful.plan.high_water_mark = false;
    let report = accrue_commission(&forgetful).unwrap();
    assert_eq!((report.payment, report.carried_loss), (Decimal::ZERO, Decimal::ZERO));
}

#[test]
fn what_a_plan_cannot_be() {
    let error = |clauses: Vec<CommissionClause>| accrue_commission(&request(clauses, "1000")).unwrap_err();
    let amount = |text: &str| CommissionAmount::new(decimal(text));
    let flat = || CommissionClause::Flat(amount("1"));
    assert_eq!(error(vec![]).code(), "crm.clauses.insufficient_data");
    let percent = error(vec![CommissionClause::Percentage(CommissionRate::new(decimal("5")))]);
    assert_eq!((percent.code(), percent.path().as_str()), ("crm.rate.out_of_range", "plan.clauses[0].percentage.rate"));
    let mut falling = tiers();
    falling[1].up_to = Some(decimal("100000"));
    let falling = error(vec![flat(), CommissionClause::CliffTiers(falling)]);
    assert_eq!(
        (falling.code(), falling.path().as_str()),
        ("crm.up_to.out_of_range", "plan.clauses[1].cliff_tiers[1].up_to")
    );
    let open = error(vec![CommissionClause::MarginalTiers(tiers()[..2].to_vec())]);
    assert_eq!(open.code(), "crm.marginal_tiers.insufficient_data");
    let below = error(vec![flat(), CommissionClause::Floor(amount("10")), CommissionClause::Cap(amount("9"))]);
    assert_eq!(below.code(), "crm.cap.out_of_range");
    let twice = error(vec![flat(), CommissionClause::Cap(amount("10")), CommissionClause::Cap(amount("9"))]);
    assert_eq!(twice.code(), "crm.cap.several");
    for month in ["0000-01", "2026-13", "2026-5", "May 2026", "2026-00"] {
        let mut asked = request(vec![flat()], "1000");
        asked.month = month.to_owned();
        assert_eq!(accrue_commission(&asked).unwrap_err().code(), "crm.month.unknown");
    }
    let fine = accrue_commission(&request(vec![flat()], "1").draw(decimal("0.005"))).unwrap_err();
    assert_eq!((fine.code(), fine.path().as_str()), ("crm.draw.out_of_range", "draw"));
    let mut forgetful = request(vec![flat()], "1").carried_loss(decimal("5"));
    forgetful.plan.high_water_mark = false;
    assert_eq!(accrue_commission(&forgetful).unwrap_err().code(), "crm.carried_loss.unsupported");
    let keys = accrue_commission(&request(vec![flat()], "1").accrued(vec!["2026-04/d".into(), "2026-5/d".into()]))
        .unwrap_err();
    assert_eq!((keys.code(), keys.path().as_str()), ("crm.accrued.unknown", "accrued[1]"));
    let paid = claw_back(&ClawbackRequest::new(decimal("10.005"), 6, 12, ClawbackRule::Linear)).unwrap_err();
    assert_eq!(paid.code(), "crm.paid.out_of_range");
    let payee = |name: &str| Payee::new(name.into(), 1);
    let same = accrue_commission(&request(vec![flat()], "1").payees(vec![payee("a"), payee("a")])).unwrap_err();
    assert_eq!((same.code(), same.path().as_str()), ("crm.payees.several", "payees[1]"));
    assert_eq!(split_minor(-1, &[1]).unwrap_err().code(), "crm.amount.out_of_range");
    assert_eq!(split_minor(1, &[0]).unwrap_err().code(), "crm.weights.out_of_range");
}

proptest! {
    /// Splits add up, and none is further than one unit from its exact part.
    #[test]
    fn splits_add_up(amount in 0_i64..1_000_000_000_000, weights in prop::collection::vec(0_u32..1000, 1..20)) {
        prop_assume!(weights.iter().any(|weight| *weight > 0));
        let parts = split_minor(amount, &weights).unwrap();
        prop_assert_eq!(parts.iter().sum::<i64>(), amount);
        let total: u32 = weights.iter().sum();
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = i128::from(amount) * i128::from(*weight);
            let distance = (i128::from(*part) * i128::from(total) - exact).abs();
            prop_assert!(distance < i128::from(total));
        }
    }

    /// Lines add up to the payment, shares too; a cap is never exceeded; losses and gains are never lost: what is carried, and what was
    /// counted, differ by the base.
    #[test]
    fn everything_adds_up(base in -1_000_000_i64..1_000_000, carried in 0_i64..500_000, draw in 0_i64..10_000, weights in prop::collection::vec(1_u32..100, 1..6)) {
        let cap = CommissionAmount::new(decimal("20000"));
        let clauses = vec![CommissionClause::MarginalTiers(tiers()), CommissionClause::Cap(cap)];
        let payees = weights.iter().enumerate().map(|(i, weight)| Payee::new(format!("p{i}"), *weight)).collect();
        let asked = request(clauses, &Decimal::new(base, 2).to_string())
            .carried_loss(Decimal::new(carried, 2))
            .draw(Decimal::new(draw, 2))
            .payees(payees);
        let report = accrue_commission(&asked).unwrap();
        let lines: Decimal = report.lines.iter().map(|line| line.amount).sum();
        prop_assert_eq!(lines, report.payment);
        let shares: Decimal = report.shares.iter().map(|share| share.amount).sum();
        prop_assert_eq!(shares, report.payment);
        prop_assert!(report.payment >= Decimal::ZERO && report.payment <= cap.amount);
        prop_assert_eq!(report.counted_base - report.carried_loss, Decimal::new(base - carried, 2));
        prop_assert!(report.payment <= report.counted_base * decimal("0.1") + decimal("0.01"));
    }
}

//! Values, rates of return and depreciation against closed forms, other programs and roots found at 50 digits.

use hashinsight_mining::investment::{
    BonusDepreciationRequest, CashFlows, Convention, DatedCashFlow, DepreciationMethod, DepreciationRequest,
    InternalRate, InternalRateOfReturnRequest, NetPresentValueRequest, bonus_depreciation, depreciation,
    internal_rate_of_return, net_present_value,
};
use hashinsight_numerics::pow;
use hashinsight_testkit::within_relative;
use hashinsight_units::{DiscountRate, Error, Fraction, Timestamp, Usd};
use proptest::prelude::*;

fn irr(flows: &[f64]) -> InternalRate {
    let cash_flows = CashFlows::Periodic(flows.to_vec());
    internal_rate_of_return(&InternalRateOfReturnRequest::new(cash_flows)).unwrap().rate
}

fn assert_rates(rate: &InternalRate, expected: &[f64]) {
    let got = match rate {
        InternalRate::Value(rate) => vec![*rate],
        InternalRate::Several { rates } => rates.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(got.len(), expected.len(), "{got:?}");
    for (got, expected) in got.iter().zip(expected) {
        assert!((got - expected).abs() < 1e-9, "{got} {expected}");
    }
}

/// M27 to M29 of the acceptance list, and roots that are known because the flows are made of them.
#[test]
fn rates_of_return_are_all_told() {
    assert_rates(&irr(&[-1000.0, 400.0, 400.0, 400.0]), &[0.09701025740327283]);
    assert_rates(&irr(&[-100.0, 230.0, -132.0]), &[0.1, 0.2]);
    assert!(matches!(irr(&[100.0, 200.0, 300.0]), InternalRate::Undefined { .. }));
    assert!(matches!(irr(&[0.0]), InternalRate::Undefined { .. }));
    // Two changes of sign and no root: 1 - 1.5 x + x² has none.
    assert!(matches!(irr(&[100.0, -150.0, 100.0]), InternalRate::Undefined { .. }));
    // Products of (x (1 + r) - 1) in x = 1 / (1 + rate).
    let from_roots = |roots: &[f64]| {
        roots.iter().fold(vec![1.0], |poly: Vec<f64>, root| {
            let mut product = vec![0.0; poly.len() + 1];
            for (power, c) in poly.iter().enumerate() {
                product[power] -= c;
                product[power + 1] += c * (1.0 + root);
            }
            product
        })
    };
    for roots in [vec![-0.5, 0.0, 3.0], vec![0.05, 0.0501, 0.3], vec![-0.9, -0.2, 0.01, 9.0], vec![1000.0]] {
        assert_rates(&irr(&from_roots(&roots)), &roots);
    }
}

#[test]
fn dated_flows_count_years_of_365_days() {
    let at = |day: i64, usd: f64| DatedCashFlow::new(Timestamp::from_s(1_700_000_000 + day * 86_400).unwrap(), usd);
    // The example of Excel's documentation of XIRR and XNPV: 37.3362535 %, and 2086.647602 at 9 %.
    let flows = [at(0, -10_000.0), at(60, 2750.0), at(303, 4250.0), at(411, 3250.0), at(456, 2750.0)];
    let cash_flows = CashFlows::Dated(flows.to_vec());
    let rate = internal_rate_of_return(&InternalRateOfReturnRequest::new(cash_flows.clone())).unwrap().rate;
    let InternalRate::Value(rate) = rate else { panic!("{rate:?}") };
    assert!((rate - 0.373362535).abs() < 1e-8, "{rate}");
    let report = net_present_value(&NetPresentValueRequest::new(cash_flows, DiscountRate::constant(0.09))).unwrap();
    assert!((report.net_present_value_usd - 2086.647602).abs() < 1e-6, "{report:?}");

    let refuse = |flows: Vec<DatedCashFlow>| {
        let request = InternalRateOfReturnRequest::new(CashFlows::Dated(flows));
        let fault = internal_rate_of_return(&request).unwrap_err();
        (fault.code().to_owned(), fault.path().as_str().to_owned())
    };
    assert_eq!(refuse(vec![]), ("mining.cash_flows.length".into(), "cash_flows".into()));
    let early = refuse(vec![at(1, 1.0), at(0, 1.0)]);
    assert_eq!(early, ("mining.time.out_of_range".into(), "cash_flows.dated[1].time_ms".into()));
    for usd in [f64::NAN, f64::INFINITY, 1e16] {
        assert_eq!(
            refuse(vec![at(0, usd)]),
            ("mining.cash_flows.out_of_range".into(), "cash_flows.dated[0].usd".into())
        );
    }
    let many = NetPresentValueRequest::new(CashFlows::Periodic(vec![1.0; 9000]), DiscountRate::constant(-0.9));
    assert_eq!(net_present_value(&many).unwrap_err().code(), "mining.discount_rate.out_of_range");
}

/// Flows on days after the first.
fn xirr(flows: &[(i64, f64)]) -> InternalRate {
    let at =
        |&(day, usd): &(i64, f64)| DatedCashFlow::new(Timestamp::from_s(1_600_000_000 + day * 86_400).unwrap(), usd);
    let cash_flows = CashFlows::Dated(flows.iter().map(at).collect());
    internal_rate_of_return(&InternalRateOfReturnRequest::new(cash_flows)).unwrap().rate
}

fn told(rate: InternalRate) -> Vec<f64> {
    match rate {
        InternalRate::Value(rate) => vec![rate],
        InternalRate::Several { rates } => rates,
        _ => vec![],
    }
}

/// Flows of public reports on XIRR and IRR; expected are all changes of sign of the value on a fine scan from -99.99 % to
/// 1e6, bisected at 40 digits.
#[test]
fn case_29_reported_flows_have_the_roots_of_a_fine_scan() {
    let excel: &[_] = &[
        (0, -1498500.0),
        (0, -1500.0),
        (133, -499500.0),
        (133, -500.0),
        (189, -499500.0),
        (189, -500.0),
        (201, -44955000.0),
        (201, -45000.0),
        (213, 44630158.4897253),
        (213, 44674.8333230484),
    ];
    let one_day: Vec<_> = [(0, 187.5), (0, -30.0), (0, 187.5), (1, 187.5), (1, 187.5)]
        .into_iter()
        .chain([(1, -188.0); 5]) // one change of sign, at e^180 a year
        .collect();
    for (flows, expected) in [
        (excel, &[-0.7246366078838049][..]), // Excel: -0.724636607
        (&[(0, -99995.0), (6, 97642.0)], &[-0.7650989868520954]),
        (&[(0, -4000.0), (372, 2050.2)], &[-0.4809631525466728]),
        (&[(0, -100.0), (31, 150.0), (152, -100.0), (244, 200.0)], &[63.48418584335615]),
        (&[(0, -100.0), (1, 150.0), (5, -100.0), (8, 200.0)], &[]),
        (&[(0, -100.0), (7, -100.0), (12, 100.0)], &[]),
        (&one_day, &[]),
    ] {
        close(&told(xirr(flows)), expected);
    }
    for (flows, expected) in [
        (
            &[-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, 4789.91, -1.0][..],
            &[-0.9997912604283283, 1.004269848720558][..],
        ),
        (&[-50.0, -100.0, 600.0, 300.0, -100.0], &[-0.7688954706807807, 1.8544178284561779]),
        (&[2113.73, -161445.03, 7626.73, 8619.84, 8612.92], &[-0.557330958242203, 75.3312319733373]),
        (&[-100.0, 0.0, 0.0, -7.0], &[]),
        (&[-100.0, 0.0, 0.0, 7.0], &[-0.5878714700191443]),
    ] {
        close(&told(irr(flows)), expected);
    }
    // 100 (1.1 x - 1)² touches zero at 10 %, and 8 (2 x - 1)² (x - 4) at 100 % beside its root at -75 %.
    let touching = [told(irr(&[-100.0, 220.0, -121.0])), told(irr(&[-32.0, 136.0, -160.0, 32.0]))];
    for (rates, expected) in touching.iter().zip([&[0.1][..], &[-0.75, 1.0]]) {
        assert_eq!(rates.len(), expected.len(), "{rates:?}");
        assert!(rates.iter().zip(expected).all(|(rate, expected)| (rate - expected).abs() < 3e-8), "{rates:?}");
    }
    // (1.1 x - 1)²: the doubles next to it have no root, or two that are 3e-8 apart.
    assert!(told(irr(&[-1.0, 2.2, -1.21])).iter().all(|rate| (rate - 0.1).abs() < 3e-8));
    let loan: Vec<f64> = [-172545.848122807].into_iter().chain([787.735232517999; 480]).collect();
    close(&told(irr(&loan)), &[0.003840104812570416]);
}

fn close(rates: &[f64], expected: &[f64]) {
    assert_eq!(rates.len(), expected.len(), "{rates:?} {expected:?}");
    for (rate, expected) in rates.iter().zip(expected) {
        let same =
            (rate - expected).abs() <= 1e-9 * expected.abs() || ((rate + 1.0) / (expected + 1.0) - 1.0).abs() < 1e-9;
        assert!(same, "{rate} {expected}");
    }
}

/// What cancels within each day is worth nothing at every rate: there is none to name. Zeros before the first flow
/// delay everything alike and change no rate; the value underflows at the ends of the range.
#[test]
fn case_29_flows_that_cancel_have_no_rate() {
    let none: [&[(i64, f64)]; 4] = [
        &[(0, 2500.0), (0, -2500.0)],
        &[(0, -1000.0), (0, 1000.0), (30, 500.0), (30, -500.0)],
        &[(0, 0.1), (0, 0.2), (0, -0.3)], // up to the last bit
        &[(0, 0.0), (5, 0.0)],
    ];
    for flows in none {
        let InternalRate::Undefined { reason } = xirr(flows) else { panic!("{flows:?}") };
        assert!(reason.contains("every rate"), "{reason}");
    }
    // Within a day by the hour; across midnight what comes back is what went out, to the last digit of the rate.
    let dated = |flows: &[(i64, f64)]| {
        let flow =
            |(ms, usd): &(i64, f64)| DatedCashFlow::new(Timestamp::from_ms(1_700_006_400_000 + ms).unwrap(), *usd);
        CashFlows::Dated(flows.iter().map(flow).collect()).internal_rate().unwrap()
    };
    for hours in [1, 8, 23] {
        let rate = dated(&[(0, -100.0), (hours * 3_600_000, 100.0)]);
        assert!(matches!(rate, InternalRate::Undefined { reason } if reason.contains("every rate")), "{rate:?}");
    }
    for ms in [86_400_000, 7 * 86_400_000] {
        assert_eq!(dated(&[(0, -100.0), (ms, 100.0)]), InternalRate::Value(0.0));
    }
    assert_eq!(dated(&[(86_399_999, -100.0), (86_400_000, 100.0)]), InternalRate::Value(0.0));
    // A day that cancels beside days that do not.
    close(&told(xirr(&[(0, -100.0), (100, 70.0), (100, -70.0), (365, 110.0)])), &[0.1]);
    close(&told(xirr(&[(0, -130.0), (0, 30.0), (365, 150.0), (365, -40.0)])), &[0.1]);
    for delay in [1, 60, 2000] {
        let flows: Vec<f64> = std::iter::repeat_n(0.0, delay).chain([-100.0, 230.0, -132.0]).collect();
        close(&told(irr(&flows)), &[0.1, 0.2]);
        let flows: Vec<f64> = flows.into_iter().chain(std::iter::repeat_n(0.0, delay)).collect();
        close(&told(irr(&flows)), &[0.1, 0.2]);
    }
}

proptest! {
    #[test]
    fn a_rate_makes_flows_worth_nothing(flows in proptest::collection::vec(-1e6f64..1e6, 1..40)) {
        let worth = |rate: f64| {
            let discounted = |(t, usd): (usize, &f64)| usd / pow(1.0 + rate, t as f64);
            let terms = flows.iter().enumerate().map(discounted).map(|term| (term, term.abs()));
            terms.fold((0.0, 0.0), |(sum, size), (term, magnitude)| (sum + term, size + magnitude))
        };
        let rates = match irr(&flows) {
            InternalRate::Value(rate) => vec![rate],
            InternalRate::Several { rates } => rates,
            _ => vec![],
        };
        for rate in &rates {
            let (sum, size) = worth(*rate);
            prop_assert!(sum.abs() <= 1e-11 * size, "{rate}: {sum} of {size}");
        }
        // Where the value differs in sign at two rates there is one between them.
        for pair in [-0.9f64, -0.5, 0.0, 0.1, 1.0, 10.0].windows(2) {
            if (worth(pair[0]).0 > 0.0) != (worth(pair[1]).0 > 0.0) {
                prop_assert!(rates.iter().any(|rate| (pair[0]..=pair[1]).contains(rate)), "{pair:?} {rates:?}");
            }
        }
    }
}

#[test]
fn depreciation_ends_at_the_salvage_value() {
    let schedule = |cost: f64, method| depreciation(&DepreciationRequest::new(Usd::new(cost).unwrap(), method));
    let line = |years, salvage: Option<f64>| DepreciationMethod::StraightLine {
        years,
        salvage_usd: salvage.map(|usd| Usd::new(usd).unwrap()),
        convention: None,
        bonus: None,
    };
    let report = schedule(3335.0, line(3, Some(335.0))).unwrap();
    assert_eq!(report.depreciation_usd, [1000.0; 3]);
    assert_eq!((report.year, report.book_value_usd), (vec![1, 2, 3], vec![2335.0, 1335.0, 335.0]));
    let report = schedule(0.1, DepreciationMethod::Macrs5).unwrap();
    assert_eq!(report.book_value_usd.last(), Some(&0.0));
    within_relative(report.depreciation_usd.iter().sum(), 0.1, 1e-15, "MACRS");
    let code = |result: Result<_, Error>| result.map(drop).unwrap_err().code().to_owned();
    assert_eq!(code(schedule(1.0, line(0, None)).map(drop)), "mining.years.out_of_range");
    assert_eq!(code(schedule(1.0, line(101, None)).map(drop)), "mining.years.out_of_range");
    assert_eq!(code(schedule(1.0, line(2, Some(2.0))).map(drop)), "mining.salvage.out_of_range");
}

/// IRS Publication 946, tables: the double declining balance, or straight line over what is left of the life
/// where that is more, from the middle of the year or of a quarter on, to a hundredth of a percent.
#[test]
fn case_31_macrs_of_every_quarter() {
    let schedule = |cost: f64, method| depreciation(&DepreciationRequest::new(Usd::new(cost).unwrap(), method));
    let macrs = |years, convention, bonus: Option<f64>| DepreciationMethod::Macrs {
        years,
        convention,
        bonus: bonus.map(|bonus| Fraction::new(bonus).unwrap()),
    };
    let listed = |years, convention, percent: &[f64]| {
        let report = schedule(100.0, macrs(years, Some(convention), None)).unwrap();
        assert_eq!(report.depreciation_usd.len(), percent.len());
        for (got, percent) in report.depreciation_usd.iter().zip(percent) {
            within_relative(*got, *percent, 1e-12, "Publication 946");
        }
        within_relative(report.depreciation_usd.iter().sum(), 100.0, 1e-12, "all of it");
    };
    listed(5, Convention::HalfYear, &[20.0, 32.0, 19.2, 11.52, 11.52, 5.76]);
    listed(5, Convention::MidQuarter(4), &[5.0, 38.0, 22.8, 13.68, 10.94, 9.58]);
    listed(3, Convention::HalfYear, &[33.33, 44.45, 14.81, 7.41]);
    for years in [3_u32, 5] {
        let conventions = [(Convention::HalfYear, 0.5)]
            .into_iter()
            .chain((1..=4).map(|quarter| (Convention::MidQuarter(quarter), 1.0 - (f64::from(quarter) - 0.5) / 4.0)));
        for (convention, first) in conventions {
            let report = schedule(100.0, macrs(years, Some(convention), None)).unwrap();
            let (mut left, mut life) = (100.0, f64::from(years));
            for (year, got) in report.depreciation_usd.iter().enumerate() {
                let part = if year == 0 { first } else { 1.0 };
                let part = if part < life { part } else { life };
                let (declining, straight) = (left * 2.0 / f64::from(years) * part, left / life * part);
                let rule = if declining > straight { declining } else { straight };
                assert!((got - rule).abs() < 0.0151, "{years} {convention:?} {year}: {got} {rule}");
                left -= got;
                life -= part;
            }
        }
    }
    // Half of 3335 at once, 3-year property for the rest.
    let report = schedule(3335.0, macrs(3, None, Some(0.5))).unwrap();
    within_relative(report.depreciation_usd[0], 1667.5 + 1667.5 * 0.3333, 1e-12, "bonus");
    assert_eq!(report.book_value_usd[3], 0.0);
    let all = schedule(3335.0, macrs(5, None, Some(1.0))).unwrap();
    assert_eq!(all.depreciation_usd, [3335.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    let line = |convention, bonus: f64| DepreciationMethod::StraightLine {
        years: 5,
        salvage_usd: None,
        convention: Some(convention),
        bonus: Some(Fraction::new(bonus).unwrap()),
    };
    let half = schedule(1000.0, line(Convention::HalfYear, 0.0)).unwrap();
    assert_eq!(half.depreciation_usd, [100.0, 200.0, 200.0, 200.0, 200.0, 100.0]);
    // Straight line on the basis that the bonus leaves.
    assert_eq!(
        schedule(1000.0, line(Convention::FullYear, 0.4)).unwrap().depreciation_usd,
        [520.0, 120.0, 120.0, 120.0, 120.0]
    );
    let refused = |method| {
        let error = schedule(1.0, method).unwrap_err();
        (error.code().to_owned(), error.path().as_str().to_owned())
    };
    let fault = |code: &str, path: &str| (format!("mining.{code}"), path.to_owned());
    assert_eq!(refused(macrs(7, None, None)), fault("years.out_of_range", "method.macrs.years"));
    let fifth = Some(Convention::MidQuarter(5));
    assert_eq!(refused(macrs(5, fifth, None)), fault("convention.out_of_range", "method.macrs.convention.mid_quarter"));
    let full = Some(Convention::FullYear);
    assert_eq!(refused(macrs(5, full, None)), fault("convention.unsupported", "method.macrs.convention"));
    assert_eq!(
        refused(line(Convention::MidQuarter(1), 0.0)),
        fault("convention.unsupported", "method.straight_line.convention")
    );
}

/// Internal Revenue Code § 168(k)(6), and Pub. L. 119-21, § 70301.
#[test]
fn case_31_bonus_by_the_year() {
    let bonus = |acquired: &str, placed: &str| {
        bonus_depreciation(&BonusDepreciationRequest::new(acquired.parse().unwrap(), placed.parse().unwrap()))
            .map(|report| report.bonus.get())
    };
    for (year, expected) in [(2018, 1.0), (2022, 1.0), (2023, 0.8), (2024, 0.6), (2025, 0.4), (2026, 0.2), (2027, 0.0)]
    {
        assert_eq!(bonus("2017-09-28", &format!("{year}-06-01")).unwrap(), expected);
    }
    assert_eq!(bonus("2025-01-20", "2031-01-01").unwrap(), 1.0);
    assert_eq!(bonus("2017-09-27", "2018-01-01").unwrap_err().code(), "mining.acquired.out_of_range");
    assert_eq!(bonus("2025-02-01", "2025-01-31").unwrap_err().code(), "mining.placed_in_service.out_of_range");
}

/// 10 meant as 10 % is 1000 %.
#[test]
fn case_55_rates_above_one_are_told_apart_from_percent() {
    let flows = CashFlows::Periodic(vec![-100.0, 110.0]);
    let error = net_present_value(&NetPresentValueRequest::new(flows, DiscountRate::constant(10.0))).unwrap_err();
    assert_eq!((error.code(), error.path().as_str()), ("mining.discount_rate.out_of_range", "discount_rate"));
    assert!(error.allowed().contains("fraction, not percent"), "{error}");
}

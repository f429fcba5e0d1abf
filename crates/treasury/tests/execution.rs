//! Slices of a sale over time, and hedges in whole contracts.

use hashinsight_numerics::Philox;
use hashinsight_testkit::{cases, within_relative};
use hashinsight_treasury::policy::{
    ExecutionScheduleReport, ExecutionScheduleRequest, ForwardHedgeRequest, HedgeRatio, HedgedQuantity, Layered, Level,
    LinearImpact, Policy, Reason, ShareOf, execution_schedule, forward_hedge,
};
use hashinsight_units::{Amount, Days, Fraction, Price, Ratio};

use crate::coverage::anchor;
use crate::policy::observe;

fn schedule(sat: u64, slices: u32, impact: Option<LinearImpact>) -> ExecutionScheduleReport {
    let mut request = ExecutionScheduleRequest::new(Amount::from_sat(sat).unwrap(), slices);
    request.impact = impact;
    execution_schedule(&request).unwrap()
}

/// The paper's example: a million units in five days.
fn paper() -> LinearImpact {
    LinearImpact::new(Days::constant(1.0), 0.95, 2.5e-6).permanent_usd(2.5e-7).fixed_usd(0.0625).risk_aversion(1e-6)
}

#[test]
fn case_16_the_set_of_almgren_and_chriss() {
    let anchor = anchor("ac");
    let number = |at: usize| anchor[at].as_f64().unwrap();
    let report = schedule(100_000_000_000_000, 5, Some(paper()));
    let cost = report.cost.unwrap();
    within_relative(cost.decay_per_day, number(0), 1e-12, "decay");
    within_relative(cost.expected_usd, number(2), 1e-12, "expected cost");
    within_relative(cost.deviation_usd, number(3), 1e-12, "deviation");
    for (left, expected) in report.left_sat.iter().zip(anchor[1].as_array().unwrap().iter().skip(1)) {
        assert!((*left as f64 / 1e8 - expected.as_f64().unwrap()).abs() < 1e-6, "{left} {expected}");
    }
    assert_eq!(report.left_sat[4], 0);
}

#[test]
fn case_17_equal_slices_to_the_satoshi() {
    let expected: Vec<i64> = serde_json::from_value(anchor("twap")).unwrap();
    assert_eq!(schedule(100_000_001, 7, None).slice_sat, expected);
    // Without aversion to risk the optimal slices are the equal ones.
    let calm = schedule(100_000_001, 7, Some(paper().risk_aversion(0.0)));
    assert_eq!(calm.slice_sat, expected);
    assert!(calm.cost.unwrap().decay_per_day == 0.0);
}

/// No exchange of coins between two slices lowers what the model minimises: expected cost and risk times variance, by its definition.
#[test]
fn no_other_schedule_weighs_less() {
    let (coins, risk) = (2_000.0, 0.4);
    let impact = LinearImpact::new(Days::constant(0.5), 900.0, 3.0).permanent_usd(0.7).risk_aversion(risk * 1e-6);
    let weight = |slices: &[f64]| {
        let (mut left, mut paid, mut variance, mut moved) = (coins, 0.0, 0.0, 0.0);
        for slice in slices {
            // Sold at the price moved by the slices before, less the temporary impact of its speed.
            paid += slice * (moved + 3.0 * slice / 0.5);
            moved += 0.7 * slice;
            left -= slice;
            variance += 900.0 * 900.0 * 0.5 * left * left;
        }
        (paid + risk * 1e-6 * variance, paid, variance)
    };
    let report = schedule(200_000_000_000, 9, Some(impact));
    let slices: Vec<f64> = report.slice_sat.iter().map(|sat| *sat as f64 / 1e8).collect();
    let (least, _, variance) = weight(&slices);
    within_relative(report.cost.unwrap().deviation_usd, variance.sqrt(), 1e-9, "deviation");
    for from in 0..9 {
        for to in (0..9).filter(|to| *to != from) {
            let mut other = slices.clone();
            other[from] -= 0.5;
            other[to] += 0.5;
            assert!(weight(&other).0 > least, "{from} {to}");
        }
    }
}

#[test]
fn slices_add_up() {
    let mut draws = vec![0.0; 3 * cases::<u32>(20_000) as usize];
    Philox::new(5).fill_uniform(1, 0, &mut draws);
    for draw in draws.as_chunks::<3>().0 {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "above 0")]
        let (sat, slices) = ((draw[0] * draw[0] * 2.1e15) as u64, 1 + (draw[1] * 60.0) as u32);
        let impact = paper().risk_aversion(1e-6 * hashinsight_numerics::exp(20.0 * (draw[2] - 0.5)));
        for report in [schedule(sat, slices, None), schedule(sat, slices, Some(impact))] {
            assert_eq!(report.slice_sat.iter().sum::<i64>(), sat.cast_signed());
            assert!(report.slice_sat.iter().all(|slice| *slice >= 0));
            assert_eq!(*report.left_sat.last().unwrap(), 0);
        }
    }
}

#[test]
fn schedules_that_make_no_sense_are_refused() {
    let refused = |impact| {
        let mut request = ExecutionScheduleRequest::new(Amount::from_sat(5).unwrap(), 3);
        request.impact = Some(impact);
        execution_schedule(&request).unwrap_err().path().as_str().to_owned()
    };
    assert_eq!(refused(paper().permanent_usd(1.0)), "impact.temporary_usd");
    assert_eq!(refused(paper().fixed_usd(f64::NAN)), "impact.fixed_usd");
    assert_eq!(refused(paper().risk_aversion(-1.0)), "impact.risk_aversion");
    let none = ExecutionScheduleRequest::new(Amount::from_sat(5).unwrap(), 0);
    assert_eq!(execution_schedule(&none).unwrap_err().path().as_str(), "slices");
}

/// The indicator of the next sale, second layer: the level of a ladder, its quota of the coins, the zone of two thousandths, and the stop.
#[test]
fn case_03_the_next_level_of_a_ladder() {
    let expected = anchor("nsi");
    let level = Level::new(Ratio::new(1.52).unwrap(), Fraction::constant(0.08));
    let ladder = Layered::new(vec![level], ShareOf::Initial).reference_usd(Price::new(95_000.0).unwrap());
    let policy = Policy::Layered(ladder);
    let mut state = policy.open();
    let seen = observe(0, 113_844.0, "12.5 BTC", "600000");
    let plan = policy.decide(&mut state, &seen).unwrap();
    assert_eq!(plan.sell_sat.to_sat(), 0);
    let Reason::Layered { next_level_usd: Some(target), .. } = plan.steps[0].reason else { panic!("a ladder") };
    assert_eq!(Some(target), expected["target"].as_f64());
    let whole = |usd: f64| Some(usd.floor());
    assert_eq!(
        [whole(target * 0.998), whole(target * 1.002), whole(113_844.0 * 0.85)],
        ["zl", "zh", "stop"].map(|key| expected[key].as_f64())
    );
    assert_eq!(Some((113_844.0 / target * 1000.0).round() / 10.0), expected["prox"].as_f64());
    let mut above = observe(1, target, "12.5 BTC", "600000");
    above.time_ms = crate::policy::day(1);
    let sold = policy.decide(&mut state, &above).unwrap().sell_sat.to_sat() as f64 / 1e8;
    assert_eq!(Some(sold), expected["qty"].as_f64());
}

/// No other whole number of contracts leaves less variance, by the variance of what is left; the ratio is that of the regression.
#[test]
fn whole_contracts_leave_the_least_variance() {
    let mut draws = vec![0.0; 60];
    Philox::new(3).fill_normal(2, 0, &mut draws);
    let forward: Vec<f64> = draws[..30].to_vec();
    let spot: Vec<f64> = forward.iter().zip(&draws[30..]).map(|(f, noise)| 0.8 * f + 0.3 * noise).collect();
    let ratio = HedgeRatio::LeastVariance { spot_moves: spot.clone(), forward_moves: forward.clone() };
    for (quantity, hedged) in [
        (3600.0, HedgedQuantity::Hashprice { ph_days: 3600.0, contract_ph_days: 290.0 }),
        (870.0, HedgedQuantity::Power { mwh: 870.0, contract_mwh: 50.0 }),
    ] {
        let report = forward_hedge(&ForwardHedgeRequest::new(hedged, 46.5, ratio.clone())).unwrap();
        let size = report.hedged / f64::from(report.contracts);
        let variance = |contracts: f64| {
            let left: Vec<f64> = spot.iter().zip(&forward).map(|(s, f)| quantity * s - contracts * size * f).collect();
            let mean = left.iter().sum::<f64>() / 30.0;
            left.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>()
        };
        let best = (0..=40).min_by(|a, b| variance(f64::from(*a)).total_cmp(&variance(f64::from(*b)))).unwrap();
        assert_eq!(report.contracts, best);
        let removed = 1.0 - variance(report.ratio * quantity / size) / variance(0.0);
        within_relative(report.effectiveness.unwrap().value().unwrap(), removed, 1e-9, "effectiveness");
    }
}

/// Hedged in full with contracts that divide the quantity, nothing depends on the settlement; power turns the signs.
#[test]
fn a_full_hedge_fixes_the_price() {
    let all = HedgeRatio::Part(Ratio::new(1.0).unwrap());
    let power = HedgedQuantity::Power { mwh: 1000.0, contract_mwh: 50.0 };
    let request = ForwardHedgeRequest::new(power, 62.0, all.clone()).settlements_usd(vec![-20.0, 62.0, 900.0]);
    let report = forward_hedge(&request).unwrap();
    assert_eq!((report.contracts, report.unhedged), (20, 0.0));
    assert!(report.results.iter().all(|result| result.total_usd == -62_000.0 && result.effective_usd == 62.0));
    let refused = |request: &ForwardHedgeRequest| forward_hedge(request).unwrap_err().path().as_str().to_owned();
    let none = HedgedQuantity::Power { mwh: 0.0, contract_mwh: 50.0 };
    assert_eq!(refused(&ForwardHedgeRequest::new(none, 62.0, all.clone())), "quantity.power.mwh");
    assert_eq!(refused(&ForwardHedgeRequest::new(power, f64::NAN, all.clone())), "forward_usd");
    assert_eq!(refused(&request.clone().settlements_usd(vec![1.0, f64::NAN])), "settlements_usd[1]");
    let still = HedgeRatio::LeastVariance { spot_moves: vec![1.0, 2.0, 3.0], forward_moves: vec![1.0; 3] };
    assert_eq!(refused(&ForwardHedgeRequest::new(power, 62.0, still)), "ratio.least_variance.forward_moves");
    let other = HedgeRatio::LeastVariance { spot_moves: vec![1.0, 2.0, 3.0], forward_moves: vec![3.0, 2.0, 1.0] };
    assert_eq!(refused(&ForwardHedgeRequest::new(power, 62.0, other)), "ratio.least_variance.spot_moves");
}

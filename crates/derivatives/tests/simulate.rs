//! The simulation: contract of jobs, closed forms, unbiased errors.

use super::with;
use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    BarrierSide, FirstPassage, KouJumps, KouPassageRequest, MertonJumps, kou_passage,
};
use hashinsight_derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageReport, SimulatePassageRequest};
use hashinsight_numerics::job::Job;
use hashinsight_numerics::state::fnv1a;
use hashinsight_testkit::check_job;
use hashinsight_units::{AssetPrice, Fraction, Intensity, LogMove, Rate, TailRate, Volatility, Years};

fn kou() -> KouJumps {
    KouJumps::new(
        Intensity::new(20.0).unwrap(),
        Fraction::new(0.45).unwrap(),
        TailRate::new(30.0).unwrap(),
        TailRate::new(25.0).unwrap(),
    )
}

fn request(jumps: JumpModel, barrier: f64, years: f64, pairs: u32, seed: u64) -> SimulatePassageRequest {
    SimulatePassageRequest::new(
        FirstPassage::new(
            AssetPrice::new(50_000.0).unwrap(),
            AssetPrice::new(barrier).unwrap(),
            if barrier < 50_000.0 { BarrierSide::Down } else { BarrierSide::Up },
            Years::new(years).unwrap(),
            Rate::new(0.0).unwrap(),
            Volatility::new(0.55).unwrap(),
        ),
        jumps,
        Measure::RiskNeutral,
        pairs,
        seed,
    )
}

fn run(request: &SimulatePassageRequest) -> SimulatePassageReport {
    let mut job = SimulatePassage::open(request).unwrap();
    assert!(job.step(u64::MAX).is_complete());
    job.report().unwrap()
}

#[test]
fn is_a_job() {
    let params = request(JumpModel::Kou(kou()), 45_500.0, 7.0 / 365.0, 5_000, 3);
    let params = with(&params, |r| r.dates = Some(40)); // more steps than are drawn at once
    let other = with(&params, |r| r.seed = 4);
    check_job::<SimulatePassage>(&params, &other);
}

#[test]
fn a_state_belongs_to_its_parameters_and_blocks() {
    let with = |up| {
        let jumps = with(&kou(), |r| r.up_probability = Fraction::new(up).unwrap());
        request(JumpModel::Kou(jumps), 45_500.0, 7.0 / 365.0, 5_000, 3)
    };
    let mut shard = SimulatePassage::open_shard(&with(0.0), 0..2).unwrap();
    shard.step(1);
    let mut state = shard.save();
    assert!(SimulatePassage::restore(&with(0.0), &state).is_ok());
    assert!(SimulatePassage::restore(&with(1e-17), &state).is_err());
    // The block done is block 0: its number and the count of its sums, a byte each, before eleven sums and the checksum. Block 4, which is
    // not of this shard, does not pass for it.
    let end = state.len() - 8;
    let place = end - 11 * 8 - 2;
    assert_eq!(state[place..place + 2], [0, 11]);
    state[place] = 4;
    let checksum = fnv1a(&state[..end]);
    state[end..].copy_from_slice(&checksum.to_le_bytes());
    let fault = SimulatePassage::restore(&with(0.0), &state).unwrap_err();
    assert_eq!((fault.code(), fault.value()), ("state.bytes.out_of_range", "blocks"));
}

fn transform(params: &SimulatePassageRequest) -> f64 {
    let report =
        kou_passage(&KouPassageRequest::new(params.passage, kou(), LogMove::new(0.0).unwrap(), Measure::RiskNeutral));
    report.unwrap().probability
}

/// The transform's answer, for both sides and several horizons, within four standard errors of both estimates.
#[test]
fn agrees_with_the_transform() {
    for (barrier, years) in
        [(45_500.0, 7.0 / 365.0), (45_500.0, 30.0 / 365.0), (56_000.0, 14.0 / 365.0), (30_000.0, 0.25)]
    {
        let params = request(JumpModel::Kou(kou()), barrier, years, 100_000, 11);
        let report = run(&params);
        let exact = transform(&params);
        assert!((report.probability - exact).abs() < 4.0 * report.standard_error, "{barrier} {exact} {report:?}");
        assert!((report.plain_probability - exact).abs() < 4.0 * report.plain_standard_error, "{report:?}");
        assert!((report.control_simulated - report.control_probability).abs() < 4.0 * report.control_standard_error);
        assert!((report.mean_jumps - 20.0 * years).abs() < 5.0 * (20.0 * years / 100_000.0).sqrt());
        assert!(report.standard_error < report.plain_standard_error);
    }
}

/// Without jumps the control is the thing itself: no error is left.
#[test]
fn without_jumps_the_closed_form() {
    let report = run(&request(JumpModel::None, 45_500.0, 0.1, 4_096, 5));
    assert!((report.probability - report.control_probability).abs() < 1e-12);
    assert!(report.standard_error < 1e-6 && (report.control_weight - 1.0).abs() < 1e-9);
}

/// By each date the transform's answer for that horizon, and the same probability of the horizon as without dates.
#[test]
fn tells_dates() {
    let params = request(JumpModel::Kou(kou()), 45_500.0, 28.0 / 365.0, 50_000, 12);
    let report = run(&with(&params, |r| r.dates = Some(4)));
    let (probability, error) = (&report.plain_probability_by_date, &report.plain_standard_error_by_date);
    assert_eq!((probability.len(), error.len()), (4, 4));
    for (week, (probability, error)) in (1..).zip(probability.iter().zip(error)) {
        let years = f64::from(week) * 7.0 / 365.0;
        let exact = transform(&with(&params, |r| r.passage.years = Years::new(years).unwrap()));
        assert!((probability - exact).abs() < 4.0 * error, "{week} {probability} {exact} {error}");
    }
    assert_eq!((probability[3], error[3]), (report.plain_probability, report.plain_standard_error));
    let plain = run(&params);
    assert!(plain.plain_probability_by_date.is_empty());
    assert!((plain.probability - report.probability).abs() < 4.0 * (plain.standard_error + report.standard_error));
    // Without jumps in closed form, however many dates there are.
    let many = with(&request(JumpModel::None, 45_500.0, 0.1, 4_096, 5), |r| r.dates = Some(300));
    let report = run(&many);
    assert!((report.plain_probability - report.control_probability).abs() < 4.0 * report.plain_standard_error);
    assert!(report.plain_probability_by_date.is_sorted());
}

/// The stated error is the spread of independent repetitions.
#[test]
fn errors_are_honest() {
    let merton = JumpModel::Merton(MertonJumps::new(
        Intensity::new(12.0).unwrap(),
        LogMove::new(-0.03).unwrap(),
        Volatility::new(0.05).unwrap(),
    ));
    let runs: Vec<_> = (0..200).map(|seed| run(&request(merton, 42_000.0, 0.1, 512, seed))).collect();
    let spread = |value: fn(&SimulatePassageReport) -> f64| {
        let mean = runs.iter().map(value).sum::<f64>() / 200.0;
        (runs.iter().map(|run| (value(run) - mean) * (value(run) - mean)).sum::<f64>() / 199.0).sqrt()
    };
    let stated = |value: fn(&SimulatePassageReport) -> f64| runs.iter().map(value).sum::<f64>() / 200.0;
    // 200 repetitions know their spread to 5 %; four of those.
    assert!((spread(|r| r.probability) / stated(|r| r.standard_error) - 1.0).abs() < 0.2);
    assert!((spread(|r| r.plain_probability) / stated(|r| r.plain_standard_error) - 1.0).abs() < 0.2);
}

#[test]
fn edges() {
    let touched =
        run(&with(&request(JumpModel::Kou(kou()), 45_500.0, 0.1, 2, 1), |r| r.passage.side = BarrierSide::Up));
    assert_eq!((touched.probability, touched.standard_error), (1.0, 0.0));
    let now = run(&request(JumpModel::Kou(kou()), 45_500.0, 0.0, 2, 1));
    assert_eq!(now.probability, 0.0);
    let code = |request: &SimulatePassageRequest| SimulatePassage::open(request).unwrap_err().code().to_owned();
    let base = request(JumpModel::None, 45_500.0, 0.1, 2, 1);
    assert_eq!(code(&with(&base, |r| r.pairs = 1)), "derivatives.pairs.out_of_range");
    for dates in [0, 2001] {
        let dates = with(&base, |r| r.dates = Some(dates));
        assert_eq!(code(&dates), "derivatives.dates.out_of_range");
    }
    let long = with(&base, |r| {
        r.dates = Some(2);
        r.pairs = u32::MAX;
    });
    assert_eq!(code(&long), "derivatives.dates.out_of_range");
    let calm = Volatility::new(0.0).unwrap();
    assert_eq!(code(&with(&base, |r| r.passage.volatility = calm)), "derivatives.volatility.out_of_range");
    let jumps = JumpModel::Kou(with(&kou(), |r| r.jumps_per_year = Intensity::new(10_000.0).unwrap()));
    assert_eq!(code(&with(&base, |r| r.jumps = jumps)), "derivatives.jumps_per_year.out_of_range");
    let jumps = JumpModel::Kou(with(&kou(), |r| r.up_rate = TailRate::new(1.0).unwrap()));
    assert_eq!(code(&with(&base, |r| r.jumps = jumps)), "derivatives.up_rate.out_of_range");
}

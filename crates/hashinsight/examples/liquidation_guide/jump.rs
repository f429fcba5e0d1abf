//! The same with jumps: by transform and by simulation.

use std::path::Path;

use hashinsight::derivatives::Measure;
use hashinsight::derivatives::pricing::{KouJumps, KouPassageReport, KouPassageRequest, kou_passage};
use hashinsight::derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
use hashinsight::numerics::job::Job;
use hashinsight::report::document::{PlotShape, Unit};
use hashinsight::units::{Fraction, Intensity, LogMove, TailRate};

use crate::Outcome;
use crate::guide::{curves, write};
use crate::passage::{days, hit, passage};
use crate::position::{ENTRY, LEVERAGE, QUANTITY, VOLATILITY, long_level};

/// Twenty jumps a year, more of them down, of 3.3 % up and 4 % down in the mean.
pub(crate) fn kou_jumps() -> Outcome<KouJumps> {
    Ok(KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?))
}

/// What is left of the variance for the motion between jumps.
pub(crate) fn calm_volatility() -> f64 {
    let second_moment = 2.0 * (0.45 / (30.0 * 30.0) + 0.55 / (25.0 * 25.0));
    (VOLATILITY * VOLATILITY - 20.0 * second_moment).sqrt()
}

pub(crate) fn leap(level: f64, bankruptcy: f64, horizon: f64) -> Outcome<KouPassageReport> {
    let passage = passage(level, days(horizon)?, 0.0, calm_volatility())?;
    let overshoot = LogMove::new(hashinsight::numerics::ln(level / bankruptcy))?;
    Ok(kou_passage(&KouPassageRequest::new(passage, kou_jumps()?, overshoot, Measure::RealWorld))?)
}

pub(crate) fn jumps(folder: &Path) -> Outcome<()> {
    println!("\n== jumps of the same total variance, 1 day");
    println!(
        "{:<9} {:>8} {:>8} {:>8} {:>17} {:>11}",
        "leverage", "without", "with", "by leap", "beyond bankruptcy", "gap in USDT"
    );
    let one = |leverage: f64| -> Outcome<(f64, f64, KouPassageReport)> {
        let (level, bankruptcy) = (long_level(leverage)?, ENTRY * (1.0 - 1.0 / leverage));
        Ok((bankruptcy, hit(level, days(1.0)?, 0.0, VOLATILITY)?.probability, leap(level, bankruptcy, 1.0)?))
    };
    for leverage in [3.0, 5.0, 10.0, 20.0, 50.0] {
        let (bankruptcy, plain, report) = one(leverage)?;
        // Beyond bankruptcy the fall is exponential again: the mean loss of a coin is B / (eta + 1).
        let gap = QUANTITY * bankruptcy * report.beyond_probability / (1.0 / report.mean_log_overshoot + 1.0);
        println!(
            "{:<9} {plain:>8.5} {:>8.5} {:>8.5} {:>17.5} {gap:>11.2}",
            format!("{leverage}x"),
            report.probability,
            report.leap_probability,
            report.beyond_probability
        );
    }
    let leverages: Vec<f64> = (8u32..=48).map(|quarter| 0.25 * f64::from(quarter)).collect();
    let rows = leverages.iter().map(|leverage| one(*leverage)).collect::<Outcome<Vec<_>>>()?;
    let labels = leverages.iter().map(|leverage| format!("{leverage}x")).collect();
    let series = vec![
        ("with jumps", rows.iter().map(|row| row.2.probability).collect()),
        ("without", rows.iter().map(|row| row.1).collect()),
        ("by a leap", rows.iter().map(|row| row.2.leap_probability).collect()),
    ];
    let title = "Probability of liquidation of a long within a day, by leverage";
    write(folder, "jumps.svg", title, Unit::Fraction, PlotShape::Line(curves(labels, series)))
}

pub(crate) fn simulation(level: f64) -> Outcome<()> {
    println!("\n== simulation of the long at 10x with jumps, 7 days");
    println!("{:<8} {:>11} {:>9} {:>12} {:>9}", "pairs", "probability", "error", "plain error", "distance");
    let exact = leap(level, ENTRY * (1.0 - 1.0 / LEVERAGE), 7.0)?.probability;
    for pairs in [1_000, 4_000, 16_000, 64_000] {
        let passage = passage(level, days(7.0)?, 0.0, calm_volatility())?;
        let jumps = JumpModel::Kou(kou_jumps()?);
        let request = SimulatePassageRequest::new(passage, jumps, Measure::RealWorld, pairs, 1);
        let mut job = SimulatePassage::open(&request)?;
        while !job.step(8).is_complete() {}
        let report = job.report()?;
        let (error, plain) = (report.standard_error, report.plain_standard_error);
        let distance = (report.probability - exact) / error;
        println!("{pairs:<8} {:>11.5} {error:>9.5} {plain:>12.5} {distance:>+9.2}", report.probability);
    }
    println!("{:<8} {exact:>11.5}", "exact");
    Ok(())
}

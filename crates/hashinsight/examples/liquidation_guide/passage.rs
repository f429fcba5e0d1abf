//! How probable the touch of a level is, what moves it, and when it comes.

use std::path::Path;

use hashinsight::derivatives::Measure;
use hashinsight::derivatives::pricing::{
    BarrierSide, DigitalPayout, DigitalRequest, DiscreteHitRequest, DrawdownRequest, FirstPassage,
    HitProbabilityReport, HitProbabilityRequest, digital, discrete_hit_probability, drawdown, hit_probability,
};
use hashinsight::market::OptionKind;
use hashinsight::numerics::{exp, find_root};
use hashinsight::report::document::{PlotShape, Unit};
use hashinsight::units::{AssetPrice, Collateral, Fraction, Rate, Volatility, Years};

use crate::Outcome;
use crate::guide::{curves, write};
use crate::position::{ENTRY, VOLATILITY, long_level};
use crate::price::lognormal;

pub(crate) fn days(days: f64) -> Result<Years, hashinsight::units::Error> {
    Years::new(days / 365.0)
}

/// The price on its way to a level.
pub(crate) fn passage(level: f64, horizon: Years, drift: f64, volatility: f64) -> Outcome<FirstPassage> {
    let side = if level < ENTRY { BarrierSide::Down } else { BarrierSide::Up };
    let (spot, barrier) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    Ok(FirstPassage::new(spot, barrier, side, horizon, Rate::new(drift)?, Volatility::new(volatility)?))
}

pub(crate) fn hit(level: f64, horizon: Years, drift: f64, volatility: f64) -> Outcome<HitProbabilityReport> {
    let passage = passage(level, horizon, drift, volatility)?;
    Ok(hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)))
}

/// The probability of ending below the level, without drift.
pub(crate) fn ends_below(level: f64, horizon: Years) -> Outcome<f64> {
    let (spot, strike) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    let (payout, price) = (DigitalPayout::Cash(Collateral::new(1.0)?), lognormal(horizon, 0.0)?);
    Ok(digital(&DigitalRequest::new(OptionKind::Put, spot, strike, payout, price)).probability)
}

pub(crate) fn ends_and_touches(level: f64, folder: &Path) -> Outcome<()> {
    println!("\n== long at 10x: ends below, touches");
    println!("{:<8} {:>10} {:>8} {:>6}", "horizon", "ends below", "touches", "ratio");
    for horizon in [1.0, 7.0, 30.0, 90.0] {
        let (ends, touches) =
            (ends_below(level, days(horizon)?)?, hit(level, days(horizon)?, 0.0, VOLATILITY)?.probability);
        println!("{:<8} {ends:>10.4} {touches:>8.4} {:>6.2}", format!("{horizon} d"), touches / ends);
    }
    let horizons: Vec<f64> = (0u32..=60).map(f64::from).collect();
    let column =
        |one: &dyn Fn(f64) -> Outcome<f64>| horizons.iter().map(|day| one(*day)).collect::<Outcome<Vec<f64>>>();
    let labels = horizons.iter().map(|day| format!("day {day}")).collect();
    let series = vec![
        ("touches", column(&|day| Ok(hit(level, days(day)?, 0.0, VOLATILITY)?.probability))?),
        ("ends below", column(&|day| ends_below(level, days(day)?))?),
    ];
    let title = "A long at 10 times leverage: probability of liquidation, and of ending below its level";
    write(folder, "touch.svg", title, Unit::Fraction, PlotShape::Line(curves(labels, series)))
}

pub(crate) fn what_moves_it(folder: &Path) -> Outcome<()> {
    println!("\n== probability of liquidation by leverage, horizon and volatility");
    println!("{:<9} {:>8} {:>8} {:>8} {:>10} {:>10}", "leverage", "1 d", "7 d", "30 d", "7 d, 40 %", "7 d, 90 %");
    for leverage in [2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0] {
        let level = long_level(leverage)?;
        let at = |day: f64, volatility| -> Outcome<f64> { Ok(hit(level, days(day)?, 0.0, volatility)?.probability) };
        let [one, seven, thirty] = [at(1.0, VOLATILITY)?, at(7.0, VOLATILITY)?, at(30.0, VOLATILITY)?];
        let (calm, wild) = (at(7.0, 0.4)?, at(7.0, 0.9)?);
        let leverage = format!("{leverage}x");
        println!("{leverage:<9} {one:>8.4} {seven:>8.4} {thirty:>8.4} {calm:>10.4} {wild:>10.4}");
    }
    let leverages: Vec<f64> = (2u32..=50).map(f64::from).collect();
    let series = |horizon: f64| -> Outcome<Vec<f64>> {
        let one = |leverage: &f64| Ok(hit(long_level(*leverage)?, days(horizon)?, 0.0, VOLATILITY)?.probability);
        leverages.iter().map(one).collect()
    };
    let labels = leverages.iter().map(|leverage| format!("{leverage}x")).collect();
    let series = vec![("1 day", series(1.0)?), ("7 days", series(7.0)?), ("30 days", series(30.0)?)];
    let title = "Probability of liquidation of a long by leverage";
    write(folder, "leverage.svg", title, Unit::Fraction, PlotShape::Line(curves(labels, series)))
}

pub(crate) fn timing(folder: &Path) -> Outcome<()> {
    println!("\n== when: days until so many are liquidated");
    println!("{:<9} {:>6} {:>6} {:>6}", "leverage", "10 %", "25 %", "50 %");
    for leverage in [5.0, 10.0, 20.0, 50.0] {
        let level = long_level(leverage)?;
        print!("{:<9}", format!("{leverage}x"));
        for share in [0.1, 0.25, 0.5] {
            let by = |day: f64| days(day).map_err(Into::into).and_then(|t| hit(level, t, 0.0, VOLATILITY));
            let day = find_root(|day| by(day).map_or(f64::NAN, |at| at.probability - share), 1e-6, 3650.0, 1e-9)?;
            print!(" {day:>6.2}");
        }
        println!();
    }
    // The density per day is the derivative by the horizon.
    let moments: Vec<f64> = (0u32..=160).map(|step| f64::from(step) / 8.0).collect();
    let density = |leverage: f64| -> Outcome<Vec<f64>> {
        let level = long_level(leverage)?;
        let one = |day: &f64| {
            let greeks = hit(level, days(*day)?, 0.0, VOLATILITY)?.greeks;
            Ok(greeks.map_or(0.0, |greeks| 100.0 * greeks.by_years / 365.0))
        };
        moments.iter().map(one).collect()
    };
    let labels = moments.iter().map(|day| format!("day {day}")).collect();
    let series = vec![("20x", density(20.0)?), ("10x", density(10.0)?), ("5x", density(5.0)?)];
    let title = "When longs are liquidated: percent of the positions per day";
    write(folder, "timing.svg", title, Unit::Number, PlotShape::Line(curves(labels, series)))
}

pub(crate) fn measures(level: f64) -> Outcome<()> {
    println!("\n== long at 10x by drift a year");
    println!("{:<8} {:>8} {:>8} {:>8} {:>8}", "horizon", "-100 %", "0 %", "+4 %", "+100 %");
    for horizon in [7.0, 90.0] {
        print!("{:<8}", format!("{horizon} d"));
        for drift in [-1.0, 0.0, 0.04, 1.0] {
            print!(" {:>8.4}", hit(level, days(horizon)?, drift, VOLATILITY)?.probability);
        }
        println!();
    }
    Ok(())
}

pub(crate) fn watching(level: f64) -> Outcome<()> {
    println!("\n== long at 10x for 7 days, by how often the mark price is looked at");
    println!("{:<12} {:>7} {:>8} {:>14}", "watch", "exact", "shifted", "sigmas of step");
    let watched = |dates| -> Outcome<_> {
        let passage = passage(level, days(7.0)?, 0.0, VOLATILITY)?;
        Ok(discrete_hit_probability(&DiscreteHitRequest::new(passage, Measure::RealWorld).dates(dates))?)
    };
    let distance = hit(level, days(7.0)?, 0.0, VOLATILITY)?.distance_sigmas.ok_or("no deviation")?;
    for (name, dates) in [("once", 1), ("daily", 7), ("8 hours", 21), ("hourly", 168)] {
        let report = watched(dates)?;
        let sigmas = distance * f64::from(dates).sqrt();
        let corrected = report.corrected.ok_or("equally spaced dates")?;
        println!("{name:<12} {:>7.4} {corrected:>8.4} {sigmas:>14.2}", report.probability);
    }
    println!("{:<12} {:>7.4}", "always", watched(1)?.continuous);
    Ok(())
}

pub(crate) fn falls() -> Outcome<()> {
    println!("\n== falls from the highest price, 30 days");
    println!("{:<6} {:>12} {:>20}", "fall", "probability", "expected after days");
    for fall in [0.1, 0.2, 0.3, 0.5] {
        let report = drawdown(&DrawdownRequest::new(
            Fraction::new(fall)?,
            days(30.0)?,
            Rate::new(0.0)?,
            Volatility::new(VOLATILITY)?,
            Measure::RealWorld,
        ))?;
        let expected = 365.0 * report.expected_years.ok_or("the expected time is finite here")?;
        println!("{:<6} {:>12.4} {expected:>20.1}", format!("{} %", 100.0 * fall), report.probability);
        if fall == 0.5 {
            let depth = report.expected_maximum_log_drawdown;
            println!(
                "mean of the greatest log fall {depth:.4}, as a fall of the price {:.2} %",
                100.0 * (1.0 - exp(-depth))
            );
        }
    }
    Ok(())
}

//! The figures and plots of `docs/guide/liquidation.md`: from a leveraged position to the probability, time and cost of its
//! liquidation.
//!
//! ```text
//! cargo run --release --example liquidation_guide            # prints the figures, writes docs/guide/*.svg
//! cargo run --release --example liquidation_guide -- FOLDER  # writes the plots there instead
//! ```
//!
//! Price, volatility, jumps and hazard are invented; the margin table is Binance's of 2024-10-24.

#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

#[path = "site_report/figure.rs"]
mod figure;
#[expect(dead_code, reason = "the report's page; the plots need its escaping")]
#[path = "site_report/html.rs"]
mod html;
#[path = "site_report/plot.rs"]
mod plot;
#[expect(dead_code, reason = "shared with the report, which has tables too")]
#[path = "site_report/view.rs"]
mod view;

use std::error::Error;
use std::path::{Path, PathBuf};

use hashinsight::derivatives::Measure;
use hashinsight::derivatives::margin::{
    ContractKind, LiquidationReport, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue,
    liquidation,
};
use hashinsight::derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DefaultLegRequest, DigitalPayout, DigitalRequest, DiscreteHitRequest,
    DrawdownRequest, FirstPassage, HitProbabilityReport, HitProbabilityRequest, Knock, KouJumps, KouPassageReport,
    KouPassageRequest, Lognormal, Payout, TouchPayment, TouchRequest, barrier, default_leg, digital,
    discrete_hit_probability, drawdown, hit_probability, kou_passage, touch,
};
use hashinsight::derivatives::simulate::{JumpModel, SimulatePassage, SimulatePassageRequest};
use hashinsight::market::{OptionKind, TierTable};
use hashinsight::numerics::job::Job;
use hashinsight::numerics::{exp, find_root};
use hashinsight::units::{
    AssetPrice, Collateral, Fraction, Intensity, LogMove, Quantity, Rate, TailRate, Volatility, Years,
};

use crate::figure::write;
use crate::view::{Plot, grouped};

type Outcome<T> = Result<T, Box<dyn Error>>;

const ENTRY: f64 = 60_000.0;
const VOLATILITY: f64 = 0.65;
const RATE: f64 = 0.04;
/// The position that the page follows: half a bitcoin long at 10 times leverage.
const QUANTITY: f64 = 0.5;
const MARGIN: f64 = 3_000.0;
const LEVERAGE: f64 = 10.0;

fn main() -> Outcome<()> {
    let folder = std::env::args_os()
        .nth(1)
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guide"), PathBuf::from);
    positions()?;
    tiers()?;
    let level = long_level(LEVERAGE)?;
    ends_and_touches(level, &folder)?;
    what_moves_it(&folder)?;
    timing(&folder)?;
    measures(level)?;
    prices(level)?;
    options(level)?;
    watching(level)?;
    jumps(&folder)?;
    falls()?;
    default_of_the_venue()?;
    simulation(level)
}

fn days(days: f64) -> Result<Years, hashinsight::units::Error> {
    Years::new(days / 365.0)
}

/// The margin table of Binance's `BTCUSDT` on 2024-10-24.
fn binance_btcusdt() -> Outcome<TierTable> {
    Ok(serde_json::from_str(include_str!("binance_btcusdt.json"))?)
}

/// The price on its way to a level.
fn passage(level: f64, horizon: Years, drift: f64, volatility: f64) -> Outcome<FirstPassage> {
    let side = if level < ENTRY { BarrierSide::Down } else { BarrierSide::Up };
    let (spot, barrier) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    Ok(FirstPassage::new(spot, barrier, side, horizon, Rate::new(drift)?, Volatility::new(volatility)?))
}

/// A price without carry: its yield is the rate.
fn lognormal(horizon: Years, rate: f64) -> Outcome<Lognormal> {
    Ok(Lognormal::new(horizon, Rate::new(rate)?, Rate::new(rate)?, Volatility::new(VOLATILITY)?))
}

/// A position by Binance's rules: linear in BTC with its table, inverse in contracts of one dollar at a flat 0.4 %.
fn position(contract: ContractKind, side: Side, quantity: f64, leverage: f64) -> Outcome<LiquidationReport> {
    let (venue, notional, maintenance) = match contract {
        ContractKind::Linear => (Venue::BinanceUsdm, quantity * ENTRY, MaintenanceSchedule::Tiers(binance_btcusdt()?)),
        ContractKind::Inverse => {
            let rate = Fraction::new(0.004)?;
            let flat = MaintenanceSchedule::Flat { rate, deduction: Collateral::new(0.0)? };
            (Venue::BinanceCoinm, quantity / ENTRY, flat)
        }
    };
    let entry = AssetPrice::new(ENTRY)?;
    let margin = MarginMode::Isolated { margin: Collateral::new(notional / leverage)? };
    let position = Position::new(contract, side, Quantity::new(quantity)?, entry);
    let request = LiquidationRequest::new(venue, position, margin, maintenance).mark_price(entry);
    Ok(liquidation(&request.volatility(Volatility::new(VOLATILITY)?).years(days(7.0)?))?)
}

fn positions() -> Outcome<()> {
    println!("== positions at 60,000");
    println!("{:<23} {:>11} {:>10} {:>9} {:>14}", "position", "liquidation", "bankruptcy", "distance", "sigmas in 7 d");
    for (name, contract, side, quantity, leverage) in [
        ("linear long 10x", ContractKind::Linear, Side::Long, QUANTITY, 10.0),
        ("linear short 10x", ContractKind::Linear, Side::Short, QUANTITY, 10.0),
        ("inverse long 10x", ContractKind::Inverse, Side::Long, QUANTITY * ENTRY, 10.0),
        ("inverse short 10x", ContractKind::Inverse, Side::Short, QUANTITY * ENTRY, 10.0),
        ("inverse short 1x", ContractKind::Inverse, Side::Short, QUANTITY * ENTRY, 1.0),
        ("linear long 50x", ContractKind::Linear, Side::Long, QUANTITY, 50.0),
    ] {
        let report = position(contract, side, quantity, leverage)?;
        let level = |price: Option<f64>| price.map_or("never".to_owned(), |price| grouped(price, 2));
        let mark = report.at_mark;
        let distance = mark.and_then(|mark| mark.distance).map_or("-".to_owned(), |d| format!("{:.2} %", 100.0 * d));
        let sigmas = mark.and_then(|mark| mark.distance_sigmas).map_or("-".to_owned(), |d| format!("{d:.2}"));
        let (liquidated, bankrupt) = (level(report.liquidation_price.value()), level(report.bankruptcy_price.value()));
        println!("{name:<23} {liquidated:>11} {bankrupt:>10} {distance:>9} {sigmas:>14}");
    }
    Ok(())
}

fn tiers() -> Outcome<()> {
    println!("\n== 51 BTC long at 20x");
    let report = position(ContractKind::Linear, Side::Long, 51.0, 20.0)?;
    let table = binance_btcusdt()?;
    let entry = table.tier_at(51.0 * ENTRY).ok_or("no tier for the notional")?;
    let tier = report.tier.ok_or("a leveraged long has a tier")?;
    println!("maintenance at entry       {:>8} %", 100.0 * entry.maintenance_rate());
    println!("maintenance at liquidation {:>8} %", 100.0 * tier.maintenance_rate);
    let margin = 51.0 * ENTRY / 20.0;
    let by_entry = (51.0 * ENTRY - margin - entry.deduction()) / (51.0 * (1.0 - entry.maintenance_rate()));
    let level = report.liquidation_price.value().ok_or("a leveraged long is liquidated")?;
    println!("liquidation by entry tier  {:>10}", grouped(by_entry, 2));
    println!("liquidation                {:>10}", grouped(level, 2));
    Ok(())
}

fn hit(level: f64, horizon: Years, drift: f64, volatility: f64) -> Outcome<HitProbabilityReport> {
    let passage = passage(level, horizon, drift, volatility)?;
    Ok(hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)))
}

/// The probability of ending below the level, without drift.
fn ends_below(level: f64, horizon: Years) -> Outcome<f64> {
    let (spot, strike) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    let (payout, price) = (DigitalPayout::Cash(Collateral::new(1.0)?), lognormal(horizon, 0.0)?);
    Ok(digital(&DigitalRequest::new(OptionKind::Put, spot, strike, payout, price)).probability)
}

/// Where a linear long of half a bitcoin is liquidated.
fn long_level(leverage: f64) -> Outcome<f64> {
    let report = position(ContractKind::Linear, Side::Long, QUANTITY, leverage)?;
    Ok(report.liquidation_price.value().ok_or("a leveraged long is liquidated")?)
}

fn ends_and_touches(level: f64, folder: &Path) -> Outcome<()> {
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
    let plot = Plot::Series {
        title: "A long at 10 times leverage: probability of liquidation, and of ending below its level".to_owned(),
        unit: "",
        labels: horizons.iter().map(|day| format!("day {day}")).collect(),
        series: vec![
            ("touches", column(&|day| Ok(hit(level, days(day)?, 0.0, VOLATILITY)?.probability))?),
            ("ends below", column(&|day| ends_below(level, days(day)?))?),
        ],
        steps: false,
        marks: Vec::new(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "touch.svg", &plot)?)
}

fn what_moves_it(folder: &Path) -> Outcome<()> {
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
    let plot = Plot::Series {
        title: "Probability of liquidation of a long by leverage".to_owned(),
        unit: "",
        labels: leverages.iter().map(|leverage| format!("{leverage}x")).collect(),
        series: vec![("1 day", series(1.0)?), ("7 days", series(7.0)?), ("30 days", series(30.0)?)],
        steps: false,
        marks: Vec::new(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "leverage.svg", &plot)?)
}

fn timing(folder: &Path) -> Outcome<()> {
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
    let plot = Plot::Series {
        title: "When longs are liquidated: percent of the positions per day".to_owned(),
        unit: "% per day",
        labels: moments.iter().map(|day| format!("day {day}")).collect(),
        series: vec![("20x", density(20.0)?), ("10x", density(10.0)?), ("5x", density(5.0)?)],
        steps: false,
        marks: Vec::new(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "timing.svg", &plot)?)
}

fn measures(level: f64) -> Outcome<()> {
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

fn cover(level: f64, payment: TouchPayment, cash: f64, horizon: f64) -> Outcome<f64> {
    let (spot, barrier) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    let (payout, price) = (Payout::Cash(Collateral::new(cash)?), lognormal(days(horizon)?, RATE)?);
    Ok(touch(&TouchRequest::new(spot, barrier, BarrierSide::Down, payment, payout, price))?.price)
}

fn prices(level: f64) -> Outcome<()> {
    println!("\n== half of the margin, 1,500 USDT, on the liquidation of the long at 10x");
    println!("{:<8} {:>8} {:>10} {:>9} {:>8}", "horizon", "at hit", "at expiry", "no touch", "sum");
    for horizon in [1.0, 7.0, 30.0, 365.0] {
        let price = |payment| cover(level, payment, 0.5 * MARGIN, horizon);
        let (hit, expiry) = (price(TouchPayment::AtHit)?, price(TouchPayment::AtExpiry)?);
        let none = price(TouchPayment::NoTouch)?;
        println!("{:<8} {hit:>8.2} {expiry:>10.2} {none:>9.2} {:>8.2}", format!("{horizon} d"), expiry + none);
    }
    println!("\n== price of half of the margin for 7 days, as percent of the margin");
    for leverage in [3.0, 5.0, 10.0, 20.0, 50.0] {
        let price = cover(long_level(leverage)?, TouchPayment::AtHit, 50.0, 7.0)?;
        println!("{:<4} {price:>6.2} %", format!("{leverage}x"));
    }
    Ok(())
}

fn options(level: f64) -> Outcome<()> {
    println!("\n== put at 60,000 for 30 days with a barrier at 54,216.87");
    let option = |knock, rebate| -> Outcome<_> {
        let option = BarrierType::new(OptionKind::Put, knock, BarrierSide::Down);
        let (entry, level, rebate) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?, Collateral::new(rebate)?);
        Ok(barrier(&BarrierRequest::new(option, entry, entry, level, rebate, lognormal(days(30.0)?, RATE)?))?)
    };
    let (inside, outside) = (option(Knock::In, 0.0)?, option(Knock::Out, 0.0)?);
    let rebated = option(Knock::Out, 1_000.0)?;
    println!("in                      {:>8.2}", inside.price);
    println!("out                     {:>8.2}", outside.price);
    println!("in and out              {:>8.2}", inside.price + outside.price);
    println!("vanilla                 {:>8.2}", inside.vanilla_price);
    println!("out, rebate 1,000       {:>8.2}", rebated.price);
    println!("the rebate's part of it {:>8.2}", rebated.rebate_value);
    Ok(())
}

fn watching(level: f64) -> Outcome<()> {
    println!("\n== long at 10x for 7 days, by how often the mark price is looked at");
    println!("{:<12} {:>7} {:>8} {:>14}", "watch", "exact", "shifted", "sigmas of step");
    let watched = |dates| -> Outcome<_> {
        let passage = passage(level, days(7.0)?, 0.0, VOLATILITY)?;
        Ok(discrete_hit_probability(&DiscreteHitRequest::new(passage, dates, Measure::RealWorld))?)
    };
    let distance = hit(level, days(7.0)?, 0.0, VOLATILITY)?.distance_sigmas.ok_or("no deviation")?;
    for (name, dates) in [("once", 1), ("daily", 7), ("8 hours", 21), ("hourly", 168)] {
        let report = watched(dates)?;
        let sigmas = distance * f64::from(dates).sqrt();
        println!("{name:<12} {:>7.4} {:>8.4} {sigmas:>14.2}", report.probability, report.corrected);
    }
    println!("{:<12} {:>7.4}", "always", watched(1)?.continuous);
    Ok(())
}

/// Twenty jumps a year, more of them down, of 3.3 % up and 4 % down in the mean.
fn kou_jumps() -> Outcome<KouJumps> {
    Ok(KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?))
}

/// What is left of the variance for the motion between jumps.
fn calm_volatility() -> f64 {
    let second_moment = 2.0 * (0.45 / (30.0 * 30.0) + 0.55 / (25.0 * 25.0));
    (VOLATILITY * VOLATILITY - 20.0 * second_moment).sqrt()
}

fn leap(level: f64, bankruptcy: f64, horizon: f64) -> Outcome<KouPassageReport> {
    let passage = passage(level, days(horizon)?, 0.0, calm_volatility())?;
    let overshoot = LogMove::new(hashinsight::numerics::ln(level / bankruptcy))?;
    Ok(kou_passage(&KouPassageRequest::new(passage, kou_jumps()?, overshoot, Measure::RealWorld))?)
}

fn jumps(folder: &Path) -> Outcome<()> {
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
    let plot = Plot::Series {
        title: "Probability of liquidation of a long within a day, by leverage".to_owned(),
        unit: "",
        labels: leverages.iter().map(|leverage| format!("{leverage}x")).collect(),
        series: vec![
            ("with jumps", rows.iter().map(|row| row.2.probability).collect()),
            ("without", rows.iter().map(|row| row.1).collect()),
            ("by a leap", rows.iter().map(|row| row.2.leap_probability).collect()),
        ],
        steps: false,
        marks: Vec::new(),
        shaded: (Vec::new(), ""),
    };
    Ok(write(folder, "jumps.svg", &plot)?)
}

fn falls() -> Outcome<()> {
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

fn default_of_the_venue() -> Outcome<()> {
    println!("\n== 3,000 USDT with a venue: 60 % lost in a default");
    println!("{:<28} {:>8} {:>6}", "hazard a year", "default", "value");
    for (name, hazards, ends, horizon) in [
        ("2 %, 30 days", vec![0.02], vec![], 30.0),
        ("2 %, a year", vec![0.02], vec![], 365.0),
        ("10 % for a month, then 2 %", vec![0.1, 0.02], vec![30.0 / 365.0], 365.0),
    ] {
        let report = default_leg(&DefaultLegRequest::new(
            Collateral::new(MARGIN)?,
            Fraction::new(0.6)?,
            days(horizon)?,
            Rate::new(RATE)?,
            hazards.into_iter().map(Intensity::new).collect::<Result<_, _>>()?,
            ends.into_iter().map(Years::new).collect::<Result<_, _>>()?,
            Measure::RiskNeutral,
        ))?;
        println!("{name:<28} {:>8.4} {:>6.2}", report.default_probability, report.value);
    }
    Ok(())
}

fn simulation(level: f64) -> Outcome<()> {
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

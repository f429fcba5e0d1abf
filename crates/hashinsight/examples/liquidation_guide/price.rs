//! What such a touch is worth.

use hashinsight::derivatives::Measure;
use hashinsight::derivatives::pricing::{
    BarrierRequest, BarrierSide, BarrierType, DefaultLegRequest, Knock, Lognormal, Payout, TouchPayment, TouchRequest,
    barrier, default_leg, touch,
};
use hashinsight::market::OptionKind;
use hashinsight::units::{AssetPrice, Collateral, Fraction, Intensity, Rate, Volatility, Years};

use crate::Outcome;
use crate::passage::days;
use crate::position::{ENTRY, MARGIN, VOLATILITY, long_level};

pub(crate) const RATE: f64 = 0.04;
/// A price without carry: its yield is the rate.
pub(crate) fn lognormal(horizon: Years, rate: f64) -> Outcome<Lognormal> {
    Ok(Lognormal::new(horizon, Rate::new(rate)?, Rate::new(rate)?, Volatility::new(VOLATILITY)?))
}

pub(crate) fn cover(level: f64, payment: TouchPayment, cash: f64, horizon: f64) -> Outcome<f64> {
    let (spot, barrier) = (AssetPrice::new(ENTRY)?, AssetPrice::new(level)?);
    let (payout, price) = (Payout::Cash(Collateral::new(cash)?), lognormal(days(horizon)?, RATE)?);
    Ok(touch(&TouchRequest::new(spot, barrier, BarrierSide::Down, payment, payout, price))?.price)
}

pub(crate) fn prices(level: f64) -> Outcome<()> {
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

pub(crate) fn options(level: f64) -> Outcome<()> {
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

pub(crate) fn default_of_the_venue() -> Outcome<()> {
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

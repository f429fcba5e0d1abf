//! What a cover against liquidation costs, and why counting where prices end makes it half as dear as it must be.
//!
//! ```text
//! cargo run --release --example liquidation_cover
//! ```
//!
//! The method that is often written down for this product draws a number of prices at the end of the period, counts those beyond the
//! liquidation price, and divides. Two things are wrong with it. Divided the wrong way round, `N/L`, the result is no probability. And a
//! position is liquidated when its price touches the level, not when it ends there: of the paths that touch, half have come back by the
//! end.

#![expect(clippy::print_stdout, reason = "printing is what this program is for")]

use hashinsight::derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
use hashinsight::insurance::actuarial::PremiumPrinciple;
use hashinsight::insurance::cover::{
    Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
};
use hashinsight::insurance::quote::{GbmModel, Loadings, PriceModel, Quote, QuoteMarket, QuoteRequest, quote};
use hashinsight::numerics::{Philox, ln_ratio};
use hashinsight::units::{AssetPrice, Collateral, Decimal, Error, Fraction, Quantity, Rate, Timestamp, Volatility};

const START: i64 = 1_780_272_000_000; // 2026-06-01
const DAY: i64 = 86_400_000;
const SPOT: f64 = 60_000.0;
const SIGMA: f64 = 0.65;
const DRAWS: u64 = 1_000_000;

/// Half of the margin of a long, at a leverage and for some days.
fn ask(leverage: f64, days: i64) -> Result<Quote, Error> {
    let quantity = 0.5;
    let position = CoveredPosition::new(
        Venue::BinanceUsdm,
        "BTCUSDT".parse()?,
        "BTC".parse()?,
        "USDT".parse()?,
        Position::new(ContractKind::Linear, Side::Long, Quantity::new(quantity)?, AssetPrice::new(SPOT)?),
        MarginMode::Isolated { margin: Collateral::new(quantity * SPOT / leverage)? },
        MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
    );
    let trigger = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
    let start = Timestamp::from_ms(START)?;
    let half = CoveredSum::Fraction { of_loss: Decimal::new(5, 1) };
    let end = Timestamp::from_ms(START + days * DAY)?;
    let terms = Terms::new(start, end, half, Basis::Indemnity, "USDT".parse()?);
    let cover = Cover::new("C-1".parse()?, CoveredAccount::Position(position), Peril::Liquidation(trigger), terms);
    let market = QuoteMarket::new(start, AssetPrice::new(SPOT)?, Rate::new(0.04)?);
    let model = PriceModel::Gbm(GbmModel::new(Volatility::new(SIGMA)?));
    let loadings = Loadings::new(PremiumPrinciple::StandardDeviation(0.1)).expense(Decimal::new(15, 2));
    quote(&QuoteRequest::new(cover, market, model, loadings))
}

/// How many of the drawn prices end at the level or below.
fn end_points(level: f64, days: i64) -> u64 {
    let years = days as f64 / 365.0;
    let (mean, deviation) = (-0.5 * SIGMA * SIGMA * years, SIGMA * years.sqrt());
    let far = (ln_ratio(level, SPOT) - mean) / deviation;
    let random = Philox::new(20_260_531);
    (0..DRAWS).filter(|draw| random.normal(0, *draw) <= far).count() as u64
}

fn main() -> Result<(), Error> {
    println!("== The wrong way, and the right one: 10 times leverage, 7 days");
    let found = ask(10.0, 7)?;
    let level = found.frozen.levels[0].price;
    let ends = end_points(level, 7);
    let (drawn, ended) = (DRAWS as f64, ends as f64);
    println!("level                        {level:.2} USDT, drawn {DRAWS} prices of the last day, {ends} beyond");
    println!("N / L, as written down       {:.3}, which is no probability", drawn / ended);
    println!("L / N, where prices end      {:.3}", ended / drawn);
    println!("touched within the period    {:.3}", found.price.hit_probability);
    let payout = found.frozen.maximum_payout;
    println!("pure premium of {payout} USDT  {:.2} USDT by end points", 1500.0 * ended / drawn);
    println!("                             {:.2} USDT by touches", found.price.pure_premium);
    println!();
    println!("== Covers of half the margin, by leverage and days");
    println!("leverage  days     level  touched  pure / margin  decision");
    for (leverage, days) in [(3.0, 30), (10.0, 1), (10.0, 7), (20.0, 7), (50.0, 1)] {
        let found = ask(leverage, days)?;
        let level = found.frozen.levels.first().map_or(0.0, |level| level.price);
        let (hit, share) = (found.price.hit_probability, found.price.pure_premium / found.frozen.margin);
        let decision = format!("{:?}", found.decision);
        println!("{leverage:8}  {days:4}  {level:8.2}  {hit:7.5}  {share:13.4}  {decision}");
    }
    Ok(())
}

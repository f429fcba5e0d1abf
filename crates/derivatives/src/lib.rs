//! Margin and liquidation, option and barrier pricing, implied volatility, jump models and path simulation.
//!
//! The question behind this crate: a trader holds a leveraged position, or an option on it. When is it liquidated, how likely is that within
//! a week, and what is a promise to pay in that case worth?
//!
//! | module | answers |
//! |---|---|
//! | [`margin`] | liquidation, bankruptcy and margin-call prices of a position or an account, by a venue's own rules and tiers |
//! | [`pricing`] | options, touches, digitals, barriers (one or two; watched always, for a time or on dates), jumps, drawdown, default |
//! | [`chain`] | what a chain of options says: forward, smile, skew, max pain, gamma exposure |
//! | [`curve`] | forward prices and discount factors at any time, from those of a few expiries |
//! | [`estimation`] | volatility from bars, with and without jumps; jumps from returns |
//! | [`simulate`] | first passage by simulation, as a job |
//!
//! The guide [Liquidation and barrier mathematics] goes through all of it with figures and plots.
//!
//! [Liquidation and barrier mathematics]: https://github.com/hashinsight/hashinsight/blob/main/docs/guide/liquidation.md
//!
//! # Units and assumptions
//!
//! * Rates, yields, drifts and volatilities are continuously compounded fractions per year (of 365 days), never percent.
//! * The price is lognormal between jumps: the logarithm is Brownian motion with drift `drift - sigma^2 / 2`.
//! * A perpetual's funding is a negative yield of a long: it enters as `yield_per_year`, or as cash that has eroded the margin.
//! * Every result that depends on a measure says which: prices are of the risk-neutral one ([`Measure::RiskNeutral`], Q), frequencies of
//!   the real world ([`Measure::RealWorld`], P). The formulas are the same, the drift is not.
//! * Estimates are `f64`. Money that is booked is another crate's matter.
//!
//! # Numerics
//!
//! Every formula states its error. Where textbook forms overflow or cancel (`(H/S)^(2 m / sigma^2)` for small volatilities, the difference of
//! two normal distribution functions far out of the money) another form of the same number is evaluated. Limits are reached, not
//! approximated: no volatility, no time, a spot at the barrier or beyond.
//!
//! # Pitfalls
//!
//! * A liquidation is a path event. The probability of ending beyond the level is about half of that of touching it.
//! * The maintenance rate is that of the tier where the position is liquidated, not of the one where it was opened.
//! * Watching once a day is not watching always: [`pricing::discrete_hit_probability`] tells both.
//! * Lognormal prices understate crashes: see [`pricing::kou_passage`] for the leap over the level, and by how much.
//!
//! # Example
//!
//! The worth of 1500 USDT, paid when a long of half a bitcoin at 10 times leverage is liquidated within a week:
//!
//! ```
//! use hashinsight_derivatives::margin::{
//!     ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Position, Side, Venue, liquidation,
//! };
//! use hashinsight_derivatives::pricing::{BarrierSide, Lognormal, Payout, TouchPayment, TouchRequest, touch};
//! use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Rate, Volatility, Years};
//!
//! let entry = AssetPrice::new(60_000.0)?;
//! let position = Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, entry);
//! let margin = MarginMode::Isolated { margin: Collateral::new(3_000.0)? };
//! // The first tier of Binance's table.
//! let maintenance = MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? };
//! let report = liquidation(&LiquidationRequest::new(Venue::BinanceUsdm, position, margin, maintenance))?;
//! let level = report.liquidation_price.value().expect("a leveraged long is liquidated somewhere");
//!
//! let rate = Rate::new(0.04)?;
//! // The yield is the rate, so that there is no carry: the position is a perpetual.
//! let price = Lognormal::new(Years::new(7.0 / 365.0)?, rate, rate, Volatility::new(0.65)?);
//! let payout = Payout::Cash(Collateral::new(1_500.0)?);
//! let barrier = AssetPrice::new(level)?;
//! let cover = touch(&TouchRequest::new(entry, barrier, BarrierSide::Down, TouchPayment::AtHit, payout, price))?;
//! assert_eq!(format!("{level:.2} {:.4} {:.2}", cover.probability, cover.price), "54216.87 0.2736 410.16");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

#![forbid(unsafe_code)]
#![expect(
    clippy::inline_always,
    reason = "a loop becomes lanes only if what it calls is compiled into it, once per width"
)]

pub mod chain;
pub mod curve;
pub mod estimation;
pub mod golden;
pub mod margin;
mod measure;
pub mod pricing;
mod refuse;
pub mod simulate;
mod suspicion;

pub use measure::Measure;
pub use suspicion::Suspicion;

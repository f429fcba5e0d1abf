//! Margin and liquidation, option and barrier pricing, implied volatility, jump models and path simulation.
//!
//! The question behind this crate: a trader holds a leveraged position, or an option on it. When is it liquidated, how likely is that within
//! a week, and what is a promise to pay in that case worth?
//!
//! | module | answers |
//! |---|---|
//! | [`margin`] | liquidation, bankruptcy and margin-call price by a venue's own rules and tiers |
//! | [`pricing`] | options, touches, digitals, barriers (always or sometimes watched), jumps, drawdown, default |
//! | [`chain`] | what a chain of options says: forward, smile, skew, max pain, gamma exposure |
//! | [`estimation`] | volatility from bars, jumps from returns |
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
//!     ContractKind, LiquidationRequest, MaintenanceSchedule, MarginMode, Side, Venue, binance_btcusdt, liquidation,
//! };
//! use hashinsight_derivatives::pricing::{BarrierSide, Payout, TouchPayment, TouchRequest, touch};
//! use hashinsight_derivatives::{AssetPrice, Collateral, Quantity, Rate, Volatility, Years};
//!
//! let entry = AssetPrice::new(60_000.0)?;
//! let position = liquidation(&LiquidationRequest {
//!     venue: Venue::BinanceUsdm,
//!     contract: ContractKind::Linear,
//!     side: Side::Long,
//!     quantity: Quantity::new(0.5)?,
//!     entry_price: entry,
//!     margin_mode: MarginMode::Isolated { margin: Collateral::new(3_000.0)? },
//!     maintenance: MaintenanceSchedule::Tiers(binance_btcusdt()?),
//!     close_fee_rate: None,
//!     funding_paid: None,
//!     mark_price: None,
//!     call_ratio: None,
//!     volatility: None,
//!     years: None,
//! })?;
//! let level = position.liquidation_price.price().expect("a leveraged long is liquidated somewhere");
//! let cover = touch(&TouchRequest {
//!     spot: entry,
//!     barrier: AssetPrice::new(level)?,
//!     side: BarrierSide::Down,
//!     payment: TouchPayment::AtHit,
//!     payout: Payout::Cash(Collateral::new(1_500.0)?),
//!     years: Years::new(7.0 / 365.0)?,
//!     rate_per_year: Rate::new(0.04)?,
//!     yield_per_year: Rate::new(0.04)?, // no carry: the position is a perpetual
//!     volatility: Volatility::new(0.65)?,
//! })?;
//! assert_eq!(format!("{level:.2} {:.4} {:.2}", cover.probability, cover.price), "54216.87 0.2736 410.16");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

#![forbid(unsafe_code)]
#![expect(
    clippy::inline_always,
    reason = "a loop becomes lanes only if what it calls is compiled into it, once per width"
)]

mod batch;
pub mod chain;
mod error;
pub mod estimation;
pub mod golden;
mod level;
pub mod margin;
mod measure;
pub mod pricing;
mod quantity;
pub mod simulate;

pub use batch::{BadRows, RowState};
pub use error::Error;
pub use level::PriceLevel;
pub use measure::Measure;
pub use quantity::{AssetPrice, Balance, Collateral, Intensity, LogMove, Quantity, Rate, TailRate, Volatility, Years};

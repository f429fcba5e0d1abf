//! Bitcoin mining: consensus arithmetic to the last bit, and the economics that stand on it.
//!
//! | module | what it answers |
//! |---|---|
//! | [`consensus`] | what `nBits` means, what the next will be, what a block pays: integers, as nodes compute them |
//! | [`network`] | how much hashrate the network has and how sure that is, what the next retarget will be |
//! | [`reward`] | what hashrate earns: on average, per petahash and day, alone and with luck |
//! | [`profit`] | what is left after power, hosting and upkeep; where profit ends; a million rows at a time |
//! | [`machine`] | which machines there are, what a fleet hashes and draws, how many a site can feed |
//! | [`tariff`] | what energy costs hour by hour, and the engine that bills it |
//! | [`forecast`] | what a purchase of machines earns over its life, static, dynamic and simulated |
//! | [`investment`] | what cash flows are worth, at which rate they are worth nothing, depreciation |
//! | [`dispatch`] | which machines run in which hour: curtailment |
//! | [`calculator`] | the five questions that people ask first, on top of all this |
//!
//! # The one formula
//!
//! A block takes `2^256 / (target + 1)` hashes on average, by custom written `D · 2^32`. Whoever computes `h` hashes
//! per second finds `h · t / hashes per block` blocks in `t` seconds on average, whatever the rest of the network does.
//! Rewards, hashprice, odds and break-evens follow from that; the block interval does not appear, and 144 blocks a day
//! is a goal, not an input.
//!
//! # Units and assumptions
//!
//! Hashrate is in TH/s, power in watts, energy prices in USD/kWh, fees are fractions, a day has 86,400 s. Every
//! quantity is a type of [`hashinsight_units`] that checks itself once. Header times are Unix seconds and end in `_s`,
//! all other instants are milliseconds. Difficulty, price and fees are constant over the span of a calculation, unless
//! it is a forecast and says so.
//!
//! # Numerics
//!
//! Consensus is integer arithmetic. Estimates are `f64` with every operation in one written order, so that a result has
//! the same bits on every machine; a batch has the bits of its rows computed alone. No report holds NaN or infinity:
//! where there is no number there is an [`Outcome`] that says why. Only columns and streams use NaN, for refused rows
//! and while warming up.
//!
//! # Pitfalls
//!
//! - A network hashrate is an estimate from a difficulty or from blocks: give the difficulty itself where you have it.
//! - Fees were between 0.6 % and 75 % of the reward of a day in recent years: leaving them out is an error of that
//!   size.
//! - Odds are not expected blocks: at 0.98 expected blocks the odds of one are 62.5 %.
//! - A retarget measures 2015 intervals, not 2016, and header times may run backwards.
//!
//! # Example
//!
//! ```
//! use hashinsight_mining::consensus::{Network, Nbits, subsidy};
//! use hashinsight_mining::network::NetworkBasis;
//! use hashinsight_mining::profit::{ProfitRequest, profit};
//! use hashinsight_units::{Amount, Days, EnergyPrice, Fraction, Hashrate, Height, Power, Price};
//!
//! // One S21 for a day at height 953,568.
//! let report = profit(&ProfitRequest {
//!     hashrate_ths: Hashrate::from_ths(200.0)?,
//!     power_w: Power::from_w(3500.0)?,
//!     network_basis: NetworkBasis::Nbits(Nbits::new(0x1702_40c3)),
//!     subsidy_sat: subsidy(Height::new(953_568), Network::Mainnet.params()),
//!     fees_per_block_sat: Amount::from_sat(2_500_000)?,
//!     btc_price_usd: Price::new(90_000.0)?,
//!     pool_fee: Fraction::new(0.02)?,
//!     power_price_usd_per_kwh: EnergyPrice::from_usd_per_mwh(55.0)?,
//!     days: Days::new(1.0)?,
//!     uptime: None,
//!     hosting_fee_usd_per_kwh: None,
//!     maintenance_usd_per_day: None,
//!     machine_price_usd: None,
//!     useful_life_days: None,
//! })?;
//! assert_eq!(format!("{:.2} - {:.2}", report.revenue_usd, report.power_cost_usd), "8.95 - 4.62");
//! assert_eq!(format!("{:.3}", report.break_even.power_price_usd_per_kwh.value().unwrap()), "0.107");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

pub mod calculator;
pub mod consensus;
pub mod dispatch;
mod error;
pub mod forecast;
pub mod investment;
pub mod machine;
pub mod network;
pub mod profit;
pub mod reward;
pub mod tariff;

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
//! where there is no number there is an [`Outcome`](hashinsight_units::Outcome) that says why. Only columns and streams use NaN, for refused rows
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
//! use hashinsight_mining::consensus::{Nbits, Network, subsidy};
//! use hashinsight_mining::machine::MachineSpec;
//! use hashinsight_mining::network::NetworkBasis;
//! use hashinsight_mining::profit::{Operation, ProfitRequest, profit};
//! use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee};
//! use hashinsight_units::{Days, EnergyPrice, Hashrate, Height, MeanAmount, Power, Price};
//!
//! // One S21 for a day at height 953,568.
//! let machine = MachineSpec::new(Hashrate::constant(200.0), Power::constant(3500.0));
//! let subsidy = subsidy(Height::new(953_568), Network::Mainnet.params());
//! let reward = BlockReward::new(subsidy, MeanAmount::constant(2_500_000.0));
//! let chain = Chain::new(NetworkBasis::Nbits(Nbits::new(0x1702_40c3)), reward);
//! let market = Market::new(chain, Price::constant(90_000.0));
//! let operation = Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.055));
//! let report = profit(&ProfitRequest::new(machine, market, operation, Days::constant(1.0)))?;
//! assert_eq!(format!("{:.2} - {:.2}", report.revenue_usd, report.power_cost_usd), "8.95 - 4.62");
//! assert_eq!(format!("{:.3}", report.break_even.power_price_usd_per_kwh.value().unwrap()), "0.107");
//! # Ok::<(), hashinsight_units::Error>(())
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

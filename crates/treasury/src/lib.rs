//! Bitcoin treasury: what is held, what it cost, how long it lasts, when to sell, and how that would have gone.
//!
//! | module | question |
//! |---|---|
//! | [`ledger`] | Which coins are there, what did they cost, and what was gained, to the satoshi and by the tax rules that the caller names? |
//! | [`coverage`] | How many days does the cash last, how much must be sold, when is a loan called? |
//! | [`policy`] | What is to be sold or bought now, and why? |
//! | [`floor`] | Which smallest sale keeps every payment coverable in the worst case? |
//! | [`optimal`] | Which sales are best on a lattice of prices, and what does safety cost? |
//! | [`backtest`] | How would a policy have gone, with its costs, and is that more than luck? |
//! | [`metrics`] | How good and how risky is a series of returns? |
//! | [`scenario`] | What if price and difficulty go elsewhere? |
//!
//! Coins are whole satoshis and booked money is exact; estimates are floats and say so.

pub mod backtest;
pub mod coverage;
pub mod floor;
pub mod ledger;
pub mod metrics;
pub mod optimal;
pub mod policy;
pub mod scenario;

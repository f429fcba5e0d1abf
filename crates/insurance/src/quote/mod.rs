//! What a cover costs, and whether it is sold.
//!
//! ```text
//! pure     = expected present value of the payout: payout * E[e^(-r tau); tau <= T]
//! before   = (pure + risk loading + fixed expense) / (1 - expense - commission - profit)
//! discount = at most before - pure                     tax = tax rate * (before - discount)
//! gross    = before - discount + tax
//! ```
//!
//! The risk loading is that of a [premium principle](crate::actuarial::PremiumPrinciple) on the distribution of the payout. Each term is
//! rounded to the digits of the currency, and the gross premium is their sum, exactly.
//!
//! | peril | geometric Brownian motion | Kou | Merton |
//! |---|---|---|---|
//! | a level: liquidation, margin call, price, loss | closed form; a waiting period is a watch that begins later | transform | simulation |
//! | two levels | closed form; waiting: its mean over the price then | – | – |
//! | drawdown | transform | – | – |
//! | gap | has none | closed form of the overshoot | – |
//! | default of an exchange | hazard rates | | |
//!
//! A quote is an offer, a referral or a refusal with reasons. Everything that it was computed from is inside: [`verify_quote`] computes it
//! again.

mod batch;
mod decide;
mod gap;
mod gbm;
mod jumps;
mod market;
mod minor;
mod model;
mod premium;
mod request;
mod rules;
mod value;
mod verify;

pub use batch::{QuoteBatchParams, QuoteColumns, QuoteLine, QuoteRow, QuoteTable, QuoteTablePart, quote_batch};
pub use market::{QuoteMarket, QuoteMeasure};
pub use model::{GbmModel, HazardModel, KouModel, MertonModel, ModelKind, PriceModel};
pub use premium::{Loadings, PremiumTerms};
pub use request::{Converted, ModelPrice, Quote, QuoteRequest, Sensitivities, SimulationError, quote};
pub use rules::{Decision, DecisionReason, ReasonCode, Rules};
pub use verify::{VerifyQuoteReport, VerifyQuoteRequest, verify_quote};

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
//! | a level: liquidation, margin call, price, loss | closed form | transform | simulation |
//! | a waiting period: the watch begins later | closed form, or its mean over the price then | simulation | simulation |
//! | two levels | closed form | simulation | simulation |
//! | drawdown | transform | simulation | simulation |
//! | gap | has none | closed form of the overshoot | simulation |
//! | default of an exchange | hazard rates | | |
//!
//! An account in several coins is liquidated, or called, by its equity and by no price alone: there the model is of all its coins (`coins`), and
//! simulated.
//!
//! A cover in the coin is one in cash once the coin is the unit of account, whatever the model. A simulated number stands beside its standard
//! error, the bound of its bias, and the seed and number of its paths.
//!
//! A cover that its holder ends early gives back a part of its premium: [`early_close`].
//!
//! Its derivatives are those of formula or transform, and by simulation on common random numbers; where there are none, a reason says why:
//! [`SensitivityAbsence`].
//!
//! A quote is an offer, a referral or a refusal with reasons. Everything that it was computed from is inside: [`verify_quote`] computes it
//! again.

mod batch;
mod batch_terms;
mod coin;
mod decide;
mod early_close;
mod gap;
mod gbm;
mod jumps;
mod market;
mod minor;
mod model;
mod premium;
mod request;
mod rules;
mod sensitivities;
mod simulation;
mod underwrite;
mod value;
mod verify;

pub use batch::{QuoteBatchParams, QuoteColumns, QuoteLine, QuoteRow, QuoteTable, QuoteTablePart, quote_batch};
pub use early_close::{EarlyCloseReport, EarlyCloseRequest, RefundRule, early_close};
pub use market::{CurrencyRate, QuoteMarket, QuoteMeasure};
pub use model::{CoinMotion, CoinsModel, GbmModel, HazardModel, KouModel, MertonModel, ModelKind, PriceModel};
pub use premium::{Loadings, PremiumTerms};
pub use request::{Converted, ModelPrice, Quote, QuoteRequest, SimulationError};
pub use rules::{Decision, DecisionReason, ReasonCode, Rules};
pub use sensitivities::{Sensitivities, SensitivityAbsence, SensitivityErrors, SensitivityMethod};
pub use underwrite::quote;
pub use verify::{VerifyQuoteReport, VerifyQuoteRequest, verify_quote};

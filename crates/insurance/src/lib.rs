//! Insurance mathematics: what a loss costs on average, what is charged for it, what must be held against it.
//!
//! | module | question |
//! |---|---|
//! | [`actuarial`] | What does a layer of a loss cost, what is its premium, how is the sum of many losses distributed, when is the fund ruined, how much does experience count? |
//! | [`book`] | What can all covers together cost, which of them cause it, how much more can be sold? |
//! | [`claim`] | Was a cover triggered, what is lost, what is paid, and in which state is the claim? |
//! | [`cover`] | What is insured: products, perils, terms, accounts, and which prices trigger them? |
//! | [`fund`] | What does the fund hold and owe, is it solvent, how likely is its ruin? |
//! | [`published`] | What do the covers that others sell pay, and when do they lose money? |
//! | [`quote`] | What does a cover cost, and is it sold? |
//! | [`reserving`] | What will be paid for claims that have happened? |
//! | [`risk`] | What can a position lose, and which risks turn out worse than others? |
//!
//! Amounts are estimates in one currency of the caller's choice, `f64`, but for what is booked: the terms, premiums and payouts of covers are
//! decimals of a named currency. Fractions are 0 to 1; a "value at risk" is a loss and positive.
//! Answers that do not exist are a named [`Outcome`](hashinsight_units::Outcome): the mean of a tail that is too heavy is `unbounded`, the
//! exponential premium of a lognormal loss is `undefined`.
//!
//! ```
//! use hashinsight_insurance::actuarial::{ExponentialLoss, PremiumPrinciple, Severity, premium};
//! use hashinsight_units::Outcome;
//! // A loss of 1,000 on average, exponentially distributed. With proportional hazards of index 1.25 it is charged 25 % more.
//! let loss = Severity::Exponential(ExponentialLoss::new(1000.0));
//! assert_eq!(premium(&loss, PremiumPrinciple::ProportionalHazard(1.25))?, Outcome::Value(1250.0));
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

pub mod actuarial;
pub mod book;
pub mod claim;
pub mod cover;
pub mod fund;
pub mod published;
pub mod quote;
mod refuse;
pub mod reserving;
pub mod risk;

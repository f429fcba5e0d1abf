//! Losses one by one, in layers, in sums, and over time.
//!
//! A [`Severity`] is the distribution of one loss. [`limited_expected_values`] and [`layers`] cut it, [`premium`] charges for it,
//! [`aggregate_loss`] adds up a random number of it, [`ruin`] asks how long a fund lives from it, [`credibility`] weighs a group's own
//! losses against those of all groups.

mod aggregate;
mod credibility;
mod discretize;
mod distortion;
mod frequency;
mod layer;
mod lundberg;
mod places;
mod premium;
mod ruin;
mod severity;

pub use aggregate::{AggregateMethod, AggregateReport, AggregateRequest, LossAtLevel, StopLossPremium, aggregate_loss};
pub use credibility::{BetweenEstimator, CredibilityReport, CredibilityRequest, GroupCredibility, credibility};
pub use discretize::{Discretization, DiscretizeReport, DiscretizeRequest, discretize};
pub use frequency::{BinomialCount, Frequency, NegativeBinomialCount, PoissonCount};
pub use layer::{Layer, LayerCost, LayersReport, LayersRequest, layers, limited_expected_values};
pub use premium::{PremiumPrinciple, PremiumsReport, PremiumsRequest, PrinciplePremium, premium, premiums};
pub use ruin::{RuinProbability, RuinReport, RuinRequest, ruin};
pub use severity::{DiscreteLoss, ExponentialLoss, LognormalLoss, MixedExponentialLoss, ParetoLoss, Severity};

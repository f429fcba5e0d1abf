//! What is claimed, and what is found, all of it inside.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::{Interval, Reference};
use hashinsight_units::{Decimal, Record, Timestamp, Verdict};

use super::{ClaimEvent, EarlierClaim, PriceSeries};
use crate::cover::{Cover, Exclusion, FrozenTerms, PayoutItems};
use crate::quote::{Converted, CurrencyRate};

/// Inputs of [`claim`](fn@super::claim).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimRequest {
    /// Reference of the claim; no two claims have the same.
    #[record(example = "K-2026-000004")]
    pub reference: Reference,
    /// Cover as it was sold.
    pub cover: Cover,
    /// Instant up to which the claim is judged, in Unix milliseconds UTC: no evidence is later.
    #[record(example = 1780876800000)]
    pub as_of_ms: Timestamp,
    /// Longest time between two prices that counts as seen, in milliseconds.
    #[record(example = 60000)]
    pub longest_gap_ms: Interval,
    /// Prices, in any order; what is told twice counts once.
    #[record(default = Vec::new())]
    pub prices: Vec<PriceSeries>,
    /// Events of the account and its exchange, in any order; what is told twice counts once.
    #[record(default = Vec::new())]
    pub events: Vec<ClaimEvent>,
    /// Instant up to which the events are complete, in Unix milliseconds UTC. Absent: they are not known to be.
    pub events_until_ms: Option<Timestamp>,
    /// Claims that were made before.
    #[record(default = Vec::new())]
    pub earlier: Vec<EarlierClaim>,
    /// Rate of the currency that a claim is settled in. Absent: it is settled in the currency of the cover, or the rate is not known yet.
    pub settle_rate: Option<CurrencyRate>,
}

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum ClaimDecision {
    /// It is paid.
    Pay,
    /// It is refused, with a reason.
    Reject,
    /// The evidence does not decide: a person does.
    Review,
}

/// Reason of a decision, or what stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ClaimReasonCode {
    /// The claim, or another one for the same cover, was made before.
    Duplicate,
    /// Nothing triggered the cover.
    NotTriggered,
    /// The holder changed the account before, which makes the cover void.
    Altered,
    /// The holder had closed the account before: nothing of it was left to be liquidated, called or lost.
    AccountClosed,
    /// The cause is not paid for.
    ExcludedCause,
    /// Prices are missing where they would decide.
    MissingPrices,
    /// Events are not known to be complete.
    MissingEvents,
    /// The venue's events are complete and tell no liquidation; by the terms the mark decides alone.
    NoLiquidation,
    /// It is not known what is lost.
    MissingLoss,
    /// The rate of the currency of settlement is missing.
    MissingRate,
    /// Two prices of one source and one instant contradict each other.
    ConflictingPrices,
    /// Two events of one reference contradict each other.
    ConflictingEvents,
    /// The evidence contradicts the cover: the venue liquidated though no price had reached the level, or long after one had, or where nothing is
    /// lost; it did not liquidate though its price had reached the level; more is lost than stood there.
    EvidenceDisagrees,
    /// A price, a liquidation or a default in the waiting period would have triggered.
    WaitingPeriod,
    /// A price after the cover expired would have triggered.
    AfterExpiry,
    /// A price of another kind or source would have triggered.
    OtherPrice,
}

/// Reason of a decision on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimReason {
    /// Code of the reason.
    #[record(example = "not_triggered")]
    pub code: ClaimReasonCode,
    /// Instant that it is about, in Unix milliseconds UTC. Absent: none in particular.
    pub time_ms: Option<Timestamp>,
    /// Cause that is excluded. Absent: the reason is another.
    pub cause: Option<Exclusion>,
}

/// What proves that a cover was triggered.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TriggerEvidence {
    /// Price that triggered, the first that is seen beyond the level. Absent: an event triggered, or the equity of an account in several coins.
    pub price: Option<f64>,
    /// Equity less requirement of an account in several coins at the trigger, of a margin call that of the called part of the equity, in the currency
    /// of the account: 0 or below. Absent: something else triggered.
    pub excess: Option<f64>,
    /// Level that it reached. Absent: there is none.
    pub level: Option<f64>,
    /// Side of the level. Absent: there is none.
    pub side: Option<BarrierSide>,
    /// References of the events that prove the same.
    pub events: Vec<Reference>,
}

/// What is lost, in the currency of the cover: its parts add up exactly.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimLoss {
    /// Loss by the price, from entry to the level, as decimal text; 0 where the loss is no position's.
    #[record(example = "2891.56")]
    pub price: Decimal,
    /// Loss by funding that counts, as decimal text; negative where it was received.
    #[record(example = "3.15")]
    pub funding: Decimal,
    /// What is lost besides, as decimal text: the margin that a liquidation takes, a balance; negative for what the margin does not carry.
    #[record(example = "105.29")]
    pub other: Decimal,
    /// Loss: the sum, as decimal text.
    #[record(example = "3000.00")]
    pub total: Decimal,
}

/// Claim that was judged, and all that it was judged by.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Claim {
    /// What was claimed, with its evidence.
    pub request: ClaimRequest,
    /// Terms as they were frozen with the sale.
    pub frozen: FrozenTerms,
    /// Whether the cover was triggered.
    #[record(example = "yes")]
    pub triggered: Verdict,
    /// Instant of the trigger, in Unix milliseconds UTC: the first that is seen. Absent: none is.
    pub triggered_ms: Option<Timestamp>,
    /// What proves the trigger. Absent: nothing does.
    pub evidence: Option<TriggerEvidence>,
    /// What becomes of the claim.
    #[record(example = "pay")]
    pub decision: ClaimDecision,
    /// Reasons of the decision, and what stands beside it.
    pub reasons: Vec<ClaimReason>,
    /// What is lost. Absent: nothing, or it is not known.
    pub loss: Option<ClaimLoss>,
    /// How the payout would come of the loss. Absent: there is no loss.
    pub items: Option<PayoutItems>,
    /// Payout, in the currency of settlement. Absent: the claim is not paid.
    pub payout: Option<Converted>,
    /// Instant from which the payout is due, in Unix milliseconds UTC. Absent: the claim is not paid.
    pub due_ms: Option<Timestamp>,
}

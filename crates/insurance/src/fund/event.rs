//! What happens to a fund.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::{Instrument, Reference};
use hashinsight_units::{AssetPrice, Fraction, Money, Record, Timestamp};

/// One event of a fund.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundEvent {
    /// Instant of the event, in Unix milliseconds UTC; not before the event that stands before it.
    #[record(example = 1_780_272_000_000)]
    pub time_ms: Timestamp,
    /// Entry of the event: its kind with what belongs to it.
    pub entry: FundEntry,
}

/// Entry of a fund: the kind of an event with what belongs to it.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum FundEntry {
    /// The owners put in capital.
    Capital(FundCash),
    /// The owners took out capital.
    Withdrawal(FundCash),
    /// An expense was paid.
    Expense(FundCash),
    /// A cover was sold, and its premium received.
    Premium(CoverSold),
    /// A cover was ended early, and a part of its premium paid back.
    Refund(CoverRefund),
    /// The price has touched the barrier of a cover: a claim has happened, and is not reported yet.
    Trigger(CoverTriggered),
    /// A claim was reported.
    Report(ClaimReported),
    /// The case reserve of a claim was set anew.
    Reserve(ClaimReserved),
    /// A claim was paid, in full or in part.
    Payment(ClaimPaid),
    /// A claim was closed: what is left of its reserve is free again.
    Close(ClaimClosed),
}

/// Cash that came or went.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundCash {
    /// Cash, above 0.
    pub value: Money,
}

/// A cover that was sold.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoverSold {
    /// Name of the cover, which no other cover has.
    #[record(example = "P-1001")]
    pub cover: Reference,
    /// Premium received, above 0.
    pub value: Money,
    /// Sum insured, above 0.
    pub sum_insured: Money,
    /// Instrument whose price triggers the cover. Absent: no single price does, as of a fall from the maximum or a default.
    pub instrument: Option<Instrument>,
    /// Side of the price on which the barrier lies: down for the liquidation of a long, up for that of a short. Absent: as the instrument.
    pub side: Option<BarrierSide>,
    /// Price whose touch triggers the cover, in quote currency. Absent: as the instrument.
    pub barrier: Option<AssetPrice>,
    /// Instant from which the price is watched, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub inception_ms: Timestamp,
    /// Instant until which the price is watched, in Unix milliseconds UTC; after the inception, and after the sale.
    #[record(example = 1_780_876_800_000)]
    pub expiry_ms: Timestamp,
    /// Probability of a touch that the premium was made of, above 0: the measure of the premium that is not earned yet. Absent: it is known only
    /// in proportion to time.
    pub hit_probability: Option<Fraction>,
}

/// A cover that was ended early.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoverRefund {
    /// Name of the cover.
    #[record(example = "P-1001")]
    pub cover: Reference,
    /// Premium paid back, from 0 on, at most the premium.
    pub value: Money,
}

/// A cover whose barrier was touched.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CoverTriggered {
    /// Name of the cover.
    #[record(example = "P-1001")]
    pub cover: Reference,
}

/// A claim that was reported.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimReported {
    /// Name of the claim, which no other claim has.
    #[record(example = "C-7")]
    pub claim: Reference,
    /// Name of the cover; it has no other claim.
    #[record(example = "P-1001")]
    pub cover: Reference,
    /// Case reserve: what the claim is expected to cost, from 0 on, at most the sum insured.
    pub reserve: Money,
}

/// A claim whose reserve was set anew.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimReserved {
    /// Name of the claim.
    #[record(example = "C-7")]
    pub claim: Reference,
    /// Case reserve: what the claim is still expected to cost, from 0 on; with what is paid at most the sum insured.
    pub reserve: Money,
}

/// A payment on a claim.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimPaid {
    /// Name of the claim.
    #[record(example = "C-7")]
    pub claim: Reference,
    /// Cash paid, above 0, at most the reserve.
    pub value: Money,
}

/// A claim that was closed.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimClosed {
    /// Name of the claim.
    #[record(example = "C-7")]
    pub claim: Reference,
}

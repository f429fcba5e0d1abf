//! What a claim is proved by: prices, funding, and what happened at the exchange.

use hashinsight_market::{Instrument, Reference, Source};
use hashinsight_units::{AssetPrice, Decimal, Record, Timestamp};

use super::ClaimState;
use crate::cover::{Exclusion, PriceTrigger};

/// Prices of one source, in any order.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PriceSeries {
    /// Source and kind of the prices.
    #[record(flatten)]
    pub source: PriceTrigger,
    /// Times of the prices, in Unix milliseconds UTC.
    pub time_ms: Vec<Timestamp>,
    /// Prices, in quote currency, one for each time.
    pub price: Vec<AssetPrice>,
}

/// Funding of the covered account.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundingPayment {
    /// Funding that was paid, in the currency of the cover, as decimal text. Negative where it was received.
    #[record(example = "3.15")]
    pub paid: Decimal,
}

/// Liquidation of the covered account by its venue.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VenueLiquidation {
    /// Venue that liquidated.
    #[record(example = "binance_usdm")]
    pub venue: Source,
    /// Contract that was liquidated, in the words of the venue.
    #[record(example = "BTCUSDT")]
    pub instrument: Instrument,
    /// Average price of the fills, in quote currency.
    #[record(example = 54105.2)]
    pub fill_price: AssetPrice,
}

/// Default of an exchange, as it is established.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EstablishedDefault {
    /// Exchange that defaulted.
    #[record(example = "binance_usdm")]
    pub venue: Source,
    /// Part of the covered balance that is lost, in the currency of the cover, as decimal text. Absent: not known yet.
    pub lost: Option<Decimal>,
}

/// How the holder changed the covered account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum AccountChange {
    /// The position grew.
    SizeIncreased,
    /// The position shrank, or one of several was closed.
    SizeReduced,
    /// Margin came in.
    MarginAdded,
    /// Margin was taken out.
    MarginWithdrawn,
    /// The position was closed; of a whole account the last of its positions, or all of its balance taken out.
    Closed,
}

/// Change of the covered account by its holder.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AccountAlteration {
    /// How the account was changed.
    #[record(example = "margin_withdrawn")]
    pub change: AccountChange,
}

/// Cause that may be excluded, while it held.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HeldCause {
    /// Cause that held.
    #[record(example = "venue_outage")]
    pub cause: Exclusion,
    /// Instant at which it ended, in Unix milliseconds UTC. Absent: it holds from its beginning on.
    pub until_ms: Option<Timestamp>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum AccountEvent {
    /// Funding was paid or received.
    Funding(FundingPayment),
    /// The venue liquidated.
    Liquidated(VenueLiquidation),
    /// An exchange defaulted.
    Defaulted(EstablishedDefault),
    /// The holder changed the account.
    Altered(AccountAlteration),
    /// A cause held that the terms may exclude.
    Cause(HeldCause),
}

/// Event of the covered account, or of its exchange.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ClaimEvent {
    /// Reference of the event with its source; the same event may be told twice.
    #[record(example = "BN-77120")]
    pub reference: Reference,
    /// Time of the event, in Unix milliseconds UTC.
    #[record(example = 1780315261000)]
    pub time_ms: Timestamp,
    /// What happened.
    pub event: AccountEvent,
}

/// Claim that was made before.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EarlierClaim {
    /// Reference of the claim.
    #[record(example = "K-2026-000002")]
    pub reference: Reference,
    /// Reference of its cover.
    #[record(example = "C-2026-000017")]
    pub cover: Reference,
    /// State of the claim.
    #[record(example = "paid")]
    pub state: ClaimState,
}

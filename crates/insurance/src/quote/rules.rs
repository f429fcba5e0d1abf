//! When a cover is not sold.

use hashinsight_market::Interval;
use hashinsight_units::{Decimal, Fraction, Ratio, Record};

/// Rules of underwriting.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Rules {
    /// Greatest hit probability that is sold: what is likelier than this is no insurance.
    #[record(default = Fraction::constant(0.5))]
    pub most_probability: Fraction,
    /// Hit probability from which a quote is referred to an underwriter. Absent: none is.
    pub refer_probability: Option<Fraction>,
    /// Greatest range of the pure premium over the models, as a fraction of that of the quote's own model. Absent: any.
    pub most_model_range: Option<Ratio>,
    /// Free capacity of the fund, in the currency of the cover: no maximum payout may exceed it. Absent: not asked.
    pub free_capacity: Option<Decimal>,
    /// Greatest maximum payout of a cover, in its currency. Absent: any.
    pub most_payout: Option<Decimal>,
    /// Greatest leverage that is sold. Absent: any.
    pub most_leverage: Option<Ratio>,
    /// Greatest maximum payout as a fraction of the loss, where prices decide of the margin: more would reward who brings the peril about.
    #[record(default = Fraction::ONE)]
    pub most_payout_of_loss: Fraction,
    /// Maximum payouts that the holder's other covers in force may claim, in the currency of the cover. Absent: there are none.
    pub held_by_holder: Option<Decimal>,
    /// Greatest sum of maximum payouts of one holder, in the currency of the cover. Absent: any.
    pub most_per_holder: Option<Decimal>,
    /// Countries whose residents are not served, in the words of the insurer; the case of the letters does not count.
    #[record(default = Vec::new())]
    pub refused_countries: Vec<String>,
    /// Validity of an offer from the time of the market on, in milliseconds. Absent: an hour.
    pub validity_ms: Option<Interval>,
}

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Decision {
    /// The cover is offered at the premium.
    Offer,
    /// An underwriter decides; the premium is an indication.
    Refer,
    /// The cover is not sold.
    Decline,
}

/// Reason of a decision that is no offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ReasonCode {
    /// The price stands at a level or beyond.
    AlreadyTriggered,
    /// The hit probability is above what is sold.
    HitProbabilityTooHigh,
    /// The models differ by more than what is sold.
    ModelRangeTooWide,
    /// The maximum payout exceeds the free capacity.
    CapacityExceeded,
    /// The maximum payout exceeds what is sold of one cover.
    PayoutTooLarge,
    /// The leverage exceeds what is sold.
    LeverageTooHigh,
    /// The payout exceeds what its rule allows of the loss: a moral hazard.
    PayoutExceedsLoss,
    /// The covers of the holder together exceed what is sold to one.
    HolderLimitExceeded,
    /// The country is not served.
    CountryRefused,
    /// The country is not told, and not all countries are served.
    CountryUnknown,
    /// The fixed price of the product does not pay for the risk.
    PriceBelowPure,
    /// The hit probability is above what is sold without an underwriter.
    ProbabilityReferred,
    /// No price triggers the cover: it insures nothing.
    NeverTriggers,
    /// None of the simulated paths triggers the cover: what it costs is less than they can tell.
    NoneSimulated,
    /// The terms pay nothing, whatever is lost.
    NothingPaid,
    /// The account is counted in its coin and holds several other currencies, of which the price follows one.
    SeveralCoins,
}

/// Reason of a decision, with the figure and its bound.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DecisionReason {
    /// Reason of the decision.
    #[record(example = "hit_probability_too_high")]
    pub reason: ReasonCode,
    /// Figure that decides; absent where there is none.
    pub figure: Option<f64>,
    /// Bound of the figure; absent where there is none.
    pub bound: Option<f64>,
}

impl ReasonCode {
    /// Whether the reason refers rather than declines.
    pub const fn refers(self) -> bool {
        matches!(
            self,
            Self::ProbabilityReferred
                | Self::NeverTriggers
                | Self::NoneSimulated
                | Self::SeveralCoins
                | Self::CountryUnknown
        )
    }
}

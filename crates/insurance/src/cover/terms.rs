//! Terms of a cover.

use std::fmt;

use hashinsight_market::Interval;
use hashinsight_units::record::Word;
use hashinsight_units::{At, Currency, Decimal, Error, Problem, Record, Rounding, Timestamp};

use crate::refuse::tell;

/// Sum that is insured.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
pub enum CoveredSum {
    /// Fraction of the loss.
    Fraction {
        /// Fraction of the loss that is insured, as decimal text: above 0, at most 1.
        #[record(example = "0.5")]
        of_loss: Decimal,
    },
    /// Fixed sum, of an indemnity at most the loss.
    Fixed {
        /// Sum that is insured, in the currency of the cover, as decimal text: above 0.
        #[record(example = "1500")]
        amount: Decimal,
    },
}

impl fmt::Display for CoveredSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fraction { of_loss } => write!(f, "{of_loss} of the loss"),
            Self::Fixed { amount } => write!(f, "{amount}"),
        }
    }
}

/// What a claim is paid by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Basis {
    /// The loss that was proved: never more than it.
    Indemnity,
    /// The sum that was agreed when the cover was bought, whatever the loss.
    Valued,
}

/// Cause that is not paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Exclusion {
    /// Technical failure of the platform that sells the cover.
    PlatformFailure,
    /// Outage of the venue.
    VenueOutage,
    /// Position that the holder closed.
    HolderClosed,
    /// Margin that the holder took out.
    MarginWithdrawn,
    /// Deleveraging by the venue in favor of others' losses.
    AutoDeleveraging,
    /// Contract that the venue delisted or settled early.
    Delisting,
    /// Trades of the holder with itself.
    WashTrading,
}

/// What proves a liquidation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum LiquidationProof {
    /// The mark that reaches the level, whatever the venue tells.
    Mark,
    /// The liquidation that the venue tells, whatever the mark.
    VenueEvent,
    /// Both: the mark, and the venue's liquidation within the time that counts as seen.
    Both,
}

/// What becomes of a cover when the holder changes the covered account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Alteration {
    /// The cover is void from then on.
    Void,
    /// The cover is judged by the levels of the account as it was bought, as long as there is one: what was closed can no longer be liquidated,
    /// called or lost.
    AsFrozen,
}

/// Moment of a payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum PaymentTime {
    /// When the peril happens.
    AtTrigger,
    /// When the cover expires.
    AtExpiry,
}

/// Terms of a cover.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Terms {
    /// Beginning of the period, in Unix milliseconds UTC.
    #[record(example = 1780272000000)]
    pub starts_ms: Timestamp,
    /// End of the period, in Unix milliseconds UTC: what happens at this instant is after it. At most 3 years after its beginning.
    #[record(example = 1780876800000)]
    pub expires_ms: Timestamp,
    /// Sum that is insured.
    pub sum: CoveredSum,
    /// What a claim is paid by.
    #[record(example = "indemnity")]
    pub basis: Basis,
    /// Currency of sum, deductible, limit and payout: the margin currency of the covered account.
    #[record(example = "USDT")]
    pub currency: Currency,
    /// Waiting period after the beginning, in which nothing triggers, in milliseconds. The watch begins behind it, at the price that stands
    /// then, which may be beyond a level. Absent: there is none.
    pub waiting_ms: Option<Interval>,
    /// Deductible: the part of a covered loss that is not paid, in the currency of the cover, as decimal text. Absent:
    /// there is none.
    pub deductible: Option<Decimal>,
    /// Coinsurance: the fraction of what exceeds the deductible that the holder bears, as decimal text; 0 to below 1.
    /// Absent: there is none.
    pub coinsurance: Option<Decimal>,
    /// Limit: the most that is paid, in the currency of the cover, as decimal text. Absent: no limit but the sum.
    pub limit: Option<Decimal>,
    /// Causes that are not paid for.
    #[record(default = Vec::new())]
    pub exclusions: Vec<Exclusion>,
    /// What becomes of the cover when the holder changes the account.
    #[record(default = Alteration::Void)]
    pub alteration: Alteration,
    /// What proves a liquidation. Absent: both, the mark and the liquidation that the venue tells.
    pub liquidation_proof: Option<LiquidationProof>,
    /// Moment of the payment.
    #[record(default = PaymentTime::AtTrigger)]
    pub payment: PaymentTime,
    /// Currency that a claim is paid in, at the rate of the day it is paid. Absent: the currency of the cover.
    pub settle_currency: Option<Currency>,
    /// Digits after the point of the currency of the cover.
    #[record(range = 0..=8, default = 2)]
    pub digits: u32,
    /// Rounding of a payout to these digits.
    #[record(default = Rounding::TowardZero)]
    pub rounding: Rounding,
}

/// Longest period, in milliseconds: three years.
const LONGEST_MS: i64 = 3 * 365 * 86_400_000;
/// Greatest sum, deductible or limit.
const MOST: i64 = 1_000_000_000_000_000;

impl Terms {
    /// Instant from which a trigger counts, in Unix milliseconds.
    pub fn watched_from_ms(&self) -> i64 {
        self.starts_ms.to_ms() + self.waiting_ms.map_or(0, Interval::to_ms)
    }

    /// Whether the terms are terms, and do not contradict each other.
    ///
    /// ```
    /// use hashinsight_insurance::cover::{Basis, CoveredSum, Terms};
    /// use hashinsight_units::Timestamp;
    /// let day = |ms| Timestamp::from_ms(ms).unwrap();
    /// let half = CoveredSum::Fraction { of_loss: "0.5".parse().unwrap() };
    /// let terms = Terms::new(day(1_780_272_000_000), day(1_780_876_800_000), half, Basis::Valued, "USDT".parse()?);
    /// terms.validate()?;
    /// // An agreed sum has no deductible: the smaller sum would be agreed instead.
    /// let error = terms.deductible("10".parse().unwrap()).validate().unwrap_err();
    /// assert_eq!((error.code(), error.path().as_str()), ("insurance.deductible.unsupported", "deductible"));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `insurance.expires_ms.out_of_range` for a period that does not end after it begins, or lasts longer than 3 years; `waiting_ms` for a
    /// waiting period as long as the cover; `sum` for a fraction outside of 0 to 1 or a sum that is not above 0; `deductible`,
    /// `coinsurance` and `limit` for what is below 0 or too great, for a limit below the deductible, and, `unsupported`, for a deductible or
    /// coinsurance of an agreed sum; `insurance.exclusions.several` for one that is named twice.
    pub fn validate(&self) -> Result<(), Error> {
        self.check()?;
        let (starts, expires) = (self.starts_ms.to_ms(), self.expires_ms.to_ms());
        if expires <= starts || expires - starts > LONGEST_MS {
            let allowed = format!("after the beginning, {starts}, by at most 3 years");
            return Err(tell("expires_ms", Problem::OutOfRange, expires, allowed));
        }
        if let Some(waiting) = self.waiting_ms.filter(|_| self.watched_from_ms() >= expires) {
            let allowed = format!("less than the period, {} ms", expires - starts);
            return Err(tell("waiting_ms", Problem::OutOfRange, waiting.to_ms(), allowed));
        }
        match self.sum {
            CoveredSum::Fraction { of_loss } => {
                within("of_loss", of_loss, Decimal::ONE, false).at("fraction").at("sum")?;
            }
            CoveredSum::Fixed { amount } => {
                within("amount", amount, Decimal::from(MOST), false).at("fixed").at("sum")?;
            }
        }
        let (deductible, coinsurance) = (self.deductible.unwrap_or_default(), self.coinsurance.unwrap_or_default());
        within("deductible", deductible, Decimal::from(MOST), true)?;
        within("coinsurance", coinsurance, Decimal::ONE, true)?;
        if coinsurance == Decimal::ONE {
            return Err(tell("coinsurance", Problem::OutOfRange, coinsurance, "0 to below 1"));
        }
        self.check_limit()?;
        if self.basis == Basis::Valued {
            for (field, value) in [("deductible", deductible), ("coinsurance", coinsurance)] {
                if value > Decimal::ZERO {
                    let allowed = "0 of a valued cover, which pays the sum that was agreed";
                    return Err(tell(field, Problem::Unsupported, value, allowed));
                }
            }
        }
        for (index, exclusion) in self.exclusions.iter().enumerate() {
            if self.exclusions[..index].contains(exclusion) {
                return Err(tell("exclusions", Problem::Several, exclusion.word(), "each cause once").in_row(index));
            }
        }
        Ok(())
    }

    fn check_limit(&self) -> Result<(), Error> {
        let Some(limit) = self.limit else { return Ok(()) };
        within("limit", limit, Decimal::from(MOST), false)?;
        let deductible = self.deductible.unwrap_or_default();
        if limit < deductible {
            let allowed = format!("at least the deductible, {deductible}");
            return Err(tell("limit", Problem::OutOfRange, limit, allowed));
        }
        match self.sum {
            CoveredSum::Fixed { amount } if self.basis == Basis::Valued && limit < amount => {
                let allowed = format!("at least the sum that was agreed, {amount}");
                Err(tell("limit", Problem::OutOfRange, limit, allowed))
            }
            _ => Ok(()),
        }
    }
}

fn within(field: &str, value: Decimal, most: Decimal, or_zero: bool) -> Result<(), Error> {
    let is_above = if or_zero { value >= Decimal::ZERO } else { value > Decimal::ZERO };
    if is_above && value <= most {
        return Ok(());
    }
    let least = if or_zero { "0 to" } else { "above 0, at most" };
    Err(tell(field, Problem::OutOfRange, value, format!("{least} {most}")))
}

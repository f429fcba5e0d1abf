//! From a loss to what is paid.
//!
//! ```text
//! covered = fraction * loss, or the fixed sum (of an indemnity at most the loss)
//! payout  = min( (1 - coinsurance) * max(covered - deductible, 0), limit )
//! ```
//!
//! (Klugman, Panjer and Willmot 2019, chapter 8, with the limit on what is paid.) All of it is decimal; the payout is rounded once.

use hashinsight_units::{Decimal, Record};

use super::{Basis, CoveredSum, Terms, round};

/// How a payout comes of a loss, in the currency of the cover.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutItems {
    /// Loss that is claimed, as decimal text.
    #[record(example = "3000.00")]
    pub loss: Decimal,
    /// Part of the loss that is insured, or the sum that was agreed.
    #[record(example = "1500.00")]
    pub covered: Decimal,
    /// Part of it that the deductible takes.
    #[record(example = "0")]
    pub deducted: Decimal,
    /// Part of the rest that the holder bears as coinsurance.
    #[record(example = "0")]
    pub coinsured: Decimal,
    /// Part of what is left that exceeds the limit.
    #[record(example = "0")]
    pub beyond_limit: Decimal,
    /// Part of it below the last digit that is paid.
    #[record(example = "0")]
    pub rounding: Decimal,
    /// Payout: what is covered, less all of the above.
    #[record(example = "1500.00")]
    pub payout: Decimal,
}

/// What terms pay for a loss. A loss of 0 or less is none: an indemnity pays nothing for it.
///
/// ```
/// use hashinsight_insurance::cover::{Basis, CoveredSum, Terms, payout};
/// use hashinsight_units::{Decimal, Timestamp};
/// let at = |ms| Timestamp::from_ms(ms).unwrap();
/// let decimal = |text: &str| text.parse::<Decimal>().unwrap();
/// let sum = CoveredSum::Fraction { of_loss: decimal("0.8") };
/// let terms = Terms::new(at(1_780_272_000_000), at(1_780_876_800_000), sum, Basis::Indemnity, "USDT".parse()?)
///     .deductible(decimal("100"))
///     .coinsurance(decimal("0.1"))
///     .limit(decimal("1500"));
/// let items = payout(&terms, decimal("3000")); // 2400 covered, 2300 above the deductible, 2070 after coinsurance
/// assert_eq!((items.coinsured, items.beyond_limit, items.payout), (decimal("230.0"), decimal("570.0"), decimal("1500")));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn payout(terms: &Terms, loss: Decimal) -> PayoutItems {
    let loss = if loss > Decimal::ZERO { loss } else { Decimal::ZERO };
    let covered = match (terms.sum, terms.basis) {
        (CoveredSum::Fraction { of_loss }, _) => of_loss * loss,
        (CoveredSum::Fixed { amount }, Basis::Valued) => amount,
        (CoveredSum::Fixed { amount }, Basis::Indemnity) => least(amount, loss),
    };
    let deducted = least(terms.deductible.unwrap_or_default(), covered);
    let above = covered - deducted;
    let coinsured = above * terms.coinsurance.unwrap_or_default();
    let borne = above - coinsured;
    let beyond_limit = terms.limit.map_or(Decimal::ZERO, |limit| borne - least(limit, borne));
    let exact = borne - beyond_limit;
    let rounded = round(exact, terms.digits, terms.rounding);
    PayoutItems { loss, covered, deducted, coinsured, beyond_limit, rounding: exact - rounded, payout: rounded }
}

fn least(a: Decimal, b: Decimal) -> Decimal {
    if a < b { a } else { b }
}

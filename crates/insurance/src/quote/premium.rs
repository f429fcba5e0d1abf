//! From the pure premium to what is paid: loadings, discount and tax, in decimals that add up.

use hashinsight_units::{At, Decimal, Error, Order, Outcome, Problem, Record, Rounding};

use super::value::Value;
use crate::actuarial::{DiscreteLoss, PremiumPrinciple, Severity, premium};
use crate::cover::{booked, round};
use crate::refuse::{none, tell};

/// What an insurer adds to a pure premium. Shares are decimal text, fractions and not percent.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Loadings {
    /// Premium principle of the risk loading, on the distribution of the payout.
    pub principle: PremiumPrinciple,
    /// Expenses, as a fraction of the premium before discount and tax. Absent: none.
    pub expense: Option<Decimal>,
    /// Commission, as a fraction of the premium before discount and tax. Absent: none.
    pub commission: Option<Decimal>,
    /// Profit, as a fraction of the premium before discount and tax. Absent: none.
    pub profit: Option<Decimal>,
    /// Fixed expense of a cover, in its currency. Absent: none.
    pub fixed_expense: Option<Decimal>,
    /// Discount, as a fraction of the premium before discount and tax; it never goes below the pure premium. Absent: none.
    pub discount: Option<Decimal>,
    /// Tax, as a fraction of the premium after the discount. Absent: none.
    pub tax: Option<Decimal>,
    /// Rounding of each term to the digits of the currency.
    #[record(default = Rounding::HalfEven)]
    pub rounding: Rounding,
}

/// Terms of a premium, in the currency of the cover; they add up to the gross premium exactly.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PremiumTerms {
    /// Pure premium: expected present value of the payout.
    #[record(example = "410.16")]
    pub pure: Decimal,
    /// Risk loading of the premium principle.
    #[record(example = "66.87")]
    pub risk_loading: Decimal,
    /// Fixed expense of a cover.
    #[record(example = "0")]
    pub fixed_expense: Decimal,
    /// Expenses in proportion to the premium; with what rounding leaves.
    #[record(example = "84.18")]
    pub expense: Decimal,
    /// Commission in proportion to the premium.
    #[record(example = "0")]
    pub commission: Decimal,
    /// Profit in proportion to the premium.
    #[record(example = "0")]
    pub profit: Decimal,
    /// Difference to the price of a product that has a fixed one, on these terms; 0 otherwise.
    #[record(example = "0")]
    pub listing: Decimal,
    /// Discount, negative or 0.
    #[record(example = "0")]
    pub discount: Decimal,
    /// Tax on the premium after the discount.
    #[record(example = "0")]
    pub tax: Decimal,
    /// Gross premium: what the buyer pays, the sum of the terms above.
    #[record(example = "561.21")]
    pub gross: Decimal,
}

/// Most decimal places of a share.
const PLACES: u32 = 9;
/// Greatest fixed expense.
const MOST: i64 = 1_000_000_000_000;

impl Loadings {
    /// Whether the shares are shares.
    ///
    /// # Errors
    /// `insurance.<field>.out_of_range` for a share below 0 or not below 1, `insurance.expense.out_of_range` for shares that leave nothing of
    /// the premium.
    pub fn validate(&self) -> Result<(), Error> {
        let shares = [
            ("expense", self.expense),
            ("commission", self.commission),
            ("profit", self.profit),
            ("discount", self.discount),
        ];
        for (field, share) in shares {
            let share = share.unwrap_or_default();
            if share < Decimal::ZERO || share >= Decimal::ONE || share.normalize().scale() > PLACES {
                let allowed = "0 to below 1 (a fraction, not percent), of at most 9 decimal places";
                return Err(tell(field, Problem::OutOfRange, share, allowed));
            }
        }
        let taken = self.taken();
        if taken >= Decimal::ONE {
            return Err(tell("expense", Problem::OutOfRange, taken, "below 1 with commission and profit"));
        }
        let tax = self.tax.unwrap_or_default();
        if tax < Decimal::ZERO || tax > Decimal::ONE || tax.normalize().scale() > PLACES {
            let allowed = "0 to 1 (a fraction, not percent), of at most 9 decimal places";
            return Err(tell("tax", Problem::OutOfRange, tax, allowed));
        }
        let fixed = self.fixed_expense.unwrap_or_default();
        if fixed < Decimal::ZERO || fixed > Decimal::from(MOST) {
            return Err(tell("fixed_expense", Problem::OutOfRange, fixed, format!("0 to {MOST}")));
        }
        Ok(())
    }

    /// Fraction of the premium that is not for the risk.
    pub(super) fn taken(&self) -> Decimal {
        [self.expense, self.commission, self.profit].into_iter().flatten().fold(Decimal::ZERO, |sum, share| sum + share)
    }

    /// Risk loading for one payout with its probability, to the bits of the general form: closed for the principles of mean and variance.
    pub(super) fn risk_loading_of(&self, payout: f64, probability: f64) -> Result<f64, Error> {
        let rest = if probability < 1.0 { 1.0 - probability } else { 0.0 };
        let mean = probability * payout;
        let variance = || rest * (0.0 - mean) * (0.0 - mean) + probability * (payout - mean) * (payout - mean);
        let loaded = |load: f64, width: f64| if load == 0.0 { 0.0 } else { mean + load * width - mean };
        match self.principle {
            PremiumPrinciple::ExpectedValue(load) => Ok(loaded(load, mean)),
            PremiumPrinciple::StandardDeviation(load) => Ok(loaded(load, variance().sqrt())),
            PremiumPrinciple::Variance(load) => Ok(loaded(load, variance())),
            _ => self.risk_loading(&Value::closed(0.0, vec![(payout, probability)])),
        }
    }

    /// Risk loading by the principle: its premium for the payout less the expected payout, in the money of the payment.
    pub(super) fn risk_loading(&self, value: &Value) -> Result<f64, Error> {
        let (severity, mean) = distribution(value);
        match premium(&severity, self.principle).at("principle")? {
            Outcome::Value(premium) => Ok(premium - mean),
            _ => Err(none("principle", mean, "a principle that has a premium for this payout")),
        }
    }

    /// The terms of a premium. `listed` is the fixed price of a product.
    pub(super) fn terms(
        &self,
        pure: f64,
        risk_loading: f64,
        listed: Option<Decimal>,
        digits: u32,
    ) -> Result<PremiumTerms, Error> {
        let rounded = |value: Decimal| round(value, digits, self.rounding);
        let pure = booked("pure_premium", pure, digits, self.rounding)?;
        let risk_loading = booked("risk_loading", risk_loading, digits, self.rounding)?;
        let fixed_expense = rounded(self.fixed_expense.unwrap_or_default());
        let base = pure + risk_loading + fixed_expense;
        let before = rounded(base / (Decimal::ONE - self.taken()));
        let [commission, profit] =
            [self.commission, self.profit].map(|share| rounded(before * share.unwrap_or_default()));
        let listing = rounded(listed.map_or(Decimal::ZERO, |price| price - before));
        let listed = before + listing;
        let wanted = rounded(listed * self.discount.unwrap_or_default());
        let spare = if listed > pure { listed - pure } else { Decimal::ZERO };
        let discount = -if wanted < spare { wanted } else { spare };
        let net = listed + discount;
        let tax = rounded(net * self.tax.unwrap_or_default());
        Ok(PremiumTerms {
            pure,
            risk_loading,
            fixed_expense,
            expense: before - base - commission - profit,
            commission,
            profit,
            listing,
            discount: if discount.is_zero() { discount.abs() } else { discount },
            tax,
            gross: net + tax,
        })
    }
}

impl PremiumTerms {
    /// Sum of all terms but the gross premium, which it is.
    pub fn sum(&self) -> Decimal {
        let Self { pure, risk_loading, fixed_expense, expense, commission, profit, listing, discount, tax, .. } = self;
        pure + risk_loading + fixed_expense + expense + commission + profit + listing + discount + tax
    }

    /// Premium before tax.
    pub fn net(&self) -> Decimal {
        self.gross - self.tax
    }
}

/// The payout as a loss, and its mean.
fn distribution(value: &Value) -> (Severity, f64) {
    let mut paid: Vec<(f64, f64)> = value.payouts.iter().copied().filter(|(amount, _)| *amount > 0.0).collect();
    paid.order_by(|a, b| a.0.total_cmp(&b.0));
    let (mut amounts, mut probabilities, mut total, mut mean) = (vec![0.0], vec![0.0], 0.0, 0.0);
    for (amount, probability) in paid {
        total += probability;
        mean += amount * probability;
        let last = amounts.len() - 1;
        if amounts[last] == amount {
            probabilities[last] += probability;
        } else {
            amounts.push(amount);
            probabilities.push(probability);
        }
    }
    // Rounding may leave a little more than all.
    probabilities[0] = if total < 1.0 { 1.0 - total } else { 0.0 };
    (Severity::Discrete(DiscreteLoss::new(amounts, probabilities)), mean)
}

//! Premium terms of a row in whole minor units.

use hashinsight_units::{Decimal, Error, Problem, Rounding};

use super::minor::{Share, minor};
use super::{Loadings, QuoteBatchParams};
use crate::cover::round;
use crate::refuse::tell;

/// Shares and rounding of the loadings, in whole numbers.
pub(super) struct Terms<'a> {
    loadings: &'a Loadings,
    digits: u32,
    unit: f64,
    of_loss: Share,
    fixed: i64,
    grossed_up: Share,
    discount: Share,
    tax: Share,
}

/// Booked terms of a row.
#[derive(Default)]
pub(super) struct Booked {
    pub(super) payout: i64,
    pub(super) pure: i64,
    pub(super) risk: i64,
    pub(super) expense: i64,
    pub(super) discount: i64,
    pub(super) tax: i64,
}

impl<'a> Terms<'a> {
    pub(super) fn new(params: &'a QuoteBatchParams) -> Result<Self, Error> {
        let QuoteBatchParams { loadings, of_loss, digits, .. } = params;
        let whole = *of_loss > Decimal::ZERO && *of_loss <= Decimal::ONE && of_loss.normalize().scale() <= 9;
        if !whole {
            let allowed = "above 0, at most 1, of at most 9 decimal places";
            return Err(tell("of_loss", Problem::OutOfRange, of_loss, allowed));
        }
        let unit = f64::from(10_u32.pow(*digits));
        let share = |decimal: Option<Decimal>| Share::of(decimal.unwrap_or_default());
        let fixed = round(loadings.fixed_expense.unwrap_or_default(), *digits, loadings.rounding);
        Ok(Self {
            loadings,
            digits: *digits,
            unit,
            of_loss: Share::of(*of_loss),
            fixed: i64::try_from(fixed.mantissa()).unwrap_or_else(|_| unreachable!("at most 1e12 of four digits")),
            grossed_up: Share::of(loadings.taken()).grossed_up(),
            discount: share(loadings.discount),
            tax: share(loadings.tax),
        })
    }

    /// The pure premium, and the terms booked; `None` where one of them is beyond what is booked.
    pub(super) fn book(&self, margin: f64, per_unit: f64, probability: f64) -> Option<(f64, Booked)> {
        let Self { loadings, digits, unit, .. } = *self;
        let rounding = loadings.rounding;
        let loss = minor(margin, digits, unit, Rounding::TowardZero)?;
        let payout = self.of_loss.take(loss, Rounding::TowardZero);
        let amount = payout as f64 / unit;
        let pure_premium = amount * per_unit;
        let pure = minor(pure_premium, digits, unit, rounding)?;
        let risk = minor(loadings.risk_loading_of(amount, probability).ok()?, digits, unit, rounding)?;
        let base = pure + risk + self.fixed;
        let before = self.grossed_up.take(base, rounding);
        let wanted = self.discount.take(before, rounding);
        let spare = before - pure;
        let discount = -if wanted < spare { wanted } else { spare };
        let tax = self.tax.take(before + discount, rounding);
        Some((pure_premium, Booked { payout, pure, risk, expense: before - pure - risk, discount, tax }))
    }
}

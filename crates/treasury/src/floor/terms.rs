//! What is promised of the future: price, mined coins, and what a step can sell.

use hashinsight_units::{Amount, At, Days, Error, Fault, Fraction, Problem, Record};

use super::{WorstCase, WorstStep};
use crate::coverage::{BILLION, Cash, SAT, billionths_below, scale_down};
use crate::policy::{View, span_ms};

/// Most steps of a worst case.
const MOST_STEPS: i64 = 1000;

/// Promises about the future on which a floor stands.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FloorTerms {
    /// Time from one decision to the next, in days of 86,400 s.
    #[record(example = 30)]
    pub step_days: Days,
    /// Least price of each step as a part of that one step before, as fractions, from the first further step on. The last counts for all that
    /// follow.
    pub worst_factors: Vec<Fraction>,
    /// Most coins sold at each step, in satoshis, from this one on. The last counts for all that follow. Empty: any number.
    #[record(default = Vec::new())]
    pub max_sales_sat: Vec<Amount>,
    /// Coins that are certain to be mined by each further step, in satoshis. Steps beyond the list count with none.
    #[record(default = Vec::new())]
    pub mined_sat: Vec<Amount>,
    /// Cash that is kept after the payments of each step, in USD, at least 0.
    #[record(default = Cash::ZERO)]
    pub reserve_usd: Cash,
}

impl FloorTerms {
    /// Refuses terms that promise nothing.
    ///
    /// # Errors
    /// `treasury.worst_factors.length` without a factor; `treasury.reserve_usd.out_of_range` below 0.
    pub fn check(&self) -> Result<(), Error> {
        if self.worst_factors.is_empty() {
            let fault = Fault::new("treasury.worst_factors", Problem::Length).at("worst_factors").got(0);
            return Err(fault.allowed("at least one factor").into());
        }
        if self.reserve_usd < Cash::ZERO {
            let fault = Fault::new("treasury.reserve_usd", Problem::OutOfRange).at("reserve_usd").got(self.reserve_usd);
            return Err(fault.allowed("at least 0").into());
        }
        Ok(())
    }

    pub(crate) fn step_ms(&self) -> i64 {
        span_ms(self.step_days).max(1)
    }

    /// The steps until the last payment that is known, along the path of least prices.
    ///
    /// # Errors
    /// `treasury.step_days.out_of_range` where more than 1000 steps reach the last payment; `treasury.mined_sat.out_of_range` where the coins
    /// exceed what [`Cash`] holds at today's price.
    pub fn worst_case(&self, view: &View<'_>) -> Result<WorstCase, Error> {
        let (now, step_ms) = (view.time.to_ms(), self.step_ms());
        let last = view.due.last_ms().map_or(0, |last| (last - now).max(0) / step_ms);
        if last >= MOST_STEPS {
            let fault = Fault::new("treasury.step_days", Problem::OutOfRange).at("step_days").got(self.step_days);
            return Err(fault.allowed("at most 1000 steps until the last payment").into());
        }
        let count = usize::try_from(last + 1).unwrap_or_else(|_| unreachable!("1 to 1000"));
        let (mut price, mut paid, mut coins) = (view.execution.price(), 0, i128::from(view.coins));
        let mut steps = Vec::with_capacity(count);
        for (index, number) in (0..count).zip(0_i64..) {
            let time_ms = now + step_ms * number;
            let mut mined = 0;
            if let Some(further) = index.checked_sub(1) {
                let factor = self.worst_factors.get(further).or(self.worst_factors.last());
                price = scale_down(price, factor.map_or(0, |factor| billionths_below(factor.get())), BILLION);
                mined = self.mined_sat.get(further).map_or(0, |mined| mined.to_sat().cast_signed());
            }
            coins += i128::from(mined);
            let due = view.due.by(time_ms + step_ms - 1);
            let most = self.max_sales_sat.get(index).or(self.max_sales_sat.last());
            steps.push(WorstStep {
                time_ms,
                price,
                bid: view.execution.bid_at(price, 0),
                mined,
                pay: due - paid,
                most: most.map_or(i64::MAX, |most| most.to_sat().cast_signed()),
            });
            paid = due;
        }
        let value = coins * i128::from(view.execution.price()) / i128::from(SAT) + i128::from(view.cash.max(0));
        if value > i128::from(Cash::MAX.to_micros()) {
            let fault = Fault::new("treasury.mined_sat", Problem::OutOfRange).got(coins - i128::from(view.coins));
            return Err(fault.allowed("coins and cash worth at most 3e12 USD")).at("mined_sat");
        }
        Ok(WorstCase { steps, reserve: self.reserve_usd.to_micros() })
    }
}

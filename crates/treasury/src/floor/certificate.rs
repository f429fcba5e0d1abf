//! Why a sale is enough, and why less is not: numbers that anyone can add up.

use hashinsight_units::{Amount, Error, Record, Timestamp};

use super::WorstCase;
use crate::coverage::{Cash, SAT, scale_down};
use crate::policy::View;

/// One step of a certificate: the smallest sale at the least price, step after step.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FloorRow {
    /// Instant of the decision, in Unix milliseconds UTC.
    pub time_ms: Timestamp,
    /// Least price of one bitcoin, in USD.
    pub price_usd: Cash,
    /// Coins that arrive before the sale, in satoshis.
    pub mined_sat: Amount,
    /// Coins sold, in satoshis.
    pub sale_sat: Amount,
    /// Proceeds of the sale after costs, in USD.
    pub proceeds_usd: Cash,
    /// Payments until the next step, in USD.
    pub payment_usd: Cash,
    /// Coins left, in satoshis.
    pub coins_sat: Amount,
    /// Cash left, in USD.
    pub cash_usd: Cash,
}

/// Smallest sale that keeps every payment coverable in the worst case, or why there is none.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum Floor {
    /// Every payment is met in the worst case.
    Feasible {
        /// Smallest sale now, in satoshis.
        sale_sat: Amount,
        /// Cash that could be missing now while some sale would still do, in USD.
        spare_usd: Cash,
        /// Instant of the step that ends below the reserve if one satoshi less is sold, in Unix milliseconds UTC. Absent: nothing is sold.
        binding_ms: Option<Timestamp>,
        /// Cash that is missing then, in USD. Absent: nothing is sold.
        binding_usd: Option<Cash>,
        /// Certificate: the worst case step by step, with the smallest sale at each.
        certificate: Vec<FloorRow>,
    },
    /// No plan meets every payment in the worst case.
    Infeasible {
        /// Least cash that would have to be added now, in USD.
        shortfall_usd: Cash,
        /// Instant of the first step that ends below the reserve though as much as possible was sold, in Unix milliseconds UTC.
        first_breach_ms: Timestamp,
        /// Least capital that would do beside the same coins, in USD: the coins at the price, the cash and the shortfall.
        minimum_capital_usd: Cash,
    },
}

impl WorstCase {
    /// The smallest sale with its certificate, or what is missing.
    ///
    /// # Errors
    /// What the quantities refuse, which is nothing for a worst case that [`FloorTerms::worst_case`](super::FloorTerms::worst_case) made.
    pub fn floor(&self, view: &View<'_>) -> Result<Floor, Error> {
        let (coins, cash) = (view.coins, view.cash);
        let time = |index: usize| Timestamp::from_ms(self.steps[index].time_ms);
        let shortfall = self.shortfall(coins, cash);
        let Some(sale) = self.smallest_sale(coins, cash) else {
            let breach = self.ending(0, coins, cash, self.most(coins)).breach.unwrap_or(0);
            return Ok(Floor::Infeasible {
                shortfall_usd: Cash::of(shortfall),
                first_breach_ms: time(breach)?,
                minimum_capital_usd: Cash::of(view.execution.value(coins) + cash + shortfall),
            });
        };
        let less = (sale > 0).then(|| self.ending(0, coins, cash, sale - 1));
        Ok(Floor::Feasible {
            sale_sat: Amount::from_signed_sat(sale)?,
            spare_usd: Cash::of(-shortfall),
            binding_ms: less.as_ref().and_then(|ending| ending.breach).map(time).transpose()?,
            binding_usd: less.map(|ending| Cash::of(ending.lack)),
            certificate: self.rows(coins, cash)?,
        })
    }

    /// The worst case step by step, with the smallest sale at each.
    fn rows(&self, mut coins: i64, mut cash: i64) -> Result<Vec<FloorRow>, Error> {
        let mut rows = Vec::with_capacity(self.steps.len());
        for (index, step) in self.steps.iter().enumerate() {
            let mined = if index == 0 { 0 } else { step.mined };
            coins += mined;
            let sale = self
                .smallest(index, coins, cash)
                .unwrap_or_else(|| unreachable!("the plan that was safe one step before goes on"));
            let proceeds = scale_down(sale, step.bid, SAT);
            coins -= sale;
            cash += proceeds - step.pay;
            rows.push(FloorRow {
                time_ms: Timestamp::from_ms(step.time_ms)?,
                price_usd: Cash::of(step.price),
                mined_sat: Amount::from_signed_sat(mined)?,
                sale_sat: Amount::from_signed_sat(sale)?,
                proceeds_usd: Cash::of(proceeds),
                payment_usd: Cash::of(step.pay),
                coins_sat: Amount::from_signed_sat(coins)?,
                cash_usd: Cash::of(cash),
            });
        }
        Ok(rows)
    }
}

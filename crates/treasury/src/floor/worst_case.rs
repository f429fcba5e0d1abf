//! The path of least prices, and the smallest first sale that survives it.

use crate::coverage::{SAT, scale_down};

/// One step along the path of least prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WorstStep {
    /// Instant of the decision, in Unix milliseconds.
    pub(crate) time_ms: i64,
    /// Least price of one bitcoin, in millionths of a dollar.
    pub(crate) price: i64,
    /// What one bitcoin brings at that price after costs, in millionths of a dollar.
    pub(crate) bid: i64,
    /// Satoshis that arrive before the sale.
    pub(crate) mined: i64,
    /// Payments until the next step, in millionths of a dollar.
    pub(crate) pay: i64,
    /// Most satoshis that the step can sell.
    pub(crate) most: i64,
}

/// A treasury's future in the worst case: at least one step, the first of them now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorstCase {
    /// Steps until the last payment.
    pub(crate) steps: Vec<WorstStep>,
    /// Cash that is kept after the payments of each step, in millionths of a dollar.
    pub(crate) reserve: i64,
}

/// How a first sale ends if every later step sells as much as it can.
pub(super) struct Ending {
    /// Place of the first step that ends with less than the reserve.
    pub(super) breach: Option<usize>,
    /// Greatest lack of cash against the reserve after any step, in millionths of a dollar; below 0 where there is always more.
    pub(super) lack: i64,
}

impl WorstCase {
    /// Most satoshis that the first step can sell.
    pub(crate) fn most(&self, coins: i64) -> i64 {
        self.steps[0].most.min(coins)
    }

    /// The worst case from the step at `from` on, after a first sale there.
    pub(super) fn ending(&self, from: usize, mut coins: i64, mut cash: i64, first: i64) -> Ending {
        let mut ending = Ending { breach: None, lack: i64::MIN };
        for (index, step) in self.steps.iter().enumerate().skip(from) {
            let sale = if index == from {
                first
            } else {
                coins += step.mined;
                step.most.min(coins)
            };
            coins -= sale;
            cash += scale_down(sale, step.bid, SAT) - step.pay;
            ending.lack = ending.lack.max(self.reserve - cash);
            if cash < self.reserve && ending.breach.is_none() {
                ending.breach = Some(index);
            }
        }
        ending
    }

    /// Whether every payment is met in the worst case after a first sale at the step `from`.
    pub(super) fn survives(&self, from: usize, coins: i64, cash: i64, first: i64) -> bool {
        self.ending(from, coins, cash, first).breach.is_none()
    }

    /// The smallest first sale at the step `from` after which every payment is met in the worst case: it is safe, and one satoshi less is not.
    /// `None` where no sale is.
    pub(super) fn smallest(&self, from: usize, coins: i64, cash: i64) -> Option<i64> {
        let (mut unsafe_sale, mut safe) = (-1, self.steps[from].most.min(coins));
        if !self.survives(from, coins, cash, safe) {
            return None;
        }
        while safe - unsafe_sale > 1 {
            let middle = unsafe_sale + (safe - unsafe_sale) / 2;
            if self.survives(from, coins, cash, middle) { safe = middle } else { unsafe_sale = middle }
        }
        Some(safe)
    }

    /// The smallest sale now, in satoshis, after which every payment is met in the worst case; `None` where no sale is.
    pub fn smallest_sale(&self, coins: i64, cash: i64) -> Option<i64> {
        self.smallest(0, coins, cash)
    }

    /// Cash that is missing now, in millionths of a dollar, if as much as possible is sold at every step; 0 or below where none is.
    pub fn shortfall(&self, coins: i64, cash: i64) -> i64 {
        self.ending(0, coins, cash, self.most(coins)).lack
    }
}

//! What is kept of simulated paths.

use crate::backtest::account::Stop;

/// One path at its end. Money is in millionths of a dollar.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct PathFigures {
    /// Coins at the last price and cash, less the loan that is still owed.
    pub(super) equity: f64,
    /// Operating cash flow: value of the coins mined less payments.
    pub(super) flow: i64,
    pub(super) least_cash: i64,
    pub(super) coins: i64,
}

/// Sums over paths by period, in whole numbers: the same in any order.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct PeriodSums {
    pub(super) price: Vec<i128>,
    pub(super) cash: Vec<i128>,
    pub(super) coins: Vec<i128>,
    /// Paths whose cash was below 0 at the end of this period or of one before.
    pub(super) short: Vec<u64>,
    /// Paths that could not go on.
    pub(super) stopped: Stopped,
}

/// Paths that could not go on, by the reason.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct Stopped {
    pub(super) beyond: u64,
    pub(super) too_large: u64,
    pub(super) hedge: u64,
}

impl Stopped {
    pub(super) fn count(&mut self, stop: Stop) {
        match stop {
            Stop::Beyond => self.beyond += 1,
            Stop::TooLarge => self.too_large += 1,
            Stop::Hedge => self.hedge += 1,
        }
    }
}

impl PeriodSums {
    pub(super) fn new(periods: usize) -> Self {
        let zeros = || vec![0; periods];
        Self { price: zeros(), cash: zeros(), coins: zeros(), short: vec![0; periods], stopped: Stopped::default() }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        let pairs = [(&mut self.price, &other.price), (&mut self.cash, &other.cash), (&mut self.coins, &other.coins)];
        for (sums, more) in pairs {
            sums.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        self.short.iter_mut().zip(&other.short).for_each(|(sum, more)| *sum += more);
        self.stopped.beyond += other.stopped.beyond;
        self.stopped.too_large += other.stopped.too_large;
        self.stopped.hedge += other.stopped.hedge;
    }

    pub(super) fn has(&self, periods: usize) -> bool {
        [self.price.len(), self.cash.len(), self.coins.len(), self.short.len()] == [periods; 4]
    }
}

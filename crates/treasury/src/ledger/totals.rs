//! What a ledger adds up to.
//!
//! ```text
//! cash + market_value - debt = contributions + realised + unrealised + income - expenses
//! unrealised = market_value - cost
//! ```
//!
//! exactly, after every event and at both bases: so between two events the change of equity less what the owner put in is the realised gain, the
//! change of the unrealised one, and income less expenses. Contributed coins count at their cost. The cost of the coins is summed over the
//! lots, everything else over the events.

use hashinsight_units::Record;

use super::{Fiat, Ledger};

/// Which cost of the coins counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Basis {
    /// Cost for tax.
    Tax,
    /// Cost in the books.
    Book,
}

/// Sums of a ledger at one basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Totals {
    /// Cash.
    pub cash: Fiat,
    /// Debt, without interest.
    pub debt: Fiat,
    /// Cost of the coins that are held.
    pub cost: Fiat,
    /// Contributions of the owner less withdrawals; coins at their cost.
    pub contributions: Fiat,
    /// Gains of the disposals that gained.
    pub realised_gains: Fiat,
    /// Losses of the disposals that lost, positive.
    pub realised_losses: Fiat,
    /// Coins received as income, at their basis, and income in cash.
    pub income: Fiat,
    /// Running costs, interest, fees that are expenses, and coins that left at their cost.
    pub expenses: Fiat,
}

impl Totals {
    /// Gain of all disposals.
    pub fn realised(&self) -> Fiat {
        self.realised_gains - self.realised_losses
    }

    /// Cash and coins at their cost, less debt.
    pub fn equity_at_cost(&self) -> Fiat {
        self.cash + self.cost - self.debt
    }

    /// Equity at cost less all that explains it: always zero.
    pub fn imbalance(&self) -> Fiat {
        self.equity_at_cost() - (self.contributions + self.realised() + self.income - self.expenses)
    }
}

impl Ledger {
    /// The sums at one basis. Those of the United Kingdom hold what is matched so far.
    pub fn totals(&self, basis: Basis) -> Totals {
        let flows = &self.flows;
        let (tax, book) = self.pools.cost();
        let (side, cost) = match basis {
            Basis::Tax => (flows.tax, tax),
            Basis::Book => (flows.book, book),
        };
        let (realised_gains, realised_losses) = match self.pools.united_kingdom() {
            None => (side.gains, side.losses),
            Some(pool) => pool.matches().0.iter().fold((Fiat::ZERO, Fiat::ZERO), |(gains, losses), found| {
                let cost = if basis == Basis::Tax { found.coins.cost } else { found.coins.book };
                let gain = found.proceeds - cost;
                if gain < Fiat::ZERO { (gains, losses - gain) } else { (gains + gain, losses) }
            }),
        };
        Totals {
            cash: self.cash,
            debt: self.debt,
            cost,
            contributions: flows.cash_contributed + side.contributed,
            realised_gains,
            realised_losses,
            income: flows.cash_income + side.mined,
            expenses: flows.expenses + side.written_off,
        }
    }

    /// Market value of the coins less their cost; nothing where there are coins and no price.
    pub fn unrealised(&self, basis: Basis) -> Option<Fiat> {
        let (tax, book) = self.pools.cost();
        let cost = if basis == Basis::Tax { tax } else { book };
        self.market_value().map(|value| value - cost)
    }

    /// Cash and coins at the last observed price, less debt; nothing where there are coins and no price.
    pub fn equity(&self) -> Option<Fiat> {
        self.market_value().map(|value| self.cash + value - self.debt)
    }
}

//! Accounts as their prices move: what of an account that follows several coins decides of its liquidation and of its margin call.
//!
//! ```text
//! excess = share * equity - requirement        share = 1 for the liquidation, the call ratio for the margin call
//! ```
//!
//! The peril has come where the excess is 0 or below. With one coin that is a price; with several no price says it alone.

use hashinsight_derivatives::margin::{AccountContract, AccountMoves, CoinPart};
use hashinsight_units::{At, Currency, Error, Problem};

use super::{Cover, CoveredAccount, Peril};
use crate::refuse::tell;

/// An account whose excess decides.
pub(crate) struct MovingAccount<'a> {
    moves: AccountMoves<'a>,
    /// Contract whose mark is the price of each coin.
    contracts: Vec<&'a AccountContract>,
    share: f64,
}

impl Cover {
    /// The account whose excess over its requirement decides; `None` where the peril or what is covered is another.
    ///
    /// # Errors
    /// Those of `margin_account`; `insurance.contracts.missing` for one of several coins of which the account has no contract.
    pub(crate) fn moving_account(&self) -> Result<Option<MovingAccount<'_>>, Error> {
        let CoveredAccount::Account(account) = &self.account else { return Ok(None) };
        let (trigger, share) = match &self.peril {
            Peril::Liquidation(trigger) => (trigger, 1.0),
            Peril::MarginCall(call) => (&call.trigger, call.call_ratio.get()),
            _ => return Ok(None),
        };
        let moves = AccountMoves::new(account)?;
        let contract_of = |coin: &Currency| {
            let of = |contract: &&AccountContract| contract.coin == *coin;
            let named = account.contracts.iter().filter(of).find(|contract| contract.instrument == trigger.instrument);
            named.or_else(|| account.contracts.iter().find(of)).ok_or_else(|| {
                let allowed = "a contract of each coin that the account follows, whose mark is its price";
                tell("contracts", Problem::Missing, coin, allowed)
            })
        };
        let contracts = moves.coins().iter().map(contract_of).collect::<Result<_, _>>()?;
        Ok(Some(MovingAccount { moves, contracts, share }))
    }

    /// Whether the excess of an account in several coins decides, and no price of one.
    pub(crate) fn follows_several_coins(&self) -> bool {
        self.moving_account().is_ok_and(|account| account.is_some_and(|account| account.coins().len() > 1))
    }

    /// # Errors
    /// Those of [`moving_account`](Self::moving_account), at the account.
    pub(super) fn check_coins(&self) -> Result<(), Error> {
        self.moving_account().map(drop).at("account").at("account")
    }
}

impl MovingAccount<'_> {
    pub(crate) fn coins(&self) -> &[Currency] {
        self.moves.coins()
    }

    /// Contract whose mark is the price of a coin.
    pub(crate) fn contract(&self, coin: usize) -> &AccountContract {
        self.contracts[coin]
    }

    /// Excess of what follows no coin.
    pub(crate) fn still(&self) -> f64 {
        self.share * self.moves.still()
    }

    /// Equity where the price of its only coin is `factor` times that of the sale.
    pub(crate) fn equity(&self, coin: usize, factor: f64) -> f64 {
        self.moves.still() + self.moves.part(coin, factor).equity
    }

    /// What a coin adds to the excess where its price is `factor` times that of the sale, and by how much that grows with the logarithm of the
    /// price.
    pub(crate) fn excess(&self, coin: usize, factor: f64) -> (f64, f64) {
        let CoinPart { equity, requirement, equity_slope, requirement_slope, .. } = self.moves.part(coin, factor);
        (self.share * equity - requirement, self.share * equity_slope - requirement_slope)
    }
}

//! An account as the prices of all its coins move, each as it likes.
//!
//! What follows a coin is a function of that coin's price alone, and equity and requirement are sums over the coins and of what stands still:
//! the state of an account at any prices costs one look at each coin.

use hashinsight_units::{Currency, Error};

use super::MarginAccountRequest;
use super::account_path::{Account, Moved, Terms, worth};

/// What follows the price of one coin, in the account's currency.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CoinPart {
    /// Part of the equity.
    pub equity: f64,
    /// Part of the requirement.
    pub requirement: f64,
    /// Derivative of the equity by the logarithm of the price.
    pub equity_slope: f64,
    /// Derivative of the requirement by the logarithm of the price, within a tier.
    pub requirement_slope: f64,
}

/// An account whose coins move.
///
/// ```
/// use hashinsight_derivatives::margin::{
///     AccountCollateral, AccountContract, AccountMoves, AccountPosition, ContractKind, MaintenanceSchedule,
///     MarginAccountRequest, Side, Venue,
/// };
/// use hashinsight_units::{AssetPrice, Balance, Collateral, Fraction, Quantity};
/// // A bitcoin long and ten of ether short, on 9,000. Bitcoin falls by 10 %, ether rises by 20 %: -6,000 and -6,000.
/// let flat = MaintenanceSchedule::Flat { rate: Fraction::new(0.01)?, deduction: Collateral::new(0.0)? };
/// let price = |value| AssetPrice::new(value).unwrap();
/// let contract = |name: &str, coin: &str, mark| {
///     AccountContract::new(name.parse().unwrap(), coin.parse().unwrap(), ContractKind::Linear, price(mark), flat.clone())
/// };
/// let position = |name: &str, side, quantity, entry| {
///     AccountPosition::new(name.parse().unwrap(), side, Quantity::new(quantity).unwrap(), price(entry))
/// };
/// let account = MarginAccountRequest::new(
///     Venue::BinanceUsdm,
///     "USDT".parse()?,
///     vec![contract("BTCUSDT", "BTC", 60_000.0), contract("ETHUSDT", "ETH", 3_000.0)],
///     vec![position("BTCUSDT", Side::Long, 1.0, 60_000.0), position("ETHUSDT", Side::Short, 10.0, 3_000.0)],
///     vec![AccountCollateral::new("USDT".parse()?, Balance::new(9_000.0)?)],
/// );
/// let moves = AccountMoves::new(&account)?;
/// assert_eq!(moves.coins().len(), 2);
/// let [bitcoin, ether] = [moves.part(0, 0.9), moves.part(1, 1.2)];
/// assert_eq!(moves.still() + bitcoin.equity + ether.equity, -3_000.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Debug)]
pub struct AccountMoves<'a> {
    account: Account<'a>,
    coins: Vec<Currency>,
}

impl<'a> AccountMoves<'a> {
    /// The account, and the coins that it follows.
    ///
    /// # Errors
    /// Those of [`margin_account`](super::margin_account).
    pub fn new(request: &'a MarginAccountRequest) -> Result<Self, Error> {
        let account = Account::new(request)?;
        let coins = account.coins().into_iter().filter_map(|moved| match moved {
            Moved::Coin(coin) => Some(coin),
            Moved::Contract(_) => None,
        });
        let coins = coins.collect();
        Ok(Self { account, coins })
    }

    /// Coins of the positions, then those of the collateral. An account that is counted in its coin follows that one only: everything else
    /// moves against it.
    pub fn coins(&self) -> &[Currency] {
        &self.coins
    }

    /// Part of the equity that follows no coin: collateral in the account's own currency.
    pub fn still(&self) -> f64 {
        let moves = |item: &&super::AccountCollateral| {
            self.coins.iter().any(|coin| self.account.collateral_moves(item, &Moved::Coin(*coin)))
        };
        self.account.request.collateral.iter().filter(|item| !moves(item)).fold(0.0, |sum, item| sum + worth(item))
    }

    /// What follows a coin, by its place in [`coins`](Self::coins), where its price is `factor` times what it is now. All contracts and the
    /// collateral of the coin move in proportion.
    ///
    /// # Panics
    /// For a place without coin.
    pub fn part(&self, coin: usize, factor: f64) -> CoinPart {
        let moved = Moved::Coin(self.coins[coin]);
        // In an account of the coin the inverse price moves.
        let (u, turn) = if self.account.in_coin() { (1.0 / factor, -1.0) } else { (factor, 1.0) };
        let value = |terms: Terms| terms[0] / u + terms[1] + u * (terms[2] + u * terms[3]);
        let slope = |terms: Terms| turn * (u * (terms[2] + 2.0 * u * terms[3]) - terms[0] / u);
        let mut part = CoinPart::default();
        for item in self.account.request.collateral.iter().filter(|item| self.account.collateral_moves(item, &moved)) {
            part.equity += worth(item) * u;
            part.equity_slope += turn * worth(item) * u;
        }
        for leg in self.account.legs.iter().filter(|leg| leg.moves(&moved)) {
            let (profit, needs) = (leg.profit(), leg.needs(&leg.tier(u)));
            part.equity += value(profit);
            part.equity_slope += slope(profit);
            part.requirement += value(needs);
            part.requirement_slope += slope(needs);
        }
        part
    }
}

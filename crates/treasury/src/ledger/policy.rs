//! What a ledger is asked to follow: method, pools, fees, and what it may let pass.

use hashinsight_units::{At, Currency, Date, Error, Fault, Problem, Record};

use super::{LongTerm, Zone};

/// Rules of a ledger. What is not named here is refused when it happens.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LedgerPolicy {
    /// Currency of all money in the ledger.
    #[record(example = "USD")]
    pub currency: Currency,
    /// Method that says which coins a disposal takes.
    #[record(example = "fifo")]
    pub method: Method,
    /// Time zone whose civil dates count.
    #[record(default = Zone::utc())]
    pub zone: Zone,
    /// First civil day on which each wallet is a pool of its own. Absent: all wallets are one pool.
    pub per_wallet_from: Option<Date>,
    /// Holding period of a long-term gain.
    #[record(default = LongTerm::MoreThanOneYear)]
    pub long_term: LongTerm,
    /// Treatment of fees of purchases and sales.
    #[record(default = FeePolicy::InTheTrade)]
    pub fees: FeePolicy,
    /// Treatment of fees in coins of transfers, and of fees in coins by themselves.
    #[record(default = CoinFee::Refuse)]
    pub coin_fee: CoinFee,
    /// Treatment of an event after which cash would be below zero.
    #[record(default = Shortfall::Refuse)]
    pub cash_below_zero: Shortfall,
    /// Treatment of an event after which a wallet would be below zero although the pool holds the coins.
    #[record(default = Shortfall::Refuse)]
    pub wallet_below_zero: Shortfall,
    /// Treatment of an event by which more coins leave a pool than it holds.
    #[record(default = MissingCoins::Refuse)]
    pub missing_coins: MissingCoins,
}

/// Method that says which coins a disposal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Method {
    /// First in, first out.
    Fifo,
    /// Last in, first out.
    Lifo,
    /// Highest cost of a coin first; of equal ones the oldest.
    Hifo,
    /// Lowest cost of a coin first; of equal ones the oldest.
    Lofo,
    /// The average cost of the pool, which keeps quantity and total cost.
    Average,
    /// The lots that each disposal names, no later than it happens.
    SpecificIdentification,
    /// Individuals in the United Kingdom: the same day, then the following 30 days, then the section 104 pool.
    UnitedKingdom,
}

/// Treatment of fees of purchases and sales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum FeePolicy {
    /// A fee adds to the cost of a purchase and reduces the proceeds of a sale. A fee in coins leaves with the coins sold, and the proceeds
    /// spread over both.
    InTheTrade,
    /// A fee is an expense. A fee in coins is disposed of at the price of the sale, or costs its share of the purchase.
    Expense,
    /// As in the trade; but a fee in coins of a sale is a disposal of its own at the price of the sale, and this value reduces the proceeds.
    SeparateDisposal,
}

/// Treatment of fees in coins of transfers, and of fees in coins by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CoinFee {
    /// An event with such a fee is refused.
    Refuse,
    /// They are disposals at their fair value, which is an expense.
    Taxable,
    /// Their cost is an expense; there is no gain.
    AtCost,
}

/// Treatment of a balance that would fall below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Shortfall {
    /// The event is refused.
    Refuse,
    /// The balance falls below zero.
    Allow,
}

/// Treatment of coins that leave a pool and are not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum MissingCoins {
    /// The event is refused.
    Refuse,
    /// The missing coins count as put in by the owner with the event, at no cost.
    ZeroCost,
}

impl LedgerPolicy {
    /// Refuses what contradicts itself.
    ///
    /// # Errors
    /// `treasury.time_ms.out_of_range` for unsorted changes of the zone; `unsupported` for per-wallet pools, or coin fees at cost, in the United
    /// Kingdom, whose pool is one and where a fee in coins is a disposal.
    pub(super) fn coherent(&self) -> Result<(), Error> {
        self.zone.check().at("zone")?;
        if self.method == Method::UnitedKingdom {
            if let Some(date) = self.per_wallet_from {
                return Err(unsupported(
                    "per_wallet_from",
                    date,
                    "absent: the section 104 pool holds the coins of all wallets",
                ));
            }
            if self.coin_fee == CoinFee::AtCost {
                return Err(unsupported("coin_fee", "at_cost", "refuse or taxable: a fee in coins is a disposal"));
            }
        }
        Ok(())
    }
}

fn unsupported(field: &str, got: impl hashinsight_units::Shown, allowed: &str) -> Error {
    Fault::new(format_args!("treasury.{field}"), Problem::Unsupported).at(field).got(got).allowed(allowed).into()
}

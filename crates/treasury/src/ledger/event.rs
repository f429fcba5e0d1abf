//! What happens to a treasury.

use hashinsight_units::{Amount, Money, Record, Timestamp};

/// One event of a ledger.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Event {
    /// Instant of the event, in Unix milliseconds UTC; not before the event that stands before it.
    #[record(example = 1_704_067_200_000)]
    pub time_ms: Timestamp,
    /// Entry of the event: its kind with what belongs to it.
    pub entry: Entry,
}

/// Entry of a ledger: the kind of an event with what belongs to it.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Entry {
    /// Coins were bought for cash.
    Buy(Purchase),
    /// Coins were mined, or received as income in another way: their fair value at receipt is income and becomes their tax basis.
    Mine(Receipt),
    /// Coins were sold for cash.
    Sell(Sale),
    /// Coins moved from one wallet to another of the same owner.
    Transfer(Transfer),
    /// A fee was paid by itself, in cash or in coins.
    Fee(FeePaid),
    /// Coins were lost or stolen: their cost is written off; in the United Kingdom they are disposed of for nothing.
    Lost(Loss),
    /// Cash was earned with something other than coins.
    Income(Cash),
    /// Cash was spent on running costs.
    Opex(Cash),
    /// Cash was borrowed.
    Borrow(Cash),
    /// A debt was paid back, without interest.
    Repay(Cash),
    /// Interest on a debt was paid in cash.
    Interest(Cash),
    /// The owner put in cash.
    Deposit(Cash),
    /// The owner took out cash.
    Withdraw(Cash),
    /// The owner put in coins: the inventory at the beginning of a ledger, for one.
    Contribute(Contribution),
    /// A price of bitcoin was observed.
    Mark(Mark),
}

/// A purchase of coins.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Purchase {
    /// Coins bought before a fee in coins, in satoshis, above 0.
    #[record(example = 100_000_000)]
    pub amount_sat: Amount,
    /// Price of all coins bought, without fees.
    pub value: Money,
    /// Fee paid in cash. Absent: nothing.
    pub fee: Option<Money>,
    /// Fee kept back from the coins bought, in satoshis, below `amount_sat`.
    #[record(default = Amount::ZERO)]
    pub fee_sat: Amount,
    /// Number of the wallet that receives the coins.
    #[record(default = 0)]
    pub wallet: u32,
}

/// A sale of coins.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Sale {
    /// Coins sold without a fee in coins, in satoshis, above 0.
    #[record(example = 50_000_000)]
    pub amount_sat: Amount,
    /// Price of all coins sold, before fees.
    pub value: Money,
    /// Fee paid in cash. Absent: nothing.
    pub fee: Option<Money>,
    /// Fee paid in coins on top of `amount_sat`, in satoshis, at most `amount_sat`.
    #[record(default = Amount::ZERO)]
    pub fee_sat: Amount,
    /// Number of the wallet that the coins leave.
    #[record(default = 0)]
    pub wallet: u32,
    /// Lots that are sold, where the method is specific identification: together the coins sold and the fee in coins, taken in this order.
    #[record(default = Vec::new())]
    pub lots: Vec<LotPick>,
    /// Instant at which the lots were identified, in Unix milliseconds UTC; not after the sale. Absent: with the sale.
    pub identified_ms: Option<Timestamp>,
}

/// Coins of one lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct LotPick {
    /// Number of the lot: that of the event that brought it, counted from 0.
    #[record(example = 0)]
    pub lot: u64,
    /// Coins taken from the lot, in satoshis, above 0.
    #[record(example = 50_000_000)]
    pub amount_sat: Amount,
}

/// Coins received as income.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Receipt {
    /// Coins received, in satoshis, above 0.
    #[record(example = 5_000_000)]
    pub amount_sat: Amount,
    /// Fair value of all coins at receipt: income, and their basis for tax.
    pub value: Money,
    /// Basis of all coins in the books, such as their cost of production. Absent: their fair value.
    pub book_value: Option<Money>,
    /// Number of the wallet that receives the coins.
    #[record(default = 0)]
    pub wallet: u32,
}

/// A move of coins between wallets of one owner.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Transfer {
    /// Coins that arrive, in satoshis, above 0.
    #[record(example = 10_000_000)]
    pub amount_sat: Amount,
    /// Number of the wallet that the coins leave.
    #[record(example = 0)]
    pub from_wallet: u32,
    /// Number of the wallet that receives the coins.
    #[record(example = 1)]
    pub to_wallet: u32,
    /// Fee paid in coins on top of `amount_sat`, in satoshis.
    #[record(default = Amount::ZERO)]
    pub fee_sat: Amount,
    /// Fair value of the fee in coins: needed where the policy taxes it.
    pub fee_value: Option<Money>,
    /// Lots that move, where the method is specific identification and the pools are per wallet: together the coins and the fee.
    #[record(default = Vec::new())]
    pub lots: Vec<LotPick>,
}

/// A fee by itself.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FeePaid {
    /// Fee paid in cash, or fair value of the fee in coins.
    pub value: Money,
    /// Fee paid in coins, in satoshis. 0: it was paid in cash.
    #[record(default = Amount::ZERO)]
    pub amount_sat: Amount,
    /// Number of the wallet that the coins leave.
    #[record(default = 0)]
    pub wallet: u32,
    /// Lots that pay the fee, where the method is specific identification.
    #[record(default = Vec::new())]
    pub lots: Vec<LotPick>,
}

/// Coins lost or stolen.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Loss {
    /// Coins lost, in satoshis, above 0.
    #[record(example = 1_000_000)]
    pub amount_sat: Amount,
    /// Number of the wallet that the coins left.
    #[record(default = 0)]
    pub wallet: u32,
    /// Lots that were lost, where the method is specific identification.
    #[record(default = Vec::new())]
    pub lots: Vec<LotPick>,
}

/// Cash that came or went.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Cash {
    /// Cash, above 0.
    pub value: Money,
}

/// Coins that the owner put in.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Contribution {
    /// Coins put in, in satoshis, above 0.
    #[record(example = 1_250_000_000)]
    pub amount_sat: Amount,
    /// Cost that the owner carries over: the basis of all coins for tax. The contribution is counted with it.
    pub cost: Money,
    /// Basis of all coins in the books. Absent: `cost`.
    pub book_cost: Option<Money>,
    /// Instant at which the owner acquired the coins, in Unix milliseconds UTC; not after the event. Absent: with the event.
    pub acquired_ms: Option<Timestamp>,
    /// Number of the wallet that receives the coins.
    #[record(default = 0)]
    pub wallet: u32,
}

/// An observed price.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Mark {
    /// Price of one bitcoin, at most 3 * 10^9 with at most 12 decimal places.
    pub price: Money,
}

//! Lots: coins that were acquired together, and which of them a disposal takes.
//!
//! A lot keeps its quantity and its total cost, never a cost per coin. Where `q` of the `Q` coins that remain of it leave, they take
//!
//! ```text
//! cost_out = round_half_even(cost * q / Q)        to 10^-12 of the currency
//! ```
//!
//! with them, and the difference stays: what was consumed and what remains are exactly the cost of the lot, whatever the order of the sales,
//! and the last coins take all that is left. The cost in the books and the proceeds of a sale are split in the same way.

mod average;
mod ranked;
pub(super) mod united_kingdom;

pub(super) use average::Average;
pub(super) use ranked::{Order, Ranked};

use hashinsight_units::{Amount, Timestamp};

use super::Fiat;

/// Coins of a lot that are still held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lot {
    /// Number of the event that brought the coins, counted from 0; nothing for an average.
    pub lot: Option<u64>,
    /// Wallet that is the pool; nothing where all wallets are one pool.
    pub wallet: Option<u32>,
    /// Acquisition; nothing for an average.
    pub acquired: Option<Timestamp>,
    /// Coins.
    pub amount: Amount,
    /// Cost for tax.
    pub cost: Fiat,
    /// Cost in the books.
    pub book_cost: Fiat,
}

/// Coins with their cost, on the way into or out of a pool.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Coins {
    pub(super) sat: u64,
    pub(super) cost: Fiat,
    pub(super) book: Fiat,
}

impl Coins {
    /// Takes some of the coins, at most all, with their share of the cost.
    pub(super) fn take(&mut self, sat: u64) -> Self {
        let share = |money: Fiat| money.share(sat, self.sat);
        let cost = share(self.cost);
        let book = if self.book == self.cost { cost } else { share(self.book) };
        let out = Self { sat, cost, book };
        self.sat -= sat;
        self.cost -= cost;
        self.book -= book;
        out
    }

    pub(super) fn add(&mut self, other: Self) {
        self.sat += other.sat;
        self.cost += other.cost;
        self.book += other.book;
    }
}

/// Coins of one origin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Number of the event that brought them; nothing for an average.
    pub(super) lot: Option<u64>,
    pub(super) acquired: Option<Timestamp>,
    pub(super) coins: Coins,
}

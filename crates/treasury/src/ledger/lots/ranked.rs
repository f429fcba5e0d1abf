//! Lots in the order in which they leave: FIFO, LIFO, HIFO, LOFO, and those that are named.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use hashinsight_units::Timestamp;

use super::{Coins, Piece};
use crate::ledger::Fiat;

/// Which lot leaves first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    Oldest,
    Newest,
    Dearest,
    Cheapest,
    /// In the order of their numbers; the disposal names them.
    Number,
}

/// Rank of a lot: the least leaves first. It follows from the lot as it was acquired, so it stays while coins leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Rank {
    unit: UnitCost,
    time: i64,
    lot: i64,
}

impl Rank {
    fn of(order: Order, lot: u64, acquired: Timestamp, unit: UnitCost) -> Self {
        let (time, lot) = (acquired.to_ms(), lot.cast_signed()); // numbers of events stay below 2^63
        match order {
            Order::Oldest => Self { unit: UnitCost::NONE, time, lot },
            Order::Newest => Self { unit: UnitCost::NONE, time: -time, lot: -lot },
            Order::Dearest | Order::Cheapest => Self { unit, time, lot },
            Order::Number => Self { unit: UnitCost::NONE, time: 0, lot },
        }
    }
}

/// Cost of one satoshi as an exact mixed number, ordered by value; negated where the dearest leaves first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnitCost {
    whole: i128,
    /// `over / sat` in 0..1.
    over: u64,
    sat: u64,
}

impl UnitCost {
    const NONE: Self = Self { whole: 0, over: 0, sat: 1 };

    #[expect(clippy::expect_used, reason = "the remainder of a division by a u64")]
    pub(crate) fn of(order: Order, coins: Coins) -> Self {
        let cost = match order {
            Order::Cheapest => coins.cost.0,
            Order::Dearest => -coins.cost.0,
            Order::Oldest | Order::Newest | Order::Number => return Self::NONE,
        };
        let sat = i128::from(coins.sat);
        let over = u64::try_from(cost.rem_euclid(sat)).expect("below a u64");
        Self { whole: cost.div_euclid(sat), over, sat: coins.sat }
    }
}

impl Ord for UnitCost {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let cross = |a: &Self, b: &Self| u128::from(a.over) * u128::from(b.sat);
        self.whole.cmp(&other.whole).then_with(|| cross(self, other).cmp(&cross(other, self)))
    }
}

impl PartialOrd for UnitCost {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A lot that is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    lot: u64,
    acquired: Timestamp,
    /// Cost of a satoshi when the lot was acquired.
    unit: UnitCost,
    coins: Coins,
}

/// Lots of one pool.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ranked {
    order: Order,
    lots: BTreeMap<Rank, Held>,
    sat: u64,
}

impl Ranked {
    pub(crate) fn new(order: Order) -> Self {
        Self { order, lots: BTreeMap::new(), sat: 0 }
    }

    pub(crate) fn sat(&self) -> u64 {
        self.sat
    }

    /// Coins of a lot that was just acquired.
    pub(crate) fn add(&mut self, lot: u64, acquired: Timestamp, coins: Coins) {
        let unit = UnitCost::of(self.order, coins);
        self.hold(Held { lot, acquired, unit, coins });
    }

    /// Coins of a lot, which may be held in part already: a lot whose parts moved one after another.
    fn hold(&mut self, held: Held) {
        self.sat += held.coins.sat;
        match self.lots.entry(Rank::of(self.order, held.lot, held.acquired, held.unit)) {
            Entry::Vacant(place) => {
                place.insert(held);
            }
            Entry::Occupied(mut there) => there.get_mut().coins.add(held.coins),
        }
    }

    /// Takes at most so many coins of the lot that leaves first, and hands them on.
    fn take_first(&mut self, most: u64) -> Option<Held> {
        let mut first = self.lots.first_entry()?;
        let held = first.get_mut();
        let out = if held.coins.sat <= most { first.remove() } else { Held { coins: held.coins.take(most), ..*held } };
        self.sat -= out.coins.sat;
        Some(out)
    }

    /// Takes coins in their order. The pool holds so many.
    pub(crate) fn take(&mut self, mut sat: u64, mut out: impl FnMut(Piece)) {
        while sat > 0
            && let Some(held) = self.take_first(sat)
        {
            sat -= held.coins.sat;
            out(held.piece());
        }
    }

    /// Moves coins in their order to another pool. This pool holds so many.
    pub(crate) fn move_to(&mut self, other: &mut Self, mut sat: u64) {
        while sat > 0
            && let Some(held) = self.take_first(sat)
        {
            sat -= held.coins.sat;
            other.hold(held);
        }
    }

    /// Coins that are held of a lot, where lots are ranked by number.
    pub(crate) fn held(&self, lot: u64) -> u64 {
        self.lots.get(&Self::number(lot)).map_or(0, |held| held.coins.sat)
    }

    /// Takes coins of a lot that holds so many, where lots are ranked by number.
    fn take_of(&mut self, lot: u64, sat: u64) -> Option<Held> {
        let Entry::Occupied(mut there) = self.lots.entry(Self::number(lot)) else { return None };
        let held = there.get_mut();
        let out = Held { coins: held.coins.take(sat), ..*held };
        if held.coins.sat == 0 {
            there.remove();
        }
        self.sat -= sat;
        Some(out)
    }

    /// [`take_of`](Self::take_of) for a disposal.
    pub(crate) fn take_named(&mut self, lot: u64, sat: u64) -> Option<Piece> {
        self.take_of(lot, sat).map(Held::piece)
    }

    /// [`take_of`](Self::take_of) for a move to another pool.
    pub(crate) fn move_named(&mut self, other: &mut Self, lot: u64, sat: u64) {
        if let Some(held) = self.take_of(lot, sat) {
            other.hold(held);
        }
    }

    fn number(lot: u64) -> Rank {
        Rank { unit: UnitCost::NONE, time: 0, lot: lot.cast_signed() }
    }

    /// The lots in the order in which they leave.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece> + '_ {
        self.lots.values().map(|held| held.piece())
    }

    pub(crate) fn cost(&self) -> (Fiat, Fiat) {
        self.lots
            .values()
            .fold((Fiat::ZERO, Fiat::ZERO), |(cost, book), held| (cost + held.coins.cost, book + held.coins.book))
    }
}

impl Held {
    fn piece(self) -> Piece {
        Piece { lot: Some(self.lot), acquired: Some(self.acquired), coins: self.coins }
    }
}

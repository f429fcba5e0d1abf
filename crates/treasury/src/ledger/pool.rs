//! Pools: one of all wallets, or one per wallet from a date on.

use std::collections::BTreeMap;

use hashinsight_units::Timestamp;

use super::event::LotPick;
use super::lots::united_kingdom::UnitedKingdom;
use super::lots::{Average, Coins, Order, Piece, Ranked};
use super::{DisposalKind, Fiat, Method};

/// When something is acquired or disposed of: the instant, and its civil day.
#[derive(Clone, Copy, Debug)]
pub(super) struct When {
    pub(super) time: Timestamp,
    /// Unix day; only the United Kingdom's rules ask for it.
    pub(super) day: i64,
}

/// Coins of one pool.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pool {
    Ranked(Ranked),
    Average(Average),
    UnitedKingdom(UnitedKingdom),
}

impl Pool {
    fn new(method: Method) -> Self {
        match method {
            Method::Fifo => Self::Ranked(Ranked::new(Order::Oldest)),
            Method::Lifo => Self::Ranked(Ranked::new(Order::Newest)),
            Method::Hifo => Self::Ranked(Ranked::new(Order::Dearest)),
            Method::Lofo => Self::Ranked(Ranked::new(Order::Cheapest)),
            Method::SpecificIdentification => Self::Ranked(Ranked::new(Order::Number)),
            Method::Average => Self::Average(Average::default()),
            Method::UnitedKingdom => Self::UnitedKingdom(UnitedKingdom::default()),
        }
    }

    fn sat(&self) -> u64 {
        match self {
            Self::Ranked(pool) => pool.sat(),
            Self::Average(pool) => pool.0.sat,
            Self::UnitedKingdom(pool) => pool.sat(),
        }
    }

    fn add(&mut self, lot: u64, when: When, coins: Coins) {
        match self {
            Self::Ranked(pool) => pool.add(lot, when.time, coins),
            Self::Average(pool) => pool.0.add(coins),
            Self::UnitedKingdom(pool) => pool.acquire(when.day, coins),
        }
    }

    /// Coins that remain and their cost, one piece per lot.
    fn pieces(&self) -> Vec<Piece> {
        let one = |coins: Coins| {
            let piece = Piece { lot: None, acquired: None, coins };
            if coins.sat > 0 { vec![piece] } else { Vec::new() }
        };
        match self {
            Self::Ranked(pool) => pool.pieces().collect(),
            Self::Average(pool) => one(pool.0),
            Self::UnitedKingdom(pool) => one(pool.matches().1),
        }
    }

    fn cost(&self) -> (Fiat, Fiat) {
        match self {
            Self::Ranked(pool) => pool.cost(),
            Self::Average(pool) => (pool.0.cost, pool.0.book),
            Self::UnitedKingdom(pool) => {
                let (_, rest) = pool.matches();
                (rest.cost, rest.book)
            }
        }
    }

    /// Moves coins to another pool of the same method, which this one holds; lots with their satoshis where they are named.
    fn move_to(&mut self, other: &mut Self, sat: u64, named: &[(u64, u64)]) {
        match (self, other) {
            (Self::Ranked(from), Self::Ranked(to)) if named.is_empty() => from.move_to(to, sat),
            (Self::Ranked(from), Self::Ranked(to)) => {
                for (lot, sat) in named {
                    from.move_named(to, *lot, *sat);
                }
            }
            (Self::Average(from), Self::Average(to)) => to.0.add(from.0.take(sat)),
            _ => unreachable!("pools of one ledger have one method, and that of the United Kingdom is one pool"),
        }
    }
}

/// All pools of a ledger.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pools {
    method: Method,
    is_per_wallet: bool,
    /// Coins in all pools.
    sat: u64,
    by_wallet: BTreeMap<u32, Pool>,
}

impl Pools {
    pub(super) fn new(method: Method) -> Self {
        Self { method, is_per_wallet: false, sat: 0, by_wallet: BTreeMap::new() }
    }

    pub(super) const fn is_per_wallet(&self) -> bool {
        self.is_per_wallet
    }

    const fn key(&self, wallet: u32) -> u32 {
        if self.is_per_wallet { wallet } else { 0 }
    }

    fn of(&mut self, wallet: u32) -> &mut Pool {
        let method = self.method;
        self.by_wallet.entry(self.key(wallet)).or_insert_with(|| Pool::new(method))
    }

    /// Coins in the pool of a wallet.
    pub(super) fn sat(&self, wallet: u32) -> u64 {
        self.by_wallet.get(&self.key(wallet)).map_or(0, Pool::sat)
    }

    /// Coins in all pools.
    pub(super) const fn total_sat(&self) -> u64 {
        self.sat
    }

    /// Costs of all coins, for tax and in the books, lot by lot.
    pub(super) fn cost(&self) -> (Fiat, Fiat) {
        let add = |(cost, book): (Fiat, Fiat), (more, more_book): (Fiat, Fiat)| (cost + more, book + more_book);
        self.by_wallet.values().map(Pool::cost).fold((Fiat::ZERO, Fiat::ZERO), add)
    }

    /// Coins that are held of a lot in the pool of a wallet, where disposals name their lots.
    pub(super) fn held(&self, wallet: u32, lot: u64) -> u64 {
        match self.by_wallet.get(&self.key(wallet)) {
            Some(Pool::Ranked(pool)) => pool.held(lot),
            _ => 0,
        }
    }

    pub(super) fn add(&mut self, wallet: u32, lot: u64, when: When, coins: Coins) {
        self.sat += coins.sat;
        self.of(wallet).add(lot, when, coins);
    }

    /// Takes coins, which the pool holds, for proceeds: the pieces in order. Those of the United Kingdom are known later.
    pub(super) fn take(
        &mut self,
        wallet: u32,
        when: When,
        (kind, sat): (DisposalKind, u64),
        proceeds: Fiat,
        picks: &mut Picks<'_>,
        mut out: impl FnMut(Piece),
    ) {
        self.sat -= sat;
        match self.of(wallet) {
            Pool::Ranked(pool) if picks.is_empty() => pool.take(sat, out),
            Pool::Ranked(pool) => picks.take(sat, |lot, sat| {
                if let Some(piece) = pool.take_named(lot, sat) {
                    out(piece);
                }
            }),
            Pool::Average(pool) => out(pool.take(sat)),
            Pool::UnitedKingdom(pool) => pool.dispose(when.day, kind, sat, proceeds),
        }
    }

    /// Moves coins, which the pool holds, to that of another wallet.
    pub(super) fn transfer(&mut self, from: u32, to: u32, sat: u64, picks: &mut Picks<'_>) {
        if !self.is_per_wallet || from == to {
            return;
        }
        let mut named = Vec::new();
        picks.take(sat, |lot, sat| named.push((lot, sat)));
        let empty = Pool::new(self.method);
        let mut source = std::mem::replace(self.of(from), empty);
        source.move_to(self.of(to), sat, &named);
        *self.of(from) = source;
    }

    /// Makes a pool of each wallet: the lots go, in the order in which they leave, to the wallets in the order of their numbers.
    pub(super) fn split(&mut self, wallets: &BTreeMap<u32, i64>) {
        let empty = Pool::new(self.method);
        let mut whole = std::mem::replace(self.of(0), empty);
        self.is_per_wallet = true;
        for (wallet, sat) in wallets {
            whole.move_to(self.of(*wallet), sat.unsigned_abs(), &[]);
        }
    }

    /// Pools with the pieces that are held in them, by wallet; no wallet where all are one pool.
    pub(super) fn pieces(&self) -> impl Iterator<Item = (Option<u32>, Piece)> + '_ {
        let of_pool = |(wallet, pool): (&u32, &Pool)| {
            let wallet = self.is_per_wallet.then_some(*wallet);
            pool.pieces().into_iter().map(move |piece| (wallet, piece)).collect::<Vec<_>>()
        };
        self.by_wallet.iter().flat_map(of_pool)
    }

    /// The days of the United Kingdom's rules.
    pub(super) fn united_kingdom(&self) -> Option<&UnitedKingdom> {
        match self.by_wallet.get(&0) {
            Some(Pool::UnitedKingdom(pool)) => Some(pool),
            _ => None,
        }
    }
}

/// Named lots that are still to be taken, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Picks<'a> {
    picks: &'a [LotPick],
    /// Coins of the first that are taken.
    taken: u64,
}

impl<'a> Picks<'a> {
    pub(super) fn new(picks: &'a [LotPick]) -> Self {
        Self { picks, taken: 0 }
    }

    fn is_empty(&self) -> bool {
        self.picks.is_empty()
    }

    /// Names the next coins: lot and number of satoshis.
    fn take(&mut self, mut sat: u64, mut out: impl FnMut(u64, u64)) {
        while let Some((first, rest)) = self.picks.split_first()
            && sat > 0
        {
            let left = first.amount_sat.to_sat() - self.taken;
            let part = left.min(sat);
            out(first.lot, part);
            sat -= part;
            (self.picks, self.taken) = if part == left { (rest, 0) } else { (self.picks, self.taken + part) };
        }
    }
}

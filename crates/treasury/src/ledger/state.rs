//! The ledger: state that follows from events, and from nothing else.

use std::collections::BTreeMap;

use hashinsight_units::{Amount, At, Error, Fault, Problem, SignedAmount, Timestamp};

use super::checks::refuse;
use super::event::{Entry, Event};
use super::lots::Lot;
use super::pool::{Pools, When};
use super::{Fiat, LedgerPolicy, Match, Method};

/// Inventory, cash and debt of a treasury, with what all of it cost and earned: the fold of [`apply`](Self::apply) over events.
///
/// The example of [this module](super) shows one.
#[derive(Clone, Debug, PartialEq)]
pub struct Ledger {
    pub(super) policy: LedgerPolicy,
    /// Number of events applied.
    pub(super) events: u64,
    pub(super) last: Option<Timestamp>,
    /// Sum of all money that events have named: bounds every other sum.
    pub(super) moved: Fiat,
    pub(super) cash: Fiat,
    pub(super) debt: Fiat,
    pub(super) wallets: BTreeMap<u32, i64>,
    pub(super) pools: Pools,
    pub(super) mark: Option<(Timestamp, Fiat)>,
    pub(super) flows: Flows,
}

/// Sums of what events brought and took, apart from coins and cash themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flows {
    /// Cash that the owner put in less what he took out.
    pub(super) cash_contributed: Fiat,
    /// Income in cash.
    pub(super) cash_income: Fiat,
    /// Running costs, interest and fees, at fair value where they were paid in coins.
    pub(super) expenses: Fiat,
    /// Proceeds of disposals.
    pub(super) proceeds: Fiat,
    pub(super) tax: Side,
    pub(super) book: Side,
}

/// Sums at one of the two bases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Side {
    pub(super) purchased: Fiat,
    pub(super) mined: Fiat,
    pub(super) contributed: Fiat,
    /// Gains of disposals that gained.
    pub(super) gains: Fiat,
    /// Losses of disposals that lost, positive.
    pub(super) losses: Fiat,
    /// Cost of coins that left at their cost.
    pub(super) written_off: Fiat,
}

impl Side {
    pub(super) fn realise(&mut self, gain: Fiat) {
        if gain < Fiat::ZERO {
            self.losses -= gain;
        } else {
            self.gains += gain;
        }
    }
}

impl Ledger {
    /// A ledger without events.
    ///
    /// # Errors
    /// `treasury.time_ms.out_of_range` for unsorted changes of the policy's zone; `unsupported` for per-wallet pools, or coin fees at cost, in
    /// the United Kingdom, whose pool is one and where a fee in coins is a disposal.
    pub fn new(policy: LedgerPolicy) -> Result<Self, Error> {
        policy.coherent()?;
        let pools = Pools::new(policy.method);
        Ok(Self {
            policy,
            events: 0,
            last: None,
            moved: Fiat::ZERO,
            cash: Fiat::ZERO,
            debt: Fiat::ZERO,
            wallets: BTreeMap::new(),
            pools,
            mark: None,
            flows: Flows::default(),
        })
    }

    /// The ledger of a whole history, and what its disposals took.
    ///
    /// # Errors
    /// As [`apply`](Self::apply), at `events[17]`.
    pub fn replay(policy: LedgerPolicy, events: &[Event]) -> Result<(Self, Vec<Match>), Error> {
        let mut ledger = Self::new(policy)?;
        let mut matches = Vec::new();
        for (index, event) in events.iter().enumerate() {
            ledger.apply_to(event, &mut matches).index(index).at("events")?;
        }
        Ok((ledger, matches))
    }

    /// Takes one event, and answers which coins it disposed of. A refused event changes nothing.
    ///
    /// Under [`Method::UnitedKingdom`] the answer is empty: which coins a disposal takes is known 30 days later, see
    /// [`united_kingdom_disposals`](Self::united_kingdom_disposals).
    ///
    /// # Errors
    /// `treasury.time_ms.out_of_range` before the event that stands before it; `treasury.amount_sat.out_of_range` for no coins, and for more than the
    /// pool or the wallet holds; `treasury.currency.unsupported` for money of another currency; `treasury.value.out_of_range` (and that of the other
    /// fields of money) for a negative number, for more than 12 decimal places, where cash would fall below zero, and beyond the 10^16 that
    /// move through a ledger; `treasury.lots` and `treasury.identified_ms` for lots that are named without need, not named although the
    /// method needs them, not held, or named too late; `treasury.fee_sat.unsupported` for a fee in coins that the policy says nothing about.
    pub fn apply(&mut self, event: &Event) -> Result<Vec<Match>, Error> {
        let mut matches = Vec::new();
        self.apply_to(event, &mut matches)?;
        Ok(matches)
    }

    /// [`apply`](Self::apply), with the matches behind those that are there already.
    ///
    /// # Errors
    /// As [`apply`](Self::apply); `matches` is as before then.
    pub fn apply_to(&mut self, event: &Event, matches: &mut Vec<Match>) -> Result<(), Error> {
        if let Some(last) = self.last.filter(|last| event.time_ms < *last) {
            let allowed = format!("at least {}, the time of the event before it", last.to_ms());
            return Err(refuse("time_ms", event.time_ms.to_ms(), allowed));
        }
        if self.splits_at(event.time_ms) {
            // Once in the life of a ledger: a copy keeps a refused event from leaving the pools split.
            let mut split = self.clone();
            split.split().at("time_ms")?;
            split.enter(event, matches)?;
            *self = split;
            return Ok(());
        }
        self.enter(event, matches)
    }

    fn splits_at(&self, time: Timestamp) -> bool {
        !self.pools.is_per_wallet()
            && self.policy.per_wallet_from.is_some_and(|date| self.policy.zone.date(time) >= date)
    }

    fn split(&mut self) -> Result<(), Error> {
        if let Some((wallet, sat)) = self.wallets.iter().find(|(_, sat)| **sat < 0) {
            let fault =
                Fault::new("treasury.wallet", Problem::OutOfRange).got(format_args!("{sat} sat in wallet {wallet}"));
            return Err(fault.allowed("0 or more in every wallet when each becomes a pool").into());
        }
        self.pools.split(&self.wallets);
        Ok(())
    }

    fn enter(&mut self, event: &Event, matches: &mut Vec<Match>) -> Result<(), Error> {
        let when = self.when(event.time_ms);
        let entered = match &event.entry {
            Entry::Buy(purchase) => self.buy(when, purchase).at("buy"),
            Entry::Mine(receipt) => self.mine(when, receipt).at("mine"),
            Entry::Sell(sale) => self.sell(when, sale, matches).at("sell"),
            Entry::Transfer(transfer) => self.transfer(when, transfer, matches).at("transfer"),
            Entry::Fee(fee) => self.fee(when, fee, matches).at("fee"),
            Entry::Lost(loss) => self.lose(when, loss, matches).at("lost"),
            Entry::Contribute(coins) => self.contribute(when, coins).at("contribute"),
            Entry::Income(cash) => self.cash_entry(cash, CashEntry::Income).at("income"),
            Entry::Opex(cash) => self.cash_entry(cash, CashEntry::Expense).at("opex"),
            Entry::Borrow(cash) => self.cash_entry(cash, CashEntry::Borrow).at("borrow"),
            Entry::Repay(cash) => self.cash_entry(cash, CashEntry::Repay).at("repay"),
            Entry::Interest(cash) => self.cash_entry(cash, CashEntry::Expense).at("interest"),
            Entry::Deposit(cash) => self.cash_entry(cash, CashEntry::Deposit).at("deposit"),
            Entry::Withdraw(cash) => self.cash_entry(cash, CashEntry::Withdraw).at("withdraw"),
            Entry::Mark(mark) => self.observe(when, mark).at("mark"),
        };
        entered.at("entry")?;
        self.last = Some(event.time_ms);
        self.events += 1;
        Ok(())
    }

    fn when(&self, time: Timestamp) -> When {
        let is_by_day = self.policy.method == Method::UnitedKingdom;
        When { time, day: if is_by_day { self.policy.zone.date(time).unix_day() } else { 0 } }
    }

    /// The rules that it follows.
    pub fn policy(&self) -> &LedgerPolicy {
        &self.policy
    }

    /// Number of events applied: the number of the next one.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// Instant of the last event.
    pub fn last_time(&self) -> Option<Timestamp> {
        self.last
    }

    /// Coins of all wallets.
    ///
    /// # Panics
    /// Never: events that would lead beyond 21 million BTC are refused.
    #[expect(clippy::expect_used, reason = "checked when coins arrive")]
    pub fn balance(&self) -> Amount {
        Amount::from_sat(self.pools.total_sat()).expect("at most 21 million BTC")
    }

    /// Coins of each wallet that had any, by number; negative where the policy lets a wallet fall below zero.
    ///
    /// # Panics
    /// Never: events that would lead beyond 21 million BTC are refused.
    #[expect(clippy::expect_used, reason = "checked when coins move")]
    pub fn wallets(&self) -> impl Iterator<Item = (u32, SignedAmount)> + '_ {
        self.wallets
            .iter()
            .map(|(wallet, sat)| (*wallet, SignedAmount::from_sat(*sat).expect("at most 21 million BTC")))
    }

    /// Cash; negative where the policy lets it fall below zero.
    pub fn cash(&self) -> Fiat {
        self.cash
    }

    /// Debt, without interest.
    pub fn debt(&self) -> Fiat {
        self.debt
    }

    /// Coins that are held, lot by lot: by wallet where each is a pool, then in the order in which they leave. An average, and the section
    /// 104 pool, are one lot.
    ///
    /// # Panics
    /// Never: events that would lead beyond 21 million BTC are refused.
    #[expect(clippy::expect_used, reason = "checked when coins arrive")]
    pub fn lots(&self) -> Vec<Lot> {
        let lot = |(wallet, piece): (Option<u32>, super::lots::Piece)| Lot {
            lot: piece.lot,
            wallet,
            acquired: piece.acquired,
            amount: Amount::from_sat(piece.coins.sat).expect("at most 21 million BTC"),
            cost: piece.coins.cost,
            book_cost: piece.coins.book,
        };
        self.pools.pieces().map(lot).collect()
    }

    /// The last observed price of one bitcoin, and when it was.
    pub fn mark(&self) -> Option<(Timestamp, Fiat)> {
        self.mark
    }

    /// Value of all coins at the last observed price, rounded half to even; nothing where there are coins and no price.
    pub fn market_value(&self) -> Option<Fiat> {
        match (self.pools.total_sat(), self.mark) {
            (0, _) => Some(Fiat::ZERO),
            (sat, mark) => mark.map(|(_, price)| price.times_sat(sat)),
        }
    }
}

/// Where cash comes from or goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum CashEntry {
    Income,
    Expense,
    Borrow,
    Repay,
    Deposit,
    Withdraw,
}

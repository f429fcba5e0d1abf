//! Coins that leave: out of which lots, at what cost, for which proceeds.

use hashinsight_units::Amount;

use super::lots::Coins;
use super::pool::{Picks, When};
use super::{DisposalKind, Fiat, Ledger, Match, Method};

/// Coins that leave a pool together.
pub(super) struct Leaving<'a, 'p> {
    pub(super) kind: DisposalKind,
    pub(super) wallet: u32,
    pub(super) sat: u64,
    pub(super) proceeds: Fiat,
    pub(super) picks: &'a mut Picks<'p>,
}

impl Ledger {
    /// Takes coins, which were checked, out of their pool for proceeds.
    pub(super) fn dispose(&mut self, when: When, leaving: Leaving<'_, '_>, out: &mut Vec<Match>) {
        let proceeds = leaving.proceeds;
        self.flows.proceeds += proceeds;
        if let Some((cost, book)) = self.take(when, leaving, false, out) {
            self.flows.tax.realise(proceeds - cost);
            self.flows.book.realise(proceeds - book);
        }
    }

    /// Takes coins, which were checked, out of their pool as an expense at cost. The United Kingdom knows a disposal for nothing instead.
    pub(super) fn write_off(&mut self, when: When, leaving: Leaving<'_, '_>, out: &mut Vec<Match>) {
        if self.policy.method == Method::UnitedKingdom {
            return self.dispose(when, leaving, out);
        }
        if let Some((cost, book)) = self.take(when, leaving, true, out) {
            self.each_side(cost, book, |side, cost| side.written_off += cost);
        }
    }

    /// What the coins had cost, where that is known now.
    fn take(
        &mut self,
        when: When,
        leaving: Leaving<'_, '_>,
        is_written_off: bool,
        out: &mut Vec<Match>,
    ) -> Option<(Fiat, Fiat)> {
        let Leaving { kind, wallet, sat, proceeds, picks } = leaving;
        if sat == 0 {
            return None;
        }
        *self.wallets.entry(wallet).or_default() -= sat.cast_signed();
        let (mut left_sat, mut left) = (sat, proceeds);
        let (mut cost, mut book) = (Fiat::ZERO, Fiat::ZERO);
        let event = self.events;
        self.pools.take(wallet, when, (kind, sat), proceeds, picks, |piece| {
            let part = left.share(piece.coins.sat, left_sat);
            left -= part;
            left_sat -= piece.coins.sat;
            cost += piece.coins.cost;
            book += piece.coins.book;
            out.push(Match {
                event,
                kind,
                wallet,
                lot: piece.lot,
                acquired: piece.acquired,
                disposed: when.time,
                amount: coins(piece.coins.sat),
                proceeds: part,
                cost: piece.coins.cost,
                book_cost: piece.coins.book,
                is_written_off,
            });
        });
        (self.policy.method != Method::UnitedKingdom).then_some((cost, book))
    }

    /// Puts coins in at no cost.
    pub(super) fn make_good(&mut self, when: When, wallet: u32, missing: u64) {
        if missing > 0 {
            *self.wallets.entry(wallet).or_default() += missing.cast_signed();
            self.pools.add(wallet, self.events, when, Coins { sat: missing, ..Coins::default() });
        }
    }
}

#[expect(clippy::expect_used, reason = "a part of a balance")]
fn coins(sat: u64) -> Amount {
    Amount::from_sat(sat).expect("at most 21 million BTC")
}

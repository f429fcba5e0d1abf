//! What a disposal took: its coins, where they came from, what they cost and fetched.

use hashinsight_units::{Amount, Date, Decimal, Record, Timestamp};

use super::lots::united_kingdom::{DayMatch, Origin};
use super::{Fiat, Ledger, LedgerPolicy, Term};

/// Why coins left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum DisposalKind {
    /// They were sold.
    Sale,
    /// They paid a fee.
    Fee,
    /// They were lost or stolen: no gain, but an expense at cost. In the United Kingdom a disposal for nothing, whose loss is realised, as a claim
    /// of negligible value makes it.
    Lost,
}

/// By which rule coins were matched with a disposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum MatchRule {
    /// A lot, by the order of the method or by name.
    Lot,
    /// The average of the pool.
    Average,
    /// United Kingdom: acquired on the same day.
    SameDay,
    /// United Kingdom: acquired in the 30 days that followed.
    ThirtyDays,
    /// United Kingdom: the section 104 pool.
    #[record(word = "section_104_pool")]
    Section104Pool,
}

/// Coins of one disposal that came out of one lot, or out of an average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Match {
    /// Number of the event that disposed of them, counted from 0.
    pub event: u64,
    /// Why they left.
    pub kind: DisposalKind,
    /// Wallet that they left.
    pub wallet: u32,
    /// Number of the event that brought them; nothing where they came out of an average.
    pub lot: Option<u64>,
    /// Acquisition; nothing where they came out of an average.
    pub acquired: Option<Timestamp>,
    /// Disposal.
    pub disposed: Timestamp,
    /// Coins.
    pub amount: Amount,
    /// Their share of the proceeds.
    pub proceeds: Fiat,
    /// Their cost for tax.
    pub cost: Fiat,
    /// Their cost in the books.
    pub book_cost: Fiat,
    /// Whether they left at their cost, which is an expense and no gain: lost coins, and fees where the policy says so.
    pub is_written_off: bool,
}

impl Match {
    /// Gain for tax, `proceeds - cost`; 0 where the coins were written off, for their cost is an expense.
    pub fn gain(&self) -> Fiat {
        if self.is_written_off { Fiat::ZERO } else { self.proceeds - self.cost }
    }

    /// Gain in the books, `proceeds - book_cost`; 0 where the coins were written off.
    pub fn book_gain(&self) -> Fiat {
        if self.is_written_off { Fiat::ZERO } else { self.proceeds - self.book_cost }
    }

    /// The line of this match: civil dates in the zone of the policy, and the term that follows from them.
    pub fn line(&self, policy: &LedgerPolicy) -> Disposal {
        let disposed = policy.zone.date(self.disposed);
        let acquired = self.acquired.map(|time| policy.zone.date(time));
        Disposal {
            event: Some(self.event),
            kind: self.kind,
            rule: if self.lot.is_some() { MatchRule::Lot } else { MatchRule::Average },
            wallet: Some(self.wallet),
            lot: self.lot,
            amount_sat: self.amount,
            acquired_date: acquired,
            disposed_date: disposed,
            term: acquired.map_or(Term::Various, |acquired| policy.long_term.term(acquired, disposed)),
            proceeds: self.proceeds.to_decimal(),
            cost: self.cost.to_decimal(),
            gain: self.gain().to_decimal(),
            book_cost: self.book_cost.to_decimal(),
            book_gain: self.book_gain().to_decimal(),
            is_final: true,
        }
    }
}

/// One line of the disposals: the columns of Form 8949, and what the gain was made of.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Disposal {
    /// Number of the event that disposed of the coins, counted from 0. Absent: all disposals of the day count as one.
    pub event: Option<u64>,
    /// Reason why the coins left; in the United Kingdom a sale where those of one day left for several reasons.
    pub kind: DisposalKind,
    /// Rule by which the coins were matched with the disposal.
    pub rule: MatchRule,
    /// Number of the wallet that the coins left. Absent: all disposals of the day count as one.
    pub wallet: Option<u32>,
    /// Number of the event that brought the coins. Absent: they came out of an average or a day.
    pub lot: Option<u64>,
    /// Coins of this line, in satoshis.
    pub amount_sat: Amount,
    /// Civil day of the acquisition. Absent: various.
    pub acquired_date: Option<Date>,
    /// Civil day of the disposal.
    pub disposed_date: Date,
    /// Term of the gain.
    pub term: Term,
    /// Share of the proceeds, in the currency of the ledger.
    pub proceeds: Decimal,
    /// Cost for tax, in the currency of the ledger.
    pub cost: Decimal,
    /// Gain for tax, proceeds less cost, in the currency of the ledger; 0 where the coins left at their cost, which is an expense. The gains of all
    /// lines add up to what was realised.
    pub gain: Decimal,
    /// Cost in the books, in the currency of the ledger.
    pub book_cost: Decimal,
    /// Gain in the books, proceeds less cost in the books, in the currency of the ledger; 0 where the coins left at their cost.
    pub book_gain: Decimal,
    /// Whether no later event can change the line: in the United Kingdom, whether 30 days have passed since the disposal.
    pub is_final: bool,
}

impl Ledger {
    /// Disposals under the United Kingdom's rules, day by day as they are matched so far; nothing under another method, where
    /// [`apply`](Self::apply) answers what each disposal takes.
    pub fn united_kingdom_disposals(&self) -> Vec<Disposal> {
        let Some(pool) = self.pools.united_kingdom() else { return Vec::new() };
        let today = self.last.map(|time| self.policy.zone.date(time).unix_day());
        pool.matches().0.iter().filter_map(|found| day_line(found, today)).collect()
    }
}

/// The line of a day's match; the calendar has every day of a ledger.
fn day_line(found: &DayMatch, today: Option<i64>) -> Option<Disposal> {
    let date = |day: i64| Date::from_unix_day(day).ok();
    let (rule, acquired_date) = match found.origin {
        Origin::SameDay => (MatchRule::SameDay, date(found.day)),
        Origin::Later(day) => (MatchRule::ThirtyDays, date(day)),
        Origin::Pool => (MatchRule::Section104Pool, None),
    };
    Some(Disposal {
        event: None,
        kind: found.kind,
        rule,
        wallet: None,
        lot: None,
        amount_sat: Amount::from_sat(found.coins.sat).ok()?,
        acquired_date,
        disposed_date: date(found.day)?,
        term: Term::Various,
        proceeds: found.proceeds.to_decimal(),
        cost: found.coins.cost.to_decimal(),
        gain: (found.proceeds - found.coins.cost).to_decimal(),
        book_cost: found.coins.book.to_decimal(),
        book_gain: (found.proceeds - found.coins.book).to_decimal(),
        is_final: rule == MatchRule::SameDay || today.is_some_and(|today| today > found.day + 30),
    })
}

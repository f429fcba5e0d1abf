//! The roll-forward of ASC 350-60 (ASU 2023-08): how the fair value of the coins went from one date to another.
//!
//! ```text
//! closing = opening + purchases + mining_receipts + contributions - dispositions - written_off + gains - losses
//! gains - losses = realised_gains - realised_losses + change of (fair value - cost)
//! ```
//!
//! Coins are measured at fair value through net income: additions enter at their basis in the books, dispositions leave at their proceeds, and
//! what remains is the period's gain or loss, net for the asset (350-60-50-3). Coins that were lost, and fees in coins at cost, leave at their
//! cost in the books.

use hashinsight_units::{Amount, Currency, Decimal, Error, Problem, Record, Timestamp};

use super::checks::problem;
use super::{Basis, Fiat, Ledger};

/// Roll-forward of the coins' fair value over a period, in the currency of the ledger, at the basis of the books.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RollForward {
    /// Currency of the money.
    pub currency: Currency,
    /// Fair value of the coins at the beginning.
    pub opening_fair_value: Decimal,
    /// Purchases, at cost.
    pub purchases: Decimal,
    /// Coins mined or received as income, at their basis in the books.
    pub mining_receipts: Decimal,
    /// Coins that the owner put in, at their basis in the books.
    pub contributions: Decimal,
    /// Disposals, at their proceeds.
    pub dispositions: Decimal,
    /// Coins that left at their cost: lost, or paid as fees.
    pub written_off: Decimal,
    /// Net gain of the period, where it is one.
    pub gains: Decimal,
    /// Net loss of the period, positive, where it is one.
    pub losses: Decimal,
    /// Fair value of the coins at the end.
    pub closing_fair_value: Decimal,
    /// Coins at the beginning, in satoshis.
    pub opening_sat: Amount,
    /// Coins at the end, in satoshis.
    pub closing_sat: Amount,
    /// Cost of the coins at the beginning.
    pub opening_cost: Decimal,
    /// Cost of the coins at the end.
    pub closing_cost: Decimal,
    /// Gains of the period's disposals that gained: proceeds less cost.
    pub realised_gains: Decimal,
    /// Losses of the period's disposals that lost, positive.
    pub realised_losses: Decimal,
    /// Instant of the price behind the opening fair value. Absent: there were no coins.
    pub opening_price_ms: Option<Timestamp>,
    /// Instant of the price behind the closing fair value. Absent: there were no coins.
    pub closing_price_ms: Option<Timestamp>,
}

impl RollForward {
    /// From the same ledger at two instants, the earlier one first.
    ///
    /// # Errors
    /// `treasury.mark.missing` where there are coins and no price yet, at `opening` or `closing`; `treasury.closing.out_of_range` where the second
    /// ledger has seen fewer events than the first.
    pub fn between(opening: &Ledger, closing: &Ledger) -> Result<Self, Error> {
        if closing.events < opening.events {
            let allowed = format!("at least {}, those of the opening", opening.events);
            return Err(super::checks::refuse("closing", closing.events, allowed));
        }
        let fair_value = |ledger: &Ledger, place: &str| {
            let missing =
                || problem("mark", Problem::Missing, "", "a mark before there are coins to be valued").at(place);
            ledger.market_value().ok_or_else(missing)
        };
        let (opened, closed) = (fair_value(opening, "opening")?, fair_value(closing, "closing")?);
        let (before, after) = (opening.totals(Basis::Book), closing.totals(Basis::Book));
        let change = |of: fn(&Ledger) -> Fiat| of(closing) - of(opening);
        let purchases = change(|ledger| ledger.flows.book.purchased);
        let mining_receipts = change(|ledger| ledger.flows.book.mined);
        let contributions = change(|ledger| ledger.flows.book.contributed);
        let dispositions = change(|ledger| ledger.flows.proceeds);
        let written_off = change(|ledger| ledger.flows.book.written_off);
        let net = closed - opened - purchases - mining_receipts - contributions + dispositions + written_off;
        let (gains, losses) = if net < Fiat::ZERO { (Fiat::ZERO, -net) } else { (net, Fiat::ZERO) };
        let priced = |ledger: &Ledger| ledger.mark.filter(|_| ledger.balance() > Amount::ZERO).map(|(time, _)| time);
        Ok(Self {
            currency: closing.policy.currency,
            opening_fair_value: opened.to_decimal(),
            purchases: purchases.to_decimal(),
            mining_receipts: mining_receipts.to_decimal(),
            contributions: contributions.to_decimal(),
            dispositions: dispositions.to_decimal(),
            written_off: written_off.to_decimal(),
            gains: gains.to_decimal(),
            losses: losses.to_decimal(),
            closing_fair_value: closed.to_decimal(),
            opening_sat: opening.balance(),
            closing_sat: closing.balance(),
            opening_cost: before.cost.to_decimal(),
            closing_cost: after.cost.to_decimal(),
            realised_gains: (after.realised_gains - before.realised_gains).to_decimal(),
            realised_losses: (after.realised_losses - before.realised_losses).to_decimal(),
            opening_price_ms: priced(opening),
            closing_price_ms: priced(closing),
        })
    }
}

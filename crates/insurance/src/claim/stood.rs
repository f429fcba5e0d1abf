//! Whether there still was an account when its peril came: one that its holder had closed, or its venue liquidated, can neither be liquidated nor
//! called nor lose.
//!
//! | before the trigger | what is claimed | verdict |
//! |---|---|---|
//! | the holder closed it, and the terms judge as frozen | a peril of the account, or an indemnity | `no`, `account_closed` |
//! | the same, and the venue tells a liquidation or a loss after it | the same | `yes`, for a person: the evidence contradicts itself |
//! | the same | an agreed sum for a price | as it is: no account is asked for |
//! | the venue liquidated it in the waiting period | the same | `no`, `waiting_period` |
//! | the venue liquidated it within the watch, well before | the same | `yes`, for a person |
//!
//! Where the cover is void once the account is changed, or a closing by the holder excluded, that is the reason of the refusal.

use hashinsight_units::Verdict;

use super::case::{Case, Found};
use super::replay::missing_from;
use super::{AccountChange, AccountEvent, ClaimReasonCode};
use crate::cover::{Alteration, Basis, Exclusion, Peril, estimate};

impl Case<'_> {
    /// What is left of a trigger, seen from what had become of the account.
    pub(super) fn if_it_stood(&mut self, verdict: Verdict, found: Option<Found>) -> (Verdict, Option<Found>) {
        let found = match found {
            Some(found) if self.needs_the_account() => found,
            _ => return (verdict, found),
        };
        if let Some(closed) = self.closed_before(found.ms) {
            if self.lost_after(&found, closed) {
                self.contradicted(closed);
                return (verdict, Some(found));
            }
            return (self.gone(ClaimReasonCode::AccountClosed, closed), None);
        }
        if let Some(told) = self.liquidated_before(&found) {
            if told < self.from && found.fill.is_none() {
                return (self.gone(ClaimReasonCode::WaitingPeriod, told), None);
            }
            self.contradicted(told);
        }
        (verdict, Some(found))
    }

    /// Whether the peril happens to the account, or what it loses is paid: an agreed sum for a price asks for no account.
    fn needs_the_account(&self) -> bool {
        match self.request.cover.peril {
            Peril::Liquidation(_)
            | Peril::MarginCall(_)
            | Peril::LossThreshold(_)
            | Peril::Gap(_)
            | Peril::ExchangeDefault(_) => true,
            _ => self.request.cover.terms.basis == Basis::Indemnity,
        }
    }

    /// Instant up to another at which the holder closed the account, by terms to which that is neither void nor excluded.
    pub(super) fn closed_before(&self, ms: i64) -> Option<i64> {
        let terms = &self.request.cover.terms;
        if terms.alteration == Alteration::Void || terms.exclusions.contains(&Exclusion::HolderClosed) {
            return None;
        }
        let closed = |event: &AccountEvent| match event {
            AccountEvent::Altered(altered) => altered.change == AccountChange::Closed,
            _ => false,
        };
        let gone = self.liquidated_ms();
        let mut events = self.evidence.events.iter().filter(|event| closed(&event.event));
        let first = events.next().map(|event| event.time_ms.to_ms())?;
        (first <= ms && gone.is_none_or(|gone| first < gone)).then_some(first)
    }

    /// Instant at which the venue liquidated the account while the cover runs: what is told of the account from then on is no doing of its holder.
    pub(super) fn liquidated_ms(&self) -> Option<i64> {
        let starts = self.request.cover.terms.starts_ms.to_ms();
        self.liquidations().into_iter().map(|(ms, ..)| ms).find(|ms| *ms >= starts)
    }

    /// Whether the venue tells something of an account that had been closed: a liquidation, or a part of the balance that is lost.
    fn lost_after(&self, found: &Found, closed: i64) -> bool {
        self.liquidations().iter().any(|(ms, ..)| (closed..self.until).contains(ms))
            || found.lost.is_some_and(|lost| estimate(lost) > 0.0)
    }

    /// First liquidation by the venue while the cover runs, well before what triggers it. A liquidation that is judged by its mark is compared there.
    fn liquidated_before(&self, found: &Found) -> Option<i64> {
        let (starts, longest) = (self.request.cover.terms.starts_ms.to_ms(), self.request.longest_gap_ms.to_ms());
        if matches!(self.request.cover.peril, Peril::Liquidation(_)) && found.fill.is_none() {
            return None;
        }
        let first = self.liquidations().into_iter().map(|(ms, ..)| ms).find(|ms| *ms >= starts)?;
        (first < found.ms - longest).then_some(first)
    }

    /// A "no", if it is known that nothing triggered before the account was gone: one that was closed had not been liquidated.
    fn gone(&mut self, code: ClaimReasonCode, ms: i64) -> Verdict {
        if self.evidence.conflict_ms.is_some() {
            return Verdict::CannotSay;
        }
        // That the mark decides alone no longer does.
        self.reasons.retain(|reason| reason.code != ClaimReasonCode::NoLiquidation);
        let is_of_liquidation = matches!(self.request.cover.peril, Peril::Liquidation(_) | Peril::Gap(_));
        let longest = self.request.longest_gap_ms.to_ms();
        let counts = !is_of_liquidation && self.request.cover.peril.trigger().is_some() && ms > self.from;
        let missing = missing_from(&self.evidence.path, self.from, ms, longest).filter(|_| counts);
        if missing.is_some() {
            self.tell(ClaimReasonCode::MissingPrices, missing);
        } else {
            self.tell(ClaimReasonCode::NotTriggered, None);
        }
        self.tell(code, Some(ms));
        if missing.is_some() { Verdict::CannotSay } else { Verdict::No }
    }

    fn contradicted(&mut self, ms: i64) {
        let is_told = self.reasons.iter().any(|reason| reason.code == ClaimReasonCode::EvidenceDisagrees);
        if !is_told {
            self.tell(ClaimReasonCode::EvidenceDisagrees, Some(ms));
        }
    }
}

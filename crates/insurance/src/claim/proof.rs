//! What proves a liquidation: the mark, the venue's own word, or both.
//!
//! | proof | the mark reaches the level | the venue liquidates | verdict |
//! |---|---|---|---|
//! | `mark` | yes | whatever is told | `yes`; that nothing was liquidated is told beside it |
//! | `venue_event` | whatever is seen | yes | `yes`; a price that is seen not to have come near is a contradiction for a person |
//! | `both` | yes | within the time that counts as seen | `yes` |
//! | `both` | yes | not, and the events are complete | `cannot_say`: the evidence contradicts itself |
//! | `both` | yes | not, and the events are not complete | `cannot_say`: events are missing |
//! | `both` | yes | not, or later, after the holder changed the account | `no`, or `yes` by the later one: the change explains it |
//!
//! Whatever the proof, a liquidation well before the mark, or at a price at which nothing is lost, goes to a person; one in the waiting period at
//! which the mark had reached the level is a "no": the account was gone when the watch began.

use hashinsight_market::Reference;
use hashinsight_units::Verdict;

use super::case::{Case, Found};
use super::replay::{Touch, missing_from};
use super::{AccountChange, AccountEvent, ClaimReasonCode, VenueLiquidation};
use crate::cover::{Alteration, CoveredAccount, LiquidationProof};

/// A liquidation as it is told: instant, fill and reference.
pub(super) type Told = (i64, VenueLiquidation, Reference);

impl Case<'_> {
    /// Liquidations of the covered contract, or of one of the covered account, by the venue of the trigger.
    pub(super) fn liquidations(&self) -> Vec<Told> {
        let cover = &self.request.cover;
        let Some(trigger) = cover.peril.trigger() else { return Vec::new() };
        let is_covered = |told: &VenueLiquidation| match &cover.account {
            CoveredAccount::Account(account) => {
                account.contracts.iter().any(|contract| contract.instrument == told.instrument)
            }
            _ => told.instrument == trigger.instrument,
        };
        let told = self.evidence.events.iter().filter_map(|event| match event.event {
            AccountEvent::Liquidated(told) if told.venue == trigger.venue && is_covered(&told) => {
                Some((event.time_ms.to_ms(), told, event.reference))
            }
            _ => None,
        });
        told.collect()
    }

    /// Those within the watch.
    pub(super) fn watched_liquidations(&self) -> Vec<Told> {
        let mut told = self.liquidations();
        told.retain(|(ms, ..)| (self.from..self.until).contains(ms));
        told
    }

    pub(super) fn proof(&self) -> LiquidationProof {
        self.request.cover.terms.liquidation_proof.unwrap_or(LiquidationProof::Both)
    }

    /// A liquidation whose mark reached its level.
    pub(super) fn liquidated(&mut self, touch: Touch) -> (Verdict, Option<Found>) {
        let longest = self.request.longest_gap_ms.to_ms();
        let latest = touch.ms + longest;
        let earliest = if touch.ms - longest > self.from { touch.ms - longest } else { self.from };
        let starts = self.request.cover.terms.starts_ms.to_ms();
        let told: Vec<Told> = self.liquidations().into_iter().filter(|(ms, ..)| *ms >= starts).collect();
        // The account was gone before any price reached the level, or the fill lost nothing.
        let early = told.iter().find(|(ms, ..)| *ms < earliest).map(|(ms, ..)| *ms);
        let odd = told.iter().find(|(ms, fill, _)| *ms >= earliest && self.gains_at(fill)).map(|(ms, ..)| *ms);
        let near: Vec<&Told> = told.iter().filter(|(ms, ..)| (earliest..=latest).contains(ms)).collect();
        let late = told.iter().find(|(ms, ..)| *ms > latest && *ms < self.until);
        if let Some(ms) = early.filter(|_| near.is_empty() && late.is_none())
            && self.gone_while_waiting(ms)
        {
            self.tell(ClaimReasonCode::NotTriggered, None);
            self.tell(ClaimReasonCode::WaitingPeriod, Some(ms));
            return (Verdict::No, None);
        }
        let mut events: Vec<Reference> = near.iter().map(|(.., reference)| *reference).collect();
        if near.is_empty() && early.is_none() {
            match self.proof() {
                LiquidationProof::Mark if late.is_none() && self.knows_events_until(latest) => {
                    self.tell(ClaimReasonCode::NoLiquidation, Some(touch.ms));
                }
                LiquidationProof::Mark | LiquidationProof::VenueEvent => {}
                LiquidationProof::Both if self.evidence.conflict_ms.is_some() => return (Verdict::CannotSay, None),
                LiquidationProof::Both => {
                    let altered = self.altered_before(touch.ms);
                    match late {
                        Some((.., reference)) if altered.is_some() => events.push(*reference),
                        Some((ms, ..)) => return self.open(ClaimReasonCode::EvidenceDisagrees, *ms),
                        None if !self.knows_events_until(latest) => {
                            return self.open(ClaimReasonCode::MissingEvents, touch.ms);
                        }
                        None => match altered {
                            Some(ms) => return self.explained(ms, touch.ms),
                            None => return self.open(ClaimReasonCode::EvidenceDisagrees, touch.ms),
                        },
                    }
                }
            }
        }
        let closed = match self.proof() {
            LiquidationProof::Both => self.closed_before_liquidation(touch.ms),
            LiquidationProof::Mark | LiquidationProof::VenueEvent => None,
        };
        if let Some(ms) = early.or(odd).or(closed) {
            self.tell(ClaimReasonCode::EvidenceDisagrees, Some(ms));
        }
        (Verdict::Yes, Some(Found { ms: touch.ms, touch: Some(touch), fill: None, lost: None, events }))
    }

    /// A liquidation by the word of its venue. `touch` is the first mark that reached the level.
    pub(super) fn by_event(&mut self, touch: Option<&Touch>) -> (Verdict, Option<Found>) {
        let Some(&(ms, fill, reference)) = self.watched_liquidations().first() else {
            let waiting = self.liquidations().first().map(|(ms, ..)| *ms);
            return (self.without(ClaimReasonCode::MissingEvents, waiting), None);
        };
        let longest = self.request.longest_gap_ms.to_ms();
        let seen = missing_from(&self.evidence.path, self.from, ms, longest).is_none();
        let near = touch.is_some_and(|touch| touch.ms <= ms + longest);
        if (seen && !near) || self.gains_at(&fill) {
            self.tell(ClaimReasonCode::EvidenceDisagrees, Some(ms));
        }
        (Verdict::Yes, Some(Found { ms, touch: None, fill: Some(fill), lost: None, events: vec![reference] }))
    }

    /// Whether mark and venue agree that the account was liquidated before the watch began: nothing was left to be liquidated in it.
    fn gone_while_waiting(&self, told: i64) -> bool {
        let longest = self.request.longest_gap_ms.to_ms();
        let reached = self.touched_while_waiting();
        told < self.from
            && self.evidence.conflict_ms.is_none()
            && reached.is_some_and(|reached| (reached - longest..=reached + longest).contains(&told))
    }

    /// Nobody can say yet.
    fn open(&mut self, code: ClaimReasonCode, ms: i64) -> (Verdict, Option<Found>) {
        self.tell(code, Some(ms));
        (Verdict::CannotSay, None)
    }

    /// The venue did not liquidate, as the holder had changed the account.
    fn explained(&mut self, ms: i64, touched: i64) -> (Verdict, Option<Found>) {
        if self.evidence.conflict_ms.is_some() {
            return (Verdict::CannotSay, None);
        }
        self.tell(ClaimReasonCode::NotTriggered, None);
        if self.request.cover.terms.alteration == Alteration::Void {
            self.tell(ClaimReasonCode::Altered, Some(ms));
        } else if let Some(closed) = self.closed_before(touched) {
            self.tell(ClaimReasonCode::AccountClosed, Some(closed));
        }
        (Verdict::No, None)
    }

    /// Instant after another at which the holder closed the account, where the venue liquidates it later still: one of them did not.
    fn closed_before_liquidation(&self, ms: i64) -> Option<i64> {
        let gone = self.liquidated_ms()?;
        let is_closed = |event: &AccountEvent| match event {
            AccountEvent::Altered(altered) => altered.change == AccountChange::Closed,
            _ => false,
        };
        let mut closed =
            self.evidence.events.iter().filter(|event| is_closed(&event.event)).map(|event| event.time_ms.to_ms());
        closed.find(|at| (ms + 1..gone).contains(at))
    }

    /// First change of the account by its holder up to an instant.
    fn altered_before(&self, ms: i64) -> Option<i64> {
        let gone = self.liquidated_ms();
        let mut events = self.evidence.events.iter().filter(|event| matches!(event.event, AccountEvent::Altered(_)));
        let first = events.next().map(|event| event.time_ms.to_ms())?;
        (first <= ms && gone.is_none_or(|gone| first < gone)).then_some(first)
    }

    /// Whether the covered position has lost nothing at the fill of a liquidation.
    fn gains_at(&self, told: &VenueLiquidation) -> bool {
        match &self.request.cover.account {
            CoveredAccount::Position(position) => position.loss_at(told.fill_price.get()) <= 0.0,
            _ => false,
        }
    }
}

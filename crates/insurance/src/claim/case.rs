//! Whether a cover was triggered, when, and what is open.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::Reference;
use hashinsight_units::{Decimal, Timestamp, Verdict};

use super::replay::{Evidence, Touch, Watch, missing_from};
use super::{AccountEvent, ClaimReason, ClaimReasonCode, ClaimRequest, VenueLiquidation};
use crate::cover::{CoveredAccount, FrozenTerms, LiquidationProof, Peril, estimate};

/// What the replay found.
pub(super) struct Found {
    pub(super) ms: i64,
    /// Price that reached a level; `None` where an event triggered.
    pub(super) touch: Option<Touch>,
    /// Fill of a liquidation.
    pub(super) fill: Option<VenueLiquidation>,
    /// Loss in a default, as far as it is known.
    pub(super) lost: Option<Decimal>,
    pub(super) events: Vec<Reference>,
}

/// All that a judgement looks at.
pub(super) struct Case<'a> {
    pub(super) request: &'a ClaimRequest,
    pub(super) frozen: &'a FrozenTerms,
    pub(super) evidence: Evidence,
    /// Whether the equity of an account in several coins decides.
    pub(super) several: bool,
    pub(super) from: i64,
    /// End of the watch: expiry, or the instant of the claim.
    pub(super) until: i64,
    pub(super) reasons: Vec<ClaimReason>,
}

impl Case<'_> {
    pub(super) fn tell(&mut self, code: ClaimReasonCode, ms: Option<i64>) {
        let time_ms = ms.and_then(|ms| Timestamp::from_ms(ms).ok());
        self.reasons.push(ClaimReason { code, time_ms, cause: None });
    }

    fn watch(&self) -> Watch<'_> {
        let levels = self.frozen.levels.as_slice();
        match (&self.request.cover.peril, &self.request.cover.account) {
            (Peril::LossThreshold(loss), CoveredAccount::Position(position)) => {
                Watch::Loss { levels, position, threshold: loss.threshold.get() }
            }
            (Peril::Drawdown(drawdown), _) => Watch::Fall(drawdown.fall.get()),
            _ if self.several => Watch::Excess,
            _ => Watch::Levels(levels),
        }
    }

    /// Whether the events are complete before an instant.
    pub(super) fn knows_events_until(&self, ms: i64) -> bool {
        self.request.events_until_ms.is_some_and(|until| until.to_ms() >= ms)
    }

    pub(super) fn replay(&mut self) -> (Verdict, Option<Found>) {
        if let Some(ms) = self.evidence.conflict_ms {
            self.tell(ClaimReasonCode::ConflictingEvents, Some(ms));
        }
        if let Peril::ExchangeDefault(default) = self.request.cover.peril {
            // The first one: after a default nothing is left that another could take.
            let told = self.evidence.events.iter().find_map(|event| match event.event {
                AccountEvent::Defaulted(told) if told.venue == default.venue => {
                    let ms = event.time_ms.to_ms();
                    Some(Found { ms, touch: None, fill: None, lost: told.lost, events: vec![event.reference] })
                }
                _ => None,
            });
            let first = told.as_ref().map(|told| told.ms);
            let Some(found) = told.filter(|told| (self.from..self.until).contains(&told.ms)) else {
                return (self.without(ClaimReasonCode::MissingEvents, first), None);
            };
            // More than stood there contradicts the cover.
            if found.lost.is_some_and(|lost| estimate(lost) > self.frozen.margin) {
                self.tell(ClaimReasonCode::EvidenceDisagrees, Some(found.ms));
            }
            return (Verdict::Yes, Some(found));
        }
        let touch = self.watch().first(&self.evidence.path, self.from, self.until, &self.evidence);
        if matches!(self.request.cover.peril, Peril::Liquidation(_)) && self.proof() == LiquidationProof::VenueEvent {
            return self.by_event(touch.as_ref());
        }
        let Some(touch) = touch else {
            return (self.untouched(), None);
        };
        if matches!(self.request.cover.peril, Peril::Liquidation(_)) {
            return self.liquidated(touch);
        }
        if matches!(self.request.cover.peril, Peril::LossThreshold(_)) && !self.knows_events_until(touch.ms) {
            // Funding that is not told may have been received.
            self.tell(ClaimReasonCode::MissingEvents, Some(touch.ms));
            return (Verdict::CannotSay, None);
        }
        if matches!(self.request.cover.peril, Peril::Gap(_)) {
            let earliest = touch.ms - self.request.longest_gap_ms.to_ms();
            let told = self.watched_liquidations().into_iter().find(|(ms, ..)| *ms >= earliest);
            let Some((ms, fill, reference)) = told else {
                let waiting = self.liquidations().first().map(|(ms, ..)| *ms);
                return (self.without(ClaimReasonCode::MissingEvents, waiting), None);
            };
            let beyond = self.frozen.bankruptcy_price.is_some_and(|bankruptcy| match touch.level {
                Some(level) if level.side == BarrierSide::Up => fill.fill_price.get() > bankruptcy,
                _ => fill.fill_price.get() < bankruptcy,
            });
            if !beyond {
                self.tell(ClaimReasonCode::NotTriggered, Some(ms));
                return (Verdict::No, None);
            }
            let found = Found { ms, touch: Some(touch), fill: Some(fill), lost: None, events: vec![reference] };
            return (Verdict::Yes, Some(found));
        }
        (Verdict::Yes, Some(Found { ms: touch.ms, touch: Some(touch), fill: None, lost: None, events: Vec::new() }))
    }

    /// A "no" that stands on complete events; beside it stands the first event, if it came before the watch.
    pub(super) fn without(&mut self, open: ClaimReasonCode, first: Option<i64>) -> Verdict {
        if self.evidence.conflict_ms.is_some() {
            return Verdict::CannotSay;
        }
        let known = self.knows_events_until(self.until - 1);
        self.tell(if known { ClaimReasonCode::NotTriggered } else { open }, None);
        let starts = self.request.cover.terms.starts_ms.to_ms();
        if let Some(ms) = first.filter(|ms| (starts..self.from).contains(ms)) {
            self.tell(ClaimReasonCode::WaitingPeriod, Some(ms));
        }
        if known { Verdict::No } else { Verdict::CannotSay }
    }

    /// First price of the waiting period that would have triggered.
    pub(super) fn touched_while_waiting(&self) -> Option<i64> {
        let starts = self.request.cover.terms.starts_ms.to_ms();
        self.watch().first(&self.evidence.path, starts, self.from, &self.evidence).map(|touch| touch.ms)
    }

    /// No price triggered: whether that is known, and what stands beside it.
    fn untouched(&mut self) -> Verdict {
        let Self { from, until, .. } = *self;
        let end = self.request.cover.terms.expires_ms.to_ms();
        let first = |points: &[(i64, f64)], from: i64, until: i64| {
            self.watch().first(points, from, until, &self.evidence).map(|touch| touch.ms)
        };
        let disputed = first(&self.evidence.disputed, from, until);
        let waiting = self.touched_while_waiting();
        let after = first(&self.evidence.path, end, i64::MAX);
        let other = first(&self.evidence.others, from, until);
        let venue = matches!(self.request.cover.peril, Peril::Liquidation(_) | Peril::Gap(_));
        let liquidated = self.watched_liquidations().first().map(|(ms, ..)| *ms).filter(|_| venue);
        let missing = missing_from(&self.evidence.path, from, until, self.request.longest_gap_ms.to_ms());
        let counts_funding = matches!(self.request.cover.peril, Peril::LossThreshold(_));
        let untold = (counts_funding && !self.knows_events_until(until - 1)).then_some(until - 1);
        let open = [
            (ClaimReasonCode::MissingEvents, untold),
            (ClaimReasonCode::ConflictingPrices, disputed),
            (ClaimReasonCode::EvidenceDisagrees, liquidated),
            (ClaimReasonCode::MissingPrices, missing),
        ];
        let mut is_open = self.evidence.conflict_ms.is_some() && counts_funding;
        for (code, ms) in open {
            if ms.is_some() {
                self.tell(code, ms);
                is_open = true;
            }
        }
        if !is_open {
            self.tell(ClaimReasonCode::NotTriggered, None);
        }
        let beside = [
            (ClaimReasonCode::WaitingPeriod, waiting),
            (ClaimReasonCode::AfterExpiry, after),
            (ClaimReasonCode::OtherPrice, other),
        ];
        for (code, ms) in beside {
            if ms.is_some() {
                self.tell(code, ms);
            }
        }
        if is_open { Verdict::CannotSay } else { Verdict::No }
    }
}

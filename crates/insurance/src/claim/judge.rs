//! The judgement: what speaks against payment, what is lost and what is paid.

use hashinsight_units::{At, Decimal, Error, ExchangeRate, Money, Problem, Rounding, Timestamp};

use super::case::{Case, Found};
use super::loss::loss_of;
use super::payout_file::is_same;
use super::replay::{Evidence, missing_from};
use super::{
    AccountChange, AccountEvent, Claim, ClaimDecision, ClaimReason, ClaimReasonCode, ClaimRequest, ClaimState,
    TriggerEvidence,
};
use crate::cover::{Alteration, Exclusion, PaymentTime, Terms};
use crate::quote::Converted;
use crate::refuse::tell;

/// A claim, judged by the terms that were frozen when its cover was sold.
///
/// Evidence is replayed in the order of time, in whatever order it is told; what is told twice counts once. A price at or beyond a level
/// triggers within `starts + waiting <= t < expires`. An account in several coins is triggered where its equity meets its requirement at the marks
/// of all of its coins, none of them older than `longest_gap_ms`.
///
/// A liquidation is proved by the mark that reaches the level **and** by the venue's own, within `longest_gap_ms` of it, unless the terms name
/// another proof ([`LiquidationProof`](crate::cover::LiquidationProof)). A venue whose events are complete and that did not liquidate contradicts the
/// mark: `cannot_say`, and a review. What the holder changed before explains it: then nothing was liquidated.
///
/// Levels are those of the sale, and funding moves none of them; a loss threshold is a loss with funding, and counts it. Prices that are missing for longer than `longest_gap_ms` leave a "no" open, never a "yes".
///
/// ```
/// use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
/// use hashinsight_insurance::claim::{
///     AccountEvent, ClaimDecision, ClaimEvent, ClaimReasonCode, ClaimRequest, PriceSeries, VenueLiquidation, VerifyClaimRequest, claim,
///     verify_claim,
/// };
/// use hashinsight_insurance::cover::{
///     Basis, Cover, CoveredAccount, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// };
/// use hashinsight_market::Interval;
/// use hashinsight_units::{AssetPrice, Collateral, Fraction, Quantity, Timestamp, Verdict};
/// let price = |price| AssetPrice::new(price).unwrap();
/// let position = CoveredPosition::new(
///     Venue::BinanceUsdm,
///     "BTCUSDT".parse()?,
///     "BTC".parse()?,
///     "USDT".parse()?,
///     Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, price(60_000.0)),
///     MarginMode::Isolated { margin: Collateral::new(3_000.0)? },
///     MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
/// );
/// let mark = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// let at = |hours: i64| Timestamp::from_ms(1_780_272_000_000 + hours * 3_600_000).unwrap();
/// let half = CoveredSum::Fraction { of_loss: "0.5".parse().unwrap() };
/// let terms = Terms::new(at(0), at(168), half, Basis::Indemnity, "USDT".parse()?);
/// let cover = Cover::new("C-1".parse()?, CoveredAccount::Position(position), Peril::Liquidation(mark), terms);
/// // The level is 54,216.87.
/// let marks = PriceSeries::new(mark, vec![at(2), at(1)], vec![price(54_200.0), price(57_000.0)]);
/// let filled = VenueLiquidation::new("binance_usdm".parse()?, "BTCUSDT".parse()?, price(54_190.0));
/// let told = ClaimEvent::new("L-1".parse()?, at(2), AccountEvent::Liquidated(filled));
/// let request = ClaimRequest::new("K-1".parse()?, cover, at(3), Interval::HOUR).prices(vec![marks]).events_until_ms(at(3));
/// let judged = claim(&request.clone().events(vec![told]))?;
/// assert_eq!((judged.triggered, judged.triggered_ms), (Verdict::Yes, Some(at(2))));
/// assert_eq!(judged.decision, ClaimDecision::Pay);
/// assert_eq!(judged.payout.as_ref().unwrap().money.to_string(), "1500.00 USDT");
/// assert!(verify_claim(&VerifyClaimRequest::new(judged))?.holds);
/// // The same mark, and a venue that did not liquidate.
/// let contradicted = claim(&request)?;
/// assert_eq!((contradicted.triggered, contradicted.decision), (Verdict::CannotSay, ClaimDecision::Review));
/// assert_eq!(contradicted.reasons[0].code, ClaimReasonCode::EvidenceDisagrees);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Cover::frozen`](crate::cover::Cover::frozen); `insurance.price.length` for columns of two lengths;
/// `insurance.time_ms.out_of_range` for evidence later than the claim's instant; `insurance.paid.out_of_range` and `lost` for amounts that
/// are none; `insurance.currency.unsupported` for a rate of another currency than that of settlement.
pub fn claim(request: &ClaimRequest) -> Result<Claim, Error> {
    let frozen = request.cover.frozen().at("cover")?;
    let Terms { expires_ms, .. } = request.cover.terms;
    let moving = request.cover.moving_account().at("cover")?.filter(|account| account.coins().len() > 1);
    let evidence = Evidence::of(request, request.cover.peril.trigger(), moving.as_ref())?;
    let until = if request.as_of_ms < expires_ms { request.as_of_ms.to_ms() + 1 } else { expires_ms.to_ms() };
    let from = request.cover.terms.watched_from_ms();
    let several = moving.is_some();
    let mut case = Case { request, frozen: &frozen, evidence, several, from, until, reasons: Vec::new() };
    let (triggered, found) = case.replay();
    let (triggered, found) = case.if_it_stood(triggered, found);
    if let Some(found) = &found {
        case.against(found);
    }
    case.duplicates();
    let loss = match &found {
        Some(found) => loss_of(&request.cover, &frozen, found, &case.evidence)?,
        None => None,
    };
    // What is refused anyway needs no figure.
    if found.is_some() && loss.is_none() && decide(&case.reasons) == ClaimDecision::Pay {
        case.tell(ClaimReasonCode::MissingLoss, None);
    }
    let items = loss.map(|loss| request.cover.pays(loss.total));
    let converted = match &items {
        Some(items) => case.converted(items.payout).at("settle_rate")?,
        None => None,
    };
    let decision = decide(&case.reasons);
    let reasons = case.reasons;
    let pays = decision == ClaimDecision::Pay;
    let time = |ms: i64| Timestamp::from_ms(ms);
    let due = found.as_ref().map(|found| match request.cover.terms.payment {
        PaymentTime::AtTrigger => time(found.ms),
        PaymentTime::AtExpiry => Ok(expires_ms),
    });
    Ok(Claim {
        triggered,
        triggered_ms: found.as_ref().map(|found| time(found.ms)).transpose()?,
        evidence: found.map(|found| TriggerEvidence {
            price: found.touch.filter(|_| moving.is_none()).map(|touch| touch.price),
            excess: found.touch.filter(|_| moving.is_some()).map(|touch| touch.price),
            level: found.touch.and_then(|touch| touch.level.map(|level| level.price).or(touch.running)),
            side: found.touch.and_then(|touch| touch.level.map(|level| level.side)),
            events: found.events,
        }),
        decision,
        reasons,
        loss,
        items,
        payout: converted.filter(|_| pays),
        due_ms: due.transpose()?.filter(|_| pays),
        request: request.clone(),
        frozen,
    })
}

/// A second claim is refused whatever the evidence; what is open goes to a person before what speaks against payment counts.
fn decide(reasons: &[ClaimReason]) -> ClaimDecision {
    use ClaimReasonCode as Code;
    let has = |codes: &[Code]| reasons.iter().any(|reason| codes.contains(&reason.code));
    let open = [
        Code::MissingPrices,
        Code::MissingEvents,
        Code::MissingLoss,
        Code::MissingRate,
        Code::ConflictingPrices,
        Code::ConflictingEvents,
        Code::EvidenceDisagrees,
    ];
    if has(&[Code::Duplicate]) {
        ClaimDecision::Reject
    } else if has(&open) {
        ClaimDecision::Review
    } else if has(&[Code::NotTriggered, Code::Altered, Code::ExcludedCause]) {
        ClaimDecision::Reject
    } else {
        ClaimDecision::Pay
    }
}

impl Case<'_> {
    /// What speaks against the payment of a cover that was triggered.
    fn against(&mut self, found: &Found) {
        let terms = &self.request.cover.terms;
        let mut told: Vec<ClaimReason> = Vec::new();
        let gone = self.liquidated_ms();
        for event in self.evidence.events.iter().filter(|event| event.time_ms.to_ms() <= found.ms) {
            let (cause, until) = match event.event {
                AccountEvent::Altered(_) if gone.is_some_and(|gone| event.time_ms.to_ms() >= gone) => continue,
                AccountEvent::Altered(altered) => {
                    if terms.alteration == Alteration::Void {
                        let code = ClaimReasonCode::Altered;
                        told.push(ClaimReason { code, time_ms: Some(event.time_ms), cause: None });
                    }
                    match altered.change {
                        AccountChange::Closed => (Exclusion::HolderClosed, None),
                        AccountChange::MarginWithdrawn => (Exclusion::MarginWithdrawn, None),
                        _ => continue,
                    }
                }
                AccountEvent::Cause(held) => (held.cause, held.until_ms),
                _ => continue,
            };
            if terms.exclusions.contains(&cause) && until.is_none_or(|until| found.ms <= until.to_ms()) {
                let code = ClaimReasonCode::ExcludedCause;
                told.push(ClaimReason { code, time_ms: Some(event.time_ms), cause: Some(cause) });
            }
        }
        let Self { from, ref evidence, frozen, .. } = *self;
        let longest = self.request.longest_gap_ms.to_ms();
        let missing = missing_from(&evidence.path, from, found.ms, longest).filter(|_| found.touch.is_some());
        // Two levels that do not pay the same: what is not seen may have reached the other one first.
        let unequal = frozen.levels.windows(2).any(|pair| pair[0].loss != pair[1].loss);
        let is_missing = missing.is_some() && (unequal || !told.is_empty());
        let is_incomplete = told.is_empty() && !self.knows_events_until(found.ms);
        self.reasons.extend(told);
        if is_missing {
            self.tell(ClaimReasonCode::MissingPrices, missing);
        }
        if is_incomplete {
            self.tell(ClaimReasonCode::MissingEvents, Some(found.ms));
        }
    }

    fn duplicates(&mut self) {
        let request = self.request;
        let is_second = request.earlier.iter().any(|earlier| {
            let for_the_same = is_same(earlier.cover, request.cover.reference) && earlier.state != ClaimState::Rejected;
            is_same(earlier.reference, request.reference) || for_the_same
        });
        if is_second {
            self.tell(ClaimReasonCode::Duplicate, None);
        }
    }

    /// The payout in the currency of settlement, to 8 digits; `None` where its rate is not known.
    fn converted(&mut self, payout: Decimal) -> Result<Option<Converted>, Error> {
        let terms = &self.request.cover.terms;
        let money = Money::new(payout, terms.currency);
        let Some(wanted) = terms.settle_currency.filter(|wanted| *wanted != terms.currency) else {
            return Ok(Some(Converted { money, rate: None }));
        };
        let Some(told) = self.request.settle_rate else {
            if decide(&self.reasons) == ClaimDecision::Pay {
                self.tell(ClaimReasonCode::MissingRate, None);
            }
            return Ok(None);
        };
        if told.currency != wanted {
            let allowed = format!("{wanted}, the currency of settlement");
            return Err(tell("currency", Problem::Unsupported, told.currency, allowed));
        }
        let rate = ExchangeRate::new(terms.currency, wanted, told.per_unit, told.time_ms)?;
        Ok(Some(Converted { money: money.convert(&rate, 8, Rounding::TowardZero)?, rate: Some(told) }))
    }
}

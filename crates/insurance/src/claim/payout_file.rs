//! What is to be paid, as a file that two others release.
//!
//! Whoever assessed a claim, or put the file together, does not approve it, and nobody twice. An approval names what it approves, the number of
//! payments and their sums, so that one of another file is none of this. What is paid stands in the claims themselves, which are judged again.
//! Letter case makes no other person, claim or cover.

use hashinsight_market::Reference;
use hashinsight_units::{At, Error, Money, Order, Problem, Record, Timestamp};

use super::{Claim, ClaimDecision, VerifyClaimRequest, verify_claim};
use crate::refuse::tell;

/// Approvals that release a file.
const NEEDED: usize = 2;
/// Most payments of a file: sums of so many are exact.
const MOST: usize = 10_000;

/// Claim that is to be paid.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutOrder {
    /// Claim as it was judged, all of it.
    pub claim: Claim,
    /// Account that is paid, by the reference that the payer knows it by.
    #[record(example = "W-000031")]
    pub payee: Reference,
    /// Person who assessed the claim.
    #[record(example = "assessor-2")]
    pub assessed_by: Reference,
}

/// Approval of a file.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutApproval {
    /// Person who approves.
    #[record(example = "treasurer-1")]
    pub by: Reference,
    /// Time of the approval, in Unix milliseconds UTC.
    #[record(example = 1780880400000)]
    pub at_ms: Timestamp,
    /// Number of payments that are approved.
    #[record(example = 1)]
    pub payments: u32,
    /// Sums that are approved, one of each currency.
    pub totals: Vec<Money>,
}

/// Inputs of [`payout_file`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutFileRequest {
    /// Reference of the file.
    #[record(example = "P-2026-000009")]
    pub reference: Reference,
    /// Person who put the file together.
    #[record(example = "clerk-4")]
    pub prepared_by: Reference,
    /// Time at which the file was put together, in Unix milliseconds UTC.
    #[record(example = 1780880000000)]
    pub prepared_ms: Timestamp,
    /// Claims that are to be paid, in any order.
    pub orders: Vec<PayoutOrder>,
    /// Approvals so far, in any order.
    #[record(default = Vec::new())]
    pub approvals: Vec<PayoutApproval>,
}

/// State of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum PayoutFileState {
    /// Fewer than two approve it: nothing may be paid.
    AwaitsApproval,
    /// Two approve it.
    Released,
}

/// Payment of a file.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PayoutLine {
    /// Reference of the claim.
    pub claim: Reference,
    /// Reference of the cover.
    pub cover: Reference,
    /// Account that is paid.
    pub payee: Reference,
    /// Payout, in the currency of settlement.
    pub amount: Money,
    /// Instant from which the payout is due, in Unix milliseconds UTC.
    pub due_ms: Timestamp,
}

/// Result of [`payout_file`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PayoutFile {
    /// Reference of the file.
    pub reference: Reference,
    /// State of the file.
    pub state: PayoutFileState,
    /// Approvals that are missing.
    pub approvals_missing: u32,
    /// Time at which the second approval released the file, in Unix milliseconds UTC. Absent: it is not released.
    pub released_ms: Option<Timestamp>,
    /// Payments, by the reference of their claims.
    pub payments: Vec<PayoutLine>,
    /// Sums of the payments, one of each currency by its name.
    pub totals: Vec<Money>,
    /// File as lines of comma-separated values with a header. Absent: it is not released.
    pub csv: Option<String>,
}

/// The payments of claims that were accepted, released by two approvals. References that differ in letter case alone name the same person, claim or cover.
///
/// ```
/// use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
/// use hashinsight_derivatives::pricing::BarrierSide;
/// use hashinsight_insurance::claim::{
///     ClaimRequest, PayoutApproval, PayoutFileRequest, PayoutFileState, PayoutOrder, PriceSeries, claim, payout_file,
/// };
/// use hashinsight_insurance::cover::{
///     Basis, Cover, CoveredAccount, CoveredLevel, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// };
/// use hashinsight_market::Interval;
/// use hashinsight_units::{AssetPrice, Collateral, Fraction, Money, Quantity, Timestamp};
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
/// let at = |hours: i64| Timestamp::from_ms(1_780_272_000_000 + hours * 3_600_000).unwrap();
/// let mark = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// let sum = CoveredSum::Fixed { amount: "250".parse().unwrap() };
/// let terms = Terms::new(at(0), at(168), sum, Basis::Valued, "USDT".parse()?);
/// let level = Peril::PriceLevel(CoveredLevel::new(mark, BarrierSide::Down, price(55_000.0)));
/// let cover = Cover::new("C-1".parse()?, CoveredAccount::Position(position), level, terms);
/// let marks = PriceSeries::new(mark, vec![at(1), at(2)], vec![price(57_000.0), price(54_990.0)]);
/// let asked = ClaimRequest::new("K-1".parse()?, cover, at(3), Interval::HOUR).prices(vec![marks]).events_until_ms(at(3));
/// let order = PayoutOrder::new(claim(&asked)?, "W-1".parse()?, "ann".parse()?);
/// let file = PayoutFileRequest::new("P-1".parse()?, "clerk".parse()?, at(4), vec![order]);
/// let sum = vec![Money::new("250".parse().unwrap(), "USDT".parse()?)];
/// let approved = |by: &str| PayoutApproval::new(by.parse().unwrap(), at(5), 1, sum.clone());
/// let one = payout_file(&file.clone().approvals(vec![approved("cid")]))?;
/// assert_eq!((one.state, one.approvals_missing), (PayoutFileState::AwaitsApproval, 1));
/// let both = payout_file(&file.approvals(vec![approved("cid"), approved("dan")]))?;
/// assert_eq!(both.state, PayoutFileState::Released);
/// assert!(both.csv.unwrap().ends_with("P-1,K-1,C-1,W-1,250.00,USDT,1780279200000\n"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.orders.insufficient_data` for none, and `length` for more than 10,000; at an order `claim.unsupported` for one that is not paid or is not what
/// its request leads to, `claim.several` for a second payment of a claim or a cover, `due_ms.out_of_range` for one that is not due yet; at an approval
/// `by.unsupported` for someone who put the file together or assessed one of its claims, `by.several` for a second one of a person,
/// `at_ms.out_of_range` for one before the file was there, `payments.unsupported` and `totals.unsupported` for one of another file; those of
/// [`verify_claim`].
pub fn payout_file(request: &PayoutFileRequest) -> Result<PayoutFile, Error> {
    let PayoutFileRequest { orders, prepared_ms, .. } = request;
    if orders.is_empty() {
        return Err(crate::refuse::insufficient("orders", 0, "one claim"));
    }
    if orders.len() > MOST {
        return Err(tell("orders", Problem::Length, orders.len(), format!("at most {MOST}")));
    }
    let mut payments: Vec<PayoutLine> = Vec::with_capacity(orders.len());
    for (index, order) in orders.iter().enumerate() {
        let line = line(order, *prepared_ms).index(index).at("orders")?;
        let is_second = |other: &PayoutLine| is_same(other.claim, line.claim) || is_same(other.cover, line.cover);
        if payments.iter().any(is_second) {
            let allowed = "one payment of each claim, and of each cover";
            return Err(tell("claim", Problem::Several, line.claim, allowed)).index(index).at("orders");
        }
        payments.push(line);
    }
    payments.order_by(|a, b| a.claim.as_str().cmp(b.claim.as_str()));
    let totals = totals(&payments)?;
    for (index, approval) in request.approvals.iter().enumerate() {
        check(request, index, approval, payments.len(), &totals).index(index).at("approvals")?;
    }
    let mut times: Vec<Timestamp> = request.approvals.iter().map(|approval| approval.at_ms).collect();
    times.order_by(Ord::cmp);
    let released_ms = times.get(NEEDED - 1).copied();
    let state = if released_ms.is_some() { PayoutFileState::Released } else { PayoutFileState::AwaitsApproval };
    let csv = released_ms.map(|_| csv(request.reference, &payments));
    #[expect(clippy::cast_possible_truncation, reason = "at most two")]
    let approvals_missing = NEEDED.saturating_sub(times.len()) as u32;
    Ok(PayoutFile { reference: request.reference, state, approvals_missing, released_ms, payments, totals, csv })
}

/// Whether two references name the same person, claim or cover: they are ASCII, and letter case tells none apart.
pub(super) fn is_same(a: Reference, b: Reference) -> bool {
    a.as_str().eq_ignore_ascii_case(b.as_str())
}

fn line(order: &PayoutOrder, prepared: Timestamp) -> Result<PayoutLine, Error> {
    let PayoutOrder { claim, payee, .. } = order;
    let (Some(payout), Some(due_ms), ClaimDecision::Pay) = (&claim.payout, claim.due_ms, claim.decision) else {
        return Err(tell("claim", Problem::Unsupported, claim.request.reference, "a claim that is paid"));
    };
    if !verify_claim(&VerifyClaimRequest::new(claim.clone()))?.holds {
        let allowed = "a claim as it was judged: what it says does not follow from its request";
        return Err(tell("claim", Problem::Unsupported, claim.request.reference, allowed));
    }
    if due_ms > prepared {
        let allowed = format!("at most prepared_ms, {}", prepared.to_ms());
        return Err(tell("due_ms", Problem::OutOfRange, due_ms.to_ms(), allowed)).at("claim");
    }
    let (reference, cover) = (claim.request.reference, claim.request.cover.reference);
    Ok(PayoutLine { claim: reference, cover, payee: *payee, amount: payout.money, due_ms })
}

/// Sums by currency.
fn totals(payments: &[PayoutLine]) -> Result<Vec<Money>, Error> {
    let mut totals: Vec<Money> = Vec::new();
    for payment in payments {
        match totals.iter_mut().find(|total| total.currency() == payment.amount.currency()) {
            Some(total) => *total = total.try_add(payment.amount)?,
            None => totals.push(payment.amount),
        }
    }
    totals.order_by(|a, b| a.currency().as_str().cmp(b.currency().as_str()));
    Ok(totals)
}

fn check(
    request: &PayoutFileRequest,
    index: usize,
    approval: &PayoutApproval,
    payments: usize,
    totals: &[Money],
) -> Result<(), Error> {
    let PayoutApproval { by, at_ms, .. } = approval;
    let assessed = request.orders.iter().any(|order| is_same(order.assessed_by, *by));
    if assessed || is_same(request.prepared_by, *by) {
        let allowed = "someone who neither put the file together nor assessed one of its claims";
        return Err(tell("by", Problem::Unsupported, by, allowed));
    }
    if request.approvals[..index].iter().any(|other| is_same(other.by, *by)) {
        return Err(tell("by", Problem::Several, by, "each person once"));
    }
    if *at_ms < request.prepared_ms {
        let allowed = format!("at least prepared_ms, {}", request.prepared_ms.to_ms());
        return Err(tell("at_ms", Problem::OutOfRange, at_ms.to_ms(), allowed));
    }
    if approval.payments as usize != payments {
        return Err(tell(
            "payments",
            Problem::Unsupported,
            approval.payments,
            format!("{payments}, those of the file"),
        ));
    }
    let is_approved = |total: &Money| approval.totals.contains(total);
    if approval.totals.len() != totals.len() || !totals.iter().all(is_approved) {
        let told = |totals: &[Money]| totals.iter().map(Money::to_string).collect::<Vec<String>>().join(", ");
        return Err(tell("totals", Problem::Unsupported, told(&approval.totals), told(totals)));
    }
    Ok(())
}

/// References hold nothing that a field of such a file would have to quote.
fn csv(reference: Reference, payments: &[PayoutLine]) -> String {
    let mut csv = "file,claim,cover,payee,amount,currency,due_ms\n".to_owned();
    for PayoutLine { claim, cover, payee, amount, due_ms } in payments {
        let (money, due) = (amount.amount().to_string(), due_ms.to_ms().to_string());
        let fields = [reference.as_str(), claim.as_str(), cover.as_str(), payee.as_str(), &money];
        csv.push_str(&fields.join(","));
        for field in [amount.currency().as_str(), &due] {
            csv.push(',');
            csv.push_str(field);
        }
        csv.push('\n');
    }
    csv
}

//! The desk: policies and claims from state to state, and a fund that books what they cost.

use hashinsight::derivatives::Measure;
use hashinsight::insurance::book::{BookCover, BookLossReport, BookLossRequest, BookMarket, book_loss};
use hashinsight::insurance::claim::{
    Actor, BarClaim, BarClaimRequest, Claim, ClaimDecision, ClaimRequest, ClaimState, Machine, PolicyState,
    VerifyClaimRequest, Wanted, claim, claim_by_bars, legal_move, verify_claim,
};
use hashinsight::insurance::cover::{Cover, PriceKind};
use hashinsight::insurance::fund::{
    ClaimClosed, ClaimPaid, ClaimReported, CoverSold, FundCash, FundEntry, FundEvent, FundPolicy, FundPositionReport,
    FundPositionRequest, fund_position,
};
use hashinsight::insurance::quote::{Decision, Quote, VerifyQuoteRequest, verify_quote};
use hashinsight::market::Interval;
use hashinsight::units::record::Word;
use hashinsight::units::{Collateral, Error, Fault, Fraction, Money, Problem, Rate, Timestamp};

use crate::days::{Days, Morning, mark};
use crate::minutes::synthetic_minutes;

/// A cover that was sold.
pub(crate) struct Policy {
    pub(crate) quote: Quote,
    state: PolicyState,
    since: Timestamp,
}

/// A claim that was judged.
pub(crate) struct Judged {
    pub(crate) policy: Policy,
    pub(crate) found: BarClaim,
    as_of: Timestamp,
}

pub(crate) struct Desk {
    policy: FundPolicy,
    events: Vec<FundEvent>,
}

/// What must be the same when it is computed again.
fn holds(what: &'static str, same: bool) -> Result<(), Error> {
    let fault = Fault::new("desk.verify", Problem::None).at(what).got(same).allowed("the same bits");
    if same { Ok(()) } else { Err(fault.into()) }
}

/// A move that the machine allows, or its refusal.
fn step<S: Machine>(state: S, since: Timestamp, to: S, by: Actor, at: Timestamp) -> Result<S, Error> {
    legal_move(&Wanted { state, since, to, by, reason: Some("judged by bars"), at }).map(|_| to)
}

impl Desk {
    pub(crate) fn open(capital: &str, at: Timestamp) -> Result<Self, Error> {
        let seed = FundEvent::new(at, FundEntry::Capital(FundCash::new(capital.parse()?)));
        Ok(Self { policy: FundPolicy::new("USDT".parse()?), events: vec![seed] })
    }

    /// Sells what is offered: the premium is paid, the cover is in force, the fund has the money.
    pub(crate) fn sell(&mut self, quotes: &[Quote]) -> Result<Vec<Policy>, Error> {
        let mut sold = Vec::new();
        for quote in quotes.iter().filter(|quote| quote.decision == Decision::Offer) {
            holds("quote", verify_quote(&VerifyQuoteRequest::new(quote.clone()))?.holds)?;
            let Cover { reference, terms, .. } = &quote.request.cover;
            let now = quote.request.market.time_ms;
            let paid = step(PolicyState::Quoted, now, PolicyState::Paid, Actor::Holder, now)?;
            let active = step(paid, now, PolicyState::Active, Actor::Insurer, now)?;
            let Some(payable) = &quote.payable else { continue };
            let sum = quote.maximum_payout.money;
            let entry = CoverSold::new(*reference, payable.money, sum, terms.starts_ms, terms.expires_ms)
                .hit_probability(Fraction::new(quote.price.hit_probability)?);
            let entry = match (quote.frozen.levels.first(), mark()?.instrument) {
                (Some(level), instrument) => {
                    let barrier = hashinsight::units::AssetPrice::new(level.price)?;
                    entry.instrument(instrument).side(level.side).barrier(barrier)
                }
                (None, _) => entry,
            };
            self.events.push(FundEvent::new(now, FundEntry::Premium(entry)));
            sold.push(Policy { quote: quote.clone(), state: active, since: now });
        }
        Ok(sold)
    }

    /// The loss of the covers that one price triggers, all together: they hang on one path.
    pub(crate) fn book(sold: &[Policy], morning: &Morning) -> Result<BookLossReport, Error> {
        let instrument = mark()?.instrument;
        let row = |policy: &Policy| -> Option<Result<BookCover, Error>> {
            let terms = &policy.quote.request.cover.terms;
            let level = policy.quote.frozen.levels.first()?;
            let made = || {
                let barrier = hashinsight::units::AssetPrice::new(level.price)?;
                let sum: Collateral = level.payout.to_string().parse()?;
                Ok(BookCover::new(instrument, level.side, barrier, sum, terms.starts_ms, terms.expires_ms))
            };
            Some(made())
        };
        let covers = sold.iter().filter_map(row).collect::<Result<_, Error>>()?;
        let spot = morning.market.spot;
        let market = BookMarket::new(instrument, spot, Rate::new(0.0)?, morning.volatility);
        book_loss(&BookLossRequest::new(covers, market, morning.market.time_ms, Measure::RiskNeutral))
    }

    /// Replays the days since the sale, in both orders of low and high.
    pub(crate) fn replay(sold: &[Policy], days: &Days, morning: &Morning) -> Result<Vec<Judged>, Error> {
        let judge = |policy: &Policy| {
            let cover = &policy.quote.request.cover;
            let (now, ends) = (morning.market.time_ms, cover.terms.expires_ms);
            let as_of = if ends < now { ends } else { now };
            let bars = days.bars(cover.terms.starts_ms, as_of)?;
            let reference = format!("K-{}", cover.reference).parse()?;
            let claim = ClaimRequest::new(reference, cover.clone(), as_of, Interval::DAY).events_until_ms(as_of);
            let found = claim_by_bars(&BarClaimRequest::new(claim, PriceKind::Mark, bars))?;
            for claim in [&found.low_first, &found.high_first] {
                holds("claim", verify_claim(&VerifyClaimRequest::new(claim.clone()))?.holds)?;
            }
            let policy = Policy { quote: policy.quote.clone(), state: policy.state, since: policy.since };
            Ok(Judged { policy, found, as_of: now })
        };
        sold.iter().map(judge).collect()
    }

    /// What the claims would be on an invented minute path within the bars of the days. Nothing is booked by it.
    pub(crate) fn invented(judged: &[Judged], days: &Days, seed: u64) -> Result<Vec<Claim>, Error> {
        let by_minutes = |judged: &Judged| {
            let own = &judged.found.low_first.request;
            let bars = days.bars(own.cover.terms.starts_ms, own.as_of_ms)?;
            let reference = format!("{}-synthetic", own.reference).parse()?;
            let told = ClaimRequest::new(reference, own.cover.clone(), own.as_of_ms, Interval::from_ms(120_000)?);
            claim(&told.prices(vec![synthetic_minutes(&bars, seed)?]).events_until_ms(own.as_of_ms))
        };
        judged.iter().map(by_minutes).collect()
    }

    /// Pays what is to be paid, reserves what a person must judge, and lets the rest run on or expire.
    pub(crate) fn settle(&mut self, judged: &[Judged]) -> Result<(), Error> {
        for Judged { policy, found, as_of } in judged {
            let (cover, at) = (&policy.quote.request.cover, *as_of);
            let name = found.low_first.request.reference;
            let mut book = |entry| self.events.push(FundEvent::new(at, entry));
            match found.decision {
                ClaimDecision::Pay => {
                    let Some(payout) = &found.payout else { continue };
                    let verified = step(ClaimState::Reported, at, ClaimState::Verified, Actor::Assessor, at)?;
                    let assessed = step(verified, at, ClaimState::Assessed, Actor::Assessor, at)?;
                    step(policy.state, policy.since, PolicyState::Claimed, Actor::Assessor, at)?;
                    book(FundEntry::Report(ClaimReported::new(name, cover.reference, payout.money)));
                    step(assessed, at, ClaimState::Paid, Actor::Insurer, at)?;
                    book(FundEntry::Payment(ClaimPaid::new(name, payout.money)));
                    book(FundEntry::Close(ClaimClosed::new(name)));
                }
                ClaimDecision::Review => {
                    let most = Money::new(found.low_first.frozen.maximum_payout, cover.terms.currency);
                    book(FundEntry::Report(ClaimReported::new(name, cover.reference, most)));
                }
                ClaimDecision::Reject if cover.terms.expires_ms <= at => {
                    step(policy.state, policy.since, PolicyState::Expired, Actor::Insurer, at)?;
                }
                ClaimDecision::Reject => {}
            }
        }
        Ok(())
    }

    /// Where the fund stands, at the price of the morning.
    pub(crate) fn position(&self, morning: &Morning) -> Result<FundPositionReport, Error> {
        let now = morning.market.time_ms;
        fund_position(&FundPositionRequest::new(self.policy, self.events.clone(), now))
    }
}

/// Word of a state or a decision.
pub(crate) fn word<T: Word>(value: T) -> &'static str {
    value.word()
}

//! The ledger of a fund: events in, exact sums out.
//!
//! ```text
//! cash = capital - withdrawn + premiums - refunds - expenses - claims paid
//! ```
//!
//! A fund never creates or loses money, and never pays what it has not: a payment beyond its cash is refused.

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_market::Reference;
use hashinsight_numerics::state::impossible;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{Currency, Decimal, Error, Fraction, Money, Problem, Record, Rounding, Timestamp};

use super::account::{Claim, Cover, FundState, Stage, Trigger};
use super::event::{ClaimPaid, ClaimReported, ClaimReserved, CoverRefund, CoverSold, FundEntry, FundEvent};
use crate::refuse::tell;

/// Rules of a fund.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundPolicy {
    /// Currency of the fund, as USDT.
    #[record(example = "USDT")]
    pub currency: Currency,
    /// Decimal places of estimates that are booked: unearned premiums, expected claims.
    #[record(range = 0..=12, default = 2)]
    pub places: u32,
    /// Rounding of estimates that are booked: what a fund owes is rounded up.
    #[record(default = Rounding::Ceiling)]
    pub rounding: Rounding,
}

/// What a fund holds and owes after an event. All amounts are in the currency of the fund.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundLine {
    /// Instant of the event, in Unix milliseconds UTC.
    pub time_ms: Timestamp,
    /// Cash.
    pub cash: Decimal,
    /// Outstanding claims: case reserves of those that are reported and not paid.
    pub outstanding: Decimal,
    /// Unreported claims: sums insured of covers that are triggered and without a claim.
    pub unreported: Decimal,
}

/// A fund, one event at a time.
///
/// ```
/// use hashinsight_insurance::fund::{Fund, FundCash, FundEntry, FundEvent, FundPolicy};
/// use hashinsight_numerics::stream::Stream;
/// use hashinsight_units::Timestamp;
/// let mut fund = Fund::open(&FundPolicy::new("USDT".parse()?))?;
/// let start = Timestamp::from_ms(1_780_272_000_000)?;
/// let seed = FundEntry::Capital(FundCash::new("100000.50 USDT".parse()?));
/// assert_eq!(fund.update(&FundEvent::new(start, seed))?.cash.to_string(), "100000.5");
/// let much = FundEntry::Expense(FundCash::new("100000.51 USDT".parse()?));
/// assert!(fund.update(&FundEvent::new(start, much)).is_err()); // it has not so much
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Fund {
    policy: FundPolicy,
    state: FundState,
}

impl Stream for Fund {
    const PATH: &'static str = "insurance.fund";
    type Params = FundPolicy;
    type State = FundState;
    type Event = FundEvent;
    type Output = FundLine;

    fn resume(params: &FundPolicy, state: FundState) -> Result<Self, Error> {
        params.check()?;
        if state.is_possible() { Ok(Self { policy: *params, state }) } else { Err(impossible("sums")) }
    }

    fn parts(&self) -> (&FundPolicy, &FundState) {
        (&self.policy, &self.state)
    }

    fn update(&mut self, event: &FundEvent) -> Result<FundLine, Error> {
        let time = event.time_ms.to_ms();
        if time < self.state.time_ms {
            let allowed = format!("not before the event before, {}", self.state.time_ms);
            return Err(tell("time_ms", Problem::OutOfRange, time, allowed));
        }
        let (name, done) = match &event.entry {
            FundEntry::Capital(cash) => ("capital", self.capital(cash.value)),
            FundEntry::Withdrawal(cash) => ("withdrawal", self.withdraw(cash.value)),
            FundEntry::Expense(cash) => ("expense", self.expense(cash.value)),
            FundEntry::Premium(sold) => ("premium", self.sell(sold, event.time_ms)),
            FundEntry::Refund(refund) => ("refund", self.refund(refund)),
            FundEntry::Trigger(cover) => ("trigger", self.trigger(cover.cover)),
            FundEntry::Report(report) => ("report", self.report(report)),
            FundEntry::Reserve(reserve) => ("reserve", self.reserve(reserve)),
            FundEntry::Payment(payment) => ("payment", self.pay(payment)),
            FundEntry::Close(claim) => ("close", self.close(claim.claim)),
        };
        done.map_err(|error| error.at(name).at("entry"))?;
        self.state.time_ms = time;
        let sums = &self.state.sums;
        Ok(FundLine {
            time_ms: event.time_ms,
            cash: sums.cash,
            outstanding: sums.outstanding,
            unreported: sums.unreported,
        })
    }
}

/// Every entry changes the state only once nothing can fail any more.
impl Fund {
    /// The exact sum, or a refusal.
    fn sum(&self, a: Decimal, b: Decimal) -> Result<Decimal, Error> {
        let money = |amount| Money::new(amount, self.policy.currency);
        Ok(money(a).try_add(money(b))?.amount())
    }

    /// Money of the fund's currency from 0 on; above 0 unless it may be nothing.
    fn amount(&self, field: &str, money: Money, may_be_zero: bool) -> Result<Decimal, Error> {
        let amount = money.amount();
        if money.currency() != self.policy.currency {
            let allowed = self.policy.currency.to_string();
            return Err(tell(field, Problem::Unsupported, money.currency(), allowed));
        }
        if amount < Decimal::ZERO || (amount.is_zero() && !may_be_zero) {
            return Err(tell(field, Problem::OutOfRange, money, if may_be_zero { "0 or more" } else { "above 0" }));
        }
        Ok(amount)
    }

    /// Cash once so much has gone.
    fn cash_without(&self, amount: Decimal) -> Result<Decimal, Error> {
        let cash = self.state.sums.cash;
        if amount > cash {
            return Err(tell("value", Problem::OutOfRange, amount, format!("at most the cash, {cash}")));
        }
        self.sum(cash, -amount)
    }

    fn capital(&mut self, value: Money) -> Result<(), Error> {
        let amount = self.amount("value", value, false)?;
        let (cash, capital) = (self.sum(self.state.sums.cash, amount)?, self.sum(self.state.sums.capital, amount)?);
        (self.state.sums.cash, self.state.sums.capital) = (cash, capital);
        Ok(())
    }

    fn withdraw(&mut self, value: Money) -> Result<(), Error> {
        let amount = self.amount("value", value, false)?;
        let (cash, gone) = (self.cash_without(amount)?, self.sum(self.state.sums.withdrawn, amount)?);
        (self.state.sums.cash, self.state.sums.withdrawn) = (cash, gone);
        Ok(())
    }

    fn expense(&mut self, value: Money) -> Result<(), Error> {
        let amount = self.amount("value", value, false)?;
        let (cash, gone) = (self.cash_without(amount)?, self.sum(self.state.sums.expenses, amount)?);
        (self.state.sums.cash, self.state.sums.expenses) = (cash, gone);
        Ok(())
    }

    fn sell(&mut self, sold: &CoverSold, time: Timestamp) -> Result<(), Error> {
        let CoverSold { cover, value, sum_insured, inception_ms, expiry_ms, hit_probability, .. } = *sold;
        if self.state.covers.contains_key(&cover) {
            return Err(tell("cover", Problem::Several, cover, "a name that no other cover has"));
        }
        let (premium, sum_insured) =
            (self.amount("value", value, false)?, self.amount("sum_insured", sum_insured, false)?);
        let start = if time > inception_ms { time } else { inception_ms };
        if expiry_ms <= start {
            let allowed = format!("after inception and sale, {}", start.to_ms());
            return Err(tell("expiry_ms", Problem::OutOfRange, expiry_ms.to_ms(), allowed));
        }
        if hit_probability.is_some_and(|probability| probability.get() == 0.0) {
            return Err(tell("hit_probability", Problem::OutOfRange, 0, "above 0, at most 1"));
        }
        let trigger = match (sold.instrument, sold.side, sold.barrier) {
            (Some(instrument), Some(side), Some(barrier)) => {
                Some(Trigger { instrument, is_up: side == BarrierSide::Up, barrier: barrier.get() })
            }
            (None, None, None) => None,
            _ => {
                let allowed = "instrument, side and barrier together, or none of them";
                return Err(tell("barrier", Problem::Missing, cover, allowed));
            }
        };
        let (cash, premiums) = (self.sum(self.state.sums.cash, premium)?, self.sum(self.state.sums.premiums, premium)?);
        (self.state.sums.cash, self.state.sums.premiums) = (cash, premiums);
        let row = Cover {
            stage: Stage::Open,
            premium,
            sum_insured,
            trigger,
            inception_ms: inception_ms.to_ms(),
            expiry_ms: expiry_ms.to_ms(),
            hit_probability: hit_probability.map(Fraction::get),
        };
        self.state.covers.insert(cover, row);
        Ok(())
    }

    /// A cover in one of these stages.
    fn cover(&self, name: Reference, stages: &[Stage], allowed: &str) -> Result<&Cover, Error> {
        match self.state.covers.get(&name) {
            None => Err(tell("cover", Problem::Unknown, name, "a cover that was sold")),
            Some(cover) if stages.contains(&cover.stage) => Ok(cover),
            Some(_) => Err(tell("cover", Problem::Unsupported, name, allowed)),
        }
    }

    fn stage(&mut self, name: Reference, stage: Stage) {
        if let Some(cover) = self.state.covers.get_mut(&name) {
            cover.stage = stage;
        }
    }

    fn refund(&mut self, refund: &CoverRefund) -> Result<(), Error> {
        let allowed = "a cover that is neither triggered, claimed nor ended";
        let premium = self.cover(refund.cover, &[Stage::Open], allowed)?.premium;
        let amount = self.amount("value", refund.value, true)?;
        if amount > premium {
            return Err(tell("value", Problem::OutOfRange, refund.value, format!("at most the premium, {premium}")));
        }
        let (cash, refunds) = (self.cash_without(amount)?, self.sum(self.state.sums.refunds, amount)?);
        (self.state.sums.cash, self.state.sums.refunds) = (cash, refunds);
        self.stage(refund.cover, Stage::Ended);
        Ok(())
    }

    fn trigger(&mut self, name: Reference) -> Result<(), Error> {
        let allowed = "a cover that is neither triggered, claimed nor ended";
        let sum = self.cover(name, &[Stage::Open], allowed)?.sum_insured;
        self.state.sums.unreported = self.sum(self.state.sums.unreported, sum)?;
        self.stage(name, Stage::Triggered);
        Ok(())
    }

    fn report(&mut self, report: &ClaimReported) -> Result<(), Error> {
        let ClaimReported { claim, cover, reserve } = *report;
        if self.state.claims.contains_key(&claim) {
            return Err(tell("claim", Problem::Several, claim, "a name that no other claim has"));
        }
        let allowed = "a cover that is neither claimed nor ended";
        let found = self.cover(cover, &[Stage::Open, Stage::Triggered], allowed)?;
        let (stage, limit) = (found.stage, found.sum_insured);
        let reserve = self.within("reserve", reserve, Decimal::ZERO, limit)?;
        let outstanding = self.sum(self.state.sums.outstanding, reserve)?;
        let unreported = match stage {
            Stage::Triggered => self.sum(self.state.sums.unreported, -limit)?,
            _ => self.state.sums.unreported,
        };
        (self.state.sums.outstanding, self.state.sums.unreported) = (outstanding, unreported);
        self.state.claims.insert(claim, Claim { cover, is_open: true, reserve, paid: Decimal::ZERO });
        self.stage(cover, Stage::Claimed);
        Ok(())
    }

    /// A reserve that, with what is paid, does not exceed the sum insured.
    fn within(&self, field: &str, reserve: Money, paid: Decimal, limit: Decimal) -> Result<Decimal, Error> {
        let amount = self.amount(field, reserve, true)?;
        let room = self.sum(limit, -paid)?;
        if amount > room {
            let allowed = format!("at most what is left of the sum insured, {room}");
            return Err(tell(field, Problem::OutOfRange, reserve, allowed));
        }
        Ok(amount)
    }

    /// A claim that is open, and the sum insured of its cover.
    fn claim(&self, name: Reference) -> Result<(Claim, Decimal), Error> {
        match self.state.claims.get(&name) {
            None => Err(tell("claim", Problem::Unknown, name, "a claim that was reported")),
            Some(claim) if !claim.is_open => Err(tell("claim", Problem::Unsupported, name, "a claim that is open")),
            Some(claim) => {
                let limit = self.state.covers.get(&claim.cover).map_or(Decimal::ZERO, |cover| cover.sum_insured);
                Ok((claim.clone(), limit))
            }
        }
    }

    fn reserve(&mut self, reserved: &ClaimReserved) -> Result<(), Error> {
        let (claim, limit) = self.claim(reserved.claim)?;
        let reserve = self.within("reserve", reserved.reserve, claim.paid, limit)?;
        let others = self.sum(self.state.sums.outstanding, -claim.reserve)?;
        self.state.sums.outstanding = self.sum(others, reserve)?;
        self.state.claims.insert(reserved.claim, Claim { reserve, ..claim });
        Ok(())
    }

    fn pay(&mut self, payment: &ClaimPaid) -> Result<(), Error> {
        let (claim, _) = self.claim(payment.claim)?;
        let amount = self.amount("value", payment.value, false)?;
        if amount > claim.reserve {
            let allowed = format!("at most the reserve, {}: more is reserved first", claim.reserve);
            return Err(tell("value", Problem::OutOfRange, payment.value, allowed));
        }
        let cash = self.cash_without(amount)?;
        let (reserve, paid) = (self.sum(claim.reserve, -amount)?, self.sum(claim.paid, amount)?);
        let (outstanding, claims_paid) =
            (self.sum(self.state.sums.outstanding, -amount)?, self.sum(self.state.sums.claims_paid, amount)?);
        let sums = &mut self.state.sums;
        (sums.cash, sums.outstanding, sums.claims_paid) = (cash, outstanding, claims_paid);
        self.state.claims.insert(payment.claim, Claim { reserve, paid, ..claim });
        Ok(())
    }

    fn close(&mut self, name: Reference) -> Result<(), Error> {
        let (claim, _) = self.claim(name)?;
        self.state.sums.outstanding = self.sum(self.state.sums.outstanding, -claim.reserve)?;
        self.state.claims.insert(name, Claim { reserve: Decimal::ZERO, is_open: false, ..claim });
        Ok(())
    }
}

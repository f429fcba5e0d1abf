//! Where a fund stands: what it owes, what is free, and whether that is enough.
//!
//! ```text
//! unearned premium    in proportion to time:   premium * (expiry - t) / (expiry - inception)
//!                     by remaining risk:       premium * P(touch from t on) / P(touch at the sale), at most the premium
//! premium deficiency  = expected claims of the covers in force - unearned premium, if above 0
//! free capital        = cash - unearned - deficiency - outstanding - unreported - risk margin
//! solvency ratio      = free capital / required capital
//! ```

use std::collections::BTreeMap;

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{FirstPassage, HitProbabilityRequest, hit_probability};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_market::Instrument;
use hashinsight_numerics::stream::Stream;
use hashinsight_units::{
    AssetPrice, At, Collateral, Decimal, Error, Money, Outcome, Problem, Record, Timestamp, Years,
};

use super::account::{Cover, Stage, Trigger};
use super::event::FundEvent;
use super::ledger::{Fund, FundLine, FundPolicy};
use crate::book::{BookCover, BookMarket};
use crate::refuse::tell;

/// Digits of an estimate that is booked, before it is rounded to the places of the policy.
const ESTIMATE_PLACES: u32 = 12;

/// How a premium is earned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum UnearnedBasis {
    /// In proportion to time.
    ProRata,
    /// By the probability of a touch that remains, at the prices of the markets, over that at the sale: what was sold as a risk of 27 % and
    /// has come down to 3 % is earned by eight ninths.
    RemainingRisk,
}

/// Inputs of [`fund_position`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundPositionRequest {
    /// Rules of the fund.
    pub policy: FundPolicy,
    /// Events of the fund, in order.
    pub events: Vec<FundEvent>,
    /// Instant of the valuation, in Unix milliseconds UTC; not before the last event.
    #[record(example = 1_780_444_800_000)]
    pub time_ms: Timestamp,
    /// Prices of the instruments at that instant, and how they move; without jumps. Without those of a cover in force nothing is said of
    /// expected claims.
    #[record(default = Vec::new())]
    pub markets: Vec<BookMarket>,
    /// How premiums are earned.
    #[record(default = UnearnedBasis::ProRata)]
    pub unearned: UnearnedBasis,
    /// Claims that neither ledger nor price has shown yet, by an estimate such as that of `insurance.reserve`. Absent: nothing.
    pub unreported_estimate: Option<Money>,
    /// Risk margin, such as that of `insurance.risk_margin`. Absent: nothing.
    pub risk_margin: Option<Money>,
    /// Capital that the fund must hold, such as the value at risk of `insurance.book_loss`. Absent: no solvency ratio.
    pub required_capital: Option<Money>,
}

/// Result of [`fund_position`]. All amounts are in the currency of the fund.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundPositionReport {
    /// Cash: what came in less what went out.
    pub cash: Decimal,
    /// Capital that the owners put in.
    pub capital: Decimal,
    /// Capital that the owners took out.
    pub withdrawn: Decimal,
    /// Premiums received.
    pub premiums: Decimal,
    /// Premiums paid back.
    pub refunds: Decimal,
    /// Expenses paid.
    pub expenses: Decimal,
    /// Claims paid.
    pub claims_paid: Decimal,
    /// Number of covers that can still be triggered.
    pub covers_in_force: u64,
    /// Sum insured of the covers that can still be triggered.
    pub sum_insured_in_force: Decimal,
    /// Unearned premium in proportion to time.
    pub unearned_pro_rata: Decimal,
    /// Unearned premium by the remaining risk. Absent: a market, a barrier or the probability of a sale is missing.
    pub unearned_remaining_risk: Option<Decimal>,
    /// Expected claims of the covers in force, each watched from the valuation on. Absent: a market is missing, or no single price triggers one.
    pub expected_claims: Option<Decimal>,
    /// Unearned premium on the basis of the request.
    pub unearned: Decimal,
    /// Premium deficiency: expected claims beyond the unearned premium. Absent: a market is missing.
    pub premium_deficiency: Option<Decimal>,
    /// Outstanding claims: case reserves.
    pub outstanding: Decimal,
    /// Unreported claims: sums insured of covers that are triggered and without a claim, and the estimate of the request.
    pub unreported: Decimal,
    /// Risk margin of the request.
    pub risk_margin: Decimal,
    /// Free capital: cash less everything owed. Below 0: the fund owes more than it has.
    pub free_capital: Decimal,
    /// Earned premium: premiums less refunds and unearned.
    pub earned: Decimal,
    /// Loss ratio: claims paid, outstanding and unreported, over earned premium. `undefined` where none is earned.
    pub loss_ratio: Outcome,
    /// Solvency ratio: free capital over required capital. `unbounded` where none is required. Absent: the request names none.
    pub solvency_ratio: Option<Outcome>,
    /// What the fund held and owed after each event.
    pub lines: Vec<FundLine>,
}

/// A premium, what is left of it and what it is expected to cost.
struct Share {
    pro_rata: Decimal,
    remaining_risk: Option<Decimal>,
    expected: Option<Decimal>,
}

/// Where a fund stands at an instant, from its events.
///
/// ```
/// use hashinsight_insurance::fund::{CoverSold, FundCash, FundEntry, FundEvent, FundPolicy, FundPositionRequest, fund_position};
/// use hashinsight_units::Timestamp;
/// let day = |days: i64| Timestamp::from_ms(1_780_272_000_000 + days * 86_400_000);
/// let seed = FundEntry::Capital(FundCash::new("10000 USDT".parse()?));
/// let sold = FundEntry::Premium(CoverSold::new(
///     "P-1".parse()?,
///     "560 USDT".parse()?,
///     "1500 USDT".parse()?,
///     day(0)?,
///     day(7)?,
/// ));
/// let events = vec![FundEvent::new(day(0)?, seed), FundEvent::new(day(0)?, sold)];
/// let report = fund_position(&FundPositionRequest::new(FundPolicy::new("USDT".parse()?), events, day(4)?))?;
/// assert_eq!(report.unearned.to_string(), "240"); // three days of seven
/// assert_eq!(report.free_capital.to_string(), "10320");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`Fund`] refuses, at `events[i]`; `insurance.time_ms.out_of_range` for a valuation before the last event; `insurance.unearned.unsupported`
/// for a basis that what is known does not allow; `insurance.jumps.unsupported`, `insurance.instrument.several` for a market twice.
pub fn fund_position(request: &FundPositionRequest) -> Result<FundPositionReport, Error> {
    let mut fund = Fund::open(&request.policy).at("policy")?;
    let mut lines = Vec::with_capacity(request.events.len());
    for (index, event) in request.events.iter().enumerate() {
        lines.push(fund.update(event).index(index).at("events")?);
    }
    let (policy, state) = fund.parts();
    let now = request.time_ms;
    if now.to_ms() < state.time_ms {
        let allowed = format!("not before the last event, {}", state.time_ms);
        return Err(tell("time_ms", Problem::OutOfRange, now.to_ms(), allowed));
    }
    let markets = markets(&request.markets)?;
    let money = |amount: Decimal| Money::new(amount, policy.currency);
    let given = |field: &str, money: Option<Money>| match money {
        Some(money) if money.currency() != policy.currency => {
            Err(tell(field, Problem::Unsupported, money.currency(), policy.currency.to_string()))
        }
        Some(money) if money.amount() < Decimal::ZERO => Err(tell(field, Problem::OutOfRange, money, "0 or more")),
        given => Ok(given.map_or(Decimal::ZERO, Money::amount)),
    };
    let add = |a: Decimal, b: Decimal| Ok::<_, Error>(money(a).try_add(money(b))?.amount());

    let (mut covers_in_force, mut sum_insured_in_force, mut unearned_pro_rata) = (0, Decimal::ZERO, Decimal::ZERO);
    let (mut unearned_remaining_risk, mut expected_claims) = (Some(Decimal::ZERO), Some(Decimal::ZERO));
    for cover in state.covers.values().filter(|cover| is_in_force(cover, now)) {
        let market = cover.trigger.and_then(|trigger| Some((trigger, markets.get(&trigger.instrument)?)));
        let share = share(cover, now, market, policy)?;
        covers_in_force += 1;
        sum_insured_in_force = add(sum_insured_in_force, cover.sum_insured)?;
        unearned_pro_rata = add(unearned_pro_rata, share.pro_rata)?;
        let both =
            |sum: Option<Decimal>, more: Option<Decimal>| sum.zip(more).map(|(sum, more)| add(sum, more)).transpose();
        unearned_remaining_risk = both(unearned_remaining_risk, share.remaining_risk)?;
        expected_claims = both(expected_claims, share.expected)?;
    }
    let unearned = match (request.unearned, unearned_remaining_risk) {
        (UnearnedBasis::ProRata, _) => unearned_pro_rata,
        (UnearnedBasis::RemainingRisk, Some(unearned)) => unearned,
        (UnearnedBasis::RemainingRisk, None) => {
            let allowed = "a market and a probability at the sale for every cover in force, or pro_rata";
            return Err(tell("unearned", Problem::Unsupported, "remaining_risk", allowed));
        }
    };
    let premium_deficiency = match expected_claims {
        Some(expected) if expected > unearned => Some(add(expected, -unearned)?),
        Some(_) => Some(Decimal::ZERO),
        None => None,
    };
    let sums = &state.sums;
    let risk_margin = given("risk_margin", request.risk_margin)?;
    let unreported = add(sums.unreported, given("unreported_estimate", request.unreported_estimate)?)?;
    let owed = [unearned, premium_deficiency.unwrap_or_default(), sums.outstanding, unreported, risk_margin];
    let free_capital = owed.into_iter().try_fold(sums.cash, |free, part| add(free, -part))?;
    let earned = add(add(sums.premiums, -sums.refunds)?, -unearned)?;
    let incurred = add(add(sums.claims_paid, sums.outstanding)?, unreported)?;
    let solvency_ratio = match request.required_capital {
        None => None,
        required => {
            let required = given("required_capital", required)?;
            let ratio = || Outcome::of(estimate(free_capital) / estimate(required));
            Some(if required.is_zero() { Outcome::Unbounded } else { ratio() })
        }
    };
    Ok(FundPositionReport {
        cash: sums.cash,
        capital: sums.capital,
        withdrawn: sums.withdrawn,
        premiums: sums.premiums,
        refunds: sums.refunds,
        expenses: sums.expenses,
        claims_paid: sums.claims_paid,
        covers_in_force,
        sum_insured_in_force,
        unearned_pro_rata,
        unearned_remaining_risk,
        expected_claims,
        unearned,
        premium_deficiency,
        outstanding: sums.outstanding,
        unreported,
        risk_margin,
        free_capital,
        earned,
        loss_ratio: if earned > Decimal::ZERO {
            Outcome::of(estimate(incurred) / estimate(earned))
        } else {
            Outcome::Undefined { reason: "no premium is earned" }
        },
        solvency_ratio,
        lines,
    })
}

impl Fund {
    /// The covers that can still be triggered at an instant, as a book: sums insured and premiums become estimates.
    ///
    /// # Errors
    /// Sums beyond what a book holds; `insurance.barrier.missing` for a cover that no single price triggers.
    pub fn in_force(&self, time: Timestamp) -> Result<Vec<BookCover>, Error> {
        let row = |cover: &Cover| {
            let Some(trigger) = cover.trigger else {
                return Err(tell("barrier", Problem::Missing, "", "covers that one price triggers"));
            };
            let [inception, expiry] = [cover.inception_ms, cover.expiry_ms].map(Timestamp::from_ms);
            let barrier = AssetPrice::new(trigger.barrier)?;
            let sum = Collateral::new(estimate(cover.sum_insured)).at("sum_insured")?;
            let row = BookCover::new(trigger.instrument, trigger.side(), barrier, sum, inception?, expiry?);
            Ok(row.premium(Collateral::new(estimate(cover.premium)).at("premium")?))
        };
        self.parts().1.covers.values().filter(|cover| is_in_force(cover, time)).map(row).collect()
    }
}

fn is_in_force(cover: &Cover, time: Timestamp) -> bool {
    cover.stage == Stage::Open && cover.expiry_ms > time.to_ms()
}

fn markets(markets: &[BookMarket]) -> Result<BTreeMap<Instrument, BookMarket>, Error> {
    let mut found = BTreeMap::new();
    for (row, market) in markets.iter().enumerate() {
        let fault = |field, problem, allowed| {
            Err(tell(field, problem, market.instrument, allowed).at(format!("markets[{row}]")))
        };
        if market.jumps != JumpModel::None {
            return fault("jumps", Problem::Unsupported, "none");
        }
        if found.insert(market.instrument, *market).is_some() {
            return fault("instrument", Problem::Several, "one market per instrument");
        }
    }
    Ok(found)
}

/// What is left of a premium, and what the cover is expected to cost.
fn share(
    cover: &Cover,
    now: Timestamp,
    market: Option<(Trigger, &BookMarket)>,
    policy: &FundPolicy,
) -> Result<Share, Error> {
    let round = |amount: Decimal| Money::new(amount, policy.currency).round(policy.places, policy.rounding).amount();
    let (begin, now_ms) = (cover.inception_ms, now.to_ms());
    let from = if now_ms > begin { now_ms } else { begin };
    let too_large = |amount: Decimal| tell("value", Problem::OutOfRange, amount, "sums of at most 15 digits");
    let of = |amount: Decimal, part: Decimal| amount.checked_mul(part).map(round).ok_or_else(|| too_large(amount));
    // The product first, so that three days of seven of 560 are 240 and no rounded quotient more.
    let [left, whole] = [cover.expiry_ms - from, cover.expiry_ms - begin].map(Decimal::from);
    let time = cover.premium.checked_mul(left).and_then(|product| product.checked_div(whole)).map(round);
    let pro_rata = time.ok_or_else(|| too_large(cover.premium))?;
    let Some((trigger, market)) = market else {
        return Ok(Share { pro_rata, remaining_risk: None, expected: None });
    };
    let years = (cover.expiry_ms - now_ms) as f64 / crate::book::MS_PER_YEAR;
    let BookMarket { spot, drift_per_year, volatility, .. } = *market;
    let barrier = AssetPrice::new(trigger.barrier)?;
    let passage = FirstPassage::new(spot, barrier, trigger.side(), Years::new(years)?, drift_per_year, volatility);
    let remaining = hit_probability(&HitProbabilityRequest::new(passage, Measure::RealWorld)).probability;
    let risk = cover.hit_probability.map(|sold| if remaining < sold { remaining / sold } else { 1.0 });
    Ok(Share {
        pro_rata,
        remaining_risk: risk.map(|risk| of(cover.premium, fraction(risk))).transpose()?,
        expected: Some(of(cover.sum_insured, fraction(remaining))?),
    })
}

/// A fraction as a decimal of 12 places.
fn fraction(value: f64) -> Decimal {
    #[expect(clippy::cast_possible_truncation, reason = "0 to 10^12")]
    let units = (value * 1e12).ceil() as i64;
    Decimal::new(units, ESTIMATE_PLACES)
}

/// The nearest floating-point number.
fn estimate(amount: Decimal) -> f64 {
    hashinsight_units::json::float(&amount.to_string()).unwrap_or_else(|| unreachable!("a decimal is a number"))
}

//! Claims on bars: of a day only open, high, low and close are known, and not which of high and low came first.
//!
//! ```text
//! a bar as a path:   open, low, high, close    and    open, high, low, close
//! ```
//!
//! Each order is judged as a path of its own, with the extremes of a bar at its beginning, at its end, apart, and far apart: the watch may begin or
//! end within a bar, or an event of the account fall into it. What is the same on all of these paths holds. For covers that a level triggers, or a fall from the maximum, no other order within the bars
//! leads anywhere else: with the high first in every bar a fall comes earliest, with the low first latest, and of two levels the first bar
//! that reaches one decides.

use hashinsight_market::Bars;
use hashinsight_units::{AssetPrice, At, Error, Problem, Record, Timestamp, Verdict};

use super::{Claim, ClaimDecision, ClaimRequest, PriceSeries, claim};
use crate::cover::{PriceKind, PriceTrigger};
use crate::quote::Converted;
use crate::refuse::tell;

/// Shortest bar, in milliseconds.
const SHORTEST_MS: i64 = 1000;

/// Inputs of [`claim_by_bars`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarClaimRequest {
    /// Claim without prices: the bars are its prices. The longest time that counts as seen is at least the length of a bar.
    pub claim: ClaimRequest,
    /// Kind of the price that the bars are of.
    #[record(example = "mark")]
    pub price_kind: PriceKind,
    /// Bars of venue and instrument of the trigger, that close by the instant of the claim.
    pub bars: Bars,
}

/// What bars leave open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum BarClaimReason {
    /// Whether low or high came first decides, and bars do not say it.
    OrderUnknown,
    /// The watch begins or ends within a bar, or an event of the account falls into it, and bars do not say when its extremes were reached.
    InstantUnknown,
}

/// Result of [`claim_by_bars`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarClaim {
    /// Whether the cover was triggered: what all orders within the bars agree on, `cannot_say` where they do not.
    #[record(example = "yes")]
    pub triggered: Verdict,
    /// What becomes of the claim: a review where the orders lead to different decisions or payouts.
    #[record(example = "pay")]
    pub decision: ClaimDecision,
    /// What the bars leave open.
    pub reasons: Vec<BarClaimReason>,
    /// Beginning of the bar that triggers in all orders, in Unix milliseconds UTC. Absent: there is no such bar.
    pub bar_ms: Option<Timestamp>,
    /// Payout, in the currency of settlement. Absent: the claim is not paid.
    pub payout: Option<Converted>,
    /// Claim on the path that takes the low of every bar first.
    pub low_first: Claim,
    /// Claim on the path that takes the high of every bar first.
    pub high_first: Claim,
}

/// A claim judged by bars, in both orders of low and high.
///
/// ```
/// use hashinsight_derivatives::margin::{ContractKind, MaintenanceSchedule, MarginMode, Position, Side, Venue};
/// use hashinsight_insurance::claim::{BarClaimRequest, ClaimDecision, ClaimRequest, claim_by_bars};
/// use hashinsight_insurance::cover::{
///     Basis, Cover, CoveredAccount, CoveredDrawdown, CoveredPosition, CoveredSum, Peril, PriceKind, PriceTrigger, Terms,
/// };
/// use hashinsight_market::{Bars, BarsColumns, Interval};
/// use hashinsight_units::{AssetPrice, Collateral, Currency, Fraction, Quantity, Timestamp, Verdict};
/// // A fall of 10 % from the maximum. On this day it is one only if the high came before the low.
/// let mark = PriceTrigger::new("binance_usdm".parse()?, "BTCUSDT".parse()?, PriceKind::Mark);
/// let fall = Peril::Drawdown(CoveredDrawdown::new(mark, Fraction::new(0.1)?));
/// let position = CoveredPosition::new(
///     Venue::BinanceUsdm,
///     "BTCUSDT".parse()?,
///     "BTC".parse()?,
///     "USDT".parse()?,
///     Position::new(ContractKind::Linear, Side::Long, Quantity::new(0.5)?, AssetPrice::new(60_000.0)?),
///     MarginMode::Isolated { margin: Collateral::new(15_000.0)? },
///     MaintenanceSchedule::Flat { rate: Fraction::new(0.004)?, deduction: Collateral::new(0.0)? },
/// );
/// let day = |days: i64| Timestamp::from_ms(1_780_272_000_000 + days * 86_400_000).unwrap();
/// let sum = CoveredSum::Fixed { amount: "500".parse().unwrap() };
/// let terms = Terms::new(day(0), day(7), sum, Basis::Valued, "USDT".parse()?);
/// let cover = Cover::new("C-1".parse()?, CoveredAccount::Position(position), fall, terms);
/// let bars = Bars::from_columns(BarsColumns {
///     source: "binance_usdm".parse()?,
///     instrument: "BTCUSDT".parse()?,
///     quote_currency: Currency::USD,
///     interval_ms: Interval::DAY,
///     open_time_ms: vec![day(0).to_ms()],
///     open: vec![60_000.0],
///     high: vec![62_000.0],
///     low: vec![55_500.0],
///     close: vec![58_000.0],
///     volume_base: None,
/// })?;
/// let request = ClaimRequest::new("K-1".parse()?, cover, day(1), Interval::DAY).events_until_ms(day(1));
/// let judged = claim_by_bars(&BarClaimRequest::new(request, PriceKind::Mark, bars))?;
/// assert_eq!((judged.low_first.triggered, judged.high_first.triggered), (Verdict::No, Verdict::Yes));
/// assert_eq!((judged.triggered, judged.decision), (Verdict::CannotSay, ClaimDecision::Review));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`claim`], at `claim`; `insurance.prices.several` where the claim has prices of its own; `insurance.longest_gap_ms.out_of_range`
/// below the length of a bar, `interval_ms` for bars of less than a second.
pub fn claim_by_bars(request: &BarClaimRequest) -> Result<BarClaim, Error> {
    let BarClaimRequest { claim: own, bars, .. } = request;
    if !own.prices.is_empty() {
        return Err(tell("prices", Problem::Several, own.prices.len(), "none beside the bars")).at("claim");
    }
    let length = bars.interval_ms().to_ms();
    if length < SHORTEST_MS {
        return Err(tell("interval_ms", Problem::OutOfRange, length, "at least 1000")).at("bars");
    }
    if own.longest_gap_ms < bars.interval_ms() {
        let allowed = format!("at least the length of a bar, {length}");
        return Err(tell("longest_gap_ms", Problem::OutOfRange, own.longest_gap_ms.to_ms(), allowed)).at("claim");
    }
    let judge = |order: Order, places: [i64; 2]| {
        let series = request.path(order, places)?;
        claim(&own.clone().prices(vec![series])).at("claim")
    };
    // Where the extremes of a bar lie: apart, at its beginning, at its end, one at each.
    let places = [[length / 3, 2 * length / 3], [1, 2], [length - 3, length - 2], [1, length - 2]];
    let mut orders = Vec::with_capacity(2);
    let mut same_by_place = true;
    for order in [Order::LowFirst, Order::HighFirst] {
        let first = judge(order, places[0])?;
        for other in &places[1..] {
            let other = judge(order, *other)?;
            same_by_place &= Outcome::of(&other) == Outcome::of(&first);
        }
        orders.push(first);
    }
    let (Some(high_first), Some(low_first)) = (orders.pop(), orders.pop()) else { unreachable!("two orders") };
    let [low, high] = [&low_first, &high_first].map(Outcome::of);
    let [low_bar, high_bar] = [&low_first, &high_first].map(|claim| request.bar(claim));
    let mut reasons = Vec::new();
    if low != high {
        reasons.push(BarClaimReason::OrderUnknown);
    }
    if !same_by_place {
        reasons.push(BarClaimReason::InstantUnknown);
    }
    let agree = reasons.is_empty();
    let triggered = if agree || (same_by_place && low.triggered == high.triggered) {
        low_first.triggered
    } else {
        Verdict::CannotSay
    };
    Ok(BarClaim {
        triggered,
        decision: if agree { low_first.decision } else { ClaimDecision::Review },
        reasons,
        bar_ms: low_bar.filter(|_| agree && low_bar == high_bar).map(Timestamp::from_ms).transpose()?,
        payout: if agree { low_first.payout } else { None },
        low_first,
        high_first,
    })
}

/// Order of the extremes of a bar.
#[derive(Clone, Copy)]
enum Order {
    LowFirst,
    HighFirst,
}

/// What paths must agree on.
#[derive(PartialEq)]
struct Outcome<'a> {
    triggered: Verdict,
    decision: ClaimDecision,
    payout: Option<&'a Converted>,
}

impl BarClaimRequest {
    /// The bars as a path, its extremes so many milliseconds after the beginning of their bar.
    fn path(&self, order: Order, [first, second]: [i64; 2]) -> Result<PriceSeries, Error> {
        let bars = &self.bars;
        let source = PriceTrigger::new(bars.source(), bars.instrument(), self.price_kind);
        let last = bars.interval_ms().to_ms() - 1;
        let (mut times, mut prices) = (Vec::with_capacity(4 * bars.len()), Vec::with_capacity(4 * bars.len()));
        for (row, opens) in bars.open_time_ms().iter().enumerate() {
            let [low, high] = [bars.low()[row], bars.high()[row]];
            let extremes = match order {
                Order::LowFirst => [low, high],
                Order::HighFirst => [high, low],
            };
            let points =
                [(0, bars.open()[row]), (first, extremes[0]), (second, extremes[1]), (last, bars.close()[row])];
            for (after, price) in points {
                times.push(Timestamp::from_ms(opens + after).index(row).at("bars")?);
                prices.push(AssetPrice::new(price).index(row).at("bars")?);
            }
        }
        Ok(PriceSeries::new(source, times, prices))
    }

    /// Beginning of the bar in which a claim was triggered.
    fn bar(&self, claim: &Claim) -> Option<i64> {
        let triggered = claim.triggered_ms?.to_ms();
        let times = self.bars.open_time_ms();
        times.partition_point(|opens| *opens <= triggered).checked_sub(1).map(|row| times[row])
    }
}

impl<'a> Outcome<'a> {
    fn of(claim: &'a Claim) -> Self {
        Self { triggered: claim.triggered, decision: claim.decision, payout: claim.payout.as_ref() }
    }
}

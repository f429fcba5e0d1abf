//! How much of the next cover a book can take.

use hashinsight_derivatives::Measure;
use hashinsight_numerics::find_root;
use hashinsight_units::{AssetPrice, At, Collateral, Error, Fraction, Outcome, Record, Timestamp};

use super::cover::alive;
use super::exact::{Exact, window};
use super::tail::{Outcomes, check_level};
use super::{BookCover, BookMarket, Covers};
use hashinsight_derivatives::pricing::BarrierSide;

/// Measure of risk that a limit holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum RiskMeasure {
    /// Value at risk: least loss that is exceeded with a probability of at most `1 - level`.
    ValueAtRisk,
    /// Tail value at risk: mean loss in the worst `1 - level` of all outcomes.
    TailValueAtRisk,
}

/// Inputs of [`book_capacity`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookCapacityRequest {
    /// Covers of the book: of one instrument and one expiry, begun and not triggered.
    pub covers: Covers,
    /// Price of the instrument, and how it moves; without jumps.
    pub market: BookMarket,
    /// Instant of the valuation, at which the next cover begins, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub time_ms: Timestamp,
    /// Measure that the drift is of.
    #[record(example = "real_world")]
    pub measure: Measure,
    /// Side of the price on which the barrier of the next cover lies.
    #[record(example = "down")]
    pub side: BarrierSide,
    /// Price whose touch triggers the next cover, in quote currency. It ends with the others.
    #[record(example = 57228.92)]
    pub barrier: AssetPrice,
    /// Limit of the risk, in units of currency: the free capital, for one.
    #[record(example = 700_000)]
    pub limit: Collateral,
    /// Measure of risk that the limit holds.
    #[record(default = RiskMeasure::TailValueAtRisk)]
    pub risk: RiskMeasure,
    /// Level of the risk: 0 or more, below 1.
    #[record(default = Fraction::constant(0.995))]
    pub level: Fraction,
    /// Most buckets of barriers on either side, where there are covers on both.
    #[record(range = 1..=1000, default = 64)]
    pub buckets: u32,
}

/// Result of [`book_capacity`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookCapacityReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability that the next cover is triggered.
    pub hit_probability: f64,
    /// Risk of the book without the next cover, in units of currency.
    pub risk: f64,
    /// Greatest sum insured of the next cover with which the risk stays within the limit, in units of currency: `never` where the book
    /// exceeds it already, `unbounded` where the cover is so improbable that no sum does.
    pub sum_insured: Outcome,
}

/// The greatest sum insured of the next cover with which the risk of a book stays within a limit; its premium is not counted.
///
/// A cover on the side that the book lacks may be taken far beyond one on the side that it has: what it pays on other paths adds nothing to
/// the worst ones. Where barriers share buckets the answer is on the safe side.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::BarrierSide;
/// use hashinsight_insurance::book::{BookCapacityRequest, BookCover, BookMarket, RiskMeasure, book_capacity};
/// use hashinsight_units::{AssetPrice, Collateral, Outcome, Rate, Timestamp, Volatility};
/// let [now, week] = [0, 7 * 86_400_000].map(|ms| Timestamp::from_ms(1_780_272_000_000 + ms));
/// let (now, week) = (now?, week?);
/// let spot = AssetPrice::new(60_000.0)?;
/// let market = BookMarket::new("BTCUSDT".parse()?, spot, Rate::new(0.0)?, Volatility::new(0.65)?);
/// let (low, high) = (AssetPrice::new(54_216.87)?, AssetPrice::new(65_737.05)?);
/// let longs = BookCover::new(market.instrument, BarrierSide::Down, low, Collateral::new(1000.0)?, now, week);
/// let ask = |side, barrier| {
///     let limit = Collateral::new(1500.0)?;
///     let book = [longs].into_iter().collect();
///     let request = BookCapacityRequest::new(book, market, now, Measure::RealWorld, side, barrier, limit);
///     book_capacity(&request.risk(RiskMeasure::ValueAtRisk))
/// };
/// assert_eq!(ask(BarrierSide::Down, low)?.sum_insured, Outcome::Value(500.0));
/// assert_eq!(ask(BarrierSide::Up, high)?.sum_insured, Outcome::Value(1500.0)); // both at once: less than one of 200
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// As [`book_loss`](super::book_loss), and `insurance.level.out_of_range` for a level of 1.
pub fn book_capacity(request: &BookCapacityRequest) -> Result<BookCapacityReport, Error> {
    request.check()?;
    check_level("level", request.level)?;
    let mut covers = alive(&request.covers, request.time_ms)?;
    let law = window(&covers, &request.market, request.time_ms)?;
    let (side, barrier, expiry) = (request.side, request.barrier, covers[0].expiry_ms);
    let next =
        BookCover::new(request.market.instrument, side, barrier, Collateral::constant(0.0), request.time_ms, expiry);
    covers.push(next);
    let book = Exact::new(&covers, &law, request.buckets as usize)?;
    let last = covers.len() - 1;
    let ladder = match side {
        BarrierSide::Down => &book.below,
        BarrierSide::Up => &book.above,
    };
    let rung = ladder.rung_of.iter().find(|(number, _)| *number == last).map_or(0, |(_, rung)| *rung);
    let columns = book.above.rungs.len() + 1;
    let is_hit = |number: usize| {
        let touched = match side {
            BarrierSide::Down => number / columns,
            BarrierSide::Up => number % columns,
        };
        touched > rung
    };
    let states: Vec<State> = (book.near.outcomes.sorted().iter())
        .map(|(loss, probability, number)| State { loss: *loss, probability: *probability, is_hit: is_hit(*number) })
        .collect();
    let tail = book.near.outcomes.tail(request.level);
    let limit = request.limit.get();
    let (risk, sum_insured) = match request.risk {
        RiskMeasure::ValueAtRisk => (tail.value_at_risk, by_value_at_risk(&states, limit, request.level)),
        RiskMeasure::TailValueAtRisk => (tail.mean, by_tail(&states, limit, request.level).at("limit")?),
    };
    Ok(BookCapacityReport {
        measure: request.measure,
        hit_probability: law.touches(side, &[barrier.get()])?[0],
        risk,
        sum_insured: if risk > limit { Outcome::Never } else { sum_insured },
    })
}

/// An outcome of the book, and whether the next cover is triggered in it.
#[derive(Clone, Copy, Debug)]
struct State {
    loss: f64,
    probability: f64,
    is_hit: bool,
}

/// `P(L > C, no hit) + P(L > C - x, hit) <= 1 - p`, for the greatest `x`.
fn by_value_at_risk(states: &[State], limit: f64, level: Fraction) -> Outcome {
    let mut room = 1.0 - level.get();
    for state in states.iter().rev().filter(|state| !state.is_hit && state.loss > limit) {
        room -= state.probability;
    }
    // The outcomes with a hit, by falling loss: as many may exceed the limit as there is room for.
    let mut hits = states.iter().rev().filter(|state| state.is_hit).peekable();
    while let Some(state) = hits.next() {
        let mut mass = state.probability;
        while let Some(same) = hits.next_if(|same| same.loss == state.loss) {
            mass += same.probability;
        }
        if mass > room {
            return Outcome::Value(hashinsight_numerics::max(limit - state.loss, 0.0));
        }
        room -= mass;
    }
    Outcome::Unbounded
}

/// The tail value at risk is continuous and rises with the sum insured.
fn by_tail(states: &[State], limit: f64, level: Fraction) -> Result<Outcome, Error> {
    let excess = |sum: f64| {
        let losses =
            states.iter().map(|state| (if state.is_hit { state.loss + sum } else { state.loss }, state.probability));
        Outcomes::new(losses).tail(level).mean - limit
    };
    let hit: f64 = states.iter().filter(|state| state.is_hit).fold(0.0, |sum, state| sum + state.probability);
    if hit <= 0.0 {
        return Ok(Outcome::Unbounded);
    }
    if excess(0.0) >= 0.0 {
        return Ok(Outcome::Value(0.0));
    }
    // The worst outcomes cost at least the part of the next cover that falls among them.
    let rest = 1.0 - level.get();
    let share = if hit < rest { hit / rest } else { 1.0 };
    let high = 1.000_001 * limit / share;
    if !high.is_finite() {
        return Ok(Outcome::Unbounded);
    }
    Ok(Outcome::of(find_root(excess, 0.0, high, 0.0)?))
}

//! The distribution of the loss of a book of covers of one price and one expiry.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_numerics::sum_by;
use hashinsight_units::{Error, Fraction, Record, Timestamp};

use super::cover::alive;
use super::exact::{Exact, window};
use super::hedge::{SideHedge, hedge};
use super::tail::{TailRisk, check_level, check_levels};
use super::{BookMarket, Covers};

/// Inputs of [`book_loss`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BookLossRequest {
    /// Covers of the book: of one instrument and one expiry, begun and not triggered.
    pub covers: Covers,
    /// Price of the instrument, and how it moves; without jumps.
    pub market: BookMarket,
    /// Instant of the valuation, in Unix milliseconds UTC.
    #[record(example = 1_780_272_000_000)]
    pub time_ms: Timestamp,
    /// Measure that the drift is of.
    #[record(example = "real_world")]
    pub measure: Measure,
    /// Levels of the values at risk: 0 or more, below 1.
    #[record(default = vec![Fraction::constant(0.99), Fraction::constant(0.995)])]
    pub levels: Vec<Fraction>,
    /// Level whose tail value at risk is allocated to the covers: 0 or more, below 1.
    #[record(default = Fraction::constant(0.99))]
    pub allocation_level: Fraction,
    /// Most buckets of barriers on either side, where the book has covers on both: more are slower, and their bounds narrower.
    #[record(range = 1..=1000, default = 64)]
    pub buckets: u32,
}

/// Result of [`book_loss`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BookLossReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Expected loss, in units of currency, exact.
    pub expected_loss: f64,
    /// Standard deviation of the loss, in units of currency.
    pub standard_deviation: f64,
    /// Standard deviation that the loss would have if the covers were independent, in units of currency: they are not, and it is too small.
    pub independent_standard_deviation: f64,
    /// Probability that no cover is triggered.
    pub no_loss_probability: f64,
    /// Losses that can occur, ascending, in units of currency.
    pub losses: Vec<f64>,
    /// Probabilities of the losses.
    pub probabilities: Vec<f64>,
    /// Probabilities that each of the losses is exceeded.
    pub exceedance_probabilities: Vec<f64>,
    /// Values at risk at the levels of the request. Where barriers share buckets each bucket counts as touched at its nearest barrier, and no
    /// true value is greater.
    pub tails: Vec<TailRisk>,
    /// Values at risk with each bucket touched at its farthest barrier: no true value is less. Equal to `tails` where every barrier has
    /// its own bucket.
    pub lower_tails: Vec<TailRisk>,
    /// Probabilities that the covers are triggered, in their order, exact.
    pub hit_probabilities: Vec<f64>,
    /// Parts of the covers in the tail value at risk at the allocation level, in units of currency (co-TVaR, Euler): they add up to it.
    pub allocations: Vec<f64>,
    /// Hedge between the covers of longs and of shorts. Absent: all covers are on one side.
    pub hedge: Option<SideHedge>,
}

/// The distribution of the loss of covers that hang on one price and end at one expiry, under geometric Brownian motion.
///
/// Covers on one price are not independent: the least price triggers every cover whose barrier lies above it. On one side the loss is
/// therefore a function of the running extreme alone, and its distribution is exact; on two sides it is a function of the least and the
/// greatest price, and exact as long as no bucket holds two barriers. Where some do, all values lie between two bounds that
/// hold path by path.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::BarrierSide;
/// use hashinsight_insurance::book::{BookCover, BookLossRequest, BookMarket, book_loss};
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Timestamp, Volatility};
/// let [now, week] = [0, 7 * 86_400_000].map(|ms| Timestamp::from_ms(1_780_272_000_000 + ms));
/// let (now, week) = (now?, week?);
/// let market =
///     BookMarket::new("BTCUSDT".parse()?, AssetPrice::new(60_000.0)?, Rate::new(0.0)?, Volatility::new(0.65)?);
/// // A thousand covers of the same long at 10 times leverage.
/// let (barrier, sum) = (AssetPrice::new(54_216.87)?, Collateral::new(100.0)?);
/// let cover = BookCover::new(market.instrument, BarrierSide::Down, barrier, sum, now, week);
/// let covers = std::iter::repeat_n(cover, 1000).collect();
/// let report = book_loss(&BookLossRequest::new(covers, market, now, Measure::RealWorld))?;
/// assert_eq!(report.tails[1].value_at_risk, 100_000.0); // all of them, or none
/// assert!(report.standard_deviation > 31.0 * report.independent_standard_deviation);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Those of [`Covers::rows`] at `covers`; `insurance.instrument.several`, `expiry_ms.several` and `inception_ms.several` for covers that do not
/// share one path and window, `insurance.expiry_ms.out_of_range` for one that has ended, `insurance.jumps.unsupported`,
/// `insurance.levels.out_of_range` for a level of 1.
pub fn book_loss(request: &BookLossRequest) -> Result<BookLossReport, Error> {
    request.check()?;
    check_levels("levels", &request.levels)?;
    check_level("allocation_level", request.allocation_level)?;
    let covers = alive(&request.covers, request.time_ms)?;
    let law = window(&covers, &request.market, request.time_ms)?;
    let book = Exact::new(&covers, &law, request.buckets as usize)?;

    let mut hit_probabilities = vec![0.0; covers.len()];
    for side in [BarrierSide::Down, BarrierSide::Up] {
        let of_side: Vec<usize> = (0..covers.len()).filter(|number| covers[*number].side == side).collect();
        let barriers: Vec<f64> = of_side.iter().map(|number| covers[*number].barrier.get()).collect();
        for (number, probability) in of_side.into_iter().zip(law.touches(side, &barriers)?) {
            hit_probabilities[number] = probability;
        }
    }
    let sum = |of: fn(f64, f64) -> f64| {
        sum_by(covers.len(), |number| of(covers[number].sum_insured.get(), hit_probabilities[number]))
    };
    let expected_loss = sum(|sum, hit| sum * hit);
    let independent_standard_deviation = sum(|sum, hit| sum * sum * hit * (1.0 - hit)).sqrt();

    let outcomes = &book.near.outcomes;
    let [_, standard_deviation] = outcomes.moments();
    let (losses, probabilities) = merged(outcomes.sorted());
    let far = book.far.as_ref().map_or(outcomes, |far| &far.outcomes);
    let tail = outcomes.tail(request.allocation_level);
    Ok(BookLossReport {
        measure: request.measure,
        expected_loss,
        standard_deviation,
        independent_standard_deviation,
        no_loss_probability: book.near.grid.probability[0],
        exceedance_probabilities: exceedance(&probabilities),
        losses,
        probabilities,
        tails: request.levels.iter().map(|level| outcomes.tail(*level).at(*level)).collect(),
        lower_tails: request.levels.iter().map(|level| far.tail(*level).at(*level)).collect(),
        hit_probabilities,
        allocations: book.allocation(&covers, &tail),
        hedge: hedge(&book, request.allocation_level),
    })
}

/// Outcomes of equal loss as one.
fn merged(sorted: &[(f64, f64, usize)]) -> (Vec<f64>, Vec<f64>) {
    let (mut losses, mut probabilities) = (Vec::<f64>::new(), Vec::<f64>::new());
    for (loss, probability, _) in sorted {
        match (losses.last(), probabilities.last_mut()) {
            (Some(last), Some(sum)) if last == loss => *sum += probability,
            _ => {
                losses.push(*loss);
                probabilities.push(*probability);
            }
        }
    }
    (losses, probabilities)
}

/// Probabilities beyond each outcome, summed from the greatest down.
fn exceedance(probabilities: &[f64]) -> Vec<f64> {
    let mut beyond = vec![0.0; probabilities.len()];
    for at in (1..probabilities.len()).rev() {
        beyond[at - 1] = beyond[at] + probabilities[at];
    }
    beyond
}

//! What the pipeline will bring.
//!
//! Deals are won independently, deal `i` of value `v_i` with probability `p_i`. The mean is `sum of v p`, the variance
//! `sum of v^2 p (1 - p)`, and the probability of reaching a target is that of the exact distribution of the sum: deal by deal, over every
//! sum that can occur, in whole minor units.

use hashinsight_numerics::{sum, sum_by};
use hashinsight_units::{At, Error, Fraction, Problem, Record};

use crate::lifecycle::DealState;
use crate::refuse::refuse;
use crate::score::{ScoreTerm, term};

/// Greatest value of a deal, in minor units.
const GREATEST: i64 = 1_000_000_000_000_000;
/// Greatest number of different sums that are followed.
const MOST_SUMS: usize = 1 << 20;

/// Inputs of [`win_probability`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct WinProbabilityRequest {
    /// State of the deal.
    #[record(example = "negotiation")]
    pub state: DealState,
    /// Days since the deal began.
    #[record(range = 0..=100_000, example = 95)]
    pub age_days: u32,
    /// Value of the deal, in minor units of its currency (cents).
    #[record(range = 0..=1_000_000_000_000_000_i64, example = 15000000)]
    pub value_minor: i64,
}

/// Result of [`win_probability`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct WinProbabilityReport {
    /// Probability that the deal is won.
    pub probability: Fraction,
    /// Terms of the probability; they add up to it.
    pub terms: Vec<ScoreTerm>,
}

/// The probability of winning a deal by rule of thumb: that of its state, less 0.2 beyond 90 days or 0.1 beyond 60, less 0.05 above
/// 100,000.00; never below 0.
///
/// ```
/// use hashinsight_crm::forecast::{WinProbabilityRequest, win_probability};
/// use hashinsight_crm::lifecycle::DealState;
/// let report = win_probability(&WinProbabilityRequest::new(DealState::Negotiation, 95, 15_000_000))?;
/// assert_eq!(report.probability.get(), 0.5); // 0.75 - 0.2 - 0.05
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.age_days.out_of_range` and `value_minor` beyond their ranges.
pub fn win_probability(request: &WinProbabilityRequest) -> Result<WinProbabilityReport, Error> {
    request.check()?;
    // In hundredths, which add up exactly.
    let (base, is_open) = match request.state {
        DealState::Prospecting => (10, true),
        DealState::Qualification => (25, true),
        DealState::Proposal => (50, true),
        DealState::Negotiation => (75, true),
        DealState::Won => (100, false),
        DealState::Lost => (0, false),
    };
    let age = match request.age_days {
        _ if !is_open => 0,
        91.. => -20,
        61..=90 => -10,
        _ => 0,
    };
    let size = if is_open && request.value_minor > 10_000_000 { -5 } else { 0 };
    let plain: i32 = base + age + size;
    let clamp = if plain < 0 { -plain } else { 0 };
    let hundredths = |value: i32| f64::from(value) / 100.0;
    let all = [("state", base), ("age", age), ("size", size), ("clamp", clamp)];
    let terms = all.iter().filter(|(code, value)| *code == "state" || *value != 0);
    Ok(WinProbabilityReport {
        probability: Fraction::new(hundredths(plain + clamp))?,
        terms: terms.map(|(code, value)| term(*code, hundredths(*value))).collect(),
    })
}

/// Deal of a pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PipelineDeal {
    /// Value of the deal, in minor units of one currency (cents).
    #[record(range = 0..=1_000_000_000_000_000_i64, example = 15000000)]
    pub value_minor: i64,
    /// Probability that the deal is won.
    #[record(example = 0.5)]
    pub probability: Fraction,
}

/// Inputs of [`pipeline_forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PipelineRequest {
    /// Deals that may be won.
    pub deals: Vec<PipelineDeal>,
    /// Target of the sum of the deals that are won, in minor units, 0 to 1e15. Every sum below it that can occur is followed, up to
    /// 1,048,576 of them: many deals want round values. Absent: no probability of reaching it is asked for.
    pub target_minor: Option<i64>,
}

/// Result of [`pipeline_forecast`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PipelineReport {
    /// Sum of all deals, in minor units.
    pub total_minor: i64,
    /// Expected sum of the deals that are won, in minor units.
    pub expected_minor: f64,
    /// Variance of the sum, in squared minor units.
    pub variance: f64,
    /// Standard deviation of the sum, in minor units.
    pub standard_deviation_minor: f64,
    /// Probability that the sum reaches the target. Absent: no target.
    pub target_probability: Option<f64>,
}

/// The weighted pipeline, its variance, and the exact probability of reaching a target.
///
/// ```
/// use hashinsight_crm::forecast::{PipelineDeal, PipelineRequest, pipeline_forecast};
/// use hashinsight_units::Fraction;
/// let half = Fraction::new(0.5)?;
/// let deals = vec![PipelineDeal::new(100, half), PipelineDeal::new(200, half), PipelineDeal::new(300, half)];
/// let report = pipeline_forecast(&PipelineRequest::new(deals).target_minor(300))?;
/// assert_eq!((report.expected_minor, report.target_probability), (300.0, Some(5.0 / 8.0)));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `crm.value_minor.out_of_range` with the place; `crm.target_minor.out_of_range` below 0; `crm.deals.length` where the sums that can
/// occur are more than a million.
pub fn pipeline_forecast(request: &PipelineRequest) -> Result<PipelineReport, Error> {
    let deals = &request.deals;
    for (index, deal) in deals.iter().enumerate() {
        deal.check().index(index).at("deals")?;
    }
    let total: i128 = deals.iter().map(|deal| i128::from(deal.value_minor)).sum();
    let Ok(total_minor) = i64::try_from(total) else {
        return Err(refuse("deals", Problem::OutOfRange, total, format!("a sum up to {}", i64::MAX)));
    };
    let value = |i: usize| deals[i].value_minor as f64;
    let p = |i: usize| deals[i].probability.get();
    let variance = sum_by(deals.len(), |i| value(i) * value(i) * p(i) * (1.0 - p(i)));
    let target_probability = request.target_minor.map(|target| reaches(deals, target)).transpose()?;
    Ok(PipelineReport {
        total_minor,
        expected_minor: sum_by(deals.len(), |i| value(i) * p(i)),
        variance,
        standard_deviation_minor: variance.sqrt(),
        target_probability,
    })
}

/// Probability that the sum of the deals that are won reaches a target.
fn reaches(deals: &[PipelineDeal], target: i64) -> Result<f64, Error> {
    if !(0..=GREATEST).contains(&target) {
        return Err(refuse("target_minor", Problem::OutOfRange, target, format!("0 to {GREATEST}")));
    }
    // Every sum below the target with its probability, rising; those that reached it need no more following.
    let mut sums: Vec<(i64, f64)> = vec![(0, 1.0)];
    let mut reached = Vec::new();
    if target == 0 {
        return Ok(1.0);
    }
    for deal in deals {
        let (value, p) = (deal.value_minor, deal.probability.get());
        let stays = sums.iter().map(|(sum, share)| (*sum, share * (1.0 - p)));
        let wins = sums.iter().map(|(sum, share)| (sum + value, share * p));
        let mut next: Vec<(i64, f64)> = Vec::with_capacity(2 * sums.len());
        let (mut stays, mut wins) = (stays.peekable(), wins.peekable());
        loop {
            // Two rising lists into one.
            let from_stays = match (stays.peek(), wins.peek()) {
                (Some((a, _)), Some((b, _))) => a <= b,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => break,
            };
            let Some((sum, share)) = (if from_stays { stays.next() } else { wins.next() }) else { break };
            if sum >= target {
                reached.push(share);
            } else if let Some(last) = next.last_mut().filter(|last| last.0 == sum) {
                last.1 += share;
            } else {
                next.push((sum, share));
            }
        }
        if next.len() > MOST_SUMS {
            let allowed = format!("deals whose sums below the target are at most {MOST_SUMS}: round their values");
            return Err(refuse("deals", Problem::Length, next.len(), allowed));
        }
        sums = next;
    }
    Ok(sum(&reached))
}

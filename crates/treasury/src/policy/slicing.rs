//! Slices of a sale over time: equal ones, or those that weigh cost against risk.
//!
//! ```text
//! even      n(j) = X / N
//! optimal   x(j) = X sinh(k (N - j) t) / sinh(k N t)      coins left after slice j
//!           2 (cosh(k t) - 1) / t^2 = risk s^2 / e',      e' = e - g t / 2
//! cost      E = g X^2 / 2 + f X + e' / t * sum n(j)^2,    V = s^2 t * sum x(j)^2
//! ```
//!
//! Almgren and Chriss 2000, "Optimal execution of portfolio transactions", Journal of Risk 3(2): linear impact, a price without drift.

use hashinsight_numerics::{exp, exp_m1, ln_1p, sum_by};
use hashinsight_units::{Amount, At, Days, Error, Order, Record};

use crate::metrics::refuse;

/// Inputs of [`execution_schedule`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ExecutionScheduleRequest {
    /// Coins that are sold in all, in satoshis.
    #[record(example = 100_000_001)]
    pub amount_sat: Amount,
    /// Number of slices, at equal distances in time.
    #[record(range = 1..=100_000, example = 7)]
    pub slices: u32,
    /// Impact of trading on the price, and the risk of waiting. Absent: equal slices (TWAP), and nothing is said of their cost.
    pub impact: Option<LinearImpact>,
}

/// Linear impact of trading on the price of one bitcoin, and aversion to the risk of waiting.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LinearImpact {
    /// Time between two slices, in days of 86,400 s.
    #[record(example = 1)]
    pub slice_days: Days,
    /// Volatility of the price, in USD per square root of a day; 0 or more.
    #[record(example = 0.95)]
    pub volatility_usd: f64,
    /// Temporary impact, in USD for each bitcoin sold per day; above half of the permanent one over a slice.
    #[record(example = 2.5e-6)]
    pub temporary_usd: f64,
    /// Permanent impact, in USD for each bitcoin sold; 0 or more.
    #[record(default = 0.0)]
    pub permanent_usd: f64,
    /// Half the spread and fee, in USD for each bitcoin; 0 or more.
    #[record(default = 0.0)]
    pub fixed_usd: f64,
    /// Aversion to risk: expected USD that are given for one USD squared of variance less; 0 sells in equal slices.
    #[record(default = 0.0)]
    pub risk_aversion: f64,
}

/// Result of [`execution_schedule`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExecutionScheduleReport {
    /// Coins of each slice, in satoshis; together exactly the coins that are sold. What rounding leaves over goes to the largest remainders,
    /// the earliest of equal ones.
    pub slice_sat: Vec<i64>,
    /// Coins left after each slice, in satoshis.
    pub left_sat: Vec<i64>,
    /// Expected cost, and its risk. Absent: the impact is not known.
    pub cost: Option<ExecutionCost>,
}

/// Cost of a schedule before its slices are whole satoshis.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ExecutionCost {
    /// Rate at which the coins left decay, per day; 0 for equal slices.
    pub decay_per_day: f64,
    /// Expected cost against the price at the start, in USD.
    pub expected_usd: f64,
    /// Standard deviation of the cost, in USD.
    pub deviation_usd: f64,
}

/// Slices of a sale over time: equal, or the optimal ones of Almgren and Chriss.
///
/// ```
/// use hashinsight_treasury::policy::{ExecutionScheduleRequest, execution_schedule};
/// use hashinsight_units::Amount;
/// let even = execution_schedule(&ExecutionScheduleRequest::new(Amount::from_sat(100_000_001)?, 7))?;
/// assert_eq!(even.slice_sat, [14285715, 14285715, 14285715, 14285714, 14285714, 14285714, 14285714]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `treasury.slices.out_of_range`; at `impact`: what is not finite or negative, slices of no time, and a temporary impact that half of the permanent one
/// over a slice exceeds.
pub fn execution_schedule(request: &ExecutionScheduleRequest) -> Result<ExecutionScheduleReport, Error> {
    request.check()?;
    let count = request.slices as usize;
    let coins = request.amount_sat.to_sat().cast_signed();
    let decay = request.impact.map(|impact| impact.decay()).transpose().at("impact")?;
    let slice_sat = match decay {
        Some(decay) if decay > 0.0 => {
            let whole = coins as f64;
            let left: Vec<f64> = (0..=count).map(|j| whole * left(decay, j, count)).collect();
            whole_slices(coins, &left.windows(2).map(|pair| pair[0] - pair[1]).collect::<Vec<_>>())
        }
        _ => {
            let (each, over) = (coins / i64::from(request.slices), coins % i64::from(request.slices));
            (0..i64::from(request.slices)).map(|slice| each + i64::from(slice < over)).collect()
        }
    };
    let mut rest = coins;
    let left_sat = slice_sat.iter().map(|slice| {
        rest -= slice;
        rest
    });
    let left_sat = left_sat.collect();
    let cost = request.impact.zip(decay).map(|(impact, decay)| impact.cost(decay, count, coins as f64 / 1e8));
    Ok(ExecutionScheduleReport { slice_sat, left_sat, cost })
}

/// Part of the coins that is left after slice `j` of `count`, `decay` the rate for one slice: `sinh(decay (count - j)) / sinh(decay count)`.
fn left(decay: f64, j: usize, count: usize) -> f64 {
    let rest = (count - j) as f64;
    if decay == 0.0 {
        return rest / count as f64;
    }
    exp(-decay * j as f64) * exp_m1(-2.0 * decay * rest) / exp_m1(-2.0 * decay * count as f64)
}

/// Whole satoshis of slices that add up: rounded down, and what is left over to the largest remainders.
#[expect(clippy::cast_possible_truncation, reason = "a part of the coins")]
fn whole_slices(coins: i64, slices: &[f64]) -> Vec<i64> {
    let mut whole: Vec<i64> = slices.iter().map(|slice| slice.floor() as i64).collect();
    let mut order: Vec<usize> = (0..slices.len()).collect();
    let rest = |i: &usize| slices[*i] - slices[*i].floor();
    order.order_by(|a, b| rest(b).total_cmp(&rest(a)).then(a.cmp(b)));
    let mut over = coins - whole.iter().sum::<i64>();
    for at in order.iter().cycle() {
        match over {
            1.. => (whole[*at], over) = (whole[*at] + 1, over - 1),
            // The slices were rounded up by a float: the last ones give it back.
            ..0 if whole[*at] > 0 => (whole[*at], over) = (whole[*at] - 1, over + 1),
            0 => break,
            _ => {}
        }
    }
    whole
}

impl LinearImpact {
    /// Temporary impact less half of the permanent one over a slice.
    fn net(&self) -> f64 {
        self.temporary_usd - 0.5 * self.permanent_usd * self.slice_days.get()
    }

    /// The rate at which the coins left decay, for one slice; checks the model.
    fn decay(&self) -> Result<f64, Error> {
        for (field, value) in [
            ("volatility_usd", self.volatility_usd),
            ("temporary_usd", self.temporary_usd),
            ("permanent_usd", self.permanent_usd),
            ("fixed_usd", self.fixed_usd),
            ("risk_aversion", self.risk_aversion),
        ] {
            if !(0.0..=1e15).contains(&value) {
                return Err(refuse::number(field, value, "0 to 1e15"));
            }
        }
        let (t, net) = (self.slice_days.get(), self.net());
        if t <= 0.0 {
            return Err(refuse::number("slice_days", t, "above 0"));
        }
        if net <= 0.0 {
            let allowed = "more than half of the permanent impact over a slice";
            return Err(refuse::number("temporary_usd", self.temporary_usd, allowed));
        }
        // cosh x = 1 + u: x = ln(1 + u + sqrt(u (u + 2))).
        let u = 0.5 * self.risk_aversion * self.volatility_usd * self.volatility_usd / net * t * t;
        Ok(ln_1p(u + (u * (u + 2.0)).sqrt()))
    }

    fn cost(&self, decay: f64, count: usize, bitcoin: f64) -> ExecutionCost {
        let t = self.slice_days.get();
        let held = |j: usize| bitcoin * left(decay, j, count);
        let sold = |j: usize| held(j) - held(j + 1);
        let (sold_squares, held_squares) =
            (sum_by(count, |j| sold(j) * sold(j)), sum_by(count, |j| held(j + 1) * held(j + 1)));
        ExecutionCost {
            decay_per_day: decay / t,
            expected_usd: 0.5 * self.permanent_usd * bitcoin * bitcoin
                + self.fixed_usd * bitcoin
                + self.net() / t * sold_squares,
            deviation_usd: self.volatility_usd * (t * held_squares).sqrt(),
        }
    }
}

//! Optimal execution of Almgren and Chriss (2000, "Optimal execution of portfolio transactions", J. Risk 3).
//!
//! With `N` intervals of `tau = T / N` days, `x_j` left after `j` of them and `n_j` sold in the `j`-th:
//!
//! ```text
//! cost      E = gamma X^2 / 2 + epsilon X + (eta - gamma tau / 2) / tau * sum of n_j^2
//! variance  V = sigma^2 tau * sum of x_j^2,  j = 1..N
//! E + lambda V is least for  x_j = X sinh(kappa (T - t_j)) / sinh(kappa T)
//! cosh(kappa tau) = 1 + kappa~^2 tau^2 / 2,  kappa~^2 = lambda sigma^2 / (eta - gamma tau / 2)
//! ```
//!
//! Volatility is absolute (price per square root of a day), impact linear, and the market's own drift zero: the plan has no direction. Shares of
//! the form `sinh(a) / sinh(b)` are computed as `e^(a - b) (1 - e^(-2 a)) / (1 - e^(-2 b))`, which never overflows; without aversion to
//! risk the limit is the equal schedule.

use hashinsight_numerics::{exp, exp_m1, ln_1p, sum_by};
use hashinsight_units::json::Told;
use hashinsight_units::{Days, Error, Outcome, Quantity, Record};

use crate::refuse::refuse;

/// Cost of trading, by a linear model of impact. Prices are in quote currency per unit of base.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct LinearImpact {
    /// Standard deviation of the price per square root of a day, in quote currency per unit of base.
    #[record(range = 0.0..=1e18, example = 0.95)]
    pub volatility: f64,
    /// Half spread, the cost of crossing (epsilon), in quote currency per unit of base.
    #[record(range = 0.0..=1e18, example = 0.0625)]
    pub half_spread: f64,
    /// Permanent impact (gamma): price change per unit of base sold, in quote currency per square unit of base.
    #[record(range = 0.0..=1e18, example = 2.5e-7)]
    pub permanent: f64,
    /// Temporary impact (eta): price concession per unit of base and day of speed, in quote currency times days per square unit of base.
    #[record(range = 0.0..=1e18, example = 2.5e-6)]
    pub temporary: f64,
}

impl LinearImpact {
    /// The rules of thumb of Almgren and Chriss, 3.4: one spread is paid for each 1 % of a day's volume (temporary), and 10 % of a day's volume
    /// move the price by one spread (permanent).
    ///
    /// ```
    /// use hashinsight_signals::modules::microstructure::LinearImpact;
    /// let model = LinearImpact::of_spread(0.95, 0.125, 5e6)?;
    /// assert_eq!((model.half_spread, model.temporary, model.permanent), (0.0625, 2.5e-6, 2.5e-7));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ///
    /// # Errors
    /// `signals.daily_volume_base.out_of_range` unless it is positive; what is outside the ranges of the fields.
    pub fn of_spread(volatility: f64, spread: f64, daily_volume_base: f64) -> Result<Self, Error> {
        if !(daily_volume_base > 0.0 && daily_volume_base.is_finite()) {
            return Err(refuse("daily_volume_base", daily_volume_base, "a finite volume above 0"));
        }
        let (temporary, permanent) = (spread / (0.01 * daily_volume_base), spread / (0.1 * daily_volume_base));
        let model = Self { volatility, half_spread: 0.5 * spread, permanent, temporary };
        model.check().map(|()| model)
    }

    /// Expected cost and its variance for a list of trades in equal intervals of `tau` days.
    pub(super) fn costs(&self, trades: &[f64], tau: f64) -> Costs {
        let total = sum_by(trades.len(), |j| trades[j]);
        let spread = self.half_spread * total;
        let permanent = 0.5 * self.permanent * total * total;
        // The half of gamma tau belongs to what the permanent impact of a trade does to the trade itself.
        let temporary = (self.temporary / tau - 0.5 * self.permanent) * sum_by(trades.len(), |j| trades[j] * trades[j]);
        let mut left = total;
        let squares = trades.iter().fold(0.0, |squares, trade| {
            left -= trade;
            squares + left * left
        });
        Costs { spread, permanent, temporary, variance: self.volatility * self.volatility * tau * squares }
    }
}

/// Terms of the expected cost, and the variance of the cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Costs {
    pub(super) spread: f64,
    pub(super) permanent: f64,
    pub(super) temporary: f64,
    pub(super) variance: f64,
}

impl Costs {
    pub(super) fn expected(&self) -> f64 {
        self.spread + self.permanent + self.temporary
    }
}

/// Inputs of [`almgren_chriss`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct AlmgrenChrissRequest {
    /// Size that is to be sold, in units of base.
    #[record(example = 1_000_000)]
    pub size_base: Quantity,
    /// Time until all is sold, in days.
    #[record(example = 5)]
    pub horizon_days: Days,
    /// Number of equal intervals.
    #[record(range = 1..=10_000, example = 5)]
    pub intervals: u32,
    /// Model of what trading costs.
    pub impact: LinearImpact,
    /// Aversion to risk (lambda): expected cost that is paid for a unit less of variance, in 1 / quote currency. 0: none, equal slices.
    #[record(range = 0.0..=1e18, example = 1e-6)]
    pub risk_aversion: f64,
}

/// Result of [`almgren_chriss`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct AlmgrenChrissReport {
    /// Urgency (kappa) per day.
    pub kappa_per_day: f64,
    /// Half life of the position, `1 / kappa`, in days; unbounded without aversion to risk.
    pub half_life_days: Outcome,
    /// Size left at the start and after each interval, in units of base.
    pub holdings_base: Vec<f64>,
    /// Size sold in each interval, in units of base.
    pub trades_base: Vec<f64>,
    /// Expected cost, in quote currency.
    pub expected_cost: f64,
    /// Variance of the cost, in square units of the quote currency.
    pub variance: f64,
    /// Expected cost of equal slices, in quote currency.
    pub twap_expected_cost: f64,
    /// Variance of the cost of equal slices, in square units of the quote currency.
    pub twap_variance: f64,
}

/// The schedule of least expected cost plus `risk_aversion` times variance, in continuous sizes: see the formulas of this module.
///
/// ```
/// use hashinsight_signals::modules::microstructure::{AlmgrenChrissRequest, LinearImpact, almgren_chriss};
/// use hashinsight_units::{Days, Quantity};
/// let model = LinearImpact::new(0.95, 0.0625, 2.5e-7, 2.5e-6); // the example of the paper
/// let request = AlmgrenChrissRequest::new(Quantity::new(1e6)?, Days::new(5.0)?, 5, model, 1e-6);
/// let plan = almgren_chriss(&request)?;
/// assert_eq!(format!("{:.3} {:.0}", plan.kappa_per_day, plan.trades_base[0]), "0.607 458044");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// Numbers outside the ranges of their fields; `signals.temporary.out_of_range` where `eta` is at most `gamma tau / 2`: cost would have no
/// least value.
pub fn almgren_chriss(request: &AlmgrenChrissRequest) -> Result<AlmgrenChrissReport, Error> {
    request.check()?;
    request.impact.check()?;
    let AlmgrenChrissRequest { size_base, horizon_days, intervals, impact, risk_aversion } = *request;
    let (size, horizon, count) = (size_base.get(), horizon_days.get(), intervals as usize);
    let tau = horizon / f64::from(intervals);
    let adjusted = impact.temporary - 0.5 * impact.permanent * tau;
    if !(adjusted > 0.0 && adjusted.is_finite()) {
        let least = 0.5 * impact.permanent * tau;
        return Err(refuse(
            "temporary",
            impact.temporary,
            format!("above half of permanent impact times interval, {}", Told(least)),
        )
        .at("impact"));
    }
    let curvature = 0.5 * risk_aversion * impact.volatility * impact.volatility / adjusted * tau * tau;
    if !curvature.is_finite() {
        return Err(refuse("risk_aversion", risk_aversion, "a number whose urgency is finite"));
    }
    // acosh(1 + z) = ln(1 + z + sqrt(z (z + 2)))
    let kappa = ln_1p(curvature + (curvature * (curvature + 2.0)).sqrt()) / tau;
    let left = |j: usize| {
        if j == count {
            return 0.0;
        }
        let time = tau * j as f64;
        if kappa == 0.0 {
            return size * (count - j) as f64 / f64::from(intervals);
        }
        size * exp(-kappa * time) * exp_m1(-2.0 * kappa * (horizon - time)) / exp_m1(-2.0 * kappa * horizon)
    };
    let holdings: Vec<f64> = (0..=count).map(left).collect();
    let trades: Vec<f64> = holdings.windows(2).map(|pair| pair[0] - pair[1]).collect();
    let costs = impact.costs(&trades, tau);
    let equal = impact.costs(&vec![size / f64::from(intervals); count], tau);
    Ok(AlmgrenChrissReport {
        kappa_per_day: kappa,
        half_life_days: Outcome::of(1.0 / kappa),
        holdings_base: holdings,
        trades_base: trades,
        expected_cost: costs.expected(),
        variance: costs.variance,
        twap_expected_cost: equal.expected(),
        twap_variance: equal.variance,
    })
}

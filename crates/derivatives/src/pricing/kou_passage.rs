//! First passage with jumps: Kou's model, in which a price can leap over the level.
//!
//! The Laplace transform of the first passage time is known (Kou and Wang 2003): with `beta_1 < eta_up < beta_2` the roots with positive real
//! part of `G(beta) = alpha`,
//!
//! ```text
//! G(beta) = mu beta + sigma^2 beta^2 / 2 + lambda (p eta_up / (eta_up - beta) + (1 - p) eta_down / (eta_down + beta) - 1)
//! E[e^(-alpha tau)] = (eta - beta_1)/eta beta_2/(beta_2 - beta_1) e^(-b beta_1) + (beta_2 - eta)/eta beta_1/(beta_2 - beta_1) e^(-b beta_2)
//! E[e^(-alpha tau); a leap] = (eta - beta_1)(beta_2 - eta) / (eta (beta_2 - beta_1)) (e^(-b beta_1) - e^(-b beta_2))
//! ```
//!
//! inverted by Talbot's contour with 18 nodes, around the least value of `G` so that a strong drift does no harm: absolute error below 1e-8
//! (typically 1e-12) where it is answered, and a refusal where node counts disagree. A leap ends beyond the level by an exponential amount of rate
//! `eta`, whatever came before: the law of the gap at liquidation.

use hashinsight_numerics::{
    Complex, clamp, exp, find_root, invert_laplace_checked, invert_laplace_checked_each, ln_ratio,
};
use hashinsight_units::{Error, LogMove, Order, Record};

use super::barrier_terms::BarrierSide;
use super::hit_probability::{HitGreeks, HitProbabilityRequest, hit_probability};
use super::kou::KouJumps;
use super::passage::FirstPassage;
use crate::Measure;
use crate::refuse::{refuse, unresolved, unsupported};

/// Greatest doubt of an inversion that is answered.
const DOUBT: f64 = 1e-9;

/// Inputs of [`kou_passage`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouPassageRequest {
    /// Price on its way to the barrier.
    #[record(flatten)]
    pub passage: FirstPassage,
    /// Jumps of the price.
    pub jumps: KouJumps,
    /// Distance beyond the barrier in the logarithm, for `beyond_probability`: 0 to 10.
    #[record(example = 0.02)]
    pub overshoot: LogMove,
    /// Measure that drift and jumps are of.
    #[record(example = "risk_neutral")]
    pub measure: Measure,
}

/// Result of [`kou_passage`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct KouPassageReport {
    /// Measure of the numbers, as in the request.
    pub measure: Measure,
    /// Probability that the price reaches the level within the horizon.
    pub probability: f64,
    /// Probability that the price does not reach the level within the horizon, with its own digits where a passage is almost certain.
    pub survival_probability: f64,
    /// Probability that the price reaches the level by a leap over it.
    pub leap_probability: f64,
    /// Probability that the price lands more than `overshoot` beyond the level.
    pub beyond_probability: f64,
    /// Mean of the logarithm by which a leap overshoots: the inverse of its rate.
    pub mean_log_overshoot: f64,
    /// Derivatives of the probability; absent where it is certain or they are not resolved.
    pub greeks: Option<HitGreeks>,
}

/// The probability that a price with jumps reaches a level within a horizon, and how far it lands beyond.
///
/// ```
/// use hashinsight_derivatives::Measure;
/// use hashinsight_derivatives::pricing::{BarrierSide, FirstPassage, KouJumps, KouPassageRequest, kou_passage};
/// use hashinsight_units::{AssetPrice, Fraction, Intensity, LogMove, Rate, TailRate, Volatility, Years};
/// let passage = FirstPassage::new(
///     AssetPrice::new(50_000.0)?,
///     AssetPrice::new(45_500.0)?,
///     BarrierSide::Down,
///     Years::new(7.0 / 365.0)?,
///     Rate::new(0.0)?,
///     Volatility::new(0.55)?,
/// );
/// let jumps =
///     KouJumps::new(Intensity::new(20.0)?, Fraction::new(0.45)?, TailRate::new(30.0)?, TailRate::new(25.0)?);
/// let request = KouPassageRequest::new(passage, jumps, LogMove::new(0.02)?, Measure::RiskNeutral);
/// let report = kou_passage(&request)?;
/// assert_eq!(format!("{:.6}", report.probability), "0.248194");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.up_rate.out_of_range` for a rate of 1 or less; `derivatives.overshoot.out_of_range` for a negative one;
/// `derivatives.volatility.unsupported` without volatility, and with so little that the transform is not resolved.
pub fn kou_passage(request: &KouPassageRequest) -> Result<KouPassageReport, Error> {
    let KouPassageRequest { passage, jumps, overshoot, measure } = *request;
    let FirstPassage { spot, barrier, side, years, volatility, .. } = passage;
    if overshoot.get() < 0.0 {
        jumps.check()?;
        return Err(refuse("overshoot", overshoot.get(), "0 to 10"));
    }
    let (model, distance) = checked_model(&passage, &jumps)?;
    let (sigma, years, intensity) = (volatility.get(), years.get(), jumps.jumps_per_year.get());
    let overshoot_rate = match side {
        BarrierSide::Up => jumps.up_rate.get(),
        BarrierSide::Down => jumps.down_rate.get(),
    };
    let report = |[probability, survival_probability]: [f64; 2], leap_probability: f64, greeks| KouPassageReport {
        measure,
        probability,
        survival_probability,
        leap_probability,
        beyond_probability: leap_probability * exp(-overshoot_rate * overshoot.get()),
        mean_log_overshoot: 1.0 / overshoot_rate,
        greeks,
    };
    if side.is_touched(spot.get(), barrier.get()) {
        return Ok(report([1.0, 0.0], 0.0, None));
    }
    if years == 0.0 {
        return Ok(report([0.0, 1.0], 0.0, None));
    }
    if intensity == 0.0 || distance == 0.0 {
        let diffusion = hit_probability(&HitProbabilityRequest::new(passage, measure));
        return Ok(report([diffusion.probability, diffusion.survival_probability], 0.0, diffusion.greeks));
    }
    let [reached, leapt] = model.by(years, distance).ok_or_else(|| unresolved(sigma))?;
    let probability = clamp(reached, 0.0, 1.0);
    let survival = clamp(model.survival(years, distance, reached), 0.0, 1.0);
    let greeks = model.greeks(side, years, distance, [spot.get(), barrier.get()]);
    Ok(report([probability, survival], clamp(leapt, 0.0, probability), greeks))
}

/// The model of a passage, and the distance of its level in the logarithm.
///
/// # Errors
/// Those of [`kou_passage`].
pub(super) fn checked_model(passage: &FirstPassage, jumps: &KouJumps) -> Result<(Model, f64), Error> {
    let FirstPassage { spot, barrier, side, drift_per_year, volatility, .. } = *passage;
    jumps.check()?;
    if volatility.get() == 0.0 {
        return Err(unsupported("volatility", volatility.get(), "a volatility above 0"));
    }
    let (sigma, intensity) = (volatility.get(), jumps.jumps_per_year.get());
    let log_drift = drift_per_year.get() - 0.5 * sigma * sigma - intensity * jumps.mean_growth();
    // Seen from the other side, a fall is a rise.
    let (p, up, down) = (jumps.up_probability.get(), jumps.up_rate.get(), jumps.down_rate.get());
    let model = match side {
        BarrierSide::Up => Model { drift: log_drift, sigma, intensity, p, toward: up, away: down },
        BarrierSide::Down => Model { drift: -log_drift, sigma, intensity, p: 1.0 - p, toward: down, away: up },
    };
    // A pole of jumps that do not occur is put where it does not disturb.
    let far = 100.0 * (1.0 + model.drift.abs() / (sigma * sigma));
    let model = Model {
        toward: if model.p == 0.0 { far } else { model.toward },
        away: if model.p == 1.0 { far } else { model.away },
        ..model
    };
    Ok((model, ln_ratio(barrier.get(), spot.get()).abs()))
}

/// Logarithm of the price, seen so that it rises toward the level.
#[derive(Clone, Copy, Debug)]
pub(super) struct Model {
    pub(super) drift: f64,
    pub(super) sigma: f64,
    pub(super) intensity: f64,
    pub(super) p: f64,
    pub(super) toward: f64,
    pub(super) away: f64,
}

impl Model {
    /// Probabilities by time `t` of a passage over `b`, and of a leap; `None` where the transform is not resolved.
    ///
    /// Passages before `t` have the transform `E(alpha)/alpha`, good where they are rare. Those after `t` have `(E(0) - E(alpha))/alpha`, which
    /// has no pole at 0 and is singular only where `alpha <= G* = min G < 0`: inverted around `G*` and multiplied by `e^(G* t)` it is smooth
    /// however strong the drift.
    fn by(&self, t: f64, b: f64) -> Option<[f64; 2]> {
        let lowest = self.lowest();
        let scale = exp(lowest * t);
        let ever = self.passage(Complex::default(), b);
        let both = |alpha: Complex| {
            let (all, leaps) = self.passage(alpha, b);
            [all, leaps]
        };
        let soon = invert_laplace_checked_each(|alpha| both(alpha).map(|value| value / alpha), t);
        if soon.iter().all(|(_, doubt)| *doubt < 1e-11) {
            return Some(soon.map(|(value, _)| value));
        }
        let totals = [ever.0.re, ever.1.re];
        let late = |s: Complex| {
            let alpha = s + Complex::from(lowest);
            let [all, leaps] = both(alpha);
            [(Complex::from(totals[0]) - all) / alpha, (Complex::from(totals[1]) - leaps) / alpha]
        };
        let late = invert_laplace_checked_each(late, t);
        let by = |k: usize| {
            let ((soon, soon_doubt), (later, doubt)) = (soon[k], late[k]);
            if soon_doubt < 1e-11 {
                return Some(soon);
            }
            // The one that is less in doubt answers.
            let (value, doubt) = if doubt * scale < soon_doubt {
                (totals[k] - later * scale, doubt * scale)
            } else {
                (soon, soon_doubt)
            };
            (doubt < DOUBT).then_some(value)
        };
        Some([by(0)?, by(1)?])
    }

    /// Probability of no passage over `b` by time `t`, where `reached` is that of one: its transform `(1 - E(alpha))/alpha` has no pole right of
    /// `G*` under a drift toward the level, so that `e^(G* t)` carries the size and the inversion the digits.
    fn survival(&self, t: f64, b: f64, reached: f64) -> f64 {
        let rest = 1.0 - reached;
        let lowest = self.lowest();
        let total = self.passage(Complex::default(), b).0.re;
        if rest > 1e-3 || total < 1.0 - 1e-9 {
            return rest;
        }
        let late = |s: Complex| {
            let alpha = s + Complex::from(lowest);
            (Complex::from(1.0) - self.passage(alpha, b).0) / alpha
        };
        let (later, doubt) = invert_laplace_checked(late, t);
        let survival = later * exp(lowest * t);
        // Where the inversion is in doubt the difference is as good.
        if doubt < 1e-6 * later.abs() { survival } else { rest }
    }

    /// The least value of `G` between its poles.
    pub(super) fn lowest(&self) -> f64 {
        let Self { drift, sigma, intensity, p, toward, away } = *self;
        let slope = |beta: f64| {
            let (up, down) = (toward - beta, away + beta);
            drift + sigma * sigma * beta + intensity * (p * toward / (up * up) - (1.0 - p) * away / (down * down))
        };
        let (low, high) = (-away * (1.0 - 1e-9), toward * (1.0 - 1e-9));
        let beta = find_root(slope, low, high, 0.0).unwrap_or(if slope(0.0) > 0.0 { low } else { high });
        let jumps = p * toward / (toward - beta) + (1.0 - p) * away / (away + beta) - 1.0;
        drift * beta + 0.5 * sigma * sigma * beta * beta + intensity * jumps
    }

    /// Transforms of the passage time over `b`: of all passages, and of the leaps.
    fn passage(&self, alpha: Complex, b: f64) -> (Complex, Complex) {
        let [first, second] = self.roots(alpha);
        let eta = Complex::from(self.toward);
        let (near, far) = ((-first * b).exp(), (-second * b).exp());
        let gap = second - first;
        let (one, two) = (eta - first, second - eta);
        let all = (one * second * near + two * first * far) / (gap * eta);
        let leaps = one * two * (near - far) / (gap * eta);
        (all, leaps)
    }

    /// The two roots of `G(beta) = alpha` with the greatest real parts, of four: Weierstrass' simultaneous iteration from the roots of the
    /// diffusion and the poles of the jumps.
    pub(super) fn roots(&self, alpha: Complex) -> [Complex; 2] {
        let Self { drift, sigma, intensity, p, toward, away } = *self;
        let square = sigma * sigma;
        let root = (Complex::from(drift * drift) + (alpha + Complex::from(intensity)) * (2.0 * square)).sqrt();
        let mut z = [
            (root - Complex::from(drift)) * (1.0 / square),
            (-root - Complex::from(drift)) * (1.0 / square),
            Complex::new(toward, 1e-3 * toward),
            Complex::new(-away, 1e-3 * away),
        ];
        let value = |beta: Complex| {
            let up = Complex::from(toward) - beta;
            let down = Complex::from(away) + beta;
            let smooth = beta * beta * (0.5 * square) + beta * drift - Complex::from(intensity) - alpha;
            let jumps = down * (p * toward) + up * ((1.0 - p) * away);
            smooth * up * down + jumps * intensity
        };
        for _ in 0..200 {
            let mut moved = 0.0;
            for i in 0..4 {
                let others =
                    (0..4).filter(|j| *j != i).fold(Complex::from(-0.5 * square), |product, j| product * (z[i] - z[j]));
                let step = value(z[i]) / others;
                if !(step.re.is_finite() && step.im.is_finite()) {
                    continue;
                }
                z[i] = z[i] - step;
                let change = step.abs() / (1e-300 + z[i].abs());
                if change > moved {
                    moved = change;
                }
            }
            if moved < 4e-16 {
                break;
            }
        }
        z.order_by(|a, b| b.re.total_cmp(&a.re));
        [z[1], z[0]]
    }
}

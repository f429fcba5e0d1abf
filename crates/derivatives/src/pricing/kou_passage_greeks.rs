//! How passages under Kou's jumps vary, and what 1 paid at one is worth.
//!
//! The transform of the passage time is a function of the distance `b` and of two roots of `G(beta) = alpha`. Its derivatives by the distance are
//! its own; all others go through the roots, and none is a difference:
//!
//! ```text
//! volatility    d beta = -G_sigma / G_beta        drift    d beta = -beta / G_beta        rate    d beta = 1 / G_beta
//! value of 1 paid at the passage, by the horizon     E(alpha + r) / alpha
//! horizon       E(alpha + r), the density of the passage time, discounted
//! ```
//!
//! and is inverted as the probability is. What a derivative is in doubt by counts beside its own unit: deviations of the distance, the volatility,
//! the horizon. In other units, those of a year, nothing would be resolved at small times, where a density has the size of `1 / t`.

use hashinsight_numerics::{Complex, exp, invert_laplace_checked_each};

use super::barrier_terms::BarrierSide;
use super::hit_probability::HitGreeks;
use super::kou_passage::Model;
use super::touch_value::TouchValue;

/// Greatest doubt of a derivative that is answered, of itself and of a hundredth of its unit.
const DOUBT: f64 = 1e-6;
const SMALL: f64 = 1e-2;

/// Transforms of an event, all from the left of the horizon: itself, by the distance once and twice, by volatility, drift and rate.
type Transforms = [Complex; 6];
/// The same of a passage and of a leap, divided by the variable of the transform, and the densities.
type All = [Complex; 14];

/// An event by a horizon and how it varies: value, by distance once and twice, by volatility, drift and rate, by the horizon. `None` where one
/// is not resolved.
pub(super) type Variation = Option<[f64; 7]>;

impl Model {
    /// Derivatives of the probability of a passage by time `t`, where the level is `b` away; `None` where one is not resolved.
    pub(super) fn greeks(&self, side: BarrierSide, t: f64, b: f64, [spot, level]: [f64; 2]) -> Option<HitGreeks> {
        let [_, once, twice, by_volatility, _, _, by_years] = self.variations(side, t, b, 0.0)[0]?;
        // Down, the distance is ln(S / H); up, ln(H / S).
        let w = side.sign();
        HitGreeks::finite(HitGreeks {
            by_spot: w * once / spot,
            by_spot_twice: (twice - w * once) / (spot * spot),
            by_barrier: 0.0 - w * once / level,
            by_volatility,
            by_years,
        })
    }

    /// A passage and a leap by time `t`, discounted by a rate, and how they vary.
    pub(super) fn variations(&self, side: BarrierSide, t: f64, b: f64, rate: f64) -> [Variation; 2] {
        // In the logarithm seen so that it rises toward the level.
        let toward = if side == BarrierSide::Up { 1.0 } else { -1.0 };
        let lowest = self.lowest();
        let at_rate = self.transforms(Complex::from(rate), b, toward);
        let all = |[all, leap]: [Transforms; 2], alpha: Complex, at_rest: Option<&[Transforms; 2]>| -> All {
            let left = |event: usize, pick: usize, value: Complex| match at_rest {
                Some(rest) => (Complex::from(rest[event][pick].re) - value) / alpha,
                None => value / alpha,
            };
            std::array::from_fn(|k| match k {
                12 => all[0],
                13 => leap[0],
                k if k < 6 => left(0, k, all[k]),
                k => left(1, k - 6, leap[k - 6]),
            })
        };
        let shift = Complex::from(rate);
        let soon = invert_laplace_checked_each(|alpha| all(self.transforms(alpha + shift, b, toward), alpha, None), t);
        // Around the least value of G, where a strong drift does no harm.
        let moved = lowest - rate;
        let late = |s: Complex| {
            let event = self.transforms(s + Complex::from(lowest), b, toward);
            all(event, s + Complex::from(moved), Some(&at_rate))
        };
        let (late, carried) = (invert_laplace_checked_each(late, t), exp(moved * t));
        let deviation = self.sigma * t.sqrt();
        // What each is counted in.
        let units = [1.0, 1.0 / deviation, 1.0 / (deviation * deviation), 1.0 / self.sigma, t / deviation, t, 1.0 / t];
        let one = |event: usize, pick: usize| {
            let is_density = pick == 6;
            let place = if is_density { 12 + event } else { 6 * event + pick };
            let (later, late_doubt) = late[place];
            let shifted = if is_density { later * carried } else { at_rate[event][pick].re - later * carried };
            let (value, doubt) = soon[place];
            let (value, doubt) =
                if late_doubt * carried < doubt { (shifted, late_doubt * carried) } else { (value, doubt) };
            (value.is_finite() && doubt <= DOUBT * (value.abs() + SMALL * units[pick])).then_some(value)
        };
        [0, 1].map(|event| {
            let mut found = [0.0; 7];
            for (pick, value) in found.iter_mut().enumerate() {
                *value = one(event, pick)?;
            }
            Some(found)
        })
    }

    /// Transforms of all passages and of the leaps; `toward` is the sign by which the price's drift leads to the level.
    fn transforms(&self, alpha: Complex, b: f64, toward: f64) -> [Transforms; 2] {
        let Self { drift, sigma, intensity, p, toward: eta, away } = *self;
        let [first, second] = self.roots(alpha);
        let far_off = Complex::from(eta);
        let (near, far) = ((-first * b).exp(), (-second * b).exp());
        let (one, two, gap) = (far_off - first, second - far_off, second - first);
        let scale = Complex::from(1.0) / (gap * far_off);
        // By the roots, and by everything else through them.
        let slope = |beta: Complex| {
            let (up, down) = (far_off - beta, Complex::from(away) + beta);
            Complex::from(drift) + beta * (sigma * sigma) + Complex::from(intensity * p * eta) / (up * up)
                - Complex::from(intensity * (1.0 - p) * away) / (down * down)
        };
        // Without jumps toward the level the pole is a root of its own, which stays where it is.
        if p == 0.0 {
            let root = if (first - far_off).abs() > (second - far_off).abs() { first } else { second };
            let value = (-root * b).exp();
            let own = Complex::from(drift) + root * (sigma * sigma)
                - Complex::from(intensity * away) / ((Complex::from(away) + root) * (Complex::from(away) + root));
            let by_root = -value * b / own;
            let by_volatility = -(root * (-toward * sigma) + root * root * sigma) * by_root;
            let all = [value, -root * value, root * root * value, by_volatility, -root * toward * by_root, by_root];
            return [all, [Complex::default(); 6]];
        }
        let slopes = [slope(first), slope(second)];
        let through = |event: [Complex; 3], by: [Complex; 2]| -> Transforms {
            let moved = |by_root: [Complex; 2]| by[0] * by_root[0] + by[1] * by_root[1];
            let each = |f: &dyn Fn(Complex) -> Complex| [f(first) / slopes[0], f(second) / slopes[1]];
            // The drift of the logarithm is that of the price less half of the variance.
            let by_volatility = moved(each(&|beta| -(beta * (-toward * sigma) + beta * beta * sigma)));
            let by_drift = moved(each(&|beta| -beta * toward));
            let by_rate = moved(each(&|_| Complex::from(1.0)));
            [event[0], event[1], event[2], by_volatility, by_drift, by_rate]
        };
        let all = (one * second * near + two * first * far) * scale;
        let once = -(one * second * first * near + two * first * second * far) * scale;
        let twice = (one * second * first * first * near + two * first * second * second * far) * scale;
        let by_first = (two * far - second * near - one * second * near * b) * scale + all / gap;
        let by_second = (one * near + first * far - two * first * far * b) * scale - all / gap;
        let both = one * two * scale;
        let leap = both * (near - far);
        let leap_once = both * (second * far - first * near);
        let leap_twice = both * (first * first * near - second * second * far);
        let leap_first = leap / gap - two * scale * (near - far) - both * near * b;
        let leap_second = one * scale * (near - far) - leap / gap + both * far * b;
        [
            through([all, once, twice], [by_first, by_second]),
            through([leap, leap_once, leap_twice], [leap_first, leap_second]),
        ]
    }
}

impl TouchValue {
    /// From derivatives by the distance to those by the spot.
    pub(super) fn of_distance(side: BarrierSide, spot: f64, variation: [f64; 7]) -> Self {
        let [value, once, twice, by_volatility, by_drift, by_rate, by_years] = variation;
        let w = side.sign();
        Self {
            value,
            by_spot: w * once / spot,
            by_spot_twice: (twice - w * once) / (spot * spot),
            by_volatility,
            by_years,
            by_rate,
            by_drift,
        }
    }
}

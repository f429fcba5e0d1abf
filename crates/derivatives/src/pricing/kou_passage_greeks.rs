//! How the probability of a passage under Kou's jumps varies.
//!
//! The transform of the passage time is a function of the distance and of two roots of `G(beta) = alpha`: the derivatives by the distance are
//! its own, that by the volatility goes through the roots, `d beta / d sigma = -G_sigma / G_beta`, and that by the horizon is the density.
//! Each is inverted as the probability is; no differences are taken.

use hashinsight_numerics::{Complex, exp, invert_laplace_checked};

use super::barrier_terms::BarrierSide;
use super::hit_probability::HitGreeks;
use super::kou_passage::Model;

/// Greatest doubt of a derivative that is answered, of itself.
const DOUBT: f64 = 1e-7;

/// Derivatives of a transform by the distance, once and twice, and by the volatility; and itself.
type Transforms = [Complex; 4];

impl Model {
    /// Derivatives of the probability by time `t`, where the level is `b` away; `None` where one is not resolved.
    pub(super) fn greeks(&self, side: BarrierSide, t: f64, b: f64, [spot, level]: [f64; 2]) -> Option<HitGreeks> {
        // In the logarithm seen so that it rises toward the level.
        let drift_by_sigma = if side == BarrierSide::Up { -self.sigma } else { self.sigma };
        let lowest = self.lowest();
        let at_rest = self.transforms(Complex::default(), b, drift_by_sigma);
        let invert = |pick: usize, scale: f64| {
            let is_density = pick == 3;
            let soon = |alpha: Complex| {
                let value = self.transforms(alpha, b, drift_by_sigma)[pick];
                if is_density { value } else { value / alpha }
            };
            let (value, doubt) = invert_laplace_checked(soon, t);
            // Around the least value of G, where a strong drift does no harm.
            let late = |s: Complex| {
                let alpha = s + Complex::from(lowest);
                let value = self.transforms(alpha, b, drift_by_sigma)[pick];
                if is_density { value } else { (Complex::from(at_rest[pick].re) - value) / alpha }
            };
            let (later, late_doubt) = invert_laplace_checked(late, t);
            let carried = exp(lowest * t);
            let shifted = if is_density { later * carried } else { at_rest[pick].re - later * carried };
            let (value, doubt) =
                if late_doubt * carried < doubt { (shifted, late_doubt * carried) } else { (value, doubt) };
            (doubt <= DOUBT * (value.abs() + scale)).then_some(value)
        };
        let (once, twice) = (invert(0, 1e-3)?, invert(1, 1e-3)?);
        // Down, the distance is ln(S / H); up, ln(H / S).
        let w = side.sign();
        HitGreeks::finite(HitGreeks {
            by_spot: w * once / spot,
            by_spot_twice: (twice - w * once) / (spot * spot),
            by_barrier: 0.0 - w * once / level,
            by_volatility: invert(2, 1e-3)?,
            by_years: invert(3, 1e-3)?,
        })
    }

    fn transforms(&self, alpha: Complex, b: f64, drift_by_sigma: f64) -> Transforms {
        let Self { drift, sigma, intensity, p, toward, away } = *self;
        let [first, second] = self.roots(alpha);
        let eta = Complex::from(toward);
        let (near, far) = ((-first * b).exp(), (-second * b).exp());
        let (one, two, gap) = (eta - first, second - eta, second - first);
        let scale = Complex::from(1.0) / (gap * eta);
        let all = (one * second * near + two * first * far) * scale;
        let once = -(one * second * first * near + two * first * second * far) * scale;
        let twice = (one * second * first * first * near + two * first * second * second * far) * scale;
        // By the roots, and by the volatility through them.
        let by_first = (two * far - second * near - one * second * near * b) * scale + all / gap;
        let by_second = (one * near + first * far - two * first * far * b) * scale - all / gap;
        let moved = |beta: Complex| {
            let (up, down) = (eta - beta, Complex::from(away) + beta);
            let slope =
                Complex::from(drift) + beta * (sigma * sigma) + Complex::from(intensity * p * toward) / (up * up)
                    - Complex::from(intensity * (1.0 - p) * away) / (down * down);
            -(beta * drift_by_sigma + beta * beta * sigma) / slope
        };
        [once, twice, by_first * moved(first) + by_second * moved(second), all]
    }
}

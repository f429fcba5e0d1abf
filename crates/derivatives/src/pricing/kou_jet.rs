//! Kou's price with its derivatives, down to seconds before expiry.
//!
//! Without a jump the price is Black's and with exactly one it is closed: integrated by parts, an exponential jump of rate `eta` up gives
//! `B + F / c [N(d1) + e^(c s d1 + c^2 s^2 / 2) N(-d1 - c s)]` with `c = eta - 1`, one down `B - F / c [N(d1) - e^(-c s d1 + c^2 s^2 / 2)
//! N(d1 - c s)]` with `c = eta + 1`. What two and more jumps add is Lewis' integral of a transform that falls as `u^-4` even without
//! diffusion, and its derivatives are integrals of the same transform times polynomials: no differences are taken.

use hashinsight_numerics::{Complex, GaussLegendre, max, min, pow};

use super::EuropeanOption;
use super::barrier_jet::black;
use super::jet::{Jet, Market, Number};
use super::kou::KouJumps;
use super::option::sign;

/// Most panels that are worth an answer.
pub(super) const MOST_PANELS: f64 = 100_000.0;

/// A price under Kou's jumps.
pub(super) struct Series<'a> {
    option: &'a EuropeanOption,
    jumps: &'a KouJumps,
    market: Market,
    /// `ln(F / K)`, compensated for the jumps that do not come.
    pub(super) x: Jet,
    pub(super) asset: Jet,
    pub(super) cash: Jet,
    /// Expected number of jumps.
    pub(super) count: Jet,
    pub(super) deviation: Jet,
}

impl<'a> Series<'a> {
    pub(super) fn new(option: &'a EuropeanOption, jumps: &'a KouJumps) -> Self {
        let market = Market::new(option.spot.get(), &option.price);
        let strike = option.strike.get();
        let count = market.years * jumps.jumps_per_year.get();
        let compensator = -count * jumps.mean_growth();
        let certain = market.volatility.value == 0.0 || market.years.value == 0.0;
        Self {
            option,
            jumps,
            market,
            x: market.spot.ln_over(strike) + (market.rate - market.carry_yield) * market.years + compensator,
            asset: market.asset() * compensator.exp(),
            cash: market.discount() * strike,
            count,
            deviation: if certain { Jet::constant(0.0) } else { market.deviation() },
        }
    }

    /// The price; `None` where it has a corner, or jumps alone are no diffusion.
    pub(super) fn price(&self) -> Option<Jet> {
        let w = sign(self.option.kind);
        let none = black(w, [self.asset, self.cash, self.x, self.deviation])?;
        let weight = (-self.count).exp();
        if self.jumps.jumps_per_year.get() == 0.0 {
            return Some(none);
        }
        let one = weight * self.count * self.one_jump(w, none);
        let more = if self.count.value == 0.0 { Jet::constant(0.0) } else { self.more_jumps(w)? };
        Some(weight * none + one + more)
    }

    /// Whether the forward is beyond the strike, the compensator apart: where the line of the tail may not lie.
    pub(super) fn is_in_the_money(&self, w: f64) -> bool {
        w * self.x.value >= 0.0
    }

    /// Exercise at the forward of an option in the money, nothing of one out of it.
    pub(super) fn exercise(&self, w: f64) -> Jet {
        if !self.is_in_the_money(w) {
            return Jet::constant(0.0);
        }
        let held = self.market.asset() - self.cash;
        if w > 0.0 { held } else { -held }
    }

    /// Price if exactly one jump comes.
    fn one_jump(&self, w: f64, none: Jet) -> Jet {
        let asset = self.asset;
        let (p, up, down) = self.rates();
        let (held, tail) = self.carried(1.0);
        let rise = if p > 0.0 { (held + tail(up - 1.0)) * (p / (up - 1.0)) } else { Jet::constant(0.0) };
        let fall = if p < 1.0 { (held - tail(-down - 1.0)) * ((1.0 - p) / (down + 1.0)) } else { Jet::constant(0.0) };
        let call = asset * (rise - fall);
        let mean = if w > 0.0 { Jet::constant(0.0) } else { asset * self.jumps.mean_growth() };
        none + call - mean
    }

    /// What a jump carries over the strike: of the asset held at it, `N(d1)` of a call and `-N(-d1)` of a put, and `e^(c s d1 + ...) N(-+d1 - c
    /// s)` of a jump.
    pub(super) fn carried(&self, w: f64) -> (Jet, Box<dyn Fn(f64) -> Jet>) {
        let Self { x, deviation: s, .. } = *self;
        if s.value == 0.0 {
            let inside = x.value > 0.0;
            let tail = move |c: f64| if inside == (c < 0.0) { (x * c).exp() } else { Jet::constant(0.0) };
            let held = match (inside, w > 0.0) {
                (true, true) => 1.0,
                (false, false) => -1.0,
                (true, false) | (false, true) => 0.0,
            };
            return (Jet::constant(held), Box::new(tail));
        }
        let d1 = x * s.recip() + s * 0.5;
        let tail = move |c: f64| {
            let side = if c > 0.0 { -1.0 } else { 1.0 };
            let moved = d1 + s * c;
            (s * d1 * c + s * s * (0.5 * c * c)).exp_normal_cdf(moved * side)
        };
        (if w > 0.0 { d1.normal_cdf() } else { -(-d1).normal_cdf() }, Box::new(tail))
    }

    pub(super) fn rates(&self) -> (f64, f64, f64) {
        (self.jumps.up_probability.get(), self.jumps.up_rate.get(), self.jumps.down_rate.get())
    }

    /// Deviation of the logarithm, jumps included.
    pub(super) fn spread(&self) -> f64 {
        (self.deviation.value * self.deviation.value + self.count.value * self.jumps.second_moment()).sqrt()
    }

    /// What two and more jumps add.
    fn more_jumps(&self, w: f64) -> Option<Jet> {
        let Self { x, asset, cash, count, .. } = *self;
        // The mean of what is exchanged: e^(-n) (e^(n J) - 1 - n J) at J = 1 + growth for the asset, at J = 1 for cash.
        let share = |each: f64| (count * (each - 1.0)).exp() - (-count).exp() * (Jet::constant(1.0) + count * each);
        let mean = if w > 0.0 { asset * share(1.0 + self.jumps.mean_growth()) } else { cash * share(1.0) };
        // The compensator stands in `asset` and in `x`, and the transform has it once.
        let root = (asset * cash).sqrt();
        let (p, up, down) = self.rates();
        let heaviest = count.value * (p * up + (1.0 - p) * down);
        let (deviation, years) = (self.deviation.value, self.market.years.value);
        let tail = pow(heaviest * heaviest / 6e-18, 1.0 / 3.0);
        let tail = max(tail, 2.0 * heaviest + 10.0 * max(p * up, (1.0 - p) * down));
        let end = if deviation > 0.0 { min(9.0 / deviation, tail) } else { tail };
        let total = self.spread();
        let widest = min(8.0 / max(x.value.abs(), 1e-3 * years.sqrt()), 3.0 / total);
        if end / widest > MOST_PANELS {
            return None;
        }
        let rule = GaussLegendre::new(16).ok()?;
        let (mut low, mut sum) = (0.0, Jet::constant(0.0));
        while low < end {
            let half = 0.5 * min(0.5 * (0.5 + low), widest);
            for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
                let u = low + half + half * node;
                let density = Complex::from(1.0 / (u * u + 0.25));
                let part = self.transform(Complex::new(0.5, u), Complex::new(0.0, u), density);
                sum = sum + part * (half * weight);
            }
            low += 2.0 * half;
        }
        Some(mean - root * sum * std::f64::consts::FRAC_1_PI)
    }

    /// `Re(e^(turn x) M(s) density)` of the paths with two and more jumps, `M` the moment generating function without its mean.
    pub(super) fn transform(&self, s: Complex, turn: Complex, density: Complex) -> Jet {
        let (p, up, down) = self.rates();
        let (spot, sigma, years) = (self.market.spot.value, self.market.volatility.value, self.market.years.value);
        let one = Complex::from(1.0);
        let curve = s * s - s;
        let jump = Complex::from(p * up) / (Complex::from(up) - s)
            + Complex::from((1.0 - p) * down) / (Complex::from(down) + s);
        let intensity = self.jumps.jumps_per_year.get();
        let z = jump * (intensity * years);
        let diffusion =
            (curve * (0.5 * sigma * sigma * years) + turn * self.x.value - Complex::from(intensity * years)).exp();
        let (rest, slope) = (exponential_rest(z), z.exp() - one);
        let whole = diffusion * rest;
        // Derivatives of the exponent: x carries spot, rates and the compensator.
        let carry = self.market.rate.value - self.market.carry_yield.value - intensity * self.jumps.mean_growth();
        let by_spot = turn * (1.0 / spot);
        let by_sigma = curve * (sigma * years);
        let by_years = turn * carry + curve * (0.5 * sigma * sigma) - Complex::from(intensity);
        let with_years = whole * by_years + diffusion * slope * jump * intensity;
        let part = |value: Complex| (value * density).re;
        Jet::of(
            part(whole),
            [
                part(whole * by_spot),
                part(whole * by_sigma),
                part(whole * turn * years),
                part(whole * turn * -years),
                part(with_years),
            ],
            [
                part(whole * (by_spot * by_spot - by_spot * (1.0 / spot))),
                part(whole * by_spot * by_sigma),
                part(whole * (by_sigma * by_sigma + curve * years)),
                part(with_years * by_spot),
            ],
        )
    }
}

/// `e^z - 1 - z`, by its series where that would cancel.
pub(super) fn exponential_rest(z: Complex) -> Complex {
    let one = Complex::from(1.0);
    if z.abs() > 0.5 {
        return z.exp() - one - z;
    }
    let series = (3..=18).rev().fold(one, |sum, n| one + z * sum * (1.0 / f64::from(n)));
    z * z * series * 0.5
}

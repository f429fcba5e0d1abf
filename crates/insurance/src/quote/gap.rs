//! What a fill beyond the bankruptcy price costs, under Kou's model.
//!
//! A leap over the liquidation price `H` overshoots it in the logarithm by an exponential amount of rate `eta`, whatever came before. Beyond
//! the bankruptcy price `B`, `d = |ln(H/B)|` further, a long of quantity `q` loses `q (B - H e^(-o))` more than its margin, a short
//! `q (H e^o - B)`. What the terms pay is linear in that between deductible and limit, so that its mean is closed.

use hashinsight_derivatives::margin::ContractKind;
use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_numerics::{exp, ln, ln_ratio};
use hashinsight_units::{Error, Problem};

use super::KouModel;
use super::value::{Setting, Value};
use crate::cover::{Cover, CoveredAccount, CoveredSum, FrozenTerms, estimate};
use crate::refuse::tell;

/// Parts of equal probability that the distribution of the payout is told in.
const PARTS: u32 = 64;

/// Loss beyond the bankruptcy price as a function of the overshoot.
struct Overshoot {
    quantity: f64,
    level: f64,
    bankruptcy: f64,
    /// Rate of the overshoot.
    rate: f64,
    /// +1 for a long, -1 for a short.
    sign: f64,
    /// Fraction of the loss that is covered, deductible, share after coinsurance, and the most that is paid.
    terms: [f64; 4],
}

/// Expected payout for what a leap costs beyond the margin.
pub(super) fn gap(cover: &Cover, frozen: &FrozenTerms, setting: &Setting, model: &KouModel) -> Result<Value, Error> {
    let (CoveredAccount::Position(position), Some(bankruptcy)) = (&cover.account, frozen.bankruptcy_price) else {
        return Ok(Value::closed(0.0, Vec::new()));
    };
    if position.position.contract == ContractKind::Inverse {
        let allowed = "linear, for the price of a gap";
        return Err(tell("contract", Problem::Unsupported, "inverse", allowed).at("cover.account.position"));
    }
    let [level] = frozen.levels.as_slice() else { return Ok(Value::closed(0.0, Vec::new())) };
    let (sign, rate) = match level.side {
        BarrierSide::Down => (1.0, model.jumps.down_rate.get()),
        BarrierSide::Up => (-1.0, model.jumps.up_rate.get()),
    };
    let share = match cover.terms.sum {
        CoveredSum::Fraction { of_loss } => estimate(of_loss),
        CoveredSum::Fixed { .. } => 1.0,
    };
    let terms = [
        share,
        estimate(cover.terms.deductible.unwrap_or_default()),
        1.0 - estimate(cover.terms.coinsurance.unwrap_or_default()),
        estimate(frozen.maximum_payout),
    ];
    let overshoot =
        Overshoot { quantity: position.position.quantity.get(), level: level.price, bankruptcy, rate, sign, terms };
    let (value, by_expiry) = setting.paid(|t| Ok(setting.kou(level, model, t)?.leap_probability))?;
    let payouts = overshoot.parts(by_expiry);
    Ok(Value::closed(overshoot.mean() * value, payouts))
}

impl Overshoot {
    /// Overshoot at which the loss beyond the margin is so great.
    fn at(&self, loss: f64) -> f64 {
        let price = self.bankruptcy - self.sign * loss / self.quantity;
        if price > 0.0 { self.sign * ln_ratio(self.level, price) } else { f64::INFINITY }
    }

    /// Loss at which the payout begins, and at which it is the most.
    fn bounds(&self) -> [f64; 2] {
        let [share, deductible, kept, most] = self.terms;
        [deductible / share, (deductible + most / kept) / share]
    }

    fn paid(&self, overshoot: f64) -> f64 {
        let [share, deductible, kept, most] = self.terms;
        let fill = self.level * exp(-self.sign * overshoot);
        let loss = self.sign * self.quantity * (self.bankruptcy - fill);
        let above = kept * (share * loss - deductible);
        if above <= 0.0 {
            0.0
        } else if above < most {
            above
        } else {
            most
        }
    }

    /// Mean payout of a leap.
    fn mean(&self) -> f64 {
        let [share, deductible, kept, most] = self.terms;
        let [begins, ends] = self.bounds().map(|loss| self.at(loss));
        let begins = if begins > 0.0 { begins } else { 0.0 };
        if begins >= ends {
            return most * exp(-self.rate * begins);
        }
        // Between: kept (share s q (B - H e^(-s o)) - D), against the density eta e^(-eta o).
        let (s, q, eta) = (self.sign, self.quantity, self.rate);
        let constant = kept * (share * s * q * self.bankruptcy - deductible);
        let [from, to] = [begins, ends].map(|o| exp(-eta * o));
        let [tilted_from, tilted_to] = [begins, ends].map(|o| if o.is_finite() { exp(-(eta + s) * o) } else { 0.0 });
        constant * (from - to) - kept * share * s * q * self.level * eta / (eta + s) * (tilted_from - tilted_to)
            + most * to
    }

    /// Payouts above 0 with their probabilities, in parts of equal probability: each at its middle, the greatest in one.
    fn parts(&self, leaps: f64) -> Vec<(f64, f64)> {
        let [begins, ends] = self.bounds().map(|loss| self.at(loss));
        let begins = if begins > 0.0 { begins } else { 0.0 };
        let [begun, ended] = [begins, ends].map(|o| if o.is_finite() { exp(-self.rate * o) } else { 0.0 });
        let part = (begun - ended) / f64::from(PARTS);
        let middle = |k: u32| (self.paid(-ln(begun - (f64::from(k) + 0.5) * part) / self.rate), leaps * part);
        let mut parts: Vec<(f64, f64)> = if part > 0.0 { (0..PARTS).map(middle).collect() } else { Vec::new() };
        if ended > 0.0 {
            parts.push((self.terms[3], leaps * ended));
        }
        parts.retain(|(payout, probability)| *payout > 0.0 && *probability > 0.0);
        parts
    }
}

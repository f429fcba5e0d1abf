//! What a fill beyond the bankruptcy price costs, under Kou's model.
//!
//! A leap over the liquidation price `H` overshoots it in the logarithm by an exponential amount of rate `eta`, whatever came before. Beyond
//! the bankruptcy price `B` the position loses more than its margin:
//!
//! ```text
//! linear     long  q (B - H e^(-o))        short  q (H e^o - B)              in quote currency
//! inverse    long  n (e^o / H - 1 / B)     short  n (1 / B - e^(-o) / H)     in the coin
//! ```
//!
//! What the terms pay is linear in that between deductible and limit, so that its mean is closed.

use hashinsight_derivatives::margin::ContractKind;
use hashinsight_derivatives::pricing::{BarrierSide, TouchValue};
use hashinsight_numerics::{exp, ln};
use hashinsight_units::Error;

use super::KouModel;
use super::value::{Setting, Value};
use crate::cover::{Cover, CoveredAccount, CoveredSum, FrozenTerms, TriggerLevel, estimate};

/// Parts of equal probability that the distribution of the payout is told in.
const PARTS: u32 = 64;

/// Loss beyond the bankruptcy price as a function of the overshoot `o`: `constant + factor e^(sign o)`.
pub(super) struct Overshoot {
    constant: f64,
    factor: f64,
    sign: f64,
    /// Fraction of the loss that is covered, deductible, share after coinsurance, and the most that is paid.
    terms: [f64; 4],
}

impl Overshoot {
    /// Absent: no price liquidates, or none is bankrupt.
    pub(super) fn of(cover: &Cover, frozen: &FrozenTerms) -> Option<Self> {
        let (CoveredAccount::Position(position), [level]) = (&cover.account, frozen.levels.as_slice()) else {
            return None;
        };
        let (bankruptcy, quantity) = (frozen.bankruptcy_price?, position.position.quantity.get());
        // +1 for a long.
        let long = if level.side == BarrierSide::Down { 1.0 } else { -1.0 };
        let (constant, factor, sign) = match position.position.contract {
            ContractKind::Linear => (long * quantity * bankruptcy, -long * quantity * level.price, -long),
            ContractKind::Inverse => (-long * quantity / bankruptcy, long * quantity / level.price, long),
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
        Some(Self { constant, factor, sign, terms })
    }

    /// Overshoot at which the loss beyond the margin is so great; infinite where none is.
    fn at(&self, loss: f64) -> f64 {
        let ratio = (loss - self.constant) / self.factor;
        if ratio > 0.0 { self.sign * ln(ratio) } else { f64::INFINITY }
    }

    /// Overshoots at which the payout begins, and at which it is the most.
    fn bounds(&self) -> [f64; 2] {
        let [share, deductible, kept, most] = self.terms;
        let [begins, ends] = [deductible / share, (deductible + most / kept) / share].map(|loss| self.at(loss));
        [if begins > 0.0 { begins } else { 0.0 }, ends]
    }

    /// What is paid for an overshoot.
    pub(super) fn paid(&self, overshoot: f64) -> f64 {
        let [share, deductible, kept, most] = self.terms;
        let loss = self.constant + self.factor * exp(self.sign * overshoot);
        let above = kept * (share * loss - deductible);
        if above <= 0.0 {
            0.0
        } else if above < most {
            above
        } else {
            most
        }
    }

    /// Mean payout of a leap over a level.
    pub(super) fn mean_beyond(&self, level: &TriggerLevel, model: &KouModel) -> f64 {
        self.mean(rate_of(level, model))
    }

    /// Mean payout of a leap whose overshoot has this rate.
    fn mean(&self, rate: f64) -> f64 {
        let [share, deductible, kept, most] = self.terms;
        let [begins, ends] = self.bounds();
        if begins >= ends {
            return most * exp(-rate * begins);
        }
        // Between: kept (share (constant + factor e^(sign o)) - D), against the density rate e^(-rate o).
        let within = |tilt: f64| {
            if tilt == 0.0 {
                return rate * (ends - begins);
            }
            let last = if ends.is_finite() { exp(-tilt * ends) } else { 0.0 };
            rate / tilt * (exp(-tilt * begins) - last)
        };
        let beyond = if ends.is_finite() { exp(-rate * ends) } else { 0.0 };
        kept * ((share * self.constant - deductible) * within(rate) + share * self.factor * within(rate - self.sign))
            + most * beyond
    }

    /// Payouts above 0 with their probabilities, in parts of equal probability: each at its middle, the greatest in one.
    fn parts(&self, rate: f64, leaps: f64) -> Vec<(f64, f64)> {
        let [begun, ended] = self.bounds().map(|o| if o.is_finite() { exp(-rate * o) } else { 0.0 });
        let part = (begun - ended) / f64::from(PARTS);
        let middle = |k: u32| (self.paid(-ln(begun - (f64::from(k) + 0.5) * part) / rate), leaps * part);
        let mut parts: Vec<(f64, f64)> = if part > 0.0 { (0..PARTS).map(middle).collect() } else { Vec::new() };
        if ended > 0.0 {
            parts.push((self.terms[3], leaps * ended));
        }
        parts.retain(|(payout, probability)| *payout > 0.0 && *probability > 0.0);
        parts
    }
}

/// Rate of the overshoots of a level.
fn rate_of(level: &TriggerLevel, model: &KouModel) -> f64 {
    match level.side {
        BarrierSide::Down => model.jumps.down_rate.get(),
        BarrierSide::Up => model.jumps.up_rate.get(),
    }
}

/// Value of 1 paid at a leap within the watch, as it would be by the terms: those until its end less those before it begins.
pub(super) fn leaps_within(
    setting: &Setting,
    level: &TriggerLevel,
    model: &KouModel,
) -> Result<Option<TouchValue>, Error> {
    let leaps = |years| Ok::<_, Error>(setting.kou_touch(level, model, years)?.map(|found| found.leap));
    let before = if setting.from.get() > 0.0 { leaps(setting.from)? } else { Some(TouchValue::default()) };
    Ok(leaps(setting.years)?.zip(before).map(|(until, before)| until.less(&before)))
}

/// Expected payout for what a leap within the watch costs beyond the margin: a position that is liquidated before it is gone.
pub(super) fn gap(cover: &Cover, frozen: &FrozenTerms, setting: &Setting, model: &KouModel) -> Result<Value, Error> {
    let (Some(overshoot), [level]) = (Overshoot::of(cover, frozen), frozen.levels.as_slice()) else {
        return Ok(Value::closed(0.0, Vec::new()));
    };
    let rate = rate_of(level, model);
    let leaps = |t: f64| Ok::<_, Error>(setting.kou(level, model, t)?.leap_probability);
    let before = if setting.from.get() > 0.0 { leaps(setting.from.get())? } else { 0.0 };
    let (value, by_expiry) = setting
        .paid(|t| Ok(leaps(t)? - before), || Ok(leaps_within(setting, level, model)?.map(|found| found.value)))?;
    Ok(Value::closed(overshoot.mean(rate) * value, overshoot.parts(rate, by_expiry)))
}

//! Formulas that `differential.rs` leaves, against slow references: random inputs, the documented bound asserted. A proof takes a hundred
//! thousand of them, a run of the tests 2 %, or fewer where one reference value costs milliseconds.

mod chain;
mod default_leg;
mod digital;
mod discrete;
mod drawdown;
mod kou;
mod kou_passage;
mod liquidation;
mod merton;

use super::{price, rate, sigma, years};
use hashinsight_derivatives::pricing::KouJumps;
use hashinsight_numerics::{Philox, exp, ln};
use hashinsight_testkit::{Wide, cases, few};
use hashinsight_units::{Fraction, Intensity, TailRate};

/// Inputs of a formula, for a proof.
const FULL: u32 = 100_000;

/// Inputs of a formula.
fn count() -> u64 {
    cases(FULL)
}

/// Inputs where a reference value is dear.
fn dear(usual: u32) -> u64 {
    few(usual, FULL)
}

/// Random numbers of one input of one test.
#[derive(Clone, Copy)]
struct Draw {
    random: Philox,
    input: u64,
}

impl Draw {
    fn new(test: u64, input: u64) -> Self {
        Self { random: Philox::new(test), input }
    }

    /// Number `k` of this input, uniform.
    fn between(self, k: u64, low: f64, high: f64) -> f64 {
        low + (high - low) * self.random.uniform(k, self.input)
    }

    /// The same, uniform in the logarithm.
    fn log_between(self, k: u64, low: f64, high: f64) -> f64 {
        exp(self.between(k, ln(low), ln(high)))
    }

    fn chance(self, k: u64, probability: f64) -> bool {
        self.random.uniform(k, self.input) < probability
    }
}

/// The greatest of what was seen, for the report.
#[derive(Default)]
struct Worst(f64);

impl Worst {
    fn see(&mut self, error: f64) {
        self.0 = hashinsight_numerics::max(self.0, error);
    }
}

fn w(x: f64) -> Wide {
    Wide::from(x)
}

fn kou_jumps(draw: Draw, first: u64, most: f64) -> KouJumps {
    KouJumps::new(
        Intensity::new(draw.log_between(first, 0.05, most)).unwrap(),
        Fraction::new(draw.between(first + 1, 0.02, 0.98)).unwrap(),
        TailRate::new(draw.log_between(first + 2, 3.0, 100.0)).unwrap(),
        TailRate::new(draw.log_between(first + 3, 3.0, 100.0)).unwrap(),
    )
}

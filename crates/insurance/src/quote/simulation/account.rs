//! An account in several coins: correlated geometric Brownian motions, watched in steps.
//!
//! Within a step the excess of the account over its requirement is taken for a Brownian bridge: it reaches 0 with probability
//! `e^(-2 a b / t)`, `a` and `b` the excess at either end in its own deviations per root of time there. That is exact where the excess is linear in
//! the logarithms; what it is not falls with the length of the steps (Gobet 2000). Each path is watched twice, in its steps and in steps twice as
//! long: what that changes of the value is, with half of the discount within a step, the bound of the bias.

use hashinsight_numerics::{Philox, exp};
use hashinsight_units::json::Told;
use hashinsight_units::{At, Currency, Error, Problem};

use super::{Estimate, NORMALS, mean_of_pairs};
use crate::book::correlation_root;
use crate::cover::{Cover, MovingAccount, PaymentTime};
use crate::quote::model::CoinsModel;
use crate::quote::request::SimulationError;
use crate::quote::value::{Setting, Value};
use crate::refuse::{refuse, tell};

/// A coin of the account.
struct Coin {
    /// Drift of the logarithm per year.
    drift: f64,
    sigma: f64,
    /// Row of the root of the correlations.
    root: Vec<f64>,
}

struct Walk<'a> {
    account: &'a MovingAccount<'a>,
    setting: &'a Setting,
    /// Coins in the order of the account.
    coins: Vec<Coin>,
    model: &'a CoinsModel,
    random: Philox,
    payout: f64,
}

/// Value of a payout at the liquidation, or the margin call, of an account.
///
/// # Errors
/// A market at another price than the account's mark, coins of the model that are not those of the account, correlations that are none, and a
/// number of steps that has no half.
pub(in crate::quote) fn followed(
    cover: &Cover,
    account: &MovingAccount<'_>,
    setting: &Setting,
    model: &CoinsModel,
    payout: f64,
) -> Result<Value, Error> {
    check_spot(cover, account, setting)?;
    if model.steps % 2 == 1 {
        return Err(refuse("steps", f64::from(model.steps), "an even number"));
    }
    let coins = coins(account, setting, model)?;
    let (random, mut logs) = (Philox::new(model.seed), Vec::new());
    let walk = Walk { account, setting, coins, model, random, payout };
    let Estimate { mean, error, .. } = mean_of_pairs(model.pairs, |path| {
        let [own, twin] = [1.0, -1.0].map(|sign| walk.go(path, sign, &mut logs));
        std::array::from_fn(|k| 0.5 * (own[k] + twin[k]))
    });
    let ([pure, late, probability, halved], [pure_error, _, probability_error, _]) = (mean, error);
    let simulation = Some(SimulationError {
        pairs: model.pairs,
        seed: model.seed,
        probability_standard_error: probability_error,
        pure_standard_error: pure_error,
        pure_bias_bound: (pure - halved).abs() + late,
    });
    Ok(Value { simulation, ..Value::closed(pure, vec![(payout, probability)]) })
}

/// The account says what it is worth at its marks: the market begins there.
fn check_spot(cover: &Cover, account: &MovingAccount<'_>, setting: &Setting) -> Result<(), Error> {
    let trigger = cover.peril.trigger().map(|trigger| trigger.instrument);
    for coin in 0..account.coins().len() {
        let contract = account.contract(coin);
        if Some(contract.instrument) == trigger && contract.mark_price != setting.spot {
            let allowed =
                format!("{}, the mark of {} in the account", Told(contract.mark_price.get()), contract.instrument);
            return Err(tell("spot", Problem::Unsupported, setting.spot.get(), allowed)).at("market");
        }
    }
    Ok(())
}

/// The coins of the model in the order of the account.
fn coins(account: &MovingAccount<'_>, setting: &Setting, model: &CoinsModel) -> Result<Vec<Coin>, Error> {
    let root = correlation_root(&model.correlation, model.coins.len())?;
    for (row, motion) in model.coins.iter().enumerate() {
        let place = || format!("coins[{row}]");
        if model.coins[..row].iter().any(|other| other.coin == motion.coin) {
            return Err(tell("coin", Problem::Several, motion.coin, "each coin once").at(place()));
        }
        if !account.coins().contains(&motion.coin) {
            let known: Vec<&str> = account.coins().iter().map(Currency::as_str).collect();
            return Err(tell("coin", Problem::Unknown, motion.coin, known.join(", ")).at(place()));
        }
    }
    let coin_of = |coin: &Currency| {
        let row = model.coins.iter().position(|motion| motion.coin == *coin);
        let row = row.ok_or_else(|| tell("coins", Problem::Missing, coin, "each coin that the account follows"))?;
        let motion = &model.coins[row];
        let (sigma, drift) = (motion.volatility.get(), motion.drift_per_year.unwrap_or(setting.drift).get());
        Ok(Coin { drift: drift - 0.5 * sigma * sigma, sigma, root: root[row].clone() })
    };
    account.coins().iter().map(coin_of).collect()
}

impl Walk<'_> {
    /// One path; `sign` mirrors it. Value, bound of what the discount within a step is off, probability, value in steps twice as long.
    fn go(&self, path: u64, sign: f64, logs: &mut Vec<f64>) -> [f64; 4] {
        let (from, until) = (self.setting.from.get(), self.setting.years.get());
        logs.clear();
        logs.resize(self.coins.len(), 0.0);
        let mut normal = NORMALS;
        if from > 0.0 {
            self.step(from, path, sign, &mut normal, logs);
        }
        let (mut fine, mut halved) = (Watched::new(), Watched::new());
        let (mut now, start) = (from, self.distance(logs));
        fine.look(self.setting, now, start);
        halved.look(self.setting, now, start);
        for step in 1..=self.model.steps {
            if fine.alive == 0.0 && halved.alive == 0.0 {
                break;
            }
            let date = from + (until - from) * (f64::from(step) / f64::from(self.model.steps));
            self.step(date - now, path, sign, &mut normal, logs);
            now = date;
            let distance = self.distance(logs);
            fine.look(self.setting, now, distance);
            if step % 2 == 0 {
                halved.look(self.setting, now, distance);
            }
        }
        [self.payout * fine.worth, self.payout * fine.late, fine.touched, self.payout * halved.worth]
    }

    /// Moves all coins over a span.
    fn step(&self, span: f64, path: u64, sign: f64, normal: &mut u64, logs: &mut [f64]) {
        let first = *normal;
        *normal += self.coins.len() as u64;
        for (coin, log) in self.coins.iter().zip(logs) {
            let shock = coin.root.iter().zip(first..).fold(0.0, |sum, (weight, place)| {
                if *weight == 0.0 { sum } else { sum + weight * self.random.normal(path, place) }
            });
            *log += coin.drift * span + sign * coin.sigma * span.sqrt() * shock;
        }
    }

    /// Excess of the account, in its own deviations per root of a year.
    fn distance(&self, logs: &[f64]) -> f64 {
        let mut excess = self.account.still();
        // By which each of the independent normals moves it.
        let mut pulls = vec![0.0; self.coins.len()];
        for (place, (coin, log)) in self.coins.iter().zip(logs).enumerate() {
            let (value, slope) = self.account.excess(place, exp(*log));
            excess += value;
            for (pull, weight) in pulls.iter_mut().zip(&coin.root) {
                *pull += slope * coin.sigma * weight;
            }
        }
        let variance = pulls.iter().fold(0.0, |sum, pull| sum + pull * pull);
        if variance > 0.0 {
            excess / variance.sqrt()
        } else if excess > 0.0 {
            f64::INFINITY
        } else {
            0.0
        }
    }
}

/// A path as it is watched.
struct Watched {
    alive: f64,
    touched: f64,
    worth: f64,
    late: f64,
    /// Instant and distance of the last look.
    last: Option<(f64, f64)>,
}

impl Watched {
    const fn new() -> Self {
        Self { alive: 1.0, touched: 0.0, worth: 0.0, late: 0.0, last: None }
    }

    fn look(&mut self, setting: &Setting, now: f64, distance: f64) {
        if self.alive == 0.0 {
            return;
        }
        let chance = match self.last {
            _ if distance <= 0.0 => 1.0,
            Some((before, from)) => exp(-2.0 * from * distance / (now - before)),
            None => 0.0,
        };
        let [early, late] = match setting.payment {
            PaymentTime::AtTrigger => [self.last.map_or(now, |(before, _)| before), now],
            PaymentTime::AtExpiry => [setting.years.get(); 2],
        }
        .map(|t| setting.discount(t));
        let share = self.alive * chance;
        self.touched += share;
        self.worth += share * 0.5 * (early + late);
        self.late += share * 0.5 * (early - late).abs();
        self.alive -= share;
        self.last = Some((now, distance));
    }
}

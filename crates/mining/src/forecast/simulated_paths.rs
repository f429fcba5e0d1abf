//! Paths of the simulated forecast, side by side: from random moves to money.

use hashinsight_numerics::{LANES, Philox, exp, ln, pow};
use hashinsight_units::{Difficulty, Fraction, Height, Price, SECONDS_PER_DAY, Usd};
use multiversion::multiversion;

use super::price_model::{Moves, PathModel};
use super::project::{MiningProject, PerSecond};
use super::stretches::{block_interval_s, blocks_ahead};
use super::uncertainty::FAN_FIGURES;
use crate::consensus::{Network, subsidy};
use crate::machine::DAYS_PER_MONTH;
use crate::network::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};
use crate::reward::BlockReward;

const LN_4: f64 = 2.0 * std::f64::consts::LN_2;
const SECONDS_PER_YEAR: f64 = 365.0 * SECONDS_PER_DAY;
const DAYS_PER_BLOCK: f64 = 1.0 / 144.0;

/// What is kept of a path.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub(super) struct PathFigures {
    pub(super) npv: f64,
    pub(super) always_on_npv: f64,
    /// Infinite where it never comes.
    pub(super) payback_days: f64,
}

/// A stretch without retarget and halving.
#[derive(Clone, Copy, Debug)]
struct Stretch {
    /// The period it belongs to.
    period: usize,
    /// Its length where the difficulty does not move.
    seconds: f64,
    /// Revenue after the pool's fee at the price and difficulty of the start.
    usd_per_s: f64,
}

/// What is the same on every path.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    model: PathModel,
    machine_price_usd: f64,
    resale_usd: f64,
    retargets: usize,
    stretches: Vec<Stretch>,
    running_usd_per_s: f64,
    maintenance_usd_per_s: f64,
    force_per_s: f64,
    limits: Limits,
    /// Price and difficulty at the start.
    start: (f64, f64),
    /// Numbers of periods after which the fan is kept, ascending.
    fan: Vec<usize>,
}

/// How far the logarithms of price and difficulty can move from the start.
#[derive(Clone, Copy, Debug)]
struct Limits {
    log_price: f64,
    log_difficulty: (f64, f64),
}

impl Plan {
    /// `None` where the heights end before the horizon.
    pub(super) fn new(
        project: &MiningProject,
        per_second: &PerSecond,
        decay_per_month: Option<Fraction>,
        model: PathModel,
        retargets: u32,
        force_of_interest: f64,
    ) -> Option<Self> {
        let world = &project.world;
        let kept = 1.0 - project.operation.pool_fee.get();
        let decay = decay_per_month.map_or(0.0, Fraction::get);
        let left = |blocks: f64| pow(1.0 - decay, blocks * DAYS_PER_BLOCK / DAYS_PER_MONTH);
        let (difficulty, price) = (world.difficulty.get(), world.btc_price_usd.get());
        let hashes_per_s = project.machines.hashrate_ths.get() * HASHES_PER_TH * per_second.uptime;
        let blocks_per_s = hashes_per_s / (difficulty * HASHES_PER_DIFFICULTY);
        let mut stretches = Vec::new();
        let (mut height, mut period, mut passed) = (world.height.get(), 0, 0.0);
        while period < retargets {
            let (retarget, halving) = blocks_ahead(height);
            let blocks = retarget.min(halving);
            let subsidy = subsidy(Height::new(height), Network::Mainnet.params());
            let reward_btc = BlockReward::new(subsidy, world.fees_per_block_sat).to_btc();
            stretches.push(Stretch {
                period: period as usize,
                seconds: f64::from(blocks) * block_interval_s(0.0),
                usd_per_s: blocks_per_s * left(passed + 0.5 * f64::from(blocks)) * reward_btc * kept * price,
            });
            height = height.checked_add(blocks)?;
            passed += f64::from(blocks);
            period += u32::from(blocks == retarget);
        }
        Some(Self {
            model,
            machine_price_usd: project.machine_price_usd.get(),
            resale_usd: project.resale_usd.map_or(0.0, Usd::get),
            retargets: retargets as usize,
            stretches,
            running_usd_per_s: per_second.power_usd + per_second.hosting_usd,
            maintenance_usd_per_s: per_second.maintenance_usd,
            force_per_s: force_of_interest / SECONDS_PER_YEAR,
            start: (price, difficulty),
            fan: Vec::new(),
            limits: Limits {
                log_price: ln(Price::MAX.get() / price),
                log_difficulty: (-ln(difficulty), ln(Difficulty::MAX.get() / difficulty)),
            },
        })
    }

    /// Moves of [`LANES`] paths, to be drawn.
    pub(super) fn undrawn(&self) -> Moves {
        self.model.undrawn(self.retargets)
    }

    /// The plan with a fan after so many periods.
    pub(super) fn with_fan(mut self, retargets: &[u32]) -> Self {
        self.fan = retargets.iter().map(|retargets| *retargets as usize).collect();
        self
    }

    /// Points of a fan, to be filled.
    pub(super) fn unfilled(&self) -> Vec<FanPoint> {
        vec![[[0.0; LANES]; FAN_FIGURES]; self.fan.len()]
    }

    /// Draws the moves of [`LANES`] paths, `path` the first of them.
    pub(super) fn draw(&self, path: u64, random: Philox, moves: &mut Moves) {
        self.model.moves(random, path, moves);
    }

    /// Net present values and payback of the paths that were drawn, and their fan.
    pub(super) fn paths(&self, moves: &Moves, fan: &mut [FanPoint]) -> [PathFigures; LANES] {
        let [npv, always_on_npv, payback_days] = walk(self, moves, fan);
        let (price, difficulty) = self.start;
        for [log_price, log_difficulty, cumulative] in fan {
            for lane in 0..LANES {
                log_price[lane] = price * exp(log_price[lane]);
                log_difficulty[lane] = difficulty * exp(log_difficulty[lane]);
                cumulative[lane] = -cumulative[lane] + 0.0;
            }
        }
        std::array::from_fn(|lane| PathFigures {
            npv: npv[lane],
            always_on_npv: always_on_npv[lane],
            payback_days: payback_days[lane],
        })
    }
}

/// Logarithms of price and difficulty over those of the start, and what is missing of the price of the machines; then
/// what these come to.
pub(super) type FanPoint = [Lanes; FAN_FIGURES];

/// One number of each path.
pub(super) type Lanes = [f64; LANES];

/// The figures of the paths: what is said of one below is done for all side by side, to the same bits.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn walk(plan: &Plan, moves: &Moves, fan: &mut [FanPoint]) -> [Lanes; 3] {
    let (cost, fixed, limits) = (plan.machine_price_usd, plan.maintenance_usd_per_s, plan.limits);
    let [mut log_price, mut log_difficulty, mut end_s] = [[0.0; LANES]; 3];
    let [mut npv, mut always_on_npv] = [[-cost; LANES]; 2];
    let mut missing = [cost; LANES];
    let mut payback_days = [if cost > 0.0 { f64::INFINITY } else { 0.0 }; LANES];
    let mut discount = [1.0; LANES];
    let mut stretches = plan.stretches.iter().peekable();
    let mut points = plan.fan.iter().zip(fan).peekable();
    for (period, (x, d)) in moves.price.iter().zip(&moves.difficulty).enumerate() {
        // Price over difficulty, as a factor of that at the start, and the pace that ends the period.
        let [mut ratio, mut pace]: [Lanes; 2] = [[0.0; LANES]; 2];
        for lane in 0..LANES {
            let d = limited(d[lane], -LN_4, LN_4);
            pace[lane] = exp(-d);
            ratio[lane] = exp(log_price[lane] - log_difficulty[lane]);
            log_price[lane] = limited(log_price[lane] + x[lane], f64::NEG_INFINITY, limits.log_price);
            let (low, high) = limits.log_difficulty;
            log_difficulty[lane] = limited(log_difficulty[lane] + d, low, high);
        }
        while let Some(stretch) = stretches.next_if(|stretch| stretch.period == period) {
            let start_s = end_s;
            let mut income = [0.0; LANES];
            for lane in 0..LANES {
                end_s[lane] += stretch.seconds * pace[lane];
                let span = end_s[lane] - start_s[lane];
                discount[lane] = exp(-plan.force_per_s * end_s[lane]);
                let margin = stretch.usd_per_s * ratio[lane] - plan.running_usd_per_s;
                let kept = if margin > 0.0 { margin } else { 0.0 };
                income[lane] = (kept - fixed) * span;
                npv[lane] += income[lane] * discount[lane];
                always_on_npv[lane] += (margin - fixed) * span * discount[lane];
            }
            // A path pays once: the division is not for every stretch.
            let pays = |lane: usize, days: f64| days.is_infinite() && income[lane] >= missing[lane];
            if (0..LANES).fold(false, |any, lane| any | pays(lane, payback_days[lane])) {
                for (lane, days) in payback_days.iter_mut().enumerate().filter(|(lane, days)| pays(*lane, **days)) {
                    let span = end_s[lane] - start_s[lane];
                    *days = (start_s[lane] + span * (missing[lane] / income[lane])) / SECONDS_PER_DAY;
                }
            }
            for (missing, income) in missing.iter_mut().zip(&income) {
                *missing -= income;
            }
        }
        if let Some((_, point)) = points.next_if(|(after, _)| **after == period + 1) {
            *point = [log_price, log_difficulty, missing];
        }
    }
    for lane in 0..LANES {
        npv[lane] += plan.resale_usd * discount[lane];
        always_on_npv[lane] += plan.resale_usd * discount[lane];
    }
    [npv, always_on_npv, payback_days]
}

/// A number held between two others. It is no NaN, and which zero it is makes no difference here.
#[inline]
fn limited(x: f64, low: f64, high: f64) -> f64 {
    let above = if x < low { low } else { x };
    if above > high { high } else { above }
}

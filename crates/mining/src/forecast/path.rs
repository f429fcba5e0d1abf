//! One path of the simulated forecast: from random moves to money.

use hashinsight_numerics::{Philox, exp_slice, ln, pow};
use hashinsight_units::{Difficulty, Fraction, Height, Price, Usd};

use super::model::PathModel;
use super::project::Terms;
use super::simulation::ForecastSimulationRequest;
use super::steps::{SECONDS_PER_DAY, block_interval_s, blocks_ahead, height_after};
use crate::MiningError;
use crate::consensus::{Network, block_subsidy};
use crate::machine::DAYS_PER_MONTH;
use crate::network::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};

const LN_4: f64 = 2.0 * std::f64::consts::LN_2;
const SAT_PER_BTC: f64 = 1e8;
const SECONDS_PER_YEAR: f64 = 365.0 * SECONDS_PER_DAY;
const DAYS_PER_PERIOD: f64 = 14.0;

/// What is kept of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}

/// How far the logarithms of price and difficulty can move from the start.
#[derive(Clone, Copy, Debug)]
struct Limits {
    log_price: f64,
    log_difficulty: (f64, f64),
}

/// Buffers of one path: one entry per period, the last three one per stretch.
pub(super) struct Buffers {
    price: Vec<f64>,
    growth: Vec<f64>,
    ratio: Vec<f64>,
    pace: Vec<f64>,
    normals: Vec<f64>,
    end_s: Vec<f64>,
    scratch: Vec<f64>,
    discount: Vec<f64>,
}

impl Plan {
    pub(super) fn new(request: &ForecastSimulationRequest, terms: &Terms, force: f64) -> Result<Self, MiningError> {
        let project = &request.project;
        let kept = 1.0 - terms.pool_fee;
        let decay = request.hashrate_decay_per_month.map_or(0.0, Fraction::get);
        let left = |period: u32| pow(1.0 - decay, (f64::from(period) + 0.5) * DAYS_PER_PERIOD / DAYS_PER_MONTH);
        let (difficulty, price) = (project.difficulty.get(), project.btc_price_usd.get());
        let hashes_per_s = project.hashrate_ths.get() * HASHES_PER_TH * terms.uptime;
        let blocks_per_s = hashes_per_s / (difficulty * HASHES_PER_DIFFICULTY);
        let mut stretches = Vec::new();
        let (mut height, mut period) = (project.height.get(), 0);
        while period < request.retargets {
            let (retarget, halving) = blocks_ahead(height);
            let blocks = retarget.min(halving);
            let subsidy = block_subsidy(Height::new(height), Network::Mainnet.params());
            let reward_btc = (subsidy.to_sat() + project.fees_per_block_sat.to_sat()) as f64 / SAT_PER_BTC;
            stretches.push(Stretch {
                period: period as usize,
                seconds: f64::from(blocks) * block_interval_s(0.0),
                usd_per_s: blocks_per_s * left(period) * reward_btc * kept * price,
            });
            height = height_after(project.height, height, blocks, "project.height")?;
            period += u32::from(blocks == retarget);
        }
        Ok(Self {
            model: request.model.clone(),
            machine_price_usd: project.machine_price_usd.get(),
            resale_usd: project.resale_usd.map_or(0.0, Usd::get),
            retargets: request.retargets as usize,
            stretches,
            running_usd_per_s: terms.power_usd_per_s + terms.hosting_usd_per_s,
            maintenance_usd_per_s: terms.maintenance_usd_per_s,
            force_per_s: force / SECONDS_PER_YEAR,
            limits: Limits {
                log_price: ln(Price::MAX.get() / price),
                log_difficulty: (-ln(difficulty), ln(Difficulty::MAX.get() / difficulty)),
            },
        })
    }

    /// Room for one path at a time.
    pub(super) fn buffers(&self) -> Buffers {
        Buffers::of(self.retargets, self.stretches.len())
    }

    /// Price over difficulty of each period of a path, as a factor of that at the start, and the pace that ends it.
    fn world(&self, path: u64, random: Philox, buffers: &mut Buffers) {
        let Buffers { price, growth, normals, ratio, pace, .. } = buffers;
        self.model.moves(random, path, price, growth, normals);
        let limits = &self.limits;
        let (mut log_price, mut log_difficulty) = (0.0, 0.0);
        for (((x, d), ratio), pace) in price.iter_mut().zip(growth).zip(ratio.iter_mut()).zip(pace.iter_mut()) {
            let d = limited(*d, -LN_4, LN_4);
            *pace = -d;
            *ratio = log_price - log_difficulty;
            log_price = limited(log_price + *x, f64::NEG_INFINITY, limits.log_price);
            log_difficulty = limited(log_difficulty + d, limits.log_difficulty.0, limits.log_difficulty.1);
        }
        exponentials(ratio, &mut buffers.price);
        exponentials(pace, &mut buffers.growth);
    }

    /// Net present values and payback of one path.
    pub(super) fn path(&self, path: u64, random: Philox, buffers: &mut Buffers) -> PathFigures {
        self.world(path, random, buffers);
        let mut seconds = 0.0;
        let times = buffers.end_s.iter_mut().zip(&mut buffers.scratch).zip(&self.stretches);
        for ((end, exponent), stretch) in times {
            seconds += stretch.seconds * buffers.growth[stretch.period];
            *end = seconds;
            *exponent = -self.force_per_s * seconds;
        }
        exponentials(&buffers.scratch, &mut buffers.discount);

        let price = self.machine_price_usd;
        let (mut npv, mut always_on_npv) = (-price, -price);
        let (mut missing, mut start_s, mut payback_days) = (price, 0.0, f64::INFINITY);
        if missing <= 0.0 {
            payback_days = 0.0;
        }
        for (at, stretch) in self.stretches.iter().enumerate() {
            let end_s = buffers.end_s[at];
            let span = end_s - start_s;
            let margin = stretch.usd_per_s * buffers.price[stretch.period] - self.running_usd_per_s;
            let fixed = self.maintenance_usd_per_s;
            let kept = if margin > 0.0 { margin } else { 0.0 };
            let income = (kept - fixed) * span;
            npv += income * buffers.discount[at];
            always_on_npv += (margin - fixed) * span * buffers.discount[at];
            if payback_days.is_infinite() {
                if income >= missing {
                    payback_days = (start_s + span * (missing / income)) / SECONDS_PER_DAY;
                }
                missing -= income;
            }
            start_s = end_s;
        }
        let resale = self.resale_usd * buffers.discount.last().copied().unwrap_or(1.0);
        PathFigures { npv: npv + resale, always_on_npv: always_on_npv + resale, payback_days }
    }
}

impl Buffers {
    fn of(periods: usize, stretches: usize) -> Self {
        let [period, stretch] = [periods, stretches].map(|entries| move || vec![0.0; entries]);
        Self {
            price: period(),
            growth: period(),
            ratio: period(),
            pace: period(),
            normals: vec![0.0; 2 * periods + PathModel::MAX_LAGS],
            end_s: stretch(),
            scratch: stretch(),
            discount: stretch(),
        }
    }
}

/// A number held between two others. It is no NaN, and which zero it is makes no difference here.
#[inline]
fn limited(x: f64, low: f64, high: f64) -> f64 {
    let above = if x < low { low } else { x };
    if above > high { high } else { above }
}

/// `exp` of a slice into one of equal length.
fn exponentials(x: &[f64], out: &mut [f64]) {
    debug_assert_eq!(x.len(), out.len(), "buffers of one path have one length");
    let _ = exp_slice(x, out); // which refuses unequal lengths and nothing else
}

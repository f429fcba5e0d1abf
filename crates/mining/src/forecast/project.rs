//! What is bought and how it is run, and how the world moves on.

use hashinsight_numerics::ln_1p;
use hashinsight_units::{
    Amount, Days, Difficulty, EnergyPrice, Fraction, Hashrate, Height, Power, Price, Ratio, Timestamp, Usd,
};

use crate::error;
use crate::reward::check_pool_fee_at;

/// A purchase of machines, how they are run, and the network and market on the day they start.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MiningProject {
    /// Hashrate while running, at the start, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power drawn while running, at the meter, in watts.
    pub power_w: Power,
    /// What the machines cost, in USD, paid at the start.
    pub machine_price_usd: Usd,
    /// What they are sold for at the end, in USD. Absent: nothing.
    pub resale_usd: Option<Usd>,
    /// The start, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Height of the next block of mainnet at the start.
    pub height: Height,
    /// Difficulty at the start.
    pub difficulty: Difficulty,
    /// Price of one bitcoin at the start, in USD.
    pub btc_price_usd: Price,
    /// Transaction fees per block at the start, in satoshis.
    pub fees_per_block_sat: Amount,
    /// The part that the pool keeps; below 1.
    pub pool_fee: Fraction,
    /// Power price in USD/kWh; may be negative.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// What a host charges on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep in USD per day, running or not. Absent: none.
    pub maintenance_usd_per_day: Option<Usd>,
    /// The part of the time in which machines that are switched on run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Carbon dioxide of the energy, in kg/kWh. Absent: not told.
    pub co2_kg_per_kwh: Option<Ratio>,
}

/// How the world moves on.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Algorithm {
    /// It does not: difficulty, price, fees, subsidy and hashrate stay as at the start.
    Static,
    /// Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
    Dynamic(DynamicPath),
}

/// The paths of [`Algorithm::Dynamic`]. A step is a retarget period, or a month where months are asked for.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DynamicPath {
    /// Difficulty after the first step.
    pub difficulty: DifficultyPath,
    /// Bitcoin price after the first step.
    pub btc_price: PricePath,
    /// Transaction fees per block, in satoshis, of each step after the first. Absent: as at the start.
    pub fees_per_block_sat: Option<Vec<Amount>>,
    /// The part of its hashrate that a machine loses each month (12 are 365 days). Absent: none.
    pub hashrate_decay_per_month: Option<Fraction>,
}

/// Difficulty from step to step.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum DifficultyPath {
    /// The same change at every step, as a part: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
    GrowthPerStep(f64),
    /// The difficulty of each step after the first.
    Following(Vec<Difficulty>),
}

/// Bitcoin price from step to step.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PricePath {
    /// The same change at every step, as a part: 0.01 for +1 %. Above -1, at most 10.
    GrowthPerStep(f64),
    /// The price of each step after the first, in USD.
    Following(Vec<Price>),
}

/// How the life of a project is cut into steps.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum ForecastSteps {
    /// At retargets and halvings, with their real lengths.
    Retargets {
        /// How long the project lasts, in days, at most 36,525.
        days: Days,
    },
    /// Months of a fixed length, twelve to the year; heights follow at 144 blocks a day.
    Months {
        /// How many, 1 to 1200.
        count: u32,
        /// Length of each in days, 28 to 31: 30.4375 for a twelfth of 365.25 days.
        days_each: Days,
    },
}

/// What follows from a project that no step changes.
pub(super) struct Terms {
    /// The pool's part.
    pub(super) pool_fee: f64,
    /// Avoidable cost of one second of running, in USD: energy at price and hosting fee.
    pub(super) power_usd_per_s: f64,
    pub(super) hosting_usd_per_s: f64,
    pub(super) maintenance_usd_per_s: f64,
    pub(super) kwh_per_s: f64,
    pub(super) uptime: f64,
}

const SECONDS_PER_HOUR: f64 = 3_600.0;
const SECONDS_PER_DAY: f64 = 86_400.0;
const W_PER_KW: f64 = 1e3;

impl MiningProject {
    /// `path` names the project in the request, for errors.
    pub(super) fn terms(&self, path: &str) -> Result<Terms, Error> {
        let uptime = self.uptime.map_or(1.0, Fraction::get);
        let kwh_per_s = self.power_w.get() / W_PER_KW * uptime / SECONDS_PER_HOUR;
        Ok(Terms {
            pool_fee: check_pool_fee_at(self.pool_fee, &format!("{path}.pool_fee"))?,
            power_usd_per_s: kwh_per_s * self.power_price_usd_per_kwh.get(),
            hosting_usd_per_s: kwh_per_s * self.hosting_fee_usd_per_kwh.map_or(0.0, EnergyPrice::get),
            maintenance_usd_per_s: self.maintenance_usd_per_day.map_or(0.0, Usd::get) / SECONDS_PER_DAY,
            kwh_per_s,
            uptime,
        })
    }
}

/// A rate per year as the force of interest `ln(1 + rate)`.
pub(super) fn check_discount_rate(rate: f64) -> Result<f64, Error> {
    if !(-0.5..=100.0).contains(&rate) {
        let allowed = "-0.5 to 100 (a fraction per year, not percent)";
        return Err(error::out_of_range("discount_rate", "discount_rate_per_year", rate, allowed));
    }
    Ok(ln_1p(rate))
}

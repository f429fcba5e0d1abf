//! When to switch off: a dispatch plan whose hashprice follows the calculator's world.

use hashinsight_units::{
    Amount, Difficulty, EnergyPrice, Fraction, Hashprice, Hashrate, Height, Power, Price, Ratio, Timestamp, Usd,
};

use crate::dispatch::{DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, plan_dispatch};
use crate::forecast::{Algorithm, MiningProject, Stretch, retarget_stretches};
use crate::network::HASHES_PER_DIFFICULTY;
use crate::reward::hashprices;
use crate::tariff::{Tariff, check_hours};

const SECONDS_PER_HOUR: f64 = 3_600.0;

/// Inputs of [`power_curtailment_analysis`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PowerCurtailmentRequest {
    /// The machines, at most 1000 classes.
    pub classes: Vec<DispatchClass>,
    /// What power costs.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    pub hours: u32,
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
    /// How difficulty, price and fees move on; decay of hashrate plays no part here.
    pub algorithm: Algorithm,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// The most that the site may draw at the meter, in watts. Absent: no limit. Not together with minimum times, start
    /// costs and initial states.
    pub power_limit_w: Option<Power>,
    /// Whether models with contradictory sources may be used.
    #[record(default = false)]
    pub include_doubtful: bool,
}

/// Result of [`power_curtailment_analysis`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PowerCurtailmentReport {
    /// Hashprice of each hour, in USD/PH/day, before the pool's fee; the mean over an hour in which difficulty or
    /// subsidy changes.
    pub hashprice_usd_per_phs_day: Vec<Hashprice>,
    /// The plan and its money.
    pub plan: DispatchReport,
}

/// Which machines to switch off when, and what that saves, at the hashprice that the calculator's world gives each
/// hour.
///
/// # Errors
/// As [`plan_dispatch`]; for the paths as [`forecast`](crate::forecast::forecast); `units.hashprice.out_of_range`
/// beyond what the unit holds.
///
/// ```
/// use hashinsight_mining::calculator::{PowerCurtailmentRequest, power_curtailment_analysis};
/// use hashinsight_mining::dispatch::DispatchClass;
/// use hashinsight_mining::forecast::Algorithm;
/// use hashinsight_mining::machine::Machine;
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::*;
/// let peak = TimeOfUseWindow {
///     from_hour: 15,
///     to_hour: 20,
///     days: None,
///     months: None,
///     price_usd_per_kwh: EnergyPrice::new(0.14)?,
/// };
/// let rates = TimeOfUse { windows: vec![peak], otherwise_usd_per_kwh: EnergyPrice::new(0.05)? };
/// let report = power_curtailment_analysis(&PowerCurtailmentRequest {
///     classes: vec![DispatchClass {
///         name: "S19 XP".into(),
///         count: 100,
///         machine: Machine::Model("Antminer S19 XP".into()),
///         modes: None,
///         min_up_hours: None,
///         min_down_hours: None,
///         start_cost_usd: None,
///         initial: None,
///     }],
///     tariff: Tariff::new(EnergyRates::TimeOfUse(rates)),
///     start_ms: Timestamp::from_s(1_785_542_400)?,
///     hours: 24 * 7,
///     height: Height::new(953_568),
///     difficulty: Difficulty::new(1.3e14)?,
///     btc_price_usd: Price::new(90_000.0)?,
///     fees_per_block_sat: Amount::from_sat(4_000_000)?,
///     pool_fee: Fraction::new(0.02)?,
///     algorithm: Algorithm::Static,
///     cooling_overhead: None,
///     power_limit_w: None,
///     include_doubtful: false,
/// })?;
/// assert_eq!(report.plan.classes[0].machine_hours, 100.0 * 19.0 * 7.0); // off from 15 to 20
/// assert!(report.plan.saved_usd > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn power_curtailment_analysis(request: &PowerCurtailmentRequest) -> Result<PowerCurtailmentReport, Error> {
    let hours = check_hours(request.hours as usize, "hours")?;
    let curve = hashprice_curve(request, hours)?;
    let plan = plan_dispatch(&DispatchRequest {
        classes: request.classes.clone(),
        tariff: request.tariff.clone(),
        start_ms: request.start_ms,
        hours,
        hashprice: HashpriceCurve::HourlyUsdPerPhsDay(curve.clone()),
        pool_fee: Some(request.pool_fee),
        cooling_overhead: request.cooling_overhead,
        power_limit_w: request.power_limit_w,
        include_doubtful: request.include_doubtful,
    })?;
    Ok(PowerCurtailmentReport { hashprice_usd_per_phs_day: curve, plan })
}

/// The mean hashprice of each hour.
fn hashprice_curve(request: &PowerCurtailmentRequest, hours: u32) -> Result<Vec<Hashprice>, Error> {
    // Steps follow from height, difficulty, price and fees alone: a project without machines.
    let project = MiningProject {
        hashrate_ths: Hashrate::MIN,
        power_w: Power::MIN,
        machine_price_usd: Usd::MIN,
        resale_usd: None,
        start_ms: request.start_ms,
        height: request.height,
        difficulty: request.difficulty,
        btc_price_usd: request.btc_price_usd,
        fees_per_block_sat: request.fees_per_block_sat,
        pool_fee: request.pool_fee,
        power_price_usd_per_kwh: EnergyPrice::new(0.0).map_err(|error| error.at("tariff"))?,
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        uptime: None,
        co2_kg_per_kwh: None,
    };
    let span_s = f64::from(hours) * SECONDS_PER_HOUR;
    let stretches = retarget_stretches(&project, &request.algorithm, span_s, "height")?;
    let prices = stretches.iter().map(hashprice).collect::<Result<Vec<_>, _>>()?;
    let mut at = 0;
    let mut curve = Vec::with_capacity(hours as usize);
    for hour in 0..hours {
        let (begins_s, ends_s) = (f64::from(hour) * SECONDS_PER_HOUR, f64::from(hour + 1) * SECONDS_PER_HOUR);
        let begin_of = |at: usize| stretches.get(at).map(|stretch| stretch.start_s);
        while begin_of(at + 1).is_some_and(|begin_s| begin_s <= begins_s) {
            at += 1;
        }
        let mut mean = prices[at].get();
        // What begins within the hour changes the rest of it.
        let mut next = at + 1;
        while let Some(begin_s) = begin_of(next).filter(|begin_s| *begin_s < ends_s) {
            let rest = (ends_s - begin_s) / SECONDS_PER_HOUR;
            mean += rest * (prices[next].get() - prices[next - 1].get());
            next += 1;
        }
        curve.push(Hashprice::new(mean).map_err(|error| error.at("difficulty"))?);
    }
    Ok(curve)
}

fn hashprice(stretch: &Stretch) -> Result<Hashprice, Error> {
    let sat_per_block = (stretch.subsidy_sat + stretch.fees_sat) as f64;
    let (_, usd) = hashprices(stretch.difficulty * HASHES_PER_DIFFICULTY, sat_per_block, stretch.btc_price);
    Hashprice::new(usd).map_err(|error| error.at("difficulty"))
}

//! When to switch off: a dispatch plan whose hashprice follows the calculator's world.

use hashinsight_units::{At, Error, HASHES_PER_DIFFICULTY, Hashprice, Hashrate, Power, Ratio, Record, Timestamp};

use crate::dispatch::{DispatchClass, DispatchReport, DispatchRequest, HashpriceCurve, plan_dispatch};
use crate::forecast::{Algorithm, StartingWorld, Stretch, retarget_stretches};
use crate::reward::{BtcHashprice, PoolFee};
use crate::tariff::{Tariff, check_hours};

const SECONDS_PER_HOUR: f64 = 3_600.0;

/// Inputs of [`power_curtailment_analysis`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PowerCurtailmentRequest {
    /// Classes of equal machines, at most 1000.
    pub classes: Vec<DispatchClass>,
    /// Tariff of the site's power.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Number of hours, 1 to 175,320.
    #[record(example = 24)]
    pub hours: u32,
    /// Network and market at the start.
    #[record(flatten)]
    pub world: StartingWorld,
    /// Fraction of the reward that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Course of difficulty, price and fees; decay of hashrate plays no part here.
    pub algorithm: Algorithm,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Greatest power that the site may draw at the meter, in watts. Absent: no limit.
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
    /// Plan of the hours: decisions, revenue and costs of each.
    pub plan: DispatchReport,
}

/// Which machines to switch off when, and what that saves, at the hashprice that the calculator's world gives each
/// hour.
///
/// # Errors
/// As [`plan_dispatch`]; `mining.hashrate.out_of_range` for machines beyond the network of the start; for the paths as [`forecast`](crate::forecast::forecast); `units.hashprice.out_of_range`
/// beyond what the unit holds.
///
/// ```
/// use hashinsight_mining::calculator::{PowerCurtailmentRequest, power_curtailment_analysis};
/// use hashinsight_mining::dispatch::DispatchClass;
/// use hashinsight_mining::forecast::{Algorithm, StartingWorld};
/// use hashinsight_mining::machine::Machine;
/// use hashinsight_mining::reward::PoolFee;
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::*;
/// let peak = TimeOfUseWindow::new(15, 20, EnergyPrice::constant(0.14));
/// let rates = EnergyRates::TimeOfUse(TimeOfUse::new(vec![peak], EnergyPrice::constant(0.05)));
/// let machines = DispatchClass::new("S19 XP".into(), 100, Machine::Model("Antminer S19 XP".into()));
/// let world = StartingWorld::new(
///     Height::new(953_568),
///     Difficulty::constant(1.3e14),
///     Price::constant(90_000.0),
///     MeanAmount::constant(4e6),
/// );
/// let report = power_curtailment_analysis(&PowerCurtailmentRequest::new(
///     vec![machines],
///     Tariff::new(rates),
///     Timestamp::from_s(1_785_542_400)?,
///     24 * 7,
///     world,
///     PoolFee::constant(0.02),
///     Algorithm::Static,
/// ))?;
/// assert_eq!(report.plan.classes[0].machine_hours, 100.0 * 19.0 * 7.0); // off from 15 to 20
/// assert!(report.plan.saved_usd > 0.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn power_curtailment_analysis(request: &PowerCurtailmentRequest) -> Result<PowerCurtailmentReport, Error> {
    let hours = check_hours(request.hours as usize).at("hours")?;
    request.world.check_holds(hashrate(request)?).at("classes")?;
    let curve = hashprice_curve(&request.world, &request.algorithm, hours)?;
    let (classes, tariff, hashprice) = (request.classes.clone(), request.tariff.clone(), curve.clone());
    let hashprice = HashpriceCurve::HourlyUsdPerPhsDay(hashprice);
    let plan = DispatchRequest {
        pool_fee: Some(request.pool_fee),
        cooling_overhead: request.cooling_overhead,
        power_limit_w: request.power_limit_w,
        include_doubtful: request.include_doubtful,
        ..DispatchRequest::new(classes, tariff, request.start_ms, hours, hashprice)
    };
    Ok(PowerCurtailmentReport { plan: plan_dispatch(&plan)?, hashprice_usd_per_phs_day: curve })
}

/// Hashrate of all machines in their normal mode.
fn hashrate(request: &PowerCurtailmentRequest) -> Result<Hashrate, Error> {
    let mut ths = 0.0;
    for (index, class) in request.classes.iter().enumerate() {
        let spec = class.machine.spec(request.include_doubtful).at("machine").index(index).at("classes")?;
        ths += f64::from(class.count) * spec.hashrate_ths.get();
    }
    Hashrate::new(ths).at("hashrate_ths").at("classes")
}

/// The mean hashprice of each hour.
fn hashprice_curve(world: &StartingWorld, algorithm: &Algorithm, hours: u32) -> Result<Vec<Hashprice>, Error> {
    let stretches = retarget_stretches(world, algorithm, f64::from(hours) * SECONDS_PER_HOUR)?;
    let stretches = stretches.ok_or_else(|| world.ends_before_horizon())?;
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
        curve.push(Hashprice::new(mean).at("difficulty")?);
    }
    Ok(curve)
}

fn hashprice(stretch: &Stretch) -> Result<Hashprice, Error> {
    let hashes_per_block = stretch.difficulty * HASHES_PER_DIFFICULTY;
    let hashprice = BtcHashprice::of(hashes_per_block, stretch.reward.to_sat());
    Hashprice::new(hashprice.at(stretch.btc_price)).at("difficulty")
}

//! The forecast along one path: the cash flow of a project, with and without the option to switch off.

use hashinsight_units::{At, DiscountRate, Error, Height, Outcome, Ratio, Record, SECONDS_PER_DAY, Timestamp};

use super::billed::{ForecastBill, billed};
use super::project::{MiningProject, force_of_interest};
use super::stretch_cash::StretchCash;
use super::stretches::{ForecastSteps, Stretch, last_of, stretches};
use super::valuation::{Valuation, total, valuation};
use super::world::Algorithm;
use crate::consensus::Network;
use crate::investment::{DepreciationMethod, DepreciationReport};
use crate::tariff::Tariff;

const MS_PER_S: f64 = 1e3;

/// Inputs of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastRequest {
    /// Machines, how they are run, and the world at the start.
    pub project: MiningProject,
    /// Course of difficulty, price and fees: as at the start, or along a path.
    pub algorithm: Algorithm,
    /// Duration of the project, and its steps.
    pub steps: ForecastSteps,
    /// Demanded rate of return per year, as a fraction: 0.1 for 10 %. From -0.5 to 1.
    #[record(example = 0.1)]
    pub discount_rate_per_year: DiscountRate,
    /// Tariff that is billed besides `power_price_usd_per_kwh`, which is then what else a kWh costs: 0 where the tariff
    /// holds all. The machines run in the settlement intervals in which that pays under the whole bill; at most 20 years.
    /// Absent: the power price is all.
    pub tariff: Option<Tariff>,
    /// Method by which the machines are written off. Absent: no depreciation is computed.
    pub depreciation: Option<DepreciationMethod>,
}

/// Columns of a forecast, one row per step: money, coins, blocks and days are sums over the stretches of a month between
/// its halvings and retargets.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastTable {
    /// Beginning of the step, in Unix milliseconds.
    pub start_ms: Vec<Timestamp>,
    /// Length of the step in days.
    pub days: Vec<f64>,
    /// Height of the first block of the step.
    pub height: Vec<Height>,
    /// Blocks of the network in the step; whole between retargets, but in the last step.
    pub blocks: Vec<f64>,
    /// Difficulty of the network.
    pub difficulty: Vec<f64>,
    /// Price of one bitcoin, in USD.
    pub btc_price_usd: Vec<f64>,
    /// Subsidy of the first block of the step, in satoshis.
    pub subsidy_sat: Vec<u64>,
    /// Mean hashrate of the machines while running, in TH/s.
    pub hashrate_ths: Vec<f64>,
    /// Days of the step on which the machines are switched off, because revenue does not cover what running costs.
    pub days_off: Vec<f64>,
    /// BTC received after the pool's fee; 0 while switched off.
    pub btc: Vec<f64>,
    /// BTC received where the machines never switch off.
    pub always_on_btc: Vec<f64>,
    /// Revenue after the pool's fee, in USD: the value of `btc`.
    pub revenue_usd: Vec<f64>,
    /// Cost of power, in USD; 0 while switched off, but for what a tariff charges all the same. A tariff's charges for a
    /// month are told in the step in which the month ends.
    pub power_cost_usd: Vec<f64>,
    /// Cost of hosting, in USD; 0 while switched off.
    pub hosting_usd: Vec<f64>,
    /// Upkeep, in USD.
    pub maintenance_usd: Vec<f64>,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: Vec<f64>,
    /// Net income where the machines never switch off, in USD.
    pub always_on_net_usd: Vec<f64>,
    /// Sum of `net_usd` up to and with the step, less the price of the machines, in USD.
    pub cumulative_usd: Vec<f64>,
}

/// A halving within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HalvingAhead {
    /// Height of the first block of the new era.
    pub height: Height,
    /// Expected time of that block, in Unix milliseconds.
    pub time_ms: Timestamp,
}

/// Result of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastReport {
    /// Steps of the forecast.
    pub table: ForecastTable,
    /// Value with the option to switch off: of `net_usd` of the table.
    pub with_switch_off: Valuation,
    /// Value without the option to switch off: of `always_on_net_usd` of the table.
    pub always_on: Valuation,
    /// Value of the option to switch off, in USD: the difference of both net present values.
    pub switch_off_value_usd: f64,
    /// Days on which the machines are switched off.
    pub days_off: f64,
    /// BTC received.
    pub btc: f64,
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Carbon dioxide of that energy, in kg; undefined where the figure per kWh was not given.
    pub co2_kg: Outcome,
    /// Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same.
    pub halvings: Vec<HalvingAhead>,
    /// Bills of the tariff; absent where none was given.
    pub billed: Option<ForecastBill>,
    /// Depreciation of the machines by year; absent where no method was given.
    pub depreciation: Option<DepreciationReport>,
}

/// The income of a project, step by step, and its value.
///
/// # Errors
/// `mining.discount_rate.out_of_range` below -0.5 and above 1; `mining.growth_per_step.out_of_range`; `mining.days.out_of_range`, `mining.count.out_of_range`,
/// `mining.days_each.out_of_range`; `mining.hashrate.out_of_range` for machines beyond the network of the start;
/// `mining.height.out_of_range` for a horizon beyond the last height;
/// `mining.difficulty.out_of_range` for a change beyond a factor 4 at a retarget; `units.difficulty.out_of_range` and
/// `units.price.out_of_range` where growth leads beyond what the units hold; `mining.difficulty.insufficient_data`,
/// `mining.btc_price.insufficient_data` and `mining.fees_per_block.insufficient_data` for a path that ends before the
/// horizon; `units.timestamp.out_of_range` for a horizon beyond year 9999; those of [`depreciation`](crate::investment::depreciation) and of
/// [`tariff_prices`](crate::tariff::tariff_prices) and [`bill`](crate::tariff::bill); `mining.hours.out_of_range` for a tariff
/// and more than 20 years.
///
/// ```
/// use hashinsight_mining::forecast::*;
/// use hashinsight_mining::machine::MachineSpec;
/// use hashinsight_mining::profit::Operation;
/// use hashinsight_mining::reward::PoolFee;
/// use hashinsight_units::*;
/// // One S21 XP at 70,000 USD and 0.05 USD/kWh while difficulty grows by 1 % a month: it never pays for itself.
/// let world = StartingWorld::new(
///     Height::new(953_568),
///     Difficulty::constant(124_932_866_006_548.16),
///     Price::constant(70_000.0),
///     MeanAmount::constant(4e6),
/// );
/// let project = MiningProject::new(
///     MachineSpec::new(Hashrate::constant(270.0), Power::constant(3645.0)),
///     Usd::constant(3335.0),
///     Timestamp::from_s(1_782_000_000)?,
///     world,
///     Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05)),
/// );
/// let path = DynamicPath::new(DifficultyPath::GrowthPerStep(0.01), PricePath::GrowthPerStep(0.0));
/// let months = ForecastSteps::Months { count: 48, days_each: Days::constant(30.4375) };
/// let request = ForecastRequest::new(project, Algorithm::Dynamic(path), months, DiscountRate::constant(0.1));
/// let report = forecast(&request)?;
/// assert_eq!(report.with_switch_off.net_present_value_usd.round(), -781.0);
/// assert_eq!(report.with_switch_off.payback_days, Outcome::Never);
/// assert_eq!(report.halvings[0].height.get(), 1_050_000);
/// assert!(report.switch_off_value_usd > 0.0); // it is switched off after the halving
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn forecast(request: &ForecastRequest) -> Result<ForecastReport, Error> {
    let ForecastRequest { project, algorithm, .. } = request;
    let per_second = project.per_second();
    let force = force_of_interest(request.discount_rate_per_year)?;
    let decay = algorithm.dynamic().and_then(|path| path.hashrate_decay_per_month);
    let world = &project.world;
    world.check_holds(project.machines.hashrate_ths).at("project")?;
    let stretches = stretches(project.start_ms, world, algorithm, &request.steps)?;
    let stretches = stretches.ok_or_else(|| world.ends_before_horizon()).at("project")?;
    let time = |seconds: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "at most 101 years of milliseconds")]
        let ms = (seconds * MS_PER_S).round() as i64;
        Timestamp::from_ms(project.start_ms.to_ms() + ms).at("start_ms").at("project")
    };
    let last = last_of(&stretches);
    time(last.start_s + last.seconds)?;
    let mut cash: Vec<StretchCash> =
        stretches.iter().map(|stretch| StretchCash::of(project, &per_second, decay, stretch)).collect();
    let mut bills = None;
    if let Some(tariff) = &request.tariff {
        let (power, bill) = billed(project, tariff, &stretches, &cash)?;
        let both = cash.into_iter().zip(&stretches).zip(power);
        cash = both.map(|((cash, stretch), power)| cash.billed(&per_second, stretch, power)).collect();
        bills = Some(bill);
    }

    let mut table = ForecastTable::default();
    let mut cumulative = -project.machine_price_usd.get();
    let mut rest = cash.as_slice();
    for step in stretches.chunk_by(|a, b| a.step == b.step) {
        let (cash, later) = rest.split_at(step.len());
        rest = later;
        let sum = |of: fn(&StretchCash) -> f64| total(cash.iter().map(of));
        let (first, seconds) = (step[0], total(step.iter().map(|stretch| stretch.seconds)));
        let hashrate = |(stretch, cash): (&Stretch, &StretchCash)| cash.hashrate_ths * (stretch.seconds / seconds);
        let off = |(stretch, cash): (&Stretch, &StretchCash)| stretch.seconds - cash.on_s;
        let net = sum(|cash| cash.net);
        cumulative += net;
        table.start_ms.push(time(first.start_s)?);
        table.days.push(seconds / SECONDS_PER_DAY);
        table.height.push(first.height);
        table.blocks.push(total(step.iter().map(|stretch| stretch.blocks)));
        table.difficulty.push(first.difficulty);
        table.btc_price_usd.push(first.btc_price);
        table.subsidy_sat.push(first.reward.subsidy_sat.to_sat());
        table.hashrate_ths.push(total(step.iter().zip(cash).map(hashrate)));
        table.days_off.push(total(step.iter().zip(cash).map(off)) / SECONDS_PER_DAY);
        table.btc.push(sum(|cash| cash.btc));
        table.always_on_btc.push(sum(|cash| cash.always_btc));
        table.revenue_usd.push(sum(|cash| cash.revenue));
        table.power_cost_usd.push(sum(|cash| cash.power));
        table.hosting_usd.push(sum(|cash| cash.hosting));
        table.maintenance_usd.push(sum(|cash| cash.maintenance));
        table.net_usd.push(net);
        table.always_on_net_usd.push(sum(|cash| cash.always_on_net));
        table.cumulative_usd.push(cumulative);
    }
    let seconds_on = total(cash.iter().map(|cash| cash.on_s));
    let interval = Network::Mainnet.params().halving_interval();
    let halvings = stretches.windows(2).filter(|pair| pair[1].height.get().is_multiple_of(interval));
    let halving = |pair: &[Stretch]| Ok(HalvingAhead { height: pair[1].height, time_ms: time(pair[1].start_s)? });
    let net: Vec<f64> = cash.iter().map(|cash| cash.net).collect();
    let always_on: Vec<f64> = cash.iter().map(|cash| cash.always_on_net).collect();
    let with_switch_off = valuation(project, &stretches, &net, force);
    let always_on = valuation(project, &stretches, &always_on, force);
    let energy_kwh = per_second.kwh * seconds_on;
    Ok(ForecastReport {
        switch_off_value_usd: with_switch_off.net_present_value_usd - always_on.net_present_value_usd,
        with_switch_off,
        always_on,
        days_off: total(table.days_off.iter().copied()),
        btc: total(table.btc.iter().copied()),
        energy_kwh,
        co2_kg: project
            .co2_kg_per_kwh
            .map_or(Outcome::Undefined { reason: "no carbon dioxide per kWh was given" }, |kg: Ratio| {
                Outcome::of(energy_kwh * kg.get())
            }),
        halvings: halvings.map(halving).collect::<Result<_, Error>>()?,
        billed: bills,
        depreciation: request
            .depreciation
            .map(|method| method.schedule(project.machine_price_usd))
            .transpose()
            .at("depreciation")?,
        table,
    })
}

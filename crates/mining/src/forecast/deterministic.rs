//! The cash flow of a project, with and without the option to switch off.

use hashinsight_numerics::exp;
use hashinsight_units::{Fraction, Height, Ratio, Timestamp};

use super::depreciation::{DepreciationMethod, DepreciationReport, DepreciationRequest, depreciation};
use super::project::{Algorithm, ForecastSteps, MiningProject, Terms, check_discount_rate};
use super::steps::{SECONDS_PER_DAY, Stretch, stretches};
use super::value::{Flow, InternalRate, internal_rate, present_value};
use crate::machine::decayed;
use crate::network::{HASHES_PER_DIFFICULTY, HASHES_PER_TH};
use hashinsight_units::{Error, Outcome};

const SAT_PER_BTC: f64 = 1e8;
const MS_PER_S: f64 = 1e3;

/// Inputs of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ForecastRequest {
    /// What is bought, how it is run, and the world at the start.
    pub project: MiningProject,
    /// How the world moves on.
    pub algorithm: Algorithm,
    /// How long the project lasts, and its steps.
    pub steps: ForecastSteps,
    /// The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100.
    pub discount_rate_per_year: f64,
    /// How the machines are written off. Absent: not told.
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
    /// Its length in days.
    pub days: Vec<f64>,
    /// Height of its first block.
    pub height: Vec<Height>,
    /// Blocks of the network in it; whole between retargets, but in the last step.
    pub blocks: Vec<f64>,
    /// Difficulty.
    pub difficulty: Vec<f64>,
    /// Price of one bitcoin, in USD.
    pub btc_price_usd: Vec<f64>,
    /// New coins of its first block, in satoshis.
    pub subsidy_sat: Vec<u64>,
    /// Mean hashrate of the machines while running, in TH/s.
    pub hashrate_ths: Vec<f64>,
    /// Days of it on which the machines are switched off, because revenue does not cover what running costs.
    pub days_off: Vec<f64>,
    /// BTC received after the pool's fee; 0 while switched off.
    pub btc: Vec<f64>,
    /// BTC received where the machines never switch off.
    pub always_on_btc: Vec<f64>,
    /// Value of `btc` in USD.
    pub revenue_usd: Vec<f64>,
    /// Cost of power, in USD; 0 while switched off.
    pub power_cost_usd: Vec<f64>,
    /// Cost of hosting, in USD; 0 while switched off.
    pub hosting_usd: Vec<f64>,
    /// Upkeep, in USD.
    pub maintenance_usd: Vec<f64>,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: Vec<f64>,
    /// The same where the machines never switch off, in USD.
    pub always_on_net_usd: Vec<f64>,
    /// Sum of `net_usd` up to and with the step, less what the machines cost, in USD.
    pub cumulative_usd: Vec<f64>,
}

/// What a series of cash flows is worth.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Valuation {
    /// Sum of the net income of all steps, in USD; without purchase and resale.
    pub net_usd: f64,
    /// Net present value at the demanded rate, purchase and resale included, in USD.
    pub net_present_value_usd: f64,
    /// Rate of return per year at which the net present value is 0.
    pub internal_rate_per_year: InternalRate,
    /// Days until net income has paid for the machines, linear between retargets and halvings; `never` within the horizon. Resale does
    /// not count.
    pub payback_days: Outcome,
    /// The same with net income discounted at the demanded rate.
    pub discounted_payback_days: Outcome,
    /// The price of all machines at which the net present value is 0; negative where even as a gift they lose money.
    pub price_ceiling_usd: f64,
    /// The same per TH/s of the hashrate at the start.
    pub price_ceiling_usd_per_ths: Outcome,
}

/// A halving within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HalvingAhead {
    /// Height of the first block of the new era.
    pub height: Height,
    /// When that block is expected, in Unix milliseconds.
    pub time_ms: Timestamp,
}

/// Result of [`forecast`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastReport {
    /// The steps.
    pub table: ForecastTable,
    /// The value with the option to switch off: `net_usd` of the table.
    pub with_switch_off: Valuation,
    /// The value without it: `always_on_net_usd` of the table.
    pub always_on: Valuation,
    /// What the option is worth, in USD: the difference of both net present values.
    pub switch_off_value_usd: f64,
    /// Days on which the machines are switched off.
    pub days_off: f64,
    /// BTC received.
    pub btc: f64,
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Carbon dioxide of that energy, in kg; undefined where it was not given.
    pub co2_kg: Outcome,
    /// Halvings within the horizon that the forecast heeds: none with the static algorithm.
    pub halvings: Vec<HalvingAhead>,
    /// How the machines are written off, where that was asked.
    pub depreciation: Option<DepreciationReport>,
}

/// Money of one stretch.
struct Cash {
    hashrate_ths: f64,
    btc: f64,
    revenue: f64,
    power: f64,
    hosting: f64,
    maintenance: f64,
    runs: bool,
}

impl Cash {
    fn of(project: &MiningProject, terms: &Terms, decay: Option<Fraction>, stretch: &Stretch) -> Self {
        let middle_days = (stretch.start_s + 0.5 * stretch.seconds) / SECONDS_PER_DAY;
        let hashrate_ths =
            decay.map_or(project.hashrate_ths.get(), |per_month| decayed(project.hashrate_ths, per_month, middle_days));
        let hashes = hashrate_ths * HASHES_PER_TH * stretch.seconds * terms.uptime;
        let gross = hashes / (stretch.difficulty * HASHES_PER_DIFFICULTY)
            * ((stretch.subsidy_sat + stretch.fees_sat) as f64 / SAT_PER_BTC);
        let btc = gross - gross * terms.pool_fee;
        let (power, hosting) = (terms.power_usd_per_s * stretch.seconds, terms.hosting_usd_per_s * stretch.seconds);
        let revenue = btc * stretch.btc_price;
        Self {
            hashrate_ths,
            btc,
            revenue,
            power,
            hosting,
            maintenance: terms.maintenance_usd_per_s * stretch.seconds,
            runs: revenue >= power + hosting,
        }
    }

    /// What is left where the machines run throughout.
    fn always_on_net(&self) -> f64 {
        self.revenue - self.power - self.hosting - self.maintenance + 0.0
    }

    fn net(&self) -> f64 {
        if self.runs { self.always_on_net() } else { 0.0 - self.maintenance }
    }
}

/// What a project earns.
///
/// # Errors
/// `mining.pool_fee.out_of_range` for a fee of 1; `mining.discount_rate.out_of_range`;
/// `mining.growth_per_step.out_of_range`; `mining.days.out_of_range`, `mining.count.out_of_range`,
/// `mining.days_each.out_of_range`; `mining.height.out_of_range` for a horizon beyond the last height;
/// `mining.difficulty.out_of_range` for a change beyond a factor 4 at a retarget; `units.difficulty.out_of_range` and
/// `units.price.out_of_range` where growth leads beyond what the units hold; `mining.difficulty.insufficient_data`,
/// `mining.btc_price.insufficient_data` and `mining.fees_per_block.insufficient_data` for a path that ends before the
/// horizon; `units.timestamp.out_of_range` for a horizon beyond year 9999; those of [`depreciation`].
///
/// ```
/// use hashinsight_mining::forecast::*;
/// use hashinsight_units::Outcome;
/// use hashinsight_units::*;
/// // One S21 XP at 70,000 USD and 0.05 USD/kWh while difficulty grows by 1 % a month: it never pays for itself.
/// let report = forecast(&ForecastRequest {
///     project: MiningProject {
///         hashrate_ths: Hashrate::from_ths(270.0)?,
///         power_w: Power::from_w(3645.0)?,
///         machine_price_usd: Usd::new(3335.0)?,
///         resale_usd: None,
///         start_ms: Timestamp::from_s(1_782_000_000)?,
///         height: Height::new(953_568),
///         difficulty: Difficulty::new(124_932_866_006_548.16)?,
///         btc_price_usd: Price::new(70_000.0)?,
///         fees_per_block_sat: Amount::from_sat(4_000_000)?,
///         pool_fee: Fraction::new(0.02)?,
///         power_price_usd_per_kwh: EnergyPrice::new(0.05)?,
///         hosting_fee_usd_per_kwh: None,
///         maintenance_usd_per_day: None,
///         uptime: None,
///         co2_kg_per_kwh: None,
///     },
///     algorithm: Algorithm::Dynamic(DynamicPath {
///         difficulty: DifficultyPath::GrowthPerStep(0.01),
///         btc_price: PricePath::GrowthPerStep(0.0),
///         fees_per_block_sat: None,
///         hashrate_decay_per_month: None,
///     }),
///     steps: ForecastSteps::Months { count: 48, days_each: Days::new(30.4375)? },
///     discount_rate_per_year: 0.1,
///     depreciation: None,
/// })?;
/// assert_eq!(report.with_switch_off.net_present_value_usd.round(), -781.0);
/// assert_eq!(report.with_switch_off.payback_days, Outcome::Never);
/// assert_eq!(report.halvings[0].height.get(), 1_050_000);
/// assert!(report.switch_off_value_usd > 0.0); // it is switched off after the halving
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn forecast(request: &ForecastRequest) -> Result<ForecastReport, Error> {
    let ForecastRequest { project, algorithm, discount_rate_per_year, .. } = request;
    let terms = project.terms("project")?;
    let force = check_discount_rate(*discount_rate_per_year)?;
    let decay = match algorithm {
        Algorithm::Static => None,
        Algorithm::Dynamic(path) => path.hashrate_decay_per_month,
    };
    let stretches = stretches(project, algorithm, request.steps)?;
    let time = |seconds: f64| {
        #[expect(clippy::cast_possible_truncation, reason = "at most 101 years of milliseconds")]
        let ms = (seconds * MS_PER_S).round() as i64;
        Timestamp::from_ms(project.start_ms.to_ms() + ms).map_err(|error| error.at("project.start_ms"))
    };
    time(stretches.last().map_or(0.0, |stretch| stretch.start_s + stretch.seconds))?;
    let cash: Vec<Cash> = stretches.iter().map(|stretch| Cash::of(project, &terms, decay, stretch)).collect();

    let mut table = ForecastTable::default();
    let mut cumulative = -project.machine_price_usd.get();
    let mut rest = cash.as_slice();
    for step in stretches.chunk_by(|a, b| a.step == b.step) {
        let (cash, later) = rest.split_at(step.len());
        rest = later;
        let sum = |of: fn(&Cash) -> f64| total(cash.iter().map(of));
        let on = |of: fn(&Cash) -> f64| total(cash.iter().filter(|cash| cash.runs).map(of));
        let (first, seconds) = (step[0], total(step.iter().map(|stretch| stretch.seconds)));
        let hashrate = |(stretch, cash): (&Stretch, &Cash)| cash.hashrate_ths * (stretch.seconds / seconds);
        let off = |(stretch, cash): (&Stretch, &Cash)| if cash.runs { 0.0 } else { stretch.seconds };
        let net = sum(Cash::net);
        cumulative += net;
        table.start_ms.push(time(first.start_s)?);
        table.days.push(seconds / SECONDS_PER_DAY);
        table.height.push(first.height);
        table.blocks.push(total(step.iter().map(|stretch| stretch.blocks)));
        table.difficulty.push(first.difficulty);
        table.btc_price_usd.push(first.btc_price);
        table.subsidy_sat.push(first.subsidy_sat);
        table.hashrate_ths.push(total(step.iter().zip(cash).map(hashrate)));
        table.days_off.push(total(step.iter().zip(cash).map(off)) / SECONDS_PER_DAY);
        table.btc.push(on(|cash| cash.btc));
        table.always_on_btc.push(sum(|cash| cash.btc));
        table.revenue_usd.push(on(|cash| cash.revenue));
        table.power_cost_usd.push(on(|cash| cash.power));
        table.hosting_usd.push(on(|cash| cash.hosting));
        table.maintenance_usd.push(sum(|cash| cash.maintenance));
        table.net_usd.push(net);
        table.always_on_net_usd.push(sum(Cash::always_on_net));
        table.cumulative_usd.push(cumulative);
    }
    let seconds_on =
        total(stretches.iter().zip(&cash).map(|(stretch, cash)| if cash.runs { stretch.seconds } else { 0.0 }));
    let halvings = stretches.windows(2).filter(|pair| pair[0].subsidy_sat != pair[1].subsidy_sat);
    let halving = |pair: &[Stretch]| Ok(HalvingAhead { height: pair[1].height, time_ms: time(pair[1].start_s)? });
    let net: Vec<f64> = cash.iter().map(Cash::net).collect();
    let always_on: Vec<f64> = cash.iter().map(Cash::always_on_net).collect();
    let with_switch_off = valuation(project, &stretches, &net, force);
    let always_on = valuation(project, &stretches, &always_on, force);
    let energy_kwh = terms.kwh_per_s * seconds_on;
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
        depreciation: request
            .depreciation
            .map(|method| depreciation(&DepreciationRequest { cost_usd: project.machine_price_usd, method }))
            .transpose()?,
        table,
    })
}

fn total(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}

fn valuation(project: &MiningProject, stretches: &[Stretch], net: &[f64], force: f64) -> Valuation {
    let price = project.machine_price_usd.get();
    let resale = project.resale_usd.map_or(0.0, hashinsight_units::Usd::get);
    let end = stretches.last().map_or(0.0, |stretch| stretch.end_years);
    let income = stretches.iter().zip(net).map(|(stretch, usd)| (stretch.end_years, *usd));
    let flows: Vec<Flow> = [(0.0, -price)].into_iter().chain(income).chain([(end, resale)]).collect();
    let price_ceiling_usd = present_value(&flows[1..], force);
    let ths = project.hashrate_ths.get();
    let discounted = |(at, usd): (usize, f64)| usd * exp(-force * stretches[at].end_years);
    Valuation {
        net_usd: total(net.iter().copied()),
        net_present_value_usd: price_ceiling_usd - price,
        internal_rate_per_year: internal_rate(&flows),
        payback_days: payback_days(price, stretches, net.iter().copied()),
        discounted_payback_days: payback_days(price, stretches, net.iter().copied().enumerate().map(discounted)),
        price_ceiling_usd,
        price_ceiling_usd_per_ths: if ths > 0.0 {
            Outcome::of(price_ceiling_usd / ths)
        } else {
            Outcome::Undefined { reason: "the hashrate is zero" }
        },
    }
}

/// When the sum of incomes first reaches the price, linear within a stretch.
fn payback_days(price: f64, stretches: &[Stretch], incomes: impl Iterator<Item = f64>) -> Outcome {
    let mut missing = price;
    if missing <= 0.0 {
        return Outcome::Value(0.0);
    }
    for (stretch, income) in stretches.iter().zip(incomes) {
        if income >= missing {
            return Outcome::Value((stretch.start_s + stretch.seconds * (missing / income)) / SECONDS_PER_DAY);
        }
        missing -= income;
    }
    Outcome::Never
}

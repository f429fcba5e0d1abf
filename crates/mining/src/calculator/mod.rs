//! The mining calculator: five questions, each with a static and a dynamic answer.
//!
//! | question | method | function at the border |
//! |---|---|---|
//! | how much bitcoin? | [`MiningCalculator::calculate_btc_mined`] | `calculate_btc_mined` |
//! | how much money a day? | [`MiningCalculator::calculate_daily_revenue`] | `calculate_daily_revenue` |
//! | what is left of it? | [`MiningCalculator::calculate_profitability`] | `calculate_profitability` |
//! | does it pay for the machines? | [`MiningCalculator::calculate_roi`] | `calculate_roi` |
//! | when to switch off? | [`power_curtailment_analysis`] | `power_curtailment_analysis` |
//!
//! With [`Algorithm::Static`] the world stays as it is; with [`Algorithm::Dynamic`] difficulty, price, fees and
//! hashrate follow their paths, and the subsidy the height. Everything is computed by [`forecast`](crate::forecast) and
//! [`dispatch`](crate::dispatch); this module only asks.
//!
//! # Example
//! ```
//! use hashinsight_mining::calculator::MiningCalculator;
//! use hashinsight_mining::forecast::*;
//! use hashinsight_units::*;
//! let project = MiningProject {
//!     hashrate_ths: Hashrate::from_ths(200.0)?,
//!     power_w: Power::from_w(3500.0)?,
//!     machine_price_usd: Usd::new(3000.0)?,
//!     resale_usd: None,
//!     start_ms: Timestamp::from_s(1_782_000_000)?,
//!     height: Height::new(953_568),
//!     difficulty: Difficulty::new(1.3e14)?,
//!     btc_price_usd: Price::new(90_000.0)?,
//!     fees_per_block_sat: Amount::from_sat(4_000_000)?,
//!     pool_fee: Fraction::new(0.02)?,
//!     power_price_usd_per_kwh: EnergyPrice::new(0.05)?,
//!     hosting_fee_usd_per_kwh: None,
//!     maintenance_usd_per_day: None,
//!     uptime: None,
//!     co2_kg_per_kwh: None,
//! };
//! let path = DynamicPath {
//!     difficulty: DifficultyPath::GrowthPerStep(0.01),
//!     btc_price: PricePath::GrowthPerStep(0.0),
//!     fees_per_block_sat: None,
//!     hashrate_decay_per_month: None,
//! };
//! let still = MiningCalculator { project: project.clone(), algorithm: Algorithm::Static };
//! let moving = MiningCalculator { project, algorithm: Algorithm::Dynamic(path) };
//! let year = Days::new(365.0)?;
//! assert_eq!(format!("{:.4}", still.calculate_btc_mined(year)?.btc), "0.0350");
//! assert_eq!(format!("{:.4}", moving.calculate_btc_mined(year)?.btc), "0.0310");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod curtailment;

pub use curtailment::{PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis};

use hashinsight_units::{Days, Usd};

use crate::error;
use crate::forecast::{
    Algorithm, ForecastReport, ForecastRequest, ForecastSteps, HalvingAhead, MiningProject, Valuation, forecast,
};
use hashinsight_units::{Error, Outcome};

/// A project in a world that stays or moves.
#[derive(Clone, Debug, PartialEq)]
pub struct MiningCalculator {
    /// What is bought, how it is run, and the world at the start.
    pub project: MiningProject,
    /// How the world moves on.
    pub algorithm: Algorithm,
}

/// What the calculator is asked for a span: bitcoin, daily revenue, profitability.
///
/// ```
/// use hashinsight_mining::calculator::{
///     CalculatorRequest, calculate_btc_mined, calculate_daily_revenue, calculate_profitability,
/// };
/// let request: CalculatorRequest = serde_json::from_str(
///     r#"{
///         "project": {
///             "hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1782000000000,
///             "height": 953568, "difficulty": 1.3e14, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02,
///             "power_price_usd_per_kwh": 0.05
///         },
///         "algorithm": "static",
///         "days": 30
///     }"#,
/// )?;
/// assert_eq!(format!("{:.6}", calculate_btc_mined(&request)?.btc), "0.002880");
/// assert_eq!(format!("{:.2}", calculate_daily_revenue(&request)?.mean_usd_per_day), "8.64");
/// assert_eq!(format!("{:.2}", calculate_profitability(&request)?.net_usd), "133.18"); // 259.18 - 126.00
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct CalculatorRequest {
    /// What is bought, how it is run, and the world at the start.
    pub project: MiningProject,
    /// How the world moves on.
    pub algorithm: Algorithm,
    /// The span in days of 86,400 s, at most 36,525.
    pub days: Days,
}

/// Result of [`MiningCalculator::calculate_btc_mined`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BtcMinedReport {
    /// BTC received after the pool's fee, machines running throughout.
    pub btc: f64,
    /// The same where machines are switched off while revenue does not cover power and hosting.
    pub btc_with_switch_off: f64,
    /// BTC received per day, machines running throughout.
    pub btc_per_day: f64,
}

/// Result of [`MiningCalculator::calculate_daily_revenue`]. Machines run throughout, unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DailyRevenueReport {
    /// Mean revenue per day after the pool's fee, in USD.
    pub mean_usd_per_day: f64,
    /// The same where machines are switched off while revenue does not cover power and hosting.
    pub mean_usd_per_day_with_switch_off: f64,
    /// Revenue per day in the first step, in USD.
    pub first_usd_per_day: f64,
    /// Revenue per day in the last step, in USD.
    pub last_usd_per_day: f64,
}

/// Result of [`MiningCalculator::calculate_profitability`].
/// `revenue_usd - power_cost_usd - hosting_usd - maintenance_usd = net_usd` up to rounding.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ProfitabilityReport {
    /// Revenue after the pool's fee, in USD, machines switched off while it does not cover power and hosting.
    pub revenue_usd: f64,
    /// Cost of power, in USD.
    pub power_cost_usd: f64,
    /// Cost of hosting, in USD.
    pub hosting_usd: f64,
    /// Upkeep, in USD.
    pub maintenance_usd: f64,
    /// What is left, in USD.
    pub net_usd: f64,
    /// What would be left if the machines ran throughout, in USD.
    pub always_on_net_usd: f64,
    /// What is left over revenue; undefined without revenue.
    pub margin: Outcome,
    /// Days on which the machines are switched off.
    pub days_off: f64,
}

/// Result of [`MiningCalculator::calculate_roi`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RoiReport {
    /// Net income and resale over what the machines cost, less 1; undefined where they cost nothing.
    pub return_on_investment: Outcome,
    /// The value with the option to switch off.
    pub with_switch_off: Valuation,
    /// The value without it.
    pub always_on: Valuation,
    /// What the option is worth, in USD.
    pub switch_off_value_usd: f64,
    /// Days on which the machines are switched off.
    pub days_off: f64,
    /// Halvings within the horizon; none with the static algorithm.
    pub halvings: Vec<HalvingAhead>,
}

fn total(column: &[f64]) -> f64 {
    column.iter().fold(0.0, |sum, value| sum + value)
}

impl MiningCalculator {
    fn forecast(&self, days: Days) -> Result<ForecastReport, Error> {
        if days.get() > 36_525.0 {
            return Err(error::out_of_range("days", "days", days.get(), "at most 36525 days"));
        }
        forecast(&ForecastRequest {
            project: self.project.clone(),
            algorithm: self.algorithm.clone(),
            steps: ForecastSteps::Retargets { days },
            discount_rate_per_year: 0.0,
            depreciation: None,
        })
    }

    /// Bitcoin that a project is expected to earn in a span.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_btc_mined(&self, days: Days) -> Result<BtcMinedReport, Error> {
        let report = self.forecast(days)?;
        let btc = total(&report.table.always_on_btc);
        Ok(BtcMinedReport { btc, btc_with_switch_off: report.btc, btc_per_day: btc / days.get() })
    }

    /// What hashing earns per day, before power and all other costs.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_daily_revenue(&self, days: Days) -> Result<DailyRevenueReport, Error> {
        let table = self.forecast(days)?.table;
        let usd = |step: usize| table.always_on_btc[step] * table.btc_price_usd[step];
        let steps = table.days.len(); // at least one
        Ok(DailyRevenueReport {
            mean_usd_per_day: (0..steps).map(usd).fold(0.0, |sum, usd| sum + usd) / days.get(),
            mean_usd_per_day_with_switch_off: total(&table.revenue_usd) / days.get(),
            first_usd_per_day: usd(0) / table.days[0],
            last_usd_per_day: usd(steps - 1) / table.days[steps - 1],
        })
    }

    /// What is left of the revenue of a span.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_profitability(&self, days: Days) -> Result<ProfitabilityReport, Error> {
        let report = self.forecast(days)?;
        let table = &report.table;
        let (revenue_usd, net_usd) = (total(&table.revenue_usd), total(&table.net_usd));
        Ok(ProfitabilityReport {
            revenue_usd,
            power_cost_usd: total(&table.power_cost_usd),
            hosting_usd: total(&table.hosting_usd),
            maintenance_usd: total(&table.maintenance_usd),
            net_usd,
            always_on_net_usd: total(&table.always_on_net_usd),
            margin: if revenue_usd > 0.0 {
                Outcome::Value(net_usd / revenue_usd)
            } else {
                Outcome::Undefined { reason: "there is no revenue" }
            },
            days_off: report.days_off,
        })
    }

    /// Whether the machines earn back what they cost, when, and at which rate.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_roi(&self, steps: ForecastSteps, discount_rate_per_year: f64) -> Result<RoiReport, Error> {
        let request = RoiRequest {
            project: self.project.clone(),
            algorithm: self.algorithm.clone(),
            steps,
            discount_rate_per_year,
        };
        calculate_roi(&request)
    }
}

/// Inputs of [`calculate_roi`].
///
/// ```
/// use hashinsight_mining::calculator::{RoiRequest, calculate_roi};
/// let request: RoiRequest = serde_json::from_str(
///     r#"{
///         "project": {
///             "hashrate_ths": 200, "power_w": 3500, "machine_price_usd": 3000, "start_ms": 1782000000000,
///             "height": 953568, "difficulty": 1.3e14, "btc_price_usd": 90000, "fees_per_block_sat": 4000000, "pool_fee": 0.02,
///             "power_price_usd_per_kwh": 0.05
///         },
///         "algorithm": "static",
///         "steps": {"retargets": {"days": 1000}},
///         "discount_rate_per_year": 0.1
///     }"#,
/// )?;
/// let report = calculate_roi(&request)?;
/// assert_eq!(report.with_switch_off.payback_days.value().map(f64::round), Some(676.0));
/// assert_eq!(report.return_on_investment.value().map(|roi| (roi * 100.0).round()), Some(48.0)); // percent
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RoiRequest {
    /// What is bought, how it is run, and the world at the start.
    pub project: MiningProject,
    /// How the world moves on.
    pub algorithm: Algorithm,
    /// How long the project lasts, and its steps.
    pub steps: ForecastSteps,
    /// The rate of return that is demanded, per year, as a part: 0.1 for 10 %. -0.5 to 100.
    pub discount_rate_per_year: f64,
}

impl CalculatorRequest {
    fn calculator(&self) -> MiningCalculator {
        MiningCalculator { project: self.project.clone(), algorithm: self.algorithm.clone() }
    }
}

/// [`MiningCalculator::calculate_btc_mined`] as one request.
///
/// # Errors
/// As [`forecast`].
pub fn calculate_btc_mined(request: &CalculatorRequest) -> Result<BtcMinedReport, Error> {
    request.calculator().calculate_btc_mined(request.days)
}

/// [`MiningCalculator::calculate_daily_revenue`] as one request.
///
/// # Errors
/// As [`forecast`].
pub fn calculate_daily_revenue(request: &CalculatorRequest) -> Result<DailyRevenueReport, Error> {
    request.calculator().calculate_daily_revenue(request.days)
}

/// [`MiningCalculator::calculate_profitability`] as one request.
///
/// # Errors
/// As [`forecast`].
pub fn calculate_profitability(request: &CalculatorRequest) -> Result<ProfitabilityReport, Error> {
    request.calculator().calculate_profitability(request.days)
}

/// [`MiningCalculator::calculate_roi`] as one request.
///
/// # Errors
/// As [`forecast`].
pub fn calculate_roi(request: &RoiRequest) -> Result<RoiReport, Error> {
    let report = forecast(&ForecastRequest {
        project: request.project.clone(),
        algorithm: request.algorithm.clone(),
        steps: request.steps,
        discount_rate_per_year: request.discount_rate_per_year,
        depreciation: None,
    })?;
    let price = request.project.machine_price_usd.get();
    let earned = report.with_switch_off.net_usd + request.project.resale_usd.map_or(0.0, Usd::get);
    Ok(RoiReport {
        return_on_investment: if price > 0.0 {
            Outcome::of(earned / price - 1.0)
        } else {
            Outcome::Undefined { reason: "the machines cost nothing" }
        },
        with_switch_off: report.with_switch_off,
        always_on: report.always_on,
        switch_off_value_usd: report.switch_off_value_usd,
        days_off: report.days_off,
        halvings: report.halvings,
    })
}

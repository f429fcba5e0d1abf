//! The mining calculator: five questions, each with a static and a dynamic answer.
//!
//! | question | method |
//! |---|---|
//! | how much bitcoin? | [`MiningCalculator::calculate_btc_mined`] |
//! | how much money a day? | [`MiningCalculator::calculate_daily_revenue`] |
//! | what is left of it? | [`MiningCalculator::calculate_profitability`] |
//! | does it pay for the machines? | [`MiningCalculator::calculate_roi`] |
//! | when to switch off? | [`power_curtailment_analysis`] |
//!
//! [`document`] has the same questions as documents, for every language.
//!
//! With [`Algorithm::Static`] the world stays as it is; with [`Algorithm::Dynamic`] difficulty, price, fees and
//! hashrate follow their paths, and the subsidy the height. Everything is computed by [`forecast`](crate::forecast) and
//! [`dispatch`](crate::dispatch); this module only asks.
//!
//! # Example
//! ```
//! use hashinsight_mining::calculator::MiningCalculator;
//! use hashinsight_mining::forecast::*;
//! use hashinsight_mining::machine::MachineSpec;
//! use hashinsight_mining::profit::Operation;
//! use hashinsight_mining::reward::PoolFee;
//! use hashinsight_units::*;
//! let world = StartingWorld::new(
//!     Height::new(953_568),
//!     Difficulty::constant(1.3e14),
//!     Price::constant(90_000.0),
//!     MeanAmount::constant(4e6),
//! );
//! let project = MiningProject::new(
//!     MachineSpec::new(Hashrate::constant(200.0), Power::constant(3500.0)),
//!     Usd::constant(3000.0),
//!     Timestamp::from_s(1_782_000_000)?,
//!     world,
//!     Operation::new(PoolFee::constant(0.02), EnergyPrice::constant(0.05)),
//! );
//! let path = DynamicPath::new(DifficultyPath::GrowthPerStep(0.01), PricePath::GrowthPerStep(0.0));
//! let still = MiningCalculator::new(project.clone(), Algorithm::Static);
//! let moving = MiningCalculator::new(project, Algorithm::Dynamic(path));
//! let year = Days::constant(365.0);
//! assert_eq!(format!("{:.4}", still.calculate_btc_mined(year)?.btc), "0.0350");
//! assert_eq!(format!("{:.4}", moving.calculate_btc_mined(year)?.btc), "0.0310");
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

mod curtailment;
pub mod document;
mod report;

pub use curtailment::{PowerCurtailmentReport, PowerCurtailmentRequest, power_curtailment_analysis};
pub use report::{BtcMinedReport, DailyRevenueReport, ProfitabilityReport, RoiReport};

use hashinsight_units::{Days, DiscountRate, Error, Outcome, Record, Usd};

use crate::error;
use crate::forecast::{Algorithm, ForecastReport, ForecastRequest, ForecastSteps, MiningProject, forecast};

/// A project in a world that stays or moves.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MiningCalculator {
    /// Machines, how they are run, and the world at the start.
    pub project: MiningProject,
    /// Course of difficulty, price and fees: as at the start, or along a path.
    pub algorithm: Algorithm,
}

fn total(column: &[f64]) -> f64 {
    column.iter().fold(0.0, |sum, value| sum + value)
}

impl MiningCalculator {
    fn forecast_days(&self, days: Days) -> Result<ForecastReport, Error> {
        if days.get() > 36_525.0 {
            return Err(error::out_of_range("days", "days", days.get(), "at most 36525 days"));
        }
        self.forecast_steps(ForecastSteps::Retargets { days }, DiscountRate::constant(0.0))
    }

    fn forecast_steps(&self, steps: ForecastSteps, rate: DiscountRate) -> Result<ForecastReport, Error> {
        forecast(&ForecastRequest::new(self.project.clone(), self.algorithm.clone(), steps, rate))
    }

    /// Bitcoin that a project is expected to earn in a span.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_btc_mined(&self, days: Days) -> Result<BtcMinedReport, Error> {
        let report = self.forecast_days(days)?;
        let btc = total(&report.table.always_on_btc);
        Ok(BtcMinedReport { btc, btc_with_switch_off: report.btc, btc_per_day: btc / days.get() })
    }

    /// Revenue per day, before power and all other costs.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_daily_revenue(&self, days: Days) -> Result<DailyRevenueReport, Error> {
        let table = self.forecast_days(days)?.table;
        let usd = |step: usize| table.always_on_btc[step] * table.btc_price_usd[step];
        let steps = table.days.len(); // at least one
        Ok(DailyRevenueReport {
            mean_usd_per_day: (0..steps).map(usd).fold(0.0, |sum, usd| sum + usd) / days.get(),
            mean_usd_per_day_with_switch_off: total(&table.revenue_usd) / days.get(),
            first_usd_per_day: usd(0) / table.days[0],
            last_usd_per_day: usd(steps - 1) / table.days[steps - 1],
        })
    }

    /// What power, hosting and upkeep leave of the revenue of a span.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_profitability(&self, days: Days) -> Result<ProfitabilityReport, Error> {
        let report = self.forecast_days(days)?;
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

    /// Whether the machines earn back their price, when, and at which rate.
    ///
    /// # Errors
    /// As [`forecast`].
    pub fn calculate_roi(
        &self,
        steps: ForecastSteps,
        discount_rate_per_year: DiscountRate,
    ) -> Result<RoiReport, Error> {
        let report = self.forecast_steps(steps, discount_rate_per_year)?;
        let price = self.project.machine_price_usd.get();
        let earned = report.with_switch_off.net_usd + self.project.resale_usd.map_or(0.0, Usd::get);
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
}

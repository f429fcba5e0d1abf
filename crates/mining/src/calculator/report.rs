//! Answers of the calculator.

use hashinsight_units::{Outcome, Record};

#[cfg(doc)]
use super::MiningCalculator;
use crate::forecast::{HalvingAhead, Valuation};

/// Result of [`MiningCalculator::calculate_btc_mined`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BtcMinedReport {
    /// BTC received after the pool's fee, machines running throughout.
    pub btc: f64,
    /// BTC received after the pool's fee where machines are switched off while revenue does not cover power and hosting.
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
    /// Mean revenue per day, in USD, where machines are switched off while it does not cover power and hosting.
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
    /// Profit: revenue less power, hosting and upkeep, in USD.
    pub net_usd: f64,
    /// Profit if the machines ran throughout, in USD.
    pub always_on_net_usd: f64,
    /// Profit over revenue; undefined without revenue.
    pub margin: Outcome,
    /// Days on which the machines are switched off.
    pub days_off: f64,
}

/// Result of [`MiningCalculator::calculate_roi`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RoiReport {
    /// Net income and resale over the price of the machines, less 1; undefined where they cost nothing.
    pub return_on_investment: Outcome,
    /// Value with the option to switch off.
    pub with_switch_off: Valuation,
    /// Value without the option to switch off.
    pub always_on: Valuation,
    /// Value of the option to switch off, in USD.
    pub switch_off_value_usd: f64,
    /// Days on which the machines are switched off.
    pub days_off: f64,
    /// Halvings within the horizon, all of them; the static algorithm keeps the first subsidy all the same.
    pub halvings: Vec<HalvingAhead>,
}

//! Where profit turns into loss, and what a bitcoin costs to produce.

use hashinsight_units::{Outcome, Record};

use super::factors::Statement;

/// The values of four inputs, each alone and all else as it is, at which `net_usd` is 0.
///
/// `never`: no value of the input is good enough, it is always a loss. `unbounded`: no value is bad enough, it is
/// always a profit. `undefined`: it is exactly nothing at every value. Negative values appear only for the power price,
/// which can be negative.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BreakEvens {
    /// Highest power price that still pays, in USD/kWh: `(revenue - hosting - maintenance) / energy`.
    pub power_price_usd_per_kwh: Outcome,
    /// Lowest bitcoin price that still pays, in USD: `(power + hosting + maintenance) / expected BTC`.
    pub btc_price_usd: Outcome,
    /// Lowest hashprice that still pays, in USD/PH/day, before the pool's fee as markets quote it:
    /// `hashprice · (power + hosting + maintenance) / revenue`, taken at the machine's own hours.
    pub hashprice_usd_per_phs_day: Outcome,
    /// Highest difficulty that still pays: `difficulty · revenue / (power + hosting + maintenance)`.
    pub difficulty: Outcome,
}

/// What one bitcoin costs to produce, in USD. `never` where nothing is mined: no money makes one.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CostOfBitcoin {
    /// Direct cost of a bitcoin, in USD: power and hosting over the BTC received after the pool's fee. Below this price it is better to switch off.
    pub direct_usd: Outcome,
    /// Cash cost of a bitcoin, in USD: direct cost and maintenance. Below this price cash runs out.
    pub cash_usd: Outcome,
    /// All-in cost of a bitcoin, in USD: cash cost and straight-line depreciation of the machine. Below this price the machine does not earn itself back.
    /// `undefined` without a machine price.
    pub all_in_usd: Outcome,
}

/// Running costs of a row. `net = revenue - costs` up to rounding.
fn costs(row: &Statement) -> f64 {
    row.power_cost_usd + row.hosting_usd + row.maintenance_usd
}

const NOTHING_EITHER_WAY: Outcome = Outcome::Undefined { reason: "nothing is earned and nothing is paid at any value" };

/// The least value at which `yield_per_unit · value` covers `costs`, both linear in the value.
fn covering(costs: f64, yield_per_unit: f64) -> Outcome {
    if yield_per_unit > 0.0 {
        return if costs < 0.0 { Outcome::Unbounded } else { quotient(costs, yield_per_unit, Outcome::Never) };
    }
    if costs > 0.0 {
        Outcome::Never
    } else if costs < 0.0 {
        Outcome::Unbounded
    } else {
        NOTHING_EITHER_WAY
    }
}

/// `a / b`, or `beyond` where it exceeds what an `f64` holds.
fn quotient(a: f64, b: f64, beyond: Outcome) -> Outcome {
    let value = a / b;
    if value.is_finite() { Outcome::Value(value + 0.0) } else { beyond }
}

impl BreakEvens {
    pub(super) fn of(row: &Statement, pool_fee: f64, phs_days: f64, difficulty: f64) -> Self {
        let costs = costs(row);
        let left_for_power = row.revenue_usd - row.hosting_usd - row.maintenance_usd;
        let power_price = if row.energy_kwh > 0.0 {
            // Beyond 1e308 USD/kWh either way the sign says it all.
            quotient(left_for_power, row.energy_kwh, always(left_for_power))
        } else {
            always(left_for_power)
        };
        let difficulty = if costs > 0.0 && row.revenue_usd > 0.0 {
            quotient(difficulty * row.revenue_usd, costs, Outcome::Unbounded)
        } else {
            always(row.revenue_usd - costs)
        };
        let keeps = 1.0 - pool_fee;
        Self {
            power_price_usd_per_kwh: power_price,
            btc_price_usd: covering(costs, expected_btc(row, pool_fee)),
            hashprice_usd_per_phs_day: covering(costs, phs_days * keeps),
            difficulty,
        }
    }
}

/// The answer where the input makes no difference to the sign of the result.
fn always(result: f64) -> Outcome {
    if result > 0.0 {
        Outcome::Unbounded
    } else if result < 0.0 {
        Outcome::Never
    } else {
        NOTHING_EITHER_WAY
    }
}

/// BTC received after the pool's fee.
pub(super) fn expected_btc(row: &Statement, pool_fee: f64) -> f64 {
    row.gross_btc - row.gross_btc * pool_fee
}

impl CostOfBitcoin {
    pub(super) fn of(row: &Statement, pool_fee: f64, depreciation_usd: Option<f64>) -> Self {
        let btc = expected_btc(row, pool_fee);
        let per_btc = |usd: f64| {
            if btc > 0.0 { quotient(usd, btc, Outcome::Unbounded) } else { Outcome::Never }
        };
        let direct = row.power_cost_usd + row.hosting_usd;
        let cash = direct + row.maintenance_usd;
        Self {
            direct_usd: per_btc(direct),
            cash_usd: per_btc(cash),
            all_in_usd: depreciation_usd
                .map_or(Outcome::Undefined { reason: "no machine price was given" }, |usd| per_btc(cash + usd)),
        }
    }
}

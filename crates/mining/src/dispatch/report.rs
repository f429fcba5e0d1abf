//! What a plan says.

use hashinsight_units::{Outcome, Record};

use super::schedule::DispatchReason;
use crate::tariff::Bill;

/// One class of a [`DispatchReport`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DispatchClassReport {
    /// Name of the class.
    pub name: String,
    /// Power price up to which the normal mode earns in the first interval, in USD/MWh; unbounded where it draws no power.
    pub break_even_usd_per_mwh: Outcome,
    /// Number of machines that run, by mode, the normal one first, and by settlement interval.
    pub running: Vec<Vec<u32>>,
    /// Reason of what the class does in each settlement interval.
    pub reason: Vec<DispatchReason>,
    /// Earnings above those of machines that always run in their normal mode, in USD; without start costs.
    pub saved_usd: f64,
    /// Machine-hours: hours in which machines run, times their number.
    pub machine_hours: f64,
    /// Number of starts, times the number of machines.
    pub starts: u64,
    /// Revenue of the span, in USD.
    pub revenue_usd: f64,
    /// Energy at the meter, in kWh.
    pub energy_kwh: f64,
    /// Cost of energy at the price of its intervals, in USD.
    pub energy_usd: f64,
    /// Cost of starts, in USD.
    pub start_cost_usd: f64,
}

/// Result of [`plan_dispatch`](super::plan_dispatch). `revenue_usd - start_cost_usd - bill.total_usd = net_usd`, exactly when evaluated
/// from left to right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DispatchReport {
    /// Power price of each settlement interval, in USD/kWh.
    pub price_usd_per_kwh: Vec<f64>,
    /// Load of each settlement interval at the meter, in watts.
    pub load_w: Vec<f64>,
    /// Earnings of each settlement interval above those of all machines in their normal mode, in USD; energy at its
    /// price, without start costs and what else the tariff charges.
    pub hourly_saved_usd: Vec<f64>,
    /// Classes in the order of the request.
    pub classes: Vec<DispatchClassReport>,
    /// Revenue of the span, in USD.
    pub revenue_usd: f64,
    /// Cost of starts, in USD.
    pub start_cost_usd: f64,
    /// Bill of the tariff for the plan's load.
    pub bill: Bill,
    /// Profit of the plan, in USD.
    pub net_usd: f64,
    /// Revenue if all machines always ran in their normal mode, in USD.
    pub always_on_revenue_usd: f64,
    /// Bill of the tariff if all machines always ran in their normal mode.
    pub always_on_bill: Bill,
    /// Profit if all machines always ran in their normal mode, in USD.
    pub always_on_net_usd: f64,
    /// Value of the plan, in USD: `net_usd - always_on_net_usd`.
    pub saved_usd: f64,
    /// Greatest profit that a better plan could add under the whole bill, in USD; 0 only where this plan is proven to be
    /// the best. Above 0 where a limited interval was too hard to search, minimum times, start costs or initial states meet
    /// a demand charge or a limit, or ratchets, peaks so far, blocks of use and minimum charges have a part in the bill.
    pub optimality_gap_usd: f64,
}

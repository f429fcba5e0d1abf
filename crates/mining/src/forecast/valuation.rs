//! What the income of a project is worth.

use hashinsight_numerics::exp;
use hashinsight_units::{Outcome, Record, SECONDS_PER_DAY, Usd};

use super::project::MiningProject;
use super::stretches::{Stretch, last_of};
use crate::investment::{Flow, InternalRate, internal_rate, present_value};

/// Value of the net income of a project.
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
    /// Days until net income has paid for the machines, linear between retargets and halvings; `never` within the
    /// horizon. Resale does not count.
    pub payback_days: Outcome,
    /// Days until net income, discounted at the demanded rate, has paid for the machines.
    pub discounted_payback_days: Outcome,
    /// Price of all machines at which the net present value is 0, in USD; negative where even as a gift they lose money.
    pub price_ceiling_usd: f64,
    /// Price of the machines at which the net present value is 0, in USD per TH/s of the hashrate at the start.
    pub price_ceiling_usd_per_ths: Outcome,
}

pub(super) fn total(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(0.0, |sum, value| sum + value)
}

/// The value of the net income of each stretch, at a force of interest.
pub(super) fn valuation(project: &MiningProject, stretches: &[Stretch], net: &[f64], force: f64) -> Valuation {
    let price = project.machine_price_usd.get();
    let resale = project.resale_usd.map_or(0.0, Usd::get);
    let end = last_of(stretches).end_years;
    let income = stretches.iter().zip(net).map(|(stretch, usd)| (stretch.end_years, *usd));
    let flows: Vec<Flow> = [(0.0, -price)].into_iter().chain(income).chain([(end, resale)]).collect();
    let price_ceiling_usd = present_value(&flows[1..], force);
    let ths = project.machines.hashrate_ths.get();
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

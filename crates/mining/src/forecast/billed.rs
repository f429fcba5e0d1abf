//! The power of a project under a tariff: planned interval by interval, billed month by month, told stretch by stretch.
//!
//! In each settlement interval the machines earn what the stretches within it pay, and they run where that leaves most
//! under the tariff's whole bill: [`plan_dispatch`](crate::dispatch::plan_dispatch) of one class over the life. Energy is
//! a stretch's own; what is charged for a month (demand, blocks, fixed and minimum charges) falls into the stretch in
//! which the month, or the horizon, ends.

use hashinsight_numerics::{max, min};
use hashinsight_units::{At, EnergyPrice, Error, Fraction, Record, W_PER_KW};

use super::project::MiningProject;
use super::stretch_cash::StretchCash;
use super::stretches::{Stretch, last_of};
use crate::dispatch::running;
use crate::tariff::{Bill, Grid, Tariff, Terms};

const MS_PER_S: f64 = 1e3;

/// Power of a forecast under its tariff.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ForecastBill {
    /// Bill of the tariff for the hours in which the machines run.
    pub bill: Bill,
    /// Bill of the tariff where the machines never switch off.
    pub always_on_bill: Bill,
    /// Greatest sum of net income that other hours of running could add, in USD, before discounting; 0 where these hours
    /// are proven to be the best.
    pub optimality_gap_usd: f64,
}

/// What the tariff adds to a stretch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StretchPower {
    /// Seconds in which the machines run.
    pub(super) on_s: f64,
    pub(super) usd: f64,
    pub(super) always_on_usd: f64,
}

/// The intervals of a life.
struct Life<'a> {
    grid: Grid,
    step_s: f64,
    horizon_s: f64,
    stretches: &'a [Stretch],
}

impl Life<'_> {
    /// Calls with every interval and stretch that share time, and for how many seconds.
    fn shared(&self, mut with: impl FnMut(usize, usize, f64)) {
        let mut first = 0;
        for interval in 0..self.grid.count as usize {
            let begin_s = interval as f64 * self.step_s;
            let end_s = min(begin_s + self.step_s, self.horizon_s);
            for (at, stretch) in self.stretches.iter().enumerate().skip(first) {
                let stretch_end_s = stretch.start_s + stretch.seconds;
                let seconds = min(end_s, stretch_end_s) - max(begin_s, stretch.start_s);
                if seconds > 0.0 {
                    with(interval, at, seconds);
                }
                if stretch_end_s > end_s {
                    break;
                }
                first = at;
            }
        }
    }

    /// The stretch in which an interval ends that is the last of something.
    fn stretch_at_end(&self, intervals: usize) -> usize {
        let end_s = min(intervals as f64 * self.step_s, self.horizon_s);
        let later = self.stretches.iter().position(|stretch| stretch.start_s >= end_s);
        later.unwrap_or(self.stretches.len()).saturating_sub(1)
    }

    /// Adds a bill to the stretches.
    fn charge(&self, terms: &Terms, bill: &Bill, load_w: &[f64], mut add: impl FnMut(usize, f64)) {
        let hours = self.grid.hours_each();
        let mut seconds = vec![0.0; load_w.len()];
        self.shared(|interval, _, shared| seconds[interval] += shared);
        self.shared(|interval, stretch, shared| {
            let usd = load_w[interval] / W_PER_KW * hours * terms.prices[interval];
            add(stretch, usd * (shared / seconds[interval]));
        });
        for (at, month) in terms.months.iter().enumerate() {
            let of_month = &bill.months;
            let rest = of_month.contract_usd[at]
                + of_month.demand_usd[at]
                + of_month.tier_usd[at]
                + of_month.coincident_usd[at]
                + of_month.fixed_usd[at]
                + of_month.minimum_usd[at];
            add(self.stretch_at_end(month.intervals.end), rest);
        }
    }
}

/// The power of each stretch under the tariff.
pub(super) fn billed(
    project: &MiningProject,
    tariff: &Tariff,
    stretches: &[Stretch],
    cash: &[StretchCash],
) -> Result<(Vec<StretchPower>, ForecastBill), Error> {
    let last = last_of(stretches);
    let (minutes, horizon_s) = (tariff.minutes()?, last.start_s + last.seconds);
    let grid = Grid::of_seconds(project.start_ms, minutes, horizon_s).at("steps")?;
    let life = Life { grid, step_s: grid.step_ms() as f64 / MS_PER_S, horizon_s, stretches };
    let count = grid.count as usize;
    let (mut revenue_usd, mut covered_s) = (vec![0.0; count], vec![0.0; count]);
    life.shared(|interval, stretch, seconds| {
        revenue_usd[interval] += cash[stretch].always_revenue * (seconds / stretches[stretch].seconds);
        covered_s[interval] += seconds;
    });
    let terms = tariff.terms(grid)?;
    let load_w = project.machines.power_w.get() * project.operation.uptime.map_or(1.0, Fraction::get);
    let (mut runs, gap) = plan(project, tariff, grid, life.horizon_s, (load_w, &revenue_usd))?;
    // A last part of an interval does as the interval before it.
    runs.resize(count, runs.last().copied().unwrap_or(true));
    let always_w: Vec<f64> = covered_s.iter().map(|seconds| load_w * (seconds / life.step_s)).collect();
    let on_w: Vec<f64> = always_w.iter().zip(&runs).map(|(load, on)| if *on { *load } else { 0.0 }).collect();
    let (bill, always_on_bill) = (terms.bill(&on_w), terms.bill(&always_w));
    let mut power = vec![StretchPower::default(); stretches.len()];
    life.shared(|interval, stretch, seconds| {
        if runs[interval] {
            power[stretch].on_s += seconds;
        }
    });
    life.charge(&terms, &bill, &on_w, |stretch, usd| power[stretch].usd += usd);
    life.charge(&terms, &always_on_bill, &always_w, |stretch, usd| power[stretch].always_on_usd += usd);
    Ok((power, ForecastBill { bill, always_on_bill, optimality_gap_usd: gap }))
}

/// The whole intervals in which the machines run, decided at all that a kWh costs.
fn plan(
    project: &MiningProject,
    tariff: &Tariff,
    grid: Grid,
    horizon_s: f64,
    (load_w, revenue_usd): (f64, &[f64]),
) -> Result<(Vec<bool>, f64), Error> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 20 years of intervals")]
    let whole = (horizon_s * MS_PER_S / grid.step_ms() as f64).floor() as u32;
    if whole == 0 {
        return Ok((Vec::new(), 0.0));
    }
    let operation = &project.operation;
    let hosting = operation.hosting_fee_usd_per_kwh.map_or(0.0, EnergyPrice::get);
    let fee = EnergyPrice::new(operation.power_price_usd_per_kwh.get() + hosting)
        .at("power_price_usd_per_kwh")
        .at("project")?;
    let mut at_all_costs = tariff.clone();
    at_all_costs.energy = at_all_costs.energy.plus(fee).at("energy").at("tariff")?;
    let terms = at_all_costs.terms(grid.first(whole))?;
    running(&terms, load_w, &revenue_usd[..whole as usize])
}

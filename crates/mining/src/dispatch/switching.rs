//! When one load runs whose revenue is known interval by interval.

use hashinsight_units::{Error, Hashrate, Power, W_PER_KW};

use super::class::{Class, DispatchClass, InitialState, Mode};
use super::hours::Hours;
use super::plan_search::Search;
use crate::machine::{Machine, MachineSpec};
use crate::tariff::Terms;

/// The intervals in which a load of so many watts runs, so that most of its revenue in USD is left under the whole bill,
/// and how much more the best can leave.
pub(crate) fn running(terms: &Terms, load_w: f64, revenue_usd: &[f64]) -> Result<(Vec<bool>, f64), Error> {
    let spec = MachineSpec::new(Hashrate::MIN, Power::new(load_w)?);
    let request = DispatchClass::new(String::new(), 1, Machine::Spec(spec));
    // One unit of hashrate whose price of an interval is the revenue.
    let mode = Mode { phs_days: 1.0, ..Mode::new(0.0, load_w, terms.grid.hours_each()) };
    let initial = InitialState::OnHours(1);
    let class = Class { request: &request, modes: vec![mode], min_up: 1, min_down: 1, start_cost: 0.0, initial };
    let hours = Hours { hashprice: revenue_usd.to_vec(), price: terms.prices.clone() };
    let search = Search {
        classes: &[class],
        hours: &hours,
        cost: &hours.with_coincident(terms),
        terms,
        cap: None,
        site_kw: load_w / W_PER_KW,
        coupled: false,
    };
    let (schedules, gap) = search.run()?;
    let column = schedules.first().and_then(|schedule| schedule.running.first());
    Ok((column.into_iter().flatten().map(|count| *count > 0).collect(), gap))
}

//! The setting of a simulation, from its request.

use std::collections::BTreeMap;

use hashinsight_derivatives::pricing::BarrierSide;
use hashinsight_units::{At, Error, Order, Problem, Years};

use super::correlation::root;
use super::cover::years;
use super::paths::{Asset, Group, Setting, grid};
use super::simulation::BookSimulationRequest;
use super::{BookCover, BookMarket};
use crate::refuse::{refuse, tell};

/// Most cells of a simulation: inceptions, expiries and the steps between them.
const MOST_CELLS: usize = 100_000;

impl Setting {
    pub(crate) fn new(covers: &[BookCover], request: &BookSimulationRequest) -> Result<Self, Error> {
        let asset_of = numbers(&request.markets)?;
        let mut windows = Vec::with_capacity(covers.len());
        for (row, cover) in covers.iter().enumerate() {
            let Some(asset) = asset_of.get(&cover.instrument) else {
                let allowed = "an instrument of the markets";
                let fault = tell("instrument", Problem::Unknown, cover.instrument, allowed);
                return Err(fault.in_row(row).at("covers"));
            };
            let from = years(request.time_ms, cover.inception_ms);
            let to = Years::new(years(request.time_ms, cover.expiry_ms));
            let to = to.map_err(|error| error.at("expiry_ms").in_row(row).at("covers"))?.get();
            windows.push((*asset, if from > 0.0 { from } else { 0.0 }, to));
        }
        let instants: Vec<f64> = windows.iter().flat_map(|(_, from, to)| [*from, *to]).collect();
        let longest = request.longest_step_days.map(|days| days.get() / 365.0);
        let grid = grid(&instants, longest);
        if grid.len() > MOST_CELLS {
            let allowed = "steps so long that they, and the inceptions and expiries, are at most 100,000";
            return Err(refuse("longest_step_days", longest.map_or(0.0, |years| years * 365.0), allowed));
        }
        let horizon = grid[grid.len() - 1];
        let mut assets = Vec::with_capacity(request.markets.len());
        let mut ladders = Vec::with_capacity(request.markets.len());
        for (number, market) in request.markets.iter().enumerate() {
            market.jumps.check().at("jumps").index(number).at("markets")?;
            if market.jumps.intensity() * horizon > 500.0 {
                let fault = refuse("jumps", market.jumps.intensity(), "at most 500 expected until the last expiry");
                return Err(fault.at(format!("markets[{number}]")));
            }
            let barriers = |side: BarrierSide| {
                let mine = covers.iter().filter(|cover| cover.instrument == market.instrument && cover.side == side);
                let mut barriers: Vec<f64> = mine.map(|cover| cover.barrier.get()).collect();
                barriers.sort_unstable_by(f64::total_cmp);
                barriers.dedup();
                if side == BarrierSide::Down {
                    barriers.reverse();
                }
                barriers
            };
            let [below, above] = [BarrierSide::Down, BarrierSide::Up].map(barriers);
            let asset = Asset::new(*market, horizon, &below, &above);
            if !asset.log_drift().is_finite() {
                let fault = refuse("jumps", market.jumps.intensity(), "jumps whose mean growth is finite");
                return Err(fault.at(format!("markets[{number}]")));
            }
            assets.push(asset);
            ladders.push([below, above]);
        }
        let root = match &request.correlation {
            Some(correlation) => root(correlation, assets.len())?,
            None => (0..assets.len()).map(|i| (0..=i).map(|j| if i == j { 1.0 } else { 0.0 }).collect()).collect(),
        };
        let groups = groups(covers, &windows, &grid, &ladders);
        Ok(Self { grid, assets, root, groups })
    }
}

/// Instrument, whether the barriers lie above, first cell and the one behind the last.
type Window = (usize, bool, usize, usize);
/// Rung and number of a cover.
type Member = (usize, usize);

/// Number of the market of each instrument.
fn numbers(markets: &[BookMarket]) -> Result<BTreeMap<hashinsight_market::Instrument, usize>, Error> {
    let mut numbers = BTreeMap::new();
    for (number, market) in markets.iter().enumerate() {
        if numbers.insert(market.instrument, number).is_some() {
            let fault = tell("instrument", Problem::Several, market.instrument, "one market per instrument");
            return Err(fault.at(format!("markets[{number}]")));
        }
    }
    Ok(numbers)
}

/// Covers of one instrument, side and window as groups, in a fixed order.
fn groups(covers: &[BookCover], windows: &[(usize, f64, f64)], grid: &[f64], ladders: &[[Vec<f64>; 2]]) -> Vec<Group> {
    // The cell that begins, or ends, at an instant of the grid.
    let ends_by = |instant: f64| grid.partition_point(|end| *end <= instant);
    let mut found: BTreeMap<Window, Vec<Member>> = BTreeMap::new();
    for (number, (cover, (asset, from, to))) in covers.iter().zip(windows).enumerate() {
        let is_up = cover.side == BarrierSide::Up;
        let barrier = cover.barrier.get();
        let ladder = &ladders[*asset][usize::from(is_up)];
        let rung = ladder.partition_point(|other| if is_up { *other < barrier } else { *other > barrier });
        found.entry((*asset, is_up, ends_by(*from), ends_by(*to))).or_default().push((rung, number));
    }
    let group = |((asset, is_up, first, end), mut members): (Window, Vec<Member>)| {
        members.order_by(Ord::cmp);
        let (mut rungs, mut losses, mut mine, mut sum) = (Vec::new(), vec![0.0], Vec::new(), 0.0);
        for (rung, number) in members {
            sum += covers[number].sum_insured.get();
            if rungs.last() == Some(&rung) {
                let last = losses.len() - 1;
                losses[last] = sum;
            } else {
                rungs.push(rung);
                losses.push(sum);
            }
            mine.push((number, rungs.len() - 1));
        }
        let side = if is_up { BarrierSide::Up } else { BarrierSide::Down };
        Group { asset, side, cells: first..end, rungs, losses, covers: mine }
    };
    found.into_iter().map(group).collect()
}

//! The machines of the site with their figures.

use hashinsight::units::{Error, Usd};

use crate::fields::fault;
use crate::sample::Machine;
use crate::site::SiteMachine;
use hashinsight::units::Problem;

/// So many machines of one kind.
#[derive(Debug)]
pub(crate) struct Owned {
    pub(crate) machine: Machine,
    pub(crate) count: u32,
    /// What one of them costs, where the site file says it.
    pub(crate) price: Option<Usd>,
}

/// The machines of the site, in the order of its file.
pub(crate) fn fleet(machines: &[SiteMachine], catalog: &[Machine]) -> Result<Vec<Owned>, Error> {
    let owned = |(i, machine): (usize, &SiteMachine)| {
        let rated = rated(machine, catalog).map_err(|fault| fault.at(format!("machine[{i}]")))?;
        Ok(Owned { machine: rated, count: machine.count, price: machine.price })
    };
    machines.iter().enumerate().map(owned).collect()
}

/// The figures of a machine of the site: its own, or those of the catalog.
fn rated(machine: &SiteMachine, catalog: &[Machine]) -> Result<Machine, Error> {
    if let Some((hashrate, power)) = machine.figures {
        let (sources, note) = (String::new(), String::new());
        return Ok(Machine { model: machine.model.clone(), hashrate, power, sources, note });
    }
    let known = catalog.iter().find(|known| known.model == machine.model);
    known.cloned().ok_or_else(|| {
        let first = machine.model.split_whitespace().max_by_key(|word| word.len()).unwrap_or_default().to_lowercase();
        let near = catalog.iter().map(|known| known.model.as_str());
        let near: Vec<&str> = near.filter(|model| model.to_lowercase().contains(&first)).collect();
        let near = if near.is_empty() { "no model is like it".to_owned() } else { near.join(", ") };
        let allowed = format!("a model of the catalog ({near}), or hashrate and power");
        fault("model", Problem::Unknown).at("model").got(&machine.model).allowed(allowed).into()
    })
}

//! The machines of the site with their figures.

use hashinsight_mining::machine::{AsicModel, MachinesRequest, machines};
use hashinsight_units::{At, Error, Fault, Hashrate, Power, Problem, Usd};

use crate::request::{SiteMachine, Written};

/// One machine as its sources rate it, or its owner.
#[derive(Clone, Debug)]
pub(crate) struct CatalogMachine {
    pub(crate) model: String,
    pub(crate) hashrate: Hashrate,
    pub(crate) power: Power,
    /// What speaks against the figures; empty where nothing does.
    pub(crate) note: String,
}

/// So many machines of one kind.
#[derive(Clone, Debug)]
pub(crate) struct OwnedMachine {
    pub(crate) machine: CatalogMachine,
    pub(crate) count: u32,
    /// What one of them costs, where the document says it.
    pub(crate) price: Option<Usd>,
}

/// The whole catalog, doubtful machines included.
pub(crate) fn catalog() -> Vec<CatalogMachine> {
    let all = machines(&MachinesRequest::new().include_doubtful(true));
    let machine = |known: AsicModel| CatalogMachine {
        model: known.model.to_owned(),
        hashrate: known.hashrate_ths,
        power: known.power_w,
        note: known.note.to_owned(),
    };
    all.machines.into_iter().map(machine).collect()
}

/// The machines of the site, in the order of its document.
pub(crate) fn owned(machines: &[SiteMachine], catalog: &[CatalogMachine]) -> Result<Vec<OwnedMachine>, Error> {
    let owned = |(index, machine): (usize, &SiteMachine)| {
        let rated = rated(machine, catalog).index(index)?;
        Ok(OwnedMachine { machine: rated, count: machine.count, price: machine.price.map(Written::get) })
    };
    machines.iter().enumerate().map(owned).collect()
}

/// The figures of a machine of the site: its own, or those of the catalog.
fn rated(machine: &SiteMachine, catalog: &[CatalogMachine]) -> Result<CatalogMachine, Error> {
    if let Some((hashrate, power)) = machine.figures()? {
        let model = machine.model.clone();
        return Ok(CatalogMachine { model, hashrate, power, note: String::new() });
    }
    let known = catalog.iter().find(|known| known.model == machine.model);
    known.cloned().ok_or_else(|| {
        let first = machine.model.split_whitespace().max_by_key(|word| word.len()).unwrap_or_default().to_lowercase();
        let near = catalog.iter().map(|known| known.model.as_str());
        let near: Vec<&str> = near.filter(|model| model.to_lowercase().contains(&first)).collect();
        let near = if near.is_empty() { "no model is like it".to_owned() } else { near.join(", ") };
        let allowed = format!("a model of the catalog ({near}), or hashrate and power");
        Fault::new("report.model", Problem::Unknown).at("model").got(&machine.model).allowed(allowed).into()
    })
}

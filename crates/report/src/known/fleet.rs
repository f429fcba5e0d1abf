//! The machines of the site with their figures.

use hashinsight_mining::machine::{AsicModel, MachinesRequest, find_machine, machines};
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
    all.machines.iter().map(CatalogMachine::from).collect()
}

impl From<&AsicModel> for CatalogMachine {
    fn from(known: &AsicModel) -> Self {
        Self {
            model: known.model.to_owned(),
            hashrate: known.hashrate_ths,
            power: known.power_w,
            note: known.note.to_owned(),
        }
    }
}

/// The machines of the site, in the order of its document.
pub(crate) fn owned(machines: &[SiteMachine]) -> Result<Vec<OwnedMachine>, Error> {
    let owned = |(index, machine): (usize, &SiteMachine)| {
        let rated = rated(machine).index(index)?;
        Ok(OwnedMachine { machine: rated, count: machine.count, price: machine.price.map(Written::get) })
    };
    machines.iter().enumerate().map(owned).collect()
}

/// The figures of a machine of the site: its own, or those of the catalog, by any spelling of the name.
fn rated(machine: &SiteMachine) -> Result<CatalogMachine, Error> {
    if let Some((hashrate, power)) = machine.figures()? {
        let model = machine.model.clone();
        return Ok(CatalogMachine { model, hashrate, power, note: String::new() });
    }
    find_machine(&machine.model, true).map(CatalogMachine::from).map_err(|error| {
        let allowed = format!("{}, or hashrate and power of your own", error.allowed());
        Fault::new("report.model", Problem::Unknown).at("model").got(&machine.model).allowed(allowed).into()
    })
}

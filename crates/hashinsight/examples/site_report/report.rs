//! The report: one struct that every renderer draws.

use hashinsight::mining::consensus::{Network as Chain, block_subsidy};
use hashinsight::mining::network::NetworkBasis;
use hashinsight::units::{Amount, Fault, Height};
use serde::Serialize;

use crate::sample::{self, Day, Machine};
use crate::sections::assumptions::Assumptions;
use crate::sections::hashprice::Hashprice;
use crate::sections::machines::Machines;
use crate::sections::network::Network;
use crate::sections::retarget::Retarget;
use crate::site::Site;
use crate::view::View;

/// The first block of the fourth halving era, 2024-04-20. All days of the sample lie between it and the next halving.
const SAMPLE_ERA: Height = Height::new(840_000);

/// What sections are calculated from.
pub(crate) struct Inputs {
    pub(crate) site: Site,
    pub(crate) days: Vec<Day>,
    /// The last of them: the day of the report.
    pub(crate) day: Day,
    pub(crate) catalogue: Vec<Machine>,
    /// New coins per block.
    pub(crate) subsidy: Amount,
}

impl Inputs {
    /// The sample figures, seen by this site.
    pub(crate) fn of(site: Site) -> Result<Self, Fault> {
        let days = sample::days()?;
        let day = days.last().cloned().ok_or_else(|| Fault::new("sample.days.none"))?;
        let subsidy = block_subsidy(SAMPLE_ERA, Chain::Mainnet.params());
        Ok(Self { site, days, day, catalogue: sample::machines()?, subsidy })
    }

    /// How hard the network is on the day of the report.
    pub(crate) fn network_basis(&self) -> NetworkBasis {
        NetworkBasis::Difficulty(self.day.difficulty)
    }
}

/// The report as data; the field names are those of `--json`.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    /// Name of the site.
    site: String,
    network: Network,
    retarget: Retarget,
    hashprice: Hashprice,
    machines: Machines,
    assumptions: Assumptions,
}

impl Report {
    /// Calculates every section.
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Fault> {
        Ok(Self {
            site: inputs.site.name.clone(),
            network: Network::of(inputs)?,
            retarget: Retarget::of(inputs)?,
            hashprice: Hashprice::of(inputs)?,
            machines: Machines::of(inputs)?,
            assumptions: Assumptions::of(inputs),
        })
    }

    /// The title of the report.
    pub(crate) fn title(&self) -> String {
        format!("Site report: {}", self.site)
    }

    /// The sections in reading order.
    pub(crate) fn views(&self) -> Vec<View> {
        vec![
            self.assumptions.view(),
            self.network.view(),
            self.retarget.view(),
            self.hashprice.view(),
            self.machines.view(),
        ]
    }
}

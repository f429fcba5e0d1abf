//! The report: one struct that every renderer draws.

use hashinsight::mining::consensus::{Network as Chain, block_subsidy};
use hashinsight::mining::network::NetworkBasis;
use hashinsight::units::{Amount, Fault, Height, Timestamp};
use serde::Serialize;

use crate::fleet::{Owned, fleet};
use crate::futures::Futures;
use crate::refusal::OrFault as _;
use crate::sample::{self, Day, Machine};
use crate::sections::algorithms::Algorithms;
use crate::sections::assumptions::Assumptions;
use crate::sections::cash_flow::CashFlow;
use crate::sections::curtailment::Curtailment;
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
    pub(crate) catalog: Vec<Machine>,
    /// The machines of the site.
    pub(crate) fleet: Vec<Owned>,
    /// New coins per block.
    pub(crate) subsidy: Amount,
}

impl Inputs {
    /// The sample figures, seen by this site.
    pub(crate) fn of(site: Site) -> Result<Self, Fault> {
        let days = sample::days()?;
        let day = days.last().cloned().ok_or_else(|| Fault::new("sample.days"), Problem::None)?;
        let subsidy = block_subsidy(SAMPLE_ERA, Chain::Mainnet.params());
        let catalog = sample::machines()?;
        let fleet = fleet(&site.machines, &catalog)?;
        Ok(Self { site, days, day, catalog, fleet, subsidy })
    }

    /// Midnight after the day of the report, UTC.
    pub(crate) fn midnight(&self) -> Result<Timestamp, Fault> {
        Timestamp::from_s((self.day.date.unix_day() + 1) * 86_400).or_fault()
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
    algorithms: Algorithms,
    cash_flow: CashFlow,
    curtailment: Curtailment,
    assumptions: Assumptions,
}

impl Report {
    /// Calculates every section.
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Fault> {
        let futures = Futures::of(inputs)?;
        Ok(Self {
            site: inputs.site.name.clone(),
            network: Network::of(inputs)?,
            retarget: Retarget::of(inputs)?,
            hashprice: Hashprice::of(inputs)?,
            machines: Machines::of(inputs)?,
            algorithms: Algorithms::of(&futures),
            cash_flow: CashFlow::of(&futures)?,
            curtailment: Curtailment::of(inputs)?,
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
            self.algorithms.view(),
            self.cash_flow.view(),
            self.curtailment.view(),
        ]
    }
}

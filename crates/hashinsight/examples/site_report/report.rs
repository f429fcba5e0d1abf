//! The report: one struct that every renderer draws.

use hashinsight::units::Error;
use serde::Serialize;

use crate::futures::Futures;
use crate::inputs::Inputs;
use crate::sections::algorithms::Algorithms;
use crate::sections::assumptions::Assumptions;
use crate::sections::cash_flow::CashFlow;
use crate::sections::curtailment::Curtailment;
use crate::sections::hashprice::Hashprice;
use crate::sections::machines::Machines;
use crate::sections::network::Network;
use crate::sections::retarget::Retarget;
use crate::view::View;

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
    pub(crate) fn of(inputs: &Inputs) -> Result<Self, Error> {
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

//! Bitcoin mining: machines and sites.

use hashinsight::mining::machine::{
    AsicModel, FindMachineRequest, FleetReport, FleetRequest, MachinesReport, MachinesRequest, SiteCapacityReport,
    SiteCapacityRequest, document, fleet, machines, site_capacity,
};
use hashinsight::mining::profit::{FleetBatchParams, FleetRow, FleetTable, fleet_batch};

use crate::operation::operations;

operations! { mining:
    /// The catalog of machines: nominal hashrate and power of public lists, with their sources.
    ///
    /// Models whose sources contradict each other are listed only with `include_doubtful`.
    total document machines: MachinesRequest => MachinesReport;
    /// The machine of the catalog that has this name, upper and lower case alike, with or without its brand.
    document find_machine = document::find_machine: FindMachineRequest => AsicModel;
    /// Hashrate and power of a fleet: machines by model or by figures of one's own, with age, decay and cooling.
    document fleet: FleetRequest => FleetReport;
    /// Number of machines that a site can feed.
    document site_capacity: SiteCapacityRequest => SiteCapacityReport;
    /// Earnings of groups of machines today, thousands at once, each with its age, decay and price.
    ///
    /// `on_bad_row` says what happens to a row that cannot be used: `refuse` (nothing is computed) or `report` (NaN in
    /// that row, and the word in `status`).
    by_row columns fleet_batch: FleetBatchParams, FleetRow => FleetTable;
}

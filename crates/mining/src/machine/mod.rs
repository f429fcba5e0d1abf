//! Machines and sites: what hashes, what it draws, how many of them a site can feed.
//!
//! ```text
//! hashrate after m months = hashrate · (1 - decay)^m              12 months are 365 days
//! power at the meter      = power of the machines · cooling overhead
//! machines of a site      = the largest n with n · power · cooling overhead <= power of the site, in whole nanowatts
//! ```
//!
//! | question | where |
//! |---|---|
//! | which machines are there, from which sources? | [`machines`], [`find_machine`] |
//! | what does a fleet hash and draw? | [`fleet`] |
//! | how many machines fit a site? | [`site_capacity`] |
//! | how much hashrate is left after some time? | [`decayed`] |
//!
//! The catalog holds public nominal figures, none from a maker's own sheet. Where sources contradict each other the
//! model is marked doubtful and is used only when asked for. A model that is not in the catalog is an error with near
//! matches, never a stand-in.

mod catalog;
pub mod document;
mod draw;
mod fleet;
mod name;

pub use catalog::{AsicModel, Cooling, FindMachineRequest, MachinesReport, MachinesRequest, find_machine, machines};

pub(crate) use draw::{nanowatts, watts, within};
pub(crate) use fleet::{DAYS_PER_MONTH, check_overhead, decayed_ths};
pub use fleet::{
    FleetGroup, FleetGroupReport, FleetReport, FleetRequest, Machine, MachineSpec, SiteCapacityReport,
    SiteCapacityRequest, decayed, fleet, site_capacity,
};

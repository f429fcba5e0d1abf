//! The site document: what the owner of a site writes, in TOML or JSON, with the units of every quantity.
//!
//! One schema for both: a host reads TOML into the same keys. A text that ends in `.csv` names a file of `files`, which the host puts there.

mod hedge;
mod parts;
mod tariff;
mod treasury;
mod written;

pub use hedge::SiteHedge;
pub use parts::{SiteCatalog, SiteFile, SiteMachine, SiteOutlook, SiteSignals, SiteTip};
pub use tariff::{DaylightRule, SiteTariff, SiteTariffWindow, WindowDays};
pub use treasury::{SitePayment, SiteTreasury};
pub use written::{Dollars, Percent, Written};

use hashinsight_units::{Amount, EnergyPrice, Error, Fault, Fraction, Problem, Record, Usd};

use crate::document::SectionName;

/// Inputs of [`site`](crate::site).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SiteRequest {
    /// Name of the site.
    #[record(example = "Barn")]
    pub name: String,
    /// Transaction fees of a block, averaged over a window of the owner's choice, as text with its unit.
    #[record(example = "0.02 BTC")]
    pub fees_per_block: Written<Amount>,
    /// Part of the reward that the pool keeps, in percent as text.
    #[record(example = "2 %")]
    pub pool_fee: Written<Fraction>,
    /// Price of power, as text with its unit. It may be negative.
    #[record(example = "0.05 USD/kWh")]
    pub power_price: Written<EnergyPrice>,
    /// Part of the day in which machines run, in percent as text. Absent: all of it.
    pub uptime: Option<Written<Fraction>>,
    /// Price of a host on top of that of power, as text with its unit. Absent: there is no host.
    pub hosting_fee: Option<Written<EnergyPrice>>,
    /// Upkeep of one machine and day, as text with its unit. Absent: none.
    pub maintenance: Option<Written<Usd>>,
    /// Machines of the catalog that are shown beside those of the site.
    #[record(default = SiteCatalog::Undisputed)]
    pub catalog: SiteCatalog,
    /// Machines of the site.
    #[record(default = Vec::new())]
    pub machine: Vec<SiteMachine>,
    /// Tip of the chain, for the retarget forecast. Absent: not known.
    pub tip: Option<SiteTip>,
    /// Assumptions about the coming 24 months. Absent: none are made.
    pub forecast: Option<SiteOutlook>,
    /// Prices of power hour by hour, for the curtailment plan. Absent: not known.
    pub tariff: Option<SiteTariff>,
    /// Coins, cash and what is to be paid. Absent: not known.
    pub treasury: Option<SiteTreasury>,
    /// Position that hedges what the site mines. Absent: not known, and no cover is quoted.
    pub hedge: Option<SiteHedge>,
    /// Choices about the signals. Absent: the default ones.
    pub signals: Option<SiteSignals>,
    /// Name of the file of `files` with price and difficulty day by day. Absent: the sample days of the package.
    pub days: Option<String>,
    /// Files that the document names.
    #[record(default = Vec::new())]
    pub files: Vec<SiteFile>,
    /// Sections to calculate. Absent: all.
    pub sections: Option<Vec<SectionName>>,
}

impl SiteRequest {
    /// Text of a file that a field names.
    pub(crate) fn file(&self, name: &str, field: &'static str) -> Result<&str, Error> {
        let found = self.files.iter().find(|file| file.name == name);
        found.map(|file| file.text.as_str()).ok_or_else(|| {
            let names: Vec<&str> = self.files.iter().map(|file| file.name.as_str()).collect();
            let allowed = if names.is_empty() { "a file beside the site file".to_owned() } else { names.join(", ") };
            Fault::new(format!("report.{field}"), Problem::Missing).at(field).got(name).allowed(allowed).into()
        })
    }
}

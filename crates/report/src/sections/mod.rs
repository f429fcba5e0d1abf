//! The sections, one file each: from what is known to figures, plots and tables.
//!
//! A further section is a file, a name in [`SectionName`], and a line in [`SECTIONS`]. No section knows of another but the answer, which links to
//! those that say why.

mod algorithms;
mod answer;
mod assumptions;
mod cash_flow;
pub(crate) mod curtailment;
mod hashprice;
pub(crate) mod insurance;
pub(crate) mod machines;
mod network;
mod retarget;
pub(crate) mod signals;
pub(crate) mod treasury;

use hashinsight_units::{At, Error, Fault, Problem};

use crate::document::{Report, Section, SectionName};
use crate::known::Known;
use crate::request::SiteRequest;

/// A section and how it is made.
type Entry = (SectionName, fn(&Known<'_>) -> Result<Section, Error>);

/// Sections in reading order.
const SECTIONS: [Entry; 12] = [
    (SectionName::Answer, answer::section),
    (SectionName::Assumptions, assumptions::section),
    (SectionName::Network, network::section),
    (SectionName::Retarget, retarget::section),
    (SectionName::Hashprice, hashprice::section),
    (SectionName::Machines, machines::section),
    (SectionName::Algorithms, algorithms::section),
    (SectionName::CashFlow, cash_flow::section),
    (SectionName::Curtailment, curtailment::section),
    (SectionName::Treasury, treasury::section),
    (SectionName::Insurance, insurance::section),
    (SectionName::Signals, signals::section),
];

/// The report on a site: the sections that it asks for, in reading order, the answer first.
///
/// ```
/// use hashinsight_report::document::SectionName;
/// use hashinsight_report::{SiteRequest, site};
/// let document = r#"{"name": "Barn", "fees_per_block": "0.02 BTC", "pool_fee": "2 %", "power_price": "0.05 USD/kWh",
///     "sections": ["answer", "cash_flow"]}"#;
/// let request: SiteRequest = hashinsight_units::record::read("report", document)?;
/// let report = site(&request)?;
/// assert_eq!(report.sections[1].missing.as_deref(), Some("report.missing.forecast"));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `report.<field>` for what cannot be used in the document, with its place; what the rooms refuse of it.
pub fn site(request: &SiteRequest) -> Result<Report, Error> {
    let known = Known::of(request)?;
    if let Some(asked) = &request.sections
        && let Some(index) = asked.iter().position(|name| SECTIONS.iter().all(|(known, _)| known != name))
    {
        let fault = Fault::new("report.sections", Problem::Unsupported).got(format!("{:?}", asked[index]));
        return Err(Error::from(fault.allowed("a section of a site")).in_row(index)).at("sections");
    }
    let sections = SECTIONS.iter().filter(|(name, _)| known.asks_for(*name)).map(|(_, make)| make(&known));
    Ok(Report::new(request.name.clone(), known.day().date, sections.collect::<Result<_, _>>()?))
}

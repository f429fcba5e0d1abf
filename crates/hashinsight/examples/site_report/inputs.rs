//! What sections are calculated from.

use hashinsight::mining::consensus::{Network, subsidy};
use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::reward::{BlockReward, Chain, Market};
use hashinsight::units::{Amount, Error, Fault, Height, Problem, Timestamp};

use crate::fleet::{Owned, fleet};
use crate::sample::{self, Day, Machine};
use crate::site::Site;

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
    pub(crate) fn of(site: Site) -> Result<Self, Error> {
        let days = sample::days()?;
        let day = days.last().cloned().ok_or_else(|| Fault::new("sample.days", Problem::None))?;
        let subsidy = subsidy(SAMPLE_ERA, Network::Mainnet.params());
        let catalog = sample::machines();
        let fleet = fleet(&site.machines, &catalog)?;
        Ok(Self { site, days, day, catalog, fleet, subsidy })
    }

    /// Midnight after the day of the report, UTC.
    pub(crate) fn midnight(&self) -> Result<Timestamp, Error> {
        Timestamp::from_s((self.day.date.unix_day() + 1) * 86_400)
    }

    /// What the finder of a block is paid on the day of the report.
    pub(crate) fn reward(&self) -> BlockReward {
        BlockReward::new(self.subsidy, self.site.fees_per_block.into())
    }

    /// Network and price on the day of the report.
    pub(crate) fn market(&self) -> Market {
        Market::new(Chain::new(NetworkBasis::Difficulty(self.day.difficulty), self.reward()), self.day.close_usd)
    }
}

//! What the sections share: days, fleet, and what takes long and is calculated once.

mod carry;
mod days;
mod fleet;
mod futures;
mod hours;
mod once;

pub(crate) use carry::Carries;
pub(crate) use days::{Day, KnownDays};
pub(crate) use fleet::{CatalogMachine, OwnedMachine};
pub(crate) use futures::{DAYS_PER_MONTH, Future, Futures, MONTHS, MS_PER_MONTH, Seen};
pub(crate) use hours::Hours;
pub(crate) use once::Once;

use hashinsight_mining::consensus::{Network, subsidy};
use hashinsight_mining::network::NetworkBasis;
use hashinsight_mining::profit::Operation;
use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee};
use hashinsight_units::{Amount, At, Error, Height, Timestamp};

use crate::document::{SectionName, Source};
use crate::request::{SiteRequest, Written};
use crate::sections::{curtailment, insurance, machines, signals, treasury};

/// First block of the fourth halving era, 2024-04-20. All days that are accepted lie between it and the next halving.
const ERA: Height = Height::new(840_000);

/// What sections are calculated from.
pub(crate) struct Known<'a> {
    pub(crate) site: &'a SiteRequest,
    pub(crate) days: KnownDays,
    /// Fraction of the reward that the pool keeps.
    pub(crate) pool_fee: PoolFee,
    pub(crate) catalog: Vec<CatalogMachine>,
    /// Machines of the site, in the order of its document.
    pub(crate) fleet: Vec<OwnedMachine>,
    /// New coins per block.
    pub(crate) subsidy: Amount,
    machines: Once<machines::Machines>,
    futures: Once<Futures>,
    plan: Once<Option<curtailment::Plan>>,
    treasury: Once<Option<treasury::Position>>,
    insurance: Once<Option<insurance::Covered>>,
    signals: Once<signals::Assessed>,
}

impl<'a> Known<'a> {
    pub(crate) fn of(site: &'a SiteRequest) -> Result<Self, Error> {
        let days = match &site.days {
            None => days::sample()?,
            Some(name) => days::read(site.file(name, "days")?, Source::Days).at("days")?,
        };
        let pool_fee = PoolFee::try_from(site.pool_fee.get()).at("pool_fee")?;
        let catalog = fleet::catalog();
        let fleet = fleet::owned(&site.machine).at("machine")?;
        let subsidy = subsidy(ERA, Network::Mainnet.params());
        if let Some(tip) = &site.tip {
            tip.accept().at("tip")?;
        }
        Ok(Self {
            site,
            days,
            pool_fee,
            catalog,
            fleet,
            subsidy,
            machines: Once::default(),
            futures: Once::default(),
            plan: Once::default(),
            treasury: Once::default(),
            insurance: Once::default(),
            signals: Once::default(),
        })
    }

    /// Whether a section is part of the report.
    pub(crate) fn asks_for(&self, name: SectionName) -> bool {
        self.site.sections.as_ref().is_none_or(|asked| asked.contains(&name))
    }

    /// Day of the report: the last one.
    pub(crate) fn day(&self) -> &Day {
        self.days.last()
    }

    /// Midnight after the day of the report, UTC.
    pub(crate) fn midnight(&self) -> Result<Timestamp, Error> {
        self.day().close()
    }

    /// What the finder of a block is paid.
    pub(crate) fn reward(&self) -> BlockReward {
        BlockReward::new(self.subsidy, self.site.fees_per_block.get().into())
    }

    /// Network and price on the day of the report.
    pub(crate) fn market(&self) -> Market {
        let day = self.day();
        Market::new(Chain::new(NetworkBasis::Difficulty(day.difficulty), self.reward()), day.close_usd)
    }

    /// Pool, power and host, without upkeep.
    pub(crate) fn operation(&self) -> Operation {
        let mut operation = Operation::new(self.pool_fee, self.site.power_price.get());
        operation.uptime = self.site.uptime.map(Written::get);
        operation.hosting_fee_usd_per_kwh = self.site.hosting_fee.map(Written::get);
        operation
    }

    pub(crate) fn machines(&self) -> Result<&machines::Machines, Error> {
        self.machines.get(|| machines::Machines::of(self))
    }

    pub(crate) fn futures(&self) -> Result<&Futures, Error> {
        self.futures.get(|| Futures::of(self))
    }

    /// Absent: tariff or machines are not known.
    pub(crate) fn plan(&self) -> Result<Option<&curtailment::Plan>, Error> {
        self.plan.get(|| curtailment::Plan::of(self)).map(Option::as_ref)
    }

    /// Absent: the treasury is not known.
    pub(crate) fn treasury(&self) -> Result<Option<&treasury::Position>, Error> {
        self.treasury.get(|| treasury::Position::of(self)).map(Option::as_ref)
    }

    /// Absent: the hedge is not known, or too few days are.
    pub(crate) fn insurance(&self) -> Result<Option<&insurance::Covered>, Error> {
        self.insurance.get(|| insurance::Covered::of(self)).map(Option::as_ref)
    }

    pub(crate) fn signals(&self) -> Result<&signals::Assessed, Error> {
        self.signals.get(|| signals::Assessed::of(self))
    }

    /// The site's machines together, where they were asked for and there are some.
    pub(crate) fn into_site_day(self) -> Option<machines::SiteDay> {
        self.machines.into_inner()?.site
    }
}

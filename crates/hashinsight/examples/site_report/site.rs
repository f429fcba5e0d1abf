//! The site: what its file says.

use std::path::Path;

use hashinsight::mining::consensus::{BLOCKS_PER_PERIOD, Nbits};
use hashinsight::mining::reward::PoolFee;
use hashinsight::units::{Amount, At, DiscountRate, EnergyPrice, Error, Fraction, Hashrate, Height, Power, Usd};

use crate::fields::{Fields, fault};
use crate::tariff::SiteTariff;
use hashinsight::units::Problem;

/// The site that is reported on where none is named.
pub(crate) const SAMPLE: &str = include_str!("site.toml");

/// A site file as read: every quantity has passed its unit.
#[derive(Debug)]
pub(crate) struct Site {
    pub(crate) name: String,
    pub(crate) fees_per_block: Amount,
    pub(crate) pool_fee: PoolFee,
    pub(crate) power_price: EnergyPrice,
    pub(crate) uptime: Option<Fraction>,
    pub(crate) hosting_fee: Option<EnergyPrice>,
    pub(crate) maintenance: Option<Usd>,
    pub(crate) catalog: Catalog,
    pub(crate) machines: Vec<SiteMachine>,
    pub(crate) tip: Option<Tip>,
    pub(crate) forecast: Option<Outlook>,
    pub(crate) tariff: Option<SiteTariff>,
}

/// Which machines of the catalog are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Catalog {
    Undisputed,
    All,
    None,
}

/// So many machines of the site.
#[derive(Debug)]
pub(crate) struct SiteMachine {
    pub(crate) model: String,
    pub(crate) count: u32,
    /// Absent: the catalog's figures.
    pub(crate) figures: Option<(Hashrate, Power)>,
    pub(crate) price: Option<Usd>,
}

/// The tip of the chain.
#[derive(Debug)]
pub(crate) struct Tip {
    pub(crate) height: Height,
    pub(crate) time_s: u32,
    pub(crate) epoch_start_s: u32,
    pub(crate) nbits: Option<Nbits>,
    pub(crate) confidence: Option<Fraction>,
}

/// How the world is assumed to move on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Outlook {
    /// The next block on the midnight after the sample's last day.
    pub(crate) height: Height,
    /// Per retarget, as a part.
    pub(crate) difficulty_growth: f64,
    /// Per retarget, as a part.
    pub(crate) price_growth: f64,
    /// Per year, as a part.
    pub(crate) discount_rate: DiscountRate,
    pub(crate) hashrate_decay: Option<Fraction>,
}

impl Site {
    /// Reads a site file; `folder` is where the files lie that it names.
    pub(crate) fn read(text: &str, folder: &Path) -> Result<Self, Error> {
        let mut fields = Fields::of(text)?;
        fields.only(&[
            "name",
            "fees_per_block",
            "pool_fee",
            "power_price",
            "uptime",
            "hosting_fee",
            "maintenance",
            "catalog",
            "machine",
            "tip",
            "forecast",
            "tariff",
        ])?;
        Ok(Self {
            name: fields.required_text("name", "the site's name")?,
            fees_per_block: fields.required_quantity("fees_per_block", "0.02 BTC")?,
            pool_fee: pool_fee(&mut fields)?,
            power_price: fields.required_quantity("power_price", "0.05 USD/kWh")?,
            uptime: fields.quantity("uptime", "98 %")?,
            hosting_fee: fields.quantity("hosting_fee", "0.01 USD/kWh")?,
            maintenance: fields.quantity("maintenance", "0.20 USD")?,
            catalog: Catalog::read(&mut fields)?,
            machines: fields.tables("machine")?.into_iter().map(SiteMachine::read).collect::<Result<_, _>>()?,
            tip: fields.table("tip")?.map(Tip::read).transpose()?,
            forecast: fields.table("forecast")?.map(Outlook::read).transpose()?,
            tariff: fields.table("tariff")?.map(|fields| SiteTariff::read(fields, folder)).transpose()?,
        })
    }
}

fn pool_fee(fields: &mut Fields) -> Result<PoolFee, Error> {
    fields.required_quantity::<Fraction>("pool_fee", "2 %")?.try_into().at("pool_fee")
}

impl Catalog {
    fn read(fields: &mut Fields) -> Result<Self, Error> {
        let allowed = "undisputed, all or none";
        match fields.text("catalog", allowed)?.as_deref() {
            None | Some("undisputed") => Ok(Self::Undisputed),
            Some("all") => Ok(Self::All),
            Some("none") => Ok(Self::None),
            Some(other) => Err(fault("catalog", Problem::Unknown).at("catalog").got(other).allowed(allowed).into()),
        }
    }
}

impl SiteMachine {
    fn read(mut fields: Fields) -> Result<Self, Error> {
        fields.only(&["model", "count", "hashrate", "power", "price"])?;
        let model = fields.required_text("model", "the machine's name")?;
        let count = fields.whole("count", "1 to 4294967295")?;
        if count == 0 {
            return Err(fault("count", Problem::OutOfRange)
                .at(fields.at("count"))
                .got(count)
                .allowed("at least 1")
                .into());
        }
        let figures = match (fields.quantity("hashrate", "200 TH/s")?, fields.quantity("power", "3.5 kW")?) {
            (Some(hashrate), Some(power)) => Some((hashrate, power)),
            (None, None) => None,
            (Some(_), None) => {
                return Err(fault("power", Problem::Missing).at(fields.at("power")).allowed("with hashrate").into());
            }
            (None, Some(_)) => {
                return Err(fault("hashrate", Problem::Missing).at(fields.at("hashrate")).allowed("with power").into());
            }
        };
        Ok(Self { model, count, figures, price: fields.quantity("price", "3000 USD")? })
    }
}

impl Outlook {
    fn read(mut fields: Fields) -> Result<Self, Error> {
        fields.only(&["height", "difficulty_growth", "price_growth", "discount_rate", "hashrate_decay"])?;
        Ok(Self {
            height: Height::new(fields.whole("height", "a block height")?),
            difficulty_growth: fields.change("difficulty_growth", -75.0, 300.0)?,
            price_growth: fields.change("price_growth", -99.0, 1000.0)?,
            discount_rate: DiscountRate::new(fields.change("discount_rate", -50.0, 1_000.0)?)?,
            hashrate_decay: fields.quantity("hashrate_decay", "0.5 %")?,
        })
    }
}

impl Tip {
    fn read(mut fields: Fields) -> Result<Self, Error> {
        fields.only(&["height", "time_s", "epoch_start_s", "nbits", "confidence"])?;
        let tip = Self {
            height: Height::new(fields.whole("height", "a block height")?),
            time_s: fields.whole("time_s", "header time in Unix seconds")?,
            epoch_start_s: fields.whole("epoch_start_s", "header time in Unix seconds")?,
            nbits: fields.quantity("nbits", "0x1702068f")?,
            confidence: fields.quantity("confidence", "95 %")?,
        };
        if let Some(confidence) =
            tip.confidence.filter(|confidence| [Fraction::ZERO, Fraction::ONE].contains(confidence))
        {
            let fault = fault("confidence", Problem::OutOfRange).at(fields.at("confidence")).got(confidence);
            return Err(fault.allowed("above 0 and below 1").into());
        }
        // On the first block of an epoch the two are one block; later they may only be in this order.
        if tip.time_s <= tip.epoch_start_s && !tip.height.get().is_multiple_of(BLOCKS_PER_PERIOD) {
            let after = fault("time_s", Problem::OutOfRange).at(fields.at("time_s")).got(tip.time_s);
            return Err(after.allowed(format!("after epoch_start_s, {}", tip.epoch_start_s)).into());
        }
        Ok(tip)
    }
}

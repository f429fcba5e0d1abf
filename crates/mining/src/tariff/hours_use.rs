//! Blocks of the month's use that grow with its demand (kWh/kW): the hours of use of the demand.
//!
//! ```text
//! block(i) of a month = from end(i - 1) · demand to end(i) · demand, in kWh
//! ```
//!
//! A load that is level all month uses its demand for every hour and reaches the late blocks, a peaky one stays in the
//! first. The charge of a month is `demand · cost(use / demand)` with the charge `cost` of the blocks at one kW.

use hashinsight_numerics::min;
use hashinsight_units::{EnergyPrice, Error, FieldPath, Record};

use super::bill::{BilledDemand, BilledMonths};
use super::charges::Tiers;
use super::terms::{DemandTerm, Month};
use crate::error;

/// Charges per kWh by hours of use of the month's demand, on top of the price of energy.
///
/// ```
/// use hashinsight_mining::tariff::{EnergyRates, HoursUse, HoursUseBlock, Tariff};
/// use hashinsight_units::{EnergyPrice, Power, Timestamp};
/// // The first 200 kWh of each kW at 9 cents, the rest at 5: a level MW for 30 days uses 720 kWh of each kW.
/// let price = |usd| EnergyPrice::new(usd);
/// let blocks = vec![HoursUseBlock::new(price(0.09)?).up_to_kwh_per_kw(200.0), HoursUseBlock::new(price(0.05)?)];
/// let tariff = Tariff::new(EnergyRates::FlatUsdPerKwh(price(0.0)?)).hours_use(HoursUse::new(blocks));
/// let september = Timestamp::from_s(1_788_220_800)?;
/// let bill = tariff.bill(september, &vec![Power::from_mw(1.0)?; 720])?;
/// assert_eq!(bill.tier_usd.round(), 200e3 * 0.09 + 520e3 * 0.05);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HoursUse {
    /// Blocks of use per kW of demand, one after the other, at most 100.
    pub blocks: Vec<HoursUseBlock>,
    /// Place of the demand charge in the tariff whose billed demand counts, from 0, as a bill numbers them. Absent: the
    /// month's highest mean load of a settlement interval within the span.
    pub charge: Option<u32>,
}

/// A block of the month's use per kW of its demand.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HoursUseBlock {
    /// End of the block in kWh per kW of the month's demand, above that of the block before. Absent, in the last block
    /// only: it has no end.
    pub up_to_kwh_per_kw: Option<f64>,
    /// Charge of a kWh in the block, in USD/kWh.
    #[record(example = 0.09)]
    pub usd_per_kwh: EnergyPrice,
}

/// Blocks per kW over a span.
#[derive(Clone, Debug, Default)]
pub(crate) struct DemandTiers {
    blocks: Tiers,
    charge: Option<usize>,
    /// Of each month, what a kWh costs at least on average, in USD.
    least: Vec<f64>,
}

impl DemandTiers {
    pub(super) fn of(
        hours_use: Option<&HoursUse>,
        demand: &[DemandTerm],
        months: &[Month],
        (hours_each, energy_so_far_kwh): (f64, f64),
    ) -> Result<Self, Error> {
        let Some(hours_use) = hours_use else { return Ok(Self { least: vec![0.0; months.len()], ..Self::default() }) };
        let ends = hours_use.blocks.iter().map(|block| (block.up_to_kwh_per_kw, block.usd_per_kwh));
        let blocks = Tiers::of(ends, ("blocks", "up_to_kwh_per_kw")).map_err(|error| error.at("hours_use"))?;
        let charge = match hours_use.charge {
            None => None,
            Some(at) if (at as usize) < demand.len() => Some(at as usize),
            Some(at) => {
                let path = FieldPath::new("hours_use").field("charge");
                return Err(error::out_of_range(
                    "charge",
                    path,
                    at,
                    "the place of a demand charge of the tariff, from 0",
                ));
            }
        };
        // The demand is at least the mean load where every interval makes it.
        let whole = charge.is_none_or(|at| demand[at].counts_all());
        let least = |(at, month): (usize, &Month)| {
            if at == 0 && energy_so_far_kwh > 0.0 {
                return blocks.0.iter().map(|(_, price)| *price).reduce(min).unwrap_or(0.0);
            }
            let hours = if whole { month.intervals.len() as f64 * hours_each } else { f64::INFINITY };
            blocks.least_mean(hours)
        };
        let least = months.iter().enumerate().map(least).collect();
        Ok(Self { blocks, charge, least })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// Charges of the blocks, in USD/kWh.
    pub(crate) fn prices(&self) -> impl Iterator<Item = f64> {
        self.blocks.0.iter().map(|(_, price)| *price)
    }

    /// What a kWh of the month costs at least on average, in USD.
    pub(crate) fn least(&self, month: usize) -> f64 {
        self.least[month]
    }

    /// Charge of a billed month, in USD.
    pub(crate) fn usd(&self, months: &BilledMonths, demand: &BilledDemand, at: usize, so_far_kwh: f64) -> f64 {
        let kw = self.charge.map_or(months.peak_kw[at], |charge| demand.billed_kw[charge * months.month.len() + at]);
        self.blocks.cost_at(so_far_kwh + months.energy_kwh[at], kw) - self.blocks.cost_at(so_far_kwh, kw)
    }
}

impl Tiers {
    /// The least mean charge of a kWh where at least one and at most so many are used: at the first, at an end, or at
    /// the most, for between them the mean only falls or only rises.
    fn least_mean(&self, most_kwh: f64) -> f64 {
        let Some((_, first)) = self.0.first() else { return 0.0 };
        let ends = self.0.iter().skip(1).map(|(begin, _)| *begin).filter(|end| *end < most_kwh);
        let means = ends.chain(most_kwh.is_finite().then_some(most_kwh)).map(|kwh| self.cost(kwh) / kwh);
        let unbounded = self.0.last().filter(|_| most_kwh.is_infinite()).map(|(_, price)| *price);
        means.chain(unbounded).fold(*first, min)
    }
}

//! The bill of a load under a tariff. Every plan of the crate is charged what this engine says.

use hashinsight_numerics::max;
use hashinsight_units::{Error, Power, Record, Timestamp, W_PER_KW};

use super::grid::Grid;
use super::prices::Tariff;
use super::terms::{Terms, floor_kw};

/// Inputs of [`bill`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BillRequest {
    /// Tariff under which the load is billed.
    pub tariff: Tariff,
    /// Beginning of the first interval, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Mean load of each settlement interval at the meter, in watts.
    pub load_w: Vec<Power>,
}

/// Result of [`bill`]. `energy_usd + contract_usd + demand_usd + tier_usd + coincident_usd + fixed_usd + minimum_usd =
/// total_usd`, exactly when evaluated from left to right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Bill {
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Energy used at the price of its interval, in USD.
    pub energy_usd: f64,
    /// Cost of the contract block above the price of its intervals, in USD; negative where it was a bargain, 0 without a
    /// block.
    pub contract_usd: f64,
    /// Demand charges, in USD.
    pub demand_usd: f64,
    /// Charges by blocks of the month's use, in USD.
    pub tier_usd: f64,
    /// Charges for the load in coincident peaks, in USD.
    pub coincident_usd: f64,
    /// Fixed charges, in USD.
    pub fixed_usd: f64,
    /// Amount that months are billed up to the minimum, in USD.
    pub minimum_usd: f64,
    /// Amount to be paid, in USD.
    pub total_usd: f64,
    /// Bill by calendar months.
    pub months: BilledMonths,
    /// Demand charges one by one.
    pub demand: BilledDemand,
}

/// Columns of a [`Bill`], one row per calendar month of the tariff's clock.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BilledMonths {
    /// Calendar month, `YYYY-MM`.
    pub month: Vec<String>,
    /// Energy used, in kWh.
    pub energy_kwh: Vec<f64>,
    /// Energy used at the price of its interval, in USD.
    pub energy_usd: Vec<f64>,
    /// Cost of the contract block above the price of its intervals, in USD.
    pub contract_usd: Vec<f64>,
    /// Highest mean load of an interval, in kW.
    pub peak_kw: Vec<f64>,
    /// Demand charges, in USD.
    pub demand_usd: Vec<f64>,
    /// Charges by blocks of the month's use, in USD.
    pub tier_usd: Vec<f64>,
    /// Charges for the load in coincident peaks, in USD.
    pub coincident_usd: Vec<f64>,
    /// Fixed charge, in USD.
    pub fixed_usd: Vec<f64>,
    /// Amount that the month is billed up to the minimum, in USD.
    pub minimum_usd: Vec<f64>,
}

/// Columns of a [`Bill`], one row per demand charge and calendar month.
#[derive(Clone, Debug, Default, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BilledDemand {
    /// Place of the charge in the tariff, from 0; where `demand_charge_usd_per_kw_month` is given, it is the first.
    pub charge: Vec<u32>,
    /// Calendar month, `YYYY-MM`.
    pub month: Vec<String>,
    /// Highest mean load of an interval that counts, in kW, that before the span included.
    pub peak_kw: Vec<f64>,
    /// Demand that is billed, in kW: the peak, or the floor that a ratchet sets.
    pub billed_kw: Vec<f64>,
    /// Demand charge, in USD.
    pub usd: Vec<f64>,
}

impl BilledMonths {
    fn open(&mut self, month: String) {
        self.month.push(month);
        for column in [
            &mut self.energy_kwh,
            &mut self.energy_usd,
            &mut self.contract_usd,
            &mut self.peak_kw,
            &mut self.demand_usd,
            &mut self.tier_usd,
            &mut self.coincident_usd,
            &mut self.fixed_usd,
            &mut self.minimum_usd,
        ] {
            column.push(0.0);
        }
    }

    /// What a month comes to before the minimum, in the order of the total.
    pub(crate) fn subtotal(&self, at: usize) -> f64 {
        self.energy_usd[at]
            + self.contract_usd[at]
            + self.demand_usd[at]
            + self.tier_usd[at]
            + self.coincident_usd[at]
            + self.fixed_usd[at]
    }
}

impl Tariff {
    /// The bill for the mean load of each settlement interval from the start on.
    ///
    /// # Errors
    /// As [`bill`].
    ///
    /// ```
    /// use hashinsight_mining::tariff::{EnergyRates, Tariff};
    /// use hashinsight_units::{EnergyPrice, Power, Timestamp, Usd};
    /// let rates = EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.05)?);
    /// let tariff = Tariff::new(rates).demand_charge_usd_per_kw_month(Usd::new(9.0)?);
    /// let load = [Power::from_kw(100.0)?, Power::from_kw(200.0)?, Power::MIN];
    /// let bill = tariff.bill(Timestamp::from_s(1_780_272_000)?, &load)?;
    /// assert_eq!((bill.energy_usd, bill.demand_usd, bill.total_usd), (15.0, 1800.0, 1815.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bill(&self, start: Timestamp, load: &[Power]) -> Result<Bill, Error> {
        let load_w: Vec<f64> = load.iter().map(|load| load.get()).collect();
        Ok(self.terms(Grid::of_loads(start, self.minutes()?, load_w.len())?)?.bill(&load_w))
    }
}

impl Terms {
    /// The bill for loads that are known to be power, one per interval.
    pub(crate) fn bill(&self, load_w: &[f64]) -> Bill {
        let hours = self.grid.hours_each();
        let (block_kwh, block_price) = self.block;
        let mut months = BilledMonths::default();
        for (at, month) in self.months.iter().enumerate() {
            months.open(month.name.clone());
            for (load, price) in load_w[month.intervals.clone()].iter().zip(&self.prices[month.intervals.clone()]) {
                let kw = load / W_PER_KW;
                let kwh = kw * hours;
                months.energy_kwh[at] += kwh;
                months.energy_usd[at] += kwh * price;
                months.contract_usd[at] += block_kwh * (block_price - price);
                months.peak_kw[at] = max(months.peak_kw[at], kw);
            }
            let so_far = self.use_before(at);
            if !self.tiers.is_empty() {
                months.tier_usd[at] = self.tiers.cost(so_far + months.energy_kwh[at]) - self.tiers.cost(so_far);
            }
            for (interval, usd_per_kw) in &self.coincident {
                if month.intervals.contains(interval) {
                    months.coincident_usd[at] += usd_per_kw * (load_w[*interval] / W_PER_KW);
                }
            }
            months.fixed_usd[at] = self.fixed_usd;
        }
        let demand = self.bill_demand(load_w, &mut months);
        if !self.hours_use.is_empty() {
            for at in 0..self.months.len() {
                months.tier_usd[at] += self.hours_use.usd(&months, &demand, at, self.use_before(at));
            }
        }
        if self.minimum_usd > 0.0 {
            for at in 0..self.months.len() {
                months.minimum_usd[at] = max(self.minimum_usd - months.subtotal(at), 0.0);
            }
        }
        let sum = |column: &[f64]| column.iter().fold(0.0, |sum, usd| sum + usd);
        let (energy_usd, contract_usd, demand_usd) =
            (sum(&months.energy_usd), sum(&months.contract_usd), sum(&months.demand_usd));
        let (tier_usd, coincident_usd) = (sum(&months.tier_usd), sum(&months.coincident_usd));
        let (fixed_usd, minimum_usd) = (sum(&months.fixed_usd), sum(&months.minimum_usd));
        Bill {
            energy_kwh: sum(&months.energy_kwh),
            energy_usd,
            contract_usd,
            demand_usd,
            tier_usd,
            coincident_usd,
            fixed_usd,
            minimum_usd,
            total_usd: energy_usd + contract_usd + demand_usd + tier_usd + coincident_usd + fixed_usd + minimum_usd,
            months,
            demand,
        }
    }

    fn bill_demand(&self, load_w: &[f64], months: &mut BilledMonths) -> BilledDemand {
        let mut lines = BilledDemand::default();
        for (charge, term) in (0..).zip(&self.demand) {
            let peaks_kw = term.peaks_kw(&self.months, load_w);
            for at in 0..self.months.len() {
                let floors = term.floors(&self.months, at).into_iter();
                let billed_kw = floors.map(|floor| floor_kw(floor, &peaks_kw)).fold(0.0, max);
                let usd = billed_kw * term.rate;
                months.demand_usd[at] += usd;
                lines.charge.push(charge);
                lines.month.push(months.month[at].clone());
                lines.peak_kw.push(peaks_kw[at]);
                lines.billed_kw.push(billed_kw);
                lines.usd.push(usd);
            }
        }
        lines
    }
}

/// The cost of a load under a tariff.
///
/// # Errors
/// As [`tariff_prices`](super::tariff_prices); `mining.hours.out_of_range` for no load or one of more than 20 years;
/// `mining.demand.length`, `mining.tiers.length`; `mining.months.out_of_range` for a ratchet that looks back no month or
/// more than 24; `mining.up_to_kwh.out_of_range` and `mining.up_to_kwh.missing` for blocks out of order, `mining.up_to_kwh_per_kw` and
/// `mining.blocks` likewise; `mining.charge.out_of_range` for blocks by the demand of a charge that is none;
/// `mining.energy_so_far_kwh.out_of_range`.
///
/// ```
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::{EnergyPrice, Power, Timestamp};
/// // One MWh bought at 40 USD, and nothing used in an hour whose price is 300 USD: the block is sold.
/// let start_ms = Timestamp::from_s(1_780_272_000)?;
/// let spot = HourlySeries::new(start_ms, vec![EnergyPrice::from_usd_per_mwh(300.0)?]);
/// let block = ContractBlock::new(Power::from_mw(1.0)?, EnergyPrice::from_usd_per_mwh(40.0)?);
/// let tariff = Tariff::new(EnergyRates::Hourly(spot)).contract(block);
/// let bill = bill(&BillRequest::new(tariff, start_ms, vec![Power::MIN]))?;
/// assert_eq!(bill.total_usd, -260.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn bill(request: &BillRequest) -> Result<Bill, Error> {
    request.tariff.bill(request.start_ms, &request.load_w)
}

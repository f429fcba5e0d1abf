//! The bill: what a load costs under a tariff. Every plan of the crate is charged what this engine says.

use std::ops::Range;

use hashinsight_units::{Power, Timestamp, Usd};

use super::clock::Local;
use super::rates::{Tariff, check_hours, hour_at};
use crate::MiningError;

const W_PER_KW: f64 = 1e3;

/// What [`bill`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BillRequest {
    /// The tariff.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    pub start_ms: Timestamp,
    /// Mean load of each hour at the meter, in watts.
    pub load_w: Vec<Power>,
}

/// A bill. `energy_usd + contract_usd + demand_usd = total_usd`, exactly when evaluated from left to right.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Bill {
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Energy used at the price of its hour, in USD.
    pub energy_usd: f64,
    /// What the contract block costs more than the price of the hour, in USD; negative where it was a bargain, 0
    /// without one.
    pub contract_usd: f64,
    /// Demand charges, in USD.
    pub demand_usd: f64,
    /// What is to be paid, in USD.
    pub total_usd: f64,
    /// The same by calendar months.
    pub months: BilledMonths,
}

/// Columns of a [`Bill`], one row per calendar month of the tariff's clock.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BilledMonths {
    /// The month, `YYYY-MM`.
    pub month: Vec<String>,
    /// Energy used, in kWh.
    pub energy_kwh: Vec<f64>,
    /// Energy used at the price of its hour, in USD.
    pub energy_usd: Vec<f64>,
    /// What the contract block costs more than the price of the hour, in USD.
    pub contract_usd: Vec<f64>,
    /// Highest hourly load, in kW.
    pub peak_kw: Vec<f64>,
    /// Demand charge, in USD.
    pub demand_usd: Vec<f64>,
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
        ] {
            column.push(0.0);
        }
    }

    /// One more hour in the last month.
    fn charge(&mut self, kwh: f64, price: f64, contract_usd: f64) {
        let at = self.month.len() - 1; // a month is open
        self.energy_kwh[at] += kwh;
        self.energy_usd[at] += kwh * price;
        self.contract_usd[at] += contract_usd;
        if kwh > self.peak_kw[at] {
            self.peak_kw[at] = kwh; // in one hour as many kWh as kW
        }
    }
}

impl Tariff {
    /// What a load costs; `load_w` holds the mean load of each hour from the start on, in watts.
    ///
    /// # Errors
    /// As [`bill`]; `units.power.out_of_range` and `units.power.not_finite` for a load that is none.
    ///
    /// ```
    /// use hashinsight_mining::tariff::{EnergyRates, Tariff};
    /// use hashinsight_units::{EnergyPrice, Timestamp, Usd};
    /// let mut tariff = Tariff::new(EnergyRates::FlatUsdPerKwh(EnergyPrice::new(0.05)?));
    /// tariff.demand_charge_usd_per_kw_month = Some(Usd::new(9.0)?);
    /// let bill = tariff.bill(Timestamp::from_s(1_780_272_000)?, &[100e3, 200e3, 0.0])?;
    /// assert_eq!((bill.energy_usd, bill.demand_usd, bill.total_usd), (15.0, 1800.0, 1815.0));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn bill(&self, start: Timestamp, load_w: &[f64]) -> Result<Bill, MiningError> {
        for (hour, load) in load_w.iter().enumerate() {
            Power::new(*load).map_err(|source| MiningError::Unit {
                path: hashinsight_units::FieldPath::new("load_w").index(hour),
                source,
            })?;
        }
        let hours = check_hours(load_w.len(), "load_w")?;
        let prices = self.prices(start, hours)?;
        self.charge(start, load_w, &prices)
    }

    /// The hours of each calendar month that a span touches, and its name.
    pub(crate) fn months(&self, start: Timestamp, hours: usize) -> Result<Vec<(Range<usize>, String)>, MiningError> {
        let clock = self.clock.unwrap_or_default();
        let mut months: Vec<(Range<usize>, String)> = Vec::new();
        let (mut day, mut month) = (i64::MIN, (0, 0));
        for (at, hour) in (0..hours).zip(0_u32..) {
            let local = clock.local(hour_at(start, hour)?);
            if local.day != day {
                let date = Local::date(local.day)?;
                if (date.year(), date.month()) != month {
                    months.push((at..at, format!("{:04}-{:02}", date.year(), date.month())));
                }
                (day, month) = (local.day, (date.year(), date.month()));
            }
            if let Some((hours, _)) = months.last_mut() {
                hours.end = at + 1;
            }
        }
        Ok(months)
    }

    /// The bill for loads that are known to be power, at prices that are this tariff's own.
    pub(crate) fn charge(&self, start: Timestamp, load_w: &[f64], prices: &[f64]) -> Result<Bill, MiningError> {
        let (block_kwh, block_price) =
            self.contract.map_or((0.0, 0.0), |block| (block.power_w.get() / W_PER_KW, block.price_usd_per_kwh.get()));
        let mut months = BilledMonths::default();
        for (hours, month) in self.months(start, load_w.len())? {
            months.open(month);
            for (load, price) in load_w[hours.clone()].iter().zip(&prices[hours]) {
                months.charge(load / W_PER_KW, *price, block_kwh * (block_price - price));
            }
        }
        let rate = self.demand_charge_usd_per_kw_month.map_or(0.0, Usd::get);
        for (demand, peak) in months.demand_usd.iter_mut().zip(&months.peak_kw) {
            *demand = peak * rate;
        }
        let sum = |column: &[f64]| column.iter().fold(0.0, |sum, usd| sum + usd);
        let [energy_usd, contract_usd, demand_usd] =
            [&months.energy_usd, &months.contract_usd, &months.demand_usd].map(|column| sum(column));
        let energy_kwh = sum(&months.energy_kwh);
        Ok(Bill {
            energy_kwh,
            energy_usd,
            contract_usd,
            demand_usd,
            total_usd: energy_usd + contract_usd + demand_usd,
            months,
        })
    }
}

/// What a load costs under a tariff.
///
/// # Errors
/// As [`tariff_prices`](super::tariff_prices); `mining.hours.out_of_range` for no load or one of more than 20 years.
///
/// ```
/// use hashinsight_mining::tariff::*;
/// use hashinsight_units::{EnergyPrice, Power, Timestamp};
/// // One MWh bought at 40 USD, and nothing used in an hour whose price is 300 USD: the block is sold.
/// let start_ms = Timestamp::from_s(1_780_272_000)?;
/// let spot = HourlySeries { start_ms, usd_per_kwh: vec![EnergyPrice::from_usd_per_mwh(300.0)?] };
/// let mut tariff = Tariff::new(EnergyRates::Hourly(spot));
/// tariff.contract = Some(ContractBlock {
///     power_w: Power::from_mw(1.0)?,
///     price_usd_per_kwh: EnergyPrice::from_usd_per_mwh(40.0)?,
/// });
/// let bill = bill(&BillRequest { tariff, start_ms, load_w: vec![Power::MIN] })?;
/// assert_eq!(bill.total_usd, -260.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn bill(request: &BillRequest) -> Result<Bill, MiningError> {
    let load_w: Vec<f64> = request.load_w.iter().map(|load| load.get()).collect();
    request.tariff.bill(request.start_ms, &load_w)
}

//! The bill of a load under a tariff. Every plan of the crate is charged what this engine says.

use std::ops::Range;

use hashinsight_units::{At, Error, Power, Record, Timestamp, Usd, W_PER_KW};

use super::clock::Local;
use super::hours::{check_hours, hour_at};
use super::prices::Tariff;

/// Inputs of [`bill`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BillRequest {
    /// Tariff under which the load is billed.
    pub tariff: Tariff,
    /// Beginning of the first hour, in Unix milliseconds.
    #[record(example = 1785542400000)]
    pub start_ms: Timestamp,
    /// Mean load of each hour at the meter, in watts.
    pub load_w: Vec<Power>,
}

/// Result of [`bill`]. `energy_usd + contract_usd + demand_usd = total_usd`, exactly when evaluated from left to right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct Bill {
    /// Energy used, in kWh.
    pub energy_kwh: f64,
    /// Energy used at the price of its hour, in USD.
    pub energy_usd: f64,
    /// Cost of the contract block above the price of its hours, in USD; negative where it was a bargain, 0 without a
    /// block.
    pub contract_usd: f64,
    /// Demand charges, in USD.
    pub demand_usd: f64,
    /// Amount to be paid, in USD.
    pub total_usd: f64,
    /// Bill by calendar months.
    pub months: BilledMonths,
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
    /// Energy used at the price of its hour, in USD.
    pub energy_usd: Vec<f64>,
    /// Cost of the contract block above the price of its hours, in USD.
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
    /// The bill for the mean load of each hour from the start on.
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
        let hours = check_hours(load_w.len()).at("load_w")?;
        let prices = self.prices(start, hours)?;
        self.charge(start, &load_w, &prices)
    }

    /// The hours of each calendar month that a span touches, and its name.
    pub(crate) fn months(&self, start: Timestamp, hours: usize) -> Result<Vec<(Range<usize>, String)>, Error> {
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
    pub(crate) fn charge(&self, start: Timestamp, load_w: &[f64], prices: &[f64]) -> Result<Bill, Error> {
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

/// The cost of a load under a tariff.
///
/// # Errors
/// As [`tariff_prices`](super::tariff_prices); `mining.hours.out_of_range` for no load or one of more than 20 years.
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

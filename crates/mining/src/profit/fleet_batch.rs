//! Thousands of machines at once: each row a group of equal machines with its own age, decay and price.

use hashinsight_units::{Amount, Days, EnergyPrice, Error, FieldPath, Fraction, Hashrate, Power, Price, Ratio, Usd};

use super::kernel::Terms;
use super::rows::{Column, OnBadRow, Refusal, RowStatus, check_length};
use crate::error;
use crate::machine::{check_overhead, decayed};
use crate::network::NetworkBasis;
use crate::reward::BlockReward;

const MAX_AGE_DAYS: f64 = 36_525.0;

/// What all rows of [`fleet_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FleetBatchParams {
    /// How hard the network is.
    pub network_basis: NetworkBasis,
    /// New coins per block, in satoshis.
    pub subsidy_sat: Amount,
    /// Transaction fees per block, in satoshis.
    pub fees_per_block_sat: Amount,
    /// Price of one bitcoin in USD.
    pub btc_price_usd: Price,
    /// The part that the pool keeps; below 1.
    pub pool_fee: Fraction,
    /// The part of the time in which the machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// What a host charges on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// What to do with a row that cannot be used. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: OnBadRow,
}

/// The columns of [`fleet_batch`], all of one length.
#[derive(Clone, Copy, Debug)]
pub struct FleetColumns<'a> {
    /// Number of machines, 0 to 4,294,967,295.
    pub count: &'a [i64],
    /// Nominal hashrate of one machine, in TH/s.
    pub hashrate_ths: &'a [f64],
    /// Power of one machine, in watts.
    pub power_w: &'a [f64],
    /// Power price in USD/kWh.
    pub power_price_usd_per_kwh: &'a [f64],
    /// What one machine cost, in USD.
    pub machine_price_usd: &'a [f64],
    /// The part of its hashrate that a machine loses each month.
    pub decay_per_month: &'a [f64],
    /// How long it has been running, in days, 0 to 36,525.
    pub age_days: &'a [f64],
}

/// Whether a row's profit of today pays back what the machines cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum PaybackStatus {
    /// After `payback_days`.
    Ok,
    /// Never: there is no profit.
    Never,
    /// The row was refused.
    Refused,
}

/// The answer of [`fleet_batch`], as columns; figures are of the whole row and per day.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FleetTable {
    /// Hashrate after decay, in TH/s.
    pub hashrate_ths: Vec<f64>,
    /// BTC before the pool's fee.
    pub gross_btc_per_day: Vec<f64>,
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd_per_day: Vec<f64>,
    /// Cost of power, in USD.
    pub power_cost_usd_per_day: Vec<f64>,
    /// Revenue less power and hosting, in USD.
    pub net_usd_per_day: Vec<f64>,
    /// What the machines cost over the profit of a day; NaN where that never pays back.
    pub payback_days: Vec<f64>,
    /// Whether it pays back.
    pub payback_status: Vec<PaybackStatus>,
    /// Whether the row was computed.
    pub status: Vec<RowStatus>,
}

/// What groups of machines earn today.
///
/// # Errors
/// As [`profit`](super::profit) for what the rows share; a refused value of row 17 stands at `hashrate_ths[17]`;
/// `mining.count` and `mining.age_days` `.out_of_range`; `mining.column.length` where the columns differ in length.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{FleetBatchParams, FleetColumns, OnBadRow, PaybackStatus, fleet_batch};
/// use hashinsight_units::{Amount, Difficulty, Fraction, Price};
/// let params = FleetBatchParams {
///     network_basis: NetworkBasis::Difficulty(Difficulty::new(1.3e14)?),
///     subsidy_sat: Amount::from_sat(312_500_000)?,
///     fees_per_block_sat: Amount::from_sat(4_000_000)?,
///     btc_price_usd: Price::new(90_000.0)?,
///     pool_fee: Fraction::new(0.02)?,
///     uptime: None,
///     hosting_fee_usd_per_kwh: None,
///     cooling_overhead: None,
///     on_bad_row: OnBadRow::Refuse,
/// };
/// let table = fleet_batch(
///     &FleetColumns {
///         count: &[100, 50],
///         hashrate_ths: &[200.0, 95.0],
///         power_w: &[3500.0, 3250.0],
///         power_price_usd_per_kwh: &[0.05, 0.08],
///         machine_price_usd: &[3000.0, 400.0],
///         decay_per_month: &[0.0, 0.005],
///         age_days: &[0.0, 730.0],
///     },
///     &params,
/// )?;
/// assert_eq!(table.payback_days[0].round(), 676.0);
/// assert_eq!(table.payback_status[1], PaybackStatus::Never); // an S19 at 0.08 USD/kWh
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn fleet_batch(columns: &FleetColumns<'_>, params: &FleetBatchParams) -> Result<FleetTable, Error> {
    let rows = columns.count.len();
    for (name, length) in [
        ("hashrate_ths", columns.hashrate_ths.len()),
        ("power_w", columns.power_w.len()),
        ("power_price_usd_per_kwh", columns.power_price_usd_per_kwh.len()),
        ("machine_price_usd", columns.machine_price_usd.len()),
        ("decay_per_month", columns.decay_per_month.len()),
        ("age_days", columns.age_days.len()),
    ] {
        check_length(name, length, rows)?;
    }
    let overhead = check_overhead(params.cooling_overhead)?;
    let network = params.network_basis.resolve()?;
    let reward = BlockReward { subsidy: params.subsidy_sat, fees: params.fees_per_block_sat };
    let day = Days::new(1.0).map_err(|error| error.at("days"))?;
    let hosting = params.hosting_fee_usd_per_kwh;
    let terms = Terms::new(&network, reward, params.pool_fee, day, params.uptime, hosting, None)?;
    let limit_ths = network.hashrate_limit_ths();

    let by_unit = |refused: Result<(), Error>| refused.map_err(Refusal::from);
    let hashrate = |value| by_unit(Hashrate::new(value).map(drop));
    let power = |value| by_unit(Power::new(value).map(drop));
    let tariff = |value| by_unit(EnergyPrice::new(value).map(drop));
    let price = |value| by_unit(Usd::new(value).map(drop));
    let decay = |value| by_unit(Fraction::new(value).map(drop));
    let age = |value: f64| {
        let inside = (0.0..=MAX_AGE_DAYS).contains(&value);
        if inside { Ok(()) } else { Err(Refusal::Field { field: "age_days", allowed: "0 to 36525 days" }) }
    };
    let (low, high) = (EnergyPrice::MIN.get(), EnergyPrice::MAX.get());
    let inputs: [Column<'_>; 6] = [
        column("hashrate_ths", columns.hashrate_ths, 0.0, Hashrate::MAX.get(), &hashrate),
        column("power_w", columns.power_w, 0.0, Power::MAX.get(), &power),
        column("power_price_usd_per_kwh", columns.power_price_usd_per_kwh, low, high, &tariff),
        column("machine_price_usd", columns.machine_price_usd, 0.0, Usd::MAX.get(), &price),
        column("decay_per_month", columns.decay_per_month, 0.0, 1.0, &decay),
        column("age_days", columns.age_days, 0.0, MAX_AGE_DAYS, &age),
    ];
    let good_count = |row: usize| u32::try_from(columns.count[row]).is_ok();
    let good = |row: usize| good_count(row) && inputs.iter().all(|column| column.in_range(row));
    if params.on_bad_row == OnBadRow::Refuse && !(0..rows).all(good) {
        return Err(first_fault(columns, &inputs));
    }

    let mut table = FleetTable::with_rows(rows);
    for row in 0..rows {
        let count = columns.count[row] as f64;
        let group = good(row).then(|| {
            let units = (Hashrate::new(columns.hashrate_ths[row]), Fraction::new(columns.decay_per_month[row]));
            let (Ok(nominal), Ok(decay)) = units else { unreachable!("the units take what is in their range") };
            count * decayed(nominal, decay, columns.age_days[row])
        });
        let power = count * (columns.power_w[row] * overhead);
        // A group beyond what one miner can be is a bad row too.
        match group.filter(|hashrate| *hashrate <= limit_ths && power <= Power::MAX.get()) {
            Some(hashrate) => {
                let tariff = columns.power_price_usd_per_kwh[row];
                let cost = count * columns.machine_price_usd[row];
                table.push(hashrate, &terms.row(hashrate, power, tariff, params.btc_price_usd.get()), cost);
            }
            None if params.on_bad_row == OnBadRow::Report => table.refuse(),
            None => {
                let allowed = "a group whose hashrate and power are those of one miner within the network";
                let path = FieldPath::new("count").index(row);
                return Err(error::out_of_range("count", path, columns.count[row], allowed));
            }
        }
    }
    Ok(table)
}

fn column<'a>(
    name: &'static str,
    values: &'a [f64],
    low: f64,
    high: f64,
    refuse: &'a dyn Fn(f64) -> Result<(), Refusal>,
) -> Column<'a> {
    Column { name, values, low, high, refuse }
}

/// The first fault by column, then by row, of columns one of whose rows is out of range.
fn first_fault(columns: &FleetColumns<'_>, inputs: &[Column<'_>]) -> Error {
    match columns.count.iter().position(|count| u32::try_from(*count).is_err()) {
        Some(row) => {
            let path = FieldPath::new("count").index(row);
            error::out_of_range("count", path, columns.count[row], "0 to 4294967295 machines")
        }
        None => super::rows::first_fault(inputs),
    }
}

impl FleetTable {
    fn with_rows(rows: usize) -> Self {
        let column = || Vec::with_capacity(rows);
        Self {
            hashrate_ths: column(),
            gross_btc_per_day: column(),
            revenue_usd_per_day: column(),
            power_cost_usd_per_day: column(),
            net_usd_per_day: column(),
            payback_days: column(),
            payback_status: Vec::with_capacity(rows),
            status: Vec::with_capacity(rows),
        }
    }

    fn push(&mut self, hashrate: f64, row: &super::kernel::Row, cost: f64) {
        self.hashrate_ths.push(hashrate);
        self.gross_btc_per_day.push(row.gross_btc);
        self.revenue_usd_per_day.push(row.revenue_usd);
        self.power_cost_usd_per_day.push(row.power_cost_usd);
        self.net_usd_per_day.push(row.net_usd);
        let days = if cost == 0.0 { 0.0 } else { cost / row.net_usd };
        let pays = cost == 0.0 || row.net_usd > 0.0 && days.is_finite();
        self.payback_days.push(if pays { days } else { f64::NAN });
        self.payback_status.push(if pays { PaybackStatus::Ok } else { PaybackStatus::Never });
        self.status.push(RowStatus::Ok);
    }

    fn refuse(&mut self) {
        for column in [
            &mut self.hashrate_ths,
            &mut self.gross_btc_per_day,
            &mut self.revenue_usd_per_day,
            &mut self.power_cost_usd_per_day,
            &mut self.net_usd_per_day,
            &mut self.payback_days,
        ] {
            column.push(f64::NAN);
        }
        self.payback_status.push(PaybackStatus::Refused);
        self.status.push(RowStatus::Refused);
    }
}

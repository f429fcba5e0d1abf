//! Thousands of machines at once: each row a group of equal machines with its own age, decay and price.

use std::ops::Range;

use hashinsight_units::columns::{self, Columns, OnBadRow, RowStatus, Table, rows};
use hashinsight_units::{
    Days, EnergyPrice, Error, Fault, FieldPath, Fraction, Hashrate, Power, Problem, Ratio, Record, Usd,
};

use super::factors::{Factors, Running, Statement};
use crate::error;
use crate::machine::{check_overhead, decayed_ths};
use crate::reward::{Market, PoolFee};

const AGES: columns::Range = columns::Range::new(0.0, 36_525.0);

/// Inputs that all rows of [`fleet_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FleetBatchParams {
    /// How hard a block is, what it pays, and what a bitcoin costs.
    #[record(flatten)]
    pub market: Market,
    /// Fraction that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Fraction of the time in which the machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Hosting fee on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Power at the meter over power of the machines (PUE), 1 or more. Absent: 1.
    pub cooling_overhead: Option<Ratio>,
    /// Treatment of rows that cannot be used.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`fleet_batch`]: a group of equal machines.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = FleetColumns)]
#[non_exhaustive]
pub struct FleetRow {
    /// Number of machines, 0 to 4,294,967,295.
    pub count: u32,
    /// Nominal hashrate of one machine, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power of one machine, in watts.
    pub power_w: Power,
    /// Power price in USD/kWh; may be negative.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// Price of one machine, in USD. Absent, as a column or in a row: the payback is not known.
    pub machine_price_usd: Option<Usd>,
    /// Fraction of its hashrate that a machine loses each month. Goes with `age_days`. Absent: the hashrate is nominal.
    pub decay_per_month: Option<Fraction>,
    /// Age of the machines, in days of running: 0 to 36,525. Goes with `decay_per_month`.
    pub age_days: Option<f64>,
}

/// Answer of [`fleet_batch`] to one row; figures are of the whole row and per day.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = FleetTable)]
#[non_exhaustive]
pub struct FleetLine {
    /// Hashrate of the row after decay, in TH/s.
    pub hashrate_ths: f64,
    /// Reward in BTC per day, before the pool's fee.
    pub gross_btc_per_day: f64,
    /// Revenue after the pool's fee, in USD per day.
    pub revenue_usd_per_day: f64,
    /// Cost of power, in USD per day.
    pub power_cost_usd_per_day: f64,
    /// Revenue less power and hosting, in USD per day.
    pub net_usd_per_day: f64,
    /// Payback time in days, price of the machines over the profit of a day; NaN where they never pay back.
    pub payback_days: f64,
    /// State of the payback: `never` where there is no profit, `undefined` where the machines have no price.
    pub payback_status: RowStatus,
    /// State of the row.
    pub status: RowStatus,
}

/// What groups of machines earn today.
///
/// # Errors
/// As [`profit`](super::profit) for what the rows share; a refused value of row 17 stands at `hashrate_ths[17]`;
/// `mining.count` and `mining.age_days` `.out_of_range`; `mining.age_days.missing` and `mining.decay_per_month.missing` in a
/// row that has only one of the two; `mining.<column>.length` where the columns differ in length.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{FleetBatchParams, FleetColumns, fleet_batch};
/// use hashinsight_mining::reward::{BlockReward, Chain, Market, PoolFee};
/// use hashinsight_units::columns::RowStatus;
/// use hashinsight_units::{Amount, Difficulty, MeanAmount, Price};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(4e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward);
/// let params = FleetBatchParams::new(Market::new(chain, Price::constant(90_000.0)), PoolFee::constant(0.02));
/// let columns = FleetColumns {
///     count: &[100, 50],
///     hashrate_ths: &[200.0, 95.0],
///     power_w: &[3500.0, 3250.0],
///     power_price_usd_per_kwh: &[0.05, 0.08],
///     machine_price_usd: &[3000.0, 400.0],
///     decay_per_month: &[0.0, 0.005],
///     age_days: &[0.0, 730.0],
/// };
/// let table = fleet_batch(&columns, &params)?;
/// assert_eq!(table.payback_days[0].round(), 676.0);
/// assert_eq!(table.payback_status[1], RowStatus::Never); // an S19 at 0.08 USD/kWh
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn fleet_batch(columns: &FleetColumns<'_>, params: &FleetBatchParams) -> Result<FleetTable, Error> {
    const DAY: Days = Days::constant(1.0);
    let overhead = check_overhead(params.cooling_overhead)?;
    let Market { chain, btc_price_usd } = params.market;
    let network = params.market.network()?;
    let (pool_fee, uptime, hosting) = (params.pool_fee, params.uptime, params.hosting_fee_usd_per_kwh);
    let running = Running { days: DAY, pool_fee, uptime, hosting, maintenance: None };
    let factors = Factors::new(&network, chain.reward, running);
    let limit_ths = network.hashrate_limit_ths();

    let kernel = |Groups(part): Groups<'_>, mut out: FleetTablePart<'_>| {
        for row in 0..part.count.len() {
            let count = part.count[row] as f64;
            let (decay, age) = (part.decay_per_month[row], part.age_days[row]);
            let nominal = part.hashrate_ths[row];
            let each = if decay.is_nan() && age.is_nan() { nominal } else { decayed_ths(nominal, decay, age) };
            let hashrate = count * each;
            let power = count * (part.power_w[row] * overhead);
            // A group beyond what one miner can be is a bad row too.
            if hashrate <= limit_ths && power <= Power::MAX.get() {
                let tariff = part.power_price_usd_per_kwh[row];
                let cost = count * part.machine_price_usd[row];
                out.write(row, hashrate, &factors.statement(hashrate, power, tariff, btc_price_usd.get()), cost);
            } else {
                FleetTable::refuse(&mut out, row);
            }
        }
    };
    let table: FleetTable = rows(Groups(*columns), params.on_bad_row, kernel)?;
    let beyond = table.status.iter().position(|status| *status == RowStatus::Refused);
    match beyond.filter(|_| params.on_bad_row == OnBadRow::Refuse) {
        None => Ok(table),
        Some(row) => {
            let allowed = "a group whose hashrate and power are those of one miner within the network";
            let path = FieldPath::new("count").index(row);
            Err(error::out_of_range("count", path, columns.count[row], allowed))
        }
    }
}

impl FleetTablePart<'_> {
    fn write(&mut self, row: usize, hashrate: f64, statement: &Statement, cost: f64) {
        let days = if cost == 0.0 { 0.0 } else { cost / statement.net_usd };
        let pays = cost == 0.0 || statement.net_usd > 0.0 && days.is_finite();
        self.hashrate_ths[row] = hashrate;
        self.gross_btc_per_day[row] = statement.gross_btc;
        self.revenue_usd_per_day[row] = statement.revenue_usd;
        self.power_cost_usd_per_day[row] = statement.power_cost_usd;
        self.net_usd_per_day[row] = statement.net_usd;
        self.payback_days[row] = if pays { days } else { f64::NAN };
        self.payback_status[row] = match pays {
            _ if cost.is_nan() => RowStatus::Undefined,
            true => RowStatus::Ok,
            false => RowStatus::Never,
        };
    }
}

/// Groups of machines that are counts of machines, of an age or new.
#[derive(Clone, Copy)]
struct Groups<'a>(FleetColumns<'a>);

impl Groups<'_> {
    /// Age and decay are both there or both absent, and the age is one.
    fn ages(&self, row: usize) -> bool {
        let (decay, age) = (self.0.decay_per_month[row], self.0.age_days[row]);
        if age.is_nan() { decay.is_nan() } else { !decay.is_nan() && AGES.holds(age) }
    }
}

impl Columns for Groups<'_> {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn check_lengths(&self) -> Result<(), Fault> {
        self.0.check_lengths()
    }

    fn part(&self, rows: Range<usize>) -> Self {
        Self(self.0.part(rows))
    }

    fn hold(&self) -> bool {
        self.0.hold() && (0..self.len()).all(|row| self.ages(row))
    }

    fn row_holds(&self, row: usize) -> bool {
        self.0.row_holds(row) && self.ages(row)
    }

    fn fault(&self) -> Option<Fault> {
        let fault = |name: &str, row, problem| {
            Fault::new(format!("mining.{name}"), problem).at(FieldPath::new(name).index(row))
        };
        let count = self.0.count.iter().position(|count| u32::try_from(*count).is_err());
        if let Some(row) = count {
            let fault = fault("count", row, Problem::OutOfRange).got(self.0.count[row]);
            return Some(fault.allowed("0 to 4294967295 machines"));
        }
        let others = FleetColumns { age_days: &[], ..self.0 };
        others.fault().or_else(|| {
            let row = (0..self.len()).find(|row| !self.ages(*row))?;
            let (decay, age) = (self.0.decay_per_month[row], self.0.age_days[row]);
            Some(match (decay.is_nan(), age.is_nan()) {
                (true, _) => fault("decay_per_month", row, Problem::Missing).allowed("a decay to the age, or neither"),
                (_, true) => fault("age_days", row, Problem::Missing).allowed("an age to the decay, or neither"),
                _ => {
                    let problem = if age.is_finite() { Problem::OutOfRange } else { Problem::NotFinite };
                    fault("age_days", row, problem).got(age).allowed("0 to 36525 days")
                }
            })
        })
    }
}

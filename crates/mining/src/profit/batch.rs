//! Profit by the column.

use std::ops::Range;

use hashinsight_units::columns::{Cell, Columns, OnBadRow, RowStatus, rows, rows_into};
use hashinsight_units::{
    Days, EnergyPrice, Error, Fault, FieldPath, Fraction, Hashrate, Power, Price, Problem, Record, Usd,
};

use super::factors::{Factors, Running};
use crate::network::NetworkUsed;
use crate::reward::{Chain, PoolFee};

/// Inputs that all rows of [`profit_batch`] share; the fields mean what they mean in
/// [`ProfitRequest`](super::ProfitRequest).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProfitBatchParams {
    /// How hard a block is and what it pays.
    #[record(flatten)]
    pub chain: Chain,
    /// Fraction that the pool keeps; below 1.
    #[record(example = 0.02)]
    pub pool_fee: PoolFee,
    /// Span in days of 86,400 s.
    #[record(example = 30)]
    pub days: Days,
    /// Fraction of the span in which the machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// Hosting fee on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep of each row in USD per day. Absent: 0.
    pub maintenance_usd_per_day: Option<Usd>,
    /// Treatment of rows with refused values.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`profit_batch`]: a machine, a fleet, a site or a case.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = ProfitColumns)]
#[non_exhaustive]
pub struct ProfitRow {
    /// Hashrate while running, in TH/s.
    pub hashrate_ths: Hashrate,
    /// Power drawn while running, in watts.
    pub power_w: Power,
    /// Power price in USD/kWh; may be negative.
    pub power_price_usd_per_kwh: EnergyPrice,
    /// Price of one bitcoin, in USD.
    pub btc_price_usd: Price,
}

/// Answer of [`profit_batch`] to one row.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = ProfitTable)]
#[non_exhaustive]
pub struct ProfitLine {
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd: f64,
    /// Cost of power, in USD; negative where the power price is.
    pub power_cost_usd: f64,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: f64,
    /// State of the row.
    pub status: RowStatus,
}

/// [`profit`](super::profit) for every row, to the same bits.
///
/// # Errors
/// As [`profit`](super::profit); a refused value of row 17 stands at `hashrate_ths[17]`. `mining.<column>.length` where
/// the columns differ in length.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{ProfitBatchParams, ProfitColumns, profit_batch};
/// use hashinsight_mining::reward::{BlockReward, Chain, PoolFee};
/// use hashinsight_units::columns::{OnBadRow, RowStatus};
/// use hashinsight_units::{Amount, Days, Difficulty, MeanAmount};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(5e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward);
/// let params = ProfitBatchParams::new(chain, PoolFee::constant(0.02), Days::constant(1.0));
/// let columns = ProfitColumns {
///     hashrate_ths: &[200.0, -1.0],
///     power_w: &[3500.0, 3500.0],
///     power_price_usd_per_kwh: &[0.05, 0.05],
///     btc_price_usd: &[100_000.0, 100_000.0],
/// };
/// let error = profit_batch(&columns, &params).unwrap_err();
/// assert_eq!((error.code(), error.path().as_str()), ("units.hashrate.out_of_range", "hashrate_ths[1]"));
/// let table = profit_batch(&columns, &params.on_bad_row(OnBadRow::Report))?;
/// assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused]);
/// assert_eq!(format!("{:.2}", table.net_usd[0]), "5.43");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn profit_batch(columns: &ProfitColumns<'_>, params: &ProfitBatchParams) -> Result<ProfitTable, Error> {
    let (columns, factors) = prepared(columns, params)?;
    Ok(rows(columns, params.on_bad_row, |part, out| lanes(&factors, part.columns, out))?)
}

/// [`profit_batch`] into the caller's memory. Where the batch is refused for a bad row, the result slices hold NaN and
/// the status says refused; where it is refused for anything else, they are untouched.
///
/// # Errors
/// As [`profit_batch`]; `mining.<column>.length` for a slice of another length too.
pub fn profit_batch_into(
    columns: &ProfitColumns<'_>,
    params: &ProfitBatchParams,
    out: &mut ProfitTablePart<'_>,
) -> Result<(), Error> {
    let (columns, factors) = prepared(columns, params)?;
    let kernel = |part: WithinNetwork<'_>, out: ProfitTablePart<'_>| {
        out.status.fill(RowStatus::Ok); // the caller's memory may hold anything
        lanes(&factors, part.columns, out);
    };
    Ok(rows_into::<_, ProfitTable>(columns, "mining", out, params.on_bad_row, kernel)?)
}

fn prepared<'a>(
    columns: &ProfitColumns<'a>,
    params: &ProfitBatchParams,
) -> Result<(WithinNetwork<'a>, Factors), Error> {
    let network = params.chain.network()?;
    let running = Running {
        days: params.days,
        pool_fee: params.pool_fee,
        uptime: params.uptime,
        hosting: params.hosting_fee_usd_per_kwh,
        maintenance: params.maintenance_usd_per_day,
    };
    let factors = Factors::new(&network, params.chain.reward, running);
    let limit_ths = network.hashrate_limit_ths();
    Ok((WithinNetwork { columns: *columns, network, limit_ths }, factors))
}

/// Rows of miners each of whom is part of the network.
#[derive(Clone, Copy)]
struct WithinNetwork<'a> {
    columns: ProfitColumns<'a>,
    network: NetworkUsed,
    limit_ths: f64,
}

impl WithinNetwork<'_> {
    fn hashrate_fault(&self, hashrate_ths: f64) -> Option<Fault> {
        match Hashrate::from_plain(hashrate_ths) {
            Err(fault) => Some(fault),
            Ok(_) if hashrate_ths <= self.limit_ths => None,
            Ok(_) => {
                let (field, allowed) = self.network.beyond();
                let fault = Fault::new(format!("mining.{field}"), Problem::OutOfRange);
                Some(fault.got(hashrate_ths).allowed(allowed))
            }
        }
    }
}

impl Columns for WithinNetwork<'_> {
    fn len(&self) -> usize {
        self.columns.len()
    }

    fn check_lengths(&self) -> Result<(), Fault> {
        self.columns.check_lengths()
    }

    fn part(&self, rows: Range<usize>) -> Self {
        Self { columns: self.columns.part(rows), ..*self }
    }

    fn hold(&self) -> bool {
        self.columns.hold() && self.columns.hashrate_ths.iter().fold(true, |all, ths| all & (*ths <= self.limit_ths))
    }

    fn row_holds(&self, row: usize) -> bool {
        self.columns.row_holds(row) && self.columns.hashrate_ths[row] <= self.limit_ths
    }

    fn fault(&self) -> Option<Fault> {
        let mut hashrates = self.columns.hashrate_ths.iter().enumerate();
        let fault = hashrates.find_map(|(row, ths)| {
            let fault = self.hashrate_fault(*ths)?;
            Some(fault.at(FieldPath::new("hashrate_ths").index(row)))
        });
        fault.or_else(|| self.columns.fault())
    }
}

/// Computes a part, refused values too, which are overwritten. Each row is the plain expression of the statement, in
/// lanes as wide as the machine's.
#[multiversion::multiversion(targets("x86_64+avx2", "x86_64+avx512f"))]
fn lanes(factors: &Factors, part: ProfitColumns<'_>, out: ProfitTablePart<'_>) {
    let rows = part.hashrate_ths.iter().zip(part.power_w).zip(part.power_price_usd_per_kwh).zip(part.btc_price_usd);
    let results = out.revenue_usd.iter_mut().zip(out.power_cost_usd).zip(out.net_usd);
    for ((((hashrate, power), tariff), price), ((revenue, power_cost), net)) in rows.zip(results) {
        // The same bits for -0.0 as for the 0.0 that unit types make of it.
        let row = factors.statement(*hashrate, *power, *tariff, *price);
        (*revenue, *power_cost, *net) = (row.revenue_usd, row.power_cost_usd, row.net_usd);
    }
}

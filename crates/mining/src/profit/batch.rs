//! Profit by the column.

use std::ops::Range;

use hashinsight_units::{Amount, Days, EnergyPrice, Fraction, Hashrate, Power, Price, Usd};

use super::kernel::Terms;
use super::rows::{BLOCK, Column, OnBadRow, Refusal, RowStatus, check_length, first_fault};
use crate::network::{BELOW_OWN, NetworkBasis};
use crate::reward::BlockReward;
use hashinsight_units::Error;

/// What all rows of [`profit_batch`] share; the fields mean what they mean in [`ProfitRequest`](super::ProfitRequest).
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ProfitBatchParams {
    /// How hard the network is.
    pub network_basis: NetworkBasis,
    /// New coins per block, in satoshis.
    pub subsidy_sat: Amount,
    /// Transaction fees per block, in satoshis.
    pub fees_per_block_sat: Amount,
    /// The part that the pool keeps; below 1.
    pub pool_fee: Fraction,
    /// The span in days of 86,400 s.
    pub days: Days,
    /// The part of the span in which the machines run. Absent: all of it.
    pub uptime: Option<Fraction>,
    /// What a host charges on top of the power price, in USD/kWh. Absent: there is no host.
    pub hosting_fee_usd_per_kwh: Option<EnergyPrice>,
    /// Upkeep of each row in USD per day. Absent: none.
    pub maintenance_usd_per_day: Option<Usd>,
    /// What to do with a row that a unit refuses. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: OnBadRow,
}

/// The columns of [`profit_batch`], all of one length. They are checked as the unit types check.
#[derive(Clone, Copy, Debug)]
pub struct ProfitColumns<'a> {
    /// Hashrate while running, in TH/s.
    pub hashrate_ths: &'a [f64],
    /// Power drawn while running, in watts.
    pub power_w: &'a [f64],
    /// Power price in USD/kWh.
    pub power_price_usd_per_kwh: &'a [f64],
    /// Price of one bitcoin in USD.
    pub btc_price_usd: &'a [f64],
}

/// The answer of [`profit_batch`], as columns.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ProfitTable {
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd: Vec<f64>,
    /// Cost of power, in USD.
    pub power_cost_usd: Vec<f64>,
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: Vec<f64>,
    /// Whether the row was computed.
    pub status: Vec<RowStatus>,
}

/// Where [`profit_batch_into`] writes: slices of the columns' length.
#[derive(Debug)]
pub struct ProfitBuffers<'a> {
    /// Revenue after the pool's fee, in USD.
    pub revenue_usd: &'a mut [f64],
    /// Cost of power, in USD.
    pub power_cost_usd: &'a mut [f64],
    /// Revenue less power, hosting and maintenance, in USD.
    pub net_usd: &'a mut [f64],
    /// Whether the row was computed.
    pub status: &'a mut [RowStatus],
}

/// [`profit`](super::profit) for every row, to the same bits.
///
/// # Errors
/// As [`profit`](super::profit); a refused value of row 17 stands at `hashrate_ths[17]`. `mining.column.length` where
/// the columns differ in length.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::profit::{OnBadRow, ProfitBatchParams, ProfitColumns, RowStatus, profit_batch};
/// use hashinsight_units::{Amount, Days, Difficulty, Faulty, Fraction};
/// let mut params = ProfitBatchParams {
///     network_basis: NetworkBasis::Difficulty(Difficulty::new(1.3e14)?),
///     subsidy_sat: Amount::from_sat(312_500_000)?,
///     fees_per_block_sat: Amount::from_sat(5_000_000)?,
///     pool_fee: Fraction::new(0.02)?,
///     days: Days::new(1.0)?,
///     uptime: None,
///     hosting_fee_usd_per_kwh: None,
///     maintenance_usd_per_day: None,
///     on_bad_row: OnBadRow::Refuse,
/// };
/// let columns = ProfitColumns {
///     hashrate_ths: &[200.0, -1.0],
///     power_w: &[3500.0, 3500.0],
///     power_price_usd_per_kwh: &[0.05, 0.05],
///     btc_price_usd: &[100_000.0, 100_000.0],
/// };
/// let fault = profit_batch(&columns, &params).unwrap_err().fault();
/// assert_eq!((fault.code(), fault.path().as_str()), ("units.hashrate.out_of_range", "hashrate_ths[1]"));
/// params.on_bad_row = OnBadRow::Report;
/// let table = profit_batch(&columns, &params)?;
/// assert_eq!(table.status, [RowStatus::Ok, RowStatus::Refused]);
/// assert_eq!(format!("{:.2}", table.net_usd[0]), "5.43");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn profit_batch(columns: &ProfitColumns<'_>, params: &ProfitBatchParams) -> Result<ProfitTable, Error> {
    let rows = columns.hashrate_ths.len();
    let column = || vec![0.0; rows];
    let (mut revenue_usd, mut power_cost_usd, mut net_usd) = (column(), column(), column());
    let mut status = vec![RowStatus::Ok; rows];
    let mut buffers = ProfitBuffers {
        revenue_usd: &mut revenue_usd,
        power_cost_usd: &mut power_cost_usd,
        net_usd: &mut net_usd,
        status: &mut status,
    };
    profit_batch_into(columns, params, &mut buffers)?;
    Ok(ProfitTable { revenue_usd, power_cost_usd, net_usd, status })
}

/// [`profit_batch`] into the caller's memory. Where the batch is refused for a bad row, the result slices hold NaN and
/// the status says refused; where it is refused for anything else, they are untouched.
///
/// # Errors
/// As [`profit_batch`]; `mining.column.length` for a slice of another length too.
pub fn profit_batch_into(
    columns: &ProfitColumns<'_>,
    params: &ProfitBatchParams,
    out: &mut ProfitBuffers<'_>,
) -> Result<(), Error> {
    let rows = columns.hashrate_ths.len();
    for (name, length) in [
        ("power_w", columns.power_w.len()),
        ("power_price_usd_per_kwh", columns.power_price_usd_per_kwh.len()),
        ("btc_price_usd", columns.btc_price_usd.len()),
        ("revenue_usd", out.revenue_usd.len()),
        ("power_cost_usd", out.power_cost_usd.len()),
        ("net_usd", out.net_usd.len()),
        ("status", out.status.len()),
    ] {
        check_length(name, length, rows)?;
    }
    let network = params.network_basis.resolve()?;
    let reward = BlockReward { subsidy: params.subsidy_sat, fees: params.fees_per_block_sat };
    let ProfitBatchParams { pool_fee, days, uptime, .. } = *params;
    let (hosting, maintenance) = (params.hosting_fee_usd_per_kwh, params.maintenance_usd_per_day);
    let terms = Terms::new(&network, reward, pool_fee, days, uptime, hosting, maintenance)?;

    let limit_ths = network.hashrate_limit_ths();
    let hashrate = |value| {
        Hashrate::new(value)?;
        if value > limit_ths { Err(Refusal::Field { field: "network_hashrate", allowed: BELOW_OWN }) } else { Ok(()) }
    };
    let power = |value| Ok(Power::new(value).map(drop)?);
    let tariff = |value| Ok(EnergyPrice::new(value).map(drop)?);
    let price = |value| Ok(Price::new(value).map(drop)?);
    let inputs: [Column<'_>; 4] = [
        Column { name: "hashrate_ths", values: columns.hashrate_ths, low: 0.0, high: limit_ths, refuse: &hashrate },
        Column { name: "power_w", values: columns.power_w, low: 0.0, high: Power::MAX.get(), refuse: &power },
        Column {
            name: "power_price_usd_per_kwh",
            values: columns.power_price_usd_per_kwh,
            low: EnergyPrice::MIN.get(),
            high: EnergyPrice::MAX.get(),
            refuse: &tariff,
        },
        Column {
            name: "btc_price_usd",
            values: columns.btc_price_usd,
            low: 0.0,
            high: Price::MAX.get(),
            refuse: &price,
        },
    ];

    for start in (0..rows).step_by(BLOCK) {
        let block = start..rows.min(start + BLOCK);
        let clean = compute(
            &terms,
            &inputs,
            block.clone(),
            &mut out.revenue_usd[block.clone()],
            &mut out.power_cost_usd[block.clone()],
            &mut out.net_usd[block.clone()],
        );
        if !clean && params.on_bad_row == OnBadRow::Refuse {
            for results in [&mut *out.revenue_usd, out.power_cost_usd, out.net_usd] {
                results.fill(f64::NAN);
            }
            out.status.fill(RowStatus::Refused);
            return Err(first_fault(&inputs));
        }
        out.status[block.clone()].fill(RowStatus::Ok);
        if !clean {
            for row in block.filter(|row| !inputs.iter().all(|column| column.in_range(*row))) {
                out.status[row] = RowStatus::Refused;
                (out.revenue_usd[row], out.power_cost_usd[row], out.net_usd[row]) = (f64::NAN, f64::NAN, f64::NAN);
            }
        }
    }
    Ok(())
}

/// Computes the rows of one block, and says whether all their values are in range: what it computed for others is
/// overwritten. Each row is the plain expression of the kernel, in lanes as wide as the machine's; NaN compares false.
#[multiversion::multiversion(targets("x86_64+avx2", "x86_64+avx512f"))]
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator would be a branch")]
fn compute(
    terms: &Terms,
    columns: &[Column<'_>; 4],
    rows: Range<usize>,
    revenue: &mut [f64],
    power_cost: &mut [f64],
    net: &mut [f64],
) -> bool {
    let [hashrate, power, tariff, price] = [0, 1, 2, 3].map(|i: usize| &columns[i].values[rows.clone()]);
    let [low_h, low_w, low_t, low_p] = [0, 1, 2, 3].map(|i: usize| columns[i].low);
    let [high_h, high_w, high_t, high_p] = [0, 1, 2, 3].map(|i: usize| columns[i].high);
    let rows = hashrate.iter().zip(power).zip(tariff).zip(price);
    let results = revenue.iter_mut().zip(power_cost).zip(net);
    let mut clean = true;
    for ((((h, w), t), p), ((revenue, power_cost), net)) in rows.zip(results) {
        clean &= (*h >= low_h) & (*h <= high_h) & (*w >= low_w) & (*w <= high_w);
        clean &= (*t >= low_t) & (*t <= high_t) & (*p >= low_p) & (*p <= high_p);
        // The same bits for -0.0 as for the 0.0 that unit types make of it.
        let row = terms.row(*h, *w, *t, *p);
        (*revenue, *power_cost, *net) = (row.revenue_usd, row.power_cost_usd, row.net_usd);
    }
    clean
}

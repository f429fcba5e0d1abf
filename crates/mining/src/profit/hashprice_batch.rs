//! Hashprice by the column: one row per day, hour or block.

use hashinsight_units::{Amount, Difficulty, Error, FieldPath, Price};

use super::rows::{BLOCK, OnBadRow, RowStatus, check_length};
use crate::network::HASHES_PER_DIFFICULTY;
use crate::reward::hashprices;

/// What all rows of [`hashprice_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashpriceBatchParams {
    /// New coins per block, in satoshis. A series across a halving is two batches.
    pub subsidy_sat: Amount,
    /// What to do with a row that a unit refuses. Absent: refuse the batch.
    #[serde(default)]
    pub on_bad_row: OnBadRow,
}

/// The columns of [`hashprice_batch`], all of one length. They are checked as the unit types check.
#[derive(Clone, Copy, Debug)]
pub struct HashpriceColumns<'a> {
    /// Difficulty.
    pub difficulty: &'a [f64],
    /// Transaction fees per block, in satoshis.
    pub fees_per_block_sat: &'a [i64],
    /// Price of one bitcoin in USD.
    pub btc_price_usd: &'a [f64],
}

/// The answer of [`hashprice_batch`], as columns.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HashpriceTable {
    /// US dollars per PH/s per day.
    pub hashprice_usd_per_phs_day: Vec<f64>,
    /// Satoshis per PH/s per day.
    pub hashprice_sat_per_phs_day: Vec<f64>,
    /// Whether the row was computed.
    pub status: Vec<RowStatus>,
}

/// [`hashprice`](crate::reward::hashprice) of a difficulty for every row, to the same bits.
///
/// # Errors
/// A refused value of row 17 stands at `difficulty[17]`; `mining.column.length` where the columns differ in length.
///
/// ```
/// use hashinsight_mining::profit::{HashpriceBatchParams, HashpriceColumns, OnBadRow, hashprice_batch};
/// use hashinsight_units::Amount;
/// let params = HashpriceBatchParams { subsidy_sat: Amount::from_sat(312_500_000)?, on_bad_row: OnBadRow::Refuse };
/// let columns = HashpriceColumns {
///     difficulty: &[1.3e14, 1.4e14],
///     fees_per_block_sat: &[5_000_000, 4_000_000],
///     btc_price_usd: &[100_000.0, 101_000.0],
/// };
/// let table = hashprice_batch(&columns, &params)?;
/// assert_eq!(table.hashprice_sat_per_phs_day[0].round(), 49_131.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hashprice_batch(columns: &HashpriceColumns<'_>, params: &HashpriceBatchParams) -> Result<HashpriceTable, Error> {
    let rows = columns.difficulty.len();
    check_length("fees_per_block_sat", columns.fees_per_block_sat.len(), rows)?;
    check_length("btc_price_usd", columns.btc_price_usd.len(), rows)?;
    let column = || vec![0.0; rows];
    let (mut usd, mut sat, mut status) = (column(), column(), vec![RowStatus::Ok; rows]);
    for start in (0..rows).step_by(BLOCK) {
        let block = start..rows.min(start + BLOCK);
        let inputs = HashpriceColumns {
            difficulty: &columns.difficulty[block.clone()],
            fees_per_block_sat: &columns.fees_per_block_sat[block.clone()],
            btc_price_usd: &columns.btc_price_usd[block.clone()],
        };
        if compute(params.subsidy_sat, inputs, &mut usd[block.clone()], &mut sat[block.clone()]) {
            continue;
        }
        if params.on_bad_row == OnBadRow::Refuse {
            return Err(first_fault(columns));
        }
        for row in block.filter(|row| !in_range(columns, *row)) {
            (usd[row], sat[row], status[row]) = (f64::NAN, f64::NAN, RowStatus::Refused);
        }
    }
    Ok(HashpriceTable { hashprice_usd_per_phs_day: usd, hashprice_sat_per_phs_day: sat, status })
}

/// Computes the rows of a block, and says whether all of them are in range: what it computed for others is overwritten.
#[multiversion::multiversion(targets("x86_64+avx2", "x86_64+avx512f"))]
fn compute(subsidy: Amount, columns: HashpriceColumns<'_>, usd: &mut [f64], sat: &mut [f64]) -> bool {
    let subsidy_sat = subsidy.to_sat().cast_signed();
    let inputs = columns.difficulty.iter().zip(columns.fees_per_block_sat).zip(columns.btc_price_usd);
    let mut clean = true;
    for (((difficulty, fees), price), (usd, sat)) in inputs.zip(usd.iter_mut().zip(sat)) {
        clean &= row_in_range(*difficulty, *fees, *price);
        // Below 2^53 where the fees are in range: exact. The price's -0.0 is 0.0, as the unit type does.
        let sat_per_block = subsidy_sat.wrapping_add(*fees) as f64;
        (*sat, *usd) = hashprices(difficulty * HASHES_PER_DIFFICULTY, sat_per_block, price + 0.0);
    }
    clean
}

#[inline]
#[expect(clippy::needless_bitwise_bool, reason = "a lazy operator would be a branch")]
fn row_in_range(difficulty: f64, fees: i64, price: f64) -> bool {
    let max_sat = Amount::MAX.to_sat().cast_signed();
    (difficulty >= Difficulty::MIN.get())
        & (difficulty <= Difficulty::MAX.get())
        & (fees >= 0)
        & (fees <= max_sat)
        & (price >= 0.0)
        & (price <= Price::MAX.get())
}

fn in_range(columns: &HashpriceColumns<'_>, row: usize) -> bool {
    row_in_range(columns.difficulty[row], columns.fees_per_block_sat[row], columns.btc_price_usd[row])
}

/// The first fault by column, then by row, of columns one of whose rows is out of range.
fn first_fault(columns: &HashpriceColumns<'_>) -> Error {
    fn find<T: Copy>(name: &str, values: &[T], check: impl Fn(T) -> Result<(), Error>) -> Option<Error> {
        let fault = values.iter().enumerate().find_map(|(row, value)| Some((row, check(*value).err()?)));
        fault.map(|(row, source)| source.at(FieldPath::new(name).index(row)))
    }
    find("difficulty", columns.difficulty, |value| Difficulty::new(value).map(drop))
        .or_else(|| {
            find("fees_per_block_sat", columns.fees_per_block_sat, |value| Amount::from_signed_sat(value).map(drop))
        })
        .or_else(|| find("btc_price_usd", columns.btc_price_usd, |value| Price::new(value).map(drop)))
        .unwrap_or_else(|| unreachable!("a row is out of range, so a unit refuses one of its values"))
}

//! Hashprice: what one petahash per second is expected to earn per day.
//!
//! A miner with hashrate `h` finds a block, on average, every `hashes per block / h` seconds, so one day of one
//! petahash earns
//!
//! ```text
//! hashprice = 86_400 · 10^15 · (subsidy + fees) / hashes per block      [BTC per PH/s per day]
//! ```
//!
//! The block interval does not appear: hashprice depends on the network only through its difficulty `D`, which stands
//! for `D · 2^32` hashes per block, the field's usual approximation. It is low by 1.5e-5 against the exact
//! `2^256 / (target + 1)`, which [`NetworkUsed::hashprice`](crate::network::NetworkUsed::hashprice) takes for a compact
//! target. Fees are an average over recent blocks; the customary window is 144 blocks (Luxor Hashprice Index
//! methodology). Pool fees are not part of it.

use hashinsight_units::columns::{OnBadRow, RowStatus, rows};
use hashinsight_units::{
    Amount, Difficulty, Error, HASHES_PER_DIFFICULTY, HASHES_PER_TH, MeanAmount, Price, Record, SAT_PER_BTC,
    SECONDS_PER_DAY, TH_PER_PH,
};

use super::BlockReward;

const HASHES_PER_PH: f64 = HASHES_PER_TH * TH_PER_PH; // 10^15, exact

/// Hashprice in bitcoin. In dollars it hangs on a price too, see [`to_usd_per_phs_day`](Self::to_usd_per_phs_day).
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct BtcHashprice {
    sat_per_phs_day: f64,
}

impl BtcHashprice {
    /// The one formula, from what a block takes and what it pays.
    #[inline]
    pub(crate) fn of(hashes_per_block: f64, sat_per_block: f64) -> Self {
        Self { sat_per_phs_day: HASHES_PER_PH * SECONDS_PER_DAY * sat_per_block / hashes_per_block }
    }

    /// What a block takes at a hashprice: the formula solved for it.
    pub(crate) fn hashes_per_block(sat_per_phs_day: f64, sat_per_block: f64) -> f64 {
        HASHES_PER_PH * SECONDS_PER_DAY * sat_per_block / sat_per_phs_day
    }

    /// What a day paid that is over: its reward over the network's hashrate.
    pub(super) fn realized(sat_of_day: f64, network_ths: f64) -> Self {
        Self { sat_per_phs_day: sat_of_day / (network_ths / TH_PER_PH) }
    }

    /// Satoshis per PH/s per day.
    pub const fn to_sat_per_phs_day(self) -> f64 {
        self.sat_per_phs_day
    }

    /// US dollars per PH/s per day at a price of bitcoin.
    pub fn to_usd_per_phs_day(self, price: Price) -> f64 {
        self.at(price.get())
    }

    #[inline]
    pub(crate) fn at(self, btc_price_usd: f64) -> f64 {
        self.sat_per_phs_day / SAT_PER_BTC * btc_price_usd
    }
}

/// Expected earnings of one PH/s per day at a difficulty.
///
/// Cannot fail: a `Difficulty` lies between 2^-32 and 2^224 and a reward is at most 42 million BTC, so nothing here
/// overflows, underflows or divides by zero. Relative error at most 3 ulp.
///
/// ```
/// use hashinsight_mining::reward::{BlockReward, hashprice};
/// use hashinsight_units::{Amount, Difficulty, MeanAmount, Price};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(5e6));
/// let price = hashprice(Difficulty::constant(1.3e14), reward);
/// assert_eq!(price.to_sat_per_phs_day().round(), 49_131.0);
/// assert!((price.to_usd_per_phs_day(Price::constant(100_000.0)) - 49.131).abs() < 1e-3);
/// ```
#[must_use]
pub fn hashprice(difficulty: Difficulty, reward: BlockReward) -> BtcHashprice {
    BtcHashprice::of(difficulty.get() * HASHES_PER_DIFFICULTY, reward.to_sat())
}

/// Inputs that all rows of [`hashprice_batch`] share.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashpriceBatchParams {
    /// New coins per block, in satoshis. A series across a halving is two batches.
    #[record(example = 312_500_000)]
    pub subsidy_sat: Amount,
    /// Treatment of rows with refused values.
    #[record(default = OnBadRow::Refuse)]
    pub on_bad_row: OnBadRow,
}

/// One row of [`hashprice_batch`]: a day, an hour or a block.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(columns = HashpriceColumns)]
#[non_exhaustive]
pub struct HashpriceRow {
    /// Difficulty of the network.
    pub difficulty: Difficulty,
    /// Mean transaction fees per block over a window of the caller's choice, in satoshis.
    pub fees_per_block_sat: MeanAmount,
    /// Price of one bitcoin, in USD.
    pub btc_price_usd: Price,
}

/// Answer of [`hashprice_batch`] to one row.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer, table = HashpriceTable)]
#[non_exhaustive]
pub struct HashpriceLine {
    /// Hashprice in US dollars per PH/s per day.
    pub hashprice_usd_per_phs_day: f64,
    /// Hashprice in satoshis per PH/s per day.
    pub hashprice_sat_per_phs_day: f64,
    /// State of the row.
    pub status: RowStatus,
}

/// [`hashprice`] for every row, to the same bits.
///
/// # Errors
/// A refused value of row 17 stands at `difficulty[17]`; `mining.<column>.length` where the columns differ in length.
///
/// ```
/// use hashinsight_mining::reward::{HashpriceBatchParams, HashpriceColumns, hashprice_batch};
/// use hashinsight_units::Amount;
/// let columns = HashpriceColumns {
///     difficulty: &[1.3e14, 1.4e14],
///     fees_per_block_sat: &[5_000_000.0, 4_000_000.5],
///     btc_price_usd: &[100_000.0, 101_000.0],
/// };
/// let table = hashprice_batch(&columns, &HashpriceBatchParams::new(Amount::constant(312_500_000)))?;
/// assert_eq!(table.hashprice_sat_per_phs_day[0].round(), 49_131.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn hashprice_batch(columns: &HashpriceColumns<'_>, params: &HashpriceBatchParams) -> Result<HashpriceTable, Error> {
    Ok(rows(*columns, params.on_bad_row, |part, out| lanes(params.subsidy_sat, part, out))?)
}

/// Computes a part, refused values too, which are overwritten: each row as [`BtcHashprice::of`] has it.
#[multiversion::multiversion(targets("x86_64+avx2", "x86_64+avx512f"))]
fn lanes(subsidy: Amount, part: HashpriceColumns<'_>, out: HashpriceTablePart<'_>) {
    let subsidy_sat = subsidy.to_sat() as f64;
    let inputs = part.difficulty.iter().zip(part.fees_per_block_sat).zip(part.btc_price_usd);
    let results = out.hashprice_usd_per_phs_day.iter_mut().zip(out.hashprice_sat_per_phs_day);
    for (((difficulty, fees), price), (usd, sat)) in inputs.zip(results) {
        // The price's -0.0 is 0.0, as the unit type does.
        let sat_per_block = subsidy_sat + fees;
        let hashprice = BtcHashprice::of(difficulty * HASHES_PER_DIFFICULTY, sat_per_block);
        (*sat, *usd) = (hashprice.sat_per_phs_day, hashprice.at(price + 0.0));
    }
}

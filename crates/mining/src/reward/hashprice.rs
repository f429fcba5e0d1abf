//! Hashprice: what one petahash per second earns per day.
//!
//! A miner with hashrate `h` finds a block, on average, every `hashes per block / h` seconds, so one day of one
//! petahash earns
//!
//! ```text
//! hashprice = 86_400 · 10^15 · (subsidy + fees) / hashes per block      [BTC per PH/s per day]
//! ```
//!
//! The block interval does not appear: hashprice depends on the network only through its difficulty. Fees are an
//! average over recent blocks; the customary window is 144 blocks (Luxor Hashprice Index methodology). Pool fees are
//! not part of it.
//!
//! The realized form divides what the network was paid on a day by the hashrate it had then, which is itself an
//! estimate from that day's blocks.

use hashinsight_units::{Amount, Hashrate, Price};

use super::BlockReward;
use super::expected::SAT_PER_BTC;
use crate::error;
use crate::network::{NetworkBasis, NetworkUsed};
use hashinsight_units::{Error, Outcome};

pub(crate) const SECONDS_PER_DAY: f64 = 86_400.0;
const THS_PER_PHS: f64 = 1e3;

/// What [`hashprice`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HashpriceRequest {
    /// How hard the network is.
    pub network_basis: NetworkBasis,
    /// New coins per block, in satoshis.
    pub subsidy_sat: Amount,
    /// Transaction fees per block, in satoshis, averaged over a window of the caller's choice.
    pub fees_per_block_sat: Amount,
    /// Price of one bitcoin in USD.
    pub btc_price_usd: Price,
}

/// What [`hashprice`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct HashpriceReport {
    /// The network as it was used.
    pub network: NetworkUsed,
    /// Satoshis per PH/s per day.
    pub hashprice_sat_per_phs_day: f64,
    /// US dollars per PH/s per day.
    pub hashprice_usd_per_phs_day: f64,
}

/// Both hashprices from the hashes that a block takes: satoshis and USD per PH/s per day. The batch form computes each
/// row with it.
#[inline]
pub(crate) fn hashprices(hashes_per_block: f64, sat_per_block: f64, btc_price_usd: f64) -> (f64, f64) {
    let sat = 1e15 * SECONDS_PER_DAY * sat_per_block / hashes_per_block;
    (sat, sat / SAT_PER_BTC * btc_price_usd)
}

/// Expected earnings of one PH/s per day.
///
/// # Errors
/// `mining.nbits.out_of_range`, `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{HashpriceRequest, hashprice};
/// use hashinsight_units::{Amount, Difficulty, Price};
/// let report = hashprice(&HashpriceRequest {
///     network_basis: NetworkBasis::Difficulty(Difficulty::new(1.3e14)?),
///     subsidy_sat: Amount::from_sat(312_500_000)?,
///     fees_per_block_sat: Amount::from_sat(5_000_000)?,
///     btc_price_usd: Price::new(100_000.0)?,
/// })?;
/// assert_eq!(report.hashprice_sat_per_phs_day.round(), 49_131.0);
/// assert!((report.hashprice_usd_per_phs_day - 49.131).abs() < 1e-3);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn hashprice(request: &HashpriceRequest) -> Result<HashpriceReport, Error> {
    let network = request.network_basis.resolve()?;
    let reward = BlockReward { subsidy: request.subsidy_sat, fees: request.fees_per_block_sat };
    let (sat, usd) = hashprices(network.hashes_per_block, reward.to_sat(), request.btc_price_usd.get());
    Ok(HashpriceReport { network, hashprice_sat_per_phs_day: sat, hashprice_usd_per_phs_day: usd })
}

/// What [`realized_hashprice`] is asked: one day of the network.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RealizedHashpriceRequest {
    /// The network's mean hashrate of the day in TH/s, as observed from its blocks.
    pub network_hashrate_ths: Hashrate,
    /// New coins of the day, in satoshis.
    pub daily_issuance_sat: Amount,
    /// Transaction fees of the day, in satoshis.
    pub daily_fees_sat: Amount,
    /// Price of one bitcoin in USD.
    pub btc_price_usd: Price,
}

/// What [`realized_hashprice`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct RealizedHashpriceReport {
    /// Satoshis per PH/s of that day.
    pub hashprice_sat_per_phs_day: f64,
    /// US dollars per PH/s of that day.
    pub hashprice_usd_per_phs_day: f64,
    /// The part of the reward that was fees.
    pub fee_share: Outcome,
}

/// What one PH/s was paid on a day that is over: all rewards of the day over the hashrate of the day.
///
/// # Errors
/// `mining.network_hashrate.out_of_range` below one hash in 600 s.
///
/// ```
/// use hashinsight_mining::reward::{RealizedHashpriceRequest, realized_hashprice};
/// use hashinsight_units::{Amount, Hashrate, Price};
/// // 2024-04-20, the day of the fourth halving and of the Runes
/// let day = realized_hashprice(&RealizedHashpriceRequest {
///     network_hashrate_ths: Hashrate::from_ths(558_271_813.8)?,
///     daily_issuance_sat: "406.25 BTC".parse()?,
///     daily_fees_sat: "1206.4665844 BTC".parse()?,
///     btc_price_usd: Price::new(64_907.993)?,
/// })?;
/// assert!((day.hashprice_usd_per_phs_day - 187.504).abs() < 1e-3);
/// assert!((day.fee_share.value().unwrap() - 0.7481).abs() < 1e-4);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn realized_hashprice(request: &RealizedHashpriceRequest) -> Result<RealizedHashpriceReport, Error> {
    let network = request.network_hashrate_ths;
    NetworkBasis::NetworkHashrateThs(network).resolve().map_err(|_| {
        let allowed = "at least one hash in 600 s";
        error::out_of_range("network_hashrate", "network_hashrate_ths", network.get(), allowed)
    })?;
    let reward = BlockReward { subsidy: request.daily_issuance_sat, fees: request.daily_fees_sat };
    let sat = reward.to_sat() / (network.get() / THS_PER_PHS);
    let fee_share = if reward.to_sat() == 0.0 {
        Outcome::Undefined { reason: "the day had no reward" }
    } else {
        Outcome::Value(reward.fees.to_sat() as f64 / reward.to_sat())
    };
    Ok(RealizedHashpriceReport {
        hashprice_sat_per_phs_day: sat,
        hashprice_usd_per_phs_day: sat / SAT_PER_BTC * request.btc_price_usd.get(),
        fee_share,
    })
}

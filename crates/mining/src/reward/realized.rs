//! Realized hashprice: what a day paid that is over.

use hashinsight_units::{Amount, Error, Hashrate, Outcome, Price, Record};

use super::BtcHashprice;
use crate::network::NetworkBasis;

/// Inputs of [`realized_hashprice`]: one day of the network.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RealizedHashpriceRequest {
    /// Mean hashrate of the network on the day, in TH/s, as observed from its blocks.
    #[record(example = 558_271_813)]
    pub network_hashrate_ths: Hashrate,
    /// New coins of the day, in satoshis.
    #[record(example = 40_625_000_000_u64)]
    pub daily_issuance_sat: Amount,
    /// Transaction fees of the day, in satoshis.
    #[record(example = 120_646_658_440_u64)]
    pub daily_fees_sat: Amount,
    /// Price of one bitcoin, in USD.
    #[record(example = 64_908)]
    pub btc_price_usd: Price,
}

/// Result of [`realized_hashprice`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RealizedHashpriceReport {
    /// Realized hashprice in satoshis per PH/s of the day.
    pub hashprice_sat_per_phs_day: f64,
    /// Realized hashprice in US dollars per PH/s of the day.
    pub hashprice_usd_per_phs_day: f64,
    /// Fraction of the reward that was fees; undefined for a day without reward.
    pub fee_share: Outcome,
}

/// What one PH/s was paid on a day that is over: all rewards of the day over the hashrate of the day, which is itself an
/// estimate from that day's blocks.
///
/// # Errors
/// `mining.network_hashrate.out_of_range` below one hash in 600 s.
///
/// ```
/// use hashinsight_mining::reward::{RealizedHashpriceRequest, realized_hashprice};
/// use hashinsight_units::{Hashrate, Price};
/// // 2024-04-20, the day of the fourth halving and of the Runes
/// let (issuance, fees) = ("406.25 BTC".parse()?, "1206.4665844 BTC".parse()?);
/// let (network, price) = (Hashrate::constant(558_271_813.8), Price::constant(64_907.993));
/// let day = realized_hashprice(&RealizedHashpriceRequest::new(network, issuance, fees, price))?;
/// assert!((day.hashprice_usd_per_phs_day - 187.504).abs() < 1e-3);
/// assert!((day.fee_share.value().unwrap() - 0.7481).abs() < 1e-4);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn realized_hashprice(request: &RealizedHashpriceRequest) -> Result<RealizedHashpriceReport, Error> {
    let network = request.network_hashrate_ths;
    NetworkBasis::NetworkHashrateThs(network).resolve()?; // as if there were a block of it: not of nothing
    let [issuance, fees] = [request.daily_issuance_sat, request.daily_fees_sat].map(|sat| sat.to_sat() as f64);
    let reward_sat = issuance + fees; // both below 2^53, and so is the sum: exact
    let hashprice = BtcHashprice::realized(reward_sat, network.get());
    let fee_share = if reward_sat == 0.0 {
        Outcome::Undefined { reason: "the day had no reward" }
    } else {
        Outcome::Value(fees / reward_sat)
    };
    Ok(RealizedHashpriceReport {
        hashprice_sat_per_phs_day: hashprice.to_sat_per_phs_day(),
        hashprice_usd_per_phs_day: hashprice.to_usd_per_phs_day(request.btc_price_usd),
        fee_share,
    })
}

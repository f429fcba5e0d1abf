//! Documents of reward: typed functions of [`reward`](super) with a request in and a report out, as other languages see
//! them.

use hashinsight_units::{Error, Record};

use super::Market;
use crate::network::NetworkUsed;

/// Inputs of [`hashprice`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HashpriceRequest {
    /// How hard a block is, what it pays, and what a bitcoin costs.
    #[record(flatten)]
    pub market: Market,
}

/// Result of [`hashprice`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct HashpriceReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Hashprice in satoshis per PH/s per day.
    pub hashprice_sat_per_phs_day: f64,
    /// Hashprice in US dollars per PH/s per day.
    pub hashprice_usd_per_phs_day: f64,
}

/// Expected earnings of one PH/s per day, by difficulty, compact target or hashrate of the network.
///
/// # Errors
/// `mining.nbits.out_of_range`, `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{BlockReward, Chain, HashpriceRequest, Market, document};
/// use hashinsight_units::{Amount, Difficulty, MeanAmount, Price};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(5e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward);
/// let report = document::hashprice(&HashpriceRequest::new(Market::new(chain, Price::constant(100_000.0))))?;
/// assert_eq!(report.hashprice_sat_per_phs_day.round(), 49_131.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn hashprice(request: &HashpriceRequest) -> Result<HashpriceReport, Error> {
    let Market { chain, btc_price_usd } = request.market;
    let network = request.market.network()?;
    let hashprice = network.hashprice(chain.reward);
    Ok(HashpriceReport {
        network,
        hashprice_sat_per_phs_day: hashprice.to_sat_per_phs_day(),
        hashprice_usd_per_phs_day: hashprice.to_usd_per_phs_day(btc_price_usd),
    })
}

//! Effective spread and impact out of a tape of trades, as a document.

use hashinsight_units::{AssetPrice, At, Error, Finite, Outcome, Record};

use super::impact::{kyle_lambda, roll_spread};
use crate::refuse::length;

/// Inputs of [`trade_costs`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct TradeCostsRequest {
    /// Trade prices, oldest first, in quote currency per unit of base.
    pub prices: Vec<AssetPrice>,
    /// Signed volumes from each price to the next, in units of base, buys positive: one fewer than prices. Absent: not known.
    pub signed_volumes_base: Option<Vec<Finite>>,
}

/// Result of [`trade_costs`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct TradeCostsReport {
    /// Effective spread by Roll's formula, in quote currency; undefined where successive changes are positively correlated.
    pub roll_spread: Outcome,
    /// Kyle's lambda with an intercept, in quote currency per unit of base and unit of base. Absent: volumes are not known.
    pub kyle_lambda: Option<f64>,
    /// Standard error of Kyle's lambda. Absent: volumes are not known, or too few.
    pub kyle_standard_error: Option<f64>,
    /// Kyle's lambda of the line through the origin, in the same unit. Absent: volumes are not known.
    pub kyle_lambda_through_origin: Option<f64>,
}

/// Effective spread ([`roll_spread`]) and impact ([`kyle_lambda`]) of a tape.
///
/// ```
/// use hashinsight_signals::modules::microstructure::{TradeCostsRequest, trade_costs};
/// use hashinsight_units::{AssetPrice, Finite};
/// let prices = [100.0, 100.2, 100.0, 100.4].map(AssetPrice::constant).to_vec();
/// let volumes = [1.0, -1.0, 2.0].map(Finite::constant).to_vec();
/// let costs = trade_costs(&TradeCostsRequest::new(prices).signed_volumes_base(volumes))?;
/// assert!((costs.kyle_lambda_through_origin.unwrap() - 0.2).abs() < 1e-12);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `signals.signed_volumes_base.length`, and what the two functions refuse.
pub fn trade_costs(request: &TradeCostsRequest) -> Result<TradeCostsReport, Error> {
    let prices: Vec<f64> = request.prices.iter().map(|price| price.get()).collect();
    let roll_spread = roll_spread(&prices)?;
    let Some(volumes) = &request.signed_volumes_base else {
        let none = None;
        return Ok(TradeCostsReport {
            roll_spread,
            kyle_lambda: none,
            kyle_standard_error: none,
            kyle_lambda_through_origin: none,
        });
    };
    let volumes: Vec<f64> = volumes.iter().map(|volume| volume.get()).collect();
    let changes: Vec<f64> = prices.windows(2).map(|pair| pair[1] - pair[0]).collect();
    if volumes.len() != changes.len() {
        return Err(length("signed_volumes_base", volumes.len(), changes.len()));
    }
    let with = kyle_lambda(&volumes, &changes, true).at("signed_volumes_base")?;
    let through = kyle_lambda(&volumes, &changes, false).at("signed_volumes_base")?;
    Ok(TradeCostsReport {
        roll_spread,
        kyle_lambda: Some(with.lambda),
        kyle_standard_error: with.standard_error,
        kyle_lambda_through_origin: Some(through.lambda),
    })
}

//! Derivatives of prices, in the form that all of them share.

use hashinsight_units::Record;

/// Derivatives of a price by its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PriceGreeks {
    /// Delta: change of the price per unit of spot.
    pub delta: f64,
    /// Gamma: change of delta per unit of spot.
    pub gamma: f64,
    /// Vega: change of the price per 1.00 of volatility (between jumps, where the model has them).
    pub vega: f64,
    /// Theta: change of the price per year of calendar time; negative where value decays.
    pub theta: f64,
    /// Rho: change of the price per 1.00 of the riskless rate.
    pub rho: f64,
    /// Yield rho: change of the price per 1.00 of the yield.
    pub yield_rho: f64,
    /// Vanna: change of delta per 1.00 of volatility.
    pub vanna: f64,
    /// Volga: change of vega per 1.00 of volatility.
    pub volga: f64,
    /// Charm: change of delta per year of calendar time.
    pub charm: f64,
}

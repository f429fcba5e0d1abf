//! What options have in common.

use hashinsight_market::OptionKind;
use hashinsight_units::columns::CHUNK;
use hashinsight_units::{AssetPrice, Rate, Record, Volatility, Years};

/// Lognormal price of an asset until an expiry, under the risk-neutral measure.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Lognormal {
    /// Time to expiry, in years of 365 days.
    #[record(example = 0.25)]
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Yield of holding the asset per year, continuously compounded: dividends, or the funding that a long receives.
    #[record(example = 0)]
    pub yield_per_year: Rate,
    /// Volatility per square root of a year; between jumps, where the model has them.
    #[record(example = 0.65)]
    pub volatility: Volatility,
}

/// European option on a lognormal price.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct EuropeanOption {
    /// Kind of the option: call or put.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 65000)]
    pub strike: AssetPrice,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
}

/// +1 for a call, -1 for a put.
pub(crate) const fn sign(kind: OptionKind) -> f64 {
    match kind {
        OptionKind::Call => 1.0,
        OptionKind::Put => -1.0,
    }
}

/// The signs of a part of a column: numbers, so that a loop over them becomes lanes.
pub(super) fn signs(kinds: &[OptionKind]) -> [f64; CHUNK] {
    let mut signs = [0.0; CHUNK];
    for (sign_of, kind) in signs.iter_mut().zip(kinds) {
        *sign_of = sign(*kind);
    }
    signs
}

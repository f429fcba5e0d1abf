//! Margin and liquidation, option and barrier pricing, implied volatility, jump models and path simulation.

#![forbid(unsafe_code)]

mod batch;
pub mod chain;
mod error;
pub mod estimation;
mod level;
pub mod margin;
mod measure;
pub mod pricing;
mod quantity;
pub mod simulate;

pub use error::DerivativesError;
pub use level::PriceLevel;
pub use measure::Measure;
pub use quantity::{AssetPrice, Balance, Collateral, Intensity, LogMove, Quantity, Rate, TailRate, Volatility, Years};

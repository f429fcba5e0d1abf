//! Quantities that cannot be mixed up, and the error that crosses every border.
//!
//! A mining or insurance calculation goes wrong most often at a unit: terahash for exahash, percent for fraction, dollars per megawatt-hour for
//! dollars per kilowatt-hour, bitcoin for satoshi. Here each quantity is a sealed type. It is checked once, at the door, and from then on every
//! function that takes it can rely on its range.
//!
//! | kind | types | stored as |
//! |---|---|---|
//! | bitcoin | [`Amount`], [`SignedAmount`] | integer satoshis, at most 21 million BTC |
//! | mean of bitcoin amounts | [`MeanAmount`] | `f64` in satoshis |
//! | booked fiat money | [`Money`], [`Currency`], [`Rounding`], [`ExchangeRate`] | `Decimal` with its currency |
//! | estimates | [`Hashrate`], [`Power`], [`Energy`], [`EnergyPrice`], [`Efficiency`], [`Difficulty`], [`Price`], [`Usd`], [`Hashprice`] | `f64` in one named unit |
//! | markets | [`AssetPrice`], [`Quantity`], [`Collateral`], [`Balance`], [`Rate`], [`Volatility`], [`Years`], [`DiscountRate`] | `f64` |
//! | pure numbers | [`Fraction`] (0..=1), [`Ratio`] (may exceed 1) | `f64` |
//! | chain and time | [`Height`], [`Timestamp`] (Unix ms, UTC), [`Date`], [`UtcOffset`], [`Days`], [`Seconds`] | integers, or `f64` spans |
//! | answers | [`Verdict`] | yes, no, cannot say |
//!
//! Every constructor returns [`Error`] on a value outside the documented range, NaN and infinities included; `-0.0` becomes `0.0`.
//! The serde form is the bare number in the stored unit (text for decimals and dates), refuses what the constructor refuses, and the
//! round trip is the identity.
//!
//! ```
//! use hashinsight_units::{EnergyPrice, Hashrate, Power};
//!
//! let machine: Hashrate = "200 TH/s".parse()?;
//! assert_eq!(machine.to_hs(), 2e14);
//! let draw = Power::from_kw(3.5)?;
//! assert_eq!((draw / machine)?.to_string(), "17.5 J/TH");
//! let price: EnergyPrice = "60 USD/MWh".parse()?;
//! assert_eq!(price.get(), 0.06);
//! assert!(Hashrate::from_ths(-1.0).is_err());
//! # Ok::<(), hashinsight_units::Error>(())
//! ```

extern crate self as hashinsight_units; // the derive of records names this crate

mod amount;
pub mod columns;
mod date;
mod energy;
mod error;
mod factor;
mod fault;
mod hashrate;
pub mod json;
mod market;
mod mean_amount;
mod money;
mod order;
mod outcome;
mod price;
mod pure;
mod quantity;
pub mod record;
#[cfg(feature = "schema")]
mod schema;
mod time;
mod verdict;
pub mod wire;

pub use amount::{Amount, SignedAmount};
pub use date::{Date, UtcOffset};
pub use energy::{Efficiency, Energy, EnergyPrice, Power};
pub use error::{At, Error};
pub use factor::{
    HASHES_PER_DIFFICULTY, HASHES_PER_TH, HOURS_PER_DAY, MS_PER_DAY, SAT_PER_BTC, SECONDS_PER_DAY, TH_PER_PH, W_PER_KW,
};
pub use fault::{Fault, FieldPath, Problem, Shown};
pub use hashrate::{Difficulty, Hashrate};
pub use market::{
    AssetPrice, Balance, Collateral, DiscountRate, Finite, Intensity, LogMove, Quantity, Rate, TailRate, Volatility,
    Years,
};
pub use mean_amount::MeanAmount;
pub use money::{Currency, ExchangeRate, Money, Rounding};
pub use order::Order;
pub use outcome::Outcome;
pub use price::{Hashprice, Price, Usd};
pub use pure::{Fraction, Ratio};
pub use time::{Days, Height, Seconds, Timestamp};
pub use verdict::Verdict;

/// Declares a record, see [`record`].
pub use hashinsight_macros::Record;
/// The decimal type of booked money.
pub use rust_decimal::Decimal;

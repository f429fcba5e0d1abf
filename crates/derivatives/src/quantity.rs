//! The quantities of this crate: sealed, checked once at the door, so that no formula behind them overflows.

use serde::de::{Error, Unexpected};

use crate::DerivativesError;
use crate::batch::{Bounded, Range};

macro_rules! quantity {
    (
        $(#[$doc:meta])*
        $name:ident, $field:literal, in $unit:literal, $low:literal..=$high:literal $(, if not 0 from $least:literal)?,
        allowed $allowed:literal
    ) => {
        $(#[$doc])*
        ///
        /// ```
        #[doc = concat!("use hashinsight_derivatives::", stringify!($name), ";")]
        #[doc = concat!("assert_eq!(", stringify!($name), "::new(1.0)?.get(), 1.0);")]
        #[doc = concat!("assert!(", stringify!($name), "::new(f64::NAN).is_err());")]
        /// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// The least value.
            pub const MIN: Self = Self($low);
            /// The greatest value.
            pub const MAX: Self = Self($high);

            /// Checks a number in the stored unit.
            ///
            /// # Errors
            #[doc = concat!("[`DerivativesError`] unless the value is ", $allowed, ".")]
            pub fn new(value: f64) -> Result<Self, DerivativesError> {
                Self::check($field, value)
            }

            /// As [`new`](Self::new), refusing in the name of a field.
            pub(crate) fn check(field: &'static str, value: f64) -> Result<Self, DerivativesError> {
                if Self::RANGE.holds(value) {
                    return Ok(Self(value + 0.0)); // -0.0 becomes 0.0
                }
                Err(DerivativesError::refuse(field, value, $allowed))
            }

            /// The number in the stored unit.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Bounded for $name {
            const RANGE: Range = Range::new($low, $high)$(.zero_or_from($least))?;
            const ALLOWED: &'static str = $allowed;
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = f64::deserialize(deserializer)?;
                Self::new(value).map_err(|_| D::Error::invalid_value(Unexpected::Float(value), &$allowed))
            }
        }

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "number", "minimum": $low, "maximum": $high, "x-unit": $unit })
            }
        }
    };
}

quantity! {
    /// A price of something that trades, in its quote currency.
    AssetPrice, "price", in "quote currency", 1e-18..=1e18, allowed "1e-18 to 1e18"
}

quantity! {
    /// A size: units of base for linear contracts and options, contracts of one quote unit for inverse ones.
    Quantity, "quantity", in "base units or contracts", 1e-18..=1e18, allowed "1e-18 to 1e18"
}

quantity! {
    /// An amount of margin currency that may be nothing.
    Collateral, "collateral", in "margin currency", 0.0..=1e18, allowed "0 to 1e18"
}

quantity! {
    /// An amount of margin currency that may be a loss.
    Balance, "balance", in "margin currency", -1e15..=1e15, allowed "-1e15 to 1e15"
}

quantity! {
    /// A volatility: standard deviation of the logarithm per square root of a year, a fraction and not percent.
    /// Above 0 it is at least 1e-9: what is smaller means none, and would only overflow.
    Volatility, "volatility", in "per square root of a year", 0.0..=20.0, if not 0 from 1e-9,
    allowed "0, or 1e-9 to 20 (a fraction, not percent)"
}

quantity! {
    /// A continuously compounded rate, yield or drift per year, a fraction and not percent.
    Rate, "rate", in "per year", -10.0..=10.0, allowed "-10 to 10 (a fraction, not percent)"
}

quantity! {
    /// A span in years of 365 days.
    /// Above 0 it is at least 1e-12, a thirtieth of a millisecond.
    Years, "years", in "years", 0.0..=30.0, if not 0 from 1e-12, allowed "0, or 1e-12 to 30"
}

quantity! {
    /// A number of events per year.
    Intensity, "intensity", in "per year", 0.0..=10000.0, allowed "0 to 10000"
}

quantity! {
    /// A jump, drawdown or distance in the logarithm of the price.
    LogMove, "log_move", in "log price", -10.0..=10.0, allowed "-10 to 10"
}

quantity! {
    /// Rate of an exponential distribution of jumps in the logarithm: its inverse is the mean jump.
    TailRate, "tail_rate", in "per unit of log price", 1e-3..=1e6, allowed "0.001 to 1e6"
}

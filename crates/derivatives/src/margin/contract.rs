//! Kinds of contract and sides of a position.

/// In which currency a contract is margined and settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ContractKind {
    /// In the quote currency (USDT-margined): quantity in units of base.
    Linear,
    /// In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
    Inverse,
}

/// Which way a position profits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// From rising prices.
    Long,
    /// From falling prices.
    Short,
}

impl Side {
    /// +1 for long, -1 for short.
    pub const fn sign(self) -> f64 {
        match self {
            Self::Long => 1.0,
            Self::Short => -1.0,
        }
    }
}

impl ContractKind {
    /// The value of one unit of quantity in margin currency: the price, or its inverse. Its own inverse function, too.
    pub(crate) fn unit_value(self, price: f64) -> f64 {
        match self {
            Self::Linear => price,
            Self::Inverse => 1.0 / price,
        }
    }

    /// The value of a quantity in margin currency, rounded once.
    pub(crate) fn notional(self, quantity: f64, price: f64) -> f64 {
        match self {
            Self::Linear => quantity * price,
            Self::Inverse => quantity / price,
        }
    }

    /// The sign with which a position profits from a rising unit value.
    pub(crate) fn orientation(self, side: Side) -> f64 {
        match self {
            Self::Linear => side.sign(),
            Self::Inverse => -side.sign(),
        }
    }
}

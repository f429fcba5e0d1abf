//! Kinds of contract and sides of a position.

use hashinsight_units::{AssetPrice, Record};

/// Kind of a contract: the currency in which it is margined and settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum ContractKind {
    /// In the quote currency (USDT-margined): quantity in units of base.
    Linear,
    /// In the coin itself (coin-margined): quantity in contracts of one unit of quote currency.
    Inverse,
}

/// Side of a position: which way it profits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
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
    /// Value of one unit of quantity in margin currency: the price, or its inverse. Its own inverse function, too.
    pub(crate) fn unit_value(self, price: f64) -> f64 {
        match self {
            Self::Linear => price,
            Self::Inverse => 1.0 / price,
        }
    }

    /// Value of a quantity in margin currency, rounded once.
    pub(crate) fn notional(self, quantity: f64, price: f64) -> f64 {
        match self {
            Self::Linear => quantity * price,
            Self::Inverse => quantity / price,
        }
    }

    /// Sign with which a position profits from a rising unit value.
    pub(crate) fn orientation(self, side: Side) -> f64 {
        match self {
            Self::Linear => side.sign(),
            Self::Inverse => -side.sign(),
        }
    }

    /// Price of a unit value; `None` where no price has it.
    pub(crate) fn price(self, unit_value: f64) -> Option<f64> {
        let price = self.unit_value(unit_value);
        (unit_value > 0.0 && AssetPrice::new(price).is_ok()).then_some(price)
    }
}

//! A position and what stands behind it.

use hashinsight_units::{AssetPrice, Balance, Collateral, Quantity, Record};

use super::{ContractKind, Side};

/// Position in a leveraged contract.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Position {
    /// Kind of the contract: linear or inverse.
    #[record(example = "linear")]
    pub contract: ContractKind,
    /// Side of the position: long or short.
    #[record(example = "long")]
    pub side: Side,
    /// Size of the position: units of base (linear) or contracts of one quote unit (inverse).
    #[record(example = 0.5)]
    pub quantity: Quantity,
    /// Average entry price, in quote currency.
    #[record(example = 60000)]
    pub entry_price: AssetPrice,
}

/// Margin that backs a position, in margin currency: its own, or the account that it shares with others.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum MarginMode {
    /// Only what was set aside for it.
    Isolated {
        /// Margin of the position before funding, in margin currency.
        #[record(example = 3000)]
        margin: Collateral,
    },
    /// The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.
    Cross {
        /// Balance of the wallet, without unrealized profit, in margin currency.
        #[record(example = 5000)]
        wallet_balance: Balance,
        /// Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included.
        #[record(example = 800)]
        other_maintenance: Collateral,
        /// Unrealized profit of the account's other positions, in margin currency, at prices that do not move.
        #[record(example = -250)]
        other_unrealized: Balance,
    },
}

impl MarginMode {
    /// Equity but for this position's profit and the funding it paid.
    pub(crate) fn available(self) -> f64 {
        match self {
            Self::Isolated { margin } => margin.get(),
            Self::Cross { wallet_balance, other_unrealized, .. } => wallet_balance.get() + other_unrealized.get(),
        }
    }

    /// Requirement of the other positions on the same equity.
    pub(crate) fn other_requirement(self) -> f64 {
        match self {
            Self::Isolated { .. } => 0.0,
            Self::Cross { other_maintenance, .. } => other_maintenance.get(),
        }
    }
}

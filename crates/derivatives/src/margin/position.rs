//! What stands behind a position.

use crate::{Balance, Collateral};

/// The margin that a position can lose, in margin currency.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MarginMode {
    /// Only what was set aside for it.
    Isolated {
        /// Margin of the position, before funding.
        margin: Collateral,
    },
    /// The whole account, less what its other positions need.
    Cross {
        /// Balance of the wallet, without unrealized profit.
        wallet_balance: Balance,
        /// Maintenance margin of the other positions.
        other_maintenance: Collateral,
        /// Unrealized profit of the other positions, at prices that do not move.
        other_unrealized: Balance,
    },
}

impl MarginMode {
    /// What this position can lose before it falls short.
    pub(crate) fn available(self) -> f64 {
        match self {
            Self::Isolated { margin } => margin.get(),
            Self::Cross { wallet_balance, other_maintenance, other_unrealized } => {
                wallet_balance.get() - other_maintenance.get() + other_unrealized.get()
            }
        }
    }
}

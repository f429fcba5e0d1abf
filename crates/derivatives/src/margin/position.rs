//! What stands behind a position.

use crate::{Balance, Collateral};

/// What backs a position, in margin currency: its own margin, or the account that it shares with others.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum MarginMode {
    /// Only what was set aside for it.
    Isolated {
        /// Margin of the position, before funding.
        margin: Collateral,
    },
    /// The whole account. Equity, margin ratio, leverage, margin call and bankruptcy are then the account's.
    Cross {
        /// Balance of the wallet, without unrealized profit, in margin currency.
        wallet_balance: Balance,
        /// Maintenance margin of the account's other positions, in margin currency; a closing fee that the venue counts included.
        other_maintenance: Collateral,
        /// Unrealized profit of the account's other positions, in margin currency, at prices that do not move.
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

    /// What the other positions on the same equity require.
    pub(crate) fn other_requirement(self) -> f64 {
        match self {
            Self::Isolated { .. } => 0.0,
            Self::Cross { other_maintenance, .. } => other_maintenance.get(),
        }
    }
}

//! Backtest, sweeps, metrics and scenarios.

use crate::operation::operations;

operations! { treasury:
}

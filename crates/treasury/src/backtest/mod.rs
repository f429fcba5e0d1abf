//! Backtest of a policy over bars, with costs, mined income and dated expenses.

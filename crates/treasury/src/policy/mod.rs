//! Sell policies: one object that decides live, in backtest and in simulation.

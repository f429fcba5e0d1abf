//! The tests of this crate, in one program.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod bad_input;
mod barriers;
mod batches;
mod cases;
mod curves;
mod determinism;
mod differential;
mod discrete;
mod drawdown;
mod greeks;
mod jumps;
mod laws;
mod margin;
mod moving_account;
mod observed;
mod options;
mod peer_accounts;
mod peers;
mod reference;
mod simulate;
mod smile;
mod svi;
mod touch_values;
mod trials;
mod watch_greeks;

use hashinsight_market::TierTable;
use hashinsight_units::{AssetPrice, Rate, Volatility, Years};

const BINANCE_BTCUSDT: &str = include_str!("../src/golden/binance_btcusdt.json");

/// Binance's margin table of `BTCUSDT` on 2024-10-24.
fn binance_btcusdt() -> TierTable {
    serde_json::from_str(BINANCE_BTCUSDT).unwrap()
}

/// A changed copy.
fn with<T: Clone>(base: &T, change: impl FnOnce(&mut T)) -> T {
    let mut changed = base.clone();
    change(&mut changed);
    changed
}

fn price(value: f64) -> AssetPrice {
    AssetPrice::new(value).unwrap()
}

fn rate(value: f64) -> Rate {
    Rate::new(value).unwrap()
}

fn years(value: f64) -> Years {
    Years::new(value).unwrap()
}

fn sigma(value: f64) -> Volatility {
    Volatility::new(value).unwrap()
}

//! Margin tables as they once stood, for examples and tests. Venues change them often: live figures are data that the caller brings.

use hashinsight_market::{TierTable, TierTableColumns};
use hashinsight_units::{Currency, Timestamp, UnitError};

use crate::DerivativesError;

/// Binance USDⓈ-M `BTCUSDT` on 2024-10-24 (as published in `freqtrade`'s `binance_leverage_tiers.json` of that day): 12 tiers.
///
/// ```
/// let table = hashinsight_derivatives::margin::binance_btcusdt()?;
/// assert_eq!(table.tier_at(1e6).map(|tier| tier.deduction()), Some(950.0));
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// None in practice: the table is checked like any other.
pub fn binance_btcusdt() -> Result<TierTable, DerivativesError> {
    table(
        "binance_usdm",
        1_729_728_000_000,
        &[
            50_000.0,
            600_000.0,
            3_000_000.0,
            12_000_000.0,
            70_000_000.0,
            100_000_000.0,
            230_000_000.0,
            480_000_000.0,
            600_000_000.0,
            800_000_000.0,
            1_200_000_000.0,
            1_800_000_000.0,
        ],
        &[0.004, 0.005, 0.0065, 0.01, 0.02, 0.025, 0.05, 0.1, 0.125, 0.15, 0.25, 0.5],
        &[
            0.0,
            50.0,
            950.0,
            11_450.0,
            131_450.0,
            481_450.0,
            2_981_450.0,
            14_481_450.0,
            26_481_450.0,
            41_481_450.0,
            121_481_450.0,
            421_481_450.0,
        ],
        &[125.0, 100.0, 75.0, 50.0, 25.0, 20.0, 10.0, 5.0, 4.0, 3.0, 2.0, 1.0],
    )
}

/// Bybit linear `BTCUSDT`, 20 tiers, from its page of margin parameters. The page carries no date: the table's time is that of its
/// collection, 2026-11-21.
///
/// ```
/// let table = hashinsight_derivatives::margin::bybit_btcusdt()?;
/// assert_eq!(table.last().map(|tier| tier.deduction()), Some(1_482_000.0));
/// # Ok::<(), hashinsight_derivatives::DerivativesError>(())
/// ```
///
/// # Errors
/// None in practice: the table is checked like any other.
pub fn bybit_btcusdt() -> Result<TierTable, DerivativesError> {
    table(
        "bybit_linear",
        1_795_219_200_000,
        &[
            2_000_000.0,
            2_600_000.0,
            3_200_000.0,
            3_800_000.0,
            4_400_000.0,
            5_000_000.0,
            5_600_000.0,
            8_500_000.0,
            10_000_000.0,
            14_000_000.0,
            20_000_000.0,
            28_000_000.0,
            38_000_000.0,
            50_000_000.0,
            55_000_000.0,
            60_000_000.0,
            65_000_000.0,
            70_000_000.0,
            75_000_000.0,
            80_000_000.0,
        ],
        &[
            0.005, 0.0056, 0.0063, 0.0067, 0.0071, 0.0077, 0.0091, 0.01, 0.013, 0.015, 0.016, 0.02, 0.025, 0.029, 0.03,
            0.035, 0.036, 0.038, 0.04, 0.045,
        ],
        &[
            0.0,
            1_200.0,
            3_020.0,
            4_300.0,
            5_820.0,
            8_460.0,
            15_460.0,
            20_500.0,
            46_000.0,
            66_000.0,
            80_000.0,
            160_000.0,
            300_000.0,
            452_000.0,
            502_000.0,
            777_000.0,
            837_000.0,
            967_000.0,
            1_107_000.0,
            1_482_000.0,
        ],
        &[
            100.0, 90.0, 80.0, 75.0, 70.0, 65.0, 55.0, 50.0, 45.0, 40.0, 35.0, 30.0, 25.0, 20.0, 19.0, 18.0, 17.0,
            16.0, 15.0, 14.0,
        ],
    )
}

fn table(
    source: &str,
    time_ms: i64,
    caps: &[f64],
    rates: &[f64],
    deductions: &[f64],
    leverages: &[f64],
) -> Result<TierTable, DerivativesError> {
    let unit = |error: UnitError| hashinsight_market::MarketError::Unit { path: "time_ms".into(), source: error };
    let currency: Currency = "USDT".parse().map_err(unit)?;
    Ok(TierTable::from_columns(TierTableColumns {
        source: source.parse()?,
        instrument: "BTCUSDT".parse()?,
        margin_currency: currency,
        time_ms: Timestamp::from_ms(time_ms).map_err(unit)?,
        notional_floor: std::iter::once(0.0).chain(caps.iter().copied()).take(caps.len()).collect(),
        notional_cap: caps.to_vec(),
        maintenance_rate: rates.to_vec(),
        deduction: deductions.to_vec(),
        max_leverage: leverages.to_vec(),
    })?)
}

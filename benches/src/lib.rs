//! The inputs that benches and comparisons share, so that a kernel and its peer see the same bits.
//!
//! `cargo xtask bench` runs the benches of `kernels/`, one file per family. `cargo xtask bench --peers` runs each kernel
//! beside another implementation of the same thing, in one process and on one input, and prints the ratios
//! (`src/bin/peers.rs`, `peers/python.py`).

use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::profit::{OnBadRow, ProfitBatchParams, ProfitColumns};
use hashinsight::numerics::Philox;
use hashinsight::units::{Amount, Days, Difficulty, Fraction, UnitError};

/// Difficulty of the epoch that began at height 951,552.
pub const DIFFICULTY: f64 = 138_955_357_012_247.3;

/// A request of `mining.profit` with every field.
pub const PROFIT_REQUEST: &str = concat!(
    r#"{"hashrate_ths":200,"power_w":3500,"network_basis":{"difficulty":138955357012247.3},"subsidy_sat":312500000,"#,
    r#""fees_per_block_sat":2000000,"btc_price_usd":73674,"pool_fee":0.02,"power_price_usd_per_kwh":0.05,"days":30,"#,
    r#""uptime":0.98,"hosting_fee_usd_per_kwh":0.01,"maintenance_usd_per_day":0.2,"machine_price_usd":3200,"#,
    r#""useful_life_days":1460}"#
);

/// So many numbers, evenly spread over a range in no order.
#[must_use]
pub fn spread(stream: u64, count: usize, low: f64, high: f64) -> Vec<f64> {
    let mut values = vec![0.0; count];
    Philox::new(20_260_531).fill_uniform(stream, 0, &mut values);
    values.iter().map(|u| low + (high - low) * u).collect()
}

/// Columns of a profit batch.
#[derive(Clone, Debug)]
pub struct Fleet {
    /// TH/s.
    pub hashrate_ths: Vec<f64>,
    /// Watts.
    pub power_w: Vec<f64>,
    /// USD/kWh.
    pub power_price_usd_per_kwh: Vec<f64>,
    /// USD.
    pub btc_price_usd: Vec<f64>,
}

impl Fleet {
    /// So many machines.
    #[must_use]
    pub fn of(rows: usize) -> Self {
        Self {
            hashrate_ths: spread(0, rows, 10.0, 600.0),
            power_w: spread(1, rows, 1000.0, 8000.0),
            power_price_usd_per_kwh: spread(2, rows, -0.01, 0.12),
            btc_price_usd: spread(3, rows, 20_000.0, 150_000.0),
        }
    }

    /// The columns.
    #[must_use]
    pub fn columns(&self) -> ProfitColumns<'_> {
        ProfitColumns {
            hashrate_ths: &self.hashrate_ths,
            power_w: &self.power_w,
            power_price_usd_per_kwh: &self.power_price_usd_per_kwh,
            btc_price_usd: &self.btc_price_usd,
        }
    }
}

/// What the rows of a profit batch share.
///
/// # Errors
/// None: the figures lie within their units.
pub fn profit_params() -> Result<ProfitBatchParams, UnitError> {
    Ok(ProfitBatchParams {
        network_basis: NetworkBasis::Difficulty(Difficulty::new(DIFFICULTY)?),
        subsidy_sat: Amount::from_sat(312_500_000)?,
        fees_per_block_sat: Amount::from_sat(2_000_000)?,
        pool_fee: Fraction::new(0.02)?,
        days: Days::new(30.0)?,
        uptime: Some(Fraction::new(0.98)?),
        hosting_fee_usd_per_kwh: None,
        maintenance_usd_per_day: None,
        on_bad_row: OnBadRow::Refuse,
    })
}

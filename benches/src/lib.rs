//! The inputs that benches and comparisons share, so that a kernel and its peer see the same bits.
//!
//! `cargo xtask bench` runs the benches of `kernels/`, one file per family. `cargo xtask bench --peers` runs each kernel
//! beside another implementation of the same thing, in one process and on one input, and prints the ratios
//! (`src/bin/peers.rs`, `peers/python.py`).

pub mod ledger;

use hashinsight::derivatives::pricing::{
    BarrierSide, HitProbabilityBatchParams, HitProbabilityColumns, ImpliedVolatilityBatchParams,
    ImpliedVolatilityColumns, ImpliedVolatilityRequest, VanillaBatchParams, VanillaColumns, vanilla_batch,
};
use hashinsight::market::OptionKind;
use hashinsight::mining::network::NetworkBasis;
use hashinsight::mining::profit::{ProfitBatchParams, ProfitColumns};
use hashinsight::mining::reward::{BlockReward, Chain, PoolFee};
use hashinsight::numerics::Philox;
use hashinsight::units::{Amount, AssetPrice, Collateral, Days, Difficulty, Error, Fraction, Rate, Years};

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
pub fn profit_params() -> Result<ProfitBatchParams, Error> {
    let reward = BlockReward::new(Amount::from_sat(312_500_000)?, Amount::from_sat(2_000_000)?.into());
    let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::new(DIFFICULTY)?), reward);
    Ok(ProfitBatchParams::new(chain, PoolFee::new(0.02)?, Days::new(30.0)?).uptime(Fraction::new(0.98)?))
}

/// Columns of options: a month of strikes and volatilities around a spot of 100, undiscounted.
#[derive(Clone, Debug)]
pub struct Options {
    /// Call or put: whichever is out of the money, where the price has all digits of the time value.
    pub kind: Vec<OptionKind>,
    /// Price now, which is the forward too.
    pub spot: Vec<f64>,
    /// Exercise price.
    pub strike: Vec<f64>,
    /// A level below.
    pub barrier: Vec<f64>,
    /// Years to expiry.
    pub years: Vec<f64>,
    /// Volatility per square root of a year.
    pub volatility: Vec<f64>,
    /// What the options cost at that volatility.
    pub price: Vec<f64>,
}

impl Options {
    /// So many options.
    ///
    /// # Panics
    /// Never: the values are in range.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the inputs are ours")]
    pub fn of(rows: usize) -> Self {
        let mut options = Self {
            kind: vec![OptionKind::Call; rows],
            spot: spread(20, rows, 90.0, 110.0),
            strike: spread(21, rows, 70.0, 130.0),
            barrier: spread(22, rows, 60.0, 88.0),
            years: spread(23, rows, 0.01, 1.0),
            volatility: spread(24, rows, 0.2, 1.2),
            price: Vec::new(),
        };
        for (kind, (spot, strike)) in options.kind.iter_mut().zip(options.spot.iter().zip(&options.strike)) {
            *kind = if strike > spot { OptionKind::Call } else { OptionKind::Put };
        }
        options.price = vanilla_batch(&options.vanillas(), &Self::vanilla_params()).expect("in range").price;
        options
    }

    /// For `vanilla_batch`.
    #[must_use]
    pub fn vanillas(&self) -> VanillaColumns<'_> {
        let Self { kind, spot, strike, years, volatility, .. } = self;
        VanillaColumns { kind, spot, strike, years, volatility }
    }

    /// For `hit_probability_batch`.
    #[must_use]
    pub fn touches(&self) -> HitProbabilityColumns<'_> {
        let Self { spot, barrier, years, volatility, .. } = self;
        HitProbabilityColumns { spot, barrier, years, volatility }
    }

    /// For `implied_volatility_batch`.
    #[must_use]
    pub fn quotes(&self) -> ImpliedVolatilityColumns<'_> {
        let Self { kind, spot, strike, years, price, .. } = self;
        ImpliedVolatilityColumns { kind, price, forward: spot, strike, years }
    }

    /// For `implied_volatility`.
    ///
    /// # Panics
    /// Never: the values are in range.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the inputs are ours")]
    pub fn requests(&self) -> Vec<ImpliedVolatilityRequest> {
        let request = |row: usize| {
            ImpliedVolatilityRequest::new(
                self.kind[row],
                Collateral::new(self.price[row]).expect("in range"),
                AssetPrice::new(self.spot[row]).expect("in range"),
                AssetPrice::new(self.strike[row]).expect("in range"),
                Years::new(self.years[row]).expect("in range"),
                Rate::new(0.0).expect("in range"),
            )
        };
        (0..self.kind.len()).map(request).collect()
    }

    /// Without interest.
    ///
    /// # Panics
    /// Never: 0 is in range.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the inputs are ours")]
    pub fn vanilla_params() -> VanillaBatchParams {
        let none = Rate::new(0.0).expect("in range");
        VanillaBatchParams::new(none, none)
    }

    /// Downward, without drift.
    ///
    /// # Panics
    /// Never: 0 is in range.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the inputs are ours")]
    pub fn touch_params() -> HitProbabilityBatchParams {
        let drift_per_year = Rate::new(0.0).expect("in range");
        HitProbabilityBatchParams::new(BarrierSide::Down, drift_per_year)
    }

    /// Undiscounted.
    ///
    /// # Panics
    /// Never: 0 is in range.
    #[must_use]
    #[expect(clippy::expect_used, reason = "the inputs are ours")]
    pub fn quote_params() -> ImpliedVolatilityBatchParams {
        ImpliedVolatilityBatchParams::new(Rate::new(0.0).expect("in range"))
    }
}

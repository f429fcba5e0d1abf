//! Payout schemes: the same mean up to fees, very different spread.
//!
//! With `λ` blocks expected from the miner's own hashrate over the span, `R = subsidy + fees` per block, `σ` the
//! standard deviation of the fees of a block, `q` the miner's part of the pool and `μ` the blocks that the pool finds
//! per day:
//!
//! | scheme | who pays | mean, before the pool's fee | variance |
//! |---|---|---|---|
//! | solo, alone or in a solo pool | each block found | `λ R` | `λ (R² + σ²)` |
//! | PPS | the pool, per share, the subsidy alone | `λ subsidy` | 0 |
//! | FPPS | the pool, per share, with the mean fees of recent blocks | `λ R` | `λ² σ² / n` |
//! | PPS+ | the pool for the subsidy, each block for its fees | `λ R` | PPLNS of the fees |
//! | PPLNS | each block, to the shares of a window `W` | `q R μ T` | `q² (R² + σ²) μ (T - W/3)` |
//! | TIDES | PPLNS with a window in work: 8 times the difficulty | as PPLNS | as PPLNS, `W = 8/μ` |
//!
//! For a span `T` shorter than the window PPLNS has `q² (R² + σ²) μ (T/W)² (W - T/3)`: the integral of a squared
//! trapezoid. Its mean counts what shares of the span are paid until their window closes. `n` is the number of the
//! network's blocks over which fees are averaged, those of the span or of the pool's window, whichever are more. A
//! pool's fee `f` multiplies means by `1 - f` and variances by its square.
//!
//! Sources: M. Rosenfeld, "Analysis of Bitcoin Pooled Mining Reward Systems" (arXiv 1112.4980); for TIDES the pool
//! OCEAN's published rules. Paying per share moves the variance to the pool, which may go broke over it. Stale shares
//! and pool-hopping are not modelled.

use hashinsight_numerics::exp_m1;
use hashinsight_units::{Amount, Days, Error, Hashrate, Outcome, Ratio, Record, SAT_PER_BTC, SECONDS_PER_DAY};

use super::{Chain, PoolFee};
use crate::error;
use crate::network::NetworkUsed;

/// How a pool pays.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PayoutScheme {
    /// No pool: each block found pays all of itself.
    Solo,
    /// A solo pool: each block found pays all of itself, less the pool's fee.
    SoloPool {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
    },
    /// Pay per share: the subsidy's expectation for each share; the pool keeps the transaction fees.
    Pps {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
    },
    /// Full pay per share: subsidy and mean transaction fees of recent blocks for each share.
    Fpps {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
        /// Number of the network's blocks over which the pool averages transaction fees, 1 or more; 144 are customary.
        window_blocks: u32,
    },
    /// The subsidy per share, the transaction fees as PPLNS.
    PpsPlus {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
        /// Window of the transaction fees, in days.
        window_days: Days,
    },
    /// Pay per last N shares, with a window in time.
    Pplns {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
        /// Window of the shares, in days.
        window_days: Days,
    },
    /// PPLNS with a window in work.
    Tides {
        /// Fraction that the pool keeps; below 1.
        fee: PoolFee,
        /// Window of the shares in multiples of the network's difficulty, above 0; OCEAN has 8.
        window_difficulties: Ratio,
    },
}

/// Inputs of [`payout`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct PayoutRequest {
    /// Scheme by which the pool pays.
    #[record(example = "solo")]
    pub scheme: PayoutScheme,
    /// Hashrate of the miner, in TH/s.
    #[record(example = 10_000)]
    pub hashrate_ths: Hashrate,
    /// Hashrate of the pool, in TH/s, the miner's included. Needed where blocks of the pool are shared: PPS+, PPLNS,
    /// TIDES.
    pub pool_hashrate_ths: Option<Hashrate>,
    /// How hard a block is and what it pays.
    #[record(flatten)]
    pub chain: Chain,
    /// Standard deviation of the transaction fees of a block, in satoshis. Absent: 0, all blocks pay the mean.
    pub fees_standard_deviation_sat: Option<Amount>,
    /// Span of mining, in days of 86,400 s.
    #[record(example = 30)]
    pub days: Days,
}

/// Result of [`payout`]. `gross_btc - kept_fees_btc - pool_fee_btc = mean_btc`, exactly when evaluated from left to
/// right.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct PayoutReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Mean subsidy and transaction fees from the miner's own work, in BTC.
    pub gross_btc: f64,
    /// Transaction fees that the scheme does not pay out, in BTC: those of PPS.
    pub kept_fees_btc: f64,
    /// Fee of the pool, in BTC.
    pub pool_fee_btc: f64,
    /// Mean of what the miner is paid, in BTC.
    pub mean_btc: f64,
    /// Variance of what the miner is paid, in BTC².
    pub variance_btc2: f64,
    /// Standard deviation of what the miner is paid, in BTC.
    pub standard_deviation_btc: f64,
    /// Coefficient of variation, standard deviation over mean; undefined where nothing is paid.
    pub coefficient_of_variation: Outcome,
    /// Mean number of blocks that the pool finds per day; undefined without a pool hashrate.
    pub pool_blocks_per_day: Outcome,
    /// Probability that a share is paid at all; undefined solo, where there are no shares.
    pub share_is_paid: Outcome,
}

/// Subsidy and fees of a block in BTC: means, and the second moments that variances need.
struct Moments {
    subsidy: f64,
    fees: f64,
    fees_deviation: f64,
}

impl Moments {
    fn block(&self) -> f64 {
        self.subsidy + self.fees
    }

    /// `E[(subsidy + fees)²]`.
    fn block_squared(&self) -> f64 {
        self.block() * self.block() + self.fees_deviation * self.fees_deviation
    }

    /// `E[fees²]`.
    fn fees_squared(&self) -> f64 {
        self.fees * self.fees + self.fees_deviation * self.fees_deviation
    }
}

/// The miner's part of the pool, and the pool's blocks per day.
struct Pool {
    share: f64,
    blocks_per_day: f64,
}

impl Pool {
    fn of(own: Hashrate, pool: Hashrate, network: &NetworkUsed) -> Result<Self, Error> {
        if pool < own || pool.get() == 0.0 || pool.get() > network.hashrate_limit_ths() {
            let allowed = "above 0, at least the miner's and at most the network's hashrate";
            return Err(error::out_of_range("pool_hashrate", "pool_hashrate_ths", pool.get(), allowed));
        }
        let blocks_per_day = pool.get() * network.blocks_per_ths(SECONDS_PER_DAY);
        Ok(Self { share: own.get() / pool.get(), blocks_per_day })
    }

    /// Variance of the miner's part of an amount with this second moment, paid per block to the shares of a window.
    fn window_variance(&self, squared: f64, days: f64, window: f64) -> f64 {
        let weight = if days >= window {
            days - window / 3.0
        } else {
            let part = days / window;
            part * part * (window - days / 3.0)
        };
        self.share * self.share * squared * self.blocks_per_day * weight
    }

    fn window_is_paid(&self, window_days: f64) -> Outcome {
        Outcome::Value(-exp_m1(-self.blocks_per_day * window_days) + 0.0)
    }
}

/// Mean and variance of what a payout scheme pays a miner over a span at constant difficulty.
///
/// # Errors
/// `mining.pool_hashrate.missing` where the scheme needs it, `mining.pool_hashrate.out_of_range` below the miner's own
/// or above the network's; `mining.window_blocks.out_of_range` and
/// `mining.window_difficulties.out_of_range` for a window of nothing; `mining.nbits.out_of_range`;
/// `mining.network_hashrate.out_of_range`.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{BlockReward, Chain, PayoutRequest, PayoutScheme, PoolFee, payout};
/// use hashinsight_units::{Amount, Days, Difficulty, Hashrate, MeanAmount};
/// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(4e6));
/// let chain = Chain::new(NetworkBasis::Difficulty(Difficulty::constant(1.3e14)), reward);
/// let (miner, pool, month) = (Hashrate::from_phs(10.0)?, Hashrate::from_ehs(10.0)?, Days::constant(30.0));
/// let request = |scheme| PayoutRequest::new(scheme, miner, chain, month).pool_hashrate_ths(pool);
/// let solo = payout(&request(PayoutScheme::Solo))?;
/// let pplns = PayoutScheme::Pplns { fee: PoolFee::ZERO, window_days: Days::constant(1.0) };
/// let pooled = payout(&request(pplns))?;
/// assert_eq!(format!("{:.4} {:.4}", solo.mean_btc, pooled.mean_btc), "0.1469 0.1469");
/// let spread = |report: &hashinsight_mining::reward::PayoutReport| report.coefficient_of_variation.value().unwrap();
/// assert_eq!(format!("{:.2} {:.2}", spread(&solo), spread(&pooled)), "4.64 0.15");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn payout(request: &PayoutRequest) -> Result<PayoutReport, Error> {
    let network = request.chain.network_for(request.hashrate_ths)?;
    let days = request.days.get();
    let blocks = request.hashrate_ths.get() * network.blocks_per_ths(days * SECONDS_PER_DAY);
    let reward = Moments {
        subsidy: request.chain.reward.subsidy_sat.to_btc_f64(),
        fees: request.chain.reward.fees_per_block_sat.to_sat() / SAT_PER_BTC,
        fees_deviation: request.fees_standard_deviation_sat.map_or(0.0, Amount::to_btc_f64),
    };
    let pool = request.pool_hashrate_ths.map(|pool| Pool::of(request.hashrate_ths, pool, &network)).transpose()?;
    let shared = || {
        let why = "the scheme shares out the blocks of the pool";
        pool.as_ref().ok_or_else(|| error::missing("pool_hashrate", "pool_hashrate_ths", why))
    };
    let no_shares = Outcome::Undefined { reason: "solo mining has no shares" };
    let always = Outcome::Value(1.0);
    // Variance before the pool's fee, and the fee.
    let (variance, fee, share_is_paid) = match request.scheme {
        PayoutScheme::Solo => (blocks * reward.block_squared(), 0.0, no_shares),
        PayoutScheme::SoloPool { fee } => (blocks * reward.block_squared(), fee.get(), no_shares),
        PayoutScheme::Pps { fee } => (0.0, fee.get(), always),
        PayoutScheme::Fpps { fee, window_blocks } => {
            if window_blocks == 0 {
                let (field, path) = ("window_blocks", "scheme.fpps.window_blocks");
                return Err(error::out_of_range(field, path, window_blocks, "1 or more"));
            }
            let of_span = days * SECONDS_PER_DAY / network.spacing_s;
            let of_window = f64::from(window_blocks);
            let averaged = if of_span > of_window { of_span } else { of_window };
            let deviation = blocks * reward.fees_deviation;
            (deviation * deviation / averaged, fee.get(), always)
        }
        PayoutScheme::PpsPlus { fee, window_days } => {
            let variance = shared()?.window_variance(reward.fees_squared(), days, window_days.get());
            (variance, fee.get(), always)
        }
        PayoutScheme::Pplns { fee, window_days } => {
            let (pool, window) = (shared()?, window_days.get());
            let variance = pool.window_variance(reward.block_squared(), days, window);
            (variance, fee.get(), pool.window_is_paid(window))
        }
        PayoutScheme::Tides { fee, window_difficulties } => {
            let pool = shared()?;
            if window_difficulties == Ratio::MIN {
                let (field, path) = ("window_difficulties", "scheme.tides.window_difficulties");
                return Err(error::out_of_range(field, path, window_difficulties.get(), "above 0"));
            }
            let window = window_difficulties.get() / pool.blocks_per_day;
            let variance = pool.window_variance(reward.block_squared(), days, window);
            (variance, fee.get(), Outcome::Value(-exp_m1(-window_difficulties.get())))
        }
    };
    let gross_btc = blocks * reward.block();
    let kept_fees_btc = if matches!(request.scheme, PayoutScheme::Pps { .. }) { blocks * reward.fees } else { 0.0 };
    let pool_fee_btc = (gross_btc - kept_fees_btc) * fee;
    let mean_btc = gross_btc - kept_fees_btc - pool_fee_btc;
    let variance_btc2 = variance * (1.0 - fee) * (1.0 - fee);
    let standard_deviation_btc = variance_btc2.sqrt();
    Ok(PayoutReport {
        network,
        gross_btc,
        kept_fees_btc,
        pool_fee_btc,
        mean_btc,
        variance_btc2,
        standard_deviation_btc,
        coefficient_of_variation: if mean_btc > 0.0 {
            Outcome::of(standard_deviation_btc / mean_btc)
        } else {
            Outcome::Undefined { reason: "nothing is paid" }
        },
        pool_blocks_per_day: pool.map_or(Outcome::Undefined { reason: "no pool hashrate was given" }, |pool| {
            Outcome::of(pool.blocks_per_day)
        }),
        share_is_paid,
    })
}

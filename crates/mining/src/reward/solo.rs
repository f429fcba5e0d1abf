//! Solo mining: the odds of a lottery with known rules.
//!
//! ```text
//! blocks found in a span  ~ Poisson(expected blocks)          P(at least one) = 1 - exp(-expected blocks)
//! blocks found among n    ~ Binomial(n, share)                P(at least one) = 1 - (1 - share)^n
//! wait for the next one   ~ Exponential(rate)                 quantile q      = -ln(1 - q) / rate
//! ```
//!
//! Sixty percent of an expected block are not odds of sixty percent: expected blocks add up, odds do not. Small odds
//! are computed with `exp_m1` and `ln_1p`, so that one in a trillion keeps its digits.

use hashinsight_numerics::{exp_m1, ln_1p};
use hashinsight_units::{Days, Error, Fraction, Hashrate, Outcome, Record, SECONDS_PER_DAY, Seconds};

use crate::network::{NetworkBasis, NetworkUsed};

/// How long a solo miner tries.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum SoloHorizon {
    /// A span of time, in days of 86,400 s, at constant difficulty.
    #[record(example = 30.0)]
    Days(Days),
    /// A number of blocks of the network, each found by the miner with the probability of its share of the network's
    /// hashrate.
    #[record(example = 2016)]
    Blocks(u32),
}

/// Inputs of [`solo_odds`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct SoloOddsRequest {
    /// Hashrate of the miner, in TH/s.
    #[record(example = 1000)]
    pub hashrate_ths: Hashrate,
    /// Difficulty, compact target or hashrate of the network: how hard a block is.
    pub network_basis: NetworkBasis,
    /// Horizon of the attempt, in days or in blocks of the network.
    pub horizon: SoloHorizon,
    /// Probabilities for which the waiting time is told: 0.5 for the median.
    #[record(default = Vec::new())]
    pub quantiles: Vec<Fraction>,
}

/// Result of [`solo_odds`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct SoloOddsReport {
    /// Network as the calculation used it.
    pub network: NetworkUsed,
    /// Mean number of blocks found within the horizon.
    pub expected_blocks: f64,
    /// Probability of at least one block within the horizon.
    pub at_least_one: f64,
    /// Mean wait for a block, in days; `never` without hashrate.
    pub mean_wait_days: Outcome,
    /// Wait that half of all miners exceed, in days: ln 2 times the mean.
    pub median_wait_days: Outcome,
    /// Levels of `wait_days`, as asked.
    pub quantiles: Vec<f64>,
    /// Wait for each of `quantiles`, in days: the wait that is not exceeded with that probability; `unbounded` for 1.
    pub wait_days: Vec<Outcome>,
}

/// The odds of finding a block alone, and the wait for it.
///
/// # Errors
/// `mining.hashrate.out_of_range` and `mining.network_hashrate.out_of_range` where the miner has more hashrate than the
/// network at 600 s a block; `mining.nbits.out_of_range`; `mining.network_basis.unsupported` for a hashprice.
///
/// ```
/// use hashinsight_mining::network::NetworkBasis;
/// use hashinsight_mining::reward::{SoloHorizon, SoloOddsRequest, solo_odds};
/// use hashinsight_units::{Days, Difficulty, Hashrate};
/// let network = NetworkBasis::Difficulty(Difficulty::constant(1e14));
/// let year = SoloHorizon::Days(Days::constant(365.25));
/// let report = solo_odds(&SoloOddsRequest::new(Hashrate::from_phs(1.0)?, network, year))?;
/// assert_eq!(format!("{:.4}", report.at_least_one), "0.0708");
/// assert_eq!(report.median_wait_days.value().map(f64::round), Some(3446.0)); // nine years
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn solo_odds(request: &SoloOddsRequest) -> Result<SoloOddsReport, Error> {
    let hashrate = request.hashrate_ths;
    let network = request.network_basis.resolve_for(hashrate)?;
    let (expected_blocks, at_least_one) = match request.horizon {
        SoloHorizon::Days(days) => {
            let expected = network.expected_blocks(hashrate, Seconds::from(days));
            (expected, -exp_m1(-expected))
        }
        SoloHorizon::Blocks(blocks) => {
            let share = hashrate.get() / network.network_hashrate_ths;
            let blocks = f64::from(blocks);
            // No blocks times ln(0) would be no number.
            let odds = if blocks == 0.0 { 0.0 } else { -exp_m1(blocks * ln_1p(-share)) };
            (blocks * share, odds)
        }
    };
    let blocks_per_day = hashrate.get() * network.blocks_per_ths(SECONDS_PER_DAY);
    let wait = |means: f64| {
        if blocks_per_day == 0.0 { Outcome::Never } else { Outcome::of(means / blocks_per_day) }
    };
    let quantile = |q: Fraction| wait(-ln_1p(-q.get()) + 0.0);
    Ok(SoloOddsReport {
        network,
        expected_blocks,
        at_least_one: at_least_one + 0.0,
        mean_wait_days: wait(1.0),
        median_wait_days: wait(std::f64::consts::LN_2),
        quantiles: request.quantiles.iter().map(|level| level.get()).collect(),
        wait_days: request.quantiles.iter().copied().map(quantile).collect(),
    })
}

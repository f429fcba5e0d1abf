//! The subsidy: new coins per block, halved every 210,000 blocks.
//!
//! ```text
//! era = floor(height / 210_000)        subsidy = floor(50 BTC / 2^era), nothing from era 64 on
//! ```
//!
//! In satoshis the last coin is paid at height 6,929,999; 20,999,999.9769 BTC are issued in all. Source: Bitcoin Core
//! `src/validation.cpp`, `GetBlockSubsidy`. The schedule is an upper bound of the real supply: the genesis coins cannot
//! be spent, two early coinbases were overwritten, and some blocks claimed less than they could.

use hashinsight_units::{Amount, Height, Ratio};

use super::{Network, Params};
use hashinsight_units::{Error, Outcome};

const INITIAL_SAT: u64 = 5_000_000_000;
const BLOCKS_PER_DAY: f64 = 144.0; // 86,400 s / 600 s

const fn era_subsidy_sat(era: u32) -> u64 {
    // Core shifts a 64-bit integer, for which a shift by 64 or more would be undefined.
    if era >= 64 { 0 } else { INITIAL_SAT >> era }
}

fn amount(sat: u64) -> Amount {
    // Eras of at most 210,000 blocks of 50 BTC and its halves.
    Amount::from_sat(sat).unwrap_or_else(|_| unreachable!("subsidies and their sums are below 21 million BTC"))
}

/// New coins of the block at this height.
///
/// ```
/// use hashinsight_mining::consensus::{Network, block_subsidy};
/// use hashinsight_units::Height;
/// assert_eq!(block_subsidy(Height::new(840_000), Network::Mainnet.params()).to_sat(), 312_500_000);
/// ```
pub fn block_subsidy(height: Height, params: &Params) -> Amount {
    amount(era_subsidy_sat(height.get() / params.halving_interval()))
}

/// All coins issued up to this height, this block and the genesis block included.
///
/// ```
/// use hashinsight_mining::consensus::{Network, cumulative_issuance};
/// use hashinsight_units::Height;
/// let end = cumulative_issuance(Height::new(u32::MAX), Network::Mainnet.params());
/// assert_eq!(end.to_sat(), 2_099_999_997_690_000);
/// ```
pub fn cumulative_issuance(height: Height, params: &Params) -> Amount {
    let interval = params.halving_interval();
    let era = height.get() / interval;
    let past: u64 = (0..era.min(64)).map(|era| era_subsidy_sat(era) * u64::from(interval)).sum();
    let blocks_of_era = u64::from(height.get() % interval) + 1;
    amount(past + era_subsidy_sat(era) * blocks_of_era)
}

/// Height of the next halving; `None` once no subsidy is left to halve.
///
/// ```
/// use hashinsight_mining::consensus::{Network, next_halving_height};
/// use hashinsight_units::Height;
/// let mainnet = Network::Mainnet.params();
/// assert_eq!(next_halving_height(Height::new(953_568), mainnet), Some(Height::new(1_050_000)));
/// assert_eq!(next_halving_height(Height::new(6_930_000), mainnet), None);
/// ```
pub fn next_halving_height(height: Height, params: &Params) -> Option<Height> {
    let era = height.get() / params.halving_interval();
    if era_subsidy_sat(era) == 0 {
        return None;
    }
    Some(Height::new((era + 1) * params.halving_interval())) // at most 33 eras of at most 210,000 blocks
}

/// What [`subsidy`] is asked.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubsidyRequest {
    /// Height of the block.
    pub height: Height,
    /// The network whose schedule holds.
    pub network: Network,
    /// The pace at which the time to the next halving is told. Absent: 144, the pace that consensus aims at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blocks_per_day: Option<Ratio>,
}

/// The next halving.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum NextHalving {
    /// No subsidy is left to halve.
    Never,
    /// It comes.
    At {
        /// Height of the first block of the next era.
        height: Height,
        /// Blocks from the asked height to that block.
        blocks: u32,
        /// The same in days of 86,400 s at the asked pace; `never` at a pace of zero.
        days: Outcome,
    },
}

/// What [`subsidy`] answers.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct SubsidyReport {
    /// New coins of the block, in satoshis.
    pub subsidy_sat: Amount,
    /// All coins issued up to the block, itself and the genesis block included, in satoshis.
    pub cumulative_issuance_sat: Amount,
    /// Halvings so far.
    pub era: u32,
    /// The next halving.
    pub next_halving: NextHalving,
}

/// The subsidy of a block, the coins issued up to it and the way to the next halving.
///
/// # Errors
/// None today: every height of every network has an answer.
///
/// ```
/// use hashinsight_units::Outcome;
/// use hashinsight_mining::consensus::{Network, NextHalving, SubsidyRequest, subsidy};
/// use hashinsight_units::Height;
/// let report =
///     subsidy(&SubsidyRequest { height: Height::new(953_568), network: Network::Mainnet, blocks_per_day: None })?;
/// assert_eq!(report.subsidy_sat.to_sat(), 312_500_000);
/// let days = Outcome::Value(96_432.0 / 144.0);
/// assert_eq!(report.next_halving, NextHalving::At { height: Height::new(1_050_000), blocks: 96_432, days });
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn subsidy(request: &SubsidyRequest) -> Result<SubsidyReport, Error> {
    let (height, params) = (request.height, request.network.params());
    let pace = request.blocks_per_day.map_or(BLOCKS_PER_DAY, Ratio::get);
    let next_halving = match next_halving_height(height, params) {
        None => NextHalving::Never,
        Some(next) => {
            let blocks = next.get() - height.get();
            let days = if pace == 0.0 { Outcome::Never } else { Outcome::of(f64::from(blocks) / pace) };
            NextHalving::At { height: next, blocks, days }
        }
    };
    Ok(SubsidyReport {
        subsidy_sat: block_subsidy(height, params),
        cumulative_issuance_sat: cumulative_issuance(height, params),
        era: height.get() / params.halving_interval(),
        next_halving,
    })
}

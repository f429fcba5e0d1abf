//! The subsidy: new coins per block, halved every 210,000 blocks.
//!
//! ```text
//! era = floor(height / 210_000)        subsidy = floor(50 BTC / 2^era), nothing from era 64 on
//! ```
//!
//! In satoshis the last coin is paid at height 6,929,999; 20,999,999.9769 BTC are issued in all. Source: Bitcoin Core
//! `src/validation.cpp`, `GetBlockSubsidy`. The schedule is an upper bound of the real supply: the genesis coins cannot
//! be spent, two early coinbases were overwritten, and some blocks claimed less than they could.

use hashinsight_market::chain::{era_subsidy_sat, issued_sat};
use hashinsight_units::{Amount, Height};

use super::Params;

fn amount(sat: u64) -> Amount {
    // Eras of at most 210,000 blocks of 50 BTC and its halves.
    Amount::from_sat(sat).unwrap_or_else(|_| unreachable!("subsidies and their sums are below 21 million BTC"))
}

/// New coins of the block at this height.
///
/// ```
/// use hashinsight_mining::consensus::{Network, subsidy};
/// use hashinsight_units::Height;
/// assert_eq!(subsidy(Height::new(840_000), Network::Mainnet.params()).to_sat(), 312_500_000);
/// ```
pub fn subsidy(height: Height, params: &Params) -> Amount {
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
    amount(issued_sat(height.get(), params.halving_interval()))
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

//! The networks and what distinguishes their consensus.

use std::num::NonZeroU32;

use super::{Target, U256};
use crate::error;
use hashinsight_units::{Error, Record};

/// A bitcoin network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Record)]
#[non_exhaustive]
pub enum Network {
    /// The network whose coins are money.
    Mainnet,
    /// Test network 3: a block more than 20 minutes after its predecessor may have difficulty 1.
    Testnet3,
    /// Test network 4 (BIP94): the 20-minute rule, and a retarget that starts from the period's first block, whose
    /// difficulty is real.
    Testnet4,
    /// Signed test network (BIP325), default challenge.
    Signet,
    /// Private test network: no retargeting, halving every 150 blocks.
    Regtest,
}

/// The numbers of a network's consensus (Bitcoin Core, `src/kernel/chainparams.cpp`).
///
/// ```
/// use hashinsight_mining::consensus::Network;
/// assert_eq!(Network::Mainnet.params().halving_interval(), 210_000);
/// assert_eq!(Network::Mainnet.params().pow_limit().to_nbits().get(), 0x1d00_ffff);
/// assert!(!Network::Regtest.params().retargets());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Params {
    pow_limit: Target,
    halving_interval: NonZeroU32,
    min_difficulty_blocks: bool,
    retargets: bool,
    bip94: bool,
}

const MAX_HALVING_INTERVAL: NonZeroU32 = NonZeroU32::new(210_000).unwrap();

const MAINNET: Params = Params {
    pow_limit: Target::from_limbs([u64::MAX, u64::MAX, u64::MAX, 0x0000_0000_ffff_ffff]),
    halving_interval: MAX_HALVING_INTERVAL,
    min_difficulty_blocks: false,
    retargets: true,
    bip94: false,
};
const TESTNET3: Params = Params { min_difficulty_blocks: true, ..MAINNET };
const TESTNET4: Params = Params { bip94: true, ..TESTNET3 };
const SIGNET: Params = Params { pow_limit: Target::from_limbs([0, 0, 0, 0x0000_0377_ae00_0000]), ..MAINNET };
const REGTEST: Params = Params {
    pow_limit: Target::from_limbs([u64::MAX, u64::MAX, u64::MAX, u64::MAX >> 1]),
    halving_interval: NonZeroU32::new(150).unwrap(),
    min_difficulty_blocks: true,
    retargets: false,
    bip94: false,
};

impl Network {
    /// The network's numbers.
    pub const fn params(self) -> &'static Params {
        match self {
            Self::Mainnet => &MAINNET,
            Self::Testnet3 => &TESTNET3,
            Self::Testnet4 => &TESTNET4,
            Self::Signet => &SIGNET,
            Self::Regtest => &REGTEST,
        }
    }
}

impl Params {
    /// These params with another number of blocks between halvings, for private networks.
    ///
    /// # Errors
    /// `mining.halving_interval.out_of_range` outside 1 to 210,000; with more, the coins would exceed 21 million.
    ///
    /// ```
    /// use hashinsight_mining::consensus::{Network, subsidy};
    /// use hashinsight_units::Height;
    /// let quick = Network::Regtest.params().with_halving_interval(1000)?;
    /// assert_eq!(subsidy(Height::new(2000), &quick).to_sat(), 1_250_000_000);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn with_halving_interval(&self, blocks: u32) -> Result<Self, Error> {
        let interval = NonZeroU32::new(blocks).filter(|interval| *interval <= MAX_HALVING_INTERVAL);
        let halving_interval = interval
            .ok_or_else(|| error::out_of_range("halving_interval", "halving_interval", blocks, "1 to 210000 blocks"))?;
        Ok(Self { halving_interval, ..self.clone() })
    }

    /// The easiest target.
    pub const fn pow_limit(&self) -> Target {
        self.pow_limit
    }

    /// Blocks between halvings of the subsidy.
    pub const fn halving_interval(&self) -> u32 {
        self.halving_interval.get()
    }

    /// Whether a block more than 20 minutes after its predecessor may have the easiest target. Such a block does not
    /// change the target of the period, except that on testnet3 the period's last block is what the retarget starts
    /// from, even if it was such a block.
    pub const fn min_difficulty_blocks(&self) -> bool {
        self.min_difficulty_blocks
    }

    /// Whether the target changes every 2016 blocks.
    pub const fn retargets(&self) -> bool {
        self.retargets
    }

    /// Whether a retarget starts from the target of the period's first block (BIP94) instead of its last.
    pub const fn bip94(&self) -> bool {
        self.bip94
    }

    pub(super) const fn limit(&self) -> U256 {
        self.pow_limit.uint()
    }
}

//! How hard the network is to mine: by difficulty, by `nBits`, or by its hashrate; never two at once.

use hashinsight_market::NetworkSnapshot;
use hashinsight_units::{Difficulty, Error, HASHES_PER_DIFFICULTY, HASHES_PER_TH, Hashrate, Record, Seconds};

use crate::consensus::{Nbits, TARGET_SPACING_S};
use crate::error;
use crate::reward::{BlockReward, BtcHashprice};

/// What is known of the network, exactly one of three.
///
/// In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}` or `{"network_hashrate_ths": 9.3e8}`.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum NetworkBasis {
    /// A difficulty `D`: a block takes `D · 2^32` hashes, the customary approximation.
    #[record(example = 1.3e14)]
    Difficulty(Difficulty),
    /// A header's compact target: a block takes exactly `2^256 / (target + 1)` hashes.
    #[record(example = "0x170240c3")]
    Nbits(Nbits),
    /// The hashrate of the whole network, one's own included, in TH/s: a block takes the hashes of 600 s, the spacing
    /// that consensus aims at. While blocks come faster or slower than that, this differs from the difficulty by as
    /// much.
    #[record(example = 9.3e8)]
    NetworkHashrateThs(Hashrate),
}

/// The name of a [`NetworkBasis`], for reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[record(answer)]
#[non_exhaustive]
pub enum BasisName {
    /// A difficulty was given.
    Difficulty,
    /// A compact target was given.
    Nbits,
    /// A network hashrate was given.
    NetworkHashrate,
}

/// The network as a calculation used it.
///
/// ```
/// use hashinsight_mining::network::{BasisName, NetworkBasis};
/// use hashinsight_units::Hashrate;
/// let network = NetworkBasis::NetworkHashrateThs(Hashrate::from_ehs(900.0)?).resolve()?;
/// assert_eq!(network.basis, BasisName::NetworkHashrate);
/// assert_eq!(network.hashes_per_block, 900e18 * 600.0);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct NetworkUsed {
    /// Basis of the figures: which of the three was given.
    pub basis: BasisName,
    /// Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate.
    pub difficulty: f64,
    /// Mean number of hashes that a block takes.
    pub hashes_per_block: f64,
    /// Block spacing, in seconds, that ties the network's hashrate to the hashes per block.
    pub spacing_s: f64,
    /// Hashrate of the network at that spacing, in TH/s.
    pub network_hashrate_ths: f64,
}

impl NetworkBasis {
    /// The numbers that follow from what is known.
    ///
    /// # Errors
    /// `mining.nbits.out_of_range` for an `nbits` that is no target; `mining.network_hashrate.out_of_range` for a
    /// network so small that its difficulty would be below 2^-32.
    pub fn resolve(&self) -> Result<NetworkUsed, Error> {
        let spacing_s = f64::from(TARGET_SPACING_S);
        let (basis, difficulty, hashes_per_block) = match self {
            Self::Difficulty(difficulty) => {
                (BasisName::Difficulty, *difficulty, difficulty.get() * HASHES_PER_DIFFICULTY)
            }
            Self::Nbits(nbits) => (BasisName::Nbits, nbits.difficulty()?, nbits.target()?.expected_hashes()),
            Self::NetworkHashrateThs(hashrate) => {
                let hashes = hashrate.to_hs() * spacing_s;
                let difficulty = Difficulty::new(hashes / HASHES_PER_DIFFICULTY)
                    .map_err(|_| network_hashrate_error(hashrate.get(), "at least one hash in 600 s"))?;
                (BasisName::NetworkHashrate, difficulty, hashes)
            }
        };
        let network_hashrate_ths = match self {
            Self::NetworkHashrateThs(hashrate) => hashrate.get(),
            _ => hashes_per_block / spacing_s / HASHES_PER_TH,
        };
        Ok(NetworkUsed { basis, difficulty: difficulty.get(), hashes_per_block, spacing_s, network_hashrate_ths })
    }

    /// The numbers that follow for a miner of this hashrate, who is part of the network.
    ///
    /// # Errors
    /// As [`resolve`](Self::resolve); `mining.network_hashrate.out_of_range` where a network hashrate is below the
    /// miner's own.
    pub fn resolve_for(&self, own: Hashrate) -> Result<NetworkUsed, Error> {
        let network = self.resolve()?;
        if own.get() > network.hashrate_limit_ths() {
            return Err(network_hashrate_error(network.network_hashrate_ths, BELOW_OWN));
        }
        Ok(network)
    }
}

/// What the network's hashrate must be against a miner's own.
pub(crate) const BELOW_OWN: &str = "at least the miner's own hashrate";

fn network_hashrate_error(value: f64, allowed: &'static str) -> Error {
    error::out_of_range("network_hashrate", "network_hashrate_ths", value, allowed)
}

/// A snapshot states the difficulty or the compact target of its best block, never both. Its hashrate is an estimate from
/// recent blocks and is not taken.
///
/// ```
/// use hashinsight_market::NetworkSnapshot;
/// use hashinsight_mining::network::NetworkBasis;
/// let text = r#"{"source":"bitcoin_core","time_ms":1769215600000,"height":933586,"tip_time_s":1769215475,"nbits":385976225}"#;
/// let snapshot: NetworkSnapshot = serde_json::from_str(text)?;
/// assert_eq!(NetworkBasis::from(&snapshot), NetworkBasis::Nbits("0x170187a1".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl From<&NetworkSnapshot> for NetworkBasis {
    fn from(snapshot: &NetworkSnapshot) -> Self {
        match (snapshot.difficulty(), snapshot.nbits()) {
            (Some(difficulty), _) => Self::Difficulty(difficulty),
            (None, Some(nbits)) => Self::Nbits(Nbits::new(nbits)),
            (None, None) => unreachable!("a snapshot without both is refused when it is made"),
        }
    }
}

impl NetworkUsed {
    /// The most that a miner within this network can have, in TH/s. A difficulty says nothing of it: it lags behind the
    /// hashrate.
    pub(crate) fn hashrate_limit_ths(&self) -> f64 {
        if self.basis == BasisName::NetworkHashrate { self.network_hashrate_ths } else { Hashrate::MAX.get() }
    }

    /// Blocks that one TH/s finds on average in so many seconds.
    ///
    /// At most 1e23: hashes per block are at least 1.
    pub(crate) fn blocks_per_ths(&self, seconds: f64) -> f64 {
        HASHES_PER_TH * seconds / self.hashes_per_block
    }

    /// Expected earnings of one PH/s per day, from the hashes that a block takes here.
    pub fn hashprice(&self, reward: BlockReward) -> BtcHashprice {
        BtcHashprice::of(self.hashes_per_block, reward.to_sat())
    }

    /// Blocks that a miner finds on average in a span, `hashrate · span / hashes per block`.
    ///
    /// ```
    /// use hashinsight_mining::network::NetworkBasis;
    /// use hashinsight_units::{Difficulty, Hashrate, Seconds};
    /// // Rosenfeld, "Analysis of Bitcoin Pooled Mining Reward Systems" (2011), section 1.1
    /// let network = NetworkBasis::Difficulty(Difficulty::new(1_690_906.0)?).resolve()?;
    /// let blocks = network.expected_blocks(Hashrate::from_hs(1e9)?, Seconds::new(86_400.0)?);
    /// assert!((blocks - 0.0119).abs() < 5e-5);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn expected_blocks(&self, hashrate: Hashrate, span: Seconds) -> f64 {
        hashrate.get() * self.blocks_per_ths(span.get())
    }
}

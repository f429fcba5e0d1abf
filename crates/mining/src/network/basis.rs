//! How hard the network is to mine: by difficulty, by `nBits`, by its hashrate or by hashprice; never two at once.

use hashinsight_market::NetworkSnapshot;
use hashinsight_units::json::positional;
use hashinsight_units::{
    At, Difficulty, Error, FieldPath, HASHES_PER_DIFFICULTY, HASHES_PER_TH, Hashprice, Hashrate, Price, Record,
    SAT_PER_BTC, Seconds,
};

use crate::consensus::{Nbits, TARGET_SPACING_S};
use crate::error;
use crate::reward::{BlockReward, BtcHashprice};

/// What is known of the network, exactly one of these.
///
/// In JSON `{"difficulty": 1.3e14}`, `{"nbits": "0x170240c3"}`, `{"network_hashrate_ths": 9.3e8}` or
/// `{"hashprice_usd_per_phs_day": 49.1}`.
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
    /// A hashprice in USD/PH/day: a block takes as many hashes as earn its reward at that hashprice. Needs the reward of
    /// a block and the price of a bitcoin at which it was told.
    #[record(example = 44.07)]
    HashpriceUsdPerPhsDay(Hashprice),
    /// A hashprice in satoshis/PH/day, at most 1e18. Needs the reward of a block.
    #[record(example = 47000.0)]
    HashpriceSatPerPhsDay(f64),
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
    /// A hashprice was given.
    Hashprice,
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
    /// Basis of the figures: what was given.
    pub basis: BasisName,
    /// Difficulty: as given; Bitcoin Core's figure for `nbits`; `hashes_per_block / 2^32` for a network hashrate or a
    /// hashprice.
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
    /// network so small that its difficulty would be below 2^-32; `mining.network_basis.unsupported` for a hashprice,
    /// which needs the reward of a block: see [`resolve_paying`](Self::resolve_paying).
    pub fn resolve(&self) -> Result<NetworkUsed, Error> {
        self.resolved(None, None)
    }

    /// The numbers that follow where it is known what a block pays, and what a bitcoin costs.
    ///
    /// # Errors
    /// As [`resolve`](Self::resolve); `mining.network_basis.unsupported` for a hashprice in USD without a price;
    /// `mining.hashprice.out_of_range` for a hashprice at which a block would take no hashes or no number of them.
    ///
    /// ```
    /// use hashinsight_mining::network::NetworkBasis;
    /// use hashinsight_mining::reward::BlockReward;
    /// use hashinsight_units::{Amount, Difficulty, Hashprice, MeanAmount, Price};
    /// let reward = BlockReward::new(Amount::constant(312_500_000), MeanAmount::constant(4e6));
    /// let basis = NetworkBasis::HashpriceUsdPerPhsDay(Hashprice::new(44.07)?);
    /// let network = basis.resolve_paying(reward, Some(Price::new(90_000.0)?))?;
    /// assert_eq!((network.difficulty / 1e12).round(), 130.0);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    pub fn resolve_paying(&self, reward: BlockReward, btc_price: Option<Price>) -> Result<NetworkUsed, Error> {
        self.resolved(Some(reward), btc_price)
    }

    fn resolved(&self, reward: Option<BlockReward>, btc_price: Option<Price>) -> Result<NetworkUsed, Error> {
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
            Self::HashpriceUsdPerPhsDay(hashprice) => {
                let needs = "a basis that needs no price of a bitcoin, such as hashprice_sat_per_phs_day";
                let price = btc_price.ok_or_else(|| unsupported(needs))?.get();
                let field = "hashprice_usd_per_phs_day";
                hashes_at(hashprice.get() / price * SAT_PER_BTC, reward, (field, hashprice.get()))?
            }
            Self::HashpriceSatPerPhsDay(hashprice) => {
                hashes_at(*hashprice, reward, ("hashprice_sat_per_phs_day", *hashprice))?
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
    /// As [`resolve`](Self::resolve); as [`NetworkUsed::check_holds`].
    pub fn resolve_for(&self, own: Hashrate) -> Result<NetworkUsed, Error> {
        let network = self.resolve().at("network_basis")?;
        network.check_holds(own)?;
        Ok(network)
    }
}

fn unsupported(allowed: &'static str) -> Error {
    error::unsupported("network_basis", FieldPath::default(), "hashprice", allowed)
}

/// What a block takes where a PH/s earns so many satoshis a day.
fn hashes_at(
    sat_per_phs_day: f64,
    reward: Option<BlockReward>,
    (field, given): (&'static str, f64),
) -> Result<(BasisName, Difficulty, f64), Error> {
    let reward = reward.ok_or_else(|| unsupported("a basis that needs no reward: difficulty, nbits or hashrate"))?;
    let hashes = BtcHashprice::hashes_per_block(sat_per_phs_day, reward.to_sat());
    let difficulty = Difficulty::new(hashes / HASHES_PER_DIFFICULTY).ok().filter(|_| (0.0..=1e18).contains(&given));
    match difficulty {
        Some(difficulty) if hashes >= 1.0 => Ok((BasisName::Hashprice, difficulty, hashes)),
        _ => {
            let allowed = "above 0, at most 1e18, and such that a block takes hashes";
            Err(error::out_of_range("hashprice", field, given, allowed))
        }
    }
}

/// What the network's hashrate must be against a miner's own.
const BELOW_OWN: &str = "at least the miner's own hashrate";

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
    /// The most that a miner or pool within this network can have, in TH/s: all of it at 600 s a block, whatever it was
    /// told by. GH/s given as TH/s end here.
    pub(crate) fn hashrate_limit_ths(&self) -> f64 {
        // Where it was computed, by the caller too, the last digits are rounding.
        let rounding = if self.basis == BasisName::NetworkHashrate { 0.0 } else { 1e-9 };
        self.network_hashrate_ths * (1.0 + rounding)
    }

    /// The field that a refusal names where a miner is larger than the network, and what is allowed.
    pub(crate) fn beyond(&self) -> (&'static str, String) {
        if self.basis == BasisName::NetworkHashrate {
            return ("network_hashrate", BELOW_OWN.to_owned());
        }
        let network = positional(self.network_hashrate_ths);
        ("hashrate", format!("at most the network's {network} TH/s at 600 s a block; GH/s?"))
    }

    /// Whether a miner of this hashrate can be part of the network.
    ///
    /// # Errors
    /// `mining.network_hashrate.out_of_range` where a network hashrate is below the miner's own;
    /// `mining.hashrate.out_of_range` at `hashrate_ths` where the network of a difficulty, an `nbits` or a hashprice is,
    /// at 600 s a block.
    pub fn check_holds(&self, own: Hashrate) -> Result<(), Error> {
        if own.get() <= self.hashrate_limit_ths() {
            return Ok(());
        }
        if self.basis == BasisName::NetworkHashrate {
            return Err(network_hashrate_error(self.network_hashrate_ths, BELOW_OWN)).at("network_basis");
        }
        let (field, allowed) = self.beyond();
        Err(error::out_of_range(field, "hashrate_ths", own.get(), &allowed))
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

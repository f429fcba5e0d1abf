//! Network and market at the start, and how they move on.

use hashinsight_units::{Difficulty, Error, FieldPath, Fraction, Hashrate, Height, MeanAmount, Price, Record};

use crate::consensus::{Network, subsidy};
use crate::error;
use crate::network::NetworkBasis;
use crate::reward::BlockReward;

/// Network and market at the start.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct StartingWorld {
    /// Height of the next block of mainnet at the start.
    #[record(example = 953568)]
    pub height: Height,
    /// Difficulty at the start.
    #[record(example = 130000000000000)]
    pub difficulty: Difficulty,
    /// Price of one bitcoin at the start, in USD.
    #[record(example = 90000)]
    pub btc_price_usd: Price,
    /// Mean transaction fees per block at the start, in satoshis.
    #[record(example = 4000000)]
    pub fees_per_block_sat: MeanAmount,
}

/// Course of difficulty, price and fees.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum Algorithm {
    /// Difficulty, price, fees, subsidy and hashrate stay as at the start.
    Static,
    /// Difficulty, price and fees follow a path, the subsidy follows the height, hashrate decays.
    Dynamic(DynamicPath),
}

/// The paths of [`Algorithm::Dynamic`]. A step is a retarget period, or a month where steps are months.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DynamicPath {
    /// Difficulty after the first step.
    pub difficulty: DifficultyPath,
    /// Bitcoin price after the first step.
    pub btc_price: PricePath,
    /// Mean transaction fees per block, in satoshis, of each step after the first. Absent: as at the start.
    pub fees_per_block_sat: Option<Vec<MeanAmount>>,
    /// Fraction of its hashrate that a machine loses each month (12 are 365 days). Absent: 0.
    pub hashrate_decay_per_month: Option<Fraction>,
}

/// Difficulty from step to step.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum DifficultyPath {
    /// Relative change at every step, as a fraction: 0.01 for +1 %. -0.75 to 3, the limits of a retarget.
    #[record(example = 0.01)]
    GrowthPerStep(f64),
    /// Difficulty of each step after the first.
    Following(Vec<Difficulty>),
}

/// Bitcoin price from step to step.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PricePath {
    /// Relative change at every step, as a fraction: 0.01 for +1 %. Above -1, at most 10.
    #[record(example = 0.02)]
    GrowthPerStep(f64),
    /// Price of each step after the first, in USD.
    Following(Vec<Price>),
}

impl Algorithm {
    pub(super) const fn dynamic(&self) -> Option<&DynamicPath> {
        match self {
            Self::Static => None,
            Self::Dynamic(path) => Some(path),
        }
    }
}

impl StartingWorld {
    /// That machines of this hashrate can be part of the network at the start.
    pub(crate) fn check_holds(&self, own: Hashrate) -> Result<(), Error> {
        NetworkBasis::Difficulty(self.difficulty).resolve()?.check_holds(own)
    }

    /// The refusal of a height whose horizon ends beyond the last height of 32 bits.
    pub(crate) fn ends_before_horizon(&self) -> Error {
        error::out_of_range("height", "height", self.height.get(), "a height whose horizon ends below 2^32")
    }
}

/// The world of one step.
pub(super) struct MovingWorld<'a> {
    start: &'a StartingWorld,
    dynamic: Option<&'a DynamicPath>,
    pub(super) difficulty: f64,
    pub(super) btc_price: f64,
    fees: MeanAmount,
    pub(super) step: usize,
}

pub(super) fn path_of(field: &str, case: &str) -> FieldPath {
    FieldPath::new("algorithm").field("dynamic").field(field).field(case)
}

/// What a list of later steps holds for this one.
fn following<T: Copy>(list: &[T], step: usize, field: &'static str, path: FieldPath) -> Result<T, Error> {
    list.get(step).copied().ok_or_else(|| {
        error::insufficient(field, path, list.len(), "a value for every step of the horizon after the first")
    })
}

impl<'a> MovingWorld<'a> {
    pub(super) fn new(start: &'a StartingWorld, algorithm: &'a Algorithm) -> Result<Self, Error> {
        let dynamic = algorithm.dynamic();
        if let Some(DifficultyPath::GrowthPerStep(growth)) = dynamic.map(|path| &path.difficulty)
            && !(-0.75..=3.0).contains(growth)
        {
            let path = path_of("difficulty", "growth_per_step");
            return Err(error::out_of_range("growth_per_step", path, growth, "-0.75 to 3 (a fraction)"));
        }
        if let Some(PricePath::GrowthPerStep(growth)) = dynamic.map(|path| &path.btc_price)
            && !(*growth > -1.0 && *growth <= 10.0)
        {
            let path = path_of("btc_price", "growth_per_step");
            return Err(error::out_of_range("growth_per_step", path, growth, "above -1, at most 10 (a fraction)"));
        }
        let StartingWorld { difficulty, btc_price_usd, fees_per_block_sat: fees, .. } = *start;
        Ok(Self { start, dynamic, difficulty: difficulty.get(), btc_price: btc_price_usd.get(), fees, step: 0 })
    }

    /// Reward of a block at this step. Where nothing moves, the subsidy stays that of the start.
    pub(super) fn reward(&self, height: u32) -> BlockReward {
        let height = if self.dynamic.is_some() { Height::new(height) } else { self.start.height };
        BlockReward::new(subsidy(height, Network::Mainnet.params()), self.fees)
    }

    /// Difficulty of the step after this one; `None` where a list ends.
    pub(super) fn next_difficulty(&self) -> Option<f64> {
        match self.dynamic.map(|path| &path.difficulty) {
            None => Some(self.difficulty),
            Some(DifficultyPath::GrowthPerStep(growth)) => Some(self.difficulty * (1.0 + growth)),
            Some(DifficultyPath::Following(list)) => list.get(self.step).map(|difficulty| difficulty.get()),
        }
    }

    pub(super) fn advance(&mut self) -> Result<(), Error> {
        let Some(path) = self.dynamic else { return Ok(()) };
        self.difficulty = match &path.difficulty {
            DifficultyPath::GrowthPerStep(growth) => {
                let grown = self.difficulty * (1.0 + growth);
                Difficulty::new(grown).map_err(|error| error.at(path_of("difficulty", "growth_per_step")))?.get()
            }
            DifficultyPath::Following(list) => {
                following(list, self.step, "difficulty", path_of("difficulty", "following"))?.get()
            }
        };
        self.btc_price = match &path.btc_price {
            PricePath::GrowthPerStep(growth) => {
                let grown = self.btc_price * (1.0 + growth);
                Price::new(grown).map_err(|error| error.at(path_of("btc_price", "growth_per_step")))?.get()
            }
            PricePath::Following(list) => {
                following(list, self.step, "btc_price", path_of("btc_price", "following"))?.get()
            }
        };
        if let Some(list) = &path.fees_per_block_sat {
            let path = FieldPath::new("algorithm").field("dynamic").field("fees_per_block_sat");
            self.fees = following(list, self.step, "fees_per_block", path)?;
        }
        self.step += 1;
        Ok(())
    }
}

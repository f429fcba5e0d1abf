//! Models of the price, and of an exchange that fails.

use hashinsight_derivatives::pricing::{KouJumps, MertonJumps};
use hashinsight_derivatives::simulate::JumpModel;
use hashinsight_units::{Intensity, Record, Volatility, Years};

/// Geometric Brownian motion.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct GbmModel {
    /// Volatility per square root of a year.
    #[record(example = 0.65)]
    pub volatility: Volatility,
}

/// Jumps with exponential tails (Kou 2002): by transform for one level that is watched from now on and for a gap, by simulation otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct KouModel {
    /// Volatility between jumps, per square root of a year; above 0.
    #[record(example = 0.55)]
    pub volatility: Volatility,
    /// Jumps of the price.
    #[record(flatten)]
    pub jumps: KouJumps,
    /// Seed of the random numbers where there is no transform and paths are drawn, 64 bits.
    #[record(digits, default = 1)]
    pub seed: u64,
    /// Number of antithetic pairs of paths where paths are drawn.
    #[record(range = 2..=10_000_000, default = 8192)]
    pub pairs: u32,
}

/// Normal jumps (Merton 1976), by simulation from jump to jump.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct MertonModel {
    /// Volatility between jumps, per square root of a year; above 0.
    #[record(example = 0.55)]
    pub volatility: Volatility,
    /// Jumps of the price.
    #[record(flatten)]
    pub jumps: MertonJumps,
    /// Seed of the random numbers, 64 bits.
    #[record(digits, example = "20260531")]
    pub seed: u64,
    /// Number of antithetic pairs of paths.
    #[record(range = 2..=10_000_000, default = 8192)]
    pub pairs: u32,
}

/// Hazard rates of an exchange.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct HazardModel {
    /// Hazard rates: defaults per year in each segment of time from the market on; the last one goes on.
    pub hazards_per_year: Vec<Intensity>,
    /// Ends of all segments but the last, in years from the market: rising, one fewer than the hazards.
    #[record(default = Vec::new())]
    pub segment_ends_years: Vec<Years>,
}

/// Model that a cover is priced by.
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum PriceModel {
    /// Geometric Brownian motion, in closed form.
    Gbm(GbmModel),
    /// Jumps with exponential tails, by transform or simulation.
    Kou(KouModel),
    /// Normal jumps, by simulation.
    Merton(MertonModel),
    /// Hazard rates of an exchange, in closed form.
    Hazard(HazardModel),
}

/// Kind of a model, without its figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum ModelKind {
    /// Geometric Brownian motion.
    Gbm,
    /// Jumps with exponential tails.
    Kou,
    /// Normal jumps.
    Merton,
    /// Hazard rates of an exchange.
    Hazard,
}

/// What paths of a price that jumps are drawn from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paths {
    pub(super) volatility: Volatility,
    pub(super) jumps: JumpModel,
    pub(super) seed: u64,
    pub(super) pairs: u32,
}

impl KouModel {
    pub(super) const fn paths(&self) -> Paths {
        let Self { volatility, jumps, seed, pairs } = *self;
        Paths { volatility, jumps: JumpModel::Kou(jumps), seed, pairs }
    }
}

impl MertonModel {
    pub(super) const fn paths(&self) -> Paths {
        let Self { volatility, jumps, seed, pairs } = *self;
        Paths { volatility, jumps: JumpModel::Merton(jumps), seed, pairs }
    }
}

impl PriceModel {
    /// Kind of the model.
    pub const fn kind(&self) -> ModelKind {
        match self {
            Self::Gbm(_) => ModelKind::Gbm,
            Self::Kou(_) => ModelKind::Kou,
            Self::Merton(_) => ModelKind::Merton,
            Self::Hazard(_) => ModelKind::Hazard,
        }
    }

    /// Name of the model in documents.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Gbm(_) => "gbm",
            Self::Kou(_) => "kou",
            Self::Merton(_) => "merton",
            Self::Hazard(_) => "hazard",
        }
    }
}

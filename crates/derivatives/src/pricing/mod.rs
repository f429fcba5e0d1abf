//! Options, barriers, touches, jumps, drawdown and default: prices and probabilities.

mod barrier;
mod default_leg;
mod digital;
mod discrete;
mod drawdown;
mod first_passage;
mod implied;
mod kou;
mod kou_passage;
mod merton;
mod normalized;
mod touch;
mod vanilla;
mod vanilla_batch;
mod walk;

pub use barrier::{
    BarrierBatchParams, BarrierColumns, BarrierReport, BarrierRequest, BarrierTable, Knock, barrier, barrier_batch,
};
pub use default_leg::{DefaultLegReport, DefaultLegRequest, default_leg};
pub use digital::{DigitalPayout, DigitalReport, DigitalRequest, digital};
pub use discrete::{
    DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest, discrete_barrier,
    discrete_hit_probability,
};
pub use drawdown::{DrawdownReport, DrawdownRequest, drawdown};
pub use first_passage::{
    HitGreeks, HitProbabilityBatchParams, HitProbabilityColumns, HitProbabilityReport, HitProbabilityRequest,
    HitProbabilityTable, hit_probability, hit_probability_batch,
};
pub use implied::{
    ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, ImpliedVolatilityReport, ImpliedVolatilityRequest,
    ImpliedVolatilityTable, implied_volatility, implied_volatility_batch,
};
pub use kou::{KouJumps, KouRequest, kou};
pub use kou_passage::{KouPassageReport, KouPassageRequest, kou_passage};
pub use merton::{JumpOptionReport, MertonRequest, merton};
pub use touch::{Payout, TouchPayment, TouchReport, TouchRequest, touch};
pub use vanilla::{Black76Request, Greeks, VanillaReport, VanillaRequest, black76, vanilla};
pub(crate) use vanilla::{sign, undiscounted};
pub use vanilla_batch::{VanillaBatchParams, VanillaColumns, VanillaTable, vanilla_batch};
pub use walk::BarrierSide;

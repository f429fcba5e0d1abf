//! Options, barriers, touches, jumps, drawdown and default: prices and probabilities.

mod barrier;
mod digital;
mod first_passage;
mod implied;
mod normalized;
mod touch;
mod vanilla;
mod walk;

pub use barrier::{
    BarrierBatchParams, BarrierColumns, BarrierReport, BarrierRequest, BarrierTable, Knock, barrier, barrier_batch,
};
pub use digital::{DigitalPayout, DigitalReport, DigitalRequest, digital};
pub use first_passage::{
    HitGreeks, HitProbabilityBatchParams, HitProbabilityColumns, HitProbabilityReport, HitProbabilityRequest,
    HitProbabilityTable, hit_probability, hit_probability_batch,
};
pub use implied::{
    ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, ImpliedVolatilityReport, ImpliedVolatilityRequest,
    ImpliedVolatilityTable, implied_volatility, implied_volatility_batch,
};
pub use touch::{Payout, TouchPayment, TouchReport, TouchRequest, touch};
pub use vanilla::{Black76Request, Greeks, VanillaReport, VanillaRequest, black76, vanilla};
pub use walk::BarrierSide;

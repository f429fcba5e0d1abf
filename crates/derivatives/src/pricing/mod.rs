//! Options, barriers, touches, jumps, drawdown and default: prices and probabilities.

mod barrier;
mod barrier_batch;
mod barrier_jet;
mod barrier_terms;
mod corridor;
mod corridor_survival;
mod dates;
mod default_leg;
mod digital;
mod digital_barrier;
mod discrete;
mod discrete_greeks;
mod double_barrier;
mod double_barrier_batch;
mod double_touch;
mod drawdown;
mod drawdown_contour;
mod greeks;
mod half_line;
mod hit_probability;
mod hit_probability_batch;
mod implied;
mod implied_batch;
mod jet;
mod kou;
mod kou_jet;
mod kou_passage;
mod kou_passage_greeks;
mod kou_tail;
mod many_looks;
mod merton;
mod normalized;
mod option;
mod passage;
mod survivors;
mod touch;
mod touch_value;
mod uneven;
mod uneven_greeks;
mod vanilla;
mod vanilla_batch;
mod vanna_volga;
mod vanna_volga_smile;
mod walk_jet;
mod watch;
mod window;
mod window_jet;

pub use barrier::{BarrierReport, BarrierRequest, BarrierType, Knock, barrier};
pub use barrier_batch::{
    BarrierBatchParams, BarrierColumns, BarrierLine, BarrierRow, BarrierTable, BarrierTablePart, barrier_batch,
};
pub use barrier_terms::BarrierSide;
pub use corridor_survival::corridor_survival;
pub use dates::{WatchCalendar, WatchDays};
pub use default_leg::{DefaultLegReport, DefaultLegRequest, default_leg};
pub use digital::{DigitalPayout, DigitalReport, DigitalRequest, digital};
pub use digital_barrier::{DigitalBarrierReport, DigitalBarrierRequest, digital_barrier};
pub use discrete::{
    DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest, discrete_barrier,
    discrete_hit_probability,
};
pub use discrete_greeks::WatchGreeks;
pub use double_barrier::{DoubleBarrierReport, DoubleBarrierRequest, double_barrier};
pub use double_barrier_batch::{
    DoubleBarrierBatchParams, DoubleBarrierColumns, DoubleBarrierLine, DoubleBarrierRow, DoubleBarrierTable,
    DoubleBarrierTablePart, double_barrier_batch,
};
pub use double_touch::{DoubleTouchReport, DoubleTouchRequest, TouchedLevel, double_touch};
pub use drawdown::{DrawdownReport, DrawdownRequest, drawdown};
pub use greeks::PriceGreeks;
pub use hit_probability::{HitGreeks, HitProbabilityReport, HitProbabilityRequest, hit_probability};
pub use hit_probability_batch::{
    HitProbabilityBatchParams, HitProbabilityColumns, HitProbabilityLine, HitProbabilityRow, HitProbabilityTable,
    HitProbabilityTablePart, hit_probability_batch,
};
pub use implied::{ImpliedVolatilityReport, ImpliedVolatilityRequest, implied_volatility};
pub use implied_batch::{
    ImpliedVolatilityBatchParams, ImpliedVolatilityColumns, ImpliedVolatilityLine, ImpliedVolatilityRow,
    ImpliedVolatilityTable, ImpliedVolatilityTablePart, implied_volatility_batch,
};
pub use kou::{KouJumps, KouRequest, kou};
pub use kou_passage::{KouPassageReport, KouPassageRequest, kou_passage};
pub use merton::{JumpOptionReport, MertonJumps, MertonRequest, merton};
pub(crate) use option::sign;
pub use option::{EuropeanOption, Lognormal};
pub use passage::FirstPassage;
pub(crate) use passage::Passage;
pub use touch::{Payout, TouchPayment, TouchReport, TouchRequest, touch, touch_at_hit};
pub use touch_value::{KouTouch, TouchValue, drawdown_touch, kou_touch};
pub(crate) use vanilla::undiscounted;
pub use vanilla::{Black76Request, Greeks, VanillaReport, black76, vanilla};
pub use vanilla_batch::{
    VanillaBatchParams, VanillaColumns, VanillaLine, VanillaRow, VanillaTable, VanillaTablePart, vanilla_batch,
};
pub use vanna_volga::{SmileProduct, VannaVolgaReport, VannaVolgaRequest, vanna_volga};

"""Operations and types of ``derivatives``. Generated from the operation table by ``cargo xtask gen``.

chain
-----
option_chain
    Figures of a chain of options: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure, max pain and gamma exposure.
svi_smile
    The raw SVI smile through the volatilities of an expiry, and whether its density holds (Gatheral and Jacquier 2014).

curve
-----
forward_curve
    Forward prices, discount factors, rates and yields at any times, from futures and riskless rates of a few expiries: log-linear between them (Hagan and West 2006).

estimation
----------
realized_volatility
    Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass, Rogers-Satchell, Yang-Zhang; and what jumps leave: bipower and truncated variance with a test for jumps.
fit_jumps
    Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.

margin
------
liquidation
    Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.
liquidation_batch
    Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.
margin_account
    The state of an account with many positions and several collaterals: its one equity, margin ratio and leverage, and the prices of each contract and of each coin at which it is warned, liquidated or bankrupt.

pricing
-------
vanilla
    Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure.
vanilla_batch
    Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.
black76
    Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure.
implied_volatility
    The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest value.
implied_volatility_batch
    Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.
hit_probability
    The probability that a price touches a level within a horizon under continuous watch, with derivatives.
hit_probability_batch
    Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.
discrete_hit_probability
    The probability of being seen at a level on one of up to 100,000 dates: exact, by the Broadie-Glasserman-Kou correction and under continuous watch side by side.
touch
    The value and greeks of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset, for any rate; the watch may begin later or end earlier.
digital
    The value and greeks of a European digital: cash, asset or gap where the price ends beyond the strike.
digital_barrier
    The value and greeks of a digital with a barrier: cash, asset or gap where the price ends beyond the strike, and touched a barrier or did not (Reiner and Rubinstein 1991).
double_barrier
    The value and greeks of an option with a barrier on either side, with rebate (Kunitomo and Ikeda 1992).
double_barrier_batch
    Prices of options of one kind with a barrier on either side at once, each as `derivatives.double_barrier` computes it, bit for bit.
double_touch
    The value and greeks of a payment on a touch of one of two levels, of one before the other, or of neither (Hui 1996).
barrier
    The value and greeks of a barrier option under continuous watch, all of the time or part of it: eight types, with rebate (Reiner and Rubinstein 1991).
barrier_batch
    Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.
vanna_volga
    The value of an option, a barrier or a touch under a smile of three volatilities: the straddle's, and those of the put and the call of a quarter's delta (Castagna and Mercurio 2007).
discrete_barrier
    The value and greeks of a barrier option with rebate that is watched on up to 100,000 dates: exact, by the Broadie-Glasserman-Kou correction and under continuous watch side by side.
merton
    The value and greeks of a European option on a price with normal jumps in the logarithm (Merton 1976).
kou
    The value and greeks of a European option on a price with exponential jumps in the logarithm (Kou 2002), down to seconds before expiry.
kou_passage
    The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands beyond (Kou and Wang 2003).
drawdown
    The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
default_leg
    The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.

simulate
--------
simulate_passage
    First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs and a closed-form control variate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._keywords import unknown
from ._chain import (
    ExpirySummary,
    OptionChainReport,
    SviReport,
    option_chain,
    svi_smile,
)
from ._curve import (
    ForwardCurveReport,
    forward_curve,
)
from ._estimation import (
    Estimated,
    FitJumpsReport,
    RealizedVolatilityReport,
    fit_jumps,
    realized_volatility,
)
from ._margin import (
    AccountCollateral,
    AccountCollateralDict,
    AccountContract,
    AccountContractDict,
    AccountLevels,
    AccountPosition,
    AccountPositionDict,
    AtMark,
    ContractKind,
    LiquidationBatchColumns,
    LiquidationReport,
    MaintenanceSchedule,
    MaintenanceScheduleDict,
    MaintenanceScheduleFlat,
    MaintenanceScheduleFlatDict,
    MaintenanceScheduleGrowing,
    MaintenanceScheduleGrowingDict,
    MaintenanceScheduleLike,
    MarginAccountReport,
    MarginAccountRequest,
    MarginAccountRequestDict,
    MarginMode,
    MarginModeCross,
    MarginModeCrossDict,
    MarginModeDict,
    MarginModeIsolated,
    MarginModeIsolatedDict,
    MarginModeLike,
    PositionAtMark,
    RateTiers,
    RateTiersDict,
    Side,
    TierUsed,
    Venue,
    liquidation,
    liquidation_batch,
    margin_account,
)
from ._measure import (
    Measure,
)
from ._pricing import (
    BarrierBatchColumns,
    BarrierReport,
    BarrierSide,
    DefaultLegReport,
    DigitalBarrierReport,
    DigitalPayout,
    DigitalPayoutDict,
    DigitalPayoutLike,
    DigitalReport,
    DiscreteBarrierReport,
    DiscreteHitReport,
    DoubleBarrierBatchColumns,
    DoubleBarrierReport,
    DoubleTouchReport,
    DrawdownReport,
    Greeks,
    HitGreeks,
    HitProbabilityBatchColumns,
    HitProbabilityReport,
    ImpliedVolatilityBatchColumns,
    ImpliedVolatilityReport,
    JumpOptionReport,
    Knock,
    KouJumps,
    KouJumpsDict,
    KouPassageReport,
    MertonJumps,
    MertonJumpsDict,
    Payout,
    PayoutDict,
    PayoutLike,
    PriceGreeks,
    SmileProduct,
    SmileProductBarrier,
    SmileProductBarrierDict,
    SmileProductDict,
    SmileProductDoubleBarrier,
    SmileProductDoubleBarrierDict,
    SmileProductDoubleTouch,
    SmileProductDoubleTouchDict,
    SmileProductLike,
    SmileProductTouch,
    SmileProductTouchDict,
    SmileProductVanilla,
    SmileProductVanillaDict,
    TouchPayment,
    TouchReport,
    TouchedLevel,
    VanillaBatchColumns,
    VanillaReport,
    VannaVolgaReport,
    WatchCalendar,
    WatchCalendarDict,
    WatchDays,
    WatchDaysDict,
    WatchDaysLike,
    WatchDaysMonthly,
    WatchDaysMonthlyDict,
    WatchDaysWeekly,
    WatchDaysWeeklyDict,
    WatchGreeks,
    barrier,
    barrier_batch,
    black76,
    default_leg,
    digital,
    digital_barrier,
    discrete_barrier,
    discrete_hit_probability,
    double_barrier,
    double_barrier_batch,
    double_touch,
    drawdown,
    hit_probability,
    hit_probability_batch,
    implied_volatility,
    implied_volatility_batch,
    kou,
    kou_passage,
    merton,
    touch,
    vanilla,
    vanilla_batch,
    vanna_volga,
)
from ._simulate import (
    JumpModel,
    JumpModelDict,
    JumpModelLike,
    SimulatePassageJob,
    SimulatePassageReport,
    simulate_passage,
)
from ._suspicion import (
    SuspiciousFigure,
)

__all__ = [
    "AccountCollateral",
    "AccountCollateralDict",
    "AccountContract",
    "AccountContractDict",
    "AccountLevels",
    "AccountPosition",
    "AccountPositionDict",
    "AtMark",
    "BarrierBatchColumns",
    "BarrierReport",
    "BarrierSide",
    "ContractKind",
    "DefaultLegReport",
    "DigitalBarrierReport",
    "DigitalPayout",
    "DigitalPayoutDict",
    "DigitalPayoutLike",
    "DigitalReport",
    "DiscreteBarrierReport",
    "DiscreteHitReport",
    "DoubleBarrierBatchColumns",
    "DoubleBarrierReport",
    "DoubleTouchReport",
    "DrawdownReport",
    "Estimated",
    "ExpirySummary",
    "FitJumpsReport",
    "ForwardCurveReport",
    "Greeks",
    "HitGreeks",
    "HitProbabilityBatchColumns",
    "HitProbabilityReport",
    "ImpliedVolatilityBatchColumns",
    "ImpliedVolatilityReport",
    "JumpModel",
    "JumpModelDict",
    "JumpModelLike",
    "JumpOptionReport",
    "Knock",
    "KouJumps",
    "KouJumpsDict",
    "KouPassageReport",
    "LiquidationBatchColumns",
    "LiquidationReport",
    "MaintenanceSchedule",
    "MaintenanceScheduleDict",
    "MaintenanceScheduleFlat",
    "MaintenanceScheduleFlatDict",
    "MaintenanceScheduleGrowing",
    "MaintenanceScheduleGrowingDict",
    "MaintenanceScheduleLike",
    "MarginAccountReport",
    "MarginAccountRequest",
    "MarginAccountRequestDict",
    "MarginMode",
    "MarginModeCross",
    "MarginModeCrossDict",
    "MarginModeDict",
    "MarginModeIsolated",
    "MarginModeIsolatedDict",
    "MarginModeLike",
    "Measure",
    "MertonJumps",
    "MertonJumpsDict",
    "OptionChainReport",
    "Payout",
    "PayoutDict",
    "PayoutLike",
    "PositionAtMark",
    "PriceGreeks",
    "RateTiers",
    "RateTiersDict",
    "RealizedVolatilityReport",
    "Side",
    "SimulatePassageJob",
    "SimulatePassageReport",
    "SmileProduct",
    "SmileProductBarrier",
    "SmileProductBarrierDict",
    "SmileProductDict",
    "SmileProductDoubleBarrier",
    "SmileProductDoubleBarrierDict",
    "SmileProductDoubleTouch",
    "SmileProductDoubleTouchDict",
    "SmileProductLike",
    "SmileProductTouch",
    "SmileProductTouchDict",
    "SmileProductVanilla",
    "SmileProductVanillaDict",
    "SuspiciousFigure",
    "SviReport",
    "TierUsed",
    "TouchPayment",
    "TouchReport",
    "TouchedLevel",
    "VanillaBatchColumns",
    "VanillaReport",
    "VannaVolgaReport",
    "Venue",
    "WatchCalendar",
    "WatchCalendarDict",
    "WatchDays",
    "WatchDaysDict",
    "WatchDaysLike",
    "WatchDaysMonthly",
    "WatchDaysMonthlyDict",
    "WatchDaysWeekly",
    "WatchDaysWeeklyDict",
    "WatchGreeks",
    "barrier",
    "barrier_batch",
    "black76",
    "default_leg",
    "digital",
    "digital_barrier",
    "discrete_barrier",
    "discrete_hit_probability",
    "double_barrier",
    "double_barrier_batch",
    "double_touch",
    "drawdown",
    "fit_jumps",
    "forward_curve",
    "hit_probability",
    "hit_probability_batch",
    "implied_volatility",
    "implied_volatility_batch",
    "kou",
    "kou_passage",
    "liquidation",
    "liquidation_batch",
    "margin_account",
    "merton",
    "option_chain",
    "realized_volatility",
    "simulate_passage",
    "svi_smile",
    "touch",
    "vanilla",
    "vanilla_batch",
    "vanna_volga",
]


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:
    __getattr__ = unknown(__name__, __all__)

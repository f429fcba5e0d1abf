//! Margin, options, barriers, jumps and their estimation.

use hashinsight::derivatives::chain::{
    OptionChainReport, OptionChainRequest, SviReport, SviRequest, option_chain, svi_smile,
};
use hashinsight::derivatives::curve::{ForwardCurveReport, ForwardCurveRequest, forward_curve};
use hashinsight::derivatives::estimation::{
    FitJumpsReport, FitJumpsRequest, RealizedVolatilityReport, RealizedVolatilityRequest, fit_jumps,
    realized_volatility,
};
use hashinsight::derivatives::margin::{
    LiquidationBatchParams, LiquidationReport, LiquidationRequest, LiquidationRow, LiquidationTable,
    MarginAccountReport, MarginAccountRequest, liquidation, liquidation_batch, margin_account,
};
use hashinsight::derivatives::pricing::{
    BarrierBatchParams, BarrierReport, BarrierRequest, BarrierRow, BarrierTable, Black76Request, DefaultLegReport,
    DefaultLegRequest, DigitalBarrierReport, DigitalBarrierRequest, DigitalReport, DigitalRequest,
    DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport, DiscreteHitRequest, DoubleBarrierBatchParams,
    DoubleBarrierReport, DoubleBarrierRequest, DoubleBarrierRow, DoubleBarrierTable, DoubleTouchReport,
    DoubleTouchRequest, DrawdownReport, DrawdownRequest, EuropeanOption, HitProbabilityBatchParams,
    HitProbabilityReport, HitProbabilityRequest, HitProbabilityRow, HitProbabilityTable, ImpliedVolatilityBatchParams,
    ImpliedVolatilityReport, ImpliedVolatilityRequest, ImpliedVolatilityRow, ImpliedVolatilityTable, JumpOptionReport,
    KouPassageReport, KouPassageRequest, KouRequest, MertonRequest, TouchReport, TouchRequest, VanillaBatchParams,
    VanillaReport, VanillaRow, VanillaTable, VannaVolgaReport, VannaVolgaRequest, barrier, barrier_batch, black76,
    default_leg, digital, digital_barrier, discrete_barrier, discrete_hit_probability, double_barrier,
    double_barrier_batch, double_touch, drawdown, hit_probability, hit_probability_batch, implied_volatility,
    implied_volatility_batch, kou, kou_passage, merton, touch, vanilla, vanilla_batch, vanna_volga,
};
use hashinsight::derivatives::simulate::SimulatePassage;

use crate::operation::operations;

operations! { derivatives:
    /// Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.
    ///
    /// The maintenance rate is that of the tier at the liquidation price, by the rules of a named venue. `never` where no price
    /// liquidates the position.
    document liquidation: LiquidationRequest => LiquidationReport;
    /// Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.
    by_row columns liquidation_batch: LiquidationBatchParams, LiquidationRow => LiquidationTable;
    /// The state of an account with many positions and several collaterals: its one equity, margin ratio and leverage, and the prices of
    /// each contract and of each coin at which it is warned, liquidated or bankrupt.
    ///
    /// A contract is moved with all others fixed; a coin moves all its contracts and its collateral in proportion. Long and short of one
    /// contract are hedge mode. What the named venue does not have is refused.
    document margin_account: MarginAccountRequest => MarginAccountReport;
    /// Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure.
    total document vanilla: EuropeanOption => VanillaReport;
    /// Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.
    by_row columns vanilla_batch: VanillaBatchParams, VanillaRow => VanillaTable;
    /// Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure.
    total document black76: Black76Request => VanillaReport;
    /// The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest
    /// value.
    document implied_volatility: ImpliedVolatilityRequest => ImpliedVolatilityReport;
    /// Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.
    by_row columns implied_volatility_batch: ImpliedVolatilityBatchParams, ImpliedVolatilityRow => ImpliedVolatilityTable;
    /// The probability that a price touches a level within a horizon under continuous watch, with derivatives.
    ///
    /// `N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))`: the probability of liquidation.
    total document hit_probability: HitProbabilityRequest => HitProbabilityReport;
    /// Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.
    by_row columns hit_probability_batch: HitProbabilityBatchParams, HitProbabilityRow => HitProbabilityTable;
    /// The probability of being seen at a level on one of up to 100,000 dates: exact, by the Broadie-Glasserman-Kou correction and under
    /// continuous watch side by side.
    document discrete_hit_probability: DiscreteHitRequest => DiscreteHitReport;
    /// The value and greeks of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset, for any rate; the watch
    /// may begin later or end earlier.
    document touch: TouchRequest => TouchReport;
    /// The value and greeks of a European digital: cash, asset or gap where the price ends beyond the strike.
    total document digital: DigitalRequest => DigitalReport;
    /// The value and greeks of a digital with a barrier: cash, asset or gap where the price ends beyond the strike, and touched a barrier
    /// or did not (Reiner and Rubinstein 1991).
    total document digital_barrier: DigitalBarrierRequest => DigitalBarrierReport;
    /// The value and greeks of an option with a barrier on either side, with rebate (Kunitomo and Ikeda 1992).
    document double_barrier: DoubleBarrierRequest => DoubleBarrierReport;
    /// Prices of options of one kind with a barrier on either side at once, each as `derivatives.double_barrier` computes it, bit for bit.
    by_row columns double_barrier_batch: DoubleBarrierBatchParams, DoubleBarrierRow => DoubleBarrierTable;
    /// The value and greeks of a payment on a touch of one of two levels, of one before the other, or of neither (Hui 1996).
    document double_touch: DoubleTouchRequest => DoubleTouchReport;
    /// The value and greeks of a barrier option under continuous watch, all of the time or part of it: eight types, with rebate (Reiner and
    /// Rubinstein 1991).
    document barrier: BarrierRequest => BarrierReport;
    /// Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.
    by_row columns barrier_batch: BarrierBatchParams, BarrierRow => BarrierTable;
    /// The value of an option, a barrier or a touch under a smile of three volatilities: the straddle's, and those of the put and the call of
    /// a quarter's delta (Castagna and Mercurio 2007).
    ///
    /// What the smile asks beyond the straddle's volatility for options of the same vega, vanna and volga, times the probability of no touch.
    document vanna_volga: VannaVolgaRequest => VannaVolgaReport;
    /// The value and greeks of a barrier option with rebate that is watched on up to 100,000 dates: exact, by the
    /// Broadie-Glasserman-Kou correction and under continuous watch side by side.
    document discrete_barrier: DiscreteBarrierRequest => DiscreteBarrierReport;
    /// The value and greeks of a European option on a price with normal jumps in the logarithm (Merton 1976).
    document merton: MertonRequest => JumpOptionReport;
    /// The value and greeks of a European option on a price with exponential jumps in the logarithm (Kou 2002), down to seconds before
    /// expiry.
    document kou: KouRequest => JumpOptionReport;
    /// The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
    /// beyond (Kou and Wang 2003).
    document kou_passage: KouPassageRequest => KouPassageReport;
    /// The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
    document drawdown: DrawdownRequest => DrawdownReport;
    /// The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.
    document default_leg: DefaultLegRequest => DefaultLegReport;
    /// Figures of a chain of options: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
    /// max pain and gamma exposure.
    ///
    /// Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
    /// discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
    /// of 0 among them, are listed in `suspicious`.
    document option_chain: OptionChainRequest => OptionChainReport;
    /// Forward prices, discount factors, rates and yields at any times, from futures and riskless rates of a few expiries: log-linear
    /// between them (Hagan and West 2006).
    document forward_curve: ForwardCurveRequest => ForwardCurveReport;
    /// The raw SVI smile through the volatilities of an expiry, and whether its density holds (Gatheral and Jacquier 2014).
    document svi_smile: SviRequest => SviReport;
    /// Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
    /// Rogers-Satchell, Yang-Zhang; and what jumps leave: bipower and truncated variance with a test for jumps.
    document realized_volatility: RealizedVolatilityRequest => RealizedVolatilityReport;
    /// Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.
    document fit_jumps: FitJumpsRequest => FitJumpsReport;
    /// First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
    /// and a closed-form control variate.
    job simulate_passage: SimulatePassage;
}

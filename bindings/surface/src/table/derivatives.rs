//! Margin, options, barriers, jumps and their estimation.

use hashinsight::derivatives::chain::{OptionChainReport, OptionChainRequest, option_chain};
use hashinsight::derivatives::estimation::{
    FitJumpsReport, FitJumpsRequest, RealizedVolatilityReport, RealizedVolatilityRequest, fit_jumps,
    realized_volatility,
};
use hashinsight::derivatives::margin::{
    LiquidationBatchParams, LiquidationColumns, LiquidationReport, LiquidationRequest, liquidation, liquidation_batch,
};
use hashinsight::derivatives::pricing::{
    BarrierBatchParams, BarrierColumns, BarrierReport, BarrierRequest, Black76Request, DefaultLegReport,
    DefaultLegRequest, DigitalReport, DigitalRequest, DiscreteBarrierReport, DiscreteBarrierRequest, DiscreteHitReport,
    DiscreteHitRequest, DrawdownReport, DrawdownRequest, HitProbabilityBatchParams, HitProbabilityColumns,
    HitProbabilityReport, HitProbabilityRequest, ImpliedVolatilityBatchParams, ImpliedVolatilityColumns,
    ImpliedVolatilityReport, ImpliedVolatilityRequest, JumpOptionReport, KouPassageReport, KouPassageRequest,
    KouRequest, MertonRequest, TouchReport, TouchRequest, VanillaBatchParams, VanillaColumns, VanillaReport,
    VanillaRequest, barrier, barrier_batch, black76, default_leg, digital, discrete_barrier, discrete_hit_probability,
    drawdown, hit_probability, hit_probability_batch, implied_volatility, implied_volatility_batch, kou, kou_passage,
    merton, touch, vanilla, vanilla_batch,
};
use hashinsight::derivatives::simulate::SimulatePassage;
#[cfg(feature = "schema")]
use hashinsight::derivatives::{AssetPrice, Collateral, Quantity, Volatility, Years};
use hashinsight::derivatives::{DerivativesError, RowState};

use crate::Operation;
use crate::columns::ColumnBuffer;
use crate::operation::operation;

pub(crate) const TABLE: &[Operation] = &[
    operation! {
        /// Where a leveraged position is liquidated, bankrupt and warned, and how it stands at the mark.
        ///
        /// The maintenance rate is that of the tier at the liquidation price, by the rules of a named venue. `never` where no price
        /// liquidates the position.
        document "derivatives.liquidation": LiquidationRequest => LiquidationReport, liquidation,
        example r#"{"venue":"binance_usdm","contract":"linear","side":"long","quantity":0.5,"entry_price":60000,"margin_mode":{"isolated":{"margin":3000}},"maintenance":{"flat":{"rate":0.004,"deduction":0}},"close_fee_rate":0.0005,"funding_paid":12.5,"mark_price":59000,"call_ratio":0.8,"volatility":0.65,"years":0.019178082191780823}"#
    },
    operation! {
        /// Liquidation and bankruptcy prices of many isolated positions at once, each as `derivatives.liquidation` computes it, bit for bit.
        columns "derivatives.liquidation_batch": LiquidationBatchParams,
        in {
            /// 1 for long, -1 for short.
            side: F64,
            /// Units of base (linear) or contracts of one quote unit (inverse).
            quantity: F64 Quantity,
            /// Average entry price.
            entry_price: F64 AssetPrice,
            /// Margin of the position less the funding paid so far, in margin currency.
            margin: F64 Collateral,
        } out {
            /// Where the position is liquidated; NaN with status `never`.
            liquidation_price: F64,
            /// Where equity pays the closing fee and nothing else; NaN where it never does.
            bankruptcy_price: F64,
            /// `ok`, `never` or `refused`.
            status: Words,
        },
        |params: &LiquidationBatchParams, columns| {
            let inputs = LiquidationColumns {
                side: columns.f64(0),
                quantity: columns.f64(1),
                entry_price: columns.f64(2),
                margin: columns.f64(3),
            };
            let table = liquidation_batch(&inputs, params)?;
            Ok::<_, DerivativesError>(vec![
                ColumnBuffer::F64(table.liquidation_price),
                ColumnBuffer::F64(table.bankruptcy_price),
                status(&table.status),
            ])
        },
        example r#"{"params":{"venue":"okx","contract":"linear","maintenance":{"flat":{"rate":0.01,"deduction":0}},"close_fee_rate":0.0006},"columns":{"side":[1,-1,1],"quantity":[1,1,1],"entry_price":[10,8,10],"margin":[2,1.6,10.5]}}"#
    },
    operation! {
        /// Price and greeks of a European option by Black, Scholes and Merton (1973), under the risk-neutral measure.
        document "derivatives.vanilla": VanillaRequest => VanillaReport, vanilla,
        example r#"{"kind":"call","spot":60000,"strike":65000,"years":0.25,"rate_per_year":0.04,"yield_per_year":0,"volatility":0.65}"#
    },
    operation! {
        /// Price and greeks of many European options at once, each as `derivatives.vanilla` computes it, bit for bit.
        columns "derivatives.vanilla_batch": VanillaBatchParams,
        in {
            /// 1 for a call, -1 for a put.
            kind: F64,
            /// Price of the asset now.
            spot: F64 AssetPrice,
            /// Exercise price.
            strike: F64 AssetPrice,
            /// Time to expiry in years of 365 days.
            years: F64 Years,
            /// Volatility per square root of a year.
            volatility: F64 Volatility,
        } out {
            /// Price in quote currency.
            price: F64,
            /// By the spot; NaN with status `undefined` where the price has a corner.
            delta: F64,
            /// Twice by the spot; NaN as delta.
            gamma: F64,
            /// By the volatility; NaN as delta.
            vega: F64,
            /// By calendar time, per year; NaN as delta.
            theta: F64,
            /// `ok`, `undefined` or `refused`.
            status: Words,
        },
        |params: &VanillaBatchParams, columns| {
            let inputs = VanillaColumns {
                kind: columns.f64(0),
                spot: columns.f64(1),
                strike: columns.f64(2),
                years: columns.f64(3),
                volatility: columns.f64(4),
            };
            let table = vanilla_batch(&inputs, params)?;
            Ok::<_, DerivativesError>(vec![
                ColumnBuffer::F64(table.price),
                ColumnBuffer::F64(table.delta),
                ColumnBuffer::F64(table.gamma),
                ColumnBuffer::F64(table.vega),
                ColumnBuffer::F64(table.theta),
                status(&table.status),
            ])
        },
        example r#"{"params":{"rate_per_year":0.04,"yield_per_year":0},"columns":{"kind":[1,-1,1],"spot":[60000,60000,60000],"strike":[65000,50000,60000],"years":[0.25,0.25,0],"volatility":[0.65,0.7,0.65]}}"#
    },
    operation! {
        /// Price and greeks of a European option on a forward (Black 1976), under the risk-neutral measure.
        document "derivatives.black76": Black76Request => VanillaReport, black76,
        example r#"{"kind":"put","forward":60500,"strike":55000,"years":0.25,"rate_per_year":0.04,"volatility":0.7}"#
    },
    operation! {
        /// The volatility at which Black's formula gives a price, to full precision; refusals below the intrinsic and above the greatest
        /// value.
        document "derivatives.implied_volatility": ImpliedVolatilityRequest => ImpliedVolatilityReport, implied_volatility,
        example r#"{"kind":"call","price":7.965567455405797,"forward":100,"strike":100,"years":1,"rate_per_year":0}"#
    },
    operation! {
        /// Implied volatilities of many options at once, each as `derivatives.implied_volatility` computes it, bit for bit.
        columns "derivatives.implied_volatility_batch": ImpliedVolatilityBatchParams,
        in {
            /// 1 for a call, -1 for a put.
            kind: F64,
            /// What the option costs, in quote currency.
            price: F64 Collateral,
            /// Forward price of the asset for the expiry.
            forward: F64 AssetPrice,
            /// Exercise price.
            strike: F64 AssetPrice,
            /// Time to expiry in years of 365 days.
            years: F64 Years,
        } out {
            /// Volatility per square root of a year; NaN where the status is not `ok`.
            implied_volatility: F64,
            /// `ok`, `undefined` (no volatility gives this price) or `refused`.
            status: Words,
        },
        |params: &ImpliedVolatilityBatchParams, columns| {
            let inputs = ImpliedVolatilityColumns {
                kind: columns.f64(0),
                price: columns.f64(1),
                forward: columns.f64(2),
                strike: columns.f64(3),
                years: columns.f64(4),
            };
            let table = implied_volatility_batch(&inputs, params)?;
            Ok::<_, DerivativesError>(vec![ColumnBuffer::F64(table.implied_volatility), status(&table.status)])
        },
        example r#"{"params":{"rate_per_year":0},"columns":{"kind":[1,1,-1],"price":[7.965567455405797,0.19247532329705216,1.2067609475492609],"forward":[100,100,100],"strike":[100,150,20],"years":[1,1,0.5]}}"#
    },
    operation! {
        /// The probability that a price touches a level within a horizon under continuous watch, with derivatives.
        ///
        /// `N((h - m T) / (sigma sqrt T)) + e^(2 m h / sigma^2) N((h + m T) / (sigma sqrt T))`: the probability of liquidation.
        document "derivatives.hit_probability": HitProbabilityRequest => HitProbabilityReport, hit_probability,
        example r#"{"spot":60000,"barrier":54216.87,"side":"down","years":0.019178082191780823,"drift_per_year":0,"volatility":0.65,"measure":"real_world"}"#
    },
    operation! {
        /// Touch probabilities of many levels at once, each as `derivatives.hit_probability` computes it, bit for bit.
        columns "derivatives.hit_probability_batch": HitProbabilityBatchParams,
        in {
            /// Price now.
            spot: F64 AssetPrice,
            /// The level.
            barrier: F64 AssetPrice,
            /// Horizon in years of 365 days.
            years: F64 Years,
            /// Volatility per square root of a year.
            volatility: F64 Volatility,
        } out {
            /// Probability of a touch within the horizon.
            probability: F64,
            /// `ok` or `refused`.
            status: Words,
        },
        |params: &HitProbabilityBatchParams, columns| {
            let inputs = HitProbabilityColumns {
                spot: columns.f64(0),
                barrier: columns.f64(1),
                years: columns.f64(2),
                volatility: columns.f64(3),
            };
            let table = hit_probability_batch(&inputs, params)?;
            Ok::<_, DerivativesError>(vec![ColumnBuffer::F64(table.probability), status(&table.status)])
        },
        example r#"{"params":{"side":"down","drift_per_year":0},"columns":{"spot":[60000,60000],"barrier":[54216.87,57228.92],"years":[0.019178082191780823,0.019178082191780823],"volatility":[0.65,0.65]}}"#
    },
    operation! {
        /// The probability of being seen at a level on one of so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
        /// continuous watch side by side.
        document "derivatives.discrete_hit_probability": DiscreteHitRequest => DiscreteHitReport, discrete_hit_probability,
        example r#"{"spot":100,"barrier":90,"side":"down","years":0.019178082191780823,"drift_per_year":0,"volatility":0.65,"dates":7,"measure":"real_world"}"#
    },
    operation! {
        /// The value of a payment on a touch (at the hit or at expiry) or on none, in cash or in the asset.
        document "derivatives.touch": TouchRequest => TouchReport, touch,
        example r#"{"spot":105,"barrier":100,"side":"down","payment":"at_hit","payout":{"cash":15},"years":0.5,"rate_per_year":0.1,"yield_per_year":0,"volatility":0.2}"#
    },
    operation! {
        /// The value of a European digital: cash, asset or gap where the price ends beyond the strike.
        document "derivatives.digital": DigitalRequest => DigitalReport, digital,
        example r#"{"kind":"put","spot":100,"strike":80,"payout":{"cash":10},"years":0.75,"rate_per_year":0.06,"yield_per_year":0.06,"volatility":0.35}"#
    },
    operation! {
        /// The value of a barrier option under continuous watch: eight types, with rebate (Reiner and Rubinstein 1991).
        document "derivatives.barrier": BarrierRequest => BarrierReport, barrier,
        example r#"{"kind":"call","knock":"out","side":"down","spot":100,"strike":90,"barrier":95,"rebate":3,"years":0.5,"rate_per_year":0.08,"yield_per_year":0.04,"volatility":0.25}"#
    },
    operation! {
        /// Barrier options of one type at once, each as `derivatives.barrier` computes it, bit for bit.
        columns "derivatives.barrier_batch": BarrierBatchParams,
        in {
            /// Price now.
            spot: F64 AssetPrice,
            /// Exercise price.
            strike: F64 AssetPrice,
            /// The level.
            barrier: F64 AssetPrice,
            /// Time to expiry in years of 365 days.
            years: F64 Years,
            /// Volatility per square root of a year.
            volatility: F64 Volatility,
        } out {
            /// Value in quote currency, rebate included.
            price: F64,
            /// Probability of a touch by expiry.
            touch_probability: F64,
            /// `ok` or `refused`.
            status: Words,
        },
        |params: &BarrierBatchParams, columns| {
            let inputs = BarrierColumns {
                spot: columns.f64(0),
                strike: columns.f64(1),
                barrier: columns.f64(2),
                years: columns.f64(3),
                volatility: columns.f64(4),
            };
            let table = barrier_batch(&inputs, params)?;
            Ok::<_, DerivativesError>(vec![
                ColumnBuffer::F64(table.price),
                ColumnBuffer::F64(table.touch_probability),
                status(&table.status),
            ])
        },
        example r#"{"params":{"kind":"put","knock":"in","side":"up","rebate":3,"rate_per_year":0.08,"yield_per_year":0.04},"columns":{"spot":[100,100],"strike":[110,90],"barrier":[105,105],"years":[0.5,0.5],"volatility":[0.3,0.25]}}"#
    },
    operation! {
        /// The value of a barrier option that is watched on so many dates: exact recursion, the Broadie-Glasserman-Kou correction and
        /// continuous watch side by side.
        document "derivatives.discrete_barrier": DiscreteBarrierRequest => DiscreteBarrierReport, discrete_barrier,
        example r#"{"kind":"call","knock":"out","side":"down","spot":100,"strike":100,"barrier":99,"years":0.2,"rate_per_year":0.1,"yield_per_year":0,"volatility":0.3,"dates":50}"#
    },
    operation! {
        /// The value of a European option on a price with normal jumps in the logarithm (Merton 1976).
        document "derivatives.merton": MertonRequest => JumpOptionReport, merton,
        example r#"{"kind":"call","spot":100,"strike":80,"years":0.5,"rate_per_year":0.08,"yield_per_year":0,"volatility":0.2165063509461097,"jumps_per_year":1,"mean_log_jump":-0.0078125,"log_jump_deviation":0.125}"#
    },
    operation! {
        /// The value of a European option on a price with exponential jumps in the logarithm (Kou 2002).
        document "derivatives.kou": KouRequest => JumpOptionReport, kou,
        example r#"{"kind":"call","spot":100,"strike":98,"years":0.5,"rate_per_year":0.05,"yield_per_year":0,"volatility":0.16,"jumps":{"jumps_per_year":1,"up_probability":0.4,"up_rate":10,"down_rate":5}}"#
    },
    operation! {
        /// The probability that a price with exponential jumps reaches a level within a horizon, by a leap or not, and how far it lands
        /// beyond (Kou and Wang 2003).
        document "derivatives.kou_passage": KouPassageRequest => KouPassageReport, kou_passage,
        example r#"{"spot":50000,"barrier":45500,"side":"down","years":0.019178082191780823,"drift_per_year":0,"volatility":0.55,"jumps":{"jumps_per_year":20,"up_probability":0.45,"up_rate":30,"down_rate":25},"overshoot":0.02,"measure":"risk_neutral"}"#
    },
    operation! {
        /// The probability of a drawdown within a horizon, the expected time until one, and the expected maximum drawdown.
        document "derivatives.drawdown": DrawdownRequest => DrawdownReport, drawdown,
        example r#"{"drawdown":0.2,"years":0.0821917808219178,"drift_per_year":0.2,"volatility":0.65,"measure":"real_world"}"#
    },
    operation! {
        /// The present value of losing what stands with an exchange that may default, with a hazard rate that is constant in segments.
        document "derivatives.default_leg": DefaultLegRequest => DefaultLegReport, default_leg,
        example r#"{"notional":100000,"loss_given_default":0.6,"years":1,"rate_per_year":0.04,"hazards_per_year":[0.02,0.05],"segment_ends_years":[0.5],"measure":"risk_neutral"}"#
    },
    operation! {
        /// What a chain of options says: implied forward, smile by delta, 25-delta risk reversal and butterfly, at-the-money term structure,
        /// max pain and gamma exposure.
        ///
        /// Premiums in coin times the underlying are undiscounted, so that their parity has no rate; premiums in the quote currency are
        /// discounted. Premiums that no option can have are refused with their row; figures that are hard to believe or were not used, marks
        /// of 0 among them, are listed in `suspicious`.
        document "derivatives.option_chain": OptionChainRequest => OptionChainReport, option_chain,
        example r#"{"chain":{"quotes":[{"source":"deribit","quote_currency":"USD","premium_currency":"BTC","instrument":"BTC-26JUN26-90000-C","time_ms":1765541474086,"expiry_ms":1782460800000,"strike":90000,"kind":"call","underlying":95000,"mark":0.1693,"mark_iv":0.5,"open_interest_base":120},{"source":"deribit","quote_currency":"USD","premium_currency":"BTC","instrument":"BTC-26JUN26-90000-P","time_ms":1765541474086,"expiry_ms":1782460800000,"strike":90000,"kind":"put","underlying":95000,"mark":0.1167,"mark_iv":0.5,"open_interest_base":80},{"source":"deribit","quote_currency":"USD","premium_currency":"BTC","instrument":"BTC-26JUN26-120000-C","time_ms":1765541474086,"expiry_ms":1782460800000,"strike":120000,"kind":"call","underlying":95000,"mark":0.0594,"mark_iv":0.48,"open_interest_base":200}]},"rate_per_year":0.04}"#
    },
    operation! {
        /// Six estimates of the volatility of a series of bars: close to close, exponentially weighted, Parkinson, Garman-Klass,
        /// Rogers-Satchell, Yang-Zhang.
        document "derivatives.realized_volatility": RealizedVolatilityRequest => RealizedVolatilityReport, realized_volatility,
        example r#"{"open":[63850,64940,64941,66819],"high":[65420,65695,67233,67200],"low":[63090,64237,64500,65765],"close":[64940,64941,66819,66414],"bar_years":0.0027397260273972603,"ewma_decay":0.94}"#
    },
    operation! {
        /// Diffusion and normal jumps that make observed returns most likely, with standard errors: Merton's model by maximum likelihood.
        document "derivatives.fit_jumps": FitJumpsRequest => FitJumpsReport, fit_jumps,
        example r#"{"log_returns":[-0.0051,0.0102,-0.0045,-0.0063,-0.0186,-0.0043,0.0222,-0.0804,0.005,0.0079,0.0037,-0.0333,0.0171,0.0101,0.01,-0.0338,-0.0349,-0.0178,-0.0094,-0.1153,0.0104,-0.0128,0.0062,0.0079,-0.0132,0.0344,-0.073,-0.0124,-0.0148,-0.0069],"step_years":0.0027397260273972603}"#
    },
    operation! {
        /// First passage by simulation, with or without jumps: exact steps at the jumps only, Brownian bridge between them, antithetic pairs
        /// and a closed-form control variate.
        job SimulatePassage,
        example r#"{"spot":50000,"barrier":45500,"side":"down","years":0.019178082191780823,"drift_per_year":0,"volatility":0.55,"jumps":{"kou":{"jumps_per_year":20,"up_probability":0.45,"up_rate":30,"down_rate":25}},"measure":"risk_neutral","pairs":4096,"dates":7,"seed":"20260531"}"#
    },
];

fn status(rows: &[RowState]) -> ColumnBuffer {
    ColumnBuffer::Words { codes: rows.iter().map(|state| state.code()).collect(), words: RowState::WORDS }
}

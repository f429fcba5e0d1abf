//! Vanna-volga: what a smile adds to the price of a barrier or a touch.
//!
//! Under one volatility, that of the delta-neutral straddle, a product has vega, vanna and volga. Three traded options have the same together
//! (the straddle's, and the put and the call of a quarter's delta), at weights `w`; the smile asks more or less for them than the one
//! volatility does, and the product is to bear that as long as it lives:
//!
//! ```text
//! price = flat + p sum of w_i (smile price_i - flat price_i)          p  probability of no touch; 1 for an option without barrier
//! ```
//!
//! (Castagna and Mercurio 2007; Bossens, Rayee, Skantzos and Deelstra 2010; Wystup 2017.) With `x_i = w_i vega_i` the three equations are
//! moments in `d1_i`, so that the weights are Lagrange's polynomials. A knock-out is held between 0 and the option without barrier, a
//! touch between nothing and its payout, and a knock-in is what the knock-out lacks. The smile is the market's word on three strikes, the
//! rest a rule: no model says how wrong it is.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{clamp, exp, max};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Volatility, Years};

use super::PriceGreeks;
use super::barrier::{BarrierRequest, BarrierType, Knock, barrier};
use super::barrier_terms::BarrierSide;
use super::double_barrier::{DoubleBarrierRequest, double_barrier};
use super::double_touch::{DoubleTouchRequest, TouchedLevel, double_touch};
use super::option::sign;
use super::touch::{Payout, TouchPayment, TouchRequest, touch};
use super::vanilla::Vanilla;
use super::vanna_volga_smile::Smile;
use crate::Measure;
use crate::refuse::unsupported;

/// Product that a smile prices, watched always.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum SmileProduct {
    /// European option.
    Vanilla {
        /// Kind of the option: call or put.
        #[record(example = "call")]
        kind: OptionKind,
        /// Exercise price, in quote currency.
        #[record(example = 65000)]
        strike: AssetPrice,
    },
    /// Option with a barrier, without rebate.
    Barrier {
        /// Kind of the option: call or put.
        #[record(example = "call")]
        kind: OptionKind,
        /// Effect of a touch: knock-in or knock-out.
        #[record(example = "out")]
        knock: Knock,
        /// Side of the price on which the barrier lies.
        #[record(example = "down")]
        side: BarrierSide,
        /// Exercise price, in quote currency.
        #[record(example = 65000)]
        strike: AssetPrice,
        /// Price level of the barrier, in quote currency.
        #[record(example = 54000)]
        barrier: AssetPrice,
    },
    /// Option with a barrier on either side, without rebate.
    DoubleBarrier {
        /// Kind of the option: call or put.
        #[record(example = "call")]
        kind: OptionKind,
        /// Effect of a touch of either barrier: knock-in or knock-out.
        #[record(example = "out")]
        knock: Knock,
        /// Exercise price, in quote currency.
        #[record(example = 60000)]
        strike: AssetPrice,
        /// Price level of the lower barrier, in quote currency.
        #[record(example = 50000)]
        lower: AssetPrice,
        /// Price level of the upper barrier, in quote currency; above the lower one.
        #[record(example = 75000)]
        upper: AssetPrice,
    },
    /// Payment on a touch of a level, or on none.
    Touch {
        /// Price level, in quote currency.
        #[record(example = 54000)]
        barrier: AssetPrice,
        /// Side of the price on which the level lies.
        #[record(example = "down")]
        side: BarrierSide,
        /// Moment of the payment; without a touch it is due at expiry.
        #[record(example = "at_expiry")]
        payment: TouchPayment,
        /// Payout in quote currency.
        #[record(example = 1000)]
        cash: Collateral,
    },
    /// Payment on a touch of one of two levels, or on none.
    DoubleTouch {
        /// Price of the lower level, in quote currency.
        #[record(example = 50000)]
        lower: AssetPrice,
        /// Price of the upper level, in quote currency; above the lower one.
        #[record(example = 75000)]
        upper: AssetPrice,
        /// Moment of the payment; without a touch it is due at expiry.
        #[record(example = "no_touch")]
        payment: TouchPayment,
        /// Payout in quote currency.
        #[record(example = 1000)]
        cash: Collateral,
    },
}

/// Inputs of [`vanna_volga`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct VannaVolgaRequest {
    /// Product that is priced.
    pub product: SmileProduct,
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Time to expiry, in years of 365 days; above 0.
    #[record(example = 0.0821917808219178)]
    pub years: Years,
    /// Riskless rate per year, continuously compounded.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
    /// Yield of holding the asset per year, continuously compounded.
    #[record(example = 0)]
    pub yield_per_year: Rate,
    /// Volatility of the put with a forward delta of -0.25, per square root of a year.
    #[record(example = 0.63)]
    pub put_25_volatility: Volatility,
    /// Volatility of the straddle whose forward delta is 0, per square root of a year; above 0.
    #[record(example = 0.58)]
    pub atm_volatility: Volatility,
    /// Volatility of the call with a forward delta of 0.25, per square root of a year.
    #[record(example = 0.57)]
    pub call_25_volatility: Volatility,
    /// Volatility that the market asks at the strike of an option, per square root of a year. Absent: what the three volatilities imply.
    pub strike_volatility: Option<Volatility>,
}

/// Result of [`vanna_volga`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct VannaVolgaReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency under the smile: the three terms that follow, added.
    pub price: f64,
    /// Value in quote currency at the straddle's volatility alone.
    pub flat_price: f64,
    /// Correction for the smile, in quote currency.
    pub smile_correction: f64,
    /// What brings the value back between its bounds, in quote currency; 0 within them.
    pub clamp: f64,
    /// Share of the hedge's cost that counts: the probability of no touch at the straddle's volatility.
    pub survival_probability: f64,
    /// Price of the same option without barrier under the smile, in quote currency; absent for a touch.
    pub vanilla_price: Option<f64>,
    /// Exercise price of the put with a forward delta of -0.25, in quote currency.
    pub put_25_strike: f64,
    /// Exercise price of the straddle whose forward delta is 0, in quote currency.
    pub atm_strike: f64,
    /// Exercise price of the call with a forward delta of 0.25, in quote currency.
    pub call_25_strike: f64,
}

/// The value of an option, a barrier or a touch under a smile of three volatilities.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierSide, Knock, SmileProduct, VannaVolgaRequest, vanna_volga};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// // Euro and dollar, 2013: a row of QuantLib's test suite.
/// let (strike, barrier) = (AssetPrice::new(1.31179)?, AssetPrice::new(1.5)?);
/// let product =
///     SmileProduct::Barrier { kind: OptionKind::Call, knock: Knock::Out, side: BarrierSide::Up, strike, barrier };
/// let (spot, rate, carry_yield) = (AssetPrice::new(1.30265)?, Rate::new(0.0033871)?, Rate::new(0.0003541)?);
/// let [put, atm, call] = [0.10087, 0.08925, 0.08463].map(Volatility::new);
/// let request = VannaVolgaRequest::new(product, spot, Years::new(1.0)?, rate, carry_yield, put?, atm?, call?);
/// assert_eq!(format!("{:.4}", vanna_volga(&request)?.price), "0.0275");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.years.out_of_range` without time and `atm_volatility` without volatility; `put_25_volatility` and `call_25_volatility` where the
/// strikes do not rise from put to straddle to call; `derivatives.strike_volatility.unsupported` for a touch. As [`double_barrier`] for two levels.
pub fn vanna_volga(request: &VannaVolgaRequest) -> Result<VannaVolgaReport, Error> {
    let smile = Smile::new(request)?;
    let flat = smile.flat(request.product)?;
    let option = smile.option(request)?;
    let Flat { price, greeks, survival, knock, bounds } = flat;
    // Of a certain touch, or at a corner, nothing is left to hedge.
    let correction = greeks.map_or(0.0, |greeks| survival * smile.cost(&greeks));
    let vanilla_price = option.map(|(_, vanilla)| vanilla);
    let (flat_price, smile_correction, price) = match (knock, option) {
        (Some(knock), Some((plain, vanilla))) => {
            // What the market asks at the strike beyond the three options, as long as the option lives.
            let beyond = vanilla - plain.price - smile.cost(&plain.greeks);
            let (correction, plain_correction) = (correction + survival * beyond, vanilla - plain.price);
            let out = clamp(price + correction, 0.0, vanilla);
            match knock {
                Knock::Out => (price, correction, out),
                Knock::In => (plain.price - price, plain_correction - correction, vanilla - out),
            }
        }
        (_, Some((plain, vanilla))) => (plain.price, vanilla - plain.price, max(vanilla, 0.0)),
        _ => (price, correction, clamp(price + correction, 0.0, bounds)),
    };
    Ok(VannaVolgaReport {
        measure: Measure::RiskNeutral,
        price,
        flat_price,
        smile_correction,
        clamp: price - (flat_price + smile_correction),
        survival_probability: survival,
        vanilla_price,
        put_25_strike: smile.put.strike,
        atm_strike: smile.straddle,
        call_25_strike: smile.call.strike,
    })
}

/// A product at the straddle's volatility; of a knock-in the knock-out.
struct Flat {
    price: f64,
    greeks: Option<PriceGreeks>,
    survival: f64,
    knock: Option<Knock>,
    /// Most that a touch is worth.
    bounds: f64,
}

/// An option at the straddle's volatility.
#[derive(Clone, Copy)]
struct Plain {
    price: f64,
    greeks: PriceGreeks,
}

impl Smile {
    /// Kind and strike of a product that is an option, with what the smile says of it without barrier.
    fn option(&self, request: &VannaVolgaRequest) -> Result<Option<(Plain, f64)>, Error> {
        let (SmileProduct::Vanilla { kind, strike }
        | SmileProduct::Barrier { kind, strike, .. }
        | SmileProduct::DoubleBarrier { kind, strike, .. }) = request.product
        else {
            return match request.strike_volatility {
                Some(volatility) => {
                    Err(unsupported("strike_volatility", volatility.get(), "absent: a touch has no strike"))
                }
                None => Ok(None),
            };
        };
        let option = Vanilla::new(sign(kind), self.spot.get(), strike.get(), &self.market);
        let (price, _, greeks) = option.evaluate();
        let plain = Plain { price, greeks: greeks.into() };
        let vanilla = match request.strike_volatility {
            Some(volatility) => Vanilla { volatility: volatility.get(), ..option }.price(),
            None => max(price + self.cost(&plain.greeks), 0.0),
        };
        Ok(Some((plain, vanilla)))
    }

    fn flat(&self, product: SmileProduct) -> Result<Flat, Error> {
        let Self { market, spot, .. } = *self;
        let none = Collateral::constant(0.0);
        // Cash at expiry may be worth more than cash now.
        let discount = exp(-market.rate_per_year.get() * market.years.get());
        let due = |cash: Collateral| cash.get() * max(discount, 1.0);
        Ok(match product {
            SmileProduct::Vanilla { .. } => Flat { price: 0.0, greeks: None, survival: 1.0, knock: None, bounds: 0.0 },
            SmileProduct::Barrier { kind, knock, side, strike, barrier: level } => {
                let option = BarrierType::new(kind, Knock::Out, side);
                let report = barrier(&BarrierRequest::new(option, spot, strike, level, none, market))?;
                let (price, greeks, survival) = (report.price, report.greeks, report.survival_probability);
                Flat { price, greeks, survival, knock: Some(knock), bounds: 0.0 }
            }
            SmileProduct::DoubleBarrier { kind, knock, strike, lower, upper } => {
                let request = DoubleBarrierRequest::new(kind, Knock::Out, spot, strike, lower, upper, market);
                let report = double_barrier(&request)?;
                let (price, greeks, survival) = (report.price, report.greeks, report.survival_probability);
                Flat { price, greeks, survival, knock: Some(knock), bounds: 0.0 }
            }
            SmileProduct::Touch { barrier: level, side, payment, cash } => {
                let request = TouchRequest::new(spot, level, side, payment, Payout::Cash(cash), market);
                let report = touch(&request)?;
                let (price, greeks, survival) = (report.price, report.greeks, report.survival_probability);
                Flat { price, greeks, survival, knock: None, bounds: due(cash) }
            }
            SmileProduct::DoubleTouch { lower, upper, payment, cash } => {
                let request = DoubleTouchRequest::new(spot, lower, upper, payment, cash, market);
                let report = double_touch(&request.level(TouchedLevel::Either))?;
                let (price, greeks, survival) = (report.price, report.greeks, report.survival_probability);
                Flat { price, greeks, survival, knock: None, bounds: due(cash) }
            }
        })
    }
}

//! Barrier options: calls and puts that begin or end at a touch.
//!
//! Reiner and Rubinstein (1991), in the notation of Haug (1998): a price is a sum of
//!
//! ```text
//! A  the vanilla option                         B  the same, exercised beyond the barrier instead of the strike
//! C  A reflected at the barrier                 D  B reflected
//! E  the rebate at expiry if never touched      F  the rebate at the touch
//! ```
//!
//! A knock-out pays its rebate at the touch, a knock-in at expiry if it was never touched. The reflected terms are evaluated without the
//! powers `(H/S)^(2 m / sigma^2)` that overflow for small volatilities. Absolute error below 1e-13 of the greater of spot and strike.
//!
//! A spot at the barrier or beyond has touched it: the knock-out is its rebate, the knock-in the vanilla option.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{clamp, exp, ln_ratio, max};
use hashinsight_units::{AssetPrice, Collateral, Error, Record, Years};

use super::barrier_terms::{BarrierSide, Walk};
use super::jet::{Jet, Market, Number};
use super::option::sign;
use super::passage::Passage;
use super::vanilla::Vanilla;
use super::walk_jet::WalkJet;
use super::window::{Watched, Window};
use super::window_jet::WindowJet;
use super::{Lognormal, PriceGreeks, barrier_jet};
use crate::Measure;

/// Effect of a touch on a barrier option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
pub enum Knock {
    /// Knock-in: the touch begins the option.
    In,
    /// Knock-out: the touch ends the option.
    Out,
}

/// One of the eight types of barrier option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub struct BarrierType {
    /// Kind of the option: call or put.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Effect of a touch: knock-in or knock-out.
    #[record(example = "out")]
    pub knock: Knock,
    /// Side of the price on which the barrier lies.
    #[record(example = "down")]
    pub side: BarrierSide,
}

/// Inputs of [`barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BarrierRequest {
    /// Type of the option.
    #[record(flatten)]
    pub option: BarrierType,
    /// Price of the asset now, in quote currency.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 65000)]
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    #[record(example = 54000)]
    pub barrier: AssetPrice,
    /// Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began.
    #[record(example = 0)]
    pub rebate: Collateral,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
    /// Beginning of the watch, in years from now: a price that is beyond the barrier then has touched it. Absent: now.
    pub watch_from_years: Option<Years>,
    /// End of the watch, in years from now. Absent: at expiry.
    pub watch_until_years: Option<Years>,
}

/// Result of [`barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// Part of the value that is the rebate, in quote currency.
    pub rebate_value: f64,
    /// Price of the same option without barrier, in quote currency.
    pub vanilla_price: f64,
    /// Probability of a touch by expiry.
    pub touch_probability: f64,
    /// Probability of no touch by expiry, in full relative precision.
    pub survival_probability: f64,
    /// Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a barrier option under continuous watch, all of the time or part of it.
///
/// ```
/// use hashinsight_derivatives::pricing::{BarrierRequest, BarrierSide, BarrierType, Knock, Lognormal, barrier};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// let report = barrier(&BarrierRequest::new(
///     BarrierType::new(OptionKind::Call, Knock::Out, BarrierSide::Down),
///     AssetPrice::new(100.0)?,
///     AssetPrice::new(90.0)?,
///     AssetPrice::new(95.0)?,
///     Collateral::new(3.0)?,
///     Lognormal::new(Years::new(0.5)?, Rate::new(0.08)?, Rate::new(0.04)?, Volatility::new(0.25)?),
/// ))?;
/// assert_eq!(format!("{:.4}", report.price), "9.0246"); // Haug 1998, page 72
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.watch_from_years.out_of_range` and `watch_until_years` for a watch that ends before it begins or after expiry.
pub fn barrier(request: &BarrierRequest) -> Result<BarrierReport, Error> {
    let BarrierRequest { watch_from_years, watch_until_years, price, .. } = request;
    let barrier = Barrier::from(request);
    Ok(match Window::new(*watch_from_years, *watch_until_years, price.years)? {
        None => barrier.report(),
        Some(window) => barrier.report_in(window),
    })
}

impl From<&BarrierRequest> for Barrier {
    fn from(request: &BarrierRequest) -> Self {
        let BarrierRequest { option, spot, strike, barrier, rebate, price, .. } = request;
        Self {
            knock: option.knock,
            side: option.side,
            level: barrier.get(),
            rebate: rebate.get(),
            option: Vanilla::new(sign(option.kind), spot.get(), strike.get(), price),
        }
    }
}

/// Numbers of a barrier option, known to be in range.
#[derive(Clone, Copy, Debug)]
pub(super) struct Barrier {
    pub(super) knock: Knock,
    pub(super) side: BarrierSide,
    pub(super) level: f64,
    pub(super) rebate: f64,
    pub(super) option: Vanilla,
}

impl Barrier {
    #[inline(always)]
    fn passage(&self) -> Passage {
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = self.option;
        Passage::new(self.side, [spot, self.level, years, rate - carry_yield, volatility])
    }

    pub(super) fn report(&self) -> BarrierReport {
        let passage = self.passage();
        let vanilla_price = self.option.price();
        let (option, rebate_value) = match passage.walk() {
            Some(walk) => (self.option_value(&walk), self.rebate_value(&walk)),
            None => self.certain_values(&passage, vanilla_price),
        };
        let rebate_value = if rebate_value.is_nan() { self.rebate_by_time() } else { rebate_value };
        BarrierReport {
            measure: Measure::RiskNeutral,
            price: option + rebate_value,
            rebate_value,
            vanilla_price,
            touch_probability: passage.probability(),
            survival_probability: passage.survival(),
            greeks: self.greeks(&passage),
        }
    }

    /// The same with a watch of part of the time. Whichever of knock-out and knock-in is asked, the knock-out is computed.
    fn report_in(&self, window: Window) -> BarrierReport {
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = self.option;
        let log_drift = rate - carry_yield - 0.5 * volatility * volatility;
        let watched = Watched { window, side: self.side, spot, level: self.level, log_drift, volatility };
        let (vanilla_price, out, touched) = (self.option.price(), watched.option(&self.option), watched.touched(rate));
        let survival_probability = clamp(watched.survival(), 0.0, 1.0);
        let (option, rebate_value) = match self.knock {
            Knock::Out => (out, self.rebate * touched.discounted),
            Knock::In => (max(vanilla_price - out, 0.0), self.rebate * exp(-rate * years) * survival_probability),
        };
        BarrierReport {
            measure: Measure::RiskNeutral,
            price: option + rebate_value,
            rebate_value,
            vanilla_price,
            touch_probability: clamp(touched.probability, 0.0, 1.0),
            survival_probability,
            greeks: self.greeks_in(&watched),
        }
    }

    /// Greeks with a watch of part of the time.
    fn greeks_in(&self, watched: &Watched) -> Option<PriceGreeks> {
        let (market, option) = (self.market(), self.option);
        let window = WindowJet::new(watched, &market)?;
        let out = window.option(&option)?;
        let paid = match self.knock {
            _ if self.rebate == 0.0 => Jet::constant(0.0),
            Knock::Out => window.touched()?.discounted * self.rebate,
            Knock::In => market.discount() * (Jet::constant(1.0) - window.probability(false)?) * self.rebate,
        };
        let greeks = match self.knock {
            Knock::Out => (paid + out).greeks()?,
            Knock::In => (paid - out).greeks()?.plus(&option.report().greeks?.into()),
        };
        Some(greeks)
    }

    fn market(&self) -> Market {
        let Vanilla { spot, years, rate, carry_yield, volatility, .. } = self.option;
        Market::of(spot, [volatility, rate, carry_yield, years])
    }

    /// The rebate of a knock-out at a rate that makes the transform of the touch time complex.
    fn rebate_by_time(&self) -> f64 {
        let market = self.market();
        let walk = WalkJet::new(&market, self.side, self.level);
        self.rebate * barrier_jet::rebate(&market, self.knock, &walk).value
    }

    fn greeks(&self, passage: &Passage) -> Option<PriceGreeks> {
        let market = self.market();
        let Vanilla { sign, spot, strike, years, .. } = self.option;
        let vanilla = || self.option.report().greeks.map(Into::into);
        if self.side.is_touched(spot, self.level) {
            return match self.knock {
                _ if spot == self.level => None, // the corner between both sides
                Knock::In => vanilla(),
                Knock::Out => Jet::constant(0.0).greeks(),
            };
        }
        if passage.walk().is_some() {
            let walk = WalkJet::new(&market, self.side, self.level);
            let option = barrier_jet::option(&market, self.knock, self.side, [sign, strike, self.level], walk);
            let rebate = if self.rebate == 0.0 {
                Jet::constant(0.0)
            } else {
                barrier_jet::rebate(&market, self.knock, &walk) * self.rebate
            };
            return (option + rebate).greeks();
        }
        match (self.knock, passage.certain_arrival()) {
            (_, Some(time)) if time == years => None, // at the barrier just then
            (Knock::In, Some(_)) | (Knock::Out, None) => vanilla(),
            (Knock::In, None) => (market.discount() * self.rebate).greeks(),
            (Knock::Out, Some(_)) if self.rebate == 0.0 => Jet::constant(0.0).greeks(),
            (Knock::Out, Some(_)) => None,
        }
    }

    /// Price, rebate included, and touch probability, without a branch that a row decides; the price is NaN where there is no chance or no
    /// answer.
    #[inline(always)]
    pub(super) fn by_chance(&self) -> (f64, f64) {
        let passage = self.passage();
        let (walk, random) = passage.walk_if_random();
        let price = self.option_value(&walk) + self.rebate_value(&walk);
        (if random { price } else { f64::NAN }, passage.probability())
    }

    /// Whichever of the knock-in and knock-out price is smaller is computed directly; the other is vanilla minus it. This keeps the
    /// rounding error of the large price out of the small one.
    #[inline(always)]
    fn option_value(&self, walk: &Walk) -> f64 {
        let [a, b, c, d] = self.terms(walk);
        let pays_at_barrier = self.option.sign * (self.level - self.option.strike) > 0.0;
        // Exercise lies on the side of the barrier where the price is: down and call, up and put.
        let pays_away = self.option.sign == self.side.sign();
        let (beyond, short) = match (self.knock, pays_away) {
            (Knock::In, true) => (a - b + d, c),
            (Knock::In, false) => (b - c + d, a),
            (Knock::Out, true) => (b - d, a - c),
            (Knock::Out, false) => (a - b + c - d, 0.0),
        };
        max(if pays_at_barrier { beyond } else { short }, 0.0)
    }

    /// Value of the rebate; NaN where a negative rate needs another form, as [`Walk::discounted_touch`].
    #[inline(always)]
    fn rebate_value(&self, walk: &Walk) -> f64 {
        let rate_time = self.option.rate * self.option.years;
        match self.knock {
            _ if self.rebate == 0.0 => 0.0,
            Knock::Out => self.rebate * walk.discounted_touch(rate_time),
            Knock::In => self.rebate * exp(-rate_time) * walk.survives(),
        }
    }

    /// Values of option and rebate where nothing is left to chance.
    fn certain_values(&self, passage: &Passage, vanilla_price: f64) -> (f64, f64) {
        let Vanilla { rate, years, .. } = self.option;
        match (self.knock, passage.certain_arrival()) {
            (Knock::In, Some(_)) | (Knock::Out, None) => (vanilla_price, 0.0),
            (Knock::In, None) => (0.0, self.rebate * exp(-rate * years)),
            (Knock::Out, Some(time)) => (0.0, self.rebate * exp(-rate * time)),
        }
    }

    /// The terms A, B, C and D.
    #[inline(always)]
    fn terms(&self, walk: &Walk) -> [f64; 4] {
        let Vanilla { sign, spot, strike, years, rate, carry_yield, .. } = self.option;
        let exchange = Exchange {
            sign,
            asset: spot * exp(-carry_yield * years),
            cash: strike * exp(-rate * years),
            by_asset: walk.shared(),
            by_cash: *walk,
        };
        let strike_at = ln_ratio(strike, spot);
        [exchange.beyond(strike_at), exchange.beyond(walk.h), exchange.mirrored(strike_at), exchange.mirrored(walk.h)]
    }
}

/// Exchange of the asset for cash (or of cash for the asset), each discounted and with the walk of its measure.
struct Exchange {
    sign: f64,
    asset: f64,
    cash: f64,
    by_asset: Walk,
    by_cash: Walk,
}

impl Exchange {
    /// Value of the exchange if the walk ends beyond `k`.
    #[inline(always)]
    fn beyond(&self, k: f64) -> f64 {
        let Self { sign, asset, cash, by_asset, by_cash } = self;
        sign * (asset * by_asset.ends(*sign, k) - cash * by_cash.ends(*sign, k))
    }

    /// Value of the exchange if the mirrored walk ends beyond `k`.
    #[inline(always)]
    fn mirrored(&self, k: f64) -> f64 {
        let Self { sign, asset, cash, by_asset, by_cash } = self;
        let side = by_cash.side();
        sign * (asset * by_asset.reflected(side, k) - cash * by_cash.reflected(side, k))
    }
}

//! Digitals with a barrier: a payment that depends on where the price ends and on whether it touched.
//!
//! The twenty-eight binary barriers of Reiner and Rubinstein (1991): on paths that stay clear of the barrier the price ends beyond `k` with
//! the probability `N(w (m T - k) / s) - e^(2 m h / sigma^2) N(w (2 h - k + m T) / s)`, under the measure of cash or of the asset.

use hashinsight_units::{AssetPrice, Record};

use super::barrier_jet::ends_beyond;
use super::barrier_terms::BarrierSide;
use super::digital::DigitalPayout;
use super::jet::{Jet, Market, Number};
use super::option::sign;
use super::passage::Passage;
use super::walk_jet::WalkJet;
use super::{BarrierType, Knock, Lognormal, PriceGreeks};
use crate::Measure;

/// Inputs of [`digital_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DigitalBarrierRequest {
    /// Type of the digital: a call pays above the strike, a put below; a touch ends or begins it.
    #[record(flatten)]
    pub option: BarrierType,
    /// Price of the asset now, in quote currency. At the barrier or beyond it has touched it.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Price that decides at expiry, in quote currency.
    #[record(example = 65000)]
    pub strike: AssetPrice,
    /// Price level of the barrier, in quote currency.
    #[record(example = 54000)]
    pub barrier: AssetPrice,
    /// Payout where the price ends beyond the strike.
    pub payout: DigitalPayout,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
}

/// Result of [`digital_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DigitalBarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency; that of a gap may be negative.
    pub price: f64,
    /// Probability of the payment.
    pub probability: f64,
    /// Probability of a touch by expiry.
    pub touch_probability: f64,
    /// Probability of no touch by expiry, in full relative precision.
    pub survival_probability: f64,
    /// Derivatives of the value; absent where it jumps.
    pub greeks: Option<PriceGreeks>,
}

/// The value of a payment at expiry that depends on where the price ends and on whether it touched a barrier.
///
/// ```
/// use hashinsight_derivatives::pricing::{
///     BarrierSide, BarrierType, DigitalBarrierRequest, DigitalPayout, Knock, Lognormal, digital_barrier,
/// };
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Volatility, Years};
/// let report = digital_barrier(&DigitalBarrierRequest::new(
///     BarrierType::new(OptionKind::Call, Knock::In, BarrierSide::Down),
///     AssetPrice::new(105.0)?,
///     AssetPrice::new(102.0)?,
///     AssetPrice::new(100.0)?,
///     DigitalPayout::Cash(Collateral::new(15.0)?),
///     Lognormal::new(Years::new(0.5)?, Rate::new(0.1)?, Rate::new(0.0)?, Volatility::new(0.2)?),
/// ));
/// assert_eq!(format!("{:.4}", report.price), "4.9289"); // Haug 2007, page 180
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn digital_barrier(request: &DigitalBarrierRequest) -> DigitalBarrierReport {
    let DigitalBarrierRequest { option, spot, strike, barrier, payout, price } = *request;
    let BarrierType { kind, knock, side } = option;
    let (w, market) = (sign(kind), Market::new(spot.get(), &price));
    let (strike, level) = (strike.get(), barrier.get());
    let drift = price.rate_per_year.get() - price.yield_per_year.get();
    let passage = Passage::new(side, [spot.get(), level, price.years.get(), drift, price.volatility.get()]);
    let plain = ends_beyond(&market, w, strike);
    let corner = spot.get() == level || passage.certain_arrival() == Some(price.years.get());
    let ([held, paid], smooth) = match (passage.walk(), knock) {
        (Some(_), _) => {
            let walk = WalkJet::new(&market, side, level);
            let out = [walk.shared(), walk].map(|walk| clear(&walk, &market, w, side, [strike, level]));
            // With a deviation the plain digital exists.
            let plain = plain.unwrap_or([Jet::constant(0.0); 2]);
            let inside = [plain[0] - out[0], plain[1] - out[1]];
            (if knock == Knock::Out { out } else { inside }, true)
        }
        (None, _) if passage.certain_arrival().is_some() == (knock == Knock::In) => {
            (plain.unwrap_or([Jet::constant(0.0); 2]), plain.is_some() && !corner)
        }
        (None, _) => ([Jet::constant(0.0); 2], !corner),
    };
    let cash = |amount: f64| market.discount() * paid * amount;
    let value = match payout {
        DigitalPayout::Cash(amount) => cash(amount.get()),
        DigitalPayout::Asset => market.asset() * held,
        DigitalPayout::Gap(payment) => (market.asset() * held - cash(payment.get())) * w,
    };
    DigitalBarrierReport {
        measure: Measure::RiskNeutral,
        price: value.value + 0.0,
        probability: hashinsight_numerics::clamp(paid.value, 0.0, 1.0),
        touch_probability: passage.probability(),
        survival_probability: passage.survival(),
        greeks: value.greeks().filter(|_| smooth),
    }
}

/// Probability of no touch and an end beyond the strike.
fn clear(walk: &WalkJet, market: &Market, w: f64, side: BarrierSide, [strike, level]: [f64; 2]) -> Jet {
    let away = side.sign();
    let strike_at = -market.spot.ln_over(strike);
    let past = || walk.ends(away, strike_at) - walk.reflected(away, strike_at);
    match (w == away, away * (strike - level) > 0.0) {
        (true, true) => past(),
        (true, false) => walk.survives(),
        (false, true) => walk.survives() - past(),
        (false, false) => Jet::constant(0.0),
    }
}

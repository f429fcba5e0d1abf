//! Barrier options, touches and digitals with their derivatives.
//!
//! The formulas are those of [`barrier`](super::barrier()), [`touch`](super::touch()) and [`digital`](super::digital()), written once more
//! over numbers that carry their derivatives.

use super::barrier::Knock;
use super::barrier_terms::BarrierSide;
use super::jet::{Jet, Market, Number};
use super::walk_jet::WalkJet;

/// Exchange of the asset for cash (or of cash for the asset), each discounted and with the walk of its measure.
pub(super) struct Exchange {
    sign: f64,
    side: f64,
    asset: Jet,
    cash: Jet,
    by_asset: WalkJet,
    by_cash: WalkJet,
}

impl Exchange {
    pub(super) fn new(market: &Market, sign: f64, side: BarrierSide, strike: f64, walk: WalkJet) -> Self {
        Self {
            sign,
            side: side.sign(),
            asset: market.asset(),
            cash: market.discount() * strike,
            by_asset: walk.shared(),
            by_cash: walk,
        }
    }

    fn beyond(&self, k: Jet) -> Jet {
        let Self { sign, asset, cash, by_asset, by_cash, .. } = self;
        (*asset * by_asset.ends(*sign, k) - *cash * by_cash.ends(*sign, k)) * *sign
    }

    fn mirrored(&self, k: Jet) -> Jet {
        let Self { sign, side, asset, cash, by_asset, by_cash } = self;
        (*asset * by_asset.reflected(*side, k) - *cash * by_cash.reflected(*side, k)) * *sign
    }
}

/// Option part of a barrier option whose barrier is not reached: the sums of Reiner and Rubinstein, chosen as in
/// [`barrier`](super::barrier()).
pub(super) fn option(
    market: &Market,
    knock: Knock,
    side: BarrierSide,
    [sign, strike, level]: [f64; 3],
    walk: WalkJet,
) -> Jet {
    let exchange = Exchange::new(market, sign, side, strike, walk);
    let strike_at = -market.spot.ln_over(strike);
    let pays_at_barrier = sign * (level - strike) > 0.0;
    let pays_away = sign == side.sign();
    let a = || exchange.beyond(strike_at);
    let b = || exchange.beyond(walk.h);
    let c = || exchange.mirrored(strike_at);
    let d = || exchange.mirrored(walk.h);
    match (knock, pays_away, pays_at_barrier) {
        (Knock::In, true, true) => a() - b() + d(),
        (Knock::In, true, false) => c(),
        (Knock::In, false, true) => b() - c() + d(),
        (Knock::In, false, false) => a(),
        (Knock::Out, true, true) => b() - d(),
        (Knock::Out, true, false) => a() - c(),
        (Knock::Out, false, true) => a() - b() + c() - d(),
        (Knock::Out, false, false) => Jet::constant(0.0),
    }
}

/// Value of one unit of rebate.
pub(super) fn rebate(market: &Market, knock: Knock, walk: &WalkJet) -> Jet {
    match knock {
        Knock::Out => walk.discounted_touch(market.rate * market.years),
        Knock::In => market.discount() * walk.survives(),
    }
}

/// `[N(w d1), N(w d2)]` at a level; without deviation certain, and nothing on the level itself.
pub(super) fn ends_beyond(market: &Market, sign: f64, level: f64) -> Option<[Jet; 2]> {
    let mean = market.spot.ln_over(level) + (market.rate - market.carry_yield) * market.years;
    if market.volatility.value == 0.0 || market.years.value == 0.0 {
        let certain = Jet::constant(if sign * mean.value > 0.0 { 1.0 } else { 0.0 });
        return (mean.value != 0.0).then_some([certain; 2]);
    }
    let deviation = market.deviation();
    let center = mean * deviation.recip();
    Some([0.5, -0.5].map(|shift| ((center + deviation * shift) * sign).normal_cdf()))
}

/// The European option, of which the asset part may be worth more and the deviation more than the market's: `asset N(w d1) - cash N(w d2)`
/// for `x = ln(asset / cash)`.
pub(super) fn black(sign: f64, [asset, cash, x, deviation]: [Jet; 4]) -> Option<Jet> {
    if deviation.value == 0.0 {
        if x.value == 0.0 {
            return None;
        }
        return Some(if sign * x.value > 0.0 { (asset - cash) * sign } else { Jet::constant(0.0) });
    }
    let d1 = x * deviation.recip() + deviation * 0.5;
    let d2 = d1 - deviation;
    Some((asset * (d1 * sign).normal_cdf() - cash * (d2 * sign).normal_cdf()) * sign)
}

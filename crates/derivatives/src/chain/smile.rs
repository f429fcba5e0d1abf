//! Volatility by delta.

use hashinsight_market::{OptionKind, OptionQuote};
use hashinsight_numerics::{ln_ratio, normal_cdf};

/// One strike of a smile.
#[derive(Clone, Copy, Debug)]
pub(super) struct SmilePoint {
    pub(super) strike: f64,
    /// `ln(K/F)`.
    pub(super) log_moneyness: f64,
    pub(super) volatility: f64,
    /// Forward delta of the call, `N(d1)`.
    pub(super) delta: f64,
}

/// The strikes that have a volatility, ascending; of call and put the one out of the money.
pub(super) fn smile(quotes: &[OptionQuote], forward: f64, years: f64) -> Vec<SmilePoint> {
    let mut points: Vec<SmilePoint> = Vec::new();
    for quote in quotes {
        let middle = || Some(0.5 * (quote.bid_iv()? + quote.ask_iv()?));
        let Some(volatility) = quote.mark_iv().or_else(middle).filter(|v| *v > 0.0) else { continue };
        let log_moneyness = ln_ratio(quote.strike(), forward);
        let out_of_the_money = (quote.kind() == OptionKind::Call) == (log_moneyness >= 0.0);
        let deviation = volatility * years.sqrt();
        let delta = normal_cdf(0.5 * deviation - log_moneyness / deviation);
        let point = SmilePoint { strike: quote.strike(), log_moneyness, volatility, delta };
        match points.last_mut() {
            Some(last) if last.strike == quote.strike() => {
                if out_of_the_money {
                    *last = point;
                }
            }
            _ => points.push(point),
        }
    }
    points
}

/// The volatility where `place` passes `target`, linearly between the two strikes around it.
fn between(points: &[SmilePoint], target: f64, place: impl Fn(&SmilePoint) -> f64) -> Option<f64> {
    if let Some(exact) = points.iter().find(|point| place(point) == target) {
        return Some(exact.volatility);
    }
    points.windows(2).find_map(|pair| {
        let (a, b) = (place(&pair[0]), place(&pair[1]));
        let inside = (a < target) != (b < target);
        inside.then(|| pair[0].volatility + (target - a) / (b - a) * (pair[1].volatility - pair[0].volatility))
    })
}

/// At the forward; `None` where no strike lies on its other side.
pub(super) fn at_the_money(points: &[SmilePoint]) -> Option<f64> {
    between(points, 0.0, |point| point.log_moneyness)
}

/// At a call delta (0.75 for the put of 25 delta); `None` outside the strikes.
pub(super) fn at_delta(points: &[SmilePoint], delta: f64) -> Option<f64> {
    between(points, delta, |point| point.delta)
}

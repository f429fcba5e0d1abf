//! Covers under geometric Brownian motion.

use hashinsight_derivatives::Measure;
use hashinsight_derivatives::pricing::{
    DoubleTouchRequest, DrawdownRequest, Lognormal, Payout, TouchPayment, TouchRequest, TouchedLevel, double_touch,
    drawdown, drawdown_touch, touch,
};
use hashinsight_numerics::{GaussLegendre, exp, ln_ratio, normal_cdf, normal_pdf};
use hashinsight_units::{AssetPrice, Collateral, Error, Fraction, Rate, Volatility, Years};

use super::sensitivities::{Slopes, slopes};
use super::value::{Setting, Value};
use crate::cover::{PaymentTime, TriggerLevel, estimate};

impl Setting {
    fn lognormal(&self, years: Years, volatility: Volatility) -> Result<Lognormal, Error> {
        // What makes the price drift as the measure says.
        let carry_yield = Rate::new(self.rate.get() - self.drift.get())?;
        Ok(Lognormal::new(years, self.rate, carry_yield, volatility))
    }

    const fn touch_payment(&self) -> TouchPayment {
        match self.payment {
            PaymentTime::AtTrigger => TouchPayment::AtHit,
            PaymentTime::AtExpiry => TouchPayment::AtExpiry,
        }
    }
}

/// One level: a touch, of which the watch may begin later.
pub(super) fn one_level(setting: &Setting, level: &TriggerLevel, volatility: Volatility) -> Result<Value, Error> {
    let payout = estimate(level.payout);
    let (paid, scale) = if setting.in_coin {
        (Payout::Asset, payout / setting.spot.get())
    } else {
        (Payout::Cash(Collateral::new(payout)?), 1.0)
    };
    let price = setting.lognormal(setting.years, volatility)?;
    let barrier = AssetPrice::new(level.price)?;
    let request = TouchRequest::new(setting.spot, barrier, level.side, setting.touch_payment(), paid, price);
    let report = touch(&if setting.from.get() > 0.0 { request.watch_from_years(setting.from) } else { request })?;
    Ok(Value {
        // In the coin the unit of account moves with the price: its derivatives are others.
        greeks: report.greeks.as_ref().filter(|_| !setting.in_coin).map(slopes),
        ..Value::closed(scale * report.price, vec![(payout, report.probability)])
    })
}

/// Two levels, of which the one that is touched first decides.
pub(super) fn two_levels(
    setting: &Setting,
    lower: &TriggerLevel,
    upper: &TriggerLevel,
    volatility: Volatility,
) -> Result<Value, Error> {
    let amounts = [estimate(lower.payout), estimate(upper.payout)];
    let levels = [AssetPrice::new(lower.price)?, AssetPrice::new(upper.price)?];
    if setting.from.get() > 0.0 {
        let found = later(setting, levels, amounts, volatility)?;
        return Ok(Value { greeks: found.greeks, ..Value::closed(found.pure, merged(amounts, found.probabilities)) });
    }
    let found = between(setting, setting.spot, setting.years, levels, amounts, volatility)?;
    Ok(Value { greeks: found.greeks, ..Value::closed(found.pure, merged(amounts, found.probabilities)) })
}

/// Payouts with their probabilities; two that are alike are one. Either is first, never both: what rounding carries beyond 1 is held there.
fn merged([below, above]: [f64; 2], [lower, upper]: [f64; 2]) -> Vec<(f64, f64)> {
    let lower = if lower > 1.0 { 1.0 } else { lower };
    let upper = if upper > 1.0 - lower { 1.0 - lower } else { upper };
    if below == above { vec![(below, lower + upper)] } else { vec![(below, lower), (above, upper)] }
}

struct Between {
    pure: f64,
    probabilities: [f64; 2],
    greeks: Option<Slopes>,
}

/// From a price between two levels, over a span.
fn between(
    setting: &Setting,
    spot: AssetPrice,
    years: Years,
    [lower, upper]: [AssetPrice; 2],
    [below, above]: [f64; 2],
    volatility: Volatility,
) -> Result<Between, Error> {
    let price = setting.lognormal(years, volatility)?;
    let paid = |amount: f64, level: TouchedLevel| {
        let request =
            DoubleTouchRequest::new(spot, lower, upper, setting.touch_payment(), Collateral::new(amount)?, price);
        double_touch(&request.level(level))
    };
    let first = paid(below, if below == above { TouchedLevel::Either } else { TouchedLevel::LowerFirst })?;
    let probabilities = [first.lower_first_probability, first.upper_first_probability];
    if below == above {
        return Ok(Between { pure: first.price, probabilities, greeks: first.greeks.as_ref().map(slopes) });
    }
    let second = paid(above, TouchedLevel::UpperFirst)?;
    let both = first.greeks.as_ref().map(slopes).zip(second.greeks.as_ref().map(slopes));
    let greeks = both.map(|(a, b)| std::array::from_fn(|k| a[k] + b[k]));
    Ok(Between { pure: first.price + second.price, probabilities, greeks })
}

/// Deviations beyond which nothing is left.
const REACH: f64 = 9.5;

/// A watch that begins later: the mean over where the price stands then. A price beyond a level has touched it.
///
/// Of the logarithm `x = c + d z` then, `c = (mu - sigma^2/2) a` and `d = sigma sqrt(a)` at the beginning `a` of the watch, the value is a function that is
/// continuous at the levels. Its derivatives are means of its own, `E[V_x dx + dV]`, and the second one by the price is `E[V_x z] / d`.
fn later(
    setting: &Setting,
    levels: [AssetPrice; 2],
    amounts: [f64; 2],
    volatility: Volatility,
) -> Result<Between, Error> {
    let (spot, from, sigma) = (setting.spot.get(), setting.from.get(), volatility.get());
    let (rate, drift, until) = (setting.rate.get(), setting.drift.get(), setting.years.get());
    let rest = Years::new(until - from)?;
    let deviation = sigma * from.sqrt();
    let center = (drift - 0.5 * sigma * sigma) * from;
    let [low, high] = levels.map(|level| ln_ratio(level.get(), spot));
    let waited = setting.discount(from);
    // What is paid for a price that stands beyond when the watch begins.
    let (at_once, due) = match setting.payment {
        PaymentTime::AtTrigger => (waited, from),
        PaymentTime::AtExpiry => (setting.discount(until), until),
    };
    let beyond = if deviation == 0.0 {
        [center <= low, center >= high].map(|is| if is { 1.0 } else { 0.0 })
    } else {
        [normal_cdf((low - center) / deviation), normal_cdf((center - high) / deviation)]
    };
    let beyond_pure = at_once * (beyond[0] * amounts[0] + beyond[1] * amounts[1]);
    let mut total = [beyond_pure, beyond[0], beyond[1]];
    // Means of V_x, V_x z, and of the derivatives by volatility, rate and drift of what is left then.
    let mut means = Some([0.0; 5]);
    let mut add = |weight: f64, x: f64| -> Result<(), Error> {
        let price = AssetPrice::new(spot * exp(x))?;
        let found = between(setting, price, rest, levels, amounts, volatility)?;
        total[0] += weight * waited * found.pure;
        total[1] += weight * found.probabilities[0];
        total[2] += weight * found.probabilities[1];
        means = means.zip(found.greeks).map(|(mut means, [by_spot, _, by_volatility, _, by_rate, by_drift])| {
            let slope = by_spot * price.get();
            let each = [slope, slope * ((x - center) / deviation), by_volatility, by_rate, by_drift];
            for (mean, value) in means.iter_mut().zip(each) {
                *mean += weight * waited * value;
            }
            means
        });
        Ok(())
    };
    let answer = |[pure, below, above]: [f64; 3], greeks| Between { pure, probabilities: [below, above], greeks };
    if deviation == 0.0 {
        if beyond == [0.0; 2] {
            add(1.0, center)?;
        }
        return Ok(answer(total, None));
    }
    let rule = GaussLegendre::new(16)?;
    let inner = sigma * rest.get().sqrt();
    let most = |a: f64, b: f64| if a > b { a } else { b };
    let least = |a: f64, b: f64| if a < b { a } else { b };
    let (mut at, end) = (most(low, center - REACH * deviation), least(high, center + REACH * deviation));
    while at < end {
        // Panels as narrow as the law of the price then, and near a level as what is left of the watch.
        let near = least(at - low, high - at);
        let step = least(0.5 * deviation, 0.5 * (most(near, 0.0) + inner));
        let to = least(at + step, end);
        let to = if end - to < 0.25 * step { end } else { to };
        let half = 0.5 * (to - at);
        for (node, weight) in rule.nodes().iter().zip(rule.weights()) {
            let x = at + half * (1.0 + node);
            add(half * weight * normal_pdf((x - center) / deviation) / deviation, x)?;
        }
        at = to;
    }
    let greeks = means.map(|[slope, turned, by_volatility, by_rate, by_drift]| {
        let passing = slope * (drift - 0.5 * sigma * sigma) + turned * (0.5 * sigma / from.sqrt());
        [
            slope / spot,
            (turned / deviation - slope) / (spot * spot),
            turned * from.sqrt() - slope * (sigma * from) + by_volatility,
            rate * total[0] - passing,
            by_rate - from * (total[0] - beyond_pure) - due * beyond_pure,
            slope * from + by_drift,
        ]
    });
    Ok(answer(total, greeks))
}

/// A fall from the maximum since the watch began: the maximum begins anew there, so waiting only postpones it.
pub(super) fn drawdown_value(
    setting: &Setting,
    fall: Fraction,
    volatility: Volatility,
    payout: f64,
) -> Result<Value, Error> {
    let by = |t: f64| {
        let years = Years::new(t - setting.from.get())?;
        Ok::<_, Error>(DrawdownRequest::new(fall, years, setting.drift, volatility, Measure::RealWorld))
    };
    let waited = setting.discount(setting.from.get());
    let (value, by_expiry) = setting.paid(
        |t| Ok(drawdown(&by(t)?)?.probability),
        || Ok(drawdown_touch(&by(setting.years.get())?, setting.rate)?.map(|found| waited * found.value)),
    )?;
    Ok(Value::closed(payout * value, vec![(payout, by_expiry)]))
}

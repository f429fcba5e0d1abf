//! The volatility that a price implies.
//!
//! In normalized coordinates (Jaeckel 2015) the out-of-the-money price `b` grows from 0 to its greatest value, `e^(x/2)`. Below half of
//! that the iteration runs on `ln b` and starts from the normal (Bachelier) volatility of the same price, a guess to 4 digits where `x` and
//! `s` are usual; above it runs on the logarithm of the room between `b` and its greatest value and starts from the mirrored tail. One or two
//! Householder steps of the third order do, a bracket guards them. Out of the money the answer is good to 1e-13; in the money to the rounding
//! of the price, `ulp(price) / vega`, because only the time value knows the volatility.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{erfcx, exp, ln_1p, ln_ratio, max, normal_cdf, normal_quantile};
use hashinsight_units::{AssetPrice, Collateral, Error, Rate, Record, Volatility, Years};

use super::normalized::Place;
use super::option::sign;
use crate::refuse::{Plain, beyond, none};

/// Inputs of [`implied_volatility`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ImpliedVolatilityRequest {
    /// Kind of the option: call or put.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Price of the option, in quote currency.
    #[record(example = 4200)]
    pub price: Collateral,
    /// Forward price of the asset for the expiry, in quote currency.
    #[record(example = 60500)]
    pub forward: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 65000)]
    pub strike: AssetPrice,
    /// Time to expiry, in years of 365 days.
    #[record(example = 0.25)]
    pub years: Years,
    /// Riskless rate per year, continuously compounded: the price is taken as paid today. 0 for an undiscounted price.
    #[record(example = 0.04)]
    pub rate_per_year: Rate,
}

/// Result of [`implied_volatility`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ImpliedVolatilityReport {
    /// Volatility per square root of a year.
    pub implied_volatility: f64,
    /// Intrinsic value: that of exercise at the forward, discounted, in quote currency.
    pub intrinsic: f64,
    /// Time value: price less intrinsic value, in quote currency.
    pub time_value: f64,
    /// Resolution of the volatility: half an ulp of the price over vega, which the rounding of the price alone leaves open. Absent where
    /// vega is below every float.
    pub resolution: Option<f64>,
}

/// The volatility at which Black's formula gives a price.
///
/// ```
/// use hashinsight_derivatives::pricing::{ImpliedVolatilityRequest, implied_volatility};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Collateral, Rate, Years};
/// let mut request = ImpliedVolatilityRequest::new(
///     OptionKind::Call,
///     Collateral::new(7.965567455405797)?,
///     AssetPrice::new(100.0)?,
///     AssetPrice::new(100.0)?,
///     Years::new(1.0)?,
///     Rate::new(0.0)?,
/// );
/// assert!((implied_volatility(&request)?.implied_volatility - 0.2).abs() < 1e-15);
/// request.price = Collateral::new(101.0)?;
/// assert_eq!(implied_volatility(&request).unwrap_err().code(), "derivatives.price_above_greatest.out_of_range");
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.price_below_intrinsic.out_of_range` below the intrinsic value and `derivatives.price_above_greatest.out_of_range` above the
/// greatest value (the discounted forward of a call, the discounted strike of a put), by more than rounding; `derivatives.implied_volatility.none` where
/// no time is left, where the price is one of these bounds, and where the volatility is not one that options take, 1e-9 to 20, by more than the
/// price's rounding.
pub fn implied_volatility(request: &ImpliedVolatilityRequest) -> Result<ImpliedVolatilityReport, Error> {
    let ImpliedVolatilityRequest { kind, price, forward, strike, years, rate_per_year } = *request;
    let (price, years) = (price.get(), years.get());
    let option = NormalizedOption::new(sign(kind), forward.get(), strike.get(), exp(-rate_per_year.get() * years));
    let found = option.volatility(price, years)?;
    let intrinsic = option.intrinsic();
    Ok(ImpliedVolatilityReport {
        implied_volatility: found.volatility,
        intrinsic,
        time_value: price - intrinsic,
        resolution: found.resolution.is_finite().then_some(found.resolution),
    })
}

/// Whether other operations take a volatility.
#[inline(always)]
pub(super) fn is_taken(volatility: f64) -> bool {
    volatility > 0.0 && Volatility::new(volatility).is_ok()
}

/// A volatility and its resolution.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub(super) volatility: f64,
    resolution: f64,
}

/// Forward and strike, discounted, in normalized coordinates.
#[derive(Clone, Copy, Debug)]
pub(super) struct NormalizedOption {
    sign: f64,
    asset: f64,
    cash: f64,
    /// Unit of normalized prices, `sqrt(asset cash)`.
    unit: f64,
    /// `-|ln(F/K)|`.
    x: f64,
    /// `e^(x/2)`.
    root: f64,
}

impl NormalizedOption {
    #[inline(always)]
    pub(super) fn new(sign: f64, forward: f64, strike: f64, discount: f64) -> Self {
        let (asset, cash) = (forward * discount, strike * discount);
        let (low, high) = if forward < strike { (forward, strike) } else { (strike, forward) };
        Self { sign, asset, cash, unit: asset.sqrt() * cash.sqrt(), x: ln_ratio(low, high), root: (low / high).sqrt() }
    }

    #[inline(always)]
    fn intrinsic(&self) -> f64 {
        max(self.sign * (self.asset - self.cash), 0.0)
    }

    /// Upper bound of the price: the discounted forward of a call, the discounted strike of a put.
    #[inline(always)]
    fn greatest(&self) -> f64 {
        if self.sign > 0.0 { self.asset } else { self.cash }
    }

    #[inline(always)]
    fn quote(&self, price: f64) -> Quote {
        let Self { asset, cash, unit, x, root, .. } = *self;
        Quote {
            x,
            root,
            beta: (price - self.intrinsic()) / unit,
            // Of an option in the money the room above shrinks as much as the room below: both belong to the mirrored option.
            room: (self.greatest() - price) / unit,
            spread: (asset - cash).abs() / unit,
        }
    }

    /// The volatility at which the option has this price: one that other operations take, or a refusal.
    pub(super) fn volatility(&self, price: f64, years: f64) -> Result<Found, Error> {
        let (deviation, root_years) = (self.deviation(price, years)?, years.sqrt());
        let slope = self.unit * Place::new(self.x, self.root, deviation).vega * root_years;
        let resolution = 0.5 * (price.next_up() - price) / slope;
        let volatility = deviation / root_years;
        // The price of a volatility at the bound of the range is rounded: within its resolution it is the bound's.
        let (least, most) = (LEAST_VOLATILITY, Volatility::MAX.get());
        let within = max(if resolution.is_finite() { resolution } else { 0.0 }, 4.0 * f64::EPSILON * volatility);
        let bound = if volatility < least { least } else { most };
        if is_taken(volatility) {
            Ok(Found { volatility, resolution })
        } else if (volatility - bound).abs() <= within {
            Ok(Found { volatility: bound, resolution })
        } else {
            let allowed = format!(
                "a price of a volatility of {} to {}: this one's is {}",
                Plain(least),
                Plain(most),
                Plain(volatility)
            );
            Err(none("implied_volatility", "price", price, &allowed))
        }
    }

    /// `sigma sqrt T` at which the option has this price.
    fn deviation(&self, price: f64, years: f64) -> Result<f64, Error> {
        let (intrinsic, greatest) = (self.intrinsic(), self.greatest());
        // Forward, strike and discount factor are rounded, each by ulps: what is missing by so little is no time value, and what is left to the
        // greatest value by so little no room.
        let rounding = 8.0 * f64::EPSILON * max(self.asset, self.cash);
        let beyond = |field: &str, allowed: String| Err(beyond(field, price, allowed));
        if price < intrinsic - rounding {
            return beyond("price_below_intrinsic", format!("above the intrinsic value, {}", Plain(intrinsic)));
        }
        if price > greatest + rounding {
            return beyond("price_above_greatest", format!("below the greatest value, {}", Plain(greatest)));
        }
        if years == 0.0 {
            return Err(none("implied_volatility", "years", years, "above 0: without time no volatility shows"));
        }
        if price >= greatest {
            let allowed = format!("below the greatest value, {}, which every great volatility gives", Plain(greatest));
            return Err(none("implied_volatility", "price", price, &allowed));
        }
        let quote = self.quote(price);
        if quote.beta < LEAST {
            let allowed = format!("above the intrinsic value, {}, by a time value", Plain(intrinsic));
            return Err(none("implied_volatility", "price", price, &allowed));
        }
        Ok(quote.invert())
    }

    /// [`deviation`](Self::deviation) where the first step finds it, without a branch; NaN elsewhere.
    #[inline(always)]
    pub(super) fn quick_deviation(&self, price: f64, years: f64) -> f64 {
        let quote = self.quote(price);
        let s = quote.bachelier_guess();
        let next = s + quote.step_below(s).1;
        let usual = price >= self.intrinsic() && years > 0.0 && quote.beta >= LEAST && quote.is_below();
        if usual && is_last(s, next) { next } else { f64::NAN }
    }
}

/// Least volatility above 0 that [`Volatility`] takes.
const LEAST_VOLATILITY: f64 = 1e-9;

/// Least normalized time value that counts as one.
const LEAST: f64 = 1e-300;

/// Whether to stop: convergence is of fourth order, so the error after this step is below rounding.
#[inline(always)]
fn is_last(s: f64, next: f64) -> bool {
    (next - s).abs() <= 1e-4 * s
}

/// Normalized price `beta = b(x, s)` whose `s` is sought.
#[derive(Clone, Copy, Debug)]
struct Quote {
    x: f64,
    root: f64,
    beta: f64,
    /// `e^(x/2) - beta`, above 0.
    room: f64,
    /// `2 sinh(-x/2)`, the distance of forward and strike.
    spread: f64,
}

const SQRT_HALF_PI: f64 = 1.253_314_137_315_500_3;

/// Coefficients of [`Quote::bachelier_guess`] in `eta`: numerator and denominator, relative error 5e-5.
const BACHELIER: [[f64; 5]; 2] = [
    [0.399317608, 19.8303339, -6.61644682, 63.3080976, 336.048697],
    [1.0, 46.8844772, -99.3741204, 352.54656, 111.929704],
];

impl Quote {
    /// Whether `b` is nearer to 0 than to its greatest value.
    #[inline(always)]
    fn is_below(&self) -> bool {
        2.0 * self.beta < self.root
    }

    /// The deviation under Bachelier's formula for the same price, as a function of the straddle (in the variable `eta` of Choi, Kim and Kwak
    /// 2009, own fit), then what Black's adds at the money: the series of the inverse error function.
    #[inline(always)]
    fn bachelier_guess(&self) -> f64 {
        let Self { x, beta, spread, .. } = *self;
        let straddle = 2.0 * beta + spread;
        let atanh = 0.5 * ln_ratio(beta + spread, beta);
        let eta = if atanh > 0.0 { spread / (straddle * atanh) } else { 1.0 };
        let [above, below] = BACHELIER.map(|c| (((c[4] * eta + c[3]) * eta + c[2]) * eta + c[1]) * eta + c[0]);
        let lognormal = if spread > 0.0 { -x / spread } else { 1.0 };
        let s = SQRT_HALF_PI * straddle * eta.sqrt() * above / below * lognormal;
        let square = s * s;
        s * (1.0 + square * (1.0 / 24.0 + square * (7.0 / 1920.0 + square * (127.0 / 322_560.0))))
    }

    /// Mirrors the tail: the room is about proportional to `N(-s/2)`, exactly for `x = 0`.
    fn room_guess(&self) -> f64 {
        let center = (-2.0 * self.x).sqrt();
        let tail = normal_cdf(-0.5 * center);
        let share = self.room / (0.5 * self.root * (1.0 + erfcx(center * std::f64::consts::FRAC_1_SQRT_2)));
        normal_quantile(share * tail).map_or(f64::NAN, |z| -2.0 * z)
    }

    fn invert(&self) -> f64 {
        let below = self.is_below();
        let mut s = if below { self.bachelier_guess() } else { self.room_guess() };
        let (mut low, mut high) = (0.0, f64::INFINITY);
        for _ in 0..100 {
            if !(s > low && s < high) {
                s = if high == f64::INFINITY { 2.0 * low + 1.0 } else { 0.5 * (low + high) };
            }
            let (b, step) = if below { self.step_below(s) } else { self.step_above(s) };
            let next = s + step;
            if is_last(s, next) {
                return next;
            }
            if b < self.beta {
                low = s;
            } else {
                high = s;
            }
            s = next;
        }
        0.5 * (low + high)
    }

    /// `b(x, s)` and the step on `ln b`.
    #[inline(always)]
    fn step_below(&self, s: f64) -> (f64, f64) {
        let place = Place::new(self.x, self.root, s);
        let b = place.value();
        let u = place.vega / b;
        let (curve, curve_slope) = self.curve(s);
        let second = curve - u;
        (b, householder(ln_ratio(b, self.beta) / u, second, second * second + curve_slope - u * second))
    }

    /// `b(x, s)` and the step on the logarithm of the room above `b`.
    fn step_above(&self, s: f64) -> (f64, f64) {
        let place = Place::new(self.x, self.root, s);
        let (b, room) = (place.value(), self.room);
        // The room above, from whichever has more digits: the price itself or its room.
        let gap = self.beta - b;
        let (rest, error) = if room > 0.1 * self.beta {
            (room + gap, -ln_1p(gap / room))
        } else {
            let rest = place.shortfall();
            (rest, ln_ratio(room, rest))
        };
        let w = place.vega / rest;
        let (curve, curve_slope) = self.curve(s);
        let second = curve + w;
        (b, householder(error / w, second, second * second + curve_slope + w * second))
    }

    /// `b'' / b'` and its derivative.
    #[inline(always)]
    fn curve(&self, s: f64) -> (f64, f64) {
        let h = self.x / s;
        let curve = h * h / s;
        (curve - 0.25 * s, -3.0 * curve / s - 0.25)
    }
}

/// Householder's step of the third order, from `f`, its second and its third derivative over the first.
#[inline(always)]
fn householder(error: f64, second: f64, third: f64) -> f64 {
    let newton = -error;
    let step = newton * (1.0 + 0.5 * second * newton) / (1.0 + newton * (second + third * newton / 6.0));
    if step.is_finite() { step } else { newton }
}

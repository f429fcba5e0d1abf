//! Options with a barrier on either side.
//!
//! A knock-out ends, and pays its rebate, at the first touch of either barrier; a knock-in begins with it and pays its rebate at expiry if
//! neither was touched. The knock-out is an exchange of the asset for cash on the paths that stay between the barriers
//! (Kunitomo and Ikeda 1992; Haug 1998, 2.10.1), the knock-in what it lacks of the vanilla option. Absolute error below 1e-13 of the
//! greater of spot and strike.

use hashinsight_market::OptionKind;
use hashinsight_numerics::{ln_ratio, max, min};
use hashinsight_units::json::Told;
use hashinsight_units::{AssetPrice, Collateral, Error, Record};

use super::barrier_terms::BarrierSide;
use super::corridor::Corridor;
use super::jet::{Jet, Market, Number};
use super::option::sign;
use super::passage::Passage;
use super::vanilla::Vanilla;
use super::{Knock, Lognormal, PriceGreeks};
use crate::Measure;
use crate::refuse::{refuse, unsupported};

/// Inputs of [`double_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DoubleBarrierRequest {
    /// Kind of the option: call or put.
    #[record(example = "call")]
    pub kind: OptionKind,
    /// Effect of a touch of either barrier: knock-in or knock-out.
    #[record(example = "out")]
    pub knock: Knock,
    /// Price of the asset now, in quote currency. At a barrier or beyond it has touched it.
    #[record(example = 60000)]
    pub spot: AssetPrice,
    /// Exercise price, in quote currency.
    #[record(example = 60000)]
    pub strike: AssetPrice,
    /// Price level of the lower barrier, in quote currency.
    #[record(example = 50000)]
    pub lower: AssetPrice,
    /// Price level of the upper barrier, in quote currency; above the lower one, by at least a 4000th of the
    /// logarithm's deviation over the horizon.
    #[record(example = 75000)]
    pub upper: AssetPrice,
    /// Price of the asset until expiry.
    #[record(flatten)]
    pub price: Lognormal,
    /// Rebate in quote currency: paid at the touch that ends a knock-out, or at expiry for a knock-in that never began.
    #[record(default = Collateral::constant(0.0))]
    pub rebate: Collateral,
}

/// Result of [`double_barrier`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DoubleBarrierReport {
    /// Measure of the numbers: always the risk-neutral one.
    pub measure: Measure,
    /// Value in quote currency, rebate included.
    pub price: f64,
    /// Part of the value that is the rebate, in quote currency.
    pub rebate_value: f64,
    /// Price of the same option without barriers, in quote currency.
    pub vanilla_price: f64,
    /// Probability of a touch of either barrier by expiry, in full relative precision.
    pub touch_probability: f64,
    /// Probability of a touch of neither by expiry, in full relative precision.
    pub survival_probability: f64,
    /// Derivatives of the value, rebate included; absent where it has a corner or its rebate's moment is certain.
    pub greeks: Option<PriceGreeks>,
}

/// The value of an option with two barriers under continuous watch.
///
/// ```
/// use hashinsight_derivatives::pricing::{DoubleBarrierRequest, Knock, Lognormal, double_barrier};
/// use hashinsight_market::OptionKind;
/// use hashinsight_units::{AssetPrice, Rate, Volatility, Years};
/// let price = Lognormal::new(Years::new(0.25)?, Rate::new(0.1)?, Rate::new(0.0)?, Volatility::new(0.15)?);
/// let [spot, lower, upper] = [100.0, 80.0, 120.0].map(AssetPrice::new);
/// let spot = spot?;
/// let report =
///     double_barrier(&DoubleBarrierRequest::new(OptionKind::Call, Knock::Out, spot, spot, lower?, upper?, price))?;
/// assert_eq!(format!("{:.4}", report.price), "3.7516"); // Haug 2007, page 156
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `derivatives.upper.out_of_range` unless the upper barrier is above the lower one, `unsupported` for a corridor narrower than a 4000th of
/// the deviation over the horizon.
pub fn double_barrier(request: &DoubleBarrierRequest) -> Result<DoubleBarrierReport, Error> {
    let DoubleBarrierRequest { kind, knock, spot, strike, lower, upper, price, rebate } = *request;
    let place = Place::new(spot, lower, upper, &price)?;
    let vanilla = Vanilla::new(sign(kind), spot.get(), strike.get(), &price);
    let vanilla_price = vanilla.price();
    let (market, rebate) = (Market::new(spot.get(), &price), rebate.get());
    let vanilla_greeks = || vanilla.report().greeks.map(PriceGreeks::from);
    let at_expiry = market.discount() * rebate;
    let (option, paid, [stays, touches], greeks) = match place.start(&market) {
        Start::Between(corridor) => {
            let ends = [strike.get(), lower.get(), upper.get()];
            let out = knock_out(&market, &corridor, sign(kind), ends);
            let paid = rebate_value(&market, &corridor, knock, rebate);
            let [stays, touches] = corridor.by_number().stays_and_touches();
            let (option, greeks) = match knock {
                Knock::Out => (out.value, (out + paid).greeks()),
                // The vanilla option by the same rules, so that what cancels cancels.
                Knock::In => (vanilla_price - out.value, knock_in_greeks(&vanilla, paid - out)),
            };
            (max(option, 0.0), paid.value, [stays, touches], greeks)
        }
        Start::Never => match knock {
            Knock::Out => (vanilla_price, 0.0, [1.0, 0.0], vanilla_greeks()),
            Knock::In => (0.0, at_expiry.value, [1.0, 0.0], at_expiry.greeks()),
        },
        Start::Touches { after, corner, .. } => match knock {
            Knock::In => (vanilla_price, 0.0, [0.0, 1.0], vanilla_greeks().filter(|_| !corner)),
            Knock::Out => {
                let value = Jet::constant(rebate * hashinsight_numerics::exp(-market.rate.value * after));
                let moves = corner || (after > 0.0 && rebate > 0.0);
                (0.0, value.value, [0.0, 1.0], if moves { None } else { Jet::constant(0.0).greeks() })
            }
        },
    };
    Ok(DoubleBarrierReport {
        measure: Measure::RiskNeutral,
        price: option + paid,
        rebate_value: paid,
        vanilla_price,
        touch_probability: touches,
        survival_probability: stays,
        greeks,
    })
}

/// What the rebate is worth where chance decides.
pub(super) fn rebate_value<N: Number>(market: &Market<N>, corridor: &Corridor<N>, knock: Knock, rebate: f64) -> N {
    match knock {
        _ if rebate == 0.0 => N::constant(0.0),
        Knock::Out => corridor.leaves(market.rate * market.years) * rebate,
        Knock::In => market.discount() * rebate * corridor.stays(),
    }
}

/// The option that a touch ends, where chance decides; of `[strike, lower, upper]`.
pub(super) fn knock_out<N: Number>(market: &Market<N>, corridor: &Corridor<N>, sign: f64, ends: [f64; 3]) -> N {
    Exchange::new(market, sign, ends).value(corridor, sign)
}

/// Exchange of the asset for cash on the paths that stay between the barriers and end where it is exercised.
pub(super) struct Exchange<N> {
    /// Worth today of what is received and of what is paid.
    pub(super) asset: N,
    pub(super) cash: N,
    /// Where it is exercised, above the lower barrier: nowhere unless `low < high`.
    pub(super) low: f64,
    pub(super) high: f64,
}

impl<N: Number> Exchange<N> {
    /// `[strike, lower, upper]`.
    #[inline(always)]
    pub(super) fn new(market: &Market<N>, sign: f64, [strike, lower, upper]: [f64; 3]) -> Self {
        let (at, width) = (ln_ratio(strike, lower), ln_ratio(upper, lower));
        let (low, high) = if sign > 0.0 { (max(at, 0.0), width) } else { (0.0, min(at, width)) };
        Self { asset: market.asset(), cash: market.discount() * strike, low, high }
    }

    fn value(&self, corridor: &Corridor<N>, sign: f64) -> N {
        let Self { asset, cash, low, high } = *self;
        (asset * corridor.shared().ends(low, high) - cash * corridor.ends(low, high)) * sign
    }
}

fn knock_in_greeks(vanilla: &Vanilla, rest: Jet) -> Option<PriceGreeks> {
    let (whole, rest) = (PriceGreeks::from(vanilla.report().greeks?), rest.greeks()?);
    Some(whole.plus(&rest))
}

/// Where a price stands between two barriers.
pub(super) struct Place {
    lower: f64,
    upper: f64,
    below: Passage,
    above: Passage,
}

/// Deviations over the horizon per width of the corridor that are still summed.
const MOST_WIDTHS: f64 = 4000.0;

/// What becomes of the price.
pub(super) enum Start {
    /// Chance decides.
    Between(Box<Corridor<Jet>>),
    /// It touches neither for certain.
    Never,
    /// It touches one for certain: after so many years, the lower one or the upper; just at a place from which it might not.
    Touches { after: f64, lower: bool, corner: bool },
}

impl Place {
    pub(super) fn new(
        spot: AssetPrice,
        lower: AssetPrice,
        upper: AssetPrice,
        price: &Lognormal,
    ) -> Result<Self, Error> {
        let (lower, upper) = (lower.get(), upper.get());
        let Lognormal { years, rate_per_year, yield_per_year, volatility } = price;
        let drift = rate_per_year.get() - yield_per_year.get();
        Self::of(spot.get(), [lower, upper], [years.get(), drift, volatility.get()])
    }

    /// `[lower, upper]`, `[years, drift, volatility]`.
    pub(super) fn of(spot: f64, [lower, upper]: [f64; 2], [years, drift, sigma]: [f64; 3]) -> Result<Self, Error> {
        if upper <= lower {
            return Err(refuse("upper", upper, format!("above the lower barrier, {}", Told(lower))));
        }
        // Images are as many as widths go into the deviation: far beyond any that a price could live in.
        if sigma * years.sqrt() > MOST_WIDTHS * ln_ratio(upper, lower) {
            return Err(unsupported(
                "upper",
                upper,
                "a corridor of at least a 4000th of the deviation over the horizon",
            ));
        }
        let passage = |side, level| Passage::new(side, [spot, level, years, drift, sigma]);
        let (below, above) = (passage(BarrierSide::Down, lower), passage(BarrierSide::Up, upper));
        Ok(Self { lower, upper, below, above })
    }

    /// Whether chance decides.
    pub(super) fn is_random(&self) -> bool {
        self.below.walk().is_some() && self.above.walk().is_some()
    }

    pub(super) fn start(&self, market: &Market) -> Start {
        if self.is_random() {
            return Start::Between(Box::new(Corridor::new(market, self.lower, self.upper)));
        }
        let (spot, years) = (market.spot.value, market.years.value);
        // A touch now is certain with or without volatility; another only without.
        let certain = |passage: &Passage| {
            let now = passage.side.is_touched(spot, passage.barrier);
            passage.certain_arrival().filter(|_| now || passage.walk().is_none())
        };
        let (after, lower) = match (certain(&self.below), certain(&self.above)) {
            (Some(time), _) => (time, true),
            (None, Some(time)) => (time, false),
            (None, None) => return Start::Never,
        };
        Start::Touches {
            after,
            lower,
            corner: spot == self.lower || spot == self.upper || (after > 0.0 && after == years),
        }
    }
}

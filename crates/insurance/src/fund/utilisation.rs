//! A price that rises as capacity runs out.
//!
//! ```text
//! rate(u) = base                                    u <= target
//!         = base + slope (u - target)               beyond
//! premium rate of a purchase = (integral of rate(u) from before to after) / (after - before)
//! ```
//!
//! The curve of mutuals that sell from a shared pool (Nexus Mutual 2023, "Dynamic pricing", with its surge above 90 %). What is sold in parts
//! costs what it costs at once.

use hashinsight_units::json::Told;
use hashinsight_units::{Collateral, Error, Fraction, Problem, Ratio, Record};

use crate::refuse::tell;

/// Inputs of [`utilisation_price`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct UtilisationPriceRequest {
    /// Capacity of the pool, in units of currency; above 0.
    #[record(example = 1_000_000)]
    pub capacity: Collateral,
    /// Sum insured of the covers in force, in units of currency; at most the capacity.
    #[record(example = 850_000)]
    pub used: Collateral,
    /// Sum insured that is bought, in units of currency; above 0, at most the capacity that is left.
    #[record(example = 100_000)]
    pub bought: Collateral,
    /// Premium rate up to the target, as a fraction of the sum insured.
    #[record(example = 0.02)]
    pub base_rate: Ratio,
    /// Utilisation from which the rate rises.
    #[record(default = Fraction::constant(0.9))]
    pub target: Fraction,
    /// Rise of the rate per unit of utilisation beyond the target: 2 is 0.02 for each further percent.
    #[record(default = Ratio::constant(2.0))]
    pub slope: Ratio,
}

/// Result of [`utilisation_price`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct UtilisationPriceReport {
    /// Utilisation before the purchase.
    pub utilisation_before: f64,
    /// Utilisation after it.
    pub utilisation_after: f64,
    /// Mean premium rate of the purchase, as a fraction of the sum insured.
    pub premium_rate: f64,
    /// Premium of the purchase, in units of currency.
    pub premium: f64,
    /// Premium rate of the next cover, however small.
    pub next_rate: f64,
}

/// The premium of a purchase from a pool whose price rises with its utilisation.
///
/// ```
/// use hashinsight_insurance::fund::{UtilisationPriceRequest, utilisation_price};
/// use hashinsight_units::{Collateral, Ratio};
/// let [capacity, used, bought] = [1e6, 850_000.0, 100_000.0].map(Collateral::constant);
/// let report = utilisation_price(&UtilisationPriceRequest::new(capacity, used, bought, Ratio::new(0.02)?))?;
/// // Half of it at 2 %, half at 2 % rising to 12 %.
/// assert!((report.premium - (100_000.0 * 0.02 + 50_000.0 * 0.05)).abs() < 1e-6);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.capacity.out_of_range`, `insurance.used.out_of_range`, `insurance.bought.out_of_range` unless they fit together.
pub fn utilisation_price(request: &UtilisationPriceRequest) -> Result<UtilisationPriceReport, Error> {
    let [capacity, used, bought] = [request.capacity, request.used, request.bought].map(Collateral::get);
    if capacity == 0.0 {
        return Err(tell("capacity", Problem::OutOfRange, capacity, "above 0"));
    }
    if used > capacity {
        return Err(tell("used", Problem::OutOfRange, used, format!("at most the capacity, {}", Told(capacity))));
    }
    if bought == 0.0 || used + bought > capacity {
        let allowed = format!("above 0, at most what is left, {}", Told(capacity - used));
        return Err(tell("bought", Problem::OutOfRange, bought, allowed));
    }
    let (base, target, slope) = (request.base_rate.get(), request.target.get(), request.slope.get());
    let (before, after) = (used / capacity, (used + bought) / capacity);
    let beyond = |u: f64| if u > target { u - target } else { 0.0 };
    // The integral of the rise, in units of sum insured.
    let rise = 0.5 * slope * (beyond(after) - beyond(before)) * (beyond(after) + beyond(before)) * capacity;
    let premium = base * bought + rise;
    Ok(UtilisationPriceReport {
        utilisation_before: before,
        utilisation_after: after,
        premium_rate: premium / bought,
        premium,
        next_rate: base + slope * beyond(after),
    })
}

//! Reverse stress: the smallest joint shock after which no sale keeps every payment coverable.
//!
//! ```text
//! scale k:   price (1 - k price_fall),   mined (1 - k mined_fall),   payments (1 + k payments_rise),   0 <= k <= 1
//! ```
//!
//! Each shock alone makes a treasury worse off, so there is one scale from which on it breaks; it is found by halving, to a billionth.

use hashinsight_units::{Amount, At, Error, Fault, Fraction, Outcome, Problem, Ratio, Record};

use super::{Floor, FloorTerms, proportional};
use crate::coverage::{BILLION, Cash, Execution, Payment, Schedule, billionths, scale_down, scale_up};
use crate::policy::{Observation, View};

/// Shock that comes at once, in its full size. At least one part is above 0.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct Shock {
    /// Fall of the price, as a fraction of it.
    #[record(default = Fraction::ZERO)]
    pub price_fall: Fraction,
    /// Fall of the coins that are certain to be mined, as a fraction of them.
    #[record(default = Fraction::ZERO)]
    pub mined_fall: Fraction,
    /// Rise of every payment, as a fraction of it, at most 1000.
    #[record(default = Ratio::constant(0.0))]
    pub payments_rise: Ratio,
}

/// Inputs of [`reverse_stress`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct ReverseStressRequest {
    /// Treasury, market and dated payments before the shock.
    pub observation: Observation,
    /// Promises about the future after the shock.
    pub terms: FloorTerms,
    /// Shock in its full size.
    pub shock: Shock,
}

/// Result of [`reverse_stress`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct ReverseStressReport {
    /// Smallest part of the shock that breaks the coverage, in steps of a billionth; never where the full one does not, every part where the
    /// coverage is broken without a shock.
    pub scale: Outcome,
    /// Price of one bitcoin after that part of the shock, in USD; after the full one where it breaks nothing.
    pub price_usd: Cash,
    /// Sum of the payments after it, in USD.
    pub payments_usd: Cash,
    /// Shortfall after the shock, or the smallest sale after the full one.
    pub floor: Floor,
}

/// A treasury after a part of a shock, in billionths.
struct Shocked<'a> {
    request: &'a ReverseStressRequest,
    execution: Execution,
    schedule: Schedule,
    terms: FloorTerms,
    price: i64,
    coins: i64,
}

impl<'a> Shocked<'a> {
    fn new(request: &'a ReverseStressRequest, scale: i64) -> Result<Self, Error> {
        let ReverseStressRequest { observation, terms, shock } = request;
        let (execution, _) = observation.prepare().at("observation")?;
        let part = |whole: f64| scale_up(billionths(whole), scale, BILLION);
        let after = |sat: Amount, fall: f64| {
            Amount::from_signed_sat(scale_down(sat.to_sat().cast_signed(), BILLION - part(fall), BILLION))
        };
        let price = scale_down(execution.price(), BILLION - part(shock.price_fall.get()), BILLION);
        let mined = terms.mined_sat.iter().map(|sat| after(*sat, shock.mined_fall.get()));
        let mut terms = terms.clone().mined_sat(mined.collect::<Result<_, _>>()?);
        let rise = BILLION + part(shock.payments_rise.get());
        let pay = |payment: &Payment| {
            let amount = Cash::from_micros(scale_up(payment.amount_usd.to_micros(), rise, BILLION))?;
            Ok(Payment::new(payment.due_ms, amount))
        };
        let payments = observation.liabilities.iter().map(pay).collect::<Result<Vec<_>, Error>>();
        let payments = payments.and_then(|payments| Schedule::new(&payments));
        let schedule =
            payments.map_err(|_| refuse("payments_rise", shock.payments_rise, "payments of at most 3e12 USD"))?;
        let mut coins = observation.coins_sat.to_sat().cast_signed();
        // Where the price has fallen below what costs leave, coins bring nothing: as if there were none.
        let execution = Execution::at_micros(price, &observation.costs).unwrap_or_else(|_| {
            (coins, terms.mined_sat) = (0, Vec::new());
            execution
        });
        Ok(Self { request, execution, schedule, terms, price, coins })
    }

    fn view(&self) -> View<'_> {
        View { coins: self.coins, ..self.request.observation.view(&self.execution, &self.schedule) }
    }

    fn breaks(&self) -> Result<bool, Error> {
        let view = self.view();
        Ok(self.terms.worst_case(&view).at("terms")?.smallest_sale(view.coins, view.cash).is_none())
    }
}

fn refuse(field: &str, value: impl hashinsight_units::Shown, allowed: &str) -> Error {
    Fault::new(format!("treasury.{field}"), Problem::OutOfRange)
        .at(format!("shock.{field}"))
        .got(value)
        .allowed(allowed)
        .into()
}

/// The smallest part of a joint shock of price, mined coins and payments after which no sale keeps every payment coverable.
///
/// ```
/// use hashinsight_treasury::coverage::{Costs, Payment};
/// use hashinsight_treasury::floor::{FloorTerms, ReverseStressRequest, Shock, reverse_stress};
/// use hashinsight_treasury::policy::Observation;
/// use hashinsight_units::{Days, Fraction, Outcome, Price, Timestamp};
/// // One bitcoin for a payment of 75,000 USD now: a fall of the price by a quarter is the last that it survives.
/// let (now, free) = (Timestamp::from_s(1_735_689_600)?, Costs::new(Fraction::ZERO));
/// let seen = Observation::new(now, Price::new(100_000.0)?, "1 BTC".parse()?, "0".parse()?, free);
/// let seen = seen.liabilities(vec![Payment::new(now, "75000".parse()?)]);
/// let terms = FloorTerms::new(Days::new(30.0)?, vec![Fraction::new(0.4)?]);
/// let shock = Shock::new().price_fall(Fraction::new(0.5)?);
/// let report = reverse_stress(&ReverseStressRequest::new(seen, terms, shock))?;
/// assert_eq!(report.scale, Outcome::Value(0.500_000_001));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// What [`robust_floor`](super::robust_floor) refuses; `treasury.price_fall.out_of_range` for a shock whose every part is 0;
/// `treasury.payments_rise.out_of_range` above 1000, and where payments come to exceed what [`Cash`] holds.
pub fn reverse_stress(request: &ReverseStressRequest) -> Result<ReverseStressReport, Error> {
    let ReverseStressRequest { observation, terms, shock } = request;
    terms.check().at("terms")?;
    proportional(&observation.costs).at("costs").at("observation")?;
    if *shock == Shock::new() {
        return Err(refuse("price_fall", shock.price_fall, "one part of the shock above 0"));
    }
    if shock.payments_rise.get() > 1000.0 {
        return Err(refuse("payments_rise", shock.payments_rise, "0 to 1000"));
    }
    let at = |scale: i64| Shocked::new(request, scale);
    let before = at(0)?;
    before.view().check().at("observation")?;
    let (scale, shocked) = if before.breaks()? {
        (Outcome::Every, before)
    } else {
        let mut broken = at(BILLION)?;
        if broken.breaks()? {
            let (mut whole, mut first) = (0, BILLION);
            while first - whole > 1 {
                let middle = whole + (first - whole) / 2;
                let candidate = at(middle)?;
                if candidate.breaks()? { (first, broken) = (middle, candidate) } else { whole = middle }
            }
            (Outcome::Value(first as f64 / BILLION as f64), broken)
        } else {
            (Outcome::Never, broken)
        }
    };
    let view = shocked.view();
    Ok(ReverseStressReport {
        scale,
        price_usd: Cash::from_micros(shocked.price)?,
        payments_usd: Cash::from_micros(view.due.total())?,
        floor: shocked.terms.worst_case(&view).at("terms")?.floor(&view)?,
    })
}

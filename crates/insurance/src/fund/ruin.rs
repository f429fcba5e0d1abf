//! The probability that a fund is ruined within a number of periods.
//!
//! In each period premiums come in and the loss of a book goes out; books of different periods are independent, the covers within one are
//! not: its distribution is that of [`book_loss`](crate::book::book_loss). The surplus walks on a lattice, and who falls below 0 is ruined:
//!
//! ```text
//! alive_(k+1)(v) = sum over losses x of P(x) alive_k(v - premium + x),      v >= 0
//! ruin by k      = 1 - sum over v of alive_k(v)
//! ```
//!
//! (The recursion of Dickson 2016, section 7.8, "ruin in discrete time".) Surplus and moves are rounded down, and up, to the lattice: the true
//! probability lies between the two answers.

use hashinsight_units::{Collateral, Error, Fraction, Record};

use crate::refuse::{insufficient, length, refuse};

/// Most multiplications of a request.
const MOST_WORK: f64 = 2e9;

/// Inputs of [`fund_ruin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct FundRuinRequest {
    /// Free capital at the start, in units of currency.
    #[record(example = 700_000)]
    pub capital: Collateral,
    /// Premiums of a period less its expenses, in units of currency.
    #[record(example = 400_000)]
    pub premium: Collateral,
    /// Losses of a period that can occur, in units of currency.
    pub losses: Vec<Collateral>,
    /// Probabilities of the losses; their sum is 1 to within 1e-9.
    pub probabilities: Vec<Fraction>,
    /// Number of periods.
    #[record(range = 1..=10_000, example = 52)]
    pub periods: u32,
    /// Distance between lattice points, in units of currency; above 0. Where it divides all amounts the answer is exact.
    #[record(example = 5000)]
    pub step: Collateral,
}

/// Result of [`fund_ruin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct FundRuinReport {
    /// Lower bound of the probability of ruin within all periods.
    pub lower: f64,
    /// Upper bound of the probability of ruin within all periods; the lower one where it is exact.
    pub upper: f64,
    /// Lower bounds of the probability of ruin by the end of each period.
    pub lower_by_period: Vec<f64>,
    /// Upper bounds of the probability of ruin by the end of each period.
    pub upper_by_period: Vec<f64>,
    /// Expected loss of a period, in units of currency.
    pub expected_loss: f64,
}

/// The probability that a fund is ruined within a number of periods, each with its premiums and the loss of a book.
///
/// ```
/// use hashinsight_insurance::fund::{FundRuinRequest, fund_ruin};
/// use hashinsight_units::{Collateral, Fraction};
/// // A capital of 1, a premium of 1 a period, and a loss of 2 in half of them: ruined after two bad periods, or three of five at worst.
/// let [capital, premium, step] = [1.0, 1.0, 1.0].map(Collateral::constant);
/// let losses = [0.0, 2.0].map(Collateral::constant).to_vec();
/// let even = vec![Fraction::constant(0.5); 2];
/// let report = fund_ruin(&FundRuinRequest::new(capital, premium, losses, even, 2, step))?;
/// assert_eq!((report.lower, report.upper), (0.25, 0.25));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.losses.insufficient_data` for none, `insurance.probabilities.length` and `out_of_range` unless they fit the losses and add up to 1,
/// `insurance.step.out_of_range` for 0 and for a lattice so fine that it takes too long.
pub fn fund_ruin(request: &FundRuinRequest) -> Result<FundRuinReport, Error> {
    request.check()?;
    let FundRuinRequest { losses, probabilities, .. } = request;
    if losses.is_empty() {
        return Err(insufficient("losses", 0, "at least one"));
    }
    if probabilities.len() != losses.len() {
        return Err(length("probabilities", probabilities.len(), losses.len()));
    }
    let total = hashinsight_numerics::sum_by(losses.len(), |i| probabilities[i].get());
    if (total - 1.0).abs() > 1e-9 {
        return Err(refuse("probabilities", total, "probabilities that add up to 1"));
    }
    let (step, premium) = (request.step.get(), request.premium.get());
    let periods = f64::from(request.periods);
    let size = (request.capital.get() + premium * periods) / step + periods + 2.0;
    let work = size * periods * losses.len() as f64;
    if !(work <= MOST_WORK && size <= 1e7) {
        return Err(refuse(
            "step",
            step,
            "above 0, and so wide that points, periods and losses multiply to at most 2e9",
        ));
    }
    let bound = |round: fn(f64) -> f64| {
        #[expect(clippy::cast_possible_truncation, reason = "within the size of the lattice, or beyond its end")]
        let points = |amount: f64| round(amount / step) as isize;
        let moves: Vec<(isize, f64)> =
            losses.iter().zip(probabilities).map(|(loss, p)| (points(premium - loss.get()), p.get())).collect();
        by_period(points(request.capital.get()), &moves, request.periods)
    };
    let (upper_by_period, lower_by_period) = (bound(f64::floor), bound(f64::ceil));
    let last = |bounds: &[f64]| bounds.last().copied().unwrap_or(0.0);
    Ok(FundRuinReport {
        lower: last(&lower_by_period),
        upper: last(&upper_by_period),
        lower_by_period,
        upper_by_period,
        expected_loss: hashinsight_numerics::sum_by(losses.len(), |i| losses[i].get() * probabilities[i].get()),
    })
}

/// Probability of ruin by the end of each period, from a place on the lattice.
fn by_period(start: isize, moves: &[(isize, f64)], periods: u32) -> Vec<f64> {
    let highest = moves.iter().fold(0, |most, (up, _)| if *up > most { *up } else { most }).unsigned_abs();
    let mut alive = vec![0.0; start.unsigned_abs() + 1];
    alive[start.unsigned_abs()] = 1.0;
    let mut ruined = 0.0;
    let mut by_period = Vec::with_capacity(periods as usize);
    for _ in 0..periods {
        let mut next = vec![0.0; alive.len() + highest];
        let mut fallen = hashinsight_numerics::Sum::new();
        for (place, mass) in alive.iter().enumerate().filter(|(_, mass)| **mass > 0.0) {
            for (up, probability) in moves {
                match place.checked_add_signed(*up) {
                    Some(place) => next[place] += mass * probability,
                    None => fallen.push(mass * probability),
                }
            }
        }
        ruined += fallen.total();
        by_period.push(ruined);
        alive = next;
    }
    by_period
}

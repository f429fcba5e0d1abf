//! The risk margin: what another would ask for to carry the risks to their end.
//!
//! ```text
//! margin = rate * sum over t of required capital_t * taper^t * period / (1 + r)^((t + 1) period)
//! ```
//!
//! (Directive 2009/138/EC, article 77(5); Delegated Regulation (EU) 2015/35, article 37.) Periods of the formula are years; covers of days have
//! shorter ones, and bear their part of the yearly rate. Rates are law, and law changes: they stand in a table with the day from which
//! each holds.

use hashinsight_numerics::{exp, ln_1p, pow};
use hashinsight_units::{Collateral, Date, DiscountRate, Error, Fraction, Problem, Record, Years};

use crate::refuse::{insufficient, refuse, tell};

/// Law that names a cost of capital.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum CapitalRegime {
    /// Solvency II, of the European Union.
    SolvencyIi,
    /// Solvency UK: that of the Union until the end of 2023.
    SolvencyUk,
}

/// Cost of capital of a law from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct CostOfCapital {
    /// Law that names the rate.
    pub regime: CapitalRegime,
    /// Day from which the rate holds.
    pub valid_from: Date,
    /// Cost of capital above the riskless rate, per year.
    pub rate_per_year: f64,
    /// Source of the rate.
    pub source: &'static str,
}

/// The rates of every law, the earliest of each first.
///
/// ```
/// use hashinsight_insurance::fund::costs_of_capital;
/// assert!(costs_of_capital().iter().any(|row| row.rate_per_year == 0.06));
/// ```
pub fn costs_of_capital() -> Vec<CostOfCapital> {
    use CapitalRegime::{SolvencyIi, SolvencyUk};
    const REGULATION: &str = "Delegated Regulation (EU) 2015/35, article 39";
    let row = |regime, [year, month, day]: [u8; 3], rate_per_year, source| {
        let valid_from = Date::new(2000 + i16::from(year), month, day);
        let valid_from = valid_from.unwrap_or_else(|_| unreachable!("a day of the calendar"));
        CostOfCapital { regime, valid_from, rate_per_year, source }
    };
    vec![
        row(SolvencyIi, [16, 1, 1], 0.06, REGULATION),
        row(SolvencyIi, [27, 1, 30], 0.0475, "Directive (EU) 2025/2, amending article 77 of 2009/138/EC"),
        row(SolvencyUk, [16, 1, 1], 0.06, REGULATION),
        row(SolvencyUk, [23, 12, 31], 0.04, "S.I. 2023/1346, regulation 2"),
    ]
}

/// The rate of a law on a day.
///
/// ```
/// use hashinsight_insurance::fund::{CapitalRegime, cost_of_capital};
/// let rate = |day: &str| Ok::<_, hashinsight_units::Error>(cost_of_capital(CapitalRegime::SolvencyIi, day.parse()?)?.rate_per_year);
/// assert_eq!((rate("2027-01-29")?, rate("2027-01-30")?), (0.06, 0.0475));
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.date.out_of_range` before the first rate.
pub fn cost_of_capital(regime: CapitalRegime, date: Date) -> Result<CostOfCapital, Error> {
    let holds = costs_of_capital().into_iter().rev().find(|row| row.regime == regime && row.valid_from <= date);
    holds.ok_or_else(|| tell("date", Problem::OutOfRange, date, "2016-01-01 or later"))
}

/// Rate of the cost of capital: that of a law, or the caller's.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum CapitalRate {
    /// Rate of a law on a day.
    Law {
        /// Law that names the rate.
        regime: CapitalRegime,
        /// Day of the valuation.
        date: Date,
    },
    /// Rate per year above the riskless one, as a fraction.
    #[record(example = 0.06)]
    Rate(Fraction),
}

/// Inputs of [`risk_margin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct RiskMarginRequest {
    /// Capital that is required at the beginning of each period until the last cover has ended, in units of currency.
    pub required_capital: Vec<Collateral>,
    /// Length of a period, in years of 365 days; above 0.
    #[record(example = 0.0027397260273972603)]
    pub period_years: Years,
    /// Cost of capital.
    pub cost: CapitalRate,
    /// Riskless rate per year, compounded once a year.
    #[record(default = DiscountRate::constant(0.0))]
    pub riskless_rate: DiscountRate,
    /// Factor by which the capital of each further year counts less: the risk tapering of the newer laws, 1 for none.
    #[record(default = Fraction::ONE)]
    pub taper_per_year: Fraction,
}

/// Result of [`risk_margin`].
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct RiskMarginReport {
    /// Risk margin, in units of currency.
    pub risk_margin: f64,
    /// Cost of capital per year that it was made with.
    pub rate_per_year: f64,
    /// Law, day and source of the rate. Absent: it is the caller's.
    pub law: Option<CostOfCapital>,
    /// Part of each period in the risk margin, in units of currency.
    pub parts: Vec<f64>,
}

/// The risk margin by the cost of capital.
///
/// ```
/// use hashinsight_insurance::fund::{CapitalRate, RiskMarginRequest, risk_margin};
/// use hashinsight_units::{Collateral, Fraction, Years};
/// let capital = [100.0, 50.0].map(Collateral::constant).to_vec();
/// let request = RiskMarginRequest::new(capital, Years::new(1.0)?, CapitalRate::Rate(Fraction::new(0.06)?));
/// assert!((risk_margin(&request)?.risk_margin - 9.0).abs() < 1e-12);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// `insurance.required_capital.insufficient_data` for none, `insurance.period_years.out_of_range` for 0, those of [`cost_of_capital`] at `cost`.
pub fn risk_margin(request: &RiskMarginRequest) -> Result<RiskMarginReport, Error> {
    let years = request.period_years.get();
    if years == 0.0 {
        return Err(refuse("period_years", years, "above 0"));
    }
    if request.required_capital.is_empty() {
        return Err(insufficient("required_capital", 0, "the capital of at least one period"));
    }
    let law = match request.cost {
        CapitalRate::Law { regime, date } => {
            Some(cost_of_capital(regime, date).map_err(|error| error.at("law").at("cost"))?)
        }
        CapitalRate::Rate(_) => None,
    };
    let rate_per_year = match (law, request.cost) {
        (Some(law), _) => law.rate_per_year,
        (None, CapitalRate::Rate(rate)) => rate.get(),
        (None, CapitalRate::Law { .. }) => unreachable!("a law has its rate"),
    };
    let growth = ln_1p(request.riskless_rate.get());
    let part = |(period, capital): (usize, &Collateral)| {
        let begin = period as f64 * years;
        let discount = exp(-growth * (begin + years));
        rate_per_year * years * capital.get() * pow(request.taper_per_year.get(), begin) * discount
    };
    let parts: Vec<f64> = request.required_capital.iter().enumerate().map(part).collect();
    Ok(RiskMarginReport { risk_margin: hashinsight_numerics::sum(&parts), rate_per_year, law, parts })
}

//! Depreciation: what a machine loses in the books each year.
//!
//! Straight line writes off the same sum every year. MACRS is the schedule of United States tax law; its tables are those
//! of IRS Publication 946, appendix A (Rev. Proc. 87-57): 3-year and 5-year property, half-year convention (table A-1) or
//! mid-quarter convention (tables A-2 to A-5), which is due where more than 40 % of a year's property is placed in
//! service in its last quarter. A special allowance (bonus) is written off at once, and the schedule holds for the rest.

use hashinsight_units::{At, Date, Error, Fraction, Record, Usd};

use super::macrs;
use crate::error;

/// Method by which a machine is written off.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum DepreciationMethod {
    /// In equal parts down to a salvage value.
    StraightLine {
        /// Number of years, 1 to 100.
        years: u32,
        /// Book value at the end, in USD, at most what the bonus leaves of the cost. Absent: 0.
        salvage_usd: Option<Usd>,
        /// Part of the first year that is written off: all of it, or half of it and half a year at the end. Absent:
        /// `full_year`.
        convention: Option<Convention>,
        /// Fraction of the cost that is written off at once. Absent: 0.
        bonus: Option<Fraction>,
    },
    /// Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    #[record(word = "macrs_5")]
    Macrs5,
    /// Property of United States tax law, to nothing.
    Macrs {
        /// Recovery period of the property in years: 3 or 5; computers, miners among them, are 5-year property.
        years: u32,
        /// When in the year it was placed in service, as the law has it. Absent: `half_year`.
        convention: Option<Convention>,
        /// Fraction of the cost that is written off at once, see [`bonus_depreciation`]. Absent: 0.
        bonus: Option<Fraction>,
    },
}

/// When in its first year a machine counts as placed in service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Convention {
    /// At its beginning.
    FullYear,
    /// In its middle.
    HalfYear,
    /// In the middle of a quarter, 1 to 4.
    #[record(example = 2)]
    MidQuarter(u32),
}

/// Inputs of [`depreciation`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct DepreciationRequest {
    /// Cost of the machine, in USD.
    #[record(example = 3335)]
    pub cost_usd: Usd,
    /// Method by which the machine is written off.
    pub method: DepreciationMethod,
}

/// Result of [`depreciation`], one row per year.
#[derive(Clone, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct DepreciationReport {
    /// Year of use, from 1.
    pub year: Vec<u32>,
    /// Amount written off in the year, in USD, the bonus in the first one.
    pub depreciation_usd: Vec<f64>,
    /// Book value at the end of the year, in USD.
    pub book_value_usd: Vec<f64>,
}

impl DepreciationMethod {
    /// The schedule by which a cost is written off.
    ///
    /// # Errors
    /// As [`depreciation`].
    pub fn schedule(self, cost: Usd) -> Result<DepreciationReport, Error> {
        let cost = cost.get();
        let (mut written_off, at_once, salvage) = match self {
            Self::Macrs5 => (macrs::HALF_YEAR_5.map(|part| cost * part).to_vec(), 0.0, 0.0),
            Self::Macrs { years, convention, bonus } => {
                let at_once = at_once(cost, bonus);
                let parts = macrs::parts(years, convention.unwrap_or(Convention::HalfYear)).at("macrs")?;
                (parts.iter().map(|part| (cost - at_once) * part).collect(), at_once, 0.0)
            }
            Self::StraightLine { years, salvage_usd, convention, bonus } => {
                let at_once = at_once(cost, bonus);
                let salvage = salvage_usd.map_or(0.0, Usd::get);
                let basis = cost - at_once - salvage;
                (straight_line(years, basis, salvage, convention).at("straight_line")?, at_once, salvage)
            }
        };
        if let Some(first) = written_off.first_mut() {
            *first += at_once;
        }
        let years = written_off.len();
        let mut left = cost;
        let mut book_value_usd: Vec<f64> = written_off
            .iter()
            .map(|usd| {
                left -= usd;
                left
            })
            .collect();
        book_value_usd[years - 1] = salvage; // what rounding leaves over
        Ok(DepreciationReport { year: (1..).take(years).collect(), depreciation_usd: written_off, book_value_usd })
    }
}

fn at_once(cost: f64, bonus: Option<Fraction>) -> f64 {
    bonus.map_or(0.0, |bonus| cost * bonus.get())
}

fn straight_line(years: u32, basis: f64, salvage: f64, convention: Option<Convention>) -> Result<Vec<f64>, Error> {
    if !(1..=100).contains(&years) {
        return Err(error::out_of_range("years", "years", years, "1 to 100 years"));
    }
    if basis < 0.0 {
        let allowed = "at most the cost, less what the bonus writes off";
        return Err(error::out_of_range("salvage", "salvage_usd", salvage, allowed));
    }
    let whole = vec![basis / f64::from(years); years as usize];
    match convention.unwrap_or(Convention::FullYear) {
        Convention::FullYear => Ok(whole),
        Convention::HalfYear => {
            let half = basis / f64::from(years) * 0.5;
            Ok([&[half], &whole[1..], &[half]].concat())
        }
        Convention::MidQuarter(_) => {
            let allowed = "full_year or half_year";
            Err(error::unsupported("convention", "convention", "mid_quarter", allowed))
        }
    }
}

/// The schedule by which a cost is written off.
///
/// # Errors
/// `mining.years.out_of_range`; `mining.salvage.out_of_range` above what the bonus leaves of the cost;
/// `mining.convention.unsupported` for one that the method does not have; `mining.convention.out_of_range` for a quarter
/// that no year has.
///
/// ```
/// use hashinsight_mining::investment::{Convention, DepreciationMethod, DepreciationRequest, depreciation};
/// use hashinsight_units::{Fraction, Usd};
/// let request = DepreciationRequest::new(Usd::new(1000.0)?, DepreciationMethod::Macrs5);
/// assert_eq!(depreciation(&request)?.depreciation_usd[..3], [200.0, 320.0, 192.0]);
/// // Placed in service in the last quarter, 40 % at once: 400 USD, and 5 % of the other 600.
/// let convention = Some(Convention::MidQuarter(4));
/// let late = DepreciationMethod::Macrs { years: 5, convention, bonus: Some(Fraction::new(0.4)?) };
/// let report = depreciation(&DepreciationRequest::new(Usd::new(1000.0)?, late))?;
/// assert_eq!(report.depreciation_usd[0], 430.0);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn depreciation(request: &DepreciationRequest) -> Result<DepreciationReport, Error> {
    request.method.schedule(request.cost_usd).at("method")
}

/// Inputs of [`bonus_depreciation`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub struct BonusDepreciationRequest {
    /// Day on which a binding contract to acquire the property was made, from 2017-09-28 on.
    #[record(example = "2025-03-01")]
    pub acquired: Date,
    /// Day on which the property was placed in service, at or after `acquired`.
    #[record(example = "2025-06-15")]
    pub placed_in_service: Date,
}

/// Result of [`bonus_depreciation`].
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[record(answer)]
#[non_exhaustive]
pub struct BonusDepreciationReport {
    /// Fraction of the cost that may be written off at once.
    pub bonus: Fraction,
}

/// The special depreciation allowance of United States tax law for qualified property with a recovery period of 20 years
/// or less, as of July 2025: Internal Revenue Code § 168(k)(6) as amended by Pub. L. 115-97, § 13201 (100 % for property
/// acquired after 2017-09-27, 20 points less for each year in service after 2022), and by Pub. L. 119-21, § 70301 (100 %
/// for property acquired after 2025-01-19).
///
/// # Errors
/// `mining.acquired.out_of_range` before 2017-09-28; `mining.placed_in_service.out_of_range` before the acquisition.
///
/// ```
/// use hashinsight_mining::investment::{BonusDepreciationRequest, bonus_depreciation};
/// let bonus = |acquired: &str, placed: &str| -> Result<f64, hashinsight_units::Error> {
///     Ok(bonus_depreciation(&BonusDepreciationRequest::new(acquired.parse()?, placed.parse()?))?.bonus.get())
/// };
/// assert_eq!([bonus("2025-01-19", "2025-06-15")?, bonus("2025-01-20", "2025-06-15")?], [0.4, 1.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn bonus_depreciation(request: &BonusDepreciationRequest) -> Result<BonusDepreciationReport, Error> {
    let BonusDepreciationRequest { acquired, placed_in_service } = *request;
    let day = |date: Date| (date.year(), date.month(), date.day());
    if day(acquired) < (2017, 9, 28) {
        return Err(error::out_of_range("acquired", "acquired", acquired, "2017-09-28 or later"));
    }
    if placed_in_service < acquired {
        let field = "placed_in_service";
        return Err(error::out_of_range(field, field, placed_in_service, "the day of the acquisition, or later"));
    }
    let bonus = if day(acquired) >= (2025, 1, 20) {
        Fraction::ONE
    } else {
        match placed_in_service.year() {
            ..=2022 => Fraction::ONE,
            2023 => Fraction::constant(0.8),
            2024 => Fraction::constant(0.6),
            2025 => Fraction::constant(0.4),
            2026 => Fraction::constant(0.2),
            _ => Fraction::ZERO,
        }
    };
    Ok(BonusDepreciationReport { bonus })
}

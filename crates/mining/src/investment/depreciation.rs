//! Depreciation: what a machine loses in the books each year.
//!
//! Straight line writes off the same sum every year. MACRS is the schedule of United States tax law for five-year
//! property with the half-year convention (IRS Rev. Proc. 87-57, table 1): 20, 32, 19.2, 11.52, 11.52 and 5.76 % of the
//! cost in six tax years.

use hashinsight_units::{At, Error, Record, Usd};

use crate::error;

const MACRS_5: [f64; 6] = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

/// Method by which a machine is written off.
#[derive(Clone, Copy, Debug, PartialEq, Record)]
#[non_exhaustive]
pub enum DepreciationMethod {
    /// In equal parts down to a salvage value.
    StraightLine {
        /// Number of years, 1 to 100.
        years: u32,
        /// Book value at the end, in USD, at most the cost. Absent: 0.
        salvage_usd: Option<Usd>,
    },
    /// Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    #[record(word = "macrs_5")]
    Macrs5,
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
    /// Amount written off in the year, in USD.
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
        let (written_off, salvage) = match self {
            Self::Macrs5 => (MACRS_5.map(|part| cost * part).to_vec(), 0.0),
            Self::StraightLine { years, salvage_usd } => {
                let refuse = |error: Error| error.at("straight_line");
                if !(1..=100).contains(&years) {
                    return Err(refuse(error::out_of_range("years", "years", years, "1 to 100 years")));
                }
                let salvage = salvage_usd.map_or(0.0, Usd::get);
                if salvage > cost {
                    return Err(refuse(error::out_of_range("salvage", "salvage_usd", salvage, "at most the cost")));
                }
                (vec![(cost - salvage) / f64::from(years); years as usize], salvage)
            }
        };
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

/// The schedule by which a cost is written off.
///
/// # Errors
/// `mining.years.out_of_range`; `mining.salvage.out_of_range` above the cost.
///
/// ```
/// use hashinsight_mining::investment::{DepreciationMethod, DepreciationRequest, depreciation};
/// use hashinsight_units::Usd;
/// let request = DepreciationRequest::new(Usd::new(1000.0)?, DepreciationMethod::Macrs5);
/// assert_eq!(depreciation(&request)?.depreciation_usd[..3], [200.0, 320.0, 192.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
pub fn depreciation(request: &DepreciationRequest) -> Result<DepreciationReport, Error> {
    request.method.schedule(request.cost_usd).at("method")
}

//! Depreciation: what a machine loses in the books each year.
//!
//! Straight line writes off the same sum every year. MACRS is the schedule of United States tax law for five-year
//! property with the half-year convention (IRS Rev. Proc. 87-57, table 1): 20, 32, 19.2, 11.52, 11.52 and 5.76 % of the
//! cost in six tax years.

use hashinsight_units::Usd;

use crate::error;
use hashinsight_units::Error;

const MACRS_5: [f64; 6] = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];

/// How a machine is written off.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum DepreciationMethod {
    /// In equal parts down to a salvage value.
    StraightLine {
        /// Number of years, 1 to 100.
        years: u32,
        /// What is left at the end, in USD, at most the cost. Absent: nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        salvage_usd: Option<Usd>,
    },
    /// Five-year property of United States tax law, half-year convention: six tax years, to nothing.
    #[serde(rename = "macrs_5")]
    Macrs5,
}

/// What [`depreciation`] is asked.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DepreciationRequest {
    /// What the machine cost, in USD.
    pub cost_usd: Usd,
    /// How it is written off.
    pub method: DepreciationMethod,
}

/// What [`depreciation`] answers, one row per year.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct DepreciationReport {
    /// Year of use, from 1.
    pub year: Vec<u32>,
    /// What is written off in the year, in USD.
    pub depreciation_usd: Vec<f64>,
    /// What is left in the books at its end, in USD.
    pub book_value_usd: Vec<f64>,
}

/// The schedule by which a cost is written off.
///
/// # Errors
/// `mining.years.out_of_range`; `mining.salvage.out_of_range` above the cost.
///
/// ```
/// use hashinsight_mining::forecast::{DepreciationMethod, DepreciationRequest, depreciation};
/// use hashinsight_units::Usd;
/// let request = DepreciationRequest { cost_usd: Usd::new(1000.0)?, method: DepreciationMethod::Macrs5 };
/// assert_eq!(depreciation(&request)?.depreciation_usd[..3], [200.0, 320.0, 192.0]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn depreciation(request: &DepreciationRequest) -> Result<DepreciationReport, Error> {
    let cost = request.cost_usd.get();
    let (written_off, salvage) = match request.method {
        DepreciationMethod::Macrs5 => (MACRS_5.map(|part| cost * part).to_vec(), 0.0),
        DepreciationMethod::StraightLine { years, salvage_usd } => {
            if !(1..=100).contains(&years) {
                let path = "method.straight_line.years";
                return Err(error::out_of_range("years", path, years, "1 to 100 years"));
            }
            let salvage = salvage_usd.map_or(0.0, Usd::get);
            if salvage > cost {
                let path = "method.straight_line.salvage_usd";
                return Err(error::out_of_range("salvage", path, salvage, "at most the cost"));
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

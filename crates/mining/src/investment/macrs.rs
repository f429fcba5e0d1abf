//! Tables of MACRS: IRS Publication 946, appendix A, tables, as fractions.

use hashinsight_units::Error;

use super::depreciation::Convention;
use crate::error;

/// Table A-1, 5-year property.
pub(super) const HALF_YEAR_5: [f64; 6] = [0.2, 0.32, 0.192, 0.1152, 0.1152, 0.0576];
/// Table A-1, 3-year property.
const HALF_YEAR_3: [f64; 4] = [0.3333, 0.4445, 0.1481, 0.0741];
/// Tables, 3-year property, quarter by quarter.
const MID_QUARTER_3: [[f64; 4]; 4] = [
    [0.5833, 0.2778, 0.1235, 0.0154],
    [0.4167, 0.3889, 0.1414, 0.0530],
    [0.2500, 0.5000, 0.1667, 0.0833],
    [0.0833, 0.6111, 0.2037, 0.1019],
];
/// Tables, 5-year property, quarter by quarter.
const MID_QUARTER_5: [[f64; 6]; 4] = [
    [0.3500, 0.2600, 0.1560, 0.1101, 0.1101, 0.0138],
    [0.2500, 0.3000, 0.1800, 0.1137, 0.1137, 0.0426],
    [0.1500, 0.3400, 0.2040, 0.1224, 0.1130, 0.0706],
    [0.0500, 0.3800, 0.2280, 0.1368, 0.1094, 0.0958],
];

/// The parts of the cost year by year.
pub(super) fn parts(years: u32, convention: Convention) -> Result<&'static [f64], Error> {
    let quarter = match convention {
        Convention::HalfYear => None,
        Convention::MidQuarter(quarter @ 1..=4) => Some(quarter as usize - 1),
        Convention::MidQuarter(quarter) => {
            return Err(error::out_of_range("convention", "convention.mid_quarter", quarter, "1 to 4"));
        }
        Convention::FullYear => {
            let allowed = "half_year or mid_quarter";
            return Err(error::unsupported("convention", "convention", "full_year", allowed));
        }
    };
    match (years, quarter) {
        (3, None) => Ok(&HALF_YEAR_3),
        (3, Some(quarter)) => Ok(&MID_QUARTER_3[quarter]),
        (5, None) => Ok(&HALF_YEAR_5),
        (5, Some(quarter)) => Ok(&MID_QUARTER_5[quarter]),
        _ => Err(error::out_of_range("years", "years", years, "3 or 5")),
    }
}

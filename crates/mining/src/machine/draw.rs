//! Power in whole nanowatts: how many machines fit is a question to integers.
//!
//! 5360 W at a PUE of 1.1 are 5896 W, in binary fractions 5896.000000000001 W, of which three exceed a feeder of
//! 17,688 W. Rounded to nanowatts the product is what the sheet's decimals say, and sums of machines are exact.

const NW_PER_W: f64 = 1e9;
/// A tenth of a milliwatt: a hundred thousand machines in rounded nanowatts may be off by half of one each, and a site of ten gigawatts in
/// binary fractions by two thousand. What exceeds a limit by no more still fits.
const ROUNDING_NW: i128 = 100_000;

/// Power in nanowatts.
#[expect(clippy::cast_possible_truncation, reason = "at most 1e36 nanowatts; a cast saturates")]
pub(crate) fn nanowatts(watts: f64) -> i128 {
    (watts * NW_PER_W).round() as i128
}

/// Nanowatts in watts.
pub(crate) fn watts(nanowatts: i128) -> f64 {
    nanowatts as f64 / NW_PER_W
}

/// The most that whole machines may draw in sum where the limit is stated so.
pub(crate) fn within(limit_nw: i128) -> i128 {
    limit_nw + ROUNDING_NW
}

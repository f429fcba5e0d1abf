//! A decimal point moved, without a rounding of its own.

use hashinsight_units::json::float;

/// The powers of ten that a number holds exactly.
const POWERS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
    1e21, 1e22,
];

/// `value · 10^-places`: the nearest number to the decimal that was received, moved. 23.94 divided by 1000 is
/// 0.023940000000000003, and 23.94 USD/MWh are 0.02394 USD/kWh: the quotient of a nearest number is not always the
/// number nearest to the quotient.
pub(crate) fn shifted(value: f64, places: u8) -> f64 {
    short(value, places).unwrap_or_else(|| long(value, places))
}

/// The same of a decimal with at most 15 digits and 8 of them behind the point, as nearly all are: such a decimal is the
/// only one with its number, and its digits over a power of ten are rounded once.
fn short(value: f64, places: u8) -> Option<f64> {
    [0, 2, 4, 8].into_iter().find_map(|behind| {
        let digits = (value * POWERS[behind]).round();
        let is_it = digits.abs() < 1e15 && digits / POWERS[behind] == value;
        POWERS.get(behind + usize::from(places)).filter(|_| is_it).map(|power| digits / power)
    })
}

/// The shortest decimal of a number, with another exponent.
#[expect(clippy::expect_used, reason = "a finite number in scientific notation, with another exponent")]
fn long(value: f64, places: u8) -> f64 {
    let text = format!("{value:e}");
    let (digits, exponent) = text.split_once('e').expect("an exponent");
    let exponent: i64 = exponent.parse().expect("a whole exponent");
    float(&format!("{digits}e{}", exponent - i64::from(places))).expect("a number")
}

/// A fraction out of a percentage. A call, lest the compiler divides before it knows whether there is a number: that of an
/// absent one is often subnormal, and takes longer than the rest of a row.
#[inline(never)]
pub(crate) fn of_percent(percent: f64) -> f64 {
    shifted(percent, 2)
}

#[cfg(test)]
mod tests {
    use super::{long, shifted};

    #[test]
    fn the_last_digit_is_the_one_received() {
        for (value, places, moved) in [
            (23.94, 3, 0.02394),
            (-95.96, 2, -0.9596),
            (12_099_839_026.66, 3, 12_099_839.026_66),
            (9.319_865_870_313_752e20, 12, 931_986_587.031_375_2),
            (-0.285_600_282_865_95, 2, -0.002_856_002_828_659_5),
            (0.0, 2, 0.0),
            (5e-324, 2, 0.0),
        ] {
            assert_eq!(shifted(value, places).to_bits(), f64::to_bits(moved), "{value}");
        }
    }

    proptest::proptest! {
        #[test]
        fn short_and_long_agree(digits in -999_999_999_999_999_i64..=999_999_999_999_999, behind in 0_u8..16, places in 0_u8..13) {
            let value: f64 = format!("{digits}e-{behind}").parse().unwrap();
            let moved: f64 = format!("{digits}e-{}", behind + places).parse().unwrap();
            proptest::prop_assert_eq!(shifted(value, places).to_bits(), moved.to_bits());
            proptest::prop_assert_eq!(long(value, places).to_bits(), moved.to_bits());
        }
    }
}

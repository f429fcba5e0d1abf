//! Decimal text to the nearest `f64`, without tables.
//!
//! The parser of the standard library is fast because of 10 kB of powers of five, which hardly compress: too much for WASM.
//! There this one reads: exact arithmetic on whole numbers, checked against the standard library on every target.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "limbs are cut on purpose; lengths and exponents are small and their signs are looked at"
)]

/// Digits that decide: a value halfway between two floats has at most 767 (Clinger 1990); what follows only breaks a tie.
const DIGITS: usize = 800;
const CHUNK: u32 = 1_000_000_000;

/// The `f64` nearest to a number token of JSON, ties to even; too large is infinite.
pub(super) fn parse(token: &str) -> Option<f64> {
    if !cfg!(any(test, target_arch = "wasm32")) {
        return token.parse().ok();
    }
    let (negative, token) = token.strip_prefix('-').map_or((false, token), |rest| (true, rest));
    let (mantissa, exponent) = token.split_once(['e', 'E']).unwrap_or((token, "0"));
    let (whole, places) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
    // An exponent beyond i32 needs no digits to be decided, whatever their number.
    let saturated = if exponent.starts_with('-') { -1_000_000_000 } else { 1_000_000_000 };
    let mut exponent: i64 = exponent.parse::<i32>().map_or(saturated, i64::from);

    let mut limbs: Vec<u32> = Vec::new();
    let (mut kept, mut inexact) = (0, false);
    for (digits, after_point) in [(whole, 0), (places, 1)] {
        for digit in digits.bytes().map(|byte| u32::from(byte - b'0')) {
            if kept < DIGITS {
                times(&mut limbs, 10, digit);
                kept += usize::from(!limbs.is_empty());
                exponent -= after_point;
            } else {
                inexact |= digit != 0;
                exponent += 1 - after_point;
            }
        }
    }
    let magnitude = kept as i64 + exponent; // the value is below 10^magnitude and not below a tenth of it
    let value = match magnitude {
        _ if limbs.is_empty() => 0.0,
        310.. => f64::INFINITY,
        ..=-324 => 0.0,
        _ => nearest(limbs, exponent, inexact),
    };
    Some(if negative { -value } else { value })
}

/// `limbs * factor + carry`, least limb first.
fn times(limbs: &mut Vec<u32>, factor: u32, carry: u32) {
    let mut carry = u64::from(carry);
    for limb in limbs.iter_mut() {
        carry += u64::from(*limb) * u64::from(factor);
        *limb = carry as u32;
        carry >>= 32;
    }
    if carry > 0 {
        limbs.push(carry as u32);
    }
}

/// Divides; whether something remained.
fn divide(limbs: &mut [u32], divisor: u32) -> bool {
    let mut rest = 0;
    for limb in limbs.iter_mut().rev() {
        let part = rest << 32 | u64::from(*limb);
        *limb = (part / u64::from(divisor)) as u32;
        rest = part % u64::from(divisor);
    }
    rest > 0
}

/// The nearest `f64` to `limbs * 10^exponent`, a little more where `inexact`.
fn nearest(mut limbs: Vec<u32>, exponent: i64, mut inexact: bool) -> f64 {
    let mut scale = 0; // the value is limbs / 2^scale
    let powers = |exponent: u64| (0..exponent / 9).map(|_| CHUNK).chain([10_u32.pow((exponent % 9) as u32)]);
    if exponent >= 0 {
        powers(exponent.unsigned_abs()).for_each(|power| times(&mut limbs, power, 0));
    } else {
        // Each factor ten takes less than 3.33 bits, and 64 must be left.
        let words = exponent.unsigned_abs() * 10 / 96 + 3;
        limbs.splice(..0, (0..words).map(|_| 0));
        scale = words as i64 * 32;
        powers(exponent.unsigned_abs()).for_each(|power| inexact |= divide(&mut limbs, power));
    }
    while limbs.last() == Some(&0) {
        limbs.pop();
    }
    let bits = limbs.len() as i64 * 32 - limbs.last().map_or(0, |limb| i64::from(limb.leading_zeros()));
    // The least bit that the float keeps: 53 of them, fewer where it is subnormal.
    let least = (bits - 53).max(scale - 1074);
    let bit =
        |index: i64| index >= 0 && limbs.get((index / 32) as usize).is_some_and(|limb| limb >> (index % 32) & 1 == 1);
    let mut mantissa = (least..bits).rev().fold(0_u64, |mantissa, index| mantissa << 1 | u64::from(bit(index)));
    let above_half = inexact || (0..least - 1).any(bit);
    if bit(least - 1) && (above_half || mantissa & 1 == 1) {
        mantissa += 1;
    }
    // Subnormals have the exponent field 0; a carry out of the mantissa steps it by itself, up to infinity.
    let field = least - scale + 1074;
    if field > 2046 - 1 {
        return f64::INFINITY;
    }
    f64::from_bits(((field as u64) << 52) + mantissa)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_as_the_standard_library_reads() {
        let check = |text: &str| {
            let expected: f64 = text.parse().unwrap_or(f64::NAN);
            assert_eq!(parse(text).map(f64::to_bits), Some(expected.to_bits()), "{text}");
        };
        for text in [
            "0",
            "-0",
            "0.0",
            "1",
            "-1.5",
            "6e20",
            "1e-17",
            "5e-324",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e308",
            "1e309",
            "1e310",
            "9007199254740993",
            "9007199254740992.5",
            "9007199254740993.0000000000000000000001",
            "0.1",
            "1e22",
            "1e23",
            "1e99999999999",
            "1e-99999999999",
            "0e99999999999",
            "0.000000000000000000000000000000000000000000000000000001e60",
            "1E+5",
            "12345678e-10",
            "6.631236846766476e-316",
            "3.237883913302901289588352412501532174863037669423108059901297049552301970670676565786835742587799557860615776559838283435514391084153169252689190564396459577394618038928365305143463955100356696665629202017331344031730044369360205258345803431471660032699580731300954848363975548690010751530018881758184174569652173110473696022749934638425380623369774736560008997404060967498028389191878963968575439222206416981462690113342524002724385941651051293552601421155333430225237291523843322331326138431477823591142408800030775170625915670728657003151953664260769822494937951845801530895238439819708403389937873241463484205608000027270531106827387907791444918534771598750162812548862768493201518991668028251730299953143924168545708663913273994694463908672332763671875e-319",
        ] {
            check(text);
        }
        // A halfway case of 767 digits, and a little above and below it.
        let half = format!("{:.1074}", f64::from_bits(1) * 3.0);
        let half = format!("{half}5");
        check(&half);
        check(&format!("{half}{}1", "0".repeat(100)));
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..200_000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let value = f64::from_bits(state & !(1 << 63));
            if value.is_finite() {
                check(&format!("{value:e}"));
                let digits = state >> 40;
                check(&format!("{digits}.{state}e{}", (state >> 20) % 700 - 350_u64.min((state >> 20) % 700)));
                check(&format!("{state}e-{}", (state >> 30) % 360));
            }
        }
    }
}

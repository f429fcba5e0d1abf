//! Eight bytes at a time.

/// A one in each byte.
pub(crate) const ONES: u64 = 0x0101_0101_0101_0101;
/// The high bit of each byte.
pub(crate) const HIGH_BITS: u64 = 0x80 * ONES;

/// The next eight bytes, the first in the lowest place; behind the end zeros.
#[inline]
pub(crate) fn eight(bytes: &[u8]) -> u64 {
    if let Some(bytes) = bytes.first_chunk() {
        return u64::from_le_bytes(*bytes);
    }
    let mut eight = [0; 8];
    eight.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    u64::from_le_bytes(eight)
}

/// Where the first of these bytes stands; how many there are, where none does.
pub(crate) fn first_of<const N: usize>(bytes: &[u8], wanted: [u8; N]) -> usize {
    let mut rest = bytes;
    loop {
        let lanes = eight(rest);
        // The high bit of a byte is set where it is wanted. Borrows and their false alarms only come above the first such byte.
        let is = |byte: u8| {
            let lanes = lanes ^ (ONES * u64::from(byte));
            lanes.wrapping_sub(ONES) & !lanes & HIGH_BITS
        };
        let found = wanted.iter().fold(0, |found, byte| found | is(*byte));
        let length = found.trailing_zeros() as usize / 8;
        if length < 8 || rest.len() <= 8 {
            let place = bytes.len() - rest.len() + length;
            return if place < bytes.len() { place } else { bytes.len() };
        }
        rest = &rest[8..];
    }
}

#[cfg(test)]
mod tests {
    use super::first_of;

    proptest::proptest! {
        #[test]
        fn lanes_see_what_bytes_see(bytes in proptest::collection::vec(proptest::prop_oneof![0_u8..4, 0x7e_u8..0x82, 0xfe_u8..=0xff], 0..40)) {
            for wanted in [[0, 1], [2, 0x80], [0xff, 0x7f]] {
                let naive = bytes.iter().position(|byte| wanted.contains(byte)).unwrap_or(bytes.len());
                proptest::prop_assert_eq!(first_of(&bytes, wanted), naive);
            }
        }
    }
}

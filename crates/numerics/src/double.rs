//! Error-free transformations: a sum or a product of two doubles as an unevaluated pair `hi + lo` (Dekker 1971).

/// `a + b`, exactly, for `|a| >= |b|` or `a = 0`.
#[inline(always)]
pub(crate) fn fast_two_sum(a: f64, b: f64) -> (f64, f64) {
    let hi = a + b;
    (hi, b - (hi - a))
}

/// `a * b`, exactly, unless a factor exceeds 2^996 or the low part underflows.
#[inline(always)]
pub(crate) fn two_product(a: f64, b: f64) -> (f64, f64) {
    let hi = a * b;
    let (a_hi, a_lo) = split(a);
    let (b_hi, b_lo) = split(b);
    (hi, ((a_hi * b_hi - hi) + a_hi * b_lo + a_lo * b_hi) + a_lo * b_lo)
}

/// Two halves of 26 bits (Veltkamp). Not fused: a fused multiply-add is slow on wasm, and absent on baseline x86-64.
#[inline(always)]
fn split(a: f64) -> (f64, f64) {
    let t = a * 134_217_729.0; // 2^27 + 1
    let hi = t - (t - a);
    (hi, a - hi)
}

/// `(a + a_lo) * (b + b_lo)` to about 2^-104.
#[inline(always)]
pub(crate) fn product(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let (hi, lo) = two_product(a.0, b.0);
    fast_two_sum(hi, lo + (a.0 * b.1 + a.1 * b.0))
}

/// `(a + a_lo) + (b + b_lo)` to about 2^-104 of `a`, for `|a| >= |b|` or `a = 0`.
#[inline(always)]
pub(crate) fn sum(a: (f64, f64), b: (f64, f64)) -> (f64, f64) {
    let (hi, lo) = fast_two_sum(a.0, b.0);
    fast_two_sum(hi, lo + (a.1 + b.1))
}

/// `a + b`, exactly, whichever is greater (Knuth).
#[inline(always)]
pub(crate) fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let hi = a + b;
    let b_part = hi - a;
    (hi, (a - (hi - b_part)) + (b - b_part))
}

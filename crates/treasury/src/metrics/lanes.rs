//! Eight series side by side, a row for each period: the measures that a sweep keeps of each, with the bits of one series alone.

use multiversion::multiversion;

use super::moments::{BLOCK, Moments};

/// Series side by side.
pub(crate) const LANES: usize = 8;
/// One number of each series.
pub(crate) type Row<T = f64> = [T; LANES];

/// Returns `(worth - flow) / worth before - 1`; wealth of 1 after all of them, and the least drawdown on the way, as
/// [`wealth_and_drawdown`](super::wealth_and_drawdown) has them.
///
/// Below one and the same peak the least wealth is the deepest: the quotient is made when a peak is passed, and not at each return.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(crate) fn returns_and_drawdown(worth: &[Row], flows: &[f64], returns: &mut [Row]) -> [Row; 2] {
    let [mut wealth, mut peak, mut low, mut least] = [[1.0; LANES]; 4];
    let mut before = worth[0];
    for ((returns, worth), flow) in returns.iter_mut().zip(&worth[1..]).zip(flows) {
        *returns = each(worth, &before, |worth, before| (worth - flow) / before - 1.0);
        before = *worth;
        wealth = each(&wealth, returns, |wealth, r| wealth * (1.0 + r));
        let (peaks, lows) = (peak, low);
        let passed = (0..LANES).fold(0, |passed, lane| {
            passed | i64::from(wealth[lane] > peaks[lane]) & i64::from(lows[lane] < peaks[lane])
        });
        if passed != 0 {
            least = each(&least, &each(&low, &peak, |low, peak| low / peak), lesser);
        }
        low = each(&low, &wealth, lesser);
        for lane in 0..LANES {
            let is_peak = wealth[lane] > peak[lane];
            peak[lane] = if is_peak { wealth[lane] } else { peak[lane] };
            low[lane] = if is_peak { wealth[lane] } else { low[lane] };
        }
    }
    least = each(&least, &each(&low, &peak, |low, peak| low / peak), lesser);
    [wealth, least.map(|part| part - 1.0)]
}

/// The lesser of two numbers.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn lesser(a: f64, b: f64) -> f64 {
    if b < a { b } else { a }
}

impl Moments {
    /// Those of each series.
    pub(crate) fn of_rows(rows: &[Row]) -> [Self; LANES] {
        let mut all = [Self::default(); LANES];
        for block in rows.chunks(BLOCK) {
            let (mean, central) = central_sums(block);
            for (lane, all) in all.iter_mut().enumerate() {
                let first = block[0][lane];
                let same = block.iter().all(|row| row[lane] == first);
                let sums = central.map(|sums| sums[lane]);
                let count = block.len() as f64;
                *all = all.merge(&if same { Self::same(count, first) } else { Self::central(count, mean[lane], sums) });
            }
        }
        all
    }
}

/// Mean of each series, and the sums of the first four powers of the distance from it.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn central_sums(rows: &[Row]) -> (Row, [Row; 4]) {
    let [sum] = sums(rows, |row| [*row]);
    let mean = sum.map(|sum| sum / rows.len() as f64);
    let [drift, squares] = sums(rows, |row| {
        let d = each(row, &mean, |x, mean| x - mean);
        [d, each(&d, &d, |a, b| a * b)]
    });
    let [cubes, fourths] = sums(rows, |row| {
        let d = each(row, &mean, |x, mean| x - mean);
        let square = each(&d, &d, |a, b| a * b);
        [each(&square, &d, |a, b| a * b), each(&square, &square, |a, b| a * b)]
    });
    (mean, [drift, squares, cubes, fourths])
}

/// A function of two numbers in each lane.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn each(a: &Row, b: &Row, of: impl Fn(f64, f64) -> f64) -> Row {
    let mut out = [0.0; LANES];
    for ((out, a), b) in out.iter_mut().zip(a).zip(b) {
        *out = of(*a, *b);
    }
    out
}

/// Sums over a block of at most 4096 rows in the order of [`sums`](hashinsight_numerics::sums): row `i` into part `i mod 8`.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn sums<const N: usize>(rows: &[Row], term: impl Fn(&Row) -> [Row; N]) -> [Row; N] {
    let mut parts = [[[0.0; LANES]; N]; 8];
    let (whole, rest) = rows.as_chunks::<8>();
    for [r0, r1, r2, r3, r4, r5, r6, r7] in whole {
        // Written out: as a loop over the parts, lanes would be gathered across them.
        let [p0, p1, p2, p3, p4, p5, p6, p7] = &mut parts;
        add(p0, &term(r0));
        add(p1, &term(r1));
        add(p2, &term(r2));
        add(p3, &term(r3));
        add(p4, &term(r4));
        add(p5, &term(r5));
        add(p6, &term(r6));
        add(p7, &term(r7));
    }
    for (part, row) in parts.iter_mut().zip(rest) {
        add(part, &term(row));
    }
    let [mut p0, mut p1, mut p2, mut p3, p4, p5, p6, p7] = parts;
    add(&mut p0, &p4);
    add(&mut p2, &p6);
    add(&mut p1, &p5);
    add(&mut p3, &p7);
    add(&mut p0, &p2);
    add(&mut p1, &p3);
    add(&mut p0, &p1);
    p0
}

/// Adds in each lane.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn add<const N: usize>(sums: &mut [Row; N], terms: &[Row; N]) {
    for (sum, term) in sums.iter_mut().zip(terms) {
        *sum = each(sum, term, |a, b| a + b);
    }
}

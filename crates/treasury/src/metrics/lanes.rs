//! Eight series side by side, a row for each period: the measures that a sweep keeps of each, with the bits of one series alone.

use multiversion::multiversion;

use super::moments::{BLOCK, Moments};

/// Series side by side.
pub(crate) const LANES: usize = 8;
/// Square of the rounding of a mean of 512 equal values, with much room: `(512 * 2^-53)^2` is 3e-27.
const SAME: f64 = 1e-20;
/// One number of each series.
pub(crate) type Row<T = f64> = [T; LANES];

/// Returns `(worth - flow) / worth before - 1`; wealth of 1 after all of them, and the least drawdown on the way, as
/// [`wealth_and_drawdown`](super::wealth_and_drawdown) has them.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
pub(crate) fn returns_and_drawdown(worth: &[Row], flows: &[f64], returns: &mut [Row]) -> [Row; 2] {
    let [mut wealth, mut peak, mut least] = [[1.0; LANES]; 3];
    let mut before = worth[0];
    for ((returns, worth), flow) in returns.iter_mut().zip(&worth[1..]).zip(flows) {
        *returns = each(worth, &before, |worth, before| (worth - flow) / before - 1.0);
        before = *worth;
        wealth = each(&wealth, returns, |wealth, r| wealth * (1.0 + r));
        peak = each(&peak, &wealth, |peak, wealth| if wealth > peak { wealth } else { peak });
        least = each(&least, &each(&wealth, &peak, |wealth, peak| wealth / peak), lesser);
    }
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
                let sums = central.map(|sums| sums[lane]);
                let count = block.len() as f64;
                // Equal values are as far from their mean as it was rounded: at most `count` times half a unit in the last place.
                let may_be_same = sums[1] <= SAME * count * first * first;
                let same = may_be_same && block.iter().all(|row| row[lane] == first);
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
    let central = sums_in_turn(rows, |row| {
        let d = each(row, &mean, |x, mean| x - mean);
        let square = each(&d, &d, |a, b| a * b);
        [d, square, each(&square, &d, |a, b| a * b), each(&square, &square, |a, b| a * b)]
    });
    (mean, central)
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
    whole_of(parts)
}

/// The same sums, one part after the other: those of several terms stay in registers.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn sums_in_turn<const N: usize>(rows: &[Row], term: impl Fn(&Row) -> [Row; N]) -> [Row; N] {
    let mut parts = [[[0.0; LANES]; N]; 8];
    for (first, part) in parts.iter_mut().enumerate() {
        let mut sums = [[0.0; LANES]; N];
        for row in rows.iter().skip(first).step_by(8) {
            add(&mut sums, &term(row));
        }
        *part = sums;
    }
    whole_of(parts)
}

/// The parts added, those four apart first.
#[inline(always)]
#[expect(clippy::inline_always, reason = "part of a loop in lanes")]
fn whole_of<const N: usize>(parts: [[Row; N]; 8]) -> [Row; N] {
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

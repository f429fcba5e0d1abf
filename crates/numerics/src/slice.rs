//! The functions over slices.
//!
//! Each is a plain loop over the scalar form, compiled once per vector width (SSE2, AVX2, AVX-512 on x86-64; what the
//! target has elsewhere) and chosen at run time. A lane performs the operations of the scalar form in the same order
//! and nothing is fused, so the bits are equal.

use multiversion::multiversion;

use crate::normal::{is_far, quantile_core, quantile_near};
use crate::philox::unit;
use hashinsight_units::Error;

use crate::{Philox, error};

/// Blocks per step of the random fills: two AVX-512 registers of 32-bit words, four of the doubles they become.
const BLOCKS: usize = 16;
/// Streams that the random fills take side by side: two AVX-512 registers of doubles.
pub const LANES: usize = 16;
/// Elements that stay in the nearest cache between two passes.
const CHUNK: usize = 512;

/// A total function of one number over a slice.
macro_rules! elementwise {
    ($(#[$example:meta])* $name:ident, $scalar:path) => {
        #[doc = concat!("`out[i] = f(x[i])`, where `f` is [`", stringify!($scalar), "()`], with its bits.")]
        ///
        $(#[$example])*
        ///
        /// # Errors
        /// `length` where the slices differ in length.
        pub fn $name(x: &[f64], out: &mut [f64]) -> Result<(), Error> {
            #[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
            fn lanes(x: &[f64], out: &mut [f64]) {
                for (y, x) in out.iter_mut().zip(x) {
                    *y = $scalar(*x);
                }
            }
            same_length(x, out)?;
            lanes(x, out);
            Ok(())
        }
    };
}

elementwise! {
    /// ```
    /// use hashinsight_numerics::{exp, exp_slice};
    /// let mut out = [0.0; 3];
    /// exp_slice(&[0.5, 1.0, -2.0], &mut out)?;
    /// assert_eq!(out, [0.5, 1.0, -2.0].map(exp));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    exp_slice, crate::exp
}

elementwise! {
    /// ```
    /// use hashinsight_numerics::{ln, ln_slice};
    /// let mut out = [0.0; 3];
    /// ln_slice(&[0.5, 1.0, 3.0], &mut out)?;
    /// assert_eq!(out, [0.5, 1.0, 3.0].map(ln));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    ln_slice, crate::ln
}

elementwise! {
    /// ```
    /// use hashinsight_numerics::{erfc, erfc_slice};
    /// let mut out = [0.0; 3];
    /// erfc_slice(&[-0.5, 1.0, 20.0], &mut out)?;
    /// assert_eq!(out, [-0.5, 1.0, 20.0].map(erfc));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    erfc_slice, crate::erfc
}

elementwise! {
    /// ```
    /// use hashinsight_numerics::{erfcx, erfcx_slice};
    /// let mut out = [0.0; 3];
    /// erfcx_slice(&[-0.5, 1.0, 20.0], &mut out)?;
    /// assert_eq!(out, [-0.5, 1.0, 20.0].map(erfcx));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    erfcx_slice, crate::erfcx
}

elementwise! {
    /// ```
    /// use hashinsight_numerics::{normal_cdf, normal_cdf_slice};
    /// let mut out = [0.0; 3];
    /// normal_cdf_slice(&[-30.0, 0.5, 2.0], &mut out)?;
    /// assert_eq!(out, [-30.0, 0.5, 2.0].map(normal_cdf));
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    normal_cdf_slice, crate::normal_cdf
}

/// `out[i] = normal_quantile(p[i])`, with the bits of [`normal_quantile`](crate::normal_quantile).
///
/// ```
/// use hashinsight_numerics::{normal_quantile, normal_quantile_slice};
/// let mut out = [0.0; 2];
/// normal_quantile_slice(&[0.05, 0.5], &mut out)?;
/// assert_eq!(out, [normal_quantile(0.05)?, 0.0]);
/// # Ok::<(), hashinsight_units::Error>(())
/// ```
///
/// # Errors
/// [`Error`] at the first `p` outside `0..=1`, or where the slices differ in length; `out` is then untouched.
pub fn normal_quantile_slice(p: &[f64], out: &mut [f64]) -> Result<(), Error> {
    same_length(p, out)?;
    let refused = |p: f64| !(0.0..=1.0).contains(&p);
    // Whether there is one is found in lanes, the first one only by a search.
    if p.iter().fold(false, |any, p| any | refused(*p))
        && let Some(i) = p.iter().position(|p| refused(*p))
    {
        return Err(error::refuse_at("p", i, p[i], "a probability from 0 to 1"));
    }
    quantile_lanes(p, out);
    Ok(())
}

impl Philox {
    /// Uniforms `first..first + out.len()` of a stream, with the bits of [`uniform`](Self::uniform).
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// let mut out = [0.0; 100];
    /// Philox::new(1).fill_uniform(2, 3, &mut out);
    /// assert_eq!(out[99], Philox::new(1).uniform(2, 102));
    /// ```
    pub fn fill_uniform(self, stream: u64, first: u64, out: &mut [f64]) {
        uniform_lanes(self, stream, first, out);
    }

    /// Standard normals `first..first + out.len()` of a stream, with the bits of [`normal`](Self::normal).
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// let mut out = [0.0; 100];
    /// Philox::new(1).fill_normal(2, 3, &mut out);
    /// assert_eq!(out[99], Philox::new(1).normal(2, 102));
    /// ```
    pub fn fill_normal(self, stream: u64, first: u64, out: &mut [f64]) {
        let mut first = first;
        let mut uniforms = [0.0; CHUNK];
        for part in out.chunks_mut(CHUNK) {
            let uniforms = &mut uniforms[..part.len()];
            uniform_lanes(self, stream, first, uniforms);
            quantile_lanes(uniforms, part);
            first = first.wrapping_add(CHUNK as u64);
        }
    }

    /// Uniforms of neighboring streams side by side: `rows[i][lane]` is [`uniform`](Self::uniform) `first + i` of stream
    /// `stream + lane`.
    ///
    /// Where a path is a stream, a row is one step of [`LANES`] paths, and what is done with it can be done in lanes.
    ///
    /// ```
    /// use hashinsight_numerics::{LANES, Philox};
    /// let mut rows = [[0.0; LANES]; 7];
    /// Philox::new(1).fill_uniform_rows(20, 3, &mut rows);
    /// assert_eq!(rows[4][2], Philox::new(1).uniform(22, 7));
    /// ```
    pub fn fill_uniform_rows(self, stream: u64, first: u64, rows: &mut [[f64; LANES]]) {
        uniform_rows(self, stream, first, rows);
    }

    /// Standard normals of neighboring streams side by side: `rows[i][lane]` is [`normal`](Self::normal) `first + i` of stream
    /// `stream + lane`.
    ///
    /// ```
    /// use hashinsight_numerics::{LANES, Philox};
    /// let mut rows = [[0.0; LANES]; 7];
    /// Philox::new(1).fill_normal_rows(20, 3, &mut rows);
    /// assert_eq!(rows[4][2], Philox::new(1).normal(22, 7));
    /// ```
    pub fn fill_normal_rows(self, stream: u64, first: u64, rows: &mut [[f64; LANES]]) {
        let mut first = first;
        let mut uniforms = [[0.0; LANES]; CHUNK / LANES];
        for part in rows.chunks_mut(CHUNK / LANES) {
            let uniforms = &mut uniforms[..part.len()];
            uniform_rows(self, stream, first, uniforms);
            quantile_lanes(uniforms.as_flattened(), part.as_flattened_mut());
            first = first.wrapping_add(part.len() as u64);
        }
    }
}

fn same_length(x: &[f64], out: &[f64]) -> Result<(), Error> {
    if x.len() == out.len() {
        return Ok(());
    }
    Err(error::length("out", out.len(), x.len()))
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn quantile_lanes(p: &[f64], out: &mut [f64]) {
    for (out, p) in out.chunks_mut(CHUNK).zip(p.chunks(CHUNK)) {
        for (y, p) in out.iter_mut().zip(p) {
            *y = quantile_near(*p);
        }
        if p.iter().fold(false, |any, p| any | is_far(*p)) {
            for (y, p) in out.iter_mut().zip(p).filter(|(_, p)| is_far(**p)) {
                *y = quantile_core(*p);
            }
        }
    }
}

#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn uniform_lanes(random: Philox, stream: u64, first: u64, out: &mut [f64]) {
    fill(random, stream, first, out);
}

/// Whole groups of blocks from the first even index on; the few draws before and after them, and where the index wraps
/// around, one by one.
#[inline(always)]
fn fill(random: Philox, stream: u64, first: u64, out: &mut [f64]) {
    const LAST_GROUP: u64 = (u64::MAX >> 1) - BLOCKS as u64;
    let one_by_one = |first: u64, out: &mut [f64]| {
        for (i, y) in out.iter_mut().enumerate() {
            *y = random.uniform(stream, first.wrapping_add(i as u64));
        }
    };
    let (head, body) = out.split_at_mut(usize::from(first & 1 == 1 && !out.is_empty()));
    one_by_one(first, head);
    let mut first = first.wrapping_add(head.len() as u64);
    let mut groups = body.chunks_exact_mut(2 * BLOCKS);
    for group in &mut groups {
        if first >> 1 > LAST_GROUP {
            one_by_one(first, group);
        } else {
            let [w0, w1, w2, w3] = random.blocks::<BLOCKS>(stream, first >> 1);
            for (lane, pair) in group.chunks_exact_mut(2).enumerate() {
                pair[0] = unit(w0[lane], w1[lane]);
                pair[1] = unit(w2[lane], w3[lane]);
            }
        }
        first = first.wrapping_add(2 * BLOCKS as u64);
    }
    one_by_one(first, groups.into_remainder());
}

/// Both halves of each block from the first even index on; before and after them, one half of a block.
#[multiversion(targets("x86_64+avx512f+avx512dq+avx512vl", "x86_64+avx2"))]
fn uniform_rows(random: Philox, stream: u64, first: u64, rows: &mut [[f64; LANES]]) {
    let (head, body) = rows.split_at_mut(usize::from(first & 1 == 1 && !rows.is_empty()));
    let mut first = first;
    for row in head {
        let [_, _, w2, w3] = random.blocks_across::<LANES>(stream, first >> 1);
        units(&w2, &w3, row);
        first = first.wrapping_add(1);
    }
    let mut pairs = body.chunks_exact_mut(2);
    for pair in &mut pairs {
        let [w0, w1, w2, w3] = random.blocks_across::<LANES>(stream, first >> 1);
        units(&w0, &w1, &mut pair[0]);
        units(&w2, &w3, &mut pair[1]);
        first = first.wrapping_add(2);
    }
    for row in pairs.into_remainder() {
        let [w0, w1, ..] = random.blocks_across::<LANES>(stream, first >> 1);
        units(&w0, &w1, row);
    }
}

#[inline(always)]
fn units(low: &[u32; LANES], high: &[u32; LANES], row: &mut [f64; LANES]) {
    for (y, (low, high)) in row.iter_mut().zip(low.iter().zip(high)) {
        *y = unit(*low, *high);
    }
}

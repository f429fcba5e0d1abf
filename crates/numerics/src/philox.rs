//! Counter-based random numbers: Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as
//! 1, 2, 3").

use crate::normal::quantile_core;

const MULTIPLIERS: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const ROUNDS: u32 = 10;
const TWO_MINUS_53: f64 = 1.0 / 9_007_199_254_740_992.0;
/// The greatest double below 1.
const BELOW_ONE: f64 = 1.0 - TWO_MINUS_53;

/// The generator of one seed: Philox4x32-10 (Salmon, Moraes, Dror, Shaw 2011, "Parallel random numbers: as easy as
/// 1, 2, 3").
///
/// A random number is a pure function of (seed, stream, index): there is no state to advance, to seed or to share, and
/// any part of a simulation can be computed anywhere, in any order. The layout is frozen:
///
/// ```text
/// key     = (seed low, seed high)                                  32-bit words
/// counter = (index low, index high, stream low, stream high)
/// block   = (w0, w1, w2, w3)
/// draw 0  = w0 + 2^32 w1        draw 1 = w2 + 2^32 w3               two 64-bit draws per block
/// uniform = ((draw >> 11) + 1/2) 2^-53
/// normal  = normal_quantile(uniform)
/// ```
///
/// Uniform `i` of a stream is draw `i mod 2` of block `i div 2`. The sum `(draw >> 11) + 1/2` is rounded to a double,
/// ties to even; its greatest value would round to 1 and is taken as `1 - 2^-53`, so that a uniform is always inside
/// the open interval and a normal finite.
///
/// ```
/// use hashinsight_numerics::Philox;
/// let random = Philox::new(42);
/// let path = 7; // for example one stream per path
/// assert_eq!(random.uniform_pair(path, 5), [random.uniform(path, 10), random.uniform(path, 11)]);
///
/// let mut steps = [0.0; 5];
/// random.fill_normal(path, 10, &mut steps); // the normals 10..15 of the stream
/// assert_eq!(steps[3], random.normal(path, 13));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Philox {
    key: [u32; 2],
}

impl Philox {
    /// The generator with this seed.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self { key: words(seed) }
    }

    /// The four words of one block: the reference function itself.
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// assert_eq!(Philox::new(0).block(0, 0), [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8]); // Random123
    /// ```
    #[inline]
    #[must_use]
    pub fn block(self, stream: u64, index: u64) -> [u32; 4] {
        self.blocks::<1>(stream, index).map(|word| word[0])
    }

    /// Both uniforms of one block, each in the open interval (0, 1).
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// assert!(Philox::new(1).uniform_pair(0, 0).iter().all(|u| *u > 0.0 && *u < 1.0));
    /// ```
    #[inline]
    #[must_use]
    pub fn uniform_pair(self, stream: u64, index: u64) -> [f64; 2] {
        let [w0, w1, w2, w3] = self.block(stream, index);
        [unit(w0, w1), unit(w2, w3)]
    }

    /// Uniform number `i` of a stream, in the open interval (0, 1): half `i mod 2` of block `i div 2`.
    ///
    /// ```
    /// use hashinsight_numerics::Philox;
    /// assert_eq!(Philox::new(3).uniform(9, 1), Philox::new(3).uniform_pair(9, 0)[1]);
    /// ```
    #[inline]
    #[must_use]
    pub fn uniform(self, stream: u64, i: u64) -> f64 {
        let [even, odd] = self.uniform_pair(stream, i >> 1);
        if i & 1 == 0 { even } else { odd }
    }

    /// Standard normal number `i` of a stream: the quantile of uniform `i`.
    ///
    /// ```
    /// use hashinsight_numerics::{Philox, normal_quantile};
    /// let random = Philox::new(3);
    /// assert_eq!(random.normal(9, 1), normal_quantile(random.uniform(9, 1))?);
    /// # Ok::<(), hashinsight_units::Error>(())
    /// ```
    #[inline]
    #[must_use]
    pub fn normal(self, stream: u64, i: u64) -> f64 {
        quantile_core(self.uniform(stream, i))
    }

    /// Blocks `index..index + N` of a stream, word by word. A block is one lane: the loops over `N` become vector instructions.
    #[inline(always)]
    pub(crate) fn blocks<const N: usize>(self, stream: u64, index: u64) -> [[u32; N]; 4] {
        self.rounds(std::array::from_fn(|lane| [index.wrapping_add(lane as u64), stream]))
    }

    /// Block `index` of the streams `stream..stream + N`, word by word.
    #[inline(always)]
    pub(crate) fn blocks_across<const N: usize>(self, stream: u64, index: u64) -> [[u32; N]; 4] {
        self.rounds(std::array::from_fn(|lane| [index, stream.wrapping_add(lane as u64)]))
    }

    #[expect(clippy::needless_range_loop, reason = "the same lane of several words")]
    #[inline(always)]
    fn rounds<const N: usize>(self, counters: [[u64; 2]; N]) -> [[u32; N]; 4] {
        let mut c = [[0; N]; 4];
        for lane in 0..N {
            let [index, stream] = counters[lane];
            [c[0][lane], c[1][lane]] = words(index);
            [c[2][lane], c[3][lane]] = words(stream);
        }
        let mut key = self.key;
        for _ in 0..ROUNDS {
            for lane in 0..N {
                let [lo0, hi0] = words(MULTIPLIERS[0] * u64::from(c[0][lane]));
                let [lo1, hi1] = words(MULTIPLIERS[1] * u64::from(c[2][lane]));
                c[0][lane] = hi1 ^ c[1][lane] ^ key[0];
                c[1][lane] = lo1;
                c[2][lane] = hi0 ^ c[3][lane] ^ key[1];
                c[3][lane] = lo0;
            }
            key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
        }
        c
    }
}

/// Low and high word.
#[expect(clippy::cast_possible_truncation, reason = "the low word is meant")]
#[inline(always)]
const fn words(x: u64) -> [u32; 2] {
    [x as u32, (x >> 32) as u32]
}

#[inline(always)]
pub(crate) fn unit(lo: u32, hi: u32) -> f64 {
    let draw = u64::from(hi) << 32 | u64::from(lo);
    let u = ((draw >> 11) as f64 + 0.5) * TWO_MINUS_53;
    if u < 1.0 { u } else { BELOW_ONE }
}

//! Exponential averages in blocks of four: the kernel of EMA, Wilder's average and all that stands on them.

use hashinsight_numerics::{ln, state::impossible};
use hashinsight_units::{Error, Record};
use serde::{Deserialize, Serialize};

use super::lanes::{Lane, Lanes};

/// Seed of an exponential average.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Record)]
#[non_exhaustive]
pub enum Seed {
    /// With the mean of the first `length` values: TA-Lib's default.
    #[default]
    Mean,
    /// With the first value: Metastock's way. The first output stands where it stands with the other seed.
    First,
}

/// Exponential average `e_t = (1 - a) e_(t-1) + a x_t`, evaluated in blocks of four values:
///
/// ```text
/// u_0 = a x_0,   u_j = b u_(j-1) + a x_j,   e_j = b^(j+1) e + u_j,   b = 1 - a,   e = e_3 of the block before
/// ```
///
/// Only `e` runs from block to block, so that a processor waits for one product and one sum in four values. One value at a time does the
/// same operations. The seed is followed by what is left of its block: blocks end at every fourth value of the series, so that averages of all
/// lengths are in step.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound = "")]
pub(crate) struct Average<T: Lane = f64> {
    /// Values taken, up to the first output.
    seen: u32,
    /// The average at the end of the last block; before, the sum of the seed.
    base: T,
    /// The part of the block that has come in.
    part: T,
    /// Values of the block that have come in, and its length.
    phase: (u8, u8),
    #[serde(skip)]
    rule: Rule,
}

/// What the parameters decide.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rule {
    weight: f64,
    /// Powers of `1 - weight`, from the first.
    decay: [f64; 4],
    /// Values before the seed, values up to its end, and by what its sum is divided.
    skip: u32,
    seeded: u32,
    divisor: f64,
    /// Values up to the first output.
    warm: u32,
    /// Values of the series before the first that comes in.
    missed: u32,
}

impl Rule {
    fn new(weight: f64, length: u32, seed: Seed) -> Self {
        let b = 1.0 - weight;
        let seeded = if seed == Seed::Mean { length } else { 1 };
        let decay = [b, b * b, b * b * b, (b * b) * (b * b)];
        Self { weight, decay, skip: 0, seeded, divisor: f64::from(seeded), warm: length, missed: 0 }
    }

    /// Weight `2 / (length + 1)`.
    pub(crate) fn exponential(length: u32, seed: Seed) -> Self {
        Self::new(2.0 / (f64::from(length) + 1.0), length, seed)
    }

    /// Weight `1 / length`.
    pub(crate) fn wilder(length: u32, seed: Seed) -> Self {
        Self::new(1.0 / f64::from(length), length, seed)
    }

    /// Leaves out the first values.
    pub(crate) fn after(self, skip: u32) -> Self {
        Self { skip, seeded: self.seeded + skip, warm: self.warm + skip, ..self }
    }

    /// The sum of one value less is divided as if it were whole, and then the first value is taken: Wilder's sums in TA-Lib.
    pub(crate) fn one_short(self) -> Self {
        Self { seeded: self.seeded - 1, ..self }
    }

    /// Lets the blocks end where those of an average end that has seen so many values more: those before this one's first.
    pub(crate) fn in_step(self, missed: u32) -> Self {
        Self { missed, ..self }
    }

    /// Length of the block behind the seed: what is left of four.
    fn first(&self) -> u8 {
        [4, 3, 2, 1][(self.missed.wrapping_add(self.seeded) % 4) as usize]
    }

    /// Values from the seed on until it weighs less than `10^-digits`.
    pub(crate) fn forgets_after(self, digits: u32) -> u64 {
        if self.decay[0] <= 0.0 {
            return 0;
        }
        let values = f64::from(digits) * std::f64::consts::LN_10 / -ln(self.decay[0]);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 2^32 lengths of 23 each")]
        let values = values.ceil() as u64;
        values
    }
}

impl<T: Lane> Average<T> {
    pub(crate) fn prepare(&mut self, rule: Rule) -> Result<(), Error> {
        self.rule = rule;
        let (run, length) = &mut self.phase;
        if rule.seeded == 0 && *length == 0 {
            *length = rule.first();
        }
        let in_block = if self.seen < rule.seeded { *length == 0 } else { *run < *length && *length <= 4 };
        let possible = self.seen <= rule.warm && in_block && self.base.is_finite() && self.part.is_finite();
        if possible { Ok(()) } else { Err(impossible("average")) }
    }

    /// Whether a whole block can come next.
    #[inline]
    pub(crate) fn at_block(&self) -> bool {
        self.seen >= self.rule.warm && self.phase == (0, 4)
    }

    /// Takes the next value: the average, or NaN where it has not begun.
    #[inline]
    pub(crate) fn next(&mut self, value: T) -> T {
        let Rule { weight, decay, skip, seeded, divisor, warm, .. } = self.rule;
        if self.seen < seeded {
            self.seen += 1;
            if self.seen > skip {
                self.base = self.base.plus(value);
            }
            if self.seen < seeded {
                return T::NAN;
            }
            self.base = self.base.over(divisor);
            self.phase = (0, self.rule.first());
            return if self.seen < warm { T::NAN } else { self.base };
        }
        let (run, length) = self.phase;
        let fresh = value.times(weight);
        let carried = if run == 0 { fresh } else { self.part.times(decay[0]).plus(fresh) };
        let average = self.base.times(decay[usize::from(run) & 3]).plus(carried);
        if run + 1 == length {
            (self.base, self.part, self.phase) = (average, T::default(), (0, 4));
        } else {
            (self.part, self.phase) = (carried, (run + 1, length));
        }
        if self.seen < warm {
            self.seen += 1;
            return if self.seen < warm { T::NAN } else { average };
        }
        average
    }

    /// Takes a whole block, with the bits of [`next`](Self::next).
    #[inline(always)]
    pub(crate) fn block(&mut self, values: [T; 4]) -> [T; 4] {
        let Rule { weight, decay, .. } = self.rule;
        let mut part = values[0].times(weight);
        let mut out = [self.base.times(decay[0]).plus(part); 4];
        for j in 1..4 {
            part = part.times(decay[0]).plus(values[j].times(weight));
            out[j] = self.base.times(decay[j]).plus(part);
        }
        self.base = out[3];
        out
    }

    #[inline(always)]
    pub(crate) fn fill(&mut self, values: &[T], out: &mut [T]) {
        let singly = self.until_block(values.len());
        let (head, values) = values.split_at(singly);
        let (first, out) = out.split_at_mut(singly);
        first.iter_mut().zip(head).for_each(|(out, value)| *out = self.next(*value));
        let mut blocks = values.chunks_exact(4);
        let mut places = out.chunks_exact_mut(4);
        for (block, place) in (&mut blocks).zip(&mut places) {
            place.copy_from_slice(&self.block([block[0], block[1], block[2], block[3]]));
        }
        for (place, value) in places.into_remainder().iter_mut().zip(blocks.remainder()) {
            *place = self.next(*value);
        }
    }

    /// Readings to take singly before a whole block can come, at least one: where the first gives no value, one more than without.
    pub(crate) fn until_block_behind(&self, is_first: bool, most: usize) -> usize {
        let count = usize::from(is_first) + self.until_block(most);
        most.min(if count == 0 { 4 } else { count })
    }

    /// Values to take singly before a whole block can come, as far as there are so many.
    pub(crate) fn until_block(&self, most: usize) -> usize {
        let mut ahead = self.clone();
        let mut count = 0;
        while count < most && !ahead.at_block() {
            ahead.next(T::default());
            count += 1;
        }
        count
    }
}

/// Eight averages, each with its own length, at the beginning of a block. They take blocks by the operations of [`Average::block`].
#[derive(Clone, Debug)]
pub(crate) struct Abreast {
    weight: Lanes,
    decay: [Lanes; 4],
    base: Lanes,
}

impl Abreast {
    pub(crate) fn of(averages: &[Average; 8]) -> Self {
        Self {
            weight: averages.each_ref().map(|average| average.rule.weight),
            decay: std::array::from_fn(|j| averages.each_ref().map(|average| average.rule.decay[j])),
            base: averages.each_ref().map(|average| average.base),
        }
    }

    /// Takes four values, each in every lane.
    #[inline(always)]
    pub(crate) fn block(&mut self, values: [f64; 4]) -> [Lanes; 4] {
        let times = |a: &Lanes, b: &Lanes| -> Lanes { std::array::from_fn(|lane| a[lane] * b[lane]) };
        let mut part = self.weight.times(values[0]);
        let mut out = [times(&self.base, &self.decay[0]).plus(part); 4];
        for j in 1..4 {
            part = times(&part, &self.decay[0]).plus(self.weight.times(values[j]));
            out[j] = times(&self.base, &self.decay[j]).plus(part);
        }
        self.base = out[3];
        out
    }

    /// What is left.
    pub(crate) fn put_back(&self, averages: &mut [Average; 8]) {
        averages.iter_mut().zip(self.base).for_each(|(average, base)| average.base = base);
    }
}
